/*
 * Fuzz target: multipart bodies. The first byte says in which pieces the rest is fed; whatever the pieces, the parts must be the
 * same, and the reader may not run out of its bounds (AddressSanitizer).
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct digest {
	uint64_t sum;
	size_t parts;
};

static void mix(struct digest *digest, const char *data, size_t length)
{
	for (size_t i = 0; i < length; i++)
		digest->sum = (digest->sum ^ (unsigned char)data[i]) * 1099511628211u;
}

static enum err begin(void *context, const struct multipart_part *part, struct error *error)
{
	struct digest *digest = context;

	(void)error;
	mix(digest, part->name, strlen(part->name) + 1);
	if (part->filename != NULL)
		mix(digest, part->filename, strlen(part->filename) + 1);
	digest->parts++;
	return ERR_OK;
}

static enum err piece(void *context, const char *data, size_t length, struct error *error)
{
	(void)error;
	mix(context, data, length);
	return ERR_OK;
}

static enum err end(void *context, struct error *error)
{
	(void)error;
	mix(context, "", 1);
	return ERR_OK;
}

static enum err read_all(const char *body, size_t length, size_t step, struct digest *digest)
{
	static struct multipart multipart;
	const struct multipart_sink sink = { .begin = begin, .data = piece, .end = end, .context = digest };
	struct error error = ERROR_INIT;

	*digest = (struct digest){ .sum = 14695981039346656037u };
	enum err err = multipart_init(&multipart, "multipart/form-data; boundary=b", &sink, &error);
	for (size_t at = 0; err == ERR_OK && at < length; at += step) {
		/* A copy of its own, so that reading past a piece is seen. */
		size_t part = length - at < step ? length - at : step;
		char *copy = malloc(part);
		if (copy == NULL)
			abort();
		memcpy(copy, body + at, part);
		err = multipart_feed(&multipart, copy, part, &error);
		free(copy);
	}
	return err == ERR_OK ? multipart_end(&multipart, &error) : err;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct digest whole, cut;

	if (size < 2)
		return 0;
	const char *body = (const char *)data + 1;
	enum err at_once = read_all(body, size - 1, size, &whole);
	enum err in_pieces = read_all(body, size - 1, data[0] % 16 + 1u, &cut);
	if (at_once != in_pieces || (at_once == ERR_OK && (whole.sum != cut.sum || whole.parts != cut.parts)))
		abort();
	return 0;
}
