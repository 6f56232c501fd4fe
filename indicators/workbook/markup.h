/*
 * markup: XML from outside, read as it streams by and bounded: no document type, so no entities; at most MARKUP_DEPTH_MAX elements
 * within each other; the parser gets MARKUP_MEMORY_MAX bytes and not one more. Names come without their prefix.
 */
#ifndef INDICATORS_WORKBOOK_MARKUP_H
#define INDICATORS_WORKBOOK_MARKUP_H

#include "indicators/workbook/archive.h"

#define MARKUP_DEPTH_MAX 64
#define MARKUP_MEMORY_MAX ((size_t)4 * 1024 * 1024)

/* Each may be NULL. What start and end return ends the reading when it is an error. `attributes`: name, value, …, NULL. */
struct markup {
	enum err (*start)(void *context, const char *name, const char *const *attributes, struct error *error);
	enum err (*text)(void *context, const char *text, size_t length, struct error *error);
	enum err (*end)(void *context, const char *name, struct error *error);
};

/* Reads an entry of the archive. */
MUST_USE enum err markup_read(struct archive *archive, const char *entry, const struct markup *markup, void *context, struct error *error);

/* The value of an attribute, or NULL. */
const char *markup_attribute(const char *const *attributes, const char *name);

#endif
