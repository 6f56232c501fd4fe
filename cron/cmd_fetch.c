/* cmd_fetch: `monitor fetch`: official series into the reports database, as a dated vintage. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cron/command.h"
#include "cron/unsd.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/official.h"

/* The last part of a path: where the checkout lies is nobody's business. */
static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

MUST_USE static enum err read_file(const struct arguments *arguments, struct official_batch *batch, const char *path, struct error *error)
{
	struct problems problems = PROBLEMS_INIT(20);
	size_t series_count;
	size_t ignored = 0;
	const char *const *series = argument_values(arguments, "series", &series_count);
	enum err err = official_read_file(batch, path, series, series_count, &ignored, &problems, error);

	if (problems.count > 1)
		command_print_problems(&problems);
	problems_release(&problems);
	if (err == ERR_OK && ignored > 0) {
		printf(i18n_plural("%zu row of other areas or series was left out.", "%zu rows of other areas or series were left out.", ignored), ignored);
		putchar('\n');
	}
	return err;
}

static void report(const struct official_stored *stored)
{
	if (!stored->added)
		printf(_("The values are those of vintage %s (%lld) already; nothing was added."), stored->label, (long long)stored->number);
	else
		printf(i18n_plural("Vintage %s (%lld): %zu value.", "Vintage %s (%lld): %zu values.", stored->values), stored->label,
			(long long)stored->number, stored->values);
	putchar('\n');
	if (stored->conflicts > 0) {
		printf(i18n_plural("%zu further value contradicts another of the same year; no progress is computed from such years.",
			"%zu further values contradict others of the same year; no progress is computed from such years.", stored->conflicts),
			stored->conflicts);
		putchar('\n');
	}
}

static void show_progress(const char *series, size_t number, size_t count, long page)
{
	command_progress(_("series %zu of %zu: %s, page %ld"), number, count, series, page);
}

/* The series asked for, or the catalogue's. */
MUST_USE static enum err choose_series(const struct arguments *arguments, struct database *db, struct arena *arena,
	struct unsd_request *request, struct error *error)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
	const char **all;

	request->series = argument_values(arguments, "series", &request->series_count);
	for (size_t i = 0; i < request->series_count; i++)
		if (request->series[i][0] == '\0' || strspn(request->series[i], allowed) != strlen(request->series[i]))
			return command_usage(error, _("“%s” is no code of a series."), request->series[i]);
	if (request->series_count > 0)
		return ERR_OK;
	enum err err = official_series(db, arena, &all, &request->series_count, error);
	request->series = all;
	if (err == ERR_OK && request->series_count == 0)
		err = error_set(error, ERR_CONFLICT, "%s",
			_("The catalogue has no series yet. Load it first (monitor catalogue load DIR), or name series with --series."));
	return err;
}

/* The areas asked for, which must be participants, or all participants. */
MUST_USE static enum err choose_areas(const struct arguments *arguments, const struct official_batch *batch, struct arena *arena,
	struct unsd_request *request, struct error *error)
{
	size_t count;
	size_t all_count;
	const char *const *words = argument_values(arguments, "area", &count);
	const struct official_area *all = official_areas(batch, &all_count);
	const struct official_area **areas = arena_array(arena, count + all_count, sizeof *areas);

	for (size_t i = 0; i < count; i++)
		if ((areas[i] = official_area(batch, words[i])) == NULL)
			return error_set(error, ERR_INVALID, _("The area %s is no participant. Add it first: monitor participant add"), words[i]);
	for (size_t i = 0; i < all_count && count == 0; i++)
		areas[i] = &all[i];
	request->areas = areas;
	request->area_count = count > 0 ? count : all_count;
	return ERR_OK;
}

MUST_USE static enum err read_service(const struct arguments *arguments, struct database *db, struct official_batch *batch, const char *base,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct unsd_request request = { .base = base, .limits = HTTP_LIMITS, .progress = show_progress };
	const char *timeout = argument_value(arguments, "timeout");
	enum err err = ERR_OK;

	if (timeout != NULL) {
		char *end;
		request.limits.total_seconds = strtol(timeout, &end, 10);
		if (*timeout == '\0' || *end != '\0' || request.limits.total_seconds < 1 || request.limits.total_seconds > 3600)
			return command_usage(error, "%s", _("--timeout takes seconds, from 1 to 3600."));
	}
	if ((err = choose_series(arguments, db, &arena, &request, error)) != ERR_OK)
		goto out;
	if ((err = choose_areas(arguments, batch, &arena, &request, error)) != ERR_OK)
		goto out;
	if ((err = unsd_fetch(&request, batch, error)) != ERR_OK)
		error_context(error, "%s", _("Nothing was changed"));
	command_progress_end();
out:
	arena_release(&arena);
	return err;
}

/* Which options go together: the table of commands cannot say. */
MUST_USE static enum err check_options(const struct arguments *arguments, struct error *error)
{
	size_t areas;
	const char *file = argument_value(arguments, "from-file");
	const char *label = argument_value(arguments, "vintage");

	argument_values(arguments, "area", &areas);
	if (file != NULL && label == NULL)
		return command_usage(error, "%s", _("A saved extract does not say of when it is: give --vintage YYYY-MM."));
	if (file == NULL && label != NULL)
		return command_usage(error, "%s", _("--vintage goes with --from-file; what is fetched now is of this month."));
	if (file != NULL && (argument_value(arguments, "base") != NULL || argument_value(arguments, "timeout") != NULL || areas > 0))
		return command_usage(error, "%s", _("--base, --area and --timeout do not go with --from-file."));
	if (label != NULL && !official_is_label(label))
		return command_usage(error, _("A vintage is a month, YYYY-MM, not “%s”."), label);
	return ERR_OK;
}

enum err cmd_fetch(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct official_batch *batch = NULL;
	struct official_stored stored;
	char today[CLOCK_DATE];
	char month[OFFICIAL_LABEL];
	const char *path = argument_value(arguments, "from-file");
	const char *base = argument_value(arguments, "base");
	const char *source = argument_value(arguments, "source");
	enum err err = check_options(arguments, error);

	if (err != ERR_OK)
		return err;
	clock_today(today);
	snprintf(month, sizeof month, "%.7s", today);
	if (base == NULL)
		base = UNSD_BASE;
	const struct official_vintage about = {
		.label = path != NULL ? argument_value(arguments, "vintage") : month,
		.source = source != NULL ? source : OFFICIAL_SOURCE,
		.origin = path != NULL ? file_name(path) : base,
		.refetched = path == NULL,
	};
	if ((err = command_open(arguments, &db, error)) != ERR_OK)
		goto out;
	if ((err = official_open(&batch, db, error)) != ERR_OK)
		goto out;
	err = path != NULL ? read_file(arguments, batch, path, error) : read_service(arguments, db, batch, base, error);
	if (err != ERR_OK)
		goto out;
	if ((err = official_store(batch, db, &command_actor, &about, &stored, error)) == ERR_OK)
		report(&stored);
out:
	official_close(batch);
	database_close(db);
	return err;
}
