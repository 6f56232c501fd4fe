/*
 * utf8: whether bytes from outside are text, whether it says anything, and where it may be cut.
 */
#ifndef INDICATORS_BASE_UTF8_H
#define INDICATORS_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Well-formed UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
bool utf8_is_valid(const char *text, size_t length);

/* Bytes of the longest beginning of a valid text that has whole characters and at most `most` bytes. */
size_t utf8_head(const char *text, size_t most);

/* Where the longest piece of a valid text begins that ends before byte `end`, has whole characters and at most `most` bytes. */
size_t utf8_tail(const char *text, size_t end, size_t most);

/* Whether a text begins with U+FFFE or U+FFFF: UTF-8 as any, but no XML document may hold them. */
bool utf8_is_no_character(const char *text);

/*
 * Whether a valid text says nothing: empty, NULL, or only what leaves no ink (ASCII white space, the no-break and other spaces, zero-width
 * characters, as they come out of office programs).
 */
bool utf8_is_blank(const char *text);

#endif
