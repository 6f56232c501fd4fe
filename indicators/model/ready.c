/* ready: see ready.h. */
#include "indicators/model/ready.h"

#include <string.h>

#include "indicators/base/i18n.h"

/* A checklist without a tick may be an answer, or one that nobody began: sent alone it is meant, among many it may not be. */
static bool is_unticked(const struct round_line *about, const struct answer *answer)
{
	return strcmp(about->type, "checklist") == 0 && strcmp(answer->content.status, "reported") == 0 && answer->content.item_count == 0;
}

MUST_USE static enum err check(struct database *db, struct arena *arena, const struct answer_key *key, const struct round_line *about,
	struct ready_line *line, struct error *error)
{
	struct error found = ERROR_INIT;
	struct answer answer;
	enum err err = answer_load(db, arena, key, &answer, error);

	if (err != ERR_OK)
		return err;
	/* What is asked of an answer is said by its revision here and now, so that a page sends just what it showed. */
	line->revision = answer.revision;
	line->state = answer.state;
	line->mended = answer.state == STATE_RETURNED && strcmp(answer.event, "saved") == 0;
	if (answer.state == STATE_RETURNED && !line->mended) {
		line->problem = _("Nothing was changed since it was returned.");
		return ERR_OK;
	}
	if (is_unticked(about, &answer)) {
		line->problem = _("No item is ticked. If none is met, submit the answer from its own page.");
		return ERR_OK;
	}
	err = answer_check_submit(db, arena, &answer, &found);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		line->problem = arena_strdup(arena, found.text);
		return ERR_OK;
	}
	if (err != ERR_OK && error != NULL)
		*error = found;
	return err;
}

enum err ready_list(struct database *db, struct arena *arena, int64_t round, const char *participant, const struct round_lines *lines,
	struct ready_list *list, struct error *error)
{
	enum err err = ERR_OK;

	*list = (struct ready_list){ .rows = arena_array(arena, lines->count, sizeof *list->rows) };
	for (size_t i = 0; err == ERR_OK && i < lines->count; i++) {
		struct answer_key key = { .round = round, .participant = participant, .indicator = lines->rows[i].code };
		struct ready_line *line = &list->rows[list->count];

		if (lines->rows[i].state != STATE_DRAFT && lines->rows[i].state != STATE_RETURNED)
			continue;
		line->code = lines->rows[i].code;
		err = check(db, arena, &key, &lines->rows[i], line, error);
		list->count++;
		list->complete += err == ERR_OK && line->problem == NULL;
	}
	return err;
}

const struct ready_line *ready_line(const struct ready_list *list, const char *code)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->rows[i].code, code) == 0)
			return &list->rows[i];
	return NULL;
}
