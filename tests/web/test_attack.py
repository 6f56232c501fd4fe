"""What somebody with bad intent would try, against the real server, the real files and the command."""
import os
import shutil
import sqlite3
import unittest

import desk
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


class Forged(unittest.TestCase):
    """Forms that no page of theirs offers, posted by people of every role, and forms of other sites."""

    @classmethod
    def setUpClass(cls):
        cls.desk = desk.Desk()
        cls.site = cls.desk.site
        cls.site.person("both@x.example", ("clearing_officer", "XAA"), "secretariat")
        cls.desk.clients["both"] = cls.site.signed_in("both@x.example")
        cls.desk.save("IDR2", value="1", do="submit")
        cls.desk.save("IDR3", value="1", do="submit")
        cls.desk.clear("IDR3")
        cls.routes = cls.posts()
        # The day of the last sign-in is a change too, and none of what is tested.
        for name in desk.PEOPLE:
            getattr(cls.desk, name)

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    @classmethod
    def posts(cls):
        seat, review, board = cls.desk.seat, cls.desk.review, cls.desk.board
        person = cls.site.monitor("user", "list").stdout
        assert "donor@x.example" in person
        return [
            # address, fields, roles that may (then it may still be refused for what it says)
            (seat + "IDR2", {"do": "save", "base": "1", "status": "reported", "value": "4"}, {"focal", "deputy"}),
            (seat + "IDR2", {"do": "submit", "base": "1", "status": "reported", "value": "4"}, {"focal", "deputy"}),
            (seat + "IDR2", {"do": "withdraw", "base": "1"}, {"focal", "deputy"}),
            (seat + "IDR2", {"do": "clear", "base": "1", "audience": "public"}, {"clearing", "both"}),
            (seat + "IDR2", {"do": "return", "base": "1", "why": "x"}, {"clearing", "both"}),
            (seat + "clearing", {"answer": "IDR2:1", "audience": "public"}, {"clearing", "both"}),
            (review + "IDR3", {"do": "accept", "base": "1"}, {"secretariat"}),
            (review + "IDR3", {"do": "return", "base": "1", "why": "x"}, {"secretariat"}),
            (review + "IDR3", {"do": "reopen", "base": "1", "why": "x"}, {"secretariat"}),
            (review + "accept", {}, {"secretariat"}),
            (review + "extend", {"until": "2026-04-30", "reason": "x"}, {"secretariat"}),
            (board + "release", {"name": "x"}, {"secretariat", "seconded", "both"}),
            (board + "change", {"do": "dates", "opens_on": "2026-03-01", "due_on": "2026-04-01", "closes_on": "2026-04-30", "reason": "x"},
             {"secretariat", "seconded", "both"}),
            (board + "change", {"do": "close", "reason": "x"}, {"secretariat", "seconded", "both"}),
            (board + "change", {"do": "expect", "participant": "XAA"}, {"secretariat"}),
            (board + "change", {"do": "withdraw", "participant": "XAA", "reason": "x"}, {"secretariat"}),
            ("/secretariat/rounds/new", {"framework": "trafficking", "period": "2024", "opens_on": "2026-03-01", "due_on": "2026-03-20",
                                         "closes_on": "2026-03-31", "participant": "XAA", "indicator": "IDR2"}, {"secretariat", "seconded", "both"}),
            ("/secretariat/people", {"name": "Evil", "email": "evil@x.example", "lang": "en", "role": "secretariat"}, {"administrator"}),
            ("/secretariat/people/1", {"do": "invite"}, {"administrator"}),
            ("/secretariat/people/1", {"do": "grant", "role": "secretariat"}, {"administrator"}),
            ("/secretariat/people/1", {"do": "end", "grant": "1", "ends_on": "2026-03-10"}, {"administrator"}),
            ("/secretariat/people/1", {"do": "deactivate"}, {"administrator"}),
            ("/secretariat/people/1", {"do": "reactivate"}, {"administrator"}),
        ]

    EVERYBODY = tuple(desk.PEOPLE) + ("both",)

    def client(self, name):
        return self.desk.clients.get(name) or getattr(self.desk, name)

    def state(self):
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            return [db.execute("SELECT * FROM " + table).fetchall() for table in
                    ("answer", "answer_revision", "evidence", "round", "round_participant", "release", "role_grant", "invitation", "person")]

    def test_who_may_not_is_refused_and_nothing_changes(self):
        before = self.state()
        for path, fields, may in self.routes:
            for name in self.EVERYBODY:
                if name in may:
                    continue
                client = self.client(name)
                answer = client.post(path, {"csrf": self.desk.csrf(client), **fields}, follow=False)
                self.assertEqual(answer.status, 403, (name, path, fields))
        self.assertEqual(before, self.state())

    def test_a_step_or_revision_given_twice_or_that_no_form_has_changes_nothing(self):
        before = self.state()
        token = self.desk.csrf(self.desk.focal)
        for changes in ({"do": ["save", "submit"]}, {"base": ["0", "1"]}, {"base": "-5"}, {"base": "x"}, {"base": "9" * 30}, {"do": "save" * 9}):
            fields = {"csrf": token, "do": "save", "base": "0", "status": "reported", "value": "1", **changes}
            answer = self.desk.focal.post(self.desk.seat + "JUS1", fields, follow=False)
            self.assertEqual(answer.status, 422, changes)
        self.assertEqual(before, self.state())

    def test_a_form_without_its_token_or_with_somebody_elses_is_refused(self):
        before = self.state()
        other = self.desk.csrf(self.desk.other)
        account = [("/account/language", {"language": "ru"}, {"focal"}), ("/account/sign-out", {}, {"focal"}),
                   ("/account/password", {"current": kit.PASSWORD, "password": "another long password", "again": "another long password"}, {"focal"})]
        for path, fields, may in self.routes + account:
            for name in may:
                client = self.client(name)
                form = client.cookies.get("form", "")
                for token in (None, "", "0" * 64, other, self.desk.csrf(client)[:-1], client.cookies["session"], form):
                    for headers in ({}, {"Origin": "https://evil.example"}):
                        given = fields if token is None else {"csrf": token, **fields}
                        answer = client.post(path, given, follow=False, headers=headers)
                        self.assertEqual(answer.status, 403, (name, path, token))
                # The token counts in the body alone.
                answer = client.post(path + "?csrf=" + self.desk.csrf(client), fields, follow=False)
                self.assertEqual(answer.status, 403, (name, path))
        self.assertEqual(before, self.state())

    def test_nobody_signed_in_saves_nothing(self):
        before = self.state()
        for path, fields, _ in self.routes:
            answer = self.site.client().post(path, fields, follow=False)
            self.assertEqual(answer.status, 401, path)
        self.assertEqual(before, self.state())

    def test_what_is_not_ones_own_cannot_be_read(self):
        seat, review, board = self.desk.seat, self.desk.review, self.desk.board
        for name in self.EVERYBODY:
            client = self.client(name)
            own = name in ("focal", "deputy", "clearing", "observer", "both")
            for path in (seat, seat + "IDR2", seat + "IDR3"):
                # A seconded member of the secretariat belongs to the government but has no duty in its reporting.
                self.assertEqual(client.get(path, follow=False).status, 200 if own else 403, (name, path))
            for path in (board, review, review + "IDR2"):
                self.assertEqual(client.get(path, follow=False).status, 200 if name in ("secretariat", "seconded", "both") else 403, (name, path))
            self.assertEqual(client.get("/secretariat/people", follow=False).status, 200 if name == "administrator" else 403, name)
            self.assertEqual(client.get("/members/", follow=False).status in (303, 403), name in ("donor", "administrator"), name)

    def test_an_administrator_cannot_give_themselves_figures(self):
        client = self.desk.administrator
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            own = db.execute("SELECT id FROM person WHERE email = 'administrator@x.example'").fetchone()[0]
        path = "/secretariat/people/%d" % own
        for role, participant in (("secretariat", ""), ("donor", ""), ("focal_point", "XAA"), ("administrator", "")):
            page = client.post(path, {"csrf": self.desk.csrf(client), "do": "grant", "role": role, "participant": participant}, follow=False)
            self.assertIn(page.status, (403, 409), role)
        self.assertEqual(client.get("/members/", follow=False).status, 403)

    def test_cookies_planted_by_somebody_else_open_nothing(self):
        attacker = self.site.client()
        page = attacker.get("/account/sign-in")
        victim = self.site.client()
        victim.cookies["session"] = "a" * 64
        page = victim.get("/account/sign-in")
        page = victim.submit(page, "/account/sign-in", follow=False, email="observer@x.example", password=kit.PASSWORD)
        self.assertEqual(page.status, 303)
        self.assertNotEqual(victim.cookies["session"], "a" * 64)
        attacker.cookies["session"] = "a" * 64
        self.assertEqual(attacker.get("/account/", follow=False).status, 303)

    def test_next_leads_nowhere_else(self):
        for target in ("//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "/\tevil", "javascript:alert(1)", "/%0d%0aX: y",
                       " //evil.example", "/ /evil", "/%5c%5cevil", "///evil.example", "http:/evil", "/\u2028x"):
            client = self.site.client()
            page = client.get("/account/sign-in?next=" + kit.urllib.parse.quote(target, safe=""))
            if page.status == 400:
                continue
            page = client.submit(page, "/account/sign-in", follow=False, email="donor@x.example", password=kit.PASSWORD)
            self.assertEqual(page.status, 303, target)
            self.assertTrue(kit.re.match(r"/[^/\\]", page.location), (target, page.location))
            self.assertEqual(kit.urllib.parse.urlsplit(page.location).netloc, "")
