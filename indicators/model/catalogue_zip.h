/*
 * catalogue_zip: a framework's folder that somebody sent as a ZIP file, unpacked for catalogue_load.
 *
 * The archive holds the files side by side, or one folder with them. Only .yaml files are unpacked; others (README, CSV) are left out.
 * Refused, in words: a file that is no ZIP, more than CATALOGUE_ZIP_FILES entries, more than CATALOGUE_ZIP_TOTAL bytes unpacked (what an
 * entry says of its size is not believed), links, passwords, names that lead elsewhere, a name twice.
 */
#ifndef INDICATORS_MODEL_CATALOGUE_ZIP_H
#define INDICATORS_MODEL_CATALOGUE_ZIP_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

#define CATALOGUE_ZIP_SIZE ((size_t)4 * 1024 * 1024)
#define CATALOGUE_ZIP_FILES 1000
#define CATALOGUE_ZIP_ONE ((size_t)1024 * 1024)
#define CATALOGUE_ZIP_TOTAL ((size_t)16 * 1024 * 1024)

/* Unpacks into a new folder *directory, to be removed by catalogue_zip_remove in all cases; it is NULL when nothing was made. */
MUST_USE enum err catalogue_zip_unpack(struct database *db, struct arena *arena, const char *path, const char **directory, struct error *error);

/* Removes the folder and its files; NULL is fine. */
void catalogue_zip_remove(struct arena *arena, const char *directory);

/* Where an archive with this hash waits for its preview to be confirmed; swept a day later. In the arena; NULL for what is no hash. */
const char *catalogue_zip_kept(struct database *db, struct arena *arena, const char *hash);

#endif
