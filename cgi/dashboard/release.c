/* release: see release.h. */
#include "cgi/dashboard/release.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

const char *release_title(struct arena *arena, const char *name, int64_t number)
{
	return name != NULL && name[0] != '\0' ? arena_strdup(arena, name) : arena_printf(arena, _("Release %lld"), (long long)number);
}

const char *release_mean(struct arena *arena, const char *type, double mean)
{
	bool scored = strcmp(type, "count") != 0 && strcmp(type, "rate") != 0;

	if (isnan(mean))
		return "–";
	return scored ? words_number(arena, mean, 0) : words_significant(arena, mean, 6);
}

static const char *answer_text(struct arena *arena, const char *type, const char *status, double value, const char *reason)
{
	if (strcmp(status, "reported") == 0)
		return words_value(arena, type, value);
	return reason != NULL ? arena_printf(arena, "%s — %s", words_status(status), reason) : words_status(status);
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

void release_step(struct arena *arena, struct query *query, int at, const char *type, struct release_step *step)
{
	const char *before = query_column_text(query, at + 4);

	*step = (struct release_step){ .note = arena_strdup(arena, query_column_text(query, at + 3)) };
	step->after = answer_text(arena, type, query_column_text(query, at), query_column_real(query, at + 1), query_column_text(query, at + 2));
	if (before == NULL)
		return;
	step->before = answer_text(arena, type, before, query_column_real(query, at + 5), query_column_text(query, at + 6));
	step->same = strcmp(step->before, step->after) == 0 && same_text(step->note, query_column_text(query, at + 7));
}

/* What changed in one release, at K_CHANGE of its row. */
MUST_USE static enum err show_changes(struct request *request, struct template_dict *row, const struct framework *framework,
	const char *indicator, const char *type, const char *period, int64_t number, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_changes);

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator);
	query_text(query, "period", period);
	query_int(query, "number", number);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct release_step step;
		release_step(request->arena, query, 1, type, &step);
		if (step.same)
			continue;
		struct template_dict *change = template_section(row, K_CHANGE);
		template_set(change, K_TITLE, query_column_text(query, 0));
		template_set(change, K_TEXT, step.before != NULL ? arena_printf(request->arena, "%s → %s", step.before, step.after) : step.after);
		if (step.note != NULL && step.note[0] != '\0')
			template_set(template_section(change, K_NOTE), K_TEXT, step.note);
	}
	return query_end(query, error);
}

struct explained { int64_t number; struct template_dict *row; };

enum err release_explain(struct request *request, struct template_dict *page, const struct framework *framework, const char *indicator,
	const char *type, const char *period, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_releases);
	struct explained *all = NULL;
	size_t count = 0;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator);
	query_text(query, "period", period);
	while (query_next(query)) {
		int64_t number = query_column_int(query, 0);
		double sum = query_column_real(query, 5);
		struct template_dict *row = template_section(page, K_RELEASE_ROW);
		template_set(row, K_TITLE, release_title(request->arena, query_column_text(query, 1), number));
		template_printf(row, K_HREF, "%s/%s/releases/%s/%lld", request->prefix, framework->code, period, (long long)number);
		template_set(row, K_RELEASED, day_text(request->arena, query_column_text(query, 2)));
		template_set(row, K_MEAN, release_mean(request->arena, type, query_column_real(query, 4)));
		if (!isnan(sum))
			template_set(template_section(row, K_SUM), K_TEXT, words_significant(request->arena, sum, 8));
		template_set_int(row, K_N_REPORTING, query_column_int(query, 6));
		all = arena_grow(request->arena, all, count, sizeof *all);
		all[count++] = (struct explained){ number, row };
	}
	enum err err = query_end(query, error);
	/* What the first published is no change. */
	for (size_t i = 0; err == ERR_OK && i < count; i++)
		if (all[i].number > 1)
			err = show_changes(request, all[i].row, framework, indicator, type, period, all[i].number, error);
	return err;
}
