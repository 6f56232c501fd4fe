/* day: months have names in each language, in the form that a date needs. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define SECONDS_A_DAY 86400

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

/* Noon of a date, far from any doubt; the year 1970 where it is none. */
static time_t noon(const char *date)
{
	struct tm tm = { .tm_year = 70, .tm_mday = 1 };
	int year, month, day;

	if (sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3) {
		tm.tm_year = year - 1900;
		tm.tm_mon = month - 1;
		tm.tm_mday = day;
	}
	tm.tm_hour = 12;
	return timegm(&tm);
}

int64_t day_count(const char *from, const char *to)
{
	return (int64_t)(noon(to) - noon(from)) / SECONDS_A_DAY;
}

const char *day_shift(struct arena *arena, const char *date, int64_t days)
{
	time_t then = noon(date) + (time_t)(days * SECONDS_A_DAY);
	struct tm tm;

	gmtime_r(&then, &tm);
	return arena_printf(arena, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}
