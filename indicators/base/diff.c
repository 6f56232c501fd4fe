/* diff: see diff.h. The algorithm is the greedy one of Myers (1986), "An O(ND) difference algorithm and its variations", with an end to its patience. */
#include "indicators/base/diff.h"

#include <string.h>

/* The blanks before a word and the word; the last may be blanks alone. */
struct word {
	const char *start;
	size_t length;        /* with the blanks */
	const char *letters;
	size_t letter_count;
};

struct words { struct word *rows; size_t count; };

static size_t blanks(const char *text)
{
	return strspn(text, " \t\r\n");
}

/* Counts the words where `rows` is NULL; at most DIFF_WORDS + 1. */
static size_t split(const char *text, struct word *rows)
{
	size_t count = 0;

	while (*text != '\0' && count <= DIFF_WORDS) {
		size_t before = blanks(text), letters = strcspn(text + before, " \t\r\n");

		if (rows != NULL)
			rows[count] = (struct word){ .start = text, .length = before + letters, .letters = text + before, .letter_count = letters };
		text += before + letters;
		count++;
	}
	return count;
}

static bool equal(const struct word *a, const struct word *b)
{
	return a->letter_count == b->letter_count && memcmp(a->letters, b->letters, a->letter_count) == 0;
}

/* Adds words; neighbours of one kind become one piece when the list is done. */
struct list {
	struct run { enum diff_kind kind; const char *start; size_t length; } *rows;
	size_t count;
};

static void add(struct list *list, enum diff_kind kind, const struct word *words, size_t count)
{
	if (count == 0)
		return;
	const char *start = words[0].start;
	size_t length = (size_t)(words[count - 1].start + words[count - 1].length - start);
	struct run *last = list->count > 0 ? &list->rows[list->count - 1] : NULL;

	if (last != NULL && last->kind == kind && last->start + last->length == start)
		last->length += length;
	else
		list->rows[list->count++] = (struct run){ .kind = kind, .start = start, .length = length };
}

/* One step back in the search: reached from the diagonal below or above it. */
static long from_diagonal(const long *reached, long edits, long diagonal)
{
	if (diagonal == -edits || (diagonal != edits && reached[diagonal - 1] < reached[diagonal + 1]))
		return diagonal + 1;
	return diagonal - 1;
}

/*
 * Fills `trace` (row e: how far each diagonal got with e edits, its middle at the row's middle) until the ends meet; returns the number of
 * edits, or -1 where patience ended.
 */
static long search(const struct words *a, const struct words *b, long **trace, struct arena *arena)
{
	long n = (long)a->count, m = (long)b->count;

	for (long edits = 0; edits <= DIFF_EDITS; edits++) {
		long *reached = (long *)arena_array(arena, (size_t)(2 * edits + 3), sizeof *reached) + edits + 1;

		trace[edits] = reached;
		for (long diagonal = -edits; diagonal <= edits; diagonal += 2) {
			long x = 0;

			if (edits > 0) {
				long from = from_diagonal(trace[edits - 1], edits, diagonal);
				x = trace[edits - 1][from] + (from < diagonal);
			}
			/* Beyond an edge of the table there is nothing to compare, and nowhere to go. */
			while (x < n && x - diagonal < m && x >= 0 && x - diagonal >= 0 && equal(&a->rows[x], &b->rows[x - diagonal]))
				x++;
			reached[diagonal] = x;
			if (x >= n && x - diagonal >= m)
				return edits;
		}
		/* What the next row looks at beside this one's ends is out of reach. */
		reached[-edits - 1] = -1;
		reached[edits + 1] = -1;
	}
	return -1;
}

/* Walks the trace from its end to its beginning and notes for each word whether it stays. */
static void mark(const struct words *a, const struct words *b, long *const *trace, long edits, bool *kept_a, bool *kept_b)
{
	long x = (long)a->count, y = (long)b->count;

	for (; edits >= 0; edits--) {
		long diagonal = x - y, from_x = 0, from_y = 0;

		if (edits > 0) {
			long from = from_diagonal(trace[edits - 1], edits, diagonal);
			from_x = trace[edits - 1][from];
			from_y = from_x - from;
		}
		while (x > from_x && y > from_y) {
			kept_a[--x] = true;
			kept_b[--y] = true;
		}
		x = from_x;
		y = from_y;
	}
}

static void between(const struct words *a, const struct words *b, struct list *list)
{
	struct arena work = ARENA_INIT;
	long **trace = arena_array(&work, DIFF_EDITS + 1, sizeof *trace);
	bool *kept_a = arena_array(&work, a->count + 1, sizeof *kept_a), *kept_b = arena_array(&work, b->count + 1, sizeof *kept_b);
	long edits = search(a, b, trace, &work);
	size_t x = 0, y = 0;

	if (edits >= 0)
		mark(a, b, trace, edits, kept_a, kept_b);
	while (x < a->count || y < b->count) {
		size_t start = x;

		while (x < a->count && !kept_a[x])
			x++;
		add(list, DIFF_REMOVED, a->rows + start, x - start);
		for (start = y; y < b->count && !kept_b[y];)
			y++;
		add(list, DIFF_ADDED, b->rows + start, y - start);
		for (start = y; x < a->count && y < b->count && kept_a[x] && kept_b[y]; x++)
			y++;
		add(list, DIFF_SAME, b->rows + start, y - start);
	}
	arena_release(&work);
}

static struct words words_of(struct arena *arena, const char *text)
{
	struct words words = { .count = split(text, NULL) };

	words.rows = arena_array(arena, words.count + 1, sizeof *words.rows);
	(void)split(text, words.rows);
	return words;
}

static struct diff_pieces replaced(struct arena *arena, const char *before, const char *after)
{
	struct diff_pieces pieces = { .rows = arena_array(arena, 2, sizeof *pieces.rows), .count = 0 };

	if (*before != '\0')
		pieces.rows[pieces.count++] = (struct diff_piece){ DIFF_REMOVED, arena_strdup(arena, before) };
	if (*after != '\0')
		pieces.rows[pieces.count++] = (struct diff_piece){ DIFF_ADDED, arena_strdup(arena, after) };
	return pieces;
}

static struct diff_pieces compared(struct arena *arena, const struct words *a, const struct words *b)
{
	size_t shorter = a->count < b->count ? a->count : b->count, head = 0, tail = 0;
	struct list list = { .count = 0 };
	struct diff_pieces pieces;

	list.rows = arena_array(arena, a->count + b->count + 1, sizeof *list.rows);
	while (head < shorter && equal(&a->rows[head], &b->rows[head]))
		head++;
	while (tail < shorter - head && equal(&a->rows[a->count - 1 - tail], &b->rows[b->count - 1 - tail]))
		tail++;
	add(&list, DIFF_SAME, b->rows, head);
	between(&(struct words){ a->rows + head, a->count - head - tail }, &(struct words){ b->rows + head, b->count - head - tail }, &list);
	add(&list, DIFF_SAME, b->rows + b->count - tail, tail);

	pieces = (struct diff_pieces){ .rows = arena_array(arena, list.count + 1, sizeof *pieces.rows), .count = list.count };
	for (size_t i = 0; i < list.count; i++)
		pieces.rows[i] = (struct diff_piece){ list.rows[i].kind, arena_strndup(arena, list.rows[i].start, list.rows[i].length) };
	return pieces;
}

struct diff_pieces diff_words(struct arena *arena, const char *before, const char *after)
{
	struct diff_pieces pieces;

	if (before == NULL)
		before = "";
	if (after == NULL)
		after = "";
	struct words a = words_of(arena, before), b = words_of(arena, after);
	if (a.count > DIFF_WORDS || b.count > DIFF_WORDS)
		return replaced(arena, before, after);
	pieces = compared(arena, &a, &b);
	/* All words are the same, and yet the texts are not. */
	if (pieces.count == 1 && pieces.rows[0].kind == DIFF_SAME && strcmp(before, after) != 0)
		return replaced(arena, before, after);
	return pieces;
}
