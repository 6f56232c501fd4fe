"""What the kit does for pages of a snapshot: kept ready, tagged, compressed, dropped when the snapshot is replaced."""
import datetime
import email.utils
import gzip
import os
import shutil
import sqlite3
import unittest

import kit


class SnapshotPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_a_page_is_sent_once_and_then_only_confirmed(self):
        client = self.site.client()
        page = client.get("/ihr/")
        self.assertEqual(page.status, 200)
        tag = page.headers["ETag"]
        self.assertRegex(tag, r'^"[^"]+"$')
        for sent in (tag, '"other", ' + tag, "W/" + tag, "*"):
            again = client.get("/ihr/", {"If-None-Match": sent})
            self.assertEqual((again.status, again.body), (304, b""), sent)
            self.assertEqual(again.headers["ETag"], tag)
        for sent in ('"other"', tag[:-2] + '"', tag.strip('"')):
            self.assertEqual(client.get("/ihr/", {"If-None-Match": sent}).status, 200, sent)

    def test_figures_are_dated_by_their_run_and_then_only_confirmed(self):
        client = self.site.client()
        data = client.get("/ihr/regional.csv")
        when = email.utils.parsedate_to_datetime(data.headers["Last-Modified"])
        self.assertEqual(when.strftime("%Y-%m-%dT%H:%M:%SZ"), client.get("/ihr/index.json").json()["meta"]["made_at"])

        def asked(headers):
            answer = client.get("/ihr/regional.csv", headers)
            self.assertEqual(answer.body, b"" if answer.status == 304 else data.body)
            return answer.status

        dates = {delta: email.utils.format_datetime(when + datetime.timedelta(seconds=delta), usegmt=True) for delta in (-1, 0, 1)}
        self.assertEqual([asked({"If-Modified-Since": dates[delta]}) for delta in (-1, 0, 1)], [200, 304, 304])
        self.assertEqual(asked({"If-Modified-Since": "yesterday"}), 200)
        self.assertEqual(asked({"If-Modified-Since": dates[1], "If-None-Match": '"other"'}), 200, "a tag counts more than a date")
        self.assertNotIn("Last-Modified", client.get("/ihr/").headers, "a page also changes with its template")

    def test_each_encoding_has_its_own_tag(self):
        plain = self.site.client().get("/ihr/")
        packed = self.site.client().get("/ihr/", {"Accept-Encoding": "gzip, br"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed.body), plain.body)
        self.assertLess(len(packed.body), len(plain.body) / 3)
        self.assertNotEqual(packed.headers["ETag"], plain.headers["ETag"])
        for refused in ("gzip;q=0", "identity", "br"):
            self.assertNotIn("Content-Encoding", self.site.client().get("/ihr/", {"Accept-Encoding": refused}).headers, refused)
        for name in ("Accept-Encoding", "Accept-Language", "Cookie"):
            self.assertIn(name, packed.headers["Vary"])

    def test_each_language_has_its_own_page(self):
        english = self.site.client("en").get("/ihr/")
        russian = self.site.client("ru").get("/ihr/")
        self.assertIn('<html lang="en">', english.text)
        self.assertIn('<html lang="ru">', russian.text)
        self.assertNotEqual(english.headers["ETag"], russian.headers["ETag"])

    def test_parameters_that_the_page_does_not_know_change_nothing(self):
        tags = {self.site.client().get(path).headers["ETag"] for path in ("/ihr/", "/ihr/?utm_source=x", "/ihr/?a=1&b=2", "/ihr/?")}
        self.assertEqual(len(tags), 1)

    def test_public_pages_may_be_kept_by_others_and_carry_no_session(self):
        client = self.site.client()
        page = client.get("/ihr/")
        self.assertEqual(page.headers["Cache-Control"], "public, max-age=60")
        self.assertEqual(client.set_cookies, [])
        # What a browser sends as a session changes nothing: the program cannot even read it.
        client.cookies["session"] = "0" * 64
        self.assertEqual(client.get("/ihr/").body, page.body)

    def test_pages_behind_the_guard_are_kept_only_by_the_own_browser(self):
        self.site.person("donor@x.example", "donor")
        page = self.site.signed_in("donor@x.example").get("/donors/ihr/")
        self.assertEqual(page.status, 200)
        self.assertEqual(page.headers["Cache-Control"], "private, max-age=60")

    def test_links_stay_with_the_audience(self):
        self.site.person("donor2@x.example", "donor")
        page = self.site.signed_in("donor2@x.example").get("/donors/ihr/")
        links = kit.re.findall(r'href="(/[^"]*)"', page.text)
        for link in links:
            self.assertRegex(link, r"^/(donors|assets|account)/", link)

    def test_head_has_the_tag_and_no_body(self):
        head = self.site.client().request("HEAD", "/ihr/")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(head.headers["ETag"], self.site.client().get("/ihr/").headers["ETag"])

    def test_errors_are_not_kept(self):
        for path in ("/nothing/", "/ihr/?period=never", "/ihr/indicators/NOTHING"):
            page = self.site.client().get(path)
            self.assertIn(page.status, (400, 404), path)
            self.assertNotIn("ETag", page.headers)
            self.assertEqual(page.headers["Cache-Control"], "no-store")


class Replacing(unittest.TestCase):
    def test_a_new_snapshot_shows_at_the_next_request(self):
        site = kit.Site(shipped=True)
        self.addCleanup(site.close)
        before = site.client().get("/ihr/")
        run = site.client().get("/healthz").json()["run"]
        self.assertEqual(site.client().get("/ihr/").headers["ETag"], before.headers["ETag"])
        site.monitor("summarise", "--full")
        self.assertNotEqual(site.client().get("/healthz").json()["run"], run)
        after = site.client().get("/ihr/", {"If-None-Match": before.headers["ETag"]})
        self.assertEqual(after.status, 200)
        self.assertNotEqual(after.headers["ETag"], before.headers["ETag"])

    def test_while_there_is_no_good_snapshot_pages_say_so_and_then_recover(self):
        site = kit.Site(shipped=True)
        self.addCleanup(site.close)
        path = os.path.join(site.data, "snapshots", "public.db")
        self.assertEqual(site.client().get("/ihr/").status, 200)
        os.rename(path, path + ".away")
        for address in ("/ihr/", "/ihr/", "/healthz"):
            self.assertEqual(site.client().get(address).status, 503, address)
        self.assertIn("monitor summarise", site.client().get("/ihr/").visible)
        for spoil in (lambda: open(path, "w").close(), lambda: open(path, "wb").write(os.urandom(8192)), self.other_schema(path)):
            spoil()
            self.assertEqual(site.client().get("/ihr/").status, 503)
            os.remove(path)
        os.rename(path + ".away", path)
        self.assertEqual(site.client().get("/ihr/").status, 200)

    @staticmethod
    def other_schema(path):
        def spoil():
            shutil.copy(path + ".away", path)
            with sqlite3.connect(path) as db:
                db.execute("PRAGMA user_version = 999")
        return spoil

    def test_each_audience_has_its_own_file_and_no_program_opens_another(self):
        site = kit.Site(shipped=True)
        self.addCleanup(site.close)
        site.client().get("/ihr/")
        for process, name in site.programs().items():
            with open("/proc/%d/environ" % process) as environ:
                settings = dict(line.partition("=")[::2] for line in environ.read().split("\0") if "=" in line)
            if name in ("dashboard.fcgi", "data.fcgi"):
                self.assertNotIn("MONITOR_DATA", settings)
                self.assertRegex(settings["MONITOR_SNAPSHOT"], r"/(public|donors|members)\.db$")
            else:
                self.assertNotIn("MONITOR_SNAPSHOT", settings)
