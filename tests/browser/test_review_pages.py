"""The secretariat's pages of review and trends: no violation that a machine can find, no sideways scrolling on a telephone, and light."""
import unittest

import axe
from browser import Browser
from desk import Desk
from test_accessibility import LONG, MOST

HISTORY = "participant,period,indicator,value,numerator,denominator,status,note\n" + "".join(
    "%s,%d,%s,%d,,,,\n" % (code, year, indicator, value + year % 2)
    for code in ("XAA", "XBB") for year in range(2015, 2025) for indicator, value in (("IDR3", 40), ("JUS1", 30), ("LAW1", 1), ("GOV1", 2)))


def without_reason(world, browser):
    browser.go(world.review + "GOV1")
    browser.find("form button[value=return]").find_element("xpath", "ancestor::details/summary").click()
    browser.follow(browser.find("button[value=return]"))
    assert browser.all(".field-error")


def message_with_a_person(world, browser):
    browser.go(world.review + "GOV2")
    browser.find("#thread summary").click()
    browser.fill("message", "The press office, +7 701 123 45 67.")
    browser.follow(browser.find("button[value=message]"))
    assert browser.all("input[name=confirmed]")


PAGES = [
    ("board", "secretariat", lambda world: world.board),
    ("board of one's own", "seconded", lambda world: world.board),
    ("list", "secretariat", lambda world: world.review),
    ("list, filtered", "secretariat", lambda world: world.review + "?look=any&state=cleared"),
    ("list, nothing found", "secretariat", lambda world: world.review + "?q=nothing+has+such+a+title"),
    ("list of one's own", "seconded", lambda world: world.review),
    ("answer with a finding", "secretariat", lambda world: world.review + "JUS1"),
    ("answer with a thread", "secretariat", lambda world: world.review + "LAW1"),
    ("answer that came back", "secretariat", lambda world: world.review + "GOV1"),
    ("answer not cleared", "secretariat", lambda world: world.review + "PRV1"),
    ("answer of one's own", "seconded", lambda world: world.review + "LAW1"),
    ("a return without a reason", "secretariat", without_reason),
    ("a message with data of a person", "secretariat", message_with_a_person),
    ("accepting together", "secretariat", lambda world: world.review + "accept"),
    ("trends", "secretariat", lambda world: "/secretariat/trends"),
    ("trends, one reason", "secretariat", lambda world: "/secretariat/trends?framework=trafficking&period=2025&look=jump"),
    ("trends of a former round", "secretariat", lambda world: "/secretariat/trends?framework=trafficking&period=2024"),
    ("the government's side of a thread", "focal", lambda world: world.seat + "LAW1"),
    ("workbench with a question", "focal", lambda world: world.seat),
]


def make_world():
    desk = Desk()
    desk.site.monitor("import", "--framework", "trafficking", "--audience", "members", "--source", "Made for this test",
                      desk.site.path("history.csv", HISTORY.encode()))
    for code, fields in (("LAW1", dict(value="3", evidence_text1="Order 17, article 4")), ("GOV1", dict(value="1")), ("GOV2", dict(value="2")),
                         ("JUS1", dict(value="300", explanation=LONG)), ("IDR3", dict(value="140", explanation=LONG)), ("XBR1", dict(value="1"))):
        desk.save(code, do="submit", narrative=LONG, **fields)
        desk.clear(code)
    desk.accept("IDR3")
    desk.save("PRV1", do="submit", value="1")
    desk.secretariat.submit(desk.secretariat.get(desk.review + "GOV1"), desk.review + "GOV1", do="return", why=LONG)
    desk.save("GOV1", do="submit", value="2", narrative=LONG.replace("17", "18"))
    desk.clear("GOV1")
    for client, place in ((desk.secretariat, desk.review), (desk.focal, desk.seat), (desk.secretariat, desk.review)):
        client.submit(client.get(place + "LAW1"), place + "LAW1", do="message", message=LONG)
    return desk


@unittest.skipIf(axe.missing(), axe.missing())
class ReviewPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = make_world()

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def reach(self, browser, who, page, language):
        browser.go("/account/sign-in")
        browser.driver.delete_all_cookies()
        browser.driver.add_cookie({"name": "lang", "value": language})
        browser.driver.add_cookie({"name": "session", "value": getattr(self.world, who).cookies["session"]})
        if page in (without_reason, message_with_a_person):
            page(self.world, browser)
        else:
            browser.go(page(self.world))

    def look(self, language, width):
        browser = Browser(self.world.site, language, width=width)
        try:
            for name, who, page in PAGES:
                with self.subTest(page=name, language=language, width=width):
                    self.reach(browser, who, page, language)
                    self.assertEqual(browser.language, language)
                    sideways = browser.driver.execute_script(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    self.assertLessEqual(sideways, 0, browser.path)
                    self.assertEqual("\n".join(axe.violations(browser)), "")
                    self.assertLess(axe.weight(browser), MOST, browser.path)
        finally:
            browser.close()

    def test_every_page_is_accessible_and_light(self):
        self.look("en", 1280)

    def test_every_page_fits_a_telephone_in_russian(self):
        self.look("ru", 360)


if __name__ == "__main__":
    unittest.main()
