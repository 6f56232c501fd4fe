/* child: see child.h. */
#include "cron/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

enum { IN, OUT, ERR, PIPES };

struct running {
	pid_t pid;
	int ends[PIPES];      /* ours; -1 once closed */
	size_t written;       /* of the input */
	char tail[CHILD_COMPLAINT]; /* the end of what came on standard error */
	size_t tail_length;
	struct timespec deadline;
};

static void close_end(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

/* Milliseconds until the deadline, at least 0. */
static int time_left(const struct timespec *deadline)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	long left = (deadline->tv_sec - now.tv_sec) * 1000 + (deadline->tv_nsec - now.tv_nsec) / 1000000;
	return left < 0 ? 0 : left > 1000000 ? 1000000 : (int)left;
}

MUST_USE static enum err spawn(const struct child *child, int theirs[PIPES], pid_t *pid, struct error *error)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t usual;
	int failed;

	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGXFSZ);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	for (int i = 0; i < PIPES; i++)
		posix_spawn_file_actions_adddup2(&actions, theirs[i], i);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	/* The interface of 1988 wants pointers to what it does not change. */
	failed = posix_spawnp(pid, child->words[0], &actions, &attributes, (char *const *)(const void *)child->words,
		(char *const *)(const void *)child->environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	if (failed == 0)
		return ERR_OK;
	return error_set(error, failed == ENOENT ? ERR_NOT_FOUND : ERR_IO, _("The program %s cannot be started (%s)."), child->words[0],
		strerror(failed));
}

MUST_USE static enum err start(const struct child *child, struct running *running, struct error *error)
{
	struct rlimit memory = { child->memory, child->memory };
	int theirs[PIPES] = { -1, -1, -1 };
	enum err err = ERR_OK;

	for (int i = 0; i < PIPES && err == ERR_OK; i++) {
		int both[2];
		if (pipe2(both, O_CLOEXEC) != 0) {
			err = error_set(error, ERR_IO, _("The program %s cannot be started (%s)."), child->words[0], strerror(errno));
			break;
		}
		theirs[i] = both[i == IN ? 0 : 1];
		running->ends[i] = both[i == IN ? 1 : 0];
		fcntl(running->ends[i], F_SETFL, O_NONBLOCK);
	}
	if (err == ERR_OK)
		err = spawn(child, theirs, &running->pid, error);
	if (err == ERR_OK)
		prlimit(running->pid, RLIMIT_AS, &memory, NULL);
	for (int i = 0; i < PIPES; i++)
		close_end(&theirs[i]);
	clock_gettime(CLOCK_MONOTONIC, &running->deadline);
	running->deadline.tv_sec += child->seconds;
	return err;
}

static void feed(const struct child *child, struct running *running)
{
	ssize_t length = child->input_length > running->written ?
		write(running->ends[IN], child->input + running->written, child->input_length - running->written) : 0;

	if (length > 0)
		running->written += (size_t)length;
	else if (length < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	/* All is said, or it does not listen any more; what it makes of that, its exit status tells. */
	if (length < 0 || running->written == child->input_length)
		close_end(&running->ends[IN]);
}

/* The next part of what it printed; false at the end. */
static bool take(int *end, char *part, size_t size, size_t *length)
{
	ssize_t got = read(*end, part, size);

	*length = got > 0 ? (size_t)got : 0;
	if (got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)))
		return true;
	close_end(end);
	return false;
}

static void keep_tail(struct running *running, const char *part, size_t length)
{
	const size_t room = sizeof running->tail - 1;

	if (length >= room) {
		memcpy(running->tail, part + length - room, room);
		running->tail_length = room;
		return;
	}
	size_t drop = running->tail_length + length > room ? running->tail_length + length - room : 0;
	memmove(running->tail, running->tail + drop, running->tail_length - drop);
	memcpy(running->tail + running->tail_length - drop, part, length);
	running->tail_length += length - drop;
}

/* Moves what there is to move until both outputs are closed. */
MUST_USE static enum err converse(const struct child *child, struct running *running, struct buffer *output, struct error *error)
{
	char part[65536];
	size_t length;

	while (running->ends[OUT] >= 0 || running->ends[ERR] >= 0) {
		struct pollfd polls[PIPES] = { { running->ends[IN], POLLOUT, 0 }, { running->ends[OUT], POLLIN, 0 }, { running->ends[ERR], POLLIN, 0 } };
		int left = time_left(&running->deadline);
		if (left == 0)
			return error_set(error, ERR_BUSY, _("The program %s did not end within %ld seconds."), child->words[0], child->seconds);
		if (poll(polls, PIPES, left) < 0 && errno != EINTR)
			return error_set(error, ERR_IO, _("The program %s cannot be heard (%s)."), child->words[0], strerror(errno));
		if (running->ends[IN] >= 0 && polls[IN].revents != 0)
			feed(child, running);
		if (running->ends[OUT] >= 0 && polls[OUT].revents != 0 && take(&running->ends[OUT], part, sizeof part, &length))
			buffer_append(output, part, length);
		if (running->ends[ERR] >= 0 && polls[ERR].revents != 0 && take(&running->ends[ERR], part, sizeof part, &length))
			keep_tail(running, part, length);
		enum err err = buffer_check(output, error);
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}

/* It may have closed its outputs and live on. */
static void wait_for(struct running *running, bool force, int *status)
{
	while (!force && waitpid(running->pid, status, WNOHANG) == 0) {
		force = time_left(&running->deadline) == 0;
		nanosleep(&(struct timespec){ .tv_nsec = 5 * 1000 * 1000 }, NULL);
	}
	if (!force)
		return;
	kill(running->pid, SIGKILL);
	while (waitpid(running->pid, status, 0) < 0 && errno == EINTR)
		continue;
}

static void last_line(struct running *running, char complaint[static CHILD_COMPLAINT])
{
	while (running->tail_length > 0 && running->tail[running->tail_length - 1] == '\n')
		running->tail_length--;
	running->tail[running->tail_length] = '\0';
	const char *line = strrchr(running->tail, '\n');
	snprintf(complaint, CHILD_COMPLAINT, "%s", line != NULL ? line + 1 : running->tail);
}

enum err child_run(const struct child *child, struct buffer *output, struct child_end *end, struct error *error)
{
	struct running running = { .ends = { -1, -1, -1 } };
	int status = 0;

	*end = (struct child_end){ .status = -1 };
	/* One that does not read to the end must not end us. */
	signal(SIGPIPE, SIG_IGN);
	enum err err = start(child, &running, error);
	if (err == ERR_OK) {
		err = converse(child, &running, output, error);
		wait_for(&running, err != ERR_OK, &status);
		end->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
		last_line(&running, end->complaint);
	}
	for (int i = 0; i < PIPES; i++)
		close_end(&running.ends[i]);
	return err;
}
