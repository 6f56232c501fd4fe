/* day: months have names in each language, in the form that a date needs. */
#include <stdio.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

const char *day_text(struct arena *arena, const char *time)
{
	/* TRANSLATORS: months as they stand in a date, "23 November 2026". */
	static const char *const months[] = { N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
		N_("August"), N_("September"), N_("October"), N_("November"), N_("December") };
	int year, month, day;

	if (time == NULL || sscanf(time, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
		return time;
	/* TRANSLATORS: day, month and year: "23 November 2026". */
	return arena_printf(arena, _("%d %s %d"), day, _(months[month - 1]), year);
}

const char *day_moment(struct arena *arena, const char *time)
{
	if (time == NULL || strlen(time) < 16)
		return day_text(arena, time);
	return arena_printf(arena, "%s, %.5s UTC", day_text(arena, time), time + 11);
}
