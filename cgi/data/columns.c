/* columns: see columns.h. */
#include "cgi/data/columns.h"

#include <string.h>

#include "indicators/base/i18n.h"

#define SDMX_DIMENSION "http://purl.org/linked-data/sdmx/2009/dimension#"
#define SDMX_MEASURE "http://purl.org/linked-data/sdmx/2009/measure#"
#define SDMX_ATTRIBUTE "http://purl.org/linked-data/sdmx/2009/attribute#"
#define DC "http://purl.org/dc/terms/"
#define END { .name = NULL }

/* --- closed lists --- */

static const struct code answer_statuses[] = {
	{ "reported", N_("reported") }, { "not_available", N_("not available") }, { "not_applicable", N_("not applicable") }, { NULL, NULL },
};
static const struct code cell_statuses[] = {
	{ "shown", N_("shown") }, { "suppressed", N_("suppressed") }, { "withheld", N_("withheld with its whole breakdown") },
	{ "missing", N_("not given, where others of the breakdown are") }, { NULL, NULL },
};
static const struct code regional_statuses[] = {
	{ "ok", N_("given") }, { "withheld", N_("withheld: too few governments") }, { "none", N_("nobody reported") }, { NULL, NULL },
};
static const struct code compliance_statuses[] = {
	{ "ok", N_("given") }, { "insufficient_data", N_("insufficient data") }, { NULL, NULL },
};
static const struct code directions[] = {
	{ "increase", N_("a higher value is better") }, { "decrease", N_("a lower value is better") }, { "neutral", N_("not judged") }, { NULL, NULL },
};
static const struct code types[] = {
	{ "ladder", N_("levels, each with criteria") }, { "checklist", N_("checklist") }, { "yes_no", N_("yes or no") }, { "count", N_("number") },
	{ "percent", N_("percentage") }, { "rate", N_("rate") }, { NULL, NULL },
};
static const struct code verdicts[] = {
	{ "target_achieved", N_("target achieved") }, { "substantial_progress", N_("substantial progress") },
	{ "moderate_progress", N_("moderate progress") }, { "limited_progress", N_("limited progress") }, { "deterioration", N_("deterioration") },
	{ "not_available", N_("not available") }, { NULL, NULL },
};
static const struct code reasons[] = {
	{ "no_number", N_("The source gives no number.") }, { "one_point", N_("Fewer than two years have data since the base year.") },
	{ "sign_change", N_("The values are not all on one side of zero, so there is no growth rate.") },
	{ "two_values", N_("The source gives two different values for one year.") },
	{ "neutral", N_("This series is not judged: a change can mean better or worse.") },
	{ "past_target", N_("The first year with data is not before the target year.") }, { NULL, NULL },
};
static const struct code differences[] = {
	{ "zero_base", N_("the base is 0, from where only one method judges") }, { "one_only", N_("only one method can judge the values") },
	{ "zero_target", N_("the target is 0: one method asks for a growth rate, the other for the distance covered") },
	{ "rate_or_distance", N_("one method compares growth rates, the other distances to the target") },
	{ "near_limit", N_("the value is near its natural limit, which only one method knows") },
	{ "thresholds", N_("the same growth, and the lines are drawn elsewhere") }, { NULL, NULL },
};
static const struct code changes[] = {
	{ "revised", N_("revised") }, { "dropped", N_("dropped") }, { "added", N_("added within the older years") }, { NULL, NULL },
};
static const struct code move_kinds[] = { { "domain", N_("a domain") }, { "indicator", N_("an indicator") }, { NULL, NULL } };
static const struct code evidence_kinds[] = { { "citation", N_("citation") }, { "link", N_("link") }, { "file", N_("file") }, { NULL, NULL } };
static const struct code comparison_statuses[] = {
	{ "reported", N_("reported") }, { "not_available", N_("not available") }, { "not_applicable", N_("not applicable") },
	{ "missing", N_("no answer that this audience may see") }, { "too_few", N_("fewer than half of the indicators have a score") }, { NULL, NULL },
};
static const struct code zero_one[] = { { "0", N_("no") }, { "1", N_("yes") }, { NULL, NULL } };

const struct code column_words[] = {
	{ N_("Empty cell"), N_("There is no figure: it was not reported, does not apply to this row, or may not be given. The column of the status says which. It is never 0.") },
	{ N_("0"), N_("A reported zero. A zero is always written as 0.") },
	{ N_("suppressed"), N_("There is a number, but it is so small, or would give away one so small, that a person could be recognised. It is kept back from every audience.") },
	{ N_("withheld"), N_("A regional figure over too few governments, or a whole breakdown that cannot be protected otherwise.") },
	{ N_("not available"), N_("The government says that the figure does not exist, and why.") },
	{ N_("not applicable"), N_("The question does not apply to the government, and it says why.") },
	{ N_("no row"), N_("The government gave no answer, or none that it cleared for this audience.") },
	{ NULL, NULL },
};

/* --- columns that several tables have --- */

#define FRAMEWORK { .name = "framework", .kind = COLUMN_TEXT, .title = N_("Framework"), .about = N_("Code of the framework of indicators."), \
	.names = "framework" }
#define PERIOD { .name = "period", .kind = COLUMN_TEXT, .title = N_("Period"), \
	.about = N_("Reporting period as SDMX writes it: 2025, 2025-S1, 2025-Q3."), .property = SDMX_DIMENSION "refPeriod" }
#define INDICATOR { .name = "indicator", .kind = COLUMN_TEXT, .title = N_("Indicator"), .about = N_("Code of the indicator within the framework."), \
	.names = "indicator" }
#define VERSION { .name = "version", .kind = COLUMN_INT, .title = N_("Version"), \
	.about = N_("Version of the indicator’s definition; another version is a break in series.") }
#define PARTICIPANT { .name = "participant", .kind = COLUMN_TEXT, .title = N_("Government (code)"), \
	.about = N_("The government, by its ISO 3166 alpha-3 code."), .names = "participant", .property = SDMX_DIMENSION "refArea" }
#define DOMAIN { .name = "domain", .kind = COLUMN_TEXT, .total = true, .title = N_("Domain"), \
	.about = N_("Code of the domain; empty: all domains together."), .names = "domain" }
#define N_EXPECTED { .name = "n_expected", .kind = COLUMN_INT, .title = N_("Expected"), \
	.about = N_("Governments that were expected to report.") }
#define N_REPORTING { .name = "n_reporting", .kind = COLUMN_INT, .title = N_("In the figure"), \
	.about = N_("Governments whose value is in the figure.") }
#define FIGURE(column, words, sentence) { .name = column, .kind = COLUMN_REAL, .empty = true, .title = words, .about = sentence }
#define SPREAD FIGURE("mean", N_("Mean"), N_("Simple mean over the governments in the figure.")), \
	FIGURE("median", N_("Median"), N_("Median of the values that this audience may see.")), \
	FIGURE("min", N_("Lowest"), N_("Lowest value that this audience may see.")), \
	FIGURE("max", N_("Highest"), N_("Highest value that this audience may see.")), \
	FIGURE("q1", N_("Lower quartile"), N_("Lower quartile (type 7) of the values that this audience may see.")), \
	FIGURE("q3", N_("Upper quartile"), N_("Upper quartile (type 7) of the values that this audience may see."))
#define REGIONAL_STATUS { .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), \
	.about = N_("Whether the figure is given, and why not."), .codes = regional_statuses, .property = SDMX_ATTRIBUTE "obsStatus" }
#define BASIS { .name = "basis", .kind = COLUMN_TEXT, .title = N_("Basis"), \
	.about = N_("Digest of the definitions in force: where it changes there is a break in series.") }
#define ANSWER_STATUS { .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), .about = N_("What the government answered."), \
	.codes = answer_statuses, .property = SDMX_ATTRIBUTE "obsStatus" }
#define NUMBERS { .name = "value", .kind = COLUMN_REAL, .empty = true, .title = N_("Value"), \
	.about = N_("The answer in the indicator’s unit: a level, 0 or 1 for no and yes, a number, a percentage."), .property = SDMX_MEASURE "obsValue" }, \
	FIGURE("numerator", N_("Numerator"), N_("Of a percentage or rate, where the government gave it.")), \
	FIGURE("denominator", N_("Denominator"), N_("Of a percentage or rate, where the government gave it.")), \
	FIGURE("score", N_("Score"), N_("The answer as a score from 0 to 100; numbers and rates have none."))
#define SUPPRESSED { .name = "suppressed", .kind = COLUMN_INT, .title = N_("Suppressed"), \
	.about = N_("1: there is a figure, and disclosure control keeps it back."), .codes = zero_one }
#define SERIES { .name = "series", .kind = COLUMN_TEXT, .title = N_("Series"), .about = N_("Code of the official series in the UN SDG database."), \
	.names = "series" }
#define DIMS { .name = "dims", .kind = COLUMN_TEXT, .total = true, .title = N_("Dimensions"), \
	.about = N_("The series’ dimensions and their codes, as name=code, separated by semicolons; empty: it has none.") }
#define TARGET { .name = "target", .kind = COLUMN_TEXT, .title = N_("SDG target"), .about = N_("Number of the SDG target."), .names = "target" }
#define YEAR(column, words, sentence) { .name = column, .kind = COLUMN_YEAR, .title = words, .about = sentence }
#define VINTAGE { .name = "vintage", .kind = COLUMN_TEXT, .title = N_("Vintage"), \
	.about = N_("The edition of the official database that the figure is from: 2023-12; 2023-12/2 where it was read again.") }
#define TITLE { .name = "title", .kind = COLUMN_TEXT, .title = N_("Title"), .about = N_("Its name in the language of the file."), \
	.property = DC "title" }
#define RELEASE { .name = "release", .kind = COLUMN_INT, .title = N_("Release"), .about = N_("Number of the release within its period.") }
#define RELEASED_AT { .name = "released_at", .kind = COLUMN_TIME, .title = N_("Released at"), .about = N_("Moment of the release, UTC."), \
	.property = DC "issued" }
#define DIRECTION { .name = "direction", .kind = COLUMN_TEXT, .title = N_("Direction"), .about = N_("Which way is better."), .codes = directions }
#define UNIT { .name = "unit", .kind = COLUMN_TEXT, .title = N_("Unit"), .about = N_("Code of the unit of its values."), \
	.property = SDMX_ATTRIBUTE "unitMeasure" }
#define WORDS(column, words, sentence) { .name = column, .kind = COLUMN_TEXT, .empty = true, .title = words, .about = sentence }

const struct column column_run = { .name = "run", .kind = COLUMN_TEXT, .title = N_("Run"), .about = N_("The run of the scheduled job that computed the figure.") };

/* --- kinds of rows --- */

#define ROW(noun, schema, keys, sentence, ...) \
	static const struct column noun##_columns[] = { __VA_ARGS__, END }; \
	const struct row row_##noun = { schema, keys, sentence, noun##_columns }

ROW(framework, "Framework", "framework", N_("A framework of indicators."),
	FRAMEWORK, TITLE,
	{ .name = "minimum_reporting", .kind = COLUMN_INT, .title = N_("Governments needed"), .about = N_("Fewest governments that a regional figure is given over.") },
	{ .name = "carry_forward", .kind = COLUMN_FLAG, .title = N_("Carried forward"), .about = N_("Whether a missing answer is taken from the period before, and marked.") },
	WORDS("first_period", N_("First period"), N_("First period with a release.")),
	WORDS("last_period", N_("Last period"), N_("Newest period with a release.")));

ROW(period, "Period", "framework period", N_("A period with a release."),
	FRAMEWORK, PERIOD, RELEASE, RELEASED_AT, N_EXPECTED, BASIS);

#define DOMAIN_SCORE FRAMEWORK, PERIOD, DOMAIN, PARTICIPANT, \
	FIGURE("score", N_("Score"), N_("Mean of the indicators’ scores; empty where fewer than half of them have one.")), \
	{ .name = "n_scored", .kind = COLUMN_INT, .title = N_("With a score"), .about = N_("Indicators (of the overall score: domains) with a score.") }, \
	{ .name = "n_possible", .kind = COLUMN_INT, .title = N_("That could have one"), .about = N_("Indicators (of the overall score: domains) that could have a score.") }

ROW(domain_score, "DomainScore", "framework period domain participant", N_("A government’s score of a domain in a period."),
	DOMAIN_SCORE,
	FIGURE("change", N_("Change"), N_("Against the period before with data and on the same questions.")),
	WORDS("change_from", N_("Change since"), N_("The period that the change is against.")));

ROW(standing_score, "StandingDomainScore", "framework period domain participant", N_("A government’s score of a domain as it stood after a release."),
	DOMAIN_SCORE);

ROW(domain_regional, "DomainRegional", "framework period domain", N_("The region’s spread of the scores of a domain in a period."),
	FRAMEWORK, PERIOD, DOMAIN, N_REPORTING, N_EXPECTED, SPREAD, REGIONAL_STATUS, BASIS);

ROW(move, "Move", "framework period kind code", N_("What moved most in the region since the period before."),
	FRAMEWORK, PERIOD,
	{ .name = "kind", .kind = COLUMN_TEXT, .title = N_("Kind"), .about = N_("What moved."), .codes = move_kinds },
	{ .name = "code", .kind = COLUMN_TEXT, .total = true, .title = N_("Code"), .about = N_("Code of the domain or indicator; empty: all domains together.") },
	{ .name = "since", .kind = COLUMN_TEXT, .title = N_("Change since"), .about = N_("The period that the change is against.") },
	{ .name = "n", .kind = COLUMN_INT, .title = N_("Governments"), .about = N_("Governments that are in both figures.") },
	{ .name = "score_before", .kind = COLUMN_REAL, .title = N_("Score before"), .about = N_("Their mean score in the period before.") },
	{ .name = "score_now", .kind = COLUMN_REAL, .title = N_("Score now"), .about = N_("Their mean score in this period.") },
	{ .name = "change", .kind = COLUMN_REAL, .title = N_("Change"), .about = N_("The difference of the two.") });

ROW(coverage, "Coverage", "framework period participant", N_("How much a government answered in a period, as far as this audience may see."),
	FRAMEWORK, PERIOD, PARTICIPANT,
	{ .name = "n_reported", .kind = COLUMN_INT, .title = N_("Reported"), .about = N_("Answers with a value.") },
	{ .name = "n_not_available", .kind = COLUMN_INT, .title = N_("Not available"), .about = N_("Answers that say that there is no figure.") },
	{ .name = "n_not_applicable", .kind = COLUMN_INT, .title = N_("Not applicable"), .about = N_("Answers that say that the question does not apply.") },
	{ .name = "n_expected", .kind = COLUMN_INT, .title = N_("Questions"), .about = N_("Indicators that the government was asked for.") });

ROW(indicator, "Indicator", "framework indicator version", N_("A version of an indicator’s definition."),
	FRAMEWORK, { .name = "indicator", .kind = COLUMN_TEXT, .title = N_("Indicator"), .about = N_("Code of the indicator within the framework.") }, VERSION,
	{ .name = "current", .kind = COLUMN_FLAG, .title = N_("In force"), .about = N_("Whether this version is in force today.") },
	{ .name = "domain", .kind = COLUMN_TEXT, .title = N_("Domain"), .about = N_("Code of the indicator’s domain."), .names = "domain" },
	{ .name = "type", .kind = COLUMN_TEXT, .title = N_("Type"), .about = N_("How it is answered."), .codes = types },
	UNIT, DIRECTION,
	WORDS("first_period", N_("First period"), N_("The period from which on this version is asked; empty: from the beginning.")),
	WORDS("last_period", N_("Last period"), N_("The last period in which it is asked; empty: still.")),
	TITLE);

ROW(text, "Text", "version part lang", N_("A text of an indicator’s definition, in one language."),
	VERSION,
	{ .name = "part", .kind = COLUMN_TEXT, .title = N_("Part"), .about = N_("Which text: title, measures, guidance, evidence, level.2, level.2.criterion.1, item.CODE …") },
	{ .name = "lang", .kind = COLUMN_TEXT, .title = N_("Language"), .about = N_("Language of the text (ISO 639-1)."), .property = DC "language" },
	{ .name = "text", .kind = COLUMN_TEXT, .title = N_("Text"), .about = N_("The text itself.") });

ROW(answer, "Answer", "framework participant period indicator", N_("What a government answered to an indicator in a period."),
	FRAMEWORK, PARTICIPANT, PERIOD, INDICATOR, VERSION, ANSWER_STATUS, NUMBERS, SUPPRESSED);

ROW(cell, "Cell", "framework participant period indicator dimension category", N_("A cell of the breakdown of a count, after disclosure control."),
	FRAMEWORK, PARTICIPANT, PERIOD, INDICATOR, VERSION,
	{ .name = "dimension", .kind = COLUMN_TEXT, .title = N_("Breakdown"), .about = N_("What the count is broken down by, a code: sex, age …") },
	{ .name = "category", .kind = COLUMN_TEXT, .title = N_("Category"), .about = N_("The part of the breakdown, a code: female …") },
	{ .name = "value", .kind = COLUMN_INT, .empty = true, .title = N_("Value"), .about = N_("The number, where it is shown."), .property = SDMX_MEASURE "obsValue" },
	SUPPRESSED,
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), .about = N_("Whether the number is shown, and why not."), .codes = cell_statuses,
	  .property = SDMX_ATTRIBUTE "obsStatus" });

#define REGIONAL FRAMEWORK, INDICATOR, PERIOD, N_REPORTING, N_EXPECTED, \
	{ .name = "n_hidden", .kind = COLUMN_INT, .title = N_("Hidden"), .about = N_("Governments that reported a value which this audience may not see.") }, \
	SPREAD, FIGURE("pooled", N_("Pooled value"), N_("Of percentages and rates: all numerators by all denominators.")), \
	FIGURE("sum", N_("Sum"), N_("Of numbers: their sum.")), REGIONAL_STATUS

ROW(regional, "Regional", "framework indicator period", N_("The regional figures of an indicator in a period: scores from 0 to 100, for numbers and rates the values."),
	REGIONAL);

ROW(item, "Item", "framework indicator period item", N_("How many governments meet an item of a checklist in a period; no rows where too few told which items they meet."),
	FRAMEWORK, INDICATOR, PERIOD, VERSION,
	{ .name = "item", .kind = COLUMN_TEXT, .title = N_("Item"), .about = N_("Code of the item, after that of its checklist: LAW4.PP."), .names = "item" },
	{ .name = "n_met", .kind = COLUMN_INT, .title = N_("Meet it"), .about = N_("Governments that meet the item."), .property = SDMX_MEASURE "obsValue" },
	{ .name = "n_known", .kind = COLUMN_INT, .title = N_("Of"), .about = N_("Governments whose answer this audience may see and which told which items they meet.") });

ROW(practice, "Practice", "", N_("Evidence that a government shares with its answer: how it does it."),
	FRAMEWORK, PARTICIPANT, PERIOD, INDICATOR, VERSION,
	{ .name = "kind", .kind = COLUMN_TEXT, .title = N_("Kind"), .about = N_("What the text is."), .codes = evidence_kinds },
	{ .name = "text", .kind = COLUMN_TEXT, .title = N_("Text"), .about = N_("The citation, the link, or the name of a file that is at the government.") });

ROW(comparison, "Comparison", "framework kind code participant period", N_("A chosen measure of a government in a period, also where there is no figure."),
	FRAMEWORK,
	{ .name = "kind", .kind = COLUMN_TEXT, .title = N_("Kind"), .about = N_("What was chosen."), .codes = move_kinds },
	{ .name = "code", .kind = COLUMN_TEXT, .title = N_("Code"), .about = N_("Code of the indicator or domain; overall: all domains together.") },
	PARTICIPANT, PERIOD,
	{ .name = "version", .kind = COLUMN_INT, .empty = true, .title = N_("Version"), .about = N_("Version of the indicator’s definition; another version is a break in series.") },
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), .about = N_("Whether there is a figure, and why not."), .codes = comparison_statuses },
	{ .name = "value", .kind = COLUMN_REAL, .empty = true, .title = N_("Value"),
	  .about = N_("The answer in the indicator’s unit: a level, 0 or 1 for no and yes, a number, a percentage."), .property = SDMX_MEASURE "obsValue" },
	FIGURE("score", N_("Score"), N_("The score from 0 to 100, where there is one.")), SUPPRESSED);

ROW(official, "Official", "series dims participant year", N_("A value of an official series, as the UN SDG database gives it."),
	SERIES, DIMS, PARTICIPANT, YEAR("year", N_("Year"), N_("The year of the value.")),
	FIGURE("value", N_("Value"), N_("The value as a number, where it is one.")),
	{ .name = "value_text", .kind = COLUMN_TEXT, .title = N_("Value as given"), .about = N_("The value as the source writes it: 92, <5, N.") },
	{ .name = "nature", .kind = COLUMN_TEXT, .title = N_("Nature"), .about = N_("The source’s code of how the value came about: c country data, e estimated …") },
	{ .name = "units", .kind = COLUMN_TEXT, .title = N_("Unit"), .about = N_("The source’s code of the unit."), .property = SDMX_ATTRIBUTE "unitMeasure" },
	VINTAGE);

ROW(participant, "Participant", "participant", N_("A government that takes part."),
	{ .name = "participant", .kind = COLUMN_TEXT, .title = N_("Government (code)"), .about = N_("The government, by its ISO 3166 alpha-3 code.") },
	{ .name = "m49", .kind = COLUMN_YEAR, .title = N_("UN M49 code"), .about = N_("Its number in the UN’s list of areas.") },
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), .about = N_("member, observer …") },
	TITLE);

ROW(progress, "Progress", "series dims participant", N_("The progress of an official series, by the method of Open SDG and by that of the UN’s chart of 2023."),
	SERIES, DIMS, PARTICIPANT,
	{ .name = "base_year", .kind = COLUMN_YEAR, .empty = true, .title = N_("Base year"), .about = N_("The year that progress is counted from.") },
	FIGURE("base_value", N_("Base value"), N_("The value of the base year.")),
	{ .name = "current_year", .kind = COLUMN_YEAR, .empty = true, .title = N_("Newest year"), .about = N_("The newest year with a value.") },
	FIGURE("current_value", N_("Newest value"), N_("The value of the newest year.")),
	DIRECTION,
	FIGURE("target", N_("Target"), N_("The value to be reached, where the target is a number.")),
	{ .name = "target_year", .kind = COLUMN_YEAR, .empty = true, .title = N_("Target year"), .about = N_("The year by which it is to be reached.") },
	{ .name = "method", .kind = COLUMN_INT, .title = N_("Method"), .about = N_("1: without a target number; 2: with one.") },
	FIGURE("progress", N_("Progress"), N_("Growth so far as a share of the growth that is needed, or the growth rate itself, as the method says.")),
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Verdict (Open SDG)"), .about = N_("The verdict of the Open SDG method."), .codes = verdicts },
	FIGURE("score", N_("Progress score"), N_("The progress on a scale from −5 to 5.")),
	FIGURE("un2023_ratio", N_("Ratio (UN 2023)"), N_("The way that the same growth would have gone by the target year, as a share of the whole way.")),
	{ .name = "un2023_class", .kind = COLUMN_INT, .empty = true, .title = N_("Class (UN 2023)"),
	  .about = N_("3: on track or target met; 2: fair progress, but acceleration needed; 1: stagnation or regression.") },
	VINTAGE);

ROW(verdict, "Verdict", "series dims participant", N_("How the two verdicts on an official series came about, and what makes them differ."),
	SERIES, DIMS, PARTICIPANT,
	{ .name = "headline", .kind = COLUMN_FLAG, .title = N_("Stands for the series"), .about = N_("Whether this breakdown stands for the series of this government.") },
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Verdict (Open SDG)"), .about = N_("The verdict of the Open SDG method."), .codes = verdicts },
	{ .name = "un2023_class", .kind = COLUMN_INT, .empty = true, .title = N_("Class (UN 2023)"),
	  .about = N_("3: on track or target met; 2: fair progress, but acceleration needed; 1: stagnation or regression.") },
	{ .name = "reason", .kind = COLUMN_TEXT, .empty = true, .title = N_("Why there is no verdict"), .about = N_("What is missing for a verdict of the Open SDG method."), .codes = reasons },
	{ .name = "difference", .kind = COLUMN_TEXT, .empty = true, .title = N_("What makes the verdicts differ"), .about = N_("Empty where both methods say the same."), .codes = differences },
	FIGURE("growth", N_("Growth a year"), N_("From base to newest value, as a share: 0.01 is one per cent a year.")),
	FIGURE("growth_needed", N_("Growth a year that leads to the target"), N_("As a share, without its sign.")),
	{ .name = "zero_base", .kind = COLUMN_FLAG, .title = N_("Base 0"), .about = N_("Whether the base is 0 and counts as 0.001 in the Open SDG method.") },
	{ .name = "zero_target", .kind = COLUMN_FLAG, .title = N_("Target 0"), .about = N_("Whether the target is 0 and counts as 0.001 in the Open SDG method.") },
	{ .name = "un2023_guard", .kind = COLUMN_FLAG, .title = N_("Target was left"), .about = N_("Whether the base had passed the target and the value has left it since.") });

ROW(together, "TargetProgress", "target participant", N_("The judged official series of an SDG target together, by the method of Open SDG."),
	TARGET, PARTICIPANT,
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Verdict (Open SDG)"), .about = N_("The verdict of the Open SDG method."), .codes = verdicts },
	FIGURE("score", N_("Progress score"), N_("The mean of the series’ scores, from −5 to 5.")),
	{ .name = "n_judged", .kind = COLUMN_INT, .title = N_("Judged"), .about = N_("Series with a verdict.") },
	{ .name = "n_series", .kind = COLUMN_INT, .title = N_("Series"), .about = N_("Series of the target that are judged where there are data.") });

ROW(target, "Target", "target", N_("A target of the Sustainable Development Goals."),
	{ .name = "goal", .kind = COLUMN_TEXT, .title = N_("Goal"), .about = N_("Number of the goal.") },
	{ .name = "target", .kind = COLUMN_TEXT, .title = N_("SDG target"), .about = N_("Number of the SDG target.") }, TITLE);

ROW(series, "Series", "series", N_("An official series, and what it is measured against."),
	{ .name = "series", .kind = COLUMN_TEXT, .title = N_("Series"), .about = N_("Code of the official series in the UN SDG database.") },
	{ .name = "indicator", .kind = COLUMN_TEXT, .title = N_("SDG indicator"), .about = N_("Number of the SDG indicator.") },
	TARGET, UNIT, DIRECTION,
	FIGURE("goal_value", N_("Target value"), N_("The value to be reached, where the target is a number.")),
	YEAR("goal_year", N_("Target year"), N_("The year by which it is to be reached.")),
	FIGURE("natural_limit", N_("Limit"), N_("The best value that there can be, where there is one.")),
	YEAR("base_year", N_("Base year"), N_("The year that progress is counted from.")), TITLE,
	{ .name = "superseded_by", .kind = COLUMN_TEXT, .title = N_("Superseded by"), .empty = true,
		.about = N_("The series that took its place; where there is one, this one is not counted with the others of the target.") });

ROW(revision, "Revision", "series dims participant year", N_("What changed in the history of an official series between two vintages."),
	SERIES, DIMS, PARTICIPANT, YEAR("year", N_("Year"), N_("The year of the value.")),
	{ .name = "kind", .kind = COLUMN_TEXT, .title = N_("What changed"), .about = N_("Whether the value was revised, dropped or added."), .codes = changes },
	WORDS("old", N_("Before"), N_("The value of the older vintage, as given.")),
	WORDS("new", N_("After"), N_("The value of the newer vintage, as given.")),
	{ .name = "old_vintage", .kind = COLUMN_TEXT, .title = N_("Older vintage"), .about = N_("The edition before.") },
	{ .name = "new_vintage", .kind = COLUMN_TEXT, .title = N_("Newer vintage"), .about = N_("The edition after.") });

ROW(compliance, "Compliance", "framework target period participant", N_("How far a government, or the region, complies with an SDG target by its own indicators."),
	FRAMEWORK, TARGET, PERIOD,
	{ .name = "participant", .kind = COLUMN_TEXT, .total = true, .title = N_("Government (code)"), .about = N_("The government, by its ISO 3166 alpha-3 code; empty: the region."),
	  .names = "participant", .property = SDMX_DIMENSION "refArea" },
	FIGURE("score", N_("Score"), N_("Mean of the target’s indicators; empty where there is too little.")),
	{ .name = "n_indicators", .kind = COLUMN_INT, .title = N_("With a score"), .about = N_("Indicators (of the region: governments) with a score.") },
	{ .name = "n_possible", .kind = COLUMN_INT, .title = N_("That could have one"), .about = N_("Indicators (of the region: governments) that could have a score.") },
	{ .name = "n_needed", .kind = COLUMN_INT, .title = N_("Needed"), .about = N_("From how many on there is a score.") },
	{ .name = "status", .kind = COLUMN_TEXT, .title = N_("Status"), .about = N_("Whether there is enough for a score."), .codes = compliance_statuses });

ROW(meta, "Fact", "key", N_("A fact about the run that computed the figures."),
	{ .name = "key", .kind = COLUMN_TEXT, .title = N_("Key"), .about = N_("run, audience, made_at, methods …") },
	{ .name = "value", .kind = COLUMN_TEXT, .title = N_("Value"), .about = N_("What it is.") });

ROW(vintage, "Vintage", "vintage number", N_("An edition of the official database that was read."),
	{ .name = "vintage", .kind = COLUMN_TEXT, .title = N_("Vintage"), .about = N_("The edition’s label, year and month.") },
	{ .name = "number", .kind = COLUMN_INT, .title = N_("Number"), .about = N_("How often that edition was read with other figures: 1, 2 …") },
	{ .name = "source", .kind = COLUMN_TEXT, .title = N_("Source"), .about = N_("Where it is from."), .property = DC "source" },
	{ .name = "fetched_at", .kind = COLUMN_TIME, .title = N_("Read at"), .about = N_("When it was read, UTC.") });

/* --- releases --- */

ROW(release, "Release", "framework period release", N_("A release of a period; each stays reachable as it was."),
	FRAMEWORK, PERIOD, RELEASE,
	{ .name = "name", .kind = COLUMN_TEXT, .total = true, .title = N_("Name"), .about = N_("Its name; empty: it has none.") },
	{ .name = "note", .kind = COLUMN_TEXT, .total = true, .title = N_("Note"), .about = N_("The secretariat’s note; empty: there is none.") },
	RELEASED_AT);

ROW(standing, "StandingAnswer", "framework participant period indicator", N_("An answer as it stood after a release."),
	FRAMEWORK, PARTICIPANT, PERIOD, INDICATOR, VERSION, ANSWER_STATUS, NUMBERS, SUPPRESSED,
	{ .name = "since", .kind = COLUMN_INT, .title = N_("Since release"), .about = N_("Number of the release that published it so.") },
	WORDS("reason", N_("Reason"), N_("Why there is no figure, in the government’s words.")),
	WORDS("source", N_("Source"), N_("The source that the government names.")),
	WORDS("note", N_("Note"), N_("Of a correction: what was corrected and why.")));

ROW(standing_regional, "StandingRegional", "framework indicator period", N_("The regional figures of an indicator as they stood after a release."),
	REGIONAL, { .name = "since", .kind = COLUMN_INT, .title = N_("Since release"), .about = N_("Number of the release from which on it stood so.") });

ROW(domain, "Domain", "framework domain", N_("A domain of a framework."),
	FRAMEWORK, { .name = "domain", .kind = COLUMN_TEXT, .title = N_("Domain"), .about = N_("Code of the domain.") }, TITLE);

ROW(code, "Code", "list code lang", N_("What a code of the other tables means, in one language."),
	{ .name = "list", .kind = COLUMN_TEXT, .title = N_("List"), .about = N_("The list that the code belongs to: participant, framework, domain, indicator, item, breakdown, category …") },
	{ .name = "code", .kind = COLUMN_TEXT, .title = N_("Code"), .about = N_("The code.") },
	{ .name = "lang", .kind = COLUMN_TEXT, .title = N_("Language"), .about = N_("Language of the text (ISO 639-1)."), .property = DC "language" },
	{ .name = "title", .kind = COLUMN_TEXT, .title = N_("Title"), .about = N_("What the code means."), .property = DC "title" });

const char *column_code_title(const struct column *column, const char *code)
{
	for (const struct code *known = column->codes; known != NULL && known->code != NULL; known++)
		if (strcmp(known->code, code) == 0)
			return _(known->title);
	return code;
}
