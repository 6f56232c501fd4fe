/* response: built whole in memory, then sent by main.c; and the pages that say what went wrong. */
#include <fcntl.h>
#include <glob.h>
#include <jansson.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define PAGE_USUAL ((size_t)64 * 1024)
#define PAGE_CHROME "page.tpl"

static char assets_version[17] = "0";

void response_init(struct response *response, struct request *request)
{
	*response = (struct response){ .request = request, .status = 200, .chrome = PAGE_CHROME, .body = BUFFER_INIT(RESPONSE_MAX) };
}

void response_reset(struct response *response)
{
	size_t kept = 0;

	for (size_t i = 0; i < response->header_count; i++)
		if (strcmp(response->headers[i].name, "Set-Cookie") == 0)
			response->headers[kept++] = response->headers[i];
	response->header_count = kept;
	if (response->page != NULL)
		template_free(response->page);
	response_file_close(response);
	response->page = NULL;
	response->content_type = NULL;
	response->chrome = PAGE_CHROME;
	response->policy = NULL;
	response->status = 200;
	response->has_body = false;
	buffer_clear(&response->body);
}

void response_release(struct response *response)
{
	if (response->page != NULL)
		template_free(response->page);
	response_file_close(response);
	buffer_release(&response->body);
}

void response_chrome(struct response *response, const char *name)
{
	response->chrome = name;
}

void response_policy(struct response *response, const char *policy)
{
	response->policy = policy;
}

void response_status(struct response *response, int status)
{
	response->status = status;
}

void response_header(struct response *response, const char *name, const char *value)
{
	/* The one place where headers are made: nothing that could begin another header passes. */
	for (const char *p = name; *p != '\0'; p++)
		if ((unsigned char)*p <= 0x20 || *p == ':' || (unsigned char)*p >= 0x7F)
			return;
	for (const char *p = value; *p != '\0'; p++)
		if (((unsigned char)*p < 0x20 && *p != '\t') || *p == 0x7F)
			return;
	if (response->header_count == sizeof response->headers / sizeof *response->headers)
		return;
	struct header *header = &response->headers[response->header_count++];
	header->name = arena_strdup(response->request->arena, name);
	header->value = arena_strdup(response->request->arena, value);
}

void response_cookie(struct response *response, const char *name, const char *value, long max_age)
{
	struct arena *arena = response->request->arena;
	const char *life = max_age < 0 ? "" : arena_printf(arena, "; Max-Age=%ld", max_age);

	response_header(response, "Set-Cookie", arena_printf(arena, "%s=%s; Path=/%s; Secure; HttpOnly; SameSite=Lax", name, value, life));
}

void response_redirect(struct response *response, const char *path)
{
	response_reset(response);
	response->status = 303;
	response->content_type = "text/plain; charset=utf-8";
	response->has_body = true;
	response_header(response, "Location", path_is_ours(path) ? path : "/");
}

enum err response_to_sign_in(struct request *request, struct response *response)
{
	struct buffer target = BUFFER_INIT(4 * (REQUEST_PATH_MAX + REQUEST_QUERY_MAX));

	buffer_puts(&target, "/account/sign-in?next=");
	encode_url(&target, request->return_to, false);
	response_redirect(response, buffer_text(&target));
	buffer_release(&target);
	return ERR_OK;
}

struct buffer *response_body(struct response *response, const char *content_type)
{
	if (response->page != NULL)
		template_free(response->page);
	response->page = NULL;
	response->content_type = arena_strdup(response->request->arena, content_type);
	response->has_body = true;
	buffer_clear(&response->body);
	return &response->body;
}

/* --- notices --- */

static const struct notice common_notices[] = {
	{ "saved", N_("Saved.") },
	{ "signed-in", N_("You are signed in.") },
	{ "signed-out", N_("You are signed out.") },
	{ "password-changed", N_("The new password holds from now on. All other sessions of yours have ended.") },
	{ NULL, NULL },
};

void response_notice(struct response *response, const char *code)
{
	response_cookie(response, "notice", code, 60);
}

static const char *notice_text(const struct notice *notices, const char *code)
{
	for (; notices != NULL && notices->code != NULL; notices++)
		if (strcmp(notices->code, code) == 0)
			return _(notices->text);
	return NULL;
}

static void show_notice(struct response *response)
{
	struct request *request = response->request;
	const char *code = fields_get(&request->parts->cookies, "notice");

	if (code == NULL || request->parts->program->opens != WEB_REPORTS)
		return;
	const char *text = notice_text(request->parts->program->notices, code);
	if (text == NULL)
		text = notice_text(common_notices, code);
	/* A notice of another program waits for a page of that program, or fades within its minute. */
	if (text == NULL)
		return;
	template_set(template_section(response->page, K_NOTICE), K_NOTICE_TEXT, text);
	response_cookie(response, "notice", "", 0);
}

/* --- the chrome of a page --- */

static void hash_file(crypto_generichash_state *state, const char *path)
{
	FILE *file = fopen(path, "rb");
	unsigned char part[4096];
	size_t length;

	if (file == NULL)
		return;
	while ((length = fread(part, 1, sizeof part, file)) > 0)
		crypto_generichash_update(state, part, length);
	fclose(file);
}

void response_set_assets(const char *directory)
{
	static const char *const endings[] = { "css", "js" };
	crypto_generichash_state state;
	unsigned char hash[16];

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char pattern[PATH_MAX];
		glob_t found;

		snprintf(pattern, sizeof pattern, "%s/assets/*.%s", directory, endings[i]);
		if (glob(pattern, 0, NULL, &found) != 0)
			continue;
		for (size_t j = 0; j < found.gl_pathc; j++)
			hash_file(&state, found.gl_pathv[j]);
		globfree(&found);
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(assets_version, sizeof assets_version, hash, (sizeof assets_version - 1) / 2);
}

void response_script(struct response *response, const char *name)
{
	template_set(template_section(response->page, K_SCRIPT), K_SCRIPT_NAME, name);
}

void response_style(struct response *response, const char *name)
{
	template_set(template_section(response->page, K_STYLE_SHEET), K_STYLE_NAME, name);
}

static void nav(struct response *response, const char *href, const char *label)
{
	const struct request *request = response->request;
	struct template_dict *item = template_section(response->page, K_NAV_ITEM);
	const char *full = arena_printf(request->arena, "%s%s", request->prefix, request->path != NULL ? request->path : "");
	size_t length = strlen(href);

	template_set(item, K_NAV_HREF, href);
	template_set(item, K_NAV_LABEL, label);
	if (strcmp(full, href) == 0)
		template_show(item, K_NAV_CURRENT);
	/* Within a desk's pages its item stays marked. People is an item of its own for those who have it. */
	else if (request->parts->program->opens == WEB_REPORTS && length > 1 && strncmp(full, href, length) == 0 &&
		!((request->visitor.roles & ROLE_ADMINISTRATOR) && strcmp(href, "/secretariat/") == 0 && strncmp(full, "/secretariat/people", 19) == 0))
		template_show(item, K_NAV_WITHIN);
}

static void navigation(struct response *response)
{
	const struct request *request = response->request;
	const struct visitor *visitor = &request->visitor;
	const unsigned participant = ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER | ROLE_OBSERVER;

	if (request->parts->program->opens == WEB_SNAPSHOT) {
		nav(response, arena_printf(request->arena, "%s/", request->prefix), _("Overview"));
		nav(response, arena_printf(request->arena, "%s/methods", request->prefix), _("Methods"));
		/* Behind the web server's question to account.fcgi everybody is signed in. */
		nav(response, *request->prefix != '\0' ? "/account/" : "/account/sign-in", *request->prefix != '\0' ? _("My account") : _("Sign in"));
		return;
	}
	nav(response, "/", _("Overview"));
	if (visitor->roles & (participant | ROLE_SECRETARIAT))
		nav(response, "/members/", _("Members’ overview"));
	if (visitor->roles & ROLE_DONOR)
		nav(response, "/donors/", _("Donors’ overview"));
	if (visitor->roles & participant)
		nav(response, "/reporting/", _("Reporting"));
	if (visitor->roles & ROLE_SECRETARIAT)
		nav(response, "/secretariat/", _("Secretariat"));
	if (visitor->roles & ROLE_ADMINISTRATOR)
		nav(response, "/secretariat/people", _("People"));
	if (visitor->actor.person == 0) {
		nav(response, "/account/sign-in", _("Sign in"));
	} else {
		nav(response, "/account/", _("My account"));
		template_set(template_section(response->page, K_SIGN_OUT), K_SIGN_OUT_CSRF, request->csrf);
	}
}

static void languages(struct response *response)
{
	const struct request *request = response->request;
	struct buffer path = BUFFER_INIT(8 * REQUEST_PATH_MAX);

	buffer_puts(&path, request->prefix);
	encode_url(&path, request->path != NULL ? request->path : "/", true);
	const char *query = request->parts->params != NULL ? params_canonical(request) : "";
	for (const struct language *language = i18n_languages; language->code != NULL; language++) {
		const char *href = arena_printf(request->arena, "%s?%s%slang=%s", buffer_text(&path), query, *query != '\0' ? "&" : "", language->code);
		struct template_dict *item = template_section(response->page, K_LANGUAGE);
		struct template_dict *shown = template_section(item,
			strcmp(language->code, request->language) == 0 ? K_LANGUAGE_THIS : K_LANGUAGE_OTHER);
		template_set(shown, K_LANGUAGE_CODE, language->code);
		template_set(shown, K_LANGUAGE_NAME, language->name);
		template_set(shown, K_LANGUAGE_HREF, href);
		struct template_dict *alternate = template_section(response->page, K_ALTERNATE);
		template_set(alternate, K_ALTERNATE_LANG, language->code);
		template_set(alternate, K_ALTERNATE_HREF, href);
	}
	buffer_release(&path);
}

static const char *audience_text(const char *audience)
{
	if (strcmp(audience, "donors") == 0)
		return _("For donors");
	if (strcmp(audience, "members") == 0)
		return _("For members");
	return _("Public figures");
}

static void snapshot_lines(struct response *response)
{
	if (*store_run() == '\0')
		return;
	struct template_dict *shown = template_section(response->page, K_SNAPSHOT);
	template_set(shown, K_SNAPSHOT_AUDIENCE, audience_text(store_audience()));
	template_set(shown, K_SNAPSHOT_MADE_AT, store_made_at());
	template_set(shown, K_SNAPSHOT_MADE, day_text(response->request->arena, store_made_at()));
	template_set(shown, K_SNAPSHOT_RUN, store_run());
	template_printf(shown, K_SNAPSHOT_FEED, "%s/releases.atom", response->request->prefix);
	template_printf(shown, K_SNAPSHOT_DATA, "%s/data", response->request->prefix);
	if (strcmp(store_audience(), "public") != 0)
		template_set(template_section(response->page, K_AUDIENCE), K_AUDIENCE_NAME, audience_text(store_audience()));
}

struct template_dict *response_page(struct response *response, const char *body, const char *title)
{
	struct request *request = response->request;

	if (response->page != NULL)
		template_free(response->page);
	response->page = template_new();
	response->content_type = "text/html; charset=utf-8";
	response->has_body = true;
	template_set(response->page, K_LANG, request->language);
	template_set(response->page, K_TITLE, title);
	template_set(response->page, K_ASSETS_VERSION, assets_version);
	template_printf(response->page, K_HOME_HREF, "%s/", request->prefix);
	navigation(response);
	languages(response);
	snapshot_lines(response);
	return template_include(response->page, K_PAGE_BODY, body);
}

enum err response_finish(struct response *response, struct error *error)
{
	if (response->page == NULL)
		return buffer_check(&response->body, error);
	show_notice(response);
	buffer_clear(&response->body);
	/* Room for nearly every page at once, rather than growing there by copies. */
	buffer_reserve(&response->body, PAGE_USUAL);
	return template_render(response->request->stands_alone ? "file.tpl" : response->chrome, response->page, &response->body, error);
}

/* --- errors --- */

int status_of(enum err code, bool posted)
{
	switch (code) {
	case ERR_OK: return 200;
	case ERR_INVALID: return posted ? 422 : 400;
	case ERR_DENIED: return 403;
	case ERR_NOT_FOUND: return 404;
	case ERR_CONFLICT: return 409;
	case ERR_TOO_LARGE: return 413;
	case ERR_BUSY:
	case ERR_SCHEMA: return 503;
	case ERR_FULL: return 507;
	case ERR_IO:
	case ERR_INTERNAL: return 500;
	}
	return 500;
}

const char *status_title(int status)
{
	switch (status) {
	case 400: return _("This request cannot be understood");
	case 401: return _("You are not signed in any more");
	case 403: return _("This is not open to you");
	case 404: return _("There is no such page");
	case 405: return _("This page does not take that kind of request");
	case 406: return _("There is no such format");
	case 409: return _("Something has changed meanwhile");
	case 413: return _("That is too large");
	case 414: return _("The address is too long");
	case 415: return _("The form came in an unknown type");
	case 422: return _("The form has mistakes");
	case 429: return _("Too many attempts");
	case 501: return _("That is not done here");
	case 503: return _("The service is not available at the moment");
	case 507: return _("There is no room left");
	default: return _("Something failed on our side");
	}
}

/* RFC 9457. */
static void problem(struct response *response, int status, const char *title, const struct error *error, const char *hint)
{
	struct buffer *body = response_body(response, "application/problem+json");
	const char *detail = hint == NULL ? error->text : arena_printf(response->request->arena, "%s %s", error->text, hint);
	json_t *json = json_pack("{s:s, s:s, s:i, s:s}", "type", "about:blank", "title", title, "status", status, "detail", detail);

	if (json != NULL && error->field[0] != '\0')
		json_object_set_new(json, "field", json_string(error->field));
	char *text = json != NULL ? json_dumps(json, JSON_COMPACT) : NULL;
	buffer_puts(body, text != NULL ? text : "{\"title\":\"Error\"}");
	buffer_putc(body, '\n');
	free(text);
	json_decref(json);
}

void response_error(struct response *response, int status, const struct error *error, const char *hint)
{
	struct request *request = response->request;
	struct error shown = *error;

	if (status == 0)
		status = status_of(error->code, strcmp(request->method, "POST") == 0);
	response_reset(response);
	if (status == 500) {
		/* What failed within is for the log, not for the visitor. */
		fprintf(stderr, "%s %s: %s\n", request->method, request->path != NULL ? request->path : "?", error->text);
		error_set(&shown, error->code, "%s", _("Nothing was changed by this request. What happened has been noted in the server's log; try again, and tell the secretariat if it stays."));
	}
	if (request->parts->program->problems) {
		problem(response, status, status_title(status), &shown, hint);
	} else {
		struct template_dict *body = response_page(response, "error.tpl", status_title(status));
		template_set(body, K_ERROR_TITLE, status_title(status));
		template_set(body, K_ERROR_TEXT, shown.text);
		template_set_int(body, K_ERROR_STATUS, status);
		template_printf(body, K_ERROR_HOME, "%s/", request->prefix);
		if (hint != NULL)
			template_set(template_section(body, K_ERROR_HINT), K_ERROR_HINT_TEXT, hint);
	}
	response->status = status;
	if (error->code == ERR_BUSY || status == 503)
		response_header(response, "Retry-After", "10");
}

enum err response_refuse(struct response *response, int status, const struct error *error)
{
	response_error(response, status, error, NULL);
	return ERR_OK;
}
