"""A file as evidence, in a real browser: ahead in pieces, over a line that breaks, after a reload, and without scripts."""
import hashlib
import os
import tempfile
import unittest

from selenium.webdriver.support.ui import WebDriverWait

import files
import kit
from browser import Browser
from desk import Desk


class Upload(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.folder = tempfile.TemporaryDirectory()
        cls.large = os.path.join(cls.folder.name, "Отчёт о защите.pdf")
        with open(cls.large, "wb") as file:
            file.write(files.pdf("report") + os.urandom(3000000))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        cls.desk.close()

    def browser(self, scripts=True, language="en"):
        browser = Browser(self.site, language, scripts=scripts)
        self.addCleanup(browser.close)
        browser.go("/account/sign-in?lang=" + language)
        browser.sign_in("focal@x.example", kit.PASSWORD)
        return browser

    def line(self, browser, offline=False, throughput=-1):
        browser.driver.execute_cdp_cmd("Network.enable", {})
        browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": offline, "latency": 0, "downloadThroughput": -1,
                                                                            "uploadThroughput": throughput})

    def until(self, browser, condition):
        WebDriverWait(browser.driver, 60).until(lambda driver: condition())

    def way(self, browser):
        return browser.find("#file-way").text

    def save(self, browser):
        browser.follow(browser.find("#answer-form button[name='do'][value='save']"))

    def same(self, code):
        page = self.desk.focal.get(self.desk.seat + code)
        href = page.text.split('" download')[0].rsplit('"', 1)[1]
        with open(self.large, "rb") as file:
            self.assertEqual(hashlib.sha256(self.desk.focal.get(self.desk.seat + href).body).digest(), hashlib.sha256(file.read()).digest())

    def test_a_large_file_goes_ahead_and_is_saved_with_the_form(self):
        browser = self.browser()
        browser.go(self.desk.seat + "LAW1")
        browser.choose("status", "reported")
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "has arrived" in self.way(browser))
        self.assertEqual(browser.find("#evidence_file").get_attribute("value"), "")
        self.save(browser)
        self.assertIn("The draft is saved.", browser.text)
        self.assertIn("Отчёт о защите.pdf", browser.text)
        self.assertIn("PDF, 3 MB", browser.text)
        self.same("LAW1")

    def test_it_goes_on_where_the_line_broke(self):
        browser = self.browser()
        browser.go(self.desk.seat + "LAW2")
        browser.choose("status", "reported")
        self.line(browser, throughput=1000000)
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "%" in self.way(browser) and " 0 %" not in self.way(browser))
        self.line(browser, offline=True)
        self.until(browser, lambda: "line is broken" in self.way(browser))
        self.line(browser)
        self.until(browser, lambda: "has arrived" in self.way(browser))
        self.save(browser)
        self.same("LAW2")

    def test_it_goes_on_after_a_reload_of_the_page(self):
        browser = self.browser()
        browser.go(self.desk.seat + "LAW3")
        self.line(browser, throughput=1000000)
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "%" in self.way(browser) and " 0 %" not in self.way(browser))
        browser.go(self.desk.seat + "LAW3")
        self.line(browser)
        browser.choose("status", "reported")
        requests = []
        browser.driver.execute_script("""
            window.asked = [];
            const fetch = window.fetch;
            window.fetch = (address, options) => { window.asked.push([options.method, address, options.body && options.body.get('offset')]); return fetch(address, options); };""")
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "has arrived" in self.way(browser))
        requests = browser.driver.execute_script("return window.asked")
        self.assertEqual(requests[0][0], "GET")
        self.assertGreater(int(requests[1][2]), 0)
        self.save(browser)
        self.same("LAW3")

    def test_a_form_sent_too_early_waits_for_its_file(self):
        browser = self.browser()
        browser.go(self.desk.seat + "LAW4")
        browser.choose("status", "reported")
        self.line(browser, throughput=1500000)
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "%" in self.way(browser))
        browser.click(browser.find("#answer-form button[name='do'][value='save']"))
        self.until(browser, lambda: "The draft is saved." in browser.text)
        self.same("LAW4")

    def test_a_sending_can_be_stopped(self):
        browser = self.browser()
        browser.go(self.desk.seat + "LAW5")
        browser.choose("status", "reported")
        self.line(browser, throughput=500000)
        browser.find("#evidence_file").send_keys(self.large)
        self.until(browser, lambda: "%" in self.way(browser))
        browser.click(browser.find("#file button[type=button]"))
        self.assertEqual(self.way(browser), "")
        self.line(browser)
        self.save(browser)
        self.assertIn("The draft is saved.", browser.text)
        self.assertNotIn("Отчёт", browser.text)

    def test_without_scripts_the_file_goes_with_the_form(self):
        browser = self.browser(scripts=False, language="ru")
        browser.go(self.desk.seat + "LAW6")
        browser.choose("status", "reported")
        browser.find("#evidence_file").send_keys(self.large)
        self.save(browser)
        self.assertIn("Отчёт о защите.pdf", browser.text)
        self.assertIn("PDF, 3 МБ", browser.text)
        self.same("LAW6")


if __name__ == "__main__":
    unittest.main()
