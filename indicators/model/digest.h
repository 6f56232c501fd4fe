/*
 * digest: what waits for a person, as one mail in their language, and when such a mail is due.
 *
 * What a digest tells of:
 *	focal point, deputy   answers returned to them, questions of the secretariat without an answer, what is missing and drafted with
 *	                      the deadline; news: a round has opened, a deadline was extended
 *	clearing officer      answers waiting for clearing
 *	secretariat           answers waiting for review and, as news, replies to questions; only of participants they may review
 * Counts, dates and links only: no figure, no text of an answer, no reason.
 *
 * When it is due. Each thing that it tells of has a key (an event, a message, a deadline's reminder). A mail is made when a key stands in
 * no earlier mail to that person, so nothing is told twice; it then lists everything that waits. Never more than one a day (UTC). A
 * deadline with something still to do is a key of its own within DIGEST_REMINDERS days: so at most three reminders, and
 * three new ones for a deadline that was moved. While a mail waits to be sent it is kept up to date instead of a second one being made, and
 * is dropped when nothing of it waits any more. People without a password yet get an invitation, not digests.
 */
#ifndef INDICATORS_MODEL_DIGEST_H
#define INDICATORS_MODEL_DIGEST_H

#include <stdbool.h>

#include "indicators/base/arena.h"
#include "indicators/base/buffer.h"
#include "indicators/model/person.h"

/* So many days before a deadline, from then on, the first, second and third reminder are due. */
#define DIGEST_REMINDERS { 14, 5, 1 }
#define DIGEST_REMINDER_COUNT 3

/* Pure: which reminder it is time for with `days` left, from 1; 0 for none: too early, or past. */
int digest_reminder(int64_t days);

/* What waits in one round for one participant. */
struct digest_part {
	int64_t round;
	const char *participant;
	const char *title;                       /* "Alphaland — Protection of victims, 2025" */
	long long returned, asked;                /* focal point, deputy */
	const char *asked_about;                 /* the indicator, where it is one question; else NULL */
	long long missing, drafts;                /* with `due_on`, while the round takes answers */
	const char *due_on, *closes_on;
	long long days_left;                      /* until due_on; negative once it is past */
	bool opened, extended;                   /* news */
	int reminder;                            /* 1 to 3 where one is due now, else 0 */
	long long to_clear;                       /* clearing officer */
	long long to_review, replied;             /* secretariat */
	const char *replied_about;
};

struct digest {
	struct digest_part *parts;
	size_t count;
	struct buffer keys;                      /* " r12 q3 …": all that is told, with a blank around each */
	bool due;                                /* something of it is new */
};

/*
 * What waits for the person today, with titles in their language. `told` is all keys of earlier mails, with blanks around each.
 * Released by digest_release, also after an error.
 */
MUST_USE enum err digest_of(struct database *db, struct arena *arena, const struct person *person, const char *told, struct digest *digest,
	struct error *error);
void digest_release(struct digest *digest);

/* In the current language. `site` is the address before /reporting/…, without a slash at its end. */
const char *digest_subject(struct arena *arena, const struct digest *digest);
MUST_USE enum err digest_body(struct arena *arena, const struct digest *digest, const struct person *person, const char *site,
	const char **body, struct error *error);

struct digest_made { int64_t made, renewed, dropped; };

/*
 * Makes, renews and drops the mails of everybody, each person in a transaction of their own; with `waiting_only` only of those who have
 * one waiting.
 */
MUST_USE enum err digest_make_all(struct database *db, const char *site, bool waiting_only, struct digest_made *made, struct error *error);

#endif
