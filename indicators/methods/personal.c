/* personal: see personal.h. The walk over a text; what is looked for stands in personal_number.c, personal_birth.c, personal_name.c. */
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/methods/personal.h"
#include "indicators/methods/personal_scan.h"

/* One character of valid UTF-8 at `at`; its length in bytes. The end is 0, of length 0. */
static size_t character(const char *text, size_t at, uint32_t *code)
{
	const unsigned char *p = (const unsigned char *)text + at;
	size_t length = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;

	if (*p == 0) {
		*code = 0;
		return 0;
	}
	*code = length == 1 ? *p : *p & (0x7Fu >> length);
	for (size_t i = 1; i < length; i++) {
		if ((p[i] & 0xC0) != 0x80) { /* not valid: never beyond the end */
			*code = 0xFFFD;
			return i;
		}
		*code = *code << 6 | (p[i] & 0x3Fu);
	}
	return length;
}

static bool is_blank(uint32_t code)
{
	return code <= 0x20 || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
		code == 0x205F || code == 0x3000 || code == 0x85;
}

/* Takes no room, or turns the direction: as if it was not there. */
static bool is_unseen(uint32_t code)
{
	return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) ||
		code == 0xFEFF;
}

static bool is_accent(uint32_t code)
{
	return code >= 0x300 && code <= 0x36F;
}

static bool is_letter(uint32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
		(code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) || (code >= 0x400 && code <= 0x481) ||
		(code >= 0x48A && code <= 0x52F) || (code >= 0x1E00 && code <= 0x1EFF);
}

static int digit(uint32_t code)
{
	if (code >= '0' && code <= '9')
		return (int)(code - '0');
	if (code >= 0xFF10 && code <= 0xFF19)
		return (int)(code - 0xFF10);
	return -1;
}

static bool is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x2018 || code == '`' || code == 0x2BB || code == 0x2BC;
}

/* Small letters of Latin and Cyrillic; ё is е, as both are written. */
static uint32_t small(uint32_t code)
{
	if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) || (code >= 0x410 && code <= 0x42F))
		code += 0x20;
	else if (code == 0x130)
		code = 'i';
	else if (code == 0x178)
		code = 0xFF;
	else if (code >= 0x400 && code <= 0x40F)
		code += 0x50;
	else if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E) || (code >= 0x4C1 && code <= 0x4CE) ||
		(code >= 0x1CD && code <= 0x1DC))
		code += code & 1;
	else if (code == 0x4C0)
		code = 0x4CF;
	else if ((code >= 0x100 && code <= 0x177) || (code >= 0x1DE && code <= 0x24F) || (code >= 0x460 && code <= 0x52F) ||
		(code >= 0x1E00 && code <= 0x1EFF))
		code |= 1;
	return code == 0x451 ? 0x435 : code;
}

static bool is_capital(uint32_t code)
{
	return is_letter(code) && code != 0x451 && small(code) != code;
}

static uint32_t plain_sign(uint32_t code)
{
	if ((code >= 0x2010 && code <= 0x2013) || code == 0x2212 || code == 0xFE63 || code == 0xFF0D)
		return '-';
	if (code == 0x2014 || code == 0x2015)
		return 0x2014;
	if (code == 0xFF0B)
		return '+';
	return code;
}

/* Adds a character to the token's text; of a text that has no room it leaves nothing. */
static void keep(struct token *token, size_t *length, bool *full, uint32_t code)
{
	char bytes[4];
	size_t size = 0;

	if (code < 0x80) {
		bytes[size++] = (char)code;
	} else if (code < 0x800) {
		bytes[size++] = (char)(0xC0 | code >> 6);
		bytes[size++] = (char)(0x80 | (code & 0x3F));
	} else {
		bytes[size++] = (char)(0xE0 | code >> 12);
		bytes[size++] = (char)(0x80 | (code >> 6 & 0x3F));
		bytes[size++] = (char)(0x80 | (code & 0x3F));
	}
	if (*full || *length + size >= TOKEN_TEXT) {
		*full = true;
		*length = 0;
		return;
	}
	memcpy(token->text + *length, bytes, size);
	*length += size;
}

static void read_number(struct scan *scan, struct token *token)
{
	size_t length = 0, size;
	bool full = false;
	uint32_t code;

	token->kind = TOKEN_NUMBER;
	while ((size = character(scan->text, scan->at, &code)) > 0 && digit(code) >= 0) {
		keep(token, &length, &full, (uint32_t)('0' + digit(code)));
		token->count++;
		scan->at += size;
		scan->work++;
	}
	token->text[length] = '\0';
}

/* "victim's" is "victim". */
static void cut_genitive(char *text, size_t length)
{
	if (length > 3 && strcmp(text + length - 2, "'s") == 0)
		text[length - 2] = '\0';
}

static void read_word(struct scan *scan, struct token *token)
{
	size_t length = 0, size, capitals = 0;
	bool full = false;
	uint32_t code, last = 0;

	token->kind = TOKEN_WORD;
	while ((size = character(scan->text, scan->at, &code)) > 0) {
		uint32_t next;

		if (is_apostrophe(code) && last != 0) {
			(void)character(scan->text, scan->at + size, &next);
			if (!is_letter(next))
				break;
			keep(token, &length, &full, '\'');
		} else if (code == 0x306 && (last == 0x438 || last == 0x418) && length >= 2 && !full) {
			length -= 2; /* и and a breve */
			keep(token, &length, &full, 0x439);
		} else if (is_letter(code)) {
			capitals += is_capital(code);
			if (token->count++ == 0)
				token->capital = is_capital(code);
			keep(token, &length, &full, small(code));
		} else if (!is_accent(code) && !is_unseen(code)) {
			break;
		}
		last = code;
		scan->at += size;
		scan->work++;
	}
	token->text[length] = '\0';
	cut_genitive(token->text, length);
	token->shout = capitals == token->count;
	token->word = personal_word(token->text);
}

static void read_token(struct scan *scan, struct token *token)
{
	size_t size;
	uint32_t code;

	*token = (struct token){ .kind = TOKEN_NONE };
	while ((size = character(scan->text, scan->at, &code)) > 0 && (is_blank(code) || is_unseen(code) || is_accent(code))) {
		token->gap = token->gap || is_blank(code);
		token->line = token->line || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029 || code == 0x85;
		scan->at += size;
		scan->work++;
	}
	token->start = scan->at;
	if (size == 0) {
		token->end = scan->at;
		return;
	}
	if (digit(code) >= 0) {
		read_number(scan, token);
	} else if (is_letter(code)) {
		read_word(scan, token);
	} else {
		token->kind = TOKEN_SIGN;
		token->sign = plain_sign(code);
		scan->at += size;
		scan->work++;
	}
	token->end = scan->at;
}

const struct token *scan_token(struct scan *scan, int offset)
{
	static const struct token none = { .kind = TOKEN_NONE, .gap = true };
	size_t index;

	scan->work++;
	if (offset < -SCAN_BACK || offset > SCAN_AHEAD || (offset < 0 && (size_t)-offset > scan->here))
		return &none;
	index = offset < 0 ? scan->here - (size_t)-offset : scan->here + (size_t)offset;
	while (scan->made <= index)
		read_token(scan, &scan->ring[scan->made++ % SCAN_RING]);
	return &scan->ring[index % SCAN_RING];
}

bool scan_is_sign(struct scan *scan, int offset, uint32_t sign)
{
	const struct token *token = scan_token(scan, offset);

	return token->kind == TOKEN_SIGN && token->sign == sign;
}

bool scan_ends_sentence(struct scan *scan, int offset)
{
	const struct token *token = scan_token(scan, offset);
	const struct token *before = scan_token(scan, offset - 1);

	if (token->kind == TOKEN_NONE)
		return true;
	if (token->kind != TOKEN_SIGN)
		return false;
	if (token->sign == '!' || token->sign == '?' || token->sign == ';')
		return true;
	return token->sign == '.' && (before->kind != TOKEN_WORD || before->count > 3) && scan_token(scan, offset + 1)->gap;
}

static size_t look(struct scan *scan, enum personal_kind *kind)
{
	const struct token *token = scan_token(scan, 0);
	size_t count = personal_birth(scan);

	if (count > 0) {
		*kind = PERSONAL_BIRTH;
		return count;
	}
	if ((count = personal_number(scan, kind)) > 0)
		return count;
	*kind = PERSONAL_NAME;
	return token->kind == TOKEN_WORD && token->capital ? personal_name(scan) : 0;
}

size_t personal_scan(const char *text, struct personal_mark *marks, size_t most, size_t *work)
{
	struct scan scan = { .text = text != NULL ? text : "" };
	size_t found = 0;

	while (found < most && scan_token(&scan, 0)->kind != TOKEN_NONE) {
		enum personal_kind kind;
		size_t count = look(&scan, &kind), start;

		if (count == 0) {
			scan.here++;
			continue;
		}
		start = scan_token(&scan, 0)->start;
		marks[found++] = (struct personal_mark){ .start = start, .length = scan_token(&scan, (int)count - 1)->end - start, .kind = kind };
		scan.here += count;
	}
	*work = scan.work;
	return found;
}

size_t personal_find(const char *text, struct personal_mark *marks, size_t most)
{
	size_t work;

	return personal_scan(text, marks, most, &work);
}

const char *personal_kind_name(enum personal_kind kind)
{
	static const char *const names[PERSONAL_KINDS] = { "telephone", "passport", "identity", "birth", "name" };

	return names[kind];
}

const char *personal_kind_title(enum personal_kind kind)
{
	static const char *const titles[PERSONAL_KINDS] = {
		N_("telephone number"),
		N_("passport number"),
		N_("personal identification number"),
		N_("date of birth"),
		N_("name of a person"),
	};

	return _(titles[kind]);
}
