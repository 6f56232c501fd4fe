/* visitor: who is signed in, and the token of their forms. */
#include <sodium.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"
#include "indicators/model/session.h"

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

enum err visitor_read(struct request *request, struct error *error)
{
	const char *token = request_cookie(request, "session");
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
static const char *token_of(const struct request *request)
{
	const struct request_parts *parts = request->parts;
	const char *secret = parts->session_token != NULL ? parts->session_token : parts->form_secret;
	unsigned char hash[crypto_generichash_BYTES];
	char *text = arena_alloc(request->arena, 2 * sizeof hash + 1);

	if (secret == NULL)
		return "";
	crypto_generichash(hash, sizeof hash, (const unsigned char *)"form", 4, (const unsigned char *)secret,
		strlen(secret) < crypto_generichash_KEYBYTES_MAX ? strlen(secret) : crypto_generichash_KEYBYTES_MAX);
	return sodium_bin2hex(text, 2 * sizeof hash + 1, hash, sizeof hash);
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
	request->csrf = token_of(request);
}

bool visitor_form_token_fits(const struct request *request, const char *token)
{
	if (token == NULL || request->parts->form_secret_is_new)
		return false;
	size_t length = strlen(request->csrf);
	return length > 0 && strlen(token) == length && sodium_memcmp(token, request->csrf, length) == 0;
}
