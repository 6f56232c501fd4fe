/* Tests of reading whole queries: every parameter, and every refusal. */
#include <string.h>

#include "cgi/data/sdmx/ask.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;
static struct error error;
static int status;
static struct sdmx_ask ask;

static enum err read_pairs(enum sdmx_purpose purpose, const struct sdmx_path *path, const struct sdmx_pair *pairs, size_t count, const char *accept)
{
	error = (struct error)ERROR_INIT;
	return sdmx_ask_read(&arena, purpose, path, pairs, count, accept, &ask, &status, &error);
}

static enum err read_one(enum sdmx_purpose purpose, const char *name, const char *value)
{
	const struct sdmx_path path = { "dataflow", "ALMATY", "ANSWERS_IHR", "1.0", "*", "" };
	const struct sdmx_pair pair = { name, value };

	return read_pairs(purpose, &path, &pair, 1, "");
}

START_TEST(nothing_asked_takes_everything)
{
	const struct sdmx_path path = { "", "", "", "", "", "" };

	ck_assert_int_eq(read_pairs(SDMX_ASKS_DATA, &path, NULL, 0, ""), ERR_OK);
	ck_assert_str_eq(ask.at_observation, "TIME_PERIOD");
	ck_assert(ask.measures.all && ask.attributes.all && !ask.of_structure && ask.keys.count == 0 && ask.filter_count == 0);
	ck_assert(ask.first == -1 && ask.last == -1 && ask.limit == -1 && ask.offset == 0);
	ck_assert_int_eq(ask.accepted.media->format, SDMX_FORMAT_JSON);
}
END_TEST

START_TEST(every_parameter_is_read)
{
	static const struct sdmx_pair pairs[] = {
		{ "c[REF_AREA]", "KGZ,TJK" }, { "c[TIME_PERIOD]", "ge:2018 le:2020" }, { "startPeriod", "2017" }, { "endPeriod", "2021-06" },
		{ "firstNObservations", "2" }, { "lastNObservations", "3" }, { "offset", "10" }, { "limit", "20" }, { "attributes", "OBS_STATUS,dataset" },
		{ "measures", "none" }, { "dimensionAtObservation", "AllDimensions" }, { "format", "csv" }, { "labels", "both" }, { "keys", "series" },
		{ "timeFormat", "normalized" }, { "lang", "ru" }, { "includeHistory", "false" }, { "reportingYearStartDay", "--01-01" },
	};
	const struct sdmx_path path = { "datastructure", "*", "ANSWERS_IHR,OFFICIAL", "~", "A.KGZ.*,A.TJK.*", "" };

	ck_assert_msg(read_pairs(SDMX_ASKS_DATA, &path, pairs, sizeof pairs / sizeof *pairs, "image/png") == ERR_OK, "%s", error.text);
	ck_assert(ask.of_structure && ask.has_start && ask.has_end);
	ck_assert_uint_eq(ask.keys.count, 2);
	ck_assert_uint_eq(ask.filter_count, 2);
	ck_assert_str_eq(ask.filters[1].component, "TIME_PERIOD");
	ck_assert_uint_eq(ask.filters[1].any[0].count, 2);
	ck_assert_str_eq(ask.start.first, "2017-01-01");
	ck_assert_str_eq(ask.end.last, "2021-06-30");
	ck_assert(ask.first == 2 && ask.last == 3 && ask.offset == 10 && ask.limit == 20);
	ck_assert(!ask.attributes.all && ask.attributes.dataset && !ask.attributes.observation && ask.measures.none);
	ck_assert_str_eq(ask.at_observation, "AllDimensions");
	ck_assert_str_eq(ask.accepted.content_type, "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;timeFormat=normalized;keys=series");
}
END_TEST

START_TEST(an_availability_query_has_parameters_of_its_own)
{
	static const struct sdmx_pair pairs[] = { { "mode", "available" }, { "references", "codelist,dataflow" }, { "c[REF_AREA]", "KGZ" } };
	const struct sdmx_path path = { "dataflow", "ALMATY", "ANSWERS_IHR", "*", "*", "REF_AREA" };

	ck_assert_msg(read_pairs(SDMX_ASKS_AVAILABILITY, &path, pairs, 3, "application/xml") == ERR_OK, "%s", error.text);
	ck_assert(ask.available);
	ck_assert_str_eq(ask.references, "codelist,dataflow");
	ck_assert_str_eq(ask.accepted.content_type, "application/xml");
	ck_assert_int_eq(read_one(SDMX_ASKS_AVAILABILITY, "mode", "exact"), ERR_OK);
	ck_assert(!ask.available);
}
END_TEST

START_TEST(what_is_wrong_is_named_with_what_there_is)
{
	static const struct { enum sdmx_purpose purpose; const char *name, *value; int status; const char *says; } cases[] = {
		{ SDMX_ASKS_DATA, "detail", "full", 0, "firstNObservations" }, { SDMX_ASKS_DATA, "c[]", "x", 0, "c[COMPONENT]" },
		{ SDMX_ASKS_DATA, "c[X", "x", 0, "c[COMPONENT]" }, { SDMX_ASKS_DATA, "mode", "exact", 0, "startPeriod" },
		{ SDMX_ASKS_AVAILABILITY, "limit", "1", 0, "references" }, { SDMX_ASKS_DATA, "startPeriod", "2018-13", 0, "2018-13" },
		{ SDMX_ASKS_DATA, "endPeriod", "", 0, "period" }, { SDMX_ASKS_DATA, "firstNObservations", "0", 0, "from 1" },
		{ SDMX_ASKS_DATA, "lastNObservations", "-1", 0, "-1" }, { SDMX_ASKS_DATA, "limit", "9999999999", 0, "999999999" },
		{ SDMX_ASKS_DATA, "offset", "x", 0, "“x”" }, { SDMX_ASKS_DATA, "offset", "", 0, "from 0" }, { SDMX_ASKS_DATA, "attributes", "", 0, "all, none" },
		{ SDMX_ASKS_DATA, "measures", "none,OBS_VALUE", 0, "not both" }, { SDMX_ASKS_DATA, "measures", "A;B", 0, "measures" },
		{ SDMX_ASKS_AVAILABILITY, "mode", "all", 0, "exact, available" }, { SDMX_ASKS_AVAILABILITY, "references", "parents", 0, "codelist" },
		{ SDMX_ASKS_AVAILABILITY, "references", "code", 0, "codelist" }, { SDMX_ASKS_AVAILABILITY, "references", "none,", 0, "codelist" },
		{ SDMX_ASKS_DATA, "format", "xlsx", 406, "json|csv|xml" }, { SDMX_ASKS_AVAILABILITY, "format", "csv", 406, "json|xml" },
		{ SDMX_ASKS_DATA, "labels", "both", 0, "format=csv" }, { SDMX_ASKS_DATA, "updatedAfter", "2020-01-01T00:00:00Z", 501, "If-Modified-Since" },
		{ SDMX_ASKS_DATA, "includeHistory", "true", 501, "includeHistory" }, { SDMX_ASKS_DATA, "asOf", "2020", 501, "asOf" },
		{ SDMX_ASKS_DATA, "sort", "*", 501, "sort" }, { SDMX_ASKS_DATA, "reportingYearStartDay", "--07-01", 501, "reportingYearStartDay" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(read_one(cases[i].purpose, cases[i].name, cases[i].value) != ERR_OK, "%s=%s", cases[i].name, cases[i].value);
		ck_assert_msg(strstr(error.text, cases[i].says) != NULL && status == cases[i].status && strcmp(error.field, cases[i].name) == 0, "%s=%s: %d %s: %s",
			cases[i].name, cases[i].value, status, error.field, error.text);
	}
}
END_TEST

START_TEST(a_parameter_comes_once)
{
	static const struct sdmx_pair pairs[] = { { "c[REF_AREA]", "KGZ" }, { "c[REF_AREA]", "TJK" } };
	const struct sdmx_path path = { "", "", "", "", "", "" };

	ck_assert_int_eq(read_pairs(SDMX_ASKS_DATA, &path, pairs, 2, ""), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "c[REF_AREA]"));
}
END_TEST

START_TEST(a_start_after_the_end_is_refused)
{
	static const struct sdmx_pair pairs[] = { { "startPeriod", "2020" }, { "endPeriod", "2019" } };
	const struct sdmx_path path = { "", "", "", "", "", "" };

	ck_assert_int_eq(read_pairs(SDMX_ASKS_DATA, &path, pairs, 2, ""), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "startPeriod"));
}
END_TEST

START_TEST(a_wrong_path_is_named_by_its_part)
{
	static const struct { struct sdmx_path path; enum err err; int status; const char *field; } cases[] = {
		{ { "metadataflow", "", "", "", "", "" }, ERR_INVALID, 0, "context" }, { { "provisionagreement", "", "", "", "", "" }, ERR_INVALID, 501, "context" },
		{ { "dataflow", "ECB", "", "", "", "" }, ERR_NOT_FOUND, 0, "agencyID" }, { { "dataflow", "*", "A B", "", "", "" }, ERR_INVALID, 0, "resourceID" },
		{ { "dataflow", "*", "*", "latest", "", "" }, ERR_INVALID, 0, "version" }, { { "dataflow", "*", "*", "2.0", "", "" }, ERR_NOT_FOUND, 0, "version" },
		{ { "dataflow", "*", "*", "*", "A B", "" }, ERR_INVALID, 0, "key" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_int_eq(read_pairs(SDMX_ASKS_DATA, &cases[i].path, NULL, 0, ""), cases[i].err);
		ck_assert_int_eq(status, cases[i].status);
		ck_assert_str_eq(error.field, cases[i].field);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(nothing_asked_takes_everything),
	KIT_TEST(every_parameter_is_read),
	KIT_TEST(an_availability_query_has_parameters_of_its_own),
	KIT_TEST(what_is_wrong_is_named_with_what_there_is),
	KIT_TEST(a_parameter_comes_once),
	KIT_TEST(a_start_after_the_end_is_refused),
	KIT_TEST(a_wrong_path_is_named_by_its_part),
};
KIT_MAIN("sdmx_ask", tests)
