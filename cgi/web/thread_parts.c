/* thread_parts: see thread_parts.h. */
#include "cgi/web/thread_parts.h"

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

static void show_personal(struct request *request, struct template_dict *dict, const struct thread_form *form)
{
	struct answer_personals found;

	message_personal(request->arena, form->text, &found);
	if (form->problem == NULL || found.count == 0)
		return;
	struct template_dict *section = template_section(dict, K_TH_PERSONAL);
	template_set(section, K_TH_CONFIRM, found.confirm);
	for (size_t i = 0; i < found.count; i++) {
		const struct personal_mark *mark = &found.rows[i].mark;
		struct template_dict *row = template_section(section, K_TH_PLACE);

		template_set(row, K_TH_PLACE_KIND, personal_kind_title(mark->kind));
		template_set(row, K_TH_PLACE_TEXT, arena_strndup(request->arena, form->text + mark->start, mark->length));
	}
}

static void show_form(struct request *request, struct template_dict *dict, const struct thread_part *part, bool begun)
{
	struct template_dict *form = template_section(dict, K_TH_FORM);
	bool asks = part->side == MESSAGE_SECRETARIAT;

	template_set(form, K_CSRF, request->csrf);
	template_set(form, K_TH_HREF, part->href);
	template_set(form, K_TH_LABEL, asks ? _("Question or remark to the government") : begun ? _("Reply to the secretariat")
		: _("Write to the secretariat"));
	template_set(form, K_TH_HINT, asks ? _("Everybody who works on this answer for the government reads it. The answer stays in its state.")
		: _("The secretariat reads it. The answer stays in its state."));
	template_set(form, K_TH_TEXT, part->form.text != NULL ? part->form.text : "");
	if (part->form.problem != NULL)
		template_set(template_section(form, K_WRONG_MESSAGE), K_WRONG_TEXT, part->form.problem);
	if (begun || part->form.problem != NULL)
		template_show(form, K_TH_OPEN);
	show_personal(request, form, &part->form);
}

enum err thread_show(struct request *request, struct template_dict *dict, const struct thread_part *part, struct error *error)
{
	struct messages messages;

	if (part->answer == 0)
		return ERR_OK;
	enum err err = message_list(request->db, request->arena, part->answer, &messages, error);
	if (err != ERR_OK || (messages.count == 0 && !part->may_write))
		return err;
	struct template_dict *thread = template_include(dict, K_THREAD, "thread.tpl");
	if (messages.count > 0) {
		struct template_dict *list = template_section(thread, K_TH_LIST);
		for (size_t i = 0; i < messages.count; i++) {
			const struct message *message = &messages.rows[i];
			struct template_dict *row = template_section(list, K_TH_ROW);

			template_show(row, message->side == MESSAGE_SECRETARIAT ? K_TH_SECRETARIAT : K_TH_GOVERNMENT);
			template_set(row, K_TH_BY, message->by);
			template_set(row, K_TH_AT, day_moment(request->arena, message->at));
			template_set(row, K_TH_WORDS, message->text);
		}
	}
	if (part->may_write)
		show_form(request, thread, part, messages.count > 0);
	return ERR_OK;
}

enum err thread_post(struct request *request, const struct answer_key *key, enum message_side side, struct thread_form *form,
	struct error *error)
{
	*form = (struct thread_form){ .text = request_text(request, "message") };
	enum err err = message_add(request->db, &request->visitor.actor, key, side, form->text, request_text(request, "confirmed"), error);
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		form->problem = arena_strdup(request->arena, error->text);
	return err;
}
