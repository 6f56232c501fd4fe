/*
 * Attacks the snapshots. Somebody has every file of an audience, and those for more people, of three releases: what pages, exports and
 * interfaces show is read from these files and nothing else. From them comes a linear program for each breakdown, solved by GLPK, which
 * shares nothing with the solver that protects them: parts are not negative, make up their total (given by the answer, or by a rate's
 * denominator, which the catalogue says is the same number), and are what the file shows. For every part that is kept back the
 * program finds the smallest and the largest number that it could be. None may be bounded to less than k.
 *
 * Two attackers, as in methods/disclosure_history.h. The *reader* knows the files. The *insider* was told, besides, which parts have the same
 * number in which releases.
 *
 * Every part that is kept back is attacked, none is left out. Three things are not counted as recovered, and are counted by themselves:
 *	- small totals, for the reader: a total below k is shown as its government cleared it, and then no part of it can be k wide. Such a
 *	  breakdown must be withheld whole, and the bounds of each part must be 0 and the total: the file adds nothing to the total.
 *	- told by totals, for the insider: a total narrows parts below k also where its breakdown is taken out of the program, as if it had been
 *	  withheld, for this attacker or for one who has every file. Nothing that disclosure control does to breakdowns could prevent that.
 *	- shown before, for the insider: an earlier release showed the very number, for the same category of the same answer, and a later one
 *	  keeps it back so that readers who do not know that it stayed can't subtract it.
 *
 * The reports are invented by a generator that likes small numbers and small changes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/methods/disclosure_history.h"
#include "tests/unit/program.h"
#include "tests/unit/world.h"

enum { RELEASES = 3, PARTICIPANTS = 6, PERIODS = 34, CASES = PERIODS * PARTICIPANTS, BREAKDOWNS = 3, PARTS = 5, AUDIENCES = 3 };
enum seen { NOTHING, MISSING, SHOWN, SUPPRESSED, WITHHELD };

static const char *const participants[PARTICIPANTS] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };
static const char *const audiences[AUDIENCES] = { "public", "donors", "members" };
static const char *const dimensions[BREAKDOWNS] = { "age", "form", "sex" };
static const char *const categories[PARTS] = { "one", "two", "three", "four", "late" }; /* the last is asked from the second release on */
static const size_t widths[BREAKDOWNS] = { 4, 5, 3 };

/* One breakdown of one answer: what it is, and what an attacker saw. */
struct breakdown {
	int64_t truth[RELEASES][PARTS];
	enum seen seen[RELEASES][PARTS];
	int64_t value[RELEASES][PARTS]; /* where it is shown */
};

/* One case. */
struct answer {
	bool released[RELEASES]; /* published, or published again */
	bool reported[RELEASES];
	int64_t total[RELEASES];
	size_t audience[RELEASES];
	bool total_seen[RELEASES];
	struct breakdown breakdowns[BREAKDOWNS];
};

static struct answer truth[CASES];
static struct answer views[AUDIENCES][CASES];
static uint32_t seed;

static int64_t drawn(int64_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int64_t)(seed >> 8) % below;
}

/* --- invented reports --- */

static int64_t draw_count(void)
{
	return drawn(3) == 0 ? 0 : drawn(2) == 0 ? 1 + drawn(6) : drawn(60);
}

static bool is_given(const struct answer *answer, size_t b, size_t r, size_t c)
{
	return answer->reported[r] && answer->breakdowns[b].truth[r][c] != DISCLOSURE_MISSING;
}

/* Divides the total, as far as it goes the way the release before did. A category may be missing, or back again. */
static void divide(struct answer *answer, size_t b, size_t r)
{
	int64_t *parts = answer->breakdowns[b].truth[r], left = answer->total[r];
	size_t last = 0;

	for (size_t c = 0; c < PARTS; c++) {
		bool asked = c < widths[b] && (c < 4 || r > 0);
		parts[c] = DISCLOSURE_MISSING;
		if (!asked || (c > 0 && drawn(9) == 0))
			continue;
		bool again = r > 0 && is_given(answer, b, r - 1, c) && drawn(3) > 0;
		int64_t wish = again ? answer->breakdowns[b].truth[r - 1][c] : draw_count();
		parts[c] = wish < left ? wish : left;
		left -= parts[c];
		last = drawn(2) == 0 ? c : last;
	}
	parts[last] += left;
}

static void invent_release(struct answer *answer, size_t r)
{
	if (r > 0 && drawn(4) == 0) { /* as it was, at most for others */
		answer->reported[r] = answer->reported[r - 1];
		answer->total[r] = answer->total[r - 1];
		answer->audience[r] = drawn(3) == 0 ? (size_t)drawn(AUDIENCES) : answer->audience[r - 1];
		answer->released[r] = answer->audience[r] != answer->audience[r - 1];
		for (size_t b = 0; b < BREAKDOWNS; b++)
			memcpy(answer->breakdowns[b].truth[r], answer->breakdowns[b].truth[r - 1], sizeof answer->breakdowns[b].truth[r]);
		return;
	}
	int64_t kind = r > 0 ? drawn(4) : 3;
	answer->released[r] = true;
	answer->reported[r] = drawn(15) > 0;
	answer->audience[r] = r > 0 && drawn(4) > 0 ? answer->audience[r - 1] : (size_t)drawn(AUDIENCES);
	answer->total[r] = kind == 3 ? draw_count() + draw_count() + drawn(2) * drawn(90) : answer->total[r - 1];
	if (kind == 1 || kind == 2) {
		answer->total[r] += drawn(12) - 5;
		answer->total[r] = answer->total[r] < 0 ? 0 : answer->total[r];
	}
	for (size_t b = 0; b < BREAKDOWNS; b++)
		divide(answer, b, r);
}

static void invent(uint32_t from)
{
	seed = from;
	memset(truth, 0, sizeof truth);
	for (size_t i = 0; i < CASES; i++)
		for (size_t r = 0; r < RELEASES; r++)
			invent_release(&truth[i], r);
}

/* The count C1 with its breakdowns, and a rate P1 over the same persons, which may be cleared for others. */
static void report_case(struct buffer *sql, size_t place, size_t r)
{
	const struct answer *answer = &truth[place];
	size_t round = place / PARTICIPANTS + 1;
	const char *participant = participants[place % PARTICIPANTS];

	if (!answer->released[r])
		return;
	for (int version = 1; version <= 5; version += 4) {
		size_t audience = version == 1 ? answer->audience[r] : (size_t)drawn(AUDIENCES);
		long long total = (long long)answer->total[r];
		buffer_printf(sql, "INSERT INTO answer (round, participant, indicator_version, state, audience, revision)"
			" VALUES (%zu, '%s', %d, 'accepted', '%s', 1) ON CONFLICT DO UPDATE SET audience = excluded.audience, revision = %zu;"
			"INSERT INTO answer_revision (answer, number, status, value, numerator, denominator, reason, at) SELECT id, revision, ",
			round, participant, version, audiences[audience], r + 1);
		if (!answer->reported[r])
			buffer_puts(sql, "'not_available', NULL, NULL, NULL, 'because'");
		else if (version == 1)
			buffer_printf(sql, "'reported', %lld, NULL, NULL, NULL", total);
		else
			buffer_printf(sql, "'reported', NULL, %lld, %lld, NULL", total / 2, total);
		buffer_printf(sql, ", '2026-01-01T00:00:00Z' FROM answer a WHERE round = %zu AND participant = '%s' AND indicator_version = %d"
			" AND NOT EXISTS (SELECT 1 FROM answer_revision v WHERE v.answer = a.id AND v.number = a.revision);", round, participant, version);
	}
	for (size_t b = 0; b < BREAKDOWNS; b++)
		for (size_t c = 0; c < widths[b]; c++)
			if (is_given(answer, b, r, c))
				buffer_printf(sql, "INSERT INTO answer_cell SELECT id, revision, '%s=%s', %lld FROM answer WHERE round = %zu AND participant = '%s'"
					" AND indicator_version = 1;", dimensions[b], categories[c], (long long)answer->breakdowns[b].truth[r][c], round, participant);
}

static void name_period(char name[static 24], size_t period)
{
	snprintf(name, 24, "%zu", 2000 + period);
}

static void report(size_t r)
{
	struct buffer sql = BUFFER_INIT(16 << 20);

	if (r == 1)
		world_sql("INSERT INTO framework_category VALUES ('t', 'form', 'late', 5); UPDATE catalogue_state SET generation = generation + 1");
	buffer_puts(&sql, "BEGIN;");
	for (size_t i = 0; i < CASES; i++)
		report_case(&sql, i, r);
	buffer_puts(&sql, "COMMIT;");
	ck_assert_int_eq(sql.failure, ERR_OK);
	world_sql("%s", buffer_text(&sql));
	buffer_release(&sql);
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		name_period(name, period);
		world_release(name);
	}
}

/* --- what an attacker sees --- */

static size_t place_of(const char *const *list, size_t count, const char *text, size_t length)
{
	size_t place = 0;

	while (place < count && (strlen(list[place]) != length || memcmp(list[place], text, length) != 0))
		place++;
	ck_assert_uint_lt(place, count);
	return place;
}

/* The next column of a row, up to "|" or the row's end. */
static size_t next_part(const char **at, const char **text)
{
	size_t length = strcspn(*at, "|\n");

	*text = *at;
	*at += length + ((*at)[length] == '|');
	return length;
}

static struct answer *next_case(struct answer *view, const char **at)
{
	const char *text;
	next_part(at, &text);
	size_t period = (size_t)strtol(text, NULL, 10) - 2000;
	size_t length = next_part(at, &text);

	return &view[period * PARTICIPANTS + place_of(participants, PARTICIPANTS, text, length)];
}

static enum seen status_named(const char *text)
{
	return text[0] == 'm' ? MISSING : text[0] == 'w' ? WITHHELD : text[1] == 'h' ? SHOWN : SUPPRESSED;
}

/* A file for more people never says something else, and no file anything wrong. */
static void read_cells(struct answer *view, const char *file, size_t r)
{
	const char *at = world_query(file, "SELECT period, participant, dimension, category, status, value FROM answer_cell");

	while (*at != '\0') {
		const char *text;
		struct answer *answer = next_case(view, &at);
		size_t length = next_part(&at, &text);
		size_t b = place_of(dimensions, BREAKDOWNS, text, length);
		length = next_part(&at, &text);
		size_t c = place_of(categories, PARTS, text, length);
		next_part(&at, &text);
		struct breakdown *breakdown = &answer->breakdowns[b];
		enum seen seen = status_named(text);
		ck_assert(breakdown->seen[r][c] == NOTHING || breakdown->seen[r][c] == seen);
		breakdown->seen[r][c] = seen;
		length = next_part(&at, &text);
		ck_assert_int_eq(length > 0, seen == SHOWN);
		breakdown->value[r][c] = strtoll(text, NULL, 10);
		ck_assert(seen == WITHHELD || is_given(answer, b, r, c) == (seen != MISSING)); /* withheld: whether given or not */
		ck_assert(seen != SHOWN || breakdown->value[r][c] == breakdown->truth[r][c]);
		at += *at == '\n';
	}
}

/* Totals as they stand and stood: from answers, their past, and what rates are computed from. */
static void read_totals(struct answer *view, const char *file)
{
	const char *at = world_query(file, "SELECT period, participant, since, COALESCE(until, 99), CASE indicator WHEN 'C1' THEN value ELSE denominator END"
		" FROM answer_standing WHERE indicator IN ('C1', 'P1') AND status = 'reported'");

	while (*at != '\0') {
		const char *text;
		struct answer *answer = next_case(view, &at);
		next_part(&at, &text);
		size_t since = (size_t)strtol(text, NULL, 10) - 1;
		next_part(&at, &text);
		size_t until = (size_t)strtol(text, NULL, 10) - 1;
		next_part(&at, &text);
		for (size_t r = since; r < until && r < RELEASES; r++) {
			/* What is to come is not told. */
			if (answer->total[r] == strtoll(text, NULL, 10))
				answer->total_seen[r] = true;
			else
				ck_assert(until == 98 && r > since);
		}
		at += *at == '\n';
	}
}

/* --- the linear program --- */

static int column_of(size_t r, size_t c)
{
	return (int)(r * PARTS + c) + 1;
}

/* Zeros are shown, so what is suppressed is none; but what an earlier release withheld with all zeros may still be one. */
static bool is_positive(const struct breakdown *everything, size_t r, size_t c)
{
	for (size_t before = 0; before < r; before++)
		if (everything->seen[before][c] == WITHHELD)
			return false;
	return everything->seen[r][c] == SUPPRESSED;
}

/* A program over the releases from `first` to before `end`; of the last only the total, where so asked. */
struct attack {
	const struct answer *view, *everything;
	size_t b, first, end;
	bool total_only, insider;
};

static void bound_part(glp_prob *program, const struct attack *attack, size_t r, size_t c)
{
	const struct breakdown *seen = &attack->view->breakdowns[attack->b];
	bool blind = attack->total_only && r + 1 == attack->end;

	if (seen->seen[r][c] == SHOWN && !blind)
		glp_set_col_bnds(program, column_of(r, c), GLP_FX, (double)seen->value[r][c], 0);
	else
		glp_set_col_bnds(program, column_of(r, c), GLP_LO,
			!blind && is_positive(&attack->everything->breakdowns[attack->b], r, c) ? 1 : 0, 0);
}

/* What makes up a total: the insider knows what was given; of a withheld breakdown the reader does not. */
static bool is_part(const struct attack *attack, size_t r, size_t c)
{
	enum seen seen = attack->view->breakdowns[attack->b].seen[r][c];

	return attack->insider ? is_given(attack->view, attack->b, r, c) : seen != NOTHING && seen != MISSING;
}

static void add_sum(glp_prob *program, const struct attack *attack, size_t r)
{
	int places[PARTS + 1], count = 0;
	double factors[PARTS + 1];

	for (size_t c = 0; c < PARTS; c++) {
		if (!is_part(attack, r, c))
			continue;
		places[++count] = column_of(r, c);
		factors[count] = 1;
	}
	if (count == 0 || !attack->view->total_seen[r])
		return;
	int row = glp_add_rows(program, 1);
	glp_set_mat_row(program, row, count, places, factors);
	glp_set_row_bnds(program, row, GLP_FX, (double)attack->view->total[r], 0);
}

static glp_prob *make_program(const struct attack *attack)
{
	glp_prob *program = glp_create_prob();

	glp_add_cols(program, RELEASES * PARTS);
	for (int column = 1; column <= RELEASES * PARTS; column++)
		glp_set_col_bnds(program, column, GLP_LO, 0, 0);
	for (size_t r = attack->first; r < attack->end; r++) {
		add_sum(program, attack, r);
		for (size_t c = 0; c < PARTS; c++) {
			if (!is_part(attack, r, c))
				continue;
			bound_part(program, attack, r, c);
			for (size_t before = attack->first; attack->insider && before < r; before++)
				if (is_given(attack->view, attack->b, before, c)
					&& attack->view->breakdowns[attack->b].truth[before][c] == attack->view->breakdowns[attack->b].truth[r][c])
					program_equal(program, column_of(r, c), column_of(before, c));
		}
	}
	return program;
}

struct range { double low, high; };

static struct range bound(const struct attack *attack, size_t r, size_t c)
{
	glp_prob *program = make_program(attack);
	struct range range = { program_end(program, column_of(r, c), GLP_MIN), program_end(program, column_of(r, c), GLP_MAX) };
	double value = (double)attack->view->breakdowns[attack->b].truth[r][c];

	ck_assert(range.low <= value + 1e-6 && range.high >= value - 1e-6); /* what the attacker takes for known is true */
	glp_delete_prob(program);
	return range;
}

static bool is_narrow(struct range range)
{
	return range.high - range.low < DISCLOSURE_K - 1e-6;
}

/* --- the attackers --- */

struct outcome {
	size_t breakdowns, kept_back;
	size_t recovered, exactly;   /* by the reader; of them just one number left */
	size_t small_totals;
	size_t insider;              /* recovered by the insider */
	size_t shown_before;         /* for the insider, by the same number in another release */
	size_t by_totals;            /* narrow for the insider, but by totals alone; small totals not counted again */
};

/* Whether the total alone, which is below k, tells as much. */
static bool attack_as_reader(struct attack attack, size_t r, size_t c, struct outcome *outcome)
{
	int64_t total = attack.view->total[r];

	attack.first = r;
	attack.end = r + 1;
	struct range range = bound(&attack, r, c);
	if (!is_narrow(range))
		return false;
	bool told_by_total = attack.view->breakdowns[attack.b].seen[r][c] == WITHHELD && total < DISCLOSURE_K && range.low < 1e-6
		&& range.high > (double)total - 1e-6;
	outcome->small_totals += told_by_total;
	outcome->recovered += !told_by_total;
	outcome->exactly += range.high - range.low < 1e-6 && !told_by_total;
	return told_by_total;
}

/* Whether an earlier release showed the same number, so that the insider knows it whatever later ones do. */
static bool was_shown(const struct attack *attack, size_t r, size_t c)
{
	const struct breakdown *breakdown = &attack->everything->breakdowns[attack->b];

	for (size_t before = 0; before < r; before++)
		if (breakdown->seen[before][c] == SHOWN && breakdown->truth[before][c] == breakdown->truth[r][c])
			return true;
	return false;
}

/* After each release from the one on that kept it back. `small`: a part of a total below k. */
static void attack_as_insider(struct attack attack, size_t r, size_t c, bool small, struct outcome *outcome)
{
	bool recovered = false, by_totals = false;

	attack.insider = true;
	attack.first = 0;
	for (attack.end = r + 1; attack.end <= RELEASES; attack.end++) {
		if (!attack.view->released[attack.end - 1])
			continue;
		attack.total_only = false;
		if (!is_narrow(bound(&attack, r, c)))
			continue;
		attack.total_only = true;
		struct attack all = attack;
		all.view = attack.everything;
		bool anyway = is_narrow(bound(&attack, r, c)) || is_narrow(bound(&all, r, c));
		recovered = recovered || !anyway;
		by_totals = by_totals || anyway;
	}
	outcome->insider += recovered;
	if (!by_totals || recovered || small)
		return;
	outcome->shown_before += was_shown(&attack, r, c);
	outcome->by_totals += !was_shown(&attack, r, c);
}

static void attack_answer(const struct answer *view, const struct answer *everything, struct outcome *outcome)
{
	for (size_t b = 0; b < BREAKDOWNS; b++) {
		struct attack attack = { .view = view, .everything = everything, .b = b };
		bool seen = false;
		for (size_t r = 0; r < RELEASES; r++)
			for (size_t c = 0; c < PARTS; c++) {
				enum seen how = view->breakdowns[b].seen[r][c];
				seen = seen || how != NOTHING;
				/* A release that left the answer out says what the one before did: no other part. Where none was given, none is kept back. */
				if ((how != SUPPRESSED && how != WITHHELD) || !view->released[r] || !is_given(view, b, r, c))
					continue;
				outcome->kept_back++;
				bool small = attack_as_reader(attack, r, c, outcome);
				attack_as_insider(attack, r, c, small, outcome);
			}
		outcome->breakdowns += seen;
	}
}

static struct outcome attack_all(const struct answer *view, const struct answer *everything)
{
	struct outcome outcome = { .breakdowns = 0 };

	for (size_t i = 0; i < CASES; i++)
		attack_answer(&view[i], &everything[i], &outcome);
	glp_free_env();
	return outcome;
}

static void tell(const char *who, const struct outcome *outcome)
{
	printf("attack, %s: %zu breakdowns, %zu figures kept back. By the files: %zu recovered (%zu exactly), %zu parts of totals below k."
		" With an insider: %zu recovered, %zu narrow by totals alone, %zu shown with the same number before\n", who, outcome->breakdowns, outcome->kept_back, outcome->recovered,
		outcome->exactly, outcome->small_totals, outcome->insider, outcome->by_totals,
		outcome->shown_before);
	fflush(stdout);
}

/* --- the tests --- */

static void world_of_breakdowns(const char *key)
{
	world_make();
	world_sql("DROP TRIGGER secret_is_made_once_u; UPDATE secret SET value = CAST('%s' AS BLOB)", key); /* the same run each time */
	for (size_t b = 0; b < BREAKDOWNS; b++) {
		world_sql("INSERT INTO framework_dimension VALUES ('t', '%s', %zu)", dimensions[b], b + 1);
		for (size_t c = 0; c < widths[b] && c < 4; c++)
			world_sql("INSERT INTO framework_category VALUES ('t', '%s', '%s', %zu)", dimensions[b], categories[c], c + 1);
	}
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		name_period(name, period);
		ck_assert_int_eq(world_round(name), (int)period + 1);
	}
}

/* A release that does not publish an answer leaves it as it stood, for whoever still sees it. */
static void ck_left_alone(const struct answer *view, size_t r)
{
	for (size_t i = 0; i < CASES; i++)
		for (size_t b = 0; b < BREAKDOWNS && r > 0 && !view[i].released[r]; b++)
			for (size_t c = 0; c < PARTS && (c < 4 || r > 1); c++)
				ck_assert_int_eq(view[i].breakdowns[b].seen[r][c], view[i].breakdowns[b].seen[r - 1][c]);
}

/* The release that published what stands after release r. */
static size_t published_by(const struct answer *answer, size_t r)
{
	while (r > 0 && !answer->released[r])
		r--;
	return r;
}

/* Not asked in the first release, so that its file had no row. */
#define PAST "SELECT p.period, p.participant, p.dimension, p.category, n.number, p.status, p.value FROM answer_cell_past p JOIN release n" \
	" ON n.period = p.period AND n.number >= p.since AND n.number < p.until WHERE p.category <> 'late' OR n.number > 1 ORDER BY 1, 2, 3, 4, 5"

/* What PAST has to give: what the file of each release had, of answers that this audience could see then and can see now, and nothing else. */
static void put_past(struct buffer *out, const struct answer *view, size_t audience)
{
	static const char *const statuses[] = { [MISSING] = "missing", [SHOWN] = "shown", [SUPPRESSED] = "suppressed", [WITHHELD] = "withheld" };
	static const size_t sorted[PARTS] = { 3, 4, 0, 2, 1 };

	for (size_t at = 0; at < CASES * BREAKDOWNS * PARTS * (RELEASES - 1); at++) {
		size_t r = at % (RELEASES - 1), c = sorted[at / (RELEASES - 1) % PARTS], b = at / (RELEASES - 1) / PARTS % BREAKDOWNS;
		size_t i = at / (RELEASES - 1) / PARTS / BREAKDOWNS;
		size_t then = published_by(&truth[i], r), newest = published_by(&truth[i], RELEASES - 1);
		enum seen seen = view[i].breakdowns[b].seen[r][c];
		if (then == newest || truth[i].audience[then] > audience || truth[i].audience[newest] > audience || seen == NOTHING)
			continue;
		buffer_printf(out, "%s%zu|%s|%s|%s|%zu|%s|", out->length > 0 ? "\n" : "", 2000 + i / PARTICIPANTS, participants[i % PARTICIPANTS], dimensions[b],
			categories[c], r + 1, statuses[seen]);
		if (seen == SHOWN)
			buffer_printf(out, "%lld", (long long)view[i].breakdowns[b].value[r][c]);
	}
}

/* The job after each of three releases, and what readers of each audience have in the end. */
static void publish(enum suppression suppression, const char *key)
{
	const struct summarise_options options = { .directory = kit_folder(), .suppression = suppression };
	struct summarise_result result;
	struct error error = ERROR_INIT;

	world_of_breakdowns(key);
	for (size_t a = 0; a < AUDIENCES; a++)
		memcpy(views[a], truth, sizeof truth);
	for (size_t r = 0; r < RELEASES; r++) {
		report(r);
		ck_ok(summarise(&options, &result, &error), error);
		for (size_t a = 0; a < AUDIENCES; a++) {
			for (size_t f = 0; f <= a; f++) {
				char file[64];
				snprintf(file, sizeof file, "snapshots/%s.db", audiences[f]);
				read_cells(views[a], file, r);
				read_totals(views[a], file);
			}
			ck_left_alone(views[a], r);
		}
	}
}

START_TEST(every_file_of_three_releases_tells_no_figure_that_was_kept_back)
{
	invent(20261125);
	publish(SUPPRESSION_WHOLE, "11111111222222223333333344444444");
	for (size_t a = 0; a < AUDIENCES; a++) {
		struct outcome outcome = attack_all(views[a], views[AUDIENCES - 1]);
		tell(audiences[a], &outcome);
		ck_assert_uint_gt(outcome.breakdowns, (a + 1) * 150);
		ck_assert_uint_gt(outcome.kept_back, (a + 1) * 500);
		ck_assert_uint_eq(outcome.recovered, 0);
		ck_assert_uint_eq(outcome.insider, 0);
	}
}
END_TEST

/* So it adds no relation to those that are attacked, and what was published stays to be had. */
START_TEST(the_newest_file_has_of_earlier_releases_what_their_files_had)
{
	invent(20261125);
	publish(SUPPRESSION_WHOLE, "11111111222222223333333344444444");
	for (size_t a = 0; a < AUDIENCES; a++) {
		struct buffer expected = BUFFER_INIT(1 << 20);
		char file[64];
		snprintf(file, sizeof file, "snapshots/%s.db", audiences[a]);
		put_past(&expected, views[a], a);
		ck_assert_uint_gt(expected.length, (a + 1) * 10000);
		ck_assert_str_eq(world_query(file, PAST), buffer_text(&expected));
		buffer_release(&expected);
	}
}
END_TEST

START_TEST(without_complementary_suppression_the_same_attack_recovers_figures)
{
	invent(20261125);
	publish(SUPPRESSION_ONLY_PRIMARY, "11111111222222223333333344444444");
	struct outcome outcome = attack_all(views[AUDIENCES - 1], views[AUDIENCES - 1]);
	tell("without complementary suppression", &outcome);
	ck_assert_uint_gt(outcome.recovered, 100);
	ck_assert_uint_gt(outcome.exactly, 50);
	ck_assert_uint_gt(outcome.insider, 100);
}
END_TEST

/* What members would see, decided without files, by ranks of no key. */
static void decide_all(void)
{
	static const struct disclosure_options options = DISCLOSURE_OPTIONS;
	static struct disclosure_system room;

	memcpy(views[0], truth, sizeof truth);
	for (size_t i = 0; i < CASES * BREAKDOWNS; i++) {
		struct answer *view = &views[0][i / BREAKDOWNS];
		struct breakdown *breakdown = &view->breakdowns[i % BREAKDOWNS];
		struct disclosure_table tables[RELEASES];
		bool hidden[RELEASES][PARTS];
		uint64_t ranks[PARTS];
		size_t count = 0, release[RELEASES];
		for (size_t c = 0; c < PARTS; c++)
			ranks[c] = (uint64_t)drawn(1 << 20);
		for (size_t r = 0; r < RELEASES; r++)
			if (view->released[r] && view->reported[r]) {
				release[count] = r;
				tables[count] = (struct disclosure_table){ .total = view->total[r], .values = breakdown->truth[r], .hidden = hidden[count] };
				view->total_seen[r] = true;
				count++;
			}
		disclosure_history(tables, count, PARTS, ranks, &options, &room);
		for (size_t t = 0; t < count; t++)
			for (size_t c = 0; c < PARTS; c++) {
				int64_t value = breakdown->truth[release[t]][c];
				bool asked = c < widths[i % BREAKDOWNS] && (c < 4 || release[t] > 0);
				breakdown->seen[release[t]][c] = tables[t].withheld && asked ? WITHHELD : value == DISCLOSURE_MISSING ? MISSING
					: hidden[t][c] ? SUPPRESSED : SHOWN;
				breakdown->value[release[t]][c] = value;
			}
	}
}

START_TEST(a_thousand_more_cases_are_told_by_nothing)
{
	for (uint32_t turn = 0; turn < 5; turn++) {
		invent(turn * 7919 + 1);
		decide_all();
		struct outcome outcome = attack_all(views[0], views[0]);
		ck_assert_msg(outcome.recovered == 0 && outcome.insider == 0, "turn %u: %zu recovered, %zu by an insider", turn, outcome.recovered,
			outcome.insider);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(every_file_of_three_releases_tells_no_figure_that_was_kept_back),
	KIT_TEST(the_newest_file_has_of_earlier_releases_what_their_files_had),
	KIT_TEST(without_complementary_suppression_the_same_attack_recovers_figures),
	KIT_TEST(a_thousand_more_cases_are_told_by_nothing),
};
KIT_MAIN("attack", tests)
