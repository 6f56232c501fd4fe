/* filter: the questionnaire by state, domain and words, from the address alone, so that it can be kept and sent. See reporting.h. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/fold.h"
#include "indicators/base/i18n.h"

#define ANY_STATE ((1u << STATE_COUNT) - 1)

static const struct {
	const char *name;
	unsigned states;
	const char *title;
} filters[] = {
	{ "todo", 1u << STATE_NONE | 1u << STATE_DRAFT | 1u << STATE_RETURNED, N_("to do") },
	{ "returned", 1u << STATE_RETURNED, N_("returned for correction") },
	{ "missing", 1u << STATE_NONE, N_("missing") },
	{ "draft", 1u << STATE_DRAFT, N_("drafts") },
	{ "submitted", 1u << STATE_SUBMITTED, N_("waiting for clearing") },
	{ "cleared", 1u << STATE_CLEARED, N_("cleared, in review") },
	{ "accepted", 1u << STATE_ACCEPTED, N_("accepted by the secretariat") },
};
#define FILTERS (sizeof filters / sizeof *filters)

enum err desk_filter_read(struct request *request, const struct round_lines *lines, struct desk_filter *filter, struct error *error)
{
	*filter = (struct desk_filter){ .state = request_text(request, "state"), .domain = request_text(request, "domain"),
		.words = request_text(request, "q"), .states = ANY_STATE };
	filter->folded = fold_text(request->arena, filter->words);
	filter->active = filter->state[0] != '\0' || filter->domain[0] != '\0' || filter->words[0] != '\0';
	if (filter->domain[0] != '\0' && !round_lines_have_domain(lines, filter->domain))
		return error_set_field(error, ERR_INVALID, "domain", _("This round has no domain “%s”."), filter->domain);
	if (filter->state[0] == '\0')
		return ERR_OK;
	for (size_t i = 0; i < FILTERS; i++) {
		if (strcmp(filters[i].name, filter->state) == 0) {
			filter->states = filters[i].states;
			return ERR_OK;
		}
	}
	return error_set_field(error, ERR_INVALID, "state", _("There is no state “%s” to filter by."), filter->state);
}

bool desk_filter_fits(struct request *request, const struct desk_filter *filter, const struct round_line *line)
{
	if ((filter->states & 1u << line->state) == 0 || (filter->domain[0] != '\0' && strcmp(filter->domain, line->domain) != 0))
		return false;
	return round_line_has_words(request->arena, line, filter->folded);
}

static int64_t count_of(const struct round_seat *seat, unsigned states)
{
	int64_t count = 0;

	for (size_t state = 0; state < STATE_COUNT; state++)
		if ((states & 1u << state) != 0)
			count += seat->answers[state];
	return count;
}

/* What there is none of takes no place, but for the work that is left. */
static void show_counter(struct template_dict *page, const struct desk *desk, const struct desk_filter *filter, size_t i)
{
	int64_t count = count_of(&desk->seat, filters[i].states);
	bool todo = strcmp(filters[i].name, "todo") == 0, chosen = strcmp(filter->state, filters[i].name) == 0;
	bool late = todo && count > 0 && (desk->seat.phase == ROUND_OVERDUE || desk->seat.phase == ROUND_CLOSED);

	if (count == 0 && !todo && !chosen)
		return;
	struct template_dict *row = template_section(page, K_Q_COUNTER);
	template_printf(row, K_Q_COUNTER_HREF, "%s?state=%s", desk->href, filters[i].name);
	template_set_int(row, K_Q_COUNTER_NUMBER, count);
	template_set(row, K_Q_COUNTER_TITLE, late ? _("overdue") : i18n_text(filters[i].title));
	if (count > 0 && (late || strcmp(filters[i].name, "returned") == 0))
		template_show(row, K_Q_COUNTER_URGENT);
	if (chosen)
		template_show(row, K_Q_COUNTER_CHOSEN);
}

void desk_filter_show(struct request *request, struct template_dict *page, const struct desk *desk, const struct round_lines *lines,
	const struct desk_filter *filter)
{
	for (size_t i = 0; i < FILTERS; i++) {
		show_counter(page, desk, filter, i);
		choice_option(page, K_Q_STATE, filters[i].name, arena_printf(request->arena, "%s (%lld)", i18n_text(filters[i].title),
			(long long)count_of(&desk->seat, filters[i].states)), filter->state);
	}
	choice_domains(page, K_Q_CHOICE, lines, filter->domain);
	template_set(page, K_Q_WORDS, filter->words);
	if (filter->active)
		template_show(page, K_Q_ALL);
}
