"""The overview of a framework: the region in words, what moved, the map, what is missing; and the first page."""
import csv
import gzip
import io
import re
import unittest

import kit

NAMES = {"XAA": "Alphaland", "XAB": "Betaland", "XAC": "Gammaland", "XAD": "Deltaland"}


class Shipped(unittest.TestCase):
    """On the shipped catalogues and real data."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.en = cls.site.client("en")
        cls.ru = cls.site.client("ru")

    # --- in words ---

    def test_the_region_is_told_in_words(self):
        text = self.en.get("/ihr/").visible
        self.assertIn("In 2022 5 of 5 governments have enough answers for a score. Their mean over all domains is 69 of 100: high.", text)
        self.assertIn("They lie between 49 and 81. Since 2021 the mean of the 5 governments with a score in both periods rose from 67 to 69.", text)
        self.assertIn("За период 2022 достаточно ответов для балла у 5 государств из 5.", self.ru.get("/ihr/").visible)

    def test_no_change_is_told_in_words_across_a_break(self):
        text = self.en.get("/ihr/?period=2021").visible
        self.assertIn("The questions are others than in the period before, so that no change can be told.", text)
        self.assertNotIn("Since 2020", text)
        self.assertIn("There is no period before with the same questions", text)

    def test_a_region_does_not_move_with_one_government(self):
        text = self.en.get("/ihr/?period=2014").visible
        self.assertIn("Too few governments have a score in both this period and the one before to tell how the region changed.", text)
        self.assertEqual(list(self.rows(self.en.get("/ihr/?period=2014"))), ["Governments, all domains"])

    def test_a_government_that_skipped_a_period_moves_since_its_own_last(self):
        self.assertRegex(self.en.get("/ihr/?period=2014").visible, r"Tajikistan \+21 \(72 → 94(; since 2012)?\)")

    def test_who_reports_nothing_is_told_in_words(self):
        self.assertRegex(self.en.get("/ihr/?period=2013").visible, r"The source has no figure of: [A-Z][a-z]+")

    # --- moves ---

    def rows(self, page):
        """The table of moves: its rows' heads, and (title, change) of what went up and down."""
        table = re.search(r'<table class="data stack moved">.*?</table>', page.text, re.S).group(0)
        found = {}
        for head, up, down in re.findall(r'<tr><th scope="row">([^<]+)</th>(<td.*?</td>)(<td.*?</td>)</tr>', table, re.S):
            found[head] = [re.findall(r'<a href="[^"]+">([^<]+)</a> <span class="nowrap"><b>([^<]+)</b>', cell) for cell in (up, down)]
        return found

    def test_moves_are_told_in_both_directions_and_in_alphabetical_order(self):
        rows = self.rows(self.en.get("/ihr/"))
        self.assertEqual(list(rows), ["Domains, regional mean", "Indicators, regional mean", "Governments, all domains"])
        self.assertEqual(rows["Governments, all domains"], [[("Kyrgyzstan", "+6"), ("Tajikistan", "+7"), ("Uzbekistan", "+6")], [("Kazakhstan", "−8")]])
        for up, down in rows.values():
            for cell, sign in ((up, "+"), (down, "−")):
                self.assertEqual([title for title, _ in cell], sorted(title for title, _ in cell))
                self.assertTrue(all(change.startswith(sign) for _, change in cell), cell)

    def test_moves_are_those_of_the_data(self):
        moves = {(move["kind"], move["code"]): move for move in self.en.get("/ihr/index.json?period=2022").json()["moves"]}
        self.assertEqual(moves["domain", ""]["since"], "2021")
        self.assertEqual(moves["domain", ""]["n"], 5)
        answers = list(csv.DictReader(io.StringIO(self.en.get("/ihr/indicators/SPAR2_C11.csv").text)))
        mean = {year: sum(float(a["score"]) for a in answers if a["period"] == year) / 5 for year in ("2021", "2022")}
        self.assertAlmostEqual(moves["indicator", "SPAR2_C11"]["change"], mean["2022"] - mean["2021"])

    # --- the map ---

    def map(self, page):
        return re.search(r'<figure class="map">.*?</figure>', page.text, re.S).group(0)

    def test_every_government_is_a_link_on_the_map_and_in_the_table(self):
        for client, name in ((self.en, "Kyrgyzstan: 49 · medium"), (self.ru, "Кыргызстан: 49 · средний")):
            page = client.get("/ihr/")
            drawn = self.map(page)
            self.assertEqual(set(re.findall(r'<a href="/ihr/countries/([A-Z]+)" aria-label="[^"]+: \d+ · [^"]+">', drawn)),
                             {"KAZ", "KGZ", "TJK", "TKM", "UZB"})
            self.assertIn('aria-label="%s"' % name, drawn)
            for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB"):
                self.assertIn('<th scope="col"><a href="/ihr/countries/%s">' % code, page.text)

    def test_the_map_says_what_it_does_not_say_and_where_it_is_from(self):
        drawn = self.map(self.en.get("/ihr/"))
        self.assertIn("say nothing about the legal status", drawn)
        self.assertIn("Natural Earth", drawn)

    def test_a_government_without_a_score_is_drawn_without_a_band(self):
        drawn = self.map(self.en.get("/ihr/?period=2013"))
        self.assertRegex(drawn, r'aria-label="[A-Z][a-z]+: no score"><path class="country band-none"')

    def test_the_map_is_small(self):
        page = self.en.get("/ihr/")
        self.assertLess(len(gzip.compress(self.map(page).encode())), 4000)

    # --- the first page ---

    def test_the_first_page_says_what_this_is_who_reports_and_how_to_read_it(self):
        page = self.en.get("/")
        for heading in ("What this is", "Who reports", "How to read it"):
            self.assertIn("<h2>%s</h2>" % heading, page.text)
        self.assertIn("Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan.", page.visible.replace(" ,", ",").replace(" .", "."))
        self.assertIn('<figure class="map">', page.text)
        self.assertIn("<title>How well are victims of trafficking protected? — Almaty Monitor</title>", page.text)

    def test_figures_of_another_framework_are_not_taken_for_those_of_the_first_and_have_their_source(self):
        page = self.en.get("/")
        self.assertIn("They say nothing about “Protection of victims of trafficking”.", page.visible)
        self.assertIn("Source: UN SDG Global Database", page.visible)


class Invented(unittest.TestCase):
    """Participants that no map knows, few answers, and values that not everybody may see."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.load_catalogues()
        for code, name in NAMES.items():
            cls.site.monitor("participant", "add", code, "--name", name)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def report(self, rows, audience="public"):
        path = self.site.path("rows.csv", ("participant,period,indicator,value,numerator,denominator,status,note\n" + "".join(
            "%s,%s,%s,%s,,,,\n" % row for row in rows)).encode())
        self.site.monitor("import", "--framework", "trafficking", "--audience", audience, path)

    def test_an_overview_of_governments_that_the_map_does_not_know(self):
        laws = ("LAW1", "LAW2", "LAW3", "LAW5", "LAW6")
        self.report([(code, year, law, level) for code in NAMES for year, level in (("2024", 1), ("2025", 2)) for law in laws
                     if code != "XAD" or year == "2024"])
        self.report([("XAD", "2025", law, 4) for law in laws], "members")
        self.site.monitor("summarise")
        page = self.site.client("en").get("/trafficking/")
        self.assertEqual(page.status, 200)
        self.assertIn("Not on this map: Alphaland, Betaland, Deltaland, Gammaland.", page.visible)
        self.assertIn("No government has enough answers for a score in 2025. No reported answer is shown here of: Deltaland, Kazakhstan,", page.visible)
        self.assertIn("Law +25 (25 → 50)", page.visible)
        before = self.site.client("en").get("/trafficking/?period=2024").text
        self.assertEqual([name for name in re.findall(r"<li><b>(.*?)</b>: ", before) if name.endswith("aland")],
                         ["Alphaland", "Betaland", "Deltaland", "Gammaland"])
        rows = {move["code"]: move for move in self.site.client().get("/trafficking/index.json?period=2025").json()["moves"]}
        # XAD's answers of 2025 are not the public's: nothing of them is in a move.
        self.assertEqual({code: (row["n"], row["score_before"], row["score_now"]) for code, row in rows.items() if code == "LAW1"},
                         {"LAW1": (3, 25.0, 50.0)})


class Source(unittest.TestCase):
    """A framework whose answers a source outside published."""

    PAGES = ("/ihr/?period=2014", "/ihr/countries/KGZ?period=2014", "/ihr/countries/KGZ/profile?period=2014", "/ihr/indicators/IHR05?period=2014",
             "/ihr/explain/IHR05/2014", "/ihr/explain/domain/EMG/2014/KGZ", "/ihr/compare?indicator=IHR05", "/ihr/report?period=2014",
             "/ihr/report/annex?period=2014")

    def test_has_no_answer_where_there_is_none_and_nobody_keeps_it_back(self):
        for language, there, kept in (("en", "not in the source|the source has no such answer|The source has no figure", "no answer shown|is shown here|see: none was|that this page may"),
                                      ("ru", "нет в источнике|в источнике такого ответа нет|В источнике нет данных", "ответ здесь не показан|нет ответа, доступного")):
            client = kit.shared().client(language)
            for path in self.PAGES:
                page = client.get(path)
                self.assertEqual(page.status, 200, path)
                self.assertRegex(page.visible, there, path)
                self.assertNotRegex(page.visible, kept, path)

    def test_is_not_named_for_what_is_kept_from_this_audience(self):
        site = kit.Site()
        self.addCleanup(site.close)
        for place, (code, name) in enumerate(NAMES.items()):
            site.monitor("participant", "add", code, "--m49", str(901 + place), "--name", name, "--name-ru", name)
        site.monitor("catalogue", "load", kit.CATALOGUE + "/ihr")
        head = "participant,period,indicator,value,numerator,denominator,status,note\n"
        site.monitor("import", "--framework", "ihr", "--audience", "public", "-", input=head + "XAA,2014,IHR05,60,,,,\n")
        site.monitor("import", "--framework", "ihr", "--audience", "members", "-", input=head + "XAB,2014,IHR05,70,,,,\n")
        site.monitor("summarise")
        text = site.client("en").get("/ihr/indicators/IHR05?period=2014").visible
        self.assertIn("no answer shown here", text)
        self.assertNotIn("not in the source", text)


if __name__ == "__main__":
    unittest.main()
