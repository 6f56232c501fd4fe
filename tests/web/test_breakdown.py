"""Breakdowns after disclosure control, on the page of an indicator and in its data."""
import os
import re
import sqlite3
import unittest

import kit
from kit import rows_of


class Breakdowns(unittest.TestCase):
    """Invented governments that report a count with breakdowns."""

    CELLS = {
        "XAA": (63, {"sex=female": 60, "sex=male": 0, "sex=unknown": 3, "age=adult": 63}, "public"),
        "XAB": (4, {"sex=female": 4, "sex=male": 0, "sex=unknown": 0}, "public"),
        "XAC": (77, {"sex=female": 40, "sex=male": 37, "sex=unknown": 0}, "members"),
    }

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for code, (value, _, audience) in cls.CELLS.items():
            cls.site.monitor("participant", "add", code, "--name", "Invented " + code)
            path = os.path.join(cls.site.folder, code + ".csv")
            with open(path, "w") as file:
                file.write("participant,period,indicator,value\n%s,2025,IDR3,%d\n" % (code, value))
            cls.site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented", path)
        with sqlite3.connect(os.path.join(cls.site.data, "reports.db")) as db:
            for code, (_, cells, _) in cls.CELLS.items():
                for cell, value in cells.items():
                    db.execute("INSERT INTO answer_cell SELECT id, revision, ?, ? FROM answer WHERE participant = ?", (cell, value, code))
        db.close()
        cls.site.monitor("summarise")
        cls.client = cls.site.client("en")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def row(self, page, caption, government):
        table = re.search(r"<caption>%s</caption>(.*?)</table>" % caption, page, re.S).group(1)
        row = re.search(r"Invented %s</a></th>(.*?)</tr>" % government, table, re.S)
        # The first cell is the total.
        return [cell.strip() for cell in re.findall(r"<td[^>]*>([^<]*)[^/]*?.*?</td>", row.group(1), re.S)][1:] if row else None

    def test_the_page_tells_shown_suppressed_withheld_missing_and_zero_apart(self):
        page = self.client.get("/trafficking/indicators/IDR3").text
        self.assertEqual(self.row(page, "Sex", "XAA"), ["suppressed", "0", "suppressed"])
        self.assertEqual(self.row(page, "Sex", "XAB"), ["withheld", "withheld", "withheld"])
        self.assertEqual(self.row(page, "Age", "XAA"), ["not given", "63", "not given"])
        self.assertIsNone(self.row(page, "Sex", "XAC"))
        for heading in ("Female", "Male", "Other or not recorded"):
            self.assertIn('<th scope="col" class="num">%s</th>' % heading, page)
        self.assertIn("A 0 is shown as 0", page)

    def test_an_indicator_without_breakdowns_has_no_section_for_them(self):
        self.assertNotIn("<h2>Breakdowns", self.client.get("/trafficking/indicators/IDR2").text)

    def test_the_page_is_in_russian_too(self):
        page = self.site.client("ru").get("/trafficking/indicators/IDR3").text
        self.assertEqual(self.row(page.replace("Пол<", "Sex<"), "Sex", "XAA"), ["скрыто", "0", "скрыто"])

    def test_why_parts_are_not_shown_is_explained_with_how_many_it_concerns(self):
        self.assertIn('href="/trafficking/explain/breakdown/IDR3/2025"', self.client.get("/trafficking/indicators/IDR3").text)
        page = self.client.get("/trafficking/explain/breakdown/IDR3/2025")
        self.assertEqual(page.status, 200)
        for part in ("A number from 1 to 4 is not shown.", "They must lie at least 5 apart.", "disclosure control, version"):
            self.assertIn(part, page.visible)
        rows = re.findall(r'<tr><th scope="row"><a[^>]*>Invented (\w+)</a></th><td>([^<]*)</td>((?:<td class="num">\d+</td>)+)</tr>', page.text)
        counts = {(code, by): tuple(int(n) for n in re.findall(r"\d+", cells)) for code, by, cells in rows}
        self.assertEqual(counts["XAA", "Sex"], (1, 2, 0, 0))
        self.assertEqual(counts["XAB", "Sex"], (0, 0, 3, 0))
        self.assertNotIn("XAC", {code for code, _ in counts})
        data = self.client.get("/trafficking/explain/breakdown/IDR3/2025.json").json()["cells"]
        self.assertEqual(sum(sum(n) for n in counts.values()), len(data))
        missing = self.client.get("/trafficking/explain/breakdown/IDR3/1999")
        self.assertEqual(missing.status, 404)
        self.assertIn('href="/trafficking/explain/breakdown/IDR3/2025"', missing.text)

    def test_shares_stand_beside_the_parts_that_are_shown_and_nowhere_else(self):
        table = re.search(r"<caption>Age</caption>(.*?)</table>", self.client.get("/trafficking/indicators/IDR3").text, re.S).group(1)
        self.assertIn("<small>100\xa0%</small>", table)
        for hidden in re.findall(r'<td class="num band[^>]*>.*?</td>', table):
            self.assertNotIn("%", hidden)

    def test_the_data_say_the_same(self):
        rows = rows_of(self.client.get("/trafficking/cells.csv").text)
        sex = {r["category"]: (r["value"], r["suppressed"], r["status"]) for r in rows if r["participant"] == "XAA" and r["dimension"] == "sex"}
        self.assertEqual(sex, {"female": ("", "1", "suppressed"), "male": ("0", "0", "shown"), "unknown": ("", "1", "suppressed")})
        self.assertEqual({(r["value"], r["status"]) for r in rows if r["participant"] == "XAB"}, {("", "withheld")})
        self.assertIn(("child", "", "missing"), {(r["category"], r["value"], r["status"]) for r in rows})
        cells = self.client.get("/trafficking/indicators/IDR3.json").json()["cells"]
        self.assertEqual(len(cells), len(rows))
        for cell in cells:
            self.assertEqual(cell["value"] is None, cell["status"] != "shown", cell)

    def test_the_export_of_the_command_is_that_of_the_address(self):
        exported = self.site.monitor("export", "cells", "--framework", "trafficking", "--audience", "public").stdout
        self.assertEqual(self.client.get("/trafficking/cells.csv").text.replace("\r\n", "\n"), exported.replace("\r\n", "\n"))
        members = rows_of(self.site.monitor("export", "cells", "--framework", "trafficking", "--audience", "members", "--period", "2025").stdout)
        public = rows_of(exported)
        self.assertTrue(all(row in members for row in public))
        self.assertEqual({(r["category"], r["value"]) for r in members if r["participant"] == "XAC" and r["status"] == "shown"},
                         {("female", "40"), ("male", "37"), ("unknown", "0")})
        self.assertNotIn("XAC", exported)


if __name__ == "__main__":
    unittest.main()
