/* map: see map.h. */
#include "cgi/dashboard/map.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

#define LONGEST_NAME 13 /* letters that fit over a country; longer names give way to the code */

struct country {
	const char *code, *title;
	int64_t number;
	double score;
	bool drawn;
};

/* Letters, not bytes. */
static size_t letters(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

static const struct map_outline *outline_of(int64_t number)
{
	for (const struct map_outline *outline = map_outlines; outline->path != NULL; outline++)
		if (outline->number == number && number != 0)
			return outline;
	return NULL;
}

static enum err read_countries(struct request *request, const struct framework *framework, const char *period, struct country **list,
	size_t *count, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_overview_map);

	*list = NULL;
	*count = 0;
	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		*list = arena_grow(request->arena, *list, *count, sizeof **list);
		(*list)[(*count)++] = (struct country){
			.code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_strdup(request->arena, query_column_text(query, 1)),
			.number = query_column_int(query, 2),
			.score = query_column_real(query, 3),
		};
	}
	return query_end(query, error);
}

static bool takes_part(const struct country *list, size_t count, int number)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].number == number && number != 0)
			return true;
	return false;
}

/* The borders between countries that do not take part: those of participants are theirs. */
static const char *borders_beside(struct arena *arena, const struct country *list, size_t count)
{
	const char *paths = "";

	for (const struct map_border *border = map_borders; border->path != NULL; border++)
		if (!takes_part(list, count, border->one) && !takes_part(list, count, border->other))
			paths = arena_printf(arena, "%s%s", paths, border->path);
	return paths;
}

static void show_country(struct request *request, struct template_dict *map, const struct framework *framework,
	const struct map_outline *outline, const struct country *country)
{
	struct template_dict *shape = template_section(map, K_MAP_COUNTRY);
	struct template_dict *label = template_section(map, K_MAP_LABEL);
	int band = words_band(country->score);
	const char *score = band < 0 ? _("no score") : arena_printf(request->arena, "%s · %s", words_number(request->arena, country->score, 0),
		words_band_name(band));

	page_links(shape, request, framework);
	template_set(shape, K_CODE, country->code);
	template_printf(shape, K_LABEL, "%s: %s", country->title, score);
	template_set(shape, K_PATH, outline->path);
	template_set(shape, K_BAND, band < 0 ? "none" : (const char *[]){ "0", "1", "2", "3", "4" }[band]);
	template_set_int(label, K_X, outline->x);
	template_set_int(label, K_Y, outline->y - 4);
	template_set_int(label, K_Y2, outline->y + 17);
	template_set(label, K_TITLE, letters(country->title) > LONGEST_NAME ? country->code : country->title);
	template_set(label, K_SCORE, score);
}

enum err map_part(struct request *request, struct template_dict *body, enum template_key part, const struct framework *framework,
	const char *period, struct error *error)
{
	struct country *list;
	size_t count, left_out = 0;
	const char *names = "";
	enum err err = read_countries(request, framework, period, &list, &count, error);

	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < count; i++) {
		list[i].drawn = outline_of(list[i].number) != NULL;
		if (!list[i].drawn)
			names = arena_printf(request->arena, "%s%s%s", names, left_out++ > 0 ? ", " : "", list[i].title);
	}
	/* A framework whose participants all lie elsewhere has no map. */
	if (left_out == count)
		return ERR_OK;
	struct template_dict *map = template_include(body, part, "map.tpl");
	template_set_int(map, K_WIDTH, map_width);
	template_set_int(map, K_HEIGHT, map_height);
	template_printf(map, K_CHART_TITLE, _("Map: overall scores, %s"), period);
	if (left_out > 0)
		template_set(template_section(map, K_NOT_DRAWN), K_TEXT, names);
	template_set(map, K_LAND, map_land);
	template_set(map, K_BORDERS, borders_beside(request->arena, list, count));
	for (size_t i = 0; i < count; i++)
		if (list[i].drawn)
			show_country(request, map, framework, outline_of(list[i].number), &list[i]);
	return ERR_OK;
}
