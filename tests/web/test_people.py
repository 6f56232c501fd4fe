"""The people's pages through a real server: who has not come yet, and sessions ended from afar."""
import re
import unittest

import kit
from desk import Desk

PEOPLE = "/secretariat/people"


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.site.monitor("user", "add", "late@x.example", "--role", "deputy", "--participant", "XBB", "--name", "Lena Late")
        cls.desk.site.monitor("user", "add", "later@x.example", "--role", "donor", "--name", "Lars Later", "--from", "2026-05-01")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def names(self, query, client=None):
        page = self.desk.administrator.get(PEOPLE + query)
        self.assertEqual(page.status, 200)
        return re.findall(r'<th scope="row"><a href="/secretariat/people/\d+">([^<]*)</a>', page.text)

    def person(self, name):
        return re.search(r'href="(/secretariat/people/\d+)">%s<' % name, self.desk.administrator.get(PEOPLE).text).group(1)

    def test_people_are_found_by_words_role_participant_and_state(self):
        self.assertEqual(self.names("?q=LENA+late"), ["Lena Late"])
        self.assertEqual(self.names("?q=x.example&role=deputy&participant=XBB"), ["Lena Late"])
        self.assertEqual(self.names("?role=deputy"), ["Deputy", "Lena Late"])
        # A role that begins later is not held today.
        self.assertNotIn("Lars Later", self.names("?role=donor"))
        self.assertEqual(self.names("?state=no_role"), ["Lars Later"])
        self.assertEqual(self.names("?q=nobody+at+all"), [])
        # A participant counts only with the role asked for.
        self.assertEqual(self.names("?role=administrator&participant=XAA"), [])

    def test_who_has_not_signed_in_yet_is_told_apart(self):
        self.desk.focal.get("/account/")
        names = self.names("?state=never")
        self.assertIn("Lena Late", names)
        self.assertNotIn("Focal", names)
        self.assertIn("Focal", self.names("?state=active"))
        page = self.desk.administrator.get(PEOPLE)
        self.assertIn("never signed in; the invitation of 10 March 2026 works until 20 March 2026", page.visible)
        self.assertIn("signed in last on 10 March 2026, 09:00 UTC", page.visible)
        self.assertIn("have not signed in yet", page.visible)

    def test_an_invitation_that_has_run_out_says_so(self):
        late = kit.Site(now="2026-03-10T09:00:00Z", start=False)
        try:
            late.person("administrator@x.example", "administrator")
            late.monitor("user", "add", "late@x.example", "--role", "donor", "--name", "Lena")
            late.now = "2026-03-25T09:00:00Z"
            late.start()
            client = late.signed_in("administrator@x.example")
            page = client.get(PEOPLE + "?state=expired")
            self.assertIn("stopped working on 20 March 2026", page.visible)
            self.assertIn("invite again", page.visible)
        finally:
            late.close()

    def test_sessions_of_a_person_are_seen_and_ended(self):
        site, admin = self.desk.site, self.desk.administrator
        one, two = site.signed_in("observer@x.example"), site.signed_in("observer@x.example")
        path = self.person("Observer")
        page = admin.get(path)
        ids = re.findall(r'name="session" value="([0-9a-f]{64})"', page.text)
        self.assertEqual(len(ids), 2)
        csrf = self.desk.csrf(admin)
        page = admin.post(path, dict(csrf=csrf, do="end_session", session=ids[0]))
        self.assertIn("The session has ended.", page.visible)
        self.assertEqual(sorted(c.get("/account/", follow=False).status for c in (one, two)), [200, 303])
        again = admin.post(path, dict(csrf=csrf, do="end_session", session=ids[0]))
        self.assertEqual(again.status, 409)
        self.assertIn("has ended meanwhile", again.visible)
        self.assertEqual(admin.post(path, dict(csrf=csrf, do="end_session", session="nonsense")).status, 422)
        page = admin.post(path, dict(csrf=csrf, do="end_sessions"))
        self.assertIn("All sessions of this person have ended.", page.visible)
        self.assertEqual([c.get("/account/", follow=False).status for c in (one, two)], [303, 303])
        self.assertEqual(admin.post(path, dict(csrf=csrf, do="end_sessions")).status, 409)
        log = admin.get("/secretariat/audit?action=session.end&who=administrator")
        self.assertIn("sessions: 1", log.visible)
        self.assertIn("observer@x.example", log.visible)

    def test_a_session_of_somebody_else_is_not_ended_by_naming_it(self):
        donor = self.desk.site.signed_in("donor@x.example")
        path = self.person("Donor")
        session = re.search(r'name="session" value="([0-9a-f]{64})"', self.desk.administrator.get(path).text).group(1)
        focal = self.desk.focal
        answer = focal.post("/account/sessions", dict(csrf=self.desk.csrf(focal), session=session))
        self.assertEqual(answer.status, 409)
        self.assertEqual(donor.get("/account/", follow=False).status, 200)
        self.assertEqual(focal.post(path, dict(csrf=self.desk.csrf(focal), do="end_sessions")).status, 403)

    def test_everybody_sees_and_ends_their_own_sessions(self):
        site = self.desk.site
        site.person("own@x.example", "donor")
        here, there = site.signed_in("own@x.example"), site.signed_in("own@x.example")
        page = here.get("/account/")
        self.assertIn("this browser", page.visible)
        self.assertEqual(page.text.count('name="session"'), 1)
        page = here.submit(page, "/account/sessions")
        self.assertIn("The session has ended.", page.visible)
        self.assertEqual(there.get("/account/", follow=False).status, 303)
        self.assertEqual(here.get("/account/", follow=False).status, 200)
        forged = here.post("/account/sessions", dict(csrf="x"))
        self.assertEqual(forged.status, 403)

    def test_the_secretariat_sees_no_people_and_no_page_tells_tokens(self):
        for path in (PEOPLE, PEOPLE + "?q=focal", self.person("Focal")):
            self.assertEqual(self.desk.secretariat.get(path).status, 403)
        token = self.desk.focal.cookies["session"]
        self.assertNotIn(token, self.desk.administrator.get(self.person("Focal")).text)


if __name__ == "__main__":
    unittest.main()
