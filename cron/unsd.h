/*
 * unsd: reads official series from the SDG API of the United Nations Statistics Division.
 *
 *	GET {base}/v1/sdg/Series/Data?seriesCode=VC_HTF_DETV&areaCode=398&areaCode=417&page=1&pageSize=1000
 *
 * What the service is known to do, and what is made of it: values are texts and may be "N", "NaN" or "<5" (kept as
 * texts); a year is a number, at times a text; pages start at 1; a row repeats for each goal of its series (kept once); a
 * point may stand twice with different values (a conflict, see official.h). Dimensions become the codes of official.h; the
 * observation status counts as one whether it stands among the dimensions or the attributes; of the reporting types only
 * "G" (global) is kept and the dimension dropped. Rows of areas and series that were not asked for are ignored.
 *
 * A feed that contradicts itself (another page than asked for, another number of pages on the way, fewer rows than
 * announced) or that has no end is refused: a half-read series would look like figures that the source withdrew.
 */
#ifndef CRON_UNSD_H
#define CRON_UNSD_H

#include "cron/http.h"
#include "indicators/model/official.h"

#define UNSD_BASE "https://unstats.un.org/SDGAPI"
#define UNSD_PAGE_ROWS 1000
#define UNSD_PAGE_BYTES ((size_t)20 * 1024 * 1024)
#define UNSD_TOTAL_BYTES ((size_t)400 * 1024 * 1024)
#define UNSD_PAGES_MAX 500 /* of one series */

struct unsd_request {
	const char *base;
	const char *const *series;
	size_t series_count;
	const struct official_area *const *areas;
	size_t area_count;
	struct http_limits limits;
	void (*progress)(const char *series, size_t number, size_t count, long page); /* or NULL */
};

/* Reads all series for all areas into the batch. On failure the batch is of no use. */
MUST_USE enum err unsd_fetch(const struct unsd_request *request, struct official_batch *batch, struct error *error);

#endif
