/* answer_save: saving a revision, with its evidence; see answer.h. */
#include <stdio.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/link.h"
#include "indicators/model/answer.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"
#include "indicators/model/duty.h"
#include "indicators/model/evidence.h"

#define EVIDENCE_TEXT_MAX 2000

enum err answer_check_evidence(const struct answer_evidence *evidence, struct error *error)
{
	bool link = strcmp(evidence->kind, "link") == 0;

	if (strcmp(evidence->kind, "file") == 0)
		return evidence->file != NULL ? evidence_check_name(evidence->text, error)
			: error_set_field(error, ERR_INVALID, "evidence", "%s", _("The file is no longer here. Choose it again."));
	if (!link && strcmp(evidence->kind, "citation") != 0)
		return error_set_field(error, ERR_INVALID, "evidence", "%s", _("Evidence is a citation, a link or a file."));
	if (strlen(evidence->text) > EVIDENCE_TEXT_MAX)
		return error_set_field(error, ERR_INVALID, "evidence", _("This text is too long; at most %zu bytes fit."),
			(size_t)EVIDENCE_TEXT_MAX);
	if (link && strncmp(evidence->text, "https://", 8) != 0 && strncmp(evidence->text, "http://", 7) != 0)
		return error_set_field(error, ERR_INVALID, "evidence", "%s", _("A link begins with https:// or http://."));
	if (link && evidence->text[strcspn(evidence->text, " \t\r\n\"<>")] != '\0')
		return error_set_field(error, ERR_INVALID, "evidence", "%s", _("A link has no blanks, quotation marks or angle brackets in it."));
	if (link_has_credentials(evidence->text))
		return error_set_field(error, ERR_INVALID, "evidence", "%s", _("There is a name or password in this link (what stands before the @): whoever reads the evidence would read it. Give the address without it, as anybody may open it; if it opens only for those who are signed in, attach the file instead."));
	return ERR_OK;
}

/* Of files the content counts too: a new edition under the same name is another file. */
static bool same_evidence(const struct answer_evidence *a, const struct answer_evidence *b)
{
	return strcmp(a->kind, b->kind) == 0 && strcmp(a->text, b->text) == 0
		&& strcmp(a->file != NULL ? a->file : "", b->file != NULL ? b->file : "") == 0;
}

static bool has_evidence(const struct answer *answer, const struct answer_evidence *wanted)
{
	for (size_t i = 0; i < answer->evidence_count; i++)
		if (same_evidence(&answer->evidence[i], wanted))
			return true;
	return false;
}

static bool is_removed(const struct answer_change *change, int64_t id)
{
	for (size_t i = 0; i < change->removed_count; i++)
		if (change->removed[i] == id)
			return true;
	return false;
}

static bool changes_evidence(const struct answer *answer, const struct answer_change *change)
{
	for (size_t i = 0; i < answer->evidence_count; i++)
		if (is_removed(change, answer->evidence[i].id))
			return true;
	for (size_t i = 0; i < change->added_count; i++)
		if (!has_evidence(answer, &change->added[i]))
			return true;
	return false;
}

/* How many pieces of evidence there are after the change. */
static size_t evidence_after(const struct answer *answer, const struct answer_change *change)
{
	size_t count = 0;

	for (size_t i = 0; i < answer->evidence_count; i++)
		if (!is_removed(change, answer->evidence[i].id))
			count++;
	for (size_t i = 0; i < change->added_count; i++)
		if (!has_evidence(answer, &change->added[i]))
			count++;
	return count;
}

MUST_USE static enum err write_evidence(struct database *db, const struct actor *actor, const struct answer *answer,
	const struct answer_change *change, const char *now, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < change->removed_count; i++) {
		struct query *query = database_query(db, REPORTS_answer_evidence_remove);

		query_int(query, "answer", answer->id);
		query_int(query, "id", change->removed[i]);
		query_text(query, "removed_at", now);
		err = query_run(query, error);
	}
	for (size_t i = 0; err == ERR_OK && i < change->added_count; i++) {
		if (has_evidence(answer, &change->added[i]))
			continue;
		if (change->added[i].file != NULL
			&& (err = evidence_record(db, change->added[i].file, change->added[i].size, change->added[i].type, error)) != ERR_OK)
			return err;
		struct query *query = database_query(db, REPORTS_answer_evidence_insert);

		query_int(query, "answer", answer->id);
		query_text(query, "kind", change->added[i].kind);
		query_text(query, "text", change->added[i].text);
		query_text(query, "file", change->added[i].file);
		query_int(query, "shareable", change->added[i].shareable ? 1 : 0);
		query_int(query, "added_by", actor->person);
		query_text(query, "added_at", now);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err write_revision(struct database *db, const struct actor *actor, const struct answer *answer,
	int64_t number, const struct answer_content *content, const char *now, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_revision_insert);

	query_int(query, "answer", answer->id);
	query_int(query, "number", number);
	query_text(query, "status", content->status);
	query_real(query, "value", content->value);
	query_real(query, "numerator", content->numerator);
	query_real(query, "denominator", content->denominator);
	query_text(query, "reason", content->reason);
	query_text(query, "narrative", content->narrative);
	query_text(query, "source", content->source);
	query_text(query, "note", content->note);
	query_text(query, "explanation", content->explanation);
	query_int(query, "author", actor->person);
	query_text(query, "at", now);
	enum err err = query_run(query, error);
	for (size_t i = 0; err == ERR_OK && i < content->item_count; i++) {
		query = database_query(db, REPORTS_answer_item_insert);
		query_int(query, "answer", answer->id);
		query_int(query, "number", number);
		query_text(query, "item", content->items[i]);
		err = query_run(query, error);
	}
	for (size_t i = 0; err == ERR_OK && i < content->cell_count; i++) {
		query = database_query(db, REPORTS_answer_cell_insert);
		query_int(query, "answer", answer->id);
		query_int(query, "number", number);
		query_text(query, "cell", content->cells[i].cell);
		query_real(query, "value", content->cells[i].value);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err set_answer(struct database *db, const struct answer *answer, enum answer_state state, int64_t revision,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_set);

	query_int(query, "answer", answer->id);
	query_text(query, "state", state_name(state));
	query_text(query, "audience", answer->audience);
	query_int(query, "revision", revision);
	return query_run(query, error);
}

/* Before the round opens and after it closed nothing is written, but what was returned may be mended. */
MUST_USE static enum err check_phase(const struct answer *answer, struct error *error)
{
	if (answer->phase == ROUND_NOT_OPEN)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is not open yet."));
	if (answer->phase == ROUND_CLOSED && answer->state != STATE_RETURNED)
		return error_set(error, ERR_CONFLICT, "%s",
			_("This round is closed, so nothing was saved. The secretariat can extend the deadline."));
	return ERR_OK;
}

struct save {
	struct database *db;
	const struct actor *actor;
	const struct question *question;
	struct answer answer;
	enum answer_outcome outcome;
};

/* The places and kinds, not the words: the audit log holds no personal data either. */
MUST_USE static enum err note_confirmed(const struct save *save, const struct answer_personals *found, struct error *error)
{
	struct buffer detail = BUFFER_INIT(16 * 1024);

	buffer_puts(&detail, "{\"places\":[");
	for (size_t i = 0; i < found->count; i++)
		buffer_printf(&detail, "%s{\"field\":\"%s\",\"kind\":\"%s\"}", i > 0 ? "," : "", found->rows[i].field,
			personal_kind_name(found->rows[i].mark.kind));
	buffer_puts(&detail, "]}");
	enum err err = buffer_check(&detail, error);
	if (err == ERR_OK)
		err = audit_add(save->db, save->actor, "answer.confirm_not_personal", save->answer.place, buffer_text(&detail), error);
	buffer_release(&detail);
	return err;
}

/* What looks like data of a person is kept only when the person who writes has looked at just these places. */
MUST_USE static enum err confirm_personal(const struct save *save, const struct answer_change *change,
	const struct answer_content *content, struct arena *arena, struct error *error)
{
	struct answer_personals found;
	struct answer_evidence *added = arena_array(arena, change->added_count, sizeof *added);
	size_t count = 0;

	for (size_t i = 0; i < change->added_count; i++)
		if (!has_evidence(&save->answer, &change->added[i]))
			added[count++] = change->added[i];
	answer_personal(arena, content, added, count, save->answer.id != 0 ? &save->answer.content : NULL, &found);
	if (found.count == 0)
		return ERR_OK;
	if (change->confirmed != NULL && strcmp(change->confirmed, found.confirm) == 0)
		return note_confirmed(save, &found, error);
	return error_set_field(error, ERR_INVALID, "confirmed", "%s",
		_("Something here looks like data of a person. Take it out, or confirm that it is none. Nothing was saved yet."));
}

/* Writes what changed; the answer exists afterwards. */
MUST_USE static enum err write_change(struct save *save, const struct answer_change *change, const struct answer_content *content,
	struct error *error)
{
	struct answer *answer = &save->answer;
	/* Other evidence is another revision too: who clears or accepts one has seen all of it. */
	bool revised = answer->id == 0 || !answer_content_equal(content, &answer->content) || changes_evidence(answer, change);
	char now[CLOCK_TEXT]; /* one for both: evidence is not older than the revision that it came with */
	enum answer_state state;
	enum err err = ERR_OK;

	clock_text(now);
	if (answer->id == 0) {
		struct query *query = database_query(save->db, REPORTS_answer_insert);
		query_int(query, "round", answer->round);
		query_text(query, "participant", answer->participant);
		query_int(query, "version", answer->version);
		if ((err = query_run(query, error)) != ERR_OK)
			return err;
		answer->id = database_last_id(save->db);
		state = STATE_DRAFT;
	} else {
		state = answer->state;
	}
	int64_t number = revised ? answer->revision + 1 : answer->revision;
	if (revised && (err = write_revision(save->db, save->actor, answer, number, content, now, error)) != ERR_OK)
		return err;
	if ((err = write_evidence(save->db, save->actor, answer, change, now, error)) != ERR_OK)
		return err;
	save->outcome = revised ? ANSWER_SAVED : ANSWER_UNCHANGED;
	if (save->outcome == ANSWER_SAVED
		&& ((err = set_answer(save->db, answer, state, number, error)) != ERR_OK
			|| (err = answer_note(save->db, save->actor, answer, number, ACTION_SAVE, state, NULL, NULL, error)) != ERR_OK))
		return err;
	answer->state = state;
	answer->revision = number;
	return ERR_OK;
}

/* The same form a second time: what it says already stands there, whatever state it reached since. */
static bool is_repeated(const struct answer *answer, const struct answer_change *change, const struct answer_content *content)
{
	if (answer->id == 0 || change->base > answer->revision || change->base < answer->revision - 1
		|| !answer_content_equal(content, &answer->content))
		return false;
	return !changes_evidence(answer, change);
}

MUST_USE static enum err save_in_transaction(struct save *save, const struct answer_key *key, struct arena *arena,
	const struct answer_change *change, struct answer_content *content, struct error *error)
{
	struct answer *answer = &save->answer;
	unsigned duties;
	enum answer_state next;

	enum err err = answer_load(save->db, arena, key, answer, error);
	if (err == ERR_OK)
		err = duty_of(save->db, save->actor, key->participant, &duties, error);
	if (err != ERR_OK)
		return err;
	if ((duties & DUTY_REPORT) == 0)
		return error_set(error, ERR_DENIED, "%s", _("Only a focal point or deputy of this participant may write its answers."));

	if (is_repeated(answer, change, content) && (!change->submit || answer->state == STATE_SUBMITTED)) {
		save->outcome = ANSWER_UNCHANGED;
		return ERR_OK;
	}
	if (change->base != answer->revision && !is_repeated(answer, change, content))
		return answer_conflict(answer, change->base, error);
	if ((err = workflow_next(answer->state, ACTION_SAVE, duties, answer->published, &next, error)) != ERR_OK
		|| (err = check_phase(answer, error)) != ERR_OK)
		return err;
	if (change->added_count > 0 && evidence_after(answer, change) > ANSWER_EVIDENCE_MAX)
		return error_set_field(error, ERR_INVALID, "evidence", _("An answer has at most %d pieces of evidence. Take some away first."),
			ANSWER_EVIDENCE_MAX);
	if (change->submit && (err = answer_check_complete(save->db, arena, save->question, answer, content, evidence_after(answer, change),
		error)) != ERR_OK)
		return err;
	if ((err = confirm_personal(save, change, content, arena, error)) != ERR_OK)
		return err;
	if ((err = write_change(save, change, content, error)) != ERR_OK || !change->submit)
		return err;
	if ((err = workflow_next(answer->state, ACTION_SUBMIT, duties, false, &next, error)) != ERR_OK
		|| (err = set_answer(save->db, answer, next, answer->revision, error)) != ERR_OK
		|| (err = answer_note(save->db, save->actor, answer, answer->revision, ACTION_SUBMIT, next, NULL, NULL, error)) != ERR_OK)
		return err;
	save->outcome = ANSWER_SAVED;
	return ERR_OK;
}

enum err answer_save(struct database *db, const struct actor *actor, const struct answer_key *key,
	const struct answer_change *change, enum answer_outcome *outcome, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct question question;
	struct answer_content content = change->content;
	struct save save = { .db = db, .actor = actor, .question = &question };

	*outcome = ANSWER_UNCHANGED;
	bool own;
	enum err err = change_begin(db, &own, error);
	if (err != ERR_OK)
		return err;
	if ((err = question_load(db, &arena, key->round, key->indicator, i18n_current(), &question, error)) != ERR_OK
		|| (err = answer_check(&arena, &question, &content, error)) != ERR_OK)
		goto out;
	for (size_t i = 0; i < change->added_count; i++)
		if ((err = answer_check_evidence(&change->added[i], error)) != ERR_OK)
			goto out;
	err = save_in_transaction(&save, key, &arena, change, &content, error);
out:
	err = change_end(db, own, err, error);
	if (err == ERR_OK)
		*outcome = save.outcome;
	arena_release(&arena);
	return err;
}
