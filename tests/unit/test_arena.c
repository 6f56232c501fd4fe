/* Tests of the arena. */
#include <stdint.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "tests/unit/kit.h"

START_TEST(allocations_are_zeroed_aligned_and_apart)
{
	struct arena arena = ARENA_INIT;
	unsigned char *last = NULL;

	for (size_t size = 1; size < 200000; size = size * 3 + 1) {
		unsigned char *data = arena_alloc(&arena, size);
		ck_assert_uint_eq((uintptr_t)data % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			ck_assert_uint_eq(data[i], 0);
		memset(data, 0xAA, size);
		if (last != NULL)
			ck_assert_uint_eq(*last, 0xAA);
		last = data;
	}
	arena_release(&arena);
	ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(texts_are_copied_and_formatted)
{
	struct arena arena = ARENA_INIT;

	ck_assert_ptr_null(arena_strdup(&arena, NULL));
	ck_assert_str_eq(arena_strdup(&arena, "Душанбе"), "Душанбе");
	ck_assert_str_eq(arena_strndup(&arena, "abcdef", 3), "abc");
	ck_assert_str_eq(arena_printf(&arena, "%s-%d", "x", 7), "x-7");
	arena_release(&arena);
}
END_TEST

START_TEST(a_reset_arena_starts_anew_in_the_block_it_kept)
{
	struct arena arena = ARENA_INIT;

	arena_reset(&arena);
	ck_assert_ptr_null(arena.blocks);
	for (int round = 0; round < 3; round++) {
		unsigned char *first = arena_alloc(&arena, 100);
		struct arena_block *usual = arena.blocks;

		for (size_t i = 0; i < 100; i++)
			ck_assert_uint_eq(first[i], 0);
		memset(first, 0xAA, 100);
		memset(arena_alloc(&arena, 500000), 0xAA, 500000);
		ck_assert_ptr_eq(arena.blocks, usual);
		arena_reset(&arena);
		ck_assert_ptr_eq(arena.blocks, usual);
		ck_assert_ptr_eq(arena_alloc(&arena, 100), first);
		arena_reset(&arena);
	}
	arena_release(&arena);
	/* One that was made by a large allocation alone is not worth keeping. */
	arena_alloc(&arena, 500000);
	arena_reset(&arena);
	ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(a_list_grows_and_keeps_what_it_has)
{
	struct arena arena = ARENA_INIT;
	int *list = NULL;

	for (size_t count = 0; count < 1000; count++) {
		list = arena_grow(&arena, list, count, sizeof *list);
		ck_assert_int_eq(list[count], 0);
		list[count] = (int)count;
	}
	for (size_t i = 0; i < 1000; i++)
		ck_assert_int_eq(list[i], (int)i);
	arena_release(&arena);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(allocations_are_zeroed_aligned_and_apart),
	KIT_TEST(texts_are_copied_and_formatted),
	KIT_TEST(a_reset_arena_starts_anew_in_the_block_it_kept),
	KIT_TEST(a_list_grows_and_keeps_what_it_has),
};
KIT_MAIN("arena", tests)
