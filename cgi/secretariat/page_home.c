/* home: all rounds. Administrators, who see no figures, find people and the audit log instead. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

const char *round_dates(struct request *request, const char *opens_on, const char *due_on, const char *closes_on)
{
	struct arena *arena = request->arena;

	return arena_printf(arena, _("from %s, due on %s, closes after %s"), day_text(arena, opens_on), day_text(arena, due_on),
		day_text(arena, closes_on));
}

void show_text(struct template_dict *dict, enum template_key section, enum template_key key, const char *text)
{
	if (text != NULL && text[0] != '\0')
		template_set(template_section(dict, section), key, text);
}

static void show_round(struct request *request, struct template_dict *table, const struct round *round)
{
	struct template_dict *row = template_section(table, K_SH_ROW);

	template_printf(row, K_SH_HREF, "/secretariat/rounds/%lld/", (long long)round->id);
	template_set(row, K_SH_FRAMEWORK, round->framework_title);
	template_set(row, K_SH_PERIOD, round->period);
	template_set(row, K_SH_PHASE, round->imported ? _("Imported") : round_phase_title(round->phase));
	template_set(row, K_SH_DUE, day_text(request->arena, round->due_on));
	template_set(row, K_SH_CLOSES, day_text(request->arena, round->closes_on));
	template_set_int(row, K_SH_PARTICIPANTS, round->participants);
	template_set(row, K_SH_ANSWERS, arena_printf(request->arena, _("%lld of %lld accepted, %lld wait for review"),
		(long long)round->answers[STATE_ACCEPTED], (long long)(round->indicators * round->participants),
		(long long)round->answers[STATE_CLEARED]));
	template_set(row, K_SH_RELEASES, round->releases == 0 ? "—" : arena_printf(request->arena, "%lld (%s)", (long long)round->releases,
		day_moment(request->arena, round->released_at)));
}

enum err home_page(struct request *request, struct response *response, struct error *error)
{
	struct round_list list;

	if ((request->visitor.roles & ROLE_SECRETARIAT) == 0) {
		response_redirect(response, "/secretariat/people");
		return ERR_OK;
	}
	enum err err = round_list(request->db, request->arena, request->language, &list, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "secretariat_home.tpl", _("Rounds"));
	if (list.count == 0) {
		template_show(page, K_SH_NONE);
		return ERR_OK;
	}
	struct template_dict *table = template_section(page, K_SH_TABLE);
	for (size_t i = 0; i < list.count; i++)
		show_round(request, table, &list.rows[i]);
	return ERR_OK;
}
