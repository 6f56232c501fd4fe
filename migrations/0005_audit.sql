-- Who did what, when, from where. Append-only, each row hashed together with the one before it.

CREATE TABLE audit_log (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	actor INTEGER,                 -- person, NULL for the shell and the scheduled job
	actor_name TEXT NOT NULL,      -- e-mail address at that time, or "monitor"
	action TEXT NOT NULL,          -- "answer.submit", "round.release", …
	object TEXT NOT NULL,          -- "trafficking/2025/KGZ/IDR2", "person:7", …
	detail TEXT NOT NULL,          -- JSON, or ""
	address TEXT NOT NULL,         -- of the browser, or ""
	hash BLOB NOT NULL             -- BLAKE2b-256 over the previous row's hash and this row (model/audit.h)
) STRICT;
CREATE INDEX audit_log_object ON audit_log (object);
CREATE TRIGGER audit_log_is_append_only_u BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_is_append_only_d BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
