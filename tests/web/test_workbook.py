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


class Upload(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.addCleanup(self.desk.close)
        self.action = self.desk.seat + "workbook"

    def book(self):
        return Book(self.desk.focal.get(self.desk.seat + "workbook.xlsx").body)

    def send(self, data, client=None, follow=True):
        client = client or self.desk.focal
        csrf = dict(client.get(self.action).form(self.action))["csrf"]
        return client.send(self.action, [("csrf", csrf)], [("file", "book.xlsx", data)], follow=follow)

    def where(self, page):
        return self.action + "/" + page.path.rpartition("/")[2]

    def answer(self, code):
        return dict(self.desk.focal.get(self.desk.seat + code).form(self.desk.seat + code))

    def test_the_preview_shows_before_and_after_and_saves_nothing(self):
        self.desk.save("IDR2", value="1", narrative="Old words")
        page = self.send(self.book().edited({"IDR2/narrative": "New words", "IDR3/value": 12}))
        self.assertEqual(page.status, 200)
        for words in ("2 answers would change, in 2 places", "Nothing is saved yet", "Old words", "New words", "IDR3", "Save 2 answers as drafts"):
            self.assertIn(words, page.visible)
        self.assertEqual(self.answer("IDR2")["narrative"], "Old words")
        saved = self.desk.focal.submit(page, self.where(page))
        self.assertIn("2 answers were saved from the workbook", saved.visible)
        self.assertEqual(self.answer("IDR2")["narrative"], "New words")
        self.assertEqual(self.answer("IDR3")["value"], "12")

    def test_saving_twice_saves_once(self):
        page = self.send(self.book().edited({"IDR3/value": 12}))
        self.desk.focal.submit(page, self.where(page))
        again = self.desk.focal.submit(page, self.where(page))
        self.assertEqual(again.status, 404)
        self.assertEqual(self.answer("IDR3")["base"], "1")

    def test_a_mistake_is_named_with_its_cell_and_nothing_can_be_saved(self):
        book = self.book()
        page = self.send(book.edited({"IDR3/value": -4, "GOV6/value": "perhaps", "IDR6/numerator": 3, "IDR6/denominator": 4}))
        self.assertEqual(page.status, 200)
        for words in ("2 places cannot be taken", "C%d" % book.rows["IDR3/value"].number, "perhaps", "Choose Yes or No"):
            self.assertIn(words, page.visible)
        self.assertNotIn("as drafts", page.visible)
        self.assertEqual(self.desk.focal.submit(page, self.where(page)).status, 422)
        self.assertEqual(self.answer("IDR6")["base"], "0")

    def test_what_another_saved_meanwhile_stays_unless_ticked(self):
        self.desk.save("IDR2", value="1")
        data = self.book().edited({"IDR2/narrative": "Mine", "IDR2/source": "My source", "IDR3/value": 12})
        self.desk.save("IDR2", client=self.desk.deputy, value="1", narrative="Theirs", explanation="Only theirs")
        page = self.send(data)
        for words in ("Changed here since the workbook was made", "Deputy saved revision 2", "Theirs", "Mine", "Save 1 answer"):
            self.assertIn(words, page.visible)
        self.desk.focal.submit(page, self.where(page))
        self.assertEqual(self.answer("IDR2")["narrative"], "Theirs")
        page = self.send(data)
        self.desk.focal.submit(page, self.where(page), mine="IDR2")
        self.assertEqual((self.answer("IDR2")["narrative"], self.answer("IDR2")["source"]), ("Mine", "My source"))

    def test_what_changed_since_the_preview_is_shown_again_instead_of_saved(self):
        page = self.send(self.book().edited({"IDR3/value": 12, "GOV6/value": "Yes"}))
        self.desk.save("IDR3", client=self.desk.deputy, value="7")
        again = self.desk.focal.submit(page, self.where(page))
        self.assertEqual(again.status, 409)
        self.assertIn("have changed since you looked", again.visible)
        self.assertEqual((self.answer("IDR3")["value"], self.answer("GOV6")["base"]), ("7", "0"))
        self.desk.focal.submit(again, self.where(page))
        self.assertEqual((self.answer("IDR3")["value"], self.answer("GOV6")["base"]), ("7", "1"))

    def test_what_looks_like_a_person_has_to_be_confirmed(self):
        page = self.send(self.book().edited({"IDR2/narrative": "Call +7 701 123 45 67"}))
        self.assertIn("<mark>+7 701 123 45 67</mark>", page.text)
        refused = self.desk.focal.submit(page, self.where(page))
        self.assertEqual(refused.status, 422)
        self.assertEqual(self.answer("IDR2")["base"], "0")
        self.desk.focal.submit(refused, self.where(page), confirmed="1")
        self.assertEqual(self.answer("IDR2")["narrative"], "Call +7 701 123 45 67")

    def test_only_who_reports_may_send_one_and_see_its_preview(self):
        data = self.book().edited({"IDR3/value": 12})
        place = self.send(data, follow=False).location
        for name in ("clearing", "observer", "other", "secretariat", "donor"):
            client = getattr(self.desk, name)
            csrf = self.desk.csrf(client)
            answer = client.send(self.action, [("csrf", csrf)], [("file", "book.xlsx", data)])
            self.assertEqual(answer.status, 403, name)
            self.assertEqual(client.get(place).status, 403, name)
        self.assertIn("Only a focal point or deputy", self.desk.observer.get(self.action).visible)
        # A deputy may send their own, but this one is not theirs.
        self.assertEqual(self.desk.deputy.get(place).status, 404)
        self.assertEqual(self.send(data, client=self.desk.deputy).status, 200)

    def test_no_file_and_no_token_are_refused(self):
        page = self.desk.focal.get(self.action)
        csrf = dict(page.form(self.action))["csrf"]
        self.assertEqual(self.desk.focal.send(self.action, [("csrf", csrf)], []).status, 422)
        self.assertEqual(self.desk.focal.send(self.action, [("csrf", "0" * 64)], [("file", "b.xlsx", self.book().data)]).status, 403)

    def test_a_workbook_after_the_close_finds_everything_locked(self):
        data = self.book().edited({"IDR3/value": 12})
        self.desk.site.stop()
        self.desk.site.now = "2026-04-10T09:00:00Z"
        self.desk.site.start()
        self.desk.clients.clear()  # Sessions have ended by then.
        page = self.send(data)
        self.assertIn("The round is closed.", page.visible)
        self.assertNotIn("as a draft", page.visible)


if __name__ == "__main__":
    unittest.main()
