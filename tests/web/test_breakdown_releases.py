"""Three releases of breakdowns, read as anybody reads them: every page and file that a link leads to, for the public and for members. What is shown is
what the audience's snapshot holds, and no number that any release kept back stands anywhere, in whatever format."""
import csv
import io
import os
import re
import sqlite3
import unittest
import zipfile

import kit

# Large numbers, each of its own, so that they are found wherever they stand. By release; None: the release left it out.
RELEASES = (
    {"XAA": {"sex=female": 71234567, "sex=male": 91234561, "sex=unknown": 3, "age=adult": 162469131},
     "XAB": {"sex=female": 2, "sex=male": 0, "sex=unknown": 1},
     "XAC": {"sex=female": 81234569, "sex=male": 61234567, "sex=unknown": 4}},
    {"XAA": {"sex=female": 71234567, "sex=male": 91234599, "sex=unknown": 9, "age=adult": 162469175},
     "XAB": {"sex=female": 51234561, "sex=male": 0, "sex=unknown": 1}},
    {"XAA": {"sex=female": 1, "sex=male": 91234599, "sex=unknown": 31234567},
     "XAC": {"sex=female": 81234569, "sex=male": 61234511, "sex=unknown": 2}},
)
AUDIENCE = {"XAA": "public", "XAB": "public", "XAC": "members"}
MOST_ADDRESSES = 600


def texts_of(body):
    """A file's text; of a zip or workbook that of all its parts."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(texts_of(archive.read(name)) for name in archive.namelist())


def digits_together(text):
    """Numbers as they would stand in a data file, whatever sets their groups apart."""
    text = text.replace("&nbsp;", " ").replace("&#160;", " ").replace("&#8239;", " ")
    return re.sub(r"(?<=\d)[\s,.'\u00a0\u2009\u202f]+(?=\d)", "", text)


class ThreeReleases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for code in AUDIENCE:
            cls.site.monitor("participant", "add", code, "--name", "Invented " + code)
        cls.site.person("member@x.example", ("focal_point", "XAC"))
        cls.public = cls.site.client("en")
        cls.kept_back = set()  # numbers that no release showed
        cls.seen = []          # after each release: (audience, rows of the snapshot, what was read)
        for number, release in enumerate(RELEASES, 1):
            cls.publish(number, release)
            cls.site.monitor("summarise")
            cls.member = cls.site.signed_in("member@x.example")
            for audience, client, prefix in (("public", cls.public, ""), ("members", cls.member, "/members")):
                cls.seen.append((audience, cls.rows(audience), cls.crawl(client, prefix)))
        cls.find_kept_back()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    @classmethod
    def publish(cls, number, release):
        if number == 1:
            for code, cells in release.items():
                total = sum(value for cell, value in cells.items() if cell.startswith("sex="))
                path = cls.site.path(code + ".csv", ("participant,period,indicator,value\n%s,2025,IDR3,%d\n" % (code, total)).encode())
                cls.site.monitor("import", "--framework", "trafficking", "--audience", AUDIENCE[code], "--source", "invented", path)
        db = sqlite3.connect(os.path.join(cls.site.data, "reports.db"))
        with db:
            if number > 1:
                db.execute("INSERT INTO release (round, number, released_at) SELECT round, MAX(number) + 1, '2026-0' || ? || '-01T00:00:00Z'"
                           " FROM release GROUP BY round", (number + 1,))
            for code, cells in release.items():
                if number > 1:
                    total = sum(value for cell, value in cells.items() if cell.startswith("sex="))
                    db.execute("UPDATE answer SET revision = revision + 1 WHERE participant = ?", (code,))
                    db.execute("INSERT INTO answer_revision (answer, number, status, value, at) SELECT id, revision, 'reported', ?,"
                               " '2026-01-01T00:00:00Z' FROM answer WHERE participant = ?", (total, code))
                    db.execute("INSERT INTO release_answer SELECT (SELECT MAX(id) FROM release WHERE round = a.round), a.id, a.revision, a.audience"
                               " FROM answer a WHERE participant = ?", (code,))
                    db.execute("UPDATE answer SET released_revision = revision WHERE participant = ?", (code,))
                for cell, value in cells.items():
                    db.execute("INSERT INTO answer_cell SELECT id, revision, ?, ? FROM answer WHERE participant = ?", (cell, value, code))
        db.close()

    @classmethod
    def rows(cls, audience):
        db = sqlite3.connect(os.path.join(cls.site.data, "snapshots", audience + ".db"))
        rows = db.execute("SELECT participant, dimension, category, status, value FROM answer_cell ORDER BY 1, 2, 3").fetchall()
        db.close()
        return rows

    @classmethod
    def crawl(cls, client, prefix):
        """Address → response, of everything that links from the framework's page lead to below it."""
        client.get(prefix + "/?lang=en")  # the crawl before has followed links to other languages
        start = prefix + "/trafficking/indicators/IDR3"
        waiting, read = [start, prefix + "/trafficking/", prefix + "/trafficking/cells.csv"], {}
        waiting += [start + ending for ending in (".csv", ".json", ".xlsx")]
        waiting += ["%s/sdmx/v2/data/dataflow/ALMATY/%s_TRAFFICKING/1.0" % (prefix, flow) for flow in ("BREAKDOWNS", "ANSWERS", "REGIONAL")]
        while waiting and len(read) < MOST_ADDRESSES:
            address = waiting.pop(0)
            if address in read:
                continue
            read[address] = client.get(address)
            if "html" not in read[address].headers.get("Content-Type", ""):
                continue
            for link in re.findall(r'(?:href|src)="([^"#]+)', read[address].text):
                link = link.replace("&amp;", "&")
                about = re.search(r"IDR3|XA[ABC]|2025|cells|releases|sdmx|compare", link)
                if about and link.startswith((prefix + "/trafficking", prefix + "/sdmx", prefix + "/releases")) and link not in read:
                    waiting.append(link)
        return read

    @classmethod
    def find_kept_back(cls):
        given = {value for release in RELEASES for cells in release.values() for value in cells.values() if value > 1000}
        shown = {row[4] for _, rows, _ in cls.seen for row in rows if row[3] == "shown"}
        totals = {sum(value for cell, value in cells.items() if cell.startswith("sex=")) for release in RELEASES for cells in release.values()}
        cls.kept_back = given - shown - totals

    def test_something_was_kept_back_and_something_read(self):
        self.assertGreaterEqual(len(self.kept_back), 3)
        for audience, rows, read in self.seen:
            self.assertTrue(rows)
            self.assertGreater(len(read), 15, sorted(read))
            self.assertGreater(sum(response.status == 200 for response in read.values()), 15)

    def test_no_page_and_no_file_holds_a_number_that_was_kept_back(self):
        for audience, _, read in self.seen:
            for address, response in read.items():
                text = digits_together(texts_of(response.body))
                for number in self.kept_back:
                    self.assertNotIn(str(number), text, "%s: %s" % (audience, address))

    def test_a_number_that_is_shown_is_found_so(self):
        """The search above is one that finds."""
        rows, read = self.seen[0][1:]
        shown = [row[4] for row in rows if row[3] == "shown" and row[4] > 1000]
        self.assertTrue(shown)
        for address in ("/trafficking/indicators/IDR3", "/trafficking/indicators/IDR3.json", "/trafficking/indicators/IDR3.xlsx",
                        "/trafficking/cells.csv", "/sdmx/v2/data/dataflow/ALMATY/BREAKDOWNS_TRAFFICKING/1.0"):
            text = digits_together(texts_of(read[address].body))
            self.assertTrue(all(str(number) in text for number in shown), address)

    def test_csv_and_json_are_what_the_file_holds(self):
        for audience, rows, read in self.seen:
            prefix = "" if audience == "public" else "/members"
            table = csv.DictReader(io.StringIO(read[prefix + "/trafficking/cells.csv"].text.lstrip("\ufeff"), newline=""))
            self.assertEqual(sorted((r["participant"], r["dimension"], r["category"], r["status"], int(r["value"]) if r["value"] else None)
                                    for r in table), sorted(rows))
            cells = read[prefix + "/trafficking/indicators/IDR3.json"].json()["cells"]
            self.assertEqual(sorted((c["participant"], c["dimension"], c["category"], c["status"], c["value"]) for c in cells), sorted(rows))

    def test_the_file_of_a_release_keeps_the_breakdowns_that_it_had(self):
        for place, (audience, rows, _) in enumerate(self.seen):
            client, prefix = (self.public, "") if audience == "public" else (self.member, "/members")
            # The import made releases of its own before.
            number = self.public.get("/trafficking/releases/index.json").json()["releases"][0]["release"] - len(RELEASES) + 1 + place // 2
            answer = client.get("%s/trafficking/releases/2025/%d.zip" % (prefix, number))
            self.assertEqual(answer.status, 200)
            table = csv.DictReader(io.StringIO(zipfile.ZipFile(io.BytesIO(answer.body)).read("breakdowns.csv").decode(), newline=""))
            self.assertEqual(sorted((r["participant"], r["dimension"], r["category"], r["status"], int(r["value"]) if r["value"] else None)
                                    for r in table), sorted(rows), (audience, place))

    def test_the_page_is_what_the_file_holds(self):
        words = {"suppressed": "suppressed", "withheld": "withheld", "missing": "not given"}
        for audience, rows, read in self.seen:
            page = read[("" if audience == "public" else "/members") + "/trafficking/indicators/IDR3"].text
            table = re.search(r"<caption>Sex</caption>(.*?)</table>", page, re.S).group(1)
            for participant in {row[0] for row in rows}:
                row = re.search(r"Invented %s</a></th>(.*?)</tr>" % participant, table, re.S).group(1)
                cells = [digits_together(text).strip() for text in re.findall(r"<td[^>]*>(?:<[^>]+>)*([^<]*)", row)][1:]  # after the total
                held = {category: words.get(status, str(value)) for of, dimension, category, status, value in rows
                        if of == participant and dimension == "sex"}
                self.assertEqual(cells[:3], [held[category] for category in ("female", "male", "unknown")], (audience, participant))


if __name__ == "__main__":
    unittest.main()
