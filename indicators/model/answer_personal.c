/* answer_personal: what looks like data of a person in an answer's texts, and its confirmation; see answer.h. */
#include <sodium.h>
#include <stdint.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/model/answer.h"

#define MARKS_MAX 100 /* in one text; more are as good as these */

struct search {
	struct arena *arena;
	struct answer_personals *found;
	crypto_generichash_state state;
};

static bool stood_there(const char *before, const char *fragment)
{
	return before != NULL && strstr(before, fragment) != NULL;
}

/* Each part with its end, so that no two lists of places hash alike. */
static void hash_text(struct search *search, const char *text)
{
	crypto_generichash_update(&search->state, (const unsigned char *)text, strlen(text) + 1);
}

static void look(struct search *search, const char *field, const char *text, const char *before)
{
	struct personal_mark marks[MARKS_MAX];
	size_t count = personal_find(text, marks, MARKS_MAX);

	for (size_t i = 0; i < count; i++) {
		const char *fragment = arena_strndup(search->arena, text + marks[i].start, marks[i].length);
		struct answer_personals *found = search->found;

		if (stood_there(before, fragment))
			continue;
		found->rows[found->count++] = (struct answer_personal){ .field = field, .mark = marks[i], .text = text };
		hash_text(search, field);
		hash_text(search, personal_kind_name(marks[i].kind));
		hash_text(search, fragment);
	}
}

void answer_personal(struct arena *arena, const struct answer_content *content, const struct answer_evidence *added, size_t added_count,
	const struct answer_content *before, struct answer_personals *found)
{
	static const struct answer_content nothing = { .status = "reported" };
	struct search search = { .arena = arena, .found = found };
	unsigned char hash[32];
	char *text = arena_alloc(arena, 2 * sizeof hash + 1);

	if (before == NULL)
		before = &nothing;
	*found = (struct answer_personals){ .rows = arena_array(arena, (5 + added_count) * MARKS_MAX, sizeof *found->rows), .confirm = text };
	crypto_generichash_init(&search.state, NULL, 0, sizeof hash);
	look(&search, "reason", content->reason, before->reason);
	look(&search, "narrative", content->narrative, before->narrative);
	look(&search, "source", content->source, before->source);
	look(&search, "note", content->note, before->note);
	look(&search, "explanation", content->explanation, before->explanation);
	/* The digits of an address on the web are nobody's. */
	for (size_t i = 0; i < added_count; i++)
		if (strcmp(added[i].kind, "link") != 0)
			look(&search, "evidence", added[i].text, NULL);
	crypto_generichash_final(&search.state, hash, sizeof hash);
	sodium_bin2hex(text, 2 * sizeof hash + 1, hash, sizeof hash);
}

const char *answer_personal_places(struct arena *arena, const struct answer_personals *found)
{
	struct buffer places = BUFFER_INIT(ERROR_TEXT_MAX / 2);

	for (size_t i = 0; i < found->count; i++)
		buffer_printf(&places, "%s%s: “%.*s”", i > 0 ? "; " : "", personal_kind_title(found->rows[i].mark.kind),
			(int)found->rows[i].mark.length, found->rows[i].text + found->rows[i].mark.start);
	/* Many places are told as far as there is room. */
	const char *text = arena_strdup(arena, buffer_text(&places));
	buffer_release(&places);
	return text;
}
