/*
 * message: what secretariat and government ask and tell each other about one answer. Append-only; both sides read all of it. A question
 * changes no state: who wants an answer changed returns it.
 */
#ifndef INDICATORS_MODEL_MESSAGE_H
#define INDICATORS_MODEL_MESSAGE_H

#include "indicators/model/answer.h"

#define MESSAGE_TEXT_MAX 2000 /* bytes of one message */
#define MESSAGES_MAX 200      /* on one answer */

enum message_side { MESSAGE_GOVERNMENT, MESSAGE_SECRETARIAT };

struct message {
	int64_t id;
	const char *text, *by, *at;
	enum message_side side; /* that wrote it */
};
struct messages { struct message *rows; size_t count; };

/* All messages on an answer, oldest first. */
MUST_USE enum err message_list(struct database *db, struct arena *arena, int64_t answer, struct messages *messages, struct error *error);

/*
 * What looks like data of a person in a text; found->confirm is what message_add has to be given to take it all the same.
 */
void message_personal(struct arena *arena, const char *text, struct answer_personals *found);

/*
 * Adds a message. For the secretariat only somebody who does not belong to the participant writes; for the government those who report or
 * clear for it (ERR_DENIED). ERR_INVALID, field "message": empty or too long; field "confirmed": data of a person that `confirmed` does not
 * cover, each place named. ERR_CONFLICT where nothing is saved that could be asked about, or the thread is full. The same text sent twice
 * in a row by one person stands once.
 */
MUST_USE enum err message_add(struct database *db, const struct actor *actor, const struct answer_key *key, enum message_side side,
	const char *text, const char *confirmed, struct error *error);

/* An answer whose last message is from one side, so that the other one is asked. */
struct message_waiting { const char *indicator, *by, *at; };
struct message_waitings { struct message_waiting *rows; size_t count; };

/* Those of a participant's answers in a round whose last message is from `side`, in catalogue order. */
MUST_USE enum err message_waiting(struct database *db, struct arena *arena, int64_t round, const char *participant, enum message_side side,
	struct message_waitings *waiting, struct error *error);

#endif
