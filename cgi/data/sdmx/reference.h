/*
 * reference: which artefacts a path of the SDMX REST interface names, as /{agencyID}/{resourceID}/{version}: each part "*" (all) or
 * alternatives, separated by commas.
 *
 * Versions are those of "Query syntax for specific, latest or all artefact versions": 1.0, 1.0.0, *, + (latest stable), ~ (latest), and
 * forms with one of these behind or in the place of a part (1+.0, 1.0*, 1.~). A version of fewer parts counts as with zeros, so that
 * what is asked for as 1.0.0 finds 1.0; and since nothing here is a draft, + finds what ~ does.
 */
#ifndef CGI_DATA_SDMX_REFERENCE_H
#define CGI_DATA_SDMX_REFERENCE_H

#include <stdbool.h>

#include "indicators/base/arena.h"

/* Whether `list` is "" or "*", or has `id` among its alternatives. */
bool sdmx_is_listed(const char *list, const char *id);

/* ERR_NOT_FOUND, naming the agency that there is, unless it is among `agencies`; ERR_INVALID for what can't be a list of ids. */
MUST_USE enum err sdmx_agency_check(const char *agencies, struct error *error);

/* ERR_INVALID where `list` is no "*" and no list of ids (letters, digits, _ @ $ -, and . between). `what` is the parameter's name. */
MUST_USE enum err sdmx_list_check(const char *list, const char *what, struct error *error);

/* Whether `versions` asks for `version`. ERR_INVALID, saying what forms there are, where it can't be read. */
MUST_USE enum err sdmx_version_fits(const char *versions, const char *version, bool *fits, struct error *error);

#endif
