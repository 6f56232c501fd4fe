/* catalogue_steps: what a load does indicator by indicator, for its preview; and retiring one by hand. See catalogue.h. */
#include <inttypes.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/catalogue.h"
#include "indicators/model/change.h"

/* --- steps --- */

static const struct fact *find(const struct facts *facts, const struct fact *like)
{
	for (size_t i = 0; facts != NULL && i < facts->count; i++) {
		const struct fact *fact = &facts->list[i];

		if (strcmp(fact->kind, like->kind) == 0 && strcmp(fact->key, like->key) == 0 && strcmp(fact->lang, like->lang) == 0)
			return fact;
	}
	return NULL;
}

static void add_difference(struct catalogue_step *step, struct arena *arena, const struct fact *fact, const char *before, const char *after)
{
	bool is_text = strcmp(fact->kind, "text") == 0;

	step->differences[step->difference_count++] = (struct catalogue_difference){
		.what = is_text ? arena_strdup(arena, fact->key) : arena_printf(arena, "%s.%s", fact->kind, fact->key),
		.lang = is_text ? arena_strdup(arena, fact->lang) : "",
		.before = arena_strdup(arena, before), .after = arena_strdup(arena, after) };
}

static void compare(struct catalogue_step *step, struct arena *arena, const struct facts *before, const struct facts *after)
{
	step->differences = arena_array(arena, before->count + after->count, sizeof *step->differences);
	for (size_t i = 0; i < after->count; i++) {
		const struct fact *old = find(before, &after->list[i]);
		if (old == NULL || strcmp(old->value, after->list[i].value) != 0)
			add_difference(step, arena, &after->list[i], old != NULL ? old->value : "", after->list[i].value);
	}
	for (size_t i = 0; i < before->count; i++)
		if (find(after, &before->list[i]) == NULL)
			add_difference(step, arena, &before->list[i], before->list[i].value, "");
}

struct catalogue_step *catalogue_steps_add(struct catalogue_steps *steps, struct arena *arena, enum catalogue_step_kind kind, const char *code,
	int64_t version, const struct facts *before, const struct facts *after)
{
	steps->rows = arena_grow(arena, steps->rows, steps->count, sizeof *steps->rows);
	struct catalogue_step *step = &steps->rows[steps->count++];
	*step = (struct catalogue_step){ .kind = kind, .code = arena_strdup(arena, code), .version = version, .title = "", .rounds = "" };
	if (before != NULL && after != NULL)
		compare(step, arena, before, after);
	return step;
}

MUST_USE static enum err finish_step(struct database *db, struct arena *arena, const char *framework, const char *language, const char *today,
	struct catalogue_step *step, struct error *error)
{
	struct query *query = database_query(db, REPORTS_catalogue_title);

	query_text(query, "framework", framework);
	query_text(query, "code", step->code);
	query_text(query, "lang", language);
	if (query_next(query))
		step->title = arena_strdup(arena, query_column_text(query, 0));
	enum err err = query_end(query, error);
	if (err != ERR_OK || (step->kind != CATALOGUE_REDEFINED && step->kind != CATALOGUE_RETIRED))
		return err;
	query = database_query(db, REPORTS_catalogue_rounds_asking);
	query_text(query, "framework", framework);
	query_text(query, "code", step->code);
	query_text(query, "today", today);
	while (query_next(query))
		step->rounds = arena_printf(arena, "%s%s%s", step->rounds, *step->rounds != '\0' ? ", " : "", query_column_text(query, 0));
	return query_end(query, error);
}

enum err catalogue_steps_finish(struct database *db, struct arena *arena, const char *framework, const char *language,
	struct catalogue_steps *steps, struct error *error)
{
	char today[CLOCK_DATE];
	enum err err = ERR_OK;

	clock_today(today);
	for (size_t i = 0; i < steps->count && err == ERR_OK; i++)
		err = finish_step(db, arena, framework, language, today, &steps->rows[i], error);
	return err;
}

enum err catalogue_generation(struct database *db, int64_t *generation, struct error *error)
{
	struct query *query = database_query(db, REPORTS_catalogue_generation);

	*generation = 0;
	if (query_next(query))
		*generation = query_column_int(query, 0);
	return query_end(query, error);
}

/* --- by hand --- */

struct target {
	int64_t id, version;
	bool retired;
};

MUST_USE static enum err find_indicator(struct database *db, const char *framework, const char *code, struct target *target, struct error *error)
{
	struct query *query = database_query(db, REPORTS_indicator_newest);

	*target = (struct target){ 0 };
	query_text(query, "framework", framework);
	query_text(query, "code", code);
	if (query_next(query))
		*target = (struct target){ .id = query_column_int(query, 0), .retired = !query_column_is_null(query, 1),
			.version = query_column_int(query, 2) };
	enum err err = query_end(query, error);
	if (err == ERR_OK && target->id == 0)
		err = error_set(error, ERR_NOT_FOUND, _("There is no indicator %s."), code);
	return err;
}

MUST_USE static enum err note(struct database *db, const struct actor *actor, const char *action, const char *framework, const char *code,
	const char *detail, struct error *error)
{
	struct arena arena = ARENA_INIT;
	enum err err = reports_catalogue_changed(db, error);

	if (err == ERR_OK)
		err = audit_add(db, actor, action, arena_printf(&arena, "catalogue:%s/%s", framework, code), detail, error);
	arena_release(&arena);
	return err;
}

MUST_USE static enum err retire(struct database *db, const struct actor *actor, const char *framework, const char *code, const char *reason,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct target target;
	char now[CLOCK_TEXT];
	enum err err = find_indicator(db, framework, code, &target, error);

	clock_text(now);
	if (err == ERR_OK && target.retired)
		err = error_set(error, ERR_CONFLICT, _("Indicator %s is retired already."), code);
	if (err != ERR_OK)
		return err;
	struct query *query = database_query(db, REPORTS_indicator_retire);
	query_int(query, "indicator", target.id);
	query_text(query, "at", now);
	query_text(query, "reason", reason);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	query = database_query(db, REPORTS_indicator_version_retire);
	query_int(query, "indicator", target.id);
	if ((err = query_run(query, error)) == ERR_OK)
		err = note(db, actor, "catalogue.retire", framework, code, change_detail(&arena, "reason", reason), error);
	arena_release(&arena);
	return err;
}

enum err catalogue_retire(struct database *db, const struct actor *actor, const char *framework, const char *code, const char *reason,
	struct error *error)
{
	bool own = false;

	if (reason[strspn(reason, " \t\r\n")] == '\0')
		return error_set_field(error, ERR_INVALID, "reason", "%s", _("Say why the indicator is retired; governments ask."));
	if (strlen(reason) > 2000)
		return error_set_field(error, ERR_INVALID, "reason", "%s", _("The reason is too long: 2,000 bytes at most."));
	enum err err = change_begin(db, &own, error);
	if (err == ERR_OK)
		err = retire(db, actor, framework, code, reason, error);
	return change_end(db, own, err, error);
}

enum err catalogue_reinstate(struct database *db, const struct actor *actor, const char *framework, const char *code, struct error *error)
{
	struct target target;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = find_indicator(db, framework, code, &target, error);
	if (err == ERR_OK && !target.retired)
		err = error_set(error, ERR_CONFLICT, _("Indicator %s is in use already."), code);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_indicator_reinstate);
	query_int(query, "indicator", target.id);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	query = database_query(db, REPORTS_indicator_version_again);
	query_int(query, "version", target.version);
	if ((err = query_run(query, error)) == ERR_OK)
		err = note(db, actor, "catalogue.reinstate", framework, code, "", error);
out:
	return change_end(db, own, err, error);
}
