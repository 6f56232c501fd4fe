/* route: finds the route of a path. What a route demands is enforced in dispatch.c. */
#include <string.h>

#include "cgi/web/kit.h"

/* One segment of the pattern, "{code}.csv", against one of the path. */
static bool segment_fits(const char *pattern, size_t pattern_length, const char *segment, size_t length, struct arena *arena,
	struct fields *fields)
{
	const char *close = memchr(pattern, '}', pattern_length);

	if (*pattern != '{' || close == NULL)
		return pattern_length == length && memcmp(pattern, segment, length) == 0;
	const char *ending = close + 1;
	size_t ending_length = pattern_length - (size_t)(ending - pattern);
	if (length <= ending_length || memcmp(segment + length - ending_length, ending, ending_length) != 0)
		return false;
	if (fields != NULL) {
		struct field *field = &fields->list[fields->count++];
		field->name = arena_strndup(arena, pattern + 1, (size_t)(close - pattern) - 1);
		field->value = arena_strndup(arena, segment, length - ending_length);
	}
	return true;
}

/* Whether they agree as far as the pattern is fixed: most routes are another path's, and end here. */
static bool begins_alike(const char *pattern, const char *path)
{
	while (*pattern == *path && *pattern != '{' && *pattern != '\0') {
		pattern++;
		path++;
	}
	return *pattern == '{' || *pattern == *path;
}

static bool fits(const char *pattern, const char *path, struct arena *arena, struct fields *fields)
{
	if (fields != NULL)
		fields->count = 0;
	if (!begins_alike(pattern, path))
		return false;
	for (;;) {
		if (*pattern != '/' || *path != '/')
			return *pattern == '\0' && *path == '\0';
		pattern++;
		path++;
		size_t pattern_length = strcspn(pattern, "/");
		size_t length = strcspn(path, "/");
		/* A path that ends with a slash fits only a pattern that does. */
		if (pattern_length == 0 || length == 0) {
			if (pattern_length != 0 || length != 0)
				return false;
		} else if (!segment_fits(pattern, pattern_length, path, length, arena, fields)) {
			return false;
		}
		pattern += pattern_length;
		path += length;
	}
}

bool route_fits(const char *pattern, const char *path, struct arena *arena, struct fields *fields)
{
	size_t most = 1;

	if (fields == NULL)
		return fits(pattern, path, arena, NULL);
	for (const char *p = pattern; *p != '\0'; p++)
		most += *p == '{';
	fields->list = arena_array(arena, most, sizeof *fields->list);
	return fits(pattern, path, arena, fields);
}

void route_find(const struct route *routes, const char *method, const char *path, struct arena *arena, struct route_match *match,
	struct fields *fields)
{
	bool post = strcmp(method, "POST") == 0;
	bool get = strcmp(method, "GET") == 0;
	bool has_get = false;
	bool has_post = false;

	*match = (struct route_match){ 0 };
	for (const struct route *route = routes; route->pattern != NULL; route++) {
		if (!fits(route->pattern, path, arena, NULL))
			continue;
		bool takes_post = (route->flags & ROUTE_POST) != 0;
		if (takes_post ? post : get) {
			match->route = route;
			match->path_known = true;
			route_fits(route->pattern, path, arena, fields);
			return;
		}
		has_get = has_get || !takes_post;
		has_post = has_post || takes_post;
	}
	match->path_known = has_get || has_post;
	match->allow = has_get && has_post ? "GET, HEAD, POST" : has_get ? "GET, HEAD" : "POST";
	size_t length = strlen(path);
	if (!match->path_known && get && length > 0 && path[length - 1] != '/') {
		const char *with_slash = arena_printf(arena, "%s/", path);
		for (const struct route *route = routes; route->pattern != NULL && !match->needs_slash; route++)
			match->needs_slash = (route->flags & ROUTE_POST) == 0 && fits(route->pattern, with_slash, arena, NULL);
	}
}
