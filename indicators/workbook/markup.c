/* markup: see markup.h. */
#include "indicators/workbook/markup.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"

/*
 * The parser's memory is counted, since a file of a few megabytes can make it hold many times that (a million different names, an
 * attribute without an end). There is one parser at a time in a process.
 */
union piece {
	size_t size;
	max_align_t align;
};
static size_t used;

static void *take_memory(size_t size)
{
	if (size > MARKUP_MEMORY_MAX || used + size > MARKUP_MEMORY_MAX)
		return NULL;
	union piece *piece = malloc(sizeof *piece + size);
	if (piece == NULL)
		return NULL;
	piece->size = size;
	used += size;
	return piece + 1;
}

static void give_memory(void *memory)
{
	if (memory == NULL)
		return;
	union piece *piece = (union piece *)memory - 1;
	used -= piece->size;
	free(piece);
}

static void *resize_memory(void *memory, size_t size)
{
	if (memory == NULL)
		return take_memory(size);
	union piece *piece = (union piece *)memory - 1;
	size_t before = piece->size;
	if (size > MARKUP_MEMORY_MAX || used - before + size > MARKUP_MEMORY_MAX)
		return NULL;
	if ((piece = realloc(piece, sizeof *piece + size)) == NULL)
		return NULL;
	piece->size = size;
	used = used - before + size;
	return piece + 1;
}

struct reading {
	XML_Parser parser;
	const struct markup *markup;
	void *context;
	struct error *error;
	enum err err;
	int depth;
};

static const char *local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

static void stop(struct reading *reading, enum err err)
{
	if (err == ERR_OK || reading->err != ERR_OK)
		return;
	reading->err = err;
	XML_StopParser(reading->parser, XML_FALSE);
}

static enum err damaged(struct error *error)
{
	return error_set(error, ERR_INVALID, "%s", _("This workbook is damaged: what is in it is not readable. Save it anew as “Excel workbook (.xlsx)”."));
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *reading = context;

	if (++reading->depth > MARKUP_DEPTH_MAX)
		stop(reading, damaged(reading->error));
	else if (reading->err == ERR_OK && reading->markup->start != NULL)
		stop(reading, reading->markup->start(reading->context, local(name), (const char *const *)attributes, reading->error));
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
	struct reading *reading = context;

	reading->depth--;
	if (reading->err == ERR_OK && reading->markup->end != NULL)
		stop(reading, reading->markup->end(reading->context, local(name), reading->error));
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length)
{
	struct reading *reading = context;

	if (reading->err == ERR_OK && reading->markup->text != NULL)
		stop(reading, reading->markup->text(reading->context, text, (size_t)length, reading->error));
}

static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal)
{
	struct reading *reading = context;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	stop(reading, error_set(reading->error, ERR_INVALID, "%s",
		_("This workbook declares a document type, which no spreadsheet program writes. It is refused.")));
}

static enum err take(void *context, const char *data, size_t length, bool last, struct error *error)
{
	struct reading *reading = context;

	if (XML_Parse(reading->parser, data, (int)length, last) != XML_STATUS_ERROR)
		return ERR_OK;
	if (reading->err != ERR_OK)
		return reading->err;
	if (XML_GetErrorCode(reading->parser) == XML_ERROR_NO_MEMORY)
		return error_set(error, ERR_TOO_LARGE, "%s",
			_("This workbook holds far more than a questionnaire has. Download it anew and only fill in the answers."));
	return damaged(error);
}

enum err markup_read(struct archive *archive, const char *entry, const struct markup *markup, void *context, struct error *error)
{
	static const XML_Memory_Handling_Suite memory = { take_memory, resize_memory, give_memory };
	struct reading reading = { .markup = markup, .context = context, .error = error };

	reading.parser = XML_ParserCreate_MM(NULL, &memory, NULL);
	if (reading.parser == NULL)
		return error_memory(error);
	XML_SetUserData(reading.parser, &reading);
	XML_SetElementHandler(reading.parser, on_start, on_end);
	XML_SetCharacterDataHandler(reading.parser, on_text);
	XML_SetStartDoctypeDeclHandler(reading.parser, on_doctype);
	enum err err = archive_read(archive, entry, take, &reading, error);
	XML_ParserFree(reading.parser);
	return err;
}

const char *markup_attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (strcmp(local(attributes[i]), name) == 0)
			return attributes[i + 1];
	return NULL;
}
