/* sdg: the verdicts on official series; see sdg.h. */
#include "cgi/dashboard/sdg.h"

#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* A colour and a sign for each verdict; the words stand beside them. */
static void look_of(const char *status, const char **sign, int *band)
{
	static const struct { const char *status, *sign; int band; } looks[] = {
		{ "target_achieved", "✓", 4 }, { "substantial_progress", "↑", 4 }, { "moderate_progress", "↗", 3 },
		{ "limited_progress", "→", 2 }, { "deterioration", "↓", 0 },
	};

	*sign = "";
	*band = -1;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (strcmp(looks[i].status, status) == 0) {
			*sign = looks[i].sign;
			*band = looks[i].band;
		}
}

void sdg_show_verdict(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_verdict *verdict,
	const struct framework *framework, const char *series, const char *participant, const char *dims, bool brief)
{
	struct template_dict *cell = template_include(row, part, "verdict.tpl");
	const char *sign;
	int band;

	if (!verdict->there) {
		template_show(cell, K_VERDICT_NO_DATA);
		return;
	}
	template_printf(cell, K_HREF, "%s/%s/explain/sdg/%s/%s%s%s", request->prefix, framework->code, series, participant,
		*dims != '\0' ? "?dims=" : "", dims);
	if (verdict->neutral) {
		template_show(cell, K_VERDICT_NEUTRAL);
		return;
	}
	look_of(verdict->status, &sign, &band);
	if (band < 0) {
		template_set(template_section(cell, K_VERDICT_NONE), K_WHY, brief ? "" : words_reason(verdict->reason));
		return;
	}
	struct template_dict *given = template_section(cell, K_VERDICT_GIVEN);
	template_set_int(given, K_BAND, band);
	template_set(given, K_SIGN, sign);
	template_set(given, K_VERDICT, words_verdict(verdict->status));
	template_set(given, K_UN_CLASS, verdict->un_class > 0 ? words_un_class(verdict->un_class) : _("no verdict"));
}
