/* accept: see accept.h. */
#include "cgi/data/sdmx/accept.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

#define MEDIA_MOST 8

/* How closely a range names a type. */
enum closeness { NOT_AT_ALL, ANYTHING, ANY_OF_FAMILY, PLAIN_TYPE, SDMX_TYPE };

/* One element of an Accept header. */
struct range {
	const char *type;      /* "text/csv", as sent */
	const char *version;   /* or NULL */
	double quality;
	bool known;            /* its parameters have values that we know */
	struct sdmx_accepted parameters;
};

struct candidate {
	enum closeness closeness;
	double quality;
	size_t place;
	struct sdmx_accepted accepted;
};

/* --- the parameters of SDMX-CSV --- */

static const struct {
	const char *name;
	const char *values[5];
} csv_parameters[] = {
	{ "labels", { "id", "name", "both", NULL } },
	{ "timeFormat", { "original", "normalized", NULL } },
	{ "keys", { "none", "obs", "series", "both", NULL } },
};

/* false: a value that there is not. What is none of the three changes nothing. */
static bool set_parameter(struct sdmx_accepted *accepted, const char *name, const char *value)
{
	for (size_t i = 0; i < sizeof csv_parameters / sizeof *csv_parameters; i++) {
		int n = 0;
		/* "key", as the examples of the standard have it, is "keys". */
		if (strcasecmp(csv_parameters[i].name, name) != 0 && !(i == 2 && strcasecmp(name, "key") == 0))
			continue;
		while (csv_parameters[i].values[n] != NULL && strcasecmp(csv_parameters[i].values[n], value) != 0)
			n++;
		if (csv_parameters[i].values[n] == NULL)
			return false;
		if (i == 0)
			accepted->labels = (enum sdmx_labels)n;
		else if (i == 1)
			accepted->time_format = (enum sdmx_time_format)n;
		else
			accepted->keys = (enum sdmx_key_columns)n;
	}
	return true;
}

static const char *content_type(struct arena *arena, const struct sdmx_accepted *accepted, bool plain)
{
	const struct sdmx_media *media = accepted->media;
	const char *type = plain ? media->plain[0] : arena_printf(arena, "%s;version=%s", media->type, media->version);

	if (plain && strncmp(type, "text/", 5) == 0)
		type = arena_printf(arena, "%s; charset=utf-8", type);
	if (!media->is_csv || plain)
		return type;
	return arena_printf(arena, "%s%s%s%s%s%s%s", type,
		accepted->labels != SDMX_LABELS_ID ? ";labels=" : "", accepted->labels != SDMX_LABELS_ID ? csv_parameters[0].values[accepted->labels] : "",
		accepted->time_format != SDMX_TIME_ORIGINAL ? ";timeFormat=" : "",
		accepted->time_format != SDMX_TIME_ORIGINAL ? csv_parameters[1].values[accepted->time_format] : "",
		accepted->keys != SDMX_KEYS_NONE ? ";keys=" : "", accepted->keys != SDMX_KEYS_NONE ? csv_parameters[2].values[accepted->keys] : "");
}

enum err sdmx_accept_set(struct sdmx_accepted *accepted, struct arena *arena, const char *name, const char *value, struct error *error)
{
	struct buffer values = BUFFER_INIT(256);
	enum err err = ERR_OK;

	if (!accepted->media->is_csv) {
		err = error_set_field(error, ERR_INVALID, name, _("The parameter %s goes with SDMX-CSV only: ask for format=csv."), name);
	} else if (!set_parameter(accepted, name, value)) {
		for (size_t i = 0; i < sizeof csv_parameters / sizeof *csv_parameters; i++)
			for (size_t n = 0; strcmp(csv_parameters[i].name, name) == 0 && csv_parameters[i].values[n] != NULL; n++)
				buffer_printf(&values, "%s%s", values.length > 0 ? ", " : "", csv_parameters[i].values[n]);
		err = error_set_field(error, ERR_INVALID, name, _("The parameter %s cannot be “%.60s”. It is one of: %s."), name, value, buffer_text(&values));
	} else {
		accepted->content_type = content_type(arena, accepted, strstr(accepted->content_type, ";version=") == NULL);
	}
	buffer_release(&values);
	return err;
}

/* --- a header --- */

/* The next piece up to one of `stops`, outside of quotation marks; blanks around it are left out. *at moves behind it. */
static const char *next_piece(struct arena *arena, const char **at, const char *stops)
{
	const char *p = *at + strspn(*at, " \t");
	const char *begin = p;
	bool quoted = false;

	for (; *p != '\0' && (quoted || strchr(stops, *p) == NULL); p++) {
		if (*p == '"')
			quoted = !quoted;
		else if (*p == '\\' && quoted && p[1] != '\0')
			p++;
	}
	*at = p;
	while (p > begin && (p[-1] == ' ' || p[-1] == '\t'))
		p--;
	return arena_strndup(arena, begin, (size_t)(p - begin));
}

static const char *without_quotes(struct arena *arena, const char *value)
{
	size_t length = strlen(value);

	return length >= 2 && value[0] == '"' && value[length - 1] == '"' ? arena_strndup(arena, value + 1, length - 2) : value;
}

/* 0 to 1; what can't be read takes nothing. */
static double read_quality(const char *value)
{
	char *end;
	double quality;

	if (strspn(value, "0123456789.") != strlen(value) || *value == '\0')
		return 0;
	quality = strtod(value, &end);
	return *end != '\0' || quality > 1 ? 0 : quality;
}

static void read_range(struct arena *arena, const char **at, struct range *range)
{
	*range = (struct range){ .type = next_piece(arena, at, ",;"), .quality = 1, .known = true };
	while (**at == ';') {
		(*at)++;
		const char *parameter = next_piece(arena, at, ",;");
		const char *equals = strchr(parameter, '=');
		if (equals == NULL)
			continue;
		const char *name = arena_strndup(arena, parameter, (size_t)(equals - parameter));
		const char *value = without_quotes(arena, equals + 1);
		if (strcasecmp(name, "q") == 0)
			range->quality = read_quality(value);
		else if (strcasecmp(name, "version") == 0)
			range->version = value;
		else if (!set_parameter(&range->parameters, name, value))
			range->known = false;
	}
}

static bool has_family(const char *type, const char *family, size_t length)
{
	return strncasecmp(type, family, length) == 0 && type[length] == '/';
}

static enum closeness closeness_of(const struct range *range, const struct sdmx_media *media)
{
	const char *slash = strchr(range->type, '/');

	if (!range->known || slash == NULL)
		return NOT_AT_ALL;
	if (strcasecmp(range->type, media->type) == 0)
		return range->version == NULL || strcmp(range->version, media->version) == 0 ? SDMX_TYPE : NOT_AT_ALL;
	for (size_t i = 0; media->plain[i] != NULL; i++)
		if (strcasecmp(range->type, media->plain[i]) == 0)
			return PLAIN_TYPE;
	if (strcmp(range->type, "*/*") == 0)
		return ANYTHING;
	if (strcmp(slash, "/*") != 0)
		return NOT_AT_ALL;
	size_t family = (size_t)(slash - range->type);
	if (has_family(media->type, range->type, family))
		return ANY_OF_FAMILY;
	for (size_t i = 0; media->plain[i] != NULL; i++)
		if (has_family(media->plain[i], range->type, family))
			return ANY_OF_FAMILY;
	return NOT_AT_ALL;
}

/* Whether what was asked for is one of the plain types: then that is what is said to be sent. */
static bool asks_plain(const struct range *range, const struct sdmx_media *media, enum closeness closeness)
{
	const char *slash = strchr(range->type, '/');

	return closeness == PLAIN_TYPE ||
		(closeness == ANY_OF_FAMILY && slash != NULL && !has_family(media->type, range->type, (size_t)(slash - range->type)));
}

static void consider(struct arena *arena, const struct range *range, const struct sdmx_media *media, size_t place, struct candidate *candidate)
{
	enum closeness closeness = closeness_of(range, media);

	/* The closest range counts, and of equally close ones the first with the highest quality. */
	if (closeness == NOT_AT_ALL || closeness < candidate->closeness || (closeness == candidate->closeness && range->quality <= candidate->quality))
		return;
	*candidate = (struct candidate){ .closeness = closeness, .quality = range->quality, .place = place, .accepted = range->parameters };
	candidate->accepted.media = media;
	candidate->accepted.content_type = content_type(arena, &candidate->accepted, asks_plain(range, media, closeness));
}

static bool choose(struct arena *arena, const struct sdmx_media *offered, const char *header, struct sdmx_accepted *accepted)
{
	struct candidate candidates[MEDIA_MOST] = { 0 };
	const struct candidate *best = NULL;
	const char *at = header;
	size_t place = 0;

	for (;; at++) {
		struct range range;
		read_range(arena, &at, &range);
		place++;
		for (size_t i = 0; i < MEDIA_MOST && offered[i].type != NULL; i++)
			consider(arena, &range, &offered[i], place, &candidates[i]);
		if (*at == '\0')
			break;
	}
	for (size_t i = 0; i < MEDIA_MOST && offered[i].type != NULL; i++)
		if (candidates[i].quality > 0 && (best == NULL || candidates[i].quality > best->quality ||
			(candidates[i].quality >= best->quality && candidates[i].place < best->place)))
			best = &candidates[i];
	if (best != NULL)
		*accepted = best->accepted;
	return best != NULL;
}

/* --- the choice --- */

static enum err refuse(const struct sdmx_media *offered, const char *asked, bool by_name, struct error *error)
{
	struct buffer all = BUFFER_INIT(2048);

	for (const struct sdmx_media *media = offered; media->type != NULL; media++) {
		buffer_printf(&all, "%s%s;version=%s", media != offered ? ", " : "", media->type, media->version);
		for (size_t i = 0; media->plain[i] != NULL; i++)
			buffer_printf(&all, ", %s", media->plain[i]);
	}
	if (by_name) {
		buffer_puts(&all, "; format=");
		for (const struct sdmx_media *media = offered; media->type != NULL; media++)
			buffer_printf(&all, "%s%s", media != offered ? "|" : "", media->name);
	}
	enum err err = error_set_field(error, ERR_NOT_FOUND, by_name ? "format" : "Accept",
		_("There is no answer in the format “%.100s”. There are: %s."), asked, buffer_text(&all));
	buffer_release(&all);
	return err;
}

enum err sdmx_accept(struct arena *arena, const struct sdmx_media *offered, const char *header, const char *format,
	struct sdmx_accepted *accepted, struct error *error)
{
	*accepted = (struct sdmx_accepted){ 0 };
	if (format != NULL) {
		for (const struct sdmx_media *media = offered; media->type != NULL; media++) {
			if (strcasecmp(format, media->name) != 0)
				continue;
			accepted->media = media;
			accepted->content_type = content_type(arena, accepted, false);
			accepted->by_name = true;
			return ERR_OK;
		}
		/* A plus within a query is a blank. */
		char *type = arena_strdup(arena, format);
		for (char *p = type; *p != '\0'; p++)
			*p = *p == ' ' && p > type && p[-1] != ';' ? '+' : *p;
		if (strchr(type, '/') != NULL && choose(arena, offered, type, accepted))
			return ERR_OK;
		return refuse(offered, format, true, error);
	}
	if (choose(arena, offered, header[strspn(header, " \t")] == '\0' ? "*/*" : header, accepted))
		return ERR_OK;
	return refuse(offered, header, false, error);
}
