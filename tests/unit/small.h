/*
 * small: the folder of a small framework, written file by file, for tests of what a catalogue folder may hold and what loading it changes.
 * Domains LAW and GOV, indicators LAW1 and GOV1, the SDG catalogue beside it.
 */
#ifndef TESTS_UNIT_SMALL_H
#define TESTS_UNIT_SMALL_H

#include "indicators/model/catalogue.h"
#include "tests/unit/kit.h"

#define FRAMEWORK \
	"framework: small\n" \
	"position: 1\n" \
	"minimum_reporting: 3\n" \
	"carry_forward: no\n" \
	"title: {en: Small, ru: Малая}\n" \
	"description: {en: Small one, ru: Малая}\n" \
	"domains:\n" \
	"  - {code: LAW, title: {en: Law, ru: Закон}, description: {en: Laws, ru: Законы}}\n" \
	"  - {code: GOV, title: {en: Rule, ru: Власть}, description: {en: Rules, ru: Власти}}\n"

/* Of framework.yaml, at its end: line 10 on. */
#define DIMENSION(code, categories) "  - {code: " code ", title: {en: Title, ru: Название}, categories: [" categories "]}\n"
#define CATEGORY(code) "{code: " code ", title: {en: Title, ru: Название}}"
#define DIMENSIONS "dimensions:\n" DIMENSION("sex", CATEGORY("female") ", " CATEGORY("unknown")) DIMENSION("age", CATEGORY("child") ", " CATEGORY("unknown"))

/* Lines 1-7 say what it is, 8-11 the texts, from 12 what belongs to the type. */
#define HEAD(code, domain, type, unit, direction) \
	"code: " code "\ndomain: " domain "\nposition: 1\ntype: " type "\nunit: " unit "\ndirection: " direction "\nsdg: [\"16.2\"]\n"
#define TEXTS \
	"title: {en: Title, ru: Название}\n" \
	"measures: {en: What is measured, ru: Что измеряется}\n" \
	"guidance: {en: How to answer, ru: Как отвечать}\n" \
	"evidence: {en: What counts, ru: Что считается}\n"
#define LEVEL(n, criteria) "  - title: {en: Level " n ", ru: Уровень " n "}\n    criteria: " criteria "\n"
#define CRITERION "[{en: Fact, ru: Факт}]"
#define LEVELS "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", CRITERION) LEVEL("3", CRITERION) LEVEL("4", CRITERION)
#define LADDER HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS LEVELS
#define COUNT HEAD("GOV1", "GOV", "count", "persons", "neutral") TEXTS
#define ITEM(code, group) "  - {code: " code ", group: " group ", title: {en: Item " code ", ru: Пункт " code "}}\n"
#define GROUPS "groups:\n  - {code: core, title: {en: Core, ru: Основное}}\n"
#define CHECKLIST HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS "items:\n" ITEM("A", "core") ITEM("B", "core") GROUPS

#define SDG \
	"goals:\n" \
	"  - code: \"16\"\n" \
	"    title: {en: Peace, ru: Мир}\n" \
	"    targets:\n" \
	"      - {code: \"16.2\", title: {en: Children, ru: Дети}}\n" \
	"series:\n" \
	"  - code: VC_X\n" \
	"    indicator: \"16.2.2\"\n" \
	"    target: \"16.2\"\n" \
	"    title: {en: Victims, ru: Жертвы}\n" \
	"    unit: number\n" \
	"    direction: neutral\n" \
	"    goal_year: 2030\n" \
	"    base_year: 2015\n" \
	"dimensions:\n" \
	"  - code: sex\n" \
	"    title: {en: Sex, ru: Пол}\n" \
	"    codes:\n" \
	"      - {code: bothsex, total: yes, title: {en: Both, ru: Оба}}\n" \
	"units:\n" \
	"  - {code: number, title: {en: number, ru: число}}\n" \
	"  - {code: level, title: {en: level, ru: уровень}}\n" \
	"  - {code: items, title: {en: items, ru: пункты}}\n" \
	"  - {code: percent, title: {en: percent, ru: процент}}\n" \
	"  - {code: persons, title: {en: persons, ru: лица}}\n" \
	"natures:\n" \
	"  - {code: c, title: {en: country, ru: страна}}\n"

/* A folder within the test's, made. */
const char *small_subfolder(const char *name);

/* Writes the framework's files and the SDG catalogue beside it; without GOV1.yaml where `gov1` is NULL. The folder's path. */
const char *small_folder(const char *framework, const char *law1, const char *gov1);

/* Checking the folder must find a mistake at `place` ("GOV1.yaml:12:") that says `words`. */
void small_problem(const char *path, const char *place, const char *words);

/* Loads the folder, which must be good. */
struct catalogue_changes small_load(struct database *db, const char *path);

#endif
