/* Tests of references to artefacts: lists of ids, and versions. */
#include <string.h>

#include "cgi/data/sdmx/reference.h"
#include "tests/unit/kit.h"

START_TEST(ids_are_all_or_alternatives)
{
	struct error error = ERROR_INIT;

	ck_assert(sdmx_is_listed("*", "ANSWERS_IHR") && sdmx_is_listed("", "ANSWERS_IHR"));
	ck_assert(sdmx_is_listed("OFFICIAL,ANSWERS_IHR", "ANSWERS_IHR") && sdmx_is_listed("A,*", "ANSWERS_IHR"));
	ck_assert(!sdmx_is_listed("ANSWERS,IHR,ANSWERS_IHRX", "ANSWERS_IHR"));
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(sdmx_list_check((const char *const[]){ "", "*", "A,B_c-1", "ECB.STAT,*" }[i], "resourceID", &error), ERR_OK);
	for (size_t i = 0; i < 6; i++) {
		ck_assert_int_eq(sdmx_list_check((const char *const[]){ ",", "A,", "A,,B", "A*", "A B", "é" }[i], "resourceID", &error), ERR_INVALID);
		ck_assert_str_eq(error.field, "resourceID");
	}
}
END_TEST

START_TEST(another_agency_is_told_which_there_is)
{
	struct error error = ERROR_INIT;

	ck_assert_int_eq(sdmx_agency_check("*", &error), ERR_OK);
	ck_assert_int_eq(sdmx_agency_check("ECB,ALMATY", &error), ERR_OK);
	ck_assert_int_eq(sdmx_agency_check("ECB", &error), ERR_NOT_FOUND);
	ck_assert_ptr_nonnull(strstr(error.text, "ALMATY"));
	ck_assert_int_eq(sdmx_agency_check("ECB;", &error), ERR_INVALID);
}
END_TEST

START_TEST(a_version_is_one_or_the_latest_or_all)
{
	static const struct { const char *versions, *version; bool fits; } cases[] = {
		{ "", "1.0", true }, { "*", "1.0", true }, { "+", "1.0", true }, { "~", "1.0", true }, { "1.0", "1.0", true }, { "1.0.0", "1.0", true },
		{ "1", "1.0", true }, { "2.0", "1.0", false }, { "1.1", "1.0", false }, { "1.0.1", "1.0", false }, { "2.0,1.0", "1.0", true },
		{ "1+.0", "1.0", true }, { "1+.0", "2.3", true }, { "2+.0", "1.9", false }, { "1.0+", "1.4", true }, { "1.1+", "1.0", false },
		{ "1.2+.3", "1.2.2", false }, { "1.2+.3", "1.3.0", true }, { "1.2+.3", "2.0", false }, { "1.~", "1.0", true }, { "1.*", "2.0", false },
		{ "~.0.0", "1.0", true }, { "1.0.+", "1.0", true }, { "*.0", "3.1", true }, { "1.0.2*", "1.0.3", true }, { "1.0.2*", "1.1.0", false },
	};
	struct error error = ERROR_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool fits;
		ck_assert_int_eq(sdmx_version_fits(cases[i].versions, cases[i].version, &fits, &error), ERR_OK);
		ck_assert_msg(fits == cases[i].fits, "%s of %s", cases[i].versions, cases[i].version);
	}
}
END_TEST

START_TEST(what_is_no_version_is_told_the_forms)
{
	static const char *const wrong[] = { "latest", "1.", ".1", "1..0", "1.0.0.0", "1+.0+", "v1", "1,", ",", "1.0-draft", "12345678", "1+0", "++", " " };
	struct error error = ERROR_INIT;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		bool fits;
		ck_assert_msg(sdmx_version_fits(wrong[i], "1.0", &fits, &error) == ERR_INVALID, "%s", wrong[i]);
		ck_assert_str_eq(error.field, "version");
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(ids_are_all_or_alternatives),
	KIT_TEST(another_agency_is_told_which_there_is),
	KIT_TEST(a_version_is_one_or_the_latest_or_all),
	KIT_TEST(what_is_no_version_is_told_the_forms),
};
KIT_MAIN("sdmx_reference", tests)
