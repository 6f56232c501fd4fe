/*
 * columns: every column of every table, declared once: its name, its kind, what it means in words. CSV and JSON, the CSVW descriptions, the
 * headings and notes of workbooks and the OpenAPI document are all made of these declarations, so they cannot say different things.
 */
#ifndef CGI_DATA_COLUMNS_H
#define CGI_DATA_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum column_kind {
	COLUMN_TEXT,
	COLUMN_INT,
	COLUMN_YEAR,  /* a whole number that is written without marks between thousands */
	COLUMN_REAL,
	COLUMN_FLAG,  /* 1 or 0 in CSV, true or false in JSON */
	COLUMN_TIME   /* a moment, ISO 8601 in UTC */
};

/* One value of a closed list, and what it means. */
struct code {
	const char *code;          /* NULL ends the list */
	const char *title;
};

struct column {
	const char *name;          /* NULL ends the list; the same in CSV, JSON and CSVW */
	enum column_kind kind;
	bool empty;                /* may be missing: an empty cell, null */
	bool total;                /* text: an empty one is a value, said in `about` */
	const char *title;         /* a heading; English, translated by _() */
	const char *about;         /* a sentence; so too */
	const struct code *codes;  /* the only values there are, or NULL */
	const char *names;         /* kind of the thing whose code this is ("participant"), for its title in files for people; or NULL */
	const char *property;      /* CSVW propertyUrl, where a public vocabulary has the term */
};

/* A kind of rows. */
struct row {
	const char *name;          /* "Answer": the schema of OpenAPI */
	const char *key;           /* the columns that tell rows apart, separated by blanks; "": none do */
	const char *about;         /* a sentence */
	const struct column *columns;
};

/* The run's id, which stands in a last column of some tables. */
extern const struct column column_run;

extern const struct row row_framework, row_period, row_domain_score, row_domain_regional, row_move, row_coverage, row_indicator, row_text, row_answer,
	row_cell, row_regional, row_item, row_practice, row_comparison, row_official, row_participant, row_progress, row_verdict, row_together, row_target, row_series, row_revision, row_compliance, row_meta,
	row_vintage, row_release, row_standing, row_standing_score, row_standing_regional, row_domain, row_code;

/* What an empty cell, a suppressed, withheld, unavailable or inapplicable figure means: pairs of a word and a sentence, to be translated. */
extern const struct code column_words[];

/* The title of a column's code in the current language, or the code itself. */
const char *column_code_title(const struct column *column, const char *code);

#endif
