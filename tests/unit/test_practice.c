/* Tests of shared practice: what is in the snapshots, what never is, and that what left leaves no byte behind. */
#include <stdio.h>
#include <string.h>

#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define DONORS "snapshots/donors.db"
#define MEMBERS "snapshots/members.db"
#define ROWS "SELECT participant, indicator, position, kind, text FROM practice"

static const char *const files[] = { PUBLIC, DONORS, MEMBERS };

/* Evidence of the participant's answer to L1, added when its first revision was saved. */
static void show(const char *participant, const char *kind, const char *text, bool shareable)
{
	if (strcmp(kind, "file") == 0)
		world_sql("INSERT INTO evidence_file VALUES ('%064d', 10, 'application/pdf', '2026-01-01T00:00:00Z') ON CONFLICT DO NOTHING", 0);
	world_sql("INSERT INTO evidence (answer, kind, text, file, shareable, added_at)"
		" SELECT a.id, '%s', '%s', CASE '%s' WHEN 'file' THEN '%064d' END, %d, '2025-12-31T00:00:00Z' FROM answer a"
		" JOIN indicator_version v ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator"
		" WHERE a.participant = '%s' AND i.code = 'L1'", kind, text, kind, 0, shareable, participant);
}

static void world_with_evidence(void)
{
	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "L1", "reported", "3", "public");
	world_answer("2025", "XAB", "L1", "reported", "2", "donors");
	world_answer("2025", "XAC", "L1", "reported", "1", "members");
	show("XAA", "citation", "Act 17, article 4", true);
	show("XAA", "citation", "private-letter-77121", false);
	show("XAA", "link", "https://law.example/17?a=1&b=2", true);
	show("XAB", "file", "guide-for-judges.pdf", true);
	show("XAC", "link", "https://members.example/rules", true);
	world_release("2025");
}

static bool holds(const char *file, const char *text)
{
	return world_holds(file, text, strlen(text));
}

START_TEST(shared_evidence_is_seen_by_those_who_may_see_its_answer)
{
	world_with_evidence();
	world_summarise(false);
	ck_rows(PUBLIC, ROWS, "XAA|L1|1|citation|Act 17, article 4\nXAA|L1|2|link|https://law.example/17?a=1&b=2");
	ck_rows(DONORS, "SELECT participant, kind, text FROM practice WHERE participant <> 'XAA'", "XAB|file|guide-for-judges.pdf");
	ck_rows(MEMBERS, "SELECT DISTINCT participant FROM practice", "XAA\nXAB\nXAC");
	ck_assert(!holds(PUBLIC, "guide-for-judges") && !holds(PUBLIC, "members.example") && !holds(DONORS, "members.example"));
}
END_TEST

START_TEST(private_evidence_is_nowhere_in_any_file)
{
	world_with_evidence();
	world_summarise(false);
	for (size_t i = 0; i < 3; i++) {
		ck_assert(!holds(files[i], "private-letter-77121"));
		/* Nor is the file, or how to come to it. */
		ck_assert(!holds(files[i], "0000000000000000000000000000000000000000000000000000000000000000"));
	}
}
END_TEST

START_TEST(only_the_evidence_of_a_released_report_is_shared)
{
	world_with_evidence();
	world_answer("2025", "XAD", "L1", "reported", "3", "public");
	show("XAD", "citation", "never-released-3391", true);
	world_summarise(false);
	ck_assert(!holds(MEMBERS, "never-released-3391"));
	world_answer("2025", "XAE", "L1", "not_available", "NULL", "public");
	show("XAE", "citation", "nothing-reported-4410", true);
	world_release("2025");
	world_summarise(false);
	ck_assert(!holds(MEMBERS, "nothing-reported-4410"));
	ck_rows(PUBLIC, "SELECT text FROM practice WHERE participant = 'XAD'", "never-released-3391");
}
END_TEST

START_TEST(evidence_of_a_later_revision_waits_for_its_release)
{
	world_with_evidence();
	world_summarise(false);
	/* Reopened and saved with other evidence in the same second. */
	world_answer("2025", "XAA", "L1", "reported", "4", "public");
	world_sql("INSERT INTO evidence (answer, kind, text, shareable, added_at) SELECT id, 'citation', 'uncleared-5520', 1, '2026-01-01T00:00:00Z'"
		" FROM answer WHERE participant = 'XAA'");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
	world_summarise(true);
	for (size_t i = 0; i < 3; i++)
		ck_assert(!holds(files[i], "uncleared-5520"));
	world_release("2025");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UPDATED);
	ck_rows(PUBLIC, "SELECT position, text FROM practice WHERE kind = 'citation' AND participant = 'XAA'", "1|Act 17, article 4\n3|uncleared-5520");
	const char *updated = world_dump("members");
	world_summarise(true);
	ck_assert_str_eq(world_dump("members"), updated);
}
END_TEST

START_TEST(what_was_taken_away_leaves_no_byte_behind_whatever_was_released)
{
	static const char *const ways[] = {
		"UPDATE evidence SET removed_at = '2026-03-01T00:00:00Z' WHERE text = 'Act 17, article 4'",
		"UPDATE evidence SET shareable = 0 WHERE text LIKE '%law.example%'",
	};
	static const char *const gone[] = { "Act 17", "law.example" };

	world_with_evidence();
	world_summarise(false);
	for (size_t i = 0; i < 2; i++) {
		ck_assert(holds(PUBLIC, gone[i]));
		world_sql("%s", ways[i]);
		struct summarise_result result = world_summarise(false);
		ck_assert_int_eq(result.kind, SUMMARISE_FULL);
		ck_assert_ptr_nonnull(result.why);
		for (size_t j = 0; j < 3; j++)
			ck_assert_msg(!holds(files[j], gone[i]), "%s in %s", gone[i], files[j]);
	}
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM practice", "0");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
}
END_TEST

START_TEST(an_answer_for_fewer_takes_its_evidence_along)
{
	world_with_evidence();
	world_summarise(false);
	world_sql("UPDATE answer SET audience = 'members' WHERE participant = 'XAA'");
	world_release("2025");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_FULL);
	ck_assert(!holds(PUBLIC, "Act 17") && !holds(DONORS, "Act 17") && holds(MEMBERS, "Act 17"));
	/* And for more: it comes. */
	world_sql("UPDATE answer SET audience = 'public' WHERE participant = 'XAC'");
	world_release("2025");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UPDATED);
	ck_rows(PUBLIC, "SELECT participant, text FROM practice", "XAC|https://members.example/rules");
}
END_TEST

START_TEST(what_is_no_web_address_is_no_link)
{
	world_with_evidence();
	show("XAA", "link", "javascript:alert(1)", true);
	show("XAA", "link", "data:text/html,x", true);
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT kind, text FROM practice WHERE position > 2", "citation|javascript:alert(1)\ncitation|data:text/html,x");
}
END_TEST

START_TEST(a_password_that_was_once_taken_with_a_link_is_in_no_file)
{
	world_with_evidence();
	show("XAA", "link", "https://anna:secret-5530@law.example/18", true);
	show("XAA", "citation", "Act 18, http://anna:secret-5530@law.example/", true);
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT kind, text FROM practice WHERE position > 2", "link|https://law.example/18\ncitation|Act 18, http://law.example/");
	for (size_t i = 0; i < 3; i++)
		ck_assert(!holds(files[i], "secret-5530"));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(shared_evidence_is_seen_by_those_who_may_see_its_answer),
	KIT_TEST(private_evidence_is_nowhere_in_any_file),
	KIT_TEST(only_the_evidence_of_a_released_report_is_shared),
	KIT_TEST(evidence_of_a_later_revision_waits_for_its_release),
	KIT_TEST(what_was_taken_away_leaves_no_byte_behind_whatever_was_released),
	KIT_TEST(an_answer_for_fewer_takes_its_evidence_along),
	KIT_TEST(what_is_no_web_address_is_no_link), KIT_TEST(a_password_that_was_once_taken_with_a_link_is_in_no_file),
};
KIT_MAIN("practice", tests)
