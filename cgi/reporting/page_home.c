/* home: the rounds that ask something of the visitor's participants: what needs them first, what has ended folded away. */
#include "cgi/reporting/reporting.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/handover.h"
#include "indicators/model/message.h"

/* Nothing is asked of this visitor there any more. */
static bool is_over(const struct request *request, const struct round_task *task)
{
	const int64_t *answers = task->seat.answers;

	if (task->seat.phase != ROUND_CLOSED)
		return false;
	return !((answers[STATE_RETURNED] > 0 && visitor_may(&request->visitor, ROLE_FOCAL_POINT | ROLE_DEPUTY, task->seat.code))
		|| (answers[STATE_SUBMITTED] > 0 && visitor_may(&request->visitor, ROLE_CLEARING_OFFICER, task->seat.code)));
}

/* A focal point's or deputy's part: what came back, what is missing, how long there is. */
static void show_reporting(struct request *request, struct template_dict *row, const struct round_task *task, const char *href)
{
	int64_t returned = task->seat.answers[STATE_RETURNED];
	int64_t left = task->seat.answers[STATE_NONE] + task->seat.answers[STATE_DRAFT];

	if (!visitor_may(&request->visitor, ROLE_FOCAL_POINT | ROLE_DEPUTY, task->seat.code))
		return;
	if (returned > 0) {
		struct template_dict *need = template_section(row, K_TASK_RETURNED);
		template_printf(need, K_TASK_RETURNED_HREF, "%s?state=returned", href);
		template_printf(need, K_TASK_RETURNED_TEXT,
			i18n_plural("%lld answer was returned for correction.", "%lld answers were returned for correction.", (unsigned long)returned),
			(long long)returned);
	}
	if (left > 0 && (task->seat.phase == ROUND_OPEN || task->seat.phase == ROUND_OVERDUE)) {
		struct template_dict *need = template_section(row, K_TASK_LEFT);
		template_printf(need, K_TASK_LEFT_HREF, "%s?state=todo", href);
		template_printf(need, K_TASK_LEFT_TEXT,
			i18n_plural("%lld indicator is still to be answered", "%lld indicators are still to be answered", (unsigned long)left), (long long)left);
	}
}

/* Questions of the secretariat that nobody of the government has answered. */
MUST_USE static enum err show_asked(struct request *request, struct template_dict *row, const struct round_task *task, const char *href,
	struct error *error)
{
	struct message_waitings asked;
	enum err err = message_waiting(request->db, request->arena, task->round.id, task->seat.code, MESSAGE_SECRETARIAT, &asked, error);

	if (err != ERR_OK || asked.count == 0)
		return err;
	struct template_dict *need = template_section(row, K_TASK_ASKED);
	template_printf(need, K_TASK_ASKED_HREF, "%s#asked", href);
	template_printf(need, K_TASK_ASKED_TEXT,
		i18n_plural("The secretariat asks about %zu answer", "The secretariat asks about %zu answers", (unsigned long)asked.count),
		asked.count);
	return ERR_OK;
}

MUST_USE static enum err show_task(struct request *request, struct template_dict *list, enum template_key section,
	const struct round_task *task, struct error *error)
{
	struct template_dict *row = template_section(list, section);
	const char *href = arena_printf(request->arena, "/reporting/%lld/%s/", (long long)task->round.id, task->seat.code);
	const char *days = desk_days_left(request, &task->seat);
	int64_t waiting = task->seat.answers[STATE_SUBMITTED];

	template_set(row, K_TASK_HREF, href);
	template_set(row, K_TASK_FRAMEWORK, task->round.framework_title);
	template_set(row, K_TASK_PERIOD, task->round.period);
	template_set(row, K_TASK_PARTICIPANT, task->seat.title);
	template_set(row, K_TASK_PHASE, round_phase_title(task->seat.phase));
	template_set(row, K_TASK_DEADLINE, desk_deadline(request, &task->round, &task->seat));
	if (days[0] != '\0')
		template_set(template_section(row, task->seat.phase == ROUND_OVERDUE ? K_TASK_LATE : K_TASK_DAYS), K_TASK_DAYS_TEXT, days);
	parts_progress(request, row, &task->seat);
	show_reporting(request, row, task, href);
	if (waiting > 0 && visitor_may(&request->visitor, ROLE_CLEARING_OFFICER, task->seat.code)) {
		struct template_dict *clearing = template_section(row, K_TASK_CLEARING);
		template_printf(clearing, K_TASK_CLEARING_HREF, "%sclearing", href);
		template_printf(clearing, K_TASK_CLEARING_TEXT,
			i18n_plural("%lld answer waits for your clearing", "%lld answers wait for your clearing", (unsigned long)waiting), (long long)waiting);
	}
	return show_asked(request, row, task, href, error);
}

/* The roles that the visitor holds, from whom they came and to whom they go. */
static void show_roles(struct request *request, struct template_dict *page, const struct team *team)
{
	for (size_t i = 0; i < team->count; i++) {
		const struct team_member *role = &team->rows[i];
		struct template_dict *row = template_section(page, K_HOME_ROLE);
		const char *since = day_text(request->arena, role->starts_on);

		template_printf(row, K_HOME_ROLE_HREF, "/reporting/team/%s/", role->participant);
		template_printf(row, K_HOME_ROLE_TITLE, "%s, %s", role->participant_title, role_title(role->role));
		template_set(row, K_HOME_ROLE_SINCE, role->came_from == NULL ? arena_printf(request->arena, _("Since %s."), since)
			: arena_printf(request->arena, _("You hold this role since %s, handed over by %s."), since, role->came_from));
		if (role->passes_to != NULL)
			template_set(template_section(row, K_HOME_ROLE_PASSES), K_HOME_ROLE_PASSES_TEXT, arena_printf(request->arena,
				_("It passes to %s on %s."), role->passes_to, day_text(request->arena, role->passes_on)));
		else if (role->ends_on != NULL)
			template_set(template_section(row, K_HOME_ROLE_PASSES), K_HOME_ROLE_PASSES_TEXT, arena_printf(request->arena,
				_("It ends on %s."), day_text(request->arena, role->ends_on)));
	}
}

enum err home_page(struct request *request, struct response *response, struct error *error)
{
	struct round_tasks tasks;
	struct team roles;
	struct template_dict *ended = NULL;
	size_t current = 0;
	enum err err = round_tasks_of(request->db, request->arena, &request->visitor.actor, request->language, &tasks, error);

	if (err == ERR_OK)
		err = team_of_person(request->db, request->arena, request->visitor.actor.person, request->language, &roles, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "reporting_home.tpl", _("My reporting"));
	for (size_t i = 0; err == ERR_OK && i < tasks.count; i++) {
		bool over = is_over(request, &tasks.rows[i]);

		if (over && ended == NULL)
			ended = template_section(page, K_HOME_ENDED);
		current += !over;
		err = show_task(request, over ? ended : page, over ? K_HOME_ENDED_TASK : K_HOME_TASK, &tasks.rows[i], error);
	}
	if (err != ERR_OK)
		return err;
	if (current == 0)
		template_show(page, K_HOME_NOTHING);
	if (ended != NULL)
		template_printf(ended, K_HOME_ENDED_TEXT, _("Ended rounds (%zu)"), tasks.count - current);
	show_roles(request, page, &roles);
	return ERR_OK;
}
