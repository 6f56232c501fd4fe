/* message: who may write on an answer, what is refused, and that nothing is said twice. */
#include <stdio.h>
#include <string.h>

#include "indicators/model/message.h"
#include "tests/unit/desk.h"

static struct desk desk;

static void begin(void)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
}

static enum err say(int64_t person, enum message_side side, const char *indicator, const char *text, const char *confirmed)
{
	struct answer_key key = { .round = desk.round, .participant = "XAA", .indicator = indicator };
	struct actor actor = desk_actor(person);

	return message_add(desk.db, &actor, &key, side, text, confirmed, &desk.error);
}

static struct messages thread(const char *indicator)
{
	struct messages messages;

	ck_ok(message_list(desk.db, &desk.arena, desk_answer(&desk, "XAA", indicator).id, &messages, &desk.error), desk.error);
	return messages;
}

static size_t waiting(enum message_side side)
{
	struct message_waitings list;

	ck_ok(message_waiting(desk.db, &desk.arena, desk.round, "XAA", side, &list, &desk.error), desk.error);
	return list.count;
}

START_TEST(both_sides_read_the_thread_in_its_order)
{
	begin();
	ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", "Which register is this from?", NULL), desk.error);
	ck_assert_uint_eq(waiting(MESSAGE_SECRETARIAT), 1);
	ck_ok(say(FOCAL, MESSAGE_GOVERNMENT, "CNT", "From that of the ministry.\nIt is of 2025.", NULL), desk.error);
	struct messages messages = thread("CNT");
	ck_assert_uint_eq(messages.count, 2);
	ck_assert_int_eq(messages.rows[0].side, MESSAGE_SECRETARIAT);
	ck_assert_str_eq(messages.rows[0].by, "Sam Secretary");
	ck_assert_int_eq(messages.rows[1].side, MESSAGE_GOVERNMENT);
	ck_assert_str_eq(messages.rows[1].text, "From that of the ministry.\nIt is of 2025.");
	ck_assert_uint_eq(waiting(MESSAGE_SECRETARIAT), 0);
	ck_assert_uint_eq(waiting(MESSAGE_GOVERNMENT), 1);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_CLEARED);
	desk_close(&desk);
}
END_TEST

START_TEST(only_those_who_report_or_clear_write_for_the_government)
{
	begin();
	ck_ok(say(DEPUTY, MESSAGE_GOVERNMENT, "CNT", "One.", NULL), desk.error);
	ck_ok(say(CLEARING, MESSAGE_GOVERNMENT, "CNT", "Two.", NULL), desk.error);
	static const int64_t others[] = { OBSERVER, FOCAL_B, CLEARING_B, SECRETARIAT, SECRETARIAT_A, ADMINISTRATOR, DONOR, FOCAL_ENDED, FOCAL_GONE };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_refused(say(others[i], MESSAGE_GOVERNMENT, "CNT", "Three.", NULL), ERR_DENIED, desk.error);
	ck_assert_uint_eq(thread("CNT").count, 2);
	desk_close(&desk);
}
END_TEST

START_TEST(nobody_asks_their_own_participant_for_the_secretariat)
{
	begin();
	static const int64_t others[] = { FOCAL, CLEARING, OBSERVER, FOCAL_B, SECRETARIAT_A, ADMINISTRATOR, DONOR };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_refused(say(others[i], MESSAGE_SECRETARIAT, "CNT", "Why?", NULL), ERR_DENIED, desk.error);
	ck_assert_uint_eq(thread("CNT").count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(an_empty_or_too_long_text_is_refused)
{
	begin();
	char text[MESSAGE_TEXT_MAX + 2];

	ck_refused(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", " \n\t", NULL), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "message");
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	ck_refused(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", text, NULL), ERR_INVALID, desk.error);
	text[MESSAGE_TEXT_MAX] = '\0';
	ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", text, NULL), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(data_of_a_person_is_named_and_has_to_be_confirmed)
{
	begin();
	const char *text = "Ask the press office, +7 701 123 45 67.";
	struct answer_personals found;

	ck_refused(say(FOCAL, MESSAGE_GOVERNMENT, "CNT", text, NULL), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "confirmed");
	ck_assert_ptr_nonnull(strstr(desk.error.text, "+7 701 123 45 67"));
	ck_assert_uint_eq(thread("CNT").count, 0);
	message_personal(&desk.arena, text, &found);
	ck_assert_uint_eq(found.count, 1);
	/* A confirmation covers these very places and no others. */
	ck_refused(say(FOCAL, MESSAGE_GOVERNMENT, "CNT", "Ask +7 701 123 45 68.", found.confirm), ERR_INVALID, desk.error);
	ck_ok(say(FOCAL, MESSAGE_GOVERNMENT, "CNT", text, found.confirm), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_message_sent_twice_stands_once)
{
	begin();
	ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", "Which register?", NULL), desk.error);
	ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", "Which register?", NULL), desk.error);
	ck_assert_uint_eq(thread("CNT").count, 1);
	ck_ok(say(FOCAL, MESSAGE_GOVERNMENT, "CNT", "Which register?", NULL), desk.error);
	ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", "Which register?", NULL), desk.error);
	ck_assert_uint_eq(thread("CNT").count, 3);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.message'"), 3);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%register%'"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(where_nothing_is_saved_nothing_can_be_asked)
{
	begin();
	ck_refused(say(SECRETARIAT, MESSAGE_SECRETARIAT, "PCT", "Why is it missing?", NULL), ERR_CONFLICT, desk.error);
	ck_refused(say(SECRETARIAT, MESSAGE_SECRETARIAT, "NIX", "Why?", NULL), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_thread_is_not_endless)
{
	begin();
	char text[32];

	for (int i = 0; i < MESSAGES_MAX; i++) {
		snprintf(text, sizeof text, "Message %d.", i);
		ck_ok(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", text, NULL), desk.error);
	}
	ck_refused(say(SECRETARIAT, MESSAGE_SECRETARIAT, "CNT", "One more.", NULL), ERR_CONFLICT, desk.error);
	ck_assert_uint_eq(thread("CNT").count, MESSAGES_MAX);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(both_sides_read_the_thread_in_its_order),
	KIT_TEST(only_those_who_report_or_clear_write_for_the_government),
	KIT_TEST(nobody_asks_their_own_participant_for_the_secretariat),
	KIT_TEST(an_empty_or_too_long_text_is_refused),
	KIT_TEST(data_of_a_person_is_named_and_has_to_be_confirmed),
	KIT_TEST(a_message_sent_twice_stands_once),
	KIT_TEST(where_nothing_is_saved_nothing_can_be_asked),
	KIT_TEST(a_thread_is_not_endless),
};
KIT_MAIN("message", tests)
