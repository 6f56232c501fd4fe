"""Sign-in, sessions, forms, passwords and invitations through a real server."""
import re
import unittest

import kit


class Account(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.monitor("participant", "add", "XAA", "--name", "Examplia")
        cls.site.person("donor@x.example", "donor")
        cls.site.person("focal@x.example", ("focal_point", "XAA"))
        cls.site.person("admin@x.example", "administrator")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(self):
        client = self.site.client()
        answer = client.get("/account/?lang=ru", follow=False)
        self.assertEqual(answer.status, 303)
        self.assertEqual(answer.location, "/account/sign-in?next=%2Faccount%2F%3Flang%3Dru")
        page = client.get(answer.location)
        page = client.submit(page, "/account/sign-in", email="donor@x.example", password=kit.PASSWORD, follow=False)
        self.assertEqual((page.status, page.location), (303, "/account/?lang=ru"))
        self.assertIn("donor@x.example", client.get(page.location).visible)

    def test_sign_in_leads_only_to_this_site(self):
        for evil in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b"):
            client = self.site.client()
            page = client.get("/account/sign-in")
            answer = client.submit(page, "/account/sign-in", follow=False, email="donor@x.example", password=kit.PASSWORD, next=evil)
            self.assertIn(answer.status, (303, 400), evil)
            if answer.status == 303:
                self.assertEqual(answer.location, "/donors/", evil)

    def test_cookies_are_closed_to_scripts_and_other_sites(self):
        client = self.site.signed_in("donor@x.example")
        session = [c for c in client.set_cookies if c.startswith("session=")]
        self.assertEqual(len(session), 1)
        self.assertTrue(client.set_cookies)
        for cookie in client.set_cookies:
            for part in ("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"):
                self.assertIn(part, cookie)

    def test_the_session_token_changes_at_sign_in(self):
        client = self.site.signed_in("donor@x.example")
        first = client.cookies["session"]
        stranger = self.site.client()
        stranger.cookies["session"] = "0" * 64
        page = stranger.submit(stranger.get("/account/sign-in"), "/account/sign-in", follow=False, email="donor@x.example",
                               password=kit.PASSWORD)
        self.assertEqual(page.status, 303)
        self.assertNotIn(stranger.cookies["session"], ("0" * 64, first))

    def test_sign_out_ends_the_session_for_good(self):
        client = self.site.signed_in("donor@x.example")
        kept = dict(client.cookies)
        page = client.submit(client.get("/account/"), "/account/sign-out")
        self.assertIn("You are signed out.", page.visible)
        self.assertNotIn("session", client.cookies)
        client.cookies = kept
        self.assertEqual(client.get("/account/", follow=False).status, 303)

    def test_wrong_and_unknown_look_alike(self):
        pages = []
        for email in ("focal@x.example", "nobody@x.example"):
            client = self.site.client()
            page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email=email, password="wrong wrong wrong")
            self.assertEqual(page.status, 422)
            self.assertNotIn("session", client.cookies)
            pages.append(re.sub(r'value="[^"]*"', "", page.text))
        self.assertEqual(pages[0], pages[1])

    def test_a_form_without_its_token_is_refused_and_says_what_to_do(self):
        client = self.site.signed_in("donor@x.example")
        for token in (None, "", "0" * 64):
            page = client.submit(client.get("/account/"), "/account/language", csrf=token, language="ru")
            self.assertEqual(page.status, 403)
            self.assertIn("nothing was saved", page.visible)
            self.assertIn("Go back", page.visible)

    def test_a_form_of_another_session_is_refused(self):
        one = self.site.signed_in("donor@x.example")
        other = self.site.signed_in("donor@x.example")
        page = one.get("/account/")
        self.assertEqual(other.submit(page, "/account/language", language="ru").status, 403)

    def test_a_form_sent_after_the_session_ended_is_not_silently_lost(self):
        client = self.site.signed_in("donor@x.example")
        page = client.get("/account/")
        del client.cookies["session"]
        answer = client.submit(page, "/account/language", language="ru", follow=False)
        self.assertEqual(answer.status, 401)
        self.assertIn("not lost", answer.visible)

    def test_the_profile_shows_roles_with_dates(self):
        page = self.site.signed_in("focal@x.example").get("/account/")
        self.assertIn("Focal point", page.visible)
        self.assertIn("XAA", page.visible)
        self.assertRegex(page.visible, r"\d{1,2} [A-Z][a-z]+ \d{4}")
        self.assertEqual(page.headers["Cache-Control"], "no-store")

    def test_the_language_of_the_profile_holds_on_every_browser(self):
        self.site.person("lang@x.example", "donor")
        client = self.site.signed_in("lang@x.example")
        page = client.submit(client.get("/account/"), "/account/language", language="ru")
        self.assertIn('<html lang="ru">', page.text)
        self.assertIn('<html lang="ru">', self.site.signed_in("lang@x.example").get("/account/").text)
        self.assertIn('<html lang="en">', client.get("/account/?lang=en").text)

    def test_an_unknown_language_is_refused(self):
        client = self.site.signed_in("donor@x.example")
        self.assertEqual(client.submit(client.get("/account/"), "/account/language", language="xx").status, 422)

    def test_a_missing_field_is_named(self):
        client = self.site.signed_in("donor@x.example")
        page = client.submit(client.get("/account/"), "/account/language", language=None)
        self.assertEqual(page.status, 400)
        self.assertIn("language", page.visible)


class Passwords(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def change(self, client, current, new, again=None):
        return client.submit(client.get("/account/password"), "/account/password", current=current, password=new, again=again or new)

    def test_a_changed_password_ends_the_other_sessions(self):
        self.site.person("one@x.example", "donor")
        here = self.site.signed_in("one@x.example")
        there = self.site.signed_in("one@x.example")
        page = self.change(here, kit.PASSWORD, "a brand new password")
        self.assertEqual(page.status, 200)
        self.assertIn("The new password holds", page.visible)
        self.assertEqual(there.get("/account/", follow=False).status, 303)
        self.assertEqual(here.get("/account/", follow=False).status, 200)
        self.site.signed_in("one@x.example", "a brand new password")

    def test_a_refused_new_password_changes_nothing(self):
        self.site.person("three@x.example", "donor")
        client = self.site.signed_in("three@x.example")
        for current, new, again in (("wrong wrong wrong", "a brand new password", None), (kit.PASSWORD, "short", None),
                                    (kit.PASSWORD, "my three passwords", None), (kit.PASSWORD, "a brand new password", "another brand new")):
            page = self.change(client, current, new, again)
            self.assertEqual(page.status, 422, new)
            self.assertIn('role="alert"', page.text)
        self.site.signed_in("three@x.example")

    def test_an_invitation_leads_to_a_password_once(self):
        said = self.site.monitor("user", "add", "newcomer@x.example", "--role", "donor", "--name", "New Person").stdout
        path = re.search(r"/account/welcome\?token=\w+", said).group()
        client = self.site.client()
        page = client.get(path)
        self.assertIn("New Person", page.visible)
        self.assertEqual(client.submit(page, "/account/welcome", password="short", again="short").status, 422)
        page = client.submit(page, "/account/welcome", password="a brand new password", again="a brand new password")
        self.assertEqual(page.status, 200)
        self.assertIn("newcomer@x.example", page.visible)
        page = self.site.client().get(path)
        self.assertEqual(page.status, 404)
        self.assertIn("invitation", page.visible)

    def test_a_made_up_invitation_is_refused(self):
        for token in ("", "x", "0" * 64, "..", "<b>"):
            page = self.site.client().get("/account/welcome?token=" + kit.urllib.parse.quote(token))
            self.assertIn(page.status, (400, 404), token)

    def test_guessing_is_slowed_down(self):
        self.site.person("guess@x.example", "donor")
        client = self.site.client()
        for _ in range(5):
            page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email="guess@x.example", password="wrong wrong wrong")
            self.assertEqual(page.status, 422)
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email="guess@x.example", password=kit.PASSWORD)
        self.assertEqual(page.status, 429)
        self.assertIn("15 minutes", page.visible)
        self.assertGreater(int(page.headers["Retry-After"]), 0)
