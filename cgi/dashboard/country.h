/* country: what the page of one participant shows, part by part; page_country.c puts them together. */
#ifndef CGI_DASHBOARD_COUNTRY_H
#define CGI_DASHBOARD_COUNTRY_H

#include "cgi/dashboard/dashboard.h"

/* Domains: own past beside the region's spread, charts and a table. */
enum err country_domains(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct periods *periods, size_t period, const struct name *participant, struct error *error) MUST_USE;

/* Every indicator of one period, with what the next level of a ladder asks for. */
enum err country_answers(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const struct name *participant, struct error *error) MUST_USE;

/* How much was reported, period by period. */
enum err country_coverage(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct name *participant, struct error *error) MUST_USE;

/* The newest value of each official series. */
enum err country_official(struct request *request, struct template_dict *page, const struct name *participant, struct error *error) MUST_USE;

#endif
