/* cmd_user: `monitor user add`, `invite`, `passwd`, `reset-2fa`, `list`: people from the shell, above all the first administrator. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cron/command.h"
#include "indicators/base/arena.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/change.h"
#include "indicators/model/mail.h"
#include "indicators/model/person.h"
#include "indicators/model/second_factor.h"

static enum err invite(struct database *db, const struct person *person, struct error *error)
{
	char token[TOKEN_TEXT];
	enum err err = invitation_create(db, &command_actor, person->id, token, error);

	if (err != ERR_OK)
		return err;
	printf(_("%s chooses a password at this address of the site, once, within %d days:"), person->email, INVITATION_DAYS);
	printf("\n/account/welcome?token=%s\n", token);
	return ERR_OK;
}

static enum err invite_by_mail(struct database *db, const struct person *person, struct error *error)
{
	enum err err = mail_invite(db, &command_actor, person->id, error);

	if (err != ERR_OK)
		return err;
	printf(_("The invitation to %s goes out with the next `monitor notify`."), person->email);
	putchar('\n');
	return ERR_OK;
}

/* The person of that address, added when there is none. */
static enum err find_or_add(struct database *db, struct arena *arena, const struct arguments *arguments, struct person *person,
	struct error *error)
{
	const char *email = arguments->words[0];
	const char *name = argument_value(arguments, "name");
	const char *lang = argument_value(arguments, "lang");
	int64_t id;
	enum err err = person_by_email(db, arena, email, person, error);

	if (err != ERR_NOT_FOUND)
		return err;
	err = person_add(db, &command_actor, email, name != NULL ? name : email, lang != NULL ? lang : i18n_languages[0].code, &id, error);
	if (err != ERR_OK)
		return err;
	printf(_("%s added."), email);
	putchar('\n');
	return person_by_id(db, arena, id, person, error);
}

enum err cmd_user_add(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct database *db = NULL;
	struct person person;
	char today[CLOCK_DATE];
	const char *role = argument_value(arguments, "role");
	const char *from = argument_value(arguments, "from");
	int64_t grant;
	bool own = false;
	enum err err = command_open(arguments, &db, error);

	if (err != ERR_OK)
		return err;
	clock_today(today);
	err = change_begin(db, &own, error);
	if (err == ERR_OK)
		err = find_or_add(db, &arena, arguments, &person, error);
	if (err == ERR_OK)
		err = role_grant_add(db, &command_actor, person.id, role, argument_value(arguments, "participant"), from != NULL ? from : today,
			argument_value(arguments, "to"), &grant, error);
	if (err == ERR_OK && !person.has_password)
		err = invite(db, &person, error);
	err = change_end(db, own, err, error);
	database_close(db);
	arena_release(&arena);
	return err;
}

enum err cmd_user_invite(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct database *db = NULL;
	struct person person;
	enum err err = command_open(arguments, &db, error);

	if (err == ERR_OK)
		err = person_by_email(db, &arena, arguments->words[0], &person, error);
	if (err == ERR_OK)
		err = argument_flag(arguments, "mail") ? invite_by_mail(db, &person, error) : invite(db, &person, error);
	database_close(db);
	arena_release(&arena);
	return err;
}

/* A line of standard input; on a terminal without showing it. */
static enum err read_password(const char *prompt, char *password, size_t size, struct error *error)
{
	struct termios shown;
	bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &shown) == 0;

	if (terminal) {
		struct termios hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		fputs(prompt, stderr);
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	}
	char *line = fgets(password, (int)size, stdin);
	if (terminal) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	if (line == NULL)
		return error_set(error, ERR_INVALID, "%s", _("No password was given on standard input."));
	size_t length = strcspn(password, "\r\n");
	if (password[length] == '\0' && length + 1 == size)
		return error_set(error, ERR_INVALID, _("The password must have at most %d bytes."), PASSWORD_MOST);
	password[length] = '\0';
	return ERR_OK;
}

enum err cmd_user_passwd(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct database *db = NULL;
	struct person person;
	char password[PASSWORD_MOST + 3] = "";
	char again[PASSWORD_MOST + 3] = "";
	enum err err = command_open(arguments, &db, error);

	if (err == ERR_OK)
		err = person_by_email(db, &arena, arguments->words[0], &person, error);
	if (err == ERR_OK)
		err = read_password(_("New password: "), password, sizeof password, error);
	if (err == ERR_OK && isatty(STDIN_FILENO)) {
		err = read_password(_("New password, again: "), again, sizeof again, error);
		if (err == ERR_OK && strcmp(password, again) != 0)
			err = error_set(error, ERR_INVALID, "%s", _("The new password was typed in two different ways."));
	}
	if (err == ERR_OK)
		err = password_set(db, &command_actor, person.id, password, NULL, error);
	if (err == ERR_OK) {
		printf(_("The password of %s is set; all sessions of that person have ended."), person.email);
		putchar('\n');
	}
	sodium_memzero(password, sizeof password);
	sodium_memzero(again, sizeof again);
	database_close(db);
	arena_release(&arena);
	return err;
}

enum err cmd_user_reset_2fa(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct database *db = NULL;
	struct person person;
	enum err err = command_open(arguments, &db, error);

	if (err == ERR_OK)
		err = person_by_email(db, &arena, arguments->words[0], &person, error);
	if (err == ERR_OK)
		err = second_factor_reset(db, &command_actor, person.id, error);
	if (err == ERR_OK) {
		printf(_("The second factor of %s is taken away with its recovery codes; all sessions of that person have ended."), person.email);
		printf("\n%s\n", _("Signing in now asks for the password only. Ask the person to set it up again at once: My account, Second factor.\n"
			"If somebody else may know the password: monitor user invite, for a new one."));
	}
	database_close(db);
	arena_release(&arena);
	return err;
}

static enum err print_roles(struct database *db, struct arena *arena, const struct person *person, struct error *error)
{
	struct role_grant *grants;
	size_t count;
	enum err err = role_grants(db, arena, person->id, false, &grants, &count, error);

	for (size_t i = 0; err == ERR_OK && i < count; i++)
		printf("  %-16s %-4s %s  %s\n", grants[i].role, grants[i].participant != NULL ? grants[i].participant : "", grants[i].starts_on,
			grants[i].ends_on != NULL ? grants[i].ends_on : "");
	return err;
}

enum err cmd_user_list(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct database *db = NULL;
	struct person *people = NULL;
	size_t count = 0;
	enum err err = reports_open(&db, arguments->data, DATABASE_READ, error);

	if (err == ERR_OK)
		err = person_list(db, &arena, &people, &count, error);
	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		printf("%s  %s%s%s\n", people[i].email, people[i].name, people[i].has_password ? "" : _("  (no password yet)"),
			people[i].deactivated_at != NULL ? _("  (deactivated)") : "");
		err = print_roles(db, &arena, &people[i], error);
	}
	database_close(db);
	arena_release(&arena);
	return err;
}
