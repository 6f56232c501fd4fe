"""Several at once, programs killed while they save, hostile files for the command, and an audit log that somebody changed."""
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
import unittest

import desk
import kit

BEGIN_FIRST = True


def together(*works):
    """Runs them in threads that start at the same moment; their results in order."""
    results = [None] * len(works)
    gate = threading.Barrier(len(works))

    def run(i):
        gate.wait()
        results[i] = works[i]()
    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class AtOnce(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk.Desk()
        cls.site = cls.desk.site
        cls.path = os.path.join(cls.site.data, "reports.db")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def query(self, sql, *values):
        with sqlite3.connect("file:%s?mode=ro" % self.path, uri=True) as db:
            return db.execute(sql, values).fetchall()

    def answer(self, code):
        return self.query("SELECT a.id, a.revision, a.state FROM answer a JOIN indicator_version v ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator"
                          " WHERE i.code = ? AND a.participant = 'XAA'", code)[0]

    def whole(self):
        """What must hold whatever happened."""
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.query("PRAGMA foreign_key_check"), [])
        self.assertEqual(self.query("SELECT a.id FROM answer a WHERE a.revision <> (SELECT MAX(number) FROM answer_revision r WHERE r.answer = a.id)"), [])
        self.assertEqual(self.query("SELECT a.id FROM answer a WHERE a.state <> (SELECT e.state FROM answer_event e WHERE e.answer = a.id ORDER BY e.id DESC LIMIT 1)"), [])
        events = self.query("SELECT COUNT(*) FROM answer_event")[0][0]
        self.assertEqual(self.query("SELECT COUNT(*) FROM audit_log WHERE action LIKE 'answer.%'")[0][0], events)
        self.assertEqual(self.site.monitor("audit", "verify").returncode, 0)

    def fields(self, client, code, **changes):
        page = client.get(self.desk.seat + code)
        fields = desk.post_fields(page, self.desk.seat + code)
        if "value" in changes:
            fields.pop("item", None)
        fields.update(do="save", status="reported", **changes)
        return fields

    def test_two_people_never_overwrite_each_other(self):
        for code, turn in (("IDR2", 0), ("IDR2", 1), ("IDR2", 2), ("IDR3", 0), ("IDR3", 1)):
            one = self.fields(self.desk.focal, code, value="1", narrative="focal %d" % turn)
            two = self.fields(self.desk.deputy, code, value="2", narrative="deputy %d" % turn)
            answers = together(lambda: self.desk.focal.post(self.desk.seat + code, one, follow=False),
                               lambda: self.desk.deputy.post(self.desk.seat + code, two, follow=False))
            self.assertEqual(sorted(answer.status for answer in answers), [303, 409], code)
            lost = next(answer for answer in answers if answer.status == 409)
            self.assertIn("focal %d" % turn if answers[0] is lost else "deputy %d" % turn, lost.text)
            self.whole()

    def test_one_form_sent_five_times_is_saved_once(self):
        fields = self.fields(self.desk.focal, "IDR4", value="1", narrative="once")
        answers = together(*[lambda: self.desk.focal.post(self.desk.seat + "IDR4", fields, follow=False)] * 5)
        self.assertEqual([answer.status for answer in answers], [303] * 5)
        self.assertEqual(self.answer("IDR4")[1:], (1, "draft"))
        fields = self.fields(self.desk.focal, "IDR4", value="1", narrative="once")
        fields["do"] = "submit"
        answers = together(*[lambda: self.desk.focal.post(self.desk.seat + "IDR4", fields, follow=False)] * 5)
        self.assertEqual([answer.status for answer in answers], [303] * 5)
        identity = self.answer("IDR4")[0]
        self.assertEqual(self.query("SELECT COUNT(*) FROM answer_event WHERE answer = ? AND event = 'submitted'", identity), [(1,)])
        self.whole()

    def test_an_answer_is_accepted_and_returned_only_once(self):
        self.desk.save("IDR5", status="not_available", reason="none", do="submit")
        self.desk.clear("IDR5")
        page = desk.post_fields(self.desk.secretariat.get(self.desk.review + "IDR5"), self.desk.review + "IDR5")
        answers = together(*[lambda what=what: self.desk.secretariat.post(self.desk.review + "IDR5", dict(page, do=what, why="mend it"), follow=False)
                             for what in ("accept", "return", "accept", "return")])
        self.assertEqual(sorted(answer.status for answer in answers).count(303) >= 1, True)
        self.assertTrue({answer.status for answer in answers} <= {303, 409}, [answer.status for answer in answers])
        self.whole()

    def test_programs_killed_while_they_save_leave_all_or_nothing(self):
        dice = random.Random(4)
        statuses = []
        for turn in range(12):
            fields = self.fields(self.desk.focal, "IDR6", value="1", narrative="turn %d" % turn)
            before = self.answer("IDR6")[1] if turn else 0

            def save():
                try:
                    statuses.append(self.desk.focal.post(self.desk.seat + "IDR6", fields, follow=False).status)
                except OSError:
                    statuses.append(0)

            def kill():
                time.sleep(dice.random() * 0.012)
                for process, name in self.site.programs().items():
                    if name == "reporting.fcgi":
                        os.kill(process, signal.SIGKILL)
            together(save, kill)
            deadline = time.monotonic() + 10
            while time.monotonic() < deadline:
                if self.site.client().get("/reporting/healthz").status == 200:
                    break
                time.sleep(0.05)
            rows = self.query("SELECT MAX(r.number) FROM answer_revision r JOIN answer a ON a.id = r.answer JOIN indicator_version v ON v.id = a.indicator_version"
                              " JOIN indicator i ON i.id = v.indicator WHERE i.code = 'IDR6'")[0][0] or 0
            self.assertIn(rows, (before, before + 1))
            if statuses[-1] == 303:
                self.assertEqual(rows, before + 1, "what was said to be saved is not there")
            if rows == 0:
                self.desk.save("IDR6", value="1")
        self.whole()


class Log(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(start=False)
        for i in range(4):
            cls.site.person("p%d@x.example" % i, "donor")
        cls.path = os.path.join(cls.site.data, "reports.db")
        with sqlite3.connect(cls.path) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def verify_after(self, *statements):
        data = os.path.join(self.site.folder, "copy")
        shutil.rmtree(data, ignore_errors=True)
        os.makedirs(data)
        shutil.copy(self.path, data)
        db = sqlite3.connect(os.path.join(data, "reports.db"), isolation_level=None)
        for trigger in ("u", "d"):
            db.execute("DROP TRIGGER audit_log_is_append_only_" + trigger)
        for statement in statements:
            db.execute(statement)
        db.close()
        return self.site.monitor("audit", "verify", "--data", data, check=False)

    def test_untouched_it_is_whole(self):
        self.assertEqual(self.verify_after().returncode, 0)

    def test_one_byte_changed_in_any_column_shows(self):
        for change in ("id = 1000", "id = -3", "at = replace(at, '2', '3')", "at = at || ' '", "actor = 7", "actor = 0", "actor_name = actor_name || 'x'", "actor_name = ''",
                       "action = 'person.xdd'", "object = object || '1'", "detail = detail || ' '", "detail = 'x'", "address = '1.2.3.4'", "hash = zeroblob(32)", "hash = x''",
                       "hash = zeroblob(31)", "actor_name = actor_name || char(0) || 'x'", "detail = detail || char(0)"):
            for row in (1, 3, "(SELECT MAX(id) FROM audit_log)"):
                done = self.verify_after("UPDATE audit_log SET %s WHERE id = %s" % (change, row))
                self.assertEqual(done.returncode, 1, (change, row, done.stdout))
                self.assertNotEqual(done.stderr, "")

    def test_rows_taken_out_put_in_or_swapped_show(self):
        for statements in (["DELETE FROM audit_log WHERE id = 1"], ["DELETE FROM audit_log WHERE id = 3"],
                           ["UPDATE audit_log SET id = 100 WHERE id = 2", "UPDATE audit_log SET id = 2 WHERE id = 3", "UPDATE audit_log SET id = 3 WHERE id = 100"],
                           ["INSERT INTO audit_log SELECT id + 1, at, actor, actor_name, action, object, detail, address, hash FROM audit_log ORDER BY id DESC LIMIT 1"],
                           ["INSERT INTO audit_log SELECT 0, at, actor, actor_name, action, object, detail, address, hash FROM audit_log ORDER BY id DESC LIMIT 1"],
                           ["UPDATE audit_log SET actor_name = actor_name || substr(action, 1, 1), action = substr(action, 2) WHERE id = 2"]):
            self.assertEqual(self.verify_after(*statements).returncode, 1, statements)


class HostileFiles(unittest.TestCase):
    """The command refuses with one sentence; it neither crashes nor fills the memory, and nothing is changed."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True, start=False)
        cls.path = os.path.join(cls.site.data, "reports.db")

    def dump(self):
        with sqlite3.connect(self.path) as db:
            return "\n".join(db.iterdump())

    def run_command(self, *arguments, seconds=60):
        def limits():
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        return subprocess.run([kit.MONITOR, *arguments], env=self.site.environment(), preexec_fn=limits, capture_output=True, timeout=seconds)

    def refused(self, done, what):
        self.assertIn(done.returncode, (1, 2), (what, done.returncode, done.stderr[-300:]))
        self.assertTrue(done.stderr.strip(), what)
        self.assertLess(len(done.stderr), 20000, what)

    CSV = [b"", b"\x00" * 100, random.Random(5).randbytes(5000), b"\xff\xfe" + "participant,period".encode("utf-16-le"), b'"' * 100000, b"," * 100000, b"\n" * 100000, b"a" * 10000000,
           b"participant,period,indicator,value,participant\nKGZ,2020,SPAR01,5,KAZ\n", b"participant,period,indicator,value\nKGZ,2020,SPAR01\n",
           b"participant,period,indicator,value\nKGZ,2020,SPAR01,1e999\n", b"participant,period,indicator,value\nKGZ,2020,SPAR01,nan\n", b"participant,period,indicator,value\nKGZ,2020,SPAR01,0x10\n",
           b"participant,period,indicator,value\nKGZ,2020,SPAR01,-1\n", b"participant,period,indicator,value\nKGZ,2020,SPAR01,100.0000001\n", b"participant,period,indicator,value\nKGZ,99999,SPAR01,5\n",
           b"participant,period,indicator,value\nKGZ,2020'; DROP TABLE answer;--,SPAR01,5\n", b"participant,period,indicator,value\nKGZ,2020,SPAR01,5\x00\n",
           b"participant,period,indicator,value,note\nKGZ,2020,SPAR01,5,\xff\xfe\n", b"participant,period,indicator,value,note\nKGZ,2020,SPAR01,5," + b"x" * 5000000 + b"\n",
           b"participant,period,indicator,value\n" + b"KGZ,2020,SPAR01,5\n" * 200000, b"participant,period,indicator,value\nKGZ,2020,SPAR01,\"5\n", b"participant;period;indicator;value\nKGZ;2020;SPAR01;5\n"]

    def test_import_refuses(self):
        before = self.dump()
        path = os.path.join(self.site.folder, "hostile.csv")
        for i, content in enumerate(self.CSV):
            with open(path, "wb") as file:
                file.write(content)
            self.refused(self.run_command("import", "--framework", "ihr", path), content[:80])
            self.refused(self.run_command("fetch", "--from-file", path, "--vintage", "2022-01"), content[:80])
        for place in (self.site.folder, "/dev/zero", "/proc/self/mem", "/nothing"):
            self.refused(self.run_command("import", "--framework", "ihr", place), place)
            self.refused(self.run_command("fetch", "--from-file", place, "--vintage", "2022-01"), place)
        self.assertEqual(before, self.dump())

    YAML = [b"", b"\x00", random.Random(3).randbytes(3000), b"a: &a [x]\n" + b"".join(b"a%d: &a%d [%s]\n" % (i, i, b",".join([b"*a"] * 9 if i == 0 else [b"*a%d" % (i - 1)] * 9)) for i in range(12)),
            b"[" * 100000, b"- " * 50000, b"? " * 5000, b"a: !!python/object:os.system x\n", b"code: ../../etc\n", b"code: x\ncode: y\n", b"%YAML 9.9\n---\n", b"a: \"\\xZZ\"\n", b"\xff: x", b"a: *nothing\n",
            b"code: " + b"x" * 5000000 + b"\n"]

    def test_catalogue_refuses(self):
        before = self.dump()
        folder = os.path.join(self.site.folder, "hostile")
        for content in self.YAML:
            for target in ("framework.yaml", "SPAR01.yaml"):
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(os.path.join(kit.CATALOGUE, "ihr"), folder)
                with open(os.path.join(folder, target), "wb") as file:
                    file.write(content)
                for command in ("check", "load"):
                    self.refused(self.run_command("catalogue", command, folder), (target, content[:40]))
            with open(os.path.join(self.site.folder, "people.yaml"), "wb") as file:
                file.write(content)
            self.refused(self.run_command("participant", "load", os.path.join(self.site.folder, "people.yaml")), content[:40])
        shutil.rmtree(folder)
        os.makedirs(folder)
        os.symlink("/dev/zero", os.path.join(folder, "framework.yaml"))
        self.refused(self.run_command("catalogue", "load", folder), "endless")
        for place in ("/", "/dev", "/nothing", "/dev/zero"):
            self.refused(self.run_command("catalogue", "load", place), place)
        self.assertEqual(before, self.dump())

    def test_restore_and_options_refuse(self):
        before = self.dump()
        snapshot = os.path.join(self.site.data, "snapshots", "members.db")
        cut = os.path.join(self.site.folder, "cut.db")
        shutil.copy(self.path, cut)
        os.truncate(cut, os.path.getsize(cut) // 2)
        for arguments in (("restore", snapshot), ("restore", cut), ("restore", "/dev/null"), ("restore", self.site.folder), ("export", "answers", "--framework", "ihr", "--audience", "../../reports"),
                          ("export", "answers", "--framework", "' OR 1=1 --", "--audience", "public"), ("fetch", "--base", "file:///etc/passwd"), ("fetch", "--base", "gopher://127.0.0.1/"),
                          ("fetch", "--base", "http://user:pw@127.0.0.1:1/"), ("fetch", "--from-file", cut, "--vintage", "2022-13"), ("user", "add", "a\nb@x.example", "--role", "donor"),
                          ("user", "add", "a@x.example", "--role", "root"), ("participant", "add", "../X"), ("participant", "add", "KG\u0405"), ("--data",), ("migrate", "--data", "/proc/nothing"),
                          ("summarise", "--data", "/dev/null")):
            self.refused(self.run_command(*arguments), arguments)
        self.assertEqual(before, self.dump())

    def test_many_who_migrate_at_once_make_one_database(self):
        for turn in range(4):
            data = os.path.join(self.site.folder, "fresh%d" % turn)
            os.mkdir(data)
            results = together(*[lambda: self.site.monitor("migrate", "--data", data, check=False)] * 6)
            self.assertEqual([(done.returncode, done.stderr) for done in results], [(0, "")] * 6)
            self.assertEqual(self.site.monitor("audit", "verify", "--data", data).returncode, 0)

    def test_a_database_of_somebody_else_is_not_taken_over(self):
        data = os.path.join(self.site.folder, "foreign")
        os.mkdir(data)
        with sqlite3.connect(os.path.join(data, "reports.db")) as db:
            db.execute("CREATE TABLE theirs (x)")
        done = self.site.monitor("migrate", "--data", data, check=False)
        self.assertEqual(done.returncode, 1)
        with sqlite3.connect(os.path.join(data, "reports.db")) as db:
            self.assertEqual(db.execute("SELECT name FROM sqlite_schema").fetchall(), [("theirs",)])

    def test_two_summaries_at_once_are_one(self):
        results = together(*[lambda: self.site.monitor("summarise", "--full", check=False)] * 4)
        codes = [done.returncode for done in results]
        self.assertIn(0, codes)
        self.assertTrue(set(codes) <= {0, 1}, codes)
        for done in results:
            self.assertEqual(bool(done.stderr.strip()), done.returncode == 1)
        runs = set()
        for audience in ("public", "donors", "members"):
            with sqlite3.connect(os.path.join(self.site.data, "snapshots", audience + ".db")) as db:
                runs.add(db.execute("SELECT value FROM meta WHERE key = 'run'").fetchone())
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        self.assertEqual(len(runs), 1)
