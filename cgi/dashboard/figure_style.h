/*
 * figure_style: the style of charts that stand alone, made from the site's style sheet: its colours, and its part "figures". Programs that
 * draw SVG without a browser know no variables, so every colour is written out: once for light, and for dark screens once more.
 */
#ifndef CGI_DASHBOARD_FIGURE_STYLE_H
#define CGI_DASHBOARD_FIGURE_STYLE_H

#include "indicators/base/buffer.h"

enum figure_theme { THEME_AUTO, THEME_LIGHT, THEME_DARK, THEMES };

/*
 * The text of a <style> element: printable, without "<" and "&". `sheet` is the text of site.css. ERR_INVALID where that lacks the part, or
 * a colour that the part names.
 */
MUST_USE enum err figure_style_make(const char *sheet, enum figure_theme theme, struct buffer *out, struct error *error);

/* The same of templates/assets/site.css, read once; *style lives as long as the program. */
MUST_USE enum err figure_style(enum figure_theme theme, const char **style, struct error *error);

#endif
