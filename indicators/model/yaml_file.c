/* yaml_file: see yaml_file.h. */
#include "indicators/model/yaml_file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "indicators/base/i18n.h"

struct yaml_file {
	char *shown;
	char *text;
	size_t length;
	yaml_document_t document;
	bool has_document;
	const cyaml_schema_value_t *schema;
	void *root;
};

/* Languages without which a text is not complete; others may be added file by file. */
static const char *const required_languages[] = { "en", "ru" };

static void ignore_log(cyaml_log_t level, void *ctx, const char *format, va_list args)
{
	(void)level;
	(void)ctx;
	(void)format;
	(void)args;
}

static const cyaml_config_t config = {
	.log_fn = ignore_log,
	.mem_fn = cyaml_mem,
	.log_level = CYAML_LOG_ERROR,
	.flags = CYAML_CFG_NO_ALIAS,
};

cyaml_schema_field_t yaml_text_fields[YAML_LANGUAGES + 1];

static void make_text_fields(void)
{
	for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL; i++) {
		cyaml_schema_field_t field = CYAML_FIELD_STRING_PTR("", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
			struct yaml_text, in[0], 0, YAML_FILE_MAX);
		field.key = i18n_languages[i].code;
		field.data_offset = (uint32_t)(offsetof(struct yaml_text, in) + i * sizeof(char *));
		yaml_text_fields[i] = field;
	}
}

/* --- lines --------------------------------------------------------------------------------------------------- */

static yaml_node_t *node_at(const struct yaml_file *file, yaml_node_item_t index)
{
	/* libyaml takes a pointer that it does not write through. */
	return yaml_document_get_node((yaml_document_t *)(uintptr_t)&file->document, index);
}

static size_t node_line(const yaml_node_t *node)
{
	return node->start_mark.line + 1;
}

static bool is_key(const yaml_node_t *node, const char *key, size_t length)
{
	return node != NULL && node->type == YAML_SCALAR_NODE && node->data.scalar.length == length &&
		memcmp(node->data.scalar.value, key, length) == 0;
}

/* The line of "levels/2/criteria/0/ru", or of the nearest thing above it that is there. */
static size_t line_of(const struct yaml_file *file, const char *path)
{
	const yaml_node_t *node = yaml_document_get_root_node((yaml_document_t *)(uintptr_t)&file->document);
	size_t line = node != NULL ? node_line(node) : 1;

	while (node != NULL && *path != '\0') {
		size_t length = strcspn(path, "/");
		const yaml_node_t *next = NULL;
		if (node->type == YAML_MAPPING_NODE) {
			for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
				const yaml_node_t *key = node_at(file, pair->key);
				if (is_key(key, path, length)) {
					next = node_at(file, pair->value);
					line = node_line(key);
				}
			}
		} else if (node->type == YAML_SEQUENCE_NODE) {
			long wanted = strtol(path, NULL, 10);
			if (wanted >= 0 && wanted < node->data.sequence.items.top - node->data.sequence.items.start) {
				next = node_at(file, node->data.sequence.items.start[wanted]);
				if (next != NULL)
					line = node_line(next);
			}
		}
		node = next;
		path += length;
		if (*path == '/')
			path++;
	}
	return line;
}

static void add_at(const struct yaml_file *file, struct problems *problems, size_t line, const char *format, ...)
	PRINTF_LIKE(4, 5);

static void add_at(const struct yaml_file *file, struct problems *problems, size_t line, const char *format, ...)
{
	char place[512];
	va_list args;

	snprintf(place, sizeof place, "%s:%zu", file->shown, line);
	va_start(args, format);
	problems_add_v(problems, place, format, args);
	va_end(args);
}

void yaml_file_problem(const struct yaml_file *file, struct problems *problems, const char *path, const char *format, ...)
{
	char place[512];
	va_list args;

	snprintf(place, sizeof place, "%s:%zu", file->shown, line_of(file, path));
	va_start(args, format);
	problems_add_v(problems, place, format, args);
	va_end(args);
}

/* --- the walk along the schema ------------------------------------------------------------------------------- */

static void check_value(const struct yaml_file *file, struct problems *problems, const yaml_node_t *node, const char *name,
	const cyaml_schema_value_t *schema);

static bool whole_number(const char *text)
{
	char *end;

	errno = 0;
	long long value = strtoll(text, &end, 10);
	return *text != '\0' && *end == '\0' && errno == 0 && value >= INT32_MIN && value <= INT32_MAX;
}

static bool any_number(const char *text)
{
	char *end;

	if (strspn(text, "+-.0123456789eE") != strlen(text))
		return false;
	(void)strtod(text, &end);
	return *text != '\0' && *end == '\0';
}

static void check_scalar(const struct yaml_file *file, struct problems *problems, const yaml_node_t *node, const char *name,
	const cyaml_schema_value_t *schema)
{
	const char *text = (const char *)node->data.scalar.value;
	static const char *const bools[] = { "yes", "no", "true", "false" };
	bool good = true;

	if (strlen(text) != node->data.scalar.length) {
		add_at(file, problems, node_line(node), _("%s contains a NUL character."), name);
		return;
	}
	switch (schema->type) {
	case CYAML_INT:
	case CYAML_UINT:
		if (!whole_number(text) || (schema->type == CYAML_UINT && *text == '-'))
			add_at(file, problems, node_line(node), _("%s must be a whole number, not “%s”."), name, text);
		break;
	case CYAML_FLOAT:
		if (!any_number(text))
			add_at(file, problems, node_line(node), _("%s must be a number, not “%s”."), name, text);
		break;
	case CYAML_BOOL:
		good = false;
		for (size_t i = 0; i < sizeof bools / sizeof *bools; i++)
			good = good || strcmp(text, bools[i]) == 0;
		if (!good)
			add_at(file, problems, node_line(node), _("%s must be yes or no, not “%s”."), name, text);
		break;
	default:
		break;
	}
}

static void check_mapping(const struct yaml_file *file, struct problems *problems, const yaml_node_t *node, const char *name,
	const cyaml_schema_field_t *fields)
{
	const yaml_node_pair_t *const start = node->data.mapping.pairs.start;
	const yaml_node_pair_t *const top = node->data.mapping.pairs.top;

	for (const yaml_node_pair_t *pair = start; pair < top; pair++) {
		const yaml_node_t *key = node_at(file, pair->key);
		const cyaml_schema_field_t *field = fields;
		if (key == NULL || key->type != YAML_SCALAR_NODE) {
			add_at(file, problems, node_line(node), _("A key must be a plain word."));
			continue;
		}
		const char *text = (const char *)key->data.scalar.value;
		while (field->key != NULL && strcmp(field->key, text) != 0)
			field++;
		if (field->key == NULL) {
			if (name != NULL)
				add_at(file, problems, node_line(key), _("“%s” is not known here, under %s."), text, name);
			else
				add_at(file, problems, node_line(key), _("“%s” is not known here."), text);
			continue;
		}
		for (const yaml_node_pair_t *before = start; before < pair; before++)
			if (is_key(node_at(file, before->key), text, strlen(text)))
				add_at(file, problems, node_line(key), _("“%s” is there twice."), text);
		check_value(file, problems, node_at(file, pair->value), text, &field->value);
	}
	for (const cyaml_schema_field_t *field = fields; field->key != NULL; field++) {
		bool found = (field->value.flags & CYAML_FLAG_OPTIONAL) != 0;
		for (const yaml_node_pair_t *pair = start; pair < top && !found; pair++)
			found = is_key(node_at(file, pair->key), field->key, strlen(field->key));
		if (!found)
			add_at(file, problems, node_line(node), _("“%s” is missing."), field->key);
	}
}

static void check_value(const struct yaml_file *file, struct problems *problems, const yaml_node_t *node, const char *name,
	const cyaml_schema_value_t *schema)
{
	if (node == NULL)
		return;
	const char *shown = name != NULL ? name : file->shown;
	switch (schema->type) {
	case CYAML_MAPPING:
		if (node->type != YAML_MAPPING_NODE)
			add_at(file, problems, node_line(node), _("%s must be a mapping (key: value)."), shown);
		else
			check_mapping(file, problems, node, name, schema->mapping.fields);
		break;
	case CYAML_SEQUENCE:
		if (node->type != YAML_SEQUENCE_NODE) {
			add_at(file, problems, node_line(node), _("%s must be a list."), shown);
			break;
		}
		for (const yaml_node_item_t *item = node->data.sequence.items.start; item < node->data.sequence.items.top; item++)
			check_value(file, problems, node_at(file, *item), name, schema->sequence.entry);
		break;
	default:
		if (node->type != YAML_SCALAR_NODE)
			add_at(file, problems, node_line(node), _("%s must be a single value."), shown);
		else
			check_scalar(file, problems, node, shown, schema);
	}
}

/* --- reading ------------------------------------------------------------------------------------------------- */

static bool read_text(struct yaml_file *file, const char *path, struct problems *problems)
{
	FILE *in = fopen(path, "rb");

	if (in == NULL) {
		problems_add(problems, file->shown, _("The file cannot be read (%s)."), strerror(errno));
		return false;
	}
	file->text = malloc(YAML_FILE_MAX + 1);
	if (file->text != NULL)
		file->length = fread(file->text, 1, YAML_FILE_MAX + 1, in);
	bool failed = file->text == NULL || ferror(in) != 0;
	fclose(in);
	if (failed)
		problems_add(problems, file->shown, _("The file cannot be read (%s)."), strerror(errno));
	else if (file->length > YAML_FILE_MAX)
		problems_add(problems, file->shown, _("The file is larger than %zu bytes."), YAML_FILE_MAX);
	else
		return true;
	return false;
}

/* Where values nest deeper than any file of ours; 0 when they don't. The parser's time grows with the square of the depth. */
static size_t deep_line(const struct yaml_file *file)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t line = 0, depth = 0;
	bool more = true;

	if (!yaml_parser_initialize(&parser))
		return 0;
	yaml_parser_set_input_string(&parser, (const unsigned char *)file->text, file->length);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	/* Mistakes are told by the reading that follows. */
	while (more && line == 0 && yaml_parser_parse(&parser, &event)) {
		more = event.type != YAML_STREAM_END_EVENT;
		if (event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT)
			depth++;
		else if (event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT)
			depth--;
		if (depth > YAML_DEPTH_MAX)
			line = event.start_mark.line + 1;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return line;
}

static bool read_document(struct yaml_file *file, struct problems *problems)
{
	size_t deep = deep_line(file);

	if (deep != 0) {
		add_at(file, problems, deep, _("Values nest deeper than %d levels."), YAML_DEPTH_MAX);
		return false;
	}
	yaml_parser_t parser;
	yaml_document_t second;
	bool good = false;

	if (!yaml_parser_initialize(&parser)) {
		problems_add(problems, file->shown, _("Out of memory."));
		return false;
	}
	yaml_parser_set_input_string(&parser, (const unsigned char *)file->text, file->length);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	if (!yaml_parser_load(&parser, &file->document)) {
		size_t line = parser.problem_mark.line + 1;
		if (parser.error == YAML_READER_ERROR) {
			line = 1;
			for (size_t i = 0; i < parser.problem_offset && i < file->length; i++)
				line += file->text[i] == '\n';
		}
		add_at(file, problems, line, _("This is not YAML: %s."), parser.problem != NULL ? parser.problem : "?");
		goto out;
	}
	file->has_document = true;
	if (yaml_document_get_root_node(&file->document) == NULL) {
		add_at(file, problems, 1, _("The file is empty."));
		goto out;
	}
	if (!yaml_parser_load(&parser, &second)) {
		add_at(file, problems, parser.problem_mark.line + 1, _("This is not YAML: %s."), parser.problem != NULL ? parser.problem : "?");
		goto out;
	}
	const yaml_node_t *more = yaml_document_get_root_node(&second);
	if (more != NULL)
		add_at(file, problems, node_line(more), _("The file holds a second document."));
	else
		good = true;
	yaml_document_delete(&second);
out:
	yaml_parser_delete(&parser);
	return good;
}

struct yaml_file *yaml_file_open(const char *path, const char *shown, const cyaml_schema_value_t *schema,
	struct problems *problems)
{
	struct yaml_file *file = calloc(1, sizeof *file);
	size_t before = problems->count;

	make_text_fields();
	if (file == NULL || (file->shown = strdup(shown)) == NULL) {
		problems_add(problems, shown, _("Out of memory."));
		free(file);
		return NULL;
	}
	file->schema = schema;
	if (!read_text(file, path, problems) || !read_document(file, problems))
		goto fail;
	check_value(file, problems, yaml_document_get_root_node(&file->document), NULL, schema);
	if (problems->count != before)
		goto fail;
	cyaml_err_t rc = cyaml_load_data((const uint8_t *)file->text, file->length, &config, schema,
		(cyaml_data_t **)&file->root, NULL);
	if (rc == CYAML_OK && file->root != NULL)
		return file;
	/* Aliases and what else the walk lets pass. */
	add_at(file, problems, 1, _("This is not a file of this kind: %s."), cyaml_strerror(rc));
fail:
	yaml_file_close(file);
	return NULL;
}

void yaml_file_close(struct yaml_file *file)
{
	if (file == NULL)
		return;
	if (file->root != NULL)
		cyaml_free(&config, file->schema, file->root, 0);
	if (file->has_document)
		yaml_document_delete(&file->document);
	free(file->text);
	free(file->shown);
	free(file);
}

void *yaml_file_root(const struct yaml_file *file)
{
	return file->root;
}

const char *yaml_file_shown(const struct yaml_file *file)
{
	return file->shown;
}

/* --- texts --------------------------------------------------------------------------------------------------- */

bool yaml_text_check(const struct yaml_file *file, struct problems *problems, const char *path, const struct yaml_text *text,
	bool optional, size_t most)
{
	size_t before = problems->count;

	if (text == NULL) {
		if (!optional)
			yaml_file_problem(file, problems, path, _("%s is missing."), path);
		return optional;
	}
	for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL; i++) {
		const char *code = i18n_languages[i].code;
		bool required = false;
		for (size_t r = 0; r < sizeof required_languages / sizeof *required_languages; r++)
			required = required || strcmp(required_languages[r], code) == 0;
		const char *words = text->in[i];
		if (words == NULL) {
			if (required)
				yaml_file_problem(file, problems, path, _("%s has no text in the language “%s”."), path, code);
		} else if (words[strspn(words, " \n\t")] == '\0') {
			yaml_file_problem(file, problems, path, _("%s is empty in the language “%s”."), path, code);
		} else if (strlen(words) > most) {
			yaml_file_problem(file, problems, path, _("%s is longer than %zu bytes in the language “%s”."), path, most, code);
		}
	}
	return problems->count == before;
}

const char *yaml_text_english(const struct yaml_text *text)
{
	return text != NULL && text->in[0] != NULL ? text->in[0] : "";
}
