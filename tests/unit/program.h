/*
 * program: what the attacks ask of GLPK. In the header alone, so that only the tests that include it are linked with the library.
 */
#ifndef TESTS_UNIT_PROGRAM_H
#define TESTS_UNIT_PROGRAM_H

#include <check.h>
#include <glpk.h>

/* Two columns that hold the same number. */
static inline void program_equal(glp_prob *program, int one, int other)
{
	int row = glp_add_rows(program, 1);

	glp_set_mat_row(program, row, 2, (const int[]){ 0, one, other }, (const double[]){ 0, 1, -1 });
	glp_set_row_bnds(program, row, GLP_FX, 0, 0);
}

/* One end of a column's range, GLP_MIN or GLP_MAX; 1e9 where there is none. */
static inline double program_end(glp_prob *program, int column, int direction)
{
	glp_smcp how;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	glp_set_obj_coef(program, column, 1);
	glp_set_obj_dir(program, direction);
	ck_assert_int_eq(glp_simplex(program, &how), 0);
	int status = glp_get_status(program);
	ck_assert(status == GLP_OPT || (status == GLP_UNBND && direction == GLP_MAX));
	double end = status == GLP_OPT ? glp_get_obj_val(program) : 1e9;
	glp_set_obj_coef(program, column, 0);
	return end;
}

#endif
