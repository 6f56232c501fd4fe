/* i18n: see i18n.h. */
#include "indicators/base/i18n.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

const struct language i18n_languages[] = {
	{ "en", "English", '.' },
	{ "ru", "Русский", ',' },
	{ NULL, NULL, '.' },
};

static const char *current = "en";

void i18n_init(const char *directory)
{
	/*
	 * gettext translates nothing in the plain "C" locale, and takes the folder name from LANGUAGE. Both are
	 * fixed once; which catalogue is read is then chosen by domain alone.
	 */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "monitor", 1);
	for (const struct language *language = i18n_languages; language->code != NULL; language++) {
		bindtextdomain(language->code, directory);
		bind_textdomain_codeset(language->code, "UTF-8");
	}
}

const char *i18n_known(const char *code)
{
	if (code == NULL)
		return NULL;
	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		if (strcmp(language->code, code) == 0)
			return language->code;
	return NULL;
}

void i18n_use(const char *code)
{
	const char *known = i18n_known(code);

	current = known != NULL ? known : i18n_languages[0].code;
}

const char *i18n_current(void)
{
	return current;
}

const char *i18n_text(const char *msgid)
{
	return i18n_text_in(current, msgid);
}

const char *i18n_text_in(const char *language, const char *msgid)
{
	/* The empty msgid is the catalogue's header. */
	if (*msgid == '\0' || strcmp(language, "en") == 0)
		return msgid;
	return dgettext(language, msgid);
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
	return dngettext(current, one, many, n);
}

char i18n_decimal(void)
{
	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		if (strcmp(language->code, current) == 0)
			return language->decimal;
	return i18n_languages[0].decimal;
}
