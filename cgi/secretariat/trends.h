/* trends: the page of trends and data quality, in parts. */
#ifndef CGI_SECRETARIAT_TRENDS_H
#define CGI_SECRETARIAT_TRENDS_H

#include "cgi/secretariat/secretariat.h"
#include "indicators/model/review.h"
#include "indicators/model/trend.h"

struct trends_page {
	struct trends trends;
	struct review_lines lines;
	unsigned look; /* the data-quality list shows this reason; 0: all */
};

/* What a quality list is about. */
#define TRENDS_LOOKS (REVIEW_UNUSUAL | REVIEW_JUMP | REVIEW_EVIDENCE | REVIEW_SMALL)

/* {{>QUALITY}}: lateness by participant, then each answer with what is to be looked at. */
void quality_show(struct request *request, struct template_dict *page, const struct trends_page *about);

/* The whole list as CSV: one row for each answer and reason. */
void quality_csv(struct buffer *csv, const struct trends_page *about);

/* {{#T_GAPS}}: answers beside official figures. */
void gaps_show(struct request *request, struct template_dict *page, const struct trends_page *about);

#endif
