/* Tests of participants: loading, adding, and what is refused. */
#include <stdio.h>
#include <string.h>

#include "indicators/model/audit.h"
#include "indicators/model/participant.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

#define ONE(code, m49, rest) "  - code: " code "\n    m49: " m49 "\n" rest "    title: {en: Land, ru: Земля}\n"
#define MEMBER "    status: member\n    valid_from: \"2016-01-01\"\n"

static enum err load(struct database *db, const char *yaml, struct participant_changes *changes, struct problems *problems)
{
	return participant_load(db, &kit_actor, kit_write("participants.yaml", yaml), changes, problems, &error);
}

static void count_one(void *context, const struct participant *participant, const char *name)
{
	(void)participant;
	(void)name;
	++*(int *)context;
}

static int count(struct database *db)
{
	int rows = 0;

	ck_ok(participant_each(db, "en", count_one, &rows, &error), error);
	return rows;
}

START_TEST(the_shipped_participants_load_and_a_repeat_changes_nothing)
{
	struct database *db = kit_reports();
	struct participant_changes changes;
	struct problems problems = PROBLEMS_INIT(10);
	struct audit_state before;
	struct audit_state after;
	const char *path = kit_root("indicators/catalogue/participants.yaml");

	ck_ok(participant_load(db, &kit_actor, path, &changes, &problems, &error), error);
	ck_assert_int_eq(changes.added, 5);
	ck_ok(audit_verify(db, &before, &error), error);
	ck_ok(participant_load(db, &kit_actor, path, &changes, &problems, &error), error);
	ck_assert_int_eq(changes.same, 5);
	ck_assert_int_eq(changes.added + changes.revised, 0);
	ck_ok(audit_verify(db, &after, &error), error);
	ck_assert_int_eq(before.rows, after.rows);
	problems_release(&problems);
	database_close(db);
}
END_TEST

START_TEST(a_new_status_revises_and_nobody_is_removed)
{
	struct database *db = kit_reports();
	struct participant_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_ok(load(db, "participants:\n" ONE("XAA", "901", MEMBER) ONE("XBB", "902", MEMBER), &changes, &problems), error);
	ck_ok(load(db, "participants:\n" ONE("XAA", "901", "    status: former\n    valid_from: \"2016-01-01\"\n    valid_to: \"2020-12-31\"\n"),
		&changes, &problems), error);
	ck_assert_int_eq(changes.revised, 1);
	ck_assert_int_eq(count(db), 2);
	problems_release(&problems);
	database_close(db);
}
END_TEST

START_TEST(each_mistake_is_refused_with_its_line)
{
	static const struct {
		const char *yaml, *line, *words;
	} cases[] = {
		{ "participants:\n" ONE("Xaa", "901", MEMBER), ":2:", "three capital letters" },
		{ "participants:\n" ONE("XAAA", "901", MEMBER), ":2:", "three capital letters" },
		{ "participants:\n" ONE("XAA", "0", MEMBER), ":3:", "m49" },
		{ "participants:\n" ONE("XAA", "1000", MEMBER), ":3:", "m49" },
		{ "participants:\n" ONE("XAA", "many", MEMBER), ":3:", "whole number" },
		{ "participants:\n" ONE("XAA", "901", "    status: guest\n    valid_from: \"2016-01-01\"\n"), ":4:", "status" },
		{ "participants:\n" ONE("XAA", "901", "    status: member\n    valid_from: \"2016-02-30\"\n"), ":5:", "real date" },
		{ "participants:\n" ONE("XAA", "901", MEMBER "    valid_to: soon\n"), ":6:", "real date" },
		{ "participants:\n" ONE("XAA", "901", MEMBER "    valid_to: \"2015-01-01\"\n"), ":6:", "before it begins" },
		{ "participants:\n" ONE("XAA", "901", MEMBER) ONE("XAA", "902", MEMBER), ":7:", "twice" },
		{ "participants:\n" ONE("XAA", "901", MEMBER) ONE("XBB", "901", MEMBER), ":7:", "same M49" },
		{ "participants:\n  - code: XAA\n    m49: 901\n" MEMBER "    title: {en: Land}\n", ":6:", "“ru”" },
		{ "participants:\n  - code: XAA\n    m49: 901\n" MEMBER "    title: {en: Land, ru: \" \"}\n", ":6:", "empty" },
		{ "participants:\n" ONE("XAA", "901", "    status: member\n"), ":2:", "“valid_from” is missing" },
		{ "participants:\n" ONE("XAA", "901", MEMBER "    colour: red\n"), ":6:", "“colour” is not known" },
		{ "participants:\n" ONE("XAA", "901", MEMBER "    m49: 7\n"), ":6:", "twice" },
		{ "participants: none\n", ":1:", "must be a list" },
		{ "- a\n- b\n", ":1:", "must be a mapping" },
		{ "", ":1:", "empty" },
		{ "participants: [\n", ":2:", "not YAML" },
		{ "participants: []\n---\nparticipants: []\n", ":3:", "second document" },
		{ "participants: &a []\nother: *a\n", ":2:", "not known" },
		{ "participants:\n  - \xff\n", ":2:", "not YAML" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct database *db = kit_reports();
		struct participant_changes changes;
		struct problems problems = PROBLEMS_INIT(10);
		bool found = false;

		ck_refused(load(db, cases[i].yaml, &changes, &problems), ERR_INVALID, error);
		for (const struct problem *problem = problems.first; problem != NULL; problem = problem->next)
			found = found || (strstr(problem->text, cases[i].line) != NULL && strstr(problem->text, cases[i].words) != NULL);
		ck_assert_msg(found, "case %zu: %s", i, problems.first != NULL ? problems.first->text : "no problem");
		ck_assert_int_eq(count(db), 0);
		problems_release(&problems);
		database_close(db);
	}
}
END_TEST

START_TEST(a_number_that_is_anothers_is_refused_and_nothing_is_loaded)
{
	struct database *db = kit_reports();
	struct participant_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_ok(load(db, "participants:\n" ONE("XAA", "901", MEMBER), &changes, &problems), error);
	ck_refused(load(db, "participants:\n" ONE("XBB", "902", MEMBER) ONE("XCC", "901", MEMBER), &changes, &problems), ERR_CONFLICT, error);
	ck_assert_ptr_nonnull(strstr(error.text, "XAA"));
	ck_assert_int_eq(count(db), 1);
	problems_release(&problems);
	database_close(db);
}
END_TEST

START_TEST(an_invented_participant_gets_a_free_number_and_a_country_needs_its_own)
{
	struct database *db = kit_reports();
	struct yaml_text title = { { (char[]){ "Land" }, (char[]){ "Land" } } };
	struct participant participant = { .code = (char[]){ "XAA" }, .status = (char[]){ "member" }, .valid_from = (char[]){ "2020-01-01" }, .title = &title };

	ck_ok(participant_add(db, &kit_actor, &participant, &error), error);
	ck_refused(participant_add(db, &kit_actor, &participant, &error), ERR_CONFLICT, error);
	participant.code = (char[]){ "XBB" };
	ck_ok(participant_add(db, &kit_actor, &participant, &error), error);
	participant.code = (char[]){ "FRA" };
	ck_refused(participant_add(db, &kit_actor, &participant, &error), ERR_INVALID, error);
	ck_assert_str_eq(error.field, "m49");
	ck_assert_int_eq(count(db), 2);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_shipped_participants_load_and_a_repeat_changes_nothing),
	KIT_TEST(a_new_status_revises_and_nobody_is_removed),
	KIT_TEST(each_mistake_is_refused_with_its_line),
	KIT_TEST(a_number_that_is_anothers_is_refused_and_nothing_is_loaded),
	KIT_TEST(an_invented_participant_gets_a_free_number_and_a_country_needs_its_own),
};
KIT_MAIN("participant", tests)
