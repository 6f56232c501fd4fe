/* form_merge: two people wrote one answer at the same time; see form.h. */
#include <stddef.h>
#include <string.h>

#include "cgi/reporting/form.h"
#include "indicators/base/i18n.h"

/* "12.0" and "12" are one number; what is no number is compared as text. */
static bool same(const char *a, const char *b)
{
	double x = 0, y = 0;

	if (strcmp(a, b) == 0)
		return true;
	return param_real(a, &x) && param_real(b, &y) && x >= y && x <= y;
}

static void note_taken(struct form_merge *merge, const char *title)
{
	for (size_t i = 0; i < merge->taken_count; i++)
		if (strcmp(merge->taken[i], title) == 0)
			return;
	if (merge->taken_count < sizeof merge->taken / sizeof *merge->taken)
		merge->taken[merge->taken_count++] = title;
}

static void note_both(struct form_merge *merge, const char *title, const char *before, const char *theirs, const char *yours)
{
	if (merge->count < sizeof merge->rows / sizeof *merge->rows)
		merge->rows[merge->count++] = (struct form_merge_row){ title, before, theirs, yours };
}

/* What is to stand in the form. */
static const char *merge_text(struct form_merge *merge, const char *title, const char *before, const char *theirs, const char *yours)
{
	if (same(theirs, before) || same(theirs, yours))
		return yours;
	if (same(yours, before)) {
		note_taken(merge, title);
		return theirs;
	}
	note_both(merge, title, before, theirs, yours);
	return yours;
}

static const char *text_at(const struct form *form, size_t at)
{
	const char *text;

	memcpy(&text, (const char *)form + at, sizeof text);
	return text != NULL ? text : "";
}

/* In words, not as the form's values. */
static void merge_status(const struct form *before, const struct form *theirs, struct form *yours)
{
	const char *title = _("Status of the answer");

	if (same(theirs->status, before->status) || same(theirs->status, yours->status))
		return;
	if (same(yours->status, before->status)) {
		note_taken(yours->merge, title);
		yours->status = theirs->status;
		return;
	}
	note_both(yours->merge, title, answer_status_title(before->status), answer_status_title(theirs->status),
		answer_status_title(yours->status));
}

static void merge_fields(const struct form *before, const struct form *theirs, struct form *yours)
{
	static const struct { size_t at; const char *title; } fields[] = {
		{ offsetof(struct form, value), N_("Value") }, { offsetof(struct form, numerator), N_("Numerator") },
		{ offsetof(struct form, denominator), N_("Denominator") },
		{ offsetof(struct form, reason), N_("Why there is no value") }, { offsetof(struct form, narrative), N_("Explanation") },
		{ offsetof(struct form, source), N_("Source") }, { offsetof(struct form, explanation), N_("What is unusual, explained") },
		{ offsetof(struct form, note), N_("Public note on the correction") },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *text = merge_text(yours->merge, i18n_text(fields[i].title), text_at(before, fields[i].at), text_at(theirs, fields[i].at),
			text_at(yours, fields[i].at));
		memcpy((char *)yours + fields[i].at, &text, sizeof text);
	}
	merge_status(before, theirs, yours);
}

/* An item is ticked or not: who changed it decides, and two who changed it did the same. */
static void merge_item(const struct form *before, const struct form *theirs, struct form *yours, const char **merged, size_t *count,
	const char *item, const char *title)
{
	bool was = form_has_item(before, item), is = form_has_item(theirs, item), mine = form_has_item(yours, item);
	bool ticked = mine != was ? mine : is;

	if (is != was && mine == was)
		note_taken(yours->merge, title);
	if (ticked)
		merged[(*count)++] = item;
}

static void merge_items(struct request *request, const struct question *question, const struct form *before, const struct form *theirs,
	struct form *yours)
{
	size_t most = question->item_count, count = 0;

	for (size_t level = 0; level < question->level_count; level++)
		most += question->levels[level].criterion_count;
	const char **merged = arena_array(request->arena, most + 1, sizeof *merged);
	for (size_t i = 0; i < question->item_count; i++)
		merge_item(before, theirs, yours, merged, &count, question->items[i].code, question->items[i].title);
	for (size_t level = 0; level < question->level_count; level++)
		for (size_t i = 0; i < question->levels[level].criterion_count; i++)
			merge_item(before, theirs, yours, merged, &count, arena_printf(request->arena, "%zu.%zu", level, i + 1),
				question->levels[level].criteria[i]);
	yours->items = merged;
	yours->item_count = count;
}

static void merge_cells(struct request *request, const struct question *question, const struct form *before, const struct form *theirs,
	struct form *yours)
{
	struct form_cell *merged;
	size_t most = 0, count = 0;

	for (size_t i = 0; i < question->dimension_count; i++)
		most += question->dimensions[i].category_count;
	merged = arena_array(request->arena, most + 1, sizeof *merged);
	for (size_t i = 0; i < question->dimension_count; i++)
		for (size_t j = 0; j < question->dimensions[i].category_count; j++) {
			const char *cell = arena_printf(request->arena, "%s=%s", question->dimensions[i].code, question->dimensions[i].categories[j].code);
			const char *title = arena_printf(request->arena, "%s: %s", question->dimensions[i].title, question->dimensions[i].categories[j].title);

			merged[count++] = (struct form_cell){ .cell = cell, .text = merge_text(yours->merge, title, form_cell(before, cell),
				form_cell(theirs, cell), form_cell(yours, cell)) };
		}
	yours->cells = merged;
	yours->cell_count = count;
}

void form_merge(struct request *request, const struct question *question, const struct form *before, const struct form *theirs,
	const char *by, struct form *yours)
{
	yours->merge = arena_alloc(request->arena, sizeof *yours->merge);
	yours->merge->by = by;
	merge_fields(before, theirs, yours);
	merge_items(request, question, before, theirs, yours);
	merge_cells(request, question, before, theirs, yours);
}
