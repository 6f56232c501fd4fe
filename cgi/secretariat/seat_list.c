/* seat_list: the answers of one participant as a list that can be narrowed down from the address; see seat.h. */
#include <math.h>
#include <string.h>

#include "cgi/secretariat/seat.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/fold.h"
#include "indicators/base/i18n.h"

static const struct { const char *name, *title; enum answer_state state; } states[] = {
	{ "cleared", N_("to be reviewed"), STATE_CLEARED },
	{ "accepted", N_("accepted"), STATE_ACCEPTED },
	{ "submitted", N_("waiting for clearing"), STATE_SUBMITTED },
	{ "returned", N_("returned for correction"), STATE_RETURNED },
	{ "draft", N_("drafts"), STATE_DRAFT },
	{ "missing", N_("missing"), STATE_NONE },
};
#define STATES (sizeof states / sizeof *states)

/* --- the filter -------------------------------------------------------------------------------------------------- */

static const char *state_title_of(const char *name)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].name, name) == 0)
			return states[i].title;
	return NULL;
}

MUST_USE static enum err read_filter(struct request *request, struct seat_list *list, struct error *error)
{
	list->state = request_text(request, "state");
	list->domain = request_text(request, "domain");
	list->look = request_text(request, "look");
	list->words = request_text(request, "q");
	list->folded = fold_text(request->arena, list->words);
	list->active = list->state[0] != '\0' || list->domain[0] != '\0' || list->look[0] != '\0' || list->words[0] != '\0';
	if (list->state[0] != '\0' && state_title_of(list->state) == NULL)
		return error_set_field(error, ERR_INVALID, "state", _("There is no state “%s” to filter by."), list->state);
	if (list->domain[0] != '\0' && !round_lines_have_domain(&list->lines, list->domain))
		return error_set_field(error, ERR_INVALID, "domain", _("This round has no domain “%s”."), list->domain);
	if (list->look[0] != '\0' && strcmp(list->look, "any") != 0 && review_look_named(list->look) == 0)
		return error_set_field(error, ERR_INVALID, "look", _("There is no reason “%s” to filter by."), list->look);
	return ERR_OK;
}

enum err seat_list_load(struct request *request, const struct round *round, const char *participant, struct seat_list *list,
	struct error *error)
{
	*list = (struct seat_list){ .href = arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)round->id, participant) };
	enum err err = round_questionnaire(request->db, request->arena, round->id, participant, request->language, &list->lines, error);

	if (err == ERR_OK)
		err = review_seat(request->db, request->arena, round, participant, request->language, &list->looks, error);
	return err != ERR_OK ? err : read_filter(request, list, error);
}

static unsigned look_of(const struct seat_list *list, const struct round_line *line)
{
	const struct review_line *found = review_line(&list->looks, line->code);

	return found != NULL ? found->look : 0;
}

static bool fits_state(const char *name, const struct round_line *line)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].name, name) == 0)
			return states[i].state == line->state;
	return true;
}

static bool fits(struct request *request, const struct seat_list *list, const struct round_line *line)
{
	unsigned look = look_of(list, line);

	if (!fits_state(list->state, line) || (list->domain[0] != '\0' && strcmp(list->domain, line->domain) != 0))
		return false;
	if (list->look[0] != '\0' && (strcmp(list->look, "any") == 0 ? look == 0 : (look & review_look_named(list->look)) == 0))
		return false;
	return round_line_has_words(request->arena, line, list->folded);
}

size_t seat_list_ready(const struct seat_list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->looks.count; i++)
		count += review_ready(&list->looks.rows[i]);
	return count;
}

/* --- counters and form ------------------------------------------------------------------------------------------- */

static void counter(struct template_dict *page, const struct seat_list *list, const char *query, size_t number, const char *title,
	bool urgent, bool chosen)
{
	if (number == 0 && !chosen)
		return;
	struct template_dict *row = template_section(page, K_S_COUNTER);
	template_printf(row, K_S_COUNTER_HREF, "%s?%s", list->href, query);
	template_set_int(row, K_S_COUNTER_NUMBER, (int64_t)number);
	template_set(row, K_S_COUNTER_TITLE, title);
	if (urgent)
		template_show(row, K_S_COUNTER_URGENT);
	if (chosen)
		template_show(row, K_S_COUNTER_CHOSEN);
}

static void show_states(struct request *request, struct template_dict *page, const struct seat_list *list)
{
	for (size_t i = 0; i < STATES; i++) {
		size_t count = 0;

		for (size_t j = 0; j < list->lines.count; j++)
			count += list->lines.rows[j].state == states[i].state;
		counter(page, list, arena_printf(request->arena, "state=%s", states[i].name), count, i18n_text(states[i].title), false,
			strcmp(list->state, states[i].name) == 0);
		choice_option(page, K_S_STATE_OPTION, states[i].name, arena_printf(request->arena, "%s (%zu)", i18n_text(states[i].title), count),
			list->state);
	}
}

static void show_reasons(struct request *request, struct template_dict *page, const struct seat_list *list)
{
	size_t any = 0;

	for (size_t j = 0; j < list->looks.count; j++)
		any += list->looks.rows[j].look != 0;
	counter(page, list, "look=any", any, _("need a look"), any > 0, strcmp(list->look, "any") == 0);
	choice_option(page, K_S_LOOK_OPTION, "any", arena_printf(request->arena, "%s (%zu)", _("any reason"), any), list->look);
	for (unsigned i = 0; i < REVIEW_LOOKS; i++) {
		const char *name = review_look_name(1u << i);
		size_t count = 0;

		for (size_t j = 0; j < list->looks.count; j++)
			count += (list->looks.rows[j].look & 1u << i) != 0;
		if (count > 0 || strcmp(list->look, name) == 0)
			choice_option(page, K_S_LOOK_OPTION, name, arena_printf(request->arena, "%s (%zu)", review_look_title(1u << i), count), list->look);
	}
}

static void show_form(struct request *request, struct template_dict *page, const struct seat_list *list)
{
	show_states(request, page, list);
	show_reasons(request, page, list);
	choice_domains(page, K_S_DOMAIN_OPTION, &list->lines, list->domain);
	template_set(page, K_S_HREF, list->href);
	template_set(page, K_S_WORDS, list->words);
	if (list->active)
		template_show(page, K_S_ALL);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

void seat_show_looks(struct template_dict *row, unsigned look)
{
	for (unsigned i = 0; i < REVIEW_LOOKS; i++)
		if ((look & 1u << i) != 0)
			template_set(template_section(row, K_S_LOOK), K_S_LOOK_TEXT, review_look_title(1u << i));
}

static void show_line(struct request *request, struct template_dict *domain, const struct seat_list *list, const struct round_line *line)
{
	struct template_dict *row = template_section(domain, K_S_ROW);
	bool open = line->state >= STATE_CLEARED;

	template_printf(row, K_S_ROW_HREF, "%s%s", list->href, line->code);
	template_set(row, K_S_ROW_CODE, line->code);
	template_set(row, K_S_ROW_TITLE, line->title);
	parts_state(row, line->state);
	if (line->published)
		template_show(row, K_S_ROW_RELEASED);
	template_set(row, K_S_ROW_VALUE, open ? parts_line_value(request, line) : "—");
	seat_show_looks(row, look_of(list, line));
	template_set(row, K_S_ROW_AUDIENCE, open && line->audience != NULL ? answer_audience_title(line->audience) : "—");
	/* Who does what before clearing is the government's own. */
	if (open && line->at != NULL)
		template_printf(row, K_S_ROW_LAST, "%s, %s", line->by != NULL ? line->by : _("Import"), day_moment(request->arena, line->at));
}

void seat_list_show(struct request *request, struct template_dict *page, const struct seat_list *list)
{
	struct template_dict *domain = NULL;
	const char *code = "";
	size_t shown = 0;

	show_form(request, page, list);
	for (size_t i = 0; i < list->lines.count; i++) {
		const struct round_line *line = &list->lines.rows[i];

		if (!fits(request, list, line))
			continue;
		if (domain == NULL || strcmp(line->domain, code) != 0) {
			domain = template_section(page, K_S_DOMAIN);
			template_set(domain, K_S_DOMAIN_TITLE, line->domain_title);
			code = line->domain;
		}
		show_line(request, domain, list, line);
		shown++;
	}
	if (list->active && shown > 0)
		template_set(template_section(page, K_S_SOME), K_S_SOME_TEXT, arena_printf(request->arena, _("%zu of %zu indicators fit."), shown,
			list->lines.count));
	if (list->active && shown == 0)
		template_show(page, K_S_NONE);
	const struct review_line *next = NULL;
	for (size_t i = 0; i < list->looks.count && next == NULL; i++)
		if (list->looks.rows[i].state == STATE_CLEARED)
			next = &list->looks.rows[i];
	if (next != NULL && list->may_review)
		template_printf(template_section(page, K_S_NEXT), K_S_NEXT_HREF, "%s%s", list->href, next->code);
}
