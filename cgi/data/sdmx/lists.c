/* lists: reads the codes of a snapshot; see lists.h. */
#include "cgi/data/sdmx/lists.h"

#include <string.h>

#include "indicators/base/i18n.h"

/* A larger copy of an array that is full; the old one stays in the arena. */
static void *grow(struct arena *arena, const void *array, size_t count, size_t *room, size_t size)
{
	size_t more = *room == 0 ? 16 : *room * 2;
	void *larger = arena_array(arena, more, size);

	if (count > 0)
		memcpy(larger, array, count * size);
	*room = more;
	return larger;
}

struct sdmx_code *list_add(struct arena *arena, struct list *list, const char *id, const char *origin)
{
	if (list->codes.count == list->room)
		list->codes.codes = grow(arena, list->codes.codes, list->codes.count, &list->room, sizeof *list->codes.codes);
	if (id == NULL || sdmx_code_find(&list->codes, id) != NULL)
		id = build_id(arena, id == NULL ? origin : id, &list->codes);
	struct sdmx_code *code = &list->codes.codes[list->codes.count++];
	code->id = id;
	code->origin = arena_strdup(arena, origin);
	code->name.text[0] = code->origin;
	return code;
}

struct list *lists_add(struct arena *arena, struct lists *lists, const char *group)
{
	if (lists->count == lists->room)
		lists->list = grow(arena, lists->list, lists->count, &lists->room, sizeof *lists->list);
	struct list *list = &lists->list[lists->count++];
	list->group = arena_strdup(arena, group);
	list->name.text[0] = list->group;
	return list;
}

static void set_text(struct arena *arena, struct sdmx_names *names, const char *language, const char *text)
{
	if (language == NULL || text == NULL)
		return;
	for (size_t i = 0; i < SDMX_LANGUAGES && i18n_languages[i].code != NULL; i++)
		if (strcmp(i18n_languages[i].code, language) == 0)
			names->text[i] = arena_strdup(arena, text);
}

static bool same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

void lists_read(struct builder *builder, size_t statement, const char *framework, struct lists *lists)
{
	if (builder->err != ERR_OK)
		return;
	struct query *query = database_query(builder->db, statement);
	struct list *list = NULL;
	struct sdmx_code *code = NULL;
	if (framework != NULL)
		query_text(query, "framework", framework);
	while (query_next(query)) {
		const char *group = query_column_text(query, 0), *origin = query_column_text(query, 1);
		if (list == NULL || !same(list->group, group)) {
			list = lists_add(builder->arena, lists, group);
			code = NULL;
		}
		if (origin != NULL && (code == NULL || strcmp(code->origin, origin) != 0))
			code = list_add(builder->arena, list, query_column_int(query, 2) != 0 ? SDMX_TOTAL : NULL, origin);
		struct sdmx_names *names = origin == NULL ? &list->name : query_column_int(query, 3) != 0 ? &code->description : &code->name;
		set_text(builder->arena, names, query_column_text(query, 4), query_column_text(query, 5));
	}
	builder->err = query_end(query, builder->error);
}

static void add_dim(struct arena *arena, struct lists *lists, const char *dimension, const char *origin)
{
	struct list *list = NULL;

	for (size_t i = 0; list == NULL && i < lists->count; i++)
		if (strcmp(lists->list[i].group, dimension) == 0)
			list = &lists->list[i];
	if (list == NULL)
		list = lists_add(arena, lists, dimension);
	for (size_t i = 0; i < list->codes.count; i++)
		if (strcmp(list->codes.codes[i].origin, origin) == 0)
			return;
	list_add(arena, list, NULL, origin);
}

void lists_read_dims(struct builder *builder, size_t statement, struct lists *lists)
{
	if (builder->err != ERR_OK)
		return;
	struct query *query = database_query(builder->db, statement);
	while (query_next(query)) {
		const char *p = query_column_text(query, 0);
		while (p != NULL && *p != '\0') {
			size_t length = strcspn(p, ";");
			const char *equals = memchr(p, '=', length);
			if (equals != NULL)
				add_dim(builder->arena, lists, arena_strndup(builder->arena, p, (size_t)(equals - p)),
					arena_strndup(builder->arena, equals + 1, length - (size_t)(equals - p) - 1));
			p += length + (p[length] == ';');
		}
	}
	builder->err = query_end(query, builder->error);
}

void list_publish(struct builder *builder, const char *id, struct sdmx_names name, const struct list *first, const struct list *list)
{
	struct sdmx_model *model = builder->model;
	struct list all = { .group = NULL };

	if (model->codelist_count == builder->codelist_room)
		model->codelists = grow(builder->arena, model->codelists, model->codelist_count, &builder->codelist_room, sizeof *model->codelists);
	for (int part = 0; part < 2; part++) {
		const struct list *from = part == 0 ? first : list;
		for (size_t i = 0; from != NULL && i < from->codes.count; i++) {
			const struct sdmx_code *code = &from->codes.codes[i];
			struct sdmx_code *copy = list_add(builder->arena, &all, code->id, code->origin);
			copy->name = code->name;
			copy->description = code->description;
		}
	}
	all.codes.id = id;
	all.codes.name = name;
	model->codelists[model->codelist_count++] = all.codes;
}

struct sdmx_names build_names(const char *message)
{
	struct sdmx_names names = { { NULL } };

	for (size_t i = 0; message != NULL && i < SDMX_LANGUAGES && i18n_languages[i].code != NULL; i++) {
		const char *text = i18n_text_in(i18n_languages[i].code, message);
		/* Untranslated: once, in English. */
		if (i == 0 || strcmp(text, names.text[0]) != 0)
			names.text[i] = text;
	}
	return names;
}

struct sdmx_concept *build_concept(struct builder *builder, const char *id, const struct sdmx_names *name)
{
	struct sdmx_model *model = builder->model;

	if (model->concept_count == builder->concept_room)
		model->concepts = grow(builder->arena, model->concepts, model->concept_count, &builder->concept_room, sizeof *model->concepts);
	struct sdmx_concept *concept = &model->concepts[model->concept_count++];
	concept->id = id;
	concept->name = *name;
	return concept;
}
