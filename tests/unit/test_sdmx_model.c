/* Tests of what a snapshot offers as SDMX: ids, dataflows, codelists, and observations with what they are if not plain figures. */
#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "cgi/data/sdmx/model.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/snapshot.h"
#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;
static struct database *db;

static const struct sdmx_model *model_of(enum statistics_audience audience)
{
	struct snapshot snapshot;
	struct sdmx_model *model;

	ck_ok(snapshot_open(&db, snapshot_path(&arena, kit_folder(), audience), &arena, &snapshot, &error), error);
	ck_ok(sdmx_model_read(db, &arena, &model, &error), error);
	return model;
}

/* The values of some components of all rows, "KEY,…;KEY,…"; "-" for none. */
static const char *rows_of(const struct sdmx_model *model, const char *id, const char *ids)
{
	const struct sdmx_flow *flow = sdmx_flow_find(model, id);
	const char *all = "";

	ck_assert_msg(flow != NULL, "no %s among %s", id, sdmx_flow_ids(model, &arena));
	struct sdmx_rows *rows = sdmx_rows_open(flow, db, &arena);
	while (sdmx_rows_next(rows)) {
		all = arena_printf(&arena, "%s%s", all, *all == '\0' ? "" : ";");
		for (const char *p = ids; *p != '\0';) {
			size_t length = strcspn(p, ",");
			size_t place = sdmx_component_find(flow, arena_strndup(&arena, p, length));
			ck_assert_msg(place < flow->count, "%s has no %s", id, p);
			all = arena_printf(&arena, "%s%s%s", all, p == ids ? "" : ",", rows->values[place] == NULL ? "-" : rows->values[place]);
			p += length + (p[length] == ',');
		}
	}
	ck_ok(sdmx_rows_end(rows, &error), error);
	return all;
}

static bool is_id(const char *id, bool name)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	if (*id == '\0' || (name && strchr(letters, *id) == NULL))
		return false;
	return strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(id);
}

/* --- ids --- */

START_TEST(codes_of_catalogues_become_ids)
{
	static const struct { const char *origin, *id, *name_id; } cases[] = {
		{ "IDR2", "IDR2", "IDR2" }, { "16.2", "16_2", "D_16_2" }, { "lt18y", "LT18Y", "LT18Y" }, { "15_19", "15_19", "D_15_19" }, { "a b/c", "A_B_C", "A_B_C" },
		{ "", "_", "D_" }, { "Пол", "___", "D___" }, { "-x", "-X", "D_-X" }, { "<&\">", "____", "D____" }, { "$@", "__", "D__" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_str_eq(build_id(&arena, cases[i].origin, NULL), cases[i].id);
		ck_assert_str_eq(build_name_id(&arena, cases[i].origin), cases[i].name_id);
		ck_assert(is_id(build_id(&arena, cases[i].origin, NULL), false) && is_id(build_name_id(&arena, cases[i].origin), true));
	}
}
END_TEST

/* Every id of a model is an id, and no two of one kind are the same. */
static void check_ids(const struct sdmx_model *model)
{
	for (size_t i = 0; i < model->codelist_count; i++) {
		const struct sdmx_codelist *list = &model->codelists[i];
		ck_assert(is_id(list->id, true) && list->name.text[0] != NULL && sdmx_codelist_find(model, list->id) == list);
		for (size_t k = 0; k < list->count; k++) {
			ck_assert_msg(is_id(list->codes[k].id, false), "%s: “%s”", list->id, list->codes[k].id);
			ck_assert_msg(sdmx_code_find(list, list->codes[k].id) == &list->codes[k], "%s has %s twice", list->id, list->codes[k].id);
			ck_assert_ptr_nonnull(list->codes[k].name.text[0]);
		}
	}
	for (size_t i = 0; i < model->flow_count; i++) {
		const struct sdmx_flow *flow = &model->flows[i];
		ck_assert(is_id(flow->id, true) && sdmx_flow_find(model, flow->id) == flow);
		for (size_t k = 0; k < flow->count; k++) {
			const struct sdmx_component *component = &flow->components[k];
			ck_assert(is_id(component->id, true) && component->concept != NULL && (component->type == SDMX_CODED) == (component->codelist != NULL));
			ck_assert_msg(sdmx_component_find(flow, component->id) == k, "%s has %s twice", flow->id, component->id);
		}
	}
	for (size_t i = 0; i < model->concept_count; i++)
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(model->concepts[i].id, model->concepts[k].id);
}

START_TEST(hostile_catalogues_make_good_ids)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	world_alter(PUBLIC,
		"INSERT INTO indicator VALUES ('t', 'l.1', 1, 1, 'D1', 9, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL),"
		" ('t', 'l_1', 1, 1, 'D1', 9, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL),"
		" ('t', 'L 1', 1, 1, 'D1', 9, 'ladder', 'le<vel', 'increase', 5, NULL, NULL, NULL, NULL);"
		"INSERT INTO framework VALUES ('T', 7, 3, 0), ('official', 8, 3, 0), ('т', 9, 3, 0);"
		"INSERT INTO breakdown VALUES ('t', 'freq', 1, '_T', 1), ('t', 'freq', 1, '_t', 2), ('t', 'FREQ', 2, 'x', 1), ('t', 'obs_value', 3, '', 1),"
		" ('t', '1', 4, 'y', 1), ('t', 'sex', 5, 'female', 1), ('official', 'sex', 1, 'w', 1);"
		"INSERT INTO text VALUES ('framework', 't', 'dimension.sex', 'en', 'Sex of \"<it>\"');"
		"INSERT INTO dimension_code VALUES ('sex', 'bothsex', 1, 1), ('sex', '_T', 2, 0), ('sex', 'all', 3, 1);"
		"INSERT INTO series VALUES ('S.1', '16.2.1', '16.2', '%/x', 'increase', NULL, 2030, NULL, 2015, NULL);"
		"INSERT INTO vintage VALUES (1, '2023-12', 1, 'UN', '2026');"
		"INSERT INTO official VALUES ('S.1', 'new dim=a;sex=bothsex', 'XAA', 2015, 1, '1', 'c', 'u', 1)");
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	check_ids(model);
	ck_assert_str_eq(rows_of(model, "OFFICIAL", "SERIES,SEX,NEW_DIM,TIME_PERIOD,OBS_VALUE"), "S_1,_T,A,2015,1");
	const struct sdmx_codelist *indicators = sdmx_codelist_find(model, "CL_INDICATOR_T");
	ck_assert_str_eq(sdmx_code_find(indicators, "L_1")->origin, "L 1");
	ck_assert_str_eq(sdmx_code_find(indicators, "L_1_2")->origin, "l.1");
	ck_assert_str_eq(sdmx_code_find(indicators, "L_1_3")->origin, "l_1");
}
END_TEST

/* --- what there is --- */

START_TEST(dataflows_are_those_of_the_frameworks)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	ck_assert_str_eq(sdmx_flow_ids(model, &arena), "ANSWERS_T, REGIONAL_T, DOMAINS_T, COVERAGE_T, COMPLIANCE_T");
	check_ids(model);
	const struct sdmx_flow *flow = sdmx_flow_find(model, "ANSWERS_T");
	ck_assert_str_eq(flow->name.text[0], "Test: answers of the governments");
	ck_assert_uint_eq(flow->dimension_count, 3);
	ck_assert_str_eq(flow->components[3].id, "TIME_PERIOD");
	ck_assert_str_eq(flow->components[4].id, "OBS_VALUE");
	ck_assert_ptr_null(sdmx_flow_find(model, "BREAKDOWNS_T"));
	ck_assert_str_eq(model->audience, "public");
	database_close(db);
}
END_TEST

START_TEST(coverage_says_what_became_of_every_question)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_report("2025", "XAA", "L2", "1", "donors");
	world_answer("2025", "XAA", "C1", "not_available", "NULL", "public");
	world_answer("2025", "XAA", "P1", "not_applicable", "NULL", "public");
	world_release("2025");
	world_summarise(true);
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	const char *rows = rows_of(model, "COVERAGE_T", "REF_AREA,ANSWER,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE");
	ck_assert_ptr_nonnull(strstr(rows, "XAA,_T,2025,6,A,INDICATORS;XAA,REPORTED,2025,1,A,INDICATORS;"
		"XAA,NOT_AVAILABLE,2025,1,A,INDICATORS;XAA,NOT_APPLICABLE,2025,1,A,INDICATORS;XAA,MISSING,2025,3,A,INDICATORS"));
	database_close(db);
}
END_TEST

START_TEST(items_are_told_apart_by_their_checklist_and_missing_where_too_few_told)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	ck_assert_ptr_null(sdmx_flow_find(model_of(STATISTICS_PUBLIC), "ITEMS_T"));
	database_close(db);
	world_alter(PUBLIC,
		"INSERT INTO indicator VALUES ('t', 'K1', 1, 0, 'D1', 8, 'checklist', 'items', 'increase', NULL, NULL, NULL, NULL, NULL),"
		" ('t', 'K1', 2, 1, 'D1', 8, 'checklist', 'items', 'increase', NULL, NULL, NULL, NULL, NULL),"
		" ('t', 'K2', 1, 1, 'D1', 9, 'checklist', 'items', 'increase', NULL, NULL, NULL, NULL, NULL);"
		"INSERT INTO indicator_item VALUES ('t', 'K1', 1, 1, 'a', 'g'), ('t', 'K1', 1, 2, 'gone', 'g'), ('t', 'K1', 2, 1, 'a', 'g'),"
		" ('t', 'K1', 2, 2, 'A', 'g'), ('t', 'K2', 1, 1, 'a', 'g');"
		"INSERT INTO text VALUES ('indicator', 't/K1/2', 'item.a', 'en', 'First <of> & it'), ('indicator', 't/K1/2', 'item.a', 'ru', 'Первый'),"
		" ('indicator', 't/K1/1', 'item.a', 'en', 'Older');"
		"INSERT INTO questionnaire VALUES ('t', '2025', 'K1', 2), ('t', '2025', 'K2', 1);"
		"INSERT INTO item_regional VALUES ('t', 'K1', '2025', 'a', 2, 3), ('t', 'K1', '2025', 'A', 0, 3)");
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	check_ids(model);
	const struct sdmx_codelist *items = sdmx_codelist_find(model, "CL_ITEM_T");
	ck_assert_uint_eq(items->count, 4);
	const struct sdmx_code *first = sdmx_code_find(items, "K1_A");
	ck_assert_str_eq(first->origin, "K1.a");
	ck_assert_str_eq(sdmx_name(&first->name, "en"), "First <of> & it");
	ck_assert_str_eq(sdmx_name(&first->name, "ru"), "Первый");
	ck_assert_str_eq(rows_of(model, "ITEMS_T", "REF_AREA,INDICATOR,ITEM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,DEFINITION_VERSION,N_REPORTING"),
		"_T,K1,K1_A_2,2025,0,A,2,3;_T,K1,K1_A,2025,2,A,2,3;_T,K2,K2_A,2025,-,O,1,-");
	database_close(db);
}
END_TEST

START_TEST(names_are_in_every_language_of_the_site)
{
	world_make();
	world_sql("INSERT INTO participant_text VALUES ('XAA', 'ru', 'Альфаландия'), ('XAB', 'xx', 'Elsewhere')");
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	const struct sdmx_codelist *areas = sdmx_codelist_find(model, "CL_AREA");
	ck_assert_str_eq(areas->codes[0].id, SDMX_TOTAL);
	ck_assert_str_eq(sdmx_name(&sdmx_code_find(areas, "XAA")->name, "ru"), "Альфаландия");
	ck_assert_str_eq(sdmx_name(&sdmx_code_find(areas, "XAA")->name, "en"), "Made-up XAA");
	ck_assert_str_eq(sdmx_name(&sdmx_code_find(areas, "XAB")->name, "ru"), "Made-up XAB");
	ck_assert_uint_ge(model->language_count, 2);
}
END_TEST

/* --- observations --- */

START_TEST(each_kind_of_no_figure_has_its_status)
{
	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "C1", "reported", "0", "public");
	world_answer("2025", "XAB", "C1", "not_available", "NULL", "public");
	world_answer("2025", "XAC", "C1", "not_applicable", "NULL", "public");
	world_answer("2025", "XAD", "C1", "reported", "12", "members");
	world_answer("2025", "XAE", "C1", "reported", "0.1", "public");
	world_answer("2025", "XAF", "C1", "reported", "7", "public");
	world_release("2025");
	world_summarise(true);
	world_alter(PUBLIC, "UPDATE answer SET suppressed = 1, value = NULL WHERE participant = 'XAE';"
		"UPDATE answer SET carried_from = '2024' WHERE participant = 'XAF'");
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	const char *rows = rows_of(model, "ANSWERS_T", "REF_AREA,INDICATOR,OBS_VALUE,OBS_STATUS,CONF_STATUS,REASON,CARRIED_FROM");
	static const char *const expected[] = { "XAA,C1,0,A,F,-,-;", "XAB,C1,-,L,F,because,-;", "XAC,C1,-,M,F,because,-;", "XAD,C1,-,O,F,-,-;",
		"XAE,C1,-,Q,C,-,-;", "XAF,C1,7,I,F,-,2024;" };
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		ck_assert_msg(strstr(rows, expected[i]) != NULL, "no %s in %s", expected[i], rows);
	/* Asked and not answered. */
	ck_assert_ptr_nonnull(strstr(rows, "XAA,L1,-,O,F,-,-"));
}
END_TEST

START_TEST(regional_statistics_are_series_of_their_own)
{
	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "L1", "reported", "1", "public");
	world_answer("2025", "XAB", "L1", "reported", "2", "public");
	world_answer("2025", "XAC", "L1", "reported", "4", "public");
	world_answer("2025", "XAA", "C1", "reported", "5", "public");
	world_answer("2025", "XAB", "C1", "reported", "6", "public");
	world_release("2025");
	world_summarise(true);
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	const char *rows = rows_of(model, "REGIONAL_T", "REF_AREA,INDICATOR,STATISTIC,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE,N_REPORTING");
	/* Scores of a ladder; two are too few. */
	ck_assert_ptr_nonnull(strstr(rows, "_T,L1,MEAN,58.333333333333336,A,F,SCORE_0_100,3;_T,L1,MEDIAN,50,A,F,SCORE_0_100,3;_T,L1,MIN,25,"));
	ck_assert_ptr_nonnull(strstr(rows, "_T,C1,MEAN,-,Q,N,PERSONS,2;"));
	ck_assert_ptr_nonnull(strstr(rows, "_T,C1,SUM,-,Q,N,PERSONS,2;"));
	ck_assert_ptr_nonnull(strstr(rows, "_T,L2,MEAN,-,O,F,SCORE_0_100,0;"));
	ck_assert_ptr_null(strstr(rows, "L1,SUM"));
	ck_assert_ptr_null(strstr(rows, "C1,POOLED"));
}
END_TEST

START_TEST(rows_of_a_key_stand_together_in_the_order_of_time)
{
	static const char *const periods[] = { "2025", "2023-S2", "2024", "2024-S1", "2024-10", "2024-02", "2023" };

	world_make();
	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
		world_round(periods[i]);
		world_report(periods[i], "XAB", "L1", "1", "public");
		world_report(periods[i], "XAA", "L1", "2", "public");
	}
	world_summarise(true);
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	const char *rows = rows_of(model, "ANSWERS_T", "REF_AREA,INDICATOR,FREQ,TIME_PERIOD");
	ck_assert_ptr_nonnull(strstr(rows, "XAA,L1,A,2023;XAA,L1,A,2024;XAA,L1,A,2025;XAA,L1,M,2024-02;XAA,L1,M,2024-10;XAA,L1,S,2023-S2;XAA,L1,S,2024-S1;"));
	ck_assert_ptr_nonnull(strstr(rows, "XAB,L1,A,2023;XAB,L1,A,2024;XAB,L1,A,2025;XAB,L1,M,2024-02"));
}
END_TEST

START_TEST(a_figure_of_no_catalogue_is_an_error_and_not_left_out)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	world_alter(PUBLIC, "UPDATE answer SET participant = 'XZZ' WHERE indicator = 'L1'");
	const struct sdmx_model *model = model_of(STATISTICS_PUBLIC);
	struct sdmx_rows *rows = sdmx_rows_open(sdmx_flow_find(model, "ANSWERS_T"), db, &arena);
	while (sdmx_rows_next(rows))
		ck_assert_str_ne(rows->values[1], "XZZ");
	ck_refused(sdmx_rows_end(rows, &error), ERR_INTERNAL, error);
	ck_assert_ptr_nonnull(strstr(error.text, "REF_AREA"));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(codes_of_catalogues_become_ids),
	KIT_TEST(hostile_catalogues_make_good_ids),
	KIT_TEST(dataflows_are_those_of_the_frameworks),
	KIT_TEST(names_are_in_every_language_of_the_site),
	KIT_TEST(each_kind_of_no_figure_has_its_status),
	KIT_TEST(regional_statistics_are_series_of_their_own),
	KIT_TEST(coverage_says_what_became_of_every_question),
	KIT_TEST(items_are_told_apart_by_their_checklist_and_missing_where_too_few_told),
	KIT_TEST(rows_of_a_key_stand_together_in_the_order_of_time),
	KIT_TEST(a_figure_of_no_catalogue_is_an_error_and_not_left_out),
};

KIT_MAIN("sdmx_model", tests)
