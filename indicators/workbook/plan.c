/* plan: see plan.h. */
#include "indicators/workbook/plan.h"

#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/workbook/plan_rows.h"

struct making {
	struct database *db;
	struct arena *arena;
	struct plan *plan;
};

/* One answer's rows against what the workbook was made with and what is saved now. */
struct side {
	const struct book_answer *answer;
	const struct filled_row *rows;
	const struct answer_content *before; /* of the revision the workbook was made from; NULL: none */
	const struct answer_content *now;    /* NULL: none */
	struct book_content typed;           /* what stands in the workbook */
	bool *changed;                       /* by row */
};

static const char *shown(struct making *making, const struct side *side, const struct book_row *row, const struct answer_content *content)
{
	return book_value_text(making->arena, book_value(making->arena, side->answer, row, content));
}

static bool said(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static void add_cell(struct making *making, struct plan_answer *planned, const struct side *side, size_t i, const char *to, const char *wrong)
{
	const struct book_row *row = &side->answer->rows[i];
	const char *from = shown(making, side, row, side->before), *theirs = shown(making, side, row, side->now);
	struct plan_cell *cell = &planned->cells[planned->count++];

	*cell = (struct plan_cell){ .row = row, .place = side->rows[i].place, .from = from, .to = to, .wrong = wrong };
	if (strcmp(theirs, from) != 0 && strcmp(theirs, to) != 0)
		cell->theirs = theirs;
}

/* Takes what was typed into side->typed and marks the rows that differ from what the workbook was made with. */
static void take_rows(struct making *making, struct side *side, struct plan_answer *planned)
{
	for (size_t i = 0; i < side->answer->count; i++) {
		const struct book_row *row = &side->answer->rows[i];
		struct error wrong = ERROR_INIT;

		if (book_take(making->arena, side->answer, row, side->rows[i].value, &side->typed, &wrong) != ERR_OK)
			add_cell(making, planned, side, i, book_value_text(making->arena, side->rows[i].value), arena_strdup(making->arena, wrong.text));
	}
	for (size_t i = 0; i < side->answer->count; i++) {
		const struct book_row *row = &side->answer->rows[i];
		const char *typed = shown(making, side, row, &side->typed.content);

		if (row->part == BOOK_EVIDENCE)
			side->changed[i] = side->typed.evidence_count > 0;
		else if (row->part == BOOK_STATUS)
			/* Left empty it means what the workbook was made with, or else reported. */
			side->changed[i] = side->rows[i].value.kind != BOOK_EMPTY && strcmp(typed, shown(making, side, row, side->before)) != 0;
		else if (row->part == BOOK_ITEM)
			/* Nothing ticked and nothing ticked before are the same, whether "no" or empty. */
			side->changed[i] = (strcmp(typed, book_yes_no(true)) == 0) != (strcmp(shown(making, side, row, side->before), book_yes_no(true)) == 0);
		else
			side->changed[i] = strcmp(typed, shown(making, side, row, side->before)) != 0;
	}
}

static bool is_wrong(const struct plan_answer *planned, const struct book_row *row)
{
	for (size_t i = 0; i < planned->count; i++)
		if (planned->cells[i].row == row)
			return true;
	return false;
}

/* --- putting the typed over the present ------------------------------------------------------------------------------ */

static void set_item(struct making *making, struct answer_content *content, const char *key, bool met)
{
	const char **items = arena_array(making->arena, content->item_count + 1, sizeof *items);
	size_t count = 0;

	for (size_t i = 0; i < content->item_count; i++)
		if (strcmp(content->items[i], key) != 0)
			items[count++] = content->items[i];
	if (met)
		items[count++] = key;
	content->items = items;
	content->item_count = count;
}

static void set_cell(struct making *making, struct answer_content *content, const char *key, double value)
{
	struct answer_cell *cells = arena_array(making->arena, content->cell_count + 1, sizeof *cells);
	size_t count = 0;

	for (size_t i = 0; i < content->cell_count; i++)
		if (strcmp(content->cells[i].cell, key) != 0)
			cells[count++] = content->cells[i];
	if (!isnan(value))
		cells[count++] = (struct answer_cell){ .cell = key, .value = value };
	content->cells = cells;
	content->cell_count = count;
}

static void set_row(struct making *making, const struct book_row *row, const struct answer_content *typed, struct answer_content *content)
{
	switch (row->part) {
	case BOOK_STATUS:
		content->status = typed->status;
		break;
	case BOOK_LEVEL:
		/* A level that was chosen means that all its criteria are met, and those below. */
		content->value = typed->value;
		content->item_count = 0;
		break;
	case BOOK_YES_NO:
	case BOOK_VALUE:
		content->value = typed->value;
		break;
	case BOOK_NUMERATOR:
		content->numerator = typed->numerator;
		break;
	case BOOK_DENOMINATOR:
		content->denominator = typed->denominator;
		break;
	case BOOK_ITEM:
		set_item(making, content, row->key, answer_has_item(typed, row->key));
		break;
	case BOOK_CELL:
		set_cell(making, content, row->key, answer_cell_value(typed, row->key));
		break;
	case BOOK_REASON:
		content->reason = typed->reason;
		break;
	case BOOK_NARRATIVE:
		content->narrative = typed->narrative;
		break;
	case BOOK_SOURCE:
		content->source = typed->source;
		break;
	case BOOK_EXPLANATION:
		content->explanation = typed->explanation;
		break;
	case BOOK_EVIDENCE:
	case BOOK_PARTS:
		break;
	}
}

static bool is_number_part(enum book_part part)
{
	return part >= BOOK_LEVEL && part <= BOOK_CELL;
}

/* The present content with the changed rows put over it. */
static struct answer_content merged(struct making *making, const struct side *side, const struct plan_answer *planned)
{
	struct answer_content content = side->now != NULL ? *side->now
		: (struct answer_content){ .status = "reported", .value = NAN, .numerator = NAN, .denominator = NAN };
	bool value_typed = false, fraction_changed = false;

	for (size_t i = 0; i < side->answer->count; i++) {
		const struct book_row *row = &side->answer->rows[i];

		if (!side->changed[i] || is_wrong(planned, row))
			continue;
		set_row(making, row, &side->typed.content, &content);
		value_typed = value_typed || row->part == BOOK_VALUE;
		fraction_changed = fraction_changed || row->part == BOOK_NUMERATOR || row->part == BOOK_DENOMINATOR;
	}
	/* Beside a fraction the value is computed anew. */
	if (fraction_changed && !value_typed && isnan(side->typed.content.value))
		content.value = NAN;
	return content;
}

/* --- what is wrong with it -------------------------------------------------------------------------------------------- */

/* What would be dropped without a word: a value beside "not available", a reason beside a value. */
static const char *contradicts(const struct side *side, const struct answer_content *content, size_t i)
{
	const struct book_row *row = &side->answer->rows[i];
	bool reported = strcmp(content->status, "reported") == 0;

	if (!side->changed[i])
		return NULL;
	if (!reported && row->part == BOOK_ITEM && !answer_has_item(&side->typed.content, row->key))
		return NULL;
	if (!reported && is_number_part(row->part) && side->rows[i].value.kind != BOOK_EMPTY)
		return _("The status says that there is no answer. Change the status, or take out what stands here.");
	if (reported && row->part == BOOK_REASON && said(side->typed.content.reason))
		return _("A reason belongs to “not available” or “not applicable”. Choose one of them as the status, or take the reason out.");
	return NULL;
}

/* An answer's check names its field as the form does. */
static bool is_field(const struct book_row *row, const char *field)
{
	static const struct { enum book_part part; const char *field; } fields[] = {
		{ BOOK_STATUS, "status" }, { BOOK_LEVEL, "value" }, { BOOK_YES_NO, "value" }, { BOOK_VALUE, "value" },
		{ BOOK_NUMERATOR, "numerator" }, { BOOK_DENOMINATOR, "denominator" }, { BOOK_REASON, "reason" }, { BOOK_NARRATIVE, "narrative" },
		{ BOOK_SOURCE, "source" }, { BOOK_EXPLANATION, "explanation" }, { BOOK_EVIDENCE, "evidence" },
	};

	if (row->part == BOOK_CELL && strncmp(field, "cell:", 5) == 0)
		return strcmp(field + 5, row->key) == 0;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (fields[i].part == row->part && strcmp(fields[i].field, field) == 0)
			return true;
	return false;
}

/* Marks the cell of the field, listed already or not; else the answer. */
static void mark(struct making *making, struct plan_answer *planned, const struct side *side, const struct error *wrong)
{
	const char *text = arena_strdup(making->arena, wrong->text);

	for (size_t i = 0; i < planned->count; i++)
		if (is_field(planned->cells[i].row, wrong->field)) {
			planned->cells[i].wrong = planned->cells[i].wrong != NULL ? planned->cells[i].wrong : text;
			return;
		}
	for (size_t i = 0; i < side->answer->count; i++)
		if (is_field(&side->answer->rows[i], wrong->field)) {
			add_cell(making, planned, side, i, shown(making, side, &side->answer->rows[i], &planned->content), text);
			return;
		}
	planned->wrong = text;
}

static void list_changes(struct making *making, struct plan_answer *planned, const struct side *side)
{
	for (size_t i = 0; i < side->answer->count; i++) {
		const struct book_row *row = &side->answer->rows[i];
		const char *to = row->part == BOOK_EVIDENCE ? book_value_text(making->arena, side->rows[i].value)
			: shown(making, side, row, &planned->content);

		if (side->changed[i] && !is_wrong(planned, row))
			add_cell(making, planned, side, i, to, contradicts(side, &planned->content, i));
	}
}

static size_t count_wrong(const struct plan_answer *planned)
{
	size_t count = planned->wrong != NULL;

	for (size_t i = 0; i < planned->count; i++)
		count += planned->cells[i].wrong != NULL;
	return count;
}

/* --- an answer ---------------------------------------------------------------------------------------------------------- */

MUST_USE static enum err load_before(struct making *making, struct side *side, int64_t base, struct answer_content *before, struct error *error)
{
	const struct answer *answer = &side->answer->answer;

	side->now = book_saved(side->answer);
	side->before = base == answer->revision ? side->now : NULL;
	if (base == 0 || base == answer->revision)
		return ERR_OK;
	side->before = before;
	return answer_revision(making->db, making->arena, answer->id, base, before, error);
}

MUST_USE static enum err judge(struct making *making, struct plan_answer *planned, const struct side *side, struct error *error)
{
	const struct answer *answer = &side->answer->answer;
	struct error wrong = ERROR_INIT;

	if (!side->answer->open) {
		planned->wrong = arena_printf(making->arena, _("This answer cannot be changed now: %s"), side->answer->closed);
		return ERR_OK;
	}
	if (count_wrong(planned) == 0 && answer_check(making->arena, &side->answer->question, &planned->content, &wrong) != ERR_OK)
		mark(making, planned, side, &wrong);
	for (size_t i = 0; count_wrong(planned) == 0 && i < planned->added_count; i++)
		if (answer_check_evidence(&planned->added[i], &wrong) != ERR_OK)
			mark(making, planned, side, &wrong);
	if (count_wrong(planned) > 0)
		return ERR_OK;
	answer_personal(making->arena, &planned->content, planned->added, planned->added_count, side->now, &planned->personals);
	return answer_findings(making->db, making->arena, &side->answer->question, answer, &planned->content,
		answer->evidence_count + planned->added_count, &planned->findings, error);
}

MUST_USE static enum err plan_one(struct making *making, const struct book_answer *answer, const struct filled_row *rows, struct error *error)
{
	struct arena *arena = making->arena;
	struct plan *plan = making->plan;
	struct plan_answer *planned = &plan->answers[plan->count];
	struct answer_content before;
	struct side side = { .answer = answer, .rows = rows, .typed = book_content(arena, answer),
		.changed = arena_array(arena, answer->count, sizeof(bool)) };

	*planned = (struct plan_answer){ .answer = answer, .cells = arena_array(arena, 2 * answer->count, sizeof *planned->cells) };
	enum err err = load_before(making, &side, rows[0].revision, &before, error);
	if (err != ERR_OK)
		return err;
	take_rows(making, &side, planned);
	planned->content = merged(making, &side, planned);
	planned->added = side.typed.evidence;
	planned->added_count = side.typed.evidence_count;
	planned->conflict = rows[0].revision != answer->answer.revision;
	list_changes(making, planned, &side);
	if (planned->count == 0)
		return ERR_OK;
	if ((err = judge(making, planned, &side, error)) != ERR_OK)
		return err;
	plan->count++;
	plan->cells += planned->count;
	plan->wrong += count_wrong(planned);
	plan->conflicts += planned->conflict;
	plan->personals += planned->personals.count;
	return ERR_OK;
}

static void add_to_digest(crypto_generichash_state *state, const char *text)
{
	/* With its end, so that two texts are never taken for others. */
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

static void digest(struct plan *plan)
{
	crypto_generichash_state state;
	unsigned char hash[16];
	char number[32];

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_answer *planned = &plan->answers[i];

		snprintf(number, sizeof number, "%lld.%d", (long long)planned->answer->answer.revision, (int)planned->answer->answer.state);
		add_to_digest(&state, number);
		add_to_digest(&state, planned->personals.confirm != NULL ? planned->personals.confirm : "");
		for (size_t j = 0; j < planned->count; j++) {
			add_to_digest(&state, planned->cells[j].row->id);
			add_to_digest(&state, planned->cells[j].from);
			add_to_digest(&state, planned->cells[j].to);
		}
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(plan->digest, sizeof plan->digest, hash, sizeof hash);
}

enum err plan_make(struct database *db, struct arena *arena, const struct book *book, const struct filled *filled, struct plan *plan,
	struct error *error)
{
	struct making making = { .db = db, .arena = arena, .plan = plan };
	const struct filled_row *rows = filled->rows;

	*plan = (struct plan){ .book = book, .answers = arena_array(arena, book->count, sizeof *plan->answers) };
	enum err err = plan_check_origin(book, arena, filled, error);
	if (err == ERR_OK)
		err = plan_check_rows(book, filled, error);
	for (size_t i = 0; err == ERR_OK && i < book->count; rows += book->answers[i].count, i++)
		err = plan_one(&making, &book->answers[i], rows, error);
	digest(plan);
	return err;
}

/* --- saving ------------------------------------------------------------------------------------------------------------- */

static bool is_mine(const struct plan_answer *planned, const char *const *mine, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(mine[i], planned->answer->question.code) == 0)
			return true;
	return false;
}

MUST_USE static enum err save_one(struct database *db, const struct actor *actor, const struct plan *plan, const struct plan_answer *planned,
	size_t *saved, struct error *error)
{
	const struct answer *answer = &planned->answer->answer;
	struct answer_key key = { .round = plan->book->round->id, .participant = plan->book->seat->code, .indicator = planned->answer->question.code };
	struct answer_change change = { .base = answer->revision, .content = planned->content, .added = planned->added,
		.added_count = planned->added_count, .confirmed = planned->personals.confirm };
	enum answer_outcome outcome;
	enum err err = answer_save(db, actor, &key, &change, &outcome, error);

	if (err != ERR_OK)
		return error_context(error, "%s", key.indicator);
	*saved += outcome == ANSWER_SAVED;
	return ERR_OK;
}

enum err plan_apply(struct database *db, const struct actor *actor, struct arena *arena, const struct plan *plan, const char *const *mine,
	size_t mine_count, bool confirmed, size_t *saved, struct error *error)
{
	const struct book *book = plan->book;

	*saved = 0;
	if (plan->wrong > 0)
		return error_set(error, ERR_INVALID, "%s", _("Something in this workbook cannot be saved as it is. Mend it and send the workbook again. Nothing was changed."));
	if (plan->personals > 0 && !confirmed)
		return error_set_field(error, ERR_INVALID, "confirmed", "%s",
			_("Look at the places that may be data of persons and confirm that they are none, or take them out of the workbook. Nothing was changed."));
	enum err err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; err == ERR_OK && i < plan->count; i++)
		if (!plan->answers[i].conflict || is_mine(&plan->answers[i], mine, mine_count))
			err = save_one(db, actor, plan, &plan->answers[i], saved, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, "workbook.imported", arena_printf(arena, "%s/%s/%s", book->round->framework, book->round->period, book->seat->code),
			arena_printf(arena, "{\"answers\":%zu,\"digest\":\"%s\"}", *saved, plan->digest), error);
	return database_end(db, err, error);
}
