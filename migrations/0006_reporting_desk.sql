-- What a reporting desk needs besides plain answers: breakdowns and rules of the catalogue, files as evidence, explanations of
-- unusual figures, files on their way.

-- Which breakdowns a framework's counts may be asked for, and their categories. Titles stand in framework_text: part
-- "dimension.sex" and "dimension.sex.female".
CREATE TABLE framework_dimension (
	framework TEXT NOT NULL REFERENCES framework (code),
	dimension TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (framework, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE framework_category (
	framework TEXT NOT NULL,
	dimension TEXT NOT NULL,
	category TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (framework, dimension, category),
	FOREIGN KEY (framework, dimension) REFERENCES framework_dimension (framework, dimension)
) STRICT, WITHOUT ROWID;

-- Rules that an answer is checked against (methods/rule.h), besides those that follow from its type. They are no part of the
-- definition: changing them makes no new version. Why a rule stands there: indicator_text, part "rule.N", N = position.
CREATE TABLE indicator_rule (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	position INTEGER NOT NULL,                                        -- from 1
	kind TEXT NOT NULL CHECK (kind IN ('range', 'jump', 'at_most', 'equals')),
	hard INTEGER NOT NULL CHECK (hard IN (0, 1)),                     -- 1: cannot be submitted; 0: must be explained
	part TEXT NOT NULL CHECK (part IN ('value', 'numerator', 'denominator')),
	lowest REAL,                                                      -- range
	highest REAL,
	factor REAL,                                                      -- jump
	above REAL,                                                       -- jump: matters only where one of the two values reaches this
	other TEXT,                                                       -- at_most, equals: another indicator's code
	other_part TEXT CHECK (other_part IN ('value', 'numerator', 'denominator')),
	PRIMARY KEY (indicator_version, position)
) STRICT, WITHOUT ROWID;

-- What is said to the rules that only ask for an explanation.
ALTER TABLE answer_revision ADD COLUMN explanation TEXT;

-- A file is stored once, outside the database, under the hash of its content.
CREATE TABLE evidence_file (
	hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),         -- BLAKE2b-256, hexadecimal
	size INTEGER NOT NULL CHECK (size > 0),
	type TEXT NOT NULL,                                               -- media type, found by its content
	stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_with_files (
	id INTEGER PRIMARY KEY,
	answer INTEGER NOT NULL REFERENCES answer (id),
	kind TEXT NOT NULL CHECK (kind IN ('citation', 'link', 'file')),
	text TEXT NOT NULL,                                               -- of a file its name
	file TEXT REFERENCES evidence_file (hash),
	shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)),
	added_by INTEGER REFERENCES person (id),
	added_at TEXT NOT NULL,
	removed_at TEXT,
	CHECK ((kind = 'file') = (file IS NOT NULL))
) STRICT;
INSERT INTO evidence_with_files (id, answer, kind, text, shareable, added_by, added_at, removed_at)
	SELECT id, answer, kind, text, shareable, added_by, added_at, removed_at FROM evidence;
DROP TABLE evidence;
ALTER TABLE evidence_with_files RENAME TO evidence;
CREATE INDEX evidence_answer ON evidence (answer);
CREATE INDEX evidence_by_file ON evidence (file);

-- Files on their way: sent in pieces, or waiting for their preview to be confirmed; evidence/incoming/ID holds what has come.
-- Swept a day after they began.
CREATE TABLE upload (
	id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
	person INTEGER NOT NULL REFERENCES person (id),
	round INTEGER NOT NULL REFERENCES round (id),
	participant TEXT NOT NULL REFERENCES participant (code),
	name TEXT NOT NULL,
	size INTEGER NOT NULL,                                            -- announced
	received INTEGER NOT NULL,
	created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A role that passes from one person to another: the grant that ends for it and the one that begins. One that was taken back before its
-- day is gone from here and from role_grant; the audit log has both steps.
CREATE TABLE handover (
	to_grant INTEGER NOT NULL PRIMARY KEY REFERENCES role_grant (id),
	from_grant INTEGER NOT NULL UNIQUE REFERENCES role_grant (id),
	former_end TEXT,                                                  -- the last day that from_grant had before, where it had one
	made_by INTEGER REFERENCES person (id),
	made_at TEXT NOT NULL
) STRICT;
