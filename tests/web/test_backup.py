"""Tests of `monitor backup` and `monitor restore` with the real command on real files."""
import contextlib
import fcntl
import glob
import os
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


class BackupTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="monitor-backup-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = os.path.join(self.folder, "data")
        self.backups = os.path.join(self.folder, "backups")
        self.database = os.path.join(self.data, "reports.db")
        self.monitor("migrate")
        self.monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))

    def run_monitor(self, *words, now=None, before=None):
        environment = dict(os.environ, MONITOR_DATA=self.data, LC_ALL="C")
        if now:
            environment["MONITOR_NOW"] = now
        return subprocess.run([kit.MONITOR, *words], env=environment, capture_output=True, text=True, timeout=120, preexec_fn=before)

    def monitor(self, *words, **more):
        done = self.run_monitor(*words, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refused(self, *words, saying, status=1, **more):
        done = self.run_monitor(*words, **more)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertIn(saying, done.stderr)
        if status == 1:
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def backup(self, **more):
        """The path of a new backup."""
        return self.monitor("backup", self.backups, **more).split(": ")[0]

    def listing(self):
        return sorted(name for name in os.listdir(self.backups) if not name.startswith("."))

    def rows(self, sql, path=None):
        db = sqlite3.connect(path or self.database)
        try:
            return db.execute(sql).fetchall()
        finally:
            db.close()

    def codes(self, path=None):
        return [code for code, in self.rows("SELECT code FROM participant ORDER BY code", path)]

    def change(self, sql, path=None):
        db = sqlite3.connect(path or self.database)
        with db:
            db.executescript(sql)
        db.close()

    # --- backup ---

    def test_a_backup_stands_alone_and_has_everything(self):
        path = self.backup(now="2026-11-23T19:05:00Z")
        self.assertEqual(os.path.basename(path), "reports-20261123T190500Z.db")
        self.assertEqual(self.listing(), [os.path.basename(path)])
        self.assertEqual(os.stat(path).st_mode & 0o7777, 0o600)
        self.assertEqual(self.codes(path), self.codes())
        self.assertEqual(self.rows("SELECT * FROM audit_log", path), self.rows("SELECT * FROM audit_log"))
        self.assertEqual(self.rows("PRAGMA integrity_check", path), [("ok",)])
        self.assertEqual(self.listing(), [os.path.basename(path)], "reading a backup leaves nothing beside it")

    def test_a_backup_while_others_write_is_one_moment(self):
        stop = threading.Event()

        def write():
            db = sqlite3.connect(self.database, timeout=10)
            number = 0
            while not stop.is_set():
                number += 1
                with db:
                    db.execute("UPDATE participant SET status = ?", ("member" if number % 2 else "observer",))
            db.close()
        writer = threading.Thread(target=write)
        writer.start()
        try:
            for day in range(1, 11):
                path = self.backup(now="2026-11-%02dT00:00:00Z" % day)
                self.assertEqual(len(self.rows("SELECT DISTINCT status FROM participant", path)), 1)
        finally:
            stop.set()
            writer.join()

    def test_what_is_not_committed_is_not_in_it(self):
        db = sqlite3.connect(self.database, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE participant SET status = 'former'")
        path = self.backup()
        db.execute("ROLLBACK")
        db.close()
        self.assertEqual(self.rows("SELECT COUNT(*) FROM participant WHERE status = 'former'", path), [(0,)])

    def test_the_newest_fourteen_stay(self):
        os.mkdir(self.backups)
        for name in ("notes.txt", "reports-old.db", "reports-20200101T000000Z.db.gz", "reports-20200101T000000Z.sql"):
            open(os.path.join(self.backups, name), "w").close()
        others = self.listing()
        for day in range(1, 17):
            self.backup(now="2026-11-%02dT00:00:00Z" % day)
        self.assertEqual(self.listing(), sorted(others + ["reports-202611%02dT000000Z.db" % day for day in range(3, 17)]))

    def test_another_number_may_be_kept(self):
        for day in range(1, 5):
            self.monitor("backup", self.backups, "--keep", "2", now="2026-11-%02dT00:00:00Z" % day)
        self.assertEqual(self.listing(), ["reports-20261103T000000Z.db", "reports-20261104T000000Z.db"])
        for keep in ("0", "-1", "x", ""):
            self.assertEqual(self.run_monitor("backup", self.backups, "--keep=" + keep).returncode, 2)

    def test_two_of_one_second_are_told_apart_and_age_in_order(self):
        for _ in range(3):
            self.monitor("backup", self.backups, "--keep", "2", now="2026-11-01T00:00:00Z")
        self.assertEqual(self.listing(), ["reports-20261101T000000Z-2.db", "reports-20261101T000000Z-3.db"])

    def test_a_damaged_database_gives_no_backup_and_removes_none(self):
        for day in range(1, 4):
            self.backup(now="2026-11-%02dT00:00:00Z" % day)
        before = self.listing()
        size = os.path.getsize(self.database)
        with open(self.database, "r+b") as file:
            for at in range(8192, size - 4096, 4096):
                file.seek(at)
                file.write(b"\xff" * 512)
        done = self.run_monitor("backup", self.backups, "--keep", "1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("damaged", done.stderr)
        self.assertEqual(self.listing(), before)

    def test_a_tampered_audit_log_or_schema_gives_no_backup(self):
        whole = os.path.join(self.folder, "whole.db")
        shutil.copy(self.backup(), whole)
        before = self.listing()
        self.forge(whole, self.database)
        self.refused("backup", self.backups, saying="audit")
        self.alter(whole, self.database, "DROP TRIGGER audit_log_is_append_only_u;")
        self.refused("backup", self.backups, saying="schema")
        self.assertEqual(self.listing(), before)

    def test_two_backups_never_run_into_one_folder_together(self):
        self.backup()
        folder = os.open(self.backups, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            self.refused("backup", self.backups, saying="Another backup")
        finally:
            os.close(folder)

    def test_without_a_database_there_is_no_backup(self):
        os.remove(self.database)
        self.refused("backup", self.backups, saying="reports.db")
        self.assertEqual(self.listing(), [])

    def test_a_folder_that_cannot_be_made_is_named(self):
        self.refused("backup", os.path.join(self.database, "x"), saying="reports.db/x")

    def test_a_full_disk_leaves_the_older_backups_and_nothing_half(self):
        first = os.path.basename(self.backup())
        limit = os.path.getsize(self.database) // 2
        self.refused("backup", self.backups, saying="partial.db", before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assertEqual(self.listing(), [first])
        self.assertEqual(os.listdir(self.backups), [first])

    def test_killed_at_any_moment_it_leaves_whole_backups_and_the_next_works(self):
        environment = dict(os.environ, MONITOR_DATA=self.data)
        for number in range(20):
            running = subprocess.Popen([kit.MONITOR, "backup", self.backups], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(number * 0.003)
            running.send_signal(signal.SIGKILL)
            running.wait()
            for name in os.listdir(self.backups) if os.path.isdir(self.backups) else ():
                if not name.startswith("."):
                    self.assertEqual(self.rows("PRAGMA integrity_check", os.path.join(self.backups, name)), [("ok",)])
        self.backup()
        self.assertEqual([name for name in os.listdir(self.backups) if name.startswith(".")], [])

    # --- restore ---

    def test_restore_brings_back_what_was_and_keeps_the_former(self):
        path = self.backup()
        before = self.codes()
        self.monitor("participant", "add", "XAA")
        out = self.monitor("restore", path, now="2026-11-23T20:00:00Z")
        aside = os.path.join(self.data, "reports-before-restore-20261123T200000Z.db")
        self.assertIn(aside, out)
        self.assertIn("monitor summarise", out)
        self.assertEqual(self.codes(), before)
        self.assertIn("XAA", self.codes(aside))
        self.assertIn("The audit log is whole", self.monitor("audit", "verify"))
        self.assertEqual(self.rows("SELECT action, object FROM audit_log ORDER BY id DESC LIMIT 1"), [("database.restore", os.path.basename(path))])
        self.assertEqual(sorted(os.listdir(self.data)), sorted(["reports.db", os.path.basename(aside)]))
        self.assertEqual(os.stat(self.database).st_mode & 0o7777, 0o640)
        self.monitor("participant", "add", "XAB")

    def test_restore_works_where_there_is_no_database(self):
        path = self.backup()
        codes = self.codes()
        os.remove(self.database)
        self.monitor("restore", path)
        self.assertEqual(self.codes(), codes)
        shutil.rmtree(self.data)
        self.monitor("restore", path)
        self.assertEqual(self.codes(), codes)

    def test_restore_takes_the_place_of_a_damaged_database(self):
        path = self.backup()
        codes = self.codes()
        with open(self.database, "wb") as file:
            file.write(b"no database at all" * 1000)
        self.monitor("restore", path, now="2026-11-23T20:00:00Z")
        self.assertEqual(self.codes(), codes)
        with open(os.path.join(self.data, "reports-before-restore-20261123T200000Z.db"), "rb") as file:
            self.assertTrue(file.read().startswith(b"no database"))

    def test_restore_refuses_while_somebody_has_the_database_open(self):
        path = self.backup()
        self.monitor("participant", "add", "XAA")
        for statement in ("SELECT COUNT(*) FROM participant", "BEGIN IMMEDIATE"):
            with self.subTest(statement=statement):
                db = sqlite3.connect(self.database, isolation_level=None)
                db.execute(statement).fetchall()
                try:
                    self.refused("restore", path, saying="in use")
                finally:
                    db.close()
                self.assertIn("XAA", self.codes())
                self.assertEqual(os.listdir(self.data), ["reports.db"])
        self.monitor("restore", path)

    def test_restore_refuses_what_is_not_ours(self):
        good = self.backup()
        other = os.path.join(self.folder, "other.db")
        cases = {
            "no reports database": lambda path: self.make(path, "CREATE TABLE t (a); INSERT INTO t VALUES (1);"),
            "newer": lambda path: self.alter(good, path, "PRAGMA user_version = 99;"),
            "not the one": lambda path: self.alter(good, path, "CREATE TABLE extra (a);"),
            "is no reports database": lambda path: self.alter(good, path, "PRAGMA application_id = 7;"),
            "no database": lambda path: self.write(path, b"text" * 5000),
            "damaged": lambda path: self.write(path, self.read(good)[:-8192]),
            "refer to what is not there": lambda path: self.alter(good, path, "INSERT INTO participant_text VALUES ('ZZZ', 'en', 'x');"),
            "audit": lambda path: self.forge(good, path),
        }
        before = self.codes()
        for saying, make in cases.items():
            with self.subTest(saying=saying):
                make(other)
                self.refused("restore", other, saying=saying)
                self.assertEqual(self.codes(), before)
                self.assertEqual(os.listdir(self.data), ["reports.db"])
                os.remove(other)
        self.refused("restore", os.path.join(self.folder, "none.db"), saying="none.db")
        self.refused("restore", self.folder, saying=self.folder)
        self.refused("restore", self.database, saying="itself")

    def test_restore_refuses_a_working_database(self):
        working = os.path.join(self.folder, "working.db")
        shutil.copy(self.backup(), working)
        db = sqlite3.connect(working)
        db.execute("PRAGMA journal_mode=WAL")
        with db:
            db.execute("UPDATE participant SET status = 'former'")
        self.refused("restore", working, saying="log beside it")
        db.close()

    def test_an_older_schema_is_restored_and_says_what_comes_next(self):
        # As the first four migrations made it.
        old = os.path.join(self.folder, "old.db")
        known = self.rows("SELECT sql FROM sqlite_master WHERE name = 'schema_migration'")[0][0]
        applied = self.rows("SELECT * FROM schema_migration WHERE number <= 4")
        application, = self.rows("PRAGMA application_id")[0]
        scripts = sorted(glob.glob(os.path.join(kit.ROOT, "migrations", "000[1-4]_*.sql")))
        with contextlib.closing(sqlite3.connect(old)) as db:
            db.execute(known)
            for script in scripts:
                with open(script) as text:
                    db.executescript(text.read())
            db.executemany("INSERT INTO schema_migration VALUES (%s)" % ", ".join("?" * len(applied[0])), applied)
            db.executescript("PRAGMA application_id = %d; PRAGMA user_version = 4;" % application)
            db.commit()
        self.assertIn("monitor migrate", self.monitor("restore", old))
        self.monitor("migrate")
        self.assertIn("whole", self.monitor("audit", "verify"))

    def test_a_full_disk_keeps_the_database_as_it_is(self):
        path = self.backup()
        self.monitor("participant", "add", "XAA")
        limit = os.path.getsize(self.database) // 2
        self.refused("restore", path, saying="restore.db", before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assertIn("XAA", self.codes())
        self.assertEqual(os.listdir(self.data), ["reports.db"])

    # --- files for the refusals ---

    def read(self, path):
        with open(path, "rb") as file:
            return file.read()

    def write(self, path, content):
        with open(path, "wb") as file:
            file.write(content)

    def make(self, path, sql):
        self.change(sql, path)

    def alter(self, good, path, sql):
        shutil.copy(good, path)
        self.change(sql, path)

    def forge(self, good, path):
        """Changes a row of the audit log and puts the trigger back as it was."""
        shutil.copy(good, path)
        (trigger,), = self.rows("SELECT sql FROM sqlite_master WHERE name = 'audit_log_is_append_only_u'", path)
        self.change("DROP TRIGGER audit_log_is_append_only_u; UPDATE audit_log SET detail = 'x' WHERE id = 2; %s;" % trigger, path)


if __name__ == "__main__":
    unittest.main()
