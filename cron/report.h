/*
 * report: one report as two files, HTML and PDF, in one language.
 *
 * The HTML is a page of the dashboard, printed by dashboard.fcgi from the audience's snapshot; the PDF is made of it by WeasyPrint
 * (cron/report_pdf.py), which gets no address to fetch anything from. Both files are there when both were made, else neither: they
 * are written beside their places and renamed.
 */
#ifndef CRON_REPORT_H
#define CRON_REPORT_H

#include "indicators/base/arena.h"
#include "indicators/base/error.h"
#include "indicators/methods/statistics.h"

struct report {
	const char *data;       /* the data directory */
	const char *framework;
	const char *period;
	enum statistics_audience audience;
	const char *language;
	const char *directory;  /* where the files go; made when it is missing */
	long seconds;           /* for each of the two programs */
};

struct report_files {
	const char *html, *pdf; /* paths */
	const char *run;        /* that the figures are of */
};

/* ERR_NOT_FOUND where the snapshot has no such round, or a program is missing; sentences say what to do. */
MUST_USE enum err report_make(const struct report *report, struct arena *arena, struct report_files *files, struct error *error);

#endif
