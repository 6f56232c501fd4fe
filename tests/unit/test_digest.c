/* test_digest: what waits for whom, when a mail of it is due, and the queue of mails. */
#include <stdlib.h>
#include <string.h>

#include "indicators/model/digest.h"
#include "indicators/model/mail.h"
#include "tests/unit/desk.h"

#define SITE "https://site.test"

static const char passwords[] = "UPDATE person SET password_hash = 'x' WHERE deactivated_at IS NULL;";

static void open_with_passwords(struct desk *desk)
{
	desk_open(desk);
	ck_ok(database_script(desk->db, passwords, &desk->error), desk->error);
}

static struct digest digest_for(struct desk *desk, int64_t person, const char *told)
{
	struct person who;
	struct digest digest;

	ck_ok(person_by_id(desk->db, &desk->arena, person, &who, &desk->error), desk->error);
	ck_ok(digest_of(desk->db, &desk->arena, &who, told, &digest, &desk->error), desk->error);
	return digest;
}

static struct digest_made make(struct desk *desk, bool waiting_only)
{
	struct digest_made made;

	ck_ok(digest_make_all(desk->db, SITE, waiting_only, &made, &desk->error), desk->error);
	return made;
}

START_TEST(three_reminders_lie_before_a_deadline)
{
	static const struct { int64_t days; int stage; } cases[] = { { 100, 0 }, { 15, 0 }, { 14, 1 }, { 6, 1 }, { 5, 2 }, { 2, 2 }, { 1, 3 },
		{ 0, 3 }, { -1, 0 } };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_int_eq(digest_reminder(cases[i].days), cases[i].stage);
}
END_TEST

START_TEST(pauses_double_up_to_half_a_day)
{
	static const long minutes[] = { 5, 10, 20, 40, 80, 160, 320, 640, 720, 720 };

	for (int64_t i = 0; i < 10; i++)
		ck_assert_int_eq(mail_pause(i + 1), minutes[i] * 60);
	ck_assert_int_eq(mail_pause(1000), MAIL_LONGEST_PAUSE);
}
END_TEST

START_TEST(each_role_is_told_of_its_own_work)
{
	struct desk desk;

	open_with_passwords(&desk);
	desk_bring(&desk, "LAD", STATE_RETURNED);
	desk_bring(&desk, "CHK", STATE_SUBMITTED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	desk_bring(&desk, "CNT", STATE_DRAFT);
	struct digest digest = digest_for(&desk, FOCAL, " ");
	ck_assert_uint_eq(digest.count, 1);
	ck_assert_int_eq(digest.parts[0].returned, 1);
	ck_assert_int_eq(digest.parts[0].drafts, 1);
	ck_assert_int_eq(digest.parts[0].missing, 3);
	ck_assert_int_eq(digest.parts[0].to_clear + digest.parts[0].to_review, 0);
	ck_assert(digest.due && digest.parts[0].opened && digest.parts[0].reminder == 1);
	digest_release(&digest);
	digest = digest_for(&desk, CLEARING, " ");
	ck_assert_int_eq(digest.parts[0].to_clear, 1);
	ck_assert_int_eq(digest.parts[0].returned + digest.parts[0].missing, 0);
	digest_release(&digest);
	digest = digest_for(&desk, SECRETARIAT, " ");
	ck_assert_int_eq(digest.parts[0].to_review, 1);
	digest_release(&digest);
	for (int64_t person = OBSERVER; person <= FOCAL_GONE; person++) {
		if (person == FOCAL_B || person == SECRETARIAT)
			continue;
		digest = digest_for(&desk, person, " ");
		for (size_t i = 0; i < digest.count; i++)
			ck_assert_str_ne(digest.parts[i].participant, "XAA");
		ck_assert(!digest.due);
		digest_release(&digest);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(what_was_told_is_not_new)
{
	struct desk desk;

	open_with_passwords(&desk);
	desk_bring(&desk, "LAD", STATE_RETURNED);
	struct digest first = digest_for(&desk, FOCAL, " ");
	ck_assert(first.due);
	struct digest again = digest_for(&desk, FOCAL, buffer_text(&first.keys));
	ck_assert(!again.due);
	ck_assert_int_eq(again.parts[0].returned, 1);
	/* Sent once more and returned once more: that is new. */
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 1, desk_value(2), true), desk.error);
	ck_ok(desk_act(&desk, CLEARING, "XAA", "LAD", 2, ACTION_RETURN, "Still not."), desk.error);
	digest_release(&again);
	again = digest_for(&desk, FOCAL, buffer_text(&first.keys));
	ck_assert(again.due);
	digest_release(&again);
	digest_release(&first);
	desk_close(&desk);
}
END_TEST

START_TEST(a_key_is_not_taken_for_the_beginning_of_another)
{
	struct desk desk;

	open_with_passwords(&desk);
	desk_today("2026-03-01");
	struct digest digest = digest_for(&desk, FOCAL, " o11/XAA xo1/XAA o1/XAAB ");
	ck_assert(digest.due && digest.parts[0].opened);
	digest_release(&digest);
	digest = digest_for(&desk, FOCAL, " o1/XAA ");
	ck_assert(!digest.due && !digest.parts[0].opened);
	digest_release(&digest);
	desk_close(&desk);
}
END_TEST

START_TEST(a_round_that_is_not_open_asks_for_nothing)
{
	static const char *const days[] = { "2026-02-28", "2026-04-01" };
	struct desk desk;

	open_with_passwords(&desk);
	for (size_t i = 0; i < 2; i++) {
		desk_today(days[i]);
		struct digest digest = digest_for(&desk, FOCAL, " ");
		ck_assert(!digest.due);
		digest_release(&digest);
	}
	/* Overdue, it says what is missing but reminds no more. */
	desk_today("2026-03-25");
	struct digest digest = digest_for(&desk, FOCAL, " ");
	ck_assert_int_eq(digest.parts[0].missing, 7);
	ck_assert_int_eq(digest.parts[0].days_left, -5);
	ck_assert_int_eq(digest.parts[0].reminder, 0);
	digest_release(&digest);
	desk_close(&desk);
}
END_TEST

START_TEST(a_mail_holds_counts_and_links_and_no_words)
{
	struct person who;
	struct desk desk;
	const char *body;

	open_with_passwords(&desk);
	struct answer_content content = desk_value(1);
	content.narrative = "Secret words.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "YES", 0, content, true), desk.error);
	ck_ok(desk_act(&desk, CLEARING, "XAA", "YES", 1, ACTION_RETURN, "Secret reason."), desk.error);
	struct digest digest = digest_for(&desk, FOCAL, " ");
	ck_ok(person_by_id(desk.db, &desk.arena, FOCAL, &who, &desk.error), desk.error);
	ck_ok(digest_body(&desk.arena, &digest, &who, SITE, &body, &desk.error), desk.error);
	ck_assert_str_eq(digest_subject(&desk.arena, &digest), "Almaty Monitor: the answers are due in 10 days");
	ck_assert_ptr_nonnull(strstr(body, "Dear Fay Focal,\n"));
	ck_assert_ptr_nonnull(strstr(body, "\nAlphaland — Probe, 2025\n"));
	ck_assert_ptr_nonnull(strstr(body, "- 1 answer was returned. The reason stands beside it.\n  " SITE "/reporting/1/XAA/?state=returned\n"));
	ck_assert_ptr_nonnull(strstr(body, "- 6 answers are missing. They are due on 20 March 2026, in 10 days.\n"));
	ck_assert_ptr_null(strstr(body, "Secret"));
	digest_release(&digest);
	desk_close(&desk);
}
END_TEST

START_TEST(one_mail_a_day_and_each_thing_once)
{
	struct desk desk;

	open_with_passwords(&desk);
	desk_bring(&desk, "CHK", STATE_SUBMITTED);
	ck_assert_int_eq(make(&desk, true).made, 0);
	ck_assert_int_eq(make(&desk, false).made, 4); /* two focal points, a deputy, a clearing officer */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM mail WHERE kind = 'reminder' AND round = 1 AND participant IS NOT NULL"), 3);
	/* While they wait they are kept up to date. */
	struct digest_made made = make(&desk, true);
	ck_assert_int_eq(made.made, 0);
	ck_assert_int_eq(made.renewed, 4);
	ck_ok(database_script(desk.db, "UPDATE mail SET sent_at = '2026-03-10T09:30:00Z', next_attempt_at = NULL;", &desk.error), desk.error);
	desk_bring(&desk, "YES", STATE_RETURNED);
	ck_assert_int_eq(make(&desk, false).made, 0);
	desk_today("2026-03-11");
	ck_assert_int_eq(make(&desk, false).made, 2); /* the focal point and the deputy, of what was returned */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM mail WHERE kind = 'digest' AND made_at LIKE '2026-03-11%'"), 2);
	desk_close(&desk);
}
END_TEST

START_TEST(a_waiting_mail_is_dropped_when_nothing_waits_any_more)
{
	struct desk desk;

	open_with_passwords(&desk);
	desk_today("2026-02-20");
	ck_ok(database_script(desk.db, "INSERT INTO answer (round, participant, indicator_version, state, revision) VALUES (1, 'XAA', 1, 'submitted', 1);",
		&desk.error), desk.error);
	desk_today("2026-03-10");
	ck_assert_int_eq(make(&desk, false).made, 4);
	ck_ok(database_script(desk.db, "UPDATE answer SET state = 'draft';", &desk.error), desk.error);
	ck_assert_int_eq(make(&desk, true).dropped, 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM mail WHERE person = 3 AND given_up_at IS NOT NULL AND next_attempt_at IS NULL"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_failed_mail_waits_longer_and_is_given_up_in_the_end)
{
	struct actor administrator = { .person = ADMINISTRATOR, .name = "admin@test", .address = "" };
	struct actor focal = { .person = FOCAL, .name = "focal@a.test", .address = "" };
	struct desk desk;
	struct mail mail;
	bool given_up = false;

	open_with_passwords(&desk);
	ck_ok(mail_invite(desk.db, &administrator, FOCAL, &desk.error), desk.error);
	ck_refused(mail_invite(desk.db, &administrator, FOCAL, &desk.error), ERR_CONFLICT, desk.error);
	ck_refused(mail_invite(desk.db, &administrator, FOCAL_GONE, &desk.error), ERR_CONFLICT, desk.error);
	ck_refused(mail_invite(desk.db, &focal, DEPUTY, &desk.error), ERR_DENIED, desk.error);
	for (int i = 1; i <= MAIL_TRIES; i++) {
		ck_assert(!given_up);
		ck_ok(database_script(desk.db, "UPDATE mail SET next_attempt_at = '2026-03-10T09:30:00Z';", &desk.error), desk.error);
		ck_ok(mail_due(desk.db, &desk.arena, &mail, &desk.error), desk.error);
		ck_ok(mail_attempt(desk.db, &mail, &desk.error), desk.error);
		ck_assert_int_eq(mail.attempts, i);
		ck_ok(mail_failed(desk.db, &mail, "It is down.", false, &given_up, &desk.error), desk.error);
		ck_refused(mail_due(desk.db, &desk.arena, &mail, &desk.error), ERR_NOT_FOUND, desk.error);
	}
	ck_assert(given_up);
	ck_refused(mail_try_again(desk.db, &focal, 1, &desk.error), ERR_DENIED, desk.error);
	ck_ok(mail_try_again(desk.db, &administrator, 1, &desk.error), desk.error);
	ck_refused(mail_try_again(desk.db, &administrator, 1, &desk.error), ERR_CONFLICT, desk.error);
	ck_ok(mail_due(desk.db, &desk.arena, &mail, &desk.error), desk.error);
	ck_ok(mail_sent(desk.db, &mail, &desk.error), desk.error);
	ck_assert_str_eq(mail_message_id(&desk.arena, &mail, "monitor@host.test"), "mail-1-20260310T093000Z@host.test");
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action IN ('person.invite_mail', 'mail.retry')"), 2);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(three_reminders_lie_before_a_deadline),
	KIT_TEST(pauses_double_up_to_half_a_day),
	KIT_TEST(each_role_is_told_of_its_own_work),
	KIT_TEST(what_was_told_is_not_new),
	KIT_TEST(a_key_is_not_taken_for_the_beginning_of_another),
	KIT_TEST(a_round_that_is_not_open_asks_for_nothing),
	KIT_TEST(a_mail_holds_counts_and_links_and_no_words),
	KIT_TEST(one_mail_a_day_and_each_thing_once),
	KIT_TEST(a_waiting_mail_is_dropped_when_nothing_waits_any_more),
	KIT_TEST(a_failed_mail_waits_longer_and_is_given_up_in_the_end),
};
KIT_MAIN("digest", tests)
