/* tables: the pages of data.fcgi, each a list of tables; the statements are those of snapshot/statements/data.sql. */
#include "cgi/data/data.h"

#define TEXT(column) { #column, COLUMN_TEXT }
#define INT(column) { #column, COLUMN_INT }
#define REAL(column) { #column, COLUMN_REAL }
#define FLAG(column) { #column, COLUMN_FLAG }
#define END { NULL, COLUMN_TEXT }

static const struct column frameworks[] = { TEXT(framework), TEXT(title), INT(minimum_reporting), FLAG(carry_forward), TEXT(first_period),
	TEXT(last_period), END };
static const struct column periods[] = { TEXT(framework), TEXT(period), INT(release), TEXT(released_at), INT(n_expected), TEXT(basis), END };
static const struct column domain_scores[] = { TEXT(framework), TEXT(period), TEXT(domain), TEXT(participant), REAL(score), INT(n_scored),
	INT(n_possible), REAL(change), TEXT(change_from), END };
static const struct column domain_regional[] = { TEXT(framework), TEXT(period), TEXT(domain), INT(n_reporting), INT(n_expected), REAL(mean),
	REAL(median), REAL(min), REAL(max), REAL(q1), REAL(q3), TEXT(status), TEXT(basis), END };
static const struct column moves[] = { TEXT(framework), TEXT(period), TEXT(kind), TEXT(code), TEXT(since), INT(n), REAL(score_before),
	REAL(score_now), REAL(change), END };
static const struct column coverage[] = { TEXT(framework), TEXT(period), TEXT(participant), INT(n_reported), INT(n_not_available),
	INT(n_not_applicable), INT(n_expected), END };
static const struct column indicators[] = { TEXT(framework), TEXT(indicator), INT(version), FLAG(current), TEXT(domain), TEXT(type), TEXT(unit),
	TEXT(direction), TEXT(first_period), TEXT(last_period), TEXT(title), END };
static const struct column texts[] = { INT(version), TEXT(part), TEXT(lang), TEXT(text), END };
static const struct column answers[] = { TEXT(framework), TEXT(participant), TEXT(period), TEXT(indicator), INT(version), TEXT(status),
	REAL(value), REAL(numerator), REAL(denominator), REAL(score), INT(suppressed), END };
static const struct column cells[] = { TEXT(framework), TEXT(participant), TEXT(period), TEXT(indicator), INT(version), TEXT(dimension),
	TEXT(category), INT(value), INT(suppressed), TEXT(status), END };
static const struct column regional[] = { TEXT(framework), TEXT(indicator), TEXT(period), INT(n_reporting), INT(n_expected), INT(n_hidden),
	REAL(mean), REAL(median), REAL(min), REAL(max), REAL(q1), REAL(q3), REAL(pooled), REAL(sum), TEXT(status), END };
static const struct column official[] = { TEXT(series), TEXT(dims), TEXT(participant), INT(year), REAL(value), TEXT(value_text), TEXT(nature),
	TEXT(units), TEXT(vintage), END };
static const struct column participants[] = { TEXT(participant), INT(m49), TEXT(status), TEXT(title), END };
static const struct column progress[] = { TEXT(series), TEXT(dims), TEXT(participant), INT(base_year), REAL(base_value), INT(current_year),
	REAL(current_value), TEXT(direction), REAL(target), INT(target_year), INT(method), REAL(progress), TEXT(status), REAL(score),
	REAL(un2023_ratio), INT(un2023_class), TEXT(vintage), END };
static const struct column targets[] = { TEXT(goal), TEXT(target), TEXT(title), END };
static const struct column series[] = { TEXT(series), TEXT(indicator), TEXT(target), TEXT(unit), TEXT(direction), REAL(goal_value),
	INT(goal_year), REAL(natural_limit), INT(base_year), TEXT(title), END };
static const struct column revisions[] = { TEXT(series), TEXT(dims), TEXT(participant), INT(year), TEXT(kind), TEXT(old), TEXT(new),
	TEXT(old_vintage), TEXT(new_vintage), END };
static const struct column compliance[] = { TEXT(framework), TEXT(target), TEXT(period), TEXT(participant), REAL(score), INT(n_indicators),
	INT(n_possible), TEXT(status), END };
static const struct column practice[] = { TEXT(framework), TEXT(participant), TEXT(period), TEXT(indicator), INT(version), TEXT(kind), TEXT(text), END };
static const struct column meta[] = { TEXT(key), TEXT(value), END };
static const struct column vintages[] = { TEXT(vintage), INT(number), TEXT(source), TEXT(fetched_at), END };

static const struct column comparison[] = { TEXT(framework), TEXT(kind), TEXT(code), TEXT(participant), TEXT(period), INT(version), TEXT(status),
	REAL(value), REAL(score), INT(suppressed), END };

#define F BOUND_FRAMEWORK
#define P BOUND_PERIOD
#define I BOUND_INDICATOR
#define C BOUND_PARTICIPANT
#define T BOUND_TARGET
#define S BOUND_SERIES
#define D BOUND_DIMS
#define O BOUND_DOMAIN
#define L BOUND_LANG
#define LAST { .name = NULL }

static const struct table home_tables[] = {
	{ "frameworks", SNAPSHOT_data_frameworks, L, frameworks, false },
	LAST,
};
static const struct table overview_tables[] = {
	{ "domain_scores", SNAPSHOT_data_domain_scores, F | P, domain_scores, false },
	{ "domain_regional", SNAPSHOT_data_domain_regional, F | P, domain_regional, false },
	{ "moves", SNAPSHOT_data_moves, F | P, moves, false },
	{ "coverage", SNAPSHOT_data_coverage, F | P, coverage, false },
	{ "periods", SNAPSHOT_data_periods, F, periods, false },
	LAST,
};
static const struct table indicators_tables[] = {
	{ "indicators", SNAPSHOT_data_indicators, F | I | L, indicators, false },
	LAST,
};
static const struct table indicator_tables[] = {
	{ "answers", SNAPSHOT_data_indicator_answers, F | I | P, answers, false },
	{ "cells", SNAPSHOT_data_indicator_cells, F | I | P, cells, false },
	{ "regional", SNAPSHOT_data_indicator_regional, F | I | P, regional, true },
	{ "official", SNAPSHOT_data_indicator_official, F | I, official, false },
	{ "versions", SNAPSHOT_data_indicators, F | I | L, indicators, false },
	{ "practice", SNAPSHOT_data_indicator_practice, F | I | P, practice, false },
	{ "texts", SNAPSHOT_data_indicator_texts, F | I, texts, false },
	LAST,
};
static const struct table countries_tables[] = {
	{ "participants", SNAPSHOT_data_participants, C | L, participants, false },
	LAST,
};
static const struct table country_tables[] = {
	{ "answers", SNAPSHOT_data_country_answers, F | C | P, answers, false },
	{ "domain_scores", SNAPSHOT_data_country_scores, F | C | P, domain_scores, false },
	{ "coverage", SNAPSHOT_data_country_coverage, F | C | P, coverage, false },
	{ "sdg", SNAPSHOT_data_country_progress, C, progress, true },
	{ "participants", SNAPSHOT_data_participants, C | L, participants, false },
	LAST,
};
static const struct table sdg_tables[] = {
	{ "sdg", SNAPSHOT_data_progress, T | S | C | D, progress, true },
	{ "compliance", SNAPSHOT_data_compliance, F | T, compliance, false },
	{ "targets", SNAPSHOT_data_targets, T | L, targets, false },
	{ "series", SNAPSHOT_data_series, T | S | L, series, false },
	LAST,
};
static const struct table target_tables[] = {
	{ "official", SNAPSHOT_data_official, T | S | C | D, official, false },
	{ "sdg", SNAPSHOT_data_progress, T | S | C | D, progress, true },
	{ "revisions", SNAPSHOT_data_revisions, T, revisions, false },
	{ "compliance", SNAPSHOT_data_compliance, F | T, compliance, false },
	{ "series", SNAPSHOT_data_series, T | S | L, series, false },
	{ "targets", SNAPSHOT_data_targets, T | L, targets, false },
	LAST,
};
static const struct table explain_tables[] = {
	{ "answers", SNAPSHOT_data_indicator_answers, F | I | P, answers, false },
	{ "regional", SNAPSHOT_data_indicator_regional, F | I | P, regional, true },
	LAST,
};
static const struct table explain_domain_tables[] = {
	{ "domain_scores", SNAPSHOT_data_explain_scores, F | O | P | C, domain_scores, false },
	{ "domain_regional", SNAPSHOT_data_explain_regional, F | O | P, domain_regional, true },
	LAST,
};
static const struct table explain_score_tables[] = {
	{ "answers", SNAPSHOT_data_explain_answers, F | O | T | P | C, answers, false },
	{ "domain_scores", SNAPSHOT_data_explain_scores, F | O | P | C, domain_scores, false },
	LAST,
};
static const struct table explain_compliance_tables[] = {
	{ "compliance", SNAPSHOT_data_explain_compliance, F | T | P | C, compliance, false },
	LAST,
};
static const struct table explain_compliance_one_tables[] = {
	{ "answers", SNAPSHOT_data_explain_answers, F | O | T | P | C, answers, false },
	{ "compliance", SNAPSHOT_data_explain_compliance, F | T | P | C, compliance, false },
	LAST,
};
static const struct table explain_breakdown_tables[] = {
	{ "cells", SNAPSHOT_data_indicator_cells, F | I | P, cells, false },
	LAST,
};
static const struct table explain_sdg_tables[] = {
	{ "official", SNAPSHOT_data_official, T | S | C | D, official, false },
	{ "sdg", SNAPSHOT_data_progress, T | S | C | D, progress, true },
	{ "series", SNAPSHOT_data_series, T | S | L, series, false },
	LAST,
};
static const struct table methods_tables[] = {
	{ "run", SNAPSHOT_data_meta, 0, meta, false },
	{ "vintages", SNAPSHOT_data_vintages, 0, vintages, false },
	{ "frameworks", SNAPSHOT_data_frameworks, L, frameworks, false },
	{ "series", SNAPSHOT_data_series, T | S | L, series, false },
	LAST,
};

static const struct table compare_tables[] = {
	{ "comparison", SNAPSHOT_data_comparison, F | BOUND_CHOICE, comparison, false },
	LAST,
};

const struct data_page data_home = { 0, home_tables };
const struct data_page data_overview = { F | P, overview_tables };
const struct data_page data_indicators = { F, indicators_tables };
const struct data_page data_indicator = { F | I | P, indicator_tables };
const struct data_page data_countries = { F, countries_tables };
const struct data_page data_country = { F | C | P, country_tables };
const struct data_page data_sdg = { F, sdg_tables };
const struct data_page data_target = { F | T, target_tables };
const struct data_page data_explain = { F | I | P, explain_tables };
const struct data_page data_explain_domain = { F | O | P, explain_domain_tables };
const struct data_page data_explain_score = { F | O | P | C, explain_score_tables };
const struct data_page data_explain_compliance = { F | T | P, explain_compliance_tables };
const struct data_page data_explain_compliance_one = { F | T | P | C, explain_compliance_one_tables };
const struct data_page data_explain_breakdown = { F | I | P, explain_breakdown_tables };
const struct data_page data_explain_sdg = { F | S | C, explain_sdg_tables };
const struct data_page data_methods = { 0, methods_tables };
const struct data_page data_compare = { F | I | C | BOUND_DOMAIN, compare_tables };
