/* clock: see clock.h. */
#include "indicators/base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

time_t clock_now(void)
{
	const char *fixed = getenv("MONITOR_NOW");
	struct tm tm = { 0 };

	if (fixed != NULL && strptime(fixed, "%Y-%m-%dT%H:%M:%SZ", &tm) != NULL)
		return timegm(&tm);
	return time(NULL);
}

void clock_text_in(long seconds, char text[static CLOCK_TEXT])
{
	time_t then = clock_now() + seconds;
	struct tm tm;

	gmtime_r(&then, &tm);
	if (strftime(text, CLOCK_TEXT, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
		text[0] = '\0';
}

void clock_text(char text[static CLOCK_TEXT])
{
	clock_text_in(0, text);
}

void clock_today(char text[static CLOCK_DATE])
{
	char now[CLOCK_TEXT];

	clock_text(now);
	memcpy(text, now, CLOCK_DATE - 1);
	text[CLOCK_DATE - 1] = '\0';
}

bool clock_is_date(const char *text)
{
	struct tm tm = { 0 };
	char again[CLOCK_DATE];

	if (text == NULL || strlen(text) != CLOCK_DATE - 1)
		return false;
	const char *end = strptime(text, "%Y-%m-%d", &tm);
	if (end == NULL || *end != '\0')
		return false;
	/* 31 February parses; it does not come back the same. */
	time_t moment = timegm(&tm);
	gmtime_r(&moment, &tm);
	return strftime(again, sizeof again, "%Y-%m-%d", &tm) != 0 && strcmp(again, text) == 0;
}
