"""The comparison builder in a real browser, with scripts and without; the map by keyboard."""
import unittest

import kit
from browser import Browser
from selenium.webdriver.common.keys import Keys

PICK = "/ihr/compare?domain=overall"


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()

    def open(self, path, scripts=True, width=1280):
        browser = Browser(self.site, scripts=scripts, width=width)
        self.addCleanup(browser.close)
        browser.go(path)
        return browser

    def shown(self, browser):
        return browser.driver.execute_script(
            "return [...document.querySelectorAll('details.group[open]:not([hidden]) label:not([hidden]) input')].map(box => box.value)")

    def test_a_comparison_is_built_without_scripts(self):
        browser = self.open("/ihr/compare", scripts=False)
        self.assertFalse(browser.has(".find"))
        browser.click(next(group for group in browser.all("details.group summary") if group.text == "Coordination"))
        browser.choose("indicator", "SPAR02")
        browser.choose("domain", "COO")
        browser.choose("participant", "KGZ", "UZB")
        browser.fill("from", "2018")
        browser.press("Compare")
        self.assertIn("indicator=SPAR02", browser.path)
        self.assertEqual(len(browser.all(".multiples figure svg")), 2)
        self.assertEqual([cell.text for cell in browser.all("table.compare tbody th[scope=row]")], 2 * ["Kyrgyzstan", "Uzbekistan"])

    def test_indicators_are_found_while_words_are_typed(self):
        browser = self.open("/ihr/compare")
        self.assertEqual(self.shown(browser), ["overall"])
        box = browser.find(".find input")
        box.send_keys("zoonotic animal")
        self.assertEqual(self.shown(browser), ["SPAR03"])
        box.send_keys(Keys.ENTER)
        self.assertEqual(browser.path, "/ihr/compare")
        box.send_keys(Keys.CONTROL + "a", Keys.DELETE)
        self.assertEqual(self.shown(browser), ["overall"])

    def test_the_address_of_a_choice_has_no_empty_parts(self):
        browser = self.open("/ihr/compare")
        browser.choose("domain", "overall")
        browser.press("Compare")
        self.assertEqual(browser.path, PICK)

    def test_the_link_to_a_comparison_is_copied(self):
        browser = self.open(PICK)
        browser.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
        browser.click(next(button for button in browser.all("#choice button") if "Copy" in button.text))
        copied = browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")
        self.assertTrue(str(copied).endswith(PICK), copied)
        self.assertIn("The link is copied.", browser.text)

    def test_the_map_is_gone_through_by_keyboard(self):
        browser = self.open("/ihr/", scripts=False)
        links = browser.all(".map a")
        self.assertEqual(len(links), 5)
        seen = []
        for _ in range(60):
            browser.driver.switch_to.active_element.send_keys(Keys.TAB)
            name = browser.driver.switch_to.active_element.get_attribute("aria-label") or ""
            if ": " in name and name.split(":")[0] not in seen:
                seen.append(name.split(":")[0])
            if len(seen) == 5:
                break
        self.assertEqual(seen, ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"])
        browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
        self.assertEqual(browser.path, "/ihr/countries/UZB")

    def test_no_label_of_the_map_covers_another_on_a_telephone(self):
        for language in ("en", "ru"):
            browser = self.open("/ihr/?lang=" + language, width=360)
            boxes = browser.driver.execute_script(
                "return [...document.querySelectorAll('.map text')].map(t => { const r = t.getBoundingClientRect();"
                " return [r.left, r.top, r.right, r.bottom, t.textContent]; })")
            self.assertEqual(len(boxes), 10)
            for i, a in enumerate(boxes):
                self.assertTrue(0 <= a[0] and a[2] <= 360, a)
                for b in boxes[:i]:
                    # Lines of text are higher than their letters.
                    self.assertFalse(a[0] < b[2] and b[0] < a[2] and a[1] + 3 < b[3] and b[1] + 3 < a[3], (a, b))


if __name__ == "__main__":
    unittest.main()
