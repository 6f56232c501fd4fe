/* export: see export.h. */
#include "indicators/snapshot/export.h"

#include <string.h>

#include "indicators/base/csv.h"
#include "indicators/base/i18n.h"
#include "snapshot_statements.h"

#define PART 65536       /* handed on at once */
#define PART_CAP 1048576 /* a row is far smaller */

static const struct kind {
	const char *name;
	enum snapshot_statement statement;
	const char *columns;
	const char *types; /* of the statement's columns: text, number, integer */
	bool run;          /* the run id stands in a last column */
	enum snapshot_statement standing; /* of a release: the same columns first; of others the statement again */
} kinds[EXPORT_KINDS] = {
	[EXPORT_REGIONAL] = { "regional", SNAPSHOT_export_regional,
		"framework,indicator,period,n_reporting,n_expected,n_hidden,mean,median,min,max,q1,q3,pooled,sum,status,run\r\n",
		"tttiiinnnnnnnnt", true, SNAPSHOT_takeaway_regional },
	[EXPORT_ANSWERS] = { "answers", SNAPSHOT_export_answers,
		"framework,participant,period,indicator,version,status,value,numerator,denominator,score,suppressed\r\n",
		"ttttitnnnni", false, SNAPSHOT_takeaway_answers },
	[EXPORT_CELLS] = { "cells", SNAPSHOT_export_cells,
		"framework,participant,period,indicator,version,dimension,category,value,suppressed,status\r\n",
		"ttttittiit", false, SNAPSHOT_export_cells },
	[EXPORT_COVERAGE] = { "coverage", SNAPSHOT_data_coverage,
		"framework,period,participant,n_reported,n_not_available,n_not_applicable,n_expected\r\n",
		"tttiiii", false, SNAPSHOT_data_coverage },
	[EXPORT_ITEMS] = { "items", SNAPSHOT_export_items,
		"framework,indicator,period,version,item,n_met,n_known\r\n",
		"tttitii", false, SNAPSHOT_export_items },
	[EXPORT_SDG] = { "sdg", SNAPSHOT_export_sdg,
		"series,dims,participant,base_year,base_value,current_year,current_value,direction,target,target_year,method,progress,status,score,"
		"un2023_ratio,un2023_class,vintage,run\r\n",
		"tttinintniintnnit", true, SNAPSHOT_export_sdg },
};

bool export_kind_named(const char *name, enum export_kind *kind)
{
	for (size_t i = 0; i < EXPORT_KINDS; i++)
		if (strcmp(name, kinds[i].name) == 0) {
			*kind = (enum export_kind)i;
			return true;
		}
	return false;
}

/* Reads a list of codes and whether `wanted` is among them. */
MUST_USE static enum err look_up(struct query *query, const char *wanted, bool *found, struct buffer *all, struct error *error)
{
	*found = false;
	while (query_next(query)) {
		const char *code = query_column_text(query, 0);
		*found = *found || strcmp(code, wanted) == 0;
		buffer_printf(all, "%s%s", all->length > 0 ? ", " : "", code);
	}
	return query_end(query, error);
}

MUST_USE static enum err check(struct database *snapshot, const char *framework, const char *period, struct error *error)
{
	struct buffer all = BUFFER_INIT(512);
	bool found = true;
	enum err err = look_up(database_query(snapshot, SNAPSHOT_export_frameworks), framework, &found, &all, error);

	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, _("There is no framework %s. There are: %s."), framework, buffer_text(&all));
	if (err == ERR_OK && period != NULL) {
		struct query *query = database_query(snapshot, SNAPSHOT_export_periods);
		buffer_clear(&all);
		query_text(query, "framework", framework);
		err = look_up(query, period, &found, &all, error);
		if (err == ERR_OK && !found && all.length == 0)
			err = error_set(error, ERR_NOT_FOUND, _("Nothing of %s has been released for this audience yet."), framework);
		else if (err == ERR_OK && !found)
			err = error_set(error, ERR_NOT_FOUND, _("%s has no released period %s. It has: %s."), framework, period, buffer_text(&all));
	}
	buffer_release(&all);
	return err;
}

MUST_USE static enum err check_release(struct database *snapshot, const char *framework, const char *period, int64_t release, struct error *error)
{
	struct buffer all = BUFFER_INIT(512);
	struct query *query = database_query(snapshot, SNAPSHOT_takeaway_releases);
	bool found = false;

	query_text(query, "framework", framework);
	while (query_next(query)) {
		if (strcmp(query_column_text(query, 1), period) != 0)
			continue;
		found = found || query_column_int(query, 2) == release;
		buffer_printf(&all, "%s%lld", all.length > 0 ? ", " : "", (long long)query_column_int(query, 2));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, _("There is no release %lld of %s. There are: %s."), (long long)release, period, buffer_text(&all));
	buffer_release(&all);
	return err;
}

static void put_row(struct buffer *out, struct query *query, const struct kind *kind, const char *run)
{
	for (int i = 0; kind->types[i] != '\0'; i++) {
		if (kind->types[i] == 't' || query_column_is_null(query, i))
			csv_text(out, query_column_text(query, i));
		else if (kind->types[i] == 'i')
			csv_int(out, query_column_int(query, i));
		else
			csv_number(out, query_column_real(query, i));
	}
	if (kind->run)
		csv_text(out, run);
	csv_end(out);
}

MUST_USE static enum err hand_on(struct buffer *out, export_sink *sink, void *context, struct error *error)
{
	enum err err = buffer_check(out, error);

	if (err == ERR_OK)
		err = sink(context, out->data, out->length, error);
	buffer_clear(out);
	return err;
}

MUST_USE static enum err read_run(struct database *snapshot, char *run, size_t size, struct error *error)
{
	struct query *query = database_query(snapshot, SNAPSHOT_meta);

	run[0] = '\0';
	query_text(query, "key", "run");
	if (query_next(query)) {
		const char *text = query_column_text(query, 0);
		size_t length = strlen(text) < size ? strlen(text) : size - 1;
		memcpy(run, text, length);
		run[length] = '\0';
	}
	return query_end(query, error);
}

enum err export_csv(struct database *snapshot, enum export_kind number, const char *framework, const char *period, int64_t release,
	export_sink *sink, void *context, struct error *error)
{
	const struct kind *kind = &kinds[number];
	struct buffer out = BUFFER_INIT(PART_CAP);
	char run[64];
	enum err err = framework != NULL ? check(snapshot, framework, period, error) : ERR_OK;

	if (err == ERR_OK && release != 0)
		err = check_release(snapshot, framework, period, release, error);
	if (err == ERR_OK)
		err = read_run(snapshot, run, sizeof run, error);
	if (err != ERR_OK)
		return err;
	buffer_puts(&out, kind->columns);
	struct query *query = database_query(snapshot, release != 0 ? kind->standing : kind->statement);
	if (number != EXPORT_SDG) {
		query_text(query, "framework", framework);
		query_text(query, "period", period);
	}
	if (release != 0)
		query_int(query, "number", release);
	while (err == ERR_OK && query_next(query)) {
		put_row(&out, query, kind, run);
		if (out.length >= PART)
			err = hand_on(&out, sink, context, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	if (err == ERR_OK)
		err = end;
	if (err == ERR_OK)
		err = hand_on(&out, sink, context, error);
	buffer_release(&out);
	return err;
}
