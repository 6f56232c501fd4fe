/* catalogue: the frameworks as they are loaded, and which definitions changed. */
#include "cgi/secretariat/secretariat.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/catalogue_list.h"

enum err catalogue_page(struct request *request, struct response *response, struct error *error)
{
	struct catalogue_list list;
	enum err err = catalogue_list(request->db, request->arena, request->language, &list, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "catalogue.tpl", _("Catalogue"));
	template_set(page, K_CSRF, request->csrf);
	for (size_t i = 0; i < list.count; i++) {
		choice_option(page, K_CA_CHOICE, list.entries[i].framework, list.entries[i].title, "");
		struct template_dict *row = template_section(page, K_CA_ROW);
		template_printf(row, K_CA_HREF, "/secretariat/catalogue/%s/", list.entries[i].framework);
		template_set(row, K_CA_TITLE, list.entries[i].title);
		template_set_int(row, K_CA_VERSION, list.entries[i].version);
		template_set(row, K_CA_LOADED, day_moment(request->arena, list.entries[i].loaded_at));
		template_set_int(row, K_CA_INDICATORS, list.entries[i].indicators);
		template_set_int(row, K_CA_RETIRED, list.entries[i].retired);
	}
	if (list.redefinition_count == 0) {
		template_show(page, K_CA_NONE);
		return ERR_OK;
	}
	struct template_dict *changes = template_section(page, K_CA_CHANGES);
	for (size_t i = 0; i < list.redefinition_count; i++) {
		struct template_dict *row = template_section(changes, K_CA_CHANGE);
		template_set(row, K_CA_LOADED, day_moment(request->arena, list.redefinitions[i].loaded_at));
		template_set(row, K_CA_CODE, list.redefinitions[i].indicator);
		template_set(row, K_CA_TITLE, list.redefinitions[i].title);
		template_set_int(row, K_CA_VERSION, list.redefinitions[i].version);
		template_set(row, K_CA_FRAMEWORK, list.redefinitions[i].framework);
	}
	return ERR_OK;
}
