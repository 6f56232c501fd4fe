-- One snapshot: all that one audience may see, computed once by `monitor summarise`. Immutable; replaced whole.
-- There is nothing in this file that its audience may not read. No page aggregates: a figure that is shown is a row here.
--
-- Tables are WITHOUT ROWID in the order in which pages read them. Scores are 0-100. Missing is NULL, never 0.

CREATE TABLE meta (
	-- run, audience, made_at, methods: names and versions; and what the run was made from, for the next one to see what
	-- changed since: release, catalogue, vintage (newest numbers), participants (digest)
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- --- catalogue ---------------------------------------------------------------------------------------------

CREATE TABLE participant (
	code TEXT NOT NULL PRIMARY KEY,
	m49 INTEGER NOT NULL,
	status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE framework (
	code TEXT NOT NULL PRIMARY KEY,
	position INTEGER NOT NULL,
	minimum_reporting INTEGER NOT NULL,
	carry_forward INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE domain (
	framework TEXT NOT NULL,
	code TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (framework, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
	framework TEXT NOT NULL,
	code TEXT NOT NULL,
	version INTEGER NOT NULL,
	current INTEGER NOT NULL,
	domain TEXT NOT NULL,
	position INTEGER NOT NULL,
	type TEXT NOT NULL,
	unit TEXT NOT NULL,
	direction TEXT NOT NULL,
	levels INTEGER,
	per REAL,
	thresholds TEXT,                   -- checklist: "40 80 100", where classes 2, 3 and 4 begin
	first_period TEXT,
	last_period TEXT,
	PRIMARY KEY (framework, code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_criterion (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL,
	level INTEGER NOT NULL, position INTEGER NOT NULL,
	PRIMARY KEY (framework, code, version, level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_item (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL,
	position INTEGER NOT NULL, item TEXT NOT NULL, group_code TEXT NOT NULL,
	PRIMARY KEY (framework, code, version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_sdg (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL, target TEXT NOT NULL,
	PRIMARY KEY (framework, code, version, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_sdg_target ON indicator_sdg (framework, target);

CREATE TABLE indicator_series (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL, series TEXT NOT NULL, dims TEXT NOT NULL,
	PRIMARY KEY (framework, code, version, series, dims)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_replaces (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL, replaced TEXT NOT NULL,
	PRIMARY KEY (framework, code, version, replaced)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_instrument (
	framework TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, instrument TEXT NOT NULL,
	PRIMARY KEY (framework, code, version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sdg_goal (code TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sdg_target (code TEXT NOT NULL PRIMARY KEY, goal TEXT NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE series (
	code TEXT NOT NULL PRIMARY KEY,
	indicator TEXT NOT NULL,
	target TEXT NOT NULL,
	unit TEXT NOT NULL,
	direction TEXT NOT NULL,
	goal_value REAL,
	goal_year INTEGER NOT NULL,
	natural_limit REAL,
	base_year INTEGER NOT NULL,
	superseded_by TEXT                 -- the series that took its place: it is shown, and not counted with the target's others
) STRICT, WITHOUT ROWID;
CREATE INDEX series_target ON series (target);

-- Codes of the series' dimensions in the order of the catalogue. is_total tells "both sexes" from "women": where a page has
-- room for one line of a series, it is the one whose codes are all totals.
CREATE TABLE dimension_code (
	dimension TEXT NOT NULL,
	code TEXT NOT NULL,
	position INTEGER NOT NULL,
	is_total INTEGER NOT NULL,
	PRIMARY KEY (dimension, code)
) STRICT, WITHOUT ROWID;

-- All texts, of every kind and language, so that a third language is only more rows.
-- kind: participant, framework, domain, indicator, goal, target, series, dimension, dimension_code, unit, nature
-- code: the thing's code; domain "framework/code", indicator "framework/code/version"
-- part: title, description, notice, source, measures, guidance, evidence, agency, numerator, denominator,
--       level.N, level.N.criterion.M, item.CODE, group.CODE
CREATE TABLE text (
	kind TEXT NOT NULL, code TEXT NOT NULL, part TEXT NOT NULL, lang TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (kind, code, part, lang)
) STRICT, WITHOUT ROWID;

-- --- answers and what is computed from them ------------------------------------------------------------------

-- Periods with a release, and who was expected to report.
CREATE TABLE period (
	framework TEXT NOT NULL, period TEXT NOT NULL,
	release INTEGER NOT NULL,          -- number of the round's newest release
	released_at TEXT NOT NULL,
	n_expected INTEGER NOT NULL,
	basis TEXT NOT NULL,               -- digest of the indicator versions in force: another basis is a break in series
	roster TEXT NOT NULL,              -- digest of whom and what the round asks, for the job to see what changed
	PRIMARY KEY (framework, period)
) STRICT, WITHOUT ROWID;

-- Every release of those rounds, kept for ever. Name and note are public.
CREATE TABLE release (
	framework TEXT NOT NULL, period TEXT NOT NULL, number INTEGER NOT NULL,
	name TEXT NOT NULL,                -- '' where it has none
	note TEXT NOT NULL,                -- ''
	released_at TEXT NOT NULL,
	PRIMARY KEY (framework, period, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE expected (
	framework TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	PRIMARY KEY (framework, period, participant)
) STRICT, WITHOUT ROWID;

-- Indicators in force in a period: the rows of a questionnaire.
CREATE TABLE questionnaire (
	framework TEXT NOT NULL, period TEXT NOT NULL, indicator TEXT NOT NULL, version INTEGER NOT NULL,
	PRIMARY KEY (framework, period, indicator)
) STRICT, WITHOUT ROWID;

-- What this audience may see, one row an answer. One participant's answers of a period are those to its questionnaire,
-- each found by the primary key; a second index would make the file half as large again.
CREATE TABLE answer (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	version INTEGER NOT NULL,
	status TEXT NOT NULL,              -- reported, not_available, not_applicable
	value REAL,
	numerator REAL,
	denominator REAL,
	score REAL,
	suppressed INTEGER NOT NULL,       -- 1: withheld by disclosure control, value columns are NULL
	carried_from TEXT,                 -- carry-forward: the period it was reported for
	reason TEXT,
	source TEXT,
	note TEXT,                         -- of a correction: what was corrected and why
	since INTEGER NOT NULL,            -- number of the release that published it as it stands
	PRIMARY KEY (framework, indicator, period, participant)
) STRICT, WITHOUT ROWID;

-- What counts are broken down by; titles are in text, kind "framework", parts "dimension.sex" and "dimension.sex.female".
CREATE TABLE breakdown (
	framework TEXT NOT NULL, dimension TEXT NOT NULL, dimension_position INTEGER NOT NULL,
	category TEXT NOT NULL, position INTEGER NOT NULL,
	PRIMARY KEY (framework, dimension, category)
) STRICT, WITHOUT ROWID;

-- Breakdowns of the answers that this audience may see, after disclosure control (methods/disclosure_history.h), the same for
-- every audience. As they stand today: since the release that the answer is since.
CREATE TABLE answer_cell (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	dimension TEXT NOT NULL, category TEXT NOT NULL,
	version INTEGER NOT NULL,
	value INTEGER,                     -- NULL unless shown; 0 is a figure like any other
	share REAL,                        -- of the answer's total, 0-100; NULL unless shown, and where the total is 0
	suppressed INTEGER NOT NULL,       -- 1: suppressed or withheld by disclosure control
	status TEXT NOT NULL,              -- shown; suppressed (a number kept back); withheld (with the whole breakdown, also where none was
	                                   -- given, which is not told); missing (not given, where others are)
	PRIMARY KEY (framework, indicator, period, participant, dimension, category)
) STRICT, WITHOUT ROWID;

-- The same as earlier releases had published it, of the rows of answer_past: by the decision for that release, which no later one changes.
CREATE TABLE answer_cell_past (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	until INTEGER NOT NULL,
	dimension TEXT NOT NULL, category TEXT NOT NULL,
	since INTEGER NOT NULL,
	version INTEGER NOT NULL,
	value INTEGER, share REAL,
	suppressed INTEGER NOT NULL,
	status TEXT NOT NULL,
	PRIMARY KEY (framework, indicator, period, participant, until, dimension, category)
) STRICT, WITHOUT ROWID;

-- How many governments meet each item of a checklist: n_met of the n_known that told which, among the answers that this audience may see.
-- No rows where those are fewer than the framework's minimum.
CREATE TABLE item_regional (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL,
	n_met INTEGER NOT NULL,
	n_known INTEGER NOT NULL,
	PRIMARY KEY (framework, indicator, period, item)
) STRICT, WITHOUT ROWID;

-- Evidence that may be shared, of answers that this audience may see: which governments share their practice, and how. Never what is for
-- review only, was taken away since, or came after the revision that was released.
CREATE TABLE practice (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	position INTEGER NOT NULL,         -- from 1
	version INTEGER NOT NULL,
	kind TEXT NOT NULL,                -- citation, link (http or https), file
	text TEXT NOT NULL,                -- of a file its name; the file is at the government
	PRIMARY KEY (framework, indicator, period, participant, position)
) STRICT, WITHOUT ROWID;

-- The answer as earlier releases had published it: from the release `since` until the release `until` replaced it. Only where this
-- audience might see it then and may see the participant's answer now: an answer that is cleared for fewer takes its past along.
CREATE TABLE answer_past (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	until INTEGER NOT NULL,
	since INTEGER NOT NULL,
	status TEXT NOT NULL,
	value REAL, numerator REAL, denominator REAL, score REAL,
	reason TEXT, source TEXT, note TEXT,
	PRIMARY KEY (framework, indicator, period, participant, until)
) STRICT, WITHOUT ROWID;

-- Both together. What stood after release n: since <= n AND (until IS NULL OR until > n).
CREATE VIEW answer_standing AS
SELECT framework, indicator, period, participant, since, NULL AS until, status, value, numerator, denominator, score, reason, source, note
FROM answer
UNION ALL
SELECT framework, indicator, period, participant, since, until, status, value, numerator, denominator, score, reason, source, note
FROM answer_past;

-- METHODS §2. n_reporting participants are in the figure; n_hidden reported a value that this audience may not see
-- (in the mean and the sum only where at least three are hidden, for this and each wider-reading audience, and their sum does not tell
-- them; then there is no pooled value).
CREATE TABLE regional (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL,
	version INTEGER NOT NULL,
	n_reporting INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	n_hidden INTEGER NOT NULL,
	hidden_included INTEGER NOT NULL,
	mean REAL, median REAL, min REAL, max REAL, q1 REAL, q3 REAL, pooled REAL, sum REAL,
	status TEXT NOT NULL,              -- ok, withheld, none
	since INTEGER NOT NULL,            -- number of the release from which on it stands
	PRIMARY KEY (framework, indicator, period)
) STRICT, WITHOUT ROWID;

-- The figure after earlier releases, where it was another: from the release `since` until the release `until`. Computed over what
-- this audience may see of that release today; hidden values are included only where no release tells them together with another
-- (indicators/methods/releases.h).
CREATE TABLE regional_past (
	framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL,
	until INTEGER NOT NULL,
	since INTEGER NOT NULL,
	n_reporting INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	n_hidden INTEGER NOT NULL,
	hidden_included INTEGER NOT NULL,
	mean REAL, median REAL, min REAL, max REAL, q1 REAL, q3 REAL, pooled REAL, sum REAL,
	status TEXT NOT NULL,
	PRIMARY KEY (framework, indicator, period, until)
) STRICT, WITHOUT ROWID;

CREATE VIEW regional_standing AS
SELECT framework, indicator, period, since, NULL AS until, n_reporting, n_expected, n_hidden, hidden_included,
	mean, median, min, max, q1, q3, pooled, sum, status
FROM regional
UNION ALL
SELECT framework, indicator, period, since, until, n_reporting, n_expected, n_hidden, hidden_included,
	mean, median, min, max, q1, q3, pooled, sum, status
FROM regional_past;

-- A participant's score of a domain; domain '' is the overall score. NULL score: fewer than half reported.
CREATE TABLE domain_score (
	framework TEXT NOT NULL, period TEXT NOT NULL, domain TEXT NOT NULL, participant TEXT NOT NULL,
	score REAL,
	n_scored INTEGER NOT NULL,         -- indicators (or domains, for overall) with a score
	n_possible INTEGER NOT NULL,       -- that could have one
	change REAL,                       -- against the previous period with data, same basis only
	change_from TEXT,
	PRIMARY KEY (framework, period, domain, participant)
) STRICT, WITHOUT ROWID;

-- The region's spread of those scores.
CREATE TABLE domain_regional (
	framework TEXT NOT NULL, period TEXT NOT NULL, domain TEXT NOT NULL,
	n_reporting INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	mean REAL, median REAL, min REAL, max REAL, q1 REAL, q3 REAL,
	status TEXT NOT NULL,
	basis TEXT NOT NULL,               -- digest of the domain's indicator versions in force: another one is a break
	PRIMARY KEY (framework, period, domain)
) STRICT, WITHOUT ROWID;

-- Both after earlier releases of the period, and coverage likewise: of the answers that stood then, as far as this audience may see them today
-- (answer_standing). A row for each release but the newest; no changes against the period before, which has releases of its own.
CREATE TABLE domain_score_past (
	framework TEXT NOT NULL, period TEXT NOT NULL, release INTEGER NOT NULL, domain TEXT NOT NULL, participant TEXT NOT NULL,
	score REAL,
	n_scored INTEGER NOT NULL,
	n_possible INTEGER NOT NULL,
	PRIMARY KEY (framework, period, release, domain, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE domain_regional_past (
	framework TEXT NOT NULL, period TEXT NOT NULL, release INTEGER NOT NULL, domain TEXT NOT NULL,
	n_reporting INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	mean REAL, median REAL, min REAL, max REAL, q1 REAL, q3 REAL,
	status TEXT NOT NULL,
	basis TEXT NOT NULL,
	PRIMARY KEY (framework, period, release, domain)
) STRICT, WITHOUT ROWID;

-- How far the region moved since the round before (snapshot/moves.h): over the n participants with a score in both, by one definition.
CREATE TABLE move (
	framework TEXT NOT NULL, period TEXT NOT NULL,
	kind TEXT NOT NULL,                -- domain ('' is all of them), indicator
	code TEXT NOT NULL,
	since TEXT NOT NULL,               -- the period before
	n INTEGER NOT NULL,
	score_before REAL NOT NULL, score_now REAL NOT NULL, change REAL NOT NULL,
	PRIMARY KEY (framework, period, kind, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
	framework TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	n_reported INTEGER NOT NULL,
	n_not_available INTEGER NOT NULL,
	n_not_applicable INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	PRIMARY KEY (framework, period, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage_past (
	framework TEXT NOT NULL, period TEXT NOT NULL, release INTEGER NOT NULL, participant TEXT NOT NULL,
	n_reported INTEGER NOT NULL,
	n_not_available INTEGER NOT NULL,
	n_not_applicable INTEGER NOT NULL,
	n_expected INTEGER NOT NULL,
	PRIMARY KEY (framework, period, release, participant)
) STRICT, WITHOUT ROWID;

-- --- official series -------------------------------------------------------------------------------------------

CREATE TABLE vintage (
	id INTEGER NOT NULL PRIMARY KEY,
	label TEXT NOT NULL, number INTEGER NOT NULL, source TEXT NOT NULL, fetched_at TEXT NOT NULL
) STRICT;

-- The newest vintage that holds the series for the participant.
CREATE TABLE official (
	series TEXT NOT NULL, dims TEXT NOT NULL, participant TEXT NOT NULL, year INTEGER NOT NULL,
	value REAL, value_text TEXT NOT NULL, nature TEXT NOT NULL, units TEXT NOT NULL, vintage INTEGER NOT NULL,
	PRIMARY KEY (series, dims, participant, year)
) STRICT, WITHOUT ROWID;

-- What changed in history between that vintage and the one before it.
CREATE TABLE official_revision (
	series TEXT NOT NULL, dims TEXT NOT NULL, participant TEXT NOT NULL, year INTEGER NOT NULL,
	kind TEXT NOT NULL,                -- revised, dropped, added (a year within the older vintage's span)
	old_text TEXT, new_text TEXT, old_vintage INTEGER NOT NULL, new_vintage INTEGER NOT NULL,
	PRIMARY KEY (series, dims, participant, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE sdg_progress (
	series TEXT NOT NULL, dims TEXT NOT NULL, participant TEXT NOT NULL,
	base_year INTEGER, base_value REAL, current_year INTEGER, current_value REAL,
	direction TEXT NOT NULL,
	target REAL, target_year INTEGER,
	method INTEGER NOT NULL,           -- 1 without a target, 2 with one
	natural_c REAL,
	progress REAL,
	status TEXT NOT NULL,
	score REAL,
	un2023_cagr REAL, un2023_ratio REAL, un2023_class INTEGER,
	reason TEXT NOT NULL,              -- why not available: '', no_number, one_point, sign_change, two_values, neutral, past_target
	growth REAL, growth_needed REAL,   -- a year: as it was, and as it would lead to the target (1 is 100 %)
	zero_base INTEGER NOT NULL,        -- 1: the base is 0 and counts as 0.001 in the first method; base_value is what it counts as
	zero_target INTEGER NOT NULL,      -- 1: likewise the target
	un2023_guard INTEGER NOT NULL,     -- 1: the base was at or beyond the target, and it was left: class 1 whatever the ratio
	difference TEXT NOT NULL,          -- what makes the two verdicts differ (methods/verdicts.h); '': they don't
	headline INTEGER NOT NULL,         -- 1: of the breakdowns, the one that stands for the series of this participant
	vintage INTEGER NOT NULL,
	PRIMARY KEY (series, dims, participant)
) STRICT, WITHOUT ROWID;

-- METHODS §3a: the judged series of a target together, of a participant that has data for one of them. Only headlines; neutral series
-- take no part.
CREATE TABLE sdg_target_progress (
	target TEXT NOT NULL, participant TEXT NOT NULL,
	status TEXT NOT NULL,
	score REAL,                        -- NULL: no series has a verdict
	n_judged INTEGER NOT NULL,         -- series with a verdict
	n_series INTEGER NOT NULL,         -- series of the target that are judged where there are data
	PRIMARY KEY (target, participant)
) STRICT, WITHOUT ROWID;

-- METHODS §3c. participant '' is the region.
CREATE TABLE sdg_compliance (
	framework TEXT NOT NULL, target TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL,
	score REAL,                        -- NULL: insufficient data
	n_indicators INTEGER NOT NULL,     -- with a score (region: participants with a score)
	n_possible INTEGER NOT NULL,
	n_needed INTEGER NOT NULL,         -- from how many on there is a score
	status TEXT NOT NULL,              -- ok, insufficient_data
	PRIMARY KEY (framework, target, period, participant)
) STRICT, WITHOUT ROWID;
