"""Pages of a government: its profile, its next steps, its SDG panel; and the governments of a framework."""
import gzip
import html
import re
import sqlite3
import unittest

import kit
import region

_site = None


def site():
    """One for this file: real answers to `ihr`, invented ones to `trafficking`."""
    global _site
    if _site is None:
        _site = region.open_site()
    return _site


def section(page, name):
    return re.search(r'<section id="%s">.*?</section>' % name, page.text, re.S).group(0)


def words(markup):
    return re.sub(r"\s+", " ", __import__("html").unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<svg.*?</svg>", " ", markup, flags=re.S)))).strip()


class Country(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = site()
        cls.en = cls.site.client("en")
        cls.ru = cls.site.client("ru")
        cls.db = sqlite3.connect("file:%s/snapshots/public.db?mode=ro" % cls.site.data, uri=True)

    @classmethod
    def tearDownClass(cls):
        cls.db.close()

    def page(self, path, client=None, status=200):
        answer = (client or self.en).get(path)
        self.assertEqual(answer.status, status, path)
        return answer

    # --- in short ---

    def test_the_sentences_say_what_stands_in_the_snapshot(self):
        text = self.page("/trafficking/countries/XAA").visible
        reported, expected = self.db.execute("SELECT n_reported, n_expected FROM coverage WHERE framework = 'trafficking' AND period = '2025' AND participant = 'XAA'").fetchone()
        self.assertIn("Reported for 2025: %d of %d indicators" % (reported, expected), text)
        score, low, high, median = self.db.execute("""SELECT s.score, r.min, r.max, r.median FROM domain_score s JOIN domain_regional r
            ON r.framework = s.framework AND r.period = s.period AND r.domain = s.domain
            WHERE s.framework = 'trafficking' AND s.period = '2025' AND s.participant = 'XAA' AND s.domain = ''""").fetchone()
        self.assertRegex(text, r"Over all domains the score is %d of 100 \([a-z ]+\); the region reaches from %d to %d, with a median of %d\."
                         % (round(score), round(low), round(high), round(median)))
        moved = self.db.execute("""SELECT domain, change FROM domain_score WHERE framework = 'trafficking' AND period = '2025' AND participant = 'XAA'
            AND domain <> '' ORDER BY change DESC""").fetchall()
        self.assertRegex(text, r"Since 2024, up: [^;]*\(\+%d\)" % round(moved[0][1]))

    def test_across_a_break_there_is_no_change_and_the_sentence_says_why(self):
        page = self.page("/ihr/countries/KGZ?period=2021")
        self.assertIn("There is no change to tell for 2021: no earlier period has a score on the same questions.", page.visible)
        self.assertIn("break in series", words(section(page, "domains")))
        self.assertNotIn('class="ring"', section(page, "domains"))

    def test_the_first_period_has_nothing_to_compare_with(self):
        self.assertIn("2023 is the first period, so that there is no change yet.", self.page("/trafficking/countries/XAA?period=2023").visible)

    def test_who_was_not_asked_is_told_nothing_else(self):
        page = self.page("/trafficking/countries/UZB")
        self.assertRegex(page.text, r'<section class="brief"[^>]*><ul><li>Uzbekistan was not asked to report for 2025\.</li>\s*</ul>')
        self.assertIn("not asked", words(section(page, "domains")))
        # Nothing leads to what there is not.
        for link in re.findall(r'href="(/[^"#]*/(?:explain|charts|embed)/[^"#]*)', page.text):
            self.page(html.unescape(link))
        self.assertNotIn("/charts/country/UZB", page.text)
        self.assertNotIn("/embed/country/UZB", page.text)
        self.assertIn("/charts/country/XAA.svg", self.page("/trafficking/countries/XAA").text)

    def test_before_the_first_round_the_page_leads_to_what_will_be_asked(self):
        page = kit.Client(kit.shared()).get("/trafficking/countries/KGZ")
        self.assertIn('<a href="/trafficking/indicators/">What will be asked: the indicators with their criteria</a>', page.text)

    def test_on_paper_the_source_of_answers_from_elsewhere_is_named(self):
        self.assertIn("Source of the answers: UN SDG Global Database", self.page("/ihr/countries/KGZ/profile").visible)
        self.assertNotIn("Source of the answers", self.page("/trafficking/countries/XAA/profile").visible)

    def test_no_sentence_ranks_or_praises(self):
        for client in (self.en, self.ru):
            for path in ("/trafficking/countries/XAA", "/ihr/countries/TJK", "/trafficking/countries/XCC/profile"):
                text = words(re.search(r'class="brief".*?</ul>', self.page(path, client).text, re.S).group(0)).lower()
                self.assertGreater(len(text), 100)
                for word in ("rank", "best", "worst", "leader", "behind", "лидер", "худш", "отста", "рейтинг", "мест"):
                    self.assertNotIn(word, text, path)

    # --- domains ---

    def test_each_domain_is_a_box_a_dot_and_a_ring_for_the_score_before(self):
        domains = section(self.page("/trafficking/countries/XAA"), "domains")
        charts = re.findall(r'<svg class="chart spread-broad".*?</svg>', domains, re.S)
        self.assertEqual(len(charts), 9)
        for chart in charts:
            self.assertRegex(chart, r'class="box" d="M')
            self.assertRegex(chart, r'class="dots" d="M')
            self.assertRegex(chart, r"<desc>The region: lowest \d+, median \d+, highest \d+\. The dot is the government of this page: \d+")
        self.assertGreater(domains.count('class="ring"'), 5)
        self.assertIn("/trafficking/charts/country/XAA.svg", domains)

    # --- next steps ---

    def test_next_steps_are_the_ladders_below_their_last_level_with_what_it_asks(self):
        steps = section(self.page("/trafficking/countries/XAA"), "next")
        shown = re.findall(r'<li id="next-([A-Z0-9]+)">.*?level (\d) → (\d):', steps, re.S)
        expected = self.db.execute("""SELECT a.indicator, CAST(a.value AS INTEGER) FROM answer a JOIN indicator i ON i.framework = a.framework AND i.code = a.indicator
            AND i.version = a.version WHERE a.framework = 'trafficking' AND a.period = '2025' AND a.participant = 'XAA' AND a.status = 'reported'
            AND i.type = 'ladder' AND a.value < 4""").fetchall()
        self.assertEqual(sorted(shown), sorted((code, str(level), str(level + 1)) for code, level in expected))
        for step in re.findall(r'<li id="next-.*?(?=<li id="next-|</ul></details>)', steps, re.S):
            self.assertRegex(step, r"<ul><li>[^<]+</li>")

    def test_a_ladder_at_its_last_level_and_an_answer_that_is_none_have_no_next_step(self):
        steps = section(self.page("/trafficking/countries/XAA"), "next")
        for code, in self.db.execute("""SELECT indicator FROM answer WHERE framework = 'trafficking' AND period = '2025' AND participant = 'XAA'
                AND (status <> 'reported' OR value >= 4)"""):
            self.assertNotIn('id="next-%s"' % code, steps)

    # --- SDG ---

    def test_the_panel_has_own_answers_and_official_series_with_both_verdicts(self):
        panel = section(self.page("/trafficking/countries/UZB"), "sdg")
        self.assertIn("SL_LBR_NTLCPL", panel)
        self.assertRegex(words(panel), r"↓ Deterioration UN chart: ↓ Stagnation or regression")
        own = section(self.page("/trafficking/countries/XAA"), "sdg")
        for target, score in self.db.execute("""SELECT target, score FROM sdg_compliance WHERE framework = 'trafficking' AND period = '2025'
                AND participant = 'XAA' AND score IS NOT NULL"""):
            self.assertRegex(own, r'explain/compliance/%s/2025/XAA"><b>%d</b>' % (re.escape(target), round(score)))

    def test_a_base_of_zero_is_told_where_it_occurs(self):
        text = words(section(self.page("/trafficking/countries/UZB"), "sdg"))
        self.assertIn("The base is 0 (2015), and no growth rate leads from 0: Open SDG counts it as 0.001", text)

    def test_a_neutral_series_is_a_figure_without_a_verdict(self):
        panel = section(self.page("/trafficking/countries/UZB"), "sdg")
        rows = re.findall(r'<tr><th scope="row"><a href="[^"]*/sdg/16\.2/VC_HTF_DETV[A-Z]*">.*?</tr>', panel, re.S)
        self.assertGreater(len(rows), 2)
        for row in rows:
            self.assertIn("not judged", row)
            for verdict in ("progress</a>", "Deterioration", "UN chart"):
                self.assertNotIn(verdict, row)

    # --- the governments of a framework ---

    def test_cards_are_alphabetical_with_score_coverage_and_period(self):
        for client in (self.en, self.ru):
            page = self.page("/trafficking/countries/", client)
            names = re.findall(r'<li class="card"><h2><a href="[^"]*">([^<]*)</a>', page.text)
            self.assertEqual(len(names), 11)
            self.assertEqual(names, sorted(names))
        card = re.search(r'<li class="card"><h2><a href="/trafficking/countries/XAA">.*?</li>', self.page("/trafficking/countries/").text, re.S).group(0)
        score, = self.db.execute("SELECT score FROM domain_score WHERE framework = 'trafficking' AND period = '2025' AND participant = 'XAA' AND domain = ''").fetchone()
        self.assertRegex(words(card), r"Alphaland %d [a-z ]+ .\d+ since 2024 2025 · reported and shown here: \d+ of 49 indicators" % round(score))

    def test_who_is_not_shown_to_this_audience_has_no_zero(self):
        card = re.search(r'<li class="card"><h2><a href="/trafficking/countries/XFF">.*?</li>', self.page("/trafficking/countries/").text, re.S).group(0)
        self.assertIn("no reported answer that this page may show", words(card))
        self.assertNotRegex(words(card), r"\b0\b")

    # --- the profile, and refusals ---

    def test_no_page_is_half_translated_and_every_chart_has_words(self):
        for path in ("/trafficking/countries/XAA/profile", "/ihr/countries/KGZ/profile", "/trafficking/countries/XAA", "/trafficking/sdg/?goal=16",
                     "/trafficking/countries/", "/trafficking/sdg/10.7", "/trafficking/sdg/16.2", "/trafficking/sdg/16.2/VC_HTF_DETV", "/trafficking/sdg/8.8/SL_LBR_NTLCPL"):
            page = self.page(path, self.ru)
            for english in ("Government", "Indicator", "Domain", "Region", "Score", "break in series", "no data", "not available", "Coverage",
                            "Insufficient", "Period", "series", "Next", "Target", "judged", "Reported", "Since"):
                self.assertNotIn(english, page.visible, path)
            for chart in re.findall(r"<svg.*?</svg>", page.text, re.S):
                self.assertRegex(chart, r'role="img"><title>[^<]+</title><desc>[^<]+</desc>', path)
                self.assertNotRegex(chart, r"\b-?(nan|inf)\b", path)
            self.assertNotRegex(page.text, r"<[^>]+\sstyle=|<script|\son[a-z]+=", path)

    def test_each_audience_has_its_own_profile(self):
        self.site.person("member@x.example", ("focal_point", "XAA"))
        page = self.site.signed_in("member@x.example").get("/members/trafficking/countries/XFF/profile?lang=en")
        self.assertIn("For members", page.visible)
        self.assertNotRegex(page.text, r'href="/(trafficking|ihr)/')
        self.assertRegex(page.text[page.text.index("answers-flow"):], r"<li>LAW1 [^<]+: ")
        self.assertIn("no answer shown here", self.page("/trafficking/countries/XFF/profile").visible)

    def test_the_profile_has_every_answer_and_no_site_around_it_when_printed(self):
        page = self.page("/trafficking/countries/XAA/profile")
        for code, in self.db.execute("SELECT indicator FROM questionnaire WHERE framework = 'trafficking' AND period = '2025'"):
            self.assertRegex(page.text[page.text.index("answers-flow"):], r"<li>%s [^<]+: <" % code)
        self.assertIn('href="/assets/profile.css', page.text)
        self.assertIn('href="/trafficking/countries/XAA/profile?period=2025"', self.page("/trafficking/countries/XAA").text)

    def test_mistakes_are_told_with_what_there_is(self):
        for path, said, link in (
                ("/trafficking/countries/FRA", "FRA", "/trafficking/countries/XAA"),
                ("/trafficking/countries/FRA/profile", "FRA", "/trafficking/countries/XAA"),
                ("/trafficking/countries/XAA?period=1999", "1999", "/trafficking/countries/XAA?period=2025"),
                ("/trafficking/countries/XAA/profile?period=1999", "1999", "/trafficking/countries/XAA/profile?period=2025"),
                ("/nothing/countries/XAA/profile", "nothing", "/ihr/"),
                ("/trafficking/sdg/?goal=99", "99", "/trafficking/sdg/?goal=16"),
                ("/trafficking/sdg/99.9", "99.9", "/trafficking/sdg/16.2"),
                ("/trafficking/sdg/16.2/NOPE", "NOPE", "/trafficking/sdg/16.2/VC_HTF_DETV")):
            page = self.page(path, status=404)
            self.assertIn("“%s”" % said, page.visible, path)
            self.assertIn('href="%s"' % link, page.text, path)
        for path in ("/trafficking/sdg/?goal=%3Cb%3E", "/trafficking/countries/XAA/profile?period=a%20b", "/trafficking/sdg/?goal=" + "9" * 10000):
            self.assertIn(self.en.get(path).status, (400, 414), path)

    # --- SDG pages ---

    def test_a_goal_has_its_targets_alone(self):
        page = self.page("/trafficking/sdg/?goal=8")
        self.assertEqual(re.findall(r'<section id="goal-(\d+)">', page.text), ["8"])
        self.assertEqual(re.findall(r'<section id="goal-(\d+)">', self.page("/trafficking/sdg/").text), ["5", "8", "10", "16"])

    def test_series_of_a_target_together_are_those_of_the_snapshot(self):
        rows = {r["participant"]: r for r in self.en.get("/trafficking/sdg/8.8.json").json()["together"]}
        self.assertEqual(set(rows), {"KAZ", "KGZ", "TJK", "TKM", "UZB"})
        text = self.page("/trafficking/sdg/8.8").visible
        self.assertIn("1 of 3 series judged", text)
        self.assertEqual(rows["KGZ"]["n_judged"], 1)
        self.assertEqual(rows["KGZ"]["status"], "deterioration")

    def test_a_superseded_series_is_shown_and_not_counted_with_the_others(self):
        data = self.en.get("/trafficking/sdg/16.3.json").json()
        self.assertEqual({row["series"]: row["superseded_by"] for row in data["series"] if row["superseded_by"]}, {"VC_PRS_UNSEC": "VC_PRS_UNSNT"})
        self.assertEqual({row["n_series"] for row in data["together"]}, {len(data["series"]) - 1})
        page = self.page("/trafficking/sdg/16.3")
        entry = re.search(r'<article id="VC_PRS_UNSEC" class="entry">.*?</article>', page.text, re.S).group(0)
        self.assertIn("superseded by VC_PRS_UNSNT , not counted together", words(entry))
        self.assertIn('href="/trafficking/sdg/16.3/VC_PRS_UNSNT"', entry)
        self.assertEqual(page.visible.count("not counted together"), 2)
        own = self.page("/trafficking/sdg/16.3/VC_PRS_UNSEC").visible
        self.assertIn("The source continues this series under another code: VC_PRS_UNSNT .", own)
        self.assertIn("this one is not counted when the official series of the target are taken together", own)
        self.assertNotIn("under another code", self.page("/trafficking/sdg/16.3/VC_PRS_UNSNT").visible)

    def test_the_printed_profile_and_the_report_say_why_the_methods_differ(self):
        for path, verdicts in (("/trafficking/countries/UZB/profile", re.compile(r"<p><b>[^<]*</b>: [^<]*↑ Substantial progress · UN chart: no verdict ≠<sup>(\d)</sup></p>")),
                               ("/trafficking/report/annex?period=2025", re.compile(r"Substantial progress</span> <small>UN chart: no verdict ≠<sup>(\d)</sup></small>"))):
            page = self.page(path)
            text = html.unescape(page.text)
            number = verdicts.search(text).group(1)
            reasons = re.search(r"Why the two methods differ:(.*?)</p>", text, re.S).group(1)
            self.assertIn("≠<sup>%s</sup> The base is 0, and no growth rate leads from 0: Open SDG counts it as 0.001, so that a value that is still 0 counts as a fall from there" % number,
                          reasons, path)
            # Each number beside a verdict is told below, once.
            used = set(re.findall(r"≠<sup>(\d)</sup>", text.replace(reasons, "")))
            self.assertEqual(sorted(re.findall(r"≠<sup>(\d)</sup>", reasons)), sorted(used), path)

    def test_why_two_verdicts_differ_is_said_with_the_figures(self):
        page = self.page("/trafficking/sdg/8.8/SL_LBR_NTLCPL")
        row = re.search(r'<p id="why-TKM">(.*?)</p>', page.text, re.S).group(1)
        self.assertIn("both look at the growth (0\xa0% a year) and draw their lines elsewhere", html.unescape(row))
        target = self.page("/trafficking/sdg/8.8")
        self.assertIn("both look at the growth (0\xa0% a year) and draw their lines elsewhere", html.unescape(target.text))
        differing = [r for r in self.en.get("/trafficking/sdg/8.8.json").json()["verdicts"] if r["difference"] and r["headline"]]
        self.assertTrue(differing)
        for path in ("/trafficking/sdg/", "/trafficking/sdg/8.8"):
            text = self.page(path).text
            for row in differing:
                self.assertIn('href="/trafficking/sdg/8.8/%s#why-%s"' % (row["series"], row["participant"]), text)
        for code in {row["series"] for row in differing}:
            self.assertEqual(sorted(re.findall(r'<p id="why-(\w+)"', self.page("/trafficking/sdg/8.8/" + code).text)),
                             sorted(row["participant"] for row in differing if row["series"] == code))

    def test_the_page_of_a_target_is_short_and_light(self):
        for client in (self.en, self.ru):
            page = client.get("/trafficking/sdg/16.2", {"Accept-Encoding": "gzip"})
            plain = gzip.decompress(page.body)
            self.assertLess(len(page.body), 12 * 1024)
            self.assertLess(len(plain), 120 * 1024)
            self.assertEqual(plain.count(b'<article id="'), 12)
            for entry in re.findall(rb"<article .*?</article>", plain, re.S):
                self.assertLessEqual(entry.count(b"<svg"), 1)
                self.assertEqual(entry.count(b"<table"), 0)

    def test_the_matrix_names_each_government_where_rows_become_blocks(self):
        matrix = re.search(r'<table class="[^"]*sdg-matrix">.*?</table>', self.page("/trafficking/sdg/16.2").text, re.S).group(0)
        heads = re.findall(r'<th scope="col">([^<]*)</th>', matrix)[1:]
        rows = re.findall(r"<tr.*?</tr>", matrix, re.S)[1:]
        self.assertEqual(len(heads), 11)
        self.assertGreater(len(rows), 12)
        for row in rows:
            self.assertEqual(re.findall(r'<td [^>]*data-label="([^"]*)"', row), heads)
        self.assertNotIn("by government only", matrix)
        score, = self.db.execute("SELECT score FROM sdg_compliance WHERE framework = 'trafficking' AND target = '16.2' AND period = '2025' AND participant = ''").fetchone()
        self.assertRegex(words(rows[0]), r"^Own answers: compliance score 2025 Region: %d " % round(score))

    def test_insufficient_data_names_what_is_missing(self):
        self.assertTrue(self.db.execute("SELECT 1 FROM sdg_compliance WHERE framework = 'trafficking' AND period = '2025' AND score IS NULL").fetchone())
        for target, participant, n, possible, needed in self.db.execute("""SELECT target, participant, n_indicators, n_possible, n_needed FROM sdg_compliance
                WHERE framework = 'trafficking' AND period = '2025' AND score IS NULL AND participant <> '' ORDER BY target LIMIT 5"""):
            page = self.page("/trafficking/sdg/" + target)
            self.assertIn("%d of %d indicators have a score; %d are needed." % (n, possible, needed), page.visible)
            self.assertIn("◌ insufficient data", page.visible)
            self.assertIn("Without a score:", page.visible)

    def test_a_target_with_a_number_is_drawn_and_one_without_is_not(self):
        def entry(target, code):
            return re.search(r'<article id="%s" class="entry">.*?</article>' % code, self.page("/trafficking/sdg/" + target).text, re.S).group(0)
        self.assertEqual(entry("5.2", "VC_VAW_MARR").count('class="goal"'), 1)
        self.assertIn("Target: 0 in 2030.", entry("5.2", "VC_VAW_MARR"))
        own = self.page("/trafficking/sdg/5.2/VC_VAW_MARR").text
        self.assertEqual(own.count('class="goal"'), 3)
        self.assertIn("Target: 0 in 2030.", own)
        for target, code in (("8.8", "SL_LBR_NTLCPL"), ("16.2", "VC_HTF_DETV")):
            self.assertNotIn('class="goal"', entry(target, code))
            self.assertNotIn('class="goal"', self.page("/trafficking/sdg/%s/%s" % (target, code)).text)

    def test_verdicts_have_signs_and_words_never_colour_alone(self):
        for path in ("/trafficking/sdg/", "/trafficking/sdg/16.3", "/trafficking/countries/KGZ"):
            for cell in re.findall(r'<td class="band band-\d verdict">(.*?)</td>', self.page(path).text, re.S):
                self.assertRegex(words(cell), r"^([✓↑↗→↓] \w|no verdict)", path)


if __name__ == "__main__":
    unittest.main()
