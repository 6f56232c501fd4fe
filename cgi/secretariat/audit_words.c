/* audit_words: see audit_words.h. */
#include "cgi/secretariat/audit_words.h"

#include <jansson.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/answer.h"
#include "indicators/model/person.h"
#include "indicators/model/workflow.h"

static const struct {
	const char *action, *words;
} actions[] = {
	{ "answer.accepted", N_("Answer: accepted") },
	{ "answer.cleared", N_("Answer: cleared") },
	{ "answer.confirm_not_personal", N_("Answer: confirmed that it names nobody") },
	{ "answer.message", N_("Answer: message written") },
	{ "answer.refused", N_("Answer: a step was refused") },
	{ "answer.reopened", N_("Answer: reopened for a correction") },
	{ "answer.returned", N_("Answer: returned") },
	{ "answer.saved", N_("Answer: saved as a draft") },
	{ "answer.submitted", N_("Answer: submitted for clearing") },
	{ "answer.withdrawn", N_("Answer: taken back") },
	{ "answers.import", N_("Answers: imported") },
	{ "calendar.renew", N_("Calendar: new secret address") },
	{ "catalogue.load", N_("Catalogue: loaded") },
	{ "catalogue.reinstate", N_("Catalogue: indicator brought back") },
	{ "catalogue.retire", N_("Catalogue: indicator retired") },
	{ "database.restore", N_("Database: restored from a backup") },
	{ "evidence.swept", N_("Evidence: files that nobody named removed") },
	{ "factor.begin", N_("Second factor: key shown") },
	{ "factor.codes", N_("Second factor: new recovery codes") },
	{ "factor.off", N_("Second factor: turned off") },
	{ "factor.on", N_("Second factor: turned on") },
	{ "factor.recovery", N_("Second factor: recovery code used") },
	{ "factor.reset", N_("Second factor: taken away on the server") },
	{ "mail.retry", N_("Mail: to be sent once more") },
	{ "official.store", N_("Official series: new vintage") },
	{ "participant.add", N_("Participant: added") },
	{ "participant.revise", N_("Participant: changed") },
	{ "person.add", N_("Person: added") },
	{ "person.deactivate", N_("Person: deactivated") },
	{ "person.invite", N_("Person: invitation made") },
	{ "person.invite_mail", N_("Person: invitation to be sent by mail") },
	{ "person.lang", N_("Person: language changed") },
	{ "person.password", N_("Person: password changed") },
	{ "person.reactivate", N_("Person: active again") },
	{ "person.welcome", N_("Person: invitation used, password chosen") },
	{ "report.ask", N_("Report: asked for") },
	{ "role.end", N_("Role: given an end") },
	{ "role.grant", N_("Role: granted") },
	{ "role.handover", N_("Role: handed over") },
	{ "role.take_back", N_("Role: handover taken back") },
	{ "round.extend", N_("Round: deadline extended") },
	{ "round.close", N_("Round: closed") },
	{ "round.open", N_("Round: opened") },
	{ "round.refused", N_("Round: a step was refused") },
	{ "round.release", N_("Round: released") },
	{ "session.begin", N_("Sign-in") },
	{ "session.end", N_("Sign-out, or session ended") },
	{ "session.half", N_("Sign-in: right password, code awaited") },
	{ "session.refused", N_("Sign-in refused") },
	{ "workbook.imported", N_("Answers: taken from a workbook") },
};

const struct audit_family audit_families[] = {
	{ "answer.", N_("Answers") }, { "workbook.", N_("Workbooks") }, { "round.", N_("Rounds and releases") }, { "report.", N_("Reports") }, { "role.", N_("Roles") },
	{ "person.", N_("People") }, { "session.", N_("Sign-ins and sessions") }, { "factor.", N_("Second factors") }, { "catalogue.", N_("Catalogue") }, { "mail.", N_("Mails") },
	{ NULL, NULL },
};

const char *audit_action_words(const char *action)
{
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (strcmp(actions[i].action, action) == 0)
			return i18n_text(actions[i].words);
	return action;
}

/* --- details --- */

static const char *as_state(struct arena *arena, const char *value)
{
	(void)arena;
	for (int state = 0; state < STATE_COUNT; state++)
		if (strcmp(state_name((enum answer_state)state), value) == 0)
			return state_title((enum answer_state)state);
	return day_text(arena, value);
}

static const char *as_day(struct arena *arena, const char *value)
{
	return day_moment(arena, value);
}

static const char *as_role(struct arena *arena, const char *value)
{
	(void)arena;
	return role_title(value);
}

static const char *as_audience(struct arena *arena, const char *value)
{
	(void)arena;
	return answer_audience_title(value);
}

/* What a key is called, and how its value is read out; NULL: as it is. */
static const struct {
	const char *key, *words;
	const char *(*read)(struct arena *arena, const char *value);
} keys[] = {
	{ "revision", N_("revision"), NULL }, { "from", N_("was"), as_state }, { "to", N_("became"), as_state }, { "audience", N_("cleared for"), as_audience },
	{ "readers", N_("for whom"), as_audience },
	{ "email", N_("e-mail address"), NULL }, { "lang", N_("language"), NULL }, { "role", N_("role"), as_role },
	{ "participant", N_("participant"), NULL }, { "starts_on", N_("first day"), as_day }, { "ends_on", N_("last day"), as_day },
	{ "expires_at", N_("works until"), as_day }, { "until", N_("last day"), as_day }, { "on", N_("day"), as_day }, { "opens", N_("opens"), as_day },
	{ "due", N_("due"), as_day }, { "closes", N_("closes"), as_day }, { "version", N_("version"), NULL }, { "indicators", N_("indicators"), NULL },
	{ "participants", N_("participants"), NULL }, { "added", N_("new ones"), NULL }, { "redefined", N_("with a new definition"), NULL },
	{ "reworded", N_("reworded"), NULL }, { "retired", N_("retired"), NULL }, { "reinstated", N_("brought back"), NULL },
	{ "reason", N_("reason"), NULL }, { "why", N_("why"), NULL }, { "answers", N_("answers"), NULL }, { "number", N_("number"), NULL }, { "level", N_("level"), NULL },
	{ "release", N_("release"), NULL }, { "round", N_("round"), NULL }, { "file", N_("file"), NULL }, { "files", N_("files"), NULL },
	{ "revised", N_("revised"), NULL }, { "unchanged", N_("unchanged"), NULL }, { "status", N_("status"), NULL }, { "sessions", N_("sessions"), NULL },
	{ "name", N_("name"), NULL }, { "note", N_("note"), NULL }, { "step", N_("step"), NULL }, { "kind", N_("kind"), NULL },
	{ "left", N_("left"), NULL },
};

static void put(struct arena *arena, struct buffer *out, const char *key, const char *value)
{
	if (*value == '\0')
		return;
	if (out->length > 0)
		buffer_puts(out, " · ");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (strcmp(keys[i].key, key) != 0)
			continue;
		buffer_printf(out, "%s: %s", i18n_text(keys[i].words), keys[i].read != NULL ? keys[i].read(arena, value) : value);
		return;
	}
	buffer_printf(out, "%s: %s", key, value);
}

static void put_json(struct arena *arena, struct buffer *out, const char *key, const json_t *value)
{
	if (json_is_string(value))
		put(arena, out, key, json_string_value(value));
	else if (json_is_integer(value))
		put(arena, out, key, arena_printf(arena, "%lld", (long long)json_integer_value(value)));
	else if (json_is_array(value))
		put(arena, out, key, arena_printf(arena, "%zu", json_array_size(value)));
	else if (json_is_true(value))
		put(arena, out, key, _("yes"));
}

/* What only tells machines apart has its place in the row as it was written. */
static bool is_for_machines(const char *key)
{
	return strcmp(key, "digest") == 0 || strcmp(key, "grant") == 0 || strcmp(key, "from_grant") == 0 || strcmp(key, "to_grant") == 0;
}

const char *audit_detail_words(struct arena *arena, const char *detail)
{
	struct buffer out = BUFFER_INIT(65536);
	json_error_t error;
	json_t *object = *detail == '{' ? json_loads(detail, 0, &error) : NULL;
	const char *key;
	json_t *value;

	if (object == NULL)
		return arena_strdup(arena, detail);
	json_object_foreach(object, key, value)
		if (!is_for_machines(key))
			put_json(arena, &out, key, value);
	const char *words = arena_strdup(arena, buffer_text(&out));
	buffer_release(&out);
	json_decref(object);
	return words;
}
