/* incoming: see incoming.h. */
#include "indicators/store/incoming.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

#define HASH_BYTES 32
#define PIECE ((size_t)64 * 1024)

struct incoming_state {
	crypto_generichash_state hash;
};

/* libsodium wants its state at a multiple of 64, more than an arena promises. */
static struct incoming_state *new_state(struct arena *arena)
{
	char *room = arena_alloc(arena, sizeof(struct incoming_state) + 64);

	return (struct incoming_state *)(void *)(room + (64 - (uintptr_t)room % 64) % 64);
}

enum err incoming_failed(struct error *error, const char *path)
{
	if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
		return error_set(error, ERR_FULL, "%s",
			_("There is no room left on the server for this file, so nothing was saved. Tell the secretariat, and try again later."));
	return error_set(error, ERR_IO, "%s: %s.", path, strerror(errno));
}

const char *incoming_folder(struct arena *arena, const char *database_path, const char *below)
{
	const char *slash = strrchr(database_path, '/');
	const char *folder = slash != NULL ? arena_strndup(arena, database_path, (size_t)(slash - database_path)) : ".";

	return arena_printf(arena, "%s/evidence%s%s", folder, *below != '\0' ? "/" : "", below);
}

enum err incoming_make_folder(const char *path, struct error *error)
{
	struct arena arena = ARENA_INIT;
	enum err err = ERR_OK;

	if (mkdir(path, 0750) != 0 && errno != EEXIST) {
		const char *slash = errno == ENOENT ? strrchr(path, '/') : NULL;

		if (slash == NULL || slash == path)
			err = incoming_failed(error, path);
		else if ((err = incoming_make_folder(arena_strndup(&arena, path, (size_t)(slash - path)), error)) == ERR_OK
			&& mkdir(path, 0750) != 0 && errno != EEXIST)
			err = incoming_failed(error, path);
	}
	arena_release(&arena);
	return err;
}

enum err incoming_open(struct incoming *incoming, struct arena *arena, const char *database_path, int64_t most, struct error *error)
{
	const char *folder = incoming_folder(arena, database_path, "incoming");
	char *path = arena_printf(arena, "%s/part-XXXXXX", folder);

	*incoming = (struct incoming){ .file = -1, .most = most };
	enum err err = incoming_make_folder(folder, error);
	if (err != ERR_OK)
		return err;
	incoming->file = mkostemp(path, O_CLOEXEC);
	if (incoming->file < 0)
		return incoming_failed(error, path);
	incoming->path = path;
	incoming->state = new_state(arena);
	crypto_generichash_init(&incoming->state->hash, NULL, 0, HASH_BYTES);
	return ERR_OK;
}

/* Writes all of it, or says why not. */
static bool write_all(int file, const char *data, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, data, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			errno = written == 0 ? ENOSPC : errno;
			return false;
		}
		data += written;
		length -= (size_t)written;
	}
	return true;
}

enum err incoming_write(struct incoming *incoming, const char *data, size_t length, struct error *error)
{
	enum err err = ERR_OK;

	if (incoming->file < 0)
		return error_set(error, ERR_INTERNAL, "A piece came for a file that is not open.");
	if (incoming->most - incoming->size < (int64_t)length)
		err = error_set(error, ERR_TOO_LARGE, _("The file is larger than the %lld MB that are taken here."),
			(long long)(incoming->most / (1024 * 1024)));
	else if (!write_all(incoming->file, data, length))
		err = incoming_failed(error, incoming->path);
	if (err != ERR_OK) {
		incoming_drop(incoming);
		return err;
	}
	crypto_generichash_update(&incoming->state->hash, (const unsigned char *)data, length);
	incoming->size += (int64_t)length;
	return ERR_OK;
}

static void finish_hash(crypto_generichash_state *state, char hash[INCOMING_HASH])
{
	unsigned char bytes[HASH_BYTES];

	crypto_generichash_final(state, bytes, sizeof bytes);
	sodium_bin2hex(hash, INCOMING_HASH, bytes, sizeof bytes);
}

enum err incoming_finish(struct incoming *incoming, struct error *error)
{
	if (incoming->file < 0)
		return error_set(error, ERR_INTERNAL, "A file ended that is not open.");
	/* Some file systems tell only now that there was no room. */
	int closed = close(incoming->file);
	incoming->file = -1;
	if (closed != 0) {
		enum err err = incoming_failed(error, incoming->path);
		incoming_drop(incoming);
		return err;
	}
	finish_hash(&incoming->state->hash, incoming->hash);
	return ERR_OK;
}

void incoming_drop(struct incoming *incoming)
{
	if (incoming->file >= 0)
		close(incoming->file);
	incoming->file = -1;
	if (incoming->path != NULL)
		unlink(incoming->path);
	incoming->path = NULL;
}

enum err incoming_hash_of(const char *path, char hash[INCOMING_HASH], struct error *error)
{
	crypto_generichash_state state;
	unsigned char *piece = malloc(PIECE);
	int file = piece != NULL ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	enum err err = ERR_OK;
	ssize_t got = 0;

	if (piece == NULL)
		return error_memory(error);
	if (file < 0) {
		err = error_set(error, errno == ENOENT ? ERR_NOT_FOUND : ERR_IO, "%s: %s.", path, strerror(errno));
		goto out;
	}
	crypto_generichash_init(&state, NULL, 0, HASH_BYTES);
	while ((got = read(file, piece, PIECE)) > 0)
		crypto_generichash_update(&state, piece, (size_t)got);
	if (got < 0)
		err = error_set(error, ERR_IO, "%s: %s.", path, strerror(errno));
	else
		finish_hash(&state, hash);
out:
	if (file >= 0)
		close(file);
	free(piece);
	return err;
}
