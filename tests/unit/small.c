/* small: see small.h. */
#include "tests/unit/small.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct error error = ERROR_INIT;

const char *small_subfolder(const char *name)
{
	const char *path = kit_path(name);

	mkdir(path, 0700);
	return path;
}

const char *small_folder(const char *framework, const char *law1, const char *gov1)
{
	const char *path = small_subfolder("small");

	small_subfolder("sdg");
	kit_write("sdg/sdg.yaml", SDG);
	kit_write("small/framework.yaml", framework);
	kit_write("small/LAW1.yaml", law1);
	if (gov1 != NULL)
		kit_write("small/GOV1.yaml", gov1);
	else
		unlink(kit_path("small/GOV1.yaml"));
	return path;
}

void small_problem(const char *path, const char *place, const char *words)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(100);
	bool found = false;

	ck_refused(catalogue_check(path, &changes, &problems, &error), ERR_INVALID, error);
	for (const struct problem *problem = problems.first; problem != NULL; problem = problem->next)
		found = found || (strstr(problem->text, place) != NULL && strstr(problem->text, words) != NULL);
	ck_assert_msg(found, "no “%s … %s” but %zu, first: %s", place, words, problems.count, problems.first != NULL ? problems.first->text : error.text);
	problems_release(&problems);
}

struct catalogue_changes small_load(struct database *db, const char *path)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_ok(catalogue_load(db, &kit_actor, path, &changes, &problems, &error), error);
	problems_release(&problems);
	return changes;
}
