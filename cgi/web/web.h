/*
 * web: the small kit that the FastCGI programs share. A program is a table of routes and a main() of one call.
 *
 * The route table decides: method, sign-in, roles, CSRF, body size and parameters are all checked by web_dispatch before
 * a handler runs, from the table alone. A handler builds a response in memory and returns; a late error is still a proper
 * page. One process serves one request at a time.
 */
#ifndef CGI_WEB_WEB_H
#define CGI_WEB_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cgi/web/template.h"
#include "indicators/base/arena.h"
#include "indicators/base/buffer.h"
#include "indicators/base/error.h"
#include "indicators/model/reports.h"

/* --- parameters: declared, with a validator each; handlers read typed values ------------------------------------ */

enum param_type {
	PARAM_TEXT,   /* valid UTF-8 of at most `max` bytes; newlines kept, other control characters refused */
	PARAM_LINE,   /* the same without newlines, blanks trimmed at both ends */
	PARAM_CODE,   /* letters, digits, . _ - of at most `max` */
	PARAM_INT,    /* decimal integer within min…max */
	PARAM_REAL,   /* decimal number, point or comma; kept as typed beside the number */
	PARAM_DATE,   /* YYYY-MM-DD, a real date */
	PARAM_FLAG,   /* a checkbox: present or not */
	PARAM_FILE    /* a file of at most `max` bytes, on a ROUTE_MULTIPART; request_file() gives it */
};

struct param_spec {
	const char *name;     /* form field, query parameter, or {name} in the pattern */
	enum param_type type;
	bool required;        /* missing or empty: 400 with the field named */
	bool family;          /* any number of fields "name:key"; request_family_key() names them, missing ones are no error */
	bool repeated;        /* may stand several times (checkboxes); read by index */
	double min, max;      /* PARAM_INT, PARAM_REAL: the range, where max > min; texts: max bytes (0: 10,000) */
};

enum param_state { PARAM_MISSING, PARAM_OK, PARAM_WRONG };

/* --- routes ------------------------------------------------------------------------------------------------------ */

enum route_flags {
	ROUTE_PUBLIC = 1 << 0,       /* no session needed; without this flag a session is required (else: to sign-in) */
	ROUTE_POST = 1 << 1,         /* POST instead of GET and HEAD; the CSRF token is required */
	ROUTE_SNAPSHOT = 1 << 2,     /* depends only on snapshot, URL and language: cached, ETag, 304 */
	ROUTE_LENIENT = 1 << 3,      /* wrong parameter values reach the handler (form shown again, field marked) */
	ROUTE_MULTIPART = 1 << 4,    /* the form may also come as multipart/form-data, with the files that the parameters name */
	ROUTE_HOLDS = 1 << 5,        /* what was typed is held over a sign-in when the session has ended; never where passwords are typed */
	ROUTE_CARRIES = 1 << 6,      /* a sign-in whose form may carry a held one: request_held() */
	ROUTE_DATED = 1 << 7,        /* of a snapshot's route: Last-Modified, the moment of the run, and 304 to If-Modified-Since */
	ROUTE_NO_COOKIES = 1 << 8,   /* sets none, not even the language's: what other sites' pages show, and files */
	ROUTE_STRICT = 1 << 9        /* a parameter of the query that `params` does not name is refused, `lang` aside: a mistyped filter would be none */
};

/* Roles as a set; a route without roles needs only the session. */
enum role {
	ROLE_FOCAL_POINT = 1 << 0, ROLE_DEPUTY = 1 << 1, ROLE_CLEARING_OFFICER = 1 << 2, ROLE_OBSERVER = 1 << 3,
	ROLE_SECRETARIAT = 1 << 4, ROLE_DONOR = 1 << 5, ROLE_ADMINISTRATOR = 1 << 6
};

struct request;
struct response;
typedef enum err web_handler(struct request *request, struct response *response, struct error *error);

/*
 * What else an answer of a ROUTE_SNAPSHOT depends on, besides its path, the parameters of its table and the language: the whole query, the
 * format that the Accept header chose. A text, equal where the answers are; in the request's arena. Whoever has one is told `Vary: Accept`.
 */
typedef const char *web_variant(struct request *request);

struct route {
	/*
	 * "/reporting/{round}/{participant}/{indicator}": a {name} matches one path segment, or its part before a fixed ending as in
	 * "/{framework}/indicators/{code}.csv". A path that only lacks its last slash is redirected to the route that has it.
	 */
	const char *pattern;
	unsigned flags;
	unsigned roles;                   /* any of these, held today */
	size_t max_body;                  /* POST: most bytes of the whole, 0 means 64 KiB */
	const struct param_spec *params;  /* ends with a NULL name; unknown parameters are ignored, unless ROUTE_STRICT */
	web_handler *handler;
	web_variant *variant;             /* NULL: nothing else */
	const void *detail;               /* the program's own: what its handler wants to know of this route (request_detail) */
};

/* Notices (response_notice) of one program: a known code and its sentence, N_("Saved."). Ends with a NULL code. */
struct notice {
	const char *code;
	const char *text;
};

struct program {
	const char *name;                 /* "reporting" */
	const struct route *routes;       /* ends with a NULL pattern; the first match of pattern and method wins */
	enum { WEB_REPORTS, WEB_SNAPSHOT } opens; /* $MONITOR_DATA/reports.db, or the one file of $MONITOR_SNAPSHOT */
	bool problems;                    /* errors are application/problem+json (RFC 9457), not pages */
	const struct notice *notices;     /* besides those that all programs know; may be NULL */
	/* The FastCGI role of authorizer: answers 200 to let a request pass. NULL: the program refuses that role. */
	web_handler *authorize;
};

/* The whole main() of a FastCGI program. */
int web_main(const struct program *program);

/*
 * The whole main() of a program of a snapshot that was started by hand with words: `--render PATH [--lang LANGUAGE]` prints that page as a
 * file that stands alone. Returns the exit status.
 */
int web_render(const struct program *program, int count, char **words);

/* --- request ------------------------------------------------------------------------------------------------------ */

/* Who is signed in; person 0 is nobody. Roles are those held today. */
struct visitor {
	struct actor actor;               /* person id, e-mail, address: what the model's functions take */
	const char *name;
	struct { unsigned role; const char *participant; } grants[64];
	size_t grant_count;
	unsigned roles;                   /* all of them together */
};

struct request {
	struct arena *arena;              /* lives until the response is sent */
	const char *method;               /* "GET", "POST" (HEAD is served as GET) */
	const char *path;                 /* decoded, without the audience prefix: "/trafficking/indicators/IDR2" */
	const char *prefix;               /* "" , "/donors" or "/members": put before every link of a snapshot page */
	const char *query;                /* as sent */
	const char *language;             /* "en", "ru" */
	const char *csrf;                 /* the token for forms of this visitor */
	struct visitor visitor;
	struct database *db;              /* the program's reports.db or snapshot, open */
	const char *guards;               /* authorizer: the prefix that the web server asks about, "/donors"; else "" */
	const char *return_to;            /* the address asked for, path and query as sent: where sign-in leads back to */
	bool stands_alone;                /* a file is wanted, not a page of the site (web_render): no links to other pages */
	struct request_parts *parts;      /* the kit's own */
};

/*
 * A number as PARAM_REAL takes it: 12, 12.5 or 12,5; blanks and no-break spaces between thousands. Nothing else that strtod would take
 * (inf, 0x1p3). *value is set only when it is one.
 */
bool param_real(const char *text, double *value);

/* Typed parameters; state tells missing from wrong. `index` for repeated ones, else 0. */
enum param_state request_state(const struct request *request, const char *name);
size_t request_count(const struct request *request, const char *name);
const char *request_text(const struct request *request, const char *name);            /* "" when missing */
const char *request_text_at(const struct request *request, const char *name, size_t index);
int64_t request_int(const struct request *request, const char *name);
double request_real(const struct request *request, const char *name);                 /* NaN when missing */
bool request_flag(const struct request *request, const char *name);
const char *request_problem(const struct request *request, const char *name);         /* the sentence, when wrong */

/* Every parameter of the query in the order in which they came, those that the route does not know too; decoded, a plus is a blank. */
size_t request_query_count(const struct request *request);
const char *request_query_name(const struct request *request, size_t index);
const char *request_query_value(const struct request *request, size_t index);

/* The Accept header as sent, "" where there is none. */
const char *request_accept(const struct request *request);
/* What the route knows of the query, in the order of its table, encoded, without "?": "period=2025". The language is not in it. */
const char *request_query_known(const struct request *request);

/* The `detail` of the request's route. */
const void *request_detail(const struct request *request);

/* Of a family: how many fields came, the key ("sex=female" of cell:sex=female) and what was typed; in the order of the form. */
size_t request_family_count(const struct request *request, const char *name);
const char *request_family_key(const struct request *request, const char *name, size_t index);
const char *request_family_text(const struct request *request, const char *name, size_t index);

/*
 * A file of a form (PARAM_FILE). It was streamed to a temporary file on the way in, which goes with the request unless the handler
 * moves it to another place of the same data directory.
 */
struct request_file {
	const char *name;   /* as sent: any bytes but NUL, to be checked (evidence_check_name) */
	const char *path;
	int64_t size;       /* 0: an empty file */
	const char *hash;   /* BLAKE2b-256 in hexadecimal */
};

/*
 * *file is NULL when none was chosen. ERR_TOO_LARGE, ERR_FULL (no room on the disk), ERR_INVALID or ERR_IO with the field named where
 * one was, but could not be taken; the other fields of the form are there all the same.
 */
MUST_USE enum err request_file(const struct request *request, const char *name, const struct request_file **file, struct error *error);

/* The bit of a role's name as the model has it ("focal_point"); 0 when unknown. */
unsigned visitor_role(const char *role);

/* Whether a path is one of ours to be led back to: begins with one slash, no blanks or control characters, not too long. */
bool path_is_ours(const char *path);

/* --- held forms: what was typed when the session had ended, or the form had grown old; cgi/web/held.c tells how ------ */

struct held;

/* The largest form that is held, in bytes of names and values. A route that carries one takes HELD_BODY bytes. */
#define HELD_MAX ((size_t)512 * 1024)
#define HELD_BODY (HELD_MAX / 3 * 4 + 16 * 1024)

/* The held form that came with this one, or NULL: none, or none that could be sent on. */
const struct held *request_held(struct request *request);

/* Puts it into sign_in.tpl once more. `why` may be NULL. */
void held_in_sign_in(struct request *request, struct template_dict *page, const struct held *held, const char *why);

/* The page from which the visitor sends it; the visitor must be signed in (request_signed_in). */
void held_page(struct request *request, struct response *response, const struct held *held, const char *title, const char *why);

/* The session of this token is the request's from now on: its visitor, and the token of the forms. */
MUST_USE enum err request_signed_in(struct request *request, const char *token, struct error *error);

/* Whether the visitor holds any of `roles` today, for this participant where it is not NULL. */
bool visitor_may(const struct visitor *visitor, unsigned roles, const char *participant);

/* --- response ----------------------------------------------------------------------------------------------------- */

/*
 * A page: the chrome (head, header with navigation and language choice, footer) around template `body`. Returns the dictionary of the body to
 * be filled; rendered when the handler has returned ERR_OK. Status 200 unless response_status was called.
 */
struct template_dict *response_page(struct response *response, const char *body, const char *title);

/* Loads templates/assets/`name` on this page: a comfort, never needed. */
void response_script(struct response *response, const char *name);

/* Adds templates/assets/`name` to the style sheet of all pages; it is the only one of a page that is rendered as a file. */
void response_style(struct response *response, const char *name);

/* This site as the browser reached it, without a slash at its end: "https://monitor.example"; "" when the browser did not say. */
const char *request_site(const struct request *request);

/* The value of a cookie of the request, or NULL. */
const char *request_cookie(const struct request *request, const char *name);

/* Another chrome around the body than page.tpl; it gets the same values. */
void response_chrome(struct response *response, const char *name);

/* Another Content-Security-Policy than that of pages: never a wider one for scripts. Kept as it is: a literal, or the arena's. */
void response_policy(struct response *response, const char *policy);

/* "https://monitor.example": what MONITOR_SITE says, without a slash at its end; "" where it says nothing. Never what a browser sent, so
   that it may stand in pages that are kept for everybody. */
const char *web_site(void);

/* The folder of the templates. */
const char *web_templates(struct arena *arena);

/* Percent-encodes all but unreserved characters, and "/" where `slashes`. */
void encode_url(struct buffer *out, const char *text, bool slashes);

void response_status(struct response *response, int status);
void response_redirect(struct response *response, const char *path);                  /* 303 to a path of ours */

/* A refusal with a status that no enum err has (406, 501): the page or problem with error's sentence. Returns ERR_OK. */
enum err response_refuse(struct response *response, int status, const struct error *error);

/* To the sign-in page, which leads back to the address of this request. */
enum err response_to_sign_in(struct request *request, struct response *response);

void response_header(struct response *response, const char *name, const char *value); /* refuses CR and LF */
void response_cookie(struct response *response, const char *name, const char *value, long max_age);
/* A body that is not a page; data.fcgi. Fill the buffer, type with charset. */
struct buffer *response_body(struct response *response, const char *content_type);

/*
 * The file at `path` as an attachment of that name, sent in pieces, with ranges; `tag` changes with the content. ERR_NOT_FOUND, with a
 * sentence that says so, where the file is missing.
 */
MUST_USE enum err response_file(struct response *response, const char *path, const char *name, const char *type, const char *tag,
	struct error *error);

/*
 * A line shown once at the top of the next page of this visitor ("Saved."), by a short-lived cookie holding a known code: one of
 * the program's notices, or saved, signed-in, signed-out, password-changed.
 */
void response_notice(struct response *response, const char *code);

#endif
