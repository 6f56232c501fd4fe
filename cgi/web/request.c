/* request: what the web server sent, decoded strictly. Policy is not here (dispatch.c), nor types of parameters (params.c). */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

enum err check_text(const char *text, size_t length, bool lines, struct error *error)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];
		bool allowed = byte >= 0x20 ? byte != 0x7F : lines && (byte == '\n' || byte == '\r' || byte == '\t');

		if (!allowed)
			return error_set(error, ERR_INVALID, "%s", _("The address or form holds a control character."));
	}
	if (!utf8_is_valid(text, length))
		return error_set(error, ERR_INVALID, "%s", _("The address or form is not valid UTF-8."));
	return ERR_OK;
}

enum err decode_text(struct arena *arena, const char *text, size_t length, bool plus, const char **out, struct error *error)
{
	char *decoded = arena_alloc(arena, length + 1);
	size_t n = 0;

	*out = "";
	for (size_t i = 0; i < length; i++) {
		char c = text[i];
		if (c == '%') {
			int high = i + 2 < length ? hex_digit(text[i + 1]) : -1;
			int low = i + 2 < length ? hex_digit(text[i + 2]) : -1;
			if (high < 0 || low < 0)
				return error_set(error, ERR_INVALID, "%s", _("The address or form holds a percent sign that is not followed by two hexadecimal digits."));
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && plus) {
			c = ' ';
		}
		decoded[n++] = c;
	}
	enum err err = check_text(decoded, n, plus, error);
	if (err == ERR_OK)
		*out = decoded;
	return err;
}

enum err decode_form(struct arena *arena, const char *text, size_t length, struct fields *fields, struct error *error)
{
	size_t most = 1;

	*fields = (struct fields){ NULL, 0 };
	if (length == 0)
		return ERR_OK;
	for (size_t i = 0; i < length; i++)
		most += text[i] == '&';
	if (most > REQUEST_FIELDS_MAX)
		return error_set(error, ERR_INVALID, _("The form holds more than %d fields."), REQUEST_FIELDS_MAX);
	fields->list = arena_array(arena, most, sizeof *fields->list);
	for (const char *p = text, *end = text + length; p < end;) {
		const char *stop = memchr(p, '&', (size_t)(end - p));
		if (stop == NULL)
			stop = end;
		const char *equals = memchr(p, '=', (size_t)(stop - p));
		const char *name_end = equals != NULL ? equals : stop;
		const char *value = equals != NULL ? equals + 1 : stop;
		struct field *field = &fields->list[fields->count];
		if (stop > p) {
			enum err err = decode_text(arena, p, (size_t)(name_end - p), true, &field->name, error);
			if (err == ERR_OK)
				err = decode_text(arena, value, (size_t)(stop - value), true, &field->value, error);
			if (err != ERR_OK)
				return err;
			fields->count++;
		}
		p = stop + 1;
	}
	return ERR_OK;
}

void decode_cookies(struct arena *arena, const char *header, struct fields *fields)
{
	size_t most = 1;

	*fields = (struct fields){ NULL, 0 };
	for (const char *p = header; *p != '\0'; p++)
		most += *p == ';';
	if (*header == '\0' || most > 64)
		return;
	fields->list = arena_array(arena, most, sizeof *fields->list);
	for (const char *p = header; *p != '\0';) {
		p += strspn(p, "; \t");
		size_t length = strcspn(p, ";");
		const char *equals = memchr(p, '=', length);
		if (equals != NULL && equals > p) {
			const char *value = equals + 1;
			size_t value_length = length - (size_t)(value - p);
			while (value_length > 0 && (value[value_length - 1] == ' ' || value[value_length - 1] == '\t'))
				value_length--;
			struct field *field = &fields->list[fields->count++];
			field->name = arena_strndup(arena, p, (size_t)(equals - p));
			field->value = arena_strndup(arena, value, value_length);
		}
		p += length;
	}
}

const char *fields_get(const struct fields *fields, const char *name)
{
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->list[i].name, name) == 0)
			return fields->list[i].value;
	return NULL;
}

void encode_url(struct buffer *out, const char *text, bool slashes)
{
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("-._~", *p) != NULL ||
			(*p == '/' && slashes))
			buffer_putc(out, (char)*p);
		else
			buffer_printf(out, "%%%02X", *p);
	}
}

const char *accepted_language(const char *header)
{
	const char *best = NULL;
	double best_quality = 0;

	for (const char *p = header; *p != '\0';) {
		p += strspn(p, ", \t");
		size_t length = strcspn(p, ",");
		size_t tag = strcspn(p, ",;-_ \t");
		double quality = 1;
		const char *q = memchr(p, ';', length);
		if (q != NULL) {
			q += strspn(q, "; \t");
			if (strncmp(q, "q=", 2) == 0)
				quality = strtod(q + 2, NULL);
		}
		for (const struct language *language = i18n_languages; language->code != NULL; language++)
			if (strlen(language->code) == tag && strncasecmp(language->code, p, tag) == 0 && quality > best_quality) {
				best = language->code;
				best_quality = quality;
			}
		p += length;
	}
	return best;
}

bool path_is_ours(const char *path)
{
	if (path == NULL || path[0] != '/' || path[1] == '/' || path[1] == '\\' || strlen(path) > REQUEST_PATH_MAX + REQUEST_QUERY_MAX)
		return false;
	for (const unsigned char *p = (const unsigned char *)path; *p != '\0'; p++)
		if (*p <= 0x20 || *p == 0x7F || *p == '\\')
			return false;
	return true;
}

/* Dot segments, doubled and encoded slashes: the web server has resolved them; what still has one was meant to deceive somebody. */
static bool path_is_plain(const char *raw, size_t length, const char *path)
{
	for (size_t i = 0; i + 2 < length; i++)
		if (raw[i] == '%' && ((raw[i + 1] == '2' && (raw[i + 2] == 'F' || raw[i + 2] == 'f')) || strncasecmp(raw + i + 1, "5c", 2) == 0))
			return false;
	for (const char *p = path; *p != '\0'; p++) {
		if (*p == '\\')
			return false;
		if (*p != '/')
			continue;
		size_t segment = strcspn(p + 1, "/");
		if ((segment == 0 && p[1] == '/') || (segment == 1 && p[1] == '.') || (segment == 2 && p[1] == '.' && p[2] == '.'))
			return false;
	}
	return true;
}

static enum err read_address(struct request *request, int *status, struct error *error)
{
	struct request_parts *parts = request->parts;
	const char *uri = parts->raw->uri;
	size_t path_length = strcspn(uri, "?");
	const char *query = uri[path_length] == '?' ? uri + path_length + 1 : "";
	const char *path;
	enum err err;

	*status = 414;
	if (path_length > REQUEST_PATH_MAX || strlen(query) > REQUEST_QUERY_MAX)
		return error_set(error, ERR_INVALID, _("The address is too long: at most %d bytes before the question mark and %d after it."),
			REQUEST_PATH_MAX, REQUEST_QUERY_MAX);
	*status = 400;
	if (uri[0] != '/')
		return error_set(error, ERR_INVALID, "%s", _("The address does not begin with a slash."));
	if ((err = decode_text(request->arena, uri, path_length, false, &path, error)) != ERR_OK)
		return err;
	if (!path_is_plain(uri, path_length, path))
		return error_set(error, ERR_INVALID, "%s", _("The address has an empty, a dot or an encoded segment."));
	size_t prefix = strlen(request->prefix);
	if (!parts->raw->authorizer && prefix > 0) {
		*status = 404;
		if (strncmp(path, request->prefix, prefix) != 0 || path[prefix] != '/')
			return error_set(error, ERR_NOT_FOUND, "%s", _("There is no such page."));
		path += prefix;
	}
	request->path = path;
	request->query = arena_strdup(request->arena, query);
	request->return_to = arena_strdup(request->arena, uri);
	*status = 400;
	return decode_form(request->arena, query, strlen(query), &parts->query, error);
}

static void read_language(struct request *request)
{
	struct request_parts *parts = request->parts;
	const char *chosen = i18n_known(fields_get(&parts->query, "lang"));
	const char *remembered = i18n_known(fields_get(&parts->cookies, "lang"));
	const char *accepted = accepted_language(parts->raw->accept_language);

	parts->language_chosen = chosen != NULL;
	request->language = chosen != NULL ? chosen : remembered != NULL ? remembered : accepted != NULL ? accepted : i18n_languages[0].code;
	i18n_use(request->language);
}

enum err request_read(struct request *request, int *status, struct error *error)
{
	struct request_parts *parts = request->parts;

	decode_cookies(request->arena, parts->raw->cookies, &parts->cookies);
	/* For the sentences about a bad address. */
	read_language(request);
	enum err err = read_address(request, status, error);
	if (err == ERR_OK)
		read_language(request);
	return err;
}

/* --- what handlers ask --- */

static const struct param_value *find(const struct request *request, const char *name)
{
	const struct request_parts *parts = request->parts;

	for (size_t i = 0; i < parts->param_count; i++)
		if (strcmp(parts->route->params[i].name, name) == 0)
			return &parts->params[i];
	return NULL;
}

enum param_state request_state(const struct request *request, const char *name)
{
	const struct param_value *value = find(request, name);

	return value != NULL ? value->state : PARAM_MISSING;
}

size_t request_count(const struct request *request, const char *name)
{
	const struct param_value *value = find(request, name);

	return value != NULL ? value->count : 0;
}

const char *request_text(const struct request *request, const char *name)
{
	return request_text_at(request, name, 0);
}

const char *request_text_at(const struct request *request, const char *name, size_t index)
{
	const struct param_value *value = find(request, name);

	return value != NULL && index < value->count ? value->texts[index] : "";
}

int64_t request_int(const struct request *request, const char *name)
{
	const struct param_value *value = find(request, name);

	return value != NULL ? value->integer : 0;
}

double request_real(const struct request *request, const char *name)
{
	const struct param_value *value = find(request, name);

	return value != NULL ? value->real : (double)__builtin_nanf("");
}

bool request_flag(const struct request *request, const char *name)
{
	return request_state(request, name) == PARAM_OK;
}

size_t request_family_count(const struct request *request, const char *name)
{
	return request_count(request, name);
}

const char *request_family_key(const struct request *request, const char *name, size_t index)
{
	const struct param_value *value = find(request, name);

	return value != NULL && value->keys != NULL && index < value->count ? value->keys[index] : "";
}

const char *request_family_text(const struct request *request, const char *name, size_t index)
{
	return request_text_at(request, name, index);
}

const char *request_problem(const struct request *request, const char *name)
{
	const struct param_value *value = find(request, name);

	return value != NULL && value->problem != NULL ? value->problem : "";
}

enum err request_file(const struct request *request, const char *name, const struct request_file **file, struct error *error)
{
	const struct param_value *value = find(request, name);

	*file = NULL;
	if (value == NULL || value->file == NULL)
		return ERR_OK;
	if (value->file->code != ERR_OK)
		return error_set_field(error, value->file->code, name, "%s", value->file->problem);
	*file = &value->file->file;
	return ERR_OK;
}

size_t request_query_count(const struct request *request)
{
	return request->parts->query.count;
}

const char *request_query_name(const struct request *request, size_t index)
{
	return request->parts->query.list[index].name;
}

const char *request_query_value(const struct request *request, size_t index)
{
	return request->parts->query.list[index].value;
}

const char *request_accept(const struct request *request)
{
	const char *accept = request->parts->raw->accept;

	return accept != NULL ? accept : "";
}

const char *request_query_known(const struct request *request)
{
	return params_canonical(request);
}

const void *request_detail(const struct request *request)
{
	return request->parts->route->detail;
}

const char *request_cookie(const struct request *request, const char *name)
{
	return fields_get(&request->parts->cookies, name);
}

const char *request_site(const struct request *request)
{
	const struct raw_request *raw = request->parts->raw;
	/* Encrypted, unless the browser itself says that it is not. */
	const char *scheme = strncasecmp(raw->origin, "http://", 7) == 0 ? "http" : "https";

	if (*raw->host == '\0' || strspn(raw->host, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:[]") != strlen(raw->host))
		return "";
	return arena_printf(request->arena, "%s://%s", scheme, raw->host);
}
