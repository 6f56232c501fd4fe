/*
 * Fuzz target: what looks like data of a person, in any bytes: marks are in order, within the text and apart, on boundaries of characters where
 * the text is UTF-8, and the work is linear. The same text, cut in two, is compared with itself by words.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/diff.h"
#include "indicators/base/utf8.h"
#include "indicators/methods/personal_scan.h"

#define MOST 100
#define STEPS 300 /* a byte, at most; tests/unit/test_personal.c has the same */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
	if (!holds)
		__builtin_trap();
}

static void find(const char *text, size_t length)
{
	struct personal_mark marks[MOST];
	size_t work, end = 0, count = personal_scan(text, marks, MOST, &work);

	require(work <= STEPS * (length + 1));
	for (size_t i = 0; i < count; i++) {
		require(marks[i].start >= end && marks[i].length > 0 && marks[i].length <= length - marks[i].start);
		end = marks[i].start + marks[i].length;
		require(!utf8_is_valid(text, length) || utf8_is_valid(text + marks[i].start, marks[i].length));
	}
}

static void compare(const char *before, const char *after)
{
	struct arena arena = ARENA_INIT;
	struct diff_pieces pieces = diff_words(&arena, before, after);
	size_t at = 0;

	for (size_t i = 0; i < pieces.count; i++) {
		if (pieces.rows[i].kind == DIFF_REMOVED)
			continue;
		require(strncmp(after + at, pieces.rows[i].text, strlen(pieces.rows[i].text)) == 0);
		at += strlen(pieces.rows[i].text);
	}
	require(at == strlen(after));
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);
	size_t length, half;

	if (text == NULL)
		return 0;
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	length = strlen(text);
	find(text, length);
	half = length / 2;
	char *after = strdup(text + half);
	text[half] = '\0';
	if (after != NULL)
		compare(text, after);
	free(after);
	free(text);
	return 0;
}
