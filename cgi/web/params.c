/* params: typed, validated parameters, from the route's table. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"

#define TEXT_MAX 10000

static const char *trim(struct arena *arena, const char *text)
{
	text += strspn(text, " \t\r\n");
	size_t length = strlen(text);
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	return arena_strndup(arena, text, length);
}

/* Browsers send CRLF for a new line in a text. */
static const char *unix_lines(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1);
	size_t n = 0;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		out[n++] = *p == '\r' ? '\n' : *p;
	}
	return out;
}

static bool is_code(const char *text)
{
	static const char others[] = "._-";

	for (const char *p = text; *p != '\0'; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr(others, *p) != NULL))
			return false;
	return true;
}

bool param_real(const char *text, double *value)
{
	char plain[64];
	size_t n = 0;
	bool digit = false;
	bool point = false;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == ' ' && digit && !point)
			continue;
		if ((unsigned char)*p == 0xC2 && (unsigned char)p[1] == 0xA0 && digit && !point) {
			p++;
			continue;
		}
		if (n + 1 >= sizeof plain)
			return false;
		if (*p >= '0' && *p <= '9')
			digit = true;
		else if ((*p == '.' || *p == ',') && !point)
			point = true;
		else if (!(*p == '-' && n == 0))
			return false;
		plain[n++] = *p == ',' ? '.' : *p;
	}
	plain[n] = '\0';
	double number = strtod(plain, NULL);
	if (!digit || !isfinite(number))
		return false;
	*value = number;
	return true;
}

static bool parse_int(const char *text, int64_t *value)
{
	char *end;

	if (strspn(text, "-0123456789") != strlen(text))
		return false;
	errno = 0;
	*value = strtoll(text, &end, 10);
	return *text != '\0' && *end == '\0' && errno == 0;
}

/* NULL when it is good, else the sentence. */
static const char *check(struct arena *arena, const struct param_spec *spec, const char *text, struct param_value *value)
{
	bool ranged = spec->max > spec->min;
	size_t most = spec->max > 0 ? (size_t)spec->max : spec->type == PARAM_CODE ? 64 : TEXT_MAX;

	switch (spec->type) {
	case PARAM_TEXT:
	case PARAM_LINE:
		if (strlen(text) > most)
			return arena_printf(arena, _("The text is longer than the %zu bytes allowed."), most);
		if (spec->type == PARAM_LINE && strpbrk(text, "\r\n\t") != NULL)
			return _("The text must stand on one line.");
		return NULL;
	case PARAM_CODE:
		if (strlen(text) > most || !is_code(text))
			return _("That is not a code.");
		return NULL;
	case PARAM_INT:
		if (!parse_int(text, &value->integer))
			return _("That is not a whole number.");
		value->real = (double)value->integer;
		break;
	case PARAM_REAL:
		if (!param_real(text, &value->real))
			return _("That is not a number.");
		break;
	case PARAM_DATE:
		return clock_is_date(text) ? NULL : _("That is not a date (year-month-day, 2026-01-31).");
	case PARAM_FLAG:
	case PARAM_FILE:
		return NULL;
	}
	if (ranged && (value->real < spec->min || value->real > spec->max))
		return arena_printf(arena, _("The number must lie between %.15g and %.15g."), spec->min, spec->max);
	return NULL;
}

static const struct fields *source(const struct request *request, const char *name, bool *from_path)
{
	const struct request_parts *parts = request->parts;

	*from_path = fields_get(&parts->path, name) != NULL;
	if (*from_path)
		return &parts->path;
	return (parts->route->flags & ROUTE_POST) != 0 ? &parts->body : &parts->query;
}

/* All fields "name:key" of a form, each checked as the type says. An empty one is there too: it may have been emptied. */
static void read_family(struct request *request, const struct param_spec *spec, struct param_value *value)
{
	const struct fields *fields = source(request, spec->name, &value->from_path);
	size_t name = strlen(spec->name);

	value->state = PARAM_MISSING;
	value->real = NAN;
	value->texts = arena_array(request->arena, fields->count + 1, sizeof *value->texts);
	value->keys = arena_array(request->arena, fields->count + 1, sizeof *value->keys);
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->list[i];

		if (strncmp(field->name, spec->name, name) != 0 || field->name[name] != ':')
			continue;
		for (size_t j = 0; j < value->count; j++)
			if (strcmp(value->keys[j], field->name + name + 1) == 0)
				value->problem = _("This was given more than once.");
		const char *text = spec->type == PARAM_TEXT ? unix_lines(request->arena, field->value) : trim(request->arena, field->value);
		const char *problem = *text == '\0' ? NULL : check(request->arena, spec, text, value);
		if (value->problem == NULL)
			value->problem = problem;
		value->keys[value->count] = field->name + name + 1;
		value->texts[value->count++] = text;
	}
	value->state = value->problem != NULL ? PARAM_WRONG : value->count > 0 ? PARAM_OK : PARAM_MISSING;
}

static void read_one(struct request *request, const struct param_spec *spec, struct param_value *value)
{
	const struct fields *fields = source(request, spec->name, &value->from_path);

	value->state = PARAM_MISSING;
	value->real = NAN;
	value->texts = arena_array(request->arena, fields->count + 1, sizeof *value->texts);
	for (size_t i = 0; i < fields->count; i++) {
		if (strcmp(fields->list[i].name, spec->name) != 0)
			continue;
		const char *text = fields->list[i].value;
		text = spec->type == PARAM_TEXT ? unix_lines(request->arena, text) : trim(request->arena, text);
		if (*text == '\0' && spec->type != PARAM_FLAG)
			continue;
		/* What came more often than the route allows is wrong; it could be read in two ways. */
		if (value->count > 0 && !spec->repeated) {
			value->problem = _("This was given more than once.");
			value->state = PARAM_WRONG;
			return;
		}
		value->texts[value->count++] = text;
		const char *problem = check(request->arena, spec, text, value);
		if (problem != NULL && value->problem == NULL)
			value->problem = problem;
	}
	if (value->problem != NULL)
		value->state = PARAM_WRONG;
	else if (value->count > 0)
		value->state = PARAM_OK;
	else if (spec->required)
		value->problem = _("This is missing.");
}

static void read_file(struct request *request, const struct param_spec *spec, struct param_value *value)
{
	const struct request_parts *parts = request->parts;

	value->state = PARAM_MISSING;
	value->real = NAN;
	for (size_t i = 0; i < parts->file_count; i++) {
		if (strcmp(parts->files[i].field, spec->name) != 0)
			continue;
		value->file = &parts->files[i];
		value->problem = parts->files[i].problem;
		value->state = value->problem != NULL ? PARAM_WRONG : PARAM_OK;
	}
	if (value->file == NULL && spec->required)
		value->problem = _("This is missing.");
}

/* A filter with a mistyped name would silently be no filter. */
static enum err only_known(struct request *request, struct error *error)
{
	const struct request_parts *parts = request->parts;
	struct buffer known = BUFFER_INIT(16384);
	const char *unknown = NULL;

	for (size_t i = 0; i < parts->param_count; i++)
		if (!parts->params[i].from_path)
			buffer_printf(&known, "%s, ", parts->route->params[i].name);
	buffer_puts(&known, "lang");
	for (size_t i = 0; i < parts->query.count && unknown == NULL; i++) {
		bool found = strcmp(parts->query.list[i].name, "lang") == 0;
		for (size_t j = 0; j < parts->param_count; j++)
			found = found || (strcmp(parts->query.list[i].name, parts->route->params[j].name) == 0 && !parts->params[j].from_path);
		if (!found)
			unknown = parts->query.list[i].name;
	}
	enum err err = unknown == NULL ? ERR_OK : error_set_field(error, ERR_INVALID, unknown,
		_("There is no parameter “%.60s” at this address. It takes: %s."), unknown, buffer_text(&known));
	buffer_release(&known);
	return err;
}

enum err params_read(struct request *request, struct error *error)
{
	struct request_parts *parts = request->parts;
	const struct param_spec *specs = parts->route->params;
	bool lenient = (parts->route->flags & ROUTE_LENIENT) != 0;
	enum err err = ERR_OK;

	parts->param_count = 0;
	while (specs != NULL && specs[parts->param_count].name != NULL)
		parts->param_count++;
	parts->params = arena_array(request->arena, parts->param_count + 1, sizeof *parts->params);
	for (size_t i = 0; i < parts->param_count; i++) {
		struct param_value *value = &parts->params[i];
		if (specs[i].type == PARAM_FILE)
			read_file(request, &specs[i], value);
		else if (specs[i].family)
			read_family(request, &specs[i], value);
		else
			read_one(request, &specs[i], value);
		if (value->problem == NULL || err != ERR_OK)
			continue;
		/* A part of the address that cannot be right names a page that is not there. */
		if (value->from_path)
			err = error_set_field(error, ERR_NOT_FOUND, specs[i].name, "%s", _("There is no such page."));
		else if (value->file != NULL && !lenient)
			err = error_set_field(error, value->file->code, specs[i].name, "%s", value->problem);
		else if (!lenient)
			err = error_set_field(error, ERR_INVALID, specs[i].name, _("The field “%s” cannot be read. %s"), specs[i].name, value->problem);
	}
	if (err == ERR_OK && (parts->route->flags & ROUTE_STRICT) != 0)
		err = only_known(request, error);
	return err;
}

const char *params_canonical(const struct request *request)
{
	const struct request_parts *parts = request->parts;
	struct buffer out = BUFFER_INIT(2 * REQUEST_QUERY_MAX);

	for (size_t i = 0; i < parts->param_count; i++) {
		if (parts->params[i].from_path || parts->params[i].keys != NULL || parts->params[i].state != PARAM_OK || (parts->route->flags & ROUTE_POST) != 0)
			continue;
		for (size_t n = 0; n < parts->params[i].count; n++) {
			if (out.length > 0)
				buffer_putc(&out, '&');
			encode_url(&out, parts->route->params[i].name, false);
			buffer_putc(&out, '=');
			encode_url(&out, parts->params[i].texts[n], false);
		}
	}
	/* The query was capped when it was read, so this holds all of it. */
	const char *text = arena_strdup(request->arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}
