"""Clearing: what differs since the last clearing or the last round, one by one and together, and the record of it."""
import unittest

from desk import Desk, post_fields

EVIL = "<script>alert(1)</script>"


def send_back(desk, code):
    page = desk.secretariat.get(desk.review + code)
    return desk.secretariat.submit(page, desk.review + code, do="return", why="Are you sure?")


class Clearing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk()
        cls.seat = desk.seat
        cls.path = desk.seat + "clearing"
        for code, value in (("IDR3", "120"), ("GOV6", "1"), ("JUS1", "30"), ("PRV2", "10")):
            desk.save(code, do="submit", value=value, narrative="As counted by the ministry.")
        for code, audience in (("IDR3", "donors"), ("GOV6", "public"), ("JUS1", "members"), ("PRV2", "donors")):
            desk.clear(code, audience)
        for code in ("IDR3", "GOV6", "JUS1", "PRV2"):
            send_back(desk, code)
        desk.later("2026-03-12T10:00:00Z")
        desk.save("IDR3", do="submit", value="130", narrative="As counted by the two ministries.")
        desk.save("GOV6", do="submit")
        desk.save("JUS1", do="submit")
        desk.save("PRV2", do="submit", value="11")
        for code in ("PRO2", "JUS2", "JUS3"):
            desk.save(code, do="submit", value="7", narrative="New " + EVIL)
        desk.save("CHD5", do="submit", value="4")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def card(self, page, code):
        """The part of the page that shows one answer."""
        return page.text.split('id="answer-%s"' % code, 1)[1].split("</section>", 1)[0]

    def post(self, client=None, follow=True, **fields):
        client = client or self.desk.clearing
        return client.post(self.path, dict(csrf=self.desk.csrf(client), **fields), follow)

    def test_each_answer_stands_there_with_what_differs_since_its_clearing(self):
        page = self.desk.clearing.get(self.path)
        card = self.card(page, "IDR3")
        self.assertIn(">changed<", card)
        self.assertRegex(card, r"<del>.{0,80}120 persons</del> → <ins>.{0,80}130 persons</ins>")
        self.assertRegex(card, r"<ins>.{0,80}two ministries\.</ins>")
        self.assertIn("cleared by Clearing on 10 March 2026, 09:00 UTC, for: Members and donors", card)
        self.assertIn('<option value="donors" selected>', card)
        self.assertIn(">unchanged<", self.card(page, "GOV6"))
        self.assertIn("Nothing in it differs.", self.card(page, "GOV6"))
        self.assertIn(">new<", self.card(page, "PRO2"))
        self.assertIn("New &lt;script&gt;alert(1)&lt;/script&gt;", self.card(page, "PRO2"))
        self.assertNotIn("<script>alert", page.text)

    def test_a_return_touches_one_answer_and_needs_a_reason(self):
        refused = self.post(do="return", answer="CHD5:1", why=" \n ")
        self.assertEqual(refused.status, 422)
        self.assertIn("field-error", self.card(refused, "CHD5"))
        self.assertIn("Say why", self.card(refused, "CHD5"))
        self.assertNotIn("field-error", self.card(refused, "PRO2"))
        # What was to be returned is not ticked to be cleared.
        self.assertNotIn(" checked>", self.card(refused, "CHD5"))
        self.assertIn('href="#answer-CHD5"', refused.text)
        long = "Too long " * 400
        refused = self.post(do="return", answer="CHD5:1", why=long)
        self.assertEqual(refused.status, 422)
        self.assertIn(long.strip(), refused.text)
        self.assertIn("<details open>", self.card(refused, "CHD5"))
        page = self.post(do="return", answer="CHD5:1", why="Which survey?\n" + EVIL)
        self.assertIn("The answer is returned to the focal point.", page.visible)
        self.assertNotIn('id="answer-CHD5"', page.text)
        self.assertIn('id="answer-PRO2"', page.text)
        page = self.desk.focal.get(self.seat + "CHD5")
        self.assertIn("Which survey?", page.visible)
        self.assertNotIn("<script>alert", page.text)

    def test_one_answer_is_cleared_for_its_audience(self):
        self.assertEqual(self.post(do="clear", answer="JUS3:1", audience="world").status, 422)
        page = self.post(do="clear", answer="JUS3:1", audience="public")
        self.assertIn("The answer is cleared and goes to the secretariat's review.", page.visible)
        self.assertNotIn('id="answer-JUS3"', page.text)
        # Another officer's page is older: the audience stays.
        late = self.post(do="clear", answer="JUS3:1", audience="members")
        self.assertEqual(late.status, 409)
        self.assertIn("does not wait for clearing any more (Clearing: cleared", late.visible)
        self.assertIn("for : Everybody", self.desk.focal.get(self.seat + "JUS3").visible.replace("for:", "for :"))

    def test_a_stale_page_does_nothing_and_says_who_was_there(self):
        for what in ("clear", "return"):
            refused = self.post(do=what, answer="PRO2:4", audience="donors", why="Stale")
            self.assertEqual(refused.status, 409, what)
            self.assertIn("notice-bad", refused.text)
        self.desk.save("PRO2", do="withdraw")
        self.desk.save("PRO2", do="submit", value="8")
        refused = self.post(do="chosen", answer=["PRO2:1", "JUS2:1"], audience="donors")
        self.assertEqual(refused.status, 409)
        self.assertIn("PRO2: Focal saved revision 2 of PRO2", refused.visible)
        self.assertIn('id="answer-JUS2"', refused.text)
        # What was ticked and is still so stays ticked.
        self.assertRegex(self.card(refused, "JUS2"), r'value="JUS2:1" checked')

    def test_only_the_own_clearing_officer_clears(self):
        for name in ("focal", "deputy", "observer", "secretariat", "other"):
            client = getattr(self.desk, name)
            self.assertEqual(client.get(self.path).status, 403, name)
            for fields in (dict(do="clear", answer="JUS2:1", audience="public"), dict(do="return", answer="JUS2:1", why="x"),
                           dict(do="unchanged", same="GOV6:1:public")):
                self.assertEqual(self.post(client, **fields).status, 403, name)
        other = "/reporting/%s/XBB/clearing" % self.desk.round
        self.assertEqual(self.desk.clearing.get(other).status, 403)
        self.assertIn(self.desk.clearing.post(self.path, dict(do="clear", answer="JUS2:1", audience="public")).status, (400, 403))

    def test_forms_that_are_not_ours_are_refused(self):
        for fields in (dict(do="burn", answer="JUS2:1"), dict(do="clear", answer="JUS2", audience="donors"), dict(do="clear", audience="donors"),
                       dict(do="unchanged", same="GOV6"), dict(do="unchanged", same="GOV6:1"), dict(do="unchanged"),
                       dict(do="return", why="x")):
            refused = self.post(**fields)
            self.assertEqual(refused.status, 422, fields)
            self.assertIn("notice-bad", refused.text)
        self.assertEqual(self.post(do="clear", answer="NIX:1", audience="donors").status, 404)

    def test_what_is_unchanged_is_cleared_together_for_the_audience_it_had(self):
        page = self.desk.clearing.get(self.path)
        form = next(fields for _, _, fields in page.forms() if any(name == "same" for name, _ in fields))
        steps = sorted(value for name, value in form if name == "same")
        self.assertEqual(steps, ["GOV6:1:public", "JUS1:1:members"])
        self.assertIn("2 answers are unchanged", page.visible)
        # A wider audience than it had, or an answer that changed, is no such thing; then nothing is cleared.
        for wrong in ("JUS1:1:public", "PRV2:2:donors", "JUS2:1:members", "JUS1:9:members"):
            refused = self.post(do="unchanged", same=["GOV6:1:public", wrong])
            self.assertEqual(refused.status, 409, wrong)
            self.assertIn('id="answer-GOV6"', refused.text)
        page = self.post(do="unchanged", same=steps)
        self.assertIn("The unchanged answers are cleared", page.visible)
        self.assertNotIn('id="answer-GOV6"', page.text)
        self.assertNotIn('id="answer-JUS1"', page.text)
        self.assertIn('id="answer-PRV2"', page.text)
        again = self.post(do="unchanged", same=steps)
        self.assertEqual(again.status, 409)
        self.assertIn("does not wait for clearing any more", again.visible)

    def test_a_domain_can_be_looked_at_alone(self):
        page = self.desk.clearing.get(self.path + "?domain=JUS")
        self.assertIn('id="answer-JUS2"', page.text)
        self.assertNotIn('id="answer-IDR3"', page.text)
        refused = self.post(do="return", answer="JUS2:1", why="", domain="JUS")
        self.assertNotIn('id="answer-IDR3"', refused.text)

    def test_the_page_is_whole_in_russian(self):
        page = self.desk.clearing.get(self.path + "?lang=ru")
        for english in ("Clear", "Return", "Choose", "changed", "Compared", "answers wait", "Members"):
            self.assertNotIn(english, page.visible.replace("Clearing", "").replace("CLEAR", ""))
        self.desk.clearing.get("/reporting/?lang=en")


class LastRound(unittest.TestCase):
    def test_the_last_rounds_accepted_answer_is_what_a_new_one_is_compared_with(self):
        desk = Desk()
        try:
            path = "/secretariat/rounds/new"
            fields = post_fields(desk.secretariat.get(path + "?framework=trafficking&period=2024"), path)
            fields.update(opens_on="2026-03-01", due_on="2026-03-20", closes_on="2026-03-31", participant=["XAA"])
            old = desk.secretariat.post(path, fields).path.split("/")[3]
            now = (desk.seat, desk.review)
            desk.seat, desk.review = "/reporting/%s/XAA/" % old, "/secretariat/rounds/%s/XAA/" % old
            for code, value in (("IDR3", "1"), ("GOV6", "1"), ("JUS1", "100")):
                desk.save(code, do="submit", value=value)
                desk.clear(code, "public")
                desk.accept(code)
            desk.seat, desk.review = now
            desk.save("IDR3", do="submit", value="1")
            desk.save("GOV6", do="submit", value="0")
            page = desk.clearing.get(desk.seat + "clearing")
            self.assertIn("1 answer is unchanged", page.visible)
            self.assertIn("Compared with the accepted answer of 2024, for: Everybody", page.visible)
            self.assertRegex(page.text, r"<del>.{0,80}Yes</del> → <ins>.{0,80}No</ins>")
            # What the rules find unusual stands there with what its author says to it.
            desk.save("JUS1", do="submit", value="1000", explanation="Old cases were <counted> anew.")
            unusual = desk.clearing.get(desk.seat + "clearing").text.split('id="answer-JUS1"', 1)[1].split("</section>", 1)[0]
            self.assertIn("Unusual", unusual)
            self.assertIn("It was 100 in 2024 and is 1,000 now.", unusual.replace("1 000", "1,000").replace("1000", "1,000"))
            self.assertIn("Old cases were &lt;counted&gt; anew.", unusual)
            page = desk.clearing.submit(page, desk.seat + "clearing", do="unchanged")
            self.assertIn("The unchanged answers are cleared", page.visible)
            self.assertNotIn('id="answer-IDR3"', page.text)
        finally:
            desk.close()


class Record(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk()
        desk.save("IDR3", do="submit", value="120")
        desk.save("GOV6", do="submit", value="1")
        cls.before = desk.observer.get(desk.seat + "record")
        desk.clear("IDR3", "donors")
        desk.later("2026-03-11T10:00:00Z")
        send_back(desk, "IDR3")
        desk.save("IDR3", do="submit", value="130")
        desk.later("2026-03-12T11:00:00Z")
        desk.clear("IDR3", "members")
        desk.clear("GOV6", "public")
        desk.accept("GOV6")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def rows(self, page):
        body = page.text.split("<tbody>", 1)[1].split("</tbody>", 1)[0]
        return [" ".join(__import__("re").sub(r"<[^>]*>", " ", row).split()) for row in body.split("<tr>")[1:]]

    def test_every_clearing_is_listed_with_who_when_what_and_for_whom(self):
        self.assertIn("Nothing was cleared until then.", self.before.visible)
        page = self.desk.observer.get(self.desk.seat + "record")
        rows = self.rows(page)
        self.assertEqual(len(rows), 3)
        self.assertIn("GOV6", rows[0])
        self.assertIn("12 March 2026, 11:00 UTC Clearing 1 Yes Everybody stands accepted: Secretariat", rows[0])
        self.assertIn("10 March 2026, 09:00 UTC Clearing 1 120 persons Members and donors returned: Secretariat, 11 March 2026, 10:00 UTC", rows[1])
        self.assertIn("12 March 2026, 11:00 UTC Clearing 2 130 persons Members stands", rows[2])
        self.assertIn("2 of 49 answers stand cleared.", page.visible)

    def test_it_is_shown_as_it_was_on_a_day(self):
        page = self.desk.focal.get(self.desk.seat + "record?until=2026-03-10")
        rows = self.rows(page)
        self.assertEqual(len(rows), 1)
        self.assertIn("Members and donors stands", rows[0])
        self.assertIn("1 of 49 answers stand cleared.", page.visible)
        self.assertEqual(self.desk.focal.get(self.desk.seat + "record?until=2026-02-30").status, 400)
        self.assertIn("Nothing was cleared until then.", self.desk.focal.get(self.desk.seat + "record?until=2026-03-09").visible)

    def test_only_the_participants_people_read_it(self):
        for name in ("focal", "deputy", "clearing", "observer"):
            self.assertEqual(getattr(self.desk, name).get(self.desk.seat + "record").status, 200, name)
        for name in ("other", "secretariat", "donor"):
            self.assertEqual(getattr(self.desk, name).get(self.desk.seat + "record").status, 403, name)


if __name__ == "__main__":
    unittest.main()
