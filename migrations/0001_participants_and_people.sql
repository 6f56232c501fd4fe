-- Participants of the process, the people who act for them, and how people sign in.
--
-- Times are UTC text (2026-11-23T19:05:00Z), dates 2026-11-23; both sort as text.

CREATE TABLE participant (
	code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 3),          -- ISO 3166-1 alpha-3
	m49 INTEGER NOT NULL UNIQUE CHECK (m49 BETWEEN 1 AND 999),        -- UN M49
	status TEXT NOT NULL CHECK (status IN ('member', 'observer', 'former')),
	valid_from TEXT NOT NULL,
	valid_to TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE participant_text (
	participant TEXT NOT NULL REFERENCES participant (code),
	lang TEXT NOT NULL,
	title TEXT NOT NULL,
	PRIMARY KEY (participant, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
	name TEXT NOT NULL,
	lang TEXT NOT NULL,
	password_hash TEXT,                                               -- Argon2id string; NULL until the person chose one
	created_at TEXT NOT NULL,
	deactivated_at TEXT
) STRICT;

-- A role is held from a date, perhaps until a date, and somebody granted it. Ended grants stay.
CREATE TABLE role_grant (
	id INTEGER PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	role TEXT NOT NULL CHECK (role IN ('focal_point', 'deputy', 'clearing_officer', 'observer',
		'secretariat', 'donor', 'administrator')),
	-- Whom the person acts for; for the secretariat, the government that the person comes from, if any.
	participant TEXT REFERENCES participant (code),
	starts_on TEXT NOT NULL,
	ends_on TEXT,                                                     -- last day on which it holds
	granted_by INTEGER REFERENCES person (id),                        -- NULL: granted from the shell
	granted_at TEXT NOT NULL,
	CHECK (participant IS NOT NULL OR role IN ('secretariat', 'donor', 'administrator')),
	CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX role_grant_person ON role_grant (person);

-- Only hashes of tokens are kept: who reads this table cannot sign in with it.
CREATE TABLE session (
	token_hash BLOB NOT NULL PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	created_at TEXT NOT NULL,
	seen_at TEXT NOT NULL,
	expires_at TEXT NOT NULL,
	address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session (person);

-- A link with which a person chooses a password, once.
CREATE TABLE invitation (
	token_hash BLOB NOT NULL PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	created_by INTEGER REFERENCES person (id),
	created_at TEXT NOT NULL,
	expires_at TEXT NOT NULL,
	used_at TEXT
) STRICT, WITHOUT ROWID;

-- Failed sign-ins, by what was typed and from where, to slow down guessing.
CREATE TABLE sign_in_failure (
	id INTEGER PRIMARY KEY,
	email TEXT NOT NULL,
	address TEXT NOT NULL,
	at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_failure_email ON sign_in_failure (email, at);
CREATE INDEX sign_in_failure_address ON sign_in_failure (address, at);
