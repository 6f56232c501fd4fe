/*
 * kit: what the sources of the web kit share among themselves. Programs include web.h only.
 *
 * The way of a request: main.c accepts it, request.c reads what the web server sent, dispatch.c finds the route (route.c) and
 * enforces its policy (visitor.c, body.c, params.c, form tokens), the handler fills a response (response.c), and main.c sends it. Routes
 * of a snapshot go through cache.c, which keeps ready responses.
 */
#ifndef CGI_WEB_KIT_H
#define CGI_WEB_KIT_H

#include "cgi/web/web.h"
#include "indicators/base/utf8.h"
#include "indicators/store/incoming.h"

#define REQUEST_PATH_MAX 1024
#define REQUEST_QUERY_MAX 4096
#define REQUEST_FIELDS_MAX 2000
#define RESPONSE_MAX ((size_t)64 * 1024 * 1024)
#define CACHE_MAX ((size_t)64 * 1024 * 1024)

/* --- what came from the web server; the strings live until the response is sent --- */

struct raw_request {
	const char *method;
	const char *uri;               /* REQUEST_URI: path and query, as sent */
	const char *cookies;           /* "" where there is no such header; so with the others */
	const char *accept;
	const char *accept_language;
	const char *accept_encoding;
	const char *if_none_match;
	const char *if_modified_since;
	const char *range;
	const char *if_range;
	const char *content_type;
	const char *content_length;
	const char *host;
	const char *origin;
	const char *fetch_site;        /* Sec-Fetch-Site */
	const char *address;
	const char *guards;            /* set by the web server's configuration, never by the browser */
	const char *role;              /* likewise: "authorizer", "question" or "" */
	bool authorizer;
	bool only_asks;                /* of an authorizer: refusals are 401 and 403, as nginx wants them, never a redirect */
	size_t (*read)(void *stream, char *data, size_t length); /* of the body; fewer bytes mean that the client went away */
	void *stream;
};

struct field {
	const char *name;
	const char *value;             /* decoded, valid UTF-8 without NUL */
};

struct fields {
	struct field *list;
	size_t count;
};

struct param_value {
	enum param_state state;
	const char **texts;            /* as typed, blanks trimmed where the type says so */
	const char **keys;             /* of a family: the part of each field's name after the colon */
	size_t count;
	int64_t integer;
	double real;
	const char *problem;           /* a sentence, when wrong */
	bool from_path;
	const struct form_file *file;  /* of PARAM_FILE: what was chosen, or NULL */
};

/* A file of a form, or why it was not taken: then only `code` and `problem` (a sentence) are there. */
struct form_file {
	const char *field;
	struct request_file file;
	enum err code;
	const char *problem;
	struct incoming incoming;
};

#define FORM_FILES_MAX 8

struct request_parts {
	const struct raw_request *raw;
	const struct program *program;
	const struct route *route;
	struct fields query;
	struct fields body;
	struct form_file *files;       /* FORM_FILES_MAX of them, or NULL */
	size_t file_count;
	const char *left_file;         /* the name of one that was not taken because nobody is signed in, or NULL */
	struct fields path;            /* {name} → segment */
	struct fields cookies;
	struct param_value *params;    /* one for each spec of the route */
	size_t param_count;
	const char *session_token;     /* of the signed-in visitor, or NULL */
	const char *form_secret;       /* of a visitor who is not signed in, or NULL */
	bool form_secret_is_new;
	bool language_chosen;          /* by ?lang= */
	bool is_head;
};

/* --- request.c --- */

/* What a text from outside may hold: valid UTF-8 without control characters, but newlines and tabs where `lines`. ERR_INVALID. */
MUST_USE enum err check_text(const char *text, size_t length, bool lines, struct error *error);

/* Decodes %XX strictly. ERR_INVALID on a bad escape, NUL, other control bytes (newlines and tabs pass when `plus`) or bad UTF-8. */
MUST_USE enum err decode_text(struct arena *arena, const char *text, size_t length, bool plus, const char **out, struct error *error);

/* name=value&…; at most REQUEST_FIELDS_MAX. */
MUST_USE enum err decode_form(struct arena *arena, const char *text, size_t length, struct fields *fields, struct error *error);

/* The Cookie header. What is malformed is left out. */
void decode_cookies(struct arena *arena, const char *header, struct fields *fields);

/* The first value of a name, or NULL. */
const char *fields_get(const struct fields *fields, const char *name);

/* Path, query, cookies and language. *status gets 400 or 414 when it refuses. */
MUST_USE enum err request_read(struct request *request, int *status, struct error *error);

/* The language of an Accept-Language header among ours, or NULL. The result is static. */
const char *accepted_language(const char *header);

/* --- body.c: the body of a form --- */

#define FORM_TEXT_MAX ((size_t)1024 * 1024) /* all text of a multipart form; files are in files */

/*
 * Reads it, as the route takes it. Files are then in parts->files, each in a temporary file until request_drop_files. *status gets 400,
 * 413 or 415 when it refuses. ERR_IO: the client went away.
 */
MUST_USE enum err request_read_form(struct request *request, int *status, struct error *error);

/* Removes the temporary files that nobody took away. */
void request_drop_files(struct request *request);

/* --- route.c --- */

struct route_match {
	const struct route *route;     /* NULL: none */
	bool path_known;               /* some route has this path, for another method */
	bool needs_slash;              /* path + "/" is a route */
	const char *allow;             /* "GET, HEAD, POST", when path_known */
};

/* Whether `path` fits `pattern`; fills `fields` (may be NULL) with the {name}s. */
bool route_fits(const char *pattern, const char *path, struct arena *arena, struct fields *fields);

void route_find(const struct route *routes, const char *method, const char *path, struct arena *arena, struct route_match *match,
	struct fields *fields);

/* --- params.c --- */

/* Reads the parameters of the request's route into parts->params. ERR_INVALID naming the first wrong one, unless the route is lenient. */
MUST_USE enum err params_read(struct request *request, struct error *error);

/* The query parameters that the route knows, in the order of its table, encoded: "period=2025". Without "?". */
const char *params_canonical(const struct request *request);

/* --- visitor.c --- */

/* Who the session cookie belongs to. No session is no error. */
MUST_USE enum err visitor_read(struct request *request, struct error *error);

/* The token of the visitor's forms; makes a secret for a visitor without a session. */
void visitor_form_token(struct request *request);

bool visitor_form_token_fits(const struct request *request, const char *token);

/* --- held.c --- */

/* Whether the browser says that another site's page sent this. */
bool request_is_foreign(const struct raw_request *raw);

/* A form's fields, without its token, as one word and back. NULL: larger than HELD_MAX; false: no such word. */
const char *held_pack(struct arena *arena, const struct fields *fields);
bool held_unpack(struct arena *arena, const char *packed, struct fields *fields);

/* The form that came, to be held; NULL when it is too large. */
const struct held *held_form(struct request *request);

/* The sign-in page that carries it. */
void held_sign_in(struct request *request, struct response *response, const struct held *held, const char *why);

/* --- main.c, for render.c --- */

/* Random numbers, languages, templates: what every way of starting a program needs. */
MUST_USE enum err web_prepare(struct error *error);

/* The audience's prefix of addresses. */
const char *web_prefix(void);

/* --- store.c: the program's database --- */

/* Opens it, or opens it again when the file has been replaced. *db is NULL and the sentence says why when it can't be used. */
MUST_USE enum err store_use(const struct program *program, struct database **db, bool *changed, struct error *error);
void store_close(void);

/* Of an open snapshot, else "". */
const char *store_run(void);
const char *store_audience(void);
const char *store_made_at(void);

/* --- response.c --- */

struct header {
	const char *name;
	const char *value;
};

struct response {
	struct request *request;
	int status;
	struct header headers[24];
	size_t header_count;
	struct template_dict *page;    /* the root of the chrome, when the response is a page */
	const char *chrome;            /* the template around the body of a page */
	const char *policy;            /* Content-Security-Policy; NULL: that of pages */
	const char *content_type;
	struct buffer body;
	bool has_body;
	struct file_body *file;        /* instead of `body`, or NULL */
};

void response_init(struct response *response, struct request *request);
void response_release(struct response *response);

/* Drops what has been built so far, except cookies. */
void response_reset(struct response *response);

/* Renders the page into the body. */
MUST_USE enum err response_finish(struct response *response, struct error *error);

/* A page (or problem) that says what happened. `status` 0 takes the one of error->code. */
void response_error(struct response *response, int status, const struct error *error, const char *hint);

int status_of(enum err code, bool posted);
const char *status_title(int status);

/* The hash of the style sheet and scripts that stands in their addresses. */
void response_set_assets(const char *directory);

/* --- gzip.c --- */

#define GZIP_BEST 6
#define GZIP_LEAST 256 /* shorter bodies are sent as they are */

/* The packed bytes, to be freed by the caller; NULL when they would be no fewer. `level` is 1 to GZIP_BEST. */
char *gzip_pack(const char *data, size_t length, int level, size_t *packed);

/* --- moment.c: times as HTTP writes them --- */

#define MOMENT_TEXT 30 /* "Wed, 25 Nov 2026 20:55:50 GMT" and NUL */

/* A moment of clock.h ("2026-11-25T20:55:50Z") as an IMF-fixdate; false, and "", when it is none. */
bool moment_http(const char *moment, char text[static MOMENT_TEXT]);

/* Whether `header`, an HTTP date in any of the three forms of RFC 9110, is not before `moment`. False when either can't be read. */
bool moment_is_since(const char *header, const char *moment);

/* --- file.c: a file as the body --- */

struct file_body {
	int descriptor;
	int64_t from, length;          /* what is still to be sent */
	const char *etag;              /* with its quotation marks */
};

/* Takes the next piece; 0 when there is no more. */
size_t response_file_read(struct response *response, char *piece, size_t size);
void response_file_close(struct response *response);

/* What a Range header asks of `size` bytes. RANGE_WHOLE also for one that need not be heeded. */
enum range_kind { RANGE_WHOLE, RANGE_PART, RANGE_NONE /* lies behind the end */ };
enum range_kind range_read(const char *header, int64_t size, int64_t *from, int64_t *length);

/* Content-Disposition with the name in any script (RFC 6266). */
const char *attachment_header(struct arena *arena, const char *name);

/* Whether an If-None-Match header lists the tag, given without quotation marks. */
bool etag_is_listed(const char *header, const char *etag);

/* --- cache.c: ready responses of snapshot routes --- */

struct cached {
	struct cached *next;           /* same bucket */
	struct cached *newer, *older;
	char *key;
	char *policy;                  /* Content-Security-Policy, or NULL: that of pages */
	char *head;                    /* header lines that both encodings share, each ending with CRLF */
	char etag[96];
	char *body;
	size_t length;
	char *gzip;                    /* NULL until somebody accepted it, or when it would not be smaller */
	size_t gzip_length;
	int gzip_level;
	unsigned packings;             /* times that somebody accepted gzip */
	char *ready[2];                /* the whole head of a 200, plain and gzip, once it was sent; without cookies and the empty line */
	size_t size;                   /* all of it, as counted against CACHE_MAX */
};

/* Found and made the newest, or NULL. */
struct cached *cache_get(const char *key);

/* Takes the finished response in; the result is good until the next cache_put or cache_clear. */
MUST_USE enum err cache_put(const char *key, const struct response *response, const char *run, struct cached **entry, struct error *error);

/* Somebody accepts gzip: compresses quickly the first time, well the second, and then no more. */
void cache_compress(struct cached *entry);
void cache_clear(void);
size_t cache_bytes(void);

/* --- dispatch.c --- */

/* The whole of a request. *entry is set when a cached response is to be sent instead of `response`. ERR_IO: nobody is there to answer. */
MUST_USE enum err web_dispatch(const struct program *program, struct request *request, struct response *response, struct cached **entry,
	struct error *error);

#endif
