/* qr: a QR code (ISO/IEC 18004, by libqrencode) as the path of an SVG: no picture file, nothing that a browser would keep. */
#include <qrencode.h>
#include <sodium.h>

#include "cgi/account/account.h"
#include "indicators/base/buffer.h"

#define QUIET 4 /* modules of light around it, as the standard asks */

/* The dark modules of a row, each run of them as one rectangle. */
static void put_row(struct buffer *path, const unsigned char *row, int width, int y)
{
	for (int x = 0; x < width; x++) {
		int begin = x;

		while (x < width && (row[x] & 1) != 0)
			x++;
		if (x > begin)
			buffer_printf(path, "M%d %dh%dv1h-%dz", begin + QUIET, y + QUIET, x - begin, x - begin);
	}
}

const char *qr_path(struct arena *arena, const char *text, int *size)
{
	struct buffer path = BUFFER_INIT(64 * 1024);
	QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);

	*size = 0;
	if (code == NULL)
		return NULL;
	*size = code->width + 2 * QUIET;
	for (int y = 0; y < code->width; y++)
		put_row(&path, code->data + y * code->width, code->width, y);
	const char *result = arena_strdup(arena, buffer_text(&path));
	/* It tells a key. */
	sodium_memzero(code->data, (size_t)(code->width * code->width));
	QRcode_free(code);
	buffer_release(&path);
	return result;
}
