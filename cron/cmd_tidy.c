/* cmd_tidy: `monitor tidy`. */
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/evidence.h"

enum err cmd_tidy(const struct arguments *arguments, struct error *error)
{
	static const struct actor actor = { .name = "monitor", .address = "" };
	struct database *db = NULL;
	struct evidence_swept swept;
	enum err err = reports_open(&db, arguments->data, DATABASE_WRITE, error);

	if (err != ERR_OK)
		return err;
	err = evidence_sweep(db, &actor, &swept, error);
	if (err == ERR_OK) {
		printf(_("Removed: %lld files that no answer names, %lld unfinished uploads, %lld remains."), (long long)swept.files,
			(long long)swept.uploads, (long long)swept.remains);
		putchar('\n');
	}
	database_close(db);
	return err;
}
