#!/usr/bin/python3
"""The scheduled job on a million invented answers, beside plain SQL.

    tests/bench/summarise.py [build] [answers]

Everything in the database is generated and says so: fifty participants whose codes (XAA, XAB, ...) ISO gives to no country, a
framework "generated" of two hundred indicators, quarters from 2000 on; six answers of ten are public, two for donors, two for
members. It is filled with plain SQL, since an import's time is no part of this.

    full / plain    the whole job, against SQL that only copies the same answers into three new database files: INSERT ... SELECT
                    with the same join and audience filter, one file after the other, the same columns, no keys, files closed
    update / full   the job after a hundred answers changed, all over the table, against the whole job
    controlled / plain breakdowns
                    the whole job where the counts (an eighth of the answers) have breakdowns by sex and age, of which half hold small
                    numbers, against the same job where none does, so that there is nothing to decide
    controlled / none
                    the same against the job without any breakdowns, which reads, decides and writes two and a half million
                    cells less
"""
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

AUDIENCES = ("public", "donors", "members")
PARTICIPANTS, INDICATORS = 50, 200
CHANGED = 100
TURNS = 3

GENERATE = """
CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 9999) SELECT i FROM c;
INSERT INTO participant SELECT 'X' || char(65 + i / 26) || char(65 + i % 26), 900 + i, 'member', '2000-01-01', NULL FROM n
    WHERE i < {participants};
INSERT INTO participant_text SELECT code, 'en', 'Invented participant ' || code FROM participant;
INSERT INTO framework VALUES ('generated', 9, 3, 0);
INSERT INTO framework_text VALUES ('generated', 'title', 'en', 'Generated for the benchmark');
INSERT INTO domain SELECT 'generated', 'D' || i, i FROM n WHERE i < 8;
INSERT INTO indicator (id, framework, code, retired_at) SELECT i + 1, 'generated', 'G' || substr('00' || i, -3), NULL FROM n WHERE i < {indicators};
INSERT INTO indicator_version SELECT i + 1, i + 1, 1, 1, 'D' || (i % 8), i / 8 + 1, CASE WHEN i % 8 = 0 THEN 'count' ELSE 'ladder' END,
    'level', 'increase', CASE WHEN i % 8 = 0 THEN NULL ELSE 5 END, NULL, NULL, NULL, NULL, 'generated', '2026-01-01T00:00:00Z'
    FROM n WHERE i < {indicators};
INSERT INTO indicator_text SELECT id, 'title', 'en', 'Generated indicator ' || id FROM indicator_version;
INSERT INTO sdg_goal VALUES ('16', 1);
INSERT INTO sdg_target VALUES ('16.2', '16', 1);
INSERT INTO indicator_sdg SELECT id, '16.2' FROM indicator_version WHERE id % 10 = 0;
INSERT INTO round SELECT i + 1, 'generated', (2000 + i / 4) || '-Q' || (1 + i % 4), '2000-01-01', '2000-01-01', '2000-01-01',
    'import', NULL, '2026-01-01T00:00:00Z' FROM n WHERE i < {rounds};
INSERT INTO round_participant SELECT r.id, p.code, NULL, NULL FROM round r, participant p;
INSERT INTO round_indicator SELECT r.id, v.id FROM round r, indicator_version v;
INSERT INTO release (id, round, number, note, released_at) SELECT id, id, 1, 'generated', '2026-01-01T00:00:00Z' FROM round;
CREATE TEMP TABLE audience AS SELECT 0 AS i, 'members' AS name UNION ALL SELECT 1, 'members' UNION ALL SELECT 2, 'donors'
    UNION ALL SELECT 3, 'donors' UNION ALL SELECT n.i, 'public' FROM n WHERE n.i BETWEEN 4 AND 9;
CREATE TEMP TABLE cell AS SELECT r.id AS round, p.code AS participant, v.id AS version, abs(random()) % 10 AS i
    FROM round r, participant p, indicator_version v;
INSERT INTO answer (round, participant, indicator_version, state, audience, revision, released_revision, released_audience)
    SELECT c.round, c.participant, c.version, 'accepted', a.name, 1, 1, a.name FROM cell c CROSS JOIN audience a WHERE a.i = c.i;
INSERT INTO answer_revision (answer, number, status, value, source, at) SELECT a.id, 1, 'reported', abs(random()) % 5,
    'generated for the benchmark', '2026-01-01T00:00:00Z' FROM answer a;
INSERT INTO release_answer SELECT round, id, 1, released_audience FROM answer;
UPDATE catalogue_state SET generation = generation + 1;
"""

CHANGE = """
CREATE TEMP TABLE changed AS SELECT abs(random()) % (SELECT MAX(id) FROM answer) + 1 AS id FROM n WHERE i < {changed};
UPDATE answer SET revision = revision + 1 WHERE id IN (SELECT id FROM changed);
INSERT INTO answer_revision (answer, number, status, value, source, at) SELECT a.id, a.revision, 'reported',
    abs(random()) % 5, 'generated, corrected', '2026-01-02T00:00:00Z' FROM answer a WHERE a.id IN (SELECT id FROM changed);
INSERT INTO release (round, number, released_at) SELECT a.round, (SELECT MAX(r.number) + 1 FROM release r WHERE r.round = a.round),
    '2026-01-02T00:00:00Z' FROM answer a WHERE a.id IN (SELECT id FROM changed) GROUP BY a.round;
INSERT INTO release_answer SELECT (SELECT MAX(r.id) FROM release r WHERE r.round = a.round), a.id, a.revision, a.released_audience
    FROM answer a WHERE a.id IN (SELECT id FROM changed);
UPDATE answer SET released_revision = revision WHERE id IN (SELECT id FROM changed);
DROP TABLE changed;
"""

# Six cells for each count, over a total that they make up. `small`: what the smallest of them is, where half of the answers have one.
BREAKDOWNS = """
DELETE FROM answer_cell;
INSERT OR IGNORE INTO framework_dimension VALUES ('generated', 'sex', 1), ('generated', 'age', 2);
INSERT OR IGNORE INTO framework_category SELECT 'generated', d.column1, c.column1, c.column2
    FROM (VALUES ('sex'), ('age')) d, (VALUES ('one', 1), ('two', 2), ('three', 3)) c;
INSERT INTO answer_cell SELECT a.id, a.released_revision, d.column1 || '=' || c.column1,
    CASE WHEN c.column1 = 'three' AND a.id / 8 % 2 = 0 THEN {small} ELSE c.column2 + a.id % 7 END
    FROM answer a JOIN indicator_version v ON v.id = a.indicator_version AND v.type = 'count',
    (VALUES ('sex'), ('age')) d, (VALUES ('one', 20), ('two', 40), ('three', 60)) c;
DROP TRIGGER IF EXISTS answer_revision_is_append_only_u;
UPDATE answer_revision SET value = (SELECT SUM(c.value) FROM answer_cell c WHERE c.answer = answer_revision.answer
    AND c.number = answer_revision.number AND c.cell LIKE 'sex=%')
    WHERE EXISTS (SELECT 1 FROM answer_cell c WHERE c.answer = answer_revision.answer AND c.number = answer_revision.number);
UPDATE catalogue_state SET generation = generation + 1;
"""

COLUMNS = """framework TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, participant TEXT NOT NULL, version INTEGER NOT NULL,
    status TEXT NOT NULL, value REAL, numerator REAL, denominator REAL, score REAL, suppressed INTEGER NOT NULL, carried_from TEXT,
    reason TEXT, source TEXT, note TEXT"""

COPY = """INSERT INTO answer SELECT i.framework, i.code, o.period, a.participant, v.version, r.status, r.value, r.numerator,
    r.denominator, CASE v.type WHEN 'ladder' THEN r.value * 100 / (v.levels - 1) END, 0, NULL, r.reason, r.source, r.note
    FROM reports.answer a
    JOIN reports.answer_revision r ON r.answer = a.id AND r.number = a.released_revision
    JOIN reports.round o ON o.id = a.round
    JOIN reports.indicator_version v ON v.id = a.indicator_version
    JOIN reports.indicator i ON i.id = v.indicator
    WHERE a.released_audience IN ({seen})"""


def reports(data):
    db = sqlite3.connect(os.path.join(data, "reports.db"), isolation_level=None)
    db.executescript("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;"
                     "CREATE TEMP TABLE IF NOT EXISTS n AS WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 999)"
                     " SELECT i FROM c")
    return db


def generate(monitor, data, answers):
    subprocess.run([monitor, "migrate", "--data", data], check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(os.path.join(data, "reports.db"), isolation_level=None)
    rounds = max(1, answers // (PARTICIPANTS * INDICATORS))
    db.executescript("PRAGMA synchronous = OFF; BEGIN;" +
                     GENERATE.format(participants=PARTICIPANTS, indicators=INDICATORS, rounds=rounds) + "COMMIT;")
    count = db.execute("SELECT COUNT(*) FROM answer").fetchone()[0]
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return count


def change(data):
    db = reports(data)
    db.executescript("BEGIN;" + CHANGE.format(changed=CHANGED) + "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def plain(data, folder):
    began = time.monotonic()
    for i, audience in enumerate(AUDIENCES):
        path = os.path.join(folder, audience + ".plain.db")
        if os.path.exists(path):
            os.unlink(path)
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("ATTACH ? AS reports", (os.path.join(data, "reports.db"),))
        db.execute("CREATE TABLE answer (%s)" % COLUMNS)
        db.execute(COPY.format(seen=", ".join("'%s'" % name for name in AUDIENCES[:i + 1])))
        db.close()
    return time.monotonic() - began


def summarise(monitor, data, *words):
    began = time.monotonic()
    done = subprocess.run([monitor, "summarise", "--data", data, *words], check=True, capture_output=True, text=True)
    took = time.monotonic() - began
    expected = "made anew" if words else "brought up to date"
    if expected not in done.stdout:
        raise SystemExit("summarise %s said: %s" % (words, done.stdout))
    return took


def breakdowns(data, small):
    db = reports(data)
    db.executescript("BEGIN;" + BREAKDOWNS.format(small=small) + "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def suppressed(data):
    db = sqlite3.connect(os.path.join(data, "snapshots", "members.db"))
    count = db.execute("SELECT COUNT(*), SUM(suppressed) FROM answer_cell").fetchone()
    db.close()
    return count


def control(monitor, data, none):
    """The job with breakdowns of which nothing is small, then with small ones."""
    for small, name in ((30, "nothing small"), (3, "half with small numbers")):
        breakdowns(data, small)
        times = [summarise(monitor, data, "--full") for _ in range(TURNS)]
        print("breakdowns, %s: %.2f s (%d cells, %d suppressed)" % (name, statistics.median(times), *suppressed(data)))
        if small > 4:
            plain_cells = times
    print("summarise controlled / plain breakdowns %.2f  (at most 1.5)" % statistics.median(c / p for c, p in zip(times, plain_cells)))
    print("summarise controlled / none             %.2f" % statistics.median(c / n for c, n in zip(times, none)))


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else "build"
    answers = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
    monitor = os.path.join(build, "bin", "monitor")
    with tempfile.TemporaryDirectory(prefix="monitor-bench-") as data:
        count = generate(monitor, data, answers)
        print("%d generated answers of %d invented participants" % (count, PARTICIPANTS))
        summarise(monitor, data, "--full")
        plains, fulls, updates = [], [], []
        for _ in range(TURNS):
            plains.append(plain(data, data))
            fulls.append(summarise(monitor, data, "--full"))
            change(data)
            updates.append(summarise(monitor, data))
        best = [statistics.median(times) for times in (plains, fulls, updates)]
        print("plain SQL %.2f s, full %.2f s, update after %d changed answers %.3f s (medians of %d)" %
              (best[0], best[1], CHANGED, best[2], TURNS))
        print("summarise full / plain SQL     %.2f   (at most 2)" % statistics.median(f / p for f, p in zip(fulls, plains)))
        print("summarise update / full        %.3f  (at most 0.1)" % statistics.median(u / f for u, f in zip(updates, fulls)))
        control(monitor, data, fulls)


if __name__ == "__main__":
    main()
