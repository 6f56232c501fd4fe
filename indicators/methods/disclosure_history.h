/*
 * disclosure_history: what may be shown of one breakdown of a count (by sex, by age, …) in each release that published it. Pure: no allocation.
 *
 * The total is the answer's own value. Its government cleared it, so it is shown as cleared, however small; the primary rule is for
 * its parts. Several breakdowns of one total have nothing in common but the total, which is known: each is a history of its own.
 *
 * Who is to be kept from what. Somebody keeps every file and page of every release, of all audiences. Two such readers are considered:
 *	- the *reader* knows what is in them: totals, and the parts that are shown;
 *	- the *insider* was told, moreover, which parts have the same number in which releases, but not the numbers.
 * A part is *hidden* in a release where it was given and is not shown there. Its width is how far apart the numbers are that it could be.
 *
 * What holds ("none within k"):
 *	1. For the reader every hidden part is at least k wide, whatever was released before and after. The only exception is a total below k:
 *	   then its breakdown is withheld whole, and each part is anything from 0 to the total, which is what the total alone tells.
 *	2. For the insider every part that is hidden in any release is, after each release, at least k wide, unless it would be less if that
 *	   release had shown its total and withheld its breakdown. So no breakdown ever brings a hidden part from k or more below k. A total
 *	   can: that 20 and 30 stayed as they were and the total fell from 62 to 54 says to whoever knows so that the others are 4
 *	   together. A total is its government's to clear; nothing that is done to a breakdown could keep that back.
 *	3. A part that was hidden is not shown by a later release as long as its number is the same, but for zeros of a total of 0, which tells
 *	   them. One that was shown is not counted on to protect another one: for the insider it is known.
 *
 * One release after the other, since what was shown cannot be taken back:
 *	- A breakdown whose parts don't make up the total, or aren't whole numbers from 0 on, is withheld. It is no breakdown, has no relation
 *	  to anything, and binds no later release: what it said may be shown when it is said again in one that adds up.
 *	- A breakdown of a total from 1 to k + n - 1, where n is the number of parts given, is withheld whole, zeros too, whatever it says. So
 *	  whether a first release is withheld tells nothing but the total, which is known. (And from k + n on, hiding every part that is not 0
 *	  always protects a first release: each part could be anything from 1 to total - n + 1 at least.)
 *	- Otherwise disclosure_protect() decides over two sets of relations. The insider's: the parts of each release make up its total, and a
 *	  part with the same number in several releases is one cell, known if any of them showed it. The reader's: this release alone, where
 *	  every part is a cell of its own, so that even a part that was shown before can be hidden to keep another one from readers, the last of
 *	  all. If no choice will do, the breakdown is withheld whole.
 *	- A part that an earlier release hid is hidden now too if, for all that a reader of that release knows, it could have had this number
 *	  then. Were it hidden only if it did have it, then a number that is shown would be one that it was not. A zero is hidden only
 *	  so, after a release that withheld zeros; from then on a hidden part is not taken to be other than 0.
 *
 * What a reader can tell who runs all of this backwards, over all tables, all ranks and two releases: tests/unit/test_backwards.c counts it
 * out for all breakdowns into three parts up to a bound. Of a hidden part that could be below k, at least k - 1 numbers are left, which is as
 * much as the primary rule itself says. Numbers of 0, or from k on, can be told exactly, in one way: where a later release is withheld although its
 * total is large enough, there was a reason. A part that stayed as it was leaves the others too little (but k at least, and then they are that
 * wide); or one part that has to stay hidden is all of the total.
 *
 * Not covered is what is no part of the relations: no file sums parts over governments or periods (one that did would be a relation of all
 * their histories), and what is published elsewhere, as official figures by sex and age are, is anybody's to compare.
 *
 * Whom a release was shown to plays no part: the decision holds for a reader who has all of them. Who has only some knows less, so
 * nothing follows from the files of several audiences together, nor from an answer's being cleared for more or for fewer. The decision
 * depends on the releases up to its own, on the ranks and on nothing else, so that it comes out the same whenever it is computed;
 * DISCLOSURE_VERSION goes up with any change of it.
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

/* Whether there is nothing to choose, so that no ranks are needed: released once, adds up, and nothing in it is small. Most are such. */
bool disclosure_is_plain(const struct disclosure_table *tables, size_t count, size_t categories, const struct disclosure_options *options);

/* `tables` in the order of the releases; `ranks` by category, see disclosure.h, NULL where it is plain. `room` is for the work. */
void disclosure_history(struct disclosure_table *tables, size_t count, size_t categories, const uint64_t *ranks,
	const struct disclosure_options *options, struct disclosure_system *room);

#endif
