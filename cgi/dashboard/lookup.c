/* lookup: what the pages look up in the snapshot; see dashboard.h. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "indicators/base/i18n.h"

enum err framework_read(struct request *request, const char *code, struct framework *framework, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_framework_one);

	*framework = (struct framework){ .code = NULL };
	query_text(query, "framework", code);
	query_text(query, "lang", request->language);
	if (query_next(query)) {
		framework->code = arena_strdup(request->arena, query_column_text(query, 0));
		framework->minimum_reporting = query_column_int(query, 1);
		framework->title = arena_strdup(request->arena, query_column_text(query, 3));
		framework->source = query_column_is_null(query, 4) ? NULL : arena_strdup(request->arena, query_column_text(query, 4));
		framework->hidden = query_column_int(query, 5) > 0;
	}
	return query_end(query, error);
}

bool framework_is_whole(const struct framework *framework)
{
	return framework->source != NULL && !framework->hidden;
}

const char *framework_no_answer(const struct framework *framework)
{
	return framework_is_whole(framework) ? _("not in the source") : _("no answer shown here");
}

const char *framework_why_no_answer(const struct framework *framework)
{
	return framework_is_whole(framework) ? _("the source has no such answer") :
		_("no answer that this audience may see: none was released, or it is not cleared for it");
}

enum err periods_read(struct request *request, const char *framework, struct periods *periods, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_period_list);

	*periods = (struct periods){ .list = NULL };
	query_text(query, "framework", framework);
	while (query_next(query)) {
		periods->list = arena_grow(request->arena, periods->list, periods->count, sizeof *periods->list);
		periods->list[periods->count++] = (struct period_row){
			.code = arena_strdup(request->arena, query_column_text(query, 0)),
			.released_at = arena_strdup(request->arena, query_column_text(query, 2)),
			.n_expected = query_column_int(query, 3),
			.basis = arena_strdup(request->arena, query_column_text(query, 4)),
		};
	}
	return query_end(query, error);
}

static enum err names_of(struct request *request, struct query *query, struct names *names, struct error *error)
{
	*names = (struct names){ .list = NULL };
	while (query_next(query)) {
		names->list = arena_grow(request->arena, names->list, names->count, sizeof *names->list);
		names->list[names->count++] = (struct name){
			.code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_strdup(request->arena, query_column_text(query, 1)),
		};
	}
	return query_end(query, error);
}

enum err participants_read(struct request *request, struct names *names, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_participant_list);

	query_text(query, "lang", request->language);
	return names_of(request, query, names, error);
}

enum err expected_read(struct request *request, const char *framework, const char *period, struct names *names, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_participant_expected);

	query_text(query, "lang", request->language);
	query_text(query, "framework", framework);
	query_text(query, "period", period);
	return names_of(request, query, names, error);
}

enum err domains_read(struct request *request, const char *framework, struct names *names, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_domain_list);

	query_text(query, "lang", request->language);
	query_text(query, "framework", framework);
	return names_of(request, query, names, error);
}

enum err natures_read(struct request *request, struct names *names, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_nature_texts);

	query_text(query, "lang", request->language);
	return names_of(request, query, names, error);
}

size_t names_find(const struct names *names, const char *code)
{
	size_t i = 0;

	while (i < names->count && strcmp(names->list[i].code, code) != 0)
		i++;
	return i;
}

const char *names_title(const struct names *names, const char *code)
{
	size_t i = names_find(names, code);

	return i < names->count ? names->list[i].title : code;
}

size_t periods_find(const struct periods *periods, const char *code)
{
	size_t i = 0;

	if (*code == '\0' && periods->count > 0)
		return periods->count - 1;
	while (i < periods->count && strcmp(periods->list[i].code, code) != 0)
		i++;
	return i;
}

/* --- texts --- */

enum err texts_read(struct request *request, const char *kind, const char *code, struct texts *texts, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_text_parts);

	*texts = (struct texts){ .list = NULL };
	query_text(query, "kind", kind);
	query_text(query, "code", code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *part = query_column_text(query, 0);
		/* The reader's language comes first; English after it is only for parts that it lacks. */
		if (texts->count > 0 && strcmp(texts->list[texts->count - 1].code, part) == 0)
			continue;
		texts->list = arena_grow(request->arena, texts->list, texts->count, sizeof *texts->list);
		texts->list[texts->count++] = (struct name){
			.code = arena_strdup(request->arena, part),
			.title = arena_strdup(request->arena, query_column_text(query, 1)),
		};
	}
	return query_end(query, error);
}

const char *texts_get(const struct texts *texts, const char *part)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->list[i].code, part) == 0)
			return texts->list[i].title;
	return "";
}

const char *texts_getf(const struct texts *texts, const char *format, ...)
{
	char part[128];
	va_list args;

	va_start(args, format);
	vsnprintf(part, sizeof part, format, args);
	va_end(args);
	return texts_get(texts, part);
}

enum err title_read(struct request *request, const char *kind, const char *code, const char **text, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_text_one);

	*text = code;
	query_text(query, "kind", kind);
	query_text(query, "code", code);
	query_text(query, "part", "title");
	query_text(query, "lang", request->language);
	if (query_next(query))
		*text = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

/* --- dimensions of official series --- */

enum err dimensions_read(struct request *request, struct dimensions *dimensions, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_dimension_texts);
	enum err err;

	*dimensions = (struct dimensions){ .texts = { .list = NULL } };
	query_text(query, "lang", request->language);
	if ((err = names_of(request, query, &dimensions->texts, error)) != ERR_OK)
		return err;
	query = database_query(request->db, SNAPSHOT_dimension_totals);
	struct names *totals = &dimensions->totals;
	while (query_next(query)) {
		if (query_column_int(query, 2) == 0)
			continue;
		totals->list = arena_grow(request->arena, totals->list, totals->count, sizeof *totals->list);
		totals->list[totals->count++].code = arena_printf(request->arena, "%s=%s", query_column_text(query, 0), query_column_text(query, 1));
	}
	return query_end(query, error);
}

const char *dimensions_text(struct arena *arena, const struct dimensions *dimensions, const char *dims)
{
	const char *text = "";

	for (const char *part = dims; *part != '\0';) {
		size_t length = strcspn(part, ";");
		const char *code = arena_strndup(arena, part, length);
		/* The mark of an ordinary value tells the reader nothing. */
		if (strcmp(code, "observation_status=a") != 0)
			text = arena_printf(arena, "%s%s%s", text, *text != '\0' ? ", " : "", names_title(&dimensions->texts, code));
		part += length + (part[length] == ';');
	}
	return text;
}

size_t dimensions_depth(struct arena *arena, const struct dimensions *dimensions, const char *dims)
{
	size_t depth = 0;

	for (const char *part = dims; *part != '\0';) {
		size_t length = strcspn(part, ";");
		const char *code = arena_strndup(arena, part, length);
		depth += names_find(&dimensions->totals, code) == dimensions->totals.count && strncmp(code, "observation_status=", 19) != 0;
		part += length + (part[length] == ';');
	}
	return depth;
}
