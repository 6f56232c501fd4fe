/*
 * catalogue_folder: a folder of YAML files, a framework or the SDG series, read and checked. Part of catalogue; see catalogue.h.
 */
#ifndef INDICATORS_MODEL_CATALOGUE_FOLDER_H
#define INDICATORS_MODEL_CATALOGUE_FOLDER_H

#include "indicators/model/catalogue.h"

/* What was read of the folder, of either kind. */
struct catalogue_folder {
	struct catalogue catalogue;
	struct yaml_file *sdg;
};

/*
 * Reads and checks the folder; references to SDG targets, series and units against the database, or where it is NULL or has none, against
 * the SDG catalogue beside the folder. `name`, `kind` and `indicators` of *changes are filled. To be released whatever comes back.
 */
MUST_USE enum err catalogue_folder_read(struct catalogue_folder *folder, struct database *db, const char *directory, struct arena *arena,
	struct catalogue_changes *changes, struct problems *problems, struct error *error);
void catalogue_folder_release(struct catalogue_folder *folder);

#endif
