/* buffer: see buffer.h. */
#include "indicators/base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"

char *buffer_reserve(struct buffer *buffer, size_t length)
{
	if (buffer->failure != ERR_OK)
		return NULL;
	if (length > buffer->cap || buffer->length > buffer->cap - length) {
		buffer->failure = ERR_TOO_LARGE;
		return NULL;
	}
	size_t need = buffer->length + length + 1;
	if (need > buffer->size) {
		size_t size = buffer->size < 256 ? 256 : buffer->size;
		while (size < need)
			size += size / 2;
		char *data = realloc(buffer->data, size);
		if (data == NULL) {
			buffer->failure = ERR_INTERNAL;
			return NULL;
		}
		buffer->data = data;
		buffer->size = size;
	}
	return buffer->data + buffer->length;
}

void buffer_append(struct buffer *buffer, const void *data, size_t length)
{
	char *room = buffer_reserve(buffer, length);

	if (room == NULL)
		return;
	if (length > 0)
		memcpy(room, data, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void buffer_puts(struct buffer *buffer, const char *text)
{
	buffer_append(buffer, text, strlen(text));
}

void buffer_putc(struct buffer *buffer, char c)
{
	buffer_append(buffer, &c, 1);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *room = length < 0 ? NULL : buffer_reserve(buffer, (size_t)length);
	if (room != NULL) {
		vsnprintf(room, (size_t)length + 1, format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

const char *buffer_text(const struct buffer *buffer)
{
	return buffer->data != NULL ? buffer->data : "";
}

enum err buffer_check(const struct buffer *buffer, struct error *error)
{
	if (buffer->failure == ERR_OK)
		return ERR_OK;
	if (buffer->failure == ERR_TOO_LARGE)
		return error_set(error, ERR_TOO_LARGE, _("The text is longer than the %zu bytes allowed here."), buffer->cap);
	return error_memory(error);
}

void buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
	buffer->failure = ERR_OK;
	if (buffer->data != NULL)
		buffer->data[0] = '\0';
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->data);
	buffer->data = NULL;
	buffer->length = 0;
	buffer->size = 0;
	buffer->failure = ERR_OK;
}
