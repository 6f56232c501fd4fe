-- Official statistics as fetched from the UN SDG API: one vintage per fetch, never overwritten.

CREATE TABLE vintage (
	id INTEGER PRIMARY KEY,
	label TEXT NOT NULL,               -- YYYY-MM
	number INTEGER NOT NULL,           -- 1, 2, … where one label was fetched with other content again
	source TEXT NOT NULL,              -- shown with every figure
	origin TEXT NOT NULL,              -- the file or base address it came from
	digest TEXT NOT NULL,              -- of its values, in order
	fetched_at TEXT NOT NULL,
	UNIQUE (label, number)
) STRICT;

CREATE TABLE official_value (
	vintage INTEGER NOT NULL REFERENCES vintage (id),
	series TEXT NOT NULL,
	participant TEXT NOT NULL REFERENCES participant (code),
	dims TEXT NOT NULL,                -- "name=code" joined by ";", as in the source
	year INTEGER NOT NULL,
	value REAL,                        -- NULL where the source has no number ("N", "NaN", "<5")
	value_text TEXT NOT NULL,          -- as in the source
	nature TEXT NOT NULL,
	units TEXT NOT NULL,
	PRIMARY KEY (vintage, series, participant, dims, year)
) STRICT, WITHOUT ROWID;

-- A second, different value for the same point: an error in the source, named and never averaged.
CREATE TABLE official_conflict (
	vintage INTEGER NOT NULL REFERENCES vintage (id),
	series TEXT NOT NULL,
	participant TEXT NOT NULL,
	dims TEXT NOT NULL,
	year INTEGER NOT NULL,
	value_text TEXT NOT NULL,
	PRIMARY KEY (vintage, series, participant, dims, year, value_text)
) STRICT, WITHOUT ROWID;
