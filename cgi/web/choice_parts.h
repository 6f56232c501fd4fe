/* choice_parts: what a select offers; each option is a section with {{OPTION_VALUE}}, {{OPTION_NAME}} and {{#OPTION_CHOSEN}}. */
#ifndef CGI_WEB_CHOICE_PARTS_H
#define CGI_WEB_CHOICE_PARTS_H

#include "cgi/web/web.h"
#include "indicators/model/round.h"

/* `chosen` is the value that is. */
void choice_option(struct template_dict *dict, enum template_key section, const char *value, const char *name, const char *chosen);

/* The languages of the site, in their own names. */
void choice_languages(struct template_dict *dict, enum template_key section, const char *chosen);

/* The domains of a questionnaire, in its order. */
void choice_domains(struct template_dict *dict, enum template_key section, const struct round_lines *lines, const char *chosen);

#endif
