/* arguments: the words after a command's name sorted into options and plain words, as its row of the table says; see command.h. */
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"

struct reading {
	const struct command *command;
	char **words;
	int count, next;              /* the word to be read next */
	const char ***values;         /* arguments->values, being filled */
	struct arguments *arguments;
	struct error *error;
};

static bool is_option(const char *word)
{
	return strncmp(word, "--", 2) == 0;
}

static void add_value(struct reading *reading, size_t option, const char *value)
{
	reading->values[option][reading->arguments->value_counts[option]++] = value;
}

MUST_USE static enum err read_data(struct reading *reading, const char *equals)
{
	struct arguments *arguments = reading->arguments;

	arguments->data = equals != NULL ? equals + 1 : reading->next < reading->count ? reading->words[reading->next++] : "";
	return *arguments->data != '\0' ? ERR_OK : command_usage(reading->error, _("%s needs a value."), "--data");
}

MUST_USE static enum err read_values(struct reading *reading, size_t option, const char *word, const char *equals)
{
	bool many = reading->command->options[option].kind == OPTION_MANY;

	if (reading->arguments->value_counts[option] > 0 && !many)
		return command_usage(reading->error, _("%s is given twice."), word);
	if (equals != NULL) {
		add_value(reading, option, equals + 1);
		return ERR_OK;
	}
	if (reading->next == reading->count || is_option(reading->words[reading->next]))
		return command_usage(reading->error, _("%s needs a value."), word);
	add_value(reading, option, reading->words[reading->next++]);
	/* --series A B C: the words up to the next option are all values, unless the command takes plain words too. */
	while (many && reading->command->most_words == 0 && reading->next < reading->count && !is_option(reading->words[reading->next]))
		add_value(reading, option, reading->words[reading->next++]);
	return ERR_OK;
}

MUST_USE static enum err read_option(struct reading *reading, const char *word)
{
	const struct option_spec *options = reading->command->options;
	const char *equals = strchr(word, '=');
	size_t length = equals != NULL ? (size_t)(equals - word) - 2 : strlen(word) - 2, i = 0;

	if (length == 4 && strncmp(word + 2, "data", 4) == 0)
		return read_data(reading, equals);
	while (options[i].kind != OPTION_END && (strlen(options[i].name) != length || strncmp(options[i].name, word + 2, length) != 0))
		i++;
	if (options[i].kind == OPTION_END)
		return command_usage(reading->error, _("%s is no option of this command."), word);
	if (options[i].kind != OPTION_FLAG)
		return read_values(reading, i, word, equals);
	if (equals != NULL)
		return command_usage(reading->error, _("%s takes no value."), word);
	reading->arguments->value_counts[i] = 1;
	return ERR_OK;
}

/* What is missing, or more than the command takes. */
MUST_USE static enum err check(const struct command *command, const struct arguments *arguments, struct error *error)
{
	for (size_t i = 0; command->options[i].kind != OPTION_END; i++)
		if (command->options[i].kind == OPTION_REQUIRED && arguments->value_counts[i] == 0)
			return command_usage(error, _("--%s is missing."), command->options[i].name);
	if (arguments->word_count < command->least_words)
		return command_usage(error, "%s", _("Something is missing on the command line."));
	if (arguments->word_count > command->most_words)
		return command_usage(error, _("“%s” is more than this command takes."), arguments->words[command->most_words]);
	return ERR_OK;
}

enum err arguments_read(const struct command *command, char **words, int count, struct arena *arena, struct arguments *arguments,
	struct error *error)
{
	size_t options = 0;
	const char **plain = arena_array(arena, (size_t)count + 1, sizeof *plain);
	bool only_plain = false;
	enum err err = ERR_OK;

	while (command->options[options].kind != OPTION_END)
		options++;
	const char ***values = arena_array(arena, options + 1, sizeof *values);
	for (size_t i = 0; i < options; i++)
		values[i] = arena_array(arena, (size_t)count + 1, sizeof **values);
	arguments->options = command->options;
	arguments->words = plain;
	arguments->word_count = 0;
	arguments->values = (const char *const **)values;
	arguments->value_counts = arena_array(arena, options + 1, sizeof *arguments->value_counts);

	struct reading reading = { .command = command, .words = words, .count = count, .values = values, .arguments = arguments, .error = error };
	while (err == ERR_OK && reading.next < count) {
		const char *word = words[reading.next++];
		if (only_plain || !is_option(word))
			plain[arguments->word_count++] = word;
		else if (strcmp(word, "--") == 0)
			only_plain = true;
		else
			err = read_option(&reading, word);
	}
	return err != ERR_OK ? err : check(command, arguments, error);
}
