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
