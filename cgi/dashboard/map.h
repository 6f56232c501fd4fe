/*
 * map: the region with each participant in the band of its overall score, every one a link to its page. One more way in: whatever it tells
 * stands in the table of the page too.
 *
 * The outlines are made at build time from templates/map/region.txt (templates/map/outline.awk). Participants are found in them by
 * their UN M49 number; one that has no outline is named beneath the map. All other land is quiet context: one shape, and the borders of which
 * neither side takes part, so that no line is drawn twice.
 */
#ifndef CGI_DASHBOARD_MAP_H
#define CGI_DASHBOARD_MAP_H

#include "cgi/dashboard/dashboard.h"

struct map_outline {
	int number;         /* ISO 3166 and UN M49; 0: none */
	int x, y;           /* the middle of its label */
	const char *path;   /* NULL ends the list */
};

/* Between two countries, by their numbers. */
struct map_border {
	int one, other;
	const char *path;   /* NULL ends the list */
};

extern const struct map_outline map_outlines[];
extern const struct map_border map_borders[];
extern const char map_land[];               /* all land together, without the water within it (evenodd) */
extern const int map_width, map_height;

/* Includes map.tpl at `part`: the participants' overall scores of a period. */
enum err map_part(struct request *request, struct template_dict *body, enum template_key part, const struct framework *framework,
	const char *period, struct error *error) MUST_USE;

#endif
