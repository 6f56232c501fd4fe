/* multipart: see multipart.h. First the headers of a part, then the way through the body. */
#include "cgi/web/multipart.h"

#include <string.h>
#include <strings.h>

#include "indicators/base/i18n.h"

MUST_USE static enum err broken(struct error *error, const char *what)
{
	return error_set(error, ERR_INVALID, _("The form cannot be read (%s), so nothing was saved. Send it again."), what);
}

/* --- headers: values with parameters --- */

static bool is_token(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One parameter of a header; name and value are cut out of the text in place. */
struct parameter {
	char *name;
	char *value;
};

/* "…": a backslash is an escape only before a quotation mark or a backslash; else it stands for itself. NULL: it never ends. */
static char *read_quoted(char *p, char **value)
{
	char *out = p;

	*value = p;
	for (; *p != '"'; p++) {
		if (*p == '\0')
			return NULL;
		if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		*out++ = *p;
	}
	/* *out may be the closing mark itself, which has been read. */
	*out = '\0';
	return p + 1;
}

/* What stands at `p`, behind a value: blanks and a semicolon, or nothing more. NULL: something else. */
static char *behind(char *p)
{
	p += strspn(p, " \t");
	if (*p == ';')
		return p + 1;
	return *p == '\0' ? p : NULL;
}

/* The next name=value at *at, where the last semicolon is behind. False at the end; *good turns false where there is something else. */
static bool next_parameter(char **at, struct parameter *parameter, bool *good)
{
	char *p = *at != NULL ? *at + strspn(*at, " \t") : NULL;

	*good = p != NULL;
	if (p == NULL || *p == '\0')
		return false;
	*good = false;
	parameter->name = p;
	while (is_token(*p))
		p++;
	if (p == parameter->name || *p != '=')
		return false;
	*p++ = '\0';
	parameter->value = p;
	char *end = p;
	if (*p == '"') {
		end = read_quoted(p + 1, &parameter->value);
	} else {
		while (is_token(*end))
			end++;
	}
	if (end == NULL || end == parameter->value)
		return false;
	*at = behind(end);
	*end = '\0';
	*good = *at != NULL;
	return *good;
}

/* Browsers escape these three in names, and nothing else. */
static void unescape_browser(char *text)
{
	static const struct { const char *escape; char stands; } escapes[] = { { "%22", '"' }, { "%0D", '\r' }, { "%0A", '\n' } };
	char *out = text;

	for (const char *p = text; *p != '\0'; p++) {
		char c = *p;

		for (size_t i = 0; c == '%' && i < sizeof escapes / sizeof *escapes; i++)
			if (strncasecmp(p, escapes[i].escape, 3) == 0) {
				c = escapes[i].stands;
				p += 2;
			}
		*out++ = c;
	}
	*out = '\0';
}

/* RFC 5987: UTF-8'language'percent-encoded, in place. */
static char *decode_extended(char *text)
{
	if (strncasecmp(text, "UTF-8'", 6) != 0)
		return NULL;
	char *from = strchr(text + 6, '\'');
	if (from == NULL)
		return NULL;
	char *out = text;
	for (from++; *from != '\0'; from++) {
		if (*from != '%') {
			*out++ = *from;
			continue;
		}
		int high = hex(from[1]);
		int low = high < 0 ? -1 : hex(from[2]);
		if (low < 0 || high * 16 + low == 0)
			return NULL;
		*out++ = (char)(high * 16 + low);
		from += 2;
	}
	*out = '\0';
	return text;
}

/* Takes a value once; a second one could be read in two ways. */
static bool take(const char **into, const char *value)
{
	bool first = *into == NULL && value != NULL;

	*into = value;
	return first;
}

static bool read_disposition(char *value, struct multipart_part *part)
{
	static const char kind[] = "form-data";
	const char *plain = NULL, *extended = NULL;
	struct parameter parameter;
	bool good = true;

	if (strncasecmp(value, kind, sizeof kind - 1) != 0)
		return false;
	char *p = behind(value + sizeof kind - 1);
	while (next_parameter(&p, &parameter, &good)) {
		if (strcasecmp(parameter.name, "name") == 0) {
			unescape_browser(parameter.value);
			good = take(&part->name, parameter.value);
		} else if (strcasecmp(parameter.name, "filename") == 0) {
			unescape_browser(parameter.value);
			good = take(&plain, parameter.value);
		} else if (strcasecmp(parameter.name, "filename*") == 0) {
			good = take(&extended, decode_extended(parameter.value));
		}
		if (!good)
			return false;
	}
	part->filename = extended != NULL ? extended : plain;
	return good;
}

/* One line of the head, without its end. */
MUST_USE static enum err read_header(char *line, struct multipart_part *part, bool *disposed, struct error *error)
{
	static const char *const plain[] = { "binary", "8bit", "7bit" };
	char *colon = strchr(line, ':');

	for (const unsigned char *p = (const unsigned char *)line; *p != '\0'; p++)
		if ((*p < 0x20 && *p != '\t') || *p == 0x7F)
			return broken(error, _("a control character in the head of a part"));
	if (colon == NULL || colon == line)
		return broken(error, _("a line of a part's head is no header"));
	for (const char *p = line; p < colon; p++)
		if (!is_token(*p))
			return broken(error, _("a line of a part's head is no header"));
	*colon = '\0';
	char *value = colon + 1 + strspn(colon + 1, " \t");
	if (strcasecmp(line, "Content-Disposition") == 0) {
		if (*disposed || !read_disposition(value, part))
			return broken(error, _("a part does not say plainly what it is"));
		*disposed = true;
	} else if (strcasecmp(line, "Content-Transfer-Encoding") == 0) {
		for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
			if (strcasecmp(value, plain[i]) == 0)
				return ERR_OK;
		return broken(error, _("a part is encoded"));
	}
	return ERR_OK;
}

/* The whole head, CRLF after each line and an empty line last. */
MUST_USE static enum err read_head(struct multipart *multipart, struct error *error)
{
	struct multipart_part part = { .name = NULL };
	bool disposed = false;
	enum err err = ERR_OK;

	multipart->head[multipart->head_length] = '\0';
	if (strlen(multipart->head) != multipart->head_length)
		return broken(error, _("a control character in the head of a part"));
	for (char *line = multipart->head; err == ERR_OK && *line != '\r';) {
		char *end = strstr(line, "\r\n");

		*end = '\0';
		err = read_header(line, &part, &disposed, error);
		line = end + 2;
	}
	if (err != ERR_OK)
		return err;
	if (part.name == NULL || part.name[0] == '\0')
		return broken(error, _("a part has no name"));
	if (++multipart->parts > MULTIPART_PARTS_MAX)
		return error_set(error, ERR_INVALID, _("The form holds more than %d fields."), MULTIPART_PARTS_MAX);
	return multipart->sink->begin(multipart->sink->context, &part, error);
}

/* --- the boundary --- */

bool multipart_is(const char *content_type)
{
	static const char type[] = "multipart/form-data";
	size_t length = sizeof type - 1;

	return strncasecmp(content_type, type, length) == 0 && (content_type[length] == '\0' || strchr("; \t", content_type[length]) != NULL);
}

static bool is_boundary(const char *text)
{
	size_t length = strlen(text);

	for (const char *p = text; *p != '\0'; p++)
		if (!is_token(*p) && strchr("(),/:=? ", *p) == NULL)
			return false;
	return length > 0 && length <= MULTIPART_BOUNDARY_MAX && text[length - 1] != ' ';
}

enum err multipart_init(struct multipart *multipart, const char *content_type, const struct multipart_sink *sink, struct error *error)
{
	char text[512];
	const char *boundary = NULL;
	struct parameter parameter;
	bool good = true;

	*multipart = (struct multipart){ .sink = sink, .state = MULTIPART_FIRST, .matched = 2 };
	if (!multipart_is(content_type) || strlen(content_type) >= sizeof text)
		return broken(error, _("it does not say where its parts end"));
	memcpy(text, content_type, strlen(content_type) + 1);
	char *p = behind(text + strcspn(text, "; \t"));
	while (good && next_parameter(&p, &parameter, &good))
		if (strcasecmp(parameter.name, "boundary") == 0)
			good = take(&boundary, parameter.value);
	if (!good || boundary == NULL || !is_boundary(boundary))
		return broken(error, _("it does not say where its parts end"));
	memcpy(multipart->delimiter, "\r\n--", 4);
	memcpy(multipart->delimiter + 4, boundary, strlen(boundary));
	multipart->delimiter_length = 4 + strlen(boundary);
	return ERR_OK;
}

/* --- the way through the body; each step takes some bytes and says how many --- */

/*
 * The delimiter begins with the only CR in it, so after a mismatch nothing of what was matched can begin another one: the matched
 * bytes were data, and the search goes on at the byte that did not fit.
 */
MUST_USE static enum err feed_data(struct multipart *multipart, const char *data, size_t length, size_t *taken, struct error *error)
{
	const struct multipart_sink *sink = multipart->sink;
	size_t n = 0;

	if (multipart->matched == 0) {
		const char *cr = memchr(data, '\r', length);

		*taken = cr != NULL ? (size_t)(cr - data) : length;
		if (*taken > 0)
			return sink->data(sink->context, data, *taken, error);
	}
	while (n < length && multipart->matched < multipart->delimiter_length && data[n] == multipart->delimiter[multipart->matched]) {
		multipart->matched++;
		n++;
	}
	*taken = n;
	if (multipart->matched == multipart->delimiter_length) {
		bool first = multipart->state == MULTIPART_FIRST;

		multipart->matched = 0;
		multipart->state = MULTIPART_AFTER;
		multipart->after_length = 0;
		return first ? ERR_OK : sink->end(sink->context, error);
	}
	if (n == length)
		return ERR_OK;
	if (multipart->state == MULTIPART_FIRST)
		return broken(error, _("it does not begin with a part"));
	size_t matched = multipart->matched;
	multipart->matched = 0;
	return matched > 0 ? sink->data(sink->context, multipart->delimiter, matched, error) : ERR_OK;
}

/* Behind a delimiter: CRLF and a part, or "--" and no more. Blanks before the CRLF are allowed by the standard. */
MUST_USE static enum err feed_after(struct multipart *multipart, char c, struct error *error)
{
	if (multipart->after_length == 0 && (c == ' ' || c == '\t'))
		return ERR_OK;
	multipart->after[multipart->after_length++] = c;
	if (multipart->after_length == 1)
		return c == '\r' || c == '-' ? ERR_OK : broken(error, _("a boundary has something behind it"));
	if (memcmp(multipart->after, "--", 2) == 0) {
		multipart->state = MULTIPART_OVER;
		return ERR_OK;
	}
	if (memcmp(multipart->after, "\r\n", 2) != 0)
		return broken(error, _("a boundary has something behind it"));
	multipart->state = MULTIPART_HEAD;
	multipart->head_length = 0;
	return ERR_OK;
}

MUST_USE static enum err feed_head(struct multipart *multipart, char c, struct error *error)
{
	char *head = multipart->head;
	size_t n = multipart->head_length;

	if (n == MULTIPART_HEAD_MAX)
		return broken(error, _("the head of a part is too long"));
	/* A line ends with CR and LF; one without the other is refused, and so is a line that goes on in the next. */
	if ((c == '\n') != (n > 0 && head[n - 1] == '\r') || ((c == ' ' || c == '\t') && (n == 0 || head[n - 1] == '\n')))
		return broken(error, _("a line of a part's head is no header"));
	head[n++] = c;
	multipart->head_length = n;
	if (c != '\n' || (n > 2 && (n < 4 || head[n - 3] != '\n')))
		return ERR_OK;
	multipart->state = MULTIPART_DATA;
	multipart->matched = 0;
	return read_head(multipart, error);
}

enum err multipart_feed(struct multipart *multipart, const char *data, size_t length, struct error *error)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && length > 0) {
		size_t taken = 1;

		switch (multipart->state) {
		case MULTIPART_FIRST:
		case MULTIPART_DATA:
			err = feed_data(multipart, data, length, &taken, error);
			break;
		case MULTIPART_AFTER:
			err = feed_after(multipart, *data, error);
			break;
		case MULTIPART_HEAD:
			err = feed_head(multipart, *data, error);
			break;
		case MULTIPART_OVER: /* what stands behind the last boundary is of no account */
			taken = length;
			break;
		}
		data += taken;
		length -= taken;
	}
	return err;
}

enum err multipart_end(const struct multipart *multipart, struct error *error)
{
	if (multipart->state != MULTIPART_OVER)
		return error_set(error, ERR_INVALID, "%s", _("The form broke off before its end, so nothing was saved. Send it again."));
	return ERR_OK;
}
