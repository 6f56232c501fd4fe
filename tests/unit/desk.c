/* desk: see desk.h. */
#include "tests/unit/desk.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const char people[] =
	"INSERT INTO participant VALUES ('XAA', 901, 'member', '2020-01-01', NULL), ('XBB', 902, 'member', '2020-01-01', NULL),"
	" ('XCC', 903, 'observer', '2020-01-01', NULL);"
	"INSERT INTO participant_text VALUES ('XAA', 'en', 'Alphaland'), ('XAA', 'ru', 'Альфаландия'), ('XBB', 'en', 'Betaland');"
	"INSERT INTO person (id, email, name, lang, created_at, deactivated_at) VALUES"
	" (1, 'focal@a.test', 'Fay Focal', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (2, 'deputy@a.test', 'Dan Deputy', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (3, 'clearing@a.test', 'Cleo Clearing', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (4, 'observer@a.test', 'Oz Observer', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (5, 'focal@b.test', 'Ben Focal', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (6, 'clearing@b.test', 'Bea Clearing', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (7, 'secretariat@test', 'Sam Secretary', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (8, 'seconded@test', 'Sue Seconded', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (9, 'admin@test', 'Ada Admin', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (10, 'donor@test', 'Don Donor', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (11, 'ended@a.test', 'Eve Ended', 'en', '2025-01-01T00:00:00Z', NULL),"
	" (12, 'gone@a.test', 'Gil Gone', 'en', '2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z');"
	"INSERT INTO role_grant (person, role, participant, starts_on, ends_on, granted_at) VALUES"
	" (1, 'focal_point', 'XAA', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (2, 'deputy', 'XAA', '2025-01-01', '2030-12-31', '2025-01-01T00:00:00Z'),"
	" (3, 'clearing_officer', 'XAA', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (4, 'observer', 'XAA', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (5, 'focal_point', 'XBB', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (6, 'clearing_officer', 'XBB', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (7, 'secretariat', NULL, '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (8, 'secretariat', 'XAA', '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (9, 'administrator', NULL, '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (10, 'donor', NULL, '2025-01-01', NULL, '2025-01-01T00:00:00Z'),"
	" (11, 'focal_point', 'XAA', '2025-01-01', '2025-12-31', '2025-01-01T00:00:00Z'),"
	" (12, 'focal_point', 'XAA', '2025-01-01', NULL, '2025-01-01T00:00:00Z');";

static const char catalogue[] =
	"INSERT INTO framework VALUES ('probe', 1, 3, 0);"
	"INSERT INTO framework_text VALUES ('probe', 'title', 'en', 'Probe'), ('probe', 'title', 'ru', 'Проба');"
	"INSERT INTO domain VALUES ('probe', 'ONE', 1), ('probe', 'TWO', 2);"
	"INSERT INTO domain_text VALUES ('probe', 'ONE', 'title', 'en', 'First domain'), ('probe', 'TWO', 'title', 'en', 'Second domain');"
	"INSERT INTO indicator (id, framework, code, retired_at) VALUES (1, 'probe', 'LAD', NULL), (2, 'probe', 'CHK', NULL), (3, 'probe', 'YES', NULL),"
	" (4, 'probe', 'CNT', NULL), (5, 'probe', 'PCT', NULL), (6, 'probe', 'RAT', NULL), (7, 'probe', 'VAL', NULL),"
	" (8, 'probe', 'OLD', NULL), (9, 'probe', 'RET', '2025-01-01T00:00:00Z');"
	"INSERT INTO indicator_version (id, indicator, version, current, domain, position, type, unit, direction, levels, per, last_period, digest, loaded_at) VALUES"
	" (10, 1, 1, 0, 'ONE', 1, 'ladder', 'level', 'increase', 5, NULL, NULL, 'd', 't'),"
	" (1, 1, 2, 1, 'ONE', 1, 'ladder', 'level', 'increase', 5, NULL, NULL, 'd', 't'),"
	" (2, 2, 1, 1, 'ONE', 2, 'checklist', 'items', 'increase', NULL, NULL, NULL, 'd', 't'),"
	" (3, 3, 1, 1, 'ONE', 3, 'yes_no', 'yes_no', 'increase', NULL, NULL, NULL, 'd', 't'),"
	" (4, 4, 1, 1, 'TWO', 1, 'count', 'persons', 'neutral', NULL, NULL, NULL, 'd', 't'),"
	" (5, 5, 1, 1, 'TWO', 2, 'percent', 'percent', 'increase', NULL, NULL, NULL, 'd', 't'),"
	" (6, 6, 1, 1, 'TWO', 3, 'rate', 'per_100000', 'neutral', NULL, 100000, NULL, 'd', 't'),"
	" (7, 7, 1, 1, 'TWO', 4, 'percent', 'percent', 'increase', NULL, NULL, NULL, 'd', 't'),"
	" (8, 8, 1, 1, 'TWO', 5, 'count', 'cases', 'neutral', NULL, NULL, '2015', 'd', 't'),"
	" (9, 9, 1, 1, 'TWO', 6, 'count', 'cases', 'neutral', NULL, NULL, NULL, 'd', 't');"
	"INSERT INTO indicator_text VALUES (1, 'title', 'en', 'A ladder'), (1, 'title', 'ru', 'Лестница'),"
	" (1, 'level.0', 'en', 'Nothing'), (1, 'level.1', 'en', 'Draft'), (1, 'level.1.criterion.1', 'en', 'A draft is there.'),"
	" (1, 'level.1.criterion.2', 'en', 'It has a number.'), (1, 'level.2', 'en', 'Adopted'), (1, 'level.3', 'en', 'Working'),"
	" (1, 'level.4', 'en', 'Improved'), (2, 'item.P', 'en', 'Item P'), (2, 'group.g', 'en', 'Group'),"
	" (5, 'numerator', 'en', 'Those helped'), (5, 'denominator', 'en', 'All'),"
	" (6, 'numerator', 'en', 'Victims'), (6, 'denominator', 'en', 'Population');"
	"INSERT INTO indicator_item VALUES (2, 1, 'P', 'g'), (2, 2, 'Q', 'g'), (2, 3, 'R', 'h');";

struct actor desk_actor(int64_t person)
{
	return (struct actor){ .person = person, .name = "person@test", .address = "192.0.2.1" };
}

void desk_today(const char *date)
{
	char moment[32] = "";

	strcat(strncat(moment, date, 10), "T09:30:00Z");
	setenv("MONITOR_NOW", moment, 1);
}

void desk_open(struct desk *desk)
{
	static const char *const indicators[] = { "LAD", "CHK", "YES", "CNT", "PCT", "RAT", "VAL" };
	static const char *const participants[] = { "XAA", "XBB" };
	struct round_input input = { .framework = "probe", .period = "2025", .opens_on = "2026-03-01", .due_on = "2026-03-20",
		.closes_on = "2026-03-31", .indicators = indicators, .indicator_count = 7, .participants = participants, .participant_count = 2 };
	struct actor secretariat = desk_actor(SECRETARIAT);

	*desk = (struct desk){ .error = ERROR_INIT };
	desk_today("2026-03-10");
	desk->db = kit_reports();
	ck_ok(database_script(desk->db, people, &desk->error), desk->error);
	ck_ok(database_script(desk->db, catalogue, &desk->error), desk->error);
	ck_ok(round_create(desk->db, &secretariat, &input, &desk->round, &desk->error), desk->error);
}

void desk_close(struct desk *desk)
{
	database_close(desk->db);
	arena_release(&desk->arena);
}

struct answer_content desk_value(double value)
{
	return (struct answer_content){ .status = "reported", .value = value, .numerator = NAN, .denominator = NAN };
}

struct answer_content desk_fraction(double numerator, double denominator)
{
	struct answer_content content = desk_value(NAN);

	content.numerator = numerator;
	content.denominator = denominator;
	return content;
}

enum err desk_save(struct desk *desk, int64_t person, const char *participant, const char *indicator, int64_t base,
	struct answer_content content, bool submit)
{
	struct answer_key key = { .round = desk->round, .participant = participant, .indicator = indicator };
	struct answer_change change = { .base = base, .content = content, .submit = submit };
	struct actor actor = desk_actor(person);
	enum answer_outcome outcome;

	return answer_save(desk->db, &actor, &key, &change, &outcome, &desk->error);
}

enum err desk_act(struct desk *desk, int64_t person, const char *participant, const char *indicator, int64_t revision,
	enum answer_action action, const char *words)
{
	struct actor actor = desk_actor(person);
	struct answer_step step = { .indicator = indicator, .revision = revision };

	return answer_act(desk->db, &actor, desk->round, participant, &step, 1, action, action == ACTION_CLEAR ? words : NULL,
		action == ACTION_CLEAR ? NULL : words, &desk->error);
}

struct answer desk_answer(struct desk *desk, const char *participant, const char *indicator)
{
	struct answer_key key = { .round = desk->round, .participant = participant, .indicator = indicator };
	struct answer answer;

	ck_ok(answer_load(desk->db, &desk->arena, &key, &answer, &desk->error), desk->error);
	return answer;
}

void desk_bring(struct desk *desk, const char *indicator, enum answer_state state)
{
	if (state == STATE_NONE)
		return;
	ck_ok(desk_save(desk, FOCAL, "XAA", indicator, 0, desk_value(1), state != STATE_DRAFT), desk->error);
	if (state == STATE_RETURNED)
		ck_ok(desk_act(desk, CLEARING, "XAA", indicator, 1, ACTION_RETURN, "Not so."), desk->error);
	if (state == STATE_CLEARED || state == STATE_ACCEPTED)
		ck_ok(desk_act(desk, CLEARING, "XAA", indicator, 1, ACTION_CLEAR, "donors"), desk->error);
	if (state == STATE_ACCEPTED)
		ck_ok(desk_act(desk, SECRETARIAT, "XAA", indicator, 1, ACTION_ACCEPT, NULL), desk->error);
	ck_assert_int_eq(desk_answer(desk, "XAA", indicator).state, state);
}
