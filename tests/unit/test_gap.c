/* gap: a government's own figure beside the official one. */
#include <math.h>

#include "indicators/methods/gap.h"
#include "tests/unit/kit.h"

#define TOTAL "age=allage;sex=bothsex"

START_TEST(only_what_measures_the_same_is_compared)
{
	ck_assert(gap_comparable(SCORE_COUNT, "VC_HTF_DETV", TOTAL));
	ck_assert(gap_comparable(SCORE_RATE, "VC_HTF_DETVR", TOTAL));
	ck_assert(gap_comparable(SCORE_CHECKLIST, "SG_CPA_MIGRS", "policy_domains=alldomains"));
	ck_assert(!gap_comparable(SCORE_COUNT, "VC_HTF_DETV", "age=allage;sex=female"));
	ck_assert(!gap_comparable(SCORE_PERCENT, "VC_HTF_DETV", TOTAL));
	ck_assert(!gap_comparable(SCORE_PERCENT, "VC_PRS_UNSNT", "sex=bothsex"));
	ck_assert(!gap_comparable(SCORE_CHECKLIST, "SG_CPA_MIGRS", "policy_domains=domain1"));
}
END_TEST

START_TEST(counts_are_told_from_a_tenth_and_five_on)
{
	ck_assert(!gap_told(SCORE_COUNT, "VC_HTF_DETV", 100, 91));
	ck_assert(gap_told(SCORE_COUNT, "VC_HTF_DETV", 100, 89));
	ck_assert(gap_told(SCORE_COUNT, "VC_HTF_DETV", 89, 100));
	ck_assert(!gap_told(SCORE_COUNT, "VC_HTF_DETV", 4, 0));
	ck_assert(gap_told(SCORE_COUNT, "VC_HTF_DETV", 5, 0));
	ck_assert(!gap_told(SCORE_COUNT, "VC_HTF_DETV", 0, 0));
	ck_assert(!gap_told(SCORE_COUNT, "VC_HTF_DETV", NAN, 10));
}
END_TEST

START_TEST(rates_and_shares_have_their_own_width)
{
	ck_assert(gap_told(SCORE_RATE, "VC_HTF_DETVR", 0.5, 0.4));
	ck_assert(!gap_told(SCORE_RATE, "VC_HTF_DETVR", 0.5, 0.46));
	ck_assert(!gap_told(SCORE_PERCENT, "SL_TLF_CHLDEC", 10, 15));
	ck_assert(gap_told(SCORE_PERCENT, "SL_TLF_CHLDEC", 10, 15.5));
}
END_TEST

START_TEST(a_checklist_is_compared_by_its_class)
{
	struct score_scale scale = { .type = SCORE_CHECKLIST, .items = 30 };
	struct score_classes classes;
	struct error error = ERROR_INIT;

	ck_ok(score_classes_read("40 80 100", &classes, &error), error);
	ck_assert_double_eq(gap_value(&scale, &classes, "SG_CPA_MIGRS", 12), 2);
	ck_assert_double_eq(gap_value(&scale, &classes, "SG_CPA_MIGRS", 11), 1);
	ck_assert_double_eq(gap_value(&scale, &classes, "SG_CPA_MIGRS", 30), 4);
	ck_assert_double_eq_tol(gap_value(&scale, &classes, "SG_CPA_MIGRP", 15), 50, 1e-12);
	ck_assert(gap_told(SCORE_CHECKLIST, "SG_CPA_MIGRS", 2, 3));
	ck_assert(!gap_told(SCORE_CHECKLIST, "SG_CPA_MIGRS", 3, 3));
	ck_assert(!gap_told(SCORE_CHECKLIST, "SG_CPA_MIGRP", 50, 55));
	classes.count = 0;
	ck_assert(isnan(gap_value(&scale, &classes, "SG_CPA_MIGRS", 12)));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(only_what_measures_the_same_is_compared),
	KIT_TEST(counts_are_told_from_a_tenth_and_five_on),
	KIT_TEST(rates_and_shares_have_their_own_width),
	KIT_TEST(a_checklist_is_compared_by_its_class),
};
KIT_MAIN("gap", tests)
