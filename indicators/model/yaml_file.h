/*
 * yaml_file: reads one YAML file into structs along a libcyaml schema, with every mistake by file and line.
 *
 * libcyaml stops at the first mistake and names the line of the value before it. So the file is first walked as
 * libyaml's document along the same schema, which finds every unknown, missing or doubled key and every value of a
 * wrong type with its own line; then libcyaml loads it. The document is kept, so that the checks of meaning that
 * follow (an unknown domain, a missing translation) can name the line of what they are about.
 */
#ifndef INDICATORS_MODEL_YAML_FILE_H
#define INDICATORS_MODEL_YAML_FILE_H

#include <cyaml/cyaml.h>
#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/problems.h"

#define YAML_FILE_MAX ((size_t)1024 * 1024)
#define YAML_DEPTH_MAX 32
#define YAML_LANGUAGES 8 /* most languages of i18n_languages */

struct yaml_file;

/* A text in several languages, in the order of i18n_languages; NULL where there is none. */
struct yaml_text {
	char *in[YAML_LANGUAGES];
};

/* The schema of a yaml_text, for schemas to name; yaml_file_open fills it in from i18n_languages. */
extern cyaml_schema_field_t yaml_text_fields[YAML_LANGUAGES + 1];

/* Shorthands for schemas: keys whose absence the walker reports are those without CYAML_FLAG_OPTIONAL. */
#define YAML_STRING(key, flags, type, member) \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | (flags), type, member, 0, YAML_FILE_MAX)

/*
 * Reads `path`, whose root is `schema` (a pointer to a mapping). NULL after adding to `problems` why not. `shown` is
 * how messages name the file. The structs live until yaml_file_close.
 */
struct yaml_file *yaml_file_open(const char *path, const char *shown, const cyaml_schema_value_t *schema,
	struct problems *problems);
void yaml_file_close(struct yaml_file *file);
void *yaml_file_root(const struct yaml_file *file);
const char *yaml_file_shown(const struct yaml_file *file);

/* A problem at the line of `path`. */
void yaml_file_problem(const struct yaml_file *file, struct problems *problems, const char *path, const char *format, ...)
	PRINTF_LIKE(4, 5);

/*
 * Checks that a text is there in every required language (en, ru) and not longer than `most` bytes in any. With
 * `optional`, a NULL text is fine. Returns whether it is good.
 */
bool yaml_text_check(const struct yaml_file *file, struct problems *problems, const char *path, const struct yaml_text *text,
	bool optional, size_t most);

/* The text in English, never NULL. */
const char *yaml_text_english(const struct yaml_text *text);

#endif
