"""kill -9 of reporting.fcgi between a save and its page: what a page confirmed is there, what it did not confirm is there whole or
not at all. 200 repetitions.

The programs wait on a socket that outlives them, as under systemd, so that a killed one is followed by the next at once.
"""
import contextlib
import os
import random
import signal
import socket
import sqlite3
import statistics
import subprocess
import threading
import time
import unittest

import files
import kit
from desk import Desk
from sheets import Book

BEGIN_FIRST = True
REPETITIONS = 200
ITEMS = ["PP", "UNTOC", "C29", "P29", "C105", "C182", "OPSC"]
BOOK = ["JUS1", "JUS2", "JUS3"]
CELLS = ["sex=female", "sex=male"]
EXTRA = """
$HTTP["url"] =~ "^/reporting/.*" {
	fastcgi.server = ( "/reporting/" => (( "socket" => env.MONITOR_RUN + "/killed", "check-local" => "disable", "disable-time" => 0 )) )
}
"""


class Workers:
    """reporting.fcgi, as often as it is killed."""

    def __init__(self, site, count=2):
        self.site = site
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(os.path.join(site.data, "run", "killed"))
        self.socket.listen(64)
        self.running = []
        self.count = count
        self.start()

    def start(self):
        while len(self.running) < self.count:
            self.running.append(subprocess.Popen([os.path.join(kit.BIN, "reporting.fcgi")], stdin=self.socket.fileno(),
                                                 env=self.site.environment(), cwd=self.site.folder))

    def kill(self):
        for worker in self.running:
            worker.send_signal(signal.SIGKILL)
        for worker in self.running:
            worker.wait()
        self.running = []

    def close(self):
        self.kill()
        self.socket.close()


class Kill(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(extra=EXTRA)
        cls.site = cls.desk.site
        cls.workers = Workers(cls.site)
        cls.chance = random.Random(2025)
        cls.client = cls.desk.focal
        cls.csrf = cls.desk.csrf(cls.client)

    @classmethod
    def tearDownClass(cls):
        cls.workers.close()
        cls.desk.close()

    def rows(self, sql, *values):
        with contextlib.closing(sqlite3.connect(os.path.join(self.site.data, "reports.db"), timeout=30)) as db:
            return db.execute(sql, values).fetchall()

    # --- one save ---

    def post(self, code, fields):
        """The status of the answer. The file's name stands in it, so each is another."""
        name = fields["evidence_text1"].replace(" ", "-") + ".pdf"
        return self.client.send(self.desk.seat + code, fields, [("evidence_file", name, files.pdf(name))], follow=False).status

    def revision(self, code):
        found = self.rows("""SELECT answer.revision FROM answer JOIN indicator_version AS version ON version.id = answer.indicator_version
            JOIN indicator ON indicator.id = version.indicator WHERE indicator.code = ? AND answer.participant = 'XAA'""", code)
        return found[0][0] if found else 0

    def form(self, number):
        """Which answer is written, and the fields of its form."""
        fields = {"csrf": self.csrf, "do": "save", "status": "reported", "narrative": "Repetition %d." % number,
                  "source": "Register %d" % number, "evidence_text1": "Order %d of 2025" % number}
        if number % 4 == 3 and self.unsubmitted:
            code = self.unsubmitted.pop()
            fields.update(do="submit", value="50")
        elif number % 2:
            code = "LAW4"
            fields["item"] = self.chance.sample(ITEMS, 1 + number % len(ITEMS))
        else:
            code = "IDR3"
            parts = [self.chance.randrange(1, 50) for _ in CELLS]
            fields.update({"cell:" + cell: str(part) for cell, part in zip(CELLS, parts)}, value=str(sum(parts)))
        fields["base"] = str(self.revision(code))
        return code, fields

    def check(self, number, code, fields, confirmed):
        """Whether it is there; all of it, then."""
        there = self.rows("SELECT answer, number FROM answer_revision WHERE narrative = ?", fields["narrative"])
        order = fields["evidence_text1"]
        evidence = self.rows("SELECT answer, kind FROM evidence WHERE text IN (?, ?) ORDER BY kind", order, order.replace(" ", "-") + ".pdf")
        if not there:
            self.assertFalse(confirmed, "%d was confirmed and is gone" % number)
            self.assertEqual(evidence, [], number)
            self.assertEqual(self.revision(code), int(fields["base"]), number)
            return False
        self.assertEqual(len(there), 1)
        answer, revision = there[0]
        self.assertEqual(revision, int(fields["base"]) + 1)
        self.assertEqual(self.rows("SELECT source FROM answer_revision WHERE answer = ? AND number = ?", answer, revision), [(fields["source"],)])
        items = self.rows("SELECT item FROM answer_item WHERE answer = ? AND number = ?", answer, revision)
        self.assertEqual(sorted(item for item, in items), sorted(fields.get("item", [])))
        cells = self.rows("SELECT cell, value FROM answer_cell WHERE answer = ? AND number = ?", answer, revision)
        self.assertEqual(dict(cells), {name[5:]: float(value) for name, value in fields.items() if name.startswith("cell:")})
        self.assertEqual(evidence, [(answer, "citation"), (answer, "file")])
        submit = fields["do"] == "submit"
        self.assertEqual(self.rows("SELECT revision, state FROM answer WHERE id = ?", answer), [(revision, "submitted" if submit else "draft")])
        events = [event for event, in self.rows("SELECT event FROM answer_event WHERE answer = ? AND revision = ? ORDER BY id", answer, revision)]
        self.assertEqual(events, ["saved", "submitted"] if submit else ["saved"])
        audit = self.rows("SELECT action FROM audit_log WHERE object LIKE '%/' || ? AND detail LIKE '{\"revision\":' || ? || ',%' ORDER BY id",
                          code, str(revision))
        self.assertEqual([action for action, in audit], ["answer." + event for event in events])
        return True

    def check_whole(self):
        self.assertIn("whole", self.site.monitor("audit", "verify").stdout)
        self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])

    def check_files(self):
        """Every file that the database names is on the disk, as it was sent."""
        named = self.rows("SELECT evidence.text, file, size FROM evidence JOIN evidence_file ON evidence_file.hash = evidence.file")
        self.assertEqual(len(named), self.rows("SELECT count(*) FROM evidence WHERE kind = 'file'")[0][0])
        self.assertGreater(len(named), 10)
        for name, content, size in named:
            with open(os.path.join(self.site.data, "evidence", content[:2], content[2:]), "rb") as file:
                stored = file.read()
            self.assertEqual((stored, len(stored)), (files.pdf(name), size))

    def interrupted(self, send, delay):
        """The status of the answer, its program being killed after so many seconds; None where there was none."""
        answered = [None]

        def attempt():
            with contextlib.suppress(OSError, kit.http.client.HTTPException):
                answered[0] = send()

        killer = threading.Timer(delay, self.workers.kill)
        sender = threading.Thread(target=attempt)
        sender.start()
        killer.start()
        killer.join()
        # What was not read yet waits in the socket for the next program.
        self.workers.start()
        sender.join()
        return answered[0]

    def undisturbed(self):
        """How long a save takes here."""
        took = []
        for number in range(REPETITIONS, REPETITIONS + 12):
            code, fields = self.form(number)
            began = time.monotonic()
            self.assertEqual(self.post(code, fields), 303)
            took.append(time.monotonic() - began)
            self.assertTrue(self.check(number, code, fields, True))
        return statistics.median(took)

    def test_nothing_confirmed_is_lost_and_nothing_is_there_by_half(self):
        self.unsubmitted = [code for code, in self.rows("""SELECT indicator.code FROM indicator_version AS version
            JOIN indicator ON indicator.id = version.indicator WHERE type = 'percent' AND framework = 'trafficking' ORDER BY 1""")]
        usual = self.undisturbed()
        outcomes = {"confirmed": 0, "there": 0, "absent": 0}
        edge = usual
        for number in range(REPETITIONS):
            self.workers.start()
            code, fields = self.form(number)
            # Every third at any moment; the others where the save is just done or just not, which moves with the machine's load.
            delay = self.chance.uniform(0, 1.3 * usual) if number % 3 == 0 else edge * self.chance.uniform(0.85, 1.15)
            answer = self.interrupted(lambda: self.post(code, fields), delay)
            there = self.check(number, code, fields, answer == 303)
            outcomes["confirmed" if answer == 303 else "there" if there else "absent"] += 1
            if number % 3 != 0:
                edge = min(20 * usual, edge * (0.93 if there else 1.07))
        # Some of each, or nothing was put to the test.
        self.assertGreater(outcomes["confirmed"], REPETITIONS // 20, outcomes)
        self.assertGreater(outcomes["absent"], REPETITIONS // 20, outcomes)
        print("killed while saving: %s" % outcomes)
        self.check_files()
        self.check_whole()

    # --- many answers at once ---

    def preview(self, number):
        """The page that asks whether a workbook with three answers is to be saved."""
        book = Book(self.client.get(self.desk.seat + "workbook.xlsx").body)
        filled = book.edited({code + "/narrative": "Workbook %d" % number for code in BOOK})
        page = self.client.send(self.desk.seat + "workbook", {"csrf": self.csrf}, [("file", "filled.xlsx", filled)])
        self.assertEqual(page.status, 200, page.visible)
        return [(action, fields) for action, method, fields in page.forms() if "/workbook/" in action][0]

    def saved(self, number):
        """How many of the three are there; the events and audit rows of as many are, then."""
        there = self.rows("SELECT answer, number FROM answer_revision WHERE narrative = ?", "Workbook %d" % number)
        for answer, revision in there:
            self.assertEqual(self.rows("SELECT count(*) FROM answer_event WHERE answer = ? AND revision = ?", answer, revision), [(1,)])
            self.assertEqual(self.rows("SELECT revision FROM answer WHERE id = ?", answer), [(revision,)])
        return len(there)

    def test_a_workbook_is_there_whole_or_not_at_all(self):
        edge = 0.02
        outcomes = {}
        for number in range(40):
            self.workers.start()
            action, fields = self.preview(number)
            answer = self.interrupted(lambda: self.client.post(action, fields, follow=False).status, edge * self.chance.uniform(0.5, 1.3))
            there = self.saved(number)
            self.assertIn(there, (0, len(BOOK)))
            if answer == 303:
                self.assertEqual(there, len(BOOK))
            outcomes[there] = outcomes.get(there, 0) + 1
            edge = min(10, edge * (0.8 if there else 1.25))
        self.assertGreater(min(outcomes.get(0, 0), outcomes.get(len(BOOK), 0)), 3, outcomes)
        self.check_whole()

    def test_the_web_server_starts_a_killed_program_again(self):
        client = self.desk.secretariat
        for _ in range(2):
            for process, name in self.site.programs().items():
                if name == "secretariat.fcgi":
                    os.kill(process, signal.SIGKILL)
            for _ in range(200):
                if client.get("/secretariat/").status == 200:
                    break
                time.sleep(0.05)
            self.assertEqual(client.get("/secretariat/").status, 200)


if __name__ == "__main__":
    unittest.main()
