/* digest_make: the mails of everybody for whom something waits. See digest.h for when one is made. */
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/change.h"
#include "indicators/model/digest.h"

#define PEOPLE_MAX 20000
#define TOLD_MAX ((size_t)16 * 1024 * 1024)

struct people { struct person *rows; size_t count; };

/* What the person was told by mails before, and the one that still waits (0: none), whose own keys are left out. */
MUST_USE static enum err read_told(struct database *db, int64_t person, struct buffer *told, int64_t *waiting, struct error *error)
{
	struct query *query = database_query(db, REPORTS_mail_told);

	*waiting = 0;
	buffer_putc(told, ' ');
	query_int(query, "person", person);
	while (query_next(query)) {
		if (query_column_int(query, 2) != 0)
			*waiting = query_column_int(query, 0);
		else
			buffer_puts(told, query_column_text(query, 1));
	}
	enum err err = query_end(query, error);
	return err != ERR_OK ? err : buffer_check(told, error);
}

MUST_USE static enum err had_one_today(struct database *db, int64_t person, bool *had, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_mail_last_day);

	clock_today(today);
	query_int(query, "person", person);
	*had = query_next(query) && !query_column_is_null(query, 0) && strncmp(query_column_text(query, 0), today, CLOCK_DATE - 1) >= 0;
	return query_end(query, error);
}

static const struct digest_part *reminded(const struct digest *digest)
{
	for (size_t i = 0; i < digest->count; i++)
		if (digest->parts[i].reminder > 0)
			return &digest->parts[i];
	return NULL;
}

/* A new row, or the waiting one with what it says today. */
MUST_USE static enum err store(struct database *db, struct arena *arena, const struct person *person, const struct digest *digest,
	const char *site, int64_t waiting, struct error *error)
{
	const struct digest_part *reminder = reminded(digest);
	const char *before = i18n_current();
	const char *body = NULL;
	char now[CLOCK_TEXT];

	i18n_use(person->lang);
	const char *subject = digest_subject(arena, digest);
	enum err err = digest_body(arena, digest, person, site, &body, error);
	i18n_use(before);
	if (err != ERR_OK)
		return err;
	clock_text(now);
	struct query *query = database_query(db, waiting != 0 ? REPORTS_mail_renew : REPORTS_mail_insert);
	if (waiting != 0) {
		query_int(query, "mail", waiting);
	} else {
		query_int(query, "person", person->id);
		query_text(query, "now", now);
	}
	query_text(query, "kind", reminder != NULL ? "reminder" : "digest");
	query_text(query, "lang", person->lang);
	query_text(query, "subject", subject);
	query_text(query, "body", body);
	query_text(query, "digest", buffer_text(&digest->keys));
	if (reminder != NULL) {
		query_int(query, "round", reminder->round);
		query_text(query, "participant", reminder->participant);
	}
	return query_run(query, error);
}

MUST_USE static enum err drop(struct database *db, int64_t mail, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_mail_give_up);

	clock_text(now);
	query_int(query, "mail", mail);
	query_text(query, "error", _("Nothing waited for this person any more when it could have been sent."));
	query_text(query, "now", now);
	return query_run(query, error);
}

MUST_USE static enum err make_within(struct database *db, struct arena *arena, const struct person *person, const char *site, bool waiting_only,
	struct digest_made *made, struct error *error)
{
	struct buffer told = BUFFER_INIT(TOLD_MAX);
	struct digest digest = { .keys = BUFFER_INIT(1) };
	int64_t waiting;
	bool had = false;
	enum err err = read_told(db, person->id, &told, &waiting, error);

	if (err == ERR_OK && waiting == 0)
		err = had_one_today(db, person->id, &had, error);
	if (err != ERR_OK || had || (waiting == 0 && waiting_only))
		goto out;
	if ((err = digest_of(db, arena, person, buffer_text(&told), &digest, error)) != ERR_OK)
		goto out;
	if (digest.due) {
		err = store(db, arena, person, &digest, site, waiting, error);
		if (err == ERR_OK)
			waiting != 0 ? made->renewed++ : made->made++;
	} else if (waiting != 0) {
		err = drop(db, waiting, error);
		made->dropped += err == ERR_OK;
	}
out:
	buffer_release(&told);
	digest_release(&digest);
	return err;
}

MUST_USE static enum err read_people(struct database *db, struct arena *arena, struct people *people, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_digest_people);

	clock_today(today);
	*people = (struct people){ .count = 0 };
	query_text(query, "today", today);
	while (people->count < PEOPLE_MAX && query_next(query)) {
		people->rows = arena_grow(arena, people->rows, people->count, sizeof *people->rows);
		people->rows[people->count++] = (struct person){ .id = query_column_int(query, 0),
			.email = arena_strdup(arena, query_column_text(query, 1)), .name = arena_strdup(arena, query_column_text(query, 2)),
			.lang = arena_strdup(arena, query_column_text(query, 3)), .has_password = true };
	}
	return query_end(query, error);
}

enum err digest_make_all(struct database *db, const char *site, bool waiting_only, struct digest_made *made, struct error *error)
{
	struct arena all = ARENA_INIT;
	struct people people;
	enum err err = read_people(db, &all, &people, error);

	*made = (struct digest_made){ 0 };
	for (size_t i = 0; err == ERR_OK && i < people.count; i++) {
		struct arena arena = ARENA_INIT;
		bool own = false;

		err = change_begin(db, &own, error);
		if (err == ERR_OK)
			err = make_within(db, &arena, &people.rows[i], site, waiting_only, made, error);
		err = change_end(db, own, err, error);
		arena_release(&arena);
	}
	arena_release(&all);
	return err;
}
