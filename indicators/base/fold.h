/*
 * fold: texts compared as a person searches them: capital and small letters are the same, and so are е and ё.
 *
 * Covers the alphabets of the interface's languages: Latin with its accents, and Cyrillic with the letters of Kazakh, Kyrgyz and
 * Tajik. Everything else stays as it is.
 */
#ifndef INDICATORS_BASE_FOLD_H
#define INDICATORS_BASE_FOLD_H

#include <stdbool.h>

#include "indicators/base/arena.h"

/* `text`, valid UTF-8, in small letters. In the arena. */
const char *fold_text(struct arena *arena, const char *text);

/* Whether every word of `words` (both folded; words end at blanks) stands somewhere in `text`. No words: true. */
bool fold_has_words(struct arena *arena, const char *text, const char *words);

#endif
