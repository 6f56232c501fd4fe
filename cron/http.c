/* http: see http.h. */
#include "cron/http.h"

#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "indicators/base/i18n.h"

#define REDIRECTS_MAX 3
#define STALL_BYTES_PER_SECOND 50L

struct http {
	CURL *curl;
	struct curl_slist *headers;
	struct http_limits limits;
	struct buffer *body;
	bool too_large;
	char message[CURL_ERROR_SIZE];
};

/* libcurl's own file size limit knows only the announced length; an answer without one, or a compressed one, has its end here. */
static size_t on_data(char *data, size_t size, size_t count, void *context)
{
	struct http *http = context;

	buffer_append(http->body, data, size * count);
	if (http->body->failure == ERR_OK)
		return size * count;
	http->too_large = http->body->failure == ERR_TOO_LARGE;
	return 0;
}

/* Every option counts: one that this libcurl does not know would silently be a limit less. */
MUST_USE static enum err configure(struct http *http, struct error *error)
{
	CURL *curl = http->curl;
	CURLcode code = CURLE_OK;

#define SET(option, value) do { if (code == CURLE_OK) code = curl_easy_setopt(curl, option, value); } while (0)
	SET(CURLOPT_PROTOCOLS_STR, "http,https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_CONNECTTIMEOUT, http->limits.connect_seconds);
	SET(CURLOPT_TIMEOUT, http->limits.total_seconds);
	SET(CURLOPT_LOW_SPEED_LIMIT, STALL_BYTES_PER_SECOND);
	SET(CURLOPT_LOW_SPEED_TIME, http->limits.stall_seconds);
	SET(CURLOPT_SSL_VERIFYPEER, 1L);
	SET(CURLOPT_SSL_VERIFYHOST, 2L);
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_HTTPGET, 1L);
	SET(CURLOPT_ACCEPT_ENCODING, "");
	SET(CURLOPT_USERAGENT, "almaty-monitor/1.0");
	SET(CURLOPT_HTTPHEADER, http->headers);
	SET(CURLOPT_WRITEFUNCTION, on_data);
	SET(CURLOPT_WRITEDATA, http);
	SET(CURLOPT_ERRORBUFFER, http->message);
#undef SET
	if (code == CURLE_OK)
		return ERR_OK;
	return error_set(error, ERR_INTERNAL, _("libcurl does not take an option that is needed (%s)."), curl_easy_strerror(code));
}

enum err http_open(struct http **out, const struct http_limits *limits, struct error *error)
{
	struct http *http = calloc(1, sizeof *http);

	*out = NULL;
	if (http == NULL)
		return error_memory(error);
	http->limits = *limits;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
		free(http);
		return error_set(error, ERR_INTERNAL, "%s", _("libcurl does not start."));
	}
	http->curl = curl_easy_init();
	http->headers = curl_slist_append(NULL, "Accept: application/json");
	enum err err = http->curl == NULL || http->headers == NULL ? error_memory(error) : configure(http, error);
	if (err != ERR_OK) {
		http_close(http);
		return err;
	}
	*out = http;
	return ERR_OK;
}

void http_close(struct http *http)
{
	if (http == NULL)
		return;
	curl_easy_cleanup(http->curl);
	curl_slist_free_all(http->headers);
	curl_global_cleanup();
	free(http);
}

/* --- addresses --- */

struct address {
	char *scheme;
	char *host;
	char *port; /* the scheme's own where none is written */
};

static void address_release(struct address *address)
{
	curl_free(address->scheme);
	curl_free(address->host);
	curl_free(address->port);
	*address = (struct address){ NULL };
}

static bool has_part(CURLU *url, CURLUPart part)
{
	char *text = NULL;
	bool there = curl_url_get(url, part, &text, 0) == CURLUE_OK && text != NULL;

	curl_free(text);
	return there;
}

/* Takes an address apart; false when it is none, or one with a user name, or `bare` and with a query or a fragment. */
static bool address_read(const char *text, bool bare, struct address *address)
{
	CURLU *url = curl_url();
	bool good = url != NULL && curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK &&
		curl_url_get(url, CURLUPART_SCHEME, &address->scheme, 0) == CURLUE_OK &&
		curl_url_get(url, CURLUPART_HOST, &address->host, 0) == CURLUE_OK &&
		curl_url_get(url, CURLUPART_PORT, &address->port, CURLU_DEFAULT_PORT) == CURLUE_OK &&
		(strcasecmp(address->scheme, "http") == 0 || strcasecmp(address->scheme, "https") == 0) &&
		!has_part(url, CURLUPART_USER) && !has_part(url, CURLUPART_PASSWORD) &&
		!(bare && (has_part(url, CURLUPART_QUERY) || has_part(url, CURLUPART_FRAGMENT)));

	curl_url_cleanup(url);
	return good;
}

enum err http_check_base(const char *text, struct error *error)
{
	struct address address = { NULL };
	bool good = address_read(text, true, &address);

	address_release(&address);
	if (good)
		return ERR_OK;
	return error_set(error, ERR_INVALID, _("“%.200s” is no address to fetch from; it would be https://host/path."), text);
}

/* Whether `to` is the same server as `from`, with encryption not lost. */
static bool same_server(const char *from, const char *to)
{
	struct address a = { NULL }, b = { NULL };
	bool same = address_read(from, false, &a) && address_read(to, false, &b) && strcasecmp(a.host, b.host) == 0;

	if (same && strcasecmp(a.scheme, b.scheme) == 0)
		same = strcmp(a.port, b.port) == 0;
	else if (same)
		same = strcasecmp(b.scheme, "https") == 0 && strcmp(a.port, "80") == 0 && strcmp(b.port, "443") == 0;
	address_release(&a);
	address_release(&b);
	return same;
}

/* --- requests --- */

/* One request; *again says whether a failure may pass. `next` gets the place to go on, "" when the body is there. */
MUST_USE static enum err request(struct http *http, const char *url, struct buffer *next, bool *again, struct error *error)
{
	long status = 0;
	char *location = NULL;

	buffer_clear(http->body);
	buffer_clear(next);
	http->body->failure = ERR_OK;
	http->too_large = false;
	http->message[0] = '\0';
	*again = false;
	CURLcode code = curl_easy_setopt(http->curl, CURLOPT_URL, url);
	if (code == CURLE_OK)
		code = curl_easy_perform(http->curl);
	if (http->too_large)
		return error_set(error, ERR_TOO_LARGE, _("The answer of %s is larger than %zu bytes; that cannot be right."), url, http->body->cap);
	if (code != CURLE_OK) {
		*again = code == CURLE_OPERATION_TIMEDOUT || code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
			code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_PARTIAL_FILE;
		if (code == CURLE_OPERATION_TIMEDOUT)
			return error_set(error, ERR_IO, _("%s did not answer in time."), url);
		return error_set(error, ERR_IO, _("%s cannot be fetched (%s)."), url,
			http->message[0] != '\0' ? http->message : curl_easy_strerror(code));
	}
	if (curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK)
		status = 0;
	if (status == 200)
		return ERR_OK;
	if (status >= 300 && status < 400 && curl_easy_getinfo(http->curl, CURLINFO_REDIRECT_URL, &location) == CURLE_OK && location != NULL) {
		if (!same_server(url, location))
			return error_set(error, ERR_IO, _("%s wants to send us on to another server (%.200s), which is not followed."), url, location);
		buffer_puts(next, location);
		return buffer_check(next, error);
	}
	*again = status == 429 || (status >= 500 && status < 600);
	return error_set(error, status == 404 ? ERR_NOT_FOUND : ERR_IO, _("%s answered with status %ld."), url, status);
}

static void pause_ms(long ms)
{
	struct timespec wait = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };

	while (nanosleep(&wait, &wait) != 0)
		continue;
}

/* One try: the request with the redirects that it may follow. */
MUST_USE static enum err get_once(struct http *http, const char *url, bool *again, struct error *error)
{
	struct buffer here = BUFFER_INIT(8192);
	struct buffer next = BUFFER_INIT(8192);
	enum err err;

	buffer_puts(&here, url);
	if ((err = buffer_check(&here, error)) != ERR_OK)
		goto out;
	for (int hops = 0;; hops++) {
		if ((err = request(http, buffer_text(&here), &next, again, error)) != ERR_OK || next.length == 0)
			goto out;
		if (hops == REDIRECTS_MAX) {
			err = error_set(error, ERR_IO, _("%s is redirected too often."), url);
			goto out;
		}
		struct buffer swap = here;
		here = next;
		next = swap;
	}
out:
	buffer_release(&here);
	buffer_release(&next);
	return err;
}

enum err http_get(struct http *http, const char *url, struct buffer *body, struct error *error)
{
	long pause = http->limits.pause_ms;
	bool again = false;
	enum err err = ERR_OK;

	http->body = body;
	for (int left = http->limits.tries; left > 0; left--) {
		err = get_once(http, url, &again, error);
		if (err == ERR_OK || !again)
			break;
		if (left > 1)
			pause_ms(pause);
		pause *= 2;
	}
	return err;
}
