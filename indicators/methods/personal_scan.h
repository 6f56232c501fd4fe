/*
 * personal_scan: for personal.c and its parts only. A text as words, numbers and signs, a few of them in sight at a time, so that
 * however a text is made, each of its characters is read once and each token is looked at a bounded number of times.
 */
#ifndef INDICATORS_METHODS_PERSONAL_SCAN_H
#define INDICATORS_METHODS_PERSONAL_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicators/methods/personal.h"

/* What a word tells. The words stand in personal_words.c. */
enum word {
	WORD_OTHER, /* nothing: it may be a name */
	WORD_FILLER, /* stands between a label and what it labels: "number", "is" */
	WORD_TELEPHONE,
	WORD_HOTLINE,
	WORD_PASSPORT,
	WORD_IDENTITY,
	WORD_BORN,  /* "born" */
	WORD_BIRTH, /* "birth", of which a date is told */
	WORD_DATE,  /* "date" */
	WORD_MONTH,
	WORD_BOUND, /* "before", "since": a date that bounds many persons */
	WORD_VICTIM,
	WORD_VICTIMS, /* several, or a form that may be several */
	WORD_HONORIFIC,
	WORD_PERSON, /* "girl": a person, when a name follows */
	WORD_NAMED,
	WORD_FATHER, /* "кызы": what follows a father's name */
	WORD_OFFICE, /* a person in office */
	WORD_LAW,
	WORD_MONEY,
	WORD_PLACE, /* a street, what is named after somebody */
	WORD_INSTITUTION, /* also countries, cities and whatever else is written with a capital */
};

enum token_kind { TOKEN_NONE /* before the text, after it */, TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

#define TOKEN_TEXT 64

struct token {
	enum token_kind kind;
	size_t start, end;     /* bytes of the text */
	size_t count;          /* letters, or digits */
	bool gap, line;        /* a blank, an end of line before it */
	bool capital;          /* a word that begins with a capital letter */
	bool shout;            /* all are capitals */
	enum word word;
	uint32_t sign;         /* hyphens of all kinds are '-' */
	char text[TOKEN_TEXT]; /* a word in small letters, or digits; "" when it is too long to be of interest */
};

#define SCAN_RING 64
#define SCAN_BACK 16    /* how far back and ahead a finder may look */
#define SCAN_AHEAD 40

struct scan {
	const char *text;
	size_t at;   /* the next byte to read */
	size_t made; /* tokens read so far */
	size_t here; /* the token at hand */
	size_t named; /* the token after the last victim's name; 0: none yet */
	size_t work; /* characters read and tokens looked at */
	struct token ring[SCAN_RING];
};

/* The token `offset` after (or before) the one at hand. Valid until the scan moves on. */
const struct token *scan_token(struct scan *scan, int offset);

bool scan_is_sign(struct scan *scan, int offset, uint32_t sign);

/* A sign that ends a sentence, as opposed to the dot of an abbreviation. */
bool scan_ends_sentence(struct scan *scan, int offset);

enum word personal_word(const char *word);

/* The words are sorted, as looking them up needs. For the test. */
bool personal_words_in_order(void);

/* The number of a month, 1 to 12, of a WORD_MONTH. */
int personal_month(const char *word);

/*
 * Finders: how many tokens from the one at hand make up what they look for; 0: none. The first also tells the kind.
 */
size_t personal_number(struct scan *scan, enum personal_kind *kind);
size_t personal_birth(struct scan *scan);
size_t personal_name(struct scan *scan);

/* personal_find that also tells how much work it was. */
size_t personal_scan(const char *text, struct personal_mark *marks, size_t most, size_t *work);

#endif
