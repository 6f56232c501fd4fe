/*
 * words: figures in the reader's language: decimal comma and thin groups in Russian, point and comma in English; a minus sign,
 * not a hyphen; bands by name. Files that machines read never pass here.
 */
#ifndef CGI_DASHBOARD_WORDS_H
#define CGI_DASHBOARD_WORDS_H

#include <stdint.h>

#include "indicators/base/arena.h"

/* Rounded half to even; "" for NaN. */
const char *words_number(struct arena *arena, double value, int decimals);

/* The same without zeros at the end of its decimals. */
const char *words_rounded(struct arena *arena, double value, int decimals);

/* With a sign before it: "+4", "−3"; "=" where nothing changed. */
const char *words_change(struct arena *arena, double value, int decimals);

/* A number as its source wrote it ("21.05", "<5"): only the marks change. */
const char *words_source(struct arena *arena, const char *text);

/* Up to `digits` significant digits, for factors and ratios. */
const char *words_significant(struct arena *arena, double value, int digits);

/* A value of an indicator in its unit: "level 3", "yes", "72 %", "1,024". */
const char *words_value(struct arena *arena, const char *type, double value);

/* The band of a score, 0 to 4, by the score as it is shown; -1 for NaN. */
int words_band(double score);

/* "very low" … "very high" in the current language. */
const char *words_band_name(int band);

/* The words for codes: of what one code means and nothing else. Unknown codes come back as they are. */
const char *words_type(const char *type);             /* ladder → "levels 0–4" */
const char *words_direction(const char *direction);   /* increase → "more is better" */
const char *words_status(const char *status);         /* answer: not_available → "not available" */
const char *words_verdict(const char *status);        /* 3a: substantial_progress → "Substantial progress" */
const char *words_un_class(int64_t number);           /* 3b: 3, 2, 1 */
const char *words_reason(const char *reason);         /* one_point → a sentence */

/* "score 1; regional statistics 1; …", the methods of a run as a snapshot has them. */
const char *words_methods(struct arena *arena, const char *text);

#endif
