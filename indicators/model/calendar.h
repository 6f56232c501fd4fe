/*
 * calendar: a participant's deadlines as a calendar (RFC 5545) that calendar programs fetch by a secret address.
 *
 * The address is the only key: who has it reads when rounds open, are due and close, and nothing else. Only its hash is kept. The
 * participant's focal point or clearing officer makes it; making another makes the old one stop.
 */
#ifndef INDICATORS_MODEL_CALENDAR_H
#define INDICATORS_MODEL_CALENDAR_H

#include "indicators/base/arena.h"
#include "indicators/base/buffer.h"
#include "indicators/model/person.h"

struct calendar_feed {
	const char *participant;
	const char *title;
	const char *made_at, *made_by; /* NULL where there is no address yet */
};
struct calendar_feeds { struct calendar_feed *rows; size_t count; };

/* Of the participants for whom the actor is focal point or clearing officer today. */
MUST_USE enum err calendar_mine(struct database *db, struct arena *arena, const struct actor *actor, const char *language,
	struct calendar_feeds *feeds, struct error *error);

/* Makes the address's token, shown once: /account/calendar.ics?token=TOKEN. ERR_DENIED for anybody else. */
MUST_USE enum err calendar_renew(struct database *db, const struct actor *actor, const char *participant, char token[static TOKEN_TEXT],
	struct error *error);

/* Whose calendar it is. ERR_NOT_FOUND when there is none of this token (any more). */
MUST_USE enum err calendar_find(struct database *db, struct arena *arena, const char *token, const char **participant, struct error *error);

/*
 * Appends the calendar, in the current language: for each round an all-day event when it opens, when it is due and when it closes, with
 * the participant's own extension. An event keeps its UID for ever; SEQUENCE goes up and DTSTAMP moves when dates were changed.
 */
MUST_USE enum err calendar_write(struct database *db, struct arena *arena, const char *participant, struct buffer *out, struct error *error);

#endif
