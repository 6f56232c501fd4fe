/* vectors: see vectors.h. */
#include "tests/unit/vectors.h"

#include <math.h>
#include <string.h>

#include "indicators/base/number.h"
#include "tests/unit/kit.h"

void vectors_open(struct vectors *vectors, const char *name)
{
	char path[256];

	snprintf(path, sizeof path, "tests/data/vectors/%s", name);
	vectors->file = fopen(kit_root(path), "r");
	ck_assert_msg(vectors->file != NULL, "cannot read %s", path);
	ck_assert_int_eq(vectors_next(vectors), 1);
}

int vectors_next(struct vectors *vectors)
{
	if (fgets(vectors->line, sizeof vectors->line, vectors->file) == NULL) {
		fclose(vectors->file);
		return 0;
	}
	vectors->line[strcspn(vectors->line, "\r\n")] = '\0';
	vectors->count = 0;
	for (char *at = vectors->line; at != NULL;) {
		char *end;

		ck_assert_int_lt(vectors->count, VECTORS_CELLS);
		if (*at == '"') {
			vectors->cells[vectors->count++] = ++at;
			end = strchr(at, '"');
			ck_assert_ptr_nonnull(end);
			*end++ = '\0';
		} else {
			vectors->cells[vectors->count++] = at;
			end = at + strcspn(at, ",");
		}
		at = *end == ',' ? end + 1 : NULL;
		*end = '\0';
	}
	return 1;
}

double vectors_number(const struct vectors *vectors, int cell)
{
	double number = NAN;

	ck_assert_int_lt(cell, vectors->count);
	if (vectors->cells[cell][0] != '\0')
		ck_assert_msg(number_parse(vectors->cells[cell], &number), "no number: %s", vectors->cells[cell]);
	return number;
}
