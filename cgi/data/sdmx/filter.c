/* filter: conditions on components; see filter.h. Keys are in key.c. */
#include "cgi/data/sdmx/filter.h"

#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

static const char *const operators[] = {
	[SDMX_EQ] = "eq", [SDMX_NE] = "ne", [SDMX_LT] = "lt", [SDMX_LE] = "le", [SDMX_GT] = "gt", [SDMX_GE] = "ge", [SDMX_CO] = "co",
	[SDMX_NC] = "nc", [SDMX_SW] = "sw", [SDMX_EW] = "ew",
};

/* --- reading --- */

static enum err read_term(struct arena *arena, const char *text, size_t length, const char *component, struct sdmx_term *term,
	struct error *error)
{
	*term = (struct sdmx_term){ .operator = SDMX_EQ };
	if (length >= 3 && text[2] == ':' && text[0] >= 'a' && text[0] <= 'z' && text[1] >= 'a' && text[1] <= 'z') {
		size_t n = 0;
		while (n < sizeof operators / sizeof *operators && memcmp(operators[n], text, 2) != 0)
			n++;
		if (n == sizeof operators / sizeof *operators)
			return error_set_field(error, ERR_INVALID, component,
				_("c[%.60s] has the unknown operator “%.2s:”. There are eq, ne, lt, le, gt, ge, co, nc, sw and ew."), component, text);
		term->operator = (enum sdmx_operator)n;
		text += 3;
		length -= 3;
	}
	if (length == 0)
		return error_set_field(error, ERR_INVALID, component, _("c[%.60s] lacks a value: write c[%.60s]=VALUE, or leave it out for all."), component,
			component);
	term->value = arena_strndup(arena, text, length);
	return ERR_OK;
}

static enum err read_terms(struct arena *arena, const char *text, size_t length, const char *component, struct sdmx_terms *terms,
	struct error *error)
{
	size_t most = 1;

	for (size_t i = 0; i < length; i++)
		most += text[i] == '+' || text[i] == ' ';
	terms->list = arena_array(arena, most, sizeof *terms->list);
	for (const char *p = text, *end = text + length;; p++) {
		const char *stop = p;
		while (stop < end && *stop != '+' && *stop != ' ')
			stop++;
		enum err err = read_term(arena, p, (size_t)(stop - p), component, &terms->list[terms->count++], error);
		if (err != ERR_OK || stop == end)
			return err;
		p = stop;
	}
}

enum err sdmx_filter_read(struct arena *arena, const char *component, const char *text, struct sdmx_filter *filter, struct error *error)
{
	size_t most = 1;

	for (const char *p = text; *p != '\0'; p++)
		most += *p == ',';
	*filter = (struct sdmx_filter){ .component = component, .any = arena_array(arena, most, sizeof *filter->any) };
	for (const char *p = text;; p++) {
		size_t length = strcspn(p, ",");
		enum err err = read_terms(arena, p, length, component, &filter->any[filter->count++], error);
		p += length;
		if (err != ERR_OK || *p == '\0')
			return err;
	}
}

/* --- binding to a component --- */

static bool compares(enum sdmx_operator operator)
{
	return operator <= SDMX_GE;
}

static enum err bind_code(const struct sdmx_term *term, const struct sdmx_component *component, struct error *error)
{
	if ((term->operator != SDMX_EQ && term->operator != SDMX_NE) || sdmx_code_find(component->codelist, term->value) != NULL)
		return ERR_OK;
	return sdmx_no_code(component, term->value, error);
}

static enum err bind_number(struct sdmx_term *term, const struct sdmx_component *component, struct error *error)
{
	if (!compares(term->operator) || number_parse(term->value, &term->number))
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, component->id, _("%s is a number, and “%.60s” is none."), component->id, term->value);
}

static enum err bind_flag(const struct sdmx_term *term, const struct sdmx_component *component, struct error *error)
{
	if ((term->operator == SDMX_EQ || term->operator == SDMX_NE) && (strcmp(term->value, "true") == 0 || strcmp(term->value, "false") == 0))
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, component->id, _("%s is true or false: write c[%s]=true."), component->id, component->id);
}

static enum err bind_term(struct sdmx_term *term, const struct sdmx_component *component, struct error *error)
{
	switch (component->type) {
	case SDMX_CODED: return bind_code(term, component, error);
	case SDMX_NUMBER:
	case SDMX_INTEGER: return bind_number(term, component, error);
	case SDMX_FLAG: return bind_flag(term, component, error);
	case SDMX_PERIOD: return compares(term->operator) ? sdmx_span_read(term->value, component->id, &term->span, error) : ERR_OK;
	case SDMX_TEXT: return ERR_OK;
	}
	return ERR_OK;
}

enum err sdmx_filter_bind(struct sdmx_filter *filter, const struct sdmx_component *component, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; i < filter->count; i++)
		for (size_t n = 0; err == ERR_OK && n < filter->any[i].count; n++)
			err = bind_term(&filter->any[i].list[n], component, error);
	return err;
}

/* --- passing --- */

static bool holds(enum sdmx_operator operator, int order)
{
	switch (operator) {
	case SDMX_EQ: return order == 0;
	case SDMX_NE: return order != 0;
	case SDMX_LT: return order < 0;
	case SDMX_LE: return order <= 0;
	case SDMX_GT: return order > 0;
	case SDMX_GE: return order >= 0;
	default: return false;
	}
}

static bool period_passes(const struct sdmx_term *term, const char *value)
{
	struct sdmx_span there;

	if (sdmx_span_read(value, "", &there, NULL) != ERR_OK)
		return false;
	bool same = strcmp(there.first, term->span.first) == 0 && strcmp(there.last, term->span.last) == 0;
	switch (term->operator) {
	case SDMX_EQ: return same;
	case SDMX_NE: return !same;
	case SDMX_LT: return strcmp(there.last, term->span.first) < 0;
	case SDMX_LE: return strcmp(there.last, term->span.last) <= 0;
	case SDMX_GT: return strcmp(there.first, term->span.last) > 0;
	case SDMX_GE: return strcmp(there.first, term->span.first) >= 0;
	default: return false;
	}
}

static bool number_passes(const struct sdmx_term *term, const char *value)
{
	double there;

	if (!number_parse(value, &there))
		return false;
	return holds(term->operator, (there > term->number) - (there < term->number));
}

static bool text_passes(const struct sdmx_term *term, const char *value)
{
	size_t length = strlen(value), asked = strlen(term->value);

	switch (term->operator) {
	case SDMX_CO: return strstr(value, term->value) != NULL;
	case SDMX_NC: return strstr(value, term->value) == NULL;
	case SDMX_SW: return strncmp(value, term->value, asked) == 0;
	case SDMX_EW: return length >= asked && strcmp(value + length - asked, term->value) == 0;
	default: return holds(term->operator, strcmp(value, term->value));
	}
}

static bool term_passes(const struct sdmx_term *term, const struct sdmx_component *component, const char *value)
{
	if (value == NULL)
		return term->operator == SDMX_NE || term->operator == SDMX_NC;
	if (compares(term->operator) && component->type == SDMX_PERIOD)
		return period_passes(term, value);
	if (compares(term->operator) && (component->type == SDMX_NUMBER || component->type == SDMX_INTEGER))
		return number_passes(term, value);
	return text_passes(term, value);
}

bool sdmx_filter_passes(const struct sdmx_filter *filter, const struct sdmx_component *component, const char *value)
{
	for (size_t i = 0; i < filter->count; i++) {
		bool all = true;
		for (size_t n = 0; all && n < filter->any[i].count; n++)
			all = term_passes(&filter->any[i].list[n], component, value);
		if (all)
			return true;
	}
	return false;
}
