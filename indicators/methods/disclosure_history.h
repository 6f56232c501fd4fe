/*
 * disclosure_history: what may be shown of one breakdown of a count (by sex, by age, …) in each release that published it. Pure: no allocation.
 *
 * The total is the answer's own value. Its government cleared it, so it is shown as cleared, however small; the primary rule is for
 * its parts. Several breakdowns of one total have nothing in common but the total, which is known: each is a history of its own.
 *
 * One release after the other, since what was shown cannot be taken back:
 *	- A breakdown whose parts don't make up the total, or aren't whole numbers from 0 on, is withheld.
 *	- A breakdown of a total from 1 to k + n - 1, where n is the number of parts given, is withheld whole, zeros too, whatever it says. So
 *	  whether a first release is withheld tells nothing but the total, which is known. (And from k + n on, hiding every part that is not 0
 *	  always protects a first release: each part could be anything from 1 to total - n + 1 at least.)
 *	- Otherwise disclosure_protect() decides, over the relations of this and all earlier releases: the parts of each make up its
 *	  total; a part that the next release leaves as it was is the same cell; a part that was shown, with the same number, in
 *	  any earlier release is known. Every part that is hidden now must be k wide, and no part that an earlier release hid may become
 *	  narrower than k by this release, or than it is by the totals alone. If that can't be had, the breakdown is withheld whole.
 *
 * Whom a release was shown to plays no part: the decision holds for a reader who has all of them. Who has only some knows less, so
 * nothing follows from the files of several audiences together. The decision depends on the releases up to its own and on
 * nothing else, so that it comes out the same whenever it is computed; DISCLOSURE_VERSION goes up with any change of it.
 */
#ifndef INDICATORS_METHODS_DISCLOSURE_HISTORY_H
#define INDICATORS_METHODS_DISCLOSURE_HISTORY_H

#include "indicators/methods/disclosure.h"

#define DISCLOSURE_MISSING (-1) /* no number was given for the category; not 0 */
#define DISCLOSURE_BROKEN (-2)  /* not a whole number from 0 on */
#define DISCLOSURE_CATEGORIES 40 /* of a breakdown; one with more is withheld */

/* One release of the breakdown. */
struct disclosure_table {
	int64_t total;
	const int64_t *values; /* by category */
	bool *hidden;          /* by category, filled in: given and not to be shown */
	bool withheld;         /* filled in: nothing of the breakdown is to be shown */
};

/* `tables` in the order of the releases. `room` is for the work. */
void disclosure_history(struct disclosure_table *tables, size_t count, size_t categories, const struct disclosure_options *options,
	struct disclosure_system *room);

#endif
