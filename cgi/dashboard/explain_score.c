/* explain_score: see explain_score.h. */
#include "cgi/dashboard/explain_score.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/score.h"

void explain_score_row(struct request *request, struct template_dict *page, const struct framework *framework, struct explain_inputs *inputs, const char *href,
	const char *title, double score, int64_t n_scored, int64_t n_possible, bool domains)
{
	const char *counts = arena_printf(request->arena, _("%lld of %lld"), (long long)n_scored, (long long)n_possible);

	if (!isnan(score)) {
		explain_included(request, page, inputs, href, title, counts, score);
		return;
	}
	if (n_possible == 0)
		explain_excluded(request, page, inputs, NULL, title, framework_why_no_answer(framework), NULL);
	else
		explain_excluded(request, page, inputs, href, title, domains ? _("fewer than half of the domains have a score") :
			_("fewer than half of the indicators have a score"), counts);
}

/* Columns of the statement explain_answers. */
enum { COLUMN_INDICATOR, COLUMN_TITLE, COLUMN_TYPE, COLUMN_DIRECTION, COLUMN_STATUS, COLUMN_VALUE, COLUMN_SCORE, COLUMN_SUPPRESSED,
	COLUMN_CARRIED, COLUMN_REASON };

/* Why an answer has no part in a score over several indicators; NULL: it has. */
static const char *why_not(const struct framework *framework, struct query *query)
{
	const char *status = query_column_text(query, COLUMN_STATUS);
	enum score_type type;

	if (score_type_named(query_column_text(query, COLUMN_TYPE), &type) && !score_type_scored(type))
		return _("a number or rate has no score, and is not counted among those that could");
	if (strcmp(query_column_text(query, COLUMN_DIRECTION), "neutral") == 0)
		return _("not judged, and not counted among those that could");
	if (status == NULL)
		return framework_why_no_answer(framework);
	if (query_column_int(query, COLUMN_SUPPRESSED) != 0)
		return _("suppressed: too small to be shown");
	if (strcmp(status, "reported") != 0)
		return words_status(status);
	return query_column_is_null(query, COLUMN_SCORE) ? _("no score") : NULL;
}

static void show_answer(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	struct query *query, struct explain_inputs *inputs)
{
	struct arena *arena = request->arena;
	const char *code = query_column_text(query, COLUMN_INDICATOR);
	const char *href = arena_printf(arena, "%s/%s/indicators/%s?period=%s", request->prefix, framework->code, code, period);
	const char *title = arena_printf(arena, "%s %s", code, query_column_text(query, COLUMN_TITLE));
	const char *why = why_not(framework, query);
	enum score_direction direction = SCORE_NEUTRAL;

	if (why != NULL) {
		explain_excluded(request, page, inputs, href, title, why, query_column_text(query, COLUMN_REASON));
		return;
	}
	const char *value = words_value(arena, query_column_text(query, COLUMN_TYPE), query_column_real(query, COLUMN_VALUE));
	if (!query_column_is_null(query, COLUMN_CARRIED))
		value = arena_printf(arena, _("%s, carried forward from %s"), value, query_column_text(query, COLUMN_CARRIED));
	if (!score_direction_named(query_column_text(query, COLUMN_DIRECTION), &direction))
		return;
	if (direction == SCORE_DECREASE)
		value = arena_printf(arena, _("%s; less is better, so it enters as 100 − %s"), value,
			explain_number(request, query_column_real(query, COLUMN_SCORE)));
	explain_included(request, page, inputs, href, title, value, score_judged(query_column_real(query, COLUMN_SCORE), direction));
}

enum err explain_answers(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const char *participant, const char *domain, const char *target, struct explain_inputs *inputs, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_answers);

	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	query_text(query, "participant", participant);
	query_text(query, "domain", domain);
	query_text(query, "target", target);
	query_text(query, "lang", request->language);
	while (query_next(query))
		show_answer(request, page, framework, period, query, inputs);
	return query_end(query, error);
}

void explain_score_figure(struct request *request, struct template_dict *page, const struct explain_score *score,
	const struct explain_inputs *inputs, bool domains)
{
	struct arena *arena = request->arena;

	if (inputs->count == 0)
		template_show(page, K_INCLUDED_NONE);
	if (isnan(score->score)) {
		template_printf(template_section(page, K_NO_FIGURE), K_TEXT, domains ?
			_("Insufficient data: %lld of %lld domains have a score, and at least half are needed.") :
			_("Insufficient data: %lld of %lld indicators have a score, and at least half are needed."),
			(long long)score->n_scored, (long long)score->n_possible);
	} else {
		struct template_dict *part = template_section(page, K_FIGURES);
		template_printf(part, K_HOW, domains ? _("The mean of the scores of %lld domains of %lld.") : _("The mean of the scores of %lld indicators of %lld."),
			(long long)score->n_scored, (long long)score->n_possible);
		explain_row(request, part, _("Score, 0–100"), score->score, 0, inputs->count == (size_t)score->n_scored ?
			arena_printf(arena, "(%s) / %zu", explain_sum(request, inputs), inputs->count) : _("sum of the scores / number of the scores"));
	}
	explain_rule(page, domains ? _("Every domain counts the same, whatever the number of its indicators.") :
		_("Every indicator counts the same."));
	explain_rule(page, _("It is given where at least half of them are there."));
	if (!domains)
		explain_rule(page, _("100 is the best: where less is better, an answer enters as 100 minus its score."));
	explain_rule(page, _("What was not reported is left out of the mean, but counts in “at least half”; it is never zero."));
}
