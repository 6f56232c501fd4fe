/* reference: see reference.h. */
#include "cgi/data/sdmx/reference.h"

#include <stdlib.h>
#include <string.h>

#include "cgi/data/sdmx/model.h"
#include "indicators/base/i18n.h"

#define PARTS 3
#define WILDCARDS "*+~"

/* One part of a version that is asked for. */
struct part {
	long number;
	char wildcard; /* '\0', or one of WILDCARDS */
};

static bool is_all(const char *list)
{
	return *list == '\0' || strcmp(list, "*") == 0;
}

bool sdmx_is_listed(const char *list, const char *id)
{
	size_t length = strlen(id);

	if (is_all(list))
		return true;
	for (const char *p = list;; p++) {
		size_t part = strcspn(p, ",");
		if ((part == length && memcmp(p, id, length) == 0) || (part == 1 && *p == '*'))
			return true;
		p += part;
		if (*p == '\0')
			return false;
	}
}

enum err sdmx_list_check(const char *list, const char *what, struct error *error)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@$-.";

	if (is_all(list))
		return ERR_OK;
	for (const char *p = list;; p++) {
		size_t part = strcspn(p, ",");
		if (part == 0 || (strspn(p, allowed) != part && !(part == 1 && *p == '*')))
			return error_set_field(error, ERR_INVALID, what,
				_("“%.60s” cannot be read as %s: write an id, several with commas between them, or * for all."), list, what);
		p += part;
		if (*p == '\0')
			return ERR_OK;
	}
}

enum err sdmx_agency_check(const char *agencies, struct error *error)
{
	enum err err = sdmx_list_check(agencies, "agencyID", error);

	if (err == ERR_OK && !sdmx_is_listed(agencies, SDMX_AGENCY))
		return error_set_field(error, ERR_NOT_FOUND, "agencyID", _("The agency %.60s maintains nothing here. All of it is maintained by %s."),
			agencies, SDMX_AGENCY);
	return err;
}

/* --- versions --- */

static enum err refuse_version(const char *text, size_t length, struct error *error)
{
	return error_set_field(error, ERR_INVALID, "version",
		_("“%.*s” cannot be read as a version: write one as 1.0 or 1.0.0, * for all, ~ for the latest or + for the latest stable one."),
		(int)(length > 40 ? 40 : length), text);
}

/* Reads "1.0", "1+.0.0", "1.~"; missing parts are 0. */
static bool read_parts(const char *text, size_t length, struct part parts[static PARTS])
{
	const char *end = text + length;
	bool wild = false;

	memset(parts, 0, PARTS * sizeof *parts);
	for (size_t i = 0; i < PARTS; i++) {
		size_t digits = 0;
		while (text < end && *text >= '0' && *text <= '9' && digits < 6) {
			parts[i].number = parts[i].number * 10 + (*text++ - '0');
			digits++;
		}
		if (text < end && strchr(WILDCARDS, *text) != NULL) {
			/* One of them in a version. */
			if (wild)
				return false;
			wild = true;
			parts[i].wildcard = *text++;
		} else if (digits == 0) {
			return false;
		}
		if (text == end)
			return true;
		if (*text++ != '.')
			return false;
	}
	return false;
}

static bool parts_fit(const struct part asked[static PARTS], const struct part there[static PARTS])
{
	bool open = false;

	for (size_t i = 0; i < PARTS; i++) {
		open = open || asked[i].wildcard != '\0';
		if (there[i].number != asked[i].number)
			return open && there[i].number > asked[i].number;
	}
	return true;
}

enum err sdmx_version_fits(const char *versions, const char *version, bool *fits, struct error *error)
{
	struct part asked[PARTS], there[PARTS];

	*fits = is_all(versions);
	if (*fits)
		return ERR_OK;
	if (!read_parts(version, strlen(version), there))
		return error_set(error, ERR_INTERNAL, "The version %s of an artefact is none.", version);
	for (const char *p = versions;; p++) {
		size_t length = strcspn(p, ",");
		if (!read_parts(p, length, asked))
			return refuse_version(p, length, error);
		*fits = *fits || parts_fit(asked, there);
		p += length;
		if (*p == '\0')
			return ERR_OK;
	}
}
