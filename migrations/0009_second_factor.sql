-- The second factor of a sign-in: a code of six digits that a program on the person's telephone makes from a shared key and the time
-- (TOTP, RFC 6238), or a recovery code. Optional for everybody.
--
-- The key is kept as it is. It cannot be a hash, since codes are computed from it; and to encrypt it with a key that lies in this same
-- file, or beside it in its backups, would keep it from nobody who has the file. reports.db opens for the programs of the desk and
-- `monitor` only; its backups are to be kept as safe. It is in no snapshot, no export, no page after the one that shows it, no log.
CREATE TABLE second_factor (
	person INTEGER NOT NULL PRIMARY KEY REFERENCES person (id),
	key BLOB NOT NULL CHECK (length(key) = 20),
	made_at TEXT NOT NULL,
	on_since TEXT,                           -- NULL: shown to the person, and not yet proved by a code
	last_step INTEGER NOT NULL DEFAULT 0,    -- time step of the newest code that was taken: neither it nor an older one is taken again
	wrong_in_a_row INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Only hashes (BLAKE2b-256): a code has 79 random bits, so it need not be slow to check. Used ones stay until new ones are made.
CREATE TABLE recovery_code (
	person INTEGER NOT NULL REFERENCES person (id),
	code_hash BLOB NOT NULL,
	made_at TEXT NOT NULL,
	used_at TEXT,
	PRIMARY KEY (person, code_hash)
) STRICT, WITHOUT ROWID;

-- Who has given the right password and owes the code. Not a session: nothing but the page of the second step looks here.
CREATE TABLE half_session (
	token_hash BLOB NOT NULL PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX half_session_person ON half_session (person);
