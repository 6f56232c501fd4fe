/*
 * main: the life of a FastCGI program: start, accept, answer, end at SIGTERM.
 *
 * The web server gives the listening socket as file descriptor 0 (lighttpd's bin-path, spawn-fcgi, a systemd socket unit).
 * Environment: MONITOR_SHARE holds templates/ and locale/ (MONITOR_TEMPLATES and MONITOR_LOCALE name them singly), MONITOR_DATA or
 * MONITOR_SNAPSHOT the database, MONITOR_PREFIX the address prefix of the audience.
 */
#include <fcgiapp.h>
#include <fastcgi.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

static volatile sig_atomic_t ending;

static void on_end(int number)
{
	(void)number;
	ending = 1;
	FCGX_ShutdownPending();
	/* A signal that comes between the look at the flag and accept() would be lost; it is repeated until the loop ends. */
	alarm(1);
}

static void watch_signals(void)
{
	struct sigaction action = { .sa_handler = on_end };

	/* Without SA_RESTART, so that an idle accept() returns. */
	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGALRM, &action, NULL);
	action.sa_handler = SIG_IGN;
	sigaction(SIGPIPE, &action, NULL);
	/* A limit on the size of files is an error of the write, as a full disk is. */
	sigaction(SIGXFSZ, &action, NULL);
}

static const char *env_or(const char *value)
{
	return value != NULL ? value : "";
}

static size_t read_stream(void *stream, char *data, size_t length)
{
	size_t done = 0;

	while (done < length) {
		int part = length - done > 65536 ? 65536 : (int)(length - done);
		int got = FCGX_GetStr(data + done, part, stream);
		if (got <= 0)
			break;
		done += (size_t)got;
	}
	return done;
}

/* What a program asks of the web server's parameters. */
static const struct wanted { const char *name; size_t length; size_t at; } wanted[] = {
#define WANTED(name, member) { name, sizeof name - 1, offsetof(struct raw_request, member) }
	WANTED("REQUEST_METHOD", method),
	WANTED("REQUEST_URI", uri),
	WANTED("HTTP_COOKIE", cookies),
	WANTED("HTTP_ACCEPT", accept),
	WANTED("HTTP_ACCEPT_LANGUAGE", accept_language),
	WANTED("HTTP_ACCEPT_ENCODING", accept_encoding),
	WANTED("HTTP_IF_NONE_MATCH", if_none_match),
	WANTED("HTTP_IF_MODIFIED_SINCE", if_modified_since),
	WANTED("HTTP_RANGE", range),
	WANTED("HTTP_IF_RANGE", if_range),
	WANTED("CONTENT_TYPE", content_type),
	WANTED("CONTENT_LENGTH", content_length),
	WANTED("HTTP_HOST", host),
	WANTED("HTTP_ORIGIN", origin),
	WANTED("HTTP_SEC_FETCH_SITE", fetch_site),
	WANTED("REMOTE_ADDR", address),
	WANTED("MONITOR_GUARDS", guards),
	WANTED("MONITOR_ROLE", role),
#undef WANTED
};

static const struct wanted *find_wanted(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (wanted[i].length == length && memcmp(wanted[i].name, name, length) == 0)
			return &wanted[i];
	return NULL;
}

static void set_text(struct raw_request *raw, const struct wanted *what, const char *value)
{
	memcpy((char *)raw + what->at, &value, sizeof value);
}

/* In one pass: FCGX_GetParam goes through all of them for each name. Of one sent twice the first counts, as with FCGX_GetParam. */
static void read_environment(FCGX_Request *fcgx, struct raw_request *raw)
{
	const char *const *env = (const char *const *)fcgx->envp;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		set_text(raw, &wanted[i], "");
	size_t count = 0;
	while (env[count] != NULL)
		count++;
	while (count-- > 0) {
		const char *equals = strchr(env[count], '=');
		const struct wanted *what = equals != NULL ? find_wanted(env[count], (size_t)(equals - env[count])) : NULL;
		if (what != NULL)
			set_text(raw, what, equals + 1);
	}
	/* nginx has only the role of responder; its configuration says in words what it wants. */
	raw->only_asks = strcmp(raw->role, "question") == 0;
	raw->authorizer = fcgx->role == FCGI_AUTHORIZER || raw->only_asks || strcmp(raw->role, "authorizer") == 0;
	raw->read = read_stream;
	raw->stream = fcgx->in;
}

/* --- sending --- */

static const char page_policy[] =
	"default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; "
	"base-uri 'none'; frame-ancestors 'none'";

/* A file from a person is shown by nobody: it may be anything, and is saved. */
static const char file_policy[] = "default-src 'none'; sandbox; frame-ancestors 'none'";

/* `policy` NULL: that of pages. */
static void security_headers(struct buffer *head, const char *policy)
{
	buffer_printf(head, "Content-Security-Policy: %s\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n",
		policy != NULL ? policy : page_policy);
}

static bool accepts_gzip(const char *header)
{
	for (const char *p = header; (p = strstr(p, "gzip")) != NULL; p += 4) {
		const char *q = p + 4 + strspn(p + 4, " ");
		if (*q != ';')
			return true;
		q += 1 + strspn(q + 1, " ");
		return strncmp(q, "q=", 2) != 0 || strtod(q + 2, NULL) > 0;
	}
	return false;
}

bool etag_is_listed(const char *header, const char *etag)
{
	if (strcmp(header, "*") == 0)
		return true;
	for (const char *p = header; (p = strstr(p, etag)) != NULL; p++)
		if (p > header && p[-1] == '"' && p[strlen(etag)] == '"')
			return true;
	return false;
}

static void put(FCGX_Request *fcgx, const char *data, size_t length)
{
	/* A client that went away is the normal end of a request; what it did not take is dropped. */
	for (size_t done = 0; done < length;) {
		int part = length - done > 1 << 20 ? 1 << 20 : (int)(length - done);
		if (FCGX_PutStr(data + done, part, fcgx->out) != part)
			return;
		done += (size_t)part;
	}
}

/* What the answer depends on besides its address. Errors of a route that chooses by Accept may come before it is known. */
static const char *vary(const struct request *request)
{
	const struct route *route = request->parts->route;

	return route != NULL && route->variant != NULL ? "Vary: Accept, Accept-Language, Accept-Encoding, Cookie\r\n" :
		"Vary: Accept-Language, Accept-Encoding, Cookie\r\n";
}

/* When the data were made, as a header, or "". */
static const char *last_modified(const struct request *request)
{
	char moment[MOMENT_TEXT];

	if ((request->parts->route->flags & ROUTE_DATED) == 0 || !moment_http(store_made_at(), moment))
		return "";
	return arena_printf(request->arena, "Last-Modified: %s\r\n", moment);
}

/* The head of a 200, made once for each encoding of an entry. NULL when there is no memory to keep it. */
static const char *ready_head(const struct request *request, struct cached *entry, bool gzip, const char *etag)
{
	struct buffer head = BUFFER_INIT(32768);

	if (entry->ready[gzip] == NULL) {
		buffer_puts(&head, "Status: 200 OK\r\n");
		security_headers(&head, entry->policy);
		buffer_printf(&head, "ETag: \"%s\"\r\n", etag);
		buffer_printf(&head, "%s%s%s", vary(request), last_modified(request), entry->head);
		if (gzip)
			buffer_puts(&head, "Content-Encoding: gzip\r\n");
		buffer_printf(&head, "Content-Length: %zu\r\n", gzip ? entry->gzip_length : entry->length);
		entry->ready[gzip] = strdup(buffer_text(&head));
		buffer_release(&head);
	}
	return entry->ready[gzip];
}

static void put_rest_of_head(FCGX_Request *fcgx, const struct request *request, const struct response *response)
{
	static const char public[] = "Cache-Control: public, max-age=60\r\n\r\n", private[] = "Cache-Control: private, max-age=60\r\n\r\n";
	bool shared = *request->prefix == '\0';

	/* Only the kit's own language cookie can be here; the handler did not run, or its headers are in the entry. It is one browser's. */
	for (size_t i = 0; i < response->header_count; i++) {
		if (strcmp(response->headers[i].name, "Set-Cookie") != 0)
			continue;
		FCGX_FPrintF(fcgx->out, "Set-Cookie: %s\r\n", response->headers[i].value);
		shared = false;
	}
	if (shared)
		put(fcgx, public, sizeof public - 1);
	else
		put(fcgx, private, sizeof private - 1);
}

static void send_not_modified(FCGX_Request *fcgx, const struct request *request, const struct response *response, const struct cached *entry,
	const char *etag)
{
	struct buffer head = BUFFER_INIT(32768);

	buffer_printf(&head, "Status: 304 Not Modified\r\nETag: \"%s\"\r\n", etag);
	security_headers(&head, entry->policy);
	buffer_printf(&head, "%s%s", vary(request), last_modified(request));
	put(fcgx, buffer_text(&head), head.length);
	buffer_release(&head);
	put_rest_of_head(fcgx, request, response);
}

static void send_cached(FCGX_Request *fcgx, const struct request *request, const struct response *response, struct cached *entry)
{
	const struct raw_request *raw = request->parts->raw;
	char etag[sizeof entry->etag + 16];

	bool gzip = accepts_gzip(raw->accept_encoding);
	if (gzip) {
		cache_compress(entry);
		gzip = entry->gzip != NULL;
	}
	/* A strong tag names the bytes, so each encoding has its own. A browser may hold one that another worker packed, quickly or well. */
	for (int level = gzip ? 1 : 0; *raw->if_none_match != '\0' && level <= GZIP_BEST; level++) {
		snprintf(etag, sizeof etag, level > 0 ? "%s-gz%d" : "%s", entry->etag, level);
		if (etag_is_listed(raw->if_none_match, etag)) {
			send_not_modified(fcgx, request, response, entry, etag);
			return;
		}
		if (!gzip)
			break;
	}
	snprintf(etag, sizeof etag, gzip ? "%s-gz%d" : "%s", entry->etag, entry->gzip_level);
	/* Heeded only where no tag was sent (RFC 9110, 13.1.3). */
	if (*raw->if_none_match == '\0' && (request->parts->route->flags & ROUTE_DATED) != 0 && moment_is_since(raw->if_modified_since, store_made_at())) {
		send_not_modified(fcgx, request, response, entry, etag);
		return;
	}
	const char *head = ready_head(request, entry, gzip, etag);
	if (head == NULL)
		return;
	put(fcgx, head, strlen(head));
	put_rest_of_head(fcgx, request, response);
	if (!request->parts->is_head)
		put(fcgx, gzip ? entry->gzip : entry->body, gzip ? entry->gzip_length : entry->length);
}

/*
 * Whether a page made for one visitor is packed. Not when another site led here: that site could put its guesses into the address and
 * see by the length which of them the page holds already (BREACH). visitor.c masks the forms' token for the same reason.
 */
static bool packs(const struct request *request, const struct response *response)
{
	const struct raw_request *raw = request->parts->raw;

	return response->content_type != NULL && strncmp(response->content_type, "text/html", 9) == 0 && response->body.length >= GZIP_LEAST &&
		accepts_gzip(raw->accept_encoding) && !request_is_foreign(raw);
}

static void put_file(FCGX_Request *fcgx, struct response *response)
{
	char piece[32768];
	size_t got;

	while ((got = response_file_read(response, piece, sizeof piece)) > 0)
		if (FCGX_PutStr(piece, (int)got, fcgx->out) != (int)got)
			return;
}

static void send_response(FCGX_Request *fcgx, const struct request *request, struct response *response)
{
	struct buffer head = BUFFER_INIT(32768);
	bool passes = request->parts->raw->authorizer && response->status == 200;
	bool caching = false;
	size_t length = response->body.length;
	char *gzip = !passes && packs(request, response) ? gzip_pack(buffer_text(&response->body), response->body.length, GZIP_BEST, &length) : NULL;

	if (gzip == NULL)
		length = response->file != NULL ? (size_t)response->file->length : response->body.length;

	buffer_printf(&head, "Status: %d\r\n", response->status);
	if (!passes)
		security_headers(&head, response->file != NULL ? file_policy : response->policy);
	for (size_t i = 0; i < response->header_count; i++) {
		caching = caching || strcasecmp(response->headers[i].name, "Cache-Control") == 0;
		buffer_printf(&head, "%s: %s\r\n", response->headers[i].name, response->headers[i].value);
	}
	if (!caching && !passes)
		buffer_puts(&head, "Cache-Control: no-store\r\n");
	buffer_puts(&head, vary(request));
	if (gzip != NULL)
		buffer_puts(&head, "Content-Encoding: gzip\r\n");
	if (!passes) {
		buffer_printf(&head, "Content-Type: %s\r\n", response->content_type != NULL ? response->content_type : "text/plain; charset=utf-8");
		buffer_printf(&head, "Content-Length: %zu\r\n", length);
	}
	buffer_puts(&head, "\r\n");
	put(fcgx, buffer_text(&head), head.length);
	if (response->file != NULL && !request->parts->is_head)
		put_file(fcgx, response);
	else if (!request->parts->is_head && !passes)
		put(fcgx, gzip != NULL ? gzip : buffer_text(&response->body), length);
	free(gzip);
	buffer_release(&head);
}

static void answer(const struct program *program, FCGX_Request *fcgx, struct arena *arena)
{
	struct raw_request raw = { 0 };
	struct request_parts parts = { .raw = &raw, .program = program };
	struct request request = { .arena = arena, .parts = &parts, .language = "en", .csrf = "", .query = "", .return_to = "/" };
	struct response response;
	struct error error = ERROR_INIT;
	struct cached *entry = NULL;

	read_environment(fcgx, &raw);
	parts.is_head = strcmp(raw.method, "HEAD") == 0;
	request.method = parts.is_head ? "GET" : raw.method;
	request.prefix = web_prefix();
	request.guards = raw.guards;
	request.visitor = (struct visitor){ .actor = { .name = "", .address = raw.address }, .name = "" };
	response_init(&response, &request);
	if (web_dispatch(program, &request, &response, &entry, &error) == ERR_OK) {
		if (entry != NULL)
			send_cached(fcgx, &request, &response, entry);
		else
			send_response(fcgx, &request, &response);
	}
	response_release(&response);
	request_drop_files(&request);
	arena_reset(arena);
}

const char *web_site(void)
{
	static char site[256];

	if (*site == '\0') {
		snprintf(site, sizeof site, "%s", env_or(getenv("MONITOR_SITE")));
		for (size_t length = strlen(site); length > 0 && site[length - 1] == '/'; length--)
			site[length - 1] = '\0';
	}
	return site;
}

const char *web_prefix(void)
{
	return env_or(getenv("MONITOR_PREFIX"));
}

static const char *share_folder(void)
{
	const char *share = getenv("MONITOR_SHARE");

	return share != NULL ? share : ".";
}

const char *web_templates(struct arena *arena)
{
	const char *templates = getenv("MONITOR_TEMPLATES");

	return templates != NULL ? templates : arena_printf(arena, "%s/templates", share_folder());
}

enum err web_prepare(struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *templates = web_templates(&arena);
	const char *locale = getenv("MONITOR_LOCALE");
	enum err err;

	if (locale == NULL)
		locale = arena_printf(&arena, "%s/locale", share_folder());
	if (sodium_init() < 0) {
		err = error_set(error, ERR_INTERNAL, "The random numbers of this machine cannot be used.");
		goto out;
	}
	i18n_init(locale);
	if ((err = template_load(templates, error)) != ERR_OK)
		goto out;
	response_set_assets(templates);
out:
	arena_release(&arena);
	return err;
}

static enum err start(const struct program *program, struct error *error)
{
	enum err err = web_prepare(error);

	if (err == ERR_OK && (FCGX_Init() != 0 || FCGX_IsCGI()))
		err = error_set(error, ERR_INVALID, "%s.fcgi is started by a web server: standard input must be a listening socket.", program->name);
	return err;
}

int web_main(const struct program *program)
{
	struct error error = ERROR_INIT;
	struct arena arena = ARENA_INIT;
	FCGX_Request fcgx;
	int failures = 0;

	if (start(program, &error) != ERR_OK) {
		fprintf(stderr, "%s\n", error.text);
		return 1;
	}
	watch_signals();
	if (FCGX_InitRequest(&fcgx, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		return 1;
	while (!ending) {
		if (FCGX_Accept_r(&fcgx) < 0) {
			/* A signal; or no descriptors left, or no socket: neither is mended by trying at once. */
			if (!ending)
				nanosleep(&(struct timespec){ .tv_nsec = 20 * 1000 * 1000 }, NULL);
			failures++;
			ending = ending || failures > 500;
			continue;
		}
		failures = 0;
		answer(program, &fcgx, &arena);
		FCGX_Finish_r(&fcgx);
	}
	FCGX_Free(&fcgx, 1);
	arena_release(&arena);
	cache_clear();
	store_close();
	return 0;
}
