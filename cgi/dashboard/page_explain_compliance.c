/*
 * page_explain_compliance: /{framework}/explain/compliance/{target}/{period}, the region's compliance with an SDG target by what its
 * governments answered, and …/{participant}, one government's.
 */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/explain_score.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/compliance.h"

struct asked {
	struct framework framework;
	struct names targets;
	const struct name *target; /* NULL: the framework says nothing of it */
	const char *period;
};

static enum err read_asked(struct request *request, struct asked *asked, struct error *error)
{
	enum err err = framework_read(request, request_text(request, "framework"), &asked->framework, error);

	asked->target = NULL;
	asked->targets = (struct names){ .list = NULL };
	asked->period = request_text(request, "period");
	if (err != ERR_OK || asked->framework.code == NULL)
		return err;
	struct query *query = database_query(request->db, SNAPSHOT_explain_targets);
	query_text(query, "framework", asked->framework.code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		asked->targets.list = arena_grow(request->arena, asked->targets.list, asked->targets.count, sizeof *asked->targets.list);
		asked->targets.list[asked->targets.count++] = (struct name){ .code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_strdup(request->arena, query_column_text(query, 1)) };
	}
	size_t at = names_find(&asked->targets, request_text(request, "target"));
	if (at < asked->targets.count)
		asked->target = &asked->targets.list[at];
	return query_end(query, error);
}

static const char *region_href(const struct request *request, const char *framework, const char *target, const char *period)
{
	return explain_compliance_href(request, framework, target, period, "");
}

static enum err missing_target(struct request *request, struct response *response, const struct asked *asked)
{
	struct arena *arena = request->arena;
	struct template_dict *page = missing_page(request, response, arena_printf(arena,
		_("The framework “%s” has no released answers on an SDG target “%s”."), asked->framework.title, request_text(request, "target")),
		asked->targets.count > 0 ? _("It has answers on these:") : _("All targets stand on one page:"));

	for (size_t i = 0; i < asked->targets.count; i++)
		missing_link(page, arena_printf(arena, "%s/%s/sdg/%s", request->prefix, asked->framework.code, asked->targets.list[i].code),
			arena_printf(arena, "%s %s", asked->targets.list[i].code, asked->targets.list[i].title));
	if (asked->targets.count == 0)
		missing_link(page, arena_printf(arena, "%s/%s/sdg/", request->prefix, asked->framework.code), _("SDG targets"));
	return ERR_OK;
}

static enum err missing_compliance(struct request *request, struct response *response, const struct asked *asked, struct error *error)
{
	return explain_missing(request, response, &asked->framework, asked->target->code, SNAPSHOT_explain_compliance_periods,
		arena_printf(request->arena, _("SDG target %s"), asked->target->code), region_href, error);
}

static enum err read_score(struct request *request, const struct asked *asked, const char *participant, struct explain_score *score,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_compliance);

	*score = (struct explain_score){ .there = false };
	query_text(query, "framework", asked->framework.code);
	query_text(query, "target", asked->target->code);
	query_text(query, "period", asked->period);
	query_text(query, "participant", participant);
	if (query_next(query))
		*score = (struct explain_score){ .there = true, .score = query_column_real(query, 0), .n_scored = query_column_int(query, 1),
			.n_possible = query_column_int(query, 2) };
	return query_end(query, error);
}

static struct template_dict *begin(struct request *request, struct response *response, const struct asked *asked, const char *title)
{
	struct template_dict *page = page_new(request, response, "explain.tpl", title, &asked->framework);

	template_printf(page, K_UP_HREF, "%s/%s/sdg/%s", request->prefix, asked->framework.code, asked->target->code);
	template_printf(page, K_UP_TITLE, _("SDG target %s"), asked->target->code);
	template_set(page, K_TITLE, asked->target->title);
	template_set(page, K_METHOD_ANCHOR, "scores");
	return page;
}

/* --- the region --- */

static enum err show_governments(struct request *request, struct template_dict *page, const struct asked *asked, struct explain_inputs *inputs,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_compliance_scores);

	query_text(query, "framework", asked->framework.code);
	query_text(query, "target", asked->target->code);
	query_text(query, "period", asked->period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *code = arena_strdup(request->arena, query_column_text(query, 0));
		explain_score_row(request, page, &asked->framework, inputs, explain_compliance_href(request, asked->framework.code, asked->target->code, asked->period, code),
			query_column_text(query, 1), query_column_real(query, 2), query_column_int(query, 3), query_column_int(query, 4), false);
	}
	return query_end(query, error);
}

enum err page_explain_compliance(struct request *request, struct response *response, struct error *error)
{
	struct asked asked;
	struct explain_score region;
	struct explain_inputs inputs = { .count = 0 };
	enum err err = read_asked(request, &asked, error);

	if (err != ERR_OK)
		return err;
	if (asked.framework.code == NULL)
		return missing_framework(request, response, error);
	if (asked.target == NULL)
		return missing_target(request, response, &asked);
	if ((err = read_score(request, &asked, "", &region, error)) != ERR_OK)
		return err;
	if (!region.there)
		return missing_compliance(request, response, &asked, error);
	struct template_dict *page = begin(request, response, &asked, arena_printf(request->arena,
		_("How the region's compliance with SDG target %s for %s came about"), asked.target->code, asked.period));
	template_set(page, K_INPUT_HEAD, _("Government"));
	template_set(page, K_VALUE_HEAD, _("Indicators with a score"));
	if ((err = show_governments(request, page, &asked, &inputs, error)) != ERR_OK)
		return err;
	if (inputs.count == 0)
		template_show(page, K_INCLUDED_NONE);
	if (inputs.count == (size_t)region.n_possible)
		template_show(page, K_EXCLUDED_NONE);
	if (isnan(region.score)) {
		template_printf(template_section(page, K_NO_FIGURE), K_TEXT,
			_("Insufficient data: %lld of %lld governments have a score, and at least %d are needed."), (long long)region.n_scored,
			(long long)region.n_possible, COMPLIANCE_PARTICIPANTS);
	} else {
		struct template_dict *part = template_section(page, K_FIGURES);
		template_printf(part, K_HOW, _("The mean of the scores of %lld governments of %lld, simple and unweighted: every government counts the same."),
			(long long)region.n_scored, (long long)region.n_possible);
		explain_row(request, part, _("Score, 0–100"), region.score, 0, inputs.count == (size_t)region.n_scored ?
			arena_printf(request->arena, "(%s) / %zu", explain_sum(request, &inputs), inputs.count) : _("sum of the scores / number of the scores"));
	}
	explain_rule(page, _("A government's score is the mean of its scores of the target's indicators; its own page, linked above, shows them."));
	explain_rule(page, _("It is given where at least half of them are there."));
	explain_rule(page, arena_printf(request->arena, _("The region's is given where at least %d governments have one."), COMPLIANCE_PARTICIPANTS));
	explain_rule(page, _("A government without a score is left out; it never counts as zero."));
	explain_rule(page, _("It is what governments say of their own compliance, and is never mixed with the official series of the target."));
	return explain_run(request, page, &asked.framework, asked.period, "compliance", error);
}

/* --- one government --- */

enum err page_explain_compliance_one(struct request *request, struct response *response, struct error *error)
{
	struct asked asked;
	struct names participants;
	struct explain_score score;
	struct explain_inputs inputs = { .count = 0 };
	enum err err = read_asked(request, &asked, error);

	if (err != ERR_OK)
		return err;
	if (asked.framework.code == NULL)
		return missing_framework(request, response, error);
	if (asked.target == NULL)
		return missing_target(request, response, &asked);
	if ((err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	size_t at = names_find(&participants, request_text(request, "participant"));
	if (at == participants.count)
		return missing_participant(request, response, &asked.framework, error);
	if ((err = read_score(request, &asked, participants.list[at].code, &score, error)) != ERR_OK)
		return err;
	if (!score.there)
		return missing_compliance(request, response, &asked, error);
	struct template_dict *page = begin(request, response, &asked, arena_printf(request->arena,
		_("%s: how compliance with SDG target %s for %s came about"), participants.list[at].title, asked.target->code, asked.period));
	template_set(page, K_INPUT_HEAD, _("Indicator"));
	template_set(page, K_VALUE_HEAD, _("Answer"));
	if ((err = explain_answers(request, page, &asked.framework, asked.period, participants.list[at].code, NULL, asked.target->code, &inputs,
		error)) != ERR_OK)
		return err;
	explain_score_figure(request, page, &score, &inputs, false);
	return explain_run(request, page, &asked.framework, asked.period, "compliance", error);
}
