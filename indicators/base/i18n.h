/*
 * i18n: the languages of the interface and the language of the moment.
 *
 * Messages are GNU gettext catalogues, one *domain per language* ("en.mo", "ru.mo"), so that a worker which
 * serves a Russian and an English request in turn only changes a pointer; no locale has to be installed and
 * the process environment stays as it is. msgids are the English sentences. A language is added by one file
 * in templates/po/ and one line in i18n_languages.
 *
 * One process serves one request at a time, so the current language is process-wide.
 */
#ifndef INDICATORS_BASE_I18N_H
#define INDICATORS_BASE_I18N_H

#include <stddef.h>

struct language {
	const char *code; /* ISO 639-1, as in ?lang= and in the catalogue files */
	const char *name; /* in the language itself */
	char decimal;     /* its decimal mark */
};

/* Ends with a NULL code; the first is the fallback. */
extern const struct language i18n_languages[];

/* Where the compiled catalogues are: `directory`/monitor/LC_MESSAGES/<code>.mo. Missing ones mean English. */
void i18n_init(const char *directory);

/* The code of a known language, or NULL. The result is static. */
const char *i18n_known(const char *code);

/* Sets the current language; an unknown code means the fallback. */
void i18n_use(const char *code);

const char *i18n_current(void);

/* The decimal mark of the current language. */
char i18n_decimal(void);

/* The message in the current language, or msgid itself. */
const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));

/* With the plural form for n. */
const char *i18n_plural(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1))) __attribute__((format_arg(2)));

/* The message in a named language. */
const char *i18n_text_in(const char *language, const char *msgid) __attribute__((format_arg(2)));

#define _(msgid) i18n_text(msgid)
#define N_(msgid) msgid /* marks a string for translation that is looked up later */

#endif
