/* smtp: see smtp.h. */
#include "cron/smtp.h"

#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indicators/base/arena.h"
#include "indicators/base/i18n.h"

#define REPLY_MAX 200

struct smtp {
	CURL *curl;
	struct arena arena;
	const char *url;
	const char *mail;        /* what is left to be sent */
	size_t left;
	char stage[5];           /* the first letters of the last command: "RCPT" */
	bool leaving;            /* QUIT was said */
	char reply[REPLY_MAX];   /* the server's last line */
	char message[CURL_ERROR_SIZE];
};

static size_t on_read(char *data, size_t size, size_t count, void *context)
{
	struct smtp *smtp = context;
	size_t length = size * count < smtp->left ? size * count : smtp->left;

	memcpy(data, smtp->mail, length);
	smtp->mail += length;
	smtp->left -= length;
	return length;
}

/* Replies go to nobody; on_talk sees them. */
static size_t on_write(char *data, size_t size, size_t count, void *context)
{
	(void)data;
	(void)context;
	return size * count;
}

/* Keeps how far the conversation is. Of what we say only the command's name, so that no password stays anywhere. */
static int on_talk(CURL *curl, curl_infotype type, char *data, size_t length, void *context)
{
	struct smtp *smtp = context;

	(void)curl;
	/* Taking leave, after whatever it was. */
	if (type == CURLINFO_HEADER_OUT && length >= 4 && memcmp(data, "QUIT", 4) == 0)
		smtp->leaving = true;
	if (smtp->leaving)
		return 0;
	if (type == CURLINFO_HEADER_OUT && length >= 4) {
		memcpy(smtp->stage, data, 4);
		smtp->stage[4] = '\0';
	}
	if (type == CURLINFO_HEADER_IN && length >= 3) {
		size_t kept = 0;
		for (size_t i = 0; i < length && kept + 1 < sizeof smtp->reply && data[i] != '\r' && data[i] != '\n'; i++)
			smtp->reply[kept++] = (char)((unsigned char)data[i] >= 0x20 && (unsigned char)data[i] < 0x7F ? data[i] : '?');
		smtp->reply[kept] = '\0';
	}
	return 0;
}

/* --- the server's address --- */

static bool has_part(CURLU *url, CURLUPart part)
{
	char *text = NULL;
	bool there = curl_url_get(url, part, &text, 0) == CURLUE_OK && text != NULL;

	curl_free(text);
	return there;
}

static bool is_this_machine(const char *host)
{
	return strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
		(strncmp(host, "127.", 4) == 0 && strspn(host, "0123456789.") == strlen(host));
}

MUST_USE static enum err check_address(const char *text, bool *here, struct error *error)
{
	CURLU *url = curl_url();
	char *scheme = NULL, *host = NULL;
	enum err err = ERR_OK;

	if (url == NULL || curl_url_set(url, CURLUPART_URL, text, 0) != CURLUE_OK || curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_HOST, &host, 0) != CURLUE_OK || (strcasecmp(scheme, "smtp") != 0 && strcasecmp(scheme, "smtps") != 0) ||
		has_part(url, CURLUPART_QUERY) || has_part(url, CURLUPART_FRAGMENT))
		err = error_set(error, ERR_INVALID, "%s", _("The mail server's address cannot be used; it would be smtp://host:587 or smtps://host."));
	else if (has_part(url, CURLUPART_USER) || has_part(url, CURLUPART_PASSWORD))
		err = error_set(error, ERR_INVALID, "%s",
			_("The mail server's address holds a user name; give that and the password in MONITOR_SMTP_USER and MONITOR_SMTP_PASSWORD."));
	else
		*here = is_this_machine(host);
	curl_free(scheme);
	curl_free(host);
	curl_url_cleanup(url);
	return err;
}

/* Every option counts: one that this libcurl does not know would silently be a limit less. */
MUST_USE static enum err configure(struct smtp *smtp, const struct smtp_server *server, bool here, struct error *error)
{
	CURL *curl = smtp->curl;
	CURLcode code = CURLE_OK;

#define SET(option, value) do { if (code == CURLE_OK) code = curl_easy_setopt(curl, option, value); } while (0)
	SET(CURLOPT_URL, smtp->url);
	SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	SET(CURLOPT_CONNECTTIMEOUT, server->connect_seconds < server->total_seconds ? server->connect_seconds : server->total_seconds);
	SET(CURLOPT_TIMEOUT, server->total_seconds);
	SET(CURLOPT_SERVER_RESPONSE_TIMEOUT, (server->total_seconds + 1) / 2);
	SET(CURLOPT_USE_SSL, (long)(here ? CURLUSESSL_NONE : CURLUSESSL_ALL));
	SET(CURLOPT_SSL_VERIFYPEER, 1L);
	SET(CURLOPT_SSL_VERIFYHOST, 2L);
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_UPLOAD, 1L);
	SET(CURLOPT_READFUNCTION, on_read);
	SET(CURLOPT_READDATA, smtp);
	SET(CURLOPT_WRITEFUNCTION, on_write);
	SET(CURLOPT_DEBUGFUNCTION, on_talk);
	SET(CURLOPT_DEBUGDATA, smtp);
	SET(CURLOPT_VERBOSE, 1L);
	SET(CURLOPT_ERRORBUFFER, smtp->message);
	if (server->user != NULL) {
		SET(CURLOPT_USERNAME, server->user);
		SET(CURLOPT_PASSWORD, server->password != NULL ? server->password : "");
	}
#undef SET
	if (code == CURLE_OK)
		return ERR_OK;
	return error_set(error, ERR_INTERNAL, _("libcurl does not take an option that is needed (%s)."), curl_easy_strerror(code));
}

enum err smtp_open(struct smtp **out, const struct smtp_server *server, struct error *error)
{
	struct smtp *smtp;
	bool here = false;
	enum err err;

	*out = NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return error_set(error, ERR_INTERNAL, "%s", _("libcurl does not start."));
	if ((smtp = calloc(1, sizeof *smtp)) == NULL) {
		curl_global_cleanup();
		return error_memory(error);
	}
	smtp->url = arena_strdup(&smtp->arena, server->url);
	smtp->curl = curl_easy_init();
	err = smtp->curl == NULL ? error_memory(error) : check_address(server->url, &here, error);
	if (err == ERR_OK)
		err = configure(smtp, server, here, error);
	if (err != ERR_OK) {
		smtp_close(smtp);
		return err;
	}
	*out = smtp;
	return ERR_OK;
}

void smtp_close(struct smtp *smtp)
{
	if (smtp == NULL)
		return;
	curl_easy_cleanup(smtp->curl);
	curl_global_cleanup();
	arena_release(&smtp->arena);
	free(smtp);
}

/* --- one mail --- */

/* What a failure means for this mail and for those after it. */
static enum smtp_outcome judge(const struct smtp *smtp, CURLcode code, long status)
{
	bool about_mail = strcmp(smtp->stage, "RCPT") == 0 || strcmp(smtp->stage, "DATA") == 0;

	if (code == CURLE_OK)
		return SMTP_TAKEN;
	if (!about_mail)
		return SMTP_DOWN;
	if (code != CURLE_OPERATION_TIMEDOUT && status >= 500 && status < 600)
		return SMTP_REFUSED;
	if (code != CURLE_OPERATION_TIMEDOUT && status >= 400 && status < 500)
		return status == 421 ? SMTP_DOWN : SMTP_LATER;
	return SMTP_BROKEN;
}

MUST_USE static enum err explain(const struct smtp *smtp, CURLcode code, long status, enum smtp_outcome outcome, struct error *error)
{
	const char *why = smtp->message[0] != '\0' ? smtp->message : curl_easy_strerror(code);

	if (code == CURLE_OPERATION_TIMEDOUT)
		return error_set(error, ERR_IO, _("The mail server %s did not answer in time."), smtp->url);
	if (code == CURLE_LOGIN_DENIED)
		return error_set(error, ERR_IO, _("The mail server %s does not accept the user name and password it was given."), smtp->url);
	if (code == CURLE_USE_SSL_FAILED)
		return error_set(error, ERR_IO, _("The mail server %s offers no encryption, so nothing was sent to it."), smtp->url);
	if (outcome == SMTP_REFUSED)
		return error_set(error, ERR_IO, _("The mail server %s refuses this mail: %s"), smtp->url, smtp->reply);
	if (outcome == SMTP_LATER)
		return error_set(error, ERR_IO, _("The mail server %s does not take this mail now: %s"), smtp->url, smtp->reply);
	if (outcome == SMTP_BROKEN)
		return error_set(error, ERR_IO, _("The mail server %s broke off in the middle of a mail (%s)."), smtp->url, why);
	if (status >= 400)
		return error_set(error, ERR_IO, _("The mail server %s does not take mail from us: %s"), smtp->url, smtp->reply);
	return error_set(error, ERR_IO, _("The mail server %s cannot be reached (%s)."), smtp->url, why);
}

enum err smtp_send(struct smtp *smtp, const char *from, const char *to, const char *mail, size_t length, enum smtp_outcome *outcome,
	struct error *error)
{
	struct curl_slist *recipients = curl_slist_append(NULL, to);
	CURLcode code = CURLE_OUT_OF_MEMORY;
	long status = 0;

	smtp->mail = mail;
	smtp->left = length;
	smtp->leaving = false;
	smtp->stage[0] = smtp->reply[0] = smtp->message[0] = '\0';
	if (recipients != NULL && (code = curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, from)) == CURLE_OK &&
		(code = curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, recipients)) == CURLE_OK)
		code = curl_easy_perform(smtp->curl);
	if (code != CURLE_OK)
		status = strtol(smtp->reply, NULL, 10);
	/* The handle must not keep a list that is gone. */
	(void)curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, (struct curl_slist *)NULL);
	curl_slist_free_all(recipients);
	*outcome = judge(smtp, code, status);
	return code == CURLE_OK ? ERR_OK : explain(smtp, code, status, *outcome, error);
}
