/* workflow: see workflow.h. */
#include "indicators/model/workflow.h"

#include <stddef.h>
#include <string.h>

#include "indicators/base/i18n.h"

enum when { ALWAYS, UNPUBLISHED, PUBLISHED };

static const struct {
	enum answer_state from;
	enum answer_action action;
	unsigned duties; /* any of them */
	enum when when;
	enum answer_state to;
} transitions[] = {
	{ STATE_NONE, ACTION_SAVE, DUTY_REPORT, ALWAYS, STATE_DRAFT },
	{ STATE_DRAFT, ACTION_SAVE, DUTY_REPORT, ALWAYS, STATE_DRAFT },
	{ STATE_RETURNED, ACTION_SAVE, DUTY_REPORT, ALWAYS, STATE_RETURNED },

	{ STATE_DRAFT, ACTION_SUBMIT, DUTY_REPORT, ALWAYS, STATE_SUBMITTED },
	{ STATE_RETURNED, ACTION_SUBMIT, DUTY_REPORT, ALWAYS, STATE_SUBMITTED },
	{ STATE_SUBMITTED, ACTION_WITHDRAW, DUTY_REPORT, ALWAYS, STATE_DRAFT },

	{ STATE_SUBMITTED, ACTION_CLEAR, DUTY_CLEAR, ALWAYS, STATE_CLEARED },
	{ STATE_CLEARED, ACTION_CLEAR, DUTY_CLEAR, ALWAYS, STATE_CLEARED },
	{ STATE_ACCEPTED, ACTION_CLEAR, DUTY_CLEAR, ALWAYS, STATE_ACCEPTED },

	{ STATE_SUBMITTED, ACTION_RETURN, DUTY_CLEAR, ALWAYS, STATE_RETURNED },
	{ STATE_CLEARED, ACTION_RETURN, DUTY_CLEAR | DUTY_REVIEW, ALWAYS, STATE_RETURNED },
	{ STATE_ACCEPTED, ACTION_RETURN, DUTY_REVIEW, UNPUBLISHED, STATE_RETURNED },

	{ STATE_CLEARED, ACTION_ACCEPT, DUTY_REVIEW, ALWAYS, STATE_ACCEPTED },
	{ STATE_ACCEPTED, ACTION_REOPEN, DUTY_REVIEW, PUBLISHED, STATE_RETURNED },
};

static const char *const names[STATE_COUNT] = {
	[STATE_NONE] = "none", [STATE_DRAFT] = "draft", [STATE_RETURNED] = "returned", [STATE_SUBMITTED] = "submitted",
	[STATE_CLEARED] = "cleared", [STATE_ACCEPTED] = "accepted",
};

static const char *const titles[STATE_COUNT] = {
	[STATE_NONE] = N_("Not started"), [STATE_DRAFT] = N_("Draft"), [STATE_RETURNED] = N_("Returned"),
	[STATE_SUBMITTED] = N_("Submitted"), [STATE_CLEARED] = N_("Cleared"), [STATE_ACCEPTED] = N_("Accepted"),
};

static const struct {
	const char *name;
	const char *title;
} events[ACTION_COUNT] = {
	[ACTION_SAVE] = { "saved", N_("saved") },
	[ACTION_SUBMIT] = { "submitted", N_("sent to clearing") },
	[ACTION_WITHDRAW] = { "withdrawn", N_("withdrawn from clearing") },
	[ACTION_CLEAR] = { "cleared", N_("cleared") },
	[ACTION_RETURN] = { "returned", N_("returned") },
	[ACTION_ACCEPT] = { "accepted", N_("accepted") },
	[ACTION_REOPEN] = { "reopened", N_("reopened after release") },
};

const char *state_name(enum answer_state state)
{
	return names[state];
}

enum answer_state state_from_name(const char *name)
{
	for (size_t i = 0; name != NULL && i < STATE_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return (enum answer_state)i;
	return STATE_NONE;
}

const char *state_title(enum answer_state state)
{
	return i18n_text(titles[state]);
}

const char *action_event(enum answer_action action)
{
	return events[action].name;
}

const char *event_title(const char *event)
{
	for (size_t i = 0; i < ACTION_COUNT; i++)
		if (strcmp(events[i].name, event) == 0)
			return i18n_text(events[i].title);
	return event;
}

static const char *forbidden(enum answer_state state, enum answer_action action)
{
	switch (action) {
	case ACTION_SAVE:
		if (state == STATE_SUBMITTED)
			return _("This answer is waiting for clearing. Withdraw it first to go on writing.");
		return _("This answer has been cleared. It can be changed only after it has been returned.");
	case ACTION_SUBMIT:
		return state == STATE_NONE ? _("There is no answer to submit yet. Save one first.") : _("This answer was already submitted.");
	case ACTION_WITHDRAW:
		return _("Only an answer that is waiting for clearing can be withdrawn.");
	case ACTION_CLEAR:
		return _("Only a submitted answer can be cleared.");
	case ACTION_RETURN:
		if (state == STATE_ACCEPTED)
			return _("This answer has been accepted. Once it is published, the secretariat can reopen it for a correction.");
		return _("Only a submitted or cleared answer can be returned.");
	case ACTION_ACCEPT:
		return state == STATE_ACCEPTED ? _("This answer was already accepted.") : _("Only a cleared answer can be accepted.");
	case ACTION_REOPEN:
	case ACTION_COUNT:
		break;
	}
	return _("Only a published answer can be reopened.");
}

enum err workflow_next(enum answer_state state, enum answer_action action, unsigned duties, bool published,
	enum answer_state *next, struct error *error)
{
	unsigned somebody = 0; /* whose action it is at all, in any state */
	bool possible = false; /* in this state, for the right person */

	*next = state;
	for (size_t i = 0; i < sizeof transitions / sizeof *transitions; i++) {
		if (transitions[i].action != action)
			continue;
		somebody |= transitions[i].duties;
		if (transitions[i].from != state || (transitions[i].when == PUBLISHED && !published)
			|| (transitions[i].when == UNPUBLISHED && published))
			continue;
		possible = true;
		unsigned may = transitions[i].duties & duties;
		/* The conflict of interest: nobody reviews a participant they belong to. */
		if ((may & DUTY_REVIEW) != 0 && (duties & DUTY_BELONG) != 0)
			may &= ~(unsigned)DUTY_REVIEW;
		if (may != 0) {
			*next = transitions[i].to;
			return ERR_OK;
		}
	}
	if ((somebody & duties & DUTY_REVIEW) != 0 && (duties & DUTY_BELONG) != 0)
		return error_set(error, ERR_DENIED, "%s",
			_("You belong to this participant, so somebody else of the secretariat has to review its answers."));
	if ((somebody & duties) == 0)
		return error_set(error, ERR_DENIED, "%s", _("Your role does not cover this step."));
	if (possible)
		return error_set(error, ERR_DENIED, "%s", _("At this point the step is up to somebody else."));
	return error_set(error, ERR_CONFLICT, "%s", forbidden(state, action));
}

bool workflow_allows(enum answer_state state, enum answer_action action, unsigned duties, bool published)
{
	enum answer_state next;

	return workflow_next(state, action, duties, published, &next, NULL) == ERR_OK;
}
