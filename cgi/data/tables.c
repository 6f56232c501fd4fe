/* tables: the pages of data.fcgi, each a list of tables; the statements are those of snapshot/statements/, the columns those of columns.c. */
#include "cgi/data/data.h"
#include "indicators/base/i18n.h"

#define F BOUND_FRAMEWORK
#define P BOUND_PERIOD
#define I BOUND_INDICATOR
#define C BOUND_PARTICIPANT
#define T BOUND_TARGET
#define S BOUND_SERIES
#define D BOUND_DIMS
#define O BOUND_DOMAIN
#define N BOUND_NUMBER
#define L BOUND_LANG
#define LAST { .name = NULL }

static const struct table home_tables[] = {
	{ "frameworks", N_("Frameworks"), SNAPSHOT_data_frameworks, L, &row_framework, false },
	LAST,
};
static const struct table overview_tables[] = {
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_data_domain_scores, F | P, &row_domain_score, false },
	{ "domain_regional", N_("Region by domain"), SNAPSHOT_data_domain_regional, F | P, &row_domain_regional, true },
	{ "moves", N_("What moved most"), SNAPSHOT_data_moves, F | P, &row_move, false },
	{ "coverage", N_("Coverage"), SNAPSHOT_data_coverage, F | P, &row_coverage, false },
	{ "periods", N_("Periods"), SNAPSHOT_data_periods, F, &row_period, false },
	LAST,
};
static const struct table indicators_tables[] = {
	{ "indicators", N_("Indicators"), SNAPSHOT_data_indicators, F | I | L, &row_indicator, false },
	LAST,
};
static const struct table indicator_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_data_indicator_answers, F | I | P, &row_answer, false },
	{ "cells", N_("Breakdowns"), SNAPSHOT_data_indicator_cells, F | I | P, &row_cell, false },
	{ "regional", N_("Regional figures"), SNAPSHOT_data_indicator_regional, F | I | P, &row_regional, true },
	{ "items", N_("Items of checklists"), SNAPSHOT_data_indicator_items, F | I | P, &row_item, false },
	{ "practice", N_("Practice shared"), SNAPSHOT_data_indicator_practice, F | I | P, &row_practice, false },
	{ "official", N_("Official series"), SNAPSHOT_data_indicator_official, F | I, &row_official, false },
	{ "versions", N_("Versions"), SNAPSHOT_data_indicators, F | I | L, &row_indicator, false },
	{ "texts", N_("Definition"), SNAPSHOT_data_indicator_texts, F | I, &row_text, false },
	LAST,
};
static const struct table countries_tables[] = {
	{ "participants", N_("Governments"), SNAPSHOT_data_participants, C | L, &row_participant, false },
	LAST,
};
static const struct table country_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_data_country_answers, F | C | P, &row_answer, false },
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_data_country_scores, F | C | P, &row_domain_score, false },
	{ "coverage", N_("Coverage"), SNAPSHOT_data_country_coverage, F | C | P, &row_coverage, false },
	{ "sdg", N_("SDG progress"), SNAPSHOT_data_country_progress, C, &row_progress, true },
	{ "verdicts", N_("Verdicts"), SNAPSHOT_data_verdicts, T | C, &row_verdict, false },
	{ "together", N_("SDG targets, series together"), SNAPSHOT_data_together, T | C, &row_together, false },
	{ "compliance", N_("Compliance"), SNAPSHOT_data_country_compliance, F | C | P, &row_compliance, false },
	{ "participants", N_("Governments"), SNAPSHOT_data_participants, C | L, &row_participant, false },
	LAST,
};
static const struct table sdg_tables[] = {
	{ "sdg", N_("SDG progress"), SNAPSHOT_data_progress, T | S | C | D, &row_progress, true },
	{ "verdicts", N_("Verdicts"), SNAPSHOT_data_verdicts, T | S | C, &row_verdict, false },
	{ "together", N_("SDG targets, series together"), SNAPSHOT_data_together, T | C, &row_together, false },
	{ "compliance", N_("Compliance"), SNAPSHOT_data_compliance, F | T, &row_compliance, false },
	{ "targets", N_("SDG targets"), SNAPSHOT_data_targets, T | L, &row_target, false },
	{ "series", N_("Series"), SNAPSHOT_data_series, T | S | L, &row_series, false },
	LAST,
};
static const struct table target_tables[] = {
	{ "official", N_("Official series"), SNAPSHOT_data_official, T | S | C | D, &row_official, false },
	{ "sdg", N_("SDG progress"), SNAPSHOT_data_progress, T | S | C | D, &row_progress, true },
	{ "revisions", N_("Revisions"), SNAPSHOT_data_revisions, T | S, &row_revision, false },
	{ "verdicts", N_("Verdicts"), SNAPSHOT_data_verdicts, T | S | C, &row_verdict, false },
	{ "together", N_("SDG targets, series together"), SNAPSHOT_data_together, T | C, &row_together, false },
	{ "compliance", N_("Compliance"), SNAPSHOT_data_compliance, F | T, &row_compliance, false },
	{ "series", N_("Series"), SNAPSHOT_data_series, T | S | L, &row_series, false },
	{ "targets", N_("SDG targets"), SNAPSHOT_data_targets, T | L, &row_target, false },
	LAST,
};
static const struct table series_tables[] = {
	{ "official", N_("Official series"), SNAPSHOT_data_official, T | S | C | D, &row_official, false },
	{ "sdg", N_("SDG progress"), SNAPSHOT_data_progress, T | S | C | D, &row_progress, true },
	{ "revisions", N_("Revisions"), SNAPSHOT_data_revisions, T | S, &row_revision, false },
	{ "verdicts", N_("Verdicts"), SNAPSHOT_data_verdicts, T | S | C, &row_verdict, false },
	{ "series", N_("Series"), SNAPSHOT_data_series, T | S | L, &row_series, false },
	LAST,
};
static const struct table explain_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_data_indicator_answers, F | I | P, &row_answer, false },
	{ "regional", N_("Regional figures"), SNAPSHOT_data_indicator_regional, F | I | P, &row_regional, true },
	LAST,
};
static const struct table explain_domain_tables[] = {
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_data_explain_scores, F | O | P | C, &row_domain_score, false },
	{ "domain_regional", N_("Region by domain"), SNAPSHOT_data_explain_regional, F | O | P, &row_domain_regional, true },
	LAST,
};
static const struct table explain_score_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_data_explain_answers, F | O | T | P | C, &row_answer, false },
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_data_explain_scores, F | O | P | C, &row_domain_score, false },
	LAST,
};
static const struct table explain_compliance_tables[] = {
	{ "compliance", N_("Compliance"), SNAPSHOT_data_explain_compliance, F | T | P | C, &row_compliance, false },
	LAST,
};
static const struct table explain_compliance_one_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_data_explain_answers, F | O | T | P | C, &row_answer, false },
	{ "compliance", N_("Compliance"), SNAPSHOT_data_explain_compliance, F | T | P | C, &row_compliance, false },
	LAST,
};
static const struct table explain_breakdown_tables[] = {
	{ "cells", N_("Breakdowns"), SNAPSHOT_data_indicator_cells, F | I | P, &row_cell, false },
	LAST,
};
static const struct table explain_sdg_tables[] = {
	{ "official", N_("Official series"), SNAPSHOT_data_official, T | S | C | D, &row_official, false },
	{ "sdg", N_("SDG progress"), SNAPSHOT_data_progress, T | S | C | D, &row_progress, true },
	{ "series", N_("Series"), SNAPSHOT_data_series, T | S | L, &row_series, false },
	LAST,
};
static const struct table compare_tables[] = {
	{ "comparison", N_("Comparison"), SNAPSHOT_data_comparison, F | BOUND_CHOICE, &row_comparison, false },
	LAST,
};
static const struct table methods_tables[] = {
	{ "run", N_("Run"), SNAPSHOT_data_meta, 0, &row_meta, false },
	{ "vintages", N_("Vintages"), SNAPSHOT_data_vintages, 0, &row_vintage, false },
	{ "frameworks", N_("Frameworks"), SNAPSHOT_data_frameworks, L, &row_framework, false },
	{ "series", N_("Series"), SNAPSHOT_data_series, T | S | L, &row_series, false },
	LAST,
};
static const struct table releases_tables[] = {
	{ "releases", N_("Releases"), SNAPSHOT_takeaway_releases, F, &row_release, false },
	LAST,
};
static const struct table release_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_takeaway_answers, F | P | N, &row_standing, false },
	{ "regional", N_("Regional figures"), SNAPSHOT_takeaway_regional, F | P | N, &row_standing_regional, true },
	{ "release", N_("Release"), SNAPSHOT_takeaway_release, F | P | N, &row_release, false },
	LAST,
};

/* --- the exports, the same as of `monitor export` --- */

static const struct table export_regional_tables[] = {
	{ "regional", N_("Regional figures"), SNAPSHOT_export_regional, F | P, &row_regional, true },
	LAST,
};
static const struct table export_answers_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_export_answers, F | P, &row_answer, false },
	LAST,
};
static const struct table export_cells_tables[] = {
	{ "cells", N_("Breakdowns"), SNAPSHOT_export_cells, F | P, &row_cell, false },
	LAST,
};
static const struct table export_coverage_tables[] = {
	{ "coverage", N_("Coverage"), SNAPSHOT_data_coverage, F | P, &row_coverage, false },
	LAST,
};
static const struct table export_items_tables[] = {
	{ "items", N_("Items of checklists"), SNAPSHOT_export_items, F | P, &row_item, false },
	LAST,
};
static const struct table export_sdg_tables[] = {
	{ "sdg", N_("SDG progress"), SNAPSHOT_export_sdg, 0, &row_progress, true },
	LAST,
};

/* --- all of one release --- */

const struct table release_file_tables[] = {
	{ "answers", N_("Answers"), SNAPSHOT_takeaway_answers, F | P | N, &row_standing, false },
	{ "regional", N_("Regional figures"), SNAPSHOT_takeaway_regional, F | P | N, &row_standing_regional, true },
	{ "release", N_("Release"), SNAPSHOT_takeaway_release, F | P | N, &row_release, false },
	{ "indicators", N_("Indicators"), SNAPSHOT_takeaway_indicators, F | P | L, &row_indicator, false },
	{ "domains", N_("Domains"), SNAPSHOT_takeaway_domains, F | L, &row_domain, false },
	{ "participants", N_("Governments"), SNAPSHOT_takeaway_participants, F | P | L, &row_participant, false },
	{ "codes", N_("Codes"), SNAPSHOT_takeaway_codes, F, &row_code, false },
	LAST,
};
const struct table release_file_newest_tables[] = {
	{ "breakdowns", N_("Breakdowns"), SNAPSHOT_export_cells, F | P, &row_cell, false },
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_data_domain_scores, F | P, &row_domain_score, false },
	{ "domain_regional", N_("Region by domain"), SNAPSHOT_data_domain_regional, F | P, &row_domain_regional, true },
	{ "coverage", N_("Coverage"), SNAPSHOT_data_coverage, F | P, &row_coverage, false },
	{ "items", N_("Items of checklists"), SNAPSHOT_export_items, F | P, &row_item, false },
	LAST,
};

const struct table release_file_older_tables[] = {
	{ "breakdowns", N_("Breakdowns"), SNAPSHOT_takeaway_cells, F | P | N, &row_cell, false },
	{ "domain_scores", N_("Scores by domain"), SNAPSHOT_takeaway_domain_scores, F | P | N, &row_standing_score, false },
	{ "domain_regional", N_("Region by domain"), SNAPSHOT_takeaway_domain_regional, F | P | N, &row_domain_regional, true },
	{ "coverage", N_("Coverage"), SNAPSHOT_takeaway_coverage, F | P | N, &row_coverage, false },
	LAST,
};

const struct data_page data_home = { N_("Frameworks"), home_tables, false };
const struct data_page data_overview = { N_("Overview of a framework"), overview_tables, false };
const struct data_page data_indicators = { N_("Catalogue of indicators"), indicators_tables, false };
const struct data_page data_indicator = { N_("An indicator"), indicator_tables, false };
const struct data_page data_countries = { N_("Governments that take part"), countries_tables, false };
const struct data_page data_country = { N_("A government"), country_tables, false };
const struct data_page data_sdg = { N_("Progress by SDG target"), sdg_tables, false };
const struct data_page data_target = { N_("An SDG target"), target_tables, false };
const struct data_page data_series = { N_("An official series"), series_tables, false };
const struct data_page data_explain = { N_("How a regional figure came about"), explain_tables, false };
const struct data_page data_explain_domain = { N_("How a domain’s regional score came about"), explain_domain_tables, false };
const struct data_page data_explain_score = { N_("How a government’s score came about"), explain_score_tables, false };
const struct data_page data_explain_compliance = { N_("How the region’s compliance with an SDG target came about"), explain_compliance_tables, false };
const struct data_page data_explain_compliance_one = { N_("How a government’s compliance with an SDG target came about"),
	explain_compliance_one_tables, false };
const struct data_page data_explain_breakdown = { N_("Why parts of a breakdown are not shown"), explain_breakdown_tables, false };
const struct data_page data_explain_sdg = { N_("How a verdict on an official series came about"), explain_sdg_tables, false };
const struct data_page data_compare = { N_("Comparison"), compare_tables, false };
const struct data_page data_methods = { N_("Methods and sources"), methods_tables, false };
const struct data_page data_releases = { N_("Releases"), releases_tables, false };
const struct data_page data_release = { N_("A release, as it stood"), release_tables, false };
const struct data_page data_export_regional = { N_("All regional figures of a framework"), export_regional_tables, true };
const struct data_page data_export_answers = { N_("All answers of a framework"), export_answers_tables, true };
const struct data_page data_export_cells = { N_("All breakdowns of a framework"), export_cells_tables, true };
const struct data_page data_export_coverage = { N_("How much each government answered"), export_coverage_tables, true };
const struct data_page data_export_items = { N_("All checklists, item by item"), export_items_tables, true };
const struct data_page data_export_sdg = { N_("Progress of all official series"), export_sdg_tables, true };
