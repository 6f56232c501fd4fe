"""Every page of the reporting desk: no violation of WCAG 2.2 AA that a machine can find, no sideways scrolling on a telephone, and
less than 40 KB with all that it loads. A new page is a row in PAGES.
"""
import random
import re
import unittest

import axe
import files
import kit
from browser import Browser
from desk import Desk, post_fields
from sheets import Book

BEGIN_FIRST = True
MOST = 40 * 1024  # bytes as sent, with style sheet and scripts
LONG = "Приказ № 17 Министерства внутренних дел от 3 февраля 2025 года, статья 4, вступил в силу. " * 4


# --- pages that a form leads to ---

def post(code, button="save", **fields):
    """The page that comes back when the answer is sent with these fields."""
    def reach(world, browser):
        browser.go(world.desk.seat + code)
        world.fill(browser, **fields)
        browser.follow(browser.find("#answer-form button[name='do'][value='%s']" % button))
    return reach


def conflict(world, browser):
    """Somebody else saves while the form is open."""
    browser.go(world.desk.seat + "XBR1")
    world.desk.save("XBR1", client=world.desk.deputy, value="1", narrative="From the deputy. " + LONG)
    world.fill(browser, narrative="From the focal point. " + LONG)
    browser.follow(browser.find("#answer-form button[name='do'][value='save']"))


def held_sign_in(world, browser):
    """The session has ended while the form was open."""
    browser.go(world.desk.seat + "XBR2")
    world.fill(browser, narrative=LONG)
    browser.driver.delete_cookie("session")
    browser.follow(browser.find("#answer-form button[name='do'][value='save']"))


def held_form(world, browser):
    held_sign_in(world, browser)
    browser.fill("email", "focal@x.example")
    browser.fill("password", kit.PASSWORD)
    browser.follow(browser.find("form[action='/account/sign-in'] button"))


def nothing_found(world, browser):
    browser.go(world.desk.seat + "?q=nothing+has+such+a+title")


def wrong_handover(world, browser):
    """A day that has passed, and nobody named."""
    browser.go("/reporting/team/XAA/")
    browser.fill("email", "nobody@x.example")
    browser.fill("starts_on", "2026-03-01")
    browser.follow(browser.find("form[action='/reporting/team/XAA/handover'] button"))


def return_without_reason(world, browser):
    browser.go(world.desk.seat + "clearing")
    browser.find("#answer-CHD4 summary").click()
    browser.follow(browser.find("#answer-CHD4 button[value=return]"))
    assert browser.all("#answer-CHD4 .field-error")


def wrong_file(world, browser):
    """What calls itself a picture is none."""
    browser.go(world.desk.seat + "LAW6")
    world.fill(browser, narrative=LONG)
    browser.find("[name='evidence_file']").send_keys(world.desk.site.path("scan.png", b"%PDF-1.4 no picture"))
    browser.follow(browser.find("#answer-form button[name='do'][value='save']"))


def send_workbook(answers):
    """The preview of a workbook with these answers; an answer given here meanwhile is a conflict."""
    def reach(world, browser):
        desk = world.desk
        book = Book(desk.focal.get(desk.seat + "workbook.xlsx").body)
        desk.save("JUS1", value=str(world.count()))
        browser.go(desk.seat + "workbook")
        browser.find("[name='file']").send_keys(desk.site.path("filled.xlsx", book.edited(answers)))
        browser.follow(browser.find("form[enctype] button"))
    return reach


def no_workbook(world, browser):
    browser.go(world.desk.seat + "workbook")
    browser.find("[name='file']").send_keys(world.desk.site.path("photo.xlsx", files.png()))
    browser.follow(browser.find("form[enctype] button"))


# Name, who looks, and the address below the seat (absolute with a slash) or how the page is reached.
PAGES = [
    ("sign-in", None, "/account/sign-in"),
    ("sign-in, asked for", None, "/account/sign-in?next=/reporting/"),
    ("home", "focal", "/reporting/"),
    ("home of a clearing officer", "clearing", "/reporting/"),
    ("workbench", "focal", ""),
    ("workbench of a clearing officer", "clearing", ""),
    ("workbench of an observer", "observer", ""),
    ("workbench, filtered", "focal", "?state=returned"),
    ("workbench, one domain", "focal", "?domain=JUS"),
    ("workbench, nothing found", "focal", nothing_found),
    ("all that is complete", "focal", "submit"),
    ("people", "focal", "/reporting/team/XAA/"),
    ("people, to read", "observer", "/reporting/team/XAA/"),
    ("people, a handover refused", "focal", wrong_handover),
    ("people of a clearing officer", "clearing", "/reporting/team/XAA/"),
    ("form of a ladder", "focal", "LAW1"),
    ("form of a checklist", "focal", "LAW4"),
    ("form of a long checklist", "focal", "PRV6"),
    ("form of a yes or no", "focal", "GOV6"),
    ("form of a count", "focal", "IDR3"),
    ("form of a percent", "focal", "JUS4"),
    ("form of a rate", "focal", "IDR4"),
    ("form with a mistake", "focal", post("JUS5", numerator="5", denominator="4", narrative=LONG)),
    ("form not finished", "focal", post("PRV1", "submit", narrative=LONG)),
    ("form, somebody else saved", "focal", conflict),
    ("form with files", "focal", "LAW5"),
    ("form, a file refused", "focal", wrong_file),
    ("form, returned", "focal", "CHD5"),
    ("answer to read, waiting", "focal", "CHD4"),
    ("answer to read, observer", "observer", "LAW1"),
    ("answer to clear", "clearing", "CHD4"),
    ("clearing", "clearing", "clearing"),
    ("clearing, a return without a reason", "clearing", return_without_reason),
    ("record of clearing", "observer", "record"),
    ("history", "focal", "CHD5/history"),
    ("history without a revision", "observer", "PRO2/history"),
    ("workbook", "focal", "workbook"),
    ("workbook, to read", "observer", "workbook"),
    ("workbook refused", "focal", no_workbook),
    ("preview of a workbook", "focal", send_workbook({"JUS2/value": 7, "JUS2/narrative": LONG, "JUS3/narrative": "Two lines.\n" + LONG})),
    ("preview with mistakes", "focal", send_workbook({"JUS2/value": "seven", "JUS4/numerator": 5, "JUS4/denominator": 4})),
    ("preview with conflicts and personal data", "focal", send_workbook({"JUS1/value": 5, "JUS3/narrative": "The press office, +7 701 123 45 67."})),
    ("answer that is cleared", "clearing", "CHD1"),
    ("form, personal data", "focal", post("PRV2", narrative="The press office, +7 701 123 45 67. " + LONG)),
    ("form, unusual", "focal", post("JUS5", "submit", numerator="1", denominator="2")),
    ("session ended, sign in", "focal", held_sign_in),
    ("session ended, form is there", "focal", held_form),
    ("not found", "focal", "NIX1"),
    ("not open", "observer", "clearing"),
    ("profile", "focal", "/account/"),
    ("people of the site", "administrator", "/secretariat/people"),
    ("people of the site, nobody found", "administrator", "/secretariat/people?q=nobody"),
    ("a person", "administrator", "/secretariat/people/1"),
    ("audit log", "administrator", "/secretariat/audit"),
    ("audit log, searched", "secretariat", "/secretariat/audit?who=focal&action=answer."),
    ("catalogue", "secretariat", "/secretariat/catalogue"),
    ("a framework", "secretariat", "/secretariat/catalogue/trafficking/"),
    ("an indicator", "secretariat", "/secretariat/catalogue/trafficking/LAW1"),
]


class World:
    """A round with answers in every state."""

    def __init__(self):
        self.desk = desk = Desk()
        self.sessions = {}
        self.counted = 100
        desk.save("LAW1", value="2", narrative=LONG, evidence_text1="Order 17 of 3 February, article 4",
                  evidence_text2="https://example.test/a/long/address/of/an/order/that/does/not/break/by/itself/anywhere/at/all.pdf")
        desk.save("IDR3", value="12", source=LONG)
        desk.save("CHD4", do="submit", value="1", narrative=LONG)
        desk.save("CHD1", do="submit", value="1")
        desk.clear("CHD1", "public")
        desk.save("CHD5", do="submit", value="4")
        page = desk.clearing.get(desk.seat + "CHD5")
        desk.clearing.submit(page, desk.seat + "CHD5", do="return", why="The survey is of 2021.\n" + LONG)
        for code in ("LAW2", "LAW3"):
            desk.save(code, do="submit", value="1", narrative=LONG)
        desk.save("JUS6", numerator="3", denominator="4")
        page = desk.focal.get(desk.seat + "LAW5")
        fields = dict(post_fields(page, desk.seat + "LAW5"), do="save", narrative=LONG, evidence_file_share="1")
        fields.pop("evidence_file")
        for name in ("Приказ № 17 о порядке выявления и направления пострадавших от торговли людьми.pdf", "law.pdf"):
            desk.focal.send(desk.seat + "LAW5", fields, [("evidence_file", name, files.pdf(name.encode().hex()))])
            fields["base"] = dict(desk.focal.get(desk.seat + "LAW5").form(desk.seat + "LAW5"))["base"]

    def count(self):
        self.counted += 1
        return self.counted

    def fill(self, browser, **fields):
        for name, value in fields.items():
            browser.fill(name, value)

    def become(self, browser, who, language):
        browser.driver.delete_all_cookies()
        browser.driver.add_cookie({"name": "lang", "value": language})
        if who is not None:
            if who not in self.sessions:
                self.sessions[who] = self.desk.site.signed_in(who + "@x.example").cookies["session"]
            browser.driver.add_cookie({"name": "session", "value": self.sessions[who]})

    def reach(self, browser, who, page, language):
        browser.go("/account/sign-in")
        self.become(browser, who, language)
        if callable(page):
            page(self, browser)
        else:
            browser.go(page if page.startswith("/") else self.desk.seat + page)


@unittest.skipIf(axe.missing(), axe.missing())
class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()

    @classmethod
    def tearDownClass(cls):
        cls.world.desk.close()

    def look(self, language, width, check):
        browser = Browser(self.world.desk.site, language, width=width)
        try:
            for name, who, page in PAGES:
                with self.subTest(page=name, language=language, width=width):
                    self.world.reach(browser, who, page, language)
                    self.assertEqual(browser.language, language)
                    check(browser)
        finally:
            browser.close()

    def check(self, browser):
        self.assertEqual("\n".join(axe.violations(browser)), "")
        self.assertLess(axe.weight(browser), MOST, browser.path)

    def check_narrow(self, browser):
        sideways = browser.driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.assertLessEqual(sideways, 0, browser.path)
        self.check(browser)

    def test_every_page_is_accessible_and_light(self):
        self.look("en", 1280, self.check)

    def test_every_page_fits_a_telephone_in_russian(self):
        self.look("ru", 360, self.check_narrow)

    def test_a_whole_round_with_long_texts_stays_light(self):
        desk, site = self.world.desk, self.world.desk.site
        words = random.Random(49)
        long = lambda: " ".join("".join(words.choice("абвгдежзиклмнопрстуфхцчшя") for _ in range(words.randrange(3, 11))) for _ in range(110))
        site.person("whole@x.example", ("clearing_officer", "XBB"))
        seat = desk.seat.replace("XAA", "XBB")
        codes = sorted(set(re.findall(r'href="%s([A-Z]+[0-9]+)"' % seat, desk.other.get(seat).text)))
        self.assertEqual(len(codes), 49)
        for code in codes:
            fields = {"csrf": desk.csrf(desk.other), "base": "0", "do": "submit", "status": "not_available", "reason": long(), "source": long(),
                      "evidence_text1": "Order of %s, article 4" % code}
            self.assertEqual(desk.other.post(seat + code, fields, follow=False).status, 303)
        for _ in range(12):
            page = desk.other.submit(desk.other.get(seat + "LAW1"), seat + "LAW1", do="withdraw")
            desk.other.submit(page, seat + "LAW1", do="submit", reason=long())
        pages = {"": "other", "submit": "other", "LAW1": "other", "LAW1/history": "other", "record": "other", "clearing": "whole"}
        browser = Browser(site)
        try:
            for page, who in pages.items():
                self.world.reach(browser, who, seat + page, "en")
                with self.subTest(page=page):
                    self.assertIn(browser.path, seat + page)
                    self.assertLess(axe.weight(browser), MOST)
        finally:
            browser.close()

    def test_the_checker_finds_what_is_wrong(self):
        browser = Browser(self.world.desk.site)
        try:
            browser.go("/account/sign-in")
            browser.driver.execute_script("document.querySelector('label').remove(); document.querySelector('html').removeAttribute('lang');")
            found = " ".join(axe.violations(browser))
            self.assertIn("label (", found)
            self.assertIn("html-has-lang (", found)
            self.assertGreater(axe.weight(browser), 2000)
        finally:
            browser.close()


if __name__ == "__main__":
    unittest.main()
