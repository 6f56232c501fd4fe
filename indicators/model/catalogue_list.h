/*
 * catalogue_list: which frameworks are loaded, in which version, and which indicators have had another definition: what the secretariat
 * looks up. Loading is in catalogue.h.
 */
#ifndef INDICATORS_MODEL_CATALOGUE_LIST_H
#define INDICATORS_MODEL_CATALOGUE_LIST_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

struct catalogue_entry {
	const char *framework;
	const char *title;
	int64_t version;       /* goes up with every load that changed something */
	const char *loaded_at; /* of that version */
	int64_t indicators;    /* in force, whatever the period */
	int64_t retired;
};

struct catalogue_redefinition {
	const char *framework, *indicator, *title;
	int64_t version;
	const char *loaded_at;
};

struct catalogue_list {
	struct catalogue_entry *entries; /* in the order of the start page */
	size_t count;
	struct catalogue_redefinition *redefinitions; /* second and later definitions, newest first */
	size_t redefinition_count;
};

MUST_USE enum err catalogue_list(struct database *db, struct arena *arena, const char *language, struct catalogue_list *list,
	struct error *error);

#endif
