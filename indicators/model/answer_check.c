/* answer_check: whether an answer fits its indicator's definition; see answer.h. Pure. */
#include <math.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/answer.h"

#define TEXT_MAX 2000

static bool blank(const char *text)
{
	return text == NULL || text[strspn(text, " \t\r\n")] == '\0';
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || (!(a < b) && !(a > b) && !isnan(a) && !isnan(b));
}

static bool has_item(const struct answer_content *content, const char *item)
{
	for (size_t i = 0; i < content->item_count; i++)
		if (strcmp(content->items[i], item) == 0)
			return true;
	return false;
}

bool answer_content_equal(const struct answer_content *a, const struct answer_content *b)
{
	if (a->item_count != b->item_count)
		return false;
	for (size_t i = 0; i < a->item_count; i++)
		if (!has_item(b, a->items[i]))
			return false;
	return strcmp(a->status, b->status) == 0 && same_number(a->value, b->value) && same_number(a->numerator, b->numerator)
		&& same_number(a->denominator, b->denominator) && same_text(a->reason, b->reason) && same_text(a->narrative, b->narrative)
		&& same_text(a->source, b->source) && same_text(a->note, b->note);
}

MUST_USE static enum err check_text(const char *text, size_t most, const char *field, struct error *error)
{
	if (text != NULL && strlen(text) > most)
		return error_set_field(error, ERR_INVALID, field, _("This text is too long; at most %zu bytes fit."), most);
	return ERR_OK;
}

MUST_USE static enum err check_items(const struct question *question, struct answer_content *content, struct error *error)
{
	for (size_t i = 0; i < content->item_count; i++) {
		bool known = false;

		for (size_t j = 0; j < question->item_count; j++)
			known = known || strcmp(question->items[j].code, content->items[i]) == 0;
		if (!known)
			return error_set_field(error, ERR_INVALID, "item", _("This indicator has no item %s."), content->items[i]);
		for (size_t j = 0; j < i; j++)
			if (strcmp(content->items[i], content->items[j]) == 0)
				return error_set_field(error, ERR_INVALID, "item", _("Item %s is there twice."), content->items[i]);
	}
	/* Nothing ticked is not yet an answer in a draft; "none is met" is said by submitting it. */
	content->value = (double)content->item_count;
	return ERR_OK;
}

MUST_USE static enum err check_numbers(const struct question *question, struct answer_content *content, struct error *error)
{
	struct score_scale scale = question_scale(question);
	struct score_answer numbers = { .value = content->value, .numerator = content->numerator, .denominator = content->denominator,
		.score = NAN };
	enum err err;

	if (question->type == SCORE_CHECKLIST && (err = check_items(question, content, error)) != ERR_OK)
		return err;
	if (question->type == SCORE_CHECKLIST)
		numbers.value = content->value;
	else if (content->item_count > 0)
		return error_set_field(error, ERR_INVALID, "item", "%s", _("This indicator has no items to tick."));
	if (score_type_divided(question->type) && !question_has_fraction(question) && (!isnan(content->numerator) || !isnan(content->denominator)))
		return error_set_field(error, ERR_INVALID, "numerator", "%s", _("This indicator asks for the value only."));
	if (score_type_divided(question->type) && isnan(content->numerator) != isnan(content->denominator)) {
		/* Half a fraction is fine in a draft, as far as it goes. */
		const char *field = isnan(content->numerator) ? "denominator" : "numerator";
		double half = isnan(content->numerator) ? content->denominator : content->numerator;

		if (half < 0)
			return error_set_field(error, ERR_INVALID, field, "%s", _("A number below 0 cannot be right here."));
		content->value = NAN;
		return ERR_OK;
	}
	if (isnan(numbers.value) && isnan(numbers.numerator) && isnan(numbers.denominator))
		return ERR_OK;
	if ((err = score_check(&scale, &numbers, error)) != ERR_OK)
		return err;
	content->value = numbers.value;
	return ERR_OK;
}

enum err answer_check(const struct question *question, struct answer_content *content, struct error *error)
{
	bool reported = strcmp(content->status, "reported") == 0;
	enum err err;

	if (!reported && strcmp(content->status, "not_available") != 0 && strcmp(content->status, "not_applicable") != 0)
		return error_set_field(error, ERR_INVALID, "status", "%s",
			_("Say whether the answer is reported, not available or not applicable."));
	if (reported) {
		content->reason = NULL;
		if ((err = check_numbers(question, content, error)) != ERR_OK)
			return err;
	} else {
		content->value = content->numerator = content->denominator = NAN;
		content->item_count = 0;
	}
	if ((err = check_text(content->reason, TEXT_MAX, "reason", error)) != ERR_OK
		|| (err = check_text(content->narrative, ANSWER_TEXT_MAX, "narrative", error)) != ERR_OK
		|| (err = check_text(content->source, TEXT_MAX, "source", error)) != ERR_OK
		|| (err = check_text(content->note, TEXT_MAX, "note", error)) != ERR_OK)
		return err;
	return ERR_OK;
}

enum err answer_check_complete(const struct question *question, const struct answer_content *content, size_t evidence,
	bool correction, struct error *error)
{
	if (strcmp(content->status, "reported") != 0) {
		if (blank(content->reason))
			return error_set_field(error, ERR_INVALID, "reason", "%s", strcmp(content->status, "not_available") == 0
				? _("Say why no answer is available.") : _("Say why the indicator does not apply."));
	} else if (isnan(content->value)) {
		if (question->type == SCORE_LADDER)
			return error_set_field(error, ERR_INVALID, "value", "%s", _("Choose a level."));
		if (question->type == SCORE_YES_NO)
			return error_set_field(error, ERR_INVALID, "value", "%s", _("Choose yes or no."));
		if (question_has_fraction(question) && isnan(content->denominator) && !isnan(content->numerator))
			return error_set_field(error, ERR_INVALID, "denominator", "%s", _("The denominator is missing."));
		if (question_has_fraction(question) && isnan(content->numerator))
			return error_set_field(error, ERR_INVALID, "numerator", "%s", _("The numerator is missing."));
		return error_set_field(error, ERR_INVALID, "value", "%s", _("The value is missing."));
	} else if (question->type == SCORE_LADDER && content->value >= 3 && evidence == 0) {
		return error_set_field(error, ERR_INVALID, "evidence", "%s",
			_("Level 3 and above needs evidence: add a citation or a link."));
	}
	if (correction && blank(content->note))
		return error_set_field(error, ERR_INVALID, "note", "%s",
			_("This answer was published before. Write a public note that says what was corrected and why."));
	return ERR_OK;
}
