/* page_countries: /{framework}/countries/, the governments in alphabetical order. */
#include "cgi/dashboard/dashboard.h"
#include "indicators/base/i18n.h"

enum err page_countries(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct names participants;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "countries.tpl",
		arena_printf(request->arena, _("Governments: %s"), framework.title), &framework);
	for (size_t i = 0; i < participants.count; i++) {
		struct template_dict *item = template_section(page, K_PARTICIPANT);
		template_set(item, K_CODE, participants.list[i].code);
		template_set(item, K_TITLE, participants.list[i].title);
	}
	return ERR_OK;
}
