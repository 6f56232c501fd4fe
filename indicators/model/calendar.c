/* calendar: see calendar.h. */
#include "indicators/model/calendar.h"

#include <inttypes.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"

#define FEEDS_MAX 300
#define LINE_OCTETS 75

/* --- the secret address --- */

enum err calendar_mine(struct database *db, struct arena *arena, const struct actor *actor, const char *language,
	struct calendar_feeds *feeds, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_calendar_feed_mine);

	clock_today(today);
	*feeds = (struct calendar_feeds){ .rows = arena_array(arena, FEEDS_MAX, sizeof *feeds->rows) };
	query_int(query, "person", actor->person);
	query_text(query, "today", today);
	query_text(query, "lang", language);
	while (feeds->count < FEEDS_MAX && query_next(query)) {
		struct calendar_feed *feed = &feeds->rows[feeds->count++];

		feed->participant = arena_strdup(arena, query_column_text(query, 0));
		feed->title = arena_strdup(arena, query_column_text(query, 1));
		feed->made_at = arena_strdup(arena, query_column_text(query, 2));
		feed->made_by = arena_strdup(arena, query_column_text(query, 3));
	}
	return query_end(query, error);
}

MUST_USE static enum err require_holder(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	struct error *error)
{
	struct calendar_feeds feeds;
	enum err err = calendar_mine(db, arena, actor, i18n_current(), &feeds, error);

	for (size_t i = 0; err == ERR_OK && i < feeds.count; i++)
		if (strcmp(feeds.rows[i].participant, participant) == 0)
			return ERR_OK;
	return err != ERR_OK ? err : error_set(error, ERR_DENIED, _("Only a focal point or clearing officer of %s makes the address of its calendar."),
		participant);
}

enum err calendar_renew(struct database *db, const struct actor *actor, const char *participant, char token[static TOKEN_TEXT],
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	bool own = false;
	enum err err = change_begin(db, &own, error);

	token_make(token);
	token_hash(token, hash);
	clock_text(now);
	if (err == ERR_OK)
		err = require_holder(db, &arena, actor, participant, error);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_calendar_feed_set);
	query_text(query, "participant", participant);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_int(query, "made_by", actor->person);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) == ERR_OK)
		err = audit_add(db, actor, "calendar.renew", participant, "", error);
out:
	err = change_end(db, own, err, error);
	if (err != ERR_OK)
		token[0] = '\0';
	arena_release(&arena);
	return err;
}

enum err calendar_find(struct database *db, struct arena *arena, const char *token, const char **participant, struct error *error)
{
	unsigned char hash[32];
	enum err err = ERR_OK;

	*participant = NULL;
	/* Looked for by its hash: how long that takes tells nothing of the token. */
	if (token_hash(token, hash)) {
		struct query *query = database_query(db, REPORTS_calendar_feed_find);
		query_blob(query, "token_hash", hash, sizeof hash);
		if (query_next(query))
			*participant = arena_strdup(arena, query_column_text(query, 0));
		err = query_end(query, error);
	}
	if (err == ERR_OK && *participant == NULL)
		err = error_set(error, ERR_NOT_FOUND, "%s", _("There is no calendar at this address. It may have been renewed: ask your focal point."));
	return err;
}

/* --- RFC 5545 --- */

/* A content line: folded after 75 octets, between characters, ended by CR LF. */
static void put_line(struct buffer *out, const char *line)
{
	size_t column = 0;

	for (const char *p = line; *p != '\0';) {
		size_t length = 1;

		while (((unsigned char)p[length] & 0xC0) == 0x80)
			length++;
		if (column + length > LINE_OCTETS) {
			buffer_puts(out, "\r\n ");
			column = 1;
		}
		buffer_append(out, p, length);
		column += length;
		p += length;
	}
	buffer_puts(out, "\r\n");
}

/* A TEXT value: backslash, semicolon, comma and line breaks are escaped, other control characters left out. */
static void put_text(struct buffer *out, struct arena *arena, const char *name, const char *text)
{
	char *escaped = arena_alloc(arena, 2 * strlen(text) + 1);
	size_t length = 0;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\n' || strchr("\\;,", *p) != NULL)
			escaped[length++] = '\\';
		if (*p == '\n')
			escaped[length++] = 'n';
		else if ((unsigned char)*p >= 0x20 && *p != 0x7F)
			escaped[length++] = *p;
	}
	put_line(out, arena_printf(arena, "%s:%s", name, escaped));
}

/* "2026-03-20" as 20260320, "2026-03-20T09:00:00Z" as 20260320T090000Z. */
static const char *compact(struct arena *arena, const char *time)
{
	char *text = arena_alloc(arena, strlen(time) + 1);
	size_t length = 0;

	for (const char *p = time; *p != '\0'; p++)
		if (*p != '-' && *p != ':')
			text[length++] = *p;
	return text;
}

struct event {
	const char *what;    /* "opens", "due", "closes": the UID's part */
	const char *on;
	const char *summary;
	const char *description; /* or NULL */
};

struct dates {
	int64_t round;
	const char *title, *opens_on, *due_on, *closes_on, *extended_to, *created_at, *changed_at;
	int64_t changes;
};

static void put_event(struct buffer *out, struct arena *arena, const char *participant, const struct dates *dates, const struct event *event)
{
	put_line(out, "BEGIN:VEVENT");
	put_line(out, arena_printf(arena, "UID:%s-round-%" PRId64 "-%s-%s@almaty-monitor", compact(arena, dates->created_at), dates->round,
		participant, event->what));
	put_line(out, arena_printf(arena, "DTSTAMP:%s", compact(arena, dates->changed_at != NULL ? dates->changed_at : dates->created_at)));
	put_line(out, arena_printf(arena, "SEQUENCE:%" PRId64, dates->changes));
	put_line(out, arena_printf(arena, "DTSTART;VALUE=DATE:%s", compact(arena, event->on)));
	put_line(out, arena_printf(arena, "DTEND;VALUE=DATE:%s", compact(arena, day_shift(arena, event->on, 1))));
	put_text(out, arena, "SUMMARY", event->summary);
	if (event->description != NULL)
		put_text(out, arena, "DESCRIPTION", event->description);
	put_line(out, "TRANSP:TRANSPARENT");
	put_line(out, "END:VEVENT");
}

static const char *later(const char *a, const char *b)
{
	return b != NULL && strcmp(b, a) > 0 ? b : a;
}

static void put_round(struct buffer *out, struct arena *arena, const char *participant, const struct dates *dates)
{
	const char *due = later(dates->due_on, dates->extended_to);
	const char *closes = later(dates->closes_on, dates->extended_to);
	const char *moved = due != dates->due_on
		? arena_printf(arena, _("The deadline was extended; it was %s."), day_text(arena, dates->due_on)) : NULL;
	const struct event events[] = {
		{ "opens", dates->opens_on, arena_printf(arena, _("%s: the round opens"), dates->title), NULL },
		{ "due", due, arena_printf(arena, moved != NULL ? _("%s: answers are due (extended)") : _("%s: answers are due"), dates->title), moved },
		{ "closes", closes, arena_printf(arena, _("%s: the round closes after this day"), dates->title), NULL },
	};

	for (size_t i = 0; i < sizeof events / sizeof *events; i++)
		put_event(out, arena, participant, dates, &events[i]);
}

MUST_USE static enum err title_of(struct database *db, struct arena *arena, const char *participant, const char **title, struct error *error)
{
	struct query *query = database_query(db, REPORTS_calendar_title);

	*title = participant;
	query_text(query, "participant", participant);
	query_text(query, "lang", i18n_current());
	if (query_next(query))
		*title = arena_strdup(arena, query_column_text(query, 0));
	return query_end(query, error);
}

enum err calendar_write(struct database *db, struct arena *arena, const char *participant, struct buffer *out, struct error *error)
{
	const char *title;
	enum err err = title_of(db, arena, participant, &title, error);

	if (err != ERR_OK)
		return err;
	put_line(out, "BEGIN:VCALENDAR");
	put_line(out, "VERSION:2.0");
	put_line(out, "PRODID:-//Almaty Monitor//Deadlines//EN");
	put_line(out, "CALSCALE:GREGORIAN");
	put_text(out, arena, "X-WR-CALNAME", arena_printf(arena, "%s: %s", _("Almaty Monitor"), title));
	put_line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
	put_line(out, "X-PUBLISHED-TTL:PT12H");
	struct query *query = database_query(db, REPORTS_calendar_rounds);
	query_text(query, "participant", participant);
	query_text(query, "lang", i18n_current());
	while (query_next(query)) {
		struct dates dates = { .round = query_column_int(query, 0), .changes = query_column_int(query, 8) };

		dates.title = arena_printf(arena, "%s, %s", query_column_text(query, 1), query_column_text(query, 2));
		dates.opens_on = arena_strdup(arena, query_column_text(query, 3));
		dates.due_on = arena_strdup(arena, query_column_text(query, 4));
		dates.closes_on = arena_strdup(arena, query_column_text(query, 5));
		dates.extended_to = arena_strdup(arena, query_column_text(query, 6));
		dates.created_at = arena_strdup(arena, query_column_text(query, 7));
		dates.changed_at = arena_strdup(arena, query_column_text(query, 9));
		put_round(out, arena, participant, &dates);
	}
	put_line(out, "END:VCALENDAR");
	return query_end(query, error);
}
