/*
 * report: the part of a round's page that asks for its report and hands it out.
 *
 * Making a report takes many seconds, so the button only asks (model/report_request.h); `monitor report --waiting` makes it. Files are
 * given to the secretariat alone, as attachments: those for members and donors are not public.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/statistics.h"
#include "indicators/model/report_request.h"

static const char *readers(const char *audience)
{
	return strcmp(audience, "members") == 0 ? _("Members") : strcmp(audience, "donors") == 0 ? _("Donors") : _("Everybody");
}

static const char *language_name(const char *code)
{
	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		if (strcmp(language->code, code) == 0)
			return language->name;
	return code;
}

static void show_file(struct template_dict *row, int64_t round, const struct report_request *asked, const char *ending, const char *label)
{
	struct template_dict *item = template_section(row, K_REPORT_FILE);

	template_printf(item, K_HREF, "/secretariat/rounds/%lld/report/%s/%s/%s", (long long)round, asked->audience, asked->language, ending);
	template_set(item, K_LABEL, label);
	template_printf(item, K_TEXT, "%s, %s, %s", label, readers(asked->audience), language_name(asked->language));
}

static void show_request(struct request *request, struct template_dict *part, int64_t round, const struct report_request *asked, bool *pending)
{
	struct arena *arena = request->arena;
	struct template_dict *row = template_section(part, K_REPORT_ROW);
	const char *state = _("ready"), *since = asked->ended_at;

	if (asked->begun_at == NULL) {
		state = _("waiting to be made");
		since = asked->asked_at;
	} else if (asked->lost) {
		state = _("failed");
		since = asked->begun_at;
		show_text(row, K_REPORT_PROBLEM, K_TEXT, _("The making was interrupted. Ask for it again."));
	} else if (asked->ended_at == NULL) {
		state = _("being made");
		since = asked->begun_at;
	} else if (asked->problem != NULL) {
		state = _("failed");
		show_text(row, K_REPORT_PROBLEM, K_TEXT, asked->problem);
	}
	*pending |= asked->ended_at == NULL && !asked->lost;
	template_set(row, K_TITLE, readers(asked->audience));
	template_set(row, K_LANGUAGE_NAME, language_name(asked->language));
	template_set(row, K_R_STATE, state);
	template_set(row, K_R_SINCE, day_moment(arena, since));
	template_printf(row, K_R_ASKED, _("asked for by %s, %s"), asked->by != NULL ? asked->by : "–", day_moment(arena, asked->asked_at));
	if (asked->ready_at == NULL)
		return;
	show_file(row, round, asked, "pdf", "PDF");
	show_file(row, round, asked, "html", "HTML");
	/* While another one is made, or could not be, what there is is older. */
	if (asked->ended_at == NULL || asked->problem != NULL)
		template_printf(template_section(row, K_REPORT_OLDER), K_TEXT, _("of %s"), day_moment(arena, asked->ready_at));
}

static void show_form(struct request *request, struct template_dict *part, const struct round *round)
{
	struct template_dict *form = template_section(part, K_REPORT_FORM);

	template_set(form, K_CSRF, request->csrf);
	template_printf(form, K_HREF, "/secretariat/rounds/%lld/report", (long long)round->id);
	template_printf(form, K_PUBLIC_HREF, "/%s/report?period=%s", round->framework, round->period);
	template_printf(form, K_MEMBERS_HREF, "/members/%s/report?period=%s", round->framework, round->period);
	for (int audience = STATISTICS_AUDIENCES; audience-- > 0;) {
		struct template_dict *option = template_section(form, K_AUDIENCE_OPTION);
		template_set(option, K_CODE, statistics_audience_name((enum statistics_audience)audience));
		template_set(option, K_LABEL, readers(statistics_audience_name((enum statistics_audience)audience)));
	}
	for (const struct language *language = i18n_languages; language->code != NULL; language++) {
		struct template_dict *option = template_section(form, K_LANGUAGE_OPTION);
		template_set(option, K_CODE, language->code);
		template_set(option, K_LABEL, language->name);
		if (strcmp(language->code, request->language) == 0)
			template_show(option, K_SELECTED);
	}
}

enum err report_part(struct request *request, struct template_dict *page, const struct round *round, struct error *error)
{
	struct template_dict *part = template_include(page, K_ROUND_REPORT, "round_report.tpl");
	struct report_requests list;
	bool pending = false;
	enum err err = report_request_list(request->db, request->arena, round->id, &list, error);

	if (err != ERR_OK)
		return err;
	if (round->releases == 0) {
		template_show(part, K_REPORT_NOT_YET);
		return ERR_OK;
	}
	show_form(request, part, round);
	if (list.count == 0)
		return ERR_OK;
	struct template_dict *table = template_section(part, K_REPORT_TABLE);
	for (size_t i = 0; i < list.count; i++)
		show_request(request, table, round->id, &list.rows[i], &pending);
	if (pending)
		template_show(table, K_REPORT_PENDING);
	return ERR_OK;
}

enum err report_post(struct request *request, struct response *response, struct error *error)
{
	int64_t round = request_int(request, "round");
	enum err err = report_request_add(request->db, &request->visitor.actor, round, request_text(request, "audience"),
		request_text(request, "lang"), error);

	if (err != ERR_OK)
		return err;
	response_notice(response, "report-asked");
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/#report", (long long)round));
	return ERR_OK;
}

/* --- handing out --- */

MUST_USE static enum err send_file(struct request *request, struct response *response, const char *path, const char *name, const char *type,
	struct error *error)
{
	FILE *file = fopen(path, "rb");
	char part[65536];
	size_t length;

	if (file == NULL)
		return error_set(error, ERR_NOT_FOUND, "%s", _("There is no such report yet. Ask for it on the round's page."));
	struct buffer *body = response_body(response, type);
	while ((length = fread(part, 1, sizeof part, file)) > 0)
		buffer_append(body, part, length);
	bool failed = ferror(file) != 0;
	fclose(file);
	if (failed)
		return error_set(error, ERR_IO, "%s", strerror(EIO));
	response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"%s\"", name));
	return ERR_OK;
}

/* Only a report that the table says is there: a file that lies about is none. */
MUST_USE static enum err find_report(struct request *request, const struct round *round, bool *there, struct error *error)
{
	struct report_requests list;
	enum err err = report_request_list(request->db, request->arena, round->id, &list, error);

	*there = false;
	for (size_t i = 0; err == ERR_OK && i < list.count; i++)
		*there |= list.rows[i].ready_at != NULL && strcmp(list.rows[i].audience, request_text(request, "audience")) == 0 &&
			strcmp(list.rows[i].language, request_text(request, "language")) == 0;
	return err;
}

enum err report_file_page(struct request *request, struct response *response, struct error *error)
{
	struct arena *arena = request->arena;
	const char *ending = request_text(request, "ending"), *data = getenv("MONITOR_DATA");
	bool html = strcmp(ending, "html") == 0, there;
	struct round round;
	enum err err = round_load(request->db, arena, request_int(request, "round"), request->language, &round, error);

	if (err == ERR_OK)
		err = find_report(request, &round, &there, error);
	if (err != ERR_OK)
		return err;
	if (!there || data == NULL || (!html && strcmp(ending, "pdf") != 0))
		return error_set(error, ERR_NOT_FOUND, "%s", _("There is no such report yet. Ask for it on the round's page."));
	const char *path = report_file(arena, arena_printf(arena, "%s/reports", data), round.framework, round.period,
		request_text(request, "audience"), request_text(request, "language"), ending);
	return send_file(request, response, path, strrchr(path, '/') + 1, html ? "text/html; charset=utf-8" : "application/pdf", error);
}
