-- What running rounds over many governments needs: named releases, questions on an answer, mails, calendars.

-- "First release", "Correction of May"; empty for releases made before they had names.
ALTER TABLE release ADD COLUMN name TEXT NOT NULL DEFAULT '';

-- What secretariat and government ask and tell each other about one answer. Append-only.
CREATE TABLE answer_message (
	id INTEGER PRIMARY KEY,
	answer INTEGER NOT NULL REFERENCES answer (id),
	text TEXT NOT NULL CHECK (length(text) > 0),
	author INTEGER NOT NULL REFERENCES person (id),
	from_secretariat INTEGER NOT NULL CHECK (from_secretariat IN (0, 1)),
	at TEXT NOT NULL
) STRICT;
CREATE INDEX answer_message_answer ON answer_message (answer, id);
CREATE TRIGGER answer_message_is_append_only_u BEFORE UPDATE ON answer_message
BEGIN SELECT RAISE(ABORT, 'a message is never changed'); END;
CREATE TRIGGER answer_message_is_append_only_d BEFORE DELETE ON answer_message
BEGIN SELECT RAISE(ABORT, 'a message is never deleted'); END;

-- The audit log is searched by who, what and from where, newest first, and by days.
CREATE INDEX audit_log_action ON audit_log (action);
CREATE INDEX audit_log_actor ON audit_log (actor_name, action);
CREATE INDEX audit_log_at ON audit_log (at);
CREATE INDEX audit_log_address ON audit_log (address);

-- What the last walk along the whole audit log found (`monitor audit verify`, a timer): the log shows its state without walking again.
CREATE TABLE audit_check (
	only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
	at TEXT NOT NULL,
	rows INTEGER NOT NULL,             -- how many there were; the number of the row that does not fit, where broken
	last_hash TEXT NOT NULL,           -- of the last of them, hexadecimal
	whole INTEGER NOT NULL CHECK (whole IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The last sign-in; NULL: never. Sessions are swept, so they cannot tell.
ALTER TABLE person ADD COLUMN signed_in_at TEXT;
UPDATE person SET signed_in_at = (
	SELECT max(l.at) FROM audit_log AS l WHERE l.object = 'person:' || CAST(person.id AS TEXT) AND l.action = 'session.begin');

-- Why an indicator was retired by hand; NULL: its file is gone from the catalogue.
ALTER TABLE indicator ADD COLUMN retired_reason TEXT;

-- Every mail that was made, sent or not: the record, and what keeps digests few. An invitation's link is a password: it is made when the
-- mail is sent and stands in no table.
CREATE TABLE mail (
	id INTEGER PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	kind TEXT NOT NULL CHECK (kind IN ('digest', 'reminder', 'invitation')),
	lang TEXT NOT NULL,
	subject TEXT NOT NULL,
	body TEXT NOT NULL,                -- '' for an invitation
	digest TEXT NOT NULL,              -- keys of what it tells (model/digest.h), so that the same is not told twice
	round INTEGER REFERENCES round (id),   -- reminder: of this round's deadline
	participant TEXT REFERENCES participant (code),
	made_at TEXT NOT NULL,
	attempts INTEGER NOT NULL DEFAULT 0,
	next_attempt_at TEXT,              -- NULL: sent, or given up
	last_error TEXT,
	sent_at TEXT,
	given_up_at TEXT
) STRICT;
CREATE INDEX mail_person ON mail (person, made_at);
CREATE INDEX mail_waiting ON mail (next_attempt_at);

-- The secret address of a participant's calendar of deadlines; only its hash. Renewing makes the old one stop.
CREATE TABLE calendar_feed (
	participant TEXT NOT NULL PRIMARY KEY REFERENCES participant (code),
	token_hash BLOB NOT NULL UNIQUE,
	made_by INTEGER REFERENCES person (id),
	made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Reports that somebody of the secretariat asked for, and what became of it. `monitor report --waiting` makes them; the files are
-- DATA/reports/FRAMEWORK-PERIOD-AUDIENCE-LANG.pdf and .html.
CREATE TABLE report_request (
	id INTEGER PRIMARY KEY,
	round INTEGER NOT NULL REFERENCES round (id),
	audience TEXT NOT NULL CHECK (audience IN ('public', 'donors', 'members')),
	lang TEXT NOT NULL,
	asked_by INTEGER NOT NULL REFERENCES person (id),
	asked_at TEXT NOT NULL,
	begun_at TEXT,                     -- NULL: waiting
	ended_at TEXT,                     -- NULL: waiting or being made
	run TEXT,                          -- made: of this run's figures
	problem TEXT                       -- ended without a report: why
) STRICT;
CREATE INDEX report_request_round ON report_request (round, id);
