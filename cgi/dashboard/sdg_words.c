/* sdg_words: verdicts as signs, words and sentences; see sdg.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/verdicts.h"

/* A colour and a sign for each verdict; the words always stand beside them. */
static void look_of(const char *status, const char **sign, int *band)
{
	static const struct { const char *status, *sign; int band; } looks[] = {
		{ "target_achieved", "✓", 4 }, { "substantial_progress", "↑", 4 }, { "moderate_progress", "↗", 3 },
		{ "limited_progress", "→", 2 }, { "deterioration", "↓", 0 },
	};

	*sign = "";
	*band = -1;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (strcmp(looks[i].status, status) == 0) {
			*sign = looks[i].sign;
			*band = looks[i].band;
		}
}

static const char *sign_of_class(int64_t un_class)
{
	static const char *const signs[] = { "", "↓", "↗", "↑" };

	return un_class < 1 || un_class > 3 ? "" : signs[un_class];
}

static const int band_of_class[] = { -1, 0, 3, 4 };

const char *sdg_verdict_words(struct arena *arena, const char *status)
{
	const char *sign;
	int band;

	look_of(status, &sign, &band);
	return band < 0 ? _("no verdict") : arena_printf(arena, "%s %s", sign, words_verdict(status));
}

const char *sdg_class_words(struct arena *arena, int64_t un_class)
{
	return un_class < 1 ? _("no verdict") : arena_printf(arena, "%s %s", sign_of_class(un_class), words_un_class(un_class));
}

const char *sdg_verdict_line(struct arena *arena, const struct sdg_verdict *verdict)
{
	if (!verdict->there)
		return _("no data");
	if (verdict->neutral)
		return _("not judged");
	if (verdict->un_class == 0 && strcmp(verdict->status, "not_available") == 0)
		return arena_printf(arena, "◌ %s", _("insufficient data"));
	return arena_printf(arena, "%s · %s %s", sdg_verdict_words(arena, verdict->status), _("UN chart:"), sdg_class_words(arena, verdict->un_class));
}

void sdg_show_verdict(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_verdict *verdict,
	const struct framework *framework, const char *series, const char *participant, const char *why, const char *label)
{
	struct arena *arena = request->arena;
	struct template_dict *cell = template_include(row, part, "verdict.tpl");
	const char *sign;
	int band;

	if (label != NULL)
		template_set(template_section(cell, K_LABELLED), K_LABEL, label);
	if (!verdict->there) {
		template_show(cell, K_VERDICT_NO_DATA);
		return;
	}
	template_printf(cell, K_HREF, "%s/%s/explain/sdg/%s/%s%s%s", request->prefix, framework->code, series, participant,
		*verdict->dims != '\0' ? "?dims=" : "", verdict->dims);
	if (verdict->neutral) {
		struct template_dict *neutral = template_section(cell, K_VERDICT_NEUTRAL);
		if (verdict->text != NULL)
			template_printf(template_section(neutral, K_NEWEST), K_TEXT, "%s (%lld)", words_source(arena, verdict->text), (long long)verdict->year);
		return;
	}
	look_of(verdict->status, &sign, &band);
	if (band < 0 && verdict->un_class == 0) {
		struct template_dict *none = template_section(cell, K_VERDICT_NONE);
		template_set(none, K_WHY, words_reason(verdict->reason));
		return;
	}
	struct template_dict *given = template_section(cell, K_VERDICT_GIVEN);
	template_set_int(given, K_BAND, band < 0 ? band_of_class[verdict->un_class] : band);
	template_set(given, K_VERDICT, sdg_verdict_words(arena, verdict->status));
	template_set(given, K_UN_CLASS, sdg_class_words(arena, verdict->un_class));
	if (*verdict->difference != '\0' && why != NULL)
		template_set(template_section(given, K_DIFFERS), K_HREF, why);
}

void sdg_show_together(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_together *together,
	const char *label)
{
	struct template_dict *cell = template_include(row, part, "verdict_together.tpl");
	const char *sign;
	int band;

	template_set(cell, K_LABEL, label != NULL ? label : _("Official series together"));
	if (together == NULL) {
		template_show(cell, K_VERDICT_NO_DATA);
		return;
	}
	look_of(together->status, &sign, &band);
	struct template_dict *shown = template_section(cell, band < 0 ? K_VERDICT_NONE : K_VERDICT_GIVEN);
	if (band >= 0) {
		template_set_int(shown, K_BAND, band);
		template_set(shown, K_VERDICT, sdg_verdict_words(request->arena, together->status));
		const char *score = words_change(request->arena, together->score, 1);
		template_set(shown, K_SCORE, strcmp(score, "=") == 0 ? "0" : score);
	}
	template_printf(shown, K_TEXT, _("%lld of %lld series judged"), (long long)together->judged, (long long)together->series);
}

void sdg_show_compliance(struct request *request, struct template_dict *row, enum template_key part, const struct framework *framework,
	const struct sdg_compliance *compliance, const char *label)
{
	struct template_dict *cell = template_include(row, part, "compliance.tpl");

	template_set(cell, K_LABEL, label != NULL ? label : _("Own answers"));
	if (compliance == NULL) {
		template_show(cell, K_SCORE_NOT_ASKED);
		return;
	}
	int band = words_band(compliance->score);
	template_set(cell, K_HREF, explain_compliance_href(request, framework->code, compliance->target, compliance->period, compliance->participant));
	struct template_dict *shown = template_section(cell, band < 0 ? K_SCORE_NONE : K_SCORE_GIVEN);
	if (band < 0) {
		template_printf(shown, K_WHY, _("%lld of %lld, needed %lld"), (long long)compliance->n, (long long)compliance->possible, (long long)compliance->needed);
		return;
	}
	template_set_int(shown, K_BAND, band);
	template_set(shown, K_BAND_NAME, words_band_name(band));
	template_set(shown, K_SCORE, words_number(request->arena, compliance->score, 0));
}

/* --- sentences --- */

/* "−34.6 %" of −0.346: a growth rate or a share. */
static const char *percent(struct arena *arena, double value, bool sign)
{
	const char *text = sign ? words_change(arena, value * 100, 1) : words_number(arena, value * 100, 1);

	return arena_printf(arena, "%s\xC2\xA0%%", strcmp(text, "=") == 0 ? "0" : text);
}

static const char *pace_and_distance(struct arena *arena, const struct sdg_verdict *v)
{
	if (isnan(v->progress) || isnan(v->ratio))
		return _("Open SDG compares growth rates, the UN chart the distance that would be covered.");
	return arena_printf(arena, _("Open SDG compares rates: the value changed by %s a year, and %s a year in the right direction would lead to the target (R = %s). The UN chart compares distances: at this pace %s of the way from base to target would be covered in %lld."),
		percent(arena, v->growth, true), percent(arena, v->growth_needed, false), words_significant(arena, v->progress, 2),
		percent(arena, v->ratio, false), (long long)v->target_year);
}

static enum verdicts_difference kind_of(const char *name)
{
	enum verdicts_difference difference = VERDICTS_ALIKE;

	while (difference < VERDICTS_DIFFERENCES && strcmp(verdicts_difference_name(difference), name) != 0)
		difference++;
	return difference;
}

const char *sdg_why_differ(struct arena *arena, const struct sdg_verdict *v)
{
	switch (kind_of(v->difference)) {
	case VERDICTS_ZERO_BASE:
		if (v->current == 0)
			return arena_printf(arena, _("The base is 0 (%lld), and no growth rate leads from 0: Open SDG counts it as 0.001, so that a value that is still 0 counts as a fall from there; the UN chart has no verdict."),
				(long long)v->base_year);
		return arena_printf(arena, _("The base is 0 (%lld), and no growth rate leads from 0: Open SDG counts it as 0.001 and judges, the UN chart has no verdict."),
			(long long)v->base_year);
	case VERDICTS_ONE_ONLY:
		return arena_printf(arena, _("Only one of the two methods can judge these values. %s"), words_reason(v->reason));
	case VERDICTS_ZERO_TARGET:
		return arena_printf(arena, _("The target is 0, and no growth rate leads to 0: Open SDG takes it as 0.001, which asks for a steep fall each year. %s"),
			pace_and_distance(arena, v));
	case VERDICTS_RATE_OR_DISTANCE:
		return pace_and_distance(arena, v);
	case VERDICTS_NEAR_LIMIT:
		return arena_printf(arena, _("No number was agreed as the target. The value is near its natural limit, so that Open SDG asks for less growth (factor %s); the UN chart doesn’t know of the limit. The value changed by %s a year."),
			words_significant(arena, v->natural_c, 2), percent(arena, v->growth, true));
	case VERDICTS_THRESHOLDS:
		return arena_printf(arena, _("No number was agreed as the target, so both look at the growth (%s a year) and draw their lines elsewhere: Open SDG at %s, %s and 0, the UN chart at %s and %s a year."),
			percent(arena, v->growth, true), percent(arena, 0.015, false), percent(arena, 0.005, false), percent(arena, 0.02, false),
			percent(arena, 0.005, false));
	case VERDICTS_ALIKE:
	case VERDICTS_DIFFERENCES:
		break;
	}
	return "";
}

/* --- the same for paper: a sentence for each kind, without the figures --- */

static const char *kind_words(const char *name)
{
	switch (kind_of(name)) {
	case VERDICTS_ZERO_BASE:
		return _("The base is 0, and no growth rate leads from 0: Open SDG counts it as 0.001, so that a value that is still 0 counts as a fall from there; the UN chart has no verdict.");
	case VERDICTS_ONE_ONLY:
		return _("Only one of the two methods can judge these values.");
	case VERDICTS_ZERO_TARGET:
		return _("The target is 0: Open SDG asks for the steep fall each year that leads to 0.001, the UN chart how much of the distance to 0 would be covered.");
	case VERDICTS_RATE_OR_DISTANCE:
		return _("Open SDG compares growth rates, the UN chart the distance that would be covered.");
	case VERDICTS_NEAR_LIMIT:
		return _("The value is near its natural limit: Open SDG asks for less growth there, the UN chart doesn’t know of the limit.");
	case VERDICTS_THRESHOLDS:
		return _("No number was agreed as the target: both look at the growth and draw their lines elsewhere.");
	case VERDICTS_ALIKE:
	case VERDICTS_DIFFERENCES:
		break;
	}
	return "";
}

void sdg_mark_reason(struct template_dict *row, struct sdg_reasons *reasons, const struct sdg_verdict *verdict)
{
	size_t at = 0;

	if (!verdict->there || *verdict->difference == '\0')
		return;
	while (at < reasons->count && strcmp(reasons->kinds[at], verdict->difference) != 0)
		at++;
	if (at == sizeof reasons->kinds / sizeof *reasons->kinds)
		return;
	if (at == reasons->count)
		reasons->kinds[reasons->count++] = verdict->difference;
	template_set_int(template_section(row, K_DIFFERS), K_NUMBER, (int64_t)at + 1);
}

void sdg_show_reasons(struct template_dict *part, const struct sdg_reasons *reasons)
{
	struct template_dict *all;

	if (reasons->count == 0)
		return;
	all = template_section(part, K_DIFFERENCES);
	for (size_t i = 0; i < reasons->count; i++) {
		struct template_dict *item = template_section(all, K_DIFFERENCE_ITEM);
		template_set_int(item, K_NUMBER, (int64_t)i + 1);
		template_set(item, K_TEXT, kind_words(reasons->kinds[i]));
	}
}

static void note(struct template_dict *row, enum template_key section, const char *text)
{
	template_set(template_section(row, section), K_TEXT, text);
}

void sdg_show_notes(struct request *request, struct template_dict *row, enum template_key section, const struct sdg_verdict *v)
{
	struct arena *arena = request->arena;

	if (!v->there || v->neutral)
		return;
	if (v->zero_base && strcmp(v->difference, "zero_base") != 0)
		note(row, section, _("Base 0 counts as 0.001 in the Open SDG method."));
	if (v->zero_target && strcmp(v->status, "not_available") != 0 && *v->difference == '\0')
		note(row, section, _("Target 0 counts as 0.001 in the Open SDG method."));
	if (v->base_year > v->first_year && strcmp(v->status, "not_available") != 0)
		note(row, section, arena_printf(arena, _("Counted from %lld, the first year with data since %lld."), (long long)v->base_year, (long long)v->first_year));
	if (v->guard)
		note(row, section, _("The base had already passed the target, and the value has left it since: class 1 of the UN chart, whatever its ratio."));
	if (strcmp(v->reason, "sign_change") == 0)
		note(row, section, words_reason(v->reason));
}
