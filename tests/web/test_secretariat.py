"""The secretariat's pages through a real server: rounds, board, review, release, people, audit."""
import re
import unittest

import kit
from desk import PEOPLE, Desk, post_fields

NEW = "/secretariat/rounds/new"


class Secretariat(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def cleared(self, code, **fields):
        self.desk.save(code, do="submit", **fields)
        self.assertIn("is cleared", self.desk.clear(code).visible)

    # --- rounds ---

    def new_round(self, period, **changes):
        page = self.desk.secretariat.get(NEW + "?framework=trafficking&period=" + period)
        fields = post_fields(page, NEW)
        fields.update(changes)
        return self.desk.secretariat.post(NEW, fields)

    def test_a_new_round_asks_all_indicators_in_force_of_all_members(self):
        page = self.desk.secretariat.get(NEW + "?framework=trafficking&period=2022-S1")
        fields = post_fields(page, NEW)
        self.assertEqual(len(fields["indicator"]), 49)
        self.assertEqual(fields["participant"], ["XAA", "XBB"])

    def test_a_round_is_refused_with_its_field_marked(self):
        for period, changes, words in (
                ("2021", dict(due_on="2020-01-01"), "before it opens"),
                ("2021", dict(closes_on="2026-03-11"), "before it is due"),
                ("2021", dict(opens_on="soon"), "year-month-day"),
                ("2021", dict(indicator=[]), "at least one indicator"),
                ("2021", dict(participant=[]), "at least one participant"),
                ("2021", dict(indicator=["NIX"]), "no indicator NIX"),
                ("2021", dict(participant=["XZZ"]), "no participant XZZ")):
            page = self.new_round(period, **changes)
            self.assertEqual(page.status, 422, changes)
            self.assertIn(words, page.visible)
            self.assertIn("field-error", page.text)
        self.assertEqual(self.new_round("2025").status, 409)
        self.assertEqual(self.desk.secretariat.get(NEW + "?framework=trafficking&period=20x5").status, 422)

    def test_the_board_counts_states_by_participant_and_domain(self):
        self.desk.save("PRV1", value="1")
        page = self.desk.secretariat.get(self.desk.board)
        row = re.search(r'<th scope="row"><a[^>]*>Alphaland.*?</tr>', page.text, re.S).group(0)
        self.assertEqual(row.count("<td"), 8)
        self.assertIn("Draft: ", row)

    # --- review ---

    def test_what_is_not_cleared_is_not_shown(self):
        self.desk.save("IDR3", do="submit", value="90210", narrative="Inner words.")
        self.desk.clearing.submit(self.desk.clearing.get(self.desk.seat + "IDR3"), self.desk.seat + "IDR3", do="return",
                                  why="Between us.")
        page = self.desk.secretariat.get(self.desk.review + "IDR3")
        for secret in ("90210", "Inner words.", "Between us."):
            self.assertNotIn(secret, page.text)
        self.assertIn("has not cleared", page.visible)
        self.desk.save("IDR3", do="submit", value="90211")
        self.desk.clear("IDR3")
        page = self.desk.secretariat.get(self.desk.review + "IDR3")
        self.assertIn("90211 persons", page.visible)
        self.assertNotIn("Between us.", page.text)

    def test_returning_needs_a_reason_and_reaches_the_government(self):
        self.cleared("LAW1", value="1")
        page = self.desk.secretariat.get(self.desk.review + "LAW1")
        refused = self.desk.secretariat.submit(page, self.desk.review + "LAW1", do="return", why="")
        self.assertEqual(refused.status, 422)
        self.assertIn('aria-describedby="why-error"', refused.text)
        self.desk.secretariat.submit(page, self.desk.review + "LAW1", do="return", why="Which article?")
        self.assertIn("Which article?", self.desk.focal.get(self.desk.seat + "LAW1").visible)
        # Posted again, it is no longer there to be returned.
        again = self.desk.secretariat.submit(page, self.desk.review + "LAW1", do="return", why="Which article?")
        self.assertEqual(again.status, 409)
        self.assertIn("Secretariat: returned", again.visible)

    def test_an_overtaken_revision_cannot_be_accepted(self):
        self.cleared("LAW2", value="1")
        old = self.desk.secretariat.get(self.desk.review + "LAW2")
        self.desk.clearing.submit(self.desk.clearing.get(self.desk.seat + "LAW2"), self.desk.seat + "LAW2", do="return", why="Again.")
        self.cleared("LAW2", value="2")
        page = self.desk.secretariat.submit(old, self.desk.review + "LAW2", do="accept")
        self.assertEqual(page.status, 409)
        self.assertIn("Focal saved revision 2", page.visible)

    def test_nobody_reviews_or_extends_their_own_participant(self):
        self.cleared("LAW5", value="1")
        client, csrf = self.desk.seconded, self.desk.csrf(self.desk.seconded)
        page = client.get(self.desk.review + "LAW5")
        self.assertIn("You belong to this participant", page.visible)
        self.assertNotIn('value="accept"', page.text)
        self.assertNotIn("Extend the deadline", client.get(self.desk.review).visible)
        for path, fields in ((self.desk.review + "LAW5", dict(do="accept", base="1")),
                             (self.desk.review + "LAW5", dict(do="return", base="1", why="No.")),
                             (self.desk.review + "accept", {}),
                             (self.desk.review + "extend", dict(until="2026-05-01", reason="Why."))):
            answer = client.post(path, dict(fields, csrf=csrf))
            self.assertEqual(answer.status, 403, path)
        self.assertIn("Extend the deadline", client.get(self.desk.board + "XBB/").visible)

    def test_an_extension_needs_a_later_day_and_a_reason(self):
        path = self.desk.board + "XBB/"
        page = self.desk.secretariat.get(path)
        for fields in (dict(until="2026-03-01", reason="Why."), dict(until="", reason="Why."), dict(until="2026-05-01", reason="")):
            refused = self.desk.secretariat.submit(page, path + "extend", **fields)
            self.assertEqual(refused.status, 422)
            self.assertIn("aria-invalid", refused.text)
        page = self.desk.secretariat.submit(page, path + "extend", until="2026-05-01", reason="Elections.")
        self.assertIn("Extended until 1 May 2026", page.visible)
        self.assertIn("due on 1 May 2026", self.desk.other.get("/reporting/").visible)

    # --- roles ---

    def test_rounds_are_for_the_secretariat_and_people_for_administrators(self):
        rounds = ("/secretariat/rounds/new", "/secretariat/catalogue", self.desk.board, self.desk.review, self.desk.review + "LAW1")
        people = ("/secretariat/people", "/secretariat/people/1")
        for name in PEOPLE:
            client = getattr(self.desk, name)
            secretariat = name in ("secretariat", "seconded")
            for path in rounds:
                self.assertEqual(client.get(path).status, 200 if secretariat else 403, (name, path))
            for path in people:
                self.assertEqual(client.get(path).status, 200 if name == "administrator" else 403, (name, path))
            allowed = secretariat or name == "administrator"
            self.assertEqual(client.get("/secretariat/audit").status, 200 if allowed else 403, name)
            self.assertEqual(client.get("/secretariat/").status, 200 if allowed else 403, name)

    def test_pages_are_whole_in_russian(self):
        for name, path in (("secretariat", "/secretariat/"), ("secretariat", self.desk.board), ("secretariat", self.desk.review),
                           ("secretariat", self.desk.review + "LAW5"), ("secretariat", NEW + "?framework=trafficking&period=2020"),
                           ("administrator", "/secretariat/people"), ("administrator", "/secretariat/people/1"),
                           ("secretariat", "/secretariat/audit"), ("secretariat", "/secretariat/catalogue")):
            client = getattr(self.desk, name)
            page = client.get(path + ("&" if "?" in path else "?") + "lang=ru")
            self.assertEqual(page.status, 200)
            main = page.text.split("<main", 1)[1].split("</main>")[0]
            for english in ("Round", "Open", "Due", "Accept", "Return", "Grant", "Role", "Until", "Newer", "Deadline"):
                self.assertIsNone(re.search(r"[>\s]%s[<\s]" % english, main), (path, english))
            client.get(path + ("&" if "?" in path else "?") + "lang=en")

    def test_unknown_rounds_participants_and_people_are_not_found(self):
        for path in ("/secretariat/rounds/99/", self.desk.board + "XZZ/", self.desk.review + "NIX"):
            self.assertEqual(self.desk.secretariat.get(path).status, 404, path)
        self.assertEqual(self.desk.administrator.get("/secretariat/people/9999").status, 404)

    def test_the_catalogue_tells_versions_and_counts(self):
        page = self.desk.secretariat.get("/secretariat/catalogue")
        self.assertIn("Protection of victims of trafficking 1 ", page.visible)
        self.assertIn(" 49 0 ", page.visible)
        self.assertIn("No indicator has had another definition", page.visible)

    # --- people ---

    def add(self, **fields):
        page = self.desk.administrator.get("/secretariat/people")
        return self.desk.administrator.submit(page, "/secretariat/people", **fields)

    def test_a_person_is_added_with_a_role_and_an_invitation_shown_once(self):
        page = self.add(name="Nina New", email="Nina@X.example", role="deputy", participant="XBB", ends_on="2026-12-31")
        self.assertEqual(page.status, 200)
        link = re.search(r"/account/welcome\?token=[0-9a-f]{64}", page.text).group(0)
        self.assertIn("never signed in", page.visible)
        person = "/secretariat/people/" + re.search(r'action="/secretariat/people/(\d+)"', page.text).group(1)
        self.assertNotIn("token=", self.desk.administrator.get(person).text)
        client = self.desk.site.client()
        page = client.get(link)
        page = client.submit(page, page.forms()[-1][0], password=kit.PASSWORD, again=kit.PASSWORD)
        client = self.desk.site.signed_in("nina@x.example")
        self.assertIn("Betaland", client.get("/reporting/").visible)

    def test_a_wrong_person_is_refused_and_nothing_is_kept(self):
        for fields, status in ((dict(name="A", email="nonsense", role="donor"), 422), (dict(name="", email="wrong@x.example", role="donor"), 422),
                               (dict(name="A", email="wrong@x.example", role="king"), 422),
                               (dict(name="A", email="wrong@x.example", role="focal_point", participant=""), 422),
                               (dict(name="A", email="wrong@x.example", role="donor", starts_on="2026-05-01", ends_on="2026-04-01"), 422),
                               (dict(name="A", email="focal@x.example", role="donor"), 409)):
            page = self.add(**fields)
            self.assertEqual(page.status, status, (fields, page.visible[:300]))
            self.assertEqual(dict(page.form("/secretariat/people"))["email"], fields["email"])
        self.assertNotIn("wrong@x.example", self.desk.administrator.get("/secretariat/people").text)

    def test_a_role_ends_and_an_account_is_deactivated(self):
        page = self.add(name="Tom Temp", email="tom@x.example", role="donor")
        person = re.search(r'action="(/secretariat/people/\d+)"', page.text).group(1)
        client = self.desk.administrator
        csrf = self.desk.csrf(client)
        page = client.post(person, dict(csrf=csrf, do="grant", role="observer", participant="XBB", starts_on="2026-03-01"))
        self.assertIn("The role is granted.", page.visible)
        grant = re.findall(r'name="grant" value="(\d+)"', page.text)[0]
        page = client.post(person, dict(csrf=csrf, do="end", grant=grant, ends_on="2026-03-15"))
        self.assertIn("The role has an end.", page.visible)
        self.assertIn("15 March 2026", page.visible)
        page = client.post(person, dict(csrf=csrf, do="deactivate"))
        self.assertIn("is deactivated", page.visible)
        page = client.post(person, dict(csrf=csrf, do="reactivate"))
        self.assertIn("is active again", page.visible)

    def test_nobody_deactivates_themselves(self):
        client = self.desk.administrator
        me = re.search(r'href="(/secretariat/people/\d+)">Administrator<', client.get("/secretariat/people").text).group(1)
        self.assertEqual(client.post(me, dict(csrf=self.desk.csrf(client), do="deactivate")).status, 409)


class Release(unittest.TestCase):
    def test_from_nothing_accepted_to_a_correction(self):
        desk = Desk()
        try:
            client, csrf = desk.secretariat, desk.csrf(desk.secretariat)
            # Nothing is accepted.
            answer = client.post(desk.board + "release", dict(csrf=csrf))
            self.assertEqual(answer.status, 409)
            self.assertIn("nothing to release", answer.visible)
            desk.save("IDR3", do="submit", value="41")
            desk.clear("IDR3", "public")
            self.assertIn("is accepted", desk.accept("IDR3").visible)
            page = desk.release()
            self.assertIn("The round is released.", page.visible)
            self.assertIn("First release , 1 answer", client.get(desk.board).visible)
            # Nothing changed since.
            self.assertEqual(client.post(desk.board + "release", dict(csrf=csrf)).status, 409)
            # A published answer is not returned but reopened; it goes on being shown.
            page = client.get(desk.review + "IDR3")
            self.assertEqual(client.post(desk.review + "IDR3", dict(csrf=csrf, do="return", base="1", why="Why.")).status, 409)
            self.assertEqual(client.submit(page, desk.review + "IDR3", do="reopen", why="").status, 422)
            self.assertEqual(desk.seconded.post(desk.review + "IDR3", dict(csrf=desk.csrf(desk.seconded), do="reopen", base="1",
                                                                           why="Why.")).status, 403)
            page = client.submit(page, desk.review + "IDR3", do="reopen", why="December is missing.")
            self.assertIn("reopened", page.visible)
            # A correction needs a public note.
            page = desk.save("IDR3", do="submit", value="43")
            self.assertEqual(page.status, 422)
            self.assertIn('aria-describedby="note-error"', page.text)
            page = client.get(desk.review + "IDR3")
            self.assertIn("41 persons", page.visible)
            self.assertNotIn("43 persons", page.visible)
            desk.save("IDR3", do="submit", value="43", note="December was added.")
            desk.clear("IDR3", "public")
            desk.accept("IDR3")
            self.assertIn("December was added.", desk.release(name="Correction").visible)
            self.assertIn("Correction , 1 answer", client.get(desk.board).visible)
            self.assertIn("whole", desk.site.monitor("audit", "verify").stdout)
        finally:
            desk.close()


if __name__ == "__main__":
    unittest.main()
