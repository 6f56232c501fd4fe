"""The whole way with a real spreadsheet program: download, fill in with LibreOffice, send in, look, save; the same through CSV."""
import sqlite3
import unittest

from desk import Desk
from office import Office
from sheets import Book

TEXT = 'Қазақша, точно «так»; =1+1\n\n"two" <b>&amp; 😀 𝒳 _x0041_'
# What is typed, and what must stand in the database afterwards.
TYPED = {
    "LAW1/value": "2. %s", "LAW1/narrative": TEXT, "LAW1/source": "=HYPERLINK(1)", "LAW1/evidence": "Закон № 5, статья 7\nhttps://example.test/закон",
    "LAW4/item/PP": "Да", "LAW4/item/C29": "Нет", "LAW4/item/C182": "Да",
    "GOV6/value": "Нет", "IDR3/value": 1234, "IDR6/numerator": 3, "IDR6/denominator": 8, "GOV3/value": 12.5,
    "XBR2/status": "Нет данных", "XBR2/reason": "Реестра нет.", "CHD3/status": "Неприменимо", "CHD3/reason": "+7 не было",
    "IDR4/value": 0.1,
}


def sent(desk, data, name, client=None):
    client = client or desk.focal
    page = client.get(desk.seat + "workbook")
    return client.send(desk.seat + "workbook", [("csrf", dict(page.form(desk.seat + "workbook"))["csrf"])], [("file", name, data)])


class WithOffice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.office.__exit__()

    def setUp(self):
        self.desk = Desk()
        self.addCleanup(self.desk.close)
        self.desk.focal.get("/reporting/?lang=ru")

    def stored(self):
        """Indicator → what its newest revision says."""
        db = sqlite3.connect(self.desk.site.data + "/reports.db")
        rows = db.execute("""SELECT i.code, r.status, r.value, r.numerator, r.denominator, r.reason, r.narrative, r.source, a.id, a.revision, a.state
            FROM answer a JOIN indicator_version v ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator
            JOIN answer_revision r ON r.answer = a.id AND r.number = a.revision WHERE a.participant = 'XAA'""").fetchall()
        found = {}
        for row in rows:
            items = {item for (item,) in db.execute("SELECT item FROM answer_item WHERE answer = ? AND number = ?", (row[8], row[9]))}
            evidence = [text for (text,) in db.execute("SELECT text FROM evidence WHERE answer = ? AND removed_at IS NULL ORDER BY id", (row[8],))]
            cells = dict(db.execute("SELECT cell, value FROM answer_cell WHERE answer = ? AND number = ?", (row[8], row[9])))
            found[row[0]] = {"status": row[1], "numbers": row[2:5], "reason": row[5], "narrative": row[6], "source": row[7],
                             "items": items, "evidence": evidence, "cells": cells, "state": row[10]}
        db.close()
        return found

    def typed(self, book):
        typed = dict(TYPED)
        typed["LAW1/value"] = "2. " + self.levels(book)[2]
        cells = [row for row in book.rows if row.startswith("IDR3/cell/sex=")]
        self.assertGreaterEqual(len(cells), 2)
        typed[cells[0]] = 1000
        typed[cells[1]] = 234
        return typed, {cell.split("/")[2]: typed[cell] for cell in cells[:2]}

    def levels(self, book):
        sheet = book.rows["LAW1/value"].sheet
        return [line.split(". ", 1)[1] for line in sheet.text.split("\n") if line[:3] in ("0. ", "1. ", "2. ", "3. ", "4. ")][:5]

    def check(self, cells):
        stored = self.stored()
        self.assertEqual(set(stored), {"LAW1", "LAW4", "GOV6", "IDR3", "IDR6", "GOV3", "XBR2", "CHD3", "IDR4"})
        self.assertEqual({row["state"] for row in stored.values()}, {"draft"})
        self.assertEqual(stored["LAW1"]["numbers"][0], 2)
        self.assertEqual(stored["LAW1"]["narrative"], TEXT)
        self.assertEqual(stored["LAW1"]["source"], "=HYPERLINK(1)")
        self.assertEqual(stored["LAW1"]["evidence"], ["Закон № 5, статья 7", "https://example.test/закон"])
        self.assertEqual(stored["LAW4"]["items"], {"PP", "C182"})
        self.assertEqual(stored["GOV6"]["numbers"][0], 0)
        self.assertEqual(stored["IDR3"]["numbers"][0], 1234)
        self.assertEqual(stored["IDR3"]["cells"], cells)
        self.assertEqual(stored["IDR6"]["numbers"], (37.5, 3, 8))
        self.assertEqual(stored["GOV3"]["numbers"][0], 12.5)
        self.assertEqual(stored["IDR4"]["numbers"][0], 0.1)
        self.assertEqual((stored["XBR2"]["status"], stored["XBR2"]["reason"]), ("not_available", "Реестра нет."))
        self.assertEqual((stored["CHD3"]["status"], stored["CHD3"]["reason"]), ("not_applicable", "+7 не было"))

    def take_over(self, data, name):
        page = sent(self.desk, data, name)
        self.assertEqual(page.status, 200, page.visible)
        self.assertEqual(self.stored(), {})
        self.assertNotIn('id="mistakes"', page.text, page.visible)
        action = self.desk.seat + "workbook/" + page.path.rpartition("/")[2]
        saved = self.desk.focal.submit(page, action)
        self.assertEqual(saved.status, 200, saved.visible)
        return saved

    def test_a_workbook_filled_in_libreoffice_gives_exactly_the_answers_typed(self):
        original = self.desk.focal.get(self.desk.seat + "workbook.xlsx").body
        typed, cells = self.typed(Book(original))
        saved = self.take_over(self.office.fill(original, typed), "анкета.xlsx")
        self.assertIn("Из книги сохранено 9 ответов", saved.visible)
        self.check(cells)

    def test_a_workbook_saved_by_libreoffice_untouched_changes_nothing(self):
        self.desk.save("LAW1", value="2", narrative=TEXT)
        self.desk.save("IDR6", numerator="1", denominator="3")
        self.desk.save("LAW4", item=["PP"], do="submit")
        before = self.stored()
        data = self.office.fill(self.desk.focal.get(self.desk.seat + "workbook.xlsx").body, {})
        page = sent(self.desk, data, "book.xlsx")
        self.assertIn("принимать нечего", page.visible)
        self.assertEqual(self.stored(), before)

    def csv_filled_in(self, charset, changes):
        """The CSV as LibreOffice in Russian saves it in that character set, with what was typed; and the cells among it."""
        original = self.desk.focal.get(self.desk.seat + "workbook.csv").body
        typed, cells = self.typed(Book(self.desk.focal.get(self.desk.seat + "workbook.xlsx").body))
        data = self.office.fill_csv(original, {**typed, **changes}, charset=charset)
        self.assertTrue(b";12,5\n" in data or b';"12,5"' in data)
        return data, cells

    def test_csv_from_a_russian_locale_gives_exactly_the_answers_typed(self):
        data, cells = self.csv_filled_in("utf-8", {})
        self.take_over(b"\xef\xbb\xbf" + data, "анкета.csv")
        self.check(cells)

    def test_csv_in_windows_1251_gives_exactly_the_answers_typed(self):
        # What that character set has no letters for cannot be in it.
        data, _ = self.csv_filled_in("windows-1251", {"LAW1/narrative": "Русский; «текст» № 1"})
        self.assertNotIn("Русский".encode(), data)
        self.take_over(data, "анкета.csv")
        stored = self.stored()
        self.assertEqual(stored["LAW1"]["narrative"], "Русский; «текст» № 1")
        self.assertEqual((stored["GOV3"]["numbers"][0], stored["IDR3"]["numbers"][0]), (12.5, 1234))
        self.assertEqual(stored["XBR2"]["reason"], "Реестра нет.")


if __name__ == "__main__":
    unittest.main()
