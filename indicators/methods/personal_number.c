/*
 * personal_number: telephone, passport and identity numbers.
 *
 * Telephones: the plans of +7 (Kazakhstan, Russia), +996, +992, +993 and +998, international and as written at home. Identity numbers:
 * Kazakhstan's IIN (date, century, check digit), Kyrgyzstan's PIN (1 or 2, DDMMYYYY), Uzbekistan's PINFL (1-6, DDMMYY). Passports: the
 * series of the five countries, in Latin letters or the Cyrillic ones that look alike. What is only a row of digits needs a label before it.
 */
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/personal_scan.h"

#define GROUPS 8
#define DIGITS 20
#define LABEL_BACK 7 /* tokens between a label and its number */
#define LOOSE 3      /* other words among them */

/* A row of groups of digits, as a number is written for people. */
struct run {
	bool plus;
	bool bracket, dash; /* somewhere within */
	size_t count;
	size_t size[GROUPS];   /* digits of each group */
	size_t tokens[GROUPS]; /* from the beginning to the end of each group */
	bool tight[GROUPS];    /* no blank between this group and the one before */
	char digits[DIGITS + 1];
	size_t length;
};

enum label { LABEL_NONE, LABEL_LOOSE /* in the same sentence, not far */, LABEL_DIRECT };

/* Whether the word of class `word` stands before the token at hand. */
static enum label labelled(struct scan *scan, enum word word)
{
	size_t others = 0;

	for (int back = -1; back >= -LABEL_BACK; back--) {
		const struct token *token = scan_token(scan, back);

		if (token->kind == TOKEN_NONE || token->kind == TOKEN_NUMBER)
			return LABEL_NONE;
		if (token->kind == TOKEN_SIGN) {
			if (scan_ends_sentence(scan, back))
				return LABEL_NONE;
			continue;
		}
		if (token->word == word)
			return others == 0 ? LABEL_DIRECT : LABEL_LOOSE;
		if (token->word == WORD_LAW)
			return LABEL_NONE;
		if (token->word != WORD_FILLER && token->count > 1 && ++others > LOOSE)
			return LABEL_NONE;
	}
	return LABEL_NONE;
}

/* The token at hand does not continue a number or a word. */
static bool begins(struct scan *scan)
{
	const struct token *sign = scan_token(scan, -1), *before = scan_token(scan, -2);

	if (scan_token(scan, 0)->gap || sign->kind == TOKEN_NONE)
		return true;
	if (sign->kind != TOKEN_SIGN)
		return false;
	if (sign->gap || sign->sign == 0x2116 || before->kind == TOKEN_SIGN)
		return true;
	if (sign->sign == '-' || sign->sign == '/' || sign->sign == '_')
		return before->kind != TOKEN_NUMBER && before->kind != TOKEN_WORD;
	return before->kind != TOKEN_NUMBER || (sign->sign != '.' && sign->sign != ',' && sign->sign != ':');
}

/* Nothing follows that makes more of the number: 12.5, 7/3, 40%, 5kg. */
static bool ends(struct scan *scan, size_t tokens)
{
	const struct token *token = scan_token(scan, (int)tokens);

	if (token->kind == TOKEN_NONE || token->gap)
		return true;
	if (token->kind != TOKEN_SIGN || token->sign == '%' || token->sign == '_')
		return false;
	return strchr(".,-/:", (int)(token->sign < 0x80 ? token->sign : '!')) == NULL ||
		scan_token(scan, (int)tokens + 1)->gap || scan_token(scan, (int)tokens + 1)->kind != TOKEN_NUMBER;
}

static bool add_group(struct run *run, const struct token *token, size_t tokens, bool tight)
{
	if (run->count == GROUPS || token->text[0] == '\0' || run->length + token->count > DIGITS)
		return false;
	memcpy(run->digits + run->length, token->text, token->count + 1);
	run->length += token->count;
	run->size[run->count] = token->count;
	run->tokens[run->count] = tokens;
	run->tight[run->count] = tight;
	run->count++;
	return true;
}

/* Where the next group of digits begins after token `at`, over at most a bracket and a dash; 0: there is none. */
static int next_group(struct scan *scan, struct run *run, int at, bool *tight)
{
	bool dots = run->plus;

	*tight = !scan_token(scan, at)->gap;
	for (int signs = 0; signs < 3; signs++, at++) {
		const struct token *token = scan_token(scan, at);

		if (token->line || token->kind == TOKEN_NONE || token->kind == TOKEN_WORD)
			return 0;
		*tight = *tight && !token->gap;
		if (token->kind == TOKEN_NUMBER)
			return at;
		if (token->sign == '(' || token->sign == ')')
			run->bracket = true;
		else if (token->sign == '-')
			run->dash = true;
		else if (token->sign != '.' || !dots || token->gap)
			return 0;
	}
	return 0;
}

/* Collects groups from the token at hand, which may be '+', '(' or digits. */
static void gather(struct scan *scan, struct run *run)
{
	bool tight = true;
	int at = 0;

	*run = (struct run){ .plus = false };
	if (scan_is_sign(scan, at, '+')) {
		run->plus = true;
		at++;
	}
	if (scan_is_sign(scan, at, '(')) {
		run->bracket = true;
		at++;
		if (scan_is_sign(scan, at, '+')) {
			run->plus = true;
			at++;
		}
	}
	if (scan_token(scan, at)->kind != TOKEN_NUMBER)
		return;
	do {
		if (!add_group(run, scan_token(scan, at), (size_t)at + 1, tight))
			return;
		at = next_group(scan, run, at + 1, &tight);
	} while (at > 0);
}

/* The first `count` groups alone. */
static struct run part(const struct run *run, size_t count)
{
	struct run shorter = *run;

	shorter.count = count;
	shorter.length = 0;
	for (size_t i = 0; i < count; i++)
		shorter.length += run->size[i];
	shorter.digits[shorter.length] = '\0';
	return shorter;
}

/* 1 996 555: written as a quantity is. */
static bool is_quantity(const struct run *run)
{
	if (run->plus || run->bracket || run->dash || run->count < 2 || run->size[0] > 3)
		return false;
	for (size_t i = 1; i < run->count; i++)
		if (run->size[i] != 3)
			return false;
	return true;
}

/* Groups of just these sizes: "322" is 3-2-2. */
static bool grouped(const struct run *run, size_t first, const char *sizes)
{
	size_t i = first;

	for (; *sizes != '\0' && i < run->count; sizes++, i++)
		if (run->size[i] != (size_t)(*sizes - '0'))
			return false;
	return *sizes == '\0' && i == run->count;
}

static bool starts(const char *digits, const char *const *prefixes)
{
	for (; *prefixes != NULL; prefixes++)
		if (strncmp(digits, *prefixes, strlen(*prefixes)) == 0)
			return true;
	return false;
}

/* "+996 …" of the right length, or another country's. */
static bool is_international(const struct run *run)
{
	static const struct { const char *code; size_t length; } plans[] = {
		{ "7", 11 }, { "996", 12 }, { "992", 12 }, { "993", 11 }, { "998", 12 },
	};
	const char *digits = run->digits;
	size_t length = run->length;

	if (!run->plus && strncmp(digits, "00", 2) == 0) {
		digits += 2;
		length -= 2;
	} else if (!run->plus) {
		return false;
	}
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
		if (strncmp(digits, plans[i].code, strlen(plans[i].code)) == 0)
			return length == plans[i].length;
	return run->plus && length >= 9 && length <= 15 && digits[0] != '0' && !(length < 10 && run->count == 1);
}

/* A country's code without its plus, or the long-distance 8 of Kazakhstan and Russia; not the free 8 800. */
static bool is_national(const struct run *run)
{
	static const char *const codes[] = { "9962", "9963", "9965", "9967", "9969", "99237", "9929", "9924", "99250", "99255", "99288",
		"99877", "99833", "9989", "9987", "9986", "99855", "99888", "99850", NULL };
	static const char *const turkmen[] = { "9936", "9931", "9932", "9933", "9934", "9935", "99371", NULL };
	static const char *const trunk[] = { "870", "871", "872", "874", "875", "876", "877", "879", "89", "83", "84", "770", "771", "772", "774",
		"775", "776", "777", "79", NULL };

	if (is_quantity(run) && run->count != 4)
		return false;
	if (run->length == 12)
		return starts(run->digits, codes);
	if (run->length != 11)
		return false;
	if (starts(run->digits, turkmen))
		return run->size[0] == 3 || run->count == 1;
	return starts(run->digits, trunk) && (run->size[0] == 1 || run->size[0] == 4 || run->count == 1) && !is_quantity(run);
}

/* As it is written within a country. */
static bool is_local(const struct run *run)
{
	static const char *const tajik[] = { "37", "40", "41", "44", "48", "50", "55", "88", "90", "91", "92", "93", "98", "00", "11", "77", NULL };
	static const char *const uzbek[] = { "20", "33", "50", "55", "61", "62", "65", "66", "67", "69", "70", "71", "72", "73", "74", "75", "76",
		"77", "78", "79", "88", "90", "91", "93", "94", "95", "97", "98", "99", NULL };
	static const char *const mobile[] = { "33", "71", "77", "88", "90", "91", "92", "93", "94", "95", "97", "98", "99", NULL };
	static const char *const kazakh[] = { "70", "71", "72", "74", "75", "76", "77", NULL };
	const char *digits = run->digits;
	bool signs = run->bracket || run->dash;

	if (digits[0] == '0' && run->length == 10 && digits[1] >= '2' && digits[1] != '8')
		return run->size[0] == 4 || run->count == 1 || run->size[0] == 1;
	if (grouped(run, 0, "2322"))
		return starts(digits, mobile) || (signs && (starts(digits, uzbek) || starts(digits, tajik)));
	if (grouped(run, 0, "3222") || grouped(run, 0, "324"))
		return signs && digits[0] != '0';
	if (grouped(run, 0, "333") || grouped(run, 0, "36"))
		return run->bracket && digits[0] >= '2';
	if (grouped(run, 0, "3322") || grouped(run, 0, "334") || grouped(run, 0, "37"))
		return starts(digits, kazakh) && (signs || run->size[run->count - 1] != 3);
	if (grouped(run, 0, "2222") || grouped(run, 0, "26"))
		return run->bracket;
	if (grouped(run, 0, "12222") || grouped(run, 0, "126") || grouped(run, 0, "18"))
		return digits[0] == '8' && digits[1] == '6' && digits[2] >= '1' && digits[2] <= '5';
	return grouped(run, 0, "5222") && digits[0] == '0';
}

static bool is_free_of_charge(const struct run *run)
{
	static const char *const prefixes[] = { "8800", "7800", "1800", "0800", "800", NULL };

	return starts(run->digits, prefixes);
}

/* "сом", "tenge" after it: a sum of money. */
static bool is_money(struct scan *scan, size_t tokens)
{
	const struct token *after = scan_token(scan, (int)tokens), *before = scan_token(scan, -1);

	return after->word == WORD_MONEY || after->sign == '$' || after->sign == 0x20AC || before->sign == '$' || before->sign == 0x20AC ||
		before->word == WORD_MONEY;
}

static bool is_telephone(struct scan *scan, const struct run *run)
{
	enum label label;

	if (is_free_of_charge(run) || run->length < 6)
		return false;
	if (labelled(scan, WORD_HOTLINE) == LABEL_DIRECT || (run->length <= 7 && labelled(scan, WORD_HOTLINE) != LABEL_NONE))
		return false;
	if (is_international(run))
		return true;
	label = labelled(scan, WORD_TELEPHONE);
	if (label == LABEL_DIRECT)
		return run->length <= 15;
	if (is_money(scan, run->tokens[run->count - 1]) || scan_is_sign(scan, -1, 0x2116))
		return false;
	if (label == LABEL_LOOSE && run->length >= 9 && run->length <= 13 && !is_quantity(run))
		return true;
	return is_national(run) || is_local(run);
}

static int two(const char *digits)
{
	return (digits[0] - '0') * 10 + digits[1] - '0';
}

static bool is_day(int day, int month)
{
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* Kazakhstan: YYMMDD, sex and century, four digits, a check digit modulo 11 (a second row of weights where the first gives 10). */
static bool is_iin(const char *digits)
{
	int sum = 0, again = 0;

	if (!is_day(two(digits + 4), two(digits + 2)) || digits[6] > '6')
		return false;
	for (int i = 0; i < 11; i++) {
		sum += (digits[i] - '0') * (i + 1);
		again += (digits[i] - '0') * ((i + 2) % 11 + 1);
	}
	if (sum % 11 == 10)
		sum = again;
	return sum % 11 == digits[11] - '0';
}

/* Kyrgyzstan: 1 or 2, DDMMYYYY, five digits. Uzbekistan: 1 to 6 for sex and century, DDMMYY, district, number, check digit. */
static bool is_pin(const char *digits)
{
	return digits[0] >= '1' && digits[0] <= '6' && is_day(two(digits + 1), two(digits + 3));
}

static bool is_identity(struct scan *scan, const struct run *run)
{
	enum label label = labelled(scan, WORD_IDENTITY);

	if (label == LABEL_DIRECT || (label == LABEL_LOOSE && run->count == 1))
		return run->length >= 9 && run->length <= 14 && !(run->length == 14 && run->digits[0] == '0');
	if (run->count != 1 || is_money(scan, run->tokens[0]))
		return false;
	return (run->length == 12 && is_iin(run->digits)) || (run->length == 14 && is_pin(run->digits));
}

/* "passport 400123456", "паспорт 4509 123456": a row of digits with its label. */
static bool is_labelled_passport(struct scan *scan, const struct run *run)
{
	return labelled(scan, WORD_PASSPORT) == LABEL_DIRECT && run->length >= 6 && run->length <= 10 && !is_quantity(run) && !run->plus &&
		run->count <= 3;
}

/* --- passports with letters ---------------------------------------------------------------------------------- */

/* The Latin letter that a small letter of a series is or looks like; 0: none. */
static char latin(const char **text)
{
	static const struct { const char *letter; char latin; } alike[] = {
		{ "а", 'a' }, { "в", 'b' }, { "е", 'e' }, { "к", 'k' }, { "м", 'm' }, { "н", 'n' }, { "о", 'o' }, { "р", 'p' }, { "с", 'c' },
		{ "т", 't' }, { "у", 'y' }, { "х", 'x' }, { "і", 'i' }, { "ѕ", 's' }, { "ј", 'j' }, { "д", 'd' }, { "ф", 'f' }, { "и", 'i' },
		{ "ş", 's' }, { "ä", 'a' }, { "ž", 'z' }, { "ý", 'y' }, { "ň", 'n' }, { "ö", 'o' }, { "ü", 'u' }, { "ç", 'c' }, { "ш", 's' },
	};
	unsigned char first = (unsigned char)**text;

	if (first < 0x80)
		return *(*text)++;
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (strncmp(*text, alike[i].letter, strlen(alike[i].letter)) == 0) {
			*text += strlen(alike[i].letter);
			return alike[i].latin;
		}
	return 0;
}

/* The series of a passport in Latin letters: at most four; false: the word is none. */
static bool series_of(const struct token *token, char series[8])
{
	const char *text = token->text;
	size_t length = 0;

	if (token->kind != TOKEN_WORD || !token->shout || token->count > 4)
		return false;
	while (*text != '\0') {
		char letter = latin(&text);

		if (letter == 0)
			return false;
		series[length++] = letter;
	}
	series[length] = '\0';
	return length > 0;
}

/* Known series that are flagged without a label: letters and how many digits. N and A also stand for "number": only written together. */
static bool is_known(const char *series, size_t digits, bool together)
{
	static const char *const pairs[] = { "aa", "ab", "ac", "ad", "ae", "an", "fa", "fb", "fk", "ka", "kb", "id", "pe", NULL };

	if (strlen(series) == 1)
		return together && ((series[0] == 'n' && (digits == 7 || digits == 8)) || (series[0] == 'a' && (digits == 7 || digits == 8)));
	return strlen(series) == 2 && digits == 7 && starts(series, pairs);
}

/* "I-AŞ 123456": a Turkmen passport's Roman number, district and six digits. */
static size_t turkmen_passport(struct scan *scan)
{
	char roman[8], district[8];
	const struct token *number;
	int at = 3;

	if (!series_of(scan_token(scan, 0), roman) || strspn(roman, "iv") != strlen(roman) || !scan_is_sign(scan, 1, '-'))
		return 0;
	if (scan_token(scan, 1)->gap || !series_of(scan_token(scan, 2), district) || strlen(district) != 2)
		return 0;
	if (scan_is_sign(scan, at, 0x2116) || scan_is_sign(scan, at, '-'))
		at++;
	number = scan_token(scan, at);
	return number->kind == TOKEN_NUMBER && number->count == 6 && ends(scan, (size_t)at + 1) ? (size_t)at + 1 : 0;
}

/* A series of letters at hand, perhaps "№" or "No.", and digits. */
static size_t lettered_passport(struct scan *scan)
{
	char series[8];
	int at = 1;
	const struct token *number;
	bool together;

	if (!begins(scan) || !series_of(scan_token(scan, 0), series))
		return 0;
	if (scan_token(scan, at)->kind == TOKEN_WORD && scan_token(scan, at)->word == WORD_FILLER)
		at++;
	while (at < 4 && (scan_is_sign(scan, at, 0x2116) || scan_is_sign(scan, at, '-') || (at > 1 && scan_is_sign(scan, at, '.'))))
		at++;
	number = scan_token(scan, at);
	together = at == 1 && !number->gap;
	if (number->kind != TOKEN_NUMBER || number->line || !ends(scan, (size_t)at + 1) || is_money(scan, (size_t)at + 1))
		return 0;
	if (is_known(series, number->count, together))
		return (size_t)at + 1;
	if (number->count < 6 || number->count > 9 || strlen(series) > 3)
		return 0;
	return labelled(scan, WORD_PASSPORT) != LABEL_NONE ? (size_t)at + 1 : 0;
}

static bool number_at_hand(struct scan *scan, const struct run *run, enum personal_kind *kind)
{
	if (!ends(scan, run->tokens[run->count - 1]))
		return false;
	if (is_identity(scan, run))
		*kind = PERSONAL_IDENTITY;
	else if (is_labelled_passport(scan, run))
		*kind = PERSONAL_PASSPORT;
	else if (is_telephone(scan, run))
		*kind = PERSONAL_TELEPHONE;
	else
		return false;
	return true;
}

size_t personal_number(struct scan *scan, enum personal_kind *kind)
{
	const struct token *token = scan_token(scan, 0);
	struct run run;
	size_t length;

	if (token->kind == TOKEN_WORD) {
		*kind = PERSONAL_PASSPORT;
		if (token->count > 4 || !token->shout)
			return 0;
		length = turkmen_passport(scan);
		return length > 0 ? length : lettered_passport(scan);
	}
	if (token->kind != TOKEN_NUMBER && token->sign != '+' && token->sign != '(')
		return 0;
	if (!begins(scan))
		return 0;
	gather(scan, &run);
	/* The longest first; a number is not cut where no blank stands. */
	for (size_t count = run.count; count > 0; count--) {
		struct run shorter = part(&run, count);

		if ((count == run.count || !run.tight[count]) && number_at_hand(scan, &shorter, kind))
			return shorter.tokens[count - 1];
	}
	return 0;
}
