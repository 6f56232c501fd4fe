/* cmd_notify: `monitor notify`: makes the digests of the day and sends what waits. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cron/command.h"
#include "cron/smtp.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/mime.h"
#include "indicators/model/change.h"
#include "indicators/model/digest.h"
#include "indicators/model/mail.h"

#define SITE_MAX 500
#define MAIL_MAX ((size_t)1024 * 1024)
#define MAILS_A_RUN 5000
#define BROKEN_IN_A_ROW 3
#define TIMEOUT 60

struct post {
	struct database *db;
	struct smtp *smtp;
	const char *from;
	char site[SITE_MAX];      /* without a slash at its end */
	long long sent, failed, given_up;
	int broken;               /* mails in a row over which the connection broke */
	struct error first;       /* what went wrong first */
};

/* --- what the command line and the environment say --- */

static const char *setting(const struct arguments *arguments, const char *option, const char *variable)
{
	const char *value = argument_value(arguments, option);

	if (value == NULL)
		value = getenv(variable);
	return value != NULL && *value != '\0' ? value : NULL;
}

/* An address before which links are put: http(s)://host[/path]. */
MUST_USE static enum err read_site(struct post *post, const char *site, struct error *error)
{
	const char *host = site == NULL ? "" : strncmp(site, "https://", 8) == 0 ? site + 8 : strncmp(site, "http://", 7) == 0 ? site + 7 : "";
	size_t length = strlen(host) == 0 ? 0 : strlen(site);
	bool good = *host != '\0' && *host != '/' && length < sizeof post->site;

	for (size_t i = 0; i < length; i++)
		good = good && (unsigned char)site[i] > 0x20 && (unsigned char)site[i] < 0x7F && strchr("\"'<>?#\\@", site[i]) == NULL;
	if (!good)
		return error_set(error, ERR_INVALID, "%s",
			_("Mails hold links, so the site's address is needed: --site https://monitor.example, or MONITOR_SITE."));
	while (site[length - 1] == '/')
		length--;
	memcpy(post->site, site, length);
	post->site[length] = '\0';
	return ERR_OK;
}

MUST_USE static enum err read_settings(const struct arguments *arguments, struct post *post, struct error *error)
{
	const char *user = getenv("MONITOR_SMTP_USER");
	const char *timeout = argument_value(arguments, "timeout");
	struct smtp_server server = { .url = setting(arguments, "smtp", "MONITOR_SMTP"), .user = user != NULL && *user != '\0' ? user : NULL,
		.password = getenv("MONITOR_SMTP_PASSWORD"), .connect_seconds = 10, .total_seconds = TIMEOUT };

	if (timeout != NULL) {
		char *end;
		server.total_seconds = strtol(timeout, &end, 10);
		if (*timeout == '\0' || *end != '\0' || server.total_seconds < 1 || server.total_seconds > 3600)
			return command_usage(error, "%s", _("--timeout takes seconds, from 1 to 3600."));
	}
	if (server.url == NULL)
		return error_set(error, ERR_INVALID, "%s", _("No mail server is named: give --smtp smtp://host:587, or set MONITOR_SMTP."));
	post->from = setting(arguments, "from", "MONITOR_MAIL_FROM");
	if (post->from == NULL || !mime_is_address(post->from))
		return error_set(error, ERR_INVALID, "%s",
			_("Mails need a sender that is a mail address: --from monitor@your.host, or MONITOR_MAIL_FROM."));
	enum err err = read_site(post, setting(arguments, "site", "MONITOR_SITE"), error);
	return err != ERR_OK ? err : smtp_open(&post->smtp, &server, error);
}

/* One run at a time: two would send the same mail twice. Held until the process ends. */
MUST_USE static enum err lock(const char *data, int *fd, struct error *error)
{
	char path[PATH_MAX];

	if (snprintf(path, sizeof path, "%s/run", data) >= (int)sizeof path - 16)
		return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
	if (mkdir(path, 0750) != 0 && errno != EEXIST)
		return error_set(error, ERR_IO, _("%s cannot be written (%s)."), path, strerror(errno));
	strncat(path, "/notify.lock", sizeof path - strlen(path) - 1);
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
	if (*fd < 0)
		return error_set(error, ERR_IO, _("%s cannot be written (%s)."), path, strerror(errno));
	if (flock(*fd, LOCK_EX | LOCK_NB) != 0)
		return error_set(error, ERR_BUSY, "%s", _("Another notify is at work. Wait until it is done; nothing was changed."));
	return ERR_OK;
}

/* --- sending --- */

/* Counts the attempt and, for an invitation, makes its link: together, before anything leaves. */
MUST_USE static enum err begin(struct post *post, struct arena *arena, struct mail *mail, const char **body, struct error *error)
{
	bool own = false;
	enum err err = change_begin(post->db, &own, error);

	*body = mail->body;
	if (err == ERR_OK)
		err = mail_attempt(post->db, mail, error);
	if (err == ERR_OK && strcmp(mail->kind, "invitation") == 0 && !mail->gone)
		err = mail_invitation(post->db, arena, &command_actor, mail, post->site, body, error);
	return change_end(post->db, own, err, error);
}

MUST_USE static enum err not_sent(struct post *post, const struct mail *mail, const struct error *why, bool final, struct error *error)
{
	bool given_up = false;
	enum err err = mail_failed(post->db, mail, why->text, final, &given_up, error);

	if (post->failed++ == 0)
		post->first = *why;
	post->given_up += given_up;
	return err;
}

/* The mail itself; *final when it can never be sent. */
MUST_USE static enum err hand_over(struct post *post, struct arena *arena, const struct mail *mail, const char *body, bool *final,
	enum smtp_outcome *outcome, struct error *why)
{
	struct buffer out = BUFFER_INIT(MAIL_MAX);
	const struct mime_mail whole = { .from_name = i18n_text_in(mail->lang, N_("Almaty Monitor")), .from = post->from, .to_name = mail->name, .to = mail->email,
		.subject = mail->subject, .body = body, .language = mail->lang, .message_id = mail_message_id(arena, mail, post->from),
		.date = clock_now() };
	enum err err;

	*final = true;
	*outcome = SMTP_REFUSED;
	if (mail->gone)
		return error_set(why, ERR_CONFLICT, _("%s is deactivated and gets no mail."), mail->name);
	err = mime_write(&out, &whole, why);
	if (err == ERR_OK) {
		err = smtp_send(post->smtp, post->from, mail->email, out.data, out.length, outcome, why);
		*final = *outcome == SMTP_REFUSED;
	}
	buffer_release(&out);
	return err;
}

/* One mail. *go_on: whether the server is worth asking again in this run. */
MUST_USE static enum err send_one(struct post *post, struct mail *mail, struct arena *arena, bool *go_on, struct error *error)
{
	struct error why = ERROR_INIT;
	enum smtp_outcome outcome;
	const char *body;
	bool final;
	enum err err = begin(post, arena, mail, &body, error);

	if (err != ERR_OK)
		return err;
	if (hand_over(post, arena, mail, body, &final, &outcome, &why) == ERR_OK) {
		post->sent++;
		post->broken = 0;
		return mail_sent(post->db, mail, error);
	}
	post->broken = outcome == SMTP_BROKEN ? post->broken + 1 : 0;
	*go_on = outcome != SMTP_DOWN && post->broken < BROKEN_IN_A_ROW;
	return not_sent(post, mail, &why, final, error);
}

MUST_USE static enum err send_all(struct post *post, struct error *error)
{
	bool go_on = true;
	enum err err = ERR_OK;

	for (int i = 0; err == ERR_OK && go_on && i < MAILS_A_RUN; i++) {
		struct arena arena = ARENA_INIT;
		struct mail mail;

		err = mail_due(post->db, &arena, &mail, error);
		if (err == ERR_OK) {
			command_progress(_("Sending to %s"), mail.email);
			err = send_one(post, &mail, &arena, &go_on, error);
		} else if (err == ERR_NOT_FOUND) {
			go_on = false;
			err = ERR_OK;
		}
		arena_release(&arena);
	}
	command_progress_end();
	return err;
}

MUST_USE static enum err report(struct post *post, struct error *error)
{
	struct mail_counts counts;
	enum err err = mail_count(post->db, &counts, error);

	if (err != ERR_OK)
		return err;
	printf(_("Sent: %lld. Waiting: %lld. Given up in this run: %lld."), post->sent, (long long)counts.waiting, post->given_up);
	putchar('\n');
	if (post->failed == 0)
		return ERR_OK;
	*error = post->first;
	return error_context(error, i18n_plural("%lld mail was not sent", "%lld mails were not sent", (unsigned long)post->failed), post->failed);
}

enum err cmd_notify(const struct arguments *arguments, struct error *error)
{
	struct post post = { .first = ERROR_INIT };
	struct digest_made made = { 0 };
	int fd = -1;
	enum err err = read_settings(arguments, &post, error);

	if (err == ERR_OK)
		err = command_open(arguments, &post.db, error);
	if (err == ERR_OK)
		err = lock(arguments->data, &fd, error);
	if (err == ERR_OK)
		err = digest_make_all(post.db, post.site, argument_flag(arguments, "waiting"), &made, error);
	if (err == ERR_OK)
		err = send_all(&post, error);
	if (err == ERR_OK)
		err = report(&post, error);
	smtp_close(post.smtp);
	database_close(post.db);
	if (fd >= 0)
		close(fd);
	return err;
}
