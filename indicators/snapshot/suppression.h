/*
 * suppression: how much of disclosure control a run of the job applies to breakdowns. All of it, but in tests that show what a part is for and
 * in the benchmark that measures what it costs: no command can ask for less. Files that are made with less tell what they should keep back.
 */
#ifndef INDICATORS_SNAPSHOT_SUPPRESSION_H
#define INDICATORS_SNAPSHOT_SUPPRESSION_H

enum suppression {
	SUPPRESSION_WHOLE,
	SUPPRESSION_ONLY_PRIMARY, /* small figures, but none of those that tell them */
	SUPPRESSION_NONE
};

#endif
