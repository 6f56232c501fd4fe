-- Frameworks of indicators with their versions, and the SDG series set beside them.
-- All of it comes from the YAML files of indicators/catalogue/ through `monitor catalogue load`.

CREATE TABLE framework (
	code TEXT NOT NULL PRIMARY KEY,
	position INTEGER NOT NULL,
	minimum_reporting INTEGER NOT NULL CHECK (minimum_reporting >= 1),
	carry_forward INTEGER NOT NULL CHECK (carry_forward IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Every load that changed something.
CREATE TABLE framework_version (
	framework TEXT NOT NULL REFERENCES framework (code),
	version INTEGER NOT NULL,
	loaded_at TEXT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY (framework, version)
) STRICT, WITHOUT ROWID;

-- part: title, description, notice, source
CREATE TABLE framework_text (
	framework TEXT NOT NULL REFERENCES framework (code),
	part TEXT NOT NULL,
	lang TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (framework, part, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE domain (
	framework TEXT NOT NULL REFERENCES framework (code),
	code TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (framework, code)
) STRICT, WITHOUT ROWID;

-- part: title, description
CREATE TABLE domain_text (
	framework TEXT NOT NULL,
	domain TEXT NOT NULL,
	part TEXT NOT NULL,
	lang TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (framework, domain, part, lang),
	FOREIGN KEY (framework, domain) REFERENCES domain (framework, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
	id INTEGER PRIMARY KEY,
	framework TEXT NOT NULL REFERENCES framework (code),
	code TEXT NOT NULL,
	retired_at TEXT,
	UNIQUE (framework, code)
) STRICT;

-- One definition of an indicator. Another definition is another row, and a break in series; a better
-- wording or translation of the same definition changes the row's texts only.
CREATE TABLE indicator_version (
	id INTEGER PRIMARY KEY,
	indicator INTEGER NOT NULL REFERENCES indicator (id),
	version INTEGER NOT NULL,
	current INTEGER NOT NULL CHECK (current IN (0, 1)),
	domain TEXT NOT NULL,
	position INTEGER NOT NULL,
	type TEXT NOT NULL CHECK (type IN ('ladder', 'checklist', 'yes_no', 'count', 'percent', 'rate')),
	unit TEXT NOT NULL,
	direction TEXT NOT NULL CHECK (direction IN ('increase', 'decrease', 'neutral')),
	levels INTEGER,             -- ladder: how many, counted from level 0
	per REAL,                   -- rate: value = numerator / denominator * per
	thresholds TEXT,            -- checklist: "40 80 100", where classes 2, 3 and 4 begin
	first_period TEXT,          -- in force from … to …, where limited
	last_period TEXT,
	digest TEXT NOT NULL,       -- of the definition
	loaded_at TEXT NOT NULL,
	UNIQUE (indicator, version)
) STRICT;

-- part: title measures guidance evidence agency numerator denominator,
--       level.N, level.N.criterion.M, item.CODE, group.CODE
CREATE TABLE indicator_text (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	part TEXT NOT NULL,
	lang TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (indicator_version, part, lang)
) STRICT, WITHOUT ROWID;

-- Ladder: the criteria of each level above 0.
CREATE TABLE indicator_criterion (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	level INTEGER NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (indicator_version, level, position)
) STRICT, WITHOUT ROWID;

-- Checklist: its items, in groups.
CREATE TABLE indicator_item (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	group_code TEXT NOT NULL,
	PRIMARY KEY (indicator_version, position),
	UNIQUE (indicator_version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_sdg (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	target TEXT NOT NULL,
	PRIMARY KEY (indicator_version, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_series (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	series TEXT NOT NULL,
	dims TEXT NOT NULL,
	PRIMARY KEY (indicator_version, series, dims)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_replaces (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	code TEXT NOT NULL,
	PRIMARY KEY (indicator_version, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_instrument (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	position INTEGER NOT NULL,
	instrument TEXT NOT NULL,
	PRIMARY KEY (indicator_version, position)
) STRICT, WITHOUT ROWID;

-- Which breakdowns a count asks for: sex, age, exploitation, crossing, citizenship.
CREATE TABLE indicator_disaggregation (
	indicator_version INTEGER NOT NULL REFERENCES indicator_version (id),
	dimension TEXT NOT NULL,
	PRIMARY KEY (indicator_version, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE sdg_goal (
	code TEXT NOT NULL PRIMARY KEY,
	position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sdg_target (
	code TEXT NOT NULL PRIMARY KEY,
	goal TEXT NOT NULL REFERENCES sdg_goal (code),
	position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
	code TEXT NOT NULL PRIMARY KEY,
	indicator TEXT NOT NULL,            -- official SDG indicator, "16.2.2"
	target TEXT NOT NULL REFERENCES sdg_target (code),
	unit TEXT NOT NULL,
	direction TEXT NOT NULL CHECK (direction IN ('increase', 'decrease', 'neutral')),
	goal_value REAL,                    -- what is to be reached in goal_year, where a number was agreed
	goal_year INTEGER NOT NULL,
	natural_limit REAL,                 -- METHODS §3a's limit
	base_year INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dimension_code (
	dimension TEXT NOT NULL,
	code TEXT NOT NULL,
	position INTEGER NOT NULL,
	is_total INTEGER NOT NULL CHECK (is_total IN (0, 1)),
	PRIMARY KEY (dimension, code)
) STRICT, WITHOUT ROWID;

-- Names of coded things. kind: goal, target, series, dimension, dimension_code (code "sex=bothsex"), unit, nature
CREATE TABLE label (
	kind TEXT NOT NULL,
	code TEXT NOT NULL,
	lang TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (kind, code, lang)
) STRICT, WITHOUT ROWID;

-- Goes up with every change that makes the scheduled job compute everything anew.
CREATE TABLE catalogue_state (
	only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
	generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO catalogue_state (only_row, generation) VALUES (1, 0);
