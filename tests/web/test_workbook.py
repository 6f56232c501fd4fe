"""A questionnaire as workbook and CSV: what the downloads hold."""
import re
import unittest

from desk import Desk
from sheets import Book


class Downloads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.seat = cls.desk.seat
        cls.desk.save("IDR2", value="2", narrative="=1+1 & <b>\nline two")
        cls.desk.save("LAW1", value="1", do="submit")
        cls.desk.save("IDR6", numerator="3", denominator="8")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def book(self, language="en", client=None):
        answer = (client or self.desk.focal).get(self.seat + "workbook.xlsx?lang=" + language)
        self.assertEqual(answer.status, 200)
        self.assertIn("spreadsheetml", answer.headers["Content-Type"])
        self.assertIn('filename="trafficking-2025-XAA-%s.xlsx"' % language, answer.headers["Content-Disposition"])
        return Book(answer.body)

    def test_one_sheet_for_each_domain_after_the_instructions(self):
        book = self.book()
        self.assertEqual(len(book.sheets), 10)
        self.assertEqual(book.sheets[0].name, "Instructions")
        self.assertIn("IDR Identification", [sheet.name for sheet in book.sheets])
        self.assertEqual([sheet.name for sheet in book.sheets if sheet.hidden], ["monitor"])
        self.assertIn("20 March 2026", book.sheets[0].text)
        self.assertEqual(len({row.split("/")[0] for row in book.rows}), 49)

    def test_present_answers_are_filled_in_and_never_as_formulas(self):
        book = self.book()
        self.assertEqual(book.rows["IDR2/status"].value, "Reported")
        self.assertEqual(book.rows["IDR2/value"].value[:2], "2.")
        self.assertEqual(book.rows["IDR2/narrative"].value, "=1+1 & <b>\nline two")
        self.assertEqual((book.rows["IDR6/numerator"].value, book.rows["IDR6/denominator"].value), ("3", "8"))
        self.assertIsNone(book.rows["IDR6/value"].value)
        self.assertIsNone(book.rows["IDR1/value"].value)
        self.assertFalse([sheet.name for sheet in book.sheets if "<f" in sheet.xml.replace("<formula", "")])

    def test_only_answers_that_can_be_changed_are_unlocked(self):
        book = self.book()
        self.assertTrue(all("<sheetProtection" in sheet.xml for sheet in book.sheets))
        unlocked = {name for name, row in book.rows.items() if book.unlocked(row.style)}
        self.assertNotIn("LAW1/value", unlocked)
        self.assertEqual({name for name in book.rows if not name.startswith("LAW1/")}, unlocked)

    def test_choices_are_lists_and_criteria_are_comments(self):
        book = self.book("ru")
        sheet = next(sheet for sheet in book.sheets if sheet.name.startswith("IDR"))
        self.assertIn('type="list"', sheet.xml)
        comments = "".join(book.zip.read(name).decode() for name in book.zip.namelist() if "comments" in name)
        self.assertIn("Не менее чем в трёх четвертях регионов", comments)
        self.assertIn('hidden="1"', re.search("<cols>.*</cols>", sheet.xml).group(0))

    def test_csv_is_as_the_spreadsheets_of_the_language_write_it(self):
        english = self.desk.focal.get(self.seat + "workbook.csv?lang=en")
        russian = self.desk.focal.get(self.seat + "workbook.csv?lang=ru")
        self.assertTrue(english.text.startswith('\ufeff"id","revision","indicator","part","title","value"\r\n'))
        self.assertTrue(russian.text.startswith('\ufeff"id";"revision";"indicator";"part";"title";"value"\r\n'))
        self.assertIn('"\'=1+1 & <b>\nline two"', english.text)
        self.desk.focal.get("/reporting/?lang=en")

    def test_downloads_are_for_people_of_the_government_only(self):
        for name in ("deputy", "clearing", "observer"):
            self.book(client=getattr(self.desk, name))
        for name in ("other", "secretariat", "donor", "administrator"):
            for ending in ("xlsx", "csv"):
                answer = getattr(self.desk, name).get(self.seat + "workbook." + ending)
                self.assertEqual(answer.status, 403, name)


if __name__ == "__main__":
    unittest.main()
