/*
 * figure_png: a chart as a picture, by librsvg and cairo; see figure_file.h.
 *
 * They read what the programs of this site have written themselves, every text escaped, and nothing else: the handle has no base address, so
 * that librsvg loads no file and no address, and the drawing has no image anyway. Its size is bound before a pixel is made. And they are only
 * ever used in a process apart (apart.h), so that what goes wrong in them is one picture that is not there.
 */
#include <cairo.h>
#include <libdeflate.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/apart.h"
#include "cgi/dashboard/figure_file.h"
#include "indicators/base/i18n.h"

#define SCALE 2.0
#define PACKING 5 /* of 1 to 12 */

/* --- the PNG: few colours in large fields pack best, and fastest, as they are; libpng's filters would take three times as long --- */

static void put_number(unsigned char *out, size_t value)
{
	for (int i = 0; i < 4; i++)
		out[i] = (unsigned char)(value >> (24 - 8 * i));
}

static void put_chunk(struct buffer *out, const char *kind, const unsigned char *data, size_t length)
{
	unsigned char number[4];
	uint32_t sum = libdeflate_crc32(0, kind, 4);

	/* Of no data it would be that of no chunk. */
	if (length > 0)
		sum = libdeflate_crc32(sum, data, length);
	put_number(number, length);
	buffer_append(out, number, 4);
	buffer_append(out, kind, 4);
	buffer_append(out, data, length);
	put_number(number, sum);
	buffer_append(out, number, 4);
}

/* Rows of red, green, blue, each after its filter: none. */
static unsigned char *rows_of(cairo_surface_t *surface, size_t width, size_t height)
{
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);
	unsigned char *rows = malloc(height * (3 * width + 1)), *at = rows;

	for (size_t y = 0; rows != NULL && y < height; y++) {
		*at++ = 0;
		for (size_t x = 0; x < width; x++) {
			uint32_t pixel;
			memcpy(&pixel, pixels + y * stride + 4 * x, sizeof pixel);
			*at++ = (unsigned char)(pixel >> 16);
			*at++ = (unsigned char)(pixel >> 8);
			*at++ = (unsigned char)pixel;
		}
	}
	return rows;
}

MUST_USE static enum err write_png(cairo_surface_t *surface, size_t width, size_t height, struct buffer *out, struct error *error)
{
	unsigned char head[13] = { [8] = 8, [9] = 2 };
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(PACKING);
	size_t length = height * (3 * width + 1), most = libdeflate_zlib_compress_bound(compressor, length);
	unsigned char *rows = rows_of(surface, width, height), *packed = malloc(most);
	enum err err = rows == NULL || packed == NULL || compressor == NULL ? error_memory(error) : ERR_OK;

	if (err == ERR_OK) {
		put_number(head, width);
		put_number(head + 4, height);
		buffer_append(out, "\x89PNG\r\n\x1A\n", 8);
		put_chunk(out, "IHDR", head, sizeof head);
		put_chunk(out, "IDAT", packed, libdeflate_zlib_compress(compressor, rows, length, packed, most));
		put_chunk(out, "IEND", NULL, 0);
		err = buffer_check(out, error);
	}
	if (compressor != NULL)
		libdeflate_free_compressor(compressor);
	free(rows);
	free(packed);
	return err;
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
	if (!rsvg_handle_render_document(handle, pencil, &all, NULL) || cairo_status(pencil) != CAIRO_STATUS_SUCCESS)
		err = error_set(error, ERR_INTERNAL, "A chart cannot be drawn as a picture.");
	cairo_surface_flush(surface);
	if (err == ERR_OK)
		err = write_png(surface, (size_t)width, (size_t)height, out, error);
	cairo_destroy(pencil);
	cairo_surface_destroy(surface);
	return err;
}

struct drawing {
	const char *svg;
	size_t length;
};

static enum err draw_apart(const void *context, struct buffer *out, struct error *error)
{
	const struct drawing *drawing = context;
	RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)drawing->svg, drawing->length, NULL);

	if (handle == NULL)
		return error_set(error, ERR_INTERNAL, "A chart cannot be read by librsvg.");
	enum err err = draw(handle, out, error);
	g_object_unref(handle);
	return err;
}

enum err figure_png(const char *svg, size_t length, struct buffer *out, struct error *error)
{
	static const struct apart_limits limits = { .seconds = 10, .memory = 320u << 20 };
	const struct drawing drawing = { svg, length };

	return apart_run(draw_apart, &drawing, &limits, out, error);
}
