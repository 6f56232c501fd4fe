/* figure_indicator: what the figures of an indicator share. */
#ifndef CGI_DASHBOARD_FIGURE_INDICATOR_H
#define CGI_DASHBOARD_FIGURE_INDICATOR_H

#include "cgi/dashboard/figure_kind.h"
#include "cgi/dashboard/indicator.h"

/* The indicator of figure->ref.code; refuses an unknown one with the list of those there are. */
MUST_USE enum err figure_indicator_find(struct request *request, const struct framework *framework, struct figure *figure,
	struct indicator *indicator, struct error *error);

const char *figure_indicator_title(const struct indicator *indicator);

/* "score, 0–100", or the unit. */
MUST_USE enum err figure_indicator_scale(struct request *request, const struct indicator *indicator, const char **text, struct error *error);

/* What a participant answered in a period, to the indicator or to one that it replaced or was replaced by. */
struct moment {
	const char *participant, *period;
	const char *code;      /* of the indicator that was asked */
	const char *basis;     /* with its version: another one is another definition */
	double at, value;      /* a score where `scored` */
	const char *carried;   /* the period it was reported for, or NULL */
	enum absence absence;
};

struct moments {
	struct moment *list;
	size_t count;
};

/* Of everybody who was asked, in every period; `chain` as indicator_chain_read() has it. */
MUST_USE enum err figure_moments_read(struct request *request, const struct framework *framework, const struct indicator *indicator, bool scored,
	struct moments *moments, struct names *chain, struct error *error);

/* The value, or why there is none. */
const char *figure_moment_text(struct arena *arena, const struct moment *moment, const char *type, bool scored);

/* Where the answers of a framework come from. */
MUST_USE enum err figure_framework_source(struct request *request, const struct framework *framework, const char **text, struct error *error);

/* The participant of figure->ref.participant; refuses an unknown one with the list. *participant is that of NULL: { NULL }. */
MUST_USE enum err figure_participant_find(struct request *request, struct figure *figure, const struct names *participants, struct name *participant,
	struct error *error);

#endif
