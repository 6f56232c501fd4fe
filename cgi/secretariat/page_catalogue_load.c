/* catalogue_load: a revised framework sent as a ZIP file: what would change and which series break, and then loading it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/diff.h"
#include "indicators/base/i18n.h"
#include "indicators/model/catalogue.h"
#include "indicators/model/catalogue_zip.h"

#define PROBLEMS_SHOWN 200
#define DIFFERENCES_SHOWN 60

struct sent {
	const char *hash;                  /* of the archive */
	const char *archive, *directory;   /* where they are; the directory is removed at the end */
	struct catalogue_changes changes;
	struct catalogue_steps steps;
};

/* --- what would change --- */

static void show_difference(struct request *request, struct template_dict *step, const struct catalogue_difference *difference)
{
	struct template_dict *row = template_section(step, K_CL_DIFFERENCE);
	struct diff_pieces pieces = diff_words(request->arena, difference->before, difference->after);

	template_printf(row, K_CL_PART, "%s %s", catalogue_part_words(request, difference->what), difference->lang);
	for (size_t i = 0; i < pieces.count; i++) {
		struct template_dict *piece = template_section(row, K_CL_PIECE);
		template_set(template_section(piece, pieces.rows[i].kind == DIFF_SAME ? K_CL_SAME : pieces.rows[i].kind == DIFF_ADDED ? K_CL_ADDED : K_CL_REMOVED),
			K_CL_TEXT, pieces.rows[i].text);
	}
}

static void show_step(struct request *request, struct template_dict *list, const struct catalogue_step *step)
{
	struct template_dict *row = template_section(list, K_CL_STEP);

	template_set(row, K_CL_CODE, step->code);
	template_set(row, K_CL_TITLE, step->title);
	show_text(row, K_CL_ROUNDS, K_CL_ROUNDS_TEXT, step->rounds);
	if (step->difference_count == 0)
		return;
	struct template_dict *differences = template_section(row, K_CL_DIFFERENCES);
	for (size_t i = 0; i < step->difference_count && i < DIFFERENCES_SHOWN; i++)
		show_difference(request, differences, &step->differences[i]);
}

static void show_steps(struct request *request, struct template_dict *page, const struct catalogue_steps *steps)
{
	static const struct { enum catalogue_step_kind kind; const char *title; } kinds[] = {
		{ CATALOGUE_REDEFINED, N_("New definition: a new version, and a break in the series") },
		{ CATALOGUE_RETIRED, N_("Retired: not in the files; its answers stay") },
		{ CATALOGUE_ADDED, N_("New indicators") },
		{ CATALOGUE_REINSTATED, N_("Retired until now, and brought back") },
		{ CATALOGUE_REWORDED, N_("Other words, translations, rules or places: the series goes on") },
	};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		struct template_dict *list = NULL;
		for (size_t i = 0; i < steps->count; i++) {
			if (steps->rows[i].kind != kinds[k].kind)
				continue;
			if (list == NULL) {
				list = template_section(page, K_CL_KIND);
				template_set(list, K_CL_KIND_TITLE, i18n_text(kinds[k].title));
			}
			show_step(request, list, &steps->rows[i]);
		}
	}
}

static void show_preview(struct request *request, struct response *response, const struct sent *sent, const char *problem)
{
	const struct catalogue_changes *changes = &sent->changes;
	struct template_dict *page = response_page(response, "catalogue_load.tpl", _("What would change"));

	template_set(page, K_CL_NAME, changes->name);
	show_text(page, K_CL_PROBLEM, K_CL_PROBLEM_TEXT, problem);
	if (!changes->changed) {
		template_show(page, K_CL_NOTHING);
		return;
	}
	template_set(template_section(page, K_CL_SUMMARY), K_CL_SUMMARY_TEXT, arena_printf(request->arena,
		_("%s, version %d: %d indicators; %d new, %d with a new definition, %d reworded, %d retired, %d reinstated."), changes->name, changes->version,
		changes->indicators, changes->added, changes->redefined, changes->reworded, changes->retired, changes->reinstated));
	show_steps(request, page, &sent->steps);
	if (sent->steps.count == 0)
		template_show(page, K_CL_FRAMEWORK_ONLY);
	struct template_dict *confirm = template_section(page, K_CL_CONFIRM);
	template_set(confirm, K_CSRF, request->csrf);
	template_set(confirm, K_CL_ARCHIVE, sent->hash);
	template_set_int(confirm, K_CL_GENERATION, sent->steps.generation);
}

/* Sentences name files by their path; who sent them knows only what stood in the archive. */
static const char *without_folder(struct arena *arena, const char *text, const char *directory)
{
	size_t length = directory != NULL ? strlen(directory) : 0;
	const char *at;

	while (length > 0 && (at = strstr(text, directory)) != NULL)
		text = arena_printf(arena, "%.*s%s", (int)(at - text), text, at + length + (at[length] == '/' ? 1 : 0));
	return text[0] == ':' ? text + 1 : text;
}

static enum err show_refusal(struct request *request, struct response *response, enum err err, const char *sentence,
	const struct problems *problems, const char *directory)
{
	struct template_dict *page = response_page(response, "catalogue_load.tpl", _("The catalogue was not loaded"));

	template_set(template_section(page, K_CL_REFUSED), K_CL_REFUSED_TEXT, without_folder(request->arena, sentence, directory));
	for (const struct problem *problem = problems->first; problems->count > 1 && problem != NULL; problem = problem->next)
		template_set(template_section(page, K_CL_MISTAKE), K_CL_MISTAKE_TEXT, without_folder(request->arena, problem->text, directory));
	parts_status(response, err == ERR_NOT_FOUND ? ERR_INVALID : err);
	return ERR_OK;
}

/* --- the two steps --- */

/* Unpacks and looks; `problems` has the mistakes of the files. */
MUST_USE static enum err look(struct request *request, struct sent *sent, struct problems *problems, struct error *error)
{
	enum err err = catalogue_zip_unpack(request->db, request->arena, sent->archive, &sent->directory, error);

	if (err == ERR_OK)
		err = catalogue_preview(request->db, request->arena, sent->directory, request->language, &sent->changes, &sent->steps, problems, error);
	if (err == ERR_OK && sent->changes.kind == CATALOGUE_SDG)
		err = error_set_field(error, ERR_INVALID, "file", "%s", _("These are the SDG series; they are loaded with the command “monitor catalogue load”."));
	return err;
}

static bool is_refusal(enum err err)
{
	return err == ERR_INVALID || err == ERR_CONFLICT || err == ERR_TOO_LARGE || err == ERR_FULL || err == ERR_NOT_FOUND;
}

/* The archive waits under its own hash for the preview to be confirmed. */
MUST_USE static enum err keep(struct request *request, const struct request_file *file, struct sent *sent, struct error *error)
{
	sent->hash = file->hash;
	sent->archive = catalogue_zip_kept(request->db, request->arena, file->hash);
	if (sent->archive == NULL || (link(file->path, sent->archive) != 0 && errno != EEXIST))
		return error_set(error, ERR_IO, "%s", _("The file could not be kept. Choose it again."));
	return ERR_OK;
}

enum err catalogue_preview_post(struct request *request, struct response *response, struct error *error)
{
	const struct request_file *file = NULL;
	struct sent sent = { 0 };
	struct problems problems = PROBLEMS_INIT(PROBLEMS_SHOWN);
	enum err err = request_file(request, "file", &file, error);

	if (err == ERR_OK && file == NULL)
		err = error_set_field(error, ERR_INVALID, "file", "%s", _("Choose the ZIP file of a framework's folder first."));
	if (err == ERR_OK)
		err = keep(request, file, &sent, error);
	if (err == ERR_OK)
		err = look(request, &sent, &problems, error);
	catalogue_zip_remove(request->arena, sent.directory);
	if ((err != ERR_OK || !sent.changes.changed) && sent.archive != NULL)
		unlink(sent.archive);
	if (err == ERR_OK)
		show_preview(request, response, &sent, NULL);
	else if (is_refusal(err))
		err = show_refusal(request, response, err, error->text, &problems, sent.directory);
	problems_release(&problems);
	return err;
}

MUST_USE static enum err load(struct request *request, struct sent *sent, struct problems *problems, struct error *error)
{
	enum err err = look(request, sent, problems, error);

	if (err == ERR_OK && sent->steps.generation != request_int(request, "generation"))
		err = error_set(error, ERR_CONFLICT, "%s", _("The catalogue was changed meanwhile, so this preview no longer held. Look at the new one below."));
	if (err == ERR_OK)
		err = catalogue_load(request->db, &request->visitor.actor, sent->directory, &sent->changes, problems, error);
	return err;
}

enum err catalogue_load_post(struct request *request, struct response *response, struct error *error)
{
	struct sent sent = { .hash = request_text(request, "archive") };
	struct problems problems = PROBLEMS_INIT(PROBLEMS_SHOWN);
	enum err err = ERR_OK;

	sent.archive = catalogue_zip_kept(request->db, request->arena, sent.hash);
	if (sent.archive == NULL || access(sent.archive, R_OK) != 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("The archive is no longer here: it was loaded already, or a day has passed. Choose it again."));
	else
		err = load(request, &sent, &problems, error);
	catalogue_zip_remove(request->arena, sent.directory);
	if (err == ERR_OK) {
		unlink(sent.archive);
		response_notice(response, "catalogue-loaded");
		response_redirect(response, "/secretariat/catalogue");
	} else if (err == ERR_CONFLICT && sent.directory != NULL) {
		show_preview(request, response, &sent, error->text);
		parts_status(response, err);
		err = ERR_OK;
	} else if (is_refusal(err)) {
		err = show_refusal(request, response, err, error->text, &problems, sent.directory);
	}
	problems_release(&problems);
	return err;
}

/* --- by hand --- */

enum err catalogue_retire_post(struct request *request, struct response *response, struct error *error)
{
	const char *framework = request_text(request, "framework"), *code = request_text(request, "indicator");
	bool back = strcmp(request_text(request, "do"), "reinstate") == 0;
	struct problems none = PROBLEMS_INIT(0);
	enum err err = back ? catalogue_reinstate(request->db, &request->visitor.actor, framework, code, error)
		: catalogue_retire(request->db, &request->visitor.actor, framework, code, request_text(request, "reason"), error);

	if (is_refusal(err))
		return show_refusal(request, response, err, error->text, &none, NULL);
	if (err != ERR_OK)
		return err;
	response_notice(response, back ? "reinstated" : "retired");
	response_redirect(response, "/secretariat/catalogue");
	return ERR_OK;
}
