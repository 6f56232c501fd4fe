"""Who acts for a government: handing the focal point's role over, deputies, taking both back; rights by forged posts, other governments."""
import re
import unittest

import kit
from desk import Desk

TEAM = "/reporting/team/XAA/"
OTHER = "/reporting/team/XBB/"


class Team(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.desk.site.person("free@x.example", "donor", name="Free Person")

    def tearDown(self):
        self.desk.close()

    def moved(self, today, at="09:00", sign_in=True):
        self.desk.site.stop()
        self.desk.site.now = "%sT%s:00Z" % (today, at)
        self.desk.site.start()
        if sign_in:
            self.desk.clients.clear()

    def hand_over(self, client=None, **fields):
        client = client or self.desk.focal
        return client.submit(client.get(TEAM), TEAM + "handover", **fields)

    def appoint(self, client=None, **fields):
        client = client or self.desk.focal
        return client.submit(client.get(TEAM), TEAM + "deputy", **fields)

    def grants(self, page):
        """Hidden grant numbers by the button beside them."""
        return {name: int(number) for number, name in
                re.findall(r'name="grant" value="(\d+)">.*?<span class="visually-hidden">: ([^<]+)</span>', page.text)}

    def test_the_page_lists_people_with_roles_and_days(self):
        for name in ("focal", "deputy", "clearing", "observer"):
            page = getattr(self.desk, name).get(TEAM)
            self.assertEqual(page.status, 200)
            for words in ("People who act for Alphaland", "focal@x.example", "Deputy focal point", "Clearing officer", "observer@x.example"):
                self.assertIn(words, page.visible)
            self.assertNotIn("other@x.example", page.visible)
            self.assertEqual("Hand the role of focal point over" in page.visible, name in ("focal", "clearing"))
            self.assertEqual("Appoint a deputy" in page.visible, name in ("focal", "clearing"))
        self.assertIn(TEAM, self.desk.focal.get("/reporting/").text)
        self.assertIn(TEAM, self.desk.focal.get(self.desk.seat).text)

    def test_a_role_passes_to_somebody_who_is_there(self):
        self.desk.save("LAW1", value="2", narrative="Half written.")
        page = self.hand_over(email="Free@X.example", starts_on="2026-03-15")
        self.assertIn("The role passes on as you arranged it.", page.visible)
        self.assertIn("passes to Free Person on 15 March 2026", page.visible)
        self.assertIn("handed over by Focal", page.visible)
        self.assertIn("not yet", page.visible)
        self.assertNotIn("Hand the role of focal point over", page.visible)
        self.assertIn("It passes to Free Person on 15 March 2026.", self.desk.focal.get("/reporting/").visible)
        free = self.desk.site.signed_in("free@x.example")
        self.assertEqual(free.get(self.desk.seat).status, 403)

        self.moved("2026-03-15")
        free = self.desk.site.signed_in("free@x.example")
        self.assertIn("You hold this role since 15 March 2026, handed over by Focal.", free.get("/reporting/").visible)
        self.assertEqual(dict(free.get(self.desk.seat + "LAW1").form(self.desk.seat + "LAW1"))["narrative"], "Half written.")
        self.assertIn("waits for clearing", self.desk.save("LAW1", client=free, do="submit").visible)
        self.assertEqual(self.desk.focal.get(self.desk.seat).status, 403)
        self.assertEqual(self.desk.focal.get(TEAM).status, 403)

    def test_a_session_that_was_open_loses_the_role_by_itself(self):
        self.hand_over(email="free@x.example", starts_on="2026-03-11")
        self.moved("2026-03-10", "23:55")
        form = self.desk.focal.get(self.desk.seat + "LAW1")
        self.assertEqual(self.desk.save("LAW2", value="1").status, 200)
        self.moved("2026-03-11", "00:05", sign_in=False)
        page = self.desk.focal.submit(form, self.desk.seat + "LAW1", do="save", value="1", narrative="Too late.")
        self.assertEqual(page.status, 403)

    def test_somebody_new_gets_an_invitation_shown_once(self):
        page = self.hand_over(client=self.desk.clearing, email="nia@x.example", name="Nia <New>", lang="ru", starts_on="2026-03-11")
        self.assertIn("shown this once", page.visible)
        self.assertIn("Nia <New>", page.visible)
        link = re.search(r'href="(/account/welcome\\?\?token=[0-9a-f]{64})"', page.text).group(1)
        self.assertNotIn("token=", self.desk.clearing.get(TEAM).text)
        nia = self.desk.site.client()
        page = nia.submit(nia.get(link), "/account/welcome", password=kit.PASSWORD, again=kit.PASSWORD)
        self.assertEqual(page.status, 200, page.visible)
        self.moved("2026-03-11")
        nia = self.desk.site.signed_in("nia@x.example")
        self.assertEqual(nia.get(self.desk.seat).status, 200)
        self.assertEqual(self.desk.focal.get(self.desk.seat).status, 403)

    def test_each_refusal_comes_back_as_typed_with_its_field(self):
        self.desk.site.person("gone@x.example", "donor", name="Gone")
        people = self.desk.administrator.get("/secretariat/people")
        href = re.search(r'href="(/secretariat/people/\d+)">Gone<', people.text).group(1)
        self.desk.administrator.submit(self.desk.administrator.get(href), href, do="deactivate")
        cases = [
            (dict(email="free@x.example", starts_on="2026-03-09"), 422, "starts", "9 March 2026 has passed"),
            (dict(email="free@x.example", starts_on="2026-03-10"), 422, "starts", "from tomorrow"),
            (dict(email="free@x.example", starts_on="2026-02-30"), 422, "starts", "not a date"),
            (dict(email="free@x.example", starts_on=""), 422, "starts", "not a date"),
            (dict(email="focal@x.example", starts_on="2026-03-15"), 409, "email", "Nobody can give a role to themselves"),
            (dict(email="gone@x.example", starts_on="2026-03-15"), 409, "email", "deactivated"),
            (dict(email="other@x.example", starts_on="2026-03-15"), 409, "email", "acts for another government"),
            (dict(email="clearing@x.example", starts_on="2026-03-15"), 409, "email", "clears these answers"),
            (dict(email="new@x.example", starts_on="2026-03-15"), 422, "name", "For somebody new, give the name"),
            (dict(email="no address", name="Nia", starts_on="2026-03-15"), 422, "email", "not an e-mail address"),
            (dict(email="<b>@x", name="Nia", starts_on="2026-03-15"), 422, "email", "not an e-mail address"),
            (dict(email="new@x.example", name="Nia", lang="xx", starts_on="2026-03-15"), 422, "lang", "not a language"),
            (dict(email="new@x.example", name="N" * 300, starts_on="2026-03-15"), 422, "name", "at most 200 bytes"),
        ]
        for fields, status, wrong, words in cases:
            page = self.hand_over(**fields)
            self.assertEqual(page.status, status, (fields, page.visible))
            self.assertIn(words, page.visible)
            self.assertIn('id="handover-%s-error"' % wrong, page.text)
            self.assertIn('aria-describedby="handover-%s-error"' % wrong, page.text)
            back = dict(page.form(TEAM + "handover"))
            self.assertEqual((back["email"], back["starts_on"]), (fields["email"], fields["starts_on"]))
            self.assertEqual(dict(page.form(TEAM + "deputy"))["email"], "")
        for email in ("new@x.example\r\nBcc: all@x.example", "new@x.example\x00"):
            page = self.hand_over(email=email, name="Nia", starts_on="2026-03-15")
            self.assertIn(page.status, (400, 422))
        self.assertNotIn("passes to", self.desk.focal.get(TEAM).visible)
        self.assertNotIn("new@x.example", self.desk.administrator.get("/secretariat/people").visible)

    def test_a_coming_handover_is_taken_back_once(self):
        page = self.hand_over(email="free@x.example", starts_on="2026-03-15")
        grant = self.grants(page)["Free Person"]
        csrf = self.desk.csrf(self.desk.clearing)
        page = self.desk.clearing.post(TEAM + "grant", {"csrf": csrf, "grant": grant, "do": "take_back"})
        self.assertIn("the roles are as they were", page.visible)
        self.assertNotIn("Free Person", page.visible)
        page = self.desk.clearing.post(TEAM + "grant", {"csrf": csrf, "grant": grant, "do": "take_back"})
        self.assertEqual(page.status, 404)
        self.moved("2026-03-16")
        self.assertEqual(self.desk.focal.get(self.desk.seat).status, 200)

    def test_a_deputy_is_appointed_and_ended(self):
        page = self.appoint(email="free@x.example", starts_on="2026-03-10", ends_on="2026-03-20")
        self.assertIn("The deputy is appointed.", page.visible)
        free = self.desk.site.signed_in("free@x.example")
        self.assertIn("The draft is saved.", self.desk.save("LAW1", client=free, value="1").visible)
        # A deputy arranges nothing.
        self.assertNotIn("Appoint a deputy", free.get(TEAM).visible)
        grant = self.grants(page)["Free Person"]
        page = self.desk.focal.post(TEAM + "grant", {"csrf": self.desk.csrf(self.desk.focal), "grant": grant, "do": "end", "ends_on": "2026-03-09"})
        self.assertEqual(page.status, 422)
        page = self.desk.focal.post(TEAM + "grant", {"csrf": self.desk.csrf(self.desk.focal), "grant": grant, "do": "end", "ends_on": "2026-03-12"})
        self.assertIn("The deputy's last day is set.", page.visible)
        self.moved("2026-03-13")
        self.assertEqual(self.desk.site.signed_in("free@x.example").get(self.desk.seat).status, 403)

    def test_forged_posts_of_others_change_nothing(self):
        page = self.desk.focal.get(TEAM)
        grants = self.grants(page)
        own = re.search(r'<option value="(\d+)" selected>Focal<', page.text).group(1)
        posts = [("handover", dict(grant=own, email="free@x.example", starts_on="2026-03-15")),
                 ("deputy", dict(email="free@x.example", starts_on="2026-03-15")),
                 ("grant", dict(grant=grants["Deputy"], do="end", ends_on="2026-03-11")),
                 ("grant", dict(grant=grants["Deputy"], do="take_back"))]
        for name in ("deputy", "observer", "other", "secretariat", "seconded", "administrator", "donor"):
            client = getattr(self.desk, name)
            csrf = self.desk.csrf(client)
            for where, fields in posts:
                self.assertEqual(client.post(TEAM + where, dict(fields, csrf=csrf)).status, 403, (name, where))
        # Another government's people, through one's own address and through theirs.
        client = self.desk.other
        csrf = self.desk.csrf(client)
        self.assertEqual(client.get(TEAM).status, 403)
        for where, fields in posts:
            if "grant" in fields:
                self.assertEqual(client.post(OTHER + where, dict(fields, csrf=csrf)).status, 404, where)
        self.assertEqual(client.post(TEAM + "handover", dict(posts[0][1], csrf="0" * 64)).status, 403)
        self.assertEqual(self.desk.focal.post(TEAM + "grant", {"csrf": self.desk.csrf(self.desk.focal), "grant": grants["Deputy"], "do": "x"}).status,
                         422)
        page = self.desk.focal.get(TEAM)
        self.assertNotIn("Free Person", page.visible)
        self.assertEqual(page.text.count('data-label="Until">—<'), 4)

    def test_pages_are_whole_in_russian(self):
        self.hand_over(email="free@x.example", starts_on="2026-03-15")
        for path in (TEAM, "/reporting/"):
            page = self.desk.clearing.get(path + "?lang=ru")
            for english in ("Hand", "Appoint", "Until", "passes", "People", "role", "since"):
                self.assertNotIn(english, page.visible)
            # The date brings its own full stop in Russian.
            self.assertNotIn("..", page.visible)


if __name__ == "__main__":
    unittest.main()
