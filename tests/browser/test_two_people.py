"""Words survive: two people in one answer at once, a session that ends, a line that breaks; with and without scripts."""
import contextlib
import os
import sqlite3
import time
import unittest

import kit
from browser import Browser
from desk import Desk

FOCAL = "Закон принят 3 февраля. The focal point's words 🕊"
DEPUTY = "The deputy's words: the order is in force, постановление № 5."


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.seat = cls.desk.seat

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def setUp(self):
        self.stack = contextlib.ExitStack()
        self.addCleanup(self.stack.close)

    def browser(self, who, scripts=True, language="en"):
        browser = Browser(self.site, language, scripts=scripts)
        self.stack.callback(browser.close)
        browser.go("/account/sign-in?lang=" + language)
        browser.sign_in(who + "@x.example", kit.PASSWORD)
        return browser

    def save(self, browser, button="save"):
        browser.follow(browser.find("#answer-form button[name='do'][value='%s']" % button))

    def typed(self, browser, name="narrative"):
        return browser.find("#answer-form [name='%s']" % name).get_attribute("value")

    def narratives(self, code):
        """Of every revision of the answer."""
        with contextlib.closing(sqlite3.connect(os.path.join(self.site.data, "reports.db"))) as db:
            return [text for text, in db.execute("""SELECT narrative FROM answer_revision JOIN answer ON answer.id = answer_revision.answer
                JOIN indicator_version AS version ON version.id = answer.indicator_version JOIN indicator ON indicator.id = version.indicator
                WHERE indicator.code = ? AND answer.participant = 'XAA' ORDER BY answer_revision.number""", (code,))]

    # --- two people ---

    def two_people(self, code, scripts):
        focal, deputy = self.browser("focal", scripts), self.browser("deputy", scripts)
        self.desk.save(code, value="1", narrative="As it was before.", source="Register of 2024")
        for browser in (focal, deputy):
            browser.go(self.seat + code)
        focal.fill("narrative", FOCAL)
        focal.fill("source", "Register of 2025")
        deputy.fill("narrative", DEPUTY)
        self.save(focal)
        self.assertIn("The draft is saved.", focal.text)
        self.save(deputy)
        # Yours, theirs and before stand side by side; what only one of them changed is taken over.
        merge = deputy.find("#merge").text
        for words in (FOCAL, DEPUTY, "As it was before."):
            self.assertIn(words, merge)
        self.assertIn("Focal", merge)
        self.assertEqual(self.typed(deputy), DEPUTY)
        self.assertEqual(self.typed(deputy, "source"), "Register of 2025")
        self.assertEqual(self.narratives(code), ["As it was before.", FOCAL])
        deputy.fill("narrative", FOCAL + "\n" + DEPUTY)
        self.save(deputy)
        self.assertIn("The draft is saved.", deputy.text)
        # Meanwhile the other has typed on, into the form of the revision before.
        focal.fill("narrative", FOCAL + " And more.")
        self.save(focal)
        self.assertIn(DEPUTY, focal.find("#merge").text)
        self.assertEqual(self.typed(focal), FOCAL + " And more.")
        self.save(focal)
        self.assertEqual(self.narratives(code), ["As it was before.", FOCAL, FOCAL + "\n" + DEPUTY, FOCAL + " And more."])

    def test_of_two_people_neither_loses_words_with_scripts(self):
        self.two_people("GOV6", True)

    def test_of_two_people_neither_loses_words_without_scripts(self):
        self.two_people("IDR3", False)

    def test_different_fields_of_two_people_both_stand_without_a_question(self):
        focal, deputy = self.browser("focal"), self.browser("deputy")
        for browser in (focal, deputy):
            browser.go(self.seat + "JUS4")
        focal.fill("numerator", "30")
        focal.fill("denominator", "48")
        deputy.fill("narrative", DEPUTY)
        self.save(focal)
        self.save(deputy)
        self.assertFalse(deputy.has("#merge table"), deputy.text)
        self.assertEqual((self.typed(deputy, "numerator"), self.typed(deputy, "denominator")), ("30", "48"))
        self.save(deputy)
        focal.go(self.seat + "JUS4")
        self.assertEqual((self.typed(focal, "numerator"), self.typed(focal)), ("30", DEPUTY))

    # --- the session ends ---

    def session_ends(self, code, scripts, language, words):
        browser = self.browser("focal", scripts, language)
        browser.go(self.seat + code)
        browser.fill("narrative", FOCAL)
        browser.fill("numerator", "3")
        browser.driver.delete_cookie("session")
        self.save(browser)
        self.assertIn(FOCAL, browser.text)
        browser.fill("email", "focal@x.example")
        browser.fill("password", "not the password")
        browser.press(words["sign in"])
        self.assertIn(FOCAL, browser.text)
        browser.fill("password", kit.PASSWORD)
        browser.press(words["sign in"])
        self.assertIn(FOCAL, browser.text)
        self.assertEqual(self.narratives(code), [])
        browser.press(words["send"])
        self.assertEqual(browser.path, self.seat + code)
        self.assertEqual((self.typed(browser), self.typed(browser, "numerator")), (FOCAL, "3"))
        self.assertEqual(self.narratives(code), [FOCAL])
        # Nothing is offered again that the server has.
        browser.go(self.seat + code)
        self.assertEqual(browser.all("#kept button"), [])

    def test_a_session_that_ended_loses_nothing_without_scripts(self):
        self.session_ends("JUS5", False, "en", {"sign in": "Sign in", "send": "Send what I typed"})

    def test_a_session_that_ended_loses_nothing_with_scripts_in_russian(self):
        self.session_ends("JUS6", True, "ru", {"sign in": "Войти", "send": "Отправить введённое"})

    # --- the line breaks ---

    def test_what_was_typed_while_the_server_was_away_is_offered_again(self):
        browser = self.browser("focal")
        browser.go(self.seat + "PRV1")
        browser.choose("item", browser.find("input[name='item']").get_attribute("value"))
        self.site.stop()
        try:
            browser.fill("narrative", FOCAL)
            self.kept(browser, FOCAL)
            browser.click(browser.find("#answer-form button[name='do'][value='save']"))
            # The browser's own page says that nobody answers.
            for _ in range(100):
                if not browser.has("#answer-form"):
                    break
                time.sleep(0.1)
        finally:
            self.site.start(same_port=True)
        browser.go(self.seat + "PRV1")
        self.assertEqual(self.typed(browser), "")
        self.assertIn("still in this browser", browser.find("#kept").text)
        browser.click(browser.all("#kept button")[0])
        self.assertEqual(self.typed(browser), FOCAL)
        self.assertTrue(browser.find("input[name='item']").is_selected())
        self.save(browser)
        self.assertIn("The draft is saved.", browser.text)
        self.assertEqual(self.narratives("PRV1"), [FOCAL])
        self.assertEqual(browser.all("#kept button"), [])

    def kept(self, browser, words):
        """Until the script has put it away."""
        for _ in range(100):
            if words in (browser.driver.execute_script("return localStorage.getItem('answer:' + location.pathname)") or ""):
                return
            time.sleep(0.05)
        self.fail("the script keeps nothing")

    def test_nothing_is_sent_without_a_connection(self):
        browser = self.browser("focal")
        browser.go(self.seat + "PRV3")
        browser.fill("narrative", FOCAL)
        line = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        browser.driver.execute_cdp_cmd("Network.enable", {})
        browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", line)
        browser.click(browser.find("#answer-form button[name='do'][value='save']"))
        self.assertIn("There is no connection.", browser.find("#kept").text)
        self.assertEqual(self.typed(browser), FOCAL)
        browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", dict(line, offline=False))
        self.save(browser)
        self.assertIn("The draft is saved.", browser.text)

    def test_what_one_person_typed_is_not_shown_to_the_next_at_the_same_computer(self):
        browser = self.browser("focal")
        browser.go(self.seat + "PRV4")
        browser.fill("narrative", FOCAL)
        self.kept(browser, FOCAL)
        browser.driver.delete_all_cookies()
        browser.sign_in("deputy@x.example", kit.PASSWORD)
        browser.go(self.seat + "PRV4")
        self.assertEqual(self.typed(browser), "")
        self.assertEqual(browser.all("#kept button"), [])
        self.assertIsNone(browser.driver.execute_script("return localStorage.getItem('answer:' + location.pathname)"))


if __name__ == "__main__":
    unittest.main()
