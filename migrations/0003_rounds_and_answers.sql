-- Rounds of reporting, answers with their revisions, and releases.

CREATE TABLE round (
	id INTEGER PRIMARY KEY,
	framework TEXT NOT NULL REFERENCES framework (code),
	period TEXT NOT NULL,                    -- SDMX time period: 2025, 2025-S1, 2025-Q3
	opens_on TEXT NOT NULL,
	due_on TEXT NOT NULL,
	closes_on TEXT NOT NULL,
	origin TEXT NOT NULL CHECK (origin IN ('round', 'import')),
	created_by INTEGER REFERENCES person (id),
	created_at TEXT NOT NULL,
	UNIQUE (framework, period),
	CHECK (opens_on <= due_on AND due_on <= closes_on)
) STRICT;

CREATE TABLE round_indicator (
	round INTEGER NOT NULL REFERENCES round (id),
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	PRIMARY KEY (round, indicator_version)
) STRICT, WITHOUT ROWID;

-- Who is expected to report, with an own deadline where one was granted.
CREATE TABLE round_participant (
	round INTEGER NOT NULL REFERENCES round (id),
	participant TEXT NOT NULL REFERENCES participant (code),
	extended_to TEXT,
	extension_reason TEXT,
	PRIMARY KEY (round, participant),
	CHECK ((extended_to IS NULL) = (extension_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- revision is the newest revision's number, and what a form has to name to change the answer: a post made
-- from an older one is told what happened meanwhile.
CREATE TABLE answer (
	id INTEGER PRIMARY KEY,
	round INTEGER NOT NULL REFERENCES round (id),
	participant TEXT NOT NULL REFERENCES participant (code),
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'cleared', 'accepted', 'returned')),
	audience TEXT CHECK (audience IN ('members', 'donors', 'public')),   -- set by clearing
	revision INTEGER NOT NULL,
	-- What the last release published, so that a reopened answer goes on being shown as it was.
	released_revision INTEGER,
	released_audience TEXT CHECK (released_audience IN ('members', 'donors', 'public')),
	UNIQUE (round, participant, indicator_version),
	CHECK (state NOT IN ('cleared', 'accepted') OR audience IS NOT NULL),
	CHECK ((released_revision IS NULL) = (released_audience IS NULL))
) STRICT;

-- Append-only: an answer is never overwritten.
CREATE TABLE answer_revision (
	answer INTEGER NOT NULL REFERENCES answer (id),
	number INTEGER NOT NULL,
	status TEXT NOT NULL CHECK (status IN ('reported', 'not_available', 'not_applicable')),
	value REAL,               -- ladder level, items met, 0/1, count, percent, rate
	numerator REAL,
	denominator REAL,
	reason TEXT,              -- why not available or not applicable
	narrative TEXT,
	source TEXT,
	note TEXT,                -- public note of a correction or an import
	author INTEGER REFERENCES person (id),
	at TEXT NOT NULL,
	PRIMARY KEY (answer, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER answer_revision_is_append_only_u BEFORE UPDATE ON answer_revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER answer_revision_is_append_only_d BEFORE DELETE ON answer_revision
BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

-- Checklist items met, and ladder criteria met ("2.1": level 2, criterion 1).
CREATE TABLE answer_item (
	answer INTEGER NOT NULL,
	number INTEGER NOT NULL,
	item TEXT NOT NULL,
	PRIMARY KEY (answer, number, item),
	FOREIGN KEY (answer, number) REFERENCES answer_revision (answer, number)
) STRICT, WITHOUT ROWID;

-- Disaggregated counts; cell is "dimension=code" joined by ";", dimensions in alphabetical order.
CREATE TABLE answer_cell (
	answer INTEGER NOT NULL,
	number INTEGER NOT NULL,
	cell TEXT NOT NULL,
	value REAL NOT NULL,
	PRIMARY KEY (answer, number, cell),
	FOREIGN KEY (answer, number) REFERENCES answer_revision (answer, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
	id INTEGER PRIMARY KEY,
	answer INTEGER NOT NULL REFERENCES answer (id),
	kind TEXT NOT NULL CHECK (kind IN ('citation', 'link')),
	text TEXT NOT NULL,
	shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)),
	added_by INTEGER REFERENCES person (id),
	added_at TEXT NOT NULL,
	removed_at TEXT
) STRICT;
CREATE INDEX evidence_answer ON evidence (answer);

-- What happened to an answer, besides its revisions: who passed it on, who returned it and why.
CREATE TABLE answer_event (
	id INTEGER PRIMARY KEY,
	answer INTEGER NOT NULL REFERENCES answer (id),
	revision INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (event IN ('saved', 'submitted', 'withdrawn', 'cleared', 'returned', 'accepted', 'reopened')),
	state TEXT NOT NULL,                     -- after it
	audience TEXT,
	reason TEXT,
	actor INTEGER REFERENCES person (id),
	at TEXT NOT NULL,
	CHECK (event <> 'returned' OR length(reason) > 0)
) STRICT;
CREATE INDEX answer_event_answer ON answer_event (answer);

-- A release is kept for ever: which revision of which answer it published, and to whom.
CREATE TABLE release (
	id INTEGER PRIMARY KEY,
	round INTEGER NOT NULL REFERENCES round (id),
	number INTEGER NOT NULL,
	note TEXT,
	released_by INTEGER REFERENCES person (id),
	released_at TEXT NOT NULL,
	UNIQUE (round, number)
) STRICT;

CREATE TABLE release_answer (
	release INTEGER NOT NULL REFERENCES release (id),
	answer INTEGER NOT NULL REFERENCES answer (id),
	revision INTEGER NOT NULL,
	audience TEXT NOT NULL CHECK (audience IN ('members', 'donors', 'public')),
	PRIMARY KEY (release, answer)
) STRICT, WITHOUT ROWID;
