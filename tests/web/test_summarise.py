"""monitor summarise as a process: killed at any moment, twice at once, without room; and monitor export beside it."""
import csv
import fcntl
import io
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

import kit

AUDIENCES = ("public", "donors", "members")


def monitor(data, *words, **options):
    return subprocess.run([kit.MONITOR, *words, "--data", data], capture_output=True, text=True, **options)


def whole(path):
    """The run id of a snapshot that is one, and how many answers it has; an exception where it is not whole."""
    db = sqlite3.connect("file:%s?immutable=1" % path, uri=True)
    try:
        run = db.execute("SELECT value FROM meta WHERE key = 'run'").fetchone()[0]
        count = db.execute("SELECT COUNT(*), COUNT(DISTINCT participant), SUM(value) FROM answer").fetchone()
        return run, count + db.execute("SELECT COUNT(*) FROM regional WHERE status = 'ok'").fetchone()
    finally:
        db.close()


class SummariseCase(unittest.TestCase):
    """A directory with the trafficking framework and made-up answers of forty made-up participants."""

    @classmethod
    def setUpClass(cls):
        cls.data = tempfile.mkdtemp(prefix="monitor-summarise-")
        cls.addClassCleanup(shutil.rmtree, cls.data)
        codes = ["X%s%s" % (a, b) for a in "ABCD" for b in "ABCDEFGHIJ"]
        cls.must("migrate")
        cls.must("participant", "add", *codes)
        cls.must("catalogue", "load", os.path.join(kit.CATALOGUE, "sdg"))
        cls.must("catalogue", "load", os.path.join(kit.CATALOGUE, "trafficking"))
        rng = random.Random(16)
        ladders = ["%s%d" % (domain, n) for domain in ("LAW", "IDR") for n in range(1, 4)]
        for audience, part in zip(AUDIENCES, (codes[:20], codes[20:30], codes[30:])):
            rows = ["participant,period,indicator,value"]
            rows += ["%s,%d,%s,%d" % (code, year, indicator, rng.randrange(2))
                     for code in part for year in range(2001, 2031) for indicator in ladders]
            path = os.path.join(cls.data, "answers.csv")
            with open(path, "w") as file:
                file.write("\n".join(rows) + "\n")
            done = monitor(cls.data, "import", "--framework", "trafficking", "--audience", audience, path)
            if done.returncode != 0:
                raise AssertionError(done.stderr)
        cls.must("summarise")
        cls.facts = {a: whole(cls.snapshot(a))[1] for a in AUDIENCES}

    @classmethod
    def must(cls, *words):
        done = monitor(cls.data, *words)
        if done.returncode != 0:
            raise AssertionError("%s: %s" % (words, done.stderr))
        return done.stdout

    @classmethod
    def snapshot(cls, audience):
        return os.path.join(cls.data, "snapshots", audience + ".db")

    def leftovers(self):
        return sorted(set(os.listdir(os.path.join(self.data, "snapshots"))) - {a + ".db" for a in AUDIENCES} - {"summarise.lock"})

    def runs(self):
        return {a: whole(self.snapshot(a))[0] for a in AUDIENCES}


class Killed(SummariseCase):
    def test_a_run_that_is_killed_at_any_moment_leaves_whole_snapshots(self):
        seen, trouble = set(), []
        stop = threading.Event()

        def read():
            while not stop.is_set():
                for audience in AUDIENCES:
                    try:
                        run, facts = whole(self.snapshot(audience))
                        seen.add(run)
                        if facts != self.facts[audience]:
                            trouble.append((audience, facts))
                    except Exception as fault:  # whatever a reader meets is what this test is about
                        trouble.append((audience, repr(fault)))

        reader = threading.Thread(target=read)
        reader.start()
        try:
            began = time.monotonic()
            self.must("summarise", "--full")
            takes = time.monotonic() - began
            rng = random.Random(7)
            killed = 0
            for _ in range(20):
                process = subprocess.Popen([kit.MONITOR, "summarise", "--full", "--data", self.data], stdout=subprocess.DEVNULL)
                time.sleep(rng.random() * takes)
                process.send_signal(signal.SIGKILL)
                killed += process.wait() == -signal.SIGKILL
                for audience in AUDIENCES:
                    self.assertEqual(whole(self.snapshot(audience))[1], self.facts[audience])
            self.must("summarise")
        finally:
            stop.set()
            reader.join()
        self.assertEqual(trouble, [])
        self.assertGreater(killed, 5)
        self.assertGreater(len(seen), 1)
        self.assertEqual(self.leftovers(), [])
        self.assertEqual(len(set(self.runs().values())), 1)

    def test_what_a_killed_run_left_is_cleared_by_the_next(self):
        for audience in AUDIENCES:
            with open(self.snapshot(audience) + ".new", "wb") as file:
                file.write(b"half")
        before = self.runs()
        self.must("summarise")
        self.assertEqual(self.leftovers(), [])
        self.assertEqual(self.runs(), before)

    def test_snapshots_of_two_runs_are_made_one_again(self):
        """As a kill between two renames leaves them."""
        old = self.snapshot("public") + ".old"
        shutil.copy(self.snapshot("public"), old)
        self.must("summarise", "--full")
        os.rename(old, self.snapshot("public"))
        self.assertIn("different runs", self.must("summarise"))
        self.assertEqual(len(set(self.runs().values())), 1)

    def test_a_reader_goes_on_reading_the_file_that_it_has_open(self):
        db = sqlite3.connect("file:%s?immutable=1" % self.snapshot("public"), uri=True)
        run = db.execute("SELECT value FROM meta WHERE key = 'run'").fetchone()[0]
        rows = db.execute("SELECT * FROM answer")
        first = rows.fetchone()
        self.must("summarise", "--full")
        self.assertEqual(1 + len(rows.fetchall()), self.facts["public"][0])
        self.assertEqual(db.execute("SELECT value FROM meta WHERE key = 'run'").fetchone()[0], run)
        self.assertIsNotNone(first)
        self.assertNotEqual(self.runs()["public"], run)
        db.close()


class Kept(SummariseCase):
    def test_a_new_snapshot_has_the_mode_and_group_of_the_old(self):
        path = self.snapshot("public")
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o640)
        os.chmod(path, 0o644)
        if os.getuid() == 0:
            os.chown(path, -1, 65534)
        group = os.stat(path).st_gid
        for words in (("summarise", "--full"), ("summarise",)):
            self.must(*words)
            self.assertEqual((os.stat(path).st_mode & 0o777, os.stat(path).st_gid), (0o644, group))


class Refused(SummariseCase):
    def refused(self, done, words):
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertRegex(done.stderr, words)
        self.assertEqual(self.leftovers(), [])

    def test_two_runs_never_meet(self):
        before = self.runs()
        with open(os.path.join(self.data, "snapshots", "summarise.lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.refused(monitor(self.data, "summarise", "--full"), "Another summarise is at work")
        self.assertEqual(self.runs(), before)
        self.must("summarise")

    def test_without_room_the_old_snapshots_stay(self):
        before = self.runs()
        for most in (60000, 200000, 400000):
            done = monitor(self.data, "summarise", "--full",
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
            self.refused(done, r"snapshots/\w+\.db")
            self.assertEqual(self.runs(), before)
        self.must("summarise", "--full")

    def test_a_database_that_is_not_there_or_not_migrated_is_named(self):
        empty = tempfile.mkdtemp(prefix="monitor-empty-")
        self.addCleanup(shutil.rmtree, empty)
        done = monitor(empty, "summarise")
        self.assertEqual(done.returncode, 1)
        self.assertIn("reports.db", done.stderr)
        sqlite3.connect(os.path.join(empty, "reports.db")).execute("CREATE TABLE t (a)").connection.commit()
        done = monitor(empty, "summarise")
        self.assertEqual(done.returncode, 1)
        self.assertIn("monitor migrate", done.stderr)

    def test_a_word_too_many_is_a_mistake_of_usage(self):
        self.assertEqual(monitor(self.data, "summarise", "all").returncode, 2)
        self.assertEqual(monitor(self.data, "summarise", "--fast").returncode, 2)


class Exported(SummariseCase):
    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.must("export", *words), newline="")))

    def test_each_audience_exports_what_it_may_see(self):
        for audience, people in zip(AUDIENCES, (20, 30, 40)):
            rows = self.rows("answers", "--framework", "trafficking", "--audience", audience, "--period", "2030")
            self.assertEqual(len({row["participant"] for row in rows}), people)
            self.assertEqual({row["period"] for row in rows}, {"2030"})

    def test_regional_figures_read_back_as_the_same_numbers(self):
        rows = self.rows("regional", "--framework", "trafficking", "--audience", "donors")
        db = sqlite3.connect("file:%s?immutable=1" % self.snapshot("donors"), uri=True)
        for row in rows:
            mean, run = db.execute("SELECT mean, (SELECT value FROM meta WHERE key = 'run') FROM regional"
                                   " WHERE framework = ? AND indicator = ? AND period = ?",
                                   (row["framework"], row["indicator"], row["period"])).fetchone()
            self.assertEqual(float(row["mean"]) if row["mean"] else None, mean)
            self.assertEqual(row["run"], run)
        self.assertGreater(len(rows), 1000)
        db.close()

    def test_each_mistake_is_refused_with_what_there_is(self):
        for words, status, told in (
                (("regional", "--framework", "none", "--audience", "public"), 1, "There are: trafficking"),
                (("regional", "--framework", "trafficking", "--audience", "public", "--period", "1999"), 1, "It has: 2001, 2002"),
                (("regional", "--framework", "trafficking", "--audience", "all"), 1, "public, donors and members"),
                (("everything", "--framework", "trafficking", "--audience", "public"), 2, "regional, answers, cells, coverage, items and sdg"),
                (("regional", "--audience", "public"), 2, "--framework"),
                (("sdg", "--audience", "public", "--period", "2020"), 2, "--period"),
                (("regional", "--framework", "trafficking"), 2, "audience")):
            done = monitor(self.data, "export", *words)
            self.assertEqual((done.returncode, done.stdout), (status, ""), words)
            self.assertIn(told, done.stderr)

    def test_an_export_into_a_full_device_fails(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([kit.MONITOR, "export", "answers", "--framework", "trafficking", "--audience", "members",
                                   "--data", self.data], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be written", done.stderr)


if __name__ == "__main__":
    unittest.main()
