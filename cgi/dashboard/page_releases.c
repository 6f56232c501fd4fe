/* page_releases: /{framework}/releases/, the list; /{framework}/releases/{period}/{number}, what stood after one release and what it changed. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/release.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

static void show_note(struct template_dict *row, const char *note)
{
	if (note != NULL && note[0] != '\0')
		template_set(template_section(row, K_NOTE), K_TEXT, note);
}

enum err page_releases(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	bool any = false;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	struct template_dict *page = page_new(request, response, "releases.tpl",
		arena_printf(request->arena, _("Releases: %s"), framework.title), &framework);
	struct query *query = database_query(request->db, SNAPSHOT_release_list);
	query_text(query, "framework", framework.code);
	while (query_next(query)) {
		struct template_dict *row = template_section(page, K_RELEASE_ROW);
		int64_t number = query_column_int(query, 1);
		any = true;
		template_set(row, K_PERIOD, query_column_text(query, 0));
		template_printf(row, K_HREF, "%s/%s/releases/%s/%lld", request->prefix, framework.code, query_column_text(query, 0), (long long)number);
		template_printf(row, K_ZIP_HREF, "%s/%s/releases/%s/%lld.zip", request->prefix, framework.code, query_column_text(query, 0), (long long)number);
		template_set(row, K_TITLE, release_title(request->arena, query_column_text(query, 2), number));
		template_set(row, K_RELEASED, day_text(request->arena, query_column_text(query, 4)));
		show_note(row, query_column_text(query, 3));
	}
	if (!any)
		template_show(page, K_EMPTY);
	return query_end(query, error);
}

/* --- one release --- */

struct release {
	const struct framework *framework;
	const char *period;
	int64_t number;
	const char *name, *note, *released_at; /* released_at NULL: there is none */
};

MUST_USE static enum err read_release(struct request *request, struct release *release, int64_t number, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_release_one);

	release->released_at = NULL;
	query_text(query, "framework", release->framework->code);
	query_text(query, "period", release->period);
	query_int(query, "number", number);
	if (query_next(query)) {
		release->number = number;
		release->name = release_title(request->arena, query_column_text(query, 1), number);
		release->note = arena_strdup(request->arena, query_column_text(query, 2));
		release->released_at = arena_strdup(request->arena, query_column_text(query, 3));
	}
	return query_end(query, error);
}

MUST_USE static enum err missing_release(struct request *request, struct response *response, const struct framework *framework,
	struct error *error)
{
	struct template_dict *page = missing_page(request, response, arena_printf(request->arena, _("There is no release %lld of %s."),
		(long long)request_int(request, "number"), request_text(request, "period")), _("There are these releases:"));
	struct query *query = database_query(request->db, SNAPSHOT_release_list);

	query_text(query, "framework", framework->code);
	while (query_next(query))
		missing_link(page, arena_printf(request->arena, "%s/%s/releases/%s/%lld", request->prefix, framework->code,
			query_column_text(query, 0), (long long)query_column_int(query, 1)), arena_printf(request->arena, "%s, %s",
			query_column_text(query, 0), release_title(request->arena, query_column_text(query, 2), query_column_int(query, 1))));
	return query_end(query, error);
}

/* The neighbour, where there is one. */
MUST_USE static enum err show_neighbour(struct request *request, struct template_dict *page, const struct release *release, int step,
	enum template_key section, bool *is, struct error *error)
{
	struct release other = *release;
	enum err err = read_release(request, &other, release->number + step, error);

	*is = err == ERR_OK && other.released_at != NULL;
	if (!*is)
		return err;
	struct template_dict *link = template_section(page, section);
	template_printf(link, K_HREF, "%s/%s/releases/%s/%lld", request->prefix, release->framework->code, release->period, (long long)other.number);
	template_set(link, K_TITLE, other.name);
	return ERR_OK;
}

static const char *status_words(const char *status)
{
	return strcmp(status, "withheld") == 0 ? _("withheld") : _("nobody reported");
}

MUST_USE static enum err show_figures(struct request *request, struct template_dict *page, const struct release *release, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_release_figures);
	unsigned long none = 0;

	query_text(query, "framework", release->framework->code);
	query_text(query, "period", release->period);
	query_int(query, "number", release->number);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *type = query_column_text(query, 2), *status = query_column_text(query, 10), *before = query_column_text(query, 11);
		if (strcmp(status, "none") == 0 && (before == NULL || strcmp(before, "none") == 0)) {
			none++;
			continue;
		}
		double low = query_column_real(query, 7), high = query_column_real(query, 8), sum = query_column_real(query, 9);
		struct template_dict *row = template_section(page, K_FIGURE_ROW);
		template_set(row, K_CODE, query_column_text(query, 0));
		template_printf(row, K_HREF, "%s/%s/explain/%s/%s", request->prefix, release->framework->code, query_column_text(query, 0), release->period);
		template_set(row, K_TITLE, query_column_text(query, 1));
		template_printf(row, K_REPORTING, _("%lld of %lld"), (long long)query_column_int(query, 3), (long long)query_column_int(query, 4));
		template_set(row, K_MEAN, strcmp(status, "ok") == 0 ? release_mean(arena, type, query_column_real(query, 5)) : status_words(status));
		template_set(row, K_MEDIAN, release_mean(arena, type, query_column_real(query, 6)));
		template_set(row, K_SPREAD, isnan(low) ? "–" : arena_printf(arena, "%s–%s", release_mean(arena, type, low), release_mean(arena, type, high)));
		if (!isnan(sum))
			template_set(template_section(row, K_SUM), K_TEXT, words_significant(arena, sum, 8));
		/* That somebody reported where nobody had is no correction of a figure. */
		if (before != NULL && strcmp(before, "none") != 0)
			template_set(template_section(row, K_WAS), K_TEXT, strcmp(before, "ok") == 0 ?
				release_mean(arena, type, query_column_real(query, 12)) : status_words(before));
	}
	if (none > 0)
		template_printf(template_section(page, K_NONE), K_TEXT, i18n_plural("For %lu indicator nobody had reported a value.",
			"For %lu indicators nobody had reported a value.", none), none);
	return query_end(query, error);
}

MUST_USE static enum err show_changes(struct request *request, struct template_dict *page, const struct release *release, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_release_changes);
	bool any = false;

	query_text(query, "framework", release->framework->code);
	query_text(query, "period", release->period);
	query_int(query, "number", release->number);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct release_step step;
		release_step(request->arena, query, 4, query_column_text(query, 3), &step);
		if (step.same)
			continue;
		any = true;
		struct template_dict *row = template_section(page, K_CHANGE_ROW);
		template_set(row, K_CODE, query_column_text(query, 0));
		template_printf(row, K_HREF, "%s/%s/indicators/%s?period=%s", request->prefix, release->framework->code, query_column_text(query, 0),
			release->period);
		template_set(row, K_TITLE, query_column_text(query, 2));
		template_set(row, K_BEFORE, step.before != NULL ? step.before : "–");
		template_set(row, K_AFTER, step.after);
		show_note(row, step.note);
	}
	template_show(page, any ? K_CHANGES_SOME : K_CHANGES_NONE);
	return query_end(query, error);
}

enum err page_release(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct release release = { .period = request_text(request, "period") };
	bool before = false, after = false;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	release.framework = &framework;
	if ((err = read_release(request, &release, request_int(request, "number"), error)) != ERR_OK)
		return err;
	if (release.released_at == NULL)
		return missing_release(request, response, &framework, error);
	struct template_dict *page = page_new(request, response, "release_page.tpl",
		arena_printf(request->arena, "%s: %s, %s", release.name, framework.title, release.period), &framework);
	template_set(page, K_TITLE, release.name);
	template_set(page, K_PERIOD, release.period);
	template_set_int(page, K_NUMBER, release.number);
	template_printf(page, K_ZIP_HREF, "%s%s.zip", request->prefix, request->path);
	template_set(page, K_RELEASED, day_text(request->arena, release.released_at));
	show_note(page, release.note);
	if ((err = show_neighbour(request, page, &release, -1, K_RELEASE_BEFORE, &before, error)) != ERR_OK
		|| (err = show_neighbour(request, page, &release, 1, K_RELEASE_AFTER, &after, error)) != ERR_OK)
		return err;
	/* Of the first one everything is new; the table of figures says it shorter. */
	if (before && (err = show_changes(request, page, &release, error)) != ERR_OK)
		return err;
	return show_figures(request, page, &release, error);
}
