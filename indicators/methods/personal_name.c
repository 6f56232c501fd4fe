/*
 * personal_name: a victim's name: capitalised words and initials that follow a word such as "victim", «потерпевшая», «гр.», "a girl
 * named", or stand beside it. Capitalised words alone are institutions, laws and persons in office, and no business of this file.
 */
#include <string.h>

#include "indicators/methods/personal_scan.h"

#define NEAR 9       /* tokens back to the word "victim" in the same sentence */
#define PARTS 5      /* words and initials of one name */

struct name {
	size_t tokens;
	size_t words;    /* written out */
	size_t initials;
	bool father;     /* a father's name: Петровна, кызы */
};

static bool is_initial(struct scan *scan, int at)
{
	const struct token *token = scan_token(scan, at);

	return token->kind == TOKEN_WORD && token->capital && token->count == 1;
}

/* A word that may be a name: Anna, ИВАНОВА, not МВД. */
static bool is_name_word(const struct token *token)
{
	if (token->kind != TOKEN_WORD || !token->capital || token->count < 2 || token->word != WORD_OTHER || token->text[0] == '\0')
		return false;
	return !token->shout || token->count > 5;
}

static bool ends_with(const char *word, const char *end)
{
	size_t length = strlen(word), size = strlen(end);

	return length > size && strcmp(word + length - size, end) == 0;
}

/* Петровна, Нурланович, Серікқызы, in their forms. */
static bool is_fathers_name(const char *word)
{
	static const char *const ends[] = { "овна", "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной", "ович", "овича",
		"овичу", "овичем", "евич", "евича", "евичу", "евичем", "ична", "ичны", "ичне", "ичну", "қызы", "ұлы", "қизи", "ўғли", "ovna",
		"evna", "ovich", "evich", "qizi", "kyzy", "uulu", "gyzy" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ends_with(word, ends[i]))
			return true;
	return false;
}

/* One word or initial of a name at `at`; how many tokens. */
static int name_part(struct scan *scan, int at, struct name *name)
{
	const struct token *token = scan_token(scan, at);

	if (is_initial(scan, at)) {
		bool dot = scan_is_sign(scan, at + 1, '.') && !scan_token(scan, at + 1)->gap;

		if (!dot && name->words == 0)
			return 0;
		name->initials++;
		return dot ? 2 : 1;
	}
	if (token->word == WORD_FATHER && token->kind == TOKEN_WORD && name->words > 0) {
		name->father = true;
		return 1;
	}
	if (!is_name_word(token))
		return 0;
	name->words++;
	name->father = name->father || is_fathers_name(token->text);
	/* Анна-Мария */
	if (scan_is_sign(scan, at + 1, '-') && !scan_token(scan, at + 1)->gap && !scan_token(scan, at + 2)->gap && is_name_word(scan_token(scan, at + 2)))
		return 3;
	return 1;
}

/* The name that begins at `at`. */
static struct name read_name(struct scan *scan, int at)
{
	struct name name = { .tokens = 0 };

	for (int parts = 0; parts < PARTS; parts++) {
		const struct token *token = scan_token(scan, at + (int)name.tokens);
		int more;

		if (parts > 0 && (token->line || token->kind != TOKEN_WORD))
			break;
		more = name_part(scan, at + (int)name.tokens, &name);
		if (more == 0)
			break;
		name.tokens += (size_t)more;
	}
	return name;
}

static bool is_strong(const struct name *name)
{
	return name->words > 0 && (name->initials > 0 || name->father);
}

/* What stands before a name. */
struct before {
	enum word word;  /* the word that makes it a person's name; WORD_OTHER: none */
	bool direct;     /* nothing but fillers between */
	bool comma;      /* among the fillers a comma, a dash, a bracket */
	bool named;      /* "named" is among them */
	bool office;     /* a person in office stands nearer */
};

/* "г-жа", "гр-ка", "потерпевшая": the class of the word at `back`, of one in two parts too. */
static enum word person_word(struct scan *scan, int back)
{
	static const char *const ends[] = { "жа", "жи", "же", "жу", "жой", "ка", "ки", "ке", "ку", "кой", "н", "на", "ну", "ном", NULL };
	const struct token *token = scan_token(scan, back), *first = scan_token(scan, back - 2);

	if (token->kind != TOKEN_WORD)
		return WORD_OTHER;
	if (scan_is_sign(scan, back - 1, '-') && first->kind == TOKEN_WORD && (strcmp(first->text, "г") == 0 || strcmp(first->text, "гр") == 0))
		for (const char *const *end = ends; *end != NULL; end++)
			if (strcmp(token->text, *end) == 0)
				return WORD_HONORIFIC;
	/* An institute "имени" somebody; a girl "по имени". */
	if (strcmp(token->text, "имени") == 0 && strcmp(scan_token(scan, back - 1)->text, "по") != 0)
		return WORD_PLACE;
	return token->word;
}

/* "victim from Naryn", «потерпевшей в Нарыне»: a place follows, no name. */
static bool leads_away(const struct token *token)
{
	static const char *const words[] = { "at", "from", "on", "by", "under", "of", "and", "or", "в", "у", "и", "о" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(token->text, words[i]) == 0)
			return true;
	return false;
}

/* The dot of "гр." and "Ms." is no end of a sentence, nor is that of an initial. */
static bool closes(struct scan *scan, int back)
{
	return scan_ends_sentence(scan, back) || scan_token(scan, back + 1)->line;
}

static struct before look_back(struct scan *scan)
{
	struct before before = { .word = WORD_OTHER, .direct = true };

	for (int back = -1; back >= -NEAR && !closes(scan, back); back--) {
		const struct token *token = scan_token(scan, back);
		enum word word = person_word(scan, back);

		if (token->kind == TOKEN_SIGN) {
			before.comma = before.comma || (token->sign != '.' && token->sign != ':' && token->sign != '-');
			continue;
		}
		if (word == WORD_VICTIM || word == WORD_VICTIMS || word == WORD_HONORIFIC || (word == WORD_PERSON && before.direct)) {
			before.word = word;
			return before;
		}
		if (word == WORD_OFFICE && back >= -4)
			before.office = true;
		else if (word == WORD_PLACE && back >= -2)
			before.office = true;
		else if (word == WORD_NAMED && before.direct)
			before.named = true;
		else if (word != WORD_FILLER || leads_away(token))
			before.direct = false;
	}
	if (before.named)
		before.word = WORD_NAMED;
	return before;
}

/* "…, Minister", "Каримов А., судья": who it is stands after the name. */
static bool office_after(struct scan *scan, int at)
{
	for (int ahead = at; ahead < at + 4; ahead++) {
		const struct token *token = scan_token(scan, ahead);

		if (token->kind == TOKEN_WORD && (token->word == WORD_OFFICE || token->word == WORD_INSTITUTION))
			return token->word == WORD_OFFICE || ahead == at;
		if (scan_ends_sentence(scan, ahead))
			return false;
	}
	return false;
}

/* "victim support": no victim but whoever helps them. */
static bool helps_victims(struct scan *scan, int victim)
{
	const struct token *after = scan_token(scan, victim + 1);

	return after->word == WORD_INSTITUTION && after->text[0] >= 'a' && after->text[0] <= 'z';
}

/* "Anna K., a victim of", «Айгуль Б. — жертва» */
static bool victim_after(struct scan *scan, int at)
{
	bool apart = false;

	for (int ahead = at; ahead < at + 5; ahead++) {
		const struct token *token = scan_token(scan, ahead);

		if (token->kind == TOKEN_NONE || token->line || scan_ends_sentence(scan, ahead))
			return false;
		if (token->kind == TOKEN_SIGN)
			apart = true;
		else if (token->word == WORD_VICTIM)
			return apart && !helps_victims(scan, ahead);
		else if (token->word != WORD_FILLER && token->word != WORD_PERSON)
			return false;
	}
	return false;
}

/* "…, Dina" and "… and Dina" after a victim's name. */
static bool continues_list(struct scan *scan)
{
	const struct token *token = scan_token(scan, -1);

	if (scan->named == 0 || scan->here != scan->named + 1 || scan_token(scan, 0)->line)
		return false;
	return token->sign == ',' || strcmp(token->text, "and") == 0 || strcmp(token->text, "и") == 0;
}

/* Something closes the insertion "the victim, Anna, was …". */
static bool insertion_closes(struct scan *scan, int at)
{
	const struct token *token = scan_token(scan, at);

	return token->kind == TOKEN_SIGN && (token->sign == ',' || token->sign == ')' || token->sign == 0x2014);
}

/* "victims Anna and Dina" */
static bool another_follows(struct scan *scan, int at)
{
	const struct token *token = scan_token(scan, at);

	return token->kind == TOKEN_WORD && (strcmp(token->text, "and") == 0 || strcmp(token->text, "и") == 0) &&
		is_name_word(scan_token(scan, at + 1)) && !office_after(scan, at + 2);
}

static bool is_victims_name(struct scan *scan, const struct name *name)
{
	struct before before = look_back(scan);
	bool strong = is_strong(name);
	int end = (int)name->tokens;

	if (before.office || office_after(scan, end))
		return false;
	if (continues_list(scan) || ((strong || name->words > 1) && victim_after(scan, end)))
		return true;
	if (before.word == WORD_OTHER)
		return false;
	if (!before.direct)
		return strong && (before.word == WORD_VICTIM || before.word == WORD_VICTIMS || before.word == WORD_NAMED);
	if (strong || before.named)
		return true;
	if (before.word == WORD_VICTIM)
		return !before.comma || insertion_closes(scan, end);
	if (before.word == WORD_VICTIMS)
		return !before.comma && another_follows(scan, end);
	return before.word == WORD_HONORIFIC && !before.comma;
}

size_t personal_name(struct scan *scan)
{
	const struct token *before = scan_token(scan, -1);
	struct name name;

	/* Not in the middle of a word with a hyphen, nor of a name already judged. */
	if (before->kind == TOKEN_SIGN && before->sign == '-' && !before->gap && !scan_token(scan, 0)->gap && scan_token(scan, -2)->kind == TOKEN_WORD)
		return 0;
	name = read_name(scan, 0);
	if (name.words == 0 || !is_victims_name(scan, &name))
		return 0;
	scan->named = scan->here + name.tokens;
	return name.tokens;
}
