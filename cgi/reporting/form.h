/*
 * form: an answer's form as strings, so that what was typed comes back as typed, right or wrong. form.c reads it from the stored answer
 * or from what was sent, and hands it to the model; form_merge.c brings together what two people wrote; form_show.c fills the page.
 */
#ifndef CGI_REPORTING_FORM_H
#define CGI_REPORTING_FORM_H

#include "cgi/web/web.h"
#include "indicators/model/answer.h"
#include "indicators/model/question.h"

#define EVIDENCE_NEW 2 /* empty rows for evidence in a form */

struct form_evidence { const char *text; bool shared; };
struct form_cell { const char *cell; const char *text; }; /* "sex=female", as typed */

struct form {
	int64_t base; /* the revision that it was made from */
	const char *status, *value, *numerator, *denominator, *reason, *narrative, *source, *explanation, *note, *audience, *why;
	const char *const *items;
	size_t item_count;
	struct form_cell *cells;
	size_t cell_count;
	struct form_evidence evidence[EVIDENCE_NEW];
	int64_t *removed;
	size_t removed_count;
	/* Its file: `upload` names one that waits, or is ""; name, type and size are known once form_file_take has found it good. */
	const char *upload, *file_name, *file_type;
	int64_t file_size;
	bool file_shared;
	const char *confirmed; /* answer_personals.confirm of what the person confirms */
	const char *wrong;     /* field that is marked, or NULL */
	const char *problem;   /* its sentence, or the page's */
	const struct answer_personals *personal; /* what looks like data of a person, to be looked at; or NULL */
	const struct answer_findings *findings;  /* what speaks against it as it stands here; or NULL */
	struct form_merge *merge; /* somebody else saved meanwhile; or NULL */
};

/* What two people wrote at the same time, field by field, for people to read. */
struct form_merge {
	const char *by;            /* who saved meanwhile */
	struct form_merge_row { const char *title, *before, *theirs, *yours; } rows[64];
	size_t count;              /* both changed it: yours stands in the form */
	const char *taken[64];     /* titles: only they changed it, and it is in the form now */
	size_t taken_count;
};

void form_from_answer(struct request *request, const struct question *question, const struct answer *answer, struct form *form);
void form_from_content(struct request *request, const struct question *question, const struct answer_content *content, struct form *form);
void form_from_request(struct request *request, struct form *form);

/* What was typed into the field of a cell, or "". */
const char *form_cell(const struct form *form, const char *cell);
bool form_has_item(const struct form *form, const char *item);

/* What the form says, for the model. ERR_INVALID with the field named where a text is no number. */
MUST_USE enum err form_change(struct request *request, const struct question *question, const struct form *form,
	struct answer_change *change, struct error *error);

/*
 * `yours` was made from `before` while somebody saved `theirs`. What only they changed goes into `yours`; what both changed stays as you
 * typed it and becomes a row of yours->merge. No words of either are lost: theirs is the newest revision and stays in the history.
 */
void form_merge(struct request *request, const struct question *question, const struct form *before, const struct form *theirs,
	const char *by, struct form *yours);

/* Fills the form's part of answer.tpl. */
void form_show(struct template_dict *page, struct request *request, const struct question *question, const struct answer *answer,
	const struct form *form, bool may_save);

/* Marks a field: the section of its error. */
void form_mark(struct template_dict *page, const char *field, const char *text);

#endif
