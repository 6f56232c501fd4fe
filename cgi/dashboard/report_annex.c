/* report_annex: what each government cleared for the readers of the report, answer by answer; see report.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/report.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static void note(struct template_dict *row, const char *label, const char *text)
{
	struct template_dict *item;

	if (text == NULL || *text == '\0')
		return;
	item = template_section(row, K_NOTE_LINE);
	template_set(item, K_LABEL, label);
	template_set(item, K_TEXT, text);
}

static void show_value(const struct report *report, struct template_dict *row, const struct report_indicator *indicator,
	const struct report_answer *answer)
{
	struct arena *arena = report->request->arena;
	struct template_dict *given = template_section(row, K_VALUE_GIVEN);

	template_set(given, K_VALUE, words_value(arena, indicator->type, answer->value));
	if (!isnan(answer->numerator) && !isnan(answer->denominator))
		template_printf(template_section(given, K_FRACTION), K_TEXT, _("%s of %s"), words_rounded(arena, answer->numerator, 1),
			words_rounded(arena, answer->denominator, 1));
	else if (strcmp(indicator->type, "count") == 0 || strcmp(indicator->type, "rate") == 0)
		template_set(template_section(given, K_FRACTION), K_TEXT, indicator->unit);
	report_cell(row, K_REPORT_CELL, indicator->banded ? answer->score : NAN,
		indicator->banded ? words_number(arena, answer->score, 0) : _("not scored"), "");
}

/* Suppressed, not available, not applicable and not shown are four things, each told in words. */
static void show_answer(const struct report *report, struct template_dict *part, size_t i, size_t participant)
{
	const struct report_indicator *indicator = &report->indicators.list[i];
	const struct report_answer *answer = report_answer(report, i, participant);
	struct template_dict *row = template_section(part, K_ANSWER);

	template_set(row, K_CODE, indicator->code);
	template_set(row, K_TITLE, indicator->title);
	if (answer->status == NULL || strcmp(answer->status, "reported") != 0 || answer->suppressed) {
		template_set(template_section(row, K_VALUE_NONE), K_TEXT, answer->suppressed ? _("suppressed: too small to be shown") :
			report_absence(report, answer));
		report_cell(row, K_REPORT_CELL, NAN, "–", "");
	} else {
		show_value(report, row, indicator, answer);
	}
	if (answer->old_status != NULL)
		note(row, arena_printf(report->request->arena, _("Corrected in release %lld, before"), (long long)answer->since),
			strcmp(answer->old_status, "reported") == 0 ? words_value(report->request->arena, indicator->type, answer->old_value) :
			words_status(answer->old_status));
	if (answer->carried_from != NULL)
		note(row, _("Carried forward from"), answer->carried_from);
	note(row, _("Reason"), answer->reason);
	/* Imported answers that are none have one text for both. */
	if (answer->reason == NULL || answer->note == NULL || strcmp(answer->reason, answer->note) != 0)
		note(row, _("Note"), answer->note);
	note(row, _("Source"), answer->source);
}

void report_annex(const struct report *report, struct template_dict *page)
{
	template_set(page, K_NO_ANSWER, framework_no_answer(report->framework));
	for (size_t p = 0; p < report->participants.count; p++) {
		const struct report_coverage *coverage = &report->coverage[p];
		struct template_dict *part = template_section(page, K_COUNTRY);
		template_set(part, K_CODE, report->participants.list[p].code);
		template_set(part, K_TITLE, report->participants.list[p].title);
		template_set_int(part, K_REPORTED, coverage->reported);
		template_set_int(part, K_NOT_AVAILABLE, coverage->not_available);
		template_set_int(part, K_NOT_APPLICABLE, coverage->not_applicable);
		template_set_int(part, K_NONE, coverage->expected - coverage->reported - coverage->not_available - coverage->not_applicable);
		template_set_int(part, K_EXPECTED, coverage->expected);
		for (size_t i = 0; i < report->indicators.count; i++)
			show_answer(report, part, i, p);
	}
}
