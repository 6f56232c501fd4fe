/* password: passwords and the invitations to choose one. See person.h. */
#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"
#include "indicators/model/person.h"

void token_make(char token[static TOKEN_TEXT])
{
	unsigned char random[(TOKEN_TEXT - 1) / 2];

	randombytes_buf(random, sizeof random);
	sodium_bin2hex(token, TOKEN_TEXT, random, sizeof random);
}

bool token_hash(const char *token, unsigned char hash[static 32])
{
	memset(hash, 0, 32);
	if (token == NULL || strlen(token) != TOKEN_TEXT - 1 || strspn(token, "0123456789abcdef") != TOKEN_TEXT - 1)
		return false;
	return crypto_generichash(hash, 32, (const unsigned char *)token, TOKEN_TEXT - 1, NULL, 0) == 0;
}

static size_t characters(const char *text)
{
	size_t count = 0;

	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++)
		count += (*p & 0xC0) != 0x80;
	return count;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool contains(const char *text, const char *part, size_t length)
{
	for (; *text != '\0'; text++) {
		size_t i = 0;
		while (i < length && text[i] != '\0' && lower(text[i]) == lower(part[i]))
			i++;
		if (i == length)
			return true;
	}
	return false;
}

enum err password_acceptable(const char *password, const char *email, struct error *error)
{
	size_t name = strcspn(email, "@");

	if (characters(password) < PASSWORD_LEAST)
		return error_set_field(error, ERR_INVALID, "password",
			_("The password must have at least %d characters. Several words in a row make a good one."), PASSWORD_LEAST);
	if (strlen(password) > PASSWORD_MOST)
		return error_set_field(error, ERR_INVALID, "password", _("The password must have at most %d bytes."), PASSWORD_MOST);
	/* One or two letters are in every second word. */
	if (name >= 3 && contains(password, email, name))
		return error_set_field(error, ERR_INVALID, "password", "%s", _("The password must not contain the name of the e-mail address."));
	if (strspn(password, (char[]){ password[0], '\0' }) == strlen(password))
		return error_set_field(error, ERR_INVALID, "password", "%s", _("The password is one character repeated; choose another."));
	return ERR_OK;
}

static enum err hash_password(const char *password, char hash[static crypto_pwhash_STRBYTES], struct error *error)
{
	if (sodium_init() < 0 || crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
		crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return error_memory(error);
	return ERR_OK;
}

/* Within the caller's transaction. */
static enum err store_password(struct database *db, int64_t person, const char *hash, const char *keep_token, struct error *error)
{
	unsigned char kept[32];
	struct query *query = database_query(db, REPORTS_person_set_password);

	query_int(query, "person", person);
	query_text(query, "hash", hash);
	enum err err = query_run(query, error);
	if (err != ERR_OK)
		return err;
	/* Without a token to keep, the hash is all zero, which no session has. */
	token_hash(keep_token, kept);
	query = database_query(db, REPORTS_session_delete_others);
	query_int(query, "person", person);
	query_blob(query, "token_hash", kept, sizeof kept);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	/* Nor does the old password count as half a sign-in any more. */
	query = database_query(db, REPORTS_half_session_delete);
	query_int(query, "person", person);
	return query_run(query, error);
}

enum err password_set(struct database *db, const struct actor *actor, int64_t id, const char *password, const char *keep_token,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person person;
	char hash[crypto_pwhash_STRBYTES];
	bool own = false;
	enum err err = person_by_id(db, &arena, id, &person, error);

	if (err == ERR_OK)
		err = password_acceptable(password, person.email, error);
	if (err == ERR_OK)
		err = hash_password(password, hash, error);
	if (err == ERR_OK)
		err = change_begin(db, &own, error);
	if (err == ERR_OK)
		err = store_password(db, id, hash, keep_token, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, "person.password", arena_printf(&arena, "person:%" PRId64, id), "", error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err password_check(struct database *db, const char *email, const char *password, int64_t *person, struct error *error)
{
	/* Checked for people who are not there, so that they take as long. Made at the first check, whoever that is for. */
	static char nobody[crypto_pwhash_STRBYTES];
	struct arena arena = ARENA_INIT;
	const char *hash = NULL;
	const char *normal = email_normal(&arena, email);
	int64_t id = 0;
	enum err err = ERR_OK;

	*person = 0;
	if (nobody[0] == '\0') {
		char random[TOKEN_TEXT];
		token_make(random);
		if ((err = hash_password(random, nobody, error)) != ERR_OK)
			goto out;
	}
	struct query *query = database_query(db, REPORTS_person_password);
	query_text(query, "email", normal != NULL ? normal : "");
	if (query_next(query)) {
		id = query_column_int(query, 0);
		hash = arena_strdup(&arena, query_column_text(query, 1));
	}
	if ((err = query_end(query, error)) != ERR_OK)
		goto out;
	size_t length = strlen(password);
	bool right = crypto_pwhash_str_verify(hash != NULL ? hash : nobody, password, length <= PASSWORD_MOST ? length : PASSWORD_MOST) == 0;
	if (right && hash != NULL && length <= PASSWORD_MOST)
		*person = id;
	else
		err = error_set(error, ERR_DENIED, "%s", _("The e-mail address or the password is not right."));
out:
	arena_release(&arena);
	return err;
}

/* --- invitations --- */

enum err invitation_create(struct database *db, const struct actor *actor, int64_t id, char token[static TOKEN_TEXT], struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person person;
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	char expires_at[CLOCK_TEXT];
	bool own = false;
	enum err err = change_begin(db, &own, error);

	token_make(token);
	token_hash(token, hash);
	clock_text(now);
	clock_text_in(INVITATION_DAYS * 24L * 3600, expires_at);
	if (err == ERR_OK)
		err = person_by_id(db, &arena, id, &person, error);
	if (err == ERR_OK && person.deactivated_at != NULL)
		err = error_set(error, ERR_CONFLICT, _("%s is deactivated, so there is nothing to invite to."), person.name);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_invitation_revoke_others);
	query_int(query, "person", id);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	query = database_query(db, REPORTS_invitation_insert);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_int(query, "person", id);
	if (actor->person != 0)
		query_int(query, "created_by", actor->person);
	query_text(query, "now", now);
	query_text(query, "expires_at", expires_at);
	if ((err = query_run(query, error)) == ERR_OK)
		err = audit_add(db, actor, "person.invite", arena_printf(&arena, "person:%" PRId64, id),
			change_detail(&arena, "expires_at", expires_at), error);
out:
	err = change_end(db, own, err, error);
	if (err != ERR_OK)
		token[0] = '\0';
	arena_release(&arena);
	return err;
}

enum err invitation_person(struct database *db, struct arena *arena, const char *token, struct person *person, struct error *error)
{
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	bool found = false;
	bool shaped = token_hash(token, hash);
	struct query *query = database_query(db, REPORTS_invitation_person);

	*person = (struct person){ 0 };
	clock_text(now);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_text(query, "now", now);
	if (query_next(query)) {
		person->id = query_column_int(query, 0);
		person->email = arena_strdup(arena, query_column_text(query, 1));
		person->name = arena_strdup(arena, query_column_text(query, 2));
		person->lang = arena_strdup(arena, query_column_text(query, 3));
		person->has_password = query_column_int(query, 4) != 0;
		found = shaped;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND,
			_("This invitation has been used, is older than %d days, or was replaced by a newer one. Ask the administrator for a new one."),
			INVITATION_DAYS);
	return err;
}

enum err invitation_redeem(struct database *db, const struct actor *actor, const char *token, const char *password, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person person;
	unsigned char hash[32];
	char password_hash[crypto_pwhash_STRBYTES];
	char now[CLOCK_TEXT];
	bool own = false;
	enum err err = invitation_person(db, &arena, token, &person, error);

	if (err == ERR_OK)
		err = password_acceptable(password, person.email, error);
	if (err == ERR_OK)
		err = hash_password(password, password_hash, error);
	if (err == ERR_OK)
		err = change_begin(db, &own, error);
	/* Again within the transaction: it may have been used while the hash was made. */
	if (err == ERR_OK)
		err = invitation_person(db, &arena, token, &person, error);
	if (err != ERR_OK)
		goto out;
	clock_text(now);
	token_hash(token, hash);
	struct query *query = database_query(db, REPORTS_invitation_use);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) == ERR_OK)
		err = store_password(db, person.id, password_hash, NULL, error);
	if (err == ERR_OK) {
		/* Whoever holds the link acts as the person invited. */
		struct actor invited = { .person = person.id, .name = person.email, .address = actor->address };
		err = audit_add(db, &invited, "person.welcome", arena_printf(&arena, "person:%" PRId64, person.id), "", error);
	}
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}
