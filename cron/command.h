/*
 * command: one row of the `monitor` command's table, and what its function gets.
 *
 * The table (cron/main.c) says which options and how many words a command takes; arguments_read refuses everything else
 * with exit status 2 before the function runs, so a function reads only what is declared. A function prints
 * its result on standard output and returns ERR_OK (exit 0) or an error with its sentence, which main() prints (exit 1).
 */
#ifndef CRON_COMMAND_H
#define CRON_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/error.h"
#include "indicators/base/problems.h"
#include "indicators/model/reports.h"

enum option_kind {
	OPTION_END = 0,
	OPTION_FLAG,     /* --full */
	OPTION_ONE,      /* --framework trafficking */
	OPTION_REQUIRED, /* the same, and the command does not run without it */
	OPTION_MANY      /* --series CODE CODE: all words up to the next option */
};

struct option_spec {
	const char *name; /* without the dashes */
	enum option_kind kind;
};

struct arguments {
	const char *data;        /* the data directory */
	const char *program;     /* argv[0] */
	const char *const *words;
	size_t word_count;
	const struct option_spec *options;
	const char *const **values; /* by option: its words */
	size_t *value_counts;       /* by option: how many; 1 for a flag that was given */
};

struct command {
	const char *name;    /* "catalogue load" */
	const char *usage;   /* what follows the name: "DIR" */
	const char *summary; /* one line, N_() */
	const char *help;    /* paragraphs, N_() */
	const struct option_spec *options; /* ends with OPTION_END; --data and --help always work */
	size_t least_words, most_words;
	enum err (*run)(const struct arguments *arguments, struct error *error);
};

/*
 * Reads the words after the command's name (arguments.c); `data` is kept where no --data is among them. An error is that of command_usage:
 * an option that the command does not have, a value too many or none, a word too many or too few.
 */
MUST_USE enum err arguments_read(const struct command *command, char **words, int count, struct arena *arena, struct arguments *arguments,
	struct error *error);

/* The value of an option, or NULL when it was not given. Asking for an undeclared one ends the program: a fault of ours. */
const char *argument_value(const struct arguments *arguments, const char *name);
bool argument_flag(const struct arguments *arguments, const char *name);

/* The words of an OPTION_MANY; none when it was not given. */
const char *const *argument_values(const struct arguments *arguments, const char *name, size_t *count);

/* For what the table cannot say (two options that exclude each other): exit status 2 with this sentence. */
enum err command_usage(struct error *error, const char *format, ...) PRINTF_LIKE(2, 3);

/* reports.db for writing. */
MUST_USE enum err command_open(const struct arguments *arguments, struct database **db, struct error *error);

/* Prints what was kept of `problems` on standard error, a line each, and how many more there are. */
void command_print_problems(const struct problems *problems);

/* A line of progress that overwrites itself, on a terminal only. */
void command_progress(const char *format, ...) PRINTF_LIKE(1, 2);
void command_progress_end(void);

/* Who acts in a command. */
extern const struct actor command_actor;

enum err cmd_migrate(const struct arguments *arguments, struct error *error);
enum err cmd_catalogue_load(const struct arguments *arguments, struct error *error);
enum err cmd_catalogue_check(const struct arguments *arguments, struct error *error);
enum err cmd_participant_load(const struct arguments *arguments, struct error *error);
enum err cmd_participant_add(const struct arguments *arguments, struct error *error);
enum err cmd_participant_list(const struct arguments *arguments, struct error *error);
enum err cmd_user_add(const struct arguments *arguments, struct error *error);
enum err cmd_user_invite(const struct arguments *arguments, struct error *error);
enum err cmd_user_passwd(const struct arguments *arguments, struct error *error);
enum err cmd_user_reset_2fa(const struct arguments *arguments, struct error *error);
enum err cmd_user_list(const struct arguments *arguments, struct error *error);
enum err cmd_round_accept(const struct arguments *arguments, struct error *error);
enum err cmd_round_return(const struct arguments *arguments, struct error *error);
enum err cmd_round_reopen(const struct arguments *arguments, struct error *error);
enum err cmd_round_extend(const struct arguments *arguments, struct error *error);
enum err cmd_round_withdraw(const struct arguments *arguments, struct error *error);
enum err cmd_round_close(const struct arguments *arguments, struct error *error);
enum err cmd_round_release(const struct arguments *arguments, struct error *error);
enum err cmd_import(const struct arguments *arguments, struct error *error);
enum err cmd_fetch(const struct arguments *arguments, struct error *error);
enum err cmd_summarise(const struct arguments *arguments, struct error *error);
enum err cmd_report(const struct arguments *arguments, struct error *error);
enum err cmd_export(const struct arguments *arguments, struct error *error);
enum err cmd_backup(const struct arguments *arguments, struct error *error);
enum err cmd_restore(const struct arguments *arguments, struct error *error);
enum err cmd_tidy(const struct arguments *arguments, struct error *error);
enum err cmd_notify(const struct arguments *arguments, struct error *error);
enum err cmd_audit_verify(const struct arguments *arguments, struct error *error);

#endif
