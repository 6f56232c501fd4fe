"""Releases through real servers: a correction after release, who may not, and that nothing is half done."""
import csv
import io
import os
import re
import sqlite3
import unittest

import kit
from desk import Desk, post_fields


class Corrected(unittest.TestCase):
    """Three governments report; after the first release one corrects its level, with a note; a second hides another answer."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.site.monitor("participant", "add", "XCC", "--m49", "903", "--name", "Gammaland")
        cls.site.person("clearing-b@x.example", ("clearing_officer", "XBB"), name="Clea")
        cls.site.person("focal-c@x.example", ("focal_point", "XCC"), name="Fo")
        cls.site.person("clearing-c@x.example", ("clearing_officer", "XCC"), name="Cle")
        change = cls.desk.board + "change"
        cls.added = cls.desk.secretariat.post(change, dict(csrf=cls.desk.csrf(cls.desk.secretariat), do="expect", participant="XCC"))
        clients = {"XAA": (cls.desk.focal, cls.desk.clearing),
                   "XBB": (cls.desk.other, cls.site.signed_in("clearing-b@x.example")),
                   "XCC": (cls.site.signed_in("focal-c@x.example"), cls.site.signed_in("clearing-c@x.example"))}
        cls.people = clients
        for participant, level in (("XAA", "1"), ("XBB", "2"), ("XCC", "0")):
            cls.answer(participant, "LAW1", level, "public")
        cls.answer("XBB", "IDR3", "90217", "members")
        cls.first = cls.desk.release(note="All that came in time.")
        cls.site.monitor("summarise")
        cls.before = cls.site.client().get("/trafficking/explain/LAW1/2025")
        # The correction.
        page = cls.desk.secretariat.get(cls.desk.review + "LAW1")
        cls.desk.secretariat.submit(page, cls.desk.review + "LAW1", do="reopen", why="Has the law come into force?")
        cls.unnoted = cls.desk.save("LAW1", do="submit", value="2")
        cls.answer("XAA", "LAW1", "2", "public", note="The law came into force in December.")
        cls.preview = cls.desk.secretariat.get(cls.desk.board + "release")
        cls.second = cls.desk.release(name="Correction of March", note="One level.")
        cls.site.monitor("summarise")
        cls.public = cls.site.client()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    @classmethod
    def answer(cls, participant, code, value, audience, **fields):
        focal, clearing = cls.people[participant]
        seat = "/reporting/%s/%s/" % (cls.desk.round, participant)
        focal.submit(focal.get(seat + code), seat + code, do="submit", value=value, item=None, **fields)
        clearing.submit(clearing.get(seat + code), seat + code, do="clear", audience=audience)
        review = cls.desk.board + participant + "/" + code
        page = cls.desk.secretariat.submit(cls.desk.secretariat.get(review), review, do="accept")
        assert "is accepted" in page.visible, page.visible

    def test_a_participant_is_expected_before_anything_is_released_and_not_after(self):
        self.assertIn("The round is changed.", self.added.visible)
        page = self.desk.secretariat.get(self.desk.board + "change")
        self.assertNotIn("Withdraw a participant", page.visible)
        csrf = self.desk.csrf(self.desk.secretariat)
        for fields in (dict(do="expect", participant="XAA"), dict(do="withdraw", participant="XCC", reason="Why.")):
            answer = self.desk.secretariat.post(self.desk.board + "change", dict(fields, csrf=csrf))
            self.assertEqual(answer.status, 409)
            self.assertIn("was released", answer.visible)

    def test_a_correction_needs_its_note_and_is_shown_before_it_is_confirmed(self):
        self.assertEqual(self.unnoted.status, 422)
        self.assertIn('aria-describedby="note-error"', self.unnoted.text)
        row = re.search(r"Alphaland.*?</tr>", self.preview.text.split("<tbody>")[1], re.S).group(0)
        self.assertRegex(re.sub(r"<[^>]*>", " ", row), r"(?s)LAW1.*Level 1: .*Level 2: .*The law came into force in December\.")
        self.assertNotIn("Betaland", self.preview.text.split("<main")[1])

    def test_every_release_has_a_page_in_the_secretariat_for_ever(self):
        self.assertIn("The round is released.", self.second.visible)
        first = self.desk.secretariat.get(self.desk.board + "releases/1")
        for words in ("First release", "All that came in time.", "Alphaland", "Betaland", "90217 persons", "nothing"):
            self.assertIn(words, first.visible)
        self.assertNotIn("The law came into force", first.visible)
        second = self.desk.secretariat.get(self.desk.board + "releases/2")
        for words in ("Correction of March", "One level.", "Level 1: ", "Level 2: ", "The law came into force in December."):
            self.assertIn(words, second.visible)
        self.assertEqual(self.desk.secretariat.get(self.desk.board + "releases/3").status, 404)

    def test_old_figures_stay_reachable_beside_the_new_ones(self):
        page = self.public.get("/trafficking/releases/")
        self.assertIn("Correction of March", page.visible)
        self.assertIn("First release", page.visible)
        old = self.public.get("/trafficking/releases/2025/1")
        new = self.public.get("/trafficking/releases/2025/2")
        self.assertIn("/trafficking/releases/2025/2", old.text)
        figure = {n: re.sub(r"<[^>]*>", " ", re.search(r"LAW1</span>.*?</tr>", page.text, re.S).group(0)) for n, page in ((1, old), (2, new))}
        # 25, 50 and 0, then 50, 50 and 0.
        self.assertRegex(figure[1], r"\s25\s")
        self.assertNotIn("before", figure[1])
        self.assertRegex(figure[2], r"\s33\s.*before : 25|\s33\s.*before: 25")
        for words in ("One level.", "Alphaland", "level 1", "level 2", "The law came into force in December."):
            self.assertIn(words, new.visible)

    def test_the_explain_page_names_both_releases_the_old_figure_and_the_note(self):
        self.assertIn("First release", self.before.visible)
        self.assertNotIn("Correction of March", self.before.visible)
        page = self.public.get("/trafficking/explain/LAW1/2025")
        part = page.visible.split("The releases that went into it")[1]
        self.assertRegex(part, r"First release 10 March 2026 25 3 .*Correction of March 10 March 2026 33 3 Alphaland : level 1 → level 2")
        self.assertIn("The law came into force in December.", part)
        self.assertIn("/trafficking/releases/2025/1", page.text)
        rows = list(csv.DictReader(io.StringIO(self.site.monitor("export", "regional", "--framework", "trafficking", "--audience", "public").stdout)))
        self.assertEqual([round(float(row["mean"]), 6) for row in rows if row["indicator"] == "LAW1"], [33.333333])

    def test_what_was_never_for_an_audience_is_in_none_of_its_pages(self):
        for path in ("/trafficking/releases/2025/1", "/trafficking/releases/2025/2", "/trafficking/explain/IDR3/2025"):
            self.assertNotIn("217", self.public.get(path).visible, path)
        members = self.desk.focal.get("/members/trafficking/releases/2025/1")
        self.assertEqual(members.status, 200)
        self.assertIn("IDR3", members.visible)

    def test_a_release_or_framework_that_is_not_there_names_what_is(self):
        page = self.public.get("/trafficking/releases/2025/9")
        self.assertEqual(page.status, 404)
        self.assertIn("/trafficking/releases/2025/2", page.text)
        self.assertEqual(self.public.get("/trafficking/releases/2020/1").status, 404)
        self.assertEqual(self.public.get("/nix/releases/").status, 404)
        self.assertIn(self.public.get("/trafficking/releases/2025/0").status, (400, 404))

    def test_pages_are_whole_in_russian(self):
        for client, path in ((self.public, "/trafficking/releases/"), (self.public, "/trafficking/releases/2025/2"),
                             (self.public, "/trafficking/explain/LAW1/2025"), (self.desk.secretariat, self.desk.board + "release"),
                             (self.desk.secretariat, self.desk.board + "releases/2"), (self.desk.secretariat, self.desk.board + "change"),
                             (self.desk.seconded, self.desk.board)):
            main = client.get(path + "?lang=ru").text.split("<main", 1)[1].split("</main>")[0]
            for english in ("Release", "Released", "Mean", "Dates", "Close", "Published", "You belong", "Nothing", "Period"):
                self.assertIsNone(re.search(r"[>\s]%s[<\s]" % english, main), (path, english))
            client.get(path + "?lang=en")


class Refused(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.save("LAW5", do="submit", value="1")
        cls.desk.clear("LAW5")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def rows(self, sql):
        with sqlite3.connect(os.path.join(self.desk.site.data, "reports.db")) as db:
            return db.execute(sql).fetchall()

    def state(self):
        return [self.rows("SELECT * FROM " + table) for table in ("round", "round_participant", "answer", "answer_event", "release")]

    def refusals(self):
        return self.rows("SELECT action, object, detail FROM audit_log WHERE action LIKE '%.refused' ORDER BY id")

    def test_the_pages_offer_nothing_of_ones_own_and_say_who_can(self):
        for path in (self.desk.board, self.desk.review):
            page = self.desk.seconded.get(path).visible
            self.assertIn("You belong to this participant", page)
            self.assertIn("It can be reviewed by Secretariat.", page)
        self.assertNotIn("It can be reviewed", self.desk.secretariat.get(self.desk.board).visible)
        self.assertNotIn("Extend the deadline", self.desk.seconded.get(self.desk.review).visible)
        withdraw = self.desk.seconded.get(self.desk.board + "change").text.split('value="withdraw"')[0].rsplit("<select", 1)[-1]
        self.assertIn("XBB", withdraw)
        self.assertNotIn("XAA", withdraw)

    def test_forged_posts_of_ones_own_are_refused_and_in_the_audit_log(self):
        before = self.state()
        client, csrf = self.desk.seconded, self.desk.csrf(self.desk.seconded)
        for path, fields, action, whose, step in (
                (self.desk.review + "LAW5", dict(do="accept", base="1"), "answer.refused", "XAA/LAW5", "accepted"),
                (self.desk.review + "LAW5", dict(do="return", base="1", why="No."), "answer.refused", "XAA/LAW5", "returned"),
                (self.desk.review + "LAW5", dict(do="reopen", base="1", why="No."), "answer.refused", "XAA/LAW5", "reopened"),
                (self.desk.review + "accept", {}, "answer.refused", "XAA", "accepted"),
                (self.desk.review + "extend", dict(until="2026-05-01", reason="Why."), "round.refused", "XAA", "extend"),
                (self.desk.board + "change", dict(do="withdraw", participant="XAA", reason="Why."), "round.refused", "XAA", "withdraw"),
                (self.desk.board + "change", dict(do="expect", participant="XAA"), "round.refused", "XAA", "expect")):
            count = len(self.refusals())
            answer = client.post(path, dict(fields, csrf=csrf))
            self.assertEqual(answer.status, 403, (path, fields))
            self.assertIn("You belong to this participant", answer.visible)
            after = self.refusals()
            self.assertEqual(len(after), count + 1, (path, fields))
            self.assertEqual(after[-1], (action, "trafficking/2025/" + whose, '{"step":"%s"}' % step))
        self.assertEqual(self.state(), before)
        self.assertIn("answer.refused", self.desk.secretariat.get("/secretariat/audit").visible)
        self.assertIn("whole", self.desk.site.monitor("audit", "verify").stdout)

    def test_the_command_obeys_the_same_rule(self):
        before = self.state()
        site = self.desk.site
        for words, step in (
                (("accept", "trafficking", "2025", "XAA", "LAW5"), "accepted"), (("accept", "trafficking", "2025", "XAA"), "accepted"),
                (("return", "trafficking", "2025", "XAA", "LAW5", "--reason", "No."), "returned"),
                (("reopen", "trafficking", "2025", "XAA", "LAW5", "--reason", "No."), "reopened"),
                (("extend", "trafficking", "2025", "XAA", "--until", "2026-05-01", "--reason", "Why."), "extend"),
                (("withdraw", "trafficking", "2025", "XAA", "--reason", "Why."), "withdraw")):
            count = len(self.refusals())
            done = site.monitor("round", words[0], *words[1:], "--as", "seconded@x.example", check=False)
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("You belong to this participant", done.stderr)
            self.assertEqual(len(self.refusals()), count + 1, words)
            self.assertIn('"%s"' % step, self.refusals()[-1][2])
        # Whoever has no duty there at all, and nobody by that name.
        for who, sentence in (("donor@x.example", "Only the secretariat"), ("nobody@x.example", "nobody@x.example")):
            done = site.monitor("round", "accept", "trafficking", "2025", "XAA", "--as", who, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(sentence, done.stderr)
        self.assertEqual(self.state(), before)
        self.assertEqual(site.monitor("round", "accept", "trafficking", "2025", "XAA", check=False).returncode, 2)

    def test_bad_dates_reasons_and_names_change_nothing(self):
        before = self.state()
        client = self.desk.secretariat
        page = client.get(self.desk.board + "change")
        for fields, status in (
                (dict(do="dates", opens_on="2026-03-01", due_on="2026-02-01", closes_on="2026-04-01", reason="Why."), 422),
                (dict(do="dates", opens_on="2026-03-01", due_on="2026-05-01", closes_on="2026-04-01", reason="Why."), 422),
                (dict(do="dates", opens_on="2026-03-01", due_on="x", closes_on="2026-04-01", reason="Why."), 422),
                (dict(do="dates", opens_on="2026-03-01", due_on="2026-03-02", closes_on="2026-03-03", reason="Why."), 422),
                (dict(do="dates", opens_on="2026-03-01", due_on="2026-04-01", closes_on="2026-04-30", reason=""), 422),
                (dict(do="close", reason=" "), 422), (dict(do="withdraw", participant="XBB", reason=""), 422),
                (dict(do="expect", participant="XBB"), 409), (dict(do="expect", participant="XZZ"), 422), (dict(do="nix"), 422)):
            answer = client.post(self.desk.board + "change", dict(fields, csrf=dict(page.forms()[-1][2])["csrf"]))
            self.assertEqual(answer.status, status, fields)
            if fields["do"] == "dates":
                self.assertIn("aria-invalid", answer.text)
                self.assertIn('value="%s"' % fields["due_on"], answer.text)
        answer = client.post(self.desk.board + "release", dict(csrf=self.desk.csrf(client), name="Too early"))
        self.assertEqual(answer.status, 409)
        self.assertIn("No answer of this round has been accepted yet, so there is nothing to release.", answer.visible)
        self.assertEqual(self.state(), before)

    def test_nobody_left_to_review_is_said_with_what_to_do(self):
        site = self.desk.site
        site.monitor("user", "add", "secretariat@x.example", "--role", "observer", "--participant", "XAA")
        try:
            page = self.desk.secretariat.get(self.desk.board).visible
            self.assertIn("Ask the administrator to appoint a second reviewer", page)
            self.assertIn("Ask the administrator to appoint a second reviewer", self.desk.seconded.get(self.desk.review).visible)
        finally:
            with sqlite3.connect(os.path.join(site.data, "reports.db")) as db:
                db.execute("DELETE FROM role_grant WHERE role = 'observer' AND person = (SELECT id FROM person WHERE email = 'secretariat@x.example')")


class Named(unittest.TestCase):
    def test_a_person_of_the_secretariat_acts_by_command_under_their_name(self):
        desk = Desk()
        try:
            site = desk.site
            desk.save("LAW5", do="submit", value="1")
            desk.clear("LAW5", "public")
            who = ("--as", "secretariat@x.example")
            self.assertEqual(site.monitor("round", "release", "trafficking", "2025", "--name", "Early", *who, check=False).returncode, 1)
            self.assertIn("1", site.monitor("round", "accept", "trafficking", "2025", "XAA", *who).stdout)
            site.monitor("round", "extend", "trafficking", "2025", "XAA", "--until", "2026-05-01", "--reason", "Elections.", *who)
            self.assertIn("1", site.monitor("round", "release", "trafficking", "2025", "--name", "First", "--note", "By night.", *who).stdout)
            site.monitor("round", "reopen", "trafficking", "2025", "XAA", "LAW5", "--reason", "Look again.", *who)
            site.monitor("round", "close", "trafficking", "2025", "--reason", "Done.", *who)
            page = desk.secretariat.get(desk.board)
            self.assertIn("Closed", page.visible)
            self.assertIn("Secretariat: First", page.visible)
            with sqlite3.connect(os.path.join(site.data, "reports.db")) as db:
                names = db.execute("SELECT DISTINCT actor_name FROM audit_log WHERE action IN ('answer.accepted', 'round.extend', 'round.release',"
                                   " 'answer.reopened', 'round.close')").fetchall()
            self.assertEqual(names, [("secretariat@x.example",)])
        finally:
            desk.close()

    def test_a_list_that_changed_since_it_was_shown_is_not_released(self):
        desk = Desk()
        try:
            desk.save("LAW5", do="submit", value="1")
            desk.clear("LAW5", "public")
            desk.accept("LAW5")
            page = desk.secretariat.get(desk.board + "release")
            desk.save("GOV6", do="submit", value="1")
            desk.clear("GOV6", "public")
            desk.accept("GOV6")
            answer = desk.secretariat.submit(page, desk.board + "release", name="First")
            self.assertEqual(answer.status, 409)
            self.assertIn("nothing was released", answer.visible)
            self.assertIn("GOV6", answer.visible)
            self.assertIn('value="First"', answer.text)
            self.assertIn("The round is released.", desk.secretariat.submit(answer, desk.board + "release").visible)
        finally:
            desk.close()

    def test_a_new_round_begins_as_the_last_one(self):
        desk = Desk()
        try:
            new = "/secretariat/rounds/new"
            fields = post_fields(desk.secretariat.get(new + "?framework=trafficking&period=2024"), new)
            fields.update(indicator=["LAW1", "IDR3"], participant=["XBB"], opens_on="2026-03-01", due_on="2026-03-20", closes_on="2026-03-31")
            older = desk.secretariat.post(new, fields).path.split("/")[3]
            fields = post_fields(desk.secretariat.get(new + "?framework=trafficking&period=2026"), new)
            self.assertEqual(len(fields["indicator"]), 49)
            fields = post_fields(desk.secretariat.get(new + "?framework=trafficking&period=2026&as=" + older), new)
            self.assertEqual(sorted(fields["indicator"]), ["IDR3", "LAW1"])
            self.assertEqual(fields["participant"], ["XBB"])
            fields = post_fields(desk.secretariat.get(new + "?framework=trafficking&period=2026&as=0"), new)
            self.assertEqual(fields["participant"], ["XAA", "XBB"])
        finally:
            desk.close()


if __name__ == "__main__":
    unittest.main()
