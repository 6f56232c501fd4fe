/* home: the rounds that ask something of the visitor's participants. */
#include "cgi/reporting/reporting.h"
#include "indicators/base/i18n.h"

static void show_task(struct request *request, struct template_dict *page, const struct round_task *task)
{
	struct template_dict *row = template_section(page, K_HOME_TASK);
	const char *href = arena_printf(request->arena, "/reporting/%lld/%s/", (long long)task->round.id, task->seat.code);
	int64_t returned = task->seat.answers[STATE_RETURNED], waiting = task->seat.answers[STATE_SUBMITTED];

	template_set(row, K_TASK_HREF, href);
	template_set(row, K_TASK_FRAMEWORK, task->round.framework_title);
	template_set(row, K_TASK_PERIOD, task->round.period);
	template_set(row, K_TASK_PARTICIPANT, task->seat.title);
	template_set(row, K_TASK_PHASE, round_phase_title(task->seat.phase));
	template_set(row, K_TASK_DEADLINE, desk_deadline(request, &task->round, &task->seat));
	parts_progress(request, row, &task->seat);
	if (returned > 0)
		template_printf(template_section(row, K_TASK_RETURNED), K_TASK_RETURNED_TEXT,
			i18n_plural("%lld answer was returned for correction.", "%lld answers were returned for correction.", (unsigned long)returned),
			(long long)returned);
	if (waiting > 0 && visitor_may(&request->visitor, ROLE_CLEARING_OFFICER, task->seat.code)) {
		struct template_dict *clearing = template_section(row, K_TASK_CLEARING);
		template_printf(clearing, K_TASK_CLEARING_HREF, "%sclearing", href);
		template_printf(clearing, K_TASK_CLEARING_TEXT,
			i18n_plural("%lld answer waits for your clearing", "%lld answers wait for your clearing", (unsigned long)waiting), (long long)waiting);
	}
}

enum err home_page(struct request *request, struct response *response, struct error *error)
{
	struct round_tasks tasks;
	enum err err = round_tasks_of(request->db, request->arena, &request->visitor.actor, request->language, &tasks, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "reporting_home.tpl", _("My reporting"));
	if (tasks.count == 0)
		template_show(page, K_HOME_NOTHING);
	for (size_t i = 0; i < tasks.count; i++)
		show_task(request, page, &tasks.rows[i]);
	return ERR_OK;
}
