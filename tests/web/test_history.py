"""The history of an answer: every revision with who, when, why and the difference; what is hostile in it stays text."""
import unittest

from desk import Desk

EVIL = "<script>alert(1)</script> \"'&"


class History(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk()
        cls.seat = desk.seat
        desk.save("IDR3", do="submit", value="120", narrative="Police counted persons.\nAll of them.", source="Register")
        desk.save("LAW1", item=["1.1"], narrative="One two three.")
        desk.save("JUS3", value="9", evidence_text1="Register of 2024", **{"cell:sex=female": "4", "cell:sex=male": "5"})
        desk.save("JUS1", do="submit", value="3", narrative="Plain words " + EVIL)
        desk.clear("IDR3")
        desk.later("2026-03-11T10:00:00Z")
        page = desk.secretariat.get(desk.review + "IDR3")
        desk.secretariat.submit(page, desk.review + "IDR3", do="return", why="Which <b>register</b>?")
        desk.later("2026-03-12T11:00:00Z")
        desk.save("IDR3", client=desk.deputy, value="130", narrative="The police counted persons.\nAll of them.",
                  evidence_text1="Register of 2025", evidence_share1="1")
        desk.save("LAW1", item=["1.1", "2.1"], narrative="One 2 three.")
        page = desk.focal.get(cls.seat + "JUS3")
        evidence = __import__("re").search(r'name="remove" value="(\d+)"', page.text).group(1)
        desk.save("JUS3", value="9", remove=evidence, **{"cell:sex=female": "6", "cell:sex=male": None})
        desk.save("JUS1", do="withdraw")
        desk.save("JUS1", value="3", narrative="Other words " + EVIL + " more", evidence_text1=EVIL)
        desk.later("2026-03-13T12:00:00Z")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def history(self, code, client=None, **more):
        query = "&".join("%s=%s" % pair for pair in more.items())
        return (client or self.desk.focal).get(self.seat + code + "/history" + ("?" + query if query else ""))

    def test_every_revision_stands_there_with_who_when_and_why(self):
        page = self.history("IDR3")
        self.assertEqual(page.status, 200)
        words = page.visible
        for said in ("Revision 2", "Revision 1", "10 March 2026, 09:00 UTC Focal: saved", "Focal: sent to clearing",
                     "Clearing: cleared , for: Members and donors", "11 March 2026, 10:00 UTC Secretariat: returned",
                     "Which <b>register</b>?", "12 March 2026, 11:00 UTC Deputy: saved"):
            self.assertIn(said.replace(" ,", ","), words.replace(" ,", ","))
        self.assertLess(words.index("Revision 2"), words.index("Revision 1"))
        self.assertNotIn("<b>register</b>", page.text)

    def test_the_difference_shows_figures_words_and_evidence(self):
        page = self.history("IDR3")
        self.assertIn("What differs from revision 1", page.visible)
        self.assertRegex(page.text, r"<del>.{0,80}120 persons</del> → <ins>.{0,80}130 persons</ins>")
        self.assertRegex(page.text, r"<del>.{0,80}Police</del>")
        self.assertRegex(page.text, r"<ins>.{0,80}The police</ins> counted persons.\nAll of them.")
        self.assertRegex(page.visible, r"added Register of 2025 may be shared; Deputy, 12 March 2026, 11:00 UTC")

    def test_criteria_that_were_ticked_are_named(self):
        page = self.history("LAW1")
        self.assertRegex(page.visible, r"Criteria added Level 2: ")
        self.assertRegex(page.text, r"One <del>.{0,80}two</del> <ins>.{0,80}2</ins> three\.")

    def test_cells_of_the_breakdowns_and_evidence_that_went_are_named(self):
        page = self.history("JUS3")
        self.assertRegex(page.visible, r"Female removed: 4 → added: 6")
        self.assertRegex(page.visible, r"Male removed: 5 → added: not given")
        self.assertRegex(page.visible, r"removed Register of 2024 .{0,30}12 March 2026, 11:00 UTC")

    def test_hostile_words_stay_words(self):
        for language in ("en", "ru"):
            page = self.history("JUS1", lang=language)
            self.assertEqual(page.status, 200)
            self.assertNotIn("<script>alert", page.text)
            self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", page.text)
        self.desk.focal.get("/reporting/?lang=en")

    def test_observers_and_clearing_officers_read_it_others_do_not(self):
        for name in ("deputy", "clearing", "observer"):
            self.assertEqual(self.history("IDR3", getattr(self.desk, name)).status, 200, name)
        for name in ("other", "secretariat", "donor", "administrator"):
            page = self.history("IDR3", getattr(self.desk, name))
            self.assertEqual(page.status, 403, name)
            self.assertNotIn("register", page.text)

    def test_an_answer_without_a_revision_says_so(self):
        page = self.history("PRO2")
        self.assertEqual(page.status, 200)
        self.assertIn("Nothing has been saved yet.", page.visible)
        self.assertEqual(self.history("NIX").status, 404)
        self.assertEqual(self.history("IDR3", below="x").status, 400)

    def test_it_is_whole_in_russian(self):
        page = self.history("IDR3", lang="ru")
        for english in ("Revision", "What differs", "removed", "added", "History", "may be shared"):
            self.assertNotIn(english, page.visible)
        self.assertIn("Отличия от редакции 1", page.visible)
        self.desk.focal.get("/reporting/?lang=en")

    def test_many_revisions_come_in_pages(self):
        for i in range(22):
            self.desk.save("PRV3", value=str(i))
        page = self.history("PRV3")
        self.assertEqual(page.text.count('class="card" id="revision-'), 20)
        self.assertIn('href="%sPRV3/history?below=3"' % self.seat, page.text)
        page = self.history("PRV3", below="3")
        self.assertEqual(page.text.count('class="card" id="revision-'), 2)
        self.assertIn("To the newest revision", page.visible)
        self.assertIn("What it said", page.visible)


if __name__ == "__main__":
    unittest.main()
