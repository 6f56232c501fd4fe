"""Every public page, filled by real data and by invented governments: what machines can find against it in either language, light and
dark, wide and on a telephone. Pages are the rows of region.PAGES.
"""
import unittest

import axe
import lighthouse
import nu
import region
from browser import Browser

MOST = 60 * 1024  # bytes as sent, with all that the page loads


class PublicPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def look(self, language, width, dark, see):
        """Calls see(browser, page) on each page; a first visit each time."""
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
                    see(browser, page)
        finally:
            browser.close()

    def no_violation(self, browser, page):
        self.assertEqual(axe.violations(browser), [], page)

    @unittest.skipIf(axe.missing(), axe.missing())
    def test_axe_finds_nothing_in_english_by_day(self):
        self.look("en", 1280, False, self.no_violation)

    @unittest.skipIf(axe.missing(), axe.missing())
    def test_axe_finds_nothing_in_russian_by_night_on_a_telephone(self):
        self.look("ru", 360, True, self.no_violation)

    def test_a_page_fits_a_telephone_and_is_light_on_the_line(self):
        def see(browser, page):
            wide = browser.driver.execute_script("return document.documentElement.scrollWidth")
            self.assertLessEqual(wide, 360, "%s scrolls sideways" % page)
            weight = axe.weight(browser)
            self.assertGreater(weight, 1000)
            self.assertLess(weight, MOST, "%s weighs %d bytes" % (page, weight))
        self.look("ru", 360, False, see)

    @unittest.skipIf(nu.missing(), nu.missing())
    def test_the_nu_html_checker_finds_nothing(self):
        pages = {}
        for language in ("en", "ru"):
            client = self.site.client(language)
            for page in region.PAGES:
                pages["%s (%s)" % (page, language)] = client.get(page).body
        self.assertEqual(nu.problems(pages), [])
        broken = pages["/ (en)"].replace(b"</h1>", b"</h2>")
        self.assertNotEqual(nu.problems({"broken": broken}), [], "the checker checks nothing")

    @unittest.skipIf(lighthouse.missing(), lighthouse.missing())
    def test_lighthouse_finds_nothing_against_accessibility_and_best_practices(self):
        for page in region.PAGES:
            if page.endswith("NOSUCH"):
                continue  # Lighthouse refuses to look at a 404
            with self.subTest(page=page):
                for name, (score, wanting) in lighthouse.scores(self.site, page, ("accessibility", "best-practices")).items():
                    self.assertGreaterEqual(score, 99, "%s of %s: %s" % (name, page, wanting))
