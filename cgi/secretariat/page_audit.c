/* audit: the log of who did what, newest first, searched, and the state of its chain. It names answers, never their values. */
#include <stdio.h>
#include <string.h>

#include "cgi/secretariat/audit_words.h"
#include "cgi/secretariat/secretariat.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/csv.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit_find.h"

#define ROWS 50
#define CHECKED 1000    /* of the newest rows the chain is followed for each page */
#define FILE_ROWS 50000 /* of one file */

static const char *const fields[] = { "who", "action", "object", "address", "from", "until" };

struct question_asked {
	struct audit_filter filter;
	bool narrowed;       /* anything is asked for */
	const char *problem; /* a sentence, where something makes no sense */
};

static void read_question(struct request *request, struct question_asked *asked)
{
	*asked = (struct question_asked){ .filter = { .who = request_text(request, "who"), .action = request_text(request, "action"),
		.object = request_text(request, "object"), .address = request_text(request, "address"), .from = request_text(request, "from"),
		.until = request_text(request, "until"), .before = request_state(request, "before") == PARAM_OK ? request_int(request, "before") : 0 } };
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		asked->narrowed = asked->narrowed || request_text(request, fields[i])[0] != '\0';
		if (request_state(request, fields[i]) == PARAM_WRONG && asked->problem == NULL)
			asked->problem = request_problem(request, fields[i]);
	}
	if (asked->problem == NULL && asked->filter.from[0] != '\0' && asked->filter.until[0] != '\0'
		&& strcmp(asked->filter.from, asked->filter.until) > 0)
		asked->problem = _("The last day lies before the first.");
}

/* --- the page --- */

/* Each family, and below it the actions of it that the log has; then those of no family. */
MUST_USE static enum err show_actions(struct request *request, struct template_dict *page, const char *chosen, struct error *error)
{
	const char **actions;
	size_t count;
	enum err err = audit_actions(request->db, request->arena, &actions, &count, error);

	if (err != ERR_OK)
		return err;
	bool *shown = arena_array(request->arena, count, sizeof *shown);
	for (const struct audit_family *family = audit_families; family->name != NULL; family++) {
		bool any = false;
		for (size_t i = 0; i < count; i++) {
			if (strncmp(actions[i], family->name, strlen(family->name)) != 0)
				continue;
			if (!any)
				choice_option(page, K_AU_ACTION, family->name, arena_printf(request->arena, _("%s: all"), i18n_text(family->title)), chosen);
			any = shown[i] = true;
			choice_option(page, K_AU_ACTION, actions[i], audit_action_words(actions[i]), chosen);
		}
	}
	for (size_t i = 0; i < count; i++)
		if (!shown[i])
			choice_option(page, K_AU_ACTION, actions[i], audit_action_words(actions[i]), chosen);
	return ERR_OK;
}

static void show_hidden(struct request *request, struct template_dict *form)
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (request_text(request, fields[i])[0] == '\0')
			continue;
		struct template_dict *row = template_section(form, K_AU_HIDDEN);
		template_set(row, K_AU_HIDDEN_NAME, fields[i]);
		template_set(row, K_AU_HIDDEN_VALUE, request_text(request, fields[i]));
	}
}

/* "person:7" with the name of that person, which leads to their page for those who may see it. */
MUST_USE static enum err show_object(struct request *request, struct template_dict *row, const char *object, struct error *error)
{
	struct person person;
	long long id;
	char behind;

	if (sscanf(object, "person:%lld%c", &id, &behind) != 1) {
		template_set(row, K_AU_OBJECT, object);
		return ERR_OK;
	}
	enum err err = person_by_id(request->db, request->arena, id, &person, error);
	if (err == ERR_NOT_FOUND) {
		template_set(row, K_AU_OBJECT, object);
		return ERR_OK;
	}
	if (err != ERR_OK)
		return err;
	if (visitor_may(&request->visitor, ROLE_ADMINISTRATOR, NULL)) {
		struct template_dict *link = template_section(row, K_AU_PERSON);
		template_printf(link, K_AU_PERSON_HREF, "/secretariat/people/%lld", id);
		template_set(link, K_AU_PERSON_NAME, person.email);
	} else {
		template_set(row, K_AU_OBJECT, person.email);
	}
	return ERR_OK;
}

MUST_USE static enum err show_entry(struct request *request, struct template_dict *table, const struct audit_entry *entry, struct error *error)
{
	struct template_dict *row = template_section(table, K_AU_ROW);

	template_set_int(row, K_AU_ID, entry->id);
	template_set(row, K_AU_AT, day_moment(request->arena, entry->at));
	template_set(row, K_AU_ACTOR, entry->actor[0] != '\0' ? entry->actor : _("nobody signed in"));
	template_set(row, K_AU_WHAT, audit_action_words(entry->action));
	template_set(row, K_AU_DETAIL, audit_detail_words(request->arena, entry->detail));
	template_set(row, K_AU_CODE, entry->action);
	template_set(row, K_AU_RAW, entry->detail);
	template_set(row, K_AU_HASH, entry->hash);
	template_set(row, K_AU_RAW_OBJECT, entry->object);
	template_set(row, K_AU_ADDRESS, entry->address);
	return show_object(request, row, entry->object, error);
}

static const char *number(struct request *request, int64_t value)
{
	return parts_number(request, (double)value);
}

/* What the last walk along the whole log found, and whether its last row is still what it was. */
static void show_walk(struct request *request, struct template_dict *page, const struct audit_standing *standing)
{
	struct arena *arena = request->arena;
	const char *at = standing->verified_at != NULL ? day_moment(arena, standing->verified_at) : "";
	const char *rows = number(request, standing->verified_rows);

	if (standing->verified_at == NULL)
		show_text(page, K_AU_STATE, K_AU_STATE_TEXT, _("The whole log was not checked yet: the command “monitor audit verify” does it, and a timer every night."));
	else if (!standing->verified_whole)
		show_text(page, K_AU_BROKEN, K_AU_BROKEN_TEXT,
			arena_printf(arena, _("When the whole log was checked last (%s), row %s did not follow from the one before it: the log was changed by hand."), at, rows));
	else if (!standing->still_there)
		show_text(page, K_AU_BROKEN, K_AU_BROKEN_TEXT,
			arena_printf(arena, _("When the whole log was checked last (%s) it had %s rows; row %s is no longer there as it was: the log was cut off or changed by hand."),
				at, rows, rows));
	else
		show_text(page, K_AU_STATE, K_AU_STATE_TEXT,
			arena_printf(arena, _("The whole log was checked last on %s: all %s rows that it had then follow from each other, and the last of them is still the same."),
				at, rows));
}

MUST_USE static enum err show_chain(struct request *request, struct template_dict *page, struct error *error)
{
	struct audit_standing standing;
	struct arena *arena = request->arena;
	enum err err = audit_standing(request->db, arena, CHECKED, &standing, error);

	if (err != ERR_OK)
		return err;
	template_set(page, K_AU_ROWS, number(request, standing.rows));
	template_set(page, K_AU_LAST_HASH, standing.last_hash);
	if (standing.broken != 0)
		show_text(page, K_AU_BROKEN, K_AU_BROKEN_TEXT,
			arena_printf(arena, _("The log was changed by hand: row %s does not follow from the one before it."), number(request, standing.broken)));
	else
		show_text(page, K_AU_STATE, K_AU_STATE_TEXT, standing.newest == standing.rows
			? _("Checked just now: every row of the log follows from the one before it.")
			: arena_printf(arena, i18n_plural("Checked just now: of the newest rows, %s follows from the one before it.",
				"Checked just now: the newest %s rows each follow from the one before it.", (unsigned long)standing.newest),
				number(request, standing.newest)));
	show_walk(request, page, &standing);
	return ERR_OK;
}

MUST_USE static enum err show_rows(struct request *request, struct template_dict *page, const struct question_asked *asked, struct error *error)
{
	struct audit_entries entries;

	/* One more than is shown tells whether there is an older one. */
	enum err err = audit_find(request->db, request->arena, &asked->filter, ROWS + 1, &entries, error);
	if (err == ERR_OK && entries.count == 0)
		template_show(page, K_AU_NONE);
	struct template_dict *table = entries.count > 0 ? template_section(page, K_AU_TABLE) : NULL;
	for (size_t i = 0; err == ERR_OK && i < entries.count && i < ROWS; i++)
		err = show_entry(request, table, &entries.rows[i], error);
	if (err != ERR_OK || entries.count == 0)
		return err;
	show_hidden(request, template_section(page, K_AU_FILE));
	if (asked->filter.before > 0)
		show_hidden(request, template_section(page, K_AU_NEWEST));
	if (entries.count > ROWS) {
		struct template_dict *older = template_section(page, K_AU_OLDER);
		template_set_int(older, K_AU_BEFORE, entries.rows[ROWS - 1].id);
		show_hidden(request, older);
	}
	return ERR_OK;
}

enum err audit_log_page(struct request *request, struct response *response, struct error *error)
{
	struct question_asked asked;
	struct template_dict *page = response_page(response, "audit.tpl", _("Audit log"));

	read_question(request, &asked);
	template_set(page, K_AU_WHO, asked.filter.who);
	template_set(page, K_AU_ON, asked.filter.object);
	template_set(page, K_AU_WHERE, asked.filter.address);
	template_set(page, K_AU_FROM, asked.filter.from);
	template_set(page, K_AU_UNTIL, asked.filter.until);
	if (asked.narrowed)
		template_show(page, K_AU_ALL);
	show_text(page, K_AU_PROBLEM, K_AU_PROBLEM_TEXT, asked.problem);
	enum err err = show_chain(request, page, error);
	if (err == ERR_OK)
		err = show_actions(request, page, asked.filter.action, error);
	if (err == ERR_OK && asked.problem == NULL)
		return show_rows(request, page, &asked, error);
	if (err == ERR_OK)
		parts_status(response, ERR_INVALID);
	return err;
}

/* --- the file --- */

static void put_entry(struct buffer *out, const struct audit_entry *entry)
{
	csv_int(out, entry->id);
	csv_text(out, entry->at);
	csv_words(out, entry->actor);
	csv_words(out, entry->action);
	csv_words(out, entry->object);
	csv_words(out, entry->detail);
	csv_words(out, entry->address);
	csv_text(out, entry->hash);
	csv_end(out);
}

enum err audit_file(struct request *request, struct response *response, struct error *error)
{
	struct question_asked asked;
	struct audit_entries entries;

	read_question(request, &asked);
	if (asked.problem != NULL)
		return error_set(error, ERR_INVALID, "%s", asked.problem);
	enum err err = audit_find(request->db, request->arena, &asked.filter, FILE_ROWS + 1, &entries, error);
	if (err != ERR_OK)
		return err;
	struct buffer *out = response_body(response, "text/csv; charset=utf-8; header=present");
	buffer_puts(out, "number,at,who,action,object,detail,address,hash\r\n");
	for (size_t i = 0; i < entries.count && i < FILE_ROWS; i++)
		put_entry(out, &entries.rows[i]);
	if (entries.count > FILE_ROWS) {
		csv_text(out, arena_printf(request->arena, _("This file holds the newest %d rows of those asked for. For older ones ask for the days until %.10s."), FILE_ROWS,
			entries.rows[FILE_ROWS].at));
		csv_end(out);
	}
	response_header(response, "Content-Disposition", "attachment; filename=\"audit.csv\"");
	return ERR_OK;
}
