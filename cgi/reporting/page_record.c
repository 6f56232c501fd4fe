/* record: every clearing of a participant's answers in a round, to be printed and filed; as it stands now or stood on a day. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

struct record {
	struct desk desk;
	const char *until; /* the last day that counts, or "" */
	int64_t standing;  /* answers that are cleared as it stood then */
	int64_t events;
	struct template_dict *table; /* NULL before its first row */
};

static bool counts(const struct record *record, const struct answer_event *event)
{
	return record->until[0] == '\0' || strncmp(event->at, record->until, 10) <= 0;
}

/* What became of the clearing at row i of the history (newest first): the next thing that is of interest, or NULL. */
static const struct answer_event *next_step(const struct record *record, const struct answer_history *history, size_t i, bool *stands)
{
	static const char *const ends[] = { "cleared", "returned", "reopened" };
	const struct answer_event *accepted = NULL;

	*stands = true;
	while (i-- > 0 && counts(record, &history->rows[i])) {
		const struct answer_event *event = &history->rows[i];

		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			if (strcmp(event->event, ends[k]) == 0) {
				*stands = false;
				return event;
			}
		if (strcmp(event->event, "accepted") == 0)
			accepted = event;
	}
	return accepted;
}

static const char *told(struct request *request, const struct answer_event *event)
{
	const char *what;

	if (event == NULL)
		return "";
	what = strcmp(event->event, "cleared") == 0 ? _("cleared anew") : event_title(event->event);
	return arena_printf(request->arena, "%s: %s, %s", what, event->by != NULL ? event->by : "–", day_moment(request->arena, event->at));
}

MUST_USE static enum err show_clearing(struct request *request, struct template_dict *page, struct record *record, const struct question *question,
	const struct answer *answer, const struct answer_history *history, size_t i, struct error *error)
{
	const struct answer_event *event = &history->rows[i];
	struct answer_content content;
	struct template_dict *row;
	bool stands;
	const struct answer_event *after = next_step(record, history, i, &stands);
	enum err err = answer_revision(request->db, request->arena, answer->id, event->revision, &content, error);

	if (err != ERR_OK)
		return err;
	if (record->table == NULL)
		record->table = template_section(page, K_RC_TABLE);
	row = template_section(record->table, K_RC_ROW);
	template_printf(row, K_RC_ROW_HREF, "%s%s", record->desk.href, question->code);
	template_set(row, K_RC_CODE, question->code);
	template_set(row, K_RC_TITLE, question->title);
	template_set(row, K_RC_AT, day_moment(request->arena, event->at));
	template_set(row, K_RC_BY, event->by != NULL ? event->by : "–");
	template_set_int(row, K_RC_REVISION, event->revision);
	template_set(row, K_RC_VALUE, parts_value(request, question, &content));
	template_set(row, K_RC_AUDIENCE, answer_audience_title(event->audience != NULL ? event->audience : "members"));
	template_set(row, K_RC_AFTER, told(request, after));
	if (stands)
		template_show(row, K_RC_STANDS);
	record->standing += stands;
	record->events++;
	return ERR_OK;
}

MUST_USE static enum err show_answer(struct request *request, struct template_dict *page, struct record *record, const struct round_line *line,
	struct error *error)
{
	struct answer_key key = { .round = record->desk.round.id, .participant = record->desk.seat.code, .indicator = line->code };
	struct answer answer;
	struct answer_history history = { .count = 0 };
	struct question question;
	enum err err = answer_load(request->db, request->arena, &key, &answer, error);

	if (err == ERR_OK)
		err = answer_history(request->db, request->arena, answer.id, &history, error);
	if (err == ERR_OK)
		err = question_load(request->db, request->arena, key.round, line->code, request->language, &question, error);
	for (size_t i = history.count; err == ERR_OK && i-- > 0;)
		if (strcmp(history.rows[i].event, "cleared") == 0 && counts(record, &history.rows[i]))
			err = show_clearing(request, page, record, &question, &answer, &history, i, error);
	return err;
}

enum err record_page(struct request *request, struct response *response, struct error *error)
{
	char now[CLOCK_TEXT];
	struct record record = { .until = request_text(request, "until") };
	struct round_lines lines;
	enum err err = desk_open(request, &record.desk, error);

	if (err == ERR_OK)
		err = round_questionnaire(request->db, request->arena, record.desk.round.id, record.desk.seat.code, request->language, &lines, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "record.tpl", _("Record of clearing"));
	template_set(page, K_LIST_HREF, record.desk.href);
	template_set(page, K_LIST_TITLE, record.desk.title);
	template_set(page, K_RC_FRAMEWORK, record.desk.round.framework_title);
	template_printf(page, K_RC_HREF, "%srecord", record.desk.href);
	template_set(page, K_RC_UNTIL, record.until);
	for (size_t i = 0; err == ERR_OK && i < lines.count; i++)
		if (lines.rows[i].state != STATE_NONE)
			err = show_answer(request, page, &record, &lines.rows[i], error);
	if (record.events == 0)
		template_show(page, K_RC_NONE);
	if (record.until[0] != '\0')
		template_show(page, K_RC_NOW);
	clock_text(now);
	template_set(page, K_RC_SUMMARY, arena_printf(request->arena, _("%lld of %lld answers stand cleared."), (long long)record.standing,
		(long long)record.desk.seat.expected));
	template_set(page, K_RC_MOMENT, record.until[0] != '\0'
		? arena_printf(request->arena, _("As it stood at the end of %s; printed %s."), day_text(request->arena, record.until), day_moment(request->arena, now))
		: arena_printf(request->arena, _("As it stands on %s."), day_moment(request->arena, now)));
	return err;
}
