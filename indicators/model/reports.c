/* reports: see reports.h. */
#include "indicators/model/reports.h"

#include <limits.h>
#include <stdio.h>

#include "indicators/base/i18n.h"

enum err reports_open(struct database **db, const char *directory, enum database_mode mode, struct error *error)
{
	char path[PATH_MAX];
	int64_t application_id = 0;
	int64_t version = 0;

	*db = NULL;
	if (snprintf(path, sizeof path, "%s/reports.db", directory) >= (int)sizeof path)
		return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
	enum err err = database_open(db, path, mode, &reports_statements, error);
	if (err == ERR_OK)
		err = database_identity(*db, &application_id, &version, error);
	if (err == ERR_OK && (application_id != REPORTS_APPLICATION_ID || version != REPORTS_SCHEMA))
		err = error_set(error, ERR_SCHEMA,
			_("%s has schema %d, this program needs %d. Run: monitor migrate --data %s"), path, (int)version, REPORTS_SCHEMA, directory);
	if (err != ERR_OK) {
		database_close(*db);
		*db = NULL;
	}
	return err;
}

enum err reports_catalogue_changed(struct database *db, struct error *error)
{
	return query_run(database_query(db, REPORTS_catalogue_changed), error);
}
