/*
 * period: reporting periods, as SDMX writes time periods (SDMX 3.0, Technical Notes, "Time formats").
 *
 *	2025       a year           2025-S1, 2025-S2        a half-year
 *	2025-07    a month          2025-T1 … 2025-T3       a third of a year (four months)
 *	                            2025-Q1 … 2025-Q4       a quarter
 *
 * Each period has one spelling here, so that equal periods are equal texts; weeks and days are not reporting periods.
 * Within one frequency the texts sort as the periods do.
 */
#ifndef INDICATORS_BASE_PERIOD_H
#define INDICATORS_BASE_PERIOD_H

#include <stdbool.h>

#include "indicators/base/error.h"

#define PERIOD_TEXT 32 /* room for "2025-S1", and for any three ints, which spares checks */
#define PERIOD_DATE 40 /* the same for "2025-06-30" */

/* The first and last year that a period may have: wrong digits are found, history isn't. */
#define PERIOD_YEAR_MIN 1900
#define PERIOD_YEAR_MAX 2199

enum period_frequency { PERIOD_YEAR, PERIOD_HALF, PERIOD_THIRD, PERIOD_QUARTER, PERIOD_MONTH };

struct period {
	int year;
	enum period_frequency frequency;
	int number; /* of the part within the year, from 1; 1 for a year */
};

/* Reads a period; ERR_INVALID with a sentence that says what is wrong and how it would be right. */
enum err period_parse(const char *text, struct period *period, struct error *error) MUST_USE;

/* Whether text is a period. */
bool period_is(const char *text);

/* Its one spelling. */
void period_text(const struct period *period, char text[static PERIOD_TEXT]);

/*
 * Below 0, 0, above 0 as `a` is earlier than, the same as or later than `b`: by first month, then the longer one first.
 * Within one frequency that is their order in time; across frequencies it is at least an order to sort in.
 */
int period_compare(const struct period *a, const struct period *b);

/*
 * Whether `period` lies wholly from the first month of `first` to the last month of `last`; either may be NULL, for no
 * limit. The three may have different frequencies: 2011-Q4 is within 2011 … 2015, 2010 is not within 2010-S2 ….
 */
bool period_within(const struct period *period, const struct period *first, const struct period *last);

/* Its first and last day, YYYY-MM-DD. */
void period_first_day(const struct period *period, char date[static PERIOD_DATE]);
void period_last_day(const struct period *period, char date[static PERIOD_DATE]);

/*
 * The year in which a time period of an official source begins, 0 if it can't be told. Takes what sources write: "2015",
 * "2015.0" (a number that went through JSON), "2015-16" and "2015-2016" (a split year: it counts as 2015), "2015-S1".
 */
int period_first_year(const char *text);

#endif
