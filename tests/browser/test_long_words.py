"""A word of two thousand letters, wherever somebody may write: no page scrolls sideways, on a screen or on a telephone."""
import os
import sqlite3
import unittest

import browser
import kit
import region

PAGES = ["/", "/trafficking/", "/trafficking/indicators/", "/trafficking/indicators/IDR2", "/trafficking/indicators/IDR3", "/trafficking/indicators/PRV6",
         "/trafficking/countries/", "/trafficking/countries/XAA", "/trafficking/countries/XAA/profile", "/trafficking/sdg/", "/trafficking/sdg/16.2",
         "/trafficking/sdg/16.2/VC_HTF_DETV",
         "/trafficking/compare?domain=overall&indicator=IDR2&indicator=IDR3", "/trafficking/explain/IDR2/2025", "/trafficking/explain/domain/LAW/2025",
         "/trafficking/explain/domain/overall/2025/XAA", "/trafficking/explain/breakdown/IDR3/2025", "/trafficking/explain/compliance/16.2/2025",
         "/trafficking/embed/indicator/IDR2", "/trafficking/releases/", "/trafficking/releases/2025/1", "/trafficking/report?period=2025", "/methods"]
WORD = "W" * 2000


class LongWords(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site(start=False)
        with sqlite3.connect(os.path.join(cls.site.data, "reports.db")) as db:
            for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                db.execute("DROP TRIGGER " + name)
            for table, column in (("participant_text", "title"), ("framework_text", "text"), ("domain_text", "text"), ("indicator_text", "text"),
                                  ("label", "text"), ("evidence", "text"), ("release", "note"), ("vintage", "source")):
                db.execute("UPDATE %s SET %s = 'Long ' || ?" % (table, column), (WORD,))
            for column in ("narrative", "source", "note"):
                db.execute("UPDATE answer_revision SET %s = ?" % column, (WORD,))
            db.execute("UPDATE catalogue_state SET generation = generation + 1")
        db.close()
        cls.site.monitor("summarise", "--full")
        cls.site.start()
        cls.browser = browser.Browser(cls.site)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.site.close()

    def test_no_page_scrolls_sideways(self):
        for width in (1280, 360):
            self.browser.size(width, 900)
            for page in PAGES:
                self.browser.go(page)
                with self.subTest(page, width=width):
                    self.assertEqual(kit.Client(self.site).get(page).status, 200)
                    self.assertLessEqual(self.browser.driver.execute_script("return document.documentElement.scrollWidth"), width)
