/* Tests of work in a process of its own: whatever it does, this program goes on, with its memory, its descriptors and its files as they were. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cgi/dashboard/apart.h"
#include "tests/unit/kit.h"

static const struct apart_limits limits = { .seconds = 1, .memory = 64u << 20 };
static struct error error;
static struct buffer out;

static enum err run(apart_work *work, const void *context, size_t cap)
{
	buffer_release(&out);
	out = (struct buffer)BUFFER_INIT(cap);
	error = (struct error)ERROR_INIT;
	return apart_run(work, context, &limits, &out, &error);
}

/* Descriptors that are open in this process. */
static int descriptors(void)
{
	int count = 0;

	for (int i = 0; i < 256; i++)
		count += fcntl(i, F_GETFD) >= 0;
	return count;
}

/* --- what is done apart --- */

static enum err make_bytes(const void *context, struct buffer *into, struct error *why)
{
	for (size_t i = 0; i < *(const size_t *)context; i++)
		buffer_putc(into, (char)(i * 7));
	return buffer_check(into, why);
}

static enum err refuse(const void *context, struct buffer *into, struct error *why)
{
	buffer_puts(into, "half of it");
	return error_set(why, ERR_TOO_LARGE, "%s is too large.", (const char *)context);
}

static enum err crash(const void *context, struct buffer *into, struct error *why)
{
	(void)why;
	buffer_puts(into, "half of it");
	raise(*(const int *)context);
	return ERR_OK;
}

static enum err leave(const void *context, struct buffer *into, struct error *why)
{
	(void)into;
	(void)why;
	_exit(*(const int *)context);
}

static enum err loop(const void *context, struct buffer *into, struct error *why)
{
	(void)context;
	(void)into;
	(void)why;
	for (volatile unsigned i = 0; ; i++)
		continue;
	return ERR_OK;
}

static enum err sleep_on(const void *context, struct buffer *into, struct error *why)
{
	(void)context;
	(void)into;
	(void)why;
	for (;;)
		nanosleep(&(struct timespec){ .tv_sec = 1000 }, NULL);
	return ERR_OK;
}

/* Closes its end of the pipe and lives on. */
static enum err hang_up(const void *context, struct buffer *into, struct error *why)
{
	close(STDOUT_FILENO);
	return sleep_on(context, into, why);
}

/* Takes what memory it can get, and says how much that was, in MB. */
static enum err devour(const void *context, struct buffer *into, struct error *why)
{
	size_t piece = 1 << 20, taken = 0;

	(void)why;
	for (char *p; taken < 4096; taken++) {
		p = mmap(NULL, piece, PROT_READ | PROT_WRITE, *(const int *)context | MAP_ANONYMOUS, -1, 0);
		if (p == MAP_FAILED)
			break;
		memset(p, 1, piece);
	}
	buffer_printf(into, "%zu", taken);
	return ERR_OK;
}

static enum err flood(const void *context, struct buffer *into, struct error *why)
{
	char part[4096] = { 0 };

	(void)context;
	(void)into;
	(void)why;
	while (write(STDOUT_FILENO, part, sizeof part) > 0)
		continue;
	return ERR_OK;
}

/* What it can still reach: descriptors, our file for reading, writing and cutting, a new file, a program. */
static enum err look_around(const void *context, struct buffer *into, struct error *why)
{
	const char *path = context;
	int open_ones = 0, status = -1;

	(void)why;
	for (int i = 0; i < 256; i++)
		open_ones += fcntl(i, F_GETFD) >= 0;
	buffer_printf(into, "open %d", open_ones);
	buffer_printf(into, ", read %d", open(path, O_RDONLY) >= 0);
	buffer_printf(into, ", write %d", open(path, O_WRONLY) >= 0);
	buffer_printf(into, ", cut %d", truncate(path, 3) == 0);
	buffer_printf(into, ", make %d", mkdir(kit_path("made-apart"), 0700) == 0);
	pid_t pid = fork();
	if (pid == 0) {
		execl("/usr/bin/env", "env", (char *)NULL);
		_exit(77);
	}
	waitpid(pid, &status, 0);
	buffer_printf(into, ", start %d", !(WIFEXITED(status) && WEXITSTATUS(status) == 77));
	buffer_printf(into, ", fonts %d", open("/etc/passwd", O_RDONLY) >= 0);
	return ERR_OK;
}

static int touched = 1;

static enum err touch(const void *context, struct buffer *into, struct error *why)
{
	(void)context;
	(void)why;
	touched = 2;
	signal(SIGTERM, SIG_IGN);
	buffer_printf(into, "%d", touched);
	return ERR_OK;
}

/* --- what comes of it --- */

START_TEST(what_is_made_apart_comes_back_whole)
{
	static const size_t sizes[] = { 0, 1, 65536, 3000001 };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		ck_ok(run(make_bytes, &sizes[i], 4 << 20), error);
		ck_assert_uint_eq(out.length, sizes[i]);
		for (size_t at = 0; at < out.length; at++)
			ck_assert(out.data[at] == (char)(at * 7));
	}
}
END_TEST

START_TEST(an_error_is_told_with_its_sentence_and_nothing_half_made_is_left)
{
	ck_refused(run(refuse, "The chart", 1 << 20), ERR_TOO_LARGE, error);
	ck_assert_str_eq(error.text, "The chart is too large.");
	ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(a_crash_is_an_error_and_no_more)
{
	static const int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGKILL, SIGTERM };
	static const int statuses[] = { 0, 1, 2, 77, 255 };
	int before = descriptors();

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		ck_refused(run(crash, &signals[i], 1 << 20), ERR_INTERNAL, error);
		ck_assert_uint_eq(out.length, 0);
	}
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		ck_refused(run(leave, &statuses[i], 1 << 20), ERR_INTERNAL, error);
	ck_assert_int_eq(descriptors(), before);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

START_TEST(a_loop_a_sleep_and_a_silence_end)
{
	static apart_work *const works[] = { loop, sleep_on, hang_up };
	struct timespec from, to;

	for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
		clock_gettime(CLOCK_MONOTONIC, &from);
		ck_refused(run(works[i], NULL, 1 << 20), works[i] == hang_up ? ERR_INTERNAL : ERR_BUSY, error);
		clock_gettime(CLOCK_MONOTONIC, &to);
		ck_assert_int_lt(to.tv_sec - from.tv_sec, 30);
		ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
	}
}
END_TEST

START_TEST(memory_beyond_its_share_is_not_had)
{
	static const int kinds[] = { MAP_PRIVATE, MAP_SHARED };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		ck_ok(run(devour, &kinds[i], 1 << 20), error);
		ck_assert_int_ge(atoi(buffer_text(&out)), 8);
		ck_assert_int_le(atoi(buffer_text(&out)), 64);
	}
}
END_TEST

START_TEST(more_than_fits_is_refused)
{
	static const size_t much = 3000000;

	ck_refused(run(make_bytes, &much, 1 << 20), ERR_TOO_LARGE, error);
	ck_assert_uint_eq(out.length, 0);
	ck_refused(run(flood, NULL, 1 << 20), ERR_TOO_LARGE, error);
	ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(nothing_of_ours_can_be_reached)
{
	struct stat info;
	const char *path = kit_write("ours", "kept");
	int held = open(path, O_RDWR);

	ck_assert_int_ge(held, 0);
	ck_ok(run(look_around, path, 1 << 20), error);
	/* Its result and where errors are told. */
	if (syscall(SYS_landlock_create_ruleset, NULL, 0, 1) > 2)
		ck_assert_str_eq(buffer_text(&out), "open 2, read 0, write 0, cut 0, make 0, start 0, fonts 1");
	else
		ck_assert_ptr_nonnull(strstr(buffer_text(&out), "open 2, "));
	ck_assert_int_eq(fstat(held, &info), 0);
	close(held);
}
END_TEST

START_TEST(what_it_changes_is_changed_there_only)
{
	ck_ok(run(touch, NULL, 1 << 20), error);
	ck_assert_str_eq(buffer_text(&out), "2");
	ck_assert_int_eq(touched, 1);
	ck_assert(signal(SIGTERM, SIG_DFL) != SIG_IGN);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_is_made_apart_comes_back_whole),
	KIT_TEST(an_error_is_told_with_its_sentence_and_nothing_half_made_is_left),
	KIT_TEST(a_crash_is_an_error_and_no_more),
	KIT_TEST(a_loop_a_sleep_and_a_silence_end),
	KIT_TEST(memory_beyond_its_share_is_not_had),
	KIT_TEST(more_than_fits_is_refused),
	KIT_TEST(nothing_of_ours_can_be_reached),
	KIT_TEST(what_it_changes_is_changed_there_only),
};

KIT_MAIN("apart", tests)
