/*
 * Fuzz target: what a file is, by its content. The first byte chooses the name's ending; whatever the rest is, it is taken or refused
 * with a sentence, within the bounds of memory and time.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "indicators/model/evidence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "a.docx", "a.xlsx", "a.pdf", "a.jpg", "a.png" };
	struct error error = ERROR_INIT;
	const char *type;
	char path[64];

	if (size < 1)
		return 0;
	int file = memfd_create("fuzz", MFD_CLOEXEC);
	if (file < 0 || write(file, data + 1, size - 1) != (ssize_t)(size - 1))
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	enum err err = evidence_inspect(path, names[data[0] % 5], &type, &error);
	if (err != ERR_OK && (err != ERR_INVALID || error.text[0] == '\0'))
		abort();
	if (err == ERR_OK && type[0] == '\0')
		abort();
	close(file);
	return 0;
}
