/*
 * figure_png: a chart as a picture, by librsvg and cairo; see figure_file.h.
 *
 * They read what the programs of this site have written themselves, every text escaped, and nothing else: the handle has no base address, so
 * that librsvg loads no file and no address, and the drawing has no image anyway. Its size is bound before a pixel is made.
 */
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <math.h>

#include "cgi/dashboard/figure_file.h"
#include "indicators/base/i18n.h"

#define SCALE 2.0

static cairo_status_t put_piece(void *out, const unsigned char *data, unsigned length)
{
	buffer_append(out, data, length);
	return ((struct buffer *)out)->failure == ERR_OK ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

MUST_USE static enum err draw(RsvgHandle *handle, struct buffer *out, struct error *error)
{
	gdouble width = 0, height = 0;
	enum err err = ERR_OK;

	if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) || !(width >= 1) || !(height >= 1))
		return error_set(error, ERR_INTERNAL, "A chart has no size.");
	width = ceil(width * SCALE);
	height = ceil(height * SCALE);
	if (width * height > FIGURE_PIXELS_MOST)
		return error_set(error, ERR_TOO_LARGE, "%s", _("The chart is too large for a picture. As SVG it has no such limit."));
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
	cairo_t *pencil = cairo_create(surface);
	const RsvgRectangle all = { .x = 0, .y = 0, .width = width, .height = height };
	if (!rsvg_handle_render_document(handle, pencil, &all, NULL) || cairo_status(pencil) != CAIRO_STATUS_SUCCESS ||
		cairo_surface_write_to_png_stream(surface, put_piece, out) != CAIRO_STATUS_SUCCESS)
		err = error_set(error, ERR_INTERNAL, "A chart cannot be drawn as a picture.");
	cairo_destroy(pencil);
	cairo_surface_destroy(surface);
	return err != ERR_OK ? err : buffer_check(out, error);
}

enum err figure_png(const char *svg, size_t length, struct buffer *out, struct error *error)
{
	RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)svg, length, NULL);

	if (handle == NULL)
		return error_set(error, ERR_INTERNAL, "A chart cannot be read by librsvg.");
	enum err err = draw(handle, out, error);
	g_object_unref(handle);
	return err;
}
