-- Secrets of this installation. They are in no snapshot, no export and no log; only in this file and its backups.
--
-- 'disclosure': the key of the order in which cells are chosen that hide others (indicators/methods/disclosure.h). `monitor migrate`
-- makes it once, by random. It is never changed: with another one the next summarise would choose other cells than were hidden in
-- files that people already have, and both together could tell what each of them keeps back.
CREATE TABLE secret (
	name TEXT NOT NULL PRIMARY KEY,
	value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER secret_is_made_once_u BEFORE UPDATE ON secret BEGIN
	SELECT RAISE(ABORT, 'a secret of the installation is made once');
END;
CREATE TRIGGER secret_is_made_once_d BEFORE DELETE ON secret BEGIN
	SELECT RAISE(ABORT, 'a secret of the installation is made once');
END;
