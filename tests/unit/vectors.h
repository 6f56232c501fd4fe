/*
 * vectors: reads the worked cases of tests/data/vectors/. One line at a time, split at commas; a quoted cell may hold commas,
 * quotes within cells and line breaks don't occur.
 */
#ifndef TESTS_UNIT_VECTORS_H
#define TESTS_UNIT_VECTORS_H

#include <stdio.h>

#define VECTORS_CELLS 32

struct vectors {
	FILE *file;
	char line[2048];
	char *cells[VECTORS_CELLS];
	int count;
};

/* Opens tests/data/vectors/<name> and skips its header; fails the test if it is not there. */
void vectors_open(struct vectors *vectors, const char *name);

/* Reads the next row into cells; 0 at the end, and then the file is closed. */
int vectors_next(struct vectors *vectors);

/* A cell as a number, NAN if it is empty. Anything else fails the test. */
double vectors_number(const struct vectors *vectors, int cell);

#endif
