"""The Atom feed of releases, one for each audience (RFC 4287)."""
import re
import sqlite3
import unittest
import xml.etree.ElementTree as ElementTree

from desk import Desk

ATOM = "{http://www.w3.org/2005/Atom}"


class Feed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk()
        for code in ("LAW1", "LAW2"):
            desk.save(code, value="1", narrative="x", do="submit")
        desk.clear("LAW1", "public")
        desk.clear("LAW2", "donors")
        desk.accept("LAW1")
        desk.release()
        desk.later("2026-03-12T10:00:00Z")
        desk.accept("LAW2")
        desk.release()
        with sqlite3.connect(desk.site.data + "/reports.db") as db:
            db.execute("UPDATE release SET name = 'Correction <&\"', note = 'Two & three.' WHERE number = 2")
        db.close()
        desk.site.monitor("summarise")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def read(self, response):
        """The feed, checked against what RFC 4287 demands of every feed and entry."""
        self.assertEqual(response.status, 200)
        self.assertEqual(response.headers["Content-Type"], "application/atom+xml; charset=utf-8")
        feed = ElementTree.fromstring(response.body)
        self.assertEqual(feed.tag, ATOM + "feed")
        self.assertEqual(feed.findtext(ATOM + "author/" + ATOM + "name") != "", True)
        for part in [feed] + feed.findall(ATOM + "entry"):
            for name in ("id", "title", "updated"):
                self.assertEqual(len(part.findall(ATOM + name)), 1, name)
            self.assertRegex(part.findtext(ATOM + "id"), r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
            self.assertRegex(part.findtext(ATOM + "updated"), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertEqual(len([link for link in part.findall(ATOM + "link") if link.get("rel") == "alternate"]), 1)
        ids = [element.text for element in feed.iter(ATOM + "id")]
        self.assertEqual(len(set(ids)), len(ids))
        entries = feed.findall(ATOM + "entry")
        moments = [entry.findtext(ATOM + "updated") for entry in entries]
        self.assertEqual(moments, sorted(moments, reverse=True))
        if moments:
            self.assertEqual(feed.findtext(ATOM + "updated"), moments[0])
        return feed, entries

    def test_each_audience_reads_of_the_releases_that_it_sees_something_of(self):
        feed, entries = self.read(self.desk.site.client().get("/releases.atom"))
        self.assertEqual([entry.findtext(ATOM + "title") for entry in entries], ["Protection of victims of trafficking, 2025: First release"])
        self.assertEqual(entries[0].findtext(ATOM + "summary"), "The first release of this period.")
        self.assertEqual(entries[0].findtext(ATOM + "published"), "2026-03-10T09:00:00Z")
        _, entries = self.read(self.desk.donor.get("/donors/releases.atom"))
        self.assertEqual([entry.findtext(ATOM + "title") for entry in entries], [
            "Protection of victims of trafficking, 2025: Correction <&\"", "Protection of victims of trafficking, 2025: First release"])
        self.assertEqual(entries[0].findtext(ATOM + "summary"), "Two & three.")
        self.assertEqual(entries[0].find(ATOM + "link").get("href"), "/donors/trafficking/?period=2025")
        self.assertEqual(self.desk.donor.get(entries[0].find(ATOM + "link").get("href")).status, 200)
        _, entries = self.read(self.desk.focal.get("/members/releases.atom"))
        self.assertEqual(len(entries), 2)

    def test_the_feeds_of_audiences_are_behind_sign_in(self):
        for path in ("/donors/releases.atom", "/members/releases.atom"):
            self.assertIn("/account/sign-in", self.desk.site.client().get(path, follow=False).location)
        self.assertEqual(self.desk.donor.get("/members/releases.atom").status, 403)

    def test_ids_stay_and_an_unchanged_feed_is_not_sent_again(self):
        first = self.desk.site.client().get("/releases.atom")
        again = self.desk.site.client().get("/releases.atom", headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        ids = [element.text for element in ElementTree.fromstring(first.body).iter(ATOM + "id")]
        self.desk.site.monitor("summarise", "--full")
        after = self.desk.site.client().get("/releases.atom")
        self.assertEqual([element.text for element in ElementTree.fromstring(after.body).iter(ATOM + "id")], ids)
        russian = self.desk.site.client().get("/releases.atom?lang=ru")
        feed, entries = self.read(russian)
        self.assertEqual([element.text for element in feed.iter(ATOM + "id")], ids)
        self.assertEqual(feed.get("{http://www.w3.org/XML/1998/namespace}lang"), "ru")
        self.assertEqual(entries[0].findtext(ATOM + "title"), "Защита жертв торговли людьми, 2025: First release")
        self.assertEqual(entries[0].findtext(ATOM + "summary"), "Первая публикация за этот период.")

    def test_pages_name_the_feed_of_their_audience(self):
        page = self.desk.site.client().get("/trafficking/")
        self.assertIn("/releases.atom", re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]*>', page.text).group(0))
        self.assertIn('<a href="/donors/releases.atom">', self.desk.donor.get("/donors/trafficking/").text)
        self.assertNotIn("releases.atom", self.desk.focal.get("/reporting/").text)


class Bare(unittest.TestCase):
    def test_a_release_without_a_name_has_its_number(self):
        desk = Desk()
        try:
            desk.save("LAW1", value="1", narrative="x", do="submit")
            desk.clear("LAW1", "public")
            desk.accept("LAW1")
            desk.release()
            with sqlite3.connect(desk.site.data + "/reports.db") as db:
                db.execute("UPDATE release SET name = ''")
            db.close()
            desk.site.monitor("summarise")
            feed = ElementTree.fromstring(desk.site.client().get("/releases.atom?lang=ru").body)
            self.assertEqual(feed.findtext(ATOM + "entry/" + ATOM + "title"), "Защита жертв торговли людьми, 2025: публикация 1")
        finally:
            desk.close()

    def test_a_feed_without_releases_is_a_feed(self):
        desk = Desk()
        try:
            desk.site.monitor("summarise")
            response = desk.site.client().get("/releases.atom")
            feed = ElementTree.fromstring(response.body)
            self.assertEqual(feed.findall(ATOM + "entry"), [])
            self.assertEqual(feed.findtext(ATOM + "updated"), "2026-03-10T09:00:00Z")
        finally:
            desk.close()
