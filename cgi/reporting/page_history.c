/* history: every revision of an answer, who did what with it, and what differs from the one before. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "cgi/web/answer_diff.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define REVISIONS 20 /* on one page */

struct history_page {
	struct desk desk;
	struct question question;
	struct answer answer;
	struct answer_history history; /* newest first */
	struct answer_exhibits exhibits;
};

MUST_USE static enum err load(struct request *request, struct history_page *page, struct error *error)
{
	struct answer_key key;
	enum err err = desk_open(request, &page->desk, error);

	if (err != ERR_OK)
		return err;
	key = (struct answer_key){ .round = page->desk.round.id, .participant = page->desk.seat.code,
		.indicator = request_text(request, "indicator") };
	if ((err = question_load(request->db, request->arena, key.round, key.indicator, request->language, &page->question, error)) != ERR_OK
		|| (err = answer_load(request->db, request->arena, &key, &page->answer, error)) != ERR_OK || page->answer.id == 0)
		return err;
	if ((err = answer_history(request->db, request->arena, page->answer.id, &page->history, error)) != ERR_OK)
		return err;
	return answer_exhibits(request->db, request->arena, page->answer.id, &page->exhibits, error);
}

/* When the revision was saved first; "" before all times, NULL when it never was. */
static const char *saved_at(const struct history_page *page, int64_t revision)
{
	if (revision <= 1)
		return "";
	for (size_t i = page->history.count; i > 0; i--) {
		const struct answer_event *event = &page->history.rows[i - 1];

		if (event->revision == revision && strcmp(event->event, "saved") == 0)
			return event->at;
	}
	return NULL;
}

static bool within(const char *moment, const char *from, const char *until)
{
	return moment != NULL && from != NULL && strcmp(moment, from) >= 0 && (until == NULL || strcmp(moment, until) < 0);
}

/* Evidence that came and went while the revision was the newest. */
static void evidence_of(struct request *request, const struct history_page *page, int64_t revision, struct answer_diff *diff)
{
	const char *from = saved_at(page, revision), *until = saved_at(page, revision + 1);
	size_t count = page->exhibits.count;

	diff->added.rows = arena_array(request->arena, count + 1, sizeof *diff->added.rows);
	diff->removed.rows = arena_array(request->arena, count + 1, sizeof *diff->removed.rows);
	for (size_t i = 0; i < count; i++) {
		const struct answer_exhibit *exhibit = &page->exhibits.rows[i];

		if (within(exhibit->evidence.at, from, until))
			diff->added.rows[diff->added.count++] = &exhibit->evidence;
		if (within(exhibit->removed_at, from, until)) {
			struct answer_evidence *gone = arena_alloc(request->arena, sizeof *gone);
			*gone = exhibit->evidence;
			gone->by = NULL; /* who removed it stands with the event */
			gone->at = exhibit->removed_at;
			diff->removed.rows[diff->removed.count++] = gone;
		}
	}
}

/* What happened while the revision was the newest, the oldest first. */
static void show_events(struct request *request, struct template_dict *section, const struct history_page *page, int64_t revision)
{
	for (size_t i = page->history.count; i > 0; i--) {
		const struct answer_event *event = &page->history.rows[i - 1];
		struct template_dict *row;

		if (event->revision != revision)
			continue;
		row = template_section(section, K_AH_EVENT);
		template_set(row, K_AH_EVENT_AT, day_moment(request->arena, event->at));
		template_set(row, K_AH_EVENT_BY, event->by != NULL ? event->by : _("Import"));
		template_set(row, K_AH_EVENT_TITLE, event_title(event->event));
		if (event->audience != NULL)
			template_set(template_section(row, K_AH_EVENT_AUDIENCE), K_AH_EVENT_AUDIENCE_TEXT, answer_audience_title(event->audience));
		if (event->reason != NULL && event->reason[0] != '\0')
			template_set(template_section(row, K_AH_EVENT_REASON), K_AH_EVENT_REASON_TEXT, event->reason);
	}
}

MUST_USE static enum err show_revision(struct request *request, struct template_dict *dict, const struct history_page *page, int64_t revision,
	struct error *error)
{
	struct template_dict *section = template_section(dict, K_AH_REVISION), *part;
	struct answer_content before, content;
	struct answer_diff diff = { .question = &page->question, .before = &before, .after = &content };
	enum err err = answer_revision(request->db, request->arena, page->answer.id, revision, &content, error);

	if (err == ERR_OK && revision > 1)
		err = answer_revision(request->db, request->arena, page->answer.id, revision - 1, &before, error);
	if (err != ERR_OK)
		return err;
	template_set_int(section, K_AH_NUMBER, revision);
	if (revision == page->answer.released_revision)
		template_show(section, K_AH_PUBLISHED);
	show_events(request, section, page, revision);
	evidence_of(request, page, revision, &diff);
	if (revision == 1) {
		parts_view(request, template_section(section, K_AH_FIRST), K_FIRST, &(struct parts_view){ .question = &page->question, .content = &content });
		if (diff.added.count + diff.removed.count == 0)
			return ERR_OK;
		diff.before = &content;
	}
	part = template_section(section, K_AH_CHANGES);
	template_set(part, K_AH_SINCE, revision == 1 ? _("Evidence that came and went") : arena_printf(request->arena, _("What differs from revision %lld"),
		(long long)revision - 1));
	(void)diff_show(request, part, K_DIFF, &diff);
	return ERR_OK;
}

static void show_heading(struct template_dict *dict, const struct history_page *page)
{
	const struct answer *answer = &page->answer;

	template_set(dict, K_LIST_HREF, page->desk.href);
	template_set(dict, K_LIST_TITLE, page->desk.title);
	template_printf(dict, K_AH_ANSWER_HREF, "%s%s", page->desk.href, page->question.code);
	template_set(dict, K_AH_CODE, page->question.code);
	template_set(dict, K_AH_TITLE, page->question.title);
	parts_state(dict, answer->state);
	if (answer->audience != NULL && answer->state >= STATE_CLEARED)
		template_set(template_section(dict, K_AH_AUDIENCE), K_AH_AUDIENCE_TEXT, answer_audience_title(answer->audience));
	if (answer->id == 0)
		template_show(dict, K_AH_NONE);
}

enum err history_page(struct request *request, struct response *response, struct error *error)
{
	struct history_page page = { .answer = { .id = 0 } };
	enum err err = load(request, &page, error);
	int64_t newest, below = request_int(request, "below");

	if (err != ERR_OK)
		return err;
	struct template_dict *dict = response_page(response, "answer_history.tpl",
		arena_printf(request->arena, _("%s: history"), page.question.code));
	show_heading(dict, &page);
	newest = page.answer.revision;
	if (below > 0 && below <= newest) {
		newest = below - 1;
		template_printf(template_section(dict, K_AH_NEWER), K_AH_NEWER_HREF, "%s%s/history", page.desk.href, page.question.code);
	}
	for (int64_t revision = newest; err == ERR_OK && revision >= 1 && revision > newest - REVISIONS; revision--)
		err = show_revision(request, dict, &page, revision, error);
	if (newest > REVISIONS)
		template_printf(template_section(dict, K_AH_OLDER), K_AH_OLDER_HREF, "%s%s/history?below=%lld", page.desk.href, page.question.code,
			(long long)(newest - REVISIONS + 1));
	return err;
}
