/*
 * file: a file as the body of a response: an attachment, sent from the disk in pieces, whole or the range that was asked for
 * (RFC 9110), so that a download over a slow line can go on where it broke off.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

/* Digits at *at, not beyond what an int64_t holds. False: there are none, or too many. */
static bool read_number(const char **at, int64_t *value)
{
	size_t digits = strspn(*at, "0123456789");

	*value = 0;
	for (size_t i = 0; i < digits && digits <= 18; i++)
		*value = *value * 10 + ((*at)[i] - '0');
	*at += digits;
	return digits > 0 && digits <= 18;
}

enum range_kind range_read(const char *header, int64_t size, int64_t *from, int64_t *length)
{
	const char *p = header;
	int64_t first, last;

	*from = 0;
	*length = size;
	/* Several ranges, or none that can be read: the whole is a proper answer. */
	if (strncmp(p, "bytes=", 6) != 0 || strchr(p, ',') != NULL)
		return RANGE_WHOLE;
	p += 6;
	if (*p == '-') {
		p++;
		if (!read_number(&p, &last) || *p != '\0')
			return RANGE_WHOLE;
		*length = last < size ? last : size;
		*from = size - *length;
		return *length > 0 ? RANGE_PART : RANGE_NONE;
	}
	if (!read_number(&p, &first) || *p++ != '-')
		return RANGE_WHOLE;
	last = size - 1;
	if (*p != '\0' && (!read_number(&p, &last) || *p != '\0' || last < first))
		return RANGE_WHOLE;
	if (first >= size)
		return RANGE_NONE;
	*from = first;
	*length = (last < size - 1 ? last : size - 1) - first + 1;
	return RANGE_PART;
}

const char *attachment_header(struct arena *arena, const char *name)
{
	struct buffer out = BUFFER_INIT(64 * 1024);

	/* For readers that know no filename*: what is safe anywhere, the rest as an underscore for each character. */
	buffer_puts(&out, "attachment; filename=\"");
	for (const unsigned char *p = (const unsigned char *)name; *p != '\0'; p++) {
		if (*p >= 0x20 && *p < 0x7F && strchr("\"\\%", *p) == NULL)
			buffer_putc(&out, (char)*p);
		else if ((*p & 0xC0) != 0x80)
			buffer_putc(&out, '_');
	}
	buffer_puts(&out, "\"; filename*=UTF-8''");
	encode_url(&out, name, false);
	const char *text = arena_strdup(arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

static void respond_with_part(struct response *response, struct file_body *file, int64_t size)
{
	struct arena *arena = response->request->arena;
	const struct raw_request *raw = response->request->parts->raw;
	/* A part of another edition would spoil what the reader has. */
	bool same = *raw->if_range == '\0' || strcmp(raw->if_range, file->etag) == 0;
	enum range_kind kind = same ? range_read(raw->range, size, &file->from, &file->length) : RANGE_WHOLE;

	if (kind == RANGE_PART) {
		response->status = 206;
		response_header(response, "Content-Range", arena_printf(arena, "bytes %" PRId64 "-%" PRId64 "/%" PRId64, file->from,
			file->from + file->length - 1, size));
	} else if (kind == RANGE_NONE) {
		response->status = 416;
		file->length = 0;
		response_header(response, "Content-Range", arena_printf(arena, "bytes */%" PRId64, size));
	}
}

enum err response_file(struct response *response, const char *path, const char *name, const char *type, const char *tag, struct error *error)
{
	struct arena *arena = response->request->arena;
	const struct raw_request *raw = response->request->parts->raw;
	struct stat status;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
		fprintf(stderr, "%s: %s: %s\n", response->request->path, path, strerror(errno));
		if (descriptor >= 0)
			close(descriptor);
		return error_set(error, ERR_NOT_FOUND, _("The file “%s” is missing on the server, though its entry is there. Tell the secretariat: it may be in a backup."),
			name);
	}
	response_body(response, type);
	struct file_body *file = response->file = arena_alloc(arena, sizeof *file);
	*file = (struct file_body){ .descriptor = descriptor, .length = status.st_size, .etag = arena_printf(arena, "\"%s\"", tag) };
	response_header(response, "Content-Disposition", attachment_header(arena, name));
	response_header(response, "ETag", file->etag);
	response_header(response, "Accept-Ranges", "bytes");
	response_header(response, "Cache-Control", "private, no-store");
	if (etag_is_listed(raw->if_none_match, tag)) {
		response->status = 304;
		file->length = 0;
	} else {
		respond_with_part(response, file, status.st_size);
	}
	return ERR_OK;
}

void response_file_close(struct response *response)
{
	if (response->file != NULL)
		close(response->file->descriptor);
	response->file = NULL;
}

size_t response_file_read(struct response *response, char *piece, size_t size)
{
	struct file_body *file = response->file;
	size_t wanted = file->length < (int64_t)size ? (size_t)file->length : size;
	ssize_t got = pread(file->descriptor, piece, wanted, file->from);

	/* A file that has become shorter: the client sees that fewer bytes came than were promised. */
	if (got <= 0)
		return 0;
	file->from += got;
	file->length -= got;
	return (size_t)got;
}
