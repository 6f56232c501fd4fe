"""Trends and data quality through a real server: what moved, coverage, own past, official figures, and what stays unseen."""
import csv
import io
import re
import unittest

from desk import PEOPLE, Desk

MARK = "80421"
TRENDS = "/secretariat/trends"
OFFICIAL = """series,iso3,m49,year,nature,units,dims,value
VC_HTF_DETV,XAA,901,2023,C,NUMBER,age=allage;sex=bothsex,40
VC_HTF_DETV,XAA,901,2025,C,NUMBER,age=allage;sex=bothsex,60
VC_HTF_DETV,XBB,902,2023,C,NUMBER,age=allage;sex=bothsex,12
SG_CPA_MIGRS,XAA,901,2019,C,NUMBER,policy_domains=alldomains,3
"""


def history():
    rows = ["participant,period,indicator,value,numerator,denominator,status,note"]
    for year, count, level, share in ((2020, 41, 1, 3), (2021, 44, 1, 4), (2022, 39, 2, 3), (2023, 42, 2, 4), (2024, 40, 2, 4)):
        rows += ["XAA,%d,IDR3,%d,,,," % (year, count), "XAA,%d,LAW1,%d,,,," % (year, level), "XBB,%d,IDR3,%d,,,," % (year, count // 4),
                 "XBB,%d,LAW1,%d,,,," % (year, level + 1), "XAA,%d,CHD5,%d,,,," % (year, share)]
    rows.append("XAA,2024,PRV6,10,,,,")
    return "\n".join(rows) + "\n"


class Trends(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk()
        site = desk.site
        site.monitor("import", "--framework", "trafficking", "--audience", "members", "--source", "Made for this test",
                     site.path("history.csv", history().encode()))
        site.monitor("fetch", "--from-file", site.path("official.csv", OFFICIAL.encode()), "--vintage", "2026-01")
        desk.save("IDR3", do="submit", value="140", explanation="A large case.")
        desk.clear("IDR3")
        desk.accept("IDR3")
        desk.save("LAW1", do="submit", value="2")
        desk.clear("LAW1")
        desk.accept("LAW1")
        desk.save("CHD5", do="submit", value="2")
        desk.clear("CHD5")
        desk.accept("CHD5")
        desk.save("JUS1", value=MARK)
        desk.save("JUS2", do="submit", value=MARK)

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def page(self, query="?framework=trafficking&period=2025", client=None):
        return (client or self.desk.secretariat).get(TRENDS + query)

    def row(self, page, code):
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", re.search(r'indicators/%s">.*?</tr>' % code, page.text, re.S).group(0)))

    def test_what_moved_stands_beside_what_it_was(self):
        page = self.page()
        self.assertEqual(page.status, 200)
        self.assertIn("40 → 140", self.row(page, "IDR3"))
        self.assertIn("▲ more", self.row(page, "IDR3"))  # detected victims are never judged
        self.assertIn("not yet released", self.row(page, "IDR3"))
        self.assertIn("4 → 2 ▼ better", self.row(page, "CHD5"))
        self.assertNotIn("indicators/LAW1", page.text)  # unchanged

    def test_the_newest_round_is_shown_unless_another_is_named(self):
        self.assertIn(", 2025", self.page("").text.split('class="lead"')[1][:200])
        page = self.page("?framework=trafficking&period=2024")
        self.assertIn("42 → 40", self.row(page, "IDR3"))
        self.assertNotIn("140", page.visible)
        self.assertEqual(self.page("?framework=trafficking&period=1999").status, 404)
        self.assertEqual(self.page("?framework=nix&period=2025").status, 404)
        self.assertEqual(self.page("?framework=trafficking&period=2025&look=wild").status, 400)

    def test_a_figure_far_from_its_own_past_is_in_the_list_with_its_median(self):
        page = self.page()
        quality = page.visible.split("The whole list as CSV")[1]
        self.assertIn("far from its own past", quality)
        self.assertIn("140; 40 in 2024; median of its own past 41", quality)
        self.assertIn(self.desk.review + "IDR3", page.text)
        only = self.page("?framework=trafficking&period=2025&look=evidence")
        self.assertNotIn("140; 40 in 2024", only.visible)

    def test_own_figures_stand_beside_official_ones_of_the_same_year(self):
        text = self.page().visible
        gaps = text.split("Difference")[1].split("The whole list as CSV")[0]
        self.assertRegex(gaps, r"Alphaland IDR3.*?140 \(2025\) 60 \(2025\) gap")
        self.assertRegex(gaps, r"Betaland IDR3.*?10 \(2023\) 12 \(2023\) close")
        self.assertRegex(gaps, r"Alphaland PRV6.*?1 \(2024\) 3 \(2019\) gap of different years")

    def test_coverage_counts_what_is_accepted_and_says_what_waits_for_release(self):
        text = self.page().visible
        coverage = text.split("In brackets: accepted, not yet released.")[1]
        self.assertRegex(coverage, r"Alphaland .*?1 of 6 \(1\)")

    def test_the_list_comes_as_csv(self):
        answer = self.desk.secretariat.get(TRENDS + "/quality.csv?framework=trafficking&period=2025")
        self.assertEqual(answer.status, 200)
        self.assertIn("text/csv", answer.headers["Content-Type"])
        self.assertIn("quality-trafficking-2025.csv", answer.headers["Content-Disposition"])
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        found = [row for row in rows if row["reason"] == "jump"]
        self.assertEqual([(row["participant"], row["indicator"], row["value"], row["last_value"], row["explained"]) for row in found],
                         [("XAA", "IDR3", "140", "40", "yes")])
        self.assertNotIn(MARK, answer.text)

    def test_late_and_missing_answers_are_counted_by_participant(self):
        desk = self.desk
        late = Desk(now="2026-03-10T09:00:00Z")
        try:
            late.site.stop()
            late.site.now = "2026-03-25T09:00:00Z"
            late.site.start()
            late.clients.clear()
            page = late.secretariat.get(TRENDS + "?framework=trafficking&period=2025")
            self.assertIn("Alphaland : 0 came after the deadline, 49 are missing since", page.visible)
            board = late.secretariat.get(late.board)
            self.assertIn("Alphaland (49)", board.visible)
            self.assertIn("look=late", board.text)
        finally:
            late.close()
        self.assertNotIn("missing since", desk.secretariat.get(TRENDS).visible)

    def test_nothing_that_is_not_cleared_enters_trends(self):
        for path in (TRENDS, TRENDS + "?framework=trafficking&period=2025", TRENDS + "?framework=trafficking&period=2024", self.desk.board,
                     self.desk.review, self.desk.review + "JUS1", self.desk.review + "JUS2", self.desk.review + "IDR3", self.desk.board + "XBB/"):
            self.assertNotIn(MARK, self.desk.secretariat.get(path).text, path)

    def test_only_the_secretariat_sees_trends(self):
        for name in PEOPLE:
            for path in (TRENDS, TRENDS + "/quality.csv"):
                self.assertEqual(getattr(self.desk, name).get(path).status, 200 if name in ("secretariat", "seconded") else 403, name)

    def test_the_others_spread_needs_enough_governments(self):
        page = self.desk.secretariat.get(self.desk.review + "IDR3")
        self.assertIn("too few other governments", page.visible)

    def test_the_page_is_whole_in_russian(self):
        page = self.page("?framework=trafficking&period=2025&lang=ru")
        main = page.text.split("<main", 1)[1].split("</main>")[0]
        for english in ("better", "more", "gap", "Coverage", "Data", "Figures", "round", "released"):
            self.assertIsNone(re.search(r"[>\s]%s[<\s]" % english, main), english)
        self.page("?lang=en")


if __name__ == "__main__":
    unittest.main()
