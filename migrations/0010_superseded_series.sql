-- A source gives a series up for another one of the same SDG indicator, with the same meaning and a new code. Its values stay and are
-- shown; they say nothing in addition to those of its successor, so that a target's series together leave it out.
-- NULL: it stands for itself. No chains: the successor has none.
ALTER TABLE series ADD COLUMN superseded_by TEXT REFERENCES series (code) DEFERRABLE INITIALLY DEFERRED;
