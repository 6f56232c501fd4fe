/*
 * template: Google ctemplate behind a C ABI. The only C++ of this project is template.cc.
 *
 * Templates are templates/NAME.tpl. Each begins with {{%AUTOESCAPE context="HTML"}}, so every value is escaped
 * for the place it stands in; there is no way to pass markup through. Line breaks of a value become blanks, except with {{KEY:p}}, which
 * escapes the same and keeps them (textareas, texts of several lines); it is the only modifier. Fixed text stands between [[ and ]] and is
 * translated when the templates are loaded, once per language, so rendering does no look-ups. All templates are loaded at
 * start, and one that does not parse stops the program.
 *
 * Keys are the enum of build/gen/template_keys.h (K_TITLE for {{TITLE}}), made from the templates. A {{#SECTION}} is shown
 * once for each template_section() called, and not at all without. A part is included by {{>PART}} and template_include().
 *
 * Values are copied. A dictionary tree belongs to its root, freed by template_free.
 */
#ifndef CGI_WEB_TEMPLATE_H
#define CGI_WEB_TEMPLATE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define NO_EXCEPTION noexcept /* running out of memory ends the process, as in base/arena.h */
#else
#define NO_EXCEPTION
#endif

#include "indicators/base/buffer.h"
#include "template_keys.h"

struct template_dict;

/* Loads each template file of `directory` in every language. */
MUST_USE enum err template_load(const char *directory, struct error *error);

struct template_dict *template_new(void) NO_EXCEPTION;                     /* a root */
void template_free(struct template_dict *root) NO_EXCEPTION;

void template_set(struct template_dict *dict, enum template_key key, const char *value) NO_EXCEPTION;   /* NULL sets "" */
void template_set_int(struct template_dict *dict, enum template_key key, int64_t value) NO_EXCEPTION;
/* With at most one decimal place and a point, whatever the locale: coordinates of charts. What is not finite is 0. */
void template_set_coordinate(struct template_dict *dict, enum template_key key, double value) NO_EXCEPTION;
void template_printf(struct template_dict *dict, enum template_key key, const char *format, ...) NO_EXCEPTION
	PRINTF_LIKE(3, 4);

/* One more showing of a section; the result takes the values of that showing, and sees those around it. */
struct template_dict *template_section(struct template_dict *dict, enum template_key section) NO_EXCEPTION;

/* Shows a section that needs no values of its own. */
void template_show(struct template_dict *dict, enum template_key section) NO_EXCEPTION;

/* Includes the template `name` ("pager.tpl") at {{>PART}}. It sees only the values of the result. */
struct template_dict *template_include(struct template_dict *dict, enum template_key part, const char *name) NO_EXCEPTION;

/* Expands `name` in the current language (base/i18n.h), appended to `out`. */
MUST_USE enum err template_render(const char *name, struct template_dict *dict, struct buffer *out, struct error *error);

#ifdef __cplusplus
}
#endif

#endif
