/*
 * figure: the registry of charts. A figure is one chart of the snapshot with all that goes with it: title, description in words, table
 * of the same figures, source. It has a kind and a code, and so addresses of its own:
 *
 *	/{framework}/charts/{kind}/{code}.svg .png   as a file          /{framework}/embed/{kind}/{code}   in a page of somebody else's
 *
 *	kind       code           asks for                   shows
 *	indicator  an indicator   period                     all participants in a period against the region's spread
 *	trend      an indicator   participant                a small chart for each participant (or one large), breaks marked
 *	domain     a domain, all  participant                the same of a domain's score, with the region's spread
 *	bands      all            period                     domains by participants
 *	country    a participant  period                     its domains against the region's spread
 *	official   a series       dims                       an official series, a line for each participant
 *
 * A page that shows one of these calls figure_show(), which draws the chart for wide and for narrow screens and puts the row of links below
 * it: the page and the file are made by the same loader, so that they show the same. A page that draws a chart in its own way
 * calls figure_links() alone. In the template: {{>FIGURE}} or {{>CHART_LINKS}} (or any other part, given as `part`).
 *
 *	struct figure_ref ref = { .kind = "indicator", .code = indicator->code, .period = period };
 *	err = figure_show(request, section, K_FIGURE, framework, &ref, error);
 *
 * Loaders read rows and write them down; no figure is computed here. What is suppressed, missing or not applicable has a sign of its
 * own, beside the scale and never at zero.
 */
#ifndef CGI_DASHBOARD_FIGURE_H
#define CGI_DASHBOARD_FIGURE_H

#include "cgi/dashboard/dashboard.h"

/* Which one. What is NULL is not said: the newest period, all participants, the breakdown nearest to a total. */
struct figure_ref {
	const char *kind, *code;
	const char *period, *participant, *dims;
};

/*
 * The row of links below a chart (chart_links.tpl) at `part`: SVG · PNG · the figures as CSV, and how to embed it. Embedding is
 * offered for public figures only, the code to copy where the site's address is known (MONITOR_SITE). Nothing in a page that stands alone.
 */
void figure_links(struct request *request, struct template_dict *dict, enum template_key part, const struct framework *framework,
	const struct figure_ref *ref);

/*
 * The chart at `part` (figure.tpl): drawn for wide and for narrow screens (small charts beside each other for trends), what its signs mean, and
 * the row of links. Nothing where there is no such figure; the page has said so already.
 */
enum err figure_show(struct request *request, struct template_dict *dict, enum template_key part, const struct framework *framework,
	const struct figure_ref *ref, struct error *error) MUST_USE;

/* "/ihr/charts/indicator/SPAR02.svg?period=2022&lang=en" with the audience's prefix; `ending` is "svg" or "png", or NULL: the page to embed. */
const char *figure_address(struct request *request, const struct framework *framework, const struct figure_ref *ref, const char *ending);

#endif
