"""Headless Chromium for the browser tests, driven as a person would: by labels, links and buttons.

    browser = Browser(site, "ru")
    browser.go("/account/sign-in")
    browser.fill("email", "a@x.example")
    browser.press("Войти")
"""
import atexit
import contextlib
import shutil
import tempfile

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

# The browser calls nobody: without these it looks for updates, accounts and models at every start.
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars"]


_idle = {}  # (language, scripts) → programs that wait for the next test, which takes a second less than to start one


class _Program:
    """Chromium and its driver."""

    def __init__(self, language, scripts):
        self.profile = tempfile.mkdtemp(prefix="monitor-browser-")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in FLAGS + ["--user-data-dir=" + self.profile, "--lang=" + language]:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {
            "intl.accept_languages": language,
            "profile.managed_default_content_settings.javascript": 1 if scripts else 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(120)
        atexit.register(self.end)

    def forget(self, site):
        """As it was when it had started: a new tab without history and emulation, no cookie, nothing stored, no site's page in the cache."""
        old = self.driver.window_handles
        self.driver.switch_to.new_window("tab")
        new = self.driver.current_window_handle
        for handle in old:
            self.driver.switch_to.window(handle)
            self.driver.close()
        self.driver.switch_to.window(new)
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
        self.driver.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": "http://127.0.0.1:%d" % site.port, "storageTypes": "all"})
        self.driver.get_log("browser")

    def end(self):
        atexit.unregister(self.end)
        with contextlib.suppress(Exception):
            self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)


class Browser:
    """A browser that has never been anywhere; tests that follow each other in a process are given the same program, emptied."""

    def __init__(self, site, language="en", width=1280, height=900, scripts=True):
        self.site = site
        self.idle = _idle.setdefault((language, scripts), [])
        self.program = self.idle.pop() if self.idle else _Program(language, scripts)
        self.driver = self.program.driver
        self.size(width, height)

    def close(self):
        try:
            self.program.forget(self.site)
        except Exception:  # it has died, or hangs, in any of the driver's words
            self.program.end()
        else:
            self.idle.append(self.program)

    def size(self, width, height):
        """The page's own width: a window would not go under 500 pixels."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def picture(self, path):
        """The whole page as a PNG."""
        data = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})["data"]
        with open(path, "wb") as file:
            file.write(__import__("base64").b64decode(data))

    def complaints(self):
        """What the browser's console says against the pages since it was asked last."""
        return [one["message"] for one in self.driver.get_log("browser") if one["level"] in ("WARNING", "SEVERE")]

    # --- what a person does ---

    def go(self, path):
        self.driver.get("http://127.0.0.1:%d%s" % (self.site.port, path))

    @property
    def path(self):
        return self.driver.current_url.split("127.0.0.1:%d" % self.site.port, 1)[1]

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def heading(self):
        return self.driver.find_element(By.TAG_NAME, "h1").text

    @property
    def language(self):
        return self.driver.find_element(By.TAG_NAME, "html").get_attribute("lang")

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def has(self, selector):
        return bool(self.all(selector))

    def fill(self, name, value):
        self.fill_in(self.find("main [name='%s']:not([type=hidden])" % name), value)

    def fill_in(self, field, value):
        if field.tag_name == "select":
            Select(field).select_by_value(value)
        elif field.get_attribute("type") == "date":
            # A date field takes keys in the browser's own order.
            self.driver.execute_script("arguments[0].value = arguments[1]", field, value)
        else:
            field.clear()
            field.send_keys(value)

    def choose(self, name, *values):
        """Radio buttons and checkboxes, by value."""
        for value in values:
            box = self.find("main input[name='%s'][value='%s']" % (name, value))
            if not box.is_selected():
                self.click(box)

    def only(self, name, *values):
        """Of a set of checkboxes just these."""
        for box in self.all("main input[name='%s']" % name):
            if box.is_selected() != (box.get_attribute("value") in values):
                self.click(box)

    def click(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def press(self, label):
        """A button or link, by what it says; waits for the page that follows."""
        xpath = "//main//*[self::button or self::a][normalize-space(.)=%s]" % _literal(label)
        found = self.driver.find_elements(By.XPATH, xpath) or self.driver.find_elements(By.XPATH, xpath.replace("//main", "", 1))
        if not found:
            raise NoSuchElementException("nothing to press says “%s” on %s:\n%s" % (label, self.path, self.text))
        self.follow(found[0])

    def follow(self, element):
        """Clicks and waits for the page that follows."""
        self.leave(lambda: self.click(element))

    def enter(self, element):
        """The same by the enter key."""
        self.leave(lambda: element.send_keys(Keys.ENTER))

    def leave(self, act):
        """Does what leads to another page, and waits for it."""
        before = self.find("html")
        act()
        WebDriverWait(self.driver, 120).until(lambda driver: _gone(before) and self.has("body"))

    def sign_in(self, email, password):
        self.go("/account/sign-in")
        self.fill("email", email)
        self.fill("password", password)
        self.press(self.find("main form[action='/account/sign-in'] button").text)

    def sign_out(self):
        self.follow(self.find("form[action='/account/sign-out'] button"))


def _gone(element):
    try:
        element.is_enabled()
        return False
    except Exception:  # the page it stood on is no more, in any of the driver's words
        return True


def _literal(text):
    """Text as an XPath literal."""
    return '"%s"' % text if '"' not in text else "'%s'" % text
