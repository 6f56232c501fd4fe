/*
 * release: the secretariat publishes a round's accepted answers. From the next summarise on they are in the snapshots of the audiences that
 * they were cleared for. A release is kept for ever and lists what it changed: each accepted answer whose revision or
 * audience is not what an earlier release published. The others go on standing as they were released.
 */
#ifndef INDICATORS_MODEL_RELEASE_H
#define INDICATORS_MODEL_RELEASE_H

#include "indicators/model/answer.h"

#define RELEASE_NAME_MAX 200 /* bytes */
#define RELEASE_SEEN 33      /* BLAKE2b-128 in hexadecimal */

/* What a release changes of one answer: what was published before it, and what it publishes. */
struct release_side {
	bool is;                       /* before: false where nothing was published */
	struct answer_content content; /* status and numbers; note; no items, cells and evidence */
	const char *audience;
};
struct release_change {
	const char *participant, *participant_title;
	const char *indicator, *title;
	int64_t revision;
	enum score_type type;
	const char *unit;
	const char *old_level, *new_level; /* titles of a ladder's levels, or NULL */
	int64_t items;                     /* of a checklist */
	struct release_side before, after;
};
struct release_changes {
	struct release_change *rows;
	size_t count;
	char seen[RELEASE_SEEN]; /* names just these changes */
};

/* What a release made now would change: accepted answers whose revision or audience no release has published, by participant. */
MUST_USE enum err release_preview(struct database *db, struct arena *arena, int64_t round, const char *language,
	struct release_changes *changes, struct error *error);

struct release_input {
	const char *name; /* "First release", "Correction of May"; public, as is the note */
	const char *note; /* or NULL */
	const char *seen; /* release_changes.seen of what was confirmed; NULL: whatever there is */
};

/*
 * Releases a round, by the secretariat. It concerns all participants alike, so anybody of the secretariat may. *number gets the release's
 * number within the round, *answers how many answers it publishes anew. ERR_INVALID (field named) for a name that is missing, too long
 * or taken within the round, or too long a note. ERR_CONFLICT when nothing is accepted, nothing changed since the last release, or
 * other changes would be released than were `seen`.
 */
MUST_USE enum err release_round(struct database *db, const struct actor *actor, int64_t round, const struct release_input *input,
	int64_t *number, int64_t *answers, struct error *error);

struct release {
	int64_t number;
	int64_t answers;
	const char *name; /* or "" */
	const char *note, *by, *at;
};
struct release_list { struct release *rows; size_t count; };

/* The round's releases, newest first. */
MUST_USE enum err release_list(struct database *db, struct arena *arena, int64_t round, struct release_list *list,
	struct error *error);

/* One of them with what it changed, as the preview showed it. ERR_NOT_FOUND when there is none of this number. */
MUST_USE enum err release_load(struct database *db, struct arena *arena, int64_t round, int64_t number, const char *language,
	struct release *release, struct release_changes *changes, struct error *error);

#endif
