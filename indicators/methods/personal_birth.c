/* personal_birth: dates and years of birth. A date alone is an act's or a report's: only words of birth beside it make it a person's. */
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/personal_scan.h"

#define NEAR 7 /* tokens between "born" and the date */

static int number_of(const struct token *token, size_t least, size_t most)
{
	return token->kind == TOKEN_NUMBER && token->count >= least && token->count <= most ? (int)strtol(token->text, NULL, 10) : -1;
}

static bool is_year(int year)
{
	return year >= 1900 && year <= 2100;
}

static bool is_day(int day, int month)
{
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* 12.05.1998, 12/05/1998, 12-5-98, 1998-05-12 */
static size_t date_of_numbers(struct scan *scan, int at)
{
	const struct token *first = scan_token(scan, at), *sign = scan_token(scan, at + 1), *second = scan_token(scan, at + 2);
	const struct token *again = scan_token(scan, at + 3), *third = scan_token(scan, at + 4);
	int a = number_of(first, 1, 4), b = number_of(second, 1, 2), c = number_of(third, 1, 4);

	if (sign->kind != TOKEN_SIGN || again->kind != TOKEN_SIGN || sign->sign != again->sign || sign->gap || again->gap)
		return 0;
	if (sign->sign != '.' && sign->sign != '/' && sign->sign != '-')
		return 0;
	if (sign->sign != '.' && (second->gap || third->gap))
		return 0;
	if (first->count == 4 && second->count == 2 && third->count == 2)
		return is_year(a) && is_day(c, b) ? 5 : 0;
	if (first->count > 2 || (third->count != 2 && third->count != 4))
		return 0;
	return (is_day(a, b) || is_day(b, a)) && (third->count == 2 || is_year(c)) ? 5 : 0;
}

/* 12 May 1998, 12th of May, 1998, «12» мая 1998 */
static size_t date_day_first(struct scan *scan, int at)
{
	const struct token *token = scan_token(scan, at);
	int start = at, day, month;

	if (token->kind == TOKEN_SIGN && (token->sign == 0xAB || token->sign == '"'))
		token = scan_token(scan, ++at);
	day = number_of(token, 1, 2);
	token = scan_token(scan, ++at);
	if (token->kind == TOKEN_SIGN && (token->sign == 0xBB || token->sign == '"'))
		token = scan_token(scan, ++at);
	else if (token->kind == TOKEN_WORD && !token->gap && token->count == 2)
		token = scan_token(scan, ++at);
	if (token->kind == TOKEN_WORD && strcmp(token->text, "of") == 0)
		token = scan_token(scan, ++at);
	if (token->kind != TOKEN_WORD || token->word != WORD_MONTH)
		return 0;
	month = personal_month(token->text);
	token = scan_token(scan, ++at);
	if (token->kind == TOKEN_SIGN && (token->sign == ',' || token->sign == '.'))
		token = scan_token(scan, ++at);
	return is_day(day, month) && is_year(number_of(token, 4, 4)) ? (size_t)(at - start) + 1 : 0;
}

/* May 12, 1998 */
static size_t date_month_first(struct scan *scan, int at)
{
	const struct token *token = scan_token(scan, at);
	int start = at, month, day;

	if (token->kind != TOKEN_WORD || token->word != WORD_MONTH)
		return 0;
	month = personal_month(token->text);
	day = number_of(scan_token(scan, ++at), 1, 2);
	token = scan_token(scan, ++at);
	if (token->kind == TOKEN_WORD && !token->gap && token->count == 2)
		token = scan_token(scan, ++at);
	if (token->kind == TOKEN_SIGN && token->sign == ',')
		token = scan_token(scan, ++at);
	return is_day(day, month) && is_year(number_of(token, 4, 4)) ? (size_t)(at - start) + 1 : 0;
}

/* Not the middle of something longer: 3.12.05.1998 */
static bool begins(struct scan *scan)
{
	const struct token *before = scan_token(scan, -1);

	if (scan_token(scan, 0)->gap || before->kind == TOKEN_NONE)
		return true;
	return before->kind == TOKEN_SIGN && (before->gap || scan_token(scan, -2)->kind != TOKEN_NUMBER);
}

/* "date of birth", "год рождения" */
static bool dated(struct scan *scan, int birth)
{
	for (int back = birth - 1; back >= birth - 3; back--) {
		const struct token *token = scan_token(scan, back);

		if (token->kind == TOKEN_WORD && token->word == WORD_DATE)
			return true;
	}
	return false;
}

static bool born_before(struct scan *scan)
{
	if (scan_token(scan, -1)->word == WORD_BOUND)
		return false;
	for (int back = -1; back >= -NEAR; back--) {
		const struct token *token = scan_token(scan, back);

		if (token->word == WORD_LAW || token->kind == TOKEN_NUMBER || scan_ends_sentence(scan, back))
			return false;
		if (token->word == WORD_BORN || (token->word == WORD_BIRTH && dated(scan, back)))
			return true;
	}
	return false;
}

static bool word_is(struct scan *scan, int at, const char *word)
{
	const struct token *token = scan_token(scan, at);

	return token->kind == TOKEN_WORD && strcmp(token->text, word) == 0;
}

/* "12 May 1998 (date of birth)", «12.05.1998 — дата рождения» */
static bool named_after(struct scan *scan, int at)
{
	const struct token *sign = scan_token(scan, at);

	if (sign->kind != TOKEN_SIGN || (sign->sign != '(' && sign->sign != 0x2014 && !(sign->sign == '-' && sign->gap)))
		return false;
	for (int ahead = at + 1; ahead <= at + 3; ahead++) {
		const struct token *token = scan_token(scan, ahead);

		if (token->word == WORD_BORN || (token->word == WORD_BIRTH && dated(scan, ahead)))
			return true;
		if (token->kind != TOKEN_WORD)
			return false;
	}
	return false;
}

/* "г.р.", "г/р", "года рождения", "г. рожд." after it: how many tokens. */
static size_t born_after(struct scan *scan, int at)
{
	int start = at;

	if (scan_is_sign(scan, at, ','))
		at++;
	if (word_is(scan, at, "гр") && !scan_is_sign(scan, at + 1, '.'))
		return (size_t)(at - start) + 1;
	if (!word_is(scan, at, "г") && !word_is(scan, at, "года") && !word_is(scan, at, "год") && !word_is(scan, at, "году"))
		return word_is(scan, at, "dob") ? (size_t)(at - start) + 1 : 0;
	at++;
	if (scan_is_sign(scan, at, '.') || scan_is_sign(scan, at, '/'))
		at++;
	if (word_is(scan, at, "р") || word_is(scan, at, "рожд"))
		return (size_t)(at - start) + (scan_is_sign(scan, at + 1, '.') && !scan_token(scan, at + 1)->gap ? 2 : 1);
	return word_is(scan, at, "рождения") ? (size_t)(at - start) + 1 : 0;
}

size_t personal_birth(struct scan *scan)
{
	const struct token *token = scan_token(scan, 0);
	bool number = token->kind == TOKEN_NUMBER && token->count <= 4;
	size_t length = 0, after;

	if (!number && token->word != WORD_MONTH && token->sign != 0xAB && token->sign != '"')
		return 0;
	if (!begins(scan))
		return 0;
	if (number)
		length = date_of_numbers(scan, 0);
	if (length == 0)
		length = date_day_first(scan, 0);
	if (length == 0)
		length = date_month_first(scan, 0);
	if (length > 0) {
		after = born_after(scan, (int)length);
		return after > 0 || born_before(scan) || named_after(scan, (int)length) ? length + after : 0;
	}
	if (number && is_year(number_of(token, 4, 4)) && (after = born_after(scan, 1)) > 0)
		return 1 + after;
	return 0;
}
