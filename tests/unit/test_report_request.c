/* Tests of asking for reports: who may, of what, and what becomes of it. */
#include <string.h>

#include "indicators/model/release.h"
#include "indicators/model/report_request.h"
#include "tests/unit/desk.h"

static struct desk desk;

static enum err ask(int64_t person, const char *audience, const char *language)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return report_request_add(desk.db, &actor, desk.round, audience, language, &desk.error);
}

static void open_released(void)
{
	struct actor secretariat;
	int64_t number, answers;

	desk_open(&desk);
	secretariat = desk_actor(SECRETARIAT);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_ok(release_round(desk.db, &secretariat, desk.round, &(struct release_input){ .name = "First" }, &number, &answers, &desk.error), desk.error);
}

static int64_t waiting(void)
{
	int64_t count;

	ck_ok(report_request_waiting(desk.db, &count, &desk.error), desk.error);
	return count;
}

static struct report_request taken(void)
{
	struct report_request request;

	ck_ok(report_request_take(desk.db, &desk.arena, &request, &desk.error), desk.error);
	return request;
}

static struct report_requests listed(void)
{
	struct report_requests list;

	ck_ok(report_request_list(desk.db, &desk.arena, desk.round, &list, &desk.error), desk.error);
	return list;
}

START_TEST(only_the_secretariat_asks)
{
	static const int64_t others[] = { FOCAL, CLEARING, OBSERVER, ADMINISTRATOR, DONOR };

	open_released();
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_refused(ask(others[i], "public", "en"), ERR_DENIED, desk.error);
	ck_assert_int_eq(waiting(), 0);
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_assert_int_eq(waiting(), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'report.ask'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(of_an_unreleased_round_there_is_none)
{
	desk_open(&desk);
	ck_refused(ask(SECRETARIAT, "public", "en"), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(waiting(), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(unknown_readers_and_languages_are_refused)
{
	open_released();
	ck_refused(ask(SECRETARIAT, "world", "en"), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "audience");
	ck_refused(ask(SECRETARIAT, "public", "xx"), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "lang");
	ck_assert_int_eq(waiting(), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(what_waits_is_not_asked_for_twice)
{
	open_released();
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_ok(ask(SECRETARIAT_A, "public", "en"), desk.error);
	ck_ok(ask(SECRETARIAT, "public", "ru"), desk.error);
	ck_ok(ask(SECRETARIAT, "members", "en"), desk.error);
	ck_assert_int_eq(waiting(), 3);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'report.ask'"), 3);
	/* One that is being made may be of figures that have changed since. */
	taken();
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_assert_int_eq(waiting(), 3);
	desk_close(&desk);
}
END_TEST

START_TEST(the_oldest_is_taken_once)
{
	open_released();
	ck_ok(ask(SECRETARIAT, "members", "ru"), desk.error);
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	struct report_request first = taken(), second = taken(), third = taken();
	ck_assert_str_eq(first.audience, "members");
	ck_assert_str_eq(first.language, "ru");
	ck_assert_str_eq(first.framework, "probe");
	ck_assert_str_eq(first.period, "2025");
	ck_assert_str_eq(second.audience, "public");
	ck_assert_int_eq(third.id, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(the_list_tells_what_became_of_it)
{
	open_released();
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_assert_ptr_null(listed().rows[0].begun_at);
	struct report_request request = taken();
	ck_assert_ptr_nonnull(listed().rows[0].begun_at);
	ck_assert_ptr_null(listed().rows[0].ready_at);
	ck_ok(report_request_end(desk.db, request.id, "run-1", NULL, &desk.error), desk.error);
	struct report_requests list = listed();
	ck_assert_uint_eq(list.count, 1);
	ck_assert_str_eq(list.rows[0].run, "run-1");
	ck_assert_ptr_nonnull(list.rows[0].ready_at);
	ck_assert_ptr_null(list.rows[0].problem);
	desk_close(&desk);
}
END_TEST

START_TEST(a_failure_leaves_the_older_report)
{
	open_released();
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_ok(report_request_end(desk.db, taken().id, "run-1", NULL, &desk.error), desk.error);
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_ok(report_request_end(desk.db, taken().id, NULL, "no ink", &desk.error), desk.error);
	struct report_requests list = listed();
	ck_assert_uint_eq(list.count, 1);
	ck_assert_str_eq(list.rows[0].problem, "no ink");
	ck_assert_ptr_nonnull(list.rows[0].ready_at);
	desk_close(&desk);
}
END_TEST

START_TEST(one_that_never_ended_counts_as_lost)
{
	open_released();
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	taken();
	ck_assert(!listed().rows[0].lost);
	desk_today("2026-03-11");
	ck_assert(listed().rows[0].lost);
	/* And it can be asked for again. */
	ck_ok(ask(SECRETARIAT, "public", "en"), desk.error);
	ck_assert_int_eq(waiting(), 1);
	ck_assert(!listed().rows[0].lost);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(only_the_secretariat_asks),
	KIT_TEST(of_an_unreleased_round_there_is_none),
	KIT_TEST(unknown_readers_and_languages_are_refused),
	KIT_TEST(what_waits_is_not_asked_for_twice),
	KIT_TEST(the_oldest_is_taken_once),
	KIT_TEST(the_list_tells_what_became_of_it),
	KIT_TEST(a_failure_leaves_the_older_report),
	KIT_TEST(one_that_never_ended_counts_as_lost),
};
KIT_MAIN("report_request", tests)
