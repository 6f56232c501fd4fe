/* Tests of the import of historical answers: what it takes, what it refuses, and that a refused file changes nothing. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "indicators/model/audit.h"
#include "indicators/model/import.h"
#include "tests/unit/desk.h"

static struct desk desk;
static struct problems problems = PROBLEMS_INIT(20);
static struct import_counts counts;

static enum err import_bytes(const char *text, size_t length, const char *audience)
{
	const struct import_source source = { .framework = "probe", .source = "Yearbook", .audience = audience };
	FILE *file = fmemopen((void *)(uintptr_t)text, length, "rb");

	ck_assert_ptr_nonnull(file);
	problems_release(&problems);
	problems = (struct problems)PROBLEMS_INIT(20);
	desk.error = (struct error)ERROR_INIT;
	enum err err = import_csv(desk.db, &kit_actor, &source, file, &counts, &problems, &desk.error);
	fclose(file);
	return err;
}

static enum err import_text(const char *text)
{
	return import_bytes(text, strlen(text), "public");
}

/* Whether some problem begins with `place` and holds `words`. */
static bool told(const char *place, const char *words)
{
	for (const struct problem *problem = problems.first; problem != NULL; problem = problem->next)
		if (strncmp(problem->text, place, strlen(place)) == 0 && strstr(problem->text, words) != NULL)
			return true;
	return false;
}

static int64_t released(void)
{
	return kit_number("SELECT COUNT(*) FROM answer WHERE state = 'accepted' AND released_revision = revision");
}

START_TEST(good_rows_are_accepted_and_released)
{
	desk_open(&desk);
	ck_ok(import_text("\xEF\xBB\xBF" "period,participant,note,indicator,value,numerator,denominator,status\r\n"
		"2020,XAA,\"a \"\"quoted\"\", note\",LAD,3,,,reported\r\n"
		"2020,XBB,,LAD,,,,not_available\r\n"
		"2020,XAA,,PCT,,1,4,\r\n"
		"2021,XAA,,VAL,82.5,,,\r\n"), desk.error);
	ck_assert_int_eq(counts.added, 4);
	ck_assert_int_eq(counts.periods, 2);
	ck_assert_int_eq(released(), 4);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release_answer WHERE audience = 'public'"), 4);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE value = 25 AND numerator = 1 AND denominator = 4"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE note = 'a \"quoted\", note' AND source = 'Yearbook'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE status = 'not_available' AND value IS NULL"), 1);
	/* Expected are the members, not the observer. */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round_participant p JOIN round r ON r.id = p.round WHERE r.period = '2020'"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answers.import'"), 1);
	/* With the digest of the file, so that it can be told later which one it was. */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answers.import' AND length(json_extract(detail, '$.file')) = 64"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_repeated_import_changes_nothing)
{
	static const char text[] = "participant,period,indicator,value\nXAA,2020,LAD,3\nXBB,2020,VAL,0.1\n";

	desk_open(&desk);
	ck_ok(import_text(text), desk.error);
	ck_ok(import_text(text), desk.error);
	ck_assert_int_eq(counts.added, 0);
	ck_assert_int_eq(counts.revised, 0);
	ck_assert_int_eq(counts.unchanged, 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answers.import'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(another_value_is_the_next_revision_and_release)
{
	desk_open(&desk);
	ck_ok(import_text("participant,period,indicator,value\nXAA,2020,LAD,3\nXBB,2020,VAL,50\n"), desk.error);
	ck_ok(import_text("participant,period,indicator,value\nXAA,2020,LAD,2\nXBB,2020,VAL,50\n"), desk.error);
	ck_assert_int_eq(counts.revised, 1);
	ck_assert_int_eq(counts.unchanged, 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE number = 2 AND value = 2"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE number = 1 AND value = 3"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release_answer ra JOIN release l ON l.id = ra.release WHERE l.number = 2"), 1);
	/* Another audience for the same value publishes it anew without a revision. */
	static const char same[] = "participant,period,indicator,value\nXAA,2020,LAD,2\n";
	ck_ok(import_bytes(same, strlen(same), "members"), desk.error);
	ck_assert_int_eq(counts.revised, 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_revision WHERE number = 3"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer WHERE released_audience = 'members'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(one_bad_row_imports_nothing_and_is_named)
{
	static const struct { const char *row, *words; } cases[] = {
		{ "XZZ,2020,LAD,3,,,,", "XZZ" },
		{ "xaa,2020,LAD,3,,,,", "xaa" },
		{ "XAA,2020,NOPE,3,,,,", "NOPE" },
		{ "XAA,20200,LAD,3,,,,", "20200" },
		{ "XAA,2020-Q5,LAD,3,,,,", "2020-Q5" },
		{ "XAA,,LAD,3,,,,", "period" },
		{ "XAA,2020,OLD,3,,,,", "OLD" },
		{ "XAA,2020,LAD,5,,,,", "LAD" },
		{ "XAA,2020,LAD,-1,,,,", "LAD" },
		{ "XAA,2020,LAD,2.5,,,,", "LAD" },
		{ "XAA,2020,LAD,three,,,,", "three" },
		{ "XAA,2020,LAD,nan,,,,", "nan" },
		{ "XAA,2020,LAD,0x3,,,,", "0x3" },
		{ "XAA,2020,LAD,,,,,", "LAD" },
		{ "XAA,2020,YES,2,,,,", "YES" },
		{ "XAA,2020,CHK,4,,,,", "CHK" },
		{ "XAA,2020,CNT,1.5,,,,", "CNT" },
		{ "XAA,2020,VAL,100.1,,,,", "VAL" },
		{ "XAA,2020,PCT,,5,4,,", "PCT" },
		{ "XAA,2020,PCT,,5,,,", "PCT" },
		{ "XAA,2020,PCT,,0,0,,", "PCT" },
		{ "XAA,2020,LAD,3,1,2,,", "LAD" },
		{ "XAA,2020,LAD,3,,,missing,", "missing" },
		{ "XAA,2020,LAD,3,,,not_available,", "not_available" },
		{ "XAA,2020,LAD,3,,", "fields" },
		{ "XAA,2020,LAD,3,,,,,", "fields" },
		{ "XAA,2020,LAD,3,,,,\xFF\xFE", "UTF-8" },
		{ "XBB,2020,VAL,1,,,,", "row 2" }, /* as in the row above it */
		{ "XAA,2020,LAD,3,,,,\"cut", "cut off" },
		{ "XAA,2020,LAD,3,,,,\"a\"b", "quotation mark" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[500];
		snprintf(text, sizeof text, "participant,period,indicator,value,numerator,denominator,status,note\nXBB,2020,VAL,1,,,,\n%s\n", cases[i].row);
		desk_open(&desk);
		ck_assert_msg(import_text(text) == ERR_INVALID, "taken: %s", cases[i].row);
		ck_assert_msg(told("row 3", cases[i].words) || told("row 4", cases[i].words), "%s: %s", cases[i].row,
			problems.first != NULL ? problems.first->text : "no problem");
		ck_assert_int_eq(released(), 0);
		ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round WHERE period = '2020'"), 0);
		desk_close(&desk);
		remove(kit_path("reports.db"));
	}
}
END_TEST

START_TEST(all_bad_rows_are_counted)
{
	desk_open(&desk);
	ck_refused(import_text("participant,period,indicator,value\nXAA,2020,LAD,9\nXBB,2020,VAL,1\nXAA,2020,VAL,x\nXZZ,2020,NOPE,1\n"),
		ERR_INVALID, desk.error);
	ck_assert_uint_eq(problems.count, 4);
	ck_assert(told("row 2", "LAD") && told("row 4", "x") && told("row 5", "XZZ") && told("row 5", "NOPE"));
	desk_close(&desk);
}
END_TEST

START_TEST(a_wrong_header_is_refused)
{
	static const struct { const char *text, *words; } cases[] = {
		{ "", "empty" },
		{ "participant,period,indicator,value\n", "no rows" },
		{ "participant;period;indicator;value\nXAA;2020;LAD;3\n", "separated by commas" },
		{ "participant,period,value\nXAA,2020,3\n", "indicator" },
		{ "participant,period,indicator,value,colour\nXAA,2020,LAD,3,red\n", "colour" },
		{ "participant,period,indicator,value,value\nXAA,2020,LAD,3,3\n", "twice" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		desk_open(&desk);
		ck_refused(import_bytes(*cases[i].text != '\0' ? cases[i].text : "\n", *cases[i].text != '\0' ? strlen(cases[i].text) : 1,
			"public"), ERR_INVALID, desk.error);
		ck_assert_msg(told("row", cases[i].words), "%s: %s", cases[i].words, problems.first->text);
		desk_close(&desk);
		remove(kit_path("reports.db"));
	}
}
END_TEST

START_TEST(a_period_that_is_being_reported_is_left_to_its_people)
{
	desk_open(&desk);
	ck_refused(import_text("participant,period,indicator,value\nXAA,2025,LAD,3\n"), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(released(), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(an_unknown_framework_or_audience_is_refused)
{
	static const char text[] = "participant,period,indicator,value\nXAA,2020,LAD,3\n";
	const struct import_source nowhere = { .framework = "nowhere", .source = NULL, .audience = "public" };

	desk_open(&desk);
	ck_refused(import_bytes(text, strlen(text), "everybody"), ERR_INVALID, desk.error);
	FILE *file = fmemopen((void *)(uintptr_t)text, strlen(text), "rb");
	ck_refused(import_csv(desk.db, &kit_actor, &nowhere, file, &counts, &problems, &desk.error), ERR_NOT_FOUND, desk.error);
	fclose(file);
	desk_close(&desk);
}
END_TEST

START_TEST(a_file_that_is_too_large_is_refused_before_it_is_read)
{
	const struct import_source source = { .framework = "probe", .source = NULL, .audience = "public" };
	FILE *file = fopen(kit_path("large.csv"), "w+b");

	desk_open(&desk);
	ck_assert_ptr_nonnull(file);
	ck_assert_int_eq(ftruncate(fileno(file), (off_t)IMPORT_BYTES_MAX + 1), 0);
	problems_release(&problems);
	ck_refused(import_csv(desk.db, &kit_actor, &source, file, &counts, &problems, &desk.error), ERR_INVALID, desk.error);
	ck_assert(told("", "too large"));
	fclose(file);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(good_rows_are_accepted_and_released),
	KIT_TEST(a_repeated_import_changes_nothing),
	KIT_TEST(another_value_is_the_next_revision_and_release),
	KIT_TEST(one_bad_row_imports_nothing_and_is_named),
	KIT_TEST(all_bad_rows_are_counted),
	KIT_TEST(a_wrong_header_is_refused),
	KIT_TEST(a_period_that_is_being_reported_is_left_to_its_people),
	KIT_TEST(a_file_that_is_too_large_is_refused_before_it_is_read),
	KIT_TEST(an_unknown_framework_or_audience_is_refused),
};
KIT_MAIN("import", tests)
