/* page_compare: /{framework}/compare, the form that builds a comparison and, beneath it, the comparison. */
#include <string.h>

#include "cgi/dashboard/compare.h"
#include "indicators/base/i18n.h"

static void show_check(struct template_dict *item, const char *code, const char *title, bool checked)
{
	template_set(item, K_CODE, code);
	template_set(item, K_TITLE, title);
	if (checked)
		template_show(item, K_CHECKED);
}

/* A fieldset for each domain, open where something of it is chosen. */
static void show_measures(const struct compare *compare, struct template_dict *form)
{
	struct template_dict *group = NULL;
	bool open = false;

	for (size_t i = 0; i < compare->measure_count; i++) {
		const struct measure *measure = &compare->measures[i];
		if (measure->is_domain) {
			group = template_section(form, K_CHOICE_GROUP);
			template_set(group, K_TITLE, measure->title);
			open = false;
		}
		/* The overall score stands alone: there is nothing to unfold. */
		if ((measure->chosen || measure->domain == compare->domains.count) && !open) {
			template_show(group, K_GROUP_OPEN);
			open = true;
		}
		struct template_dict *item = template_section(group, measure->is_domain ? K_CHOICE_DOMAIN : K_CHOICE_INDICATOR);
		show_check(item, measure->code, measure->title, measure->chosen);
		if (*measure->in_force != '\0')
			template_set(template_section(item, K_IN_FORCE), K_TEXT, measure->in_force);
	}
}

static void show_periods(const struct compare *compare, struct template_dict *form)
{
	static const char *const names[] = { "from", "to" };
	static const enum template_key keys[] = { K_FROM, K_TO };

	for (size_t end = 0; end < 2; end++)
		for (size_t i = 0; i < compare->periods.count; i++) {
			struct template_dict *item = template_section(form, keys[end]);
			template_set(item, K_PERIOD, compare->periods.list[i].code);
			if (strcmp(request_text(compare->request, names[end]), compare->periods.list[i].code) == 0)
				template_show(item, K_SELECTED);
		}
}

static void show_form(const struct compare *compare, struct template_dict *page)
{
	struct template_dict *form = template_section(page, K_CHOICE);

	page_links(form, compare->request, &compare->framework);
	template_show(form, compare->measures_chosen == 0 ? K_OPEN : K_CLOSED);
	template_printf(form, K_TEXT, _("Up to %d indicators or domains, and up to %d governments."), COMPARE_MEASURES, COMPARE_PARTICIPANTS);
	show_measures(compare, form);
	for (size_t i = 0; i < compare->participants.count; i++)
		show_check(template_section(form, K_CHOICE_PARTICIPANT), compare->participants.list[i].code, compare->participants.list[i].title,
			compare->participant_chosen[i]);
	show_periods(compare, form);
	if (request_flag(compare->request, "official"))
		template_show(form, K_WITH_OFFICIAL);
}

enum err page_compare(struct request *request, struct response *response, struct error *error)
{
	struct compare compare = { .request = request };
	bool refused;
	enum err err = framework_read(request, request_text(request, "framework"), &compare.framework, error);

	if (err != ERR_OK)
		return err;
	if (compare.framework.code == NULL)
		return missing_framework(request, response, error);
	err = compare_choose(&compare, response, &refused, error);
	if (err != ERR_OK || refused)
		return err;
	struct template_dict *page = page_new(request, response, "compare.tpl", _("Compare"), &compare.framework);
	response_script(response, "compare.js");
	show_form(&compare, page);
	if (compare.periods.count == 0 || compare.measures_chosen == 0) {
		template_show(page, compare.periods.count == 0 ? K_NO_PERIODS : K_NOTHING_CHOSEN);
		return ERR_OK;
	}
	if ((err = compare_read(&compare, error)) != ERR_OK)
		return err;
	if (compare.periods_shown == 0) {
		template_show(page, K_NOTHING_ASKED);
		return ERR_OK;
	}
	compare_show(&compare, page);
	return compare_official(&compare, page, error);
}
