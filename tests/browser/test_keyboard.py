"""The workbench by keyboard alone, and its filter with scripts and without."""
import unittest

import kit
from browser import Browser
from desk import Desk
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


class Workbench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.save("GOV6", value="1")
        cls.desk.save("IDR3", value="12", do="submit")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def open(self, scripts=True):
        browser = Browser(self.desk.site, scripts=scripts)
        self.addCleanup(browser.close)
        browser.sign_in("focal@x.example", kit.PASSWORD)
        browser.go(self.desk.seat)
        return browser

    def codes(self, browser):
        return [code.text for code in browser.all("section.domain tbody th .code") if code.is_displayed()]

    def test_rows_narrow_while_words_are_typed_and_come_back(self):
        browser = self.open()
        self.assertEqual(len(self.codes(browser)), 49)
        browser.find("#q").send_keys("PERSONS convict")
        self.assertEqual(self.codes(browser), ["JUS3"])
        self.assertEqual(len([part for part in browser.all("section.domain h3") if part.is_displayed()]), 1)
        browser.find("#q").send_keys(Keys.CONTROL + "a", Keys.DELETE)
        self.assertEqual(len(self.codes(browser)), 49)

    def test_without_scripts_the_form_does_the_same(self):
        browser = self.open(scripts=False)
        browser.find("#q").send_keys("PERSONS convict")
        self.assertEqual(len(self.codes(browser)), 49)
        browser.press("Filter")
        self.assertEqual(self.codes(browser), ["JUS3"])
        browser.press("Show all")
        self.assertEqual(len(self.codes(browser)), 49)

    def test_everything_is_reached_by_the_keyboard_in_the_order_of_the_page(self):
        browser = self.open(scripts=False)
        seen = []
        for _ in range(60):
            browser.driver.switch_to.active_element.send_keys(Keys.TAB)
            now = browser.driver.switch_to.active_element
            seen.append(now.get_attribute("href") or now.get_attribute("id") or now.get_attribute("aria-label") or now.text)
        seat = "http://127.0.0.1:%d%s" % (self.desk.site.port, self.desk.seat)
        wanted = [seat + "?state=todo", seat + "?state=submitted", seat + "LAW1", seat + "?domain=LAW", "q", "state", "domain", "Filter",
                  seat + "LAW2"]
        places = [seen.index(one) for one in wanted if one in seen]
        self.assertEqual(len(places), len(wanted), seen)
        self.assertEqual(places, sorted(places), seen)

    def test_complete_drafts_are_submitted_without_a_mouse(self):
        browser = self.open(scripts=False)
        browser.enter(browser.driver.find_element(By.LINK_TEXT, "Submit what is complete (1)"))
        button = browser.find("main form[method='post'] button")
        browser.driver.execute_script("arguments[0].scrollIntoView()", button)
        browser.enter(button)
        self.assertIn("The chosen answers are submitted", browser.text)


if __name__ == "__main__":
    unittest.main()
