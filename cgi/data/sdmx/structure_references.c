/* structure_references: what refers to what among the artefacts; see structure.h. */
#include <string.h>

#include "cgi/data/sdmx/structure.h"
#include "indicators/base/i18n.h"

static void mark(struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	if (artefacts->marks[type][index] == SDMX_LEFT_OUT)
		artefacts->marks[type][index] = SDMX_REFERENCED;
}

typedef void visit(struct sdmx_artefacts *to, enum sdmx_artefact type, size_t index);

/* Calls `each` for whatever an artefact refers to. */
static void each_child(const struct sdmx_artefacts *from, enum sdmx_artefact type, size_t index, visit *each, struct sdmx_artefacts *to)
{
	const struct sdmx_flow *flow = type == SDMX_DATASTRUCTURE ? &from->model->flows[index] : NULL;

	if (type == SDMX_CATEGORISATION) {
		each(to, SDMX_CATEGORYSCHEME, 0);
		each(to, SDMX_DATAFLOW, index);
	} else if (type == SDMX_DATACONSTRAINT) {
		each(to, from->of_structure ? SDMX_DATASTRUCTURE : SDMX_DATAFLOW, index);
	} else if (type == SDMX_DATAFLOW) {
		each(to, SDMX_DATASTRUCTURE, index);
	} else if (flow != NULL) {
		each(to, SDMX_CONCEPTSCHEME, 0);
		for (size_t i = 0; i < flow->count; i++)
			if (flow->components[i].codelist != NULL)
				each(to, SDMX_CODELIST, (size_t)(flow->components[i].codelist - from->model->codelists));
	}
	if (type != SDMX_AGENCYSCHEME)
		each(to, SDMX_AGENCYSCHEME, 0);
}

static struct sdmx_artefacts copy_of(const struct sdmx_artefacts *artefacts)
{
	struct sdmx_artefacts copy;

	sdmx_artefacts_init(&copy, artefacts->arena, artefacts->model);
	copy.of_structure = artefacts->of_structure;
	copy.available = artefacts->available;
	copy.available_count = artefacts->available_count;
	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		memcpy(copy.marks[type], artefacts->marks[type], sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type));
	return copy;
}

static size_t marked(const struct sdmx_artefacts *artefacts)
{
	size_t count = 0;

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type); i++)
			count += artefacts->marks[type][i] != SDMX_LEFT_OUT;
	return count;
}

/* One step down: what is marked, and what that refers to. */
static struct sdmx_artefacts children(const struct sdmx_artefacts *artefacts)
{
	struct sdmx_artefacts to = copy_of(artefacts);

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type); i++)
			if (artefacts->marks[type][i] != SDMX_LEFT_OUT)
				each_child(artefacts, (enum sdmx_artefact)type, i, mark, &to);
	return to;
}

/* Whether an artefact refers to something that is marked. */
struct probe {
	struct sdmx_artefacts shown;   /* first, so that it is what visit gets */
	const struct sdmx_artefacts *wanted;
	bool hit;
};

static void look(struct sdmx_artefacts *to, enum sdmx_artefact type, size_t index)
{
	struct probe *probe = (struct probe *)to;

	probe->hit |= probe->wanted->marks[type][index] != SDMX_LEFT_OUT;
}

/* One step up: what is marked, and what refers to that. */
static struct sdmx_artefacts parents(const struct sdmx_artefacts *artefacts)
{
	struct sdmx_artefacts to = copy_of(artefacts);

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type); i++) {
			struct probe probe = { .wanted = artefacts };
			each_child(artefacts, (enum sdmx_artefact)type, i, look, &probe.shown);
			if (probe.hit && sdmx_artefact_is_there(artefacts, (enum sdmx_artefact)type, i))
				mark(&to, (enum sdmx_artefact)type, i);
		}
	return to;
}

typedef struct sdmx_artefacts step(const struct sdmx_artefacts *artefacts);

static struct sdmx_artefacts closure(const struct sdmx_artefacts *artefacts, step *once)
{
	struct sdmx_artefacts now = once(artefacts);

	for (size_t before = 0; marked(&now) > before;) {
		before = marked(&now);
		now = once(&now);
	}
	return now;
}

static struct sdmx_artefacts itself(const struct sdmx_artefacts *artefacts)
{
	return copy_of(artefacts);
}

static struct sdmx_artefacts descendants(const struct sdmx_artefacts *artefacts)
{
	return closure(artefacts, children);
}

static struct sdmx_artefacts ancestors(const struct sdmx_artefacts *artefacts)
{
	return closure(artefacts, parents);
}

static struct sdmx_artefacts with_siblings(const struct sdmx_artefacts *artefacts)
{
	struct sdmx_artefacts up = parents(artefacts);

	return children(&up);
}

static void add(struct sdmx_artefacts *to, const struct sdmx_artefacts *from, int only)
{
	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(to->model, (enum sdmx_artefact)type); i++)
			if ((only < 0 || only == type) && from->marks[type][i] != SDMX_LEFT_OUT)
				mark(to, (enum sdmx_artefact)type, i);
}

static const struct {
	const char *name;
	step *steps[2];
} relations[] = {
	{ "none", { itself, NULL } },
	{ "parents", { parents, NULL } },
	{ "parentsandsiblings", { with_siblings, NULL } },
	{ "ancestors", { ancestors, NULL } },
	{ "children", { children, NULL } },
	{ "descendants", { descendants, NULL } },
	{ "all", { with_siblings, descendants } },
};

#define RELATIONS (sizeof relations / sizeof *relations)

static bool add_relation(struct sdmx_artefacts *artefacts, const struct sdmx_artefacts *asked, const char *name)
{
	for (size_t i = 0; i < RELATIONS; i++) {
		if (strcmp(relations[i].name, name) != 0)
			continue;
		for (size_t s = 0; s < 2 && relations[i].steps[s] != NULL; s++) {
			struct sdmx_artefacts more = relations[i].steps[s](asked);
			add(artefacts, &more, -1);
		}
		return true;
	}
	return false;
}

/* A concrete type: those of it among all ancestors and descendants. */
static bool add_type(struct sdmx_artefacts *artefacts, const struct sdmx_artefacts *asked, const char *name)
{
	enum sdmx_artefact type;

	if (!sdmx_artefact_type_named(name, &type))
		return sdmx_artefact_type_is_elsewhere(name); /* there are none */
	struct sdmx_artefacts down = descendants(asked), up = ancestors(asked);
	add(artefacts, &down, (int)type);
	add(artefacts, &up, (int)type);
	return true;
}

static enum err add_references(struct sdmx_artefacts *artefacts, const struct sdmx_artefacts *asked, const char *name, struct error *error)
{
	if (add_relation(artefacts, asked, name) || add_type(artefacts, asked, name))
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, "references", _("The parameter %s cannot be “%.60s”. It is one of: %s."), "references", name,
		arena_printf(artefacts->arena, "none, parents, parentsandsiblings, ancestors, children, descendants, all, %s",
			sdmx_artefact_type_names(artefacts->arena)));
}

enum err sdmx_structure_references(struct sdmx_artefacts *artefacts, const char *references, struct error *error)
{
	struct sdmx_artefacts asked = copy_of(artefacts);
	const char *done = ",";
	enum err err = ERR_OK;

	for (const char *p = references; err == ERR_OK; p++) {
		size_t length = strcspn(p, ",");
		const char *name = arena_strndup(artefacts->arena, p, length);
		/* Each counts once, so that a thousand of them in an address are no work for a second. */
		if (strstr(done, arena_printf(artefacts->arena, ",%s,", name)) == NULL) {
			done = arena_printf(artefacts->arena, "%s%s,", done, name);
			err = add_references(artefacts, &asked, name, error);
		}
		p += length;
		if (*p == '\0')
			break;
	}
	return err;
}
