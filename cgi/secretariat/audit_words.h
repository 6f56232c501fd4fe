/* audit_words: the audit log's actions and details as people read them, in the language of the request. */
#ifndef CGI_SECRETARIAT_AUDIT_WORDS_H
#define CGI_SECRETARIAT_AUDIT_WORDS_H

#include "indicators/base/arena.h"

/* "answer.submitted" → "Answer: submitted for clearing"; an action without words of its own as it is. Static, or `action`. */
const char *audit_action_words(const char *action);

/* The families that a search offers: "answer." and its title. Ends with a NULL name. */
struct audit_family { const char *name; const char *title; };
extern const struct audit_family audit_families[];

/* The JSON object of a row in words, "revision 3 · from draft to submitted"; "" for "", the text itself for what is no object. In the arena. */
const char *audit_detail_words(struct arena *arena, const char *detail);

#endif
