/*
 * release_zip: all of one release in one file, for archives and statisticians: its tables as CSV with nothing neutralised, their description
 * (csv-metadata.json, where CSV on the Web looks for it), a README.txt in every language, and what the file must hold, twice: manifest.json
 * for programs and SHA256SUMS for `sha256sum -c`.
 *
 * The same bytes for the same snapshot and address: titles are English with all languages in codes.csv, entries bear the moment of the
 * release. A release that another has replaced is as it stood, as far as this audience may see it today; what is in the newest one's file only
 * (changes against the period before, checklists item by item) it says.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "cgi/data/data.h"
#include "indicators/base/i18n.h"

#define FILE_MOST ((size_t)48 * 1024 * 1024)
#define FILES_MOST 32
#define DIGEST_TEXT (2 * crypto_hash_sha256_BYTES + 1)

struct entry {
	const char *name;
	const char *title, *about; /* of a table; NULL: of another file */
	struct buffer data;
	char digest[DIGEST_TEXT];
};

struct parcel {
	struct request *request;
	struct entry entries[FILES_MOST];
	size_t count;
	bool newest;
	const char *name, *note, *released_at;
	const char *run, *audience, *made_at, *methods;
};

static struct entry *add(struct parcel *parcel, const char *name)
{
	struct entry *entry = &parcel->entries[parcel->count++];

	*entry = (struct entry){ .name = name, .data = BUFFER_INIT(FILE_MOST) };
	return entry;
}

static void seal(struct entry *entry)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)buffer_text(&entry->data), entry->data.length);
	sodium_bin2hex(entry->digest, sizeof entry->digest, hash, sizeof hash);
}

/* --- what is known of the release --- */

static enum err read_release(struct parcel *parcel, struct error *error)
{
	struct request *request = parcel->request;
	struct query *query = database_query(request->db, SNAPSHOT_takeaway_releases);
	const char *period = request_text(request, "period");
	int64_t number = request_int(request, "number");

	parcel->newest = true;
	query_text(query, "framework", request_text(request, "framework"));
	while (query_next(query)) {
		if (strcmp(query_column_text(query, 1), period) != 0)
			continue;
		if (query_column_int(query, 2) > number)
			parcel->newest = false;
		if (query_column_int(query, 2) != number)
			continue;
		parcel->name = arena_strdup(request->arena, query_column_text(query, 3));
		parcel->note = arena_strdup(request->arena, query_column_text(query, 4));
		parcel->released_at = arena_strdup(request->arena, query_column_text(query, 5));
	}
	return query_end(query, error);
}

static enum err read_facts(struct parcel *parcel, struct error *error)
{
	struct { const char *key; const char **value; } facts[] = {
		{ "run", &parcel->run }, { "audience", &parcel->audience }, { "made_at", &parcel->made_at }, { "methods", &parcel->methods },
	};
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < sizeof facts / sizeof *facts; i++)
		err = data_fact(parcel->request, facts[i].key, facts[i].value, error);
	return err;
}

/* --- the files --- */

static enum err add_tables(struct parcel *parcel, const struct table *table, json_t *described, struct error *error)
{
	enum err err = ERR_OK;

	for (; err == ERR_OK && table->name != NULL; table++) {
		struct entry *entry = add(parcel, arena_printf(parcel->request->arena, "%s.csv", table->name));

		entry->title = table->title;
		entry->about = table->row->about;
		err = data_csv(parcel->request, table, i18n_languages[0].code, true, &entry->data, error);
		if (err == ERR_OK && json_array_append_new(described, csvw_table(parcel->request, table, entry->name)) != 0)
			err = error_memory(error);
	}
	return err;
}

static enum err add_description(struct parcel *parcel, json_t *described, struct error *error)
{
	json_t *json = json_pack("{s:[s,{s:s}], s:o}", "@context", "http://www.w3.org/ns/csvw", "@language", "en", "tables", described);

	return data_put_json(json, JSON_INDENT(2), &add(parcel, "csv-metadata.json")->data, error);
}

/* Who published the answers outside; "" where the governments give and clear them here. */
static enum err read_source(const struct parcel *parcel, const char *language, const char **text, struct error *error)
{
	struct query *query = database_query(parcel->request->db, SNAPSHOT_text_one);

	*text = "";
	query_text(query, "kind", "framework");
	query_text(query, "code", request_text(parcel->request, "framework"));
	query_text(query, "part", "source");
	query_text(query, "lang", language);
	if (query_next(query))
		*text = arena_strdup(parcel->request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

static void put_facts(const struct parcel *parcel, struct buffer *out, const char *language, const char *source)
{
	const struct request *request = parcel->request;
	const struct { const char *name, *text; } facts[] = {
		{ N_("Framework"), request_text(request, "framework") }, { N_("Period"), request_text(request, "period") },
		{ N_("Name"), parcel->name }, { N_("Note"), parcel->note }, { N_("Released at"), parcel->released_at },
		{ N_("Audience"), parcel->audience }, { N_("Run"), parcel->run }, { N_("Computed"), parcel->made_at },
		{ N_("Method versions"), parcel->methods }, { N_("Source of the answers"), source },
	};

	buffer_printf(out, "%s\n\n", i18n_text_in(language, N_("Almaty Monitor")));
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (*facts[i].text != '\0')
			buffer_printf(out, "%s: %s\n", i18n_text_in(language, facts[i].name), facts[i].text);
	buffer_printf(out, "%s: %lld\n\n", i18n_text_in(language, N_("Release")), (long long)request_int(request, "number"));
}

static void put_guide(const struct parcel *parcel, struct buffer *out, const char *language, const char *source)
{
	put_facts(parcel, out, language, source);
	for (size_t i = 0; i < parcel->count; i++)
		if (parcel->entries[i].title != NULL)
			buffer_printf(out, "%s\n    %s. %s\n", parcel->entries[i].name, i18n_text_in(language, parcel->entries[i].title),
				i18n_text_in(language, parcel->entries[i].about));
	buffer_printf(out, "csv-metadata.json\n    %s\n", i18n_text_in(language, N_("What each column is, as CSV on the Web has it.")));
	buffer_printf(out, "manifest.json, SHA256SUMS\n    %s\n\n", i18n_text_in(language, N_("Which files there are, with sizes and checksums. To check them: sha256sum -c SHA256SUMS")));
	if (!parcel->newest)
		buffer_printf(out, "%s\n\n", i18n_text_in(language, N_("A newer release of this period has replaced this one. This file holds what stood after this one, as far as this audience may see it today: an answer that was cleared for fewer since takes its past along. Changes against the period before, and checklists item by item, are in the newest release’s file only.")));
	for (const struct code *word = column_words; word->code != NULL; word++)
		buffer_printf(out, "%s: %s\n", i18n_text_in(language, word->code), i18n_text_in(language, word->title));
	buffer_printf(out, "\n%s\n%s\n%s\n", i18n_text_in(language, N_("Texts are exactly as their authors wrote them. In a spreadsheet import the files as text, or take the XLSX files of the pages, where nothing can pass for a formula.")),
		i18n_text_in(language, N_("Answers of the governments; official series: UN SDG Global Database, United Nations Statistics Division")),
		i18n_text_in(language, *source != '\0' ?
			N_("Official series: CC BY 4.0. Answers: as the source named above published them; name it, Almaty Monitor and the run.") :
			N_("Official series: CC BY 4.0. Answers: as each government cleared them for this audience; name Almaty Monitor and the run.")));
}

static enum err add_readme(struct parcel *parcel, struct error *error)
{
	struct entry *entry = add(parcel, "README.txt");
	enum err err = ERR_OK;

	for (const struct language *language = i18n_languages; err == ERR_OK && language->code != NULL; language++) {
		const char *source;
		if (language != i18n_languages)
			buffer_puts(&entry->data, "\n----------------------------------------------------------------\n\n");
		if ((err = read_source(parcel, language->code, &source, error)) == ERR_OK)
			put_guide(parcel, &entry->data, language->code, source);
	}
	return err;
}

/* The last two, which name all that came before. */
static enum err add_manifest(struct parcel *parcel, struct error *error)
{
	const struct request *request = parcel->request;
	struct buffer sums = BUFFER_INIT(FILE_MOST);
	json_t *files = json_array();

	for (size_t i = 0; i < parcel->count; i++) {
		struct entry *entry = &parcel->entries[i];
		seal(entry);
		json_array_append_new(files, json_pack("{s:s, s:I, s:s}", "name", entry->name, "bytes", (json_int_t)entry->data.length, "sha256", entry->digest));
		buffer_printf(&sums, "%s  %s\n", entry->digest, entry->name);
	}
	json_t *all = json_pack("{s:s, s:s, s:I, s:b, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "framework", request_text(request, "framework"), "period",
		request_text(request, "period"), "release", (json_int_t)request_int(request, "number"), "newest", parcel->newest, "name", parcel->name,
		"note", parcel->note, "released_at", parcel->released_at, "audience", parcel->audience, "run", parcel->run, "made_at", parcel->made_at,
		"methods", parcel->methods, "files", files);
	struct entry *manifest = add(parcel, "manifest.json");
	enum err err = data_put_json(all, JSON_INDENT(2), &manifest->data, error);
	seal(manifest);
	buffer_printf(&sums, "%s  %s\n", manifest->digest, manifest->name);
	add(parcel, "SHA256SUMS")->data = sums;
	return err;
}

/* --- the archive --- */

/* The moment as DOS writes it, so that no time zone is asked. */
static void dos_moment(const char *moment, zip_uint16_t *time, zip_uint16_t *date)
{
	unsigned year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0;

	if (sscanf(moment, "%4u-%2u-%2uT%2u:%2u:%2uZ", &year, &month, &day, &hour, &minute, &second) != 6 || year < 1980 || year > 2107)
		year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0;
	*date = (zip_uint16_t)((year - 1980) << 9 | month << 5 | day);
	*time = (zip_uint16_t)(hour << 11 | minute << 5 | second / 2);
}

static bool put_entries(const struct parcel *parcel, zip_t *zip)
{
	zip_uint16_t time, date;

	dos_moment(parcel->released_at, &time, &date);
	for (size_t i = 0; i < parcel->count; i++) {
		const struct entry *entry = &parcel->entries[i];
		zip_source_t *source = zip_source_buffer(zip, buffer_text(&entry->data), entry->data.length, 0);
		zip_int64_t at = source != NULL ? zip_file_add(zip, entry->name, source, ZIP_FL_ENC_UTF_8) : -1;

		if (source != NULL && at < 0)
			zip_source_free(source);
		if (at < 0 || zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 9) != 0 ||
			zip_file_set_dostime(zip, (zip_uint64_t)at, time, date, 0) != 0 ||
			zip_file_set_external_attributes(zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, 0100644U << 16) != 0)
			return false;
	}
	return true;
}

static bool read_all(zip_source_t *source, struct buffer *out)
{
	char part[65536];
	zip_int64_t got = -1;

	if (zip_source_open(source) == 0) {
		while ((got = zip_source_read(source, part, sizeof part)) > 0)
			buffer_append(out, part, (size_t)got);
		zip_source_close(source);
	}
	return got == 0;
}

static enum err pack(const struct parcel *parcel, struct buffer *out, struct error *error)
{
	zip_error_t why;
	bool whole = false;

	zip_error_init(&why);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_t *zip = source != NULL ? zip_open_from_source(source, ZIP_TRUNCATE, &why) : NULL;
	if (zip != NULL) {
		/* Kept beyond the archive, which lets go of it when it is closed. */
		zip_source_keep(source);
		whole = put_entries(parcel, zip);
		if (!whole || zip_close(zip) != 0) {
			whole = false;
			zip_discard(zip);
		}
		whole = whole && read_all(source, out);
	}
	if (source != NULL)
		zip_source_free(source);
	zip_error_fini(&why);
	return whole ? buffer_check(out, error) : error_set(error, ERR_INTERNAL, "The archive of a release could not be made.");
}

static enum err fill(struct parcel *parcel, struct error *error)
{
	json_t *described = json_array();
	enum err err = read_release(parcel, error);

	if (err == ERR_OK)
		err = read_facts(parcel, error);
	if (err == ERR_OK)
		err = add_tables(parcel, release_file_tables, described, error);
	if (err == ERR_OK)
		err = add_tables(parcel, parcel->newest ? release_file_newest_tables : release_file_older_tables, described, error);
	if (err != ERR_OK) {
		json_decref(described);
		return err;
	}
	if ((err = add_description(parcel, described, error)) != ERR_OK || (err = add_readme(parcel, error)) != ERR_OK)
		return err;
	err = add_manifest(parcel, error);
	for (size_t i = 0; err == ERR_OK && i < parcel->count; i++)
		err = buffer_check(&parcel->entries[i].data, error);
	return err;
}

enum err release_zip(struct request *request, struct response *response, struct error *error)
{
	struct parcel *parcel = arena_alloc(request->arena, sizeof *parcel);
	enum err err = data_check(request, error);

	parcel->request = request;
	if (err == ERR_OK)
		err = fill(parcel, error);
	if (err == ERR_OK)
		err = pack(parcel, response_body(response, "application/zip"), error);
	if (err == ERR_OK)
		response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"%s-%s-%lld.zip\"",
			request_text(request, "framework"), request_text(request, "period"), (long long)request_int(request, "number")));
	for (size_t i = 0; i < parcel->count; i++)
		buffer_release(&parcel->entries[i].data);
	return err;
}
