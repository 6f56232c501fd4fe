/* unsd: see unsd.h. */
#include "cron/unsd.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/period.h"

/* What a row gives for a scalar: texts as they are, numbers in their shortest form, NULL for null; false for anything else. */
static bool scalar(const json_t *json, char text[static NUMBER_TEXT], const char **value)
{
	*value = NULL;
	if (json_is_string(json))
		*value = json_string_value(json);
	else if (json_is_number(json)) {
		number_text(json_number_value(json), text);
		*value = text;
	}
	return *value != NULL || json == NULL || json_is_null(json);
}

static bool asked_for(const struct unsd_request *request, const struct official_area *area)
{
	for (size_t i = 0; i < request->area_count; i++)
		if (request->areas[i] == area)
			return true;
	return false;
}

enum kept { KEPT, NOT_ASKED_FOR, NOT_GLOBAL, MALFORMED };

/* The dimensions of a row; NOT_GLOBAL for another reporting type. `field` names what is malformed. */
static enum kept read_dims(const json_t *row, struct official_dims *dims, const char **field)
{
	json_t *objects[] = { json_object_get(row, "dimensions"), json_object_get(row, "attributes") };
	char number[NUMBER_TEXT];
	char code[OFFICIAL_CODE_MAX];
	const char *name;
	const char *value;
	json_t *json;

	for (size_t o = 0; o < sizeof objects / sizeof *objects; o++) {
		*field = o == 0 ? "dimensions" : "attributes";
		if (objects[o] != NULL && !json_is_null(objects[o]) && !json_is_object(objects[o]))
			return MALFORMED;
		json_object_foreach(objects[o], name, json) {
			*field = name;
			bool known = official_code(name, code, sizeof code);
			/* Of the attributes only the observation status tells points apart. */
			if (o == 1 && strcmp(code, "observation_status") != 0)
				continue;
			if (!scalar(json, number, &value) || !known)
				return MALFORMED;
			if (value == NULL || *value == '\0')
				continue;
			if (strcmp(code, "reporting_type") == 0) {
				if (strcmp(value, "G") != 0)
					return NOT_GLOBAL;
				continue;
			}
			bool there = false;
			for (size_t d = 0; d < dims->count && o == 1; d++)
				there = there || strcmp(dims->dims[d].name, code) == 0;
			if (!there && !official_dims_add(dims, name, value))
				return MALFORMED;
		}
	}
	return KEPT;
}

/* An attribute's code; "" where there is none. False when it is no code. */
static bool read_attribute(const json_t *row, const char *name, char code[static OFFICIAL_CODE_MAX])
{
	const json_t *json = json_object_get(json_object_get(row, "attributes"), name);
	char number[NUMBER_TEXT];
	const char *value;

	code[0] = '\0';
	return scalar(json, number, &value) && (value == NULL || *value == '\0' || official_code(value, code, OFFICIAL_CODE_MAX));
}

/* One row into the batch; `field` names what is malformed. */
MUST_USE static enum err read_row(const json_t *row, const struct unsd_request *request, const char *series, struct official_batch *batch,
	enum kept *kept, const char **field, struct error *error)
{
	struct official_dims dims = { .count = 0 };
	struct buffer dims_text = BUFFER_INIT(4096);
	char numbers[4][NUMBER_TEXT];
	char nature[OFFICIAL_CODE_MAX];
	char units[OFFICIAL_CODE_MAX];
	const char *code, *area_code, *year, *value;

	*kept = MALFORMED;
	*field = "data";
	if (!json_is_object(row))
		return ERR_OK;
	*field = "series";
	if (!scalar(json_object_get(row, "series"), numbers[0], &code) || code == NULL)
		return ERR_OK;
	*field = "geoAreaCode";
	if (!scalar(json_object_get(row, "geoAreaCode"), numbers[1], &area_code) || area_code == NULL)
		return ERR_OK;
	const struct official_area *area = official_area(batch, area_code);
	if (strcmp(code, series) != 0 || area == NULL || !asked_for(request, area)) {
		*kept = NOT_ASKED_FOR;
		return ERR_OK;
	}
	*field = "timePeriodStart";
	if (!scalar(json_object_get(row, "timePeriodStart"), numbers[2], &year) || year == NULL || period_first_year(year) == 0)
		return ERR_OK;
	*field = "value";
	if (json_object_get(row, "value") == NULL || !scalar(json_object_get(row, "value"), numbers[3], &value))
		return ERR_OK;
	enum kept dims_kept = read_dims(row, &dims, field);
	if (dims_kept != KEPT) {
		*kept = dims_kept;
		return ERR_OK;
	}
	*field = "Nature";
	if (!read_attribute(row, "Nature", nature))
		return ERR_OK;
	*field = "Units";
	if (!read_attribute(row, "Units", units))
		return ERR_OK;
	*kept = KEPT;
	official_dims_text(&dims, &dims_text);
	const struct official_value point = {
		.series = series, .participant = area->code, .dims = buffer_text(&dims_text), .year = period_first_year(year),
		.value_text = value != NULL ? value : "", .nature = nature, .units = units,
	};
	enum err err = buffer_check(&dims_text, error);
	if (err == ERR_OK)
		err = official_add(batch, &point, error);
	buffer_release(&dims_text);
	return err;
}

/* A whole number of the answer's head; false when it is something else. -1 where it is missing. */
static bool read_count(const json_t *root, const char *name, long *count)
{
	const json_t *json = json_object_get(root, name);
	double value = json_number_value(json);

	*count = -1;
	if (json == NULL || json_is_null(json))
		return true;
	if (!json_is_number(json) || value < 0 || value > 1e9 || value < floor(value) || value > floor(value))
		return false;
	*count = (long)value;
	return true;
}

/*
 * One page of an answer into the batch: `text` as it came. *pages gets how many the source has, *announced its number of rows (-1 where
 * it doesn't say), *rows is increased by the rows of this page.
 */
MUST_USE static enum err read_page(const char *text, size_t length, const struct unsd_request *request, const char *series, long page,
	struct official_batch *batch, long *pages, long *announced, long *rows, struct error *error)
{
	enum err err = ERR_OK;
	enum kept kept;
	const char *field;
	json_error_t where;
	json_t *row;
	size_t i;
	long number = -1;
	json_t *root = json_loadb(text, length, 0, &where);

	if (root == NULL)
		return error_set(error, ERR_INVALID, _("The answer for %s, page %ld, is not whole JSON (line %d: %s)."), series, page, where.line, where.text);
	const json_t *data = json_object_get(root, "data");
	if (!json_is_object(root) || !json_is_array(data) || !read_count(root, "totalPages", pages) || *pages < 0 ||
		!read_count(root, "totalElements", announced) || !read_count(root, "pageNumber", &number)) {
		err = error_set(error, ERR_INVALID,
			_("The answer for %s, page %ld, has not the shape of the service: data, totalPages, totalElements and pageNumber are needed."), series, page);
		goto out;
	}
	if (number != -1 && number != page) {
		err = error_set(error, ERR_INVALID, _("Asked for page %ld of %s, the service sent page %ld."), page, series, number);
		goto out;
	}
	json_array_foreach(data, i, row) {
		if ((err = read_row(row, request, series, batch, &kept, &field, error)) != ERR_OK)
			error_context(error, _("%s, page %ld, row %zu"), series, page, i + 1);
		else if (kept == MALFORMED)
			err = error_set(error, ERR_INVALID, _("The answer for %s, page %ld, row %zu: “%.60s” is not what it should be."), series, page, i + 1, field);
		if (err != ERR_OK)
			goto out;
	}
	*rows += (long)json_array_size(data);
out:
	json_decref(root);
	return err;
}

MUST_USE static enum err address_of(const struct unsd_request *request, const char *series, long page, struct buffer *url, struct error *error)
{
	size_t length = strlen(request->base);

	while (length > 0 && request->base[length - 1] == '/')
		length--;
	buffer_clear(url);
	buffer_append(url, request->base, length);
	buffer_printf(url, "/v1/sdg/Series/Data?seriesCode=%s", series);
	for (size_t i = 0; i < request->area_count; i++)
		buffer_printf(url, "&areaCode=%d", request->areas[i]->m49);
	buffer_printf(url, "&page=%ld&pageSize=%d", page, UNSD_PAGE_ROWS);
	return buffer_check(url, error);
}

MUST_USE static enum err fetch_series(const struct unsd_request *request, struct http *http, size_t number, size_t *bytes,
	struct official_batch *batch, struct error *error)
{
	const char *series = request->series[number];
	struct buffer url = BUFFER_INIT(8000);
	struct buffer body = BUFFER_INIT(UNSD_PAGE_BYTES);
	enum err err = ERR_OK;
	long pages = 1;
	long announced = -1;
	long rows = 0;

	for (long page = 1; page <= pages; page++) {
		long pages_now;
		long announced_now;
		if (request->progress != NULL)
			request->progress(series, number + 1, request->series_count, page);
		if ((err = address_of(request, series, page, &url, error)) != ERR_OK)
			goto out;
		if ((err = http_get(http, buffer_text(&url), &body, error)) != ERR_OK)
			goto out;
		*bytes += body.length;
		if (*bytes > UNSD_TOTAL_BYTES) {
			err = error_set(error, ERR_TOO_LARGE, _("The service has sent more than %zu bytes; that cannot be right."), UNSD_TOTAL_BYTES);
			goto out;
		}
		err = read_page(buffer_text(&body), body.length, request, series, page, batch, &pages_now, &announced_now, &rows, error);
		if (err != ERR_OK)
			goto out;
		if (pages_now > UNSD_PAGES_MAX) {
			err = error_set(error, ERR_TOO_LARGE,
				_("The service says that %s has %ld pages; more than %d cannot be right."), series, pages_now, UNSD_PAGES_MAX);
			goto out;
		}
		if (page > 1 && (pages_now != pages || announced_now != announced)) {
			err = error_set(error, ERR_CONFLICT, _("The service changed %s while it was read. Try again later."), series);
			goto out;
		}
		pages = pages_now;
		announced = announced_now;
	}
	if (rows < announced)
		err = error_set(error, ERR_INVALID, _("The service announced %ld rows of %s and sent %ld."), announced, series, rows);
out:
	buffer_release(&url);
	buffer_release(&body);
	return err;
}

enum err unsd_fetch(const struct unsd_request *request, struct official_batch *batch, struct error *error)
{
	struct http *http = NULL;
	size_t bytes = 0;
	enum err err = http_check_base(request->base, error);

	if (err == ERR_OK)
		err = http_open(&http, &request->limits, error);
	for (size_t i = 0; i < request->series_count && err == ERR_OK; i++)
		err = fetch_series(request, http, i, &bytes, batch, error);
	http_close(http);
	return err;
}
