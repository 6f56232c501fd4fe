"""A government's profile, printed by a real browser: two sheets of A4, whatever it has to say."""
import base64
import contextlib
import html
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

import kit
import region
from browser import Browser


class Profile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site()
        # The most that there can be: an invented government with a full round that has official series besides.
        with open(os.path.join(kit.CATALOGUE, "sdg", "unsdg_2023-12.csv"), encoding="utf-8") as extract:
            rows = extract.read().splitlines()
        given = [rows[0]] + [row.replace(",KGZ,417,", ",XAA,%s," % cls.m49("XAA")) for row in rows[1:] if ",KGZ,417," in row]
        cls.site.monitor("fetch", "--from-file", cls.site.path("invented.csv", ("\n".join(given) + "\n").encode()), "--vintage", "2024-06")
        # … and all of its ladders on their lowest level, so that each has a next step.
        ladders = [code for code, kind, _, _ in cls.indicators() if kind == "ladder"]
        cls.site.monitor("import", "--framework", "trafficking", "--audience", "public", "-", input="participant,period,indicator,value\n" +
                         "".join("XAA,2025,%s,0\n" % code for code in ladders))
        cls.ladders = len(ladders)
        cls.site.monitor("summarise")
        cls.folder = tempfile.mkdtemp(prefix="monitor-profile-")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)
        cls.site.close()

    @classmethod
    def asked(cls, sql, *values):
        with contextlib.closing(sqlite3.connect(os.path.join(cls.site.data, "reports.db"))) as db:
            return db.execute(sql, values).fetchall()

    @classmethod
    def m49(cls, code):
        return "%03d" % cls.asked("SELECT m49 FROM participant WHERE code = ?", code)[0]

    @classmethod
    def indicators(cls):
        return cls.asked("SELECT i.code, v.type, v.levels, 0 FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.current = 1"
                         " WHERE i.framework = 'trafficking' ORDER BY i.code")

    def printed(self, browser, path, name):
        browser.go(path)
        pdf = os.path.join(self.folder, name + ".pdf")
        data = browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"]
        with open(pdf, "wb") as file:
            file.write(base64.b64decode(data))
        about = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        text = [subprocess.run(["pdftotext", "-layout", "-f", str(page), "-l", str(page), pdf, "-"], capture_output=True, text=True, check=True).stdout
                for page in (1, 2)]
        return about, text, pdf

    def test_it_is_two_sheets_in_both_languages(self):
        for language, first, second in (("en", "Domains", "SDG targets"), ("ru", "Области", "Задачи ЦУР")):
            browser = Browser(self.site, language, 1280, 900)
            try:
                for path in ("/trafficking/countries/XAA/profile", "/trafficking/countries/XDD/profile", "/ihr/countries/KGZ/profile",
                             "/ihr/countries/UZB/profile", "/trafficking/countries/UZB/profile"):
                    with self.subTest(path=path, language=language):
                        about, text, _ = self.printed(browser, path, language)
                        self.assertRegex(about, r"Pages:\s+2\n")
                        self.assertRegex(about, r"Page size:.*\(A4\)")
                        if not path.startswith("/trafficking/countries/UZB"):
                            self.assertIn(first, text[0])
                            self.assertIn(second, text[1])
            finally:
                browser.close()

    def test_nothing_of_the_round_is_cut_off(self):
        browser = Browser(self.site, "en", 1280, 900)
        try:
            _, text, _ = self.printed(browser, "/trafficking/countries/XAA/profile", "whole")
        finally:
            browser.close()
        for words in ("16.2", "16.a", "Coverage", "run 2"):
            self.assertIn(words, text[1])
        self.assertNotIn("Sign in", text[0])
        self.assertEqual(text[0].count("0→1"), self.ladders)

    def test_each_answer_stands_beside_the_name_of_its_indicator(self):
        for language in ("en", "ru"):
            browser = Browser(self.site, language, 1280, 900)
            try:
                for path, framework, count in (("/trafficking/countries/XAA/profile", "trafficking", 49), ("/ihr/countries/KGZ/profile", "ihr", 15)):
                    _, _, pdf = self.printed(browser, path, "names")
                    text = subprocess.run(["pdftotext", "-raw", "-f", "2", pdf, "-"], capture_output=True, text=True, check=True).stdout
                    text = re.sub(r"\s+", "", text)
                    page = self.site.client(language).get(path.removesuffix("/profile")).text
                    named = re.findall(r'<th scope="row"><a href="/%s/indicators/(\w+)">\1</a> ([^<]+)</th>' % framework, page[page.index('id="answers"'):])
                    self.assertEqual(len(named), count)
                    for code, title in named:
                        self.assertIn(re.sub(r"\s+", "", code + html.unescape(title) + ":"), text, path)
            finally:
                browser.close()

    def test_in_grey_the_own_dot_stands_out_from_box_and_ring(self):
        browser = Browser(self.site, "en", 1280, 900)
        try:
            browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            browser.go("/trafficking/countries/XAA/profile")
            grey = {}
            for name, selector, property in (("dot", "svg.spread-broad .dots", "stroke"), ("ring", "svg.spread-broad .ring", "fill"),
                                             ("box", "svg.spread-broad .box", "fill"), ("paper", ".two-pages", "background-color")):
                value = browser.driver.execute_script("return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])", selector, property)
                red, green, blue = (int(n) for n in re.findall(r"\d+", value)[:3])
                grey[name] = 0.299 * red + 0.587 * green + 0.114 * blue
        finally:
            browser.close()
        self.assertGreater(grey["paper"], 250)
        self.assertLess(grey["dot"], 110)
        self.assertGreater(grey["ring"], 245)
        self.assertGreater(grey["box"], 215)


if __name__ == "__main__":
    unittest.main()
