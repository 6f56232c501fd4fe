/* key: keys of series, "A.KGZ.SPAR02"; see filter.h. */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/filter.h"
#include "cgi/data/sdmx/words.h"
#include "indicators/base/i18n.h"

static const char code_characters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@$-";

static size_t count_of(const char *text, size_t length, char c)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += text[i] == c;
	return count;
}

/* "KGZ", "KGZ+TJK", "*" or nothing. false: no codes. */
static bool read_part(struct arena *arena, const char *text, size_t length, struct sdmx_key_part *part)
{
	bool all = length == 0;

	part->codes = arena_array(arena, count_of(text, length, '+') + 1, sizeof *part->codes);
	for (const char *p = text, *end = text + length; length > 0; p++) {
		size_t code = strcspn(p, "+.,");
		if (p + code > end)
			code = (size_t)(end - p);
		if (code == 0 || (strspn(p, code_characters) < code && !(code == 1 && *p == '*')))
			return false;
		all = all || *p == '*';
		part->codes[part->count++] = arena_strndup(arena, p, code);
		p += code;
		if (p == end)
			break;
	}
	if (all)
		part->count = 0;
	return true;
}

static enum err read_key(struct arena *arena, const char *text, size_t length, struct sdmx_key *key, struct error *error)
{
	key->text = arena_strndup(arena, text, length);
	key->parts = arena_array(arena, count_of(text, length, '.') + 1, sizeof *key->parts);
	for (const char *p = text, *end = text + length;; p++) {
		size_t part = strcspn(p, ".,");
		if (!read_part(arena, p, part, &key->parts[key->count++]))
			return error_set_field(error, ERR_INVALID, "key",
				_("“%.60s” cannot be read as a key: write the codes of the dimensions with dots between, * for all of one, as in A.KGZ.*"), key->text);
		p += part;
		if (p >= end)
			return ERR_OK;
	}
}

enum err sdmx_keys_read(struct arena *arena, const char *text, struct sdmx_keys *keys, struct error *error)
{
	*keys = (struct sdmx_keys){ NULL, 0 };
	if (*text == '\0' || strcmp(text, "*") == 0 || strcmp(text, "all") == 0)
		return ERR_OK;
	keys->list = arena_array(arena, count_of(text, strlen(text), ',') + 1, sizeof *keys->list);
	for (const char *p = text;; p++) {
		size_t length = strcspn(p, ",");
		if (length == 0)
			return error_set_field(error, ERR_INVALID, "key", _("There is nothing before or behind a comma in “%.60s”: commas stand between keys."), text);
		enum err err = read_key(arena, p, length, &keys->list[keys->count++], error);
		p += length;
		if (err != ERR_OK || *p == '\0')
			return err;
	}
}

static enum err check_key(const struct sdmx_key *key, const struct sdmx_flow *flow, struct error *error)
{
	enum err err = ERR_OK;

	if (key->count > flow->dimension_count) {
		struct arena arena = ARENA_INIT;
		err = error_set_field(error, ERR_INVALID, "key", _("The key “%.60s” has %zu parts, but %s has %zu dimensions: %s."), key->text, key->count,
			flow->id, flow->dimension_count, sdmx_component_ids(&arena, flow, SDMX_DIMENSION, "."));
		arena_release(&arena);
	}
	for (size_t i = 0; err == ERR_OK && i < key->count; i++)
		for (size_t n = 0; err == ERR_OK && n < key->parts[i].count; n++)
			if (sdmx_code_find(flow->components[i].codelist, key->parts[i].codes[n]) == NULL)
				err = sdmx_no_code(&flow->components[i], key->parts[i].codes[n], error);
	return err;
}

enum err sdmx_keys_check(const struct sdmx_keys *keys, const struct sdmx_flow *flow, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < keys->count; i++)
		err = check_key(&keys->list[i], flow, error);
	return err;
}

static bool part_fits(const struct sdmx_key_part *part, const char *value)
{
	for (size_t n = 0; n < part->count; n++)
		if (strcmp(part->codes[n], value) == 0)
			return true;
	return part->count == 0;
}

bool sdmx_keys_fit(const struct sdmx_keys *keys, const char *const *values, size_t left_out)
{
	for (size_t i = 0; i < keys->count; i++) {
		const struct sdmx_key *key = &keys->list[i];
		bool fits = true;
		for (size_t n = 0; fits && n < key->count; n++)
			fits = n == left_out || part_fits(&key->parts[n], values[n]);
		if (fits)
			return true;
	}
	return keys->count == 0;
}
