"""The explain pages: whoever has a pocket calculator comes to the same figure, and nothing is on them that the audience may not see."""
import os
import re
import unittest

import kit

GOVERNMENTS = ("XAA", "XAB", "XAC", "XAD")
# Of SDG target 10.7: three of its six scored indicators, so that there is a score; CHD5 is better when it is lower.
ANSWERS = {
    "LAW1": (1, 2, 3, 4), "LAW2": (0, 4, 2, 2), "LAW3": (3, 3, 1, 4), "LAW5": (2, 2, 0, 1),
    "CHD5": (5, 8.5, None, 12), "IDR3": (60, 4, 77, 12),
    "PRO5": (1, 2, 3, 0), "CHD4": (2, 2, 1, 4), "XBR1": (4, 3, 0, 2), "XBR3": (50, 25, 60, 75), "XBR4": (10, 20, 30, 45), "XBR6": (1, 1, 4, 3),
}


def calculate(formula):
    """What a calculator gives for "(25 + 50) / 2" or "place 1 + (5 − 1) · 0.25 = 2: 40"."""
    formula = formula.rsplit(": ", 1)[-1].replace("−", "-").replace("·", "*").replace(",", "")
    if not re.fullmatch(r"[\d.+\-*/() ]+", formula):
        raise AssertionError("no formula of numbers: " + formula)
    return eval(formula)  # digits and signs only


def statistics(page):
    """label → (as shown, before rounding, formula)"""
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th><td class="num" data-label="As shown"><b>([^<]*)</b></td>'
                      r'<td class="num" data-label="Before rounding">([^<]*)</td><td class="formula">([^<]*)</td></tr>', page.text)
    return {label: (shown, float(value.replace("−", "-")), formula) for label, shown, value, formula in rows}


class Explanations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for code in GOVERNMENTS + ("XAE",):
            cls.site.monitor("participant", "add", code, "--name", "Invented " + code)
        cls.report("public", GOVERNMENTS, ANSWERS)
        cls.report("members", ("XAE",), {"LAW1": (4,), "LAW2": (4,), "IDR3": (31.0,)})
        cls.site.monitor("summarise")
        cls.client = cls.site.client("en")

    @classmethod
    def report(cls, audience, governments, answers):
        path = os.path.join(cls.site.folder, audience + ".csv")
        with open(path, "w") as file:
            file.write("participant,period,indicator,value,status,note\n")
            for indicator, values in answers.items():
                for code, value in zip(governments, values):
                    file.write("%s,2025,%s,%s\n" % (code, indicator, "%g,," % value if value is not None else ",not_available,no survey yet"))
        cls.site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented", path)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def page(self, path):
        page = self.client.get("/trafficking/explain/" + path)
        self.assertEqual(page.status, 200, path)
        return page

    def assert_adds_up(self, page, least):
        found = statistics(page)
        self.assertGreaterEqual(len(found), least, page.visible)
        for label, (_, value, formula) in found.items():
            if label not in ("Lowest", "Highest"):
                self.assertAlmostEqual(calculate(formula), value, places=5, msg="%s: %s" % (label, formula))
        return found

    def test_an_indicators_figures_add_up_and_are_those_of_the_data(self):
        for code in ("LAW1", "XBR3", "IDR3", "CHD5"):
            found = self.assert_adds_up(self.page("%s/2025" % code), 6)
            row = self.client.get("/trafficking/explain/%s/2025.json" % code).json()["regional"][0]
            for label, name in (("Mean score", "mean"), ("Mean", "mean"), ("Median", "median"), ("First quartile", "q1"), ("Third quartile", "q3"),
                                ("Lowest", "min"), ("Highest", "max"), ("Sum", "sum")):
                if label in found:
                    self.assertAlmostEqual(found[label][1], row[name], places=5)

    def test_shown_figures_are_rounded_half_to_even(self):
        shown, value, _ = statistics(self.page("LAW1/2025"))["Mean score"]
        self.assertEqual((shown, value), ("62", 62.5))

    def test_what_is_hidden_is_counted_and_nothing_more(self):
        page = self.page("IDR3/2025")
        self.assertIn("1 value is not cleared for this audience and is left out of every figure", page.visible)
        self.assertNotIn("31", re.sub(r"\d{8}T\d+Z-\w+|\d+ \w+ 20\d\d, [\d:]+", "", page.visible.split("The figures", 1)[1].split("Method and run", 1)[0]))
        self.assertRegex(page.visible, r"no answer that this audience may see: none was released, or it is not cleared for it: Invented XAE")

    def test_a_domain_adds_up_from_its_governments(self):
        page = self.page("domain/LAW/2025")
        found = self.assert_adds_up(page, 6)
        data = self.client.get("/trafficking/explain/domain/LAW/2025.json").json()
        self.assertAlmostEqual(found["Mean score"][1], data["domain_regional"][0]["mean"], places=5)
        self.assertEqual({row["domain"] for row in data["domain_scores"]}, {"LAW"})
        for code in GOVERNMENTS:
            self.assertIn("/trafficking/explain/domain/LAW/2025/" + code, page.text)
        # XAE's answers are for members: the public knows of none.
        self.assertRegex(page.visible, r"fewer than half of the indicators have a score \(0 of 6\): Invented XAE")

    def test_a_governments_score_adds_up_from_its_answers(self):
        for code in GOVERNMENTS:
            page = self.page("domain/LAW/2025/" + code)
            shown = self.assert_adds_up(page, 1)["Score, 0–100"]
            rows = self.client.get("/trafficking/explain/domain/LAW/2025/%s.json" % code).json()["domain_scores"]
            self.assertAlmostEqual(shown[1], rows[0]["score"], places=5)
            self.assertIn("LAW4", page.visible)
            self.assertIn("LAW6", page.visible)

    def test_where_less_is_better_the_answer_enters_the_other_way_round(self):
        visible = self.page("domain/CHD/2025/XAA").visible
        self.assertIn("less is better, so it enters as 100 − 5 95", visible)
        self.assertIn("Insufficient data: 2 of 5 indicators have a score", visible)
        self.assertIn("not available (no survey yet)", self.page("domain/CHD/2025/XAC").visible)

    def test_an_overall_score_says_what_is_missing(self):
        page = self.page("domain/overall/2025/XAA")
        self.assertIn("Insufficient data: 2 of 8 domains have a score, and at least half are needed.", page.visible)
        self.assertIn("There is no figure: no government has a score.", self.page("domain/overall/2025").visible)

    def test_compliance_adds_up_for_the_region_and_for_each_government(self):
        region = self.page("compliance/10.7/2025")
        found = self.assert_adds_up(region, 1)["Score, 0–100"]
        data = self.client.get("/trafficking/explain/compliance/10.7/2025.json").json()["compliance"]
        by_code = {row["participant"]: row["score"] for row in data}
        self.assertAlmostEqual(found[1], by_code[""], places=5)
        for code in GOVERNMENTS:
            one = self.assert_adds_up(self.page("compliance/10.7/2025/" + code), 1)["Score, 0–100"]
            self.assertAlmostEqual(one[1], by_code[code], places=5)
        self.assertIn("Insufficient data: 0 of 5 governments have a score, and at least 3 are needed.", self.page("compliance/16.2/2025").visible)

    def test_each_names_method_version_release_and_run(self):
        run = self.client.get("/trafficking/explain/LAW1/2025.json").json()["meta"]["run"]
        for path, method in (("LAW1/2025", r"regional statistics, version \d"), ("domain/LAW/2025", r"regional statistics, version \d"),
                             ("domain/LAW/2025/XAA", r"compliance, version \d"), ("compliance/10.7/2025", r"compliance, version \d")):
            page = self.page(path)
            self.assertRegex(page.visible, method)
            self.assertIn(run, page.visible.split("Method and run", 1)[1])
            self.assertIn("/trafficking/releases/2025/", page.text)

    def test_every_page_has_its_data(self):
        for path in ("LAW1/2025", "domain/LAW/2025", "domain/overall/2025", "domain/LAW/2025/XAA", "domain/overall/2025/XAA", "compliance/10.7/2025",
                     "compliance/10.7/2025/XAA"):
            for href in re.findall(r'href="(/[^"]*\.(?:csv|json))"', self.page(path).text):
                self.assertEqual(self.client.get(href).status, 200, href)

    def test_what_is_not_there_is_named_with_what_there_is(self):
        for path, mistake, there in (
                ("domain/NOPE/2025", "NOPE", "/trafficking/explain/domain/LAW/2025"),
                ("domain/LAW/1999", "1999", "/trafficking/explain/domain/LAW/2025"),
                ("domain/LAW/1999/XAA", "1999", "/trafficking/explain/domain/LAW/2025"),
                ("domain/LAW/2025/FRA", "FRA", "/trafficking/countries/XAA"),
                ("domain/NOPE/2025/XAA", "NOPE", "/trafficking/explain/domain/overall/2025"),
                ("compliance/99.9/2025", "99.9", "/trafficking/sdg/16.2"),
                ("compliance/10.7/1999", "1999", "/trafficking/explain/compliance/10.7/2025"),
                ("compliance/10.7/2025/FRA", "FRA", "/trafficking/countries/XAA"),
                ("breakdown/NOPE/2025", "NOPE", "/trafficking/indicators/LAW1"),
                ("breakdown/IDR3/2025", "2025", "/trafficking/"),
                ("LAW1/1999", "1999", "/trafficking/explain/LAW1/2025")):
            page = self.client.get("/trafficking/explain/" + path)
            self.assertEqual(page.status, 404, path)
            self.assertIn(mistake, page.visible)
            self.assertIn('href="%s"' % there, page.text, path)
        self.assertEqual(self.client.get("/fishing/explain/domain/LAW/2025").status, 404)

    def test_refusals_of_the_data_name_the_mistake(self):
        for path, mistake in (("domain/NOPE/2025", "NOPE"), ("domain/LAW/1999", "1999"), ("domain/LAW/2025/FRA", "FRA"), ("compliance/99.9/2025", "99.9"),
                              ("compliance/10.7/2025/FRA", "FRA"), ("breakdown/NOPE/2025", "NOPE")):
            problem = self.client.get("/trafficking/explain/%s.json" % path)
            self.assertEqual(problem.status, 404, path)
            self.assertIn("application/problem+json", problem.headers["Content-Type"])
            self.assertIn(mistake, problem.json()["detail"])

    def test_a_strange_code_is_refused_before_anything_is_looked_up(self):
        for path in ("domain/%3Cscript%3E/2025", "compliance/16.2/2025%27--", "domain/LAW/" + "9" * 200, "domain/LAW/2025/" + "A" * 10000):
            page = self.client.get("/trafficking/explain/" + path)
            self.assertIn(page.status, (400, 404, 414, 431), path[:40])
            self.assertNotIn("<script>", page.text)

    def test_the_pages_are_in_russian_too(self):
        page = self.site.client("ru").get("/trafficking/explain/domain/LAW/2025")
        self.assertEqual(page.status, 200)
        self.assertIn("Правила", page.visible)
        self.assertNotIn("How ", page.visible)


if __name__ == "__main__":
    unittest.main()
