/* cache: ready responses of snapshot routes, least recently used out first. Cleared when the snapshot is replaced. */
#include <inttypes.h>
#include <libdeflate.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/kit.h"

#define BUCKETS 4096

/* A page asked for once is packed quickly, one asked for again well. */
#define LEVEL_FAST 1
#define LEVEL_BEST GZIP_BEST

/* What the two heads of an entry take at most, counted beforehand. */
#define HEADS_SIZE 4096

static struct cached *buckets[BUCKETS];
static struct cached *newest;
static struct cached *oldest;
static size_t bytes;
static unsigned char hash_key[crypto_shorthash_KEYBYTES];
static bool has_hash_key;

/* Keyed, so that nobody can aim at one bucket. */
static size_t bucket_of(const char *key)
{
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t number;

	if (!has_hash_key) {
		crypto_shorthash_keygen(hash_key);
		has_hash_key = true;
	}
	crypto_shorthash(hash, (const unsigned char *)key, strlen(key), hash_key);
	memcpy(&number, hash, sizeof number);
	return (size_t)(number % BUCKETS);
}

static void unlink_order(struct cached *entry)
{
	if (entry->newer != NULL)
		entry->newer->older = entry->older;
	else
		newest = entry->older;
	if (entry->older != NULL)
		entry->older->newer = entry->newer;
	else
		oldest = entry->newer;
	entry->newer = entry->older = NULL;
}

static void make_newest(struct cached *entry)
{
	entry->older = newest;
	if (newest != NULL)
		newest->newer = entry;
	newest = entry;
	if (oldest == NULL)
		oldest = entry;
}

static void free_entry(struct cached *entry)
{
	free(entry->key);
	free(entry->policy);
	free(entry->head);
	free(entry->body);
	free(entry->gzip);
	free(entry->ready[0]);
	free(entry->ready[1]);
	free(entry);
}

static void drop(struct cached *entry)
{
	struct cached **at = &buckets[bucket_of(entry->key)];

	while (*at != entry)
		at = &(*at)->next;
	*at = entry->next;
	unlink_order(entry);
	bytes -= entry->size;
	free_entry(entry);
}

/* MONITOR_CACHE=off: every page is made anew, for measuring what that takes. */
static bool is_off(void)
{
	static int off = -1;

	if (off < 0) {
		const char *setting = getenv("MONITOR_CACHE");
		off = setting != NULL && strcmp(setting, "off") == 0;
	}
	return off != 0;
}

static struct cached *find(const char *key)
{
	for (struct cached *entry = buckets[bucket_of(key)]; entry != NULL; entry = entry->next)
		if (strcmp(entry->key, key) == 0)
			return entry;
	return NULL;
}

struct cached *cache_get(const char *key)
{
	struct cached *entry = is_off() ? NULL : find(key);

	if (entry != NULL && entry != newest) {
		unlink_order(entry);
		make_newest(entry);
	}
	return entry;
}

/* Keeps at least the newest, which is about to be sent. */
static void make_room(void)
{
	while (bytes > CACHE_MAX && oldest != newest)
		drop(oldest);
}

enum err cache_put(const char *key, const struct response *response, const char *run, struct cached **out, struct error *error)
{
	struct cached *entry = calloc(1, sizeof *entry);
	struct buffer head = BUFFER_INIT(16384);

	*out = NULL;
	if (entry == NULL)
		return error_memory(error);
	for (size_t i = 0; i < response->header_count; i++)
		buffer_printf(&head, "%s: %s\r\n", response->headers[i].name, response->headers[i].value);
	buffer_printf(&head, "Content-Type: %s\r\n", response->content_type);
	entry->key = strdup(key);
	entry->head = strdup(buffer_text(&head));
	entry->policy = response->policy != NULL ? strdup(response->policy) : NULL;
	entry->length = response->body.length;
	entry->body = malloc(entry->length + 1);
	enum err err = buffer_check(&head, error);
	buffer_release(&head);
	if (err == ERR_OK && (entry->key == NULL || entry->head == NULL || entry->body == NULL || (response->policy != NULL && entry->policy == NULL)))
		err = error_memory(error);
	if (err != ERR_OK) {
		free_entry(entry);
		return err;
	}
	memcpy(entry->body, buffer_text(&response->body), entry->length + 1);
	/* Tells one program's page of a run from the next program's; each worker gets the same. */
	uint32_t sum = libdeflate_crc32(0, entry->body, entry->length);
	snprintf(entry->etag, sizeof entry->etag, "%.40s-%08" PRIx32 "%zx", run, sum, entry->length);
	entry->size = sizeof *entry + strlen(entry->key) + strlen(entry->head) + entry->length + 3 + HEADS_SIZE;

	struct cached *former = find(key);
	if (former != NULL)
		drop(former);
	size_t bucket = bucket_of(key);
	entry->next = buckets[bucket];
	buckets[bucket] = entry;
	make_newest(entry);
	bytes += entry->size;
	make_room();
	*out = entry;
	return ERR_OK;
}

void cache_compress(struct cached *entry)
{
	int level = entry->packings++ == 0 ? LEVEL_FAST : LEVEL_BEST;

	if (entry->gzip_level >= level || entry->length < GZIP_LEAST)
		return;
	size_t length;
	char *gzip = gzip_pack(entry->body, entry->length, level, &length);
	char *exact = gzip != NULL ? realloc(gzip, length) : NULL;
	if (exact == NULL) {
		/* No smaller than it was: nor will it be another time. */
		if (gzip == NULL && entry->gzip == NULL)
			entry->gzip_level = LEVEL_BEST;
		free(gzip);
		return;
	}
	free(entry->gzip);
	free(entry->ready[1]);
	entry->ready[1] = NULL;
	entry->size += length - entry->gzip_length;
	bytes += length - entry->gzip_length;
	entry->gzip = exact;
	entry->gzip_length = length;
	entry->gzip_level = level;
	make_room();
}

void cache_clear(void)
{
	while (newest != NULL)
		drop(newest);
}

size_t cache_bytes(void)
{
	return bytes;
}
