/* apart: see apart.h. */
#include "cgi/dashboard/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

#define DONE 100 /* and the error's code: exit statuses that nothing else has */
#define FILES 64
#define EVERY_ACCESS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1) /* that the first version of Landlock knew */
#define TRUNCATE (1ULL << 14)                                  /* from its third version on; the headers may be older */

/* --- in the process apart --- */

static void limit(int what, rlim_t most, rlim_t hard)
{
	setrlimit(what, &(struct rlimit){ most, hard });
}

/* Bytes of address space in use; 0 where that can't be told. */
static size_t in_use(void)
{
	unsigned long pages = 0;
	FILE *file = fopen("/proc/self/statm", "re");

	if (file != NULL && fscanf(file, "%lu", &pages) != 1)
		pages = 0;
	if (file != NULL)
		fclose(file);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Nothing of the file system but reading below the folders of programs, settings and fonts. A kernel without Landlock does without. */
static void close_files(void)
{
	static const char *const folders[] = { "/usr", "/etc", "/var/cache/fontconfig" };
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	const struct landlock_ruleset_attr handled = { .handled_access_fs = EVERY_ACCESS | (version >= 3 ? TRUNCATE : 0) };
	int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);

	if (rules < 0)
		return;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
			.parent_fd = open(folders[i], O_PATH | O_CLOEXEC) };
		syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
		if (rule.parent_fd >= 0)
			close(rule.parent_fd);
	}
	syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

/* Leaves nothing of the program but its memory, of which this is a copy. False: that can't be had. */
static bool withdraw(const struct apart_limits *limits, int result)
{
	static const int usual[] = { SIGTERM, SIGINT, SIGALRM, SIGPIPE, SIGXFSZ, SIGCHLD };
	size_t memory = in_use();

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		signal(usual[i], SIG_DFL);
	if (memory == 0 || dup2(result, STDOUT_FILENO) < 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 ||
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
		return false;
	/* A heap for each thread would take address space that nobody uses. */
	mallopt(M_ARENA_MAX, 1);
	close(STDIN_FILENO);
	if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
		return false;
	close_files();
	limit(RLIMIT_NOFILE, FILES, FILES);
	limit(RLIMIT_FSIZE, 0, 0);
	/* The first is a signal that tells, the second comes a second later from the kernel itself. */
	limit(RLIMIT_CPU, (rlim_t)limits->seconds, (rlim_t)limits->seconds + 1);
	limit(RLIMIT_AS, memory + limits->memory, memory + limits->memory);
	return true;
}

static bool tell(const char *text, size_t length)
{
	while (length > 0) {
		ssize_t written = write(STDOUT_FILENO, text, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		text += written;
		length -= (size_t)written;
	}
	return true;
}

/* The result, or the sentence of the error; the exit status says which. */
static _Noreturn void work_apart(apart_work *work, const void *context, const struct apart_limits *limits, size_t cap, int result)
{
	struct buffer out = BUFFER_INIT(cap);
	struct error error = ERROR_INIT;

	if (!withdraw(limits, result))
		_exit(1);
	enum err err = work(context, &out, &error);
	if (err == ERR_OK)
		err = buffer_check(&out, &error);
	if (!(err == ERR_OK ? tell(buffer_text(&out), out.length) : tell(error.text, strlen(error.text))))
		_exit(1);
	_exit(DONE + (int)err);
}

/* --- in the program --- */

/* Milliseconds until the deadline, at least 0. */
static int time_left(const struct timespec *deadline)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	long left = (deadline->tv_sec - now.tv_sec) * 1000 + (deadline->tv_nsec - now.tv_nsec) / 1000000;
	return left < 0 ? 0 : (int)left;
}

/* Until it closes its end. */
MUST_USE static enum err listen_to(int end, long seconds, struct buffer *got, struct error *error)
{
	struct timespec deadline;
	char part[65536];

	clock_gettime(CLOCK_MONOTONIC, &deadline);
	deadline.tv_sec += 2 * seconds;
	for (;;) {
		struct pollfd wait = { end, POLLIN, 0 };
		int left = time_left(&deadline), ready = left > 0 ? poll(&wait, 1, left) : 0;
		if (ready == 0)
			return error_set(error, ERR_BUSY, "%s", _("This took longer than it may. Please try again in a moment."));
		ssize_t length = ready > 0 ? read(end, part, sizeof part) : -1;
		if (length == 0)
			return buffer_check(got, error);
		if (length > 0)
			buffer_append(got, part, (size_t)length);
		else if (errno != EINTR)
			return error_set(error, ERR_INTERNAL, "A process apart cannot be heard (%s).", strerror(errno));
		if (got->failure != ERR_OK)
			return buffer_check(got, error);
	}
}

/* Its end was closed: it is about to end, and how is decided already. Where it is not, it is to end. */
static int end_of(pid_t pid)
{
	int status = 0;

	kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return status;
}

MUST_USE static enum err take(int status, const struct buffer *got, struct buffer *out, struct error *error)
{
	int code = WIFEXITED(status) ? WEXITSTATUS(status) - DONE : -1;

	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return error_set(error, ERR_BUSY, "%s", _("This took longer than it may. Please try again in a moment."));
	if (code < 0 || code > ERR_INTERNAL)
		return error_set(error, ERR_INTERNAL, "A process apart ended before its work was done (status %d).", status);
	if (code != ERR_OK)
		return error_set(error, (enum err)code, "%s", buffer_text(got));
	buffer_append(out, buffer_text(got), got->length);
	return buffer_check(out, error);
}

enum err apart_run(apart_work *work, const void *context, const struct apart_limits *limits, struct buffer *out, struct error *error)
{
	struct buffer got = BUFFER_INIT(out->cap);
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return error_set(error, ERR_INTERNAL, "No process apart can be started (%s).", strerror(errno));
	pid_t pid = fork();
	if (pid == 0)
		work_apart(work, context, limits, out->cap, ends[1]);
	enum err err = pid < 0 ? error_set(error, ERR_INTERNAL, "No process apart can be started (%s).", strerror(errno)) : ERR_OK;
	close(ends[1]);
	if (err == ERR_OK) {
		err = listen_to(ends[0], limits->seconds, &got, error);
		int status = end_of(pid);
		if (err == ERR_OK)
			err = take(status, &got, out, error);
	}
	close(ends[0]);
	buffer_release(&got);
	return err;
}
