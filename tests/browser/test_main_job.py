"""The main job through a real browser: people, round, answers, clearing, review, release, summaries, and who sees what."""
import os
import subprocess
import time
import unittest

import kit
from browser import Browser

YEAR = time.gmtime().tm_year
# One indicator of each type, and what the focal point answers. IDR3 is a number found nowhere else, to look for in files.
SECRET = "48613"
ANSWERS = {
    "IDR2": {"boxes": ["1.1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"], "evidence": "Order 17 of 3 February, article 4"},
    "LAW4": {"boxes": ["PP", "UNTOC", "C29"]},
    "GOV6": {"radio": {"value": "1"}},
    "IDR3": {"text": {"value": SECRET}},
    "IDR6": {"text": {"numerator": "30", "denominator": SECRET}},
    "IDR4": {"text": {"numerator": SECRET, "denominator": "20000000"}},
}


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True)
        cls.site.monitor("participant", "add", "XAA", "--name", "Exampleland", "--name-ru", "Примерия")
        cls.site.person("admin@x.example", "administrator")
        cls.browser = Browser(cls.site)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.site.close()

    def sign_in(self, email):
        if self.browser.has("form[action='/account/sign-out']"):
            self.browser.sign_out()
        self.browser.sign_in(email, kit.PASSWORD)
        self.assertTrue(self.browser.has("form[action='/account/sign-out']"), self.browser.text)

    def test_from_people_to_donors_page(self):
        self.create_people()
        self.open_round()
        self.answer()
        self.clear()
        self.review_and_release()
        self.summarise_and_look()

    # --- one step each ---

    def create_people(self):
        browser = self.browser
        self.sign_in("admin@x.example")
        people = [("secretariat@x.example", "secretariat", None), ("focal@x.example", "focal_point", "XAA"),
                  ("clearing@x.example", "clearing_officer", "XAA"), ("donor@x.example", "donor", None)]
        links = {}
        for email, role, participant in people:
            browser.go("/secretariat/people")
            browser.fill("name", email.split("@")[0].title())
            browser.fill("email", email)
            # The search above the list has fields of these names, too.
            browser.fill_in(browser.find("form.card [name='role']"), role)
            if participant:
                browser.fill_in(browser.find("form.card [name='participant']"), participant)
            browser.press("Add and make an invitation")
            links[email] = browser.find("main a[href*='/account/welcome']").get_attribute("href").split("127.0.0.1:%d" % self.site.port)[-1]
        browser.sign_out()
        for email, link in links.items():
            browser.go(link)
            self.assertIn(email, browser.text)
            browser.fill("password", kit.PASSWORD)
            browser.fill("again", kit.PASSWORD)
            browser.press("Set the password")
            if browser.has("form[action='/account/sign-out']"):
                browser.sign_out()
        # The link works once.
        browser.go(links["focal@x.example"])
        self.assertFalse(browser.has("input[name='again']"))

    def open_round(self):
        browser = self.browser
        self.sign_in("secretariat@x.example")
        browser.go("/secretariat/")
        browser.press("Open a round")
        browser.fill("framework", "trafficking")
        browser.fill("period", str(YEAR))
        browser.press("Show what would be asked")
        browser.fill("opens_on", "%d-01-01" % YEAR)
        browser.fill("due_on", "%d-12-30" % YEAR)
        browser.fill("closes_on", "%d-12-31" % YEAR)
        browser.only("participant", "XAA")
        browser.press("Open the round")
        self.assertIn("Exampleland", browser.text)
        self.assertRegex(browser.path, r"^/secretariat/rounds/\d+/$")

    def answer(self):
        browser = self.browser
        self.sign_in("focal@x.example")
        browser.go("/reporting/")
        self.assertIn(str(YEAR), browser.text)
        type(self).questionnaire = browser.find("main a[href*='/XAA/']").get_attribute("href").split("127.0.0.1:%d" % self.site.port)[-1]
        for code, answer in ANSWERS.items():
            browser.go(self.questionnaire + code)
            self.fill_in(answer)
            browser.press("Save draft")
            self.assertIn("The draft is saved.", browser.text)
            browser.press("Submit for clearing")
            self.assertIn("waits for clearing", browser.text)
        # A value out of range comes back as typed, with its field marked, and nothing is saved.
        browser.go(self.questionnaire + "GOV3")
        browser.choose("status", "reported")
        browser.fill("numerator", "5")
        browser.fill("denominator", "4")
        browser.fill("narrative", "The budget was overspent.")
        browser.press("Submit for clearing")
        self.assertTrue(browser.has("[aria-invalid='true']"), browser.text)
        self.assertEqual(browser.find("[name='narrative']").get_attribute("value"), "The budget was overspent.")
        self.assertEqual(browser.find("[name='numerator']").get_attribute("value"), "5")

    def fill_in(self, answer):
        browser = self.browser
        browser.choose("status", "reported")
        for name, value in answer.get("radio", {}).items():
            browser.choose(name, value)
        for name, value in answer.get("text", {}).items():
            browser.fill(name, value)
        browser.choose("item", *answer.get("boxes", []))
        if "evidence" in answer:
            browser.fill("evidence_text1", answer["evidence"])

    def clear(self):
        browser = self.browser
        self.sign_in("clearing@x.example")
        for code in ANSWERS:
            browser.go(self.questionnaire + code)
            browser.choose("audience", "donors")
            browser.follow(browser.find("button[name='do'][value='clear']"))
            self.assertIn("cleared", browser.text)

    def review_and_release(self):
        browser = self.browser
        self.sign_in("secretariat@x.example")
        browser.go("/secretariat/")
        browser.press(browser.find("main th a").text)
        seat = browser.path + "XAA/"
        for code in ANSWERS:
            browser.go(seat + code)
            browser.follow(browser.find("main button[name='do'][value='accept']"))
        browser.go(seat.rsplit("XAA/", 1)[0])
        browser.press("Release: see what it changes")
        for code in ANSWERS:
            self.assertIn(code, browser.text)
        browser.press("Release %d answers" % len(ANSWERS))
        self.assertIn("The round is released.", browser.text)

    def summarise_and_look(self):
        browser = self.browser
        self.site.monitor("summarise")
        page = "/trafficking/indicators/IDR3"
        browser.sign_out()
        # Nobody is signed in: the public page knows nothing, the donors' page asks for sign-in and leads back.
        browser.go(page)
        self.assertNotIn(SECRET, self.browser.driver.page_source)
        self.assertNotIn("48,613", browser.text)
        browser.go("/donors" + page)
        self.assertIn("/account/sign-in", browser.path)
        browser.fill("email", "donor@x.example")
        browser.fill("password", kit.PASSWORD)
        browser.press("Sign in")
        self.assertEqual(browser.path, "/donors" + page)
        self.assertRegex(browser.text, r"48[,  .]?613")
        browser.go("/donors/trafficking/countries/XAA")
        self.assertIn("Exampleland", browser.text)
        # The next level of a ladder stands there, in the language of the page.
        browser.go("/donors/trafficking/countries/XAA?lang=ru")
        self.assertIn("Чтобы достичь уровня 4", browser.text)
        browser.find("details:has(#next-IDR2) > summary").click()
        self.assertRegex(browser.find("#next-IDR2").text, "уровень 3 → 4: [А-Я]")
        browser.go("/donors%s?lang=ru" % page)
        self.assertEqual(browser.language, "ru")
        self.assertIn("Примерия", browser.text)
        # And the public file doesn't hold it, in any form.
        public = os.path.join(self.site.data, "snapshots", "public.db")
        strings = subprocess.run(["strings", "-a", public], capture_output=True, text=True, check=True).stdout
        self.assertNotIn(SECRET, strings)
        rows = subprocess.run(["sqlite3", public, "SELECT COUNT(*) FROM answer WHERE framework = 'trafficking'"],
                              capture_output=True, text=True, check=True).stdout.strip()
        self.assertEqual(rows, "0")
        donors = os.path.join(self.site.data, "snapshots", "donors.db")
        rows = subprocess.run(["sqlite3", donors, "SELECT CAST(value AS INTEGER) FROM answer WHERE indicator = 'IDR3'"],
                              capture_output=True, text=True, check=True).stdout.strip()
        self.assertEqual(rows, SECRET)
        self.assertIn("whole", self.site.monitor("audit", "verify").stdout)


if __name__ == "__main__":
    unittest.main()
