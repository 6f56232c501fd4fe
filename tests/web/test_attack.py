"""What somebody with bad intent would try, against the real server, the real files and the command."""
import os
import shutil
import sqlite3
import unittest

import kit

PAGES = ("/", "/ihr/", "/ihr/countries/KGZ", "/ihr/sdg/16.2", "/methods", "/ihr/regional.csv", "/index.json")


class BadSnapshot(unittest.TestCase):
    """Whatever happens to the file that is served: 503 with a sentence, no crash, and back as soon as it is whole."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True)
        cls.path = os.path.join(cls.site.data, "snapshots", "public.db")
        cls.good = cls.path + ".good"
        shutil.copy(cls.path, cls.good)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def setUp(self):
        self.mend()
        self.warm()
        self.programs = self.site.programs()

    def mend(self):
        shutil.copy(self.good, self.path + ".new")
        os.rename(self.path + ".new", self.path)

    def warm(self):
        for path in PAGES:
            self.assertEqual(self.site.client().get(path).status, 200, path)

    def refused(self, word=""):
        for path in PAGES + ("/ihr/indicators/", "/healthz", "/data/healthz"):
            for _ in range(3):
                answer = self.site.client().get(path)
                self.assertEqual(answer.status, 503, path)
                if not path.endswith("healthz"):
                    self.assertIn("Retry-After", answer.headers, path)
                self.assertIn(word, answer.text, path)
                self.assertNotIn(self.site.data, answer.text, path)
        self.assertEqual(self.programs, self.site.programs(), "a program died")
        self.mend()
        self.warm()
        self.assertEqual(self.site.client().get("/healthz").status, 200)

    def test_emptied_in_place(self):
        os.truncate(self.path, 0)
        self.refused()

    def test_cut_in_place(self):
        os.truncate(self.path, os.path.getsize(self.path) // 2)
        self.refused()

    def test_cut_within_a_page_in_place(self):
        os.truncate(self.path, 5000)
        self.refused()

    def test_overwritten_in_place_with_something_else(self):
        with open(self.path, "r+b") as file:
            file.write(b"no snapshot " * (os.path.getsize(self.path) // 12))
        self.refused()

    def test_overwritten_in_place_with_another_whole_snapshot(self):
        self.site.monitor("summarise", "--full")
        fresh = self.path + ".fresh"
        shutil.copy(self.path, fresh)
        run = self.site.client().get("/healthz").json()["run"]
        self.mend()
        self.assertNotEqual(self.site.client().get("/healthz").json()["run"], run)
        with open(fresh, "rb") as source, open(self.path, "r+b") as target:
            target.write(source.read())
            target.truncate()
        for path in ("/healthz", "/data/healthz"):
            self.assertEqual(self.site.client().get(path).json()["run"], run)
        self.assertIn(run, self.site.client().get("/ihr/").text)

    def replaced(self, sql):
        shutil.copy(self.good, self.path + ".new")
        db = sqlite3.connect(self.path + ".new", isolation_level=None)
        db.executescript(sql)
        db.close()
        os.rename(self.path + ".new", self.path)

    def test_of_another_schema(self):
        self.replaced("PRAGMA user_version=999")
        self.refused("monitor summarise")

    def test_of_another_program(self):
        self.replaced("PRAGMA application_id=7")
        self.refused()

    def test_without_its_tables(self):
        self.replaced("DROP TABLE regional; DROP TABLE meta")
        self.refused()

    def test_of_another_audience(self):
        shutil.copy(os.path.join(self.site.data, "snapshots", "members.db"), self.path + ".new")
        os.rename(self.path + ".new", self.path)
        self.refused()

    def test_missing(self):
        os.unlink(self.path)
        self.refused("monitor summarise")

    def test_a_folder_in_its_place(self):
        os.unlink(self.path)
        os.mkdir(self.path)
        try:
            for path in ("/ihr/", "/healthz"):
                self.assertEqual(self.site.client().get(path).status, 503, path)
        finally:
            os.rmdir(self.path)


class BadReports(unittest.TestCase):
    """The same of reports.db: no page is half made of it, and no path of the machine is told to a visitor."""

    def setUp(self):
        self.site = kit.Site()
        self.site.person("donor@x.example", "donor")
        self.path = os.path.join(self.site.data, "reports.db")
        self.client = self.site.signed_in("donor@x.example")

    def tearDown(self):
        self.site.close()

    def bad(self):
        programs = self.site.programs()
        for path in ("/account/", "/account/sign-in", "/account/healthz", "/reporting/healthz", "/secretariat/healthz", "/donors/"):
            for _ in range(3):
                answer = self.client.get(path, follow=False)
                self.assertEqual(answer.status, 503, (path, answer.text))
                self.assertNotIn(self.site.data, answer.text, path)
        self.assertEqual(programs, self.site.programs(), "a program died")

    def test_removed(self):
        os.unlink(self.path)
        self.bad()

    def test_replaced_by_a_snapshot(self):
        self.site.monitor("summarise")
        shutil.copy(os.path.join(self.site.data, "snapshots", "public.db"), self.path + ".new")
        os.rename(self.path + ".new", self.path)
        self.bad()

    def test_replaced_by_rubbish(self):
        with open(self.path + ".new", "wb") as file:
            file.write(os.urandom(100000))
        os.rename(self.path + ".new", self.path)
        self.bad()

    def test_emptied_by_rename(self):
        open(self.path + ".new", "w").close()
        os.rename(self.path + ".new", self.path)
        self.bad()
