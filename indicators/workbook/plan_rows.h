/* plan_rows: whether a file is of this very questionnaire, for plan.c. ERR_INVALID, ERR_CONFLICT with the reason. */
#ifndef INDICATORS_WORKBOOK_PLAN_ROWS_H
#define INDICATORS_WORKBOOK_PLAN_ROWS_H

#include "indicators/workbook/plan.h"

/* What it says that it was made from: template version, round, participant, digest. */
MUST_USE enum err plan_check_origin(const struct book *book, struct arena *arena, const struct filled *filled, struct error *error);

/* Every row there, once, in order, with a revision that there is. */
MUST_USE enum err plan_check_rows(const struct book *book, const struct filled *filled, struct error *error);

#endif
