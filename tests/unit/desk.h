/*
 * desk: a small framework with one indicator of each type, invented participants, people with every role, and a round, for the tests of the
 * reporting workflow. Today is 2026-03-10; the round of 2025 is open from 2026-03-01, due on the 20th, closed after the 31st.
 *
 *	participants  XAA, XBB (members), XCC (observer)
 *	people        1 focal XAA · 2 deputy XAA · 3 clearing XAA · 4 observer XAA · 5 focal XBB · 6 clearing XBB ·
 *	              7 secretariat · 8 secretariat from XAA · 9 administrator · 10 donor · 11 focal XAA until last year ·
 *	              12 focal XAA, deactivated
 *	indicators    LAD (ladder 0-4), CHK (checklist P Q R), YES, CNT, PCT (fraction), RAT (fraction), VAL (percent, value only),
 *	              OLD (only until 2015), in domains ONE (LAD CHK YES) and TWO
 */
#ifndef TESTS_UNIT_DESK_H
#define TESTS_UNIT_DESK_H

#include "indicators/model/answer.h"
#include "indicators/model/round.h"
#include "tests/unit/kit.h"

enum desk_person {
	FOCAL = 1, DEPUTY, CLEARING, OBSERVER, FOCAL_B, CLEARING_B, SECRETARIAT, SECRETARIAT_A, ADMINISTRATOR, DONOR, FOCAL_ENDED,
	FOCAL_GONE
};

struct desk {
	struct database *db;
	int64_t round; /* 2025 of framework "probe", for XAA and XBB */
	struct arena arena;
	struct error error;
};

void desk_open(struct desk *desk);
void desk_close(struct desk *desk);
void desk_today(const char *date);
struct actor desk_actor(int64_t person);

/* A reported value. */
struct answer_content desk_value(double value);
struct answer_content desk_fraction(double numerator, double denominator);

/* Saves, made from revision `base`. */
enum err desk_save(struct desk *desk, int64_t person, const char *participant, const char *indicator, int64_t base,
	struct answer_content content, bool submit);

enum err desk_act(struct desk *desk, int64_t person, const char *participant, const char *indicator, int64_t revision,
	enum answer_action action, const char *words);

struct answer desk_answer(struct desk *desk, const char *participant, const char *indicator);

/* Brings LAD-like indicator to `state` for XAA with value 1 at revision 1. */
void desk_bring(struct desk *desk, const char *indicator, enum answer_state state);

#endif
