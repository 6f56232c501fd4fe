"""The secretariat's desk as a person drives it: rounds, review, conflict of interest, trends, catalogue, people, messages, audit.

In English and in Russian by turns. The Russian of a label is looked up in the translations that the site itself was built with.
"""
import gettext
import os
import re
import sqlite3
import unittest

from selenium.common.exceptions import NoSuchElementException

import axe
import kit
from browser import Browser
from desk import Desk
from mailserver import Mailbox
from test_accessibility import LONG, MOST
from test_catalogue_page import LOAD, PREVIEW, archive, files, revised

BEGIN_FIRST = True
MOVES = "participant,period,indicator,value,numerator,denominator,status,note\n" + "".join(
    "XAA,%d,IDR3,%d,,,,\n" % (year, value) for year, value in ((2020, 41), (2021, 44), (2022, 39), (2023, 42), (2024, 40)))

with open(os.path.join(kit.BUILD, "locale", "monitor", "LC_MESSAGES", "ru.mo"), "rb") as _file:
    RUSSIAN = gettext.GNUTranslations(_file)


class Seats(unittest.TestCase):
    """One site; what each test does is of its own answers."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.site.monitor("import", "--framework", "trafficking", "--audience", "members", "--source", "Made for this test",
                         cls.site.path("moves.csv", MOVES.encode()))
        cls.browser = Browser(cls.site)
        cls.language = "en"

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.desk.close()

    # --- what a person does ---

    def be(self, who, language):
        """At the computer of this person, who has signed in."""
        self.language = language
        driver = self.browser.driver
        self.browser.go("/account/sign-in")
        driver.delete_all_cookies()
        driver.add_cookie({"name": "lang", "value": language})
        if who is not None:
            driver.add_cookie({"name": "session", "value": getattr(self.desk, who).cookies["session"]})

    def say(self, english):
        """The words as they stand on the page in the language of now."""
        if self.language == "en":
            return english
        russian = RUSSIAN.gettext(english)
        self.assertNotEqual(russian, english)
        return russian

    def press(self, english):
        self.browser.press(self.say(english))

    def sees(self, *english):
        self.reads(*(self.say(words) for words in english))

    def reads(self, *words):
        """The same of what has no translation: codes, names, what people wrote."""
        for one in words:
            self.assertIn(one, self.browser.text)

    def unfold(self, english):
        """A part of the page that is folded in, by its title; it may stand open already."""
        for summary in self.browser.all("main summary"):
            if summary.text == self.say(english):
                if summary.find_element("xpath", "..").get_attribute("open") is None:
                    self.browser.click(summary)
                return
        raise NoSuchElementException("nothing unfolds as “%s” on %s" % (self.say(english), self.browser.path))

    def link(self, selector):
        self.browser.follow(self.browser.find("main " + selector))

    # --- the government's part, which other tests press through ---

    def cleared(self, code, seat=None, audience="members", **fields):
        seat = seat or self.desk.seat
        self.desk.focal.submit(self.desk.focal.get(seat + code), seat + code, do="submit", item=None, **fields)
        page = self.desk.clearing.submit(self.desk.clearing.get(seat + code), seat + code, do="clear", audience=audience)
        self.assertIn("is cleared", page.visible)

    def sql(self, statement, *values):
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            rows = db.execute(statement, values).fetchall()
        db.close()
        return rows


class Rounds(Seats):
    def test_a_round_from_its_opening_to_a_correction(self):
        browser = self.browser
        self.be("secretariat", "en")
        self.open()
        board = browser.path
        seat = board.replace("/secretariat/rounds/", "/reporting/") + "XAA/"
        self.extend()
        self.cleared("LAW1", seat, "public", value="1")
        self.accept(board, "LAW1")
        browser.go(board)
        self.close_it()
        self.release("First of 2026", board)
        browser.go(board + "XAA/LAW1")
        self.unfold("Reopen for a correction")
        browser.fill("why", "Has the law come into force?")
        self.press("Reopen")
        self.sees("reopened")
        self.cleared("LAW1", seat, "public", value="2", note="The law came into force in December.")
        self.accept(board, "LAW1")
        self.release("Correction of the law", board)
        self.sees("The law came into force in December.", "Level 1: ", "Level 2: ")
        browser.go(board)
        self.sees("First of 2026", "Correction of the law")
        browser.press("First of 2026")
        self.sees("Level 1: ")
        self.assertNotIn("Level 2: ", browser.text)
        self.assertNotIn("The law came into force", browser.text)

    def open(self):
        browser = self.browser
        browser.go("/secretariat/")
        self.press("Open a round")
        browser.fill("framework", "trafficking")
        browser.fill("period", "2026")
        self.press("Show what would be asked")
        browser.only("indicator", "LAW1", "IDR3")
        for name, day in (("opens_on", "2026-03-01"), ("due_on", "2026-02-20"), ("closes_on", "2026-03-31")):
            browser.fill(name, day)
        self.press("Open the round")
        self.assertIn("before it opens", browser.find("#due-error").text)
        self.assertEqual([box.get_attribute("value") for box in browser.all("[name='indicator']") if box.is_selected()], ["LAW1", "IDR3"])
        browser.fill("due_on", "2026-03-20")
        self.press("Open the round")
        self.sees("The round is open.")
        self.reads("2026")

    def extend(self):
        browser = self.browser
        browser.press("Betaland")
        browser.fill("until", "2026-05-01")
        self.press("Extend")
        self.assertTrue(browser.find("#reason-error").text)
        self.assertEqual(browser.find("#until").get_attribute("value"), "2026-05-01")
        browser.fill("reason", "Elections in April.")
        self.press("Extend")
        self.reads("Extended until 1 May 2026: Elections in April.")

    def accept(self, board, code):
        self.browser.go(board)
        self.browser.press("Alphaland")
        self.link("th a[href$='/XAA/%s']" % code)
        self.browser.follow(self.browser.find("main button[value='accept']"))
        self.browser.go(board + "XAA/" + code)
        self.sees("Accepted")

    def close_it(self):
        browser = self.browser
        self.press("Dates and participants")
        browser.fill_in(browser.find("#close_reason"), "All answers are in.")
        self.press("Close it")
        self.sees("The round is closed.")
        self.press("Dates and participants")
        self.sees("This round is closed; its dates stay.")

    def release(self, name, board):
        browser = self.browser
        browser.go(board)
        self.press("Release: see what it changes")
        self.reads("LAW1")
        browser.fill("name", name)
        self.press("Release 1 answer")
        self.sees("The round is released.")


class Review(Seats):
    def test_a_question_its_reply_accepting_and_accepting_together(self):
        for code in ("GOV1", "GOV2", "GOV3"):
            self.cleared(code, value="1", narrative="Приказ № 17, статья 4.")
        browser = self.browser
        self.be("secretariat", "ru")
        browser.go(self.desk.board)
        self.link("td a[href*='/XAA/'][href*='GOV']")
        self.link("th a[href$='/XAA/GOV1']")
        self.unfold("Question or remark to the government")
        browser.fill("message", "Какая статья приказа?")
        self.press("Send")
        self.be("focal", "ru")
        browser.go(self.desk.seat)
        self.link("a[href$='/GOV1']")
        self.assertIn("Какая статья приказа?", browser.find("#thread").text)
        self.unfold("Reply to the secretariat")
        browser.fill("message", "Статья 4, часть 2.")
        self.press("Send")
        self.be("secretariat", "ru")
        browser.go(self.desk.board)
        self.link(".board-lists dd:nth-of-type(2) a")
        if not browser.path.endswith("GOV1"):
            self.link("th a[href$='/XAA/GOV1']")
        self.assertIn("Статья 4, часть 2.", browser.find("#thread").text)
        browser.follow(browser.find("main button[value='accept']"))
        browser.go(self.desk.review + "GOV1")
        self.sees("Accepted")
        browser.go(self.desk.board)
        browser.press("Alphaland")
        self.link("a[href$='/XAA/accept']")
        self.sees("Accept what needs no look")
        self.reads("GOV2", "GOV3")
        browser.follow(browser.find("main form[action$='/accept'] button"))
        self.sees("The answers are accepted.")
        for code in ("GOV2", "GOV3"):
            browser.go(self.desk.review + code)
            self.sees("Accepted")


class Conflict(Seats):
    FORGED = """
        const form = document.createElement("form");
        form.method = "post";
        form.action = arguments[0];
        const csrf = document.querySelector("form[action='/account/sign-out'] [name=csrf]").value;
        for (const [name, value] of Object.entries({csrf: csrf, do: "accept", base: "1"})) {
            const field = document.createElement("input");
            field.name = name;
            field.value = value;
            form.append(field);
        }
        document.body.append(form);
        form.submit();"""

    def test_nobody_reviews_their_own_government_and_the_attempt_is_in_the_log(self):
        self.cleared("LAW5", value="1")
        browser = self.browser
        self.be("seconded", "en")
        browser.go(self.desk.board)
        self.sees("You belong to this participant.", "It can be reviewed by Secretariat.")
        browser.press("Alphaland")
        self.sees("You belong to this participant.")
        self.assertFalse(browser.has("#until"))
        self.link("th a[href$='/XAA/LAW5']")
        self.sees("somebody else of the secretariat reviews its answers")
        self.assertFalse(browser.has("main button[value='accept']"))
        self.assertFalse(browser.has("main button[value='return']"))
        browser.leave(lambda: browser.driver.execute_script(self.FORGED, self.desk.review + "LAW5"))
        self.sees("You belong to this participant")
        self.be("secretariat", "ru")
        browser.go(self.desk.review + "LAW5")
        self.sees("Cleared")
        browser.go("/secretariat/audit")
        browser.fill("who", "seconded")
        browser.fill("object", "trafficking/2025/XAA/LAW5")
        self.press("Search")
        rows = browser.all("main tbody tr")
        self.assertEqual(len(rows), 1)
        self.assertIn("seconded@x.example", rows[0].text)
        self.assertIn("answer.refused", rows[0].get_attribute("innerHTML"))


class Trends(Seats):
    def test_what_moved_coverage_and_quality_lead_to_the_answer(self):
        self.cleared("IDR3", value="140", explanation="A large case.")
        self.desk.accept("IDR3")
        self.site.monitor("summarise")
        browser = self.browser
        self.be("secretariat", "ru")
        browser.go("/secretariat/")
        self.press("Trends and data quality")
        self.assertEqual(browser.language, "ru")
        row = browser.find("main .moves tbody tr")
        self.assertIn("40 → 140", row.text)
        self.sees("What moved since the round before, by domain", "not yet released")
        browser.follow(row.find_element("css selector", "a"))
        self.assertIn("/indicators/IDR3", browser.path)
        self.assertEqual(browser.language, "ru")
        browser.driver.back()
        self.link("a[href='%s']" % self.desk.review)
        self.assertEqual(browser.heading, "Alphaland")
        browser.driver.back()
        self.link(".counters a[href*='look=jump']")
        self.link("td a[href='%sIDR3']" % self.desk.review)
        self.assertIn("IDR3", browser.heading)
        self.assertIn("140", browser.text)
        self.assertIn("A large case.", browser.text)


class Catalogue(Seats):
    def test_a_revision_names_its_break_is_confirmed_and_an_indicator_retired(self):
        browser = self.browser
        self.be("secretariat", "en")
        browser.go("/secretariat/")
        self.press("Catalogue")
        browser.find("[name='file']").send_keys(self.site.path("revised.zip", archive(revised())))
        self.press("Show what would change")
        self.sees("What would change", "New definition: a new version, and a break in the series", "PRV1", "Nothing was changed yet.")
        self.press("Load it")
        self.sees("The catalogue is loaded.")
        browser.go("/secretariat/catalogue/trafficking/PRV1")
        self.sees("Another definition than before it: a break in the series", "Something else altogether is measured.")
        self.be("secretariat", "ru")
        browser.go("/secretariat/catalogue")
        browser.fill("framework", "trafficking")
        browser.fill("indicator", "LAW6")
        browser.fill("reason", "Вошёл в другой показатель.")
        self.press("Retire it")
        browser.go("/secretariat/catalogue/trafficking/LAW6")
        self.sees("retired")
        self.assertIn("Вошёл в другой показатель.", browser.text)
        browser.go("/secretariat/rounds/new?framework=trafficking&period=2027&as=0")
        self.assertFalse(browser.has("[name='indicator'][value='LAW6']"))
        self.assertTrue(browser.has("[name='indicator'][value='LAW5']"))


class People(Seats):
    def test_invited_given_dated_roles_signed_out_and_deactivated(self):
        browser = self.browser
        self.be("administrator", "ru")
        browser.go("/secretariat/people")
        add = "form.card [name='%s']"
        browser.fill("name", "Нина Новая")
        browser.fill("email", "nina@x.example")
        for name, value in (("role", "deputy"), ("participant", "XBB"), ("starts_on", "2026-03-01"), ("ends_on", "2026-12-31")):
            browser.fill_in(browser.find(add % name), value)
        self.press("Add and make an invitation")
        link = browser.find("main a[href*='/account/welcome']").get_attribute("href").split("127.0.0.1:%d" % self.site.port)[-1]
        for name, value in (("role", "observer"), ("participant", "XAA"), ("ends_on", "2026-06-30")):
            browser.fill_in(browser.find(add % name), value)
        self.press("Grant")
        self.sees("The role is granted.")
        roles = browser.find("main table").text
        for words in ("XAA", "30 июня 2026", "XBB", "31 декабря 2026"):
            self.assertIn(words, roles)
        self.assertEqual(len(browser.all("main table:first-of-type button[value='end']")), 2)
        person = self.sql("SELECT id FROM person WHERE email = 'nina@x.example'")[0][0]
        self.assertEqual(self.sql("SELECT role, participant, ends_on FROM role_grant WHERE person = ? ORDER BY id", person),
                         [("deputy", "XBB", "2026-12-31"), ("observer", "XAA", "2026-06-30")])
        # She follows the link, which works once, and is at work.
        guest = self.site.client()
        page = guest.get(link)
        guest.submit(page, page.forms()[-1][0], password=kit.PASSWORD, again=kit.PASSWORD)
        self.assertNotIn('name="again"', self.site.client().get(link).text)
        nina = self.site.signed_in("nina@x.example")
        self.assertIn("Betaland", nina.get("/reporting/").visible)
        browser.go("/secretariat/people")
        browser.press("Нина Новая")
        self.press("End all sessions")
        self.sees("Not signed in at the moment.")
        self.assertIn("/account/sign-in", nina.get("/reporting/").path)
        self.press("Deactivate")
        self.assertTrue(browser.has("main button[value='reactivate']"))
        nina = self.site.client()
        refused = nina.submit(nina.get("/account/sign-in"), "/account/sign-in", email="nina@x.example", password=kit.PASSWORD)
        self.assertNotIn("/account/sign-out", refused.text)


class Messages(Seats):
    NOWHERE = "smtp://127.0.0.1:1"

    def notify(self, *more, now="2026-03-10T09:00:00Z"):
        self.site.now = now
        return self.site.monitor("notify", "--from", "monitor@monitor.example", "--site", "https://monitor.example", *more, check=False)

    def test_a_mail_that_no_server_took_is_shown_and_tried_again(self):
        browser = self.browser
        self.assertEqual(self.notify("--smtp", self.NOWHERE).returncode, 1)
        self.be("secretariat", "en")
        browser.go("/secretariat/")
        self.press("Mails")
        self.sees("waiting next attempt:", "cannot be reached")
        for _ in range(60):
            due, = self.sql("SELECT MIN(next_attempt_at) FROM mail")[0]
            if due is None:
                break
            # All of them at once: the last of their moments.
            due, = self.sql("SELECT MAX(next_attempt_at) FROM mail")[0]
            self.notify("--waiting", "--smtp", self.NOWHERE, now=due)
        browser.follow(browser.find("nav.tabs a[href*='given_up']"))
        rows = browser.all("main tbody tr")
        self.assertEqual(len(rows), 3)
        for row in rows:
            self.assertIn("given up", row.text)
            self.assertIn("cannot be reached", row.text)
        browser.press("Try again: focal@x.example")
        self.assertEqual(len(browser.all("main tbody tr")), 2)
        with Mailbox() as box:
            self.notify("--waiting", "--smtp", box.url)
            self.assertEqual([mail.recipient for mail in box.mails], ["focal@x.example"])
        browser.follow(browser.find("nav.tabs a[href*='=sent']"))
        self.reads("focal@x.example", "sent 10 March 2026")

    def test_the_calendars_secret_address_is_made_and_renewed(self):
        browser = self.browser
        self.be("focal", "ru")
        browser.go("/account/")
        self.press("Calendar of deadlines")
        self.sees("There is no address yet.")
        first = self.make("form[action='/account/calendar'] button")
        got = self.site.client().get(first)
        self.assertEqual(got.status, 200)
        self.assertIn(b"BEGIN:VCALENDAR", got.body)
        browser.go("/account/calendar")
        self.assertNotIn(".ics", browser.driver.page_source)
        second = self.make("form[action='/account/calendar'] button.second")
        self.assertNotEqual(first, second)
        self.assertEqual(self.site.client().get(first).status, 404)
        self.assertEqual(self.site.client().get(second).status, 200)

    def make(self, button):
        self.browser.follow(self.browser.find("main " + button))
        address = self.browser.find("main a[href*='calendar.ics'][hreflang='ru']").get_attribute("href")
        return "/" + re.sub(r"^https?://", "", address).partition("/")[2]


class Audit(Seats):
    def test_the_log_is_searched_exported_and_says_that_it_is_whole(self):
        self.desk.save("JUS1", value="5")
        browser = self.browser
        self.be("administrator", "ru")
        browser.go("/secretariat/people")
        browser.press("Administrator")
        self.press("What the audit log says of this person")
        self.press("Show all")
        self.sees("Is the log whole?")
        self.assertFalse(browser.has("main [role='alert']"))
        rows = int(browser.find("#chain ~ dl dd").text.replace("\u00a0", "").replace(" ", ""))
        self.assertEqual(rows, self.sql("SELECT COUNT(*) FROM audit_log")[0][0])
        browser.fill("who", "focal@")
        browser.fill("object", "trafficking/2025/XAA/JUS1")
        self.press("Search")
        found = browser.all("main tbody tr")
        self.assertEqual(len(found), 1)
        self.assertIn("JUS1", found[0].text)
        button = browser.find("main form[action='/secretariat/audit.csv'] button")
        self.assertEqual(button.text, self.say("All of these as CSV"))
        query = browser.driver.execute_script("return new URLSearchParams(new FormData(arguments[0].form)).toString()", button)
        answer = self.desk.administrator.get("/secretariat/audit.csv?" + query)
        self.assertIn("text/csv", answer.headers["Content-Type"])
        self.assertEqual(len([line for line in answer.text.splitlines() if "JUS1" in line]), 1)
        self.assertEqual(len(answer.text.splitlines()), 2)
        # A row changed by hand: the page says so at once.
        self.site.stop()
        broken = self.sql("SELECT id FROM audit_log WHERE object LIKE '%/JUS1'")[0][0]
        self.tamper(broken)
        self.site.start()
        browser.go("/secretariat/audit")
        self.assertIn(str(broken), browser.find("main [role='alert']").text)

    def tamper(self, row):
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_log'").fetchall():
                db.execute("DROP TRIGGER " + name)
            db.execute("UPDATE audit_log SET detail = '{}' WHERE id = ?", (row,))
        db.close()


# --- pages that a form leads to ---

def upload(entries):
    """What comes of this archive."""
    def reach(test):
        test.browser.go("/secretariat/catalogue")
        test.browser.find("[name='file']").send_keys(test.site.path("upload.zip", archive(entries)))
        test.browser.follow(test.browser.find("form[enctype] button"))
    return reach


def mistaken():
    there = files()
    there["LAW1.yaml"] = there["LAW1.yaml"].replace("direction: increase", "direction: upwards_" + "and_onwards" * 12)
    there["LAW2.yaml"] += "colour: red\n"
    return there


def calendar_made(test):
    test.browser.go("/account/calendar")
    test.browser.follow(test.browser.find("form[action='/account/calendar'] button"))
    assert test.browser.has("main a[href*='calendar.ics']")


def wrong_round(test):
    """The end before the beginning, and nobody and nothing asked."""
    test.browser.go("/secretariat/rounds/new?framework=trafficking&period=2026&as=0")
    test.browser.driver.execute_script("document.querySelectorAll('main [type=checkbox]').forEach(box => { box.checked = false; })")
    test.browser.fill("due_on", "2020-01-01")
    test.browser.follow(test.browser.find("form[action='/secretariat/rounds/new'] button"))
    assert test.browser.has(".field-error")


def close_without_reason(test):
    test.browser.go(test.desk.board + "change")
    test.browser.follow(test.browser.find("button[value='close']"))
    assert test.browser.has("#close-error")


def release_without_name(test):
    test.browser.go(test.desk.board + "release")
    test.browser.driver.execute_script("document.getElementById('name').required = false")
    test.browser.fill("name", "")
    test.browser.follow(test.browser.find("form[action$='/release'] button"))
    assert test.browser.has("#name-error")


def extension_without_reason(test):
    test.browser.go(test.desk.review)
    test.browser.follow(test.browser.find("form[action$='/extend'] button"))
    assert test.browser.has(".field-error")


# Name, who looks, and the address (what begins without a slash is below the board) or how the page is reached.
PAGES = [
    ("home of the secretariat", "secretariat", "/secretariat/"),
    ("a new round", "secretariat", "/secretariat/rounds/new?framework=trafficking&period=2026"),
    ("a round refused", "secretariat", wrong_round),
    ("dates and participants", "secretariat", "change"),
    ("closing refused", "secretariat", close_without_reason),
    ("an extension refused", "secretariat", extension_without_reason),
    ("board with releases", "secretariat", ""),
    ("a release to be made", "secretariat", "release"),
    ("a release to be made of one's own", "seconded", "release"),
    ("a release refused", "secretariat", release_without_name),
    ("the first release", "secretariat", "releases/1"),
    ("a correction", "secretariat", "releases/2"),
    ("all releases, public", None, "/trafficking/releases/"),
    ("a release, public", None, "/trafficking/releases/2025/1"),
    ("a correction, public", None, "/trafficking/releases/2025/2"),
    ("a correction, members", "focal", "/members/trafficking/releases/2025/2"),
    ("a release that is not there", None, "/trafficking/releases/2025/9"),
    ("where a figure comes from", None, "/trafficking/explain/LAW1/2025"),
    ("mails", "secretariat", "/secretariat/mail"),
    ("mails given up", "administrator", "/secretariat/mail?state=given_up"),
    ("mails waiting", "secretariat", "/secretariat/mail?state=waiting"),
    ("calendar", "clearing", "/account/calendar"),
    ("calendar, an address made", "focal", calendar_made),
    ("calendar of who makes none", "donor", "/account/calendar"),
    ("preview of a revision", "secretariat", upload(files())),
    ("a revision refused", "secretariat", upload(mistaken())),
    ("no archive", "secretariat", upload({"README.md": "x"})),
    ("nothing to load", "secretariat", upload(revised())),
    ("an indicator with a break", "secretariat", "/secretariat/catalogue/trafficking/PRV1"),
    ("a retired indicator", "secretariat", "/secretariat/catalogue/trafficking/PRV5"),
    ("audit log, a day that is none", "secretariat", "/secretariat/audit?from=soon"),
]


@unittest.skipIf(axe.missing(), axe.missing())
class Pages(Seats):
    """No violation that a machine can find, no sideways scrolling on a telephone, and light."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.revise()
        cls.mail()
        cls.publish("LAW1", "1", "First " + "release " * 20)
        cls.desk.secretariat.submit(cls.desk.secretariat.get(cls.desk.review + "LAW1"), cls.desk.review + "LAW1", do="reopen", why=LONG)
        cls.publish("LAW1", "2", "Correction", note=LONG)
        cls.site.monitor("summarise")
        cls.publish("IDR3", "140", None, explanation=LONG)

    @classmethod
    def revise(cls):
        client = cls.desk.secretariat
        page = client.send(PREVIEW, {"csrf": cls.desk.csrf(client)}, [("file", "revised.zip", archive(revised()))])
        assert "The catalogue is loaded." in client.submit(page, LOAD).visible

    @classmethod
    def mail(cls):
        """One sent, one given up, one waiting."""
        with Mailbox(refuse="focal@x.example", later="other@x.example") as box:
            cls.site.monitor("notify", "--smtp", box.url, "--from", "monitor@monitor.example", "--site", "https://monitor.example", check=False)

    @classmethod
    def publish(cls, code, value, name, **fields):
        cls.desk.save(code, do="submit", value=value, narrative=LONG, **fields)
        cls.desk.clear(code, "public")
        cls.desk.accept(code)
        if name:
            assert "The round is released." in cls.desk.release(name=name, note=LONG).visible

    def look(self, language, width):
        browser = self.browser
        browser.size(width, 900)
        for name, who, page in PAGES:
            with self.subTest(page=name, language=language, width=width):
                self.reach(who, page, language)
                self.assertEqual(browser.language, language)
                sideways = browser.driver.execute_script(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                self.assertLessEqual(sideways, 0, browser.path)
                self.assertEqual("\n".join(axe.violations(browser)), "")
                self.assertLess(axe.weight(browser), MOST, browser.path)

    def reach(self, who, page, language):
        self.be(who, language)
        if callable(page):
            page(self)
        else:
            self.browser.go(page if page.startswith("/") else self.desk.board + page)

    def test_every_page_is_accessible_and_light(self):
        self.look("en", 1280)

    def test_every_page_fits_a_telephone_in_russian(self):
        self.look("ru", 360)


if __name__ == "__main__":
    unittest.main()
