/* participant: see participant.h. */
#include "indicators/model/participant.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"

#define NAME_MAX_BYTES 200

struct participants {
	struct participant *participants;
	unsigned participants_count;
};

static bool same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* What is wrong with one participant, as key and sentence; NULL when nothing is. */
static const char *mistake(const struct participant *participant, const char **key)
{
	static const char *const statuses[] = { "member", "observer", "former" };
	bool known = false;

	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		known = known || strcmp(participant->status, statuses[i]) == 0;
	*key = "code";
	if (strlen(participant->code) != 3 || strspn(participant->code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
		return N_("The code must be three capital letters, as ISO 3166 has them (KAZ).");
	*key = "m49";
	if (participant->m49 < 1 || participant->m49 > 999)
		return N_("m49 must be the country's number in UN M49, from 1 to 999.");
	*key = "status";
	if (!known)
		return N_("The status must be member, observer or former.");
	*key = "valid_from";
	if (!clock_is_date(participant->valid_from))
		return N_("The date from which it takes part must be a real date, YYYY-MM-DD.");
	*key = "valid_to";
	if (participant->valid_to != NULL && !clock_is_date(participant->valid_to))
		return N_("The date until which it takes part must be a real date, YYYY-MM-DD.");
	if (participant->valid_to != NULL && strcmp(participant->valid_to, participant->valid_from) < 0)
		return N_("It cannot end before it begins.");
	return NULL;
}

/* Whether the database has it in the same words already; *known whether it has the code at all. */
MUST_USE static enum err compare(struct database *db, const struct participant *participant, bool *known, bool *same, struct error *error)
{
	enum err err;
	size_t texts = 0;
	size_t wanted = 0;
	struct query *query = database_query(db, REPORTS_participant_by_code);

	*known = *same = false;
	query_text(query, "code", participant->code);
	if (query_next(query)) {
		*known = true;
		*same = query_column_int(query, 0) == participant->m49 && same_text(query_column_text(query, 1), participant->status) &&
			same_text(query_column_text(query, 2), participant->valid_from) && same_text(query_column_text(query, 3), participant->valid_to);
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	query = database_query(db, REPORTS_participant_texts);
	query_text(query, "code", participant->code);
	while (query_next(query)) {
		for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL; i++)
			if (strcmp(i18n_languages[i].code, query_column_text(query, 0)) == 0 &&
				same_text(participant->title->in[i], query_column_text(query, 1)))
				texts++;
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL; i++)
		wanted += participant->title->in[i] != NULL;
	*same = *same && texts == wanted;
	return ERR_OK;
}

MUST_USE static enum err put(struct database *db, const struct participant *participant, struct error *error)
{
	struct query *query = database_query(db, REPORTS_participant_put);

	query_text(query, "code", participant->code);
	query_int(query, "m49", participant->m49);
	query_text(query, "status", participant->status);
	query_text(query, "valid_from", participant->valid_from);
	query_text(query, "valid_to", participant->valid_to);
	enum err err = query_run(query, error);
	for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL && err == ERR_OK; i++) {
		if (participant->title->in[i] == NULL)
			continue;
		query = database_query(db, REPORTS_participant_text_put);
		query_text(query, "code", participant->code);
		query_text(query, "lang", i18n_languages[i].code);
		query_text(query, "title", participant->title->in[i]);
		err = query_run(query, error);
	}
	return err;
}

/* Puts one within the transaction, with its audit row, unless it is there in the same words. */
MUST_USE static enum err revise(struct database *db, const struct actor *actor, const struct participant *participant,
	struct participant_changes *changes, struct error *error)
{
	bool known;
	bool same;
	enum err err = compare(db, participant, &known, &same, error);

	if (err != ERR_OK)
		return err;
	if (same) {
		changes->same++;
		return ERR_OK;
	}
	/* The code is another's name for the same M49 number: say whose. */
	char other[8] = "";
	struct query *query = database_query(db, REPORTS_participant_by_m49);
	query_int(query, "m49", participant->m49);
	if (query_next(query))
		snprintf(other, sizeof other, "%s", query_column_text(query, 0));
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	if (other[0] != '\0' && strcmp(other, participant->code) != 0)
		return error_set(error, ERR_CONFLICT, _("%s cannot have the M49 code %d: it is %s's."), participant->code, participant->m49, other);
	if ((err = put(db, participant, error)) != ERR_OK)
		return err;
	*(known ? &changes->revised : &changes->added) += 1;
	char object[32];
	char detail[128];
	snprintf(object, sizeof object, "participant:%s", participant->code);
	snprintf(detail, sizeof detail, "{\"m49\":%d,\"status\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}", participant->m49,
		participant->status, participant->valid_from, participant->valid_to != NULL ? participant->valid_to : "");
	return audit_add(db, actor, known ? "participant.revise" : "participant.add", object, detail, error);
}

static const cyaml_schema_field_t participant_fields[] = {
	YAML_STRING("code", 0, struct participant, code),
	CYAML_FIELD_INT("m49", CYAML_FLAG_DEFAULT, struct participant, m49),
	YAML_STRING("status", 0, struct participant, status),
	YAML_STRING("valid_from", 0, struct participant, valid_from),
	YAML_STRING("valid_to", CYAML_FLAG_OPTIONAL, struct participant, valid_to),
	CYAML_FIELD_MAPPING_PTR("title", CYAML_FLAG_POINTER, struct participant, title, yaml_text_fields),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t participant_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct participant, participant_fields) };

static const cyaml_schema_field_t file_fields[] = {
	CYAML_FIELD_SEQUENCE("participants", CYAML_FLAG_POINTER, struct participants, participants, &participant_value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t file_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct participants, file_fields) };

/* What is wrong with the participant of place i, by itself and beside those before it. */
static void check_one(const struct yaml_file *file, const struct participants *list, unsigned i, struct problems *problems)
{
	const struct participant *participant = &list->participants[i];
	const char *key = NULL;
	const char *sentence = mistake(participant, &key);
	char where[64];

	if (sentence != NULL) {
		snprintf(where, sizeof where, "participants/%u/%s", i, key);
		yaml_file_problem(file, problems, where, "%s", i18n_text(sentence));
	}
	snprintf(where, sizeof where, "participants/%u/title", i);
	yaml_text_check(file, problems, where, participant->title, false, NAME_MAX_BYTES);
	snprintf(where, sizeof where, "participants/%u/code", i);
	for (unsigned before = 0; before < i; before++) {
		if (strcmp(list->participants[before].code, participant->code) == 0)
			yaml_file_problem(file, problems, where, _("%s is there twice."), participant->code);
		else if (list->participants[before].m49 == participant->m49)
			yaml_file_problem(file, problems, where, _("%s and %s have the same M49 code."), list->participants[before].code, participant->code);
	}
}

MUST_USE static enum err revise_all(struct database *db, const struct actor *actor, const struct participants *list,
	struct participant_changes *changes, struct error *error)
{
	enum err err = database_begin(db, error);

	if (err != ERR_OK)
		return err;
	for (unsigned i = 0; i < list->participants_count && err == ERR_OK; i++)
		err = revise(db, actor, &list->participants[i], changes, error);
	if (err == ERR_OK && changes->added + changes->revised > 0)
		err = reports_catalogue_changed(db, error);
	return database_end(db, err, error);
}

enum err participant_load(struct database *db, const struct actor *actor, const char *path,
	struct participant_changes *changes, struct problems *problems, struct error *error)
{
	struct yaml_file *file = yaml_file_open(path, path, &file_schema, problems);

	*changes = (struct participant_changes){ 0 };
	if (file == NULL)
		return problems_check(problems, error);
	const struct participants *list = yaml_file_root(file);
	for (unsigned i = 0; i < list->participants_count; i++)
		check_one(file, list, i, problems);
	enum err err = problems_check(problems, error);
	if (err == ERR_OK)
		err = revise_all(db, actor, list, changes, error);
	yaml_file_close(file);
	return err;
}

/* Codes that ISO 3166 leaves to its users and gives to no country. */
static bool is_user_assigned(const char *code)
{
	return code[0] == 'X' || strncmp(code, "AA", 2) == 0 || strncmp(code, "ZZ", 2) == 0 || (code[0] == 'Q' && code[1] >= 'M');
}

/* A number that UN M49, which ends at 894, gives to no country. */
MUST_USE static enum err free_m49(struct database *db, int *m49, struct error *error)
{
	for (int number = 900; number <= 999; number++) {
		struct query *query = database_query(db, REPORTS_participant_by_m49);
		query_int(query, "m49", number);
		bool taken = query_next(query);
		enum err err = query_end(query, error);
		if (err != ERR_OK)
			return err;
		if (!taken) {
			*m49 = number;
			return ERR_OK;
		}
	}
	return error_set(error, ERR_CONFLICT, "%s", _("All numbers from 900 to 999 are taken."));
}

enum err participant_add(struct database *db, const struct actor *actor, const struct participant *participant,
	struct error *error)
{
	struct participant_changes changes = { 0 };
	struct participant whole = *participant;
	const char *key;
	bool known = false;
	bool same = false;
	enum err err = database_begin(db, error);

	if (err != ERR_OK)
		return err;
	if (whole.m49 == 0 && is_user_assigned(whole.code))
		err = free_m49(db, &whole.m49, error);
	const char *sentence = mistake(&whole, &key);
	if (err == ERR_OK && sentence != NULL)
		err = error_set_field(error, ERR_INVALID, key, "%s: %s", whole.code, i18n_text(sentence));
	if (err == ERR_OK)
		err = compare(db, &whole, &known, &same, error);
	if (err == ERR_OK && known)
		err = error_set(error, ERR_CONFLICT, _("%s is a participant already."), whole.code);
	if (err == ERR_OK)
		err = revise(db, actor, &whole, &changes, error);
	if (err == ERR_OK)
		err = reports_catalogue_changed(db, error);
	return database_end(db, err, error);
}

enum err participant_each(struct database *db, const char *lang,
	void (*each)(void *context, const struct participant *participant, const char *name), void *context, struct error *error)
{
	struct query *query = database_query(db, REPORTS_participant_all);

	query_text(query, "lang", lang);
	while (query_next(query)) {
		/* The struct is only read by `each`. */
		const struct participant participant = {
			.code = (char *)(uintptr_t)query_column_text(query, 0),
			.m49 = (int)query_column_int(query, 1),
			.status = (char *)(uintptr_t)query_column_text(query, 2),
			.valid_from = (char *)(uintptr_t)query_column_text(query, 3),
			.valid_to = (char *)(uintptr_t)query_column_text(query, 4),
			.title = NULL,
		};
		const char *name = query_column_text(query, 5);
		each(context, &participant, name != NULL ? name : participant.code);
	}
	return query_end(query, error);
}
