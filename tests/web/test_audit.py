"""The audit log's page through a real server: searched, read in words, taken along as CSV, and the state of its chain."""
import csv
import io
import re
import sqlite3
import unittest

from desk import Desk

PATH = "/secretariat/audit"


def numbers(page):
    return [int(n) for n in re.findall(r'data-label="No\.">(\d+)<', page.text)]


class Audit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        for i in range(60):
            cls.desk.save("PRV4", value=str(i / 10))
        cls.desk.save("LAW1", do="submit", value="1")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def search(self, query, client=None):
        return (client or self.desk.secretariat).get(PATH + query)

    def test_it_goes_on_from_a_row_newest_first(self):
        page = self.search("")
        shown = numbers(page)
        self.assertEqual(len(shown), 50)
        self.assertEqual(shown, sorted(shown, reverse=True))
        before = dict(page.forms()[-2][2])["before"]
        self.assertEqual(before, str(shown[-1]))
        older = self.search("?before=" + before)
        self.assertEqual(numbers(older)[0], shown[-1] - 1)
        self.assertIn("Newest", older.visible)
        self.assertEqual(self.search("?before=0").status, 200)

    def test_who_what_on_what_and_when_are_searched(self):
        page = self.search("?who=FOCAL&action=answer.submitted")
        self.assertEqual(len(numbers(page)), 1)
        self.assertIn("focal@x.example", page.visible)
        self.assertIn("Answer: submitted for clearing", page.visible)
        self.assertIn("trafficking/2025/XAA/LAW1", page.visible)
        page = self.search("?object=trafficking/2025/XAA/PRV4")
        self.assertEqual(len(numbers(page)), 50)
        self.assertIn("No row fits", self.search("?who=nobody").visible)
        self.assertIn("No row fits", self.search("?until=2020-01-01").visible)
        self.assertEqual(len(numbers(self.search("?from=2026-03-10&until=2026-03-10&action=round."))), 1)
        self.assertIn("No row fits", self.search("?address=203.0.113.").visible)
        self.assertTrue(numbers(self.search("?address=127.0.0.")))

    def test_what_was_asked_stays_in_the_form_and_on_the_way_to_older_rows(self):
        page = self.search("?who=focal&action=answer.")
        form = dict(page.form(PATH))
        self.assertEqual((form["who"], form["action"]), ("focal", "answer."))
        older = [dict(fields) for there, _, fields in page.forms() if there == PATH and "before" in dict(fields)][0]
        self.assertEqual((older["who"], older["action"]), ("focal", "answer."))

    def test_what_makes_no_sense_is_said_and_kept(self):
        page = self.search("?from=tomorrow&who=focal")
        self.assertEqual(page.status, 422)
        self.assertIn("notice-bad", page.text)
        self.assertEqual(dict(page.form(PATH))["who"], "focal")
        page = self.search("?from=2026-02-01&until=2026-01-01")
        self.assertEqual(page.status, 422)
        self.assertIn("last day lies before the first", page.visible)
        self.assertEqual(self.desk.secretariat.get(PATH + ".csv?from=tomorrow").status, 400)

    def test_percent_signs_and_quotes_are_only_text(self):
        for words in ("%25", "_", "%27%20OR%201=1", "%22%3E%3Cscript%3E"):
            page = self.search("?object=" + words)
            self.assertEqual(page.status, 200)
            self.assertIn("No row fits", page.visible)
            self.assertNotIn("<script>", page.text)

    def test_actions_and_details_are_in_words_of_both_languages(self):
        page = self.search("?action=answer.submitted")
        self.assertIn("revision: 1 · was: Draft · became: Submitted", page.visible)
        self.assertIn("answer.submitted", page.visible)
        page = self.search("?action=answer.submitted&lang=ru")
        main = page.text.split("<main", 1)[1]
        self.assertNotIn("Answer:", main)
        self.assertNotIn("Submitted", main)
        self.search("?lang=en")

    def test_a_person_is_named_and_linked_only_for_administrators(self):
        query = "?action=role.grant&who=monitor"
        page = self.search(query, self.desk.administrator)
        self.assertRegex(page.text, r'<a href="/secretariat/people/\d+">focal@x.example</a>')
        page = self.search(query)
        self.assertIn("focal@x.example", page.visible)
        self.assertNotIn('href="/secretariat/people/', page.text.split("<main", 1)[1])

    def test_it_names_answers_but_never_their_values(self):
        self.desk.save("IDR3", value="90217", narrative="Between ourselves.")
        for client in (self.desk.secretariat, self.desk.administrator):
            for path in (PATH, PATH + ".csv"):
                text = client.get(path + "?object=trafficking/2025/XAA/IDR3").text
                self.assertIn("IDR3", text)
                self.assertNotIn("90217", text)
                self.assertNotIn("ourselves", text)

    def test_the_file_holds_all_that_was_asked_for(self):
        page = self.desk.secretariat.get(PATH + ".csv?object=trafficking/2025/XAA/PRV4")
        self.assertEqual(page.headers["Content-Type"].split(";")[0], "text/csv")
        self.assertIn("attachment", page.headers["Content-Disposition"])
        rows = list(csv.DictReader(io.StringIO(page.text)))
        self.assertEqual(len(rows), 60)
        self.assertEqual(set(row["who"] for row in rows), {"focal@x.example"})
        self.assertTrue(all(len(row["hash"]) == 64 for row in rows))

    def test_the_file_has_no_formulas(self):
        client = self.desk.site.client()
        client.submit(client.get("/account/sign-in"), "/account/sign-in", email="=1+1@x.example", password="nonsense nonsense")
        self.desk.site.person("=cmd@x.example", "donor", password=None)
        page = self.desk.secretariat.get(PATH + ".csv?action=person.add")
        self.assertIn("=cmd@x.example", page.text)
        for row in csv.reader(io.StringIO(page.text)):
            for field in row:
                self.assertNotRegex(field, r"^[=+@-]")

    def test_it_is_for_the_secretariat_and_administrators(self):
        for path in (PATH, PATH + ".csv"):
            for client, status in ((self.desk.secretariat, 200), (self.desk.administrator, 200), (self.desk.focal, 403), (self.desk.donor, 403)):
                self.assertEqual(client.get(path).status, status)
            self.assertEqual(self.desk.site.client().get(path, follow=False).status, 303)


class Chain(unittest.TestCase):
    def test_the_page_says_honestly_what_was_checked(self):
        desk = Desk()
        try:
            page = desk.secretariat.get(PATH)
            self.assertIn("Checked just now: every row of the log follows", page.visible)
            self.assertIn("was not checked yet", page.visible)
            said = desk.site.monitor("audit", "verify").stdout
            page = desk.secretariat.get(PATH)
            rows = re.search(r"(\d+) rows", said).group(1)
            self.assertIn("was checked last on 10 March 2026, 09:00 UTC: all %s rows" % rows, page.visible)
            # A change by hand, as somebody with the file would make it.
            with sqlite3.connect(desk.site.data + "/reports.db") as db:
                db.execute("DROP TRIGGER audit_log_is_append_only_u")
                db.execute("UPDATE audit_log SET actor_name = 'other@x.example' WHERE id = 3")
            page = desk.secretariat.get(PATH)
            self.assertIn("The log was changed by hand: row 3 does not follow", page.visible)
            done = desk.site.monitor("audit", "verify", check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn("row 3", done.stderr)
            self.assertIn("row 3 did not follow", desk.secretariat.get(PATH).visible)
        finally:
            desk.close()


if __name__ == "__main__":
    unittest.main()
