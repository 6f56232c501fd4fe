/* choice_parts: see choice_parts.h. */
#include "cgi/web/choice_parts.h"

#include <string.h>

#include "indicators/base/i18n.h"

void choice_option(struct template_dict *dict, enum template_key section, const char *value, const char *name, const char *chosen)
{
	struct template_dict *option = template_section(dict, section);

	template_set(option, K_OPTION_VALUE, value);
	template_set(option, K_OPTION_NAME, name);
	if (strcmp(value, chosen) == 0)
		template_show(option, K_OPTION_CHOSEN);
}

void choice_languages(struct template_dict *dict, enum template_key section, const char *chosen)
{
	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		choice_option(dict, section, language->code, language->name, chosen);
}

void choice_domains(struct template_dict *dict, enum template_key section, const struct round_lines *lines, const char *chosen)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct round_line *line = &lines->rows[i];

		if (i == 0 || strcmp(line->domain, lines->rows[i - 1].domain) != 0)
			choice_option(dict, section, line->domain, line->domain_title, chosen);
	}
}
