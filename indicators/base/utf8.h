/*
 * utf8: whether bytes from outside are text.
 */
#ifndef INDICATORS_BASE_UTF8_H
#define INDICATORS_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Well-formed UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
bool utf8_is_valid(const char *text, size_t length);

#endif
