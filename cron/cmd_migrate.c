/* cmd_migrate: `monitor migrate`. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "migrations/migrate.h"

/* The data directory holds drafts and password hashes, so others of the machine get nothing in it. */
MUST_USE static enum err make_directory(const char *path, struct error *error)
{
	char parent[PATH_MAX];

	if (snprintf(parent, sizeof parent, "%s", path) >= (int)sizeof parent)
		return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
	for (char *slash = strchr(parent + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(parent, 0755) != 0 && errno != EEXIST)
			return error_set(error, ERR_IO, _("The directory %s cannot be made (%s)."), parent, strerror(errno));
		*slash = '/';
	}
	if (mkdir(path, 0750) != 0 && errno != EEXIST)
		return error_set(error, ERR_IO, _("The directory %s cannot be made (%s)."), path, strerror(errno));
	return ERR_OK;
}

enum err cmd_migrate(const struct arguments *arguments, struct error *error)
{
	char path[PATH_MAX];
	int applied = 0;
	enum err err = make_directory(arguments->data, error);

	if (err != ERR_OK)
		return err;
	if (snprintf(path, sizeof path, "%s/reports.db", arguments->data) >= (int)sizeof path)
		return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
	if ((err = migrate(path, 0, &applied, error)) != ERR_OK)
		return err;
	if (applied == 0)
		printf(_("%s has the current schema %d; nothing to do."), path, REPORTS_SCHEMA);
	else
		printf(_("%s brought to schema %d."), path, REPORTS_SCHEMA);
	putchar('\n');
	return ERR_OK;
}
