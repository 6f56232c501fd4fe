"""Who may pass to the donors' and members' pages and files, asked by the web server of account.fcgi."""
import unittest

import kit


class Guard(unittest.TestCase):
    PASSED = 200

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True)
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
                for path in ("", "trafficking/indicators/IDR2", "trafficking/indicators/IDR2.csv", "index.json", "healthz", "data/healthz"):
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

    def audience(self, answer):
        """Whose snapshot made this answer, or None."""
        text = answer.body.decode("utf-8", "replace")
        if "json" in answer.headers.get("Content-Type", "") and answer.status == 200:
            found = kit.json.loads(text)
            return found.get("audience") or found.get("meta", {}).get("audience")
        shown = kit.re.search(r'<footer.*?<p>(Public figures|For donors|For members)', text, kit.re.S)
        return {"Public figures": "public", "For donors": "donors", "For members": "members"}[shown.group(1)] if shown else None

    def test_the_audience_of_an_answer_can_be_told(self):
        self.assertEqual(self.audience(self.site.client().get("/ihr/")), "public")
        self.assertEqual(self.audience(self.site.client().get("/healthz")), "public")
        for path in ("donors/ihr/", "donors/healthz", "donors/index.json"):
            self.assertEqual(self.audience(self.as_role("donor").get("/" + path)), "donors", path)
        self.assertEqual(self.audience(self.as_role("secretariat").get("/members/ihr/")), "members")

    ODD = ("//donors/", "///members/", "/./donors/", "/x/../members/", "/%2e/donors/", "/x/%2e%2e/donors/", "/%64onors/", "/donors%2f", "/donors//",
           "/donors/%2e%2e/members/", "/donors/..%2fmembers/", "/donors/..;/members/", "/donors\\", "/%5cdonors/", "/donors/%00", "/donors/.",
           "/members/x/..", "/donors;x=1/", "/donors/;/", "/Donors/", "/DONORS/", "/donors", "/members", "/donors?x", "/donors/?next=/members/",
           "http://127.0.0.1/donors/", "http://127.0.0.1/members/index.json", "/%e2%80%8bdonors/", "/donors%20/", "/.donors/", "*", "/donors/%ff",
           "/donors/members/", "/donors/index.json", "/donors//index.json", "/members/ihr/", "/members/ihr/regional.csv", "/%6dembers/index.json",
           "/members/./index.json", "/MEMBERS/index.json", "/donors/x/../../members/healthz", "/x.csv/../members/index.json", "/members/index.json?.csv",
           "/members/healthz?x=.csv", "/members/?/donors/", "/members%2findex.json", "//members/index.json", "/account/../members/",
           "/assets/../members/", "/assets/..%2fmembers/index.json", "/reporting/../members/index.json", "/ihr/../members/ihr/")

    def test_no_spelling_of_an_address_shows_another_audience(self):
        allowed = {None: (None, "public"), "administrator": (None, "public"), "donor": (None, "public", "donors")}
        for path in self.ODD:
            for role in allowed:
                client = self.as_role(role) if role else self.site.client()
                answer = client.get(path, follow=False)
                self.assertIn(self.audience(answer), allowed[role], (role, path))
                self.assertIn(answer.status, (200, 303, 308, 400, 403, 404), (role, path))
                if answer.status == 200:
                    self.assertIn(self.audience(answer), ("public", "donors"), (role, path))

    def test_the_guard_is_told_by_the_server_not_by_the_browser(self):
        for headers in ({"MONITOR-GUARDS": "/donors"}, {"MONITOR_GUARDS": "/donors"}, {"FCGI-ROLE": "RESPONDER"}, {"X-Original-URL": "/"},
                        {"X-Rewrite-URL": "/"}):
            answer = self.as_role("donor").request("GET", "/members/", headers={**headers, "Cookie": "session=" + self.as_role("donor").cookies["session"]})
            self.assertIn(answer.status, (400, 403), headers)

    def test_other_methods_do_not_pass_either(self):
        for method in ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer = self.site.client().request(method, "/members/trafficking/", body="" if method in ("POST", "PUT", "PATCH") else None)
            self.assertIn(answer.status, (303, 400, 401, 403, 405, 501), method)
