/* secret: see secret.h. */
#include "indicators/model/secret.h"

#include <string.h>

#include "indicators/base/i18n.h"

enum err secret_disclosure(struct database *reports, unsigned char key[static SECRET_BYTES], struct error *error)
{
	struct query *query = database_query(reports, REPORTS_secret);
	size_t length = 0;
	bool there = false;

	query_text(query, "name", "disclosure");
	if (query_next(query)) {
		const void *value = query_column_blob(query, 0, &length);
		there = value != NULL && length == SECRET_BYTES;
		if (there)
			memcpy(key, value, SECRET_BYTES);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK || there)
		return err;
	return error_set(error, ERR_SCHEMA, "%s",
		_("The reports database has no key for disclosure control. Run `monitor migrate`, which makes one."));
}
