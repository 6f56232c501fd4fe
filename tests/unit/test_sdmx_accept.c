/* Tests of the choice of a format by Accept headers and ?format=. */
#include <string.h>

#include "cgi/data/sdmx/accept.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static const struct sdmx_media offered[] = {
	{ "application/vnd.sdmx.data+json", "2.0.0", "json", { "application/json", NULL }, false, 0 },
	{ "application/vnd.sdmx.data+csv", "2.0.0", "csv", { "text/csv", NULL }, true, 1 },
	{ "application/vnd.sdmx.data+xml", "3.0.0", "xml", { "application/xml", "text/xml", NULL }, false, 2 },
	{ 0 },
};

static const char *chosen(const char *header, const char *format)
{
	struct sdmx_accepted accepted;
	struct error error = ERROR_INIT;
	enum err err = sdmx_accept(&arena, offered, header, format, &accepted, &error);

	return err == ERR_OK ? accepted.content_type : arena_strdup(&arena, error.text);
}

START_TEST(the_highest_quality_is_chosen_and_the_closest_range_counts)
{
	static const struct { const char *header, *type; } cases[] = {
		{ "", "application/vnd.sdmx.data+json;version=2.0.0" },
		{ "  ", "application/vnd.sdmx.data+json;version=2.0.0" },
		{ "*/*", "application/vnd.sdmx.data+json;version=2.0.0" },
		{ "application/vnd.sdmx.data+csv;version=2.0.0", "application/vnd.sdmx.data+csv;version=2.0.0" },
		{ "APPLICATION/vnd.sdmx.data+CSV ; Version=2.0.0", "application/vnd.sdmx.data+csv;version=2.0.0" },
		{ "application/vnd.sdmx.data+csv", "application/vnd.sdmx.data+csv;version=2.0.0" },
		{ "application/vnd.sdmx.data+csv;version=\"2.0.0\"; labels=both", "application/vnd.sdmx.data+csv;version=2.0.0;labels=both" },
		{ "application/vnd.sdmx.data+csv;labels=name;timeFormat=normalized;keys=both",
			"application/vnd.sdmx.data+csv;version=2.0.0;labels=name;timeFormat=normalized;keys=both" },
		{ "application/vnd.sdmx.data+csv;key=series", "application/vnd.sdmx.data+csv;version=2.0.0;keys=series" },
		{ "application/vnd.sdmx.data+csv;version=1.0.0, application/vnd.sdmx.data+xml;q=0.1", "application/vnd.sdmx.data+xml;version=3.0.0" },
		{ "application/vnd.sdmx.data+csv;labels=all, text/csv;q=0.5", "text/csv; charset=utf-8" },
		{ "text/csv", "text/csv; charset=utf-8" }, { "text/*", "text/csv; charset=utf-8" }, { "text/xml", "application/xml" },
		{ "application/json;q=0.4, text/csv;q=0.8, application/xml;q=0.6", "text/csv; charset=utf-8" },
		{ "text/csv, application/json", "text/csv; charset=utf-8" }, { "application/json, text/csv", "application/json" },
		{ "*/*;q=0.1, application/vnd.sdmx.data+xml;version=3.0.0", "application/vnd.sdmx.data+xml;version=3.0.0" },
		{ "*/*, application/vnd.sdmx.data+json;q=0", "application/vnd.sdmx.data+csv;version=2.0.0" },
		{ "application/*;q=0.2, application/vnd.sdmx.data+json;q=0, */*;q=0.1", "application/vnd.sdmx.data+csv;version=2.0.0" },
		{ "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml" },
		{ "text/html, */*", "application/vnd.sdmx.data+json;version=2.0.0" },
		{ ",,text/csv,", "text/csv; charset=utf-8" }, { "text/html;a=\"x,text/csv;q=1\", application/xml", "application/xml" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(strcmp(chosen(cases[i].header, NULL), cases[i].type) == 0, "%s: %s", cases[i].header, chosen(cases[i].header, NULL));
}
END_TEST

START_TEST(what_takes_nothing_is_told_what_there_is)
{
	static const char *const headers[] = {
		"image/png", "text/html", "application/vnd.sdmx.data+csv;version=1.0.0", "application/vnd.sdmx.data+csv;labels=all", "*/*;q=0",
		"application/json;q=0, text/csv;q=0.0", "csv", "text", "/", "*/csv", "application/vnd.sdmx.genericdata+xml;version=2.1", "text/csv;q=2",
		"text/csv;q=-1", "text/csv;q=", "text/csv;q=1e0", ";q=1", "text/csv;q=\"0\"",
	};

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		const char *text = chosen(headers[i], NULL);
		ck_assert_msg(strstr(text, headers[i]) != NULL && strstr(text, "application/vnd.sdmx.data+csv;version=2.0.0, text/csv") != NULL &&
			strstr(text, "application/vnd.sdmx.data+xml;version=3.0.0") != NULL, "%s: %s", headers[i], text);
	}
}
END_TEST

START_TEST(the_parameter_goes_before_the_header)
{
	ck_assert_str_eq(chosen("application/xml", "csv"), "application/vnd.sdmx.data+csv;version=2.0.0");
	ck_assert_str_eq(chosen("", "XML"), "application/vnd.sdmx.data+xml;version=3.0.0");
	ck_assert_str_eq(chosen("", "application/vnd.sdmx.data csv; labels=both"), "application/vnd.sdmx.data+csv;version=2.0.0;labels=both");
	ck_assert_str_eq(chosen("", "text/csv"), "text/csv; charset=utf-8");
	ck_assert_ptr_nonnull(strstr(chosen("text/csv", "xlsx"), "format=json|csv|xml"));
	ck_assert_ptr_nonnull(strstr(chosen("text/csv", "image/png"), "image/png"));
}
END_TEST

START_TEST(the_parameters_of_csv_may_stand_in_the_query)
{
	struct sdmx_accepted accepted;
	struct error error = ERROR_INIT;

	ck_assert_int_eq(sdmx_accept(&arena, offered, "", "csv", &accepted, &error), ERR_OK);
	ck_assert_int_eq(sdmx_accept_set(&accepted, &arena, "labels", "both", &error), ERR_OK);
	ck_assert_int_eq(sdmx_accept_set(&accepted, &arena, "keys", "obs", &error), ERR_OK);
	ck_assert_int_eq(accepted.labels, SDMX_LABELS_BOTH);
	ck_assert_str_eq(accepted.content_type, "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;keys=obs");
	ck_assert_int_eq(sdmx_accept_set(&accepted, &arena, "labels", "all", &error), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "id, name, both"));
	ck_assert_int_eq(sdmx_accept(&arena, offered, "text/csv", NULL, &accepted, &error), ERR_OK);
	ck_assert_int_eq(sdmx_accept_set(&accepted, &arena, "labels", "name", &error), ERR_OK);
	ck_assert_str_eq(accepted.content_type, "text/csv; charset=utf-8");
	ck_assert_int_eq(sdmx_accept(&arena, offered, "", NULL, &accepted, &error), ERR_OK);
	ck_assert_int_eq(sdmx_accept_set(&accepted, &arena, "labels", "name", &error), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "format=csv"));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_highest_quality_is_chosen_and_the_closest_range_counts),
	KIT_TEST(what_takes_nothing_is_told_what_there_is),
	KIT_TEST(the_parameter_goes_before_the_header),
	KIT_TEST(the_parameters_of_csv_may_stand_in_the_query),
};
KIT_MAIN("sdmx_accept", tests)
