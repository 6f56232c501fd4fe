/*
 * releases: the Atom feed (RFC 4287) of what was released to this audience, for readers that call from time to time.
 *
 * Ids are name-based UUIDs made of what never changes (framework, period, number, moment), so they stay when the site moves; links are
 * relative to the feed's own address. Depends on nothing but the snapshot, the address and the language.
 */
#include <sodium.h>
#include <string.h>

#include "cgi/data/data.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

#define ENTRIES 100

/* Text for an element or attribute; what XML 1.0 cannot hold is left out. */
static void put_xml(struct buffer *out, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (utf8_is_no_character(p))
			p += 2;
		else if (*p == '&')
			buffer_puts(out, "&amp;");
		else if (*p == '<')
			buffer_puts(out, "&lt;");
		else if (*p == '>')
			buffer_puts(out, "&gt;");
		else if (*p == '"')
			buffer_puts(out, "&quot;");
		else if ((unsigned char)*p >= 0x20 || *p == '\n' || *p == '\t')
			buffer_putc(out, *p);
	}
}

static void put_element(struct buffer *out, const char *name, const char *text)
{
	buffer_printf(out, "<%s>", name);
	put_xml(out, text);
	buffer_printf(out, "</%s>\n", name);
}

/* A UUID of version 8 (RFC 9562): from a hash of the name. */
static void put_id(struct buffer *out, const char *name)
{
	unsigned char hash[16];

	crypto_generichash(hash, sizeof hash, (const unsigned char *)name, strlen(name), NULL, 0);
	hash[6] = (unsigned char)((hash[6] & 0x0F) | 0x80);
	hash[8] = (unsigned char)((hash[8] & 0x3F) | 0x80);
	buffer_puts(out, "<id>urn:uuid:");
	for (size_t i = 0; i < sizeof hash; i++)
		buffer_printf(out, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", hash[i]);
	buffer_puts(out, "</id>\n");
}

struct release {
	const char *framework, *title, *period, *name, *note, *at;
	long long number;
};

MUST_USE static enum err read_releases(struct request *request, struct release *releases, size_t *count, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_data_releases);
	struct arena *arena = request->arena;

	query_text(query, "lang", request->language);
	query_int(query, "most", ENTRIES);
	while (*count < ENTRIES && query_next(query)) {
		struct release *release = &releases[(*count)++];

		release->framework = arena_strdup(arena, query_column_text(query, 0));
		release->title = arena_strdup(arena, query_column_text(query, 1));
		release->period = arena_strdup(arena, query_column_text(query, 2));
		release->number = query_column_int(query, 3);
		release->name = arena_strdup(arena, query_column_text(query, 4));
		release->note = arena_strdup(arena, query_column_text(query, 5));
		release->at = arena_strdup(arena, query_column_text(query, 6));
	}
	return query_end(query, error);
}

static void put_entry(struct buffer *out, struct request *request, const struct release *release)
{
	struct arena *arena = request->arena;
	const char *name = release->name[0] != '\0' ? release->name : arena_printf(arena, _("release %lld"), release->number);

	buffer_puts(out, "<entry>\n");
	put_id(out, arena_printf(arena, "release/%s/%s/%lld/%s", release->framework, release->period, release->number, release->at));
	put_element(out, "title", arena_printf(arena, "%s, %s: %s", release->title, release->period, name));
	put_element(out, "published", release->at);
	put_element(out, "updated", release->at);
	buffer_puts(out, "<link rel=\"alternate\" type=\"text/html\" href=\"");
	put_xml(out, arena_printf(arena, "%s/%s/?period=%s", request->prefix, release->framework, release->period));
	buffer_puts(out, "\"/>\n");
	put_element(out, "summary", release->note[0] != '\0' ? release->note
		: release->number == 1 ? _("The first release of this period.") : _("Answers of this period were added or corrected."));
	buffer_puts(out, "</entry>\n");
}

MUST_USE static enum err meta(struct request *request, const char *key, const char **value, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_meta);

	*value = "";
	query_text(query, "key", key);
	if (query_next(query))
		*value = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

enum err releases_feed(struct request *request, struct response *response, struct error *error)
{
	struct release *releases = arena_array(request->arena, ENTRIES, sizeof *releases);
	const char *audience, *made_at;
	size_t count = 0;
	enum err err = read_releases(request, releases, &count, error);

	if (err != ERR_OK || (err = meta(request, "audience", &audience, error)) != ERR_OK || (err = meta(request, "made_at", &made_at, error)) != ERR_OK)
		return err;
	struct buffer *out = response_body(response, "application/atom+xml; charset=utf-8");
	buffer_printf(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n",
		request->language);
	put_id(out, arena_printf(request->arena, "releases/%s", audience));
	put_element(out, "title", _("Almaty Monitor: releases"));
	put_element(out, "updated", count > 0 ? releases[0].at : made_at);
	buffer_puts(out, "<author>");
	put_element(out, "name", _("Almaty Monitor"));
	buffer_puts(out, "</author>\n");
	buffer_printf(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"%s/releases.atom?lang=%s\"/>\n", request->prefix,
		request->language);
	buffer_printf(out, "<link rel=\"alternate\" type=\"text/html\" href=\"%s/\"/>\n", request->prefix);
	for (size_t i = 0; i < count; i++)
		put_entry(out, request, &releases[i]);
	buffer_puts(out, "</feed>\n");
	return ERR_OK;
}
