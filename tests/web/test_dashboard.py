"""The pages and the data of a snapshot: what they say, what they refuse, and that they say the same."""
import gzip
import html
import re
import shutil
import sqlite3
import unittest

import kit
from kit import rows_of

EXPLAINED = "/trafficking/explain/sdg/VC_HTF_DETVR/UZB?dims=age=allage;sex=bothsex"
PAGES = [
    "/", "/methods", "/ihr/", "/ihr/?period=2013", "/trafficking/", "/ihr/indicators/", "/trafficking/indicators/", "/ihr/indicators/SPAR02",
    "/ihr/indicators/SPAR02?period=2018", "/trafficking/indicators/IDR2", "/trafficking/indicators/IDR4", "/trafficking/indicators/PRV6",
    "/ihr/countries/", "/ihr/countries/KGZ", "/ihr/countries/TKM?period=2012", "/trafficking/countries/UZB", "/ihr/sdg/", "/trafficking/sdg/",
    "/trafficking/sdg/16.2", "/trafficking/sdg/8.8", "/trafficking/sdg/10.7", "/trafficking/sdg/16.2/VC_HTF_DETV", "/trafficking/sdg/8.8/SL_LBR_NTLCPL", "/ihr/explain/SPAR02/2018", EXPLAINED,
    "/trafficking/explain/sdg/SL_LBR_NTLCPL/KAZ?dims=migratory_status=notspec;observation_status=e",
]


# Two sheets for the printer and a choice within a list: their figures are those of the page without.
FILED = [page for page in PAGES if not page.endswith("/profile") and "?goal=" not in page]


def data_of(page, ending):
    path, _, query = page.partition("?")
    path += "index" if path.endswith("/") else ""
    return path + "." + ending + ("?" + query if query else "")


class Dashboard(unittest.TestCase):
    """On the shipped catalogues and real data."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.en = cls.site.client("en")
        cls.ru = cls.site.client("ru")

    def page(self, path, client=None, status=200):
        answer = (client or self.en).get(path)
        self.assertEqual(answer.status, status, path)
        return answer

    def moves(self, chart, name):
        """How many separate lines the chart's path of that class has."""
        return re.search(r'<path class="%s" d="([^"]*)"' % name, chart).group(1).count("M")

    # --- every page ---

    def test_every_page_is_there_in_both_languages(self):
        for path in PAGES:
            for client in (self.en, self.ru):
                page = self.page(path, client)
                self.assertIn('<html lang="%s">' % client.language, page.text, path)
                self.assertEqual(len(re.findall("<h1>[^<]+</h1>", page.text)), 1, path)
                self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")

    def test_no_page_is_half_translated(self):
        for path in PAGES:
            text = self.page(path, self.ru).visible
            for english in ("Government", "Indicator", "Domain", "Region", "Score", "break in series", "no data", "not available", "Coverage",
                            "Formula", "Insufficient", "Period", "of 100", "November", "Source:", "Median"):
                self.assertNotIn(english, text, path)

    def test_no_page_has_inline_style_or_script_and_every_chart_has_words(self):
        for path in PAGES:
            text = self.page(path).text
            self.assertNotRegex(text, r"<[^>]+\sstyle=", path)
            self.assertNotRegex(text, r"<script|\son[a-z]+=", path)
            for chart in re.findall(r"<svg.*?</svg>", re.sub(r'<svg[^>]* aria-hidden="true".*?</svg>', "", text, flags=re.S), re.S):
                self.assertRegex(chart, r'role="(img|group)"><title>[^<]+</title><desc>[^<]+</desc>', path)
                self.assertNotRegex(chart, r"\b-?(nan|inf)\b", path)

    def test_pages_are_small(self):
        for path in PAGES:
            for client in (self.en, self.ru):
                page = client.get(path, {"Accept-Encoding": "gzip"})
                self.assertLess(len(page.body), 40000, path)
        for path in ("/", "/ihr/", "/trafficking/"):
            self.assertLess(len(self.ru.get(path, {"Accept-Encoding": "gzip"}).body), 20000, path)

    def test_no_link_is_broken(self):
        seen, waiting = set(), ["/"]
        while waiting and len(seen) < 600:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            answer = self.en.get(path)
            self.assertEqual(answer.status, 200, path)
            if "text/html" not in answer.headers["Content-Type"]:
                continue
            ids = set(re.findall(r'\sid="([^"]+)"', answer.text))
            for href in re.findall(r'href="([^"]+)"', answer.text):
                href = html.unescape(href)
                if href.startswith("#"):
                    self.assertIn(href[1:], ids, path)
                if not href.startswith("/") or "lang=" in href or href.startswith("/account"):
                    continue
                waiting.append(href.partition("#")[0])
        self.assertGreater(len(seen), 300)

    # --- overview ---

    def test_the_first_page_says_that_the_default_framework_waits_and_shows_the_first_that_has_figures(self):
        text = self.page("/").visible
        self.assertIn("“Protection of victims of trafficking” has no released answers yet", text)
        self.assertIn("International Health Regulations capacities, 2022", text)
        self.assertIn("49 indicators in 8 domains", text)

    def test_a_framework_without_a_release_says_so(self):
        text = self.page("/trafficking/").visible
        self.assertIn("No period of this framework has been released yet", text)
        self.assertNotIn("Regional mean", text)

    def test_breaks_in_series_are_told_and_drawn(self):
        page = self.page("/ihr/")
        self.assertIn("2 breaks in series: 2018, 2021.", page.visible)
        self.assertIn("2 разрыва ряда: 2018, 2021.", self.page("/ihr/", self.ru).visible)
        first = re.search(r'<svg class="chart chart-spark".*?</svg>', page.text, re.S).group(0)
        self.assertEqual(self.moves(first, "break"), 2)

    def test_a_change_is_not_shown_across_a_break(self):
        # 2021 is the first period after a break, 2022 is not.
        self.assertNotIn('class="change"', self.page("/ihr/?period=2021").text)
        self.assertIn('class="change"', self.page("/ihr/?period=2022").text)
        self.assertNotIn('class="change"', self.page("/ihr/?period=2018").text)

    def test_the_overview_shows_the_chosen_period(self):
        self.assertIn("International Health Regulations capacities, 2013", self.page("/ihr/?period=2013").visible)

    def test_figures_of_the_overview_are_those_of_the_data(self):
        rows = [r for r in rows_of(self.en.get("/ihr/index.csv?period=2022").text) if r["domain"] == "" and r["score"]]
        text = self.page("/ihr/").text
        row = re.search(r'<tr><th scope="row">All domains</th>(.*?)</tr>', text, re.S).group(1)
        shown = [int(n) for n in re.findall(r"<b>(\d+)</b>", row)][1:]
        self.assertEqual(shown, [round(float(r["score"])) for r in sorted(rows, key=lambda r: r["participant"])])

    def test_governments_stand_in_alphabetical_order_in_each_language(self):
        for client in (self.en, self.ru):
            text = self.page("/ihr/", client).text
            head = re.search(r'<table class="data bands">.*?</thead>', text, re.S).group(0)
            names = re.findall(r'countries/[A-Z]{3}">([^<]+)<', head)
            self.assertEqual(len(names), 5)
            self.assertEqual(names, sorted(names))

    def test_who_did_not_report_is_named_and_not_zero(self):
        page = self.page("/ihr/?period=2012")
        silent = [r["participant"] for r in rows_of(self.en.get("/ihr/index.csv?period=2012").text) if r["domain"] == "" and not r["score"]]
        self.assertIn("KGZ", silent)
        self.assertRegex(page.visible, "Kyrgyzstan ?: the source has no figure.")
        self.assertIn("no data", page.visible)

    # --- indicators and governments ---

    def test_an_indicator_leads_to_what_it_replaced_and_what_replaced_it(self):
        page = self.page("/ihr/indicators/SPAR02")
        self.assertIn('href="/ihr/indicators/IHR02"', page.text)
        self.assertIn('href="/ihr/indicators/SPAR2_C02"', page.text)
        chart = re.search(r'<svg class="chart chart-small".*?</svg>', page.text, re.S).group(0)
        self.assertEqual(self.moves(chart, "break"), 2)

    def test_answers_on_the_page_are_those_of_the_data(self):
        page = self.page("/ihr/indicators/SPAR02?period=2018")
        shown = {name: float(value) for name, value in
                 re.findall(r'countries/([A-Z]{3})">[^<]+</a></th><td data-label="Answer">([\d.]+)\s*%', html.unescape(page.text))}
        rows = rows_of(self.en.get("/ihr/indicators/SPAR02.csv?period=2018").text)
        self.assertEqual(shown, {r["participant"]: float(r["value"]) for r in rows})
        self.assertGreater(len(shown), 2)
        for row in rows:
            self.assertIn('<b>%d</b>' % round(float(row["score"])), page.text)

    def test_a_definition_is_told_in_full(self):
        text = self.page("/trafficking/indicators/IDR2").visible
        for part in ("How to answer", "What counts as evidence", "Who answers", "Instruments", "PP 6, PP 9", "SDG targets", "Mechanism functions",
                     "A coordinator has been appointed by order"):
            self.assertIn(part, text)

    def test_official_series_stand_beside_an_indicator_with_their_vintage(self):
        text = self.page("/trafficking/indicators/IDR4").visible
        self.assertIn("Official figures beside it", text)
        self.assertIn("vintage 2023-12", text)
        self.assertRegex(text, r"2020 .{0,40}0\.39")

    def test_a_government_is_shown_beside_the_regions_spread(self):
        page = self.page("/ihr/countries/KGZ")
        self.assertIn("Region: lowest–highest", page.visible)
        self.assertIn('class="spread"', page.text)

    # --- SDG ---

    def test_a_neutral_series_has_no_verdict_but_on_its_explanation(self):
        page = self.page("/trafficking/sdg/16.2")
        articles = re.findall(r'<article id="(VC_HTF[^"]*)" class="entry">(.*?)</article>', page.text, re.S)
        self.assertGreater(len(articles), 5)
        # The notice stands once, not once for each series.
        self.assertEqual(page.visible.count("Fewer detected victims may mean fewer victims or less detection"), 1)
        for code in ("VC_HTF_DETV", "VC_HTF_DETVR"):
            own = self.page("/trafficking/sdg/16.2/" + code)
            self.assertIn("fewer detected victims may mean fewer victims or less detection", own.visible)
            articles.append((code, re.search(r'<section id="verdicts">.*?</section>', own.text, re.S).group(0)))
        for code, article in articles:
            for verdict in ("progress</a>", "Deterioration", "Target achieved", "On track", "Stagnation"):
                self.assertNotIn(verdict, article, code)
            self.assertIn("not judged", article)
        explained = self.page(EXPLAINED).visible
        self.assertIn("This series is not judged.", explained)
        self.assertIn("Fewer detected victims may mean fewer victims, or less detection", explained)
        self.assertIn("must not be quoted", explained)
        # METHODS: Uzbekistan 3.25 in 2015, 0.39 in 2020, target 0: moderate by one method, class 3 by the other.
        self.assertIn("Open SDG method: Moderate progress", explained)
        self.assertIn("UN Progress Chart 2023: On track or target met", explained)

    def test_both_verdicts_stand_beside_each_other(self):
        page = self.page("/trafficking/sdg/8.8")
        rows = [r for r in rows_of(self.en.get("/trafficking/sdg/index.csv").text) if r["series"] == "SL_LBR_NTLCPL" and r["status"] != "not_available"]
        self.assertGreater(len(rows), 2)
        article = re.search(r'<article id="SL_LBR_NTLCPL" class="entry">.*?</article>', page.text, re.S).group(0)
        self.assertEqual(article.count("UN chart:"), len(rows))
        own = re.search(r'<section id="verdicts">.*?</section>', self.page("/trafficking/sdg/8.8/SL_LBR_NTLCPL").text, re.S).group(0)
        self.assertEqual(own.count("UN chart:"), len(rows))

    def test_revisions_between_vintages_are_shown(self):
        target = self.page("/trafficking/sdg/16.2").visible
        self.assertIn("vintages kept here: 2020-10, 2023-12.", target)
        self.assertRegex(target, r"All ages, Both sexes · vintage 2023-12 · 4 values of its history changed by the source since the vintage before")
        text = self.page("/trafficking/sdg/16.2/VC_HTF_DETV").visible
        self.assertIn("vintages kept here: 2020-10, 2023-12.", text)
        self.assertRegex(text, r"Uzbekistan 2017 All ages, Both sexes revised 573 693 2020-10 → 2023-12")
        self.assertRegex(text, r"Kyrgyzstan 2017 All ages, Both sexes dropped \d+ – 2020-10 → 2023-12")

    def test_the_page_of_a_series_has_every_value_and_breakdown_of_its_own_and_none_of_another(self):
        page = self.page("/trafficking/sdg/16.2/VC_HTF_DETV")
        data = self.en.get("/trafficking/sdg/16.2/VC_HTF_DETV.json").json()
        self.assertEqual({row["series"] for table in ("official", "sdg", "revisions", "verdicts") for row in data[table]} |
                         {row["series"] for row in data["series"]}, {"VC_HTF_DETV"})
        cells = re.findall(r'<td class="num">([^<]+?)(?: <abbr[^>]*>\w+</abbr>)</td>', page.text)
        self.assertEqual(len(cells), len(data["official"]))
        self.assertEqual(sorted(cell.replace(",", "") for cell in cells), sorted(row["value_text"] for row in data["official"]))
        self.assertIn("10 breakdowns", page.visible)
        self.assertEqual(len({row["dims"] for row in data["official"]}), 11)
        for link in ('href="/trafficking/sdg/16.2/VC_HTF_DETV.csv"', 'href="/trafficking/charts/official/VC_HTF_DETV.svg?', 'href="/trafficking/embed/official/VC_HTF_DETV?',
                     'href="/trafficking/explain/sdg/VC_HTF_DETV/KAZ', 'href="/trafficking/sdg/16.2"', 'href="/trafficking/sdg/16.2/VC_HTF_DETVR"'):
            self.assertIn(link, page.text)
        self.assertIn('href="/trafficking/sdg/16.2/VC_HTF_DETV"', self.page("/trafficking/sdg/16.2").text)
        # The chart on its own names this page and its data.
        embedded = self.page("/trafficking/embed/official/VC_HTF_DETV")
        self.assertIn("/trafficking/sdg/16.2/VC_HTF_DETV", embedded.text)

    def test_a_series_is_looked_for_within_its_target(self):
        page = self.page("/trafficking/sdg/8.8/VC_HTF_DETV", status=404)
        self.assertIn("The SDG target 8.8 has no official series “VC_HTF_DETV”.", page.visible)
        for link in ("/trafficking/sdg/16.2/VC_HTF_DETV", "/trafficking/sdg/8.8/SL_LBR_NTLCPL", "/trafficking/sdg/8.8"):
            self.assertIn('href="%s"' % link, page.text)
        problem = self.en.get("/trafficking/sdg/8.8/VC_HTF_DETV.json")
        self.assertEqual(problem.status, 404)
        self.assertIn("SL_EMP_FTLINJUR, SL_EMP_INJUR, SL_LBR_NTLCPL", problem.json()["detail"])
        self.assertNotIn("VC_HTF_DETVR", problem.json()["detail"])
        for path in ("/trafficking/sdg/16.2/%3Cb%3E", "/trafficking/sdg/16.2/" + "A" * 65, "/trafficking/sdg/16.2/VC%20HTF"):
            self.assertIn(self.en.get(path).status, (400, 404), path)
            self.assertNotIn("<b>", self.en.get(path).text.split("<main", 1)[1].split("<ul", 1)[0], path)

    def test_a_series_without_a_verdict_says_why_in_the_words_of_its_own_matter(self):
        text = self.page("/trafficking/sdg/16.a").visible
        self.assertIn("Series marked “not judged” are shown as figure and trend only", text)
        self.assertNotIn("detected victims", text)
        own = self.page("/trafficking/sdg/16.a/SG_NHR_NOAPPLN").visible
        self.assertIn("neither more nor less is better in itself, so that no verdict is shown here", own)
        self.assertNotIn("detected victims", own)
        explained = self.page("/trafficking/explain/sdg/SG_NHR_NOAPPLN/KGZ").visible
        self.assertIn("This series is not judged. Neither more nor less is better in itself. The verdicts below", explained)
        self.assertNotIn("detected victims", explained)

    def test_insufficient_data_is_told_apart_with_the_reason(self):
        text = self.page("/trafficking/sdg/5.2").visible
        self.assertIn("insufficient data", text)
        self.assertIn("Fewer than two years", text)

    # --- explanations and methods ---

    def test_an_explanation_adds_up(self):
        page = self.page("/ihr/explain/SPAR02/2018")
        row = [r for r in self.en.get("/ihr/explain/SPAR02/2018.json").json()["regional"]][0]
        terms = re.search(r"\(([\d. +]+)\) / (\d+)", page.visible)
        values = [float(t) for t in terms.group(1).split("+")]
        self.assertEqual(len(values), int(terms.group(2)))
        self.assertAlmostEqual(sum(values) / len(values), row["mean"])
        self.assertIn(row["run"], page.visible)

    def test_methods_give_versions_sources_and_the_baseline(self):
        text = self.page("/methods").visible
        for part in ("1,132,486", "928,769", "1,591,338", "regional statistics 4", "Open SDG", "2023-12", "Hyndman"):
            self.assertIn(part, text)
        self.assertIn("1\xa0132\xa0486", self.page("/methods", self.ru).text.replace("&nbsp;", "\xa0"))

    def test_russian_pages_have_a_decimal_comma_and_files_never(self):
        self.assertIn("0,39", self.page(EXPLAINED, self.ru).visible)
        self.assertIn(",0.39,", self.ru.get(data_of(EXPLAINED, "csv")).text)

    # --- refusals ---

    def test_what_is_not_there_is_named_with_what_there_is(self):
        for path, mistake, there in (
                ("/fishing/", "fishing", "/ihr/"),
                ("/ihr/?period=1999", "1999", "/ihr/?period=2013"),
                ("/ihr/indicators/NOPE", "NOPE", "/ihr/indicators/SPAR02"),
                ("/ihr/indicators/SPAR02?period=2013", "2013", "/ihr/indicators/SPAR02?period=2018"),
                ("/ihr/countries/FRA", "FRA", "/ihr/countries/KGZ"),
                ("/trafficking/sdg/99.9", "99.9", "/trafficking/sdg/16.2"),
                ("/trafficking/sdg/99.9/VC_HTF_DETV", "99.9", "/trafficking/sdg/16.2"),
                ("/trafficking/sdg/16.2/NOPE", "NOPE", "/trafficking/sdg/16.2/VC_HTF_DETV"),
                ("/nothing/sdg/16.2/VC_HTF_DETV", "nothing", "/ihr/"),
                ("/ihr/explain/SPAR02/1999", "1999", "/ihr/explain/SPAR02/2018"),
                ("/ihr/explain/NOPE/2018", "NOPE", "/ihr/indicators/SPAR02"),
                ("/ihr/explain/sdg/NOPE/KAZ", "NOPE", "/ihr/sdg/"),
                ("/ihr/explain/sdg/VC_HTF_DETV/FRA", "FRA", "/ihr/countries/KAZ"),
                ("/ihr/explain/sdg/VC_HTF_DETV/KAZ?dims=sex=mouse", "VC_HTF_DETV", "/ihr/sdg/16.2")):
            page = self.page(path, status=404)
            self.assertIn(mistake, page.visible, path)
            self.assertIn('href="%s"' % there, html.unescape(page.text), path)

    def test_an_address_is_never_repeated_as_markup(self):
        for path in ("/%3Cb%3E/", "/ihr/?period=%3Cscript%3E", "/ihr/explain/sdg/VC_HTF_DETV/KAZ?dims=%3Cb%3E%22x"):
            page = self.en.get(path)
            self.assertIn(page.status, (400, 404), path)
            self.assertNotIn("<b>x", page.text)
            self.assertNotIn("<script>", page.text)

    def test_a_malformed_parameter_is_a_bad_request(self):
        for path in ("/ihr/?period=a%20b", "/ihr/?period=" + "9" * 40, "/ihr/index.csv?period=a%20b"):
            self.page(path, status=400)

    def test_the_last_slash_is_found(self):
        answer = self.en.get("/ihr", follow=False)
        self.assertEqual((answer.status, answer.location), (308, "/ihr/"))

    # --- data ---

    def test_every_page_has_its_data_and_links_to_it(self):
        for page in FILED:
            text = html.unescape(self.page(page).text)
            for ending, kind in (("csv", "text/csv"), ("json", "application/json")):
                path = data_of(page, ending)
                self.assertIn('href="%s"' % path, text, page)
                answer = self.page(path)
                self.assertTrue(answer.headers["Content-Type"].startswith(kind), path)

    def test_csv_and_json_of_a_page_are_the_same_figures(self):
        for page in FILED:
            rows = rows_of(self.page(data_of(page, "csv")).text)
            answer = self.page(data_of(page, "json")).json()
            table = answer[[key for key in answer if key != "meta"][0]]
            self.assertEqual(len(rows), len(table), page)
            for row, other in zip(rows, table):
                self.assertEqual(list(row), list(other), page)
                for name, text in row.items():
                    value = other[name]
                    if value is None:
                        self.assertEqual(text, "", (page, name))
                    elif isinstance(value, (int, float)):
                        self.assertEqual(float(text), float(value), (page, name))
                    else:
                        self.assertEqual(text, value, (page, name))

    def test_json_tells_where_it_comes_from(self):
        meta = self.page("/ihr/index.json").json()["meta"]
        self.assertEqual(meta["audience"], "public")
        for key in ("run", "made_at", "methods", "source", "licence"):
            self.assertTrue(meta[key], key)

    def test_the_exports_are_those_of_the_command(self):
        for kind in ("regional", "answers", "cells", "sdg"):
            exported = self.site.monitor("export", kind, "--framework", "ihr", "--audience", "public").stdout
            self.assertEqual(self.page("/ihr/%s.csv" % kind).text.replace("\r\n", "\n"), exported.replace("\r\n", "\n"), kind)
        exported = self.site.monitor("export", "answers", "--framework", "ihr", "--audience", "public", "--period", "2013").stdout
        self.assertEqual(self.page("/ihr/answers.csv?period=2013").text.replace("\r\n", "\n"), exported.replace("\r\n", "\n"))

    def test_an_indicators_answers_are_its_rows_of_the_export(self):
        rows = [r for r in rows_of(self.page("/ihr/answers.csv").text) if r["indicator"] == "SPAR02"]
        self.assertEqual(rows_of(self.page("/ihr/indicators/SPAR02.csv").text), rows)
        rows = sorted((r["period"], r["indicator"], r["value"]) for r in rows_of(self.page("/ihr/answers.csv").text) if r["participant"] == "KGZ")
        self.assertEqual(sorted((r["period"], r["indicator"], r["value"]) for r in rows_of(self.page("/ihr/countries/KGZ.csv").text)), rows)

    def test_errors_of_the_data_are_problem_documents(self):
        for path, status, word in (("/fishing/index.csv", 404, "ihr, trafficking"), ("/ihr/index.json?period=1999", 404, "2022"),
                                   ("/ihr/indicators/NOPE.csv", 404, "SPAR01"), ("/ihr/countries/FRA.json", 404, "KAZ"),
                                   ("/ihr/sdg/99.9.csv", 404, "16.2"), ("/nothing.csv", 404, "/nothing.csv"),
                                   ("/ihr/explain/sdg/NOPE/KAZ.json", 404, "VC_HTF_DETV"), ("/ihr/index.csv?period=a%20b", 400, "period")):
            answer = self.page(path, status=status)
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json", path)
            problem = answer.json()
            self.assertEqual(problem["status"], status)
            self.assertIn(word, problem["detail"] + problem.get("field", ""), path)

    def test_pages_and_data_are_confirmed_when_nothing_changed(self):
        for path in ("/ihr/", "/ihr/index.csv", "/ihr/index.json", "/ihr/answers.csv"):
            tag = self.page(path).headers["ETag"]
            again = self.en.get(path, {"If-None-Match": tag})
            self.assertEqual((again.status, again.body), (304, b""), path)

    def test_compressed_pages_are_the_same_pages(self):
        packed = self.en.get("/ihr/sdg/", {"Accept-Encoding": "gzip"})
        self.assertEqual(gzip.decompress(packed.body), self.page("/ihr/sdg/").body)


class Audiences(unittest.TestCase):
    """Invented governments whose answers are cleared for different audiences."""

    GOVERNMENTS = ("XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG")

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for code in cls.GOVERNMENTS:
            cls.site.monitor("participant", "add", code, "--name", "Invented " + code)
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", kit.os.path.join(kit.CATALOGUE, framework))
        # IDR2: three for everybody, four for members only. IDR1: three for everybody, one for members. LAW1: two for everybody.
        cls.bring("public", "XAA,2025,IDR2,4", "XAB,2025,IDR2,2", "XAC,2025,IDR2,1", "XAA,2025,IDR1,4", "XAB,2025,IDR1,3", "XAC,2025,IDR1,2",
                  "XAA,2025,LAW1,4", "XAB,2025,LAW1,3", "XAA,2025,IDR3,0")
        cls.bring("members", "XAD,2025,IDR2,3", "XAE,2025,IDR2,3", "XAF,2025,IDR2,0", "XAG,2025,IDR2,0", "XAD,2025,IDR1,0")
        cls.site.monitor("summarise")
        cls.client = cls.site.client("en")

    @classmethod
    def bring(cls, audience, *lines):
        path = kit.os.path.join(cls.site.folder, audience + ".csv")
        with open(path, "w") as file:
            file.write("participant,period,indicator,value\n" + "\n".join(lines) + "\n")
        cls.site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented", path)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_what_is_not_cleared_is_on_no_page_and_in_no_file(self):
        for path in ("/trafficking/indicators/IDR2", "/trafficking/countries/XAD", "/trafficking/explain/IDR2/2025"):
            text = self.client.get(path).visible
            self.assertNotRegex(text, r"Invented XAD[^.]{0,40}level \d", path)
        self.assertNotIn("XAD", self.client.get("/trafficking/answers.csv").text)
        self.assertNotIn("XAD", self.client.get("/trafficking/indicators/IDR2.csv").text)

    def test_hidden_values_are_counted_and_told(self):
        page = self.client.get("/trafficking/explain/IDR2/2025").visible
        self.assertIn("4 values are not cleared for this audience. They are part of the mean", page)
        self.assertIn("no answer that this audience may see", page)
        page = self.client.get("/trafficking/explain/IDR1/2025").visible
        self.assertIn("1 value is not cleared for this audience and is left out of every figure", page)

    def test_a_figure_over_too_few_is_withheld_in_words(self):
        page = self.client.get("/trafficking/explain/LAW1/2025").visible
        self.assertIn("The figure is withheld: it would be over 2 governments", page)
        self.assertIn("The regional figure is withheld", self.client.get("/trafficking/indicators/LAW1").visible)

    def test_zero_is_a_value(self):
        row = re.search(r"Invented XAA</a></th>(.*?)</tr>", self.client.get("/trafficking/indicators/IDR3").text, re.S).group(1)
        self.assertIn('<td data-label="Answer">0</td>', row.replace("\n", ""))

    def test_a_suppressed_value_is_told_apart_from_zero_and_missing(self):
        path = kit.os.path.join(self.site.data, "snapshots", "public.db")
        shutil.copy(path, path + ".kept")
        try:
            shutil.copy(path, path + ".new")
            with sqlite3.connect(path + ".new") as db:
                db.execute("UPDATE answer SET suppressed = 1, value = NULL, score = NULL WHERE indicator = 'IDR3'")
            db.close()
            kit.os.replace(path + ".new", path)
            for page in ("/trafficking/indicators/IDR3", "/trafficking/countries/XAA", "/trafficking/explain/IDR3/2025"):
                self.assertIn("suppressed: too small to be shown", self.client.get(page).visible, page)
            row = rows_of(self.client.get("/trafficking/indicators/IDR3.csv").text)[0]
            self.assertEqual((row["suppressed"], row["value"]), ("1", ""))
        finally:
            kit.os.replace(path + ".kept", path)

    def test_the_next_level_of_a_ladder_is_spelled_out(self):
        text = self.client.get("/trafficking/countries/XAC").visible
        self.assertIn("level 1 → 2: Mechanism adopted", text)
        self.assertIn("names a national coordinator", text)
        self.assertNotIn("To reach level 5", self.client.get("/trafficking/countries/XAA").visible)

    def test_members_see_them_behind_the_guard(self):
        self.site.person("focal@x.example", ("focal_point", "XAA"))
        client = self.site.signed_in("focal@x.example")
        page = client.get("/members/trafficking/indicators/IDR2?lang=en")
        self.assertRegex(page.visible, r"Invented XAD level 3")
        self.assertIn('href="/members/trafficking/countries/XAD"', page.text)
        self.assertNotRegex(page.text, r'href="/trafficking/')
        self.assertIn("XAD", client.get("/members/trafficking/answers.csv").text)
        self.assertEqual(client.get("/members/trafficking/index.json").json()["meta"]["audience"], "members")

    def test_compliance_needs_three_governments(self):
        text = self.client.get("/trafficking/sdg/16.2").visible
        self.assertIn("insufficient data", text)
        self.assertRegex(text, r"\d+ of \d+ indicators have a score; \d+ are needed")


if __name__ == "__main__":
    unittest.main()
