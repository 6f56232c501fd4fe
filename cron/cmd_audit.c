/* cmd_audit: `monitor audit verify`. */
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"

enum err cmd_audit_verify(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct audit_state state;
	enum err err = reports_open(&db, arguments->data, DATABASE_READ, error);

	if (err != ERR_OK)
		return err;
	err = audit_verify(db, &state, error);
	if (err == ERR_OK) {
		printf(_("The audit log is whole: %lld rows, last hash %s."), (long long)state.rows, state.last_hash);
		putchar('\n');
	}
	database_close(db);
	return err;
}
