"""Every public page, filled by real data and by invented governments: what machines can find against it in either language, light and
dark, wide and on a telephone. Pages are the rows of region.PAGES.
"""
import unittest

import axe
import nu
import region
from browser import Browser

BEGIN_FIRST = True
MOST = 60 * 1024  # bytes as sent, with all that the page loads


class PublicPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def look(self, language, width, dark):
        """At each page, a first visit each time."""
        browser = Browser(self.site, language, width, 900)
        try:
            driver = browser.driver
            driver.execute_cdp_cmd("Network.enable", {})
            driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
            for page in region.PAGES:
                with self.subTest(page=page, language=language):
                    browser.go(page)
                    self.assertEqual(browser.language, language)
                    wide = driver.execute_script("return document.documentElement.scrollWidth")
                    self.assertLessEqual(wide, width, "%s scrolls sideways" % page)
                    weight = axe.weight(browser)
                    self.assertGreater(weight, 1000)
                    self.assertLess(weight, MOST, "%s weighs %d bytes" % (page, weight))
                    complaints = browser.complaints()
                    if not page.endswith("NOSUCH"):  # of which the browser says that it is a 404
                        self.assertEqual(complaints, [], page)
                    if not axe.missing():
                        self.assertEqual(axe.violations(browser), [], page)
        finally:
            browser.close()
        if axe.missing():
            self.skipTest(axe.missing())  # all but that was looked at

    def test_every_page_is_sound_in_english_by_day(self):
        self.look("en", 1280, False)

    def test_every_page_is_sound_in_russian_by_night_on_a_telephone(self):
        self.look("ru", 360, True)

    def test_every_indicator_of_a_government_is_read_without_scrolling_on_a_telephone(self):
        for language in ("en", "ru"):
            browser = Browser(self.site, language, 360, 900)
            try:
                for page in ("/ihr/countries/KGZ", "/trafficking/countries/XAA"):
                    browser.go(page)
                    for table in ("answers", "coverage"):
                        inner, outer = browser.driver.execute_script(
                            "const box = document.querySelector('#' + arguments[0] + ' .scroll'); return [box.scrollWidth, box.clientWidth]", table)
                        self.assertLessEqual(inner, outer, (page, table, language))
                    # What the head of the column says stands beside each cell that has something to say.
                    unnamed = browser.driver.execute_script(
                        "return [...document.querySelectorAll('#answers td.num:not(:empty), #answers td:nth-child(2)')].filter(cell =>"
                        " getComputedStyle(cell, '::before').content === 'none').map(cell => cell.innerText)")
                    self.assertEqual(unnamed, [], page)
            finally:
                browser.close()

    @unittest.skipIf(nu.missing(), nu.missing())
    def test_the_nu_html_checker_finds_nothing(self):
        pages = {}
        for language in ("en", "ru"):
            client = self.site.client(language)
            for page in region.PAGES:
                pages["%s (%s)" % (page, language)] = client.get(page).body
        pages["broken"] = pages["/ (en)"].replace(b"</h1>", b"</h2>")
        found = nu.problems(pages)
        self.assertEqual([one for one in found if not one.startswith("broken, ")], [])
        self.assertNotEqual(found, [], "the checker checks nothing")
