/* Tests of structure queries: what they take, what belongs to it, and messages that are well-formed whatever the catalogues hold. */
#include <expat.h>
#include <jansson.h>
#include <string.h>

#include "cgi/data/sdmx/schema.h"
#include "cgi/data/sdmx/structure.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/snapshot.h"
#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;
static struct database *db;
static struct sdmx_model *model;
static struct sdmx_artefacts artefacts;

static void make(const char *more)
{
	struct snapshot snapshot;

	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_summarise(true);
	world_alter(PUBLIC, more);
	ck_ok(snapshot_open(&db, snapshot_path(&arena, kit_folder(), STATISTICS_PUBLIC), &arena, &snapshot, &error), error);
	ck_ok(sdmx_model_read(db, &arena, &model, &error), error);
}

static enum err ask(const char *type, const char *resource, const char *item, const char *references, const char *detail)
{
	const struct sdmx_structure_path path = { type, "*", resource, "~", item };
	const struct sdmx_pair pairs[] = { { "references", references }, { "detail", detail } };

	return sdmx_structure_ask(&arena, db, model, &path, pairs, 2, &artefacts, &error);
}

/* "type:id …" of what a query takes, that which was asked for with a star. */
static const char *taken(const char *type, const char *resource, const char *references)
{
	const char *all = "";

	ck_ok(ask(type, resource, "", references, "full"), error);
	for (int t = 0; t < SDMX_ARTEFACTS; t++)
		for (size_t i = 0; i < sdmx_artefact_count(model, (enum sdmx_artefact)t); i++)
			if (artefacts.marks[t][i] != SDMX_LEFT_OUT)
				all = arena_printf(&arena, "%s%s%s:%s%s", all, *all == '\0' ? "" : " ", sdmx_artefact_type_name((enum sdmx_artefact)t),
					sdmx_artefact_id(model, (enum sdmx_artefact)t, i), artefacts.marks[t][i] == SDMX_ASKED ? "*" : "");
	return all;
}

START_TEST(references_lead_down_and_up)
{
	make("SELECT 1");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "none"), "dataflow:ANSWERS_T*");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "children"), "agencyscheme:AGENCIES dataflow:ANSWERS_T* datastructure:ANSWERS_T");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "descendants"),
		"agencyscheme:AGENCIES codelist:CL_FREQ codelist:CL_OBS_STATUS codelist:CL_CONF_STATUS codelist:CL_AREA codelist:CL_UNIT "
		"codelist:CL_INDICATOR_T conceptscheme:CONCEPTS dataflow:ANSWERS_T* datastructure:ANSWERS_T");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "parents"), "categorisation:ANSWERS_T dataconstraint:ANSWERS_T dataflow:ANSWERS_T*");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "parentsandsiblings"), "agencyscheme:AGENCIES categorisation:ANSWERS_T "
		"categoryscheme:FRAMEWORKS dataconstraint:ANSWERS_T dataflow:ANSWERS_T* datastructure:ANSWERS_T");
	ck_assert_str_eq(taken("codelist", "CL_DOMAIN_T", "parents"), "codelist:CL_DOMAIN_T* datastructure:DOMAINS_T");
	ck_assert_str_eq(taken("codelist", "CL_DOMAIN_T", "ancestors"),
		"categorisation:DOMAINS_T codelist:CL_DOMAIN_T* dataconstraint:DOMAINS_T dataflow:DOMAINS_T datastructure:DOMAINS_T");
	ck_assert_str_eq(taken("datastructure", "DOMAINS_T", "dataflow,conceptscheme"), "conceptscheme:CONCEPTS dataflow:DOMAINS_T datastructure:DOMAINS_T*");
	ck_assert_str_eq(taken("datastructure", "DOMAINS_T", "hierarchy"), "datastructure:DOMAINS_T*");
	ck_assert_str_eq(taken("dataflow", "ANSWERS_T", "none,children,none,children"), taken("dataflow", "ANSWERS_T", "children"));
	ck_assert_str_eq(taken("dataconstraint", "DOMAINS_T", "children"), "agencyscheme:AGENCIES dataconstraint:DOMAINS_T* dataflow:DOMAINS_T");
}
END_TEST

START_TEST(all_of_everything_is_all_there_is)
{
	make("SELECT 1");
	const char *all = taken("*", "*", "none");
	ck_assert_str_eq(taken("", "", "all"), all);
	ck_assert_ptr_nonnull(strstr(all, "categorisation:COMPLIANCE_T*"));
	/* What there is no data for has no constraint. */
	ck_assert_str_eq(taken("dataconstraint", "*", "none"), "dataconstraint:ANSWERS_T* dataconstraint:REGIONAL_T* dataconstraint:DOMAINS_T* dataconstraint:COVERAGE_T* "
		"dataconstraint:COMPLIANCE_T*");
	ck_assert_str_eq(taken("*", "ANSWERS_T,CL_FREQ", "none"),
		"categorisation:ANSWERS_T* codelist:CL_FREQ* dataconstraint:ANSWERS_T* dataflow:ANSWERS_T* datastructure:ANSWERS_T*");
}
END_TEST

START_TEST(refusals_name_what_there_is)
{
	static const struct { const char *type, *resource, *item, *references, *detail; enum err err; const char *says; } cases[] = {
		{ "flow", "", "", "none", "full", ERR_INVALID, "dataflow, datastructure" },
		{ "metadataflow", "", "", "none", "full", ERR_NOT_FOUND, "dataflow, datastructure" },
		{ "dataflow", "NIX", "", "none", "full", ERR_NOT_FOUND, "ANSWERS_T, REGIONAL_T" },
		{ "dataflow", "a b", "", "none", "full", ERR_INVALID, "*" },
		{ "codelist", "CL_NIX", "", "none", "full", ERR_NOT_FOUND, "CL_FREQ" },
		{ "dataflow", "", "", "up", "full", ERR_INVALID, "parentsandsiblings" },
		{ "dataflow", "", "", "none,", "full", ERR_INVALID, "descendants" },
		{ "dataflow", "", "", "none", "some", ERR_INVALID, "allstubs" },
		{ "dataflow", "ANSWERS_T", "A", "none", "full", ERR_INVALID, "codelist" },
		{ "codelist", "CL_FREQ", "A,X", "none", "full", ERR_NOT_FOUND, "X" },
		{ "codelist", "CL_FREQ", "A,", "none", "full", ERR_INVALID, "*" },
	};

	make("SELECT 1");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_refused(ask(cases[i].type, cases[i].resource, cases[i].item, cases[i].references, cases[i].detail), cases[i].err, error);
		ck_assert_msg(strstr(error.text, cases[i].says) != NULL, "%s", error.text);
		ck_assert_str_ne(error.field, "");
	}
	const struct sdmx_structure_path version = { "dataflow", "ALMATY", "*", "1.1", "" }, agency = { "dataflow", "ECB", "*", "~", "" },
		fine = { "dataflow", "ALMATY", "*", "~", "" };
	const struct sdmx_pair unknown = { "nix", "1" };
	ck_refused(sdmx_structure_ask(&arena, db, model, &version, NULL, 0, &artefacts, &error), ERR_NOT_FOUND, error);
	ck_refused(sdmx_structure_ask(&arena, db, model, &agency, NULL, 0, &artefacts, &error), ERR_NOT_FOUND, error);
	ck_refused(sdmx_structure_ask(&arena, db, model, &fine, &unknown, 1, &artefacts, &error), ERR_INVALID, error);
}
END_TEST

/* --- messages --- */

/* The data of the message; valid until the next one. */
static json_t *as_json(void)
{
	static json_t *message;
	struct buffer out = BUFFER_INIT(1 << 24);
	json_error_t fault;

	json_decref(message);
	ck_ok(sdmx_write_structure(&artefacts, SDMX_FORMAT_JSON, &out, &error), error);
	message = json_loads(buffer_text(&out), 0, &fault);
	ck_assert_msg(message != NULL, "%s", fault.text);
	buffer_release(&out);
	return json_object_get(message, "data");
}

static void check_xml(const struct buffer *out)
{
	XML_Parser parser = XML_ParserCreate(NULL);

	ck_assert_msg(XML_Parse(parser, out->data, (int)out->length, 1) == XML_STATUS_OK, "%s", XML_ErrorString(XML_GetErrorCode(parser)));
	XML_ParserFree(parser);
}

static const char *as_xml(void)
{
	struct buffer out = BUFFER_INIT(1 << 24);

	ck_ok(sdmx_write_structure(&artefacts, SDMX_FORMAT_XML, &out, &error), error);
	check_xml(&out);
	const char *text = arena_strdup(&arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

START_TEST(stubs_have_no_content_and_say_where_it_is)
{
	make("SELECT 1");
	ck_ok(ask("datastructure", "ANSWERS_T", "", "children", "referencestubs"), error);
	json_t *data = as_json();
	ck_assert_ptr_nonnull(json_object_get(json_array_get(json_object_get(data, "dataStructures"), 0), "dataStructureComponents"));
	json_t *list = json_array_get(json_object_get(data, "codelists"), 0);
	ck_assert_ptr_null(json_object_get(list, "codes"));
	ck_assert(json_is_true(json_object_get(list, "isExternalReference")));
	artefacts.prefix = "/members";
	const char *xml = as_xml();
	ck_assert_ptr_nonnull(strstr(xml, "structureURL=\"/members/sdmx/v2/structure/codelist/ALMATY/CL_FREQ/1.0\""));
	ck_assert_ptr_null(strstr(xml, "<str:Code "));
	ck_ok(ask("dataflow", "ANSWERS_T", "", "none", "allstubs"), error);
	ck_assert_ptr_null(strstr(as_xml(), "com:Description"));
	ck_ok(ask("dataflow", "ANSWERS_T", "", "none", "allcompletestubs"), error);
	ck_assert_ptr_nonnull(strstr(as_xml(), "com:Description"));
}
END_TEST

START_TEST(partial_schemes_hold_what_is_used_or_asked_for)
{
	make("SELECT 1");
	ck_ok(ask("codelist", "CL_FREQ", "A,M", "none", "full"), error);
	json_t *list = json_array_get(json_object_get(as_json(), "codelists"), 0);
	ck_assert(json_is_true(json_object_get(list, "isPartial")));
	ck_assert_uint_eq(json_array_size(json_object_get(list, "codes")), 2);
	ck_ok(ask("datastructure", "COMPLIANCE_T", "", "descendants", "referencepartial"), error);
	list = json_array_get(json_object_get(as_json(), "conceptSchemes"), 0);
	ck_assert(json_is_true(json_object_get(list, "isPartial")));
	ck_assert_uint_eq(json_array_size(json_object_get(list, "concepts")), sdmx_flow_find(model, "COMPLIANCE_T")->count);
	ck_ok(ask("datastructure", "COMPLIANCE_T", "", "descendants", "full"), error);
	list = json_array_get(json_object_get(as_json(), "conceptSchemes"), 0);
	ck_assert_ptr_null(json_object_get(list, "isPartial"));
	ck_assert_uint_eq(json_array_size(json_object_get(list, "concepts")), model->concept_count);
}
END_TEST

START_TEST(hostile_names_stay_names)
{
	static const char hostile[] = "</com:Name><x a=\"1\">&]]>'\\\"\t{{X}}";

	make(arena_printf(&arena, "UPDATE text SET text = '%s'; UPDATE indicator SET unit = '<' || code;", "</com:Name><x a=\"1\">&]]>''\\\"\t{{X}}"));
	ck_ok(ask("*", "*", "", "none", "full"), error);
	ck_assert_ptr_null(strstr(as_xml(), "<x a="));
	json_t *lists = json_object_get(as_json(), "codelists"), *list;
	size_t i, found = 0;
	json_array_foreach(lists, i, list)
		if (strcmp(json_string_value(json_object_get(list, "id")), "CL_INDICATOR_T") == 0)
			found += strcmp(json_string_value(json_object_get(json_array_get(json_object_get(list, "codes"), 0), "name")), hostile) == 0;
	ck_assert_uint_eq(found, 1);
	for (size_t f = 0; f < model->flow_count; f++) {
		struct buffer out = BUFFER_INIT(1 << 20);
		ck_ok(sdmx_write_schema(&arena, &model->flows[f], false, "TIME_PERIOD", &out, &error), error);
		check_xml(&out);
		buffer_release(&out);
	}
}
END_TEST

START_TEST(names_come_in_the_reader_s_language_and_in_all)
{
	make("INSERT INTO text VALUES ('participant', 'XAA', 'title', 'ru', 'Альфаландия')");
	ck_ok(ask("codelist", "CL_AREA", "XAA", "none", "full"), error);
	artefacts.language = "ru";
	json_t *code = json_array_get(json_object_get(json_array_get(json_object_get(as_json(), "codelists"), 0), "codes"), 0);
	ck_assert_str_eq(json_string_value(json_object_get(code, "name")), "Альфаландия");
	ck_assert_str_eq(json_string_value(json_object_get(json_object_get(code, "names"), "en")), "Made-up XAA");
	ck_assert_ptr_nonnull(strstr(as_xml(), "<com:Name xml:lang=\"en\">Made-up XAA</com:Name><com:Name xml:lang=\"ru\">Альфаландия</com:Name>"));
}
END_TEST

START_TEST(a_schema_is_of_a_dimension_that_there_is)
{
	struct buffer out = BUFFER_INIT(1 << 20);

	make("SELECT 1");
	const struct sdmx_flow *flow = sdmx_flow_find(model, "ANSWERS_T");
	ck_refused(sdmx_write_schema(&arena, flow, false, "OBS_VALUE", &out, &error), ERR_INVALID, error);
	ck_assert_ptr_nonnull(strstr(error.text, "REF_AREA"));
	ck_ok(sdmx_write_schema(&arena, flow, true, "AllDimensions", &out, &error), error);
	ck_assert_ptr_nonnull(strstr(buffer_text(&out), "targetNamespace=\"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=ALMATY:ANSWERS_T(1.0):ObsLevelDim:AllDimensions\""));
	ck_assert_ptr_null(strstr(buffer_text(&out), "SeriesType"));
	buffer_release(&out);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(references_lead_down_and_up),
	KIT_TEST(all_of_everything_is_all_there_is),
	KIT_TEST(refusals_name_what_there_is),
	KIT_TEST(stubs_have_no_content_and_say_where_it_is),
	KIT_TEST(partial_schemes_hold_what_is_used_or_asked_for),
	KIT_TEST(hostile_names_stay_names),
	KIT_TEST(names_come_in_the_reader_s_language_and_in_all),
	KIT_TEST(a_schema_is_of_a_dimension_that_there_is),
};

KIT_MAIN("sdmx_structure", tests)
