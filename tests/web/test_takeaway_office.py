"""The workbooks of pages in a real spreadsheet program: LibreOffice opens them, and reads them as they were written."""
import csv
import io
import unittest

import kit
from office import Office
from test_dashboard import FILED, data_of


class WithOffice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.office = Office().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.office.__exit__()

    def book(self, path, language):
        answer = self.site.client(language).get(path)
        self.assertEqual(answer.status, 200, path)
        return answer.body

    def test_every_workbook_opens_with_all_its_sheets(self):
        for number, page in enumerate(FILED + ["/ihr/releases/2022/1", "/ihr/answers"]):
            for language in ("en", "ru")[number % 2:][:1]:
                path = data_of(page, "xlsx")
                document = self.office.load(self.book(path, language), ".xlsx")
                self.assertIsNotNone(document, path)
                tables = [name for name in self.site.client(language).get(data_of(page, "json")).json() if name != "meta"]
                self.assertEqual(len(document.Sheets.ElementNames), len(tables) + 1, path)
                document.close(True)

    def test_numbers_are_numbers_and_texts_are_texts(self):
        document = self.office.load(self.book("/ihr/indicators/SPAR02.xlsx?period=2018", "ru"), ".xlsx")
        sheet = document.Sheets.getByIndex(1)
        self.assertEqual([sheet.getCellByPosition(column, 1).String for column in (1, 2, 3, 7)], ["KAZ", "Казахстан", "2018", "представлено"])
        self.assertEqual((sheet.getCellByPosition(8, 1).Value, sheet.getCellByPosition(8, 1).Type.value), (40.0, "VALUE"))
        self.assertEqual(sheet.getCellByPosition(3, 1).Type.value, "TEXT")
        # The heading's note says what the column is.
        self.assertIn("Ответ в единице показателя", "".join(note.String for note in sheet.Annotations))
        document.close(True)

    def test_it_reads_the_same_figures_as_the_csv(self):
        document = self.office.load(self.book("/ihr/countries/KGZ.xlsx?period=2013", "en"), ".xlsx")
        sheet = document.Sheets.getByIndex(1)
        rows = list(csv.DictReader(io.StringIO(self.site.client("en").get("/ihr/countries/KGZ.csv?period=2013").text, newline="")))
        heads = [sheet.getCellByPosition(column, 0).String for column in range(20)]
        indicator, value = heads.index("Indicator"), heads.index("Value")
        read = [(sheet.getCellByPosition(indicator, line + 1).String, sheet.getCellByPosition(value, line + 1).Value) for line in range(len(rows))]
        self.assertEqual(read, [(row["indicator"], float(row["value"])) for row in rows])
        document.close(True)


if __name__ == "__main__":
    unittest.main()
