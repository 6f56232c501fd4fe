/* cmd_audit: `monitor audit verify`. */
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit_find.h"

enum err cmd_audit_verify(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct audit_state state;
	/* A copy that cannot be written is verified all the same; only nothing is noted in it. */
	bool notes = command_open(arguments, &db, error) == ERR_OK;
	enum err err = notes ? ERR_OK : reports_open(&db, arguments->data, DATABASE_READ, error);

	if (err == ERR_OK)
		err = notes ? audit_verify_and_note(db, &state, error) : audit_verify(db, &state, error);
	if (err == ERR_OK) {
		printf(_("The audit log is whole: %lld rows, last hash %s."), (long long)state.rows, state.last_hash);
		putchar('\n');
	}
	database_close(db);
	return err;
}
