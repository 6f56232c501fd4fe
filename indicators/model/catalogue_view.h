/* catalogue_view: a framework's indicators and one indicator's versions as the secretariat looks at them. All results are in the arena. */
#ifndef INDICATORS_MODEL_CATALOGUE_VIEW_H
#define INDICATORS_MODEL_CATALOGUE_VIEW_H

#include "indicators/model/catalogue.h"

struct catalogue_line {
	const char *code, *title, *domain, *type;
	int64_t version;
	const char *loaded_at;                      /* of that version */
	const char *retired_at, *retired_reason;    /* NULL where it is in use; the reason also where its file is gone */
};
struct catalogue_lines { struct catalogue_line *rows; size_t count; };

/* All indicators of a framework, the retired ones last; titles in `language`, else English. ERR_NOT_FOUND where there is no framework. */
MUST_USE enum err catalogue_view(struct database *db, struct arena *arena, const char *framework, const char *language,
	struct catalogue_lines *lines, struct error *error);

struct catalogue_version {
	int64_t number;
	const char *loaded_at, *type, *unit, *direction;
	bool current;
	struct catalogue_difference *differences;   /* from the version before it */
	size_t difference_count;
};

/* A text of the newest version in every language of i18n_languages, in their order; NULL where it is missing. */
struct catalogue_texts { const char *part; const char *in[YAML_LANGUAGES]; };

struct catalogue_indicator_view {
	struct catalogue_line line;
	struct catalogue_version *versions;         /* newest first */
	size_t version_count;
	struct catalogue_texts *texts;
	size_t text_count, missing;                 /* `missing`: translations that are not there */
};

MUST_USE enum err catalogue_view_indicator(struct database *db, struct arena *arena, const char *framework, const char *code,
	const char *language, struct catalogue_indicator_view *view, struct error *error);

#endif
