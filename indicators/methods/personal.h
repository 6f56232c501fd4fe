/*
 * personal: finds what looks like data of a person in a text of English or Russian: telephone numbers, passport and identity numbers
 * of the five countries, dates of birth, names of victims. Pure; a guess, which a person confirms or mends (DESIGN: "what is never shown").
 */
#ifndef INDICATORS_METHODS_PERSONAL_H
#define INDICATORS_METHODS_PERSONAL_H

#include <stddef.h>

enum personal_kind { PERSONAL_TELEPHONE, PERSONAL_PASSPORT, PERSONAL_IDENTITY, PERSONAL_BIRTH, PERSONAL_NAME, PERSONAL_KINDS };

/* Bytes start … start + length of the text, on boundaries of characters. */
struct personal_mark {
	size_t start, length;
	enum personal_kind kind;
};

/*
 * Fills at most `most` marks in the order of the text, without overlaps; returns how many. `text` is valid UTF-8 (NULL: none).
 * Takes time linear in its length.
 */
size_t personal_find(const char *text, struct personal_mark *marks, size_t most);

/* "telephone", "passport", "identity", "birth", "name", for the audit log. */
const char *personal_kind_name(enum personal_kind kind);

/* For people, in the current language: "telephone number" … */
const char *personal_kind_title(enum personal_kind kind);

#endif
