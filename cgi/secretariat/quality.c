/* quality: the data-quality list of a round and the answers beside official figures; see trends.h. */
#include <math.h>
#include <string.h>

#include "cgi/secretariat/trends.h"
#include "indicators/base/csv.h"
#include "indicators/base/i18n.h"

static const char *title_of(const struct trends *trends, const char *participant)
{
	for (size_t i = 0; i < trends->seats.count; i++)
		if (strcmp(trends->seats.rows[i].code, participant) == 0)
			return trends->seats.rows[i].title;
	return participant;
}

static const char *seat_href(struct request *request, const struct trends *trends, const char *participant)
{
	return arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)trends->round.id, participant);
}

/* --- beside official figures ------------------------------------------------------------------------------------- */

void gaps_show(struct request *request, struct template_dict *page, const struct trends_page *about)
{
	const struct trends *trends = &about->trends;

	if (trends->gap_count == 0) {
		template_show(page, K_T_NO_GAPS);
		return;
	}
	struct template_dict *section = template_section(page, K_T_GAPS);
	for (size_t i = 0; i < trends->gap_count; i++) {
		const struct trend_gap *gap = &trends->gaps[i];
		struct template_dict *row = template_section(section, K_T_GAP);

		template_set(row, K_T_GAP_SEAT, title_of(trends, gap->participant));
		template_printf(row, K_T_GAP_HREF, "%s%s", seat_href(request, trends, gap->participant), gap->code);
		template_set(row, K_T_GAP_CODE, gap->code);
		template_set(row, K_T_GAP_OWN, parts_number(request, gap->own));
		template_set(row, K_T_GAP_PERIOD, gap->own_period);
		template_set(row, K_T_GAP_OFFICIAL, parts_number(request, gap->official));
		template_set_int(row, K_T_GAP_YEAR, gap->official_year);
		template_set(row, K_T_GAP_SERIES, gap->series_title);
		template_set(row, K_T_GAP_VINTAGE, gap->vintage);
		template_show(row, gap->told ? K_T_GAP_TOLD : K_T_GAP_CLOSE);
		if (!gap->same_year)
			template_show(row, K_T_GAP_OTHER_YEAR);
	}
}

/* --- lateness ---------------------------------------------------------------------------------------------------- */

static void show_late(struct request *request, struct template_dict *part, const struct trends_page *about)
{
	struct template_dict *list = NULL;

	for (size_t i = 0; i < about->trends.seats.count; i++) {
		const struct round_seat *seat = &about->trends.seats.rows[i];
		size_t missing = 0, came = 0;

		for (size_t j = 0; j < about->lines.count; j++) {
			const struct review_line *line = &about->lines.rows[j];
			if (strcmp(line->participant, seat->code) != 0 || (line->look & REVIEW_LATE) == 0)
				continue;
			missing += line->state < STATE_SUBMITTED;
			came += line->state >= STATE_SUBMITTED;
		}
		if (missing + came == 0)
			continue;
		if (list == NULL)
			list = template_section(part, K_QU_LATE);
		struct template_dict *row = template_section(list, K_QU_LATE_ROW);
		template_set(row, K_QU_SEAT, seat->title);
		template_printf(row, K_QU_HREF, "%s?look=late", seat_href(request, &about->trends, seat->code));
		template_set(row, K_QU_LATE_TEXT, arena_printf(request->arena, _("%zu came after the deadline, %zu are missing since"), came, missing));
	}
}

/* --- one answer after the other ---------------------------------------------------------------------------------- */

static unsigned reasons_of(const struct trends_page *about, const struct review_line *line)
{
	return line->look & (about->look != 0 ? about->look : (unsigned)TRENDS_LOOKS);
}

static void show_row(struct request *request, struct template_dict *table, const struct trends_page *about, const struct review_line *line)
{
	struct template_dict *row = template_section(table, K_QU_ROW);
	const char *href = seat_href(request, &about->trends, line->participant);

	template_set(row, K_QU_SEAT, title_of(&about->trends, line->participant));
	template_printf(row, K_QU_HREF, "%s%s", href, line->code);
	template_set(row, K_QU_CODE, line->code);
	template_set(row, K_QU_TITLE, line->title);
	parts_state(row, line->state);
	for (unsigned i = 0; i < REVIEW_LOOKS; i++)
		if ((line->look & TRENDS_LOOKS & 1u << i) != 0)
			template_set(template_section(row, K_QU_REASON), K_QU_REASON_TEXT, review_look_title(1u << i));
	if ((line->look & (REVIEW_JUMP | REVIEW_UNUSUAL)) != 0)
		template_show(row, line->explained ? K_QU_EXPLAINED : K_QU_UNEXPLAINED);
	if ((line->look & REVIEW_JUMP) == 0 || isnan(line->value))
		return;
	struct template_dict *figures = template_section(row, K_QU_FIGURES);
	const char *now = parts_number(request, line->value), *last = parts_number(request, line->last);
	template_set(figures, K_QU_FIGURES_TEXT, line->outlier.is
		? arena_printf(request->arena, _("%s; %s in %s; median of its own past %s"), now, last, line->last_period,
			parts_number(request, line->outlier.median))
		: arena_printf(request->arena, _("%s; %s in %s"), now, last, line->last_period));
}

static void show_counters(struct template_dict *part, const struct trends_page *about)
{
	const struct round *round = &about->trends.round;

	for (unsigned i = 0; i < REVIEW_LOOKS; i++) {
		int64_t count = 0;

		for (size_t j = 0; j < about->lines.count; j++)
			count += (about->lines.rows[j].look & TRENDS_LOOKS & 1u << i) != 0;
		if (count == 0 && about->look != 1u << i)
			continue;
		struct template_dict *row = template_section(part, K_QU_COUNTER);
		template_printf(row, K_QU_COUNTER_HREF, "/secretariat/trends?framework=%s&period=%s&look=%s#quality", round->framework, round->period,
			review_look_name(1u << i));
		template_set_int(row, K_QU_COUNTER_NUMBER, count);
		template_set(row, K_QU_COUNTER_TITLE, review_look_title(1u << i));
		if (about->look == 1u << i)
			template_show(row, K_QU_COUNTER_CHOSEN);
	}
}

void quality_show(struct request *request, struct template_dict *page, const struct trends_page *about)
{
	struct template_dict *part = template_include(page, K_QUALITY, "quality.tpl"), *table = NULL;

	show_counters(part, about);
	show_late(request, part, about);
	for (size_t i = 0; i < about->lines.count; i++) {
		if (reasons_of(about, &about->lines.rows[i]) == 0)
			continue;
		if (table == NULL)
			table = template_section(part, K_QU_TABLE);
		show_row(request, table, about, &about->lines.rows[i]);
	}
	if (table == NULL)
		template_show(part, K_QU_NONE);
	if (about->look != 0)
		template_printf(template_section(part, K_QU_ALL), K_QU_ALL_HREF, "/secretariat/trends?framework=%s&period=%s#quality",
			about->trends.round.framework, about->trends.round.period);
}

void quality_csv(struct buffer *csv, const struct trends_page *about)
{
	static const char *const columns[] = { "participant", "indicator", "title", "state", "reason", "explained", "value", "last_value",
		"last_period", "own_median", "evidence", "small_cells" };

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		csv_text(csv, columns[i]);
	csv_end(csv);
	for (size_t i = 0; i < about->lines.count; i++) {
		const struct review_line *line = &about->lines.rows[i];
		bool open = line->state >= STATE_CLEARED;

		for (unsigned k = 0; k < REVIEW_LOOKS; k++) {
			if ((line->look & (TRENDS_LOOKS | REVIEW_LATE) & 1u << k) == 0)
				continue;
			csv_text(csv, line->participant);
			csv_text(csv, line->code);
			csv_text(csv, line->title);
			csv_text(csv, state_name(line->state));
			csv_text(csv, review_look_name(1u << k));
			csv_text(csv, !open ? "" : line->explained ? "yes" : "no");
			csv_number(csv, line->value);
			csv_number(csv, line->last);
			csv_text(csv, line->last_period);
			csv_number(csv, line->outlier.median);
			csv_number(csv, open ? (double)line->evidence : (double)NAN);
			csv_number(csv, open ? (double)line->small : (double)NAN);
			csv_end(csv);
		}
	}
}
