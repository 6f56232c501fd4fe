/* gzip: packs a whole body in memory. */
#include <libdeflate.h>
#include <stdlib.h>

#include "cgi/web/kit.h"

static struct libdeflate_compressor *compressors[GZIP_BEST + 1];

char *gzip_pack(const char *data, size_t length, int level, size_t *packed)
{
	*packed = 0;
	if (compressors[level] == NULL)
		compressors[level] = libdeflate_alloc_compressor(level);
	char *gzip = compressors[level] != NULL && length > 0 ? malloc(length) : NULL;
	if (gzip == NULL)
		return NULL;
	*packed = libdeflate_gzip_compress(compressors[level], data, length, gzip, length);
	if (*packed == 0) {
		free(gzip);
		return NULL;
	}
	return gzip;
}
