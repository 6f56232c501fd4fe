/*
 * compare: chosen indicators and domains, participants and periods beside each other. compare.c reads the choice and the values,
 * compare_show.c shows them, page_compare.c puts form and result together.
 *
 * The choice stands in the address (?indicator=…&domain=…&participant=…&from=…&to=…), so that it can be sent to somebody. Nothing chosen
 * means everything there is for periods, everybody whom one of them asks for participants, but nothing for measures. Measures stand in the catalogue's order,
 * participants in alphabetical order, whatever the order of the address.
 */
#ifndef CGI_DASHBOARD_COMPARE_H
#define CGI_DASHBOARD_COMPARE_H

#include "cgi/dashboard/dashboard.h"

#define COMPARE_MEASURES 8       /* at once: more cannot be read beside each other */
#define COMPARE_PARTICIPANTS 12
#define COMPARE_OVERALL "overall" /* domain=overall: the score over all domains */

enum cell_state { CELL_NO_ANSWER, CELL_VALUE, CELL_SUPPRESSED, CELL_NOT_AVAILABLE, CELL_NOT_APPLICABLE, CELL_TOO_FEW, CELL_NOT_ASKED,
	CELL_NOT_EXPECTED };

struct compare_cell {
	enum cell_state state;
	double number;               /* CELL_VALUE: as the chart draws it, a score where there is one */
	const char *text;            /* CELL_VALUE: as the table tells it */
};

/* An indicator or a domain. */
struct measure {
	const char *code, *title;
	size_t domain;               /* place in the domains; of a domain itself too; domains.count: all together */
	bool is_domain;
	const char *type, *direction; /* of an indicator's newest version */
	int64_t version;             /* of an indicator: the newest */
	const char *in_force;        /* "2018–2020"; "" for a domain, and where the catalogue does not limit it */
	bool scored;                 /* numbers are scores, 0 to 100 */
	bool chosen, shown;          /* shown: chosen, and within COMPARE_MEASURES */
	const char **basis;          /* by period: the definition it was asked by; NULL: not asked */
	struct compare_cell *cells;  /* participants × periods, of a measure that is shown */
};

struct compare {
	struct request *request;
	struct framework framework;
	struct names domains;
	struct measure *measures;    /* all there are, in the catalogue's order */
	size_t measure_count, measures_chosen;
	struct names participants;   /* all there are */
	bool *participant_chosen, *participant_meant, *participant_shown;
	size_t participants_chosen;  /* 0: none were, all that a period asks are meant */
	bool *expected;              /* participants × periods: whom a period asks */
	struct periods periods;      /* all there are */
	bool *period_shown;          /* within from … to, and some measure was asked then */
	size_t periods_shown;
};

/*
 * Reads the choice. Where it names what is not there, the page that says so with what there is has been made, and *refused is true.
 * ERR_INVALID names a period that is none, or a from that lies after to.
 */
enum err compare_choose(struct compare *compare, struct response *response, bool *refused, struct error *error) MUST_USE;

/* Reads the cells of what was chosen, once compare_choose() has returned. */
enum err compare_read(struct compare *compare, struct error *error) MUST_USE;

/* The charts, one a measure, and the one table. */
void compare_show(struct compare *compare, struct template_dict *page);

/* With official=…: the official series that the catalogue sets beside the indicators shown, each once. */
enum err compare_official(struct compare *compare, struct template_dict *page, struct error *error) MUST_USE;

#endif
