/* lists_fixed: the codelists that are the same in every snapshot; see lists.h. */

#include "cgi/data/sdmx/lists.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/progress.h"

struct fixed {
	const char *id, *origin, *name, *description; /* a NULL id ends the list */
};

/* Ids of the SDMX cross-domain codelists, as far as they are used here; words of our own, for what they mean here. */
static const struct fixed frequencies[] = {
	{ "A", "A", N_("Annual"), NULL },
	{ "S", "S", N_("Half-yearly"), NULL },
	{ "A_3", "T", N_("Three times a year"), NULL },
	{ "Q", "Q", N_("Quarterly"), NULL },
	{ "M", "M", N_("Monthly"), NULL },
	{ NULL, NULL, NULL, NULL },
};

static const struct fixed observation[] = {
	{ "A", "A", N_("Normal value"), N_("A figure like any other. Zero is one.") },
	{ "E", "E", N_("Estimated value"), N_("Estimated or modelled by the source of the official series.") },
	{ "I", "I", N_("Imputed value"), N_("Carried forward from an earlier period, which the attribute CARRIED_FROM names.") },
	{ "L", "L", N_("Missing value; not collected"), N_("Not available: the government says that it has no such figure.") },
	{ "M", "M", N_("Missing value; data cannot exist"), N_("Not applicable: the government says that there can be no such figure.") },
	{ "O", "O", N_("Missing value"), N_("Asked for or expected, but there is nothing that this audience may see, or not enough to compute it.") },
	{ "Q", "Q", N_("Missing value; suppressed"), N_("There is a figure, which is not shown: see CONF_STATUS. It is never 0 for that reason.") },
	{ NULL, NULL, NULL, NULL },
};

static const struct fixed confidentiality[] = {
	{ "F", "F", N_("Free"), N_("Nothing is held back.") },
	{ "C", "C", N_("Confidential statistical information"), N_("Kept back by disclosure control, so that nobody can be singled out.") },
	{ "N", "N", N_("Not for publication"), N_("Withheld whole: the breakdown, or the figure of too few governments.") },
	{ NULL, NULL, NULL, NULL },
};

static const struct fixed statistics[] = {
	{ SDMX_NOT_APPLICABLE, "", N_("Not applicable"), N_("The figure of one government, no statistic of the region.") },
	{ "MEAN", "mean", N_("Mean"), N_("Simple and unweighted.") },
	{ "MEDIAN", "median", N_("Median"), NULL },
	{ "MIN", "min", N_("Lowest"), N_("Of the values that this audience may see.") },
	{ "Q1", "q1", N_("Lower quartile"), N_("Type 7 of Hyndman and Fan (1996), of the values that this audience may see.") },
	{ "Q3", "q3", N_("Upper quartile"), N_("Type 7 of Hyndman and Fan (1996), of the values that this audience may see.") },
	{ "MAX", "max", N_("Highest"), N_("Of the values that this audience may see.") },
	{ "POOLED", "pooled", N_("Pooled"), N_("The sum of the numerators over the sum of the denominators, in percent.") },
	{ "SUM", "sum", N_("Sum"), NULL },
	{ NULL, NULL, NULL, NULL },
};

static const struct fixed answers[] = {
	{ SDMX_TOTAL, "", N_("All that was asked"), NULL },
	{ "REPORTED", "reported", N_("Reported"), N_("Answers with a value.") },
	{ "NOT_AVAILABLE", "not_available", N_("Not available"), N_("Answers that say that there is no figure.") },
	{ "NOT_APPLICABLE", "not_applicable", N_("Not applicable"), N_("Answers that say that the question does not apply.") },
	{ "MISSING", "missing", N_("No answer"), N_("No answer that this audience may see.") },
	{ NULL, NULL, NULL, NULL },
};

static const struct fixed directions[] = {
	{ "INCREASE", "increase", N_("a higher value is better"), NULL },
	{ "DECREASE", "decrease", N_("a lower value is better"), NULL },
	{ "NEUTRAL", "neutral", N_("not judged: neither a higher nor a lower value is better in itself"), NULL },
	{ NULL, NULL, NULL, NULL },
};

static void publish(struct builder *builder, const char *id, const char *name, const struct fixed *fixed)
{
	struct list list = { .group = NULL };

	for (; fixed->id != NULL; fixed++) {
		struct sdmx_code *code = list_add(builder->arena, &list, fixed->id, fixed->origin);
		code->name = build_names(fixed->name);
		code->description = build_names(fixed->description);
	}
	list_publish(builder, id, build_names(name), NULL, &list);
}

/* --- verdicts, whose words belong to their method and come in the language of the moment --- */

typedef const char *title(int value);

static const char *status_title(int value) { return progress_status_title((enum progress_status)value); }
static const char *reason_title(int value) { return progress_reason_title((enum progress_reason)value); }

static struct sdmx_names titles(title *of, int value)
{
	struct sdmx_names names = { { NULL } };
	const char *before = i18n_current();

	for (size_t i = 0; i < SDMX_LANGUAGES && i18n_languages[i].code != NULL; i++) {
		i18n_use(i18n_languages[i].code);
		names.text[i] = of(value);
	}
	i18n_use(before);
	return names;
}

static void verdict(struct builder *builder, struct list *list, const char *origin, title *of, int value)
{
	list_add(builder->arena, list, NULL, origin)->name = titles(of, value);
}

void lists_publish_fixed(struct builder *builder)
{
	struct list status = { .group = NULL }, reason = { .group = NULL }, class = { .group = NULL };
	static const char *const classes[] = { "1", "2", "3" };

	publish(builder, "CL_FREQ", N_("Frequency"), frequencies);
	publish(builder, "CL_OBS_STATUS", N_("Status of the observation"), observation);
	publish(builder, "CL_CONF_STATUS", N_("Confidentiality"), confidentiality);
	publish(builder, "CL_STATISTIC", N_("Statistic of the region"), statistics);
	publish(builder, "CL_ANSWER", N_("Answer"), answers);
	publish(builder, "CL_DIRECTION", N_("Direction"), directions);
	for (int i = 0; i < PROGRESS_STATUSES; i++)
		verdict(builder, &status, progress_status_name((enum progress_status)i), status_title, i);
	for (int i = PROGRESS_NO_REASON + 1; i < PROGRESS_REASONS; i++)
		verdict(builder, &reason, progress_reason_name((enum progress_reason)i), reason_title, i);
	for (int i = 0; i < 3; i++)
		verdict(builder, &class, classes[i], progress_class_title, i + 1);
	list_publish(builder, "CL_PROGRESS", build_names(N_("Verdict by growth rate")), NULL, &status);
	list_publish(builder, "CL_PROGRESS_REASON", build_names(N_("Why there is no verdict")), NULL, &reason);
	list_publish(builder, "CL_UN2023_CLASS", build_names(N_("Class of the UN Progress Chart 2023")), NULL, &class);
}
