/* Tests of what the cache tells SDMX answers apart by: two queries that may have different answers never look the same. */
#include <string.h>

#include "cgi/data/sdmx/sdmx.h"
#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static const char *variant(const char *query, const char *accept)
{
	struct raw_request raw = { .accept = accept };
	struct request_parts parts = { .raw = &raw };
	struct request request = { .arena = &arena, .parts = &parts };
	struct error error = ERROR_INIT;

	ck_assert_int_eq(decode_form(&arena, query, strlen(query), &parts.query, &error), ERR_OK);
	return sdmx_data_variant(&request);
}

START_TEST(other_queries_and_formats_are_told_apart)
{
	static const struct { const char *query, *accept; } asked[] = {
		{ "", "" }, { "", "text/csv" }, { "", "application/xml" }, { "", "application/vnd.sdmx.data+csv" },
		{ "", "application/vnd.sdmx.data+csv;labels=both" }, { "format=csv", "" }, { "limit=1", "" }, { "limit=1&offset=1", "" },
		{ "c[REASON]=ne:x&c[REF_AREA]=KGZ", "" }, { "c[REASON]=ne:x%0Ac[REF_AREA]=KGZ", "" }, { "c[REASON]=ne:x%0A11%20c[REF_AREA]=3%20KGZ", "" },
		{ "c[REASON]=ne:x%26c[REF_AREA]=KGZ", "" }, { "c[A]=B", "" }, { "c[A]=B=", "" },
	};
	const size_t count = sizeof asked / sizeof *asked;

	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < i; n++)
			ck_assert_msg(strcmp(variant(asked[i].query, asked[i].accept), variant(asked[n].query, asked[n].accept)) != 0, "%s and %s", asked[i].query, asked[n].query);
}
END_TEST

START_TEST(the_same_in_other_words_is_kept_once)
{
	ck_assert_str_eq(variant("c%5BREF_AREA%5D=KGZ", "*/*"), variant("c[REF_AREA]=KGZ", ""));
	ck_assert_str_eq(variant("", "application/json;q=0.1, text/csv"), variant("", "text/csv"));
	/* The language is in the key already. */
	ck_assert_str_eq(variant("lang=ru", ""), variant("", ""));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(other_queries_and_formats_are_told_apart),
	KIT_TEST(the_same_in_other_words_is_kept_once),
};
KIT_MAIN("sdmx_variant", tests)
