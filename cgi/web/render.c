/*
 * render: the second way to start a program of a snapshot: one page as a file that stands alone, on standard output, without a web server.
 *
 *	MONITOR_SNAPSHOT=… dashboard.fcgi --render '/ihr/report?period=2022' [--lang ru]
 *
 * It goes through the same dispatcher as a request from outside, so nothing can be rendered that could not be asked for. The chrome is
 * file.tpl, without navigation, and the style sheet that it names is put in its place.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"

#define STYLE_MAX ((size_t)1024 * 1024)

static size_t read_nothing(void *stream, char *data, size_t length)
{
	(void)stream;
	(void)data;
	(void)length;
	return 0;
}

static int usage(const struct program *program)
{
	fprintf(stderr, "%s.fcgi is started by a web server, or by hand: %s.fcgi --render PATH [--lang LANGUAGE]\n", program->name, program->name);
	return 2;
}

MUST_USE static enum err put_style(const char *name, struct buffer *out, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *path = arena_printf(&arena, "%s/assets/%s", web_templates(&arena), name);
	FILE *file = strchr(name, '/') == NULL ? fopen(path, "rb") : NULL;
	enum err err = ERR_OK;
	char part[4096];
	size_t length;

	if (file == NULL) {
		err = error_set(error, ERR_NOT_FOUND, "The style sheet %s cannot be read.", path);
		goto out;
	}
	buffer_puts(out, "<style>\n");
	while ((length = fread(part, 1, sizeof part, file)) > 0)
		buffer_append(out, part, length);
	buffer_puts(out, "</style>");
	if (ferror(file))
		err = error_set(error, ERR_IO, "The style sheet %s cannot be read.", path);
	fclose(file);
out:
	arena_release(&arena);
	return err;
}

/* The page with each style sheet in the place of the link to it. Only the chrome holds such links: values are escaped. */
MUST_USE static enum err stand_alone(const char *html, struct buffer *out, struct error *error)
{
	static const char begin[] = "<link rel=\"stylesheet\" href=\"/assets/", end[] = "\">";
	struct arena arena = ARENA_INIT;
	enum err err = ERR_OK;

	for (const char *link; err == ERR_OK && (link = strstr(html, begin)) != NULL;) {
		const char *name = link + sizeof begin - 1;
		const char *stop = strstr(name, end);
		if (stop == NULL)
			break;
		buffer_append(out, html, (size_t)(link - html));
		err = put_style(arena_strndup(&arena, name, (size_t)(stop - name)), out, error);
		html = stop + sizeof end - 1;
	}
	buffer_puts(out, html);
	arena_release(&arena);
	return err != ERR_OK ? err : buffer_check(out, error);
}

/* What is no page (a chart as SVG or PNG) is printed as it is. */
MUST_USE static enum err print_body(const char *path, int status, bool is_page, const char *body, size_t length, struct error *error)
{
	struct buffer page = BUFFER_INIT(RESPONSE_MAX + STYLE_MAX);
	enum err err = ERR_OK;

	if (status != 200)
		err = error_set(error, ERR_NOT_FOUND, "The page %s cannot be rendered: status %d.", path, status);
	else if (is_page)
		err = stand_alone(body, &page, error);
	else
		buffer_append(&page, body, length);
	if (err == ERR_OK && (fwrite(buffer_text(&page), 1, page.length, stdout) != page.length || fflush(stdout) != 0))
		err = error_set(error, ERR_IO, "The page cannot be written.");
	buffer_release(&page);
	return err;
}

MUST_USE static enum err render(const struct program *program, const char *path, const char *language, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct raw_request raw = { .method = "GET", .uri = path, .cookies = arena_printf(&arena, "lang=%s", language), .accept_language = "", .accept = "", .if_modified_since = "",
		.accept_encoding = "", .if_none_match = "", .content_type = "", .content_length = "", .host = "", .origin = "", .fetch_site = "",
		.address = "", .guards = "", .read = read_nothing };
	struct request_parts parts = { .raw = &raw, .program = program };
	struct request request = { .arena = &arena, .parts = &parts, .method = "GET", .language = "en", .csrf = "", .query = "", .return_to = "/",
		.prefix = web_prefix(), .guards = "", .stands_alone = true,
		.visitor = { .actor = { .name = "", .address = "" }, .name = "" } };
	struct response response;
	struct cached *entry = NULL;

	response_init(&response, &request);
	enum err err = web_dispatch(program, &request, &response, &entry, error);
	if (err == ERR_OK)
		err = print_body(path, entry != NULL ? 200 : response.status, response.content_type != NULL && strncmp(response.content_type, "text/html", 9) == 0,
			entry != NULL ? entry->body : buffer_text(&response.body), entry != NULL ? entry->length : response.body.length, error);
	response_release(&response);
	cache_clear();
	store_close();
	arena_release(&arena);
	return err;
}

int web_render(const struct program *program, int count, char **words)
{
	struct error error = ERROR_INIT;
	const char *path = NULL, *language = i18n_languages[0].code;

	for (int i = 1; i < count; i += 2) {
		if (i + 1 < count && strcmp(words[i], "--render") == 0)
			path = words[i + 1];
		else if (i + 1 < count && strcmp(words[i], "--lang") == 0 && i18n_known(words[i + 1]) != NULL)
			language = i18n_known(words[i + 1]);
		else
			return usage(program);
	}
	if (path == NULL || *path != '/')
		return usage(program);
	enum err err = web_prepare(&error);
	if (err == ERR_OK)
		err = render(program, path, language, &error);
	if (err != ERR_OK)
		fprintf(stderr, "%s\n", error.text);
	return err == ERR_OK ? 0 : 1;
}
