/* answer_findings: what speaks against an answer as it stands, and whether it may be submitted; see answer.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/utf8.h"
#include "indicators/model/answer.h"

#define FINDINGS_MAX 100

/* What the checks look at. */
struct facts {
	struct arena *arena;
	const struct question *question;
	const struct answer *answer;
	const struct answer_content *content;
	size_t evidence;
	bool cleared; /* compared only with what is cleared */
	struct answer_findings *findings;
};

static void add(const struct facts *facts, bool hard, const char *field, const char *text)
{
	struct answer_findings *findings = facts->findings;

	if (findings->count == FINDINGS_MAX)
		return;
	findings->rows[findings->count++] = (struct answer_finding){ .hard = hard, .field = field, .text = text };
	findings->hard += hard;
}

static const char *number(const struct facts *facts, double value)
{
	return number_typed(facts->arena, number_round_half_even(value, 4));
}

/* --- what the type asks for --- */

static void check_missing(const struct facts *facts)
{
	const struct answer_content *content = facts->content;
	const struct question *question = facts->question;

	if (question->type == SCORE_LADDER)
		add(facts, true, "value", _("Tick the criteria that are met, or say that none is (level 0)."));
	else if (question->type == SCORE_YES_NO)
		add(facts, true, "value", _("Choose yes or no."));
	else if (question_has_fraction(question) && isnan(content->denominator) && !isnan(content->numerator))
		add(facts, true, "denominator", _("The denominator is missing."));
	else if (question_has_fraction(question) && isnan(content->numerator))
		add(facts, true, "numerator", _("The numerator is missing."));
	else
		add(facts, true, "value", _("The value is missing."));
}

static void check_complete(const struct facts *facts)
{
	const struct answer_content *content = facts->content;

	if (strcmp(content->status, "reported") != 0) {
		if (utf8_is_blank(content->reason))
			add(facts, true, "reason", strcmp(content->status, "not_available") == 0
				? _("Say why no answer is available.") : _("Say why the indicator does not apply."));
	} else if (isnan(content->value)) {
		check_missing(facts);
	} else if (facts->question->type == SCORE_LADDER && content->value >= 3 && facts->evidence == 0) {
		add(facts, true, "evidence", _("Level 3 and above needs evidence: add a citation, a link or a file."));
	}
}

/* What was published is corrected only with a public note, and each correction with one of its own. */
MUST_USE static enum err check_note(struct database *db, const struct facts *facts, struct error *error)
{
	struct answer_content released;

	/* As it was published it corrects nothing. */
	if (facts->answer->released_revision == 0 || (facts->cleared && facts->answer->revision == facts->answer->released_revision))
		return ERR_OK;
	if (utf8_is_blank(facts->content->note)) {
		add(facts, true, "note", _("This answer was published before. Write a public note that says what was corrected and why."));
		return ERR_OK;
	}
	enum err err = answer_revision(db, facts->arena, facts->answer->id, facts->answer->released_revision, &released, error);
	if (err == ERR_OK && !utf8_is_blank(released.note) && strcmp(released.note, facts->content->note) == 0)
		add(facts, true, "note", _("This note stands beside what was published already. Write what is corrected this time, and why."));
	return err;
}

static void check_total(const struct facts *facts, const struct question_dimension *dimension)
{
	const struct answer_content *content = facts->content;
	size_t length = strlen(dimension->code), given = 0;
	double sum = 0;

	for (size_t i = 0; i < content->cell_count; i++)
		if (strncmp(content->cells[i].cell, dimension->code, length) == 0 && content->cells[i].cell[length] == '=') {
			sum += content->cells[i].value;
			given++;
		}
	/* A breakdown that is not known at all is left empty. */
	if (given == 0 || isnan(content->value) || (sum >= content->value && sum <= content->value))
		return;
	add(facts, true, arena_printf(facts->arena, "cell:%s", dimension->code), arena_printf(facts->arena, sum < content->value
		? _("%s: the categories add up to %s, but the total is %s. Put those of whom it is not known under “unknown”.")
		: _("%s: the categories add up to %s, but the total is %s."), dimension->title, number(facts, sum), number(facts, content->value)));
}

/* --- the catalogue's rules --- */

MUST_USE static enum err load_others(struct database *db, const struct facts *facts, const char *code, struct rule_numbers *numbers,
	bool *found, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_numbers);

	query_int(query, "round", facts->answer->round);
	query_text(query, "participant", facts->answer->participant);
	query_text(query, "indicator", code);
	query_int(query, "cleared", facts->cleared);
	*found = query_next(query);
	if (*found)
		*numbers = (struct rule_numbers){ .value = query_column_real(query, 0), .numerator = query_column_real(query, 1),
			.denominator = query_column_real(query, 2) };
	return query_end(query, error);
}

static struct rule_numbers numbers_of(const struct answer_content *content)
{
	return (struct rule_numbers){ .value = content->value, .numerator = content->numerator, .denominator = content->denominator };
}

static const char *part_title(enum rule_part part)
{
	return part == RULE_NUMERATOR ? _("the numerator") : part == RULE_DENOMINATOR ? _("the denominator") : _("the value");
}

static const char *broken_text(const struct facts *facts, const struct question_rule *rule, const struct rule_numbers *own,
	const struct rule_numbers *beside, const char *last_period)
{
	struct arena *arena = facts->arena;
	const char *words = question_rule_text(arena, facts->question, rule);
	const char *now = number(facts, rule_part_of(own, rule->rule.part)), *text = words;

	switch (rule->rule.kind) {
	case RULE_RANGE:
		text = arena_printf(arena, _("%s Here %s is %s."), words, part_title(rule->rule.part), now);
		break;
	case RULE_JUMP:
		text = arena_printf(arena, _("%s It was %s in %s and is %s now."), words, number(facts, rule_part_of(beside, rule->rule.part)),
			last_period, now);
		break;
	case RULE_AT_MOST:
	case RULE_EQUALS:
		text = arena_printf(arena, _("%s Here %s is %s, there it is %s."), words, part_title(rule->rule.part), now,
			number(facts, rule_part_of(beside, rule->rule.other_part)));
		break;
	case RULE_KINDS:
		break;
	}
	return rule->why != NULL && rule->why[0] != '\0' ? arena_printf(arena, "%s %s", text, rule->why) : text;
}

MUST_USE static enum err check_rules(struct database *db, const struct facts *facts, bool hard, struct error *error)
{
	struct answer_content last_content;
	const char *last_period = NULL;
	bool other_version = false;
	struct rule_numbers own = numbers_of(facts->content), last = own;

	enum err err = (facts->cleared ? answer_accepted_before : answer_of_last_round)(db, facts->arena, facts->answer, &last_content,
		&last_period, &other_version, error);
	bool comparable = err == ERR_OK && last_period != NULL && !other_version && strcmp(last_content.status, "reported") == 0;
	if (comparable)
		last = numbers_of(&last_content);
	for (size_t i = 0; err == ERR_OK && i < facts->question->rule_count; i++) {
		const struct question_rule *rule = &facts->question->rules[i];
		struct rule_numbers other = own;
		bool has_other = false;

		if (rule->rule.hard != hard)
			continue;
		if (rule->rule.other != NULL && rule->rule.other[0] != '\0')
			err = load_others(db, facts, rule->rule.other, &other, &has_other, error);
		if (err == ERR_OK && rule_broken(&rule->rule, &own, comparable ? &last : NULL, has_other ? &other : NULL))
			add(facts, hard, rule_part_name(rule->rule.part),
				broken_text(facts, rule, &own, rule->rule.kind == RULE_JUMP ? &last : &other, last_period));
	}
	return err;
}

MUST_USE static enum err find(struct database *db, struct facts *facts, struct error *error)
{
	enum err err = ERR_OK;

	*facts->findings = (struct answer_findings){ .rows = arena_array(facts->arena, FINDINGS_MAX, sizeof *facts->findings->rows) };
	check_complete(facts);
	if ((err = check_note(db, facts, error)) != ERR_OK || strcmp(facts->content->status, "reported") != 0)
		return err;
	for (size_t i = 0; i < facts->question->dimension_count; i++)
		check_total(facts, &facts->question->dimensions[i]);
	if (facts->question->rule_count == 0)
		return ERR_OK;
	if ((err = check_rules(db, facts, true, error)) == ERR_OK)
		err = check_rules(db, facts, false, error);
	return err;
}

enum err answer_findings(struct database *db, struct arena *arena, const struct question *question, const struct answer *answer,
	const struct answer_content *content, size_t evidence, struct answer_findings *findings, struct error *error)
{
	struct facts facts = { .arena = arena, .question = question, .answer = answer, .content = content, .evidence = evidence,
		.findings = findings };

	return find(db, &facts, error);
}

enum err answer_findings_cleared(struct database *db, struct arena *arena, const struct question *question, const struct answer *answer,
	struct answer_findings *findings, struct error *error)
{
	struct facts facts = { .arena = arena, .question = question, .answer = answer, .content = &answer->content,
		.evidence = answer->evidence_count, .cleared = true, .findings = findings };

	return find(db, &facts, error);
}

enum err answer_check_complete(struct database *db, struct arena *arena, const struct question *question, const struct answer *answer,
	const struct answer_content *content, size_t evidence, struct error *error)
{
	struct answer_findings findings;
	struct buffer text = BUFFER_INIT(ERROR_TEXT_MAX);
	enum err err = answer_findings(db, arena, question, answer, content, evidence, &findings, error);

	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < findings.count; i++)
		if (findings.rows[i].hard)
			return error_set_field(error, ERR_INVALID, findings.rows[i].field, "%s", findings.rows[i].text);
	if (findings.count == 0 || !utf8_is_blank(content->explanation))
		return ERR_OK;
	for (size_t i = 0; i < findings.count; i++)
		buffer_printf(&text, " %s", findings.rows[i].text);
	err = error_set_field(error, ERR_INVALID, "explanation", _("Explain what is unusual here, then submit.%s"), buffer_text(&text));
	buffer_release(&text);
	return err;
}
