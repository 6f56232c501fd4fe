/*
 * held: what was typed into a form that could not be taken, because the session had ended or the form had grown old, goes on with
 * the person until they send it themselves. Works without scripts and keeps nothing on the server.
 *
 * Without a session: 401 with the sign-in form, in which the fields are packed (`held`, with their address in `held_to`). After the
 * sign-in, and where a session is there but the token is an old one: a page with the fields, a fresh token and a button. It is never
 * sent by itself, for nobody can tell whether the person still wants it, and as whom.
 *
 * Only routes with ROUTE_HOLDS are held, so no password is ever shown again; and only forms that the browser does not say came from
 * another site, so nobody puts words into somebody's form.
 */
#include <sodium.h>
#include <string.h>
#include <strings.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

#define HELD_VARIANT sodium_base64_VARIANT_URLSAFE_NO_PADDING
#define HELD_FILE "held_file" /* the name of a file that was chosen */
#define SHOWN_MOST 1000 /* bytes of a text that is shown; all of it is held */

/* --- where a form came from --- */

bool request_is_foreign(const struct raw_request *raw)
{
	const char *origin = raw->origin;

	/* The browser's own verdict, where it gives one. "none": the person sent it again, from the history or a restored window. */
	if (*raw->fetch_site != '\0' && strcmp(raw->fetch_site, "same-origin") != 0 && strcmp(raw->fetch_site, "none") != 0)
		return true;
	if (*origin == '\0')
		return false;
	if (strncasecmp(origin, "https://", 8) == 0)
		origin += 8;
	else if (strncasecmp(origin, "http://", 7) == 0)
		origin += 7;
	else
		return true;
	return *raw->host == '\0' || strcasecmp(origin, raw->host) != 0;
}

/* --- packing: name NUL value NUL …, as base64 in the letters of a URL --- */

static bool is_held(const struct field *field)
{
	/* The token is another's by then. */
	return *field->name != '\0' && strcmp(field->name, "csrf") != 0;
}

const char *held_pack(struct arena *arena, const struct fields *fields)
{
	size_t length = 0;
	size_t at = 0;

	for (size_t i = 0; i < fields->count; i++)
		if (is_held(&fields->list[i]))
			length += strlen(fields->list[i].name) + strlen(fields->list[i].value) + 2;
	if (length > HELD_MAX)
		return NULL;
	char *raw = arena_alloc(arena, length + 1);
	for (size_t i = 0; i < fields->count; i++) {
		const char *const parts[] = { fields->list[i].name, fields->list[i].value };
		for (size_t part = 0; is_held(&fields->list[i]) && part < 2; part++) {
			size_t size = strlen(parts[part]) + 1;
			memcpy(raw + at, parts[part], size);
			at += size;
		}
	}
	size_t size = sodium_base64_ENCODED_LEN(length, HELD_VARIANT);
	char *text = arena_alloc(arena, size);
	return sodium_bin2base64(text, size, (const unsigned char *)raw, length, HELD_VARIANT);
}

static bool is_text(const char *text)
{
	struct error error = ERROR_INIT;

	return check_text(text, strlen(text), true, &error) == ERR_OK;
}

bool held_unpack(struct arena *arena, const char *packed, struct fields *fields)
{
	size_t size = strlen(packed);
	size_t length = 0;
	size_t strings = 0;

	*fields = (struct fields){ NULL, 0 };
	if (size > sodium_base64_ENCODED_LEN(HELD_MAX, HELD_VARIANT))
		return false;
	char *raw = arena_alloc(arena, size + 1);
	if (sodium_base642bin((unsigned char *)raw, size + 1, packed, size, NULL, &length, NULL, HELD_VARIANT) != 0)
		return false;
	for (size_t i = 0; i < length; i++)
		strings += raw[i] == '\0';
	if (length == 0 || raw[length - 1] != '\0' || strings % 2 != 0 || strings / 2 > REQUEST_FIELDS_MAX)
		return false;
	fields->list = arena_array(arena, strings / 2, sizeof *fields->list);
	for (const char *p = raw; p < raw + length;) {
		struct field field = { .name = p };
		p += strlen(p) + 1;
		field.value = p;
		p += strlen(p) + 1;
		if (!is_text(field.name) || !is_text(field.value))
			return false;
		if (is_held(&field))
			fields->list[fields->count++] = field;
	}
	return true;
}

/* --- what is held --- */

struct held {
	const char *target;
	const char *packed;
	struct fields fields;
};

/* The account's own forms hold passwords, and are no work to be lost. */
static bool is_target(const char *target)
{
	return path_is_ours(target) && strncmp(target, "/account/", 9) != 0;
}

/* A file does not go along; its name does, to say so. */
static void add_file(struct request *request, struct fields *fields)
{
	const struct request_parts *parts = request->parts;
	const char *name = parts->left_file != NULL ? parts->left_file : parts->file_count > 0 ? parts->files[0].file.name : NULL;

	if (name == NULL)
		return;
	struct field *list = arena_array(request->arena, fields->count + 1, sizeof *list);
	if (fields->count > 0)
		memcpy(list, fields->list, fields->count * sizeof *list);
	list[fields->count] = (struct field){ .name = HELD_FILE, .value = is_text(name) ? name : "?" };
	*fields = (struct fields){ list, fields->count + 1 };
}

const struct held *held_form(struct request *request)
{
	struct held *held = arena_alloc(request->arena, sizeof *held);

	held->target = request->return_to;
	held->fields = request->parts->body;
	add_file(request, &held->fields);
	held->packed = held_pack(request->arena, &held->fields);
	return held->packed != NULL && is_target(held->target) ? held : NULL;
}

const struct held *request_held(struct request *request)
{
	const struct request_parts *parts = request->parts;
	struct held *held = arena_alloc(request->arena, sizeof *held);

	held->target = fields_get(&parts->body, "held_to");
	held->packed = fields_get(&parts->body, "held");
	if ((parts->route->flags & ROUTE_CARRIES) == 0 || held->packed == NULL || !is_target(held->target))
		return NULL;
	return held_unpack(request->arena, held->packed, &held->fields) ? held : NULL;
}

/* --- pages --- */

/* A number, a code, a date, a choice: nothing that took long to write. */
static bool is_short(const char *value)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:,";

	return strspn(value, letters) == strlen(value);
}

static const char *shown(struct arena *arena, const char *text)
{
	size_t length = utf8_head(text, SHOWN_MOST);

	return text[length] == '\0' ? text : arena_printf(arena, "%.*s…", (int)length, text);
}

/* The texts in words, the rest by number. */
static void show_texts(struct request *request, struct template_dict *page, const struct held *held)
{
	struct template_dict *list = template_include(page, K_HELD_TEXTS, "held_texts.tpl");
	unsigned long others = 0;

	for (size_t i = 0; i < held->fields.count; i++) {
		const struct field *field = &held->fields.list[i];

		if (!is_held(field) || *field->value == '\0')
			continue;
		if (strcmp(field->name, HELD_FILE) == 0)
			template_set(template_section(list, K_HELD_FILE), K_HELD_FILE_NAME, shown(request->arena, field->value));
		else if (is_short(field->value))
			others++;
		else
			template_set(template_section(list, K_HELD_TEXT), K_HELD_TEXT_WORDS, shown(request->arena, field->value));
	}
	if (others > 0)
		template_printf(template_section(list, K_HELD_OTHERS), K_HELD_OTHERS_COUNT,
			i18n_plural("%lu choice or number is kept too.", "%lu choices and numbers are kept too.", others), others);
}

void held_in_sign_in(struct request *request, struct template_dict *page, const struct held *held, const char *why)
{
	struct template_dict *section = template_section(page, K_HELD);

	template_set(section, K_HELD_PACKED, held->packed);
	template_set(section, K_HELD_TARGET, held->target);
	struct template_dict *about = template_section(page, K_HELD_ABOUT);
	if (why != NULL)
		template_set(template_section(about, K_HELD_WHY), K_HELD_WHY_TEXT, why);
	show_texts(request, about, held);
}

void held_sign_in(struct request *request, struct response *response, const struct held *held, const char *why)
{
	struct template_dict *page = response_page(response, "sign_in.tpl", _("Sign in again"));

	if (request->parts->form_secret_is_new)
		response_cookie(response, "form", request->parts->form_secret, -1);
	template_set(page, K_CSRF, request->csrf);
	held_in_sign_in(request, page, held, why);
}

void held_page(struct request *request, struct response *response, const struct held *held, const char *title, const char *why)
{
	struct template_dict *page = response_page(response, "held.tpl", title);

	template_set(page, K_HELD_TITLE, title);
	template_set(page, K_HELD_WHY_TEXT, why);
	template_set(page, K_HELD_TARGET, held->target);
	template_set(page, K_CSRF, request->csrf);
	for (size_t i = 0; i < held->fields.count; i++) {
		if (!is_held(&held->fields.list[i]) || strcmp(held->fields.list[i].name, HELD_FILE) == 0)
			continue;
		struct template_dict *field = template_section(page, K_HELD_FIELD);
		template_set(field, K_HELD_NAME, held->fields.list[i].name);
		template_set(field, K_HELD_VALUE, held->fields.list[i].value);
	}
	show_texts(request, page, held);
}
