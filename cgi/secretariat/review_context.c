/* review_context: what stands beside an answer that is reviewed; see review.h. */
#include <math.h>
#include <string.h>

#include "cgi/secretariat/review.h"
#include "cgi/web/answer_diff.h"
#include "cgi/web/beside_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/review.h"

/* A published answer needs its note only when it is corrected. */
static bool is_settled(const struct review *page, const struct answer_finding *finding)
{
	return page->answer.published && strcmp(finding->field, "note") == 0;
}

MUST_USE static enum err show_findings(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	struct answer_findings findings;
	struct template_dict *section = NULL;
	enum err err = answer_findings_cleared(request->db, request->arena, &page->question, &page->answer, &findings, error);

	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < findings.count; i++) {
		if (is_settled(page, &findings.rows[i]))
			continue;
		if (section == NULL)
			section = template_section(dict, K_V_FINDINGS);
		template_set(template_section(section, K_V_FINDING), K_V_FINDING_TEXT, findings.rows[i].text);
	}
	if (section == NULL) {
		template_show(dict, K_V_NOTHING_UNUSUAL);
		return ERR_OK;
	}
	show_text(section, K_V_EXPLAINED, K_V_EXPLANATION, page->answer.content.explanation);
	if (page->answer.content.explanation == NULL || page->answer.content.explanation[0] == '\0')
		template_show(section, K_V_UNEXPLAINED);
	return ERR_OK;
}

/* Its own past, and what else may need a look. */
MUST_USE static enum err show_looks(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	struct review_lines lines;
	enum err err = review_lines(request->db, request->arena, &page->round, page->seat.code, request->language, &lines, error);
	const struct review_line *line = err == ERR_OK ? review_line(&lines, page->question.code) : NULL;

	for (size_t i = 0; line != NULL && i < REVIEW_LOOKS; i++)
		if ((line->look & 1u << i) != 0)
			template_set(template_section(dict, K_V_LOOK), K_V_LOOK_TEXT, review_look_title(1u << i));
	if (line != NULL && line->outlier.is)
		template_printf(template_section(dict, K_V_OUTLIER), K_V_OUTLIER_TEXT,
			_("The figure is far from this government's own former figures, whose median is %s."), parts_number(request, line->outlier.median));
	return err;
}

/* What changed since the secretariat last saw it in this round. */
MUST_USE static enum err show_since(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	const struct answer *answer = &page->answer;
	const struct answer_event *before = NULL;
	struct answer_content content;
	struct answer_history history;
	enum err err = answer_history(request->db, request->arena, answer->id, &history, error);

	for (size_t i = 0; err == ERR_OK && i < history.count && before == NULL; i++)
		if (strcmp(history.rows[i].event, "cleared") == 0 && history.rows[i].revision != answer->revision)
			before = &history.rows[i];
	if (err != ERR_OK || before == NULL)
		return err;
	if ((err = answer_revision(request->db, request->arena, answer->id, before->revision, &content, error)) != ERR_OK)
		return err;
	struct template_dict *section = template_section(dict, K_V_SINCE);
	template_set(section, K_V_SINCE_TEXT, arena_printf(request->arena, _("Since it was cleared before, on %s"),
		day_moment(request->arena, before->at)));
	diff_show(request, section, K_DIFF, &(struct answer_diff){ .question = &page->question, .before = &content, .after = &answer->content });
	return ERR_OK;
}

MUST_USE static enum err show_last(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	struct answer_content content;
	const char *period;
	bool other_version;
	enum err err = answer_accepted_before(request->db, request->arena, &page->answer, &content, &period, &other_version, error);

	if (err != ERR_OK)
		return err;
	if (period == NULL) {
		template_show(dict, K_V_NO_LAST);
		return ERR_OK;
	}
	struct template_dict *last = template_section(dict, K_V_LAST);
	template_set(last, K_V_LAST_PERIOD, period);
	template_set(last, K_V_LAST_VALUE, parts_value(request, &page->question, &content));
	if (other_version)
		template_show(last, K_V_LAST_BREAK);
	diff_show(request, last, K_DIFF, &(struct answer_diff){ .question = &page->question, .before = &content, .after = &page->answer.content });
	return ERR_OK;
}

MUST_USE static enum err show_others(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	struct review_spread spread;
	enum err err = review_spread(request->db, request->arena, &page->answer, &spread, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *section = template_section(dict, K_V_OTHERS);
	if (spread.period == NULL || spread.withheld) {
		template_set(template_section(section, K_V_WITHHELD), K_V_WITHHELD_TEXT, spread.period == NULL
			? _("No other government's figure by this definition was released yet.")
			: arena_printf(request->arena, _("Of %s too few other governments' figures are released to show their spread."), spread.period));
		return ERR_OK;
	}
	const char *unit = page->question.type == SCORE_LADDER ? "" : question_unit_title(page->question.unit);
	struct template_dict *row = template_section(section, K_V_SPREAD);
	template_set(row, K_V_SPREAD_PERIOD, spread.period);
	template_set(row, K_V_SPREAD_COUNT, arena_printf(request->arena,
		i18n_plural("%zu other government", "%zu other governments", (unsigned long)spread.count), spread.count));
	template_set(row, K_V_LOWEST, parts_number(request, spread.lowest));
	template_set(row, K_V_MEDIAN, parts_number(request, spread.median));
	template_set(row, K_V_HIGHEST, parts_number(request, spread.highest));
	show_text(row, K_V_UNIT, K_V_UNIT_TEXT, unit);
	return ERR_OK;
}

enum err review_show_context(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	if (!review_is_open(page))
		return ERR_OK;
	struct template_dict *section = template_section(dict, K_V_CONTEXT);
	enum err err = show_findings(request, dict, page, error);

	if (err == ERR_OK)
		err = show_looks(request, dict, page, error);
	if (err == ERR_OK)
		err = show_since(request, dict, page, error);
	if (err == ERR_OK)
		err = show_last(request, section, page, error);
	if (err == ERR_OK)
		err = show_others(request, section, page, error);
	return err != ERR_OK ? err : beside_show(request, section, page->answer.version, page->answer.participant, error);
}
