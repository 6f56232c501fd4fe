/* framework: the indicators of one framework, and one indicator with its versions and its texts in all languages. */
#include <stdio.h>
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/diff.h"
#include "indicators/base/i18n.h"
#include "indicators/model/catalogue_view.h"

const char *catalogue_part_words(struct request *request, const char *part)
{
	static const struct { const char *part, *words; } parts[] = {
		{ "title", N_("Title") }, { "measures", N_("What is measured") }, { "guidance", N_("How to answer") },
		{ "evidence", N_("What counts as evidence") }, { "agency", N_("Responsible agency") }, { "numerator", N_("Numerator") },
		{ "denominator", N_("Denominator") },
	};
	unsigned level, criterion;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].part, part) == 0)
			return i18n_text(parts[i].words);
	if (sscanf(part, "level.%u.criterion.%u", &level, &criterion) == 2)
		return arena_printf(request->arena, _("Level %u, criterion %u"), level, criterion);
	if (sscanf(part, "level.%u", &level) == 1)
		return arena_printf(request->arena, _("Level %u"), level);
	if (strncmp(part, "item.", 5) == 0)
		return arena_printf(request->arena, _("Item %s"), part + 5);
	return part;
}

static void show_retired(struct request *request, struct template_dict *dict, const struct catalogue_line *line)
{
	if (line->retired_at == NULL)
		return;
	struct template_dict *retired = template_section(dict, K_FW_RETIRED);
	template_set(retired, K_FW_RETIRED_AT, day_text(request->arena, line->retired_at));
	template_set(retired, K_FW_REASON, line->retired_reason != NULL ? line->retired_reason : _("its file is gone from the catalogue"));
}

enum err framework_page(struct request *request, struct response *response, struct error *error)
{
	const char *framework = request_text(request, "framework");
	struct catalogue_lines lines;
	enum err err = catalogue_view(request->db, request->arena, framework, request->language, &lines, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "framework.tpl", framework);
	template_set(page, K_FW_FRAMEWORK, framework);
	for (size_t i = 0; i < lines.count; i++) {
		const struct catalogue_line *line = &lines.rows[i];
		struct template_dict *row = template_section(page, K_FW_ROW);
		template_printf(row, K_FW_HREF, "/secretariat/catalogue/%s/%s", framework, line->code);
		template_set(row, K_FW_CODE, line->code);
		template_set(row, K_FW_TITLE, line->title);
		template_set(row, K_FW_DOMAIN, line->domain);
		template_set_int(row, K_FW_VERSION, line->version);
		template_set(row, K_FW_LOADED, day_text(request->arena, line->loaded_at));
		show_retired(request, row, line);
	}
	return ERR_OK;
}

static void show_version(struct request *request, struct template_dict *page, const struct catalogue_version *version)
{
	struct template_dict *row = template_section(page, K_FW_ONE);

	template_set_int(row, K_FW_VERSION, version->number);
	template_set(row, K_FW_LOADED, day_moment(request->arena, version->loaded_at));
	template_set(row, K_FW_TYPE, arena_printf(request->arena, "%s · %s · %s", version->type, question_unit_title(version->unit), version->direction));
	if (version->current)
		template_show(row, K_FW_CURRENT);
	struct template_dict *list = version->difference_count > 0 ? template_section(row, K_FW_DIFFERENCES) : NULL;
	for (size_t i = 0; i < version->difference_count; i++) {
		const struct catalogue_difference *difference = &version->differences[i];
		struct diff_pieces pieces = diff_words(request->arena, difference->before, difference->after);
		struct template_dict *part = template_section(list, K_CL_DIFFERENCE);
		template_printf(part, K_CL_PART, "%s %s", catalogue_part_words(request, difference->what), difference->lang);
		for (size_t p = 0; p < pieces.count; p++)
			template_set(template_section(template_section(part, K_CL_PIECE), pieces.rows[p].kind == DIFF_SAME ? K_CL_SAME
				: pieces.rows[p].kind == DIFF_ADDED ? K_CL_ADDED : K_CL_REMOVED), K_CL_TEXT, pieces.rows[p].text);
	}
}

static void show_texts(struct request *request, struct template_dict *page, const struct catalogue_indicator_view *view)
{
	for (size_t l = 0; l < YAML_LANGUAGES && i18n_languages[l].code != NULL; l++)
		template_set(template_section(page, K_FW_LANGUAGE), K_FW_LANGUAGE_NAME, i18n_languages[l].name);
	for (size_t t = 0; t < view->text_count; t++) {
		struct template_dict *row = template_section(page, K_FW_TEXT_ROW);
		template_set(row, K_FW_PART, catalogue_part_words(request, view->texts[t].part));
		for (size_t l = 0; l < YAML_LANGUAGES && i18n_languages[l].code != NULL; l++) {
			struct template_dict *cell = template_section(row, K_FW_TEXT);
			template_set(cell, K_FW_LANGUAGE_NAME, i18n_languages[l].name);
			template_set(cell, K_FW_LANGUAGE_CODE, i18n_languages[l].code);
			template_set(cell, K_FW_TEXT_TEXT, view->texts[t].in[l]);
			if (view->texts[t].in[l] == NULL)
				template_show(cell, K_FW_MISSING);
		}
	}
}

enum err framework_indicator_page(struct request *request, struct response *response, struct error *error)
{
	const char *framework = request_text(request, "framework");
	struct catalogue_indicator_view view;
	enum err err = catalogue_view_indicator(request->db, request->arena, framework, request_text(request, "indicator"), request->language, &view,
		error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "framework_indicator.tpl", view.line.title);
	template_set(page, K_FW_FRAMEWORK, framework);
	template_set(page, K_FW_CODE, view.line.code);
	template_set(page, K_FW_TITLE, view.line.title);
	show_retired(request, page, &view.line);
	template_set(page, K_FW_TRANSLATIONS, view.missing == 0 ? _("Every text is there in every language.")
		: arena_printf(request->arena, i18n_plural("%zu translation is missing.", "%zu translations are missing.", view.missing), view.missing));
	for (size_t i = 0; i < view.version_count; i++)
		show_version(request, page, &view.versions[i]);
	show_texts(request, page, &view);
	return ERR_OK;
}
