/* dispatch: finds the route and enforces all its policy from the table, before the handler runs. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

/* --- /healthz of every program --- */

static bool is_healthz(const struct program *program, const char *path)
{
	size_t name = strlen(program->name);

	if (strcmp(path, "/healthz") == 0)
		return true;
	return path[0] == '/' && strncmp(path + 1, program->name, name) == 0 && strcmp(path + 1 + name, "/healthz") == 0;
}

static void json_text(struct buffer *out, const char *text)
{
	buffer_putc(out, '"');
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			buffer_printf(out, "\\%c", *p);
		else if (*p < 0x20)
			buffer_printf(out, "\\u%04x", *p);
		else
			buffer_putc(out, (char)*p);
	}
	buffer_putc(out, '"');
}

static void healthz(const struct program *program, struct response *response, enum err store, const struct error *why)
{
	struct buffer *body = response_body(response, "application/json");

	buffer_puts(body, "{\"program\":");
	json_text(body, program->name);
	buffer_puts(body, store == ERR_OK ? ",\"status\":\"ok\"" : ",\"status\":\"unavailable\",\"reason\":");
	if (store != ERR_OK)
		json_text(body, why->text);
	if (store == ERR_OK && program->opens == WEB_SNAPSHOT) {
		buffer_puts(body, ",\"audience\":");
		json_text(body, store_audience());
		buffer_puts(body, ",\"run\":");
		json_text(body, store_run());
	}
	buffer_puts(body, "}\n");
	response->status = store == ERR_OK ? 200 : 503;
	response_header(response, "Cache-Control", "no-store");
}

/* --- policy, one function for each demand; each answers itself and returns false when it refuses --- */

static bool refuse(struct response *response, int status, const struct error *error, const char *hint)
{
	response_error(response, status, error, hint);
	return false;
}

/* What to do about an address of a snapshot that is not there. */
static const char *where_figures_are(const struct request *request)
{
	if (request->parts->program->opens != WEB_SNAPSHOT)
		return NULL;
	return arena_printf(request->arena,
		_("Figures are at the address of their page with .csv, .xlsx or .json at its end. All addresses are told at %s/data and, for programs, in %s/api/v1/openapi.json."),
		request->prefix, request->prefix);
}

static bool found(struct request *request, struct response *response)
{
	struct error error = ERROR_INIT;
	struct route_match match;

	route_find(request->parts->program->routes, request->method, request->path, request->arena, &match, &request->parts->path);
	request->parts->route = match.route;
	if (match.route != NULL)
		return true;
	if (match.path_known) {
		error_set(&error, ERR_INVALID, _("This address takes %s, not %s."), match.allow, request->parts->raw->method);
		refuse(response, 405, &error, NULL);
		response_header(response, "Allow", match.allow);
		return false;
	}
	if (match.needs_slash) {
		struct buffer path = BUFFER_INIT(8 * REQUEST_PATH_MAX);
		buffer_puts(&path, request->prefix);
		encode_url(&path, request->path, true);
		buffer_printf(&path, "/%s%s", *request->query != '\0' ? "?" : "", request->query);
		response_redirect(response, buffer_text(&path));
		response->status = 308;
		buffer_release(&path);
		return false;
	}
	error_set(&error, ERR_NOT_FOUND, _("There is no page at the address %s. It may have moved, or the address has a typing mistake."), request->path);
	return refuse(response, 404, &error, where_figures_are(request));
}

/* What was typed goes on with the person; where it can't, the page says what to do, and the browser's way back still has it. */
static bool session_ended(struct request *request, struct response *response)
{
	const struct request_parts *parts = request->parts;
	bool foreign = request_is_foreign(parts->raw);
	struct error error = ERROR_INIT;
	const struct held *held = NULL;
	int status;

	if (!foreign && (parts->route->flags & ROUTE_HOLDS) != 0 && request_read_form(request, &status, &error) == ERR_OK)
		held = held_form(request);
	if (held != NULL) {
		held_sign_in(request, response, held, _("Your session has ended."));
		response_status(response, 401);
		return false;
	}
	error_set(&error, ERR_DENIED, "%s", _("Your session has ended, so nothing was saved."));
	return refuse(response, 401, &error, foreign ? _("The form came from another site. Open the page here and fill the form in anew.") :
		_("What you typed is not lost: go back in your browser and copy it, sign in again, open the form anew and send it."));
}

static bool signed_in(struct request *request, struct response *response)
{
	if ((request->parts->route->flags & ROUTE_PUBLIC) != 0 || request->visitor.actor.person != 0)
		return true;
	if ((request->parts->route->flags & ROUTE_POST) != 0)
		return session_ended(request, response);
	response_to_sign_in(request, response);
	return false;
}

static bool permitted(struct request *request, struct response *response)
{
	struct error error = ERROR_INIT;
	unsigned roles = request->parts->route->roles;

	if (roles == 0 || (request->visitor.roles & roles) != 0)
		return true;
	error_set(&error, ERR_DENIED, "%s", _("Your roles do not open this page. If your work needs it, ask the administrator for the role."));
	return refuse(response, 403, &error, NULL);
}

/* A form of an earlier session, or one that was made before another tab signed in: shown again, with a token that fits. */
static bool holds_old_form(struct request *request, struct response *response)
{
	unsigned flags = request->parts->route->flags;
	bool knows = request->visitor.actor.person != 0;
	const struct held *held = NULL;

	if (request_is_foreign(request->parts->raw))
		return false;
	if ((flags & ROUTE_HOLDS) != 0 && knows)
		held = held_form(request);
	else if ((flags & ROUTE_CARRIES) != 0)
		held = request_held(request);
	if (held == NULL)
		return false;
	if (knows)
		held_page(request, response, held, _("Your form is still here"),
			_("You have signed in anew since this form was opened, so nothing was saved yet. Look it through and send it."));
	else
		held_sign_in(request, response, held,
			_("The sign-in form was too old. If this comes again, your browser refuses cookies for this address, or the address does not begin with https."));
	response_status(response, 403);
	return true;
}

static bool form_is_ours(struct request *request, struct response *response)
{
	struct error error = ERROR_INIT;

	if (visitor_form_token_fits(request, fields_get(&request->parts->body, "csrf")))
		return true;
	if (holds_old_form(request, response))
		return false;
	error_set(&error, ERR_DENIED, "%s", _("The form is too old, or it did not come from this site, so nothing was saved."));
	return refuse(response, 403, &error,
		_("Go back, copy what you typed, load the page anew and send the form again. If this comes again, your browser refuses cookies for this address, or the address does not begin with https."));
}

/* --- the two ways of a route --- */

static enum err run_handler(struct request *request, struct response *response, struct error *error)
{
	enum err err = request->parts->route->handler(request, response, error);

	if (err == ERR_OK)
		err = response_finish(response, error);
	if (err == ERR_OK && !response->has_body && response->status == 200)
		err = error_set(error, ERR_INTERNAL, "The handler of %s made no response.", request->parts->route->pattern);
	return err;
}

static void remember_language(struct request *request, struct response *response)
{
	if (request->parts->language_chosen && request->parts->route != NULL && (request->parts->route->flags & ROUTE_NO_COOKIES) == 0)
		response_cookie(response, "lang", request->language, 365L * 24 * 3600);
}

static enum err from_snapshot(struct request *request, struct response *response, struct cached **entry, struct error *error)
{
	web_variant *variant = request->parts->route->variant;
	const char *key = arena_printf(request->arena, "%s\n%s\n%s\n%s", request->path, params_canonical(request), request->language,
		variant != NULL ? variant(request) : "");

	*entry = cache_get(key);
	if (*entry != NULL)
		return ERR_OK;
	enum err err = run_handler(request, response, error);
	if (err != ERR_OK || response->status != 200)
		return err;
	return cache_put(key, response, store_run(), entry, error);
}

static enum err from_reports(struct request *request, struct response *response, struct error *error)
{
	enum err err = run_handler(request, response, error);

	if (err == ERR_OK && request->parts->form_secret_is_new)
		response_cookie(response, "form", request->parts->form_secret, -1);
	return err;
}

static enum err authorize(const struct program *program, struct request *request, struct response *response, struct error *error)
{
	if (program->authorize == NULL)
		return error_set(error, ERR_DENIED, "The program %s does not decide who may pass.", program->name);
	enum err err = visitor_read(request, error);
	visitor_form_token(request);
	if (err == ERR_OK)
		err = program->authorize(request, response, error);
	if (err == ERR_OK && response->status == 303 && request->parts->raw->only_asks)
		response->status = 401;
	return err == ERR_OK ? response_finish(response, error) : err;
}

static bool begin(const struct program *program, struct request *request, struct response *response)
{
	struct error error = ERROR_INIT;
	struct error store_error = ERROR_INIT;
	bool changed;
	int status = 0;

	/* Before the address is read: its sentences are in the visitor's language, and it may be wrong in every way. */
	enum err read = request_read(request, &status, &error);
	enum err store = store_use(program, &request->db, &changed, &store_error);
	if (changed)
		cache_clear();
	if (read != ERR_OK)
		return refuse(response, status, &error, NULL);
	if (!request->parts->raw->authorizer && is_healthz(program, request->path)) {
		healthz(program, response, store, &store_error);
		return false;
	}
	if (store != ERR_OK)
		return refuse(response, 503, &store_error, NULL);
	return true;
}

static bool admitted(const struct program *program, struct request *request, struct response *response, struct error *error)
{
	bool post;
	int status = 0;
	enum err err = ERR_OK;

	if (program->opens == WEB_REPORTS) {
		if ((err = visitor_read(request, error)) != ERR_OK)
			return refuse(response, 0, error, NULL);
		visitor_form_token(request);
	}
	if (!found(request, response) || !signed_in(request, response) || !permitted(request, response))
		return false;
	post = (request->parts->route->flags & ROUTE_POST) != 0;
	if (post) {
		err = request_read_form(request, &status, error);
		if (err != ERR_OK)
			return err != ERR_IO && refuse(response, status, error, NULL);
		if (!form_is_ours(request, response))
			return false;
	}
	if ((err = params_read(request, error)) != ERR_OK)
		return refuse(response, err == ERR_INVALID ? 400 : 0, error, err == ERR_NOT_FOUND ? where_figures_are(request) : NULL);
	return true;
}

enum err web_dispatch(const struct program *program, struct request *request, struct response *response, struct cached **entry,
	struct error *error)
{
	enum err err = ERR_OK;

	*entry = NULL;
	*error = (struct error)ERROR_INIT;
	if (!begin(program, request, response)) {
		err = ERR_OK;
	} else if (request->parts->raw->authorizer) {
		if ((err = authorize(program, request, response, error)) != ERR_OK)
			response_error(response, 0, error, NULL);
	} else if (admitted(program, request, response, error)) {
		bool snapshot = (request->parts->route->flags & ROUTE_SNAPSHOT) != 0;
		err = snapshot ? from_snapshot(request, response, entry, error) : from_reports(request, response, error);
		if (err != ERR_OK)
			response_error(response, 0, error, NULL);
	} else if (error->code == ERR_IO && !response->has_body) {
		return ERR_IO;
	}
	/* Errors are pages too; those of the handler have been rendered already. */
	struct error late = ERROR_INIT;
	if (response->page != NULL && response->body.length == 0 && response_finish(response, &late) != ERR_OK) {
		fprintf(stderr, "%s: %s\n", program->name, late.text);
		struct buffer *body = response_body(response, "text/plain; charset=utf-8");
		buffer_puts(body, late.text);
		response->status = 500;
	}
	remember_language(request, response);
	return ERR_OK;
}
