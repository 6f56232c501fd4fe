"""The whole reporting desk in a real browser, once with its scripts and once without any."""
import unittest

import files
import kit
from browser import Browser
from desk import Desk
from sheets import Book

PHONE = "+7 701 123 45 67"


class Flow:
    """One way through the desk; the two classes below say with or without scripts."""

    scripts = True

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.seat = cls.desk.seat
        cls.browser = Browser(cls.site, scripts=cls.scripts)
        cls.who = None

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.desk.close()

    # --- what a person does ---

    def be(self, who):
        if type(self).who == who:
            return
        if type(self).who is not None:
            self.browser.go("/account/")
            self.browser.sign_out()
        self.browser.sign_in(who + "@x.example", kit.PASSWORD)
        type(self).who = who

    def open(self, code):
        self.browser.go(self.seat + code)

    def save(self, button="save"):
        self.browser.follow(self.browser.find("#answer-form button[name='do'][value='%s']" % button))

    def submit(self):
        self.save("submit")
        self.assertIn("The answer is saved and waits for clearing.", self.browser.text)

    def shown(self, selector):
        """The text of what the scripts keep up to date; without them it is there after saving."""
        if not self.scripts:
            self.save()
        return self.browser.find(selector).text

    def criteria(self, level):
        return self.browser.all("#answer-form .level[data-level='%d'] input[name='item']" % level)

    # --- each type of answer ---

    def test_ladder_yields_the_highest_level_whose_criteria_are_all_met(self):
        self.be("focal")
        self.open("LAW1")
        for box in self.criteria(1) + self.criteria(2)[:-1]:
            self.browser.click(box)
        reached = self.shown("#reached")
        self.assertIn("Level reached: 1.", reached)
        self.assertIn("To reach the next level", reached)
        missing = self.criteria(2)[-1].find_element("xpath", "..").text
        self.assertIn(missing, reached)
        self.browser.click(self.criteria(2)[-1])
        self.assertIn("Level reached: 2.", self.shown("#reached"))
        self.submit()

    def test_level_3_is_submitted_only_with_evidence(self):
        self.be("focal")
        self.open("LAW2")
        for level in (1, 2, 3):
            for box in self.criteria(level):
                self.browser.click(box)
        self.save("submit")
        self.assertIn("evidence", self.browser.find("main [role=alert]").text)
        self.assertTrue(all(box.is_selected() for box in self.criteria(3)))
        self.browser.fill("evidence_text1", "Criminal code, article 128, as amended on 3 February 2025")
        self.submit()

    def test_checklist(self):
        self.be("focal")
        self.open("LAW4")
        self.browser.choose("item", "PP", "UNTOC", "C29")
        self.assertIn("3 / 7", self.shown("#met"))
        self.submit()
        self.assertIn("3 of 7", self.browser.text)

    def test_yes_no(self):
        self.be("focal")
        self.open("GOV6")
        self.browser.choose("value", "1")
        self.submit()

    def test_percent_shows_its_result(self):
        self.be("focal")
        self.open("JUS4")
        self.browser.fill("numerator", "30")
        self.browser.fill("denominator", "48")
        self.assertIn("62.5", self.shown("#computed"))
        self.submit()
        self.open("PRO1")
        self.browser.fill("numerator", "5")
        self.browser.fill("denominator", "4")
        self.browser.fill("narrative", "Kept words.")
        self.save("submit")
        self.assertTrue(self.browser.has("[aria-invalid='true']"), self.browser.text)
        self.assertEqual(self.browser.find("[name='narrative']").get_attribute("value"), "Kept words.")

    def test_rate(self):
        self.be("focal")
        self.open("IDR4")
        self.browser.fill("numerator", "92")
        self.browser.fill("denominator", "20000000")
        self.assertIn("0.46", self.shown("#computed"))
        self.submit()

    def test_breakdown_that_does_not_add_up_is_mended_and_what_is_unusual_explained(self):
        self.be("focal")
        self.open("IDR3")
        self.browser.fill("value", "92")
        cells = [box.get_attribute("name") for box in self.browser.all("#cell table.breakdown:first-of-type input")]
        self.browser.fill(cells[0], "50")
        self.browser.fill(cells[1], "40")
        self.assertIn("90", self.shown("#cell table.breakdown tfoot"))
        self.save("submit")
        alert = self.browser.find("main [role=alert]").text
        for number in ("90", "92"):
            self.assertIn(number, alert)
        self.assertEqual(self.browser.find("[name='%s']" % cells[0]).get_attribute("value"), "50")
        self.browser.fill(cells[1], "42")
        self.submit()
        # What does not agree with it in another answer is no mistake, but has to be explained.
        self.open("JUS5")
        self.browser.fill("numerator", "60")
        self.browser.fill("denominator", "90")
        self.save("submit")
        self.assertIn("IDR3", self.browser.find("#findings").text)
        self.assertIn("there it is 92", self.browser.find("#findings").text)
        self.browser.fill("explanation", "Two victims left the country before proceedings began.")
        self.submit()
        self.assertIn("Two victims left the country", self.browser.text)

    def test_not_available_needs_a_reason(self):
        self.be("focal")
        self.open("XBR5")
        self.browser.choose("status", "not_available")
        self.save("submit")
        self.assertTrue(self.browser.has("#reason-error"), self.browser.text)
        self.browser.fill("reason", "No register is kept of the requests.")
        self.submit()
        self.assertIn("No register is kept of the requests.", self.browser.text)

    # --- personal data ---

    def test_what_looks_personal_is_marked_and_confirmed_or_taken_out(self):
        self.be("focal")
        self.open("PRV2")
        self.browser.fill("numerator", "3")
        self.browser.fill("denominator", "4")
        self.browser.fill("narrative", "Questions: the press office, %s." % PHONE)
        self.save()
        self.assertEqual(self.browser.find("#confirmed mark").text, PHONE)
        self.assertIn("press office", self.browser.find("[name='narrative']").get_attribute("value"))
        self.browser.click(self.browser.find("#confirmed input[name='confirmed']"))
        self.save()
        self.assertIn("The draft is saved.", self.browser.text)
        self.assertFalse(self.browser.has("#confirmed"))
        self.assertIn("personal", self.audit("PRV2"))
        # Another number is another place.
        self.browser.fill("narrative", "Questions: the press office, +996 555 123 456.")
        self.save()
        self.assertTrue(self.browser.has("#confirmed mark"))
        self.browser.fill("narrative", "Questions: the press office.")
        self.save()
        self.assertIn("The draft is saved.", self.browser.text)

    def audit(self, code):
        page = self.desk.secretariat.get("/secretariat/audit")
        return " ".join(row for row in page.text.split("<tr") if "/" + code in row)

    # --- from the focal point to the clearing officer and back ---

    def test_return_with_a_reason_and_again(self):
        self.be("focal")
        self.open("XBR4")
        self.browser.fill("numerator", "1")
        self.browser.fill("denominator", "2")
        self.submit()
        self.be("clearing")
        self.open("XBR4")
        self.browser.follow(self.browser.find("button[name='do'][value='return']"))
        self.assertTrue(self.browser.has("#why-error"), self.browser.text)
        self.browser.fill("why", "The ministry counts persons, not cases.")
        self.browser.follow(self.browser.find("button[name='do'][value='return']"))
        self.assertIn("The answer is returned to the focal point.", self.browser.text)
        self.be("focal")
        self.browser.go(self.seat)
        self.assertIn("The ministry counts persons, not cases.", self.browser.text)
        self.open("XBR4")
        self.assertIn("The ministry counts persons, not cases.", self.browser.text)
        self.browser.fill("numerator", "2")
        self.browser.fill("denominator", "3")
        self.submit()
        self.be("clearing")
        self.open("XBR4")
        self.browser.choose("audience", "donors")
        self.browser.follow(self.browser.find("button[name='do'][value='clear']"))
        self.assertIn("The answer is cleared", self.browser.text)

    def test_what_did_not_change_is_cleared_at_once_and_stands_in_the_record(self):
        self.be("focal")
        for code in ("PRV3", "PRV4"):
            self.open(code)
            self.browser.fill("numerator", "3")
            self.browser.fill("denominator", "4")
            self.submit()
        self.be("clearing")
        for code in ("PRV3", "PRV4"):
            self.browser.go(self.seat + "clearing")
            self.browser.fill_in(self.browser.find("#audience-" + code), "public")
            self.browser.follow(self.browser.find("#answer-%s button[value='clear']" % code))
            self.assertFalse(self.browser.has("#answer-" + code))
            # The secretariat has a question; the focal point leaves one as it is.
            page = self.desk.secretariat.get(self.desk.review + code)
            self.desk.secretariat.submit(page, self.desk.review + code, do="return", why="Is it of the whole country?")
        self.be("focal")
        self.open("PRV3")
        self.submit()
        self.open("PRV4")
        self.browser.fill("numerator", "2")
        self.browser.fill("narrative", "Two agencies were closed before.")
        self.submit()
        self.be("clearing")
        self.browser.go(self.seat + "clearing")
        self.assertIn("unchanged", self.browser.find("#answer-PRV3").text)
        changed = self.browser.find("#answer-PRV4").text
        for words in ("changed", "75 %", "50 %", "Two agencies were closed before."):
            self.assertIn(words, changed)
        self.browser.follow(self.browser.find("button[name='do'][value='unchanged']"))
        self.assertIn("The unchanged answers are cleared", self.browser.text)
        self.assertTrue(self.browser.has("#answer-PRV4"))
        self.browser.go(self.seat + "record")
        row = [row for row in self.browser.all("main tbody tr") if "PRV3" in row.text][-1].text
        for words in ("Clearing", "75 %", "stands"):
            self.assertIn(words, row)

    def test_the_history_shows_each_revision_and_what_changed(self):
        self.be("focal")
        self.open("GOV4")
        for words in ("The register is kept by the ministry of the interior.", "The register is kept by the ministry of justice."):
            self.browser.fill("narrative", words)
            self.save()
        self.browser.press("Every revision, and what differs")
        self.assertEqual(self.browser.path, self.seat + "GOV4/history")
        newest = self.browser.find("#revision-2")
        self.assertIn("the interior", newest.find_element("css selector", "del").text)
        self.assertIn("justice", newest.find_element("css selector", "ins").text)
        self.assertIn("Focal", newest.text)
        self.assertIn("ministry of the interior", self.browser.find("#revision-1").text)

    # --- files ---

    def test_a_file_goes_with_the_answer_and_comes_back_as_it_was(self):
        self.be("focal")
        name = "Приказ № 5 от 3 февраля.pdf"
        content = files.pdf("with scripts" if self.scripts else "without")
        self.open("PRO3")
        self.browser.fill("narrative", "See the order.")
        self.browser.find("[name='evidence_file']").send_keys(self.site.path(name, content))
        self.save()
        self.assertIn("The draft is saved.", self.browser.text)
        link = self.browser.find("#evidence a[download]")
        self.assertIn(name, link.text)
        # The download, with the browser's session.
        client = self.site.client()
        client.cookies = {cookie["name"]: cookie["value"] for cookie in self.browser.driver.get_cookies()}
        answer = client.get(link.get_attribute("href").split("127.0.0.1:%d" % self.site.port)[1])
        self.assertEqual((answer.status, answer.body), (200, content))
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment;"))
        # A file that is not what it says: the words stay, nothing is kept of it.
        self.browser.fill("narrative", "See the scan, too.")
        self.browser.find("[name='evidence_file']").send_keys(self.site.path("scan.png", b"%PDF-1.4 this is no picture"))
        self.save()
        self.assertTrue(self.browser.has("#evidence_file-error"), self.browser.text)
        self.assertEqual(self.browser.find("[name='narrative']").get_attribute("value"), "See the scan, too.")
        self.assertEqual(len(self.browser.all("#evidence a[download]")), 1)

    # --- the workbook ---

    def test_a_filled_workbook_is_previewed_and_saved_whole(self):
        self.be("focal")
        self.browser.go(self.seat + "workbook")
        client = self.site.client()
        client.cookies = {cookie["name"]: cookie["value"] for cookie in self.browser.driver.get_cookies()}
        book = Book(client.get(self.seat + "workbook.xlsx").body)
        wrong = book.edited({"JUS1/value": "seven", "JUS2/value": 5})
        self.browser.find("[name='file']").send_keys(self.site.path("wrong.xlsx", wrong))
        self.browser.press("Show what would change")
        self.assertIn("seven", self.browser.find("[aria-labelledby='mistakes']").text)
        self.assertFalse(self.browser.has("form[action*='/workbook/'] button"))
        self.browser.go(self.seat + "workbook")
        right = book.edited({"JUS1/value": 7, "JUS2/value": 5, "JUS2/narrative": "Two courts\nreport."})
        self.browser.find("[name='file']").send_keys(self.site.path("right.xlsx", right))
        self.browser.press("Show what would change")
        self.assertIn("Nothing is saved yet.", self.browser.text)
        preview = self.browser.find("[aria-labelledby='a-JUS2']").text
        for words in ("5", "Two courts"):
            self.assertIn(words, preview)
        self.browser.follow(self.browser.find("form[action*='/workbook/'] .actions button"))
        self.assertIn("They are drafts now", self.browser.text)
        self.open("JUS2")
        self.assertEqual(self.browser.find("[name='value']").get_attribute("value"), "5")
        self.assertEqual(self.browser.find("[name='narrative']").get_attribute("value"), "Two courts\nreport.")

    # --- the team ---

    def test_handover_and_taking_back(self):
        self.be("clearing")
        self.browser.go("/reporting/team/XAA/")
        form = self.browser.find("form[action$='/handover']")
        self.fill_successor(form, "Aigul Next", "next-%s@x.example" % self.scripts)
        self.browser.follow(form.find_element("css selector", "button"))
        self.assertIn("Aigul Next", self.browser.text)
        row = [row for row in self.browser.all("main tbody tr") if "Aigul Next" in row.find_element("css selector", "th").text][0]
        self.browser.follow(row.find_element("css selector", "button[value='take_back']"))
        self.assertIn("It is taken back", self.browser.text)

    def fill_successor(self, form, name, email):
        for field in form.find_elements("css selector", "input:not([type=hidden])"):
            kind = field.get_attribute("name")
            if kind == "name":
                field.send_keys(name)
            elif kind == "email":
                field.send_keys(email)
            elif field.get_attribute("type") == "date":
                self.browser.driver.execute_script("arguments[0].value = arguments[1]", field,
                                                   "2026-04-01" if kind == "starts_on" else "2026-05-01")


class WithScripts(Flow, unittest.TestCase):
    scripts = True


class WithoutScripts(Flow, unittest.TestCase):
    scripts = False


if __name__ == "__main__":
    unittest.main()
