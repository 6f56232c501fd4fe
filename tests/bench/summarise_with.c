/*
 * The scheduled job as `monitor summarise --full` runs it, with disclosure control of breakdowns or without any: what summarise.py compares.
 *
 *	summarise_with DATA whole|none
 */
#include <stdio.h>
#include <string.h>

#include "indicators/snapshot/summarise.h"

int main(int count, char **words)
{
	struct summarise_result result;
	struct error error = ERROR_INIT;

	if (count != 3 || (strcmp(words[2], "whole") != 0 && strcmp(words[2], "none") != 0)) {
		fprintf(stderr, "usage: summarise_with DATA whole|none\n");
		return 2;
	}
	const struct summarise_options options = { .directory = words[1], .full = true,
		.suppression = strcmp(words[2], "none") == 0 ? SUPPRESSION_NONE : SUPPRESSION_WHOLE };
	if (summarise(&options, &result, &error) != ERR_OK) {
		fprintf(stderr, "summarise_with: %s\n", error.text);
		return 1;
	}
	return 0;
}
