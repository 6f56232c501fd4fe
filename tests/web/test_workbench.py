"""The workbench of a focal point: counters, filter and search, what is next, submitting all that is complete; the home page."""
import gzip
import re
import unittest
import urllib.parse

from desk import Desk

HOSTILE = ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "%", "_", "' OR 1=1 --", "{{CSRF}}", "🙂", "\u202eIDR2", "a" * 200]


class Workbench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.seat = cls.desk.seat
        cls.desk.save("LAW1", value="2")
        cls.desk.save("LAW2", value="3")  # level 3 lacks evidence
        cls.desk.save("GOV6", value="1", do="submit")
        cls.desk.save("IDR3", value="1234", do="submit")
        cls.desk.save("JUS2", value="9", do="submit")
        cls.desk.save("JUS3", value="7", do="submit")
        cls.desk.clear("JUS2", "donors")
        page = cls.desk.clearing.get(cls.seat + "JUS3")
        cls.desk.clearing.submit(page, cls.seat + "JUS3", do="return", why="Is <b>this</b> the whole year?")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def find(self, client=None, **query):
        return (client or self.desk.focal).get(self.seat + "?" + urllib.parse.urlencode(query))

    def codes(self, page):
        return re.findall(r'<th scope="row"><a [^>]*><span class="code">(\w+)</span>', page.text)

    def test_the_round_stands_there_at_a_glance(self):
        page = self.desk.focal.get(self.seat)
        for words in ("due on 20 March 2026", "10 days left", "3 of 49 submitted", "Returned because: Is <b>this</b> the whole year?",
                      "(Clearing, 10 March 2026, 09:00 UTC)", "Go on with JUS3", "Submit what is complete (1)", "1 of 6 submitted",
                      "1 of 7 submitted, 1 returned", "1234 persons", "Level 2: Full offence in force"):
            self.assertIn(words, page.visible)
        counters = dict((title, int(number)) for number, title in re.findall(r"<strong>(\d+)</strong> ([^<]+)</a></li>", page.text))
        self.assertEqual(counters, {"to do": 46, "returned for correction": 1, "missing": 43, "drafts": 2, "waiting for clearing": 2,
                                    "cleared, in review": 1})

    def test_each_counter_leads_to_just_those_answers(self):
        page = self.desk.focal.get(self.seat)
        for href, number in re.findall(r'<li><a href="([^"]+state=\w+)"[^>]*><strong>(\d+)</strong>', page.text):
            shown = self.desk.focal.get(href)
            self.assertEqual(len(self.codes(shown)), int(number), href)
            self.assertIn('aria-current="true"><strong>' + number, shown.text)
            self.assertNotIn("Progress by domain", shown.visible)

    def test_domain_state_and_words_narrow_together(self):
        self.assertEqual(self.codes(self.find(domain="JUS", state="returned")), ["JUS3"])
        self.assertEqual(self.codes(self.find(q="jus3")), ["JUS3"])
        self.assertEqual(self.codes(self.find(q="convicted PERSONS")), ["JUS3"])
        self.assertEqual(self.codes(self.find(q="convicted persons", domain="LAW")), [])
        page = self.find(q="persons", domain="JUS", state="todo")
        self.assertEqual(self.codes(page), ["JUS3"])
        fields = dict(page.form(self.seat))
        self.assertEqual((fields["q"], fields["domain"], fields["state"]), ("persons", "JUS", "todo"))
        self.assertIn("1 of 49 indicators fit.", page.visible)
        self.assertIn("Returned because: Is <b>this</b> the whole year?", page.visible)

    def test_words_are_found_in_russian_whatever_their_case(self):
        page = self.desk.focal.get(self.seat + "?" + urllib.parse.urlencode({"q": "ДЕТЕЙ", "lang": "ru"}))
        found = self.codes(page)
        self.desk.focal.get(self.seat + "?lang=en")
        self.assertTrue(found and len(found) < 49, found)

    def test_an_empty_result_says_how_to_get_back(self):
        page = self.find(q="nothing has these words")
        self.assertEqual(page.status, 200)
        self.assertIn("No indicator fits", page.visible)
        self.assertIn('<a href="%s">Show all 49 indicators</a>' % self.seat, page.text)

    def test_hostile_words_are_only_words(self):
        for words in HOSTILE:
            page = self.find(q=words)
            self.assertEqual(page.status, 200, words)
            self.assertEqual(dict(page.form(self.seat))["q"], words)
            self.assertNotIn("<script>alert", page.text)
            self.assertNotIn("<img", page.text)
        self.assertEqual(self.codes(self.find(q="' OR 1=1 --")), [])

    def test_what_no_filter_is_gets_a_clear_refusal(self):
        for query in ({"state": "nix"}, {"domain": "NIX"}, {"state": "<b>"}, {"q": "a" * 201}, {"q": "a\x01b"}):
            page = self.find(**query)
            self.assertEqual(page.status, 400, query)
        self.assertIn("There is no state “nix” to filter by.", self.find(state="nix").visible)
        self.assertIn("This round has no domain “NIX”.", self.find(domain="NIX").visible)
        self.assertEqual(self.desk.focal.get(self.seat + "?q=%ff").status, 400)

    def test_only_who_reports_sees_what_to_write_and_submit(self):
        for name in ("observer", "clearing"):
            page = getattr(self.desk, name).get(self.seat)
            self.assertEqual(page.status, 200)
            for words in ("Go on with", "Submit what is complete", "evidence: add"):
                self.assertNotIn(words, page.visible)
            self.assertEqual(getattr(self.desk, name).get(self.seat + "submit").status, 403)
        self.assertIn("Clearing (2)", self.desk.clearing.get(self.seat).visible)
        self.assertEqual(self.desk.other.get(self.seat + "?q=LAW").status, 403)
        self.assertEqual(self.desk.other.get(self.seat + "submit").status, 403)
        self.assertEqual(self.desk.donor.get(self.seat).status, 403)

    def test_the_page_stays_small_on_the_line(self):
        page = self.desk.focal.get(self.seat)
        total = len(gzip.compress(page.body, 6))
        for asset in re.findall(r'(?:href|src)="(/assets/[^"?]+)', page.text):
            total += len(gzip.compress(self.desk.focal.get(asset).body, 6))
        self.assertLess(total, 40 * 1024)

    def test_next_leads_through_what_waits_and_round_again(self):
        get = lambda name, after: getattr(self.desk, name).get(self.seat + "next" + after, follow=False)
        first = re.search(r'class="button" href="([^"]+)"', self.desk.focal.get(self.seat).text).group(1)
        self.assertEqual(get("focal", "").location, first)
        # LAW1 is complete and left to "submit all"; LAW2 lacks its evidence.
        for after, code in (("PRV6", "LAW2"), ("LAW1", "LAW2"), ("LAW2", "LAW3"), ("JUS1", "JUS3"), ("GOV5", "IDR1"), ("NIX", "JUS3")):
            self.assertEqual(get("focal", "?after=" + after).location, self.seat + code, after)
        self.assertEqual(get("clearing", "").location, self.seat + "GOV6")
        self.assertEqual(get("clearing", "?after=GOV6").location, self.seat + "IDR3")
        self.assertEqual(get("observer", "").status, 403)
        self.assertEqual(get("other", "").status, 403)
        self.assertIn(self.seat + "next?after=LAW3", self.desk.focal.get(self.seat + "LAW3").text)
        self.assertIn("Next to clear", self.desk.clearing.get(self.seat + "LAW3").visible)
        self.assertNotIn("Next to", self.desk.observer.get(self.seat + "LAW3").visible)

    def test_home_says_what_needs_whom(self):
        page = self.desk.focal.get("/reporting/")
        for words in ("10 days left", "1 answer was returned for correction.", "45 indicators are still to be answered"):
            self.assertIn(words, page.visible)
        self.assertIn('href="%s?state=returned"' % self.seat, page.text)
        page = self.desk.clearing.get("/reporting/")
        self.assertIn("2 answers wait for your clearing", page.visible)
        self.assertNotIn("still to be answered", page.visible)
        self.assertNotIn("still to be answered", self.desk.observer.get("/reporting/").visible)

    def test_pages_are_whole_in_russian(self):
        for path in (self.seat, self.seat + "?state=todo", self.seat + "?q=zzz", self.seat + "submit", "/reporting/"):
            page = self.desk.focal.get(path + ("&" if "?" in path else "?") + "lang=ru")
            self.assertEqual(page.status, 200)
            for english in ("left", "Submit", "Filter", "Show", "Returned", "to do", "Progress"):
                self.assertNotIn(english, page.visible)
        self.desk.focal.get("/reporting/?lang=en")


class SubmitAll(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.seat = self.desk.seat
        self.address = self.seat + "submit"

    def tearDown(self):
        self.desk.close()

    def answers(self, page):
        return [value for name, value in page.form(self.address) if name == "answer"]

    def state(self, code):
        page = self.desk.focal.get(self.seat + "?q=" + code)
        return re.search(r'<td data-label="State">\s*<span class="tag[^"]*">\W*(\w[\w ]*)<', page.text).group(1)

    def test_what_is_complete_is_shown_first_and_then_sent_in_one_step(self):
        self.desk.save("LAW1", value="2")
        self.desk.save("LAW2", value="3")
        self.desk.save("GOV6", value="1")
        self.desk.save("PRV6")
        page = self.desk.focal.get(self.address)
        self.assertEqual(self.answers(page), ["LAW1:1", "GOV6:1"])
        self.assertRegex(page.visible, "LAW2 .*needs evidence")
        self.assertRegex(page.visible, "PRV6 .*No item is ticked")
        self.assertEqual(self.state("LAW1"), "Draft")
        page = self.desk.focal.submit(page, self.address)
        self.assertIn("The chosen answers are submitted and wait for clearing.", page.visible)
        self.assertEqual([self.state(code) for code in ("LAW1", "GOV6", "LAW2", "PRV6")], ["Submitted", "Submitted", "Draft", "Draft"])
        page = self.desk.focal.get(self.address)
        self.assertIn("No draft is complete", page.visible)

    def test_where_nothing_waits_next_leads_back_and_says_so(self):
        page = self.desk.clearing.get(self.seat + "next")
        self.assertEqual(page.path if page.status == 200 else page.status, self.seat)
        self.assertIn("Nothing else waits for you here.", page.visible)

    def test_one_that_changed_meanwhile_keeps_all_back(self):
        self.desk.save("LAW1", value="2")
        self.desk.save("GOV6", value="1")
        page = self.desk.focal.get(self.address)
        self.desk.save("GOV6", client=self.desk.deputy, value="0")
        page = self.desk.focal.submit(page, self.address)
        self.assertEqual(page.status, 409)
        self.assertIn("Nothing was submitted.", page.visible)
        self.assertIn("Deputy saved revision 2 of GOV6", page.visible)
        self.assertEqual([self.state("LAW1"), self.state("GOV6")], ["Draft", "Draft"])

    def test_an_incomplete_or_foreign_answer_cannot_be_smuggled_in(self):
        self.desk.save("LAW1", value="2")
        self.desk.save("LAW2", value="3")
        csrf = self.desk.csrf(self.desk.focal)
        cases = [(["LAW1:1", "LAW2:1"], 422), (["LAW1:1", "NIX:1"], 404), (["LAW1:1", "IDR2:0"], 409), (["LAW1"], 422), (["LAW1:x"], 409),
                 ([], 422), (["LAW1:1", "LAW1:1"], 409), (["LAW1:1"] * 501, 413)]
        for answers, status in cases:
            page = self.desk.focal.post(self.address, {"csrf": csrf, "answer": answers})
            self.assertEqual(page.status, status, (answers[:2], page.visible))
            self.assertEqual([self.state("LAW1"), self.state("LAW2")], ["Draft", "Draft"])

    def test_others_cannot_submit_by_a_forged_post(self):
        self.desk.save("LAW1", value="2")
        for name in ("observer", "clearing", "other", "secretariat", "administrator", "donor"):
            client = getattr(self.desk, name)
            page = client.post(self.address, {"csrf": self.desk.csrf(client), "answer": "LAW1:1"})
            self.assertEqual(page.status, 403, name)
        page = self.desk.focal.post(self.address, {"csrf": "0" * 64, "answer": "LAW1:1"})
        self.assertEqual(page.status, 403)
        self.assertEqual(self.state("LAW1"), "Draft")


class Deadlines(unittest.TestCase):
    def moved(self, desk, today):
        desk.site.stop()
        desk.site.now = today + "T09:00:00Z"
        desk.site.start()
        desk.clients.clear()
        return desk.focal

    def test_the_days_are_said_in_words_until_the_close_and_after(self):
        desk = Desk()
        try:
            desk.save("LAW1", value="2")
            for today, words in (("2026-03-19", "1 day left"), ("2026-03-20", "today is the last day"),
                                 ("2026-03-23", "3 days late; 8 days until it closes"), ("2026-03-31", "11 days late; it closes tonight")):
                focal = self.moved(desk, today)
                for path in (desk.seat, "/reporting/"):
                    self.assertIn(words, focal.get(path).visible)
            self.assertRegex(focal.get(desk.seat).visible, "49 overdue")
            focal = self.moved(desk, "2026-04-01")
            page = focal.get(desk.seat)
            self.assertIn("closed since 31 March 2026", page.visible)
            self.assertNotIn("Submit what is complete", page.visible)
            self.assertRegex(focal.get("/reporting/").text, r"<details>\s*<summary>Ended rounds \(1\)</summary>")
            page = desk.secretariat.get(desk.review)
            desk.secretariat.submit(page, desk.review + "extend", until="2026-04-10", reason="Floods & <b>storms</b>")
            page = focal.get(desk.seat)
            self.assertIn("9 days left", page.visible)
            self.assertIn("Your deadline was extended from 20 March 2026 to 10 April 2026: Floods & <b>storms</b>", page.visible)
        finally:
            desk.close()


if __name__ == "__main__":
    unittest.main()
