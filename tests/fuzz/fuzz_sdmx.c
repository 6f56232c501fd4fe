/*
 * Fuzz target: SDMX queries. The first line is the path after /sdmx/v2/, the second the Accept header, each further one a parameter. What
 * is taken must have a format; what is refused must say why; and keys and conditions are compared with an observation.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/data/sdmx/ask.h"
#include "indicators/base/utf8.h"

#define PARTS 7
#define PAIRS 40

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct sdmx_code codes[] = { { .id = "A" }, { .id = "KGZ" }, { .id = "SPAR02" } };
static const struct sdmx_codelist codelist = { .id = "CL", .codes = codes, .count = 3 };
static struct sdmx_component components[] = {
	{ .id = "FREQ", .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &codelist },
	{ .id = "REF_AREA", .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &codelist },
	{ .id = "TIME_PERIOD", .role = SDMX_TIME, .type = SDMX_PERIOD },
	{ .id = "OBS_VALUE", .role = SDMX_MEASURE, .type = SDMX_NUMBER },
	{ .id = "SHOWN", .role = SDMX_ATTRIBUTE, .type = SDMX_FLAG },
	{ .id = "REASON", .role = SDMX_ATTRIBUTE, .type = SDMX_TEXT },
};
static const struct sdmx_flow flow = { .id = "ANSWERS_X", .components = components, .count = 6, .dimension_count = 2, .measure_count = 1 };
static const char *const values[] = { "A", "KGZ", "2018", "82.5", "true", "no census" };

static void expect_sentence(enum err err, const struct error *error)
{
	if (err != ERR_OK && (error->text[0] == '\0' || !utf8_is_valid(error->text, strlen(error->text)) || err == ERR_INTERNAL))
		abort();
}

/* The next line, cut off; NULL when there is no more. */
static char *take_line(char **rest)
{
	char *line = *rest;

	if (line == NULL)
		return NULL;
	char *end = strchr(line, '\n');
	*rest = end != NULL ? end + 1 : NULL;
	if (end != NULL)
		*end = '\0';
	return line;
}

static void compare(struct sdmx_ask *ask)
{
	struct error error = ERROR_INIT;
	enum err err = sdmx_keys_check(&ask->keys, &flow, &error);

	expect_sentence(err, &error);
	if (err == ERR_OK)
		sdmx_keys_fit(&ask->keys, values, SIZE_MAX);
	for (size_t i = 0; i < ask->filter_count; i++) {
		size_t at = sdmx_component_find(&flow, ask->filters[i].component);
		if (at == flow.count)
			continue;
		error = (struct error)ERROR_INIT;
		err = sdmx_filter_bind(&ask->filters[i], &components[at], &error);
		expect_sentence(err, &error);
		if (err == ERR_OK) {
			sdmx_filter_passes(&ask->filters[i], &components[at], values[at]);
			sdmx_filter_passes(&ask->filters[i], &components[at], NULL);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	const char *parts[PARTS] = { "", "", "", "", "", "", "" };
	struct sdmx_pair pairs[PAIRS];
	struct sdmx_ask ask;
	struct error error = ERROR_INIT;
	size_t count = 0;
	int status;
	char *text = arena_strndup(&arena, (const char *)data, size);
	char *rest = text;

	/* As the kit gives it: valid UTF-8 without NUL. */
	if (strlen(text) < size || !utf8_is_valid(text, size))
		goto out;
	char *path = take_line(&rest);
	char *accept = take_line(&rest);
	for (size_t i = 0; i < PARTS && path != NULL; i++) {
		char *slash = strchr(path, '/');
		parts[i] = path;
		if (slash != NULL)
			*slash++ = '\0';
		path = slash;
	}
	for (char *line; count < PAIRS && (line = take_line(&rest)) != NULL;) {
		char *equals = strchr(line, '=');
		if (equals == NULL)
			continue;
		*equals = '\0';
		pairs[count++] = (struct sdmx_pair){ line, equals + 1 };
	}
	const struct sdmx_path where = { parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] };
	enum sdmx_purpose purpose = strcmp(parts[0], "availability") == 0 ? SDMX_ASKS_AVAILABILITY : SDMX_ASKS_DATA;
	enum err err = sdmx_ask_read(&arena, purpose, &where, pairs, count, accept != NULL ? accept : "", &ask, &status, &error);
	expect_sentence(err, &error);
	if (err == ERR_OK && (ask.accepted.media == NULL || ask.accepted.content_type == NULL))
		abort();
	if (err == ERR_OK)
		compare(&ask);
out:
	arena_release(&arena);
	return 0;
}
