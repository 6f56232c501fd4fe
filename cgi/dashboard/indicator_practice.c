/* indicator_practice: the governments that share their practice, with the evidence that they share; see indicator.h. */
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* Columns of the statement indicator_practice. */
enum { PRACTICE_PARTICIPANT, PRACTICE_TITLE, PRACTICE_KIND, PRACTICE_TEXT, PRACTICE_VALUE };

/* The job lets nothing else be a link; what is followed is looked at once more. */
static bool is_link(const char *kind, const char *text)
{
	return strcmp(kind, "link") == 0 && (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0);
}

enum err indicator_practice(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const char *period, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_practice);
	struct template_dict *part = template_section(page, K_PRACTICE), *item = NULL;
	const char *last = "";

	template_set(part, K_PERIOD, period);
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *participant = query_column_text(query, PRACTICE_PARTICIPANT), *text = query_column_text(query, PRACTICE_TEXT);
		if (item == NULL || strcmp(last, participant) != 0) {
			last = arena_strdup(request->arena, participant);
			item = template_section(part, K_PRACTICE_ITEM);
			template_set(item, K_CODE, last);
			template_set(item, K_TITLE, query_column_text(query, PRACTICE_TITLE));
			template_set(item, K_VALUE, words_value(request->arena, indicator->type, query_column_real(query, PRACTICE_VALUE)));
		}
		struct template_dict *shown = template_section(template_section(item, K_PRACTICE_EVIDENCE),
			is_link(query_column_text(query, PRACTICE_KIND), text) ? K_PRACTICE_LINK :
			strcmp(query_column_text(query, PRACTICE_KIND), "file") == 0 ? K_PRACTICE_FILE : K_PRACTICE_CITATION);
		template_set(shown, K_TEXT, text);
	}
	template_show(part, item != NULL ? K_PRACTICE_SOME : K_PRACTICE_NONE);
	return query_end(query, error);
}
