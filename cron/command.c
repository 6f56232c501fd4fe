/* command: see command.h. What commands share; the table and main() are in main.c. */
#include "cron/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

const struct actor command_actor = { .person = 0, .name = "monitor", .address = "" };

static size_t option_index(const struct arguments *arguments, const char *name)
{
	for (size_t i = 0; arguments->options[i].kind != OPTION_END; i++)
		if (strcmp(arguments->options[i].name, name) == 0)
			return i;
	fprintf(stderr, "The option --%s is not in the command's table.\n", name);
	abort();
}

const char *argument_value(const struct arguments *arguments, const char *name)
{
	size_t i = option_index(arguments, name);

	return arguments->value_counts[i] == 0 ? NULL : arguments->values[i][0];
}

bool argument_flag(const struct arguments *arguments, const char *name)
{
	return arguments->value_counts[option_index(arguments, name)] != 0;
}

const char *const *argument_values(const struct arguments *arguments, const char *name, size_t *count)
{
	size_t i = option_index(arguments, name);

	*count = arguments->value_counts[i];
	return arguments->values[i];
}

enum err command_usage(struct error *error, const char *format, ...)
{
	char text[ERROR_TEXT_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return error_set_field(error, ERR_INVALID, "usage", "%s", text);
}

enum err command_open(const struct arguments *arguments, struct database **db, struct error *error)
{
	return reports_open(db, arguments->data, DATABASE_WRITE, error);
}

void command_print_problems(const struct problems *problems)
{
	for (const struct problem *problem = problems->first; problem != NULL; problem = problem->next)
		fprintf(stderr, "%s\n", problem->text);
	size_t more = problems->count - problems->kept;
	if (more > 0) {
		fprintf(stderr, i18n_plural("… and %zu more.", "… and %zu more.", more), more);
		fputc('\n', stderr);
	}
}

void command_progress(const char *format, ...)
{
	va_list args;

	if (!isatty(STDERR_FILENO))
		return;
	fputs("\r\033[K", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fflush(stderr);
}

void command_progress_end(void)
{
	if (isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
}
