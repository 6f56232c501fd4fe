/* audit: the log of who did what, newest first. It names answers, never their values. */
#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"

#define ROWS 50

enum err audit_log_page(struct request *request, struct response *response, struct error *error)
{
	struct audit_row *rows;
	size_t count;
	int64_t number = request_state(request, "page") == PARAM_OK ? request_int(request, "page") : 1;

	/* One more than is shown tells whether there is an older page. */
	enum err err = audit_page(request->db, request->arena, (size_t)(number - 1) * ROWS, ROWS + 1, &rows, &count, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "audit.tpl", _("Audit log"));
	for (size_t i = 0; i < count && i < ROWS; i++) {
		struct template_dict *row = template_section(page, K_AU_ROW);
		template_set_int(row, K_AU_ID, rows[i].id);
		template_set(row, K_AU_AT, day_moment(request->arena, rows[i].at));
		template_set(row, K_AU_ACTOR, rows[i].actor);
		template_set(row, K_AU_ACTION, rows[i].action);
		template_set(row, K_AU_OBJECT, rows[i].object);
		template_set(row, K_AU_DETAIL, rows[i].detail);
		template_set(row, K_AU_ADDRESS, rows[i].address);
	}
	if (number > 1)
		template_printf(template_section(page, K_AU_NEWER), K_AU_NEWER_HREF, "/secretariat/audit?page=%lld", (long long)number - 1);
	if (count > ROWS)
		template_printf(template_section(page, K_AU_OLDER), K_AU_OLDER_HREF, "/secretariat/audit?page=%lld", (long long)number + 1);
	return ERR_OK;
}
