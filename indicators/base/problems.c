/* problems: see problems.h. */
#include "indicators/base/problems.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

void problems_add_v(struct problems *problems, const char *place, const char *format, va_list args)
{
	char text[ERROR_TEXT_MAX];

	problems->count++;
	if (problems->kept == problems->keep)
		return;
	vsnprintf(text, sizeof text, format, args);
	struct problem *problem = arena_alloc(&problems->arena, sizeof *problem);
	problem->text = arena_printf(&problems->arena, "%s: %s", place, text);
	if (problems->last != NULL)
		problems->last->next = problem;
	else
		problems->first = problem;
	problems->last = problem;
	problems->kept++;
}

void problems_add(struct problems *problems, const char *place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	problems_add_v(problems, place, format, args);
	va_end(args);
}

enum err problems_check(const struct problems *problems, struct error *error)
{
	if (problems->count == 0)
		return ERR_OK;
	if (problems->count == 1 && problems->first != NULL)
		return error_set(error, ERR_INVALID, "%s", problems->first->text);
	return error_set(error, ERR_INVALID,
		i18n_plural("%zu mistake was found.", "%zu mistakes were found.", problems->count), problems->count);
}

void problems_release(struct problems *problems)
{
	arena_release(&problems->arena);
	problems->first = NULL;
	problems->last = NULL;
	problems->kept = 0;
	problems->count = 0;
}
