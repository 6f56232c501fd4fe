#!/usr/bin/python3
"""The scheduled job on a million invented answers, beside plain SQL.

    tests/bench/summarise.py [build] [answers]

Everything in the database is generated and says so: fifty participants whose codes (XAA, XAB, ...) ISO gives to no country, a
framework "generated" of two hundred indicators, quarters from 2000 on; six answers of ten are public, two for donors, two for
members. It is filled with plain SQL, since an import's time is no part of this.

    full / plain    the whole job, against SQL that only copies the same answers into three new database files: INSERT ... SELECT
                    with the same join and audience filter, one file after the other, the same columns, no keys, files closed
    update / full   the job after a hundred answers changed, all over the table, against the whole job
    with / without disclosure control
                    the whole job where the counts (a quarter of the answers) have breakdowns by sex, age and form, against the same job
                    that decides nothing and shows every cell. A third of the breakdowns hold small numbers, and one count in
                    twenty was corrected by a second release, so that both decide together. Both run in turns; the ratio is that of
                    the medians of processor time, which other work on the machine disturbs least, and beside it of elapsed time
"""
import os
import resource
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
INSERT INTO indicator_version SELECT i + 1, i + 1, 1, 1, 'D' || (i % 8), i / 8 + 1, CASE WHEN i % 4 = 0 THEN 'count' ELSE 'ladder' END,
    'level', 'increase', CASE WHEN i % 4 = 0 THEN NULL ELSE 5 END, NULL, NULL, NULL, NULL, 'generated', '2026-01-01T00:00:00Z'
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

# Eleven cells for each count, of which each dimension's make up the total: one small number in a third of the breakdowns.
BREAKDOWNS = """
INSERT INTO framework_dimension VALUES ('generated', 'sex', 1), ('generated', 'age', 2), ('generated', 'form', 3);
CREATE TEMP TABLE category AS SELECT column1 AS dimension, column2 AS code, column3 AS place FROM (VALUES
    ('sex', 'one', 1), ('sex', 'two', 2), ('sex', 'three', 3), ('age', 'one', 1), ('age', 'two', 2), ('age', 'three', 3),
    ('form', 'one', 1), ('form', 'two', 2), ('form', 'three', 3), ('form', 'four', 4), ('form', 'five', 5));
INSERT INTO framework_category SELECT 'generated', dimension, code, place FROM category;
CREATE TEMP TABLE counted (id INTEGER PRIMARY KEY, number INTEGER, total INTEGER);
INSERT INTO counted SELECT a.id, a.released_revision, 130 + a.id * 7 % 90
    FROM answer a JOIN indicator_version v ON v.id = a.indicator_version AND v.type = 'count';
"""

# Every part but the last is small or a fixed share; the last is what is left.
CELLS = """
INSERT INTO answer_cell SELECT n.id, n.number, c.dimension || '=' || c.code,
    CASE WHEN c.place = 1 AND (n.id + length(c.dimension)) % 3 = 0 THEN 1 + n.id % 4 ELSE 5 + (n.id + c.place * 3 + n.number) % 20 END
    FROM counted n JOIN category c WHERE c.place < CASE c.dimension WHEN 'form' THEN 5 ELSE 3 END;
INSERT INTO answer_cell SELECT n.id, n.number, d.dimension || '=' || CASE d.dimension WHEN 'form' THEN 'five' ELSE 'three' END,
    n.total - (SELECT SUM(c.value) FROM answer_cell c WHERE c.answer = n.id AND c.number = n.number AND c.cell LIKE d.dimension || '=%')
    FROM counted n, (SELECT DISTINCT dimension FROM category) d;
"""

TOTALS = """
DROP TRIGGER IF EXISTS answer_revision_is_append_only_u;
UPDATE answer_revision SET value = (SELECT n.total FROM counted n WHERE n.id = answer_revision.answer)
    WHERE number = 1 AND answer IN (SELECT id FROM counted);
UPDATE catalogue_state SET generation = generation + 1;
"""

# One count in twenty, corrected by two persons.
CORRECTIONS = """
DELETE FROM counted WHERE id / 4 % 20 <> 0;
UPDATE counted SET number = number + 1, total = total + 2;
UPDATE answer SET revision = (SELECT n.number FROM counted n WHERE n.id = answer.id) WHERE id IN (SELECT id FROM counted);
INSERT INTO answer_revision (answer, number, status, value, source, at) SELECT id, number, 'reported', total, 'generated, corrected',
    '2026-01-02T00:00:00Z' FROM counted;
INSERT INTO release (round, number, released_at) SELECT a.round, (SELECT MAX(r.number) + 1 FROM release r WHERE r.round = a.round),
    '2026-01-02T00:00:00Z' FROM answer a WHERE a.id IN (SELECT id FROM counted) GROUP BY a.round;
INSERT INTO release_answer SELECT (SELECT MAX(r.id) FROM release r WHERE r.round = a.round), a.id, a.revision, a.released_audience
    FROM answer a WHERE a.id IN (SELECT id FROM counted);
UPDATE answer SET released_revision = revision WHERE id IN (SELECT id FROM counted);
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


def breakdowns(data):
    db = reports(data)
    db.executescript("BEGIN;" + BREAKDOWNS + CELLS + TOTALS + CORRECTIONS + CELLS + "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def kept_back(data):
    db = sqlite3.connect(os.path.join(data, "snapshots", "members.db"))
    count = db.execute("SELECT COUNT(*), SUM(suppressed) FROM answer_cell").fetchone()
    db.close()
    return count


def job(build, data, how):
    """Elapsed and processor time of one run, with disclosure control ("whole") or without ("none")."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([os.path.join(build, "bench", "summarise_with"), data, how], check=True)
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def control(build, data):
    breakdowns(data)
    job(build, data, "none")
    times = {"whole": [], "none": []}
    for _ in range(TURNS):
        for how in times:
            times[how].append(job(build, data, how))
    cells = kept_back(data)
    job(build, data, "whole")
    elapsed, used = ({how: statistics.median(run[i] for run in runs) for how, runs in times.items()} for i in (0, 1))
    print("%d cells, %d kept back by disclosure control; %.2f s with, %.2f s without, of processor time %.2f and %.2f (medians of %d in turns)" %
          (cells[0], kept_back(data)[1], elapsed["whole"], elapsed["none"], used["whole"], used["none"], TURNS))
    print("summarise with / without disclosure control %.2f  (at most 1.5; elapsed %.2f)" %
          (used["whole"] / used["none"], elapsed["whole"] / elapsed["none"]))


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
        control(build, data)


if __name__ == "__main__":
    main()
