"""The regional report in a browser: readable, on a telephone too, and made by the button of the secretariat."""
import unittest

import axe
import test_report
from browser import Browser
from kit import PASSWORD


@unittest.skipIf(axe.missing(), str(axe.missing()))
class Accessibility(unittest.TestCase):
    def check(self, browser, path):
        for width in (1280, 360):
            browser.size(width, 900)
            browser.go(path)
            self.assertEqual(axe.violations(browser), [], "%s at %d" % (path, width))
            wide = browser.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            self.assertLessEqual(wide, 0, "%s scrolls sideways at %d" % (path, width))

    def test_the_report_has_no_violation_in_either_language(self):
        for language in ("en", "ru"):
            browser = Browser(test_report.site(), language)
            try:
                for path in (test_report.REGION, test_report.ANNEX):
                    self.check(browser, path)
            finally:
                browser.close()

    def test_the_button_has_no_violation(self):
        browser = Browser(test_report.site())
        try:
            browser.sign_in("secretariat@x.example", PASSWORD)
            self.check(browser, round_path(browser))
        finally:
            browser.close()


def round_path(browser):
    browser.go("/secretariat/")
    for path in [link.get_attribute("href") for link in browser.all("main a[href*='/secretariat/rounds/']")]:
        browser.driver.get(path)
        if "2025" in browser.heading:
            return browser.path
    raise AssertionError("no round of 2025: " + browser.text)


class Button(unittest.TestCase):
    def test_makes_the_report_that_was_asked_for(self):
        browser = Browser(test_report.site())
        try:
            browser.sign_in("secretariat@x.example", PASSWORD)
            browser.go(round_path(browser))
            browser.fill("audience", "donors")
            browser.fill("lang", "en")
            browser.press("Make the report")
            self.assertIn("waiting to be made", browser.find("#report").text)
            test_report.site().monitor("report", "--waiting")
            browser.driver.refresh()
            self.assertIn("ready, ", browser.find("#report").text)
            self.assertTrue(browser.find("#report a[href$='/donors/en/pdf']").is_displayed())
        finally:
            browser.close()
