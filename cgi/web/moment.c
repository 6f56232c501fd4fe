/* moment: times as HTTP writes them (RFC 9110, 5.6.7). */
#include <string.h>
#include <time.h>

#include "cgi/web/kit.h"

static bool read_as(const char *text, const char *format, time_t *time)
{
	struct tm parts = { 0 };
	const char *end = strptime(text, format, &parts);

	if (end == NULL || *end != '\0')
		return false;
	*time = timegm(&parts);
	return *time != (time_t)-1;
}

bool moment_http(const char *moment, char text[static MOMENT_TEXT])
{
	time_t time;
	struct tm parts;

	text[0] = '\0';
	return read_as(moment, "%Y-%m-%dT%H:%M:%SZ", &time) && gmtime_r(&time, &parts) != NULL &&
		strftime(text, MOMENT_TEXT, "%a, %d %b %Y %H:%M:%S GMT", &parts) > 0;
}

bool moment_is_since(const char *header, const char *moment)
{
	/* The form of today, and the two that old clients send. */
	static const char *const forms[] = { "%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y" };
	time_t made, asked;

	if (header == NULL || *header == '\0' || !read_as(moment, "%Y-%m-%dT%H:%M:%SZ", &made))
		return false;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (read_as(header, forms[i], &asked))
			return asked >= made;
	return false;
}
