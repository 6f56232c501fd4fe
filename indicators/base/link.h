/*
 * link: addresses within what people write as evidence. A name and password before the host ("https://name:password@host/") give away a
 * secret to everybody who may read the evidence; such a link is refused where it is entered, and what is already kept is shown without.
 */
#ifndef INDICATORS_BASE_LINK_H
#define INDICATORS_BASE_LINK_H

#include <stdbool.h>

#include "indicators/base/arena.h"

/* Whether any address of http or https in the text has a name or password before its host, as a browser would read it. */
bool link_has_credentials(const char *text);

/* The text without them; `text` itself where there are none. */
const char *link_without_credentials(struct arena *arena, const char *text);

#endif
