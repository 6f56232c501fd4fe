/* digest_text: a digest in words, in the current language. Counts, dates and links; nothing of what an answer says. */
#include <stddef.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/digest.h"

#define BODY_MAX ((size_t)256 * 1024)

/* The sum of a count over all parts. */
#define TOTAL(digest, field) total(digest, offsetof(struct digest_part, field))

static long long total(const struct digest *digest, size_t field)
{
	long long sum = 0;

	for (size_t i = 0; i < digest->count; i++)
		sum += *(const long long *)(const void *)((const char *)&digest->parts[i] + field);
	return sum;
}

/* Days to the nearest deadline that is reminded of; -1 for none. */
static long long nearest(const struct digest *digest)
{
	long long days = -1;

	for (size_t i = 0; i < digest->count; i++)
		if (digest->parts[i].reminder > 0 && (days < 0 || digest->parts[i].days_left < days))
			days = digest->parts[i].days_left;
	return days;
}

static bool any_opened(const struct digest *digest)
{
	for (size_t i = 0; i < digest->count; i++)
		if (digest->parts[i].opened)
			return true;
	return false;
}

const char *digest_subject(struct arena *arena, const struct digest *digest)
{
	long long days = nearest(digest), n;

	if (days == 0)
		return _("Almaty Monitor: the answers are due today");
	if (days > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: the answers are due in %lld day",
			"Almaty Monitor: the answers are due in %lld days", (unsigned long)days), days);
	if ((n = TOTAL(digest, returned)) > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: %lld answer was returned", "Almaty Monitor: %lld answers were returned",
			(unsigned long)n), n);
	if ((n = TOTAL(digest, asked)) > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: %lld question of the secretariat",
			"Almaty Monitor: %lld questions of the secretariat", (unsigned long)n), n);
	if ((n = TOTAL(digest, to_clear)) > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: %lld answer waits for clearing",
			"Almaty Monitor: %lld answers wait for clearing", (unsigned long)n), n);
	if ((n = TOTAL(digest, to_review)) > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: %lld answer waits for review",
			"Almaty Monitor: %lld answers wait for review", (unsigned long)n), n);
	if ((n = TOTAL(digest, replied)) > 0)
		return arena_printf(arena, i18n_plural("Almaty Monitor: %lld question was answered",
			"Almaty Monitor: %lld questions were answered", (unsigned long)n), n);
	return any_opened(digest) ? _("Almaty Monitor: a round is open") : _("Almaty Monitor: your deadline was extended");
}

static void line(struct buffer *out, const char *text, const char *link)
{
	buffer_printf(out, "- %s\n", text);
	if (link != NULL)
		buffer_printf(out, "  %s\n", link);
}

/* "12 answers are missing, 4 are drafts." */
static const char *open_work(struct arena *arena, const struct digest_part *part)
{
	const char *missing = arena_printf(arena, i18n_plural("%lld answer is missing", "%lld answers are missing",
		(unsigned long)part->missing), part->missing);
	const char *drafts = arena_printf(arena, i18n_plural("%lld is a draft", "%lld are drafts", (unsigned long)part->drafts),
		part->drafts);

	if (part->missing > 0 && part->drafts > 0)
		return arena_printf(arena, _("%s, %s."), missing, drafts);
	if (part->missing > 0)
		return arena_printf(arena, "%s.", missing);
	return arena_printf(arena, i18n_plural("%lld answer is a draft that was not submitted.",
		"%lld answers are drafts that were not submitted.", (unsigned long)part->drafts), part->drafts);
}

static const char *deadline(struct arena *arena, const struct digest_part *part)
{
	const char *due = day_text(arena, part->due_on);

	if (part->days_left < 0)
		return arena_printf(arena, _("They were due on %s; the round closes after %s."), due, day_text(arena, part->closes_on));
	if (part->days_left == 0)
		return arena_printf(arena, _("They are due today, %s."), due);
	return arena_printf(arena, i18n_plural("They are due on %s, in %lld day.", "They are due on %s, in %lld days.",
		(unsigned long)part->days_left), due, part->days_left);
}

static void government_lines(struct buffer *out, struct arena *arena, const struct digest_part *part, const char *base)
{
	if (part->opened)
		line(out, _("The round is open."), NULL);
	if (part->extended)
		line(out, arena_printf(arena, _("Your deadline was extended to %s."), day_text(arena, part->due_on)), NULL);
	if (part->returned > 0)
		line(out, arena_printf(arena, i18n_plural("%lld answer was returned. The reason stands beside it.",
			"%lld answers were returned. The reasons stand beside them.", (unsigned long)part->returned), part->returned),
			arena_printf(arena, "%s?state=returned", base));
	if (part->asked > 0)
		line(out, arena_printf(arena, i18n_plural("The secretariat asks you about %lld answer.",
			"The secretariat asks you about %lld answers.", (unsigned long)part->asked), part->asked),
			part->asked_about != NULL ? arena_printf(arena, "%s%s", base, part->asked_about) : base);
	if (part->missing + part->drafts > 0)
		line(out, arena_printf(arena, "%s %s", open_work(arena, part), deadline(arena, part)), arena_printf(arena, "%s?state=todo", base));
	else if (part->reminder > 0)
		line(out, deadline(arena, part), NULL);
	if (part->to_clear > 0)
		line(out, arena_printf(arena, i18n_plural("%lld answer waits for your clearing.", "%lld answers wait for your clearing.",
			(unsigned long)part->to_clear), part->to_clear), arena_printf(arena, "%sclearing", base));
}

static void secretariat_lines(struct buffer *out, struct arena *arena, const struct digest_part *part, const char *base)
{
	if (part->to_review > 0)
		line(out, arena_printf(arena, i18n_plural("%lld cleared answer waits for review.", "%lld cleared answers wait for review.",
			(unsigned long)part->to_review), part->to_review), base);
	if (part->replied > 0)
		line(out, arena_printf(arena, i18n_plural("%lld question was answered.", "%lld questions were answered.",
			(unsigned long)part->replied), part->replied),
			part->replied_about != NULL ? arena_printf(arena, "%s%s", base, part->replied_about) : base);
}

static bool is_empty(const struct digest_part *part)
{
	return part->returned + part->asked + part->missing + part->drafts + part->to_clear + part->to_review + part->replied == 0;
}

enum err digest_body(struct arena *arena, const struct digest *digest, const struct person *person, const char *site, const char **body,
	struct error *error)
{
	struct buffer out = BUFFER_INIT(BODY_MAX);

	buffer_printf(&out, _("Dear %s,"), person->name);
	buffer_printf(&out, "\n\n%s\n", _("this waits for you at Almaty Monitor:"));
	for (size_t i = 0; i < digest->count; i++) {
		const struct digest_part *part = &digest->parts[i];

		if (is_empty(part))
			continue;
		buffer_printf(&out, "\n%s\n", part->title);
		government_lines(&out, arena, part, arena_printf(arena, "%s/reporting/%lld/%s/", site, (long long)part->round, part->participant));
		secretariat_lines(&out, arena, part, arena_printf(arena, "%s/secretariat/rounds/%lld/%s/", site, (long long)part->round,
			part->participant));
	}
	buffer_printf(&out, "\n%s\n%s\n%s/account/\n",
		_("You get at most one such mail a day, and only when something new waits for you. What was reported is not in this mail; it stays on the site."),
		_("The language of these mails is that of your account:"), site);
	*body = arena_strdup(arena, buffer_text(&out));
	enum err err = buffer_check(&out, error);
	buffer_release(&out);
	return err;
}
