"""The calendar of deadlines: its secret address, and the file that calendar programs fetch (RFC 5545, read by python3-icalendar)."""
import datetime
import html
import re
import sqlite3
import os
import unittest

import icalendar

from desk import Desk


class Calendar(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()

    def tearDown(self):
        self.desk.close()

    def make(self, client=None, participant="XAA"):
        client = client or self.desk.focal
        page = client.post("/account/calendar", {"csrf": self.desk.csrf(client), "participant": participant})
        found = re.findall(r'href="https://[^/"]*(/account/calendar\.ics\?token=[0-9a-f]{64}&amp;lang=(..))"', page.text)
        return page, {lang: html.unescape(path) for path, lang in found}

    def events(self, response):
        calendar = icalendar.Calendar.from_ical(response.body)
        return {str(event["UID"]).partition("@")[0].rpartition("-")[2]: event for event in calendar.walk("VEVENT")}

    def test_a_focal_point_makes_the_address_and_it_is_shown_once(self):
        page = self.desk.focal.get("/account/calendar")
        self.assertIn("There is no address yet.", page.visible)
        page, addresses = self.make()
        self.assertEqual(sorted(addresses), ["en", "ru"])
        page = self.desk.focal.get("/account/calendar")
        self.assertNotIn(".ics", page.text)
        self.assertIn("Made on 10 March 2026 by Focal.", page.visible)
        self.assertIn("/account/calendar", self.desk.focal.get("/account/").text)
        token = re.search("token=([0-9a-f]+)", addresses["en"]).group(1)
        with open(os.path.join(self.desk.site.data, "reports.db"), "rb") as db:
            self.assertNotIn(token.encode(), db.read())
        self.desk.site.client().get(addresses["en"])
        self.assertIn("calendar.renew", self.desk.administrator.get("/secretariat/audit").text)
        self.desk.site.stop()
        with open(os.path.join(self.desk.site.data, "log", "access.log")) as log:
            written = log.read()
        self.assertIn("GET /account/calendar.ics HTTP", written)
        self.assertNotIn(token, written)

    def test_the_file_is_a_calendar_that_programs_read_without_signing_in(self):
        _, addresses = self.make()
        response = self.desk.site.client().get(addresses["en"])
        self.assertEqual(response.status, 200)
        self.assertEqual(response.headers["Content-Type"], "text/calendar; charset=utf-8")
        lines = response.body.split(b"\r\n")
        self.assertEqual(lines[-1], b"")
        self.assertNotIn(b"\n", response.body.replace(b"\r\n", b""))
        self.assertTrue(all(len(line) <= 75 for line in lines))
        self.assertTrue(any(line.startswith(b" ") for line in self.desk.site.client().get(addresses["ru"]).body.split(b"\r\n")))
        calendar = icalendar.Calendar.from_ical(response.body)
        self.assertEqual(str(calendar["VERSION"]), "2.0")
        self.assertEqual(str(calendar["X-WR-CALNAME"]), "Almaty Monitor: Alphaland")
        events = self.events(response)
        self.assertEqual({what: event["DTSTART"].dt for what, event in events.items()}, {
            "opens": datetime.date(2026, 3, 1), "due": datetime.date(2026, 3, 20), "closes": datetime.date(2026, 3, 31)})
        due = events["due"]
        self.assertEqual(str(due["SUMMARY"]), "Protection of victims of trafficking, 2025: answers are due")
        self.assertIn(b"trafficking\\, 2025", response.body.replace(b"\r\n ", b""))
        self.assertEqual(due["DTEND"].dt, datetime.date(2026, 3, 21))
        self.assertEqual(due["SEQUENCE"], 0)
        self.assertEqual(due["DTSTAMP"].dt, datetime.datetime(2026, 3, 10, 9, tzinfo=datetime.timezone.utc))
        self.assertEqual(len({str(event["UID"]) for event in events.values()}), 3)

    def test_it_is_in_the_language_chosen(self):
        _, addresses = self.make()
        events = self.events(self.desk.site.client("en").get(addresses["ru"]))
        self.assertEqual(str(events["due"]["SUMMARY"]), "Защита жертв торговли людьми, 2025: срок сдачи ответов")

    def test_an_extension_moves_the_event_and_is_a_newer_version_of_it(self):
        _, addresses = self.make()
        before = self.events(self.desk.site.client().get(addresses["en"]))
        self.desk.later("2026-03-12T10:30:00Z")
        page = self.desk.secretariat.get(self.desk.review)
        self.desk.secretariat.submit(page, self.desk.review + "extend", until="2026-04-20", reason="Elections; secret.")
        response = self.desk.site.client().get(addresses["en"])
        after = self.events(response)
        self.assertEqual(after["due"]["UID"], before["due"]["UID"])
        self.assertEqual(after["due"]["SEQUENCE"], 1)
        self.assertEqual(after["due"]["DTSTAMP"].dt, datetime.datetime(2026, 3, 12, 10, 30, tzinfo=datetime.timezone.utc))
        self.assertEqual(after["due"]["DTSTART"].dt, datetime.date(2026, 4, 20))
        self.assertEqual(after["closes"]["DTSTART"].dt, datetime.date(2026, 4, 20))
        self.assertEqual(str(after["due"]["SUMMARY"]), "Protection of victims of trafficking, 2025: answers are due (extended)")
        self.assertEqual(str(after["due"]["DESCRIPTION"]), "The deadline was extended; it was 20 March 2026.")
        self.assertNotIn(b"secret", response.body)
        _, other = self.make(self.desk.other, "XBB")
        events = self.events(self.desk.site.client().get(other["en"]))
        self.assertEqual((events["due"]["SEQUENCE"], events["due"]["DTSTART"].dt), (0, datetime.date(2026, 3, 20)))

    def test_renewing_makes_the_old_address_stop(self):
        _, old = self.make()
        page, new = self.make(self.desk.clearing)
        self.assertEqual(self.desk.site.client().get(old["en"]).status, 404)
        self.assertEqual(self.desk.site.client().get(new["en"]).status, 200)

    def test_nobody_else_makes_it_and_no_other_address_has_it(self):
        for name in ("deputy", "observer", "secretariat", "administrator", "other"):
            page, addresses = self.make(getattr(self.desk, name))
            self.assertEqual((page.status, addresses), (403, {}), name)
        self.assertIn("You hold neither role", self.desk.deputy.get("/account/calendar").visible)
        self.make()
        client = self.desk.site.client()
        for token in ("0" * 64, "0" * 63, "XAA", "0" * 65, "%00", "..%2f..%2fx", ""):
            self.assertIn(client.get("/account/calendar.ics?token=%s" % token).status, (400, 404), token)
        with sqlite3.connect(os.path.join(self.desk.site.data, "reports.db")) as db:
            hashed = db.execute("SELECT hex(token_hash) FROM calendar_feed").fetchone()[0].lower()
        db.close()
        self.assertEqual(client.get("/account/calendar.ics?token=%s" % hashed).status, 404)
        self.assertEqual(client.get("/account/calendar", follow=False).status, 303)
