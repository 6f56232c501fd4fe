/*
 * form_file: the file of an answer's form: chosen in the form itself, or sent before in pieces (model/upload.h), or kept from a form that
 * was refused for something else, so that no file has to be sent twice.
 */
#ifndef CGI_REPORTING_FORM_FILE_H
#define CGI_REPORTING_FORM_FILE_H

#include "cgi/reporting/form.h"
#include "cgi/reporting/reporting.h"

/*
 * Checks the file, stores its content and adds it to the change; nothing where there is none, or the person does not report for the
 * participant (saving says so). On any error the form can be shown again: ERR_INVALID, ERR_TOO_LARGE,
 * ERR_CONFLICT (it has not arrived whole), ERR_FULL, ERR_IO.
 */
MUST_USE enum err form_file_take(struct request *request, const struct desk *desk, struct form *form, struct answer_change *change,
	struct error *error);

/* The form comes back: a good file that came with it waits for the next try. Where that fails it has to be chosen again. */
void form_file_keep(struct request *request, const struct desk *desk, struct form *form);

/* The form is saved: what waited is no longer needed. */
void form_file_done(struct request *request, const struct form *form);

/* Fills the file's part of the form. */
void form_file_show(struct template_dict *part, struct request *request, const struct form *form);

#endif
