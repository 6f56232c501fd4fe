/* Tests of the three data messages: what they do with odd texts, with nothing, and with more than there is room for. */
#include <jansson.h>
#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static const struct sdmx_concept concept = { .id = "C", .name = { .text = { "A \"concept\"" } } };
static struct sdmx_code areas[] = { { .id = "KGZ", .name = { .text = { "K, <&> \"Z\"" } } }, { .id = "TJK", .name = { .text = { "T" } } } };
static const struct sdmx_codelist cl_area = { .id = "CL_AREA", .codes = areas, .count = 2 };
static struct sdmx_component components[] = {
	{ .id = "REF_AREA", .concept = &concept, .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &cl_area },
	{ .id = "TIME_PERIOD", .concept = &concept, .role = SDMX_TIME, .type = SDMX_PERIOD },
	{ .id = "OBS_VALUE", .concept = &concept, .role = SDMX_MEASURE, .type = SDMX_NUMBER },
	{ .id = "FLAG", .concept = &concept, .role = SDMX_ATTRIBUTE, .type = SDMX_FLAG },
	{ .id = "REASON", .concept = &concept, .role = SDMX_ATTRIBUTE, .type = SDMX_TEXT },
	{ .id = "RUN", .concept = &concept, .role = SDMX_ATTRIBUTE, .type = SDMX_TEXT, .on_dataset = true },
};
static const struct sdmx_flow flow = { .id = "F", .name = { .text = { "A flow" } }, .components = components, .count = 6, .dimension_count = 1,
	.measure_count = 1 };
static const struct sdmx_model model = { .run = "20260101T000000Z-ab", .made_at = "2026-01-01T00:00:00Z", .audience = "public", .methods = "m" };

#define REASON "=1+1, \"quoted\"\r\n<b>&amp;\t\x01 é"

static const char *row_a[] = { "KGZ", "2018", "82.5", "true", REASON, "run" };
static const char *row_b[] = { "KGZ", "2019-S1", NULL, NULL, NULL, "run" };
static const char *row_c[] = { "TJK", "2018", "-1e+20", "false", "", "run" };
static const char **rows[] = { row_a, row_b, row_c };

typedef enum err writer(const struct sdmx_selection *selection, struct arena *memory, struct buffer *out, struct error *error);

static const char *written(writer *write, const struct sdmx_ask *ask, size_t at, bool keys_only)
{
	bool shown[] = { true, true, !keys_only, !keys_only, !keys_only, !keys_only };
	struct sdmx_set set = { .flow = &flow, .shown = shown, .at = at, .rows = rows, .count = 3 };
	struct sdmx_selection selection = { .model = &model, .ask = ask, .language = "en", .sets = &set, .count = 1, .keys_only = keys_only };
	struct buffer out = BUFFER_INIT(1 << 20);
	struct error error = ERROR_INIT;

	ck_assert_msg(write(&selection, &arena, &out, &error) == ERR_OK, "%s", error.text);
	const char *text = arena_strdup(&arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

static const struct sdmx_ask plain;

START_TEST(csv_quotes_and_leaves_words_as_they_are)
{
	ck_assert_str_eq(written(sdmx_write_csv, &plain, 1, false),
		"STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,FLAG,REASON,RUN\r\n"
		"dataflow,ALMATY:F(1.0),I,KGZ,2018,82.5,true,\"=1+1, \"\"quoted\"\"\r\n<b>&amp;\t\x01 é\",run\r\n"
		"dataflow,ALMATY:F(1.0),I,KGZ,2019-S1,,,,run\r\n"
		"dataflow,ALMATY:F(1.0),I,TJK,2018,-1e+20,false,,run\r\n");
}
END_TEST

START_TEST(csv_has_names_keys_and_periods_as_asked)
{
	const struct sdmx_ask ask = { .of_structure = true,
		.accepted = { .labels = SDMX_LABELS_BOTH, .time_format = SDMX_TIME_NORMALIZED, .keys = SDMX_KEYS_BOTH } };
	const char *text = written(sdmx_write_csv, &ask, 1, false);

	ck_assert_ptr_nonnull(strstr(text, "ACTION,SERIES_KEY,OBS_KEY,\"REF_AREA: A \"\"concept\"\"\","));
	ck_assert_ptr_nonnull(strstr(text, "\r\ndatastructure,ALMATY:F(1.0): A flow,I,KGZ,KGZ.2018,\"KGZ: K, <&> \"\"Z\"\"\",2018-12,82.5"));
	ck_assert_ptr_nonnull(strstr(text, ",I,KGZ,KGZ.2019-S1,\"KGZ: K, <&> \"\"Z\"\"\",2019-06,,"));
}
END_TEST

START_TEST(series_alone_have_no_period)
{
	ck_assert_str_eq(written(sdmx_write_csv, &plain, 1, true),
		"STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA\r\ndataflow,ALMATY:F(1.0),I,KGZ\r\ndataflow,ALMATY:F(1.0),I,KGZ\r\ndataflow,ALMATY:F(1.0),I,TJK\r\n");
}
END_TEST

START_TEST(json_reads_back_what_was_there)
{
	json_error_t why;
	json_t *message = json_loads(written(sdmx_write_json, &plain, 1, false), 0, &why);
	ck_assert_msg(message != NULL, "%s", why.text);
	json_t *data = json_object_get(message, "data");
	json_t *set = json_array_get(json_object_get(data, "dataSets"), 0);
	json_t *series = json_object_get(set, "series");
	json_t *first = json_object_get(json_object_get(json_object_get(series, "0"), "observations"), "0");
	json_t *second = json_object_get(json_object_get(json_object_get(series, "0"), "observations"), "1");
	json_t *third = json_object_get(json_object_get(json_object_get(series, "1"), "observations"), "0");

	ck_assert_uint_eq(json_object_size(series), 2);
	ck_assert(json_real_value(json_array_get(first, 0)) >= 82.5 && json_real_value(json_array_get(first, 0)) <= 82.5);
	ck_assert(json_is_true(json_array_get(first, 1)));
	ck_assert_str_eq(json_string_value(json_array_get(first, 2)), REASON);
	for (size_t i = 0; i < 3; i++)
		ck_assert(json_is_null(json_array_get(second, i)));
	ck_assert(json_is_false(json_array_get(third, 1)));
	/* Of the whole data set: an index into the values of the structure. */
	ck_assert_int_eq(json_integer_value(json_array_get(json_object_get(set, "attributes"), 0)), 0);
	json_t *attributes = json_object_get(json_object_get(json_array_get(json_object_get(data, "structures"), 0), "attributes"), "dataSet");
	json_t *value = json_array_get(json_object_get(json_array_get(attributes, 0), "values"), 0);
	ck_assert_str_eq(json_string_value(json_object_get(value, "value")), "run");
	json_decref(message);
}
END_TEST

START_TEST(json_can_be_flat_or_only_of_series)
{
	json_t *flat = json_loads(written(sdmx_write_json, &plain, SDMX_FLAT, false), 0, NULL);
	json_t *set = json_array_get(json_object_get(json_object_get(flat, "data"), "dataSets"), 0);
	ck_assert_uint_eq(json_object_size(json_object_get(set, "observations")), 3);
	ck_assert_ptr_nonnull(json_object_get(json_object_get(set, "observations"), "1:0"));
	json_decref(flat);
	json_t *keys = json_loads(written(sdmx_write_json, &plain, 1, true), 0, NULL);
	set = json_array_get(json_object_get(json_object_get(keys, "data"), "dataSets"), 0);
	ck_assert_uint_eq(json_object_size(json_object_get(set, "series")), 2);
	json_decref(keys);
}
END_TEST

START_TEST(xml_escapes_and_leaves_out_what_is_not_there)
{
	const char *text = written(sdmx_write_ml, &plain, 1, false);

	ck_assert_ptr_nonnull(strstr(text, "<Atts RUN=\"run\"/><Series REF_AREA=\"KGZ\"><Obs TIME_PERIOD=\"2018\" OBS_VALUE=\"82.5\" FLAG=\"true\" "
		"REASON=\"=1+1, &quot;quoted&quot;&#13;&#10;&lt;b&gt;&amp;amp;&#9;\xEF\xBF\xBD é\"/><Obs TIME_PERIOD=\"2019-S1\"/></Series>"
		"<Series REF_AREA=\"TJK\">"));
	ck_assert_ptr_nonnull(strstr(text, "<mes:ID>RUN-20260101T000000Z-ab</mes:ID>"));
	text = written(sdmx_write_ml, &plain, SDMX_FLAT, false);
	ck_assert_ptr_nonnull(strstr(text, "<Obs REF_AREA=\"KGZ\" TIME_PERIOD=\"2019-S1\"/>"));
	ck_assert_ptr_null(strstr(text, "<Series"));
	text = written(sdmx_write_ml, &plain, 1, true);
	ck_assert_ptr_nonnull(strstr(text, "<Series REF_AREA=\"TJK\"/></mes:DataSet>"));
}
END_TEST

START_TEST(what_has_no_room_is_too_large)
{
	static writer *const writers[] = { sdmx_write_csv, sdmx_write_json, sdmx_write_ml };
	bool shown[] = { true, true, true, true, true, true };
	struct sdmx_set set = { .flow = &flow, .shown = shown, .at = 1, .rows = rows, .count = 3 };
	struct sdmx_selection selection = { .model = &model, .ask = &plain, .language = "en", .sets = &set, .count = 1 };

	for (size_t i = 0; i < 3; i++) {
		struct buffer out = BUFFER_INIT(200);
		struct error error = ERROR_INIT;
		ck_assert_int_eq(writers[i](&selection, &arena, &out, &error), ERR_TOO_LARGE);
		buffer_release(&out);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(csv_quotes_and_leaves_words_as_they_are),
	KIT_TEST(csv_has_names_keys_and_periods_as_asked),
	KIT_TEST(series_alone_have_no_period),
	KIT_TEST(json_reads_back_what_was_there),
	KIT_TEST(json_can_be_flat_or_only_of_series),
	KIT_TEST(xml_escapes_and_leaves_out_what_is_not_there),
	KIT_TEST(what_has_no_room_is_too_large),
};
KIT_MAIN("sdmx_message", tests)
