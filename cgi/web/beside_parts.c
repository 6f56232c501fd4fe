/* beside_parts: see beside_parts.h. */
#include "cgi/web/beside_parts.h"

#include "indicators/model/beside.h"

enum err beside_show(struct request *request, struct template_dict *dict, int64_t version, const char *participant, struct error *error)
{
	struct beside beside;
	enum err err = beside_load(request->db, request->arena, version, participant, request->language, &beside, error);

	if (err != ERR_OK || beside.count == 0)
		return err;
	struct template_dict *section = template_include(dict, K_BESIDE, "beside.tpl");
	for (size_t i = 0; i < beside.count; i++) {
		const struct beside_series *series = &beside.rows[i];
		struct template_dict *row = template_section(section, K_BESIDE_ROW);

		template_set(row, K_BESIDE_TITLE, series->title);
		if (series->dims[0] != '\0')
			template_set(template_section(row, K_BESIDE_DIMS), K_BESIDE_WORDS, series->dims);
		template_printf(row, K_BESIDE_UNIT, series->unit[0] != '\0' ? "%s." : "%s", series->unit);
		template_printf(row, K_BESIDE_SOURCE, "%s, %s", series->source, series->vintage);
		for (size_t j = 0; j < series->count; j++) {
			struct template_dict *point = template_section(row, K_BESIDE_POINT);
			template_set_int(point, K_BESIDE_YEAR, series->points[j].year);
			template_set(point, K_BESIDE_VALUE, series->points[j].value);
		}
	}
	return ERR_OK;
}
