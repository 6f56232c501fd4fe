/*
 * number: doubles as decimal text, and back, the same in every locale; and the rounding in which figures are published.
 *
 * Files that machines read (exports, snapshots, the API) get number_text(). Pages write numbers in the reader's language
 * and start from number_rounded_text().
 */
#ifndef INDICATORS_BASE_NUMBER_H
#define INDICATORS_BASE_NUMBER_H

#include <stdbool.h>

#include "indicators/base/arena.h"

#define NUMBER_TEXT 32 /* room for any double as number_text() writes it */

/* More decimals than this are never published. */
#define NUMBER_DECIMALS_MAX 9

/*
 * The shortest decimal of at least 15 significant digits ("%.15g", else "%.16g", else "%.17g") that reads back as the
 * same double, with a point: "82.5", "0.1", "1e+20". Negative zero is "0"; what is not a finite number is "".
 */
void number_text(double value, char text[static NUMBER_TEXT]);

/* The same with the decimal mark of the current language, as people type it. In the arena. */
const char *number_typed(struct arena *arena, double value);

/*
 * Reads a decimal number: an optional sign, digits with at most one point or comma as the decimal mark, an optional
 * exponent; nothing else, no spaces, no hexadecimal, no "nan" or "inf", nothing that overflows. Returns whether it is
 * one; `*value` is set only then. More than 32 digits before the exponent are refused.
 */
bool number_parse(const char *text, double *value);

/*
 * Rounds to `decimals` (0 to NUMBER_DECIMALS_MAX) places, ties to the even digit: 82.5 -> 82, 79.5 -> 80, 0.285 -> 0.28.
 *
 * What is rounded is the decimal number that the double stands for, not its binary value. 0.285 is stored as
 * 0.284999999999999975575093458246556110680103302001953125 and 1.005 as 1.00499999999999989…; rounding the binary value
 * would make ties of none of them. The decimal meant is taken as the one of 15 significant digits (DBL_DIG: every decimal
 * of up to 15 digits survives the way into a double and back), which also takes away what a few additions and a
 * division leave behind: a mean of 82.49999999999999 or 82.50000000000001 is the tie 82.5. The digits are then rounded as
 * digits. Never gives negative zero; infinities and NaN come back as they are.
 */
double number_round_half_even(double value, int decimals);

/* The same as text with exactly that many decimals: (82.5, 0) -> "82", (0.285, 2) -> "0.28", (2, 1) -> "2.0".
 * "" for what is not finite or is 1e15 and more. */
void number_rounded_text(double value, int decimals, char text[static NUMBER_TEXT]);

#endif
