/*
 * mail: every mail that the system makes, sent or not. `monitor notify` makes digests (model/digest.h) and sends what waits; pages only
 * put an invitation into the queue and show the record.
 *
 * A mail is a row before it is sent and marked after it: a run that is killed loses nothing. What may happen at worst is that the server
 * took a mail and the run ended before it was marked; then it is sent once more, with the same Message-ID (an invitation with a new
 * link, and the older link stops working).
 *
 * A failure is tried again after 5 minutes, then after pauses that double up to 12 hours; after MAIL_TRIES attempts, three and a half
 * days, it is given up, which the page shows. Somebody can have it tried again.
 */
#ifndef INDICATORS_MODEL_MAIL_H
#define INDICATORS_MODEL_MAIL_H

#include "indicators/base/arena.h"
#include "indicators/model/person.h"

#define MAIL_TRIES 14
#define MAIL_FIRST_PAUSE (5L * 60)
#define MAIL_LONGEST_PAUSE (12L * 3600)

struct mail {
	int64_t id;
	int64_t person;
	const char *email, *name;
	bool gone;                   /* the person was deactivated */
	const char *kind;            /* digest, reminder, invitation */
	const char *lang;
	const char *subject, *body;  /* of an invitation the body is made when it is sent: mail_invitation() */
	const char *made_at;
	int64_t attempts;
	const char *next_attempt_at; /* NULL: sent, or given up */
	const char *last_error;      /* NULL while there was none */
	const char *sent_at, *given_up_at;
};

struct mail_list { struct mail *rows; size_t count; };
struct mail_counts { int64_t all, sent, waiting, given_up; };

/* Pure: seconds to wait after the attempt of this number, from 1. */
long mail_pause(int64_t attempts);

/* --- the record --- */

/* Newest first. state is "", "sent", "waiting" or "given_up". */
MUST_USE enum err mail_list(struct database *db, struct arena *arena, const char *state, size_t skip, size_t most, struct mail_list *list,
	struct error *error);
MUST_USE enum err mail_count(struct database *db, struct mail_counts *counts, struct error *error);

/* One that was given up waits again, with all its attempts. By the secretariat or an administrator. ERR_CONFLICT when it was not given up. */
MUST_USE enum err mail_try_again(struct database *db, const struct actor *actor, int64_t mail, struct error *error);

/*
 * Puts an invitation into the queue. The link is made when the mail is sent, is good for INVITATION_DAYS from then and once, and stands in
 * no table. ERR_CONFLICT when one is waiting already or the person is deactivated; ERR_INVALID when the address cannot be written to.
 */
MUST_USE enum err mail_invite(struct database *db, const struct actor *actor, int64_t person, struct error *error);

/* --- sending --- */

/* The next mail whose time has come. ERR_NOT_FOUND when there is none. */
MUST_USE enum err mail_due(struct database *db, struct arena *arena, struct mail *mail, struct error *error);

/* Before it is sent: counts the attempt and sets when the next one would be, in case nothing more is heard of this one. */
MUST_USE enum err mail_attempt(struct database *db, struct mail *mail, struct error *error);

/* The text of an invitation with a fresh link, in the person's language; `site` is the address before /account/… */
MUST_USE enum err mail_invitation(struct database *db, struct arena *arena, const struct actor *actor, const struct mail *mail,
	const char *site, const char **body, struct error *error);

/* After it was sent; or after it was not: for good when `final` or after the last attempt. *given_up (may be NULL) says which. */
MUST_USE enum err mail_sent(struct database *db, const struct mail *mail, struct error *error);
MUST_USE enum err mail_failed(struct database *db, const struct mail *mail, const char *why, bool final, bool *given_up, struct error *error);

/* "mail-17-20260310T070000Z@host": the same at every attempt. `from` is the sender's address. */
const char *mail_message_id(struct arena *arena, const struct mail *mail, const char *from);

#endif
