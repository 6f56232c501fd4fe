/*
 * cmd_round: `monitor round accept`, `return`, `reopen`, `extend`, `withdraw`, `close`, `release`. Each acts as a person of the secretariat, who is
 * named with --as, and by the rules that hold for that person on the pages: nobody reviews their own participant from the shell
 * either.
 */
#include <stdio.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/answer.h"
#include "indicators/model/person.h"
#include "indicators/model/release.h"
#include "indicators/model/round.h"

/* A command on its way: who acts, on which round, and for which participant. */
struct step {
	const struct arguments *arguments;
	struct database *db;
	struct arena arena;
	struct actor actor;
	int64_t round;
	const char *participant; /* or NULL */
	const char *indicator;   /* or NULL */
	const char *reason;      /* or NULL */
};

typedef enum err step_function(struct step *step, struct error *error);

MUST_USE static enum err find_round(struct step *step, const char *framework, const char *period, struct error *error)
{
	struct round_list list;
	enum err err = round_list(step->db, &step->arena, i18n_current(), &list, error);

	for (size_t i = 0; err == ERR_OK && step->round == 0 && i < list.count; i++)
		if (strcmp(list.rows[i].framework, framework) == 0 && strcmp(list.rows[i].period, period) == 0)
			step->round = list.rows[i].id;
	if (err == ERR_OK && step->round == 0)
		err = error_set(error, ERR_NOT_FOUND, _("There is no round of %s for %s."), framework, period);
	return err;
}

/* Words: FRAMEWORK PERIOD [PARTICIPANT [INDICATOR]]. */
MUST_USE static enum err run(const struct arguments *arguments, step_function *act, struct error *error)
{
	struct step step = { .arguments = arguments, .arena = ARENA_INIT, .reason = argument_value(arguments, "reason"),
		.participant = arguments->word_count > 2 ? arguments->words[2] : NULL,
		.indicator = arguments->word_count > 3 ? arguments->words[3] : NULL };
	struct person person;
	enum err err = command_open(arguments, &step.db, error);

	if (err == ERR_OK)
		err = person_by_email(step.db, &step.arena, argument_value(arguments, "as"), &person, error);
	if (err == ERR_OK) {
		step.actor = (struct actor){ .person = person.id, .name = person.email, .address = "" };
		err = find_round(&step, arguments->words[0], arguments->words[1], error);
	}
	if (err == ERR_OK)
		err = act(&step, error);
	database_close(step.db);
	arena_release(&step.arena);
	return err;
}

MUST_USE static enum err review(struct step *step, enum answer_action action, struct error *error)
{
	struct answer_key key = { .round = step->round, .participant = step->participant, .indicator = step->indicator };
	struct answer answer;
	enum err err = answer_load(step->db, &step->arena, &key, &answer, error);

	if (err == ERR_OK)
		err = answer_review(step->db, &step->actor, step->round, step->participant,
			&(struct answer_step){ .indicator = step->indicator, .revision = answer.revision }, action, step->reason, error);
	if (err == ERR_OK)
		printf(_("%s: %s."), answer.place, event_title(action_event(action)));
	return err;
}

static enum err do_accept(struct step *step, struct error *error)
{
	size_t count;

	if (step->indicator != NULL)
		return review(step, ACTION_ACCEPT, error);
	enum err err = answer_accept_all(step->db, &step->actor, step->round, step->participant, &count, error);
	if (err == ERR_OK)
		printf(i18n_plural("%zu answer accepted.", "%zu answers accepted.", (unsigned long)count), count);
	return err;
}

static enum err do_return(struct step *step, struct error *error)
{
	return review(step, ACTION_RETURN, error);
}

static enum err do_reopen(struct step *step, struct error *error)
{
	return review(step, ACTION_REOPEN, error);
}

static enum err do_extend(struct step *step, struct error *error)
{
	const char *until = argument_value(step->arguments, "until");
	enum err err = round_extend(step->db, &step->actor, step->round, step->participant, until, step->reason, error);

	if (err == ERR_OK)
		printf(_("%s has until %s."), step->participant, until);
	return err;
}

static enum err do_withdraw(struct step *step, struct error *error)
{
	enum err err = round_withdraw_participant(step->db, &step->actor, step->round, step->participant, step->reason, error);

	if (err == ERR_OK)
		printf(_("%s is not expected any more."), step->participant);
	return err;
}

static enum err do_close(struct step *step, struct error *error)
{
	enum err err = round_close(step->db, &step->actor, step->round, step->reason, error);

	if (err == ERR_OK)
		fputs(_("The round is closed."), stdout);
	return err;
}

static enum err do_release(struct step *step, struct error *error)
{
	const struct release_input input = { .name = argument_value(step->arguments, "name"), .note = argument_value(step->arguments, "note") };
	int64_t number, answers;
	enum err err = release_round(step->db, &step->actor, step->round, &input, &number, &answers, error);

	if (err == ERR_OK)
		printf(_("Release %lld with %lld answers. `monitor summarise` brings it to the pages."), (long long)number, (long long)answers);
	return err;
}

static enum err finish(enum err err)
{
	if (err == ERR_OK)
		putchar('\n');
	return err;
}

enum err cmd_round_accept(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_accept, error));
}

enum err cmd_round_return(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_return, error));
}

enum err cmd_round_reopen(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_reopen, error));
}

enum err cmd_round_extend(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_extend, error));
}

enum err cmd_round_withdraw(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_withdraw, error));
}

enum err cmd_round_close(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_close, error));
}

enum err cmd_round_release(const struct arguments *arguments, struct error *error)
{
	return finish(run(arguments, do_release, error));
}
