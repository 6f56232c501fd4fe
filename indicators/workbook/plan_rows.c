/* plan_rows: whether a file's rows are those of this questionnaire; for plan.c. */
#include "indicators/workbook/plan_rows.h"

#include <string.h>

#include "indicators/base/i18n.h"

MUST_USE static enum err another(const struct book *book, const char *participant, const char *period, struct error *error)
{
	return error_set(error, ERR_INVALID,
		_("This workbook was made for %s; this page is for %s, %s. Download the workbook here, or send this one on its own page. Nothing was changed."),
		period[0] != '\0' ? period : participant, book->seat->title, book->round->period);
}

enum err plan_check_origin(const struct book *book, struct arena *arena, const struct filled *filled, struct error *error)
{
	if (filled->template != BOOK_TEMPLATE)
		return error_set(error, ERR_INVALID, "%s",
			_("This workbook was made by another version of the system. Download it anew and copy your answers into it. Nothing was changed."));
	if (strcmp(filled->participant, book->seat->code) != 0 || (filled->framework[0] != '\0' && strcmp(filled->framework, book->round->framework) != 0)
		|| (filled->period[0] != '\0' && strcmp(filled->period, book->round->period) != 0) || filled->round != book->round->id) {
		const char *what = arena_printf(arena, "%.8s %.16s %.64s", filled->participant, filled->period, filled->framework);

		return another(book, filled->participant, filled->csv ? arena_printf(arena, _("%s, round %lld"), filled->participant,
			(long long)filled->round) : what, error);
	}
	if (strcmp(filled->digest, book->digest) != 0)
		return error_set(error, ERR_CONFLICT, "%s",
			_("The questionnaire has changed since this workbook was made. Download it anew and copy your answers into it. Nothing was changed."));
	return ERR_OK;
}

/* Where an id of the questionnaire stands in it, from 0; or -1. */
static long expected_at(const struct book *book, const char *id)
{
	long at = 0;

	for (size_t i = 0; i < book->count; i++)
		for (size_t j = 0; j < book->answers[i].count; j++, at++)
			if (strcmp(book->answers[i].rows[j].id, id) == 0)
				return at;
	return -1;
}

static bool stands_in(const struct filled *filled, size_t from, const char *id)
{
	for (size_t i = from; i < filled->count; i++)
		if (strcmp(filled->rows[i].id, id) == 0)
			return true;
	return false;
}

/* The file's row `at` is not the one that the questionnaire has there, `row` (NULL: it has no more). */
MUST_USE static enum err wrong_row(const struct book *book, const struct filled *filled, size_t at, const struct book_row *row, struct error *error)
{
	bool known = at < filled->count && expected_at(book, filled->rows[at].id) >= 0;

	if (at < filled->count && !known)
		return error_set(error, ERR_INVALID,
			_("%s: this row is not part of the questionnaire; it was added or its hidden id was changed. Download the workbook anew and copy your answers into it. Nothing was changed."),
			filled->rows[at].place);
	if (row != NULL && !stands_in(filled, at, row->id))
		return error_set(error, ERR_INVALID,
			_("The row %s (%s) was removed from the workbook. Download it anew and copy your answers into it. Nothing was changed."), row->id, row->title);
	if (row != NULL)
		return error_set(error, ERR_INVALID,
			_("%s: the rows of the workbook are in another order than they were. Download it anew and copy your answers into it. Nothing was changed."),
			filled->rows[at].place);
	return error_set(error, ERR_INVALID,
		_("%s: this row stands in the workbook twice. Download it anew and copy your answers into it. Nothing was changed."), filled->rows[at].place);
}

enum err plan_check_rows(const struct book *book, const struct filled *filled, struct error *error)
{
	size_t at = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct book_answer *answer = &book->answers[i];

		for (size_t j = 0; j < answer->count; j++, at++) {
			if (at >= filled->count || strcmp(filled->rows[at].id, answer->rows[j].id) != 0)
				return wrong_row(book, filled, at, &answer->rows[j], error);
			int64_t base = filled->rows[at].revision;
			if (base < 0 || base > answer->answer.revision || base != filled->rows[at - j].revision)
				return error_set(error, ERR_INVALID,
					_("%s: the hidden number of the revision was changed. Download the workbook anew and copy your answers into it. Nothing was changed."),
					filled->rows[at].place);
		}
	}
	return at == filled->count ? ERR_OK : wrong_row(book, filled, at, NULL, error);
}
