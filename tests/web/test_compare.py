"""The comparison builder: its form, its charts and table, what it refuses, and its data."""
import html
import re
import unittest

import kit
from kit import rows_of

PICK = "/ihr/compare?indicator=SPAR02&indicator=SPAR2_C01&domain=overall"


def table_of(page):
    """(measure, government) → cells, as texts."""
    table = re.search(r'<table class="data compare">.*?</table>', page.text, re.S).group(0)
    found, measure = {}, None
    for row in re.findall(r"<tr>.*?</tr>", table, re.S):
        group = re.search(r'scope="rowgroup"[^>]*><span>([^<]+)<', row)
        if group:
            measure = group.group(1).split()[0]
        elif 'scope="row"' in row and measure:
            cells = [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", cell)).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]
            found[measure, re.search(r'scope="row">([^<]+)<', row).group(1)] = [html.unescape(cell) for cell in cells]
    return found


class Shipped(unittest.TestCase):
    """On the shipped catalogues and real data."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.en = cls.site.client("en")
        cls.ru = cls.site.client("ru")

    def page(self, path, status=200, client=None):
        page = (client or self.en).get(path)
        self.assertEqual(page.status, status, path)
        return page

    # --- the choice ---

    def test_a_choice_of_nothing_explains_itself_and_offers_an_example(self):
        page = self.page("/ihr/compare")
        self.assertIn("Nothing is chosen yet: tick at least one indicator or domain above.", page.visible)
        self.page(html.unescape(re.search(r'href="([^"]*domain=overall)"', page.text).group(1)))
        self.assertIn("Пока ничего не выбрано", self.page("/ihr/compare", client=self.ru).visible)

    def test_the_form_holds_what_the_address_says_and_needs_no_script(self):
        page = self.page(PICK + "&participant=KGZ&participant=UZB&from=2018&to=2021")
        fields = page.form("/ihr/compare")
        self.assertEqual(sorted(value for name, value in fields if name == "indicator"), ["SPAR02", "SPAR2_C01"])
        self.assertEqual([value for name, value in fields if name == "domain"], ["overall"])
        self.assertEqual([value for name, value in fields if name == "participant"], ["KGZ", "UZB"])
        self.assertEqual([value for name, value in fields if name in ("from", "to")], ["2018", "2021"])

    def test_the_order_of_the_address_does_not_matter(self):
        one = self.page("/ihr/compare?indicator=SPAR2_C01&domain=overall&indicator=SPAR02&participant=UZB&participant=KGZ")
        other = self.page(PICK + "&participant=KGZ&participant=UZB&participant=KGZ")
        self.assertEqual(table_of(one), table_of(other))
        self.assertEqual(list(dict.fromkeys(government for _, government in table_of(one))), ["Kyrgyzstan", "Uzbekistan"])

    def test_a_framework_without_a_release_can_be_chosen_from_but_has_nothing_to_compare(self):
        page = self.page("/trafficking/compare?indicator=LAW1")
        self.assertIn("there is nothing to compare before the first round ends", page.visible)

    def test_what_was_not_asked_in_the_chosen_periods_is_said(self):
        self.assertIn("None of what is chosen was asked in these periods.", self.page("/ihr/compare?indicator=SPAR02&from=2021").visible)

    # --- the result ---

    def test_every_measure_has_a_chart_and_the_table_has_the_same_figures_as_the_data(self):
        page = self.page(PICK)
        self.assertEqual(page.text.count('<svg class="chart chart-narrow"'), 3)
        table = table_of(page)
        names = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "TJK": "Tajikistan", "TKM": "Turkmenistan", "UZB": "Uzbekistan"}
        periods = re.findall(r'<th scope="col" class="num">([^<]+)</th>', page.text)
        self.assertEqual(periods, sorted(periods))
        data = rows_of(self.en.get(PICK.replace("compare?", "compare.csv?")).text)
        self.assertGreater(len(data), 60)
        for row in data:
            measure = "All" if row["kind"] == "domain" else row["code"]
            shown = table[measure, names[row["participant"]]][periods.index(row["period"])]
            if row["score"]:
                self.assertEqual(re.sub(r"\D", "", shown.removeprefix("break in series")), str(round(float(row["score"]))), row)
            else:
                self.assertRegex(shown, "not in the source|too few answers", row)

    def test_governments_are_told_apart_without_colour(self):
        chart = re.search(r'<svg class="chart chart-narrow".*?</svg>', self.page(PICK).text, re.S).group(0)
        self.assertEqual(sorted(re.findall(r'<text class="end"[^>]*>([A-Z]{3})</text>', chart)), ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
        shapes = {style: set(re.findall(r'<path d="M[\d.]+[,-][\d.]+([^"]+)"', marks))
                  for style, marks in re.findall(r'<g class="dot line-(\d)">(.*?)</g>', chart)}
        self.assertEqual([len(shape) for shape in shapes.values()], 5 * [1], shapes)
        self.assertEqual(len(set.union(*shapes.values())), 5, shapes)

    def test_breaks_are_marked_in_chart_and_table_and_never_crossed(self):
        page = self.page("/ihr/compare?domain=overall&participant=KAZ")
        chart = re.search(r'<svg class="chart chart-narrow".*?</svg>', page.text, re.S).group(0)
        self.assertEqual(re.search(r'<path class="break" d="([^"]*)"', chart).group(1).count("M"), 2)
        self.assertEqual(re.search(r'<path class="line line-0" d="([^"]*)"', chart).group(1).count("M"), 3)
        self.assertEqual(page.text.count('<td class="num break-before">'), 2)

    def test_missing_is_never_zero(self):
        table = table_of(self.page("/ihr/compare?indicator=IHR05"))
        self.assertEqual(table["IHR05", "Kyrgyzstan"], ["0 %"] + 4 * ["not in the source"])

    def test_too_many_are_left_out_by_name(self):
        codes = ["SPAR%02d" % n for n in range(1, 11)]
        page = self.page("/ihr/compare?" + "&".join("indicator=" + code for code in codes))
        self.assertEqual(page.text.count('<svg class="chart chart-narrow"'), 8)
        left = re.search(r"At most 8 indicators and domains are shown at once. Left out: ([^.]+)\.", page.visible).group(1).split(", ")
        self.assertEqual(len(left), 2)
        self.assertTrue(set(left) < set(codes))

    def test_the_page_is_small_and_its_script_is_only_a_comfort(self):
        codes = ["SPAR%02d" % n for n in range(1, 9)]
        page = self.ru.get("/ihr/compare?" + "&".join("indicator=" + code for code in codes), {"Accept-Encoding": "gzip"})
        script = self.ru.get("/assets/compare.js", {"Accept-Encoding": "gzip"})
        style = self.ru.get("/assets/site.css", {"Accept-Encoding": "gzip"})
        self.assertLess(len(page.body) + len(script.body) + len(style.body), 40000)

    def test_official_series_stand_beside_where_they_are_asked_for(self):
        self.assertNotIn("Official series beside them", self.page(PICK).visible)
        page = self.page(PICK + "&official=1")
        self.assertIn("None stands beside what is chosen.", page.visible)
        self.assertIn(("official", "1"), page.form("/ihr/compare"))

    # --- refusals ---

    def test_unknown_codes_are_named_with_what_there_is(self):
        for query, sentence, there_is in (
                ("indicator=SPAR02&indicator=NONE1", "has no indicator “NONE1”", "/ihr/compare?indicator=SPAR02"),
                ("domain=NONE1", "has no domain “NONE1”", "/ihr/compare?domain=overall"),
                ("indicator=SPAR02&participant=QQQ", "There is no participant “QQQ”", "/ihr/countries/KAZ"),
                ("indicator=SPAR02&from=1990&to=1991", "has no released period from 1990 to 1991", "/ihr/compare?from=2022")):
            page = self.page("/ihr/compare?" + query, 404)
            self.assertIn(sentence, page.visible)
            self.assertIn('href="%s"' % there_is, html.unescape(page.text))
            data = self.page("/ihr/compare.json?" + query, 404 if "from=" not in query else 200)
            if "from=" not in query:
                self.assertEqual(data.headers["Content-Type"], "application/problem+json")
                self.assertRegex(data.json()["detail"], "NONE1|QQQ")
            else:
                self.assertEqual(data.json()["comparison"], [])
        self.assertIn("There is no framework", self.page("/none/compare", 404).visible)

    def test_impossible_periods_and_malformed_codes_are_refused_with_a_sentence(self):
        for query, word in (("from=2025-13", "2025-13"), ("from=soon", "soon"), ("from=2022&to=2018", "lies after the last one"),
                            ("indicator=%3Cscript%3E", "indicator"), ("participant=" + "x" * 65, "participant"), ("from=2018&from=2019", "more than once")):
            for path in ("/ihr/compare?domain=overall&", "/ihr/compare.csv?domain=overall&"):
                answer = self.page(path + query, 400)
                self.assertIn(word, answer.visible if path.startswith("/ihr/compare?") else answer.json()["detail"])
                self.assertNotIn("<script>", answer.text.replace('<script src="', ""))

    def test_a_query_of_ten_kilobytes_is_refused(self):
        query = "&".join(["indicator=SPAR02"] * 650)
        self.assertGreater(len(query), 10 * 1024)
        self.assertIn("at most 1024 bytes before the question mark and 4096 after it", self.page("/ihr/compare?" + query, 414).visible)
        self.assertIn("4096", self.page("/ihr/compare.csv?" + query, 414).json()["detail"])

    def test_data_of_nothing_chosen_says_what_to_choose(self):
        answer = self.page("/ihr/compare.csv", 400)
        self.assertIn("name at least one indicator (indicator=…) or domain (domain=…", answer.json()["detail"])

    # --- the way there ---

    def test_the_overview_leads_to_it(self):
        self.assertIn('href="/ihr/compare"', self.page("/ihr/").text)
        self.assertIn('href="/ihr/compare"', self.page("/").text)

    def test_every_download_is_there(self):
        page = self.page(PICK)
        for href in re.findall(r'href="([^"]*)"', re.search(r'<p class="downloads">.*?</p>', page.text).group(0)):
            self.page(html.unescape(href))

    def test_the_downloads_keep_the_choice(self):
        page = self.page(PICK + "&from=2019")
        href = html.unescape(re.search(r'href="([^"]*compare\.csv[^"]*)"', page.text).group(1))
        self.assertEqual({row["period"] for row in rows_of(self.en.get(href).text)}, {"2019", "2020", "2021", "2022"})


class Invented(unittest.TestCase):
    """More participants than fit, and every reason for which there is no figure."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.monitor("catalogue", "load", kit.CATALOGUE + "/sdg")
        cls.site.monitor("catalogue", "load", kit.CATALOGUE + "/trafficking")
        cls.codes = ["XA" + chr(65 + n) for n in range(14)]
        cls.site.monitor("participant", "add", *cls.codes)
        rows = "participant,period,indicator,value,numerator,denominator,status,note\n"
        for period in ("2024", "2025"):
            rows += "".join("%s,%s,LAW1,%d,,,,\n" % (code, period, n % 5) for n, code in enumerate(cls.codes[:11]))
            rows += "XAL,%s,LAW1,,,,not_available,The register is being rebuilt\nXAM,%s,LAW1,,,,not_applicable,No such law\n" % (period, period)
        cls.site.monitor("import", "--framework", "trafficking", "--audience", "public", cls.site.path("rows.csv", rows.encode()))
        # They are asked nothing: their official figures stand beside.
        cls.site.monitor("participant", "load", kit.CATALOGUE + "/participants.yaml")
        cls.site.monitor("fetch", "--from-file", kit.CATALOGUE + "/sdg/unsdg_2023-12.csv", "--vintage", "2023-12")
        cls.site.monitor("summarise")
        cls.en = cls.site.client("en")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_at_most_twelve_governments_are_shown_and_the_others_named(self):
        page = self.en.get("/trafficking/compare?indicator=LAW1")
        self.assertEqual(page.status, 200)
        self.assertIn("At most 12 governments are shown at once. Left out: XAM, XAN.", page.visible)
        self.assertEqual(len(table_of(page)), 12)
        self.assertEqual(len(rows_of(self.en.get("/trafficking/compare.csv?indicator=LAW1").text)), 28)

    def test_each_official_series_is_drawn_once(self):
        page = self.en.get("/trafficking/compare?indicator=IDR3&indicator=IDR4&indicator=LAW1&official=1")
        part = page.text[page.text.index("Official series beside them"):]
        heads = re.findall(r"<figcaption>(.*?)</figcaption>", part)
        self.assertEqual(len(heads), len(set(heads)))
        self.assertEqual(part.count('<svg class="chart chart-narrow"'), len(heads))
        head = next(head for head in heads if "16.2.2" in head)
        page = self.en.get(re.search(r'<a href="([^"]+)">', head).group(1))
        self.assertEqual(page.status, 200)
        self.assertIn("/trafficking/charts/official/VC_HTF_DETV", page.text)
        self.assertIn("<b>KAZ</b> Kazakhstan", part)

    def test_every_link_of_donors_stays_with_the_donors(self):
        self.site.person("donor@x.example", "donor")
        donor = self.site.signed_in("donor@x.example")
        for path in ("/donors/trafficking/compare?indicator=LAW1&official=1", "/donors/trafficking/", "/donors/"):
            page = donor.get(path)
            self.assertEqual(page.status, 200)
            for href in re.findall(r'href="(/[^"]*)"', re.search(r"<main.*?</main>", page.text, re.S).group(0)):
                self.assertTrue(href.startswith("/donors/"), (path, href))
        self.assertTrue(donor.get("/donors/trafficking/compare").form("/donors/trafficking/compare") is not None)
        self.assertEqual(len(rows_of(donor.get("/donors/trafficking/compare.csv?indicator=LAW1").text)), 28)

    def test_who_was_never_asked_is_shown_only_when_chosen(self):
        self.assertNotIn("KAZ", re.sub(r"<form.*?</form>", "", self.en.get("/trafficking/compare?indicator=LAW1").text, flags=re.S))
        table = table_of(self.en.get("/trafficking/compare?indicator=LAW1&participant=XAA&participant=KAZ"))
        self.assertEqual(table["LAW1", "Kazakhstan"], ["takes no part", "takes no part"])

    def test_reasons_for_no_figure_are_told_apart(self):
        page = self.en.get("/trafficking/compare?indicator=LAW1&participant=XAA&participant=XAL&participant=XAM&participant=XAN")
        table = table_of(page)
        self.assertEqual({name: cells[1] for (_, name), cells in table.items()},
                         {"XAA": "level 0", "XAL": "not available", "XAM": "not applicable", "XAN": "no answer shown here"})
        data = {row["participant"]: (row["status"], row["score"]) for row in rows_of(self.en.get(
            "/trafficking/compare.csv?indicator=LAW1&from=2025").text)}
        self.assertEqual([data[code] for code in ("XAA", "XAL", "XAM", "XAN")],
                         [("reported", "0"), ("not_available", ""), ("not_applicable", ""), ("missing", "")])


if __name__ == "__main__":
    unittest.main()
