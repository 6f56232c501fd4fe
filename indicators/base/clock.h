/*
 * clock: the one place that asks what time it is.
 *
 * All times are UTC text as ISO 8601 writes it, which sorts and compares as text: "2026-11-23T19:05:00Z", dates
 * "2026-11-23". MONITOR_NOW=2026-11-23T19:05:00Z in the environment stands still at that moment; tests and
 * rehearsals of deadlines use it.
 */
#ifndef INDICATORS_BASE_CLOCK_H
#define INDICATORS_BASE_CLOCK_H

#include <stdbool.h>
#include <time.h>

#define CLOCK_TEXT 21 /* "2026-11-23T19:05:00Z" and NUL */
#define CLOCK_DATE 11 /* "2026-11-23" and NUL */

time_t clock_now(void);

/* Now, as text. */
void clock_text(char text[static CLOCK_TEXT]);

/* `seconds` from now (may be negative), as text. */
void clock_text_in(long seconds, char text[static CLOCK_TEXT]);

/* Today, as text. */
void clock_today(char text[static CLOCK_DATE]);

/* Whether text is a real calendar date, YYYY-MM-DD. */
bool clock_is_date(const char *text);

#endif
