"""The second factor in a real browser, from turning it on to turning it off: no violation that a machine can find, no sideways scrolling on
a telephone, and light; and a reader of QR codes reads the key off the screen."""
import os
import subprocess
import tempfile
import unittest
import urllib.parse

import axe
import kit
import phone
from browser import Browser
from test_accessibility import MOST

NOW = "2026-03-10T09:00:00Z"
PAGE = "/account/second-factor"


def read_qr(browser):
    """What the QR code on the screen says."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "qr.png")
        with open(path, "wb") as file:
            file.write(browser.find("svg.qr").screenshot_as_png)
        return subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True, check=True).stdout.strip()


@unittest.skipIf(axe.missing(), axe.missing())
class SecondFactor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(now=NOW)
        cls.site.person("admin@x.example", "administrator")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def look(self, name):
        browser = self.browser
        with self.subTest(page=name):
            sideways = browser.driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.assertLessEqual(sideways, 0, browser.path)
            self.assertEqual("\n".join(axe.violations(browser)), "")
            self.assertLess(axe.weight(browser), MOST, browser.path)
        if os.environ.get("MONITOR_TEST_PICTURES"):
            browser.picture(os.path.join(os.environ["MONITOR_TEST_PICTURES"], "%s-%s.png" % (name, browser.language)))

    def step(self, do):
        self.browser.follow(self.browser.find("button[name='do'][value='%s']" % do))

    def submit(self):
        self.browser.follow(self.browser.find("main form button"))

    def enter(self):
        """Who is signed in has an account."""
        self.browser.go("/account/")
        self.assertTrue(self.browser.has("main form[action='/account/language']"))

    def code(self, steps=0):
        return phone.code(self.key, phone.moment(NOW) + steps * phone.STEP)

    def wrong(self):
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in [self.code(i) for i in range(-1, 2)])

    def turn_on(self, email):
        browser = self.browser
        browser.go(PAGE)
        self.look("off")
        browser.fill("password", kit.PASSWORD)
        self.step("begin")
        self.look("key")
        address = urllib.parse.urlparse(read_qr(browser))
        self.assertEqual((address.scheme, address.netloc, urllib.parse.unquote(address.path)), ("otpauth", "totp", "/Almaty Monitor:" + email))
        asked = dict(urllib.parse.parse_qsl(address.query))
        self.assertEqual(asked["issuer"], "Almaty Monitor")
        self.assertEqual(asked["secret"], browser.find(".key code").text.replace(" ", ""))
        self.key = phone.key(browser.driver.page_source)
        browser.fill("code", self.wrong())
        self.step("confirm")
        self.look("key refused")
        browser.fill("code", self.code(-1))
        self.step("confirm")
        self.look("codes")
        codes = [one.text for one in browser.all(".codes code")]
        self.assertEqual(len(set(codes)), 10)
        return codes

    def sign_in(self, email, codes):
        browser = self.browser
        browser.sign_out()
        browser.sign_in(email, kit.PASSWORD)
        self.look("code")
        # The field is ready to type into.
        self.assertEqual(browser.driver.switch_to.active_element.get_attribute("name"), "code")
        browser.fill("code", self.wrong())
        self.submit()
        self.look("code refused")
        browser.fill("code", self.code())
        self.submit()
        self.enter()
        browser.sign_out()
        browser.sign_in(email, kit.PASSWORD)
        browser.fill("code", codes[0])
        browser.enter(browser.find("#code"))
        self.enter()

    def turn_off(self, codes):
        browser = self.browser
        browser.go("/account/")
        self.look("profile")
        browser.go(PAGE)
        self.look("on")
        browser.fill("password", kit.PASSWORD)
        browser.fill("code", codes[1])
        self.step("codes")
        codes = [one.text for one in browser.all(".codes code")]
        self.assertEqual(len(codes), 10)
        browser.fill("password", "wrong wrong wrong")
        browser.fill("code", codes[0])
        self.step("off")
        self.look("on refused")
        browser.fill("password", kit.PASSWORD)
        browser.fill("code", codes[0])
        self.step("off")
        self.assertEqual(browser.path, "/account/")
        self.look("profile off")

    def people(self, email):
        """What an administrator sees while it is on."""
        admin = self.site.signed_in("admin@x.example")
        self.browser.driver.delete_cookie("session")
        self.browser.driver.add_cookie({"name": "session", "value": admin.cookies["session"]})
        self.browser.go("/secretariat/people?q=" + email)
        self.look("people")
        self.browser.follow(self.browser.find("tbody th a"))
        self.look("person")

    def journey(self, language, width):
        email = self.site.person("%s%d@x.example" % (language, width), "donor", name="Айгуль Примерова")
        self.browser = Browser(self.site, language, width=width)
        self.addCleanup(self.browser.close)
        # The language of the browser, not that of the profile.
        self.browser.go("/account/sign-in?lang=" + language)
        self.browser.sign_in(email, kit.PASSWORD)
        codes = self.turn_on(email)
        self.sign_in(email, codes)
        own = self.browser.driver.get_cookie("session")["value"]
        self.people(email)
        self.browser.driver.delete_cookie("session")
        self.browser.driver.add_cookie({"name": "session", "value": own})
        self.turn_off(codes)
        self.browser.sign_out()
        self.browser.sign_in(email, kit.PASSWORD)
        self.enter()

    def test_on_a_desk_in_english(self):
        self.journey("en", 1280)

    def test_on_a_telephone_in_russian(self):
        self.journey("ru", 360)


if __name__ == "__main__":
    unittest.main()
