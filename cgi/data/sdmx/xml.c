/* xml: see xml.h. */
#include "cgi/data/sdmx/xml.h"

#include <string.h>

#include "indicators/base/utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* Bytes of the character at `text`; 0 where there is none. */
static size_t character(const char *text)
{
	unsigned char first = (unsigned char)*text;
	size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

	return strnlen(text, length) == length && utf8_is_valid(text, length) ? length : 0;
}

/* Whether XML 1.0 can hold it (production Char); surrogates are no UTF-8 anyway. */
static bool allowed(const char *text, size_t length)
{
	if (length == 1)
		return (unsigned char)*text >= 0x20 || *text == '\t' || *text == '\n' || *text == '\r';
	return !utf8_is_no_character(text);
}

static const char *reference(char c, bool in_attribute)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;"; /* for the sake of ]]> */
	case '\r': return "&#13;";
	case '"': return in_attribute ? "&quot;" : NULL;
	case '\t': return in_attribute ? "&#9;" : NULL;
	case '\n': return in_attribute ? "&#10;" : NULL;
	default: return NULL;
	}
}

static void escape(struct buffer *out, const char *text, bool in_attribute)
{
	while (*text != '\0') {
		size_t length = character(text);
		const char *written = length == 1 ? reference(*text, in_attribute) : NULL;
		if (length == 0 || !allowed(text, length))
			buffer_puts(out, REPLACEMENT);
		else if (written != NULL)
			buffer_puts(out, written);
		else
			buffer_append(out, text, length);
		text += length > 0 ? length : 1;
	}
}

static void end_tag(struct xml *xml)
{
	if (xml->in_tag)
		buffer_putc(xml->out, '>');
	xml->in_tag = false;
}

void xml_begin(struct xml *xml, struct buffer *out)
{
	*xml = (struct xml){ .out = out };
	buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void xml_open(struct xml *xml, const char *name)
{
	end_tag(xml);
	if (xml->depth == XML_DEPTH) {
		xml->out->failure = ERR_INTERNAL;
		return;
	}
	xml->open[xml->depth++] = name;
	buffer_printf(xml->out, "<%s", name);
	xml->in_tag = true;
}

void xml_attribute(struct xml *xml, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buffer_printf(xml->out, " %s=\"", name);
	escape(xml->out, value, true);
	buffer_putc(xml->out, '"');
}

void xml_text(struct xml *xml, const char *text)
{
	if (*text == '\0')
		return;
	end_tag(xml);
	escape(xml->out, text, false);
}

void xml_close(struct xml *xml)
{
	if (xml->depth == 0)
		return;
	const char *name = xml->open[--xml->depth];
	if (xml->in_tag)
		buffer_puts(xml->out, "/>");
	else
		buffer_printf(xml->out, "</%s>", name);
	xml->in_tag = false;
}

void xml_element(struct xml *xml, const char *name, const char *text)
{
	if (text == NULL)
		return;
	xml_open(xml, name);
	xml_text(xml, text);
	xml_close(xml);
}

void xml_end(struct xml *xml)
{
	while (xml->depth > 0)
		xml_close(xml);
	buffer_putc(xml->out, '\n');
}
