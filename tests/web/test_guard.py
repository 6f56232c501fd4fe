"""Who may pass to the donors' and members' pages and files, asked by the web server of account.fcgi."""
import unittest

import kit


class Guard(unittest.TestCase):
    """Without snapshots: a program that was let through answers 503, which nobody else gets."""

    PASSED = 503

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.monitor("participant", "add", "XAA")
        for role in ("focal_point", "deputy", "clearing_officer", "observer"):
            cls.site.person(role + "@x.example", (role, "XAA"))
        for role in ("secretariat", "donor", "administrator"):
            cls.site.person(role + "@x.example", role)
        cls.site.person("nothing@x.example", "donor")
        cls.site.monitor("user", "add", "ended@x.example", "--role", "donor", "--from", "2020-01-01", "--to", "2020-12-31")
        cls.site.person("ended@x.example")
        cls.clients = {}

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def as_role(self, role):
        if role not in self.clients:
            self.clients[role] = self.site.signed_in(role + "@x.example")
        return self.clients[role]

    PATHS = ("", "trafficking/", "trafficking/indicators/IDR2", "trafficking/indicators/IDR2.csv", "index.json", "x.xlsx", "api/v1/openapi.json",
             "sdmx/data", "healthz", "data/healthz", "?lang=ru", "nothing/../", "assets/site.css", "account/")

    def test_nobody_passes_without_sign_in(self):
        for prefix in ("/donors/", "/members/"):
            for path in self.PATHS:
                answer = self.site.client().get(prefix + path, follow=False)
                if ".." in path:
                    self.assertEqual(answer.status, 400, path)
                    continue
                self.assertEqual(answer.status, 303, prefix + path)
                self.assertEqual(answer.location, "/account/sign-in?next=" + kit.urllib.parse.quote(prefix + path, safe="-._~"))

    def test_a_made_up_session_does_not_pass(self):
        for token in ("", "x", "0" * 64, "0" * 63 + "\x01"):
            client = self.site.client()
            answer = client.request("GET", "/members/", headers={"Cookie": "session=" + token})
            self.assertIn(answer.status, (303, 400), repr(token))

    def test_each_role_passes_where_it_may(self):
        participant = ("focal_point", "deputy", "clearing_officer", "observer")
        for prefix, roles in (("/donors/", participant + ("secretariat", "donor")), ("/members/", participant + ("secretariat",))):
            for role in participant + ("secretariat", "donor", "administrator"):
                for path in ("", "trafficking/indicators/IDR2.csv", "index.json"):
                    answer = self.as_role(role).get(prefix + path, follow=False)
                    self.assertEqual(answer.status, self.PASSED if role in roles else 403, (role, prefix + path))

    def test_a_role_that_has_ended_does_not_pass(self):
        self.assertEqual(self.as_role("ended").get("/donors/", follow=False).status, 403)

    def test_after_sign_out_the_door_is_shut(self):
        client = self.site.signed_in("nothing@x.example")
        kept = dict(client.cookies)
        self.assertEqual(client.get("/donors/").status, self.PASSED)
        client.submit(client.get("/account/"), "/account/sign-out")
        client.cookies = kept
        self.assertEqual(client.get("/donors/", follow=False).status, 303)

    def test_odd_spellings_do_not_pass(self):
        """Either refused, asked for a sign-in, or an address of the public pages, whose program cannot open another snapshot."""
        odd = ("//donors/", "///members/", "/./donors/", "/x/../members/", "/%2e/donors/", "/x/%2e%2e/donors/", "/%64onors/", "/donors%2f", "/donors//",
               "/donors/%2e%2e/members/", "/donors/..%2fmembers/", "/donors/..;/members/", "/donors\\", "/%5cdonors/", "/donors/%00", "/donors/.",
               "/members/x/..", "/donors;x=1/", "/donors/;/", "/Donors/", "/DONORS/", "/donors", "/members", "/donors?x", "/donors/?next=/members/",
               "http://127.0.0.1/donors/", "/%e2%80%8bdonors/", "/donors%20/", "/.donors/", "*", "/donors/%ff")
        for path in odd:
            for client in (self.site.client(), self.as_role("administrator"), self.as_role("donor")):
                answer = client.get(path, follow=False)
                text = answer.body.decode("utf-8", "replace")
                if answer.status == self.PASSED:
                    # The public program, or the donors' one for the donor.
                    self.assertNotIn("Members", text, path)
                    public = "donor" not in path.lower().partition("?")[0].strip("/").split("/")[0] or path.startswith(("/D", "/%e2", "/.d"))
                    self.assertTrue(client is self.as_role("donor") or public or not path.startswith("/donors/"), path)
                else:
                    self.assertIn(answer.status, (303, 308, 400, 403, 404), path)

    def test_the_guard_is_told_by_the_server_not_by_the_browser(self):
        for headers in ({"MONITOR-GUARDS": "/donors"}, {"MONITOR_GUARDS": "/donors"}, {"FCGI-ROLE": "RESPONDER"}, {"X-Original-URL": "/"},
                        {"X-Rewrite-URL": "/"}):
            answer = self.as_role("donor").request("GET", "/members/", headers={**headers, "Cookie": "session=" + self.as_role("donor").cookies["session"]})
            self.assertIn(answer.status, (400, 403), headers)

    def test_other_methods_do_not_pass_either(self):
        for method in ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer = self.site.client().request(method, "/members/trafficking/", body="" if method in ("POST", "PUT", "PATCH") else None)
            self.assertIn(answer.status, (303, 400, 401, 403, 405, 501), method)
