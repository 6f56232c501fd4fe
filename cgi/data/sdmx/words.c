/* words: see words.h. */
#include "cgi/data/sdmx/words.h"

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

#define LIST_MOST 600 /* bytes: a sentence, not a codelist */

enum err sdmx_no_code(const struct sdmx_component *component, const char *code, struct error *error)
{
	const struct sdmx_codelist *codelist = component->codelist;
	struct buffer all = BUFFER_INIT(4096);

	for (size_t i = 0; i < codelist->count; i++) {
		if (all.length > LIST_MOST) {
			buffer_puts(&all, ", …");
			break;
		}
		buffer_printf(&all, "%s%s", i > 0 ? ", " : "", codelist->codes[i].id);
	}
	enum err err = error_set_field(error, ERR_NOT_FOUND, component->id, _("%s has no code “%.60s”. There are: %s."), component->id, code,
		buffer_text(&all));
	buffer_release(&all);
	return err;
}

const char *sdmx_component_ids(struct arena *arena, const struct sdmx_flow *flow, enum sdmx_role role, const char *between)
{
	struct buffer all = BUFFER_INIT(4096);

	for (size_t i = 0; i < flow->count; i++)
		if (flow->components[i].role == role)
			buffer_printf(&all, "%s%s", all.length > 0 ? between : "", flow->components[i].id);
	const char *text = arena_strdup(arena, buffer_text(&all));
	buffer_release(&all);
	return text;
}
