/* workbook: what the pages of the workbook share. */
#ifndef CGI_REPORTING_WORKBOOK_H
#define CGI_REPORTING_WORKBOOK_H

#include "cgi/reporting/reporting.h"
#include "indicators/model/upload.h"
#include "indicators/workbook/plan.h"

/* The desk, for those who write its answers: ERR_DENIED for others. */
MUST_USE enum err workbook_open(struct request *request, struct desk *desk, struct error *error);

/* Reads the file and plans. ERR_INVALID, ERR_TOO_LARGE, ERR_CONFLICT: refused as a whole, with the reason. */
MUST_USE enum err workbook_plan(struct request *request, struct desk *desk, const char *path, struct plan *plan, struct error *error);

#endif
