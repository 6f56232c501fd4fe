/* board: see board.h. */
#include "indicators/snapshot/board.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "snapshot_statements.h"

struct board_mark *board_mark(const struct board *board, size_t round, size_t slot, size_t participant)
{
	return &board->marks[((round - board->framework->first_round) * board->slots + slot) * board->participants + participant];
}

const char *board_slot_code(const struct board *board, size_t slot)
{
	return slot == 0 ? "" : board->framework->domains[slot - 1];
}

/* Equal digests give equal numbers; 60 bits of them are enough to tell two apart. */
static long digest_number(const char *digest)
{
	char part[16];

	memcpy(part, digest, 15);
	part[15] = '\0';
	return strtol(part, NULL, 16);
}

void board_close(struct board *board)
{
	free(board->marks);
	free(board->bases);
	free(board->moved);
	free(board->scores);
	free(board->part);
	free(board->slot_scores);
	free(board->compliance);
	free(board->points);
	free(board->point_rounds);
}

enum err board_open(struct board *board, struct error *error)
{
	const struct panel *panel = board->figures->panel;
	const struct panel_framework *framework = board->framework;
	size_t rounds = framework->round_count;

	board->participants = panel->participant_count;
	board->slots = framework->domain_count + 1;
	board->marks = calloc(rounds * board->slots * board->participants + 1, sizeof *board->marks);
	board->bases = calloc(rounds * board->slots + 1, sizeof *board->bases);
	board->moved = calloc(rounds * board->slots + 1, sizeof *board->moved);
	board->scores = calloc(framework->code_count + 1, sizeof *board->scores);
	board->part = calloc(framework->code_count + 1, sizeof *board->part);
	board->slot_scores = calloc(board->slots, sizeof *board->slot_scores);
	board->compliance = calloc(board->participants + 1, sizeof *board->compliance);
	board->points = calloc(rounds + 1, sizeof *board->points);
	board->point_rounds = calloc(rounds + 1, sizeof *board->point_rounds);
	if (board->marks == NULL || board->bases == NULL || board->moved == NULL || board->scores == NULL || board->part == NULL ||
		board->slot_scores == NULL || board->compliance == NULL || board->points == NULL || board->point_rounds == NULL)
		return error_memory(error);
	for (size_t i = 0; i < rounds * board->slots * board->participants; i++)
		board->marks[i] = (struct board_mark){ .score = NAN, .change = NAN, .from = SIZE_MAX };
	for (size_t i = 0; i < rounds; i++) {
		const struct panel_round *round = &panel->rounds[framework->first_round + i];
		board->bases[i * board->slots] = digest_number(round->basis);
		for (size_t slot = 1; slot < board->slots; slot++)
			board->bases[i * board->slots + slot] = digest_number(round->domain_bases[slot - 1]);
	}
	return ERR_OK;
}

/* --- what the file has; asked for where it is needed, which is little of it --- */

static size_t round_of_period(const struct board *board, const char *period)
{
	for (size_t i = 0; i < board->framework->round_count; i++)
		if (strcmp(board->figures->panel->rounds[board->framework->first_round + i].period, period) == 0)
			return board->framework->first_round + i;
	return SIZE_MAX;
}

/* The columns from `first` on: score, n_scored, n_possible, change, change_from. */
static void take_mark(const struct board *board, struct board_mark *mark, struct query *query, int first)
{
	const char *from = query_column_text(query, first + 4);

	*mark = (struct board_mark){ .score = query_column_real(query, first), .scored = (int)query_column_int(query, first + 1),
		.possible = (int)query_column_int(query, first + 2), .change = query_column_real(query, first + 3),
		.from = from == NULL ? SIZE_MAX : round_of_period(board, from), .known = true, .is = true, .as_filed = true };
}

enum err board_know_mark(struct board *board, size_t round, size_t slot, size_t participant, struct error *error)
{
	struct board_mark *mark = board_mark(board, round, slot, participant);

	if (mark->known || board->figures->touched == NULL || board->figures->touched->rounds[round].added)
		return ERR_OK;
	struct query *query = database_query(board->figures->db, SNAPSHOT_filed_score);
	query_text(query, "framework", board->framework->code);
	query_text(query, "period", board->figures->panel->rounds[round].period);
	query_text(query, "domain", board_slot_code(board, slot));
	query_text(query, "participant", board->figures->panel->participants[participant]);
	if (query_next(query))
		take_mark(board, mark, query, 0);
	mark->known = true;
	return query_end(query, error);
}

enum err board_know_slot(struct board *board, size_t round, size_t slot, struct error *error)
{
	struct query *query = database_query(board->figures->db, SNAPSHOT_filed_scores);

	query_text(query, "framework", board->framework->code);
	query_text(query, "period", board->figures->panel->rounds[round].period);
	query_text(query, "domain", board_slot_code(board, slot));
	while (query_next(query)) {
		size_t participant = panel_participant(board->figures->panel, query_column_text(query, 0));
		if (participant != SIZE_MAX && !board_mark(board, round, slot, participant)->known)
			take_mark(board, board_mark(board, round, slot, participant), query, 1);
	}
	return query_end(query, error);
}
