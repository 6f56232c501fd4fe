/* Tests of the three exports and of opening a snapshot. */
#include <stdio.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/number.h"
#include "indicators/model/catalogue.h"
#include "indicators/model/import.h"
#include "indicators/model/participant.h"
#include "indicators/snapshot/export.h"
#include "indicators/snapshot/snapshot.h"
#include "tests/unit/vectors.h"
#include "tests/unit/world.h"

static struct error error = ERROR_INIT;
static struct arena arena = ARENA_INIT;
static struct snapshot snapshot;

static struct database *open_snapshot(enum statistics_audience audience)
{
	struct database *db = NULL;

	ck_ok(snapshot_open(&db, snapshot_path(&arena, kit_folder(), audience), &arena, &snapshot, &error), error);
	return db;
}

static enum err collect(void *context, const char *text, size_t length, struct error *unused)
{
	(void)unused;
	buffer_append(context, text, length);
	return ERR_OK;
}

/* An export with the run id written as RUN. */
static const char *export(struct database *db, enum export_kind kind, const char *framework, const char *period)
{
	struct buffer out = BUFFER_INIT(1 << 20);

	ck_ok(export_csv(db, kind, framework, period, 0, collect, &out, &error), error);
	char *text = arena_strdup(&arena, buffer_text(&out));
	for (char *at; (at = strstr(text, snapshot.run)) != NULL;) {
		memcpy(at, "RUN", 3);
		memmove(at + 3, at + strlen(snapshot.run), strlen(at + strlen(snapshot.run)) + 1);
	}
	buffer_release(&out);
	return text;
}

START_TEST(each_export_has_its_columns_and_rows)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_report("2025", "XAB", "L1", "2", "public");
	world_report("2025", "XAC", "L1", "2", "public");
	world_answer("2025", "XAB", "P1", "not_available", "NULL", "public");
	world_release("2025");
	world_sql("INSERT INTO series VALUES ('S', '16.2.1', '16.2', 'percent', 'increase', NULL, 2030, NULL, 2015, NULL);"
		"INSERT INTO vintage VALUES (1, '2023-12', 1, 'UN', 'f', 'd', '2026-01-01T00:00:00Z');"
		"INSERT INTO official_value VALUES (1, 'S', 'XAA', 'sex=\"a,b\"', 2015, 10, '10', 'c', 'percent'),"
		" (1, 'S', 'XAA', 'sex=\"a,b\"', 2016, 11, '11', 'c', 'percent')");
	world_summarise(false);
	struct database *db = open_snapshot(STATISTICS_PUBLIC);
	ck_assert_int_eq(snapshot.audience, STATISTICS_PUBLIC);
	ck_assert_str_eq(export(db, EXPORT_REGIONAL, "t", "2025"),
		"framework,indicator,period,n_reporting,n_expected,n_hidden,mean,median,min,max,q1,q3,pooled,sum,status,run\r\n"
		"t,C1,2025,0,6,0,,,,,,,,,none,RUN\r\nt,L1,2025,3,6,0,41.666666666666664,50,25,50,37.5,50,,,ok,RUN\r\n"
		"t,L2,2025,0,6,0,,,,,,,,,none,RUN\r\nt,L3,2025,0,6,0,,,,,,,,,none,RUN\r\nt,P1,2025,0,6,0,,,,,,,,,none,RUN\r\n"
		"t,Y1,2025,0,6,0,,,,,,,,,none,RUN\r\n");
	ck_assert_str_eq(export(db, EXPORT_ANSWERS, "t", NULL),
		"framework,participant,period,indicator,version,status,value,numerator,denominator,score,suppressed\r\n"
		"t,XAA,2025,L1,1,reported,1,,,25,0\r\nt,XAB,2025,L1,1,reported,2,,,50,0\r\nt,XAC,2025,L1,1,reported,2,,,50,0\r\n"
		"t,XAB,2025,P1,1,not_available,,,,,0\r\n");
	const char *sdg = export(db, EXPORT_SDG, NULL, NULL);
	ck_assert_ptr_nonnull(strstr(sdg, "S,\"sex=\"\"a,b\"\"\",XAA,2015,10,2016,11,increase,,2030,1,"));
	ck_assert_ptr_nonnull(strstr(sdg, ",substantial_progress,5,,3,2023-12,RUN\r\n"));
	database_close(db);
}
END_TEST

START_TEST(a_framework_or_period_that_is_not_there_is_refused_with_those_that_are)
{
	struct buffer out = BUFFER_INIT(1 << 20);

	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(false);
	struct database *db = open_snapshot(STATISTICS_DONORS);
	ck_refused(export_csv(db, EXPORT_REGIONAL, "nope", NULL, 0, collect, &out, &error), ERR_NOT_FOUND, error);
	ck_assert_ptr_nonnull(strstr(error.text, "There are: t."));
	ck_refused(export_csv(db, EXPORT_ANSWERS, "t", "2024", 0, collect, &out, &error), ERR_NOT_FOUND, error);
	ck_assert_ptr_nonnull(strstr(error.text, "It has: 2025."));
	ck_refused(export_csv(db, EXPORT_SDG, "nope", NULL, 0, collect, &out, &error), ERR_NOT_FOUND, error);
	ck_assert_int_eq((int)out.length, 0);
	database_close(db);
}
END_TEST

static enum err refuse(void *context, const char *text, size_t length, struct error *refusal)
{
	(void)context;
	(void)text;
	(void)length;
	return error_set(refusal, ERR_IO, "No.");
}

START_TEST(a_sink_that_fails_ends_the_export)
{
	world_make();
	world_summarise(false);
	struct database *db = open_snapshot(STATISTICS_PUBLIC);
	ck_refused(export_csv(db, EXPORT_SDG, NULL, NULL, 0, refuse, NULL, &error), ERR_IO, error);
	database_close(db);
}
END_TEST

START_TEST(what_is_no_snapshot_is_refused_and_the_remedy_named)
{
	struct database *db = NULL;

	ck_refused(snapshot_open(&db, kit_path("none.db"), &arena, &snapshot, &error), ERR_NOT_FOUND, error);
	ck_assert_ptr_nonnull(strstr(error.text, "monitor summarise"));
	ck_refused(snapshot_open(&db, kit_write("text.db", "This is no database at all, only a text that is long enough."), &arena,
		&snapshot, &error), ERR_IO, error);
	ck_assert_ptr_nonnull(strstr(error.text, "monitor summarise"));
	world_make();
	ck_refused(snapshot_open(&db, kit_path("reports.db"), &arena, &snapshot, &error), ERR_SCHEMA, error);
	ck_assert_ptr_nonnull(strstr(error.text, "monitor summarise"));
	ck_assert_ptr_null(db);
}
END_TEST

/* From the shipped catalogue and answers to the export: the 39 regional values that UNSD published, rounding included. */
START_TEST(the_published_regional_means_come_out_of_the_shipped_answers)
{
	const struct import_source source = { .framework = "ihr", .source = "test", .audience = "public" };
	struct database *reports = kit_reports();
	struct problems problems = PROBLEMS_INIT(20);
	struct participant_changes members;
	struct catalogue_changes loaded;
	struct import_counts counts;
	struct vectors published;
	int found = 0;

	ck_ok(participant_load(reports, &kit_actor, kit_root("indicators/catalogue/participants.yaml"), &members, &problems, &error), error);
	ck_ok(catalogue_load(reports, &kit_actor, kit_root("indicators/catalogue/ihr"), &loaded, &problems, &error), error);
	FILE *file = fopen(kit_root("indicators/catalogue/ihr/answers.csv"), "r");
	ck_assert_ptr_nonnull(file);
	ck_ok(import_csv(reports, &kit_actor, &source, file, &counts, &problems, &error), error);
	fclose(file);
	database_close(reports);
	world_summarise(false);

	struct database *db = open_snapshot(STATISTICS_PUBLIC);
	const char *regional = export(db, EXPORT_REGIONAL, "ihr", NULL);
	vectors_open(&published, "ihr_regional_mean_published.csv");
	while (vectors_next(&published)) {
		char key[64], rounded[NUMBER_TEXT];
		double mean = -1;
		snprintf(key, sizeof key, "\nihr,%s,%s,%s,", published.cells[1], published.cells[0], published.cells[2]);
		memcpy(key + strlen("\nihr,"), "IHR", 3);
		const char *row = strstr(regional, key);
		ck_assert_msg(row != NULL, "no row %s", key);
		ck_assert_int_eq(sscanf(row + strlen(key), "%*d,%*d,%lf", &mean), 1);
		number_rounded_text(mean, 0, rounded);
		ck_assert_str_eq(rounded, published.cells[9]);
		found++;
	}
	ck_assert_int_eq(found, 39);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(each_export_has_its_columns_and_rows),
	KIT_TEST(a_framework_or_period_that_is_not_there_is_refused_with_those_that_are),
	KIT_TEST(a_sink_that_fails_ends_the_export),
	KIT_TEST(what_is_no_snapshot_is_refused_and_the_remedy_named),
	KIT_TEST(the_published_regional_means_come_out_of_the_shipped_answers),
};
KIT_MAIN("export", tests)
