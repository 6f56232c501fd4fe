/* evidence_parts: see evidence_parts.h. */
#include "cgi/web/evidence_parts.h"

#include <math.h>
#include <string.h>

#include "cgi/web/answer_parts.h"
#include "indicators/base/i18n.h"
#include "indicators/model/evidence.h"

static const char *kind_title(const char *type)
{
	static const struct { const char *type, *title; } kinds[] = {
		{ "application/pdf", "PDF" }, { "image/jpeg", "JPEG" }, { "image/png", "PNG" },
		{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX" },
		{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX" },
	};

	for (size_t i = 0; type != NULL && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].title;
	return "?";
}

const char *evidence_words(struct request *request, const struct answer_evidence *evidence)
{
	const char *kind = kind_title(evidence->type);
	double size = (double)evidence->size;

	if (evidence->size < 1000)
		return arena_printf(request->arena, _("%s, %lld bytes"), kind, (long long)evidence->size);
	if (evidence->size < 1000 * 1000)
		return arena_printf(request->arena, _("%s, %lld KB"), kind, llround(size / 1000));
	return arena_printf(request->arena, _("%s, %s MB"), kind, parts_number(request, round(size / 1e5) / 10));
}

void evidence_show(struct request *request, struct template_dict *dict, const char *indicator, const struct answer_evidence *evidence)
{
	if (evidence->file != NULL) {
		struct template_dict *file = template_section(dict, K_EVIDENCE_FILE);

		template_printf(file, K_EVIDENCE_HREF, "%s/evidence/%lld", indicator, (long long)evidence->id);
		template_set(file, K_EVIDENCE_WORDS, evidence_words(request, evidence));
		template_set(file, K_EVIDENCE_TEXT, evidence->text);
		return;
	}
	bool link = strcmp(evidence->kind, "link") == 0;
	template_set(template_section(dict, link ? K_EVIDENCE_LINK : K_EVIDENCE_CITATION), K_EVIDENCE_TEXT, evidence->text);
}

enum err evidence_respond(struct request *request, struct response *response, const struct answer *answer, int64_t id, struct error *error)
{
	for (size_t i = 0; i < answer->evidence_count; i++) {
		const struct answer_evidence *evidence = &answer->evidence[i];

		if (evidence->id == id && evidence->file != NULL)
			return response_file(response, evidence_path(request->arena, request->db, evidence->file), evidence->text, evidence->type,
				evidence->file, error);
	}
	return error_set(error, ERR_NOT_FOUND, "%s", _("This answer has no such file, or no longer."));
}
