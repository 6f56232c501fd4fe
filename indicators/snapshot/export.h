/*
 * export: a snapshot's figures as CSV, for `monitor export` and the data program. The columns are fixed:
 *
 *	regional  framework,indicator,period,n_reporting,n_expected,n_hidden,mean,median,min,max,q1,q3,pooled,sum,status,run
 *	answers   framework,participant,period,indicator,version,status,value,numerator,denominator,score,suppressed
 *	cells     framework,participant,period,indicator,version,dimension,category,value,suppressed,status
 *	coverage  framework,period,participant,n_reported,n_not_available,n_not_applicable,n_expected
 *	items     framework,indicator,period,version,item,n_met,n_known
 *	sdg       series,dims,participant,base_year,base_value,current_year,current_value,direction,target,target_year,method,
 *	          progress,status,score,un2023_ratio,un2023_class,vintage,run
 *
 * Numbers have all their digits: they read back as the same doubles. What doesn't apply, or may not be given, is empty,
 * never 0. A cell of a breakdown says which: shown, suppressed, withheld (with its whole breakdown) or missing. A vintage is its label (2023-12), with a number where one label was fetched again (2023-12/2). The SDG series
 * are official figures, the same for every framework and audience.
 */
#ifndef INDICATORS_SNAPSHOT_EXPORT_H
#define INDICATORS_SNAPSHOT_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicators/base/error.h"
#include "indicators/store/database.h"

enum export_kind { EXPORT_REGIONAL, EXPORT_ANSWERS, EXPORT_CELLS, EXPORT_COVERAGE, EXPORT_ITEMS, EXPORT_SDG, EXPORT_KINDS };

/* "regional", "answers", "cells", "coverage", "items", "sdg"; false for anything else. */
bool export_kind_named(const char *name, enum export_kind *kind);

/* Takes the next part of the text; an error ends the export. */
typedef enum err export_sink(void *context, const char *text, size_t length, struct error *error);

/*
 * Writes the header and the rows to `sink`, a part at a time. `framework` may be NULL for sdg only; `period` NULL means all.
 * `release` is 0, or the number of a release of that period: then regional and answers are as they stood after it, in the same columns.
 * ERR_NOT_FOUND, naming those there are, for a framework, period or release that the snapshot does not have.
 */
MUST_USE enum err export_csv(struct database *snapshot, enum export_kind kind, const char *framework, const char *period, int64_t release,
	export_sink *sink, void *context, struct error *error);

#endif
