/*
 * release: what a release would change, before it is confirmed; and what each release made has changed, for ever.
 */
#include <math.h>
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

struct form {
	const char *name, *note, *problem, *wrong; /* as typed; what is wrong and where, or NULL */
};

/* --- a list of changes --- */

static const char *value_text(struct request *request, const struct release_change *change, const struct release_side *side,
	const char *level)
{
	size_t reached = side->content.value >= 0 && side->content.value < 100 ? (size_t)side->content.value : 0;
	struct question question = { .code = change->indicator, .type = change->type, .unit = change->unit,
		.item_count = (size_t)change->items, .level_count = reached + 1,
		.numerator = isnan(side->content.numerator) ? NULL : "" };

	question.levels = arena_array(request->arena, reached + 1, sizeof *question.levels);
	question.levels[reached].title = level != NULL ? level : "";
	return parts_value(request, &question, &side->content);
}

static bool is_same_audience(const struct release_change *change)
{
	return change->before.is && strcmp(change->before.audience, change->after.audience) == 0;
}

static void show_change(struct request *request, struct template_dict *table, const struct round *round, const struct release_change *change)
{
	struct template_dict *row = template_section(table, K_RL_ROW);

	template_printf(row, K_RL_HREF, "/secretariat/rounds/%lld/%s/%s", (long long)round->id, change->participant, change->indicator);
	template_set(row, K_RL_PARTICIPANT, change->participant_title);
	template_set(row, K_RL_CODE, change->indicator);
	template_set(row, K_RL_TITLE, change->title);
	template_set(row, K_RL_AFTER, value_text(request, change, &change->after, change->new_level));
	template_set(row, K_RL_AUDIENCE, answer_audience_title(change->after.audience));
	show_text(row, K_RL_ANSWER_NOTE, K_RL_ANSWER_NOTE_TEXT, change->after.content.note);
	if (!change->before.is) {
		template_show(row, K_RL_NEW);
		return;
	}
	show_text(row, K_RL_BEFORE, K_RL_BEFORE_TEXT, value_text(request, change, &change->before, change->old_level));
	if (!is_same_audience(change))
		show_text(row, K_RL_WAS_FOR, K_RL_WAS_FOR_TEXT, answer_audience_title(change->before.audience));
}

static void show_changes(struct request *request, struct template_dict *page, const struct round *round,
	const struct release_changes *changes)
{
	struct template_dict *part;

	if (changes->count == 0)
		return;
	part = template_include(page, K_RL_CHANGES, "release_changes.tpl");
	for (size_t i = 0; i < changes->count; i++)
		show_change(request, part, round, &changes->rows[i]);
}

static void show_head(struct template_dict *page, const struct round *round)
{
	template_printf(page, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)round->id);
	template_printf(page, K_ROUND_TITLE, "%s, %s", round->framework_title, round->period);
}

/* --- before it is confirmed --- */

/* Those of the round that the visitor belongs to are named: a release concerns them too. */
MUST_USE static enum err show_own(struct request *request, struct template_dict *page, const struct round *round, struct error *error)
{
	struct round_seats seats;
	const char *names = NULL;
	enum err err = round_seats(request->db, request->arena, round, request->language, &seats, error);

	for (size_t i = 0; err == ERR_OK && i < seats.count; i++) {
		unsigned duties;
		err = duty_of(request->db, &request->visitor.actor, seats.rows[i].code, &duties, error);
		if (err == ERR_OK && (duties & DUTY_BELONG) != 0)
			names = names == NULL ? seats.rows[i].title : arena_printf(request->arena, "%s, %s", names, seats.rows[i].title);
	}
	show_text(page, K_RL_OWN, K_RL_OWN_NAMES, names);
	return err;
}

static const char *suggest(struct request *request, const struct round *round)
{
	char today[CLOCK_DATE];

	clock_today(today);
	return round->releases == 0 ? _("First release") : arena_printf(request->arena, _("Correction of %s"), day_text(request->arena, today));
}

static void mark(struct template_dict *dict, const struct form *form)
{
	if (form->wrong != NULL && strcmp(form->wrong, "name") == 0)
		show_text(dict, K_WRONG_NAME, K_WRONG_TEXT, form->problem);
	if (form->wrong != NULL && strcmp(form->wrong, "note") == 0)
		show_text(dict, K_WRONG_NOTE, K_WRONG_TEXT, form->problem);
}

static void show_form(struct request *request, struct template_dict *page, const struct round *round, const struct form *form,
	const struct release_changes *changes)
{
	struct template_dict *dict = template_section(page, K_RL_FORM);

	template_set(dict, K_CSRF, request->csrf);
	template_printf(dict, K_RL_ACTION, "/secretariat/rounds/%lld/release", (long long)round->id);
	template_set(dict, K_RL_SEEN, changes->seen);
	template_set(dict, K_RL_NAME, form->name != NULL ? form->name : suggest(request, round));
	template_set(dict, K_RL_NOTE, form->note);
	template_set(dict, K_RL_BUTTON, arena_printf(request->arena, i18n_plural("Release %lld answer", "Release %lld answers",
		(unsigned long)changes->count), (long long)changes->count));
	mark(dict, form);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct form *form, struct error *error)
{
	struct round round;
	struct release_changes changes;
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &round, error);

	if (err == ERR_OK)
		err = round_count(request->db, &round, error);
	if (err == ERR_OK)
		err = release_preview(request->db, request->arena, round.id, request->language, &changes, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "release.tpl",
		arena_printf(request->arena, _("Release: %s, %s"), round.framework_title, round.period));
	show_head(page, &round);
	show_text(page, K_RL_PROBLEM, K_RL_PROBLEM_TEXT, form->problem);
	if (changes.count == 0) {
		template_set(template_section(page, K_RL_NOTHING), K_RL_NOTHING_TEXT, round.answers[STATE_ACCEPTED] == 0 ?
			_("No answer of this round has been accepted yet, so there is nothing to release.") :
			_("Nothing changed since the last release, so there is nothing to release."));
		return ERR_OK;
	}
	template_printf(page, K_RL_NUMBER, "%lld", (long long)round.releases + 1);
	show_form(request, page, &round, form, &changes);
	show_changes(request, page, &round, &changes);
	return show_own(request, page, &round, error);
}

enum err release_page(struct request *request, struct response *response, struct error *error)
{
	return show(request, response, &(struct form){ .note = "" }, error);
}

enum err round_release_post(struct request *request, struct response *response, struct error *error)
{
	struct form form = { .name = request_text(request, "name"), .note = request_text(request, "note") };
	const char *seen = request_text(request, "seen");
	const struct release_input input = { .name = form.name, .note = form.note, .seen = seen };
	int64_t round = request_int(request, "round"), number, answers;
	enum err err = release_round(request->db, &request->visitor.actor, round, &input, &number, &answers, error);

	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form.problem = arena_strdup(request->arena, error->text);
		form.wrong = arena_strdup(request->arena, error->field);
		enum err again = show(request, response, &form, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "released");
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/releases/%lld", (long long)round, (long long)number));
	return ERR_OK;
}

/* --- the record --- */

enum err release_record_page(struct request *request, struct response *response, struct error *error)
{
	struct round round;
	struct release release;
	struct release_changes changes;
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &round, error);

	if (err == ERR_OK)
		err = release_load(request->db, request->arena, round.id, request_int(request, "number"), request->language, &release, &changes,
			error);
	if (err != ERR_OK)
		return err;
	const char *title = release.name[0] != '\0' ? release.name : arena_printf(request->arena, _("Release %lld"), (long long)release.number);
	struct template_dict *page = response_page(response, "release_record.tpl",
		arena_printf(request->arena, "%s: %s, %s", title, round.framework_title, round.period));
	show_head(page, &round);
	template_set(page, K_RL_NAME, title);
	template_set_int(page, K_RL_NUMBER, release.number);
	template_set(page, K_RL_AT, day_moment(request->arena, release.at));
	template_set(page, K_RL_BY, release.by != NULL ? release.by : _("Import"));
	show_text(page, K_RL_RELEASE_NOTE, K_RL_RELEASE_NOTE_TEXT, release.note);
	template_printf(page, K_RL_PUBLIC_HREF, "/members/%s/releases/%s/%lld", round.framework, round.period, (long long)release.number);
	show_changes(request, page, &round, &changes);
	return ERR_OK;
}
