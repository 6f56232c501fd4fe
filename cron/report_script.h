/* report_script: cron/report_pdf.py as a text; the Makefile makes its source. */
#ifndef CRON_REPORT_SCRIPT_H
#define CRON_REPORT_SCRIPT_H

extern const char report_script[];

#endif
