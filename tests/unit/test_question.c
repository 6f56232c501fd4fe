/* Tests of questions as a round asks them: breakdowns, rules, and rules in words. On the shipped catalogue, with invented participants. */
#include <math.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/catalogue.h"
#include "indicators/model/question.h"
#include "tests/unit/desk.h"

static struct desk desk;

static void load_catalogue(const char *path)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_ok(catalogue_load(desk.db, &kit_actor, path, &changes, &problems, &desk.error), desk.error);
	problems_release(&problems);
}

/* A round of the shipped framework; desk.round becomes it. */
static void open_shipped(void)
{
	static const char *const indicators[] = { "IDR3", "IDR6", "JUS1", "JUS3", "CHD3", "LAW1", "LAW4" };
	static const char *const participants[] = { "XAA" };
	struct round_input input = { .framework = "trafficking", .period = "2025", .opens_on = "2026-03-01", .due_on = "2026-03-20",
		.closes_on = "2026-03-31", .indicators = indicators, .indicator_count = sizeof indicators / sizeof *indicators,
		.participants = participants, .participant_count = 1 };
	struct actor secretariat = desk_actor(SECRETARIAT);

	desk_open(&desk);
	i18n_init(kit_root("build/locale"));
	load_catalogue(kit_root("indicators/catalogue/sdg"));
	load_catalogue(kit_root("indicators/catalogue/trafficking"));
	ck_ok(round_create(desk.db, &secretariat, &input, &desk.round, &desk.error), desk.error);
}

static struct question question_of(const char *code, const char *language)
{
	struct question question;

	i18n_use(language);
	ck_ok(question_load(desk.db, &desk.arena, desk.round, code, language, &question, &desk.error), desk.error);
	return question;
}

/* Whether there is a compiled catalogue beside this build (`make programs`); without one everything is English. */
static bool russian_is_there(void)
{
	return strcmp(i18n_text_in("ru", "Sign in"), "Sign in") != 0;
}

static void change(const char *sql)
{
	ck_ok(database_script(desk.db, sql, &desk.error), desk.error);
}

static const struct question_category *category(const struct question *question, size_t dimension, const char *code)
{
	for (size_t i = 0; i < question->dimensions[dimension].category_count; i++)
		if (strcmp(question->dimensions[dimension].categories[i].code, code) == 0)
			return &question->dimensions[dimension].categories[i];
	ck_abort_msg("no category %s", code);
	return NULL;
}

START_TEST(a_count_is_asked_for_its_breakdowns_in_the_frameworks_order)
{
	static const char *const all[] = { "sex", "age", "exploitation", "crossing", "citizenship" };
	static const char *const of_cases[] = { "exploitation", "crossing" };
	open_shipped();
	struct question question = question_of("IDR3", "en");

	ck_assert_uint_eq(question.dimension_count, 5);
	for (size_t i = 0; i < 5; i++) {
		const struct question_dimension *dimension = &question.dimensions[i];
		ck_assert_str_eq(dimension->code, all[i]);
		ck_assert_uint_ge(dimension->category_count, 3);
		/* What is not known is asked for last. */
		ck_assert_str_eq(dimension->categories[dimension->category_count - 1].code, "unknown");
	}
	question = question_of("JUS1", "en");
	ck_assert_uint_eq(question.dimension_count, 2);
	for (size_t i = 0; i < 2; i++)
		ck_assert_str_eq(question.dimensions[i].code, of_cases[i]);
	desk_close(&desk);
}
END_TEST

START_TEST(breakdowns_have_their_titles_in_the_language)
{
	open_shipped();
	struct question question = question_of("IDR3", "ru");

	ck_assert_str_eq(question.dimensions[0].title, "Пол");
	ck_assert_str_eq(category(&question, 0, "female")->title, "Женский");
	ck_assert_str_eq(category(&question, 1, "child")->title, "До 18 лет");
	question = question_of("IDR3", "en");
	ck_assert_str_eq(question.dimensions[0].title, "Sex");
	ck_assert_str_eq(category(&question, 0, "female")->title, "Female");
	desk_close(&desk);
}
END_TEST

START_TEST(a_title_without_a_translation_is_english_and_without_any_its_code)
{
	open_shipped();
	change("DELETE FROM framework_text WHERE lang = 'ru' AND part IN ('dimension.sex', 'dimension.sex.male');"
		"DELETE FROM framework_text WHERE part = 'dimension.sex.unknown';");
	struct question question = question_of("IDR3", "ru");

	ck_assert_str_eq(question.dimensions[0].title, "Sex");
	ck_assert_str_eq(category(&question, 0, "male")->title, "Male");
	ck_assert_str_eq(category(&question, 0, "female")->title, "Женский");
	ck_assert_str_eq(category(&question, 0, "unknown")->title, "unknown");
	desk_close(&desk);
}
END_TEST

START_TEST(what_has_no_breakdowns_or_rules_is_asked_for_none)
{
	static const char *const codes[] = { "LAW1", "LAW4", "IDR6" };
	open_shipped();

	for (size_t i = 0; i < 3; i++)
		ck_assert_uint_eq(question_of(codes[i], "en").dimension_count, 0);
	ck_assert_uint_eq(question_of("LAW1", "en").rule_count, 0);
	ck_assert_uint_eq(question_of("LAW4", "en").rule_count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_question_has_its_rules_with_their_reasons)
{
	open_shipped();
	struct question question = question_of("IDR6", "en");

	ck_assert_uint_eq(question.rule_count, 2);
	const struct question_rule *rule = &question.rules[0];
	ck_assert_int_eq((int)rule->rule.kind, RULE_AT_MOST);
	ck_assert(rule->rule.hard);
	ck_assert_int_eq((int)rule->rule.part, RULE_NUMERATOR);
	ck_assert_str_eq(rule->rule.other, "IDR3");
	ck_assert_int_eq((int)rule->rule.other_part, RULE_VALUE);
	ck_assert_str_eq(rule->other_title, "Victims identified");
	ck_assert_ptr_nonnull(strstr(rule->why, "cannot be more"));
	ck_assert_int_eq((int)question.rules[1].rule.kind, RULE_EQUALS);
	ck_assert(!question.rules[1].rule.hard);
	ck_assert_int_eq((int)question.rules[1].rule.part, RULE_DENOMINATOR);

	question = question_of("IDR6", "ru");
	ck_assert_str_eq(question.rules[0].other_title, "Выявленные жертвы");
	ck_assert_ptr_nonnull(strstr(question.rules[0].why, "не может быть больше"));

	question = question_of("IDR3", "en");
	ck_assert_uint_eq(question.rule_count, 1);
	ck_assert_int_eq((int)question.rules[0].rule.kind, RULE_JUMP);
	ck_assert_double_eq(question.rules[0].rule.factor, 2);
	ck_assert_double_eq(question.rules[0].rule.above, 20);
	ck_assert(isnan(question.rules[0].rule.lowest) && isnan(question.rules[0].rule.highest));
	ck_assert_ptr_null(question.rules[0].rule.other);
	desk_close(&desk);
}
END_TEST

START_TEST(a_rule_may_do_without_reason_threshold_and_the_other_indicator)
{
	open_shipped();
	change("DELETE FROM indicator_text WHERE part LIKE 'rule.%';"
		"UPDATE indicator_rule SET above = NULL; UPDATE indicator_rule SET other = 'GONE1' WHERE other IS NOT NULL;");
	struct question question = question_of("IDR3", "en");

	ck_assert_ptr_null(question.rules[0].why);
	ck_assert_double_eq(question.rules[0].rule.above, 0);
	question = question_of("IDR6", "en");
	ck_assert_ptr_null(question.rules[0].other_title);
	ck_assert_str_eq(question_rule_text(&desk.arena, &question, &question.rules[0]), "The numerator is no more than the value of GONE1.");
	desk_close(&desk);
}
END_TEST

START_TEST(a_round_keeps_the_rules_of_the_definition_that_it_asks)
{
	open_shipped();
	change("UPDATE indicator_version SET current = 0"
		" WHERE indicator = (SELECT id FROM indicator WHERE framework = 'trafficking' AND code = 'IDR3');"
		"INSERT INTO indicator_version (indicator, version, current, domain, position, type, unit, direction, digest, loaded_at)"
		" SELECT indicator, version + 1, 1, domain, position, type, unit, direction, 'other', loaded_at FROM indicator_version"
		" WHERE indicator = (SELECT id FROM indicator WHERE framework = 'trafficking' AND code = 'IDR3');"
		"INSERT INTO indicator_rule (indicator_version, position, kind, hard, part, highest)"
		" SELECT MAX(id), 1, 'range', 1, 'value', 9 FROM indicator_version;");
	struct question question = question_of("IDR3", "en");

	ck_assert_uint_eq(question.rule_count, 1);
	ck_assert_int_eq((int)question.rules[0].rule.kind, RULE_JUMP);
	ck_assert_uint_eq(question.dimension_count, 5);
	desk_close(&desk);
}
END_TEST

START_TEST(shipped_rules_read_well_in_both_languages)
{
	static const struct {
		const char *indicator;
		size_t rule;
		const char *en, *ru;
	} cases[] = {
		{ "IDR3", 0, "The value is no more than twice and no less than half that of the last round, where either figure reaches 20.",
			"Значение отличается от прошлого раунда не более чем вдвое, если хотя бы одно из двух чисел достигает 20." },
		{ "IDR6", 0, "The numerator is no more than the value of IDR3 (Victims identified).",
			"Числитель не больше значения показателя IDR3 (Выявленные жертвы)." },
		{ "IDR6", 1, "The denominator is the same as the value of IDR3 (Victims identified).",
			"Знаменатель совпадает со значением показателя IDR3 (Выявленные жертвы)." },
		{ "JUS3", 0, "The value is no more than the value of JUS2 (Persons prosecuted).",
			"Значение не больше значения показателя JUS2 (Лица, привлечённые к уголовной ответственности)." },
		{ "CHD3", 0, "The denominator is no more than the denominator of XBR4 (Returns preceded by a risk assessment).",
			"Знаменатель не больше знаменателя показателя XBR4 (Доля возвращений, которым предшествовала оценка рисков)." },
	};
	open_shipped();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct question question = question_of(cases[i].indicator, "en");
		ck_assert_uint_gt(question.rule_count, cases[i].rule);
		ck_assert_str_eq(question_rule_text(&desk.arena, &question, &question.rules[cases[i].rule]), cases[i].en);
		question = question_of(cases[i].indicator, "ru");
		if (russian_is_there())
			ck_assert_str_eq(question_rule_text(&desk.arena, &question, &question.rules[cases[i].rule]), cases[i].ru);
	}
	desk_close(&desk);
}
END_TEST

#define RANGE(part_, lowest_, highest_) { .kind = RULE_RANGE, .part = part_, .lowest = lowest_, .highest = highest_ }
#define JUMP(factor_, above_) { .kind = RULE_JUMP, .factor = factor_, .above = above_ }
#define COMPARED(kind_, part_, other_part_) { .kind = kind_, .part = part_, .other = "B1", .other_part = other_part_ }

START_TEST(every_kind_of_rule_has_its_words)
{
	static const struct {
		const char *unit;
		struct rule rule;
		const char *en, *ru;
	} cases[] = {
		{ "persons", RANGE(RULE_VALUE, 1, 1500), "The value lies between 1 and 1500.", "Значение находится в пределах от 1 до 1500." },
		{ "persons", RANGE(RULE_VALUE, 0.5, NAN), "The value is at least 0.5.", "Значение не меньше 0,5." },
		{ "persons", RANGE(RULE_VALUE, -12345.5, 9999999), "The value lies between -12,345.5 and 9,999,999.",
			"Значение находится в пределах от -12\u00a0345,5 до 9\u00a0999\u00a0999." },
		{ "persons", RANGE(RULE_VALUE, 9999, 100000), "The value lies between 9999 and 100,000.",
			"Значение находится в пределах от 9999 до 100\u00a0000." },
		{ "persons", RANGE(RULE_VALUE, 0.0001234567, 1e300), "The value lies between 0.0001234567 and 1e+300.",
			"Значение находится в пределах от 0,0001234567 до 1e+300." },
		{ "per_100000", RANGE(RULE_DENOMINATOR, NAN, 9), "The denominator is at most 9.", "Знаменатель не больше 9." },
		{ "percent", RANGE(RULE_VALUE, NAN, 99.5), "The value is at most 99.5%.", "Значение не больше 99,5 %." },
		{ "percent", RANGE(RULE_NUMERATOR, 0, 9), "The numerator lies between 0 and 9.", "Числитель находится в пределах от 0 до 9." },
		{ "persons", JUMP(2, 0), "The value is no more than twice and no less than half that of the last round.",
			"Значение отличается от прошлого раунда не более чем вдвое." },
		{ "persons", JUMP(3, 0), "The value is up or down by no more than a factor of 3 since the last round.",
			"Значение отличается от прошлого раунда не более чем в 3 раза." },
		{ "persons", JUMP(5, 10), "The value is up or down by no more than a factor of 5 since the last round, where either figure reaches 10.",
			"Значение отличается от прошлого раунда не более чем в 5 раз, если хотя бы одно из двух чисел достигает 10." },
		{ "persons", JUMP(1.5, 0), "The value is up or down by no more than a factor of 1.5 since the last round.",
			"Значение отличается от прошлого раунда не более чем в 1,5 раза." },
		{ "persons", JUMP(21, 0), "The value is up or down by no more than a factor of 21 since the last round.",
			"Значение отличается от прошлого раунда не более чем в 21 раз." },
		{ "percent", JUMP(2, 5), "The value is no more than twice and no less than half that of the last round, where either figure reaches 5%.",
			"Значение отличается от прошлого раунда не более чем вдвое, если хотя бы одно из двух чисел достигает 5 %." },
		{ "persons", COMPARED(RULE_AT_MOST, RULE_VALUE, RULE_NUMERATOR), "The value is no more than the numerator of B1.",
			"Значение не больше числителя показателя B1." },
		{ "per_100000", COMPARED(RULE_AT_MOST, RULE_NUMERATOR, RULE_DENOMINATOR), "The numerator is no more than the denominator of B1.",
			"Числитель не больше знаменателя показателя B1." },
		{ "per_100000", COMPARED(RULE_EQUALS, RULE_DENOMINATOR, RULE_NUMERATOR), "The denominator is the same as the numerator of B1.",
			"Знаменатель совпадает с числителем показателя B1." },
		{ "per_100000", COMPARED(RULE_EQUALS, RULE_DENOMINATOR, RULE_DENOMINATOR), "The denominator is the same as the denominator of B1.",
			"Знаменатель совпадает со знаменателем показателя B1." },
	};
	struct arena arena = ARENA_INIT;

	i18n_init(kit_root("build/locale"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct question question = { .unit = cases[i].unit };
		const struct question_rule rule = { .rule = cases[i].rule };
		i18n_use("en");
		ck_assert_str_eq(question_rule_text(&arena, &question, &rule), cases[i].en);
		i18n_use("ru");
		if (russian_is_there())
			ck_assert_str_eq(question_rule_text(&arena, &question, &rule), cases[i].ru);
	}
	arena_release(&arena);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_count_is_asked_for_its_breakdowns_in_the_frameworks_order),
	KIT_TEST(breakdowns_have_their_titles_in_the_language),
	KIT_TEST(a_title_without_a_translation_is_english_and_without_any_its_code),
	KIT_TEST(what_has_no_breakdowns_or_rules_is_asked_for_none),
	KIT_TEST(a_question_has_its_rules_with_their_reasons),
	KIT_TEST(a_rule_may_do_without_reason_threshold_and_the_other_indicator),
	KIT_TEST(a_round_keeps_the_rules_of_the_definition_that_it_asks),
	KIT_TEST(shipped_rules_read_well_in_both_languages),
	KIT_TEST(every_kind_of_rule_has_its_words),
};
KIT_MAIN("question", tests)
