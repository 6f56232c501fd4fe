/* mail: see mail.h. */
#include "indicators/model/mail.h"

#include <inttypes.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/mime.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"
#include "indicators/model/duty.h"

long mail_pause(int64_t attempts)
{
	long pause = MAIL_FIRST_PAUSE;

	for (int64_t i = 1; i < attempts && pause < MAIL_LONGEST_PAUSE; i++)
		pause *= 2;
	return pause < MAIL_LONGEST_PAUSE ? pause : MAIL_LONGEST_PAUSE;
}

static void read_mail(struct query *query, struct arena *arena, struct mail *mail)
{
	*mail = (struct mail){ .id = query_column_int(query, 0), .person = query_column_int(query, 1), .attempts = query_column_int(query, 7) };
	mail->kind = arena_strdup(arena, query_column_text(query, 2));
	mail->lang = arena_strdup(arena, query_column_text(query, 3));
	mail->subject = arena_strdup(arena, query_column_text(query, 4));
	mail->body = arena_strdup(arena, query_column_text(query, 5));
	mail->made_at = arena_strdup(arena, query_column_text(query, 6));
	mail->next_attempt_at = arena_strdup(arena, query_column_text(query, 8));
	mail->last_error = arena_strdup(arena, query_column_text(query, 9));
	mail->sent_at = arena_strdup(arena, query_column_text(query, 10));
	mail->given_up_at = arena_strdup(arena, query_column_text(query, 11));
	mail->email = arena_strdup(arena, query_column_text(query, 12));
	mail->name = arena_strdup(arena, query_column_text(query, 13));
	mail->gone = !query_column_is_null(query, 14);
}

/* --- the record --- */

enum err mail_list(struct database *db, struct arena *arena, const char *state, size_t skip, size_t most, struct mail_list *list,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_mail_rows);

	*list = (struct mail_list){ .rows = arena_array(arena, most, sizeof *list->rows) };
	query_text(query, "state", state);
	query_int(query, "most", (int64_t)most);
	query_int(query, "skip", (int64_t)skip);
	while (list->count < most && query_next(query))
		read_mail(query, arena, &list->rows[list->count++]);
	return query_end(query, error);
}

enum err mail_count(struct database *db, struct mail_counts *counts, struct error *error)
{
	struct query *query = database_query(db, REPORTS_mail_counts);

	*counts = (struct mail_counts){ 0 };
	if (query_next(query)) {
		counts->all = query_column_int(query, 0);
		counts->sent = query_column_int(query, 1);
		counts->given_up = query_column_int(query, 2);
		counts->waiting = counts->all - counts->sent - counts->given_up;
	}
	return query_end(query, error);
}

MUST_USE static enum err require_desk(struct database *db, const struct actor *actor, unsigned duties, struct error *error)
{
	unsigned held;
	enum err err;

	if (actor->person == 0)
		return ERR_OK;
	if ((err = duty_of(db, actor, NULL, &held, error)) == ERR_OK && (held & duties) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Your roles do not cover this; an administrator can do it."));
	return err;
}

enum err mail_try_again(struct database *db, const struct actor *actor, int64_t mail, struct error *error)
{
	struct arena arena = ARENA_INIT;
	char now[CLOCK_TEXT];
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = require_desk(db, actor, DUTY_REVIEW | DUTY_ADMINISTER, error);
	if (err != ERR_OK)
		goto out;
	clock_text(now);
	struct query *query = database_query(db, REPORTS_mail_retry);
	query_int(query, "mail", mail);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) == ERR_OK && database_changes(db) == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("This mail was not given up, so it need not be tried again."));
	if (err == ERR_OK)
		err = audit_add(db, actor, "mail.retry", arena_printf(&arena, "mail:%" PRId64, mail), "", error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

MUST_USE static enum err invitation_waits(struct database *db, int64_t person, bool *waits, struct error *error)
{
	struct query *query = database_query(db, REPORTS_mail_waiting_invitation);

	query_int(query, "person", person);
	*waits = query_next(query);
	return query_end(query, error);
}

/* In the person's language. */
MUST_USE static enum err insert_invitation(struct database *db, const struct person *person, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_mail_insert);

	clock_text(now);
	query_int(query, "person", person->id);
	query_text(query, "kind", "invitation");
	query_text(query, "lang", person->lang);
	query_text(query, "subject", i18n_text_in(person->lang, N_("Almaty Monitor: your invitation")));
	query_text(query, "body", "");
	query_text(query, "digest", "");
	query_text(query, "now", now);
	return query_run(query, error);
}

enum err mail_invite(struct database *db, const struct actor *actor, int64_t id, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person person;
	bool own = false, waits = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = require_desk(db, actor, DUTY_ADMINISTER, error);
	if (err == ERR_OK)
		err = person_by_id(db, &arena, id, &person, error);
	if (err == ERR_OK)
		err = invitation_waits(db, id, &waits, error);
	if (err != ERR_OK)
		goto out;
	if (person.deactivated_at != NULL)
		err = error_set(error, ERR_CONFLICT, _("%s is deactivated and gets no mail."), person.name);
	else if (waits)
		err = error_set(error, ERR_CONFLICT, _("An invitation to %s waits to be sent already."), person.email);
	else if (!mime_is_address(person.email))
		err = error_set_field(error, ERR_INVALID, "email", _("No mail can be sent to %s: it has letters that mail servers do not take."),
			person.email);
	if (err == ERR_OK)
		err = insert_invitation(db, &person, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, "person.invite_mail", arena_printf(&arena, "person:%" PRId64, id), "", error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

/* --- sending --- */

enum err mail_due(struct database *db, struct arena *arena, struct mail *mail, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_mail_due);
	bool found = false;

	*mail = (struct mail){ 0 };
	clock_text(now);
	query_text(query, "now", now);
	if (query_next(query)) {
		read_mail(query, arena, mail);
		found = true;
	}
	enum err err = query_end(query, error);
	return err == ERR_OK && !found ? error_set(error, ERR_NOT_FOUND, "%s", _("No mail waits to be sent.")) : err;
}

enum err mail_attempt(struct database *db, struct mail *mail, struct error *error)
{
	char next[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_mail_attempt);

	clock_text_in(mail_pause(mail->attempts + 1), next);
	query_int(query, "mail", mail->id);
	query_text(query, "next", next);
	enum err err = query_run(query, error);
	if (err == ERR_OK)
		mail->attempts++;
	return err;
}

enum err mail_sent(struct database *db, const struct mail *mail, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_mail_sent);

	clock_text(now);
	query_int(query, "mail", mail->id);
	query_text(query, "now", now);
	return query_run(query, error);
}

enum err mail_failed(struct database *db, const struct mail *mail, const char *why, bool final, bool *given_up, struct error *error)
{
	char now[CLOCK_TEXT];
	bool last = final || mail->attempts >= MAIL_TRIES;
	struct query *query = database_query(db, last ? REPORTS_mail_give_up : REPORTS_mail_failed);

	clock_text(now);
	query_int(query, "mail", mail->id);
	query_text(query, "error", why);
	if (last)
		query_text(query, "now", now);
	if (given_up != NULL)
		*given_up = last;
	return query_run(query, error);
}

const char *mail_message_id(struct arena *arena, const struct mail *mail, const char *from)
{
	const char *at = strchr(from, '@');
	char made[CLOCK_TEXT];
	size_t length = 0;

	for (const char *p = mail->made_at; *p != '\0' && length + 1 < sizeof made; p++)
		if (*p != '-' && *p != ':')
			made[length++] = *p;
	made[length] = '\0';
	return arena_printf(arena, "mail-%" PRId64 "-%s@%s", mail->id, made, at != NULL ? at + 1 : "localhost");
}

static const char *invitation_text(struct arena *arena, const struct mail *mail, const char *site, const char *token)
{
	return arena_printf(arena, "%s\n\n%s\n\n%s/account/welcome?token=%s\n\n%s\n%s\n\n%s\n%s/\n",
		arena_printf(arena, _("Dear %s,"), mail->name),
		_("you were invited to Almaty Monitor, where governments report how well victims of human trafficking are protected. "
		  "Choose a password at this address:"), site, token,
		arena_printf(arena, i18n_plural("The link works once, within %d day. An older link has stopped working.",
			"The link works once, within %d days. An older link has stopped working.", INVITATION_DAYS), INVITATION_DAYS),
		_("Do not pass it on: whoever opens it first becomes you. If you did not expect it, tell the one who invited you."),
		_("The site:"), site);
}

enum err mail_invitation(struct database *db, struct arena *arena, const struct actor *actor, const struct mail *mail, const char *site,
	const char **body, struct error *error)
{
	char token[TOKEN_TEXT];
	const char *before = i18n_current();
	enum err err = invitation_create(db, actor, mail->person, token, error);

	if (err != ERR_OK)
		return err;
	i18n_use(mail->lang);
	*body = invitation_text(arena, mail, site, token);
	i18n_use(before);
	return ERR_OK;
}
