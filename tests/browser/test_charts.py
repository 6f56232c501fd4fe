"""Charts in a browser: a file has its style under its own policy, follows the reader's scheme, and is light on paper; a page to be embedded shows in a
foreign frame, and no other page does; nothing on it stands in anybody's way."""
import http.server
import threading
import unittest

import axe
import kit
from browser import Browser

KINDS = {"indicator": "SPAR02", "trend": "SPAR02", "domain": "all", "bands": "all", "country": "TJK", "official": "VC_HTF_DETV"}


class Foreign:
    """Somebody else's site: a page that frames an address of ours."""

    def __init__(self, address):
        page = ('<!DOCTYPE html><title>Elsewhere</title><iframe src="%s" width="600" height="500"></iframe>' % address).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *arguments):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        # Another name than ours, so that it is another site too.
        self.address = "http://localhost:%d/" % self.server.server_port

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def scheme(browser, name, media=""):
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [{"name": "prefers-color-scheme", "value": name}]})


def style(browser, selector, name):
    return browser.driver.execute_script("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)


class Charts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.browser = Browser(cls.site)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def setUp(self):
        scheme(self.browser, "light")
        self.browser.size(1000, 800)

    def test_a_file_has_its_style_and_follows_the_reader(self):
        for name, dot, paper in (("light", "rgb(11, 83, 148)", "rgb(255, 255, 255)"), ("dark", "rgb(140, 193, 242)", "rgb(17, 24, 31)")):
            scheme(self.browser, name)
            self.browser.go("/ihr/charts/indicator/SPAR02.svg")
            self.assertEqual(style(self.browser, ".dot", "fill"), dot)
            self.assertEqual(style(self.browser, ".paper", "fill"), paper)
            self.assertIn("PT Sans", style(self.browser, "text.tick", "fontFamily"))
        self.assertEqual([entry for entry in self.browser.driver.get_log("browser") if "Security Policy" in entry["message"]], [])

    def test_paper_is_light_also_for_who_reads_in_the_dark(self):
        for path in ("/ihr/charts/indicator/SPAR02.svg", "/ihr/embed/indicator/SPAR02"):
            scheme(self.browser, "dark", "print")
            self.browser.go(path)
            self.assertEqual(style(self.browser, ".dot", "fill"), "rgb(11, 83, 148)", path)
            self.assertEqual(style(self.browser, ".shade-4", "fill"), "rgb(191, 224, 207)", path)

    def framed(self, path):
        """The heading of our page in a frame of somebody else's, or None."""
        elsewhere = Foreign("http://127.0.0.1:%d%s" % (self.site.port, path))
        try:
            self.browser.driver.get(elsewhere.address)
            self.browser.driver.switch_to.frame(self.browser.find("iframe"))
            headings = self.browser.all("h1")
            return headings[0].text if headings and self.browser.all(".figure, .site-name") else None
        finally:
            self.browser.driver.switch_to.default_content()
            elsewhere.close()

    def test_only_pages_to_be_embedded_show_in_a_foreign_frame(self):
        self.assertEqual(self.framed("/ihr/embed/bands/all"), "International Health Regulations capacities")
        for path in ("/ihr/", "/ihr/indicators/SPAR02", "/account/sign-in"):
            self.assertIsNone(self.framed(path), path)

    def test_no_page_to_be_embedded_scrolls_sideways_or_repeats_itself(self):
        for kind, code in KINDS.items():
            for language in ("en", "ru"):
                for width in (1000, 360):
                    self.browser.size(width, 800)
                    self.browser.go("/ihr/embed/%s/%s?lang=%s" % (kind, code, language))
                    wide = self.browser.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
                    self.assertLessEqual(wide, 0, (kind, language, width))
                    shown = [svg for svg in self.browser.all(".figure > div > svg, .multiples svg") if svg.is_displayed()]
                    self.assertEqual(len(shown), 5 if kind in ("trend", "domain") else 1, (kind, width))

    def test_texts_of_a_drawing_lie_within_it_and_do_not_cover_each_other(self):
        """What canvas_width estimates holds for the face that is there."""
        script = """
            const all = [...document.querySelectorAll("svg text")].filter(text => text.getBoundingClientRect().width > 0);
            const paper = document.documentElement.getBoundingClientRect(), boxes = all.map(text => [text.textContent, text.getBoundingClientRect()]);
            const bad = [];
            boxes.forEach(([text, box], i) => {
                if (box.left < paper.left - 1 || box.right > paper.right + 1 || box.bottom > paper.bottom + 1) bad.push(text);
                boxes.slice(0, i).forEach(([other, beside]) => {
                    if (box.left < beside.right - 1 && beside.left < box.right - 1 && box.top < beside.bottom - 5 && beside.top < box.bottom - 5)
                        bad.push(text + " | " + other);
                });
            });
            return [boxes.length, bad];"""
        for kind, code in KINDS.items():
            for language in ("en", "ru"):
                for width in (320, 720):
                    self.browser.go("/ihr/charts/%s/%s.svg?lang=%s&width=%d" % (kind, code, language, width))
                    count, bad = self.browser.driver.execute_script(script)
                    self.assertGreater(count, 15)
                    self.assertEqual(bad, [], (kind, language, width))

    def test_texts_of_a_drawing_on_a_page_are_not_cut_off(self):
        """Pages have the reader's own face, which may be wider than that of the files."""
        script = """
            return [...document.querySelectorAll("svg text")].filter(text => {
                const box = text.getBoundingClientRect(), paper = text.closest("svg").getBoundingClientRect();
                return box.width > 0 && (box.left < paper.left - 1 || box.right > paper.right + 1);
            }).map(text => text.textContent);"""
        for language in ("en", "ru"):
            for width in (360, 1280):
                self.browser.size(width, 900)
                for page in ("indicators/SPAR2_C01", "indicators/SPAR01", "countries/KGZ"):
                    self.browser.go("/ihr/%s?lang=%s" % (page, language))
                    self.assertEqual(self.browser.driver.execute_script(script), [], (page, language, width))

    @unittest.skipIf(axe.missing(), str(axe.missing()))
    def test_pages_to_be_embedded_have_no_violation(self):
        for kind, code in KINDS.items():
            for name, width in (("light", 1000), ("dark", 360)):
                scheme(self.browser, name)
                self.browser.size(width, 800)
                self.browser.go("/ihr/embed/%s/%s?lang=ru" % (kind, code))
                self.browser.driver.execute_script("document.querySelectorAll('details').forEach(one => one.open = true)")
                self.assertEqual(axe.violations(self.browser), [], (kind, name, width))


if __name__ == "__main__":
    unittest.main()
