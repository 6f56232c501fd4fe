/* Tests of the vintages of official statistics. */
#include <stdio.h>
#include <string.h>

#include "indicators/model/audit.h"
#include "indicators/model/official.h"
#include "tests/unit/kit.h"

#define HEAD "series,iso3,m49,year,nature,units,dims,value\n"

static struct error error = ERROR_INIT;

/* A reports database with two participants. */
static struct database *reports(void)
{
	struct database *db = kit_reports();

	ck_ok(database_script(db, "INSERT INTO participant (code, m49, status, valid_from) VALUES "
		"('KAZ', 398, 'member', '2016-01-01'), ('KGZ', 417, 'member', '2016-01-01'), ('TJK', 762, 'member', '2016-01-01'),"
		"('TKM', 795, 'member', '2016-01-01'), ('UZB', 860, 'member', '2016-01-01')", &error), error);
	return db;
}

/* Reads a file into a batch; *mistakes how many it had, *ignored how many rows were left out. */
static enum err read_path(struct official_batch *batch, const char *path, size_t *mistakes, size_t *ignored)
{
	struct problems problems = PROBLEMS_INIT(20);
	enum err err = official_read_file(batch, path, NULL, 0, ignored, &problems, &error);

	*mistakes = problems.count;
	problems_release(&problems);
	return err;
}

/* Stores a file as a vintage. */
static struct official_stored store(struct database *db, const char *path, const char *label, bool refetched)
{
	struct official_batch *batch;
	struct official_stored stored;
	size_t mistakes, ignored;
	const struct official_vintage about = { .label = label, .source = OFFICIAL_SOURCE, .origin = "test", .refetched = refetched };

	ck_ok(official_open(&batch, db, &error), error);
	ck_ok(read_path(batch, path, &mistakes, &ignored), error);
	ck_ok(official_store(batch, db, &kit_actor, &about, &stored, &error), error);
	official_close(batch);
	return stored;
}

static struct official_stored store_text(struct database *db, const char *rows, const char *label)
{
	char text[4096];

	snprintf(text, sizeof text, "%s%s", HEAD, rows);
	return store(db, kit_write("extract.csv", text), label, false);
}

/* --- codes --- */

START_TEST(codes_are_kept_in_one_spelling)
{
	static const struct { const char *text, *code; } cases[] = {
		{ "ALLAGE", "allage" }, { "<18Y", "lt18y" }, { "15-24", "15_24" }, { "18+", "18" }, { "_T", "t" }, { "M12T23", "m12t23" },
		{ "PER_100000_POP", "per_100000_pop" }, { "Migratory status", "migratory_status" }, { "SPAR2_C01", "spar2_c01" },
		{ " a  b ", "a_b" }, { ">=65", "gt_65" },
	};
	char code[OFFICIAL_CODE_MAX];

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert(official_code(cases[i].text, code, sizeof code));
		ck_assert_str_eq(code, cases[i].code);
	}
	ck_assert(!official_code("", code, sizeof code));
	ck_assert(!official_code("_+", code, sizeof code));
	ck_assert(!official_code("abcdefgh", code, 8));
	ck_assert(official_code("abcdefg", code, 8));
}
END_TEST

START_TEST(dimensions_are_sorted_by_name_and_none_stands_twice)
{
	struct official_dims dims = { .count = 0 };
	struct buffer text = BUFFER_INIT(1000);

	ck_assert(official_dims_add(&dims, "Sex", "BOTHSEX"));
	ck_assert(official_dims_add(&dims, "Age", "ALLAGE"));
	ck_assert(official_dims_add(&dims, "Observation Status", "A"));
	ck_assert(!official_dims_add(&dims, "sex", "MALE"));
	ck_assert(!official_dims_add(&dims, "", "MALE"));
	official_dims_text(&dims, &text);
	ck_assert_str_eq(buffer_text(&text), "age=allage;observation_status=a;sex=bothsex");
	buffer_release(&text);
}
END_TEST

START_TEST(areas_are_found_by_either_code)
{
	struct database *db = reports();
	struct official_batch *batch;

	ck_ok(official_open(&batch, db, &error), error);
	ck_assert_str_eq(official_area(batch, "398")->code, "KAZ");
	ck_assert_str_eq(official_area(batch, "KAZ")->code, "KAZ");
	ck_assert_ptr_null(official_area(batch, "143"));
	ck_assert_ptr_null(official_area(batch, ""));
	ck_assert_ptr_null(official_area(batch, "-1"));
	ck_assert_ptr_null(official_area(batch, "kaz"));
	official_close(batch);
	database_close(db);
}
END_TEST

START_TEST(without_participants_nothing_can_be_gathered)
{
	struct database *db = kit_reports();
	struct official_batch *batch;

	ck_refused(official_open(&batch, db, &error), ERR_CONFLICT, error);
	ck_assert_ptr_null(batch);
	database_close(db);
}
END_TEST

/* --- files --- */

START_TEST(each_kind_of_bad_row_is_refused)
{
	static const char *const rows[] = {
		"VC HTF,KAZ,398,2020,c,number,,1\n", ",KAZ,398,2020,c,number,,1\n", "VC_HTF,KAZ,417,2020,c,number,,1\n",
		"VC_HTF,KAZ,,2020,c,number,,1\n", "VC_HTF,KAZ,398,20,c,number,,1\n", "VC_HTF,KAZ,398,,c,number,,1\n",
		"VC_HTF,KAZ,398,2020,c,number,sex,1\n", "VC_HTF,KAZ,398,2020,c,number,sex=;age=x,1\n",
		"VC_HTF,KAZ,398,2020,c,number,sex=m;sex=f,1\n", "VC_HTF,KAZ,398,2020,c,number,sex=m;,1\n",
		"VC_HTF,KAZ,398,2020,++,number,,1\n",
		"VC_HTF,KAZ,398,2020,c,number,,11111111111111111111111111111111111111111111111111111111111111111\n",
	};
	struct database *db = reports();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct official_batch *batch;
		size_t mistakes, ignored;
		char text[400];

		snprintf(text, sizeof text, "%s%s", HEAD, rows[i]);
		ck_ok(official_open(&batch, db, &error), error);
		ck_refused(read_path(batch, kit_write("bad.csv", text), &mistakes, &ignored), ERR_INVALID, error);
		ck_assert_uint_eq(mistakes, 1);
		ck_assert_msg(strstr(error.text, "row 2") != NULL, "%s", error.text);
		official_close(batch);
	}
	database_close(db);
}
END_TEST

START_TEST(rows_of_others_are_left_out_and_counted)
{
	struct database *db = reports();
	struct official_batch *batch;
	size_t mistakes, ignored;
	const char *path = kit_write("extract.csv", HEAD "A,KAZ,398,2020,c,number,,1\nA,RUS,643,2020,c,number,,2\nA,,143,2020,g,number,,3\n");

	ck_ok(official_open(&batch, db, &error), error);
	ck_ok(read_path(batch, path, &mistakes, &ignored), error);
	ck_assert_uint_eq(official_count(batch), 1);
	ck_assert_uint_eq(ignored, 2);
	official_close(batch);
	database_close(db);
}
END_TEST

START_TEST(only_the_series_asked_for_are_read)
{
	static const char *const wanted[] = { "B" };
	struct problems problems = PROBLEMS_INIT(20);
	struct database *db = reports();
	struct official_batch *batch;
	size_t ignored;
	const char *path = kit_write("extract.csv", HEAD "A,KAZ,398,2020,c,number,,1\nB,KAZ,398,2020,c,number,,2\n");

	ck_ok(official_open(&batch, db, &error), error);
	ck_ok(official_read_file(batch, path, wanted, 1, &ignored, &problems, &error), error);
	ck_assert_uint_eq(official_count(batch), 1);
	ck_assert_uint_eq(ignored, 1);
	official_close(batch);
	problems_release(&problems);
	database_close(db);
}
END_TEST

START_TEST(the_shipped_extracts_are_kept_whole)
{
	struct database *db = reports();

	ck_assert_uint_eq(store(db, kit_root("indicators/catalogue/sdg/unsdg_2020-10.csv"), "2020-10", false).values, 824);
	const struct official_stored stored = store(db, kit_root("indicators/catalogue/sdg/unsdg_2023-12.csv"), "2023-12", false);
	ck_assert_uint_eq(stored.values, 1760);
	ck_assert_uint_eq(stored.conflicts, 0);
	database_close(db);
}
END_TEST

/* --- storing --- */

START_TEST(the_same_content_again_adds_nothing)
{
	struct database *db = reports();
	struct audit_state before, after;
	const char *rows = "A,KAZ,398,2020,c,number,,1\nA,KAZ,398,2021,c,number,,2\n";
	const struct official_stored first = store_text(db, rows, "2020-10");

	ck_assert(first.added);
	ck_ok(audit_verify(db, &before, &error), error);
	/* Also in another order and with a row that repeats, as for a second goal. */
	const struct official_stored again = store_text(db, "A,KAZ,398,2021,c,number,,2\nA,KAZ,398,2020,c,number,,1\nA,KAZ,398,2021,c,number,,2\n", "2020-10");
	ck_assert(!again.added);
	ck_assert_int_eq(again.vintage, first.vintage);
	ck_ok(audit_verify(db, &after, &error), error);
	ck_assert_int_eq(before.rows, after.rows);
	database_close(db);
}
END_TEST

START_TEST(other_content_of_one_month_is_its_next_number)
{
	struct database *db = reports();
	const char *one = "A,KAZ,398,2020,c,number,,1\n";
	const char *two = "A,KAZ,398,2020,c,number,,2\n";

	ck_assert_int_eq(store_text(db, one, "2020-10").number, 1);
	ck_assert_int_eq(store_text(db, two, "2020-10").number, 2);
	/* Back to what it was: that is news too, because the newest says something else. */
	ck_assert_int_eq(store_text(db, one, "2020-10").number, 3);
	/* Another series of the same month changes nothing about that. */
	ck_assert_int_eq(store_text(db, "B,KAZ,398,2020,c,number,,1\n", "2020-10").number, 4);
	ck_assert(!store_text(db, one, "2020-10").added);
	database_close(db);
}
END_TEST

START_TEST(a_repeat_in_another_month_is_news_only_for_a_named_vintage)
{
	struct database *db = reports();
	const char *path = kit_write("same.csv", HEAD "A,KAZ,398,2020,c,number,,1\n");

	ck_assert(store(db, path, "2020-10", false).added);
	ck_assert(!store(db, path, "2020-11", true).added);
	ck_assert(store(db, path, "2020-11", false).added);
	database_close(db);
}
END_TEST

START_TEST(an_older_vintage_may_come_later)
{
	struct database *db = reports();
	const char *path = kit_write("same.csv", HEAD "A,KAZ,398,2020,c,number,,1\n");

	ck_assert(store_text(db, "A,KAZ,398,2020,c,number,,2\n", "2023-12").added);
	ck_assert(store(db, path, "2020-10", false).added);
	ck_assert(!store(db, path, "2020-10", false).added);
	database_close(db);
}
END_TEST

START_TEST(a_second_different_value_is_a_conflict_and_never_averaged)
{
	struct database *db = reports();
	/* 92 twice, in two spellings, is no conflict; 93 is; its repeat is not another. */
	const char *rows = "A,KAZ,398,2020,c,number,,92\nA,KAZ,398,2020,c,number,,92.0\nA,KAZ,398,2020,c,number,,93\nA,KAZ,398,2020,ca,number,,93\n"
		"A,KAZ,398,2021,c,number,,N\nA,KAZ,398,2021,c,number,,5\n";
	const struct official_stored stored = store_text(db, rows, "2020-10");

	ck_assert_uint_eq(stored.values, 2);
	ck_assert_uint_eq(stored.conflicts, 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM official_value WHERE vintage = 1 AND series = 'A'"), 2);
	/* The order of the source does not matter. */
	ck_assert(!store_text(db, "A,KAZ,398,2021,c,number,,5\nA,KAZ,398,2020,ca,number,,93\nA,KAZ,398,2020,c,number,,93\n"
		"A,KAZ,398,2020,c,number,,92\nA,KAZ,398,2021,c,number,,N\n", "2020-10").added);
	database_close(db);
}
END_TEST

START_TEST(an_empty_batch_and_a_wrong_label_are_refused)
{
	static const char *const labels[] = { "2020", "2020-13", "2020-1", "2020-Q1", "", "2020-10-01" };
	struct database *db = reports();
	struct official_batch *batch;
	struct official_stored stored;
	struct official_vintage about = { .label = "2020-10", .source = "s", .origin = "o" };

	ck_ok(official_open(&batch, db, &error), error);
	ck_refused(official_store(batch, db, &kit_actor, &about, &stored, &error), ERR_INVALID, error);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		about.label = labels[i];
		ck_refused(official_store(batch, db, &kit_actor, &about, &stored, &error), ERR_INVALID, error);
	}
	official_close(batch);
	database_close(db);
}
END_TEST

START_TEST(what_cannot_be_a_point_is_refused)
{
	struct database *db = reports();
	struct official_batch *batch;
	struct official_value value = { "A", "KAZ", "", 2020, "1", "c", "number" };

	ck_ok(official_open(&batch, db, &error), error);
	ck_ok(official_add(batch, &value, &error), error);
	value.participant = "RUS";
	ck_refused(official_add(batch, &value, &error), ERR_INVALID, error);
	value.participant = "KAZ";
	value.year = 0;
	ck_refused(official_add(batch, &value, &error), ERR_INVALID, error);
	value.year = 2020;
	/* What a spreadsheet would compute, or what could end a cell or a program's text. */
	static const char *const bad[] = { "1\n2", "=1+1", "@A1", "-A1", "+A1", "-1+cmd|' /C calc'!A0", "1\"", "1'", "{1}" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		value.value_text = bad[i];
		ck_refused(official_add(batch, &value, &error), ERR_INVALID, error);
	}
	ck_assert_uint_eq(official_count(batch), 1);
	static const char *const good[] = { "<5", ">=95", "N", "NaN", "-0.5", "+1e-3", "" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		value.year++;
		value.value_text = good[i];
		ck_ok(official_add(batch, &value, &error), error);
	}
	official_close(batch);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(codes_are_kept_in_one_spelling),
	KIT_TEST(dimensions_are_sorted_by_name_and_none_stands_twice),
	KIT_TEST(areas_are_found_by_either_code),
	KIT_TEST(without_participants_nothing_can_be_gathered),
	KIT_TEST(each_kind_of_bad_row_is_refused),
	KIT_TEST(rows_of_others_are_left_out_and_counted),
	KIT_TEST(only_the_series_asked_for_are_read),
	KIT_TEST(the_shipped_extracts_are_kept_whole),
	KIT_TEST(the_same_content_again_adds_nothing),
	KIT_TEST(other_content_of_one_month_is_its_next_number),
	KIT_TEST(a_repeat_in_another_month_is_news_only_for_a_named_vintage),
	KIT_TEST(an_older_vintage_may_come_later),
	KIT_TEST(a_second_different_value_is_a_conflict_and_never_averaged),
	KIT_TEST(an_empty_batch_and_a_wrong_label_are_refused),
	KIT_TEST(what_cannot_be_a_point_is_refused),
};
KIT_MAIN("official", tests)
