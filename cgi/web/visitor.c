/* visitor: who is signed in, and the token of their forms. */
#include <sodium.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"
#include "indicators/model/session.h"

#define TOKEN_BYTES 16

unsigned visitor_role(const char *role)
{
	/* In the order of role_names, as enum role is. */
	for (unsigned i = 0; role_names[i] != NULL; i++)
		if (strcmp(role_names[i], role) == 0)
			return 1u << i;
	return 0;
}

static enum err read_roles(struct request *request, int64_t person, struct error *error)
{
	struct visitor *visitor = &request->visitor;
	struct role_grant *grants;
	size_t count;
	enum err err = role_grants(request->db, request->arena, person, true, &grants, &count, error);

	for (size_t i = 0; err == ERR_OK && i < count && visitor->grant_count < sizeof visitor->grants / sizeof *visitor->grants; i++) {
		visitor->grants[visitor->grant_count].role = visitor_role(grants[i].role);
		visitor->grants[visitor->grant_count].participant = grants[i].participant;
		visitor->roles |= visitor_role(grants[i].role);
		visitor->grant_count++;
	}
	return err;
}

/* The language of the profile, where neither the address nor a cookie has chosen one. */
static void use_own_language(struct request *request, const char *lang)
{
	const char *own = i18n_known(lang);

	if (own == NULL || request->parts->language_chosen || i18n_known(request_cookie(request, "lang")) != NULL)
		return;
	request->language = own;
	i18n_use(own);
}

static enum err read_session(struct request *request, const char *token, struct error *error)
{
	struct session session;

	request->visitor = (struct visitor){ .actor = { .person = 0, .name = "", .address = request->parts->raw->address }, .name = "" };
	if (token == NULL)
		return ERR_OK;
	enum err err = session_find(request->db, request->arena, token, &session, error);
	if (err == ERR_NOT_FOUND)
		return ERR_OK;
	if (err == ERR_OK)
		err = read_roles(request, session.person, error);
	if (err != ERR_OK)
		return err;
	request->parts->session_token = token;
	request->visitor.actor.person = session.person;
	request->visitor.actor.name = session.email;
	request->visitor.name = session.name;
	use_own_language(request, session.lang);
	return ERR_OK;
}

enum err visitor_read(struct request *request, struct error *error)
{
	return read_session(request, request_cookie(request, "session"), error);
}

enum err request_signed_in(struct request *request, const char *token, struct error *error)
{
	enum err err = read_session(request, arena_strdup(request->arena, token), error);

	request->parts->form_secret_is_new = false;
	visitor_form_token(request);
	return err;
}

bool visitor_may(const struct visitor *visitor, unsigned roles, const char *participant)
{
	for (size_t i = 0; i < visitor->grant_count; i++) {
		if ((visitor->grants[i].role & roles) == 0)
			continue;
		if (participant == NULL || (visitor->grants[i].participant != NULL && strcmp(visitor->grants[i].participant, participant) == 0))
			return true;
	}
	return false;
}

/*
 * The token is a hash keyed with a secret that only this browser holds: its session, or before sign-in the cookie "form". So it
 * needs no store, and a form of somebody else's session or of another site does not fit.
 */
static bool token_of(const struct request *request, unsigned char hash[static TOKEN_BYTES])
{
	const struct request_parts *parts = request->parts;
	const char *secret = parts->session_token != NULL ? parts->session_token : parts->form_secret;

	if (secret == NULL)
		return false;
	crypto_generichash(hash, TOKEN_BYTES, (const unsigned char *)"form", 4, (const unsigned char *)secret,
		strlen(secret) < crypto_generichash_KEYBYTES_MAX ? strlen(secret) : crypto_generichash_KEYBYTES_MAX);
	return true;
}

/*
 * Pages are sent compressed, and many of them say again what their address asked for: who can make a browser load them and sees how
 * long they are could guess the token piece by piece (BREACH). So it never looks the same twice: a random mask, and the token under it.
 */
static const char *masked(struct arena *arena, const unsigned char hash[static TOKEN_BYTES])
{
	unsigned char both[2 * TOKEN_BYTES];
	char *text = arena_alloc(arena, 2 * sizeof both + 1);

	randombytes_buf(both, TOKEN_BYTES);
	for (size_t i = 0; i < TOKEN_BYTES; i++)
		both[TOKEN_BYTES + i] = both[i] ^ hash[i];
	return sodium_bin2hex(text, 2 * sizeof both + 1, both, sizeof both);
}

void visitor_form_token(struct request *request)
{
	struct request_parts *parts = request->parts;

	if (parts->session_token == NULL) {
		const char *secret = fields_get(&parts->cookies, "form");
		if (secret != NULL && strlen(secret) == 32) {
			parts->form_secret = secret;
		} else {
			unsigned char random[16];
			char *fresh = arena_alloc(request->arena, 2 * sizeof random + 1);
			randombytes_buf(random, sizeof random);
			parts->form_secret = sodium_bin2hex(fresh, 2 * sizeof random + 1, random, sizeof random);
			parts->form_secret_is_new = true;
		}
	}
	unsigned char hash[TOKEN_BYTES];
	request->csrf = token_of(request, hash) ? masked(request->arena, hash) : "";
}

bool visitor_form_token_fits(const struct request *request, const char *token)
{
	unsigned char both[2 * TOKEN_BYTES];
	unsigned char hash[TOKEN_BYTES];
	size_t length = 0;

	if (token == NULL || request->parts->form_secret_is_new || !token_of(request, hash))
		return false;
	if (sodium_hex2bin(both, sizeof both, token, strlen(token), NULL, &length, NULL) != 0 || length != sizeof both)
		return false;
	for (size_t i = 0; i < TOKEN_BYTES; i++)
		both[TOKEN_BYTES + i] ^= both[i];
	return sodium_memcmp(both + TOKEN_BYTES, hash, TOKEN_BYTES) == 0;
}
