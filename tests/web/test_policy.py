"""What every program does before a page is made: methods, addresses, sizes, languages, headers, health, and its end."""
import os
import signal
import socket
import unittest

import kit


class Policy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.person("donor@x.example", "donor")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_security_headers_stand_on_every_answer(self):
        client = self.site.signed_in("donor@x.example")
        for path in ("/account/", "/account/sign-in", "/account/nothing", "/account/healthz", "/donors/", "/members/"):
            for answer in (client.get(path, follow=False), self.site.client().get(path, follow=False)):
                policy = answer.headers["Content-Security-Policy"]
                self.assertIn("default-src 'none'", policy, path)
                self.assertIn("frame-ancestors 'none'", policy, path)
                self.assertNotIn("unsafe", policy)
                self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff", path)
                self.assertEqual(answer.headers["Referrer-Policy"], "same-origin", path)

    def test_an_unknown_page_is_404_and_says_so(self):
        page = self.site.client().get("/account/nothing")
        self.assertEqual(page.status, 404)
        self.assertIn("/account/nothing", page.visible)
        self.assertIn('href="/"', page.text)

    def test_a_wrong_method_is_405_with_those_that_work(self):
        for method, path, allow in (("POST", "/account/", "GET, HEAD"), ("GET", "/account/sign-out", "POST"), ("PUT", "/account/sign-in", "GET, HEAD, POST"),
                                    ("DELETE", "/account/", "GET, HEAD"), ("OPTIONS", "/account/", "GET, HEAD")):
            client = self.site.signed_in("donor@x.example") if path == "/account/" else self.site.client()
            answer = client.request(method, path, body="" if method in ("POST", "PUT") else None)
            self.assertEqual((answer.status, answer.headers.get("Allow")), (405, allow), (method, path))

    def test_head_is_get_without_the_body(self):
        whole = self.site.client().get("/account/sign-in")
        head = self.site.client().request("HEAD", "/account/sign-in")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(head.headers["Content-Type"], whole.headers["Content-Type"])

    def test_another_type_than_a_form_is_415(self):
        for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain", ""):
            answer = self.site.client().request("POST", "/account/sign-in", "{}", {"Content-Type": kind})
            self.assertEqual(answer.status, 415, kind)

    def test_a_large_form_is_413(self):
        # Sign-in has room for a form that it carries on, and no more.
        for path, length in (("/account/welcome", 70000), ("/account/sign-in", 800000)):
            answer = self.site.client().request("POST", path, "a=" + "x" * length, {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(answer.status, 413, path)
            self.assertIn("Nothing was saved", answer.visible)

    def test_a_long_address_is_414(self):
        self.assertEqual(self.site.client().get("/account/" + "a" * 1100).status, 414)
        self.assertEqual(self.site.client().get("/account/sign-in?next=/" + "a" * 4200).status, 414)

    def test_what_is_no_utf8_is_400(self):
        self.assertEqual(self.site.client().get("/account/sign-in?next=%ff").status, 400)
        client = self.site.client()
        page = client.get("/account/sign-in")
        token = dict(page.form("/account/sign-in"))["csrf"]
        for body in ("csrf=%s&email=%%ff&password=x" % token, "csrf=%s&email=a%%00b&password=x" % token, "csrf=%s&email=%%zz" % token):
            answer = client.request("POST", "/account/sign-in", body, {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(answer.status, 400, body)

    def test_a_missing_slash_is_redirected(self):
        answer = self.site.client().get("/account?x=1", follow=False)
        self.assertEqual((answer.status, answer.location), (308, "/account/?x=1"))

    def test_the_language_follows_the_browser_the_link_and_the_cookie(self):
        self.assertIn('<html lang="ru">', self.site.client("ru,en;q=0.5").get("/account/sign-in").text)
        self.assertIn('<html lang="en">', self.site.client("de").get("/account/sign-in").text)
        client = self.site.client("en")
        page = client.get("/account/sign-in?next=/account/")
        self.assertIn('href="/account/sign-in?next=%2Faccount%2F&amp;lang=ru"', page.text)
        page = client.get("/account/sign-in?lang=ru")
        self.assertIn('<html lang="ru">', page.text)
        self.assertEqual(client.cookies["lang"], "ru")
        page = client.get("/account/sign-in")
        self.assertIn('<html lang="ru">', page.text)
        for name in ("Accept-Language", "Cookie"):
            self.assertIn(name, page.headers["Vary"])
        self.assertIn('<html lang="ru">', client.get("/account/sign-in?lang=xx").text)

    def test_pages_are_in_russian_where_russian_is_chosen(self):
        page = self.site.client("ru").get("/account/sign-in")
        self.assertIn("Пароль", page.visible)
        self.assertNotIn("Password", page.visible)
        self.assertIn("нет", self.site.client("ru").get("/account/nothing").visible.lower())

    def test_healthz_says_what_is_wrong(self):
        answer = self.site.client().get("/account/healthz")
        self.assertEqual((answer.status, answer.json()["status"]), (200, "ok"))
        answer = self.site.client().get("/healthz")
        self.assertEqual((answer.status, answer.json()["status"]), (503, "unavailable"))
        self.assertIn("monitor summarise", answer.json()["reason"])

    def test_assets_are_served_and_nothing_beside_them(self):
        page = self.site.client().get("/account/sign-in")
        style = kit.re.search(r'href="(/assets/site\.css\?[0-9a-f]+)"', page.text).group(1)
        answer = self.site.client().get(style)
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "text/css; charset=utf-8"))
        self.assertIn("immutable", answer.headers["Cache-Control"])
        for path in ("/assets/", "/assets/../page.tpl", "/page.tpl", "/po/ru.po", "/assets/nothing.css", "/assets/%2e%2e/page.tpl"):
            answer = self.site.client().get(path)
            self.assertIn(answer.status, (400, 403, 404, 503), path)
            self.assertNotIn(b"AUTOESCAPE", answer.body, path)

    def test_rubbish_in_cookies_and_headers_harms_nothing(self):
        for headers in ({"Cookie": "session=" + "é" * 10}, {"Cookie": "=;;;a;" * 200}, {"Cookie": "lang=<script>; session=\"x\"; form=1"},
                        {"Accept-Language": "x" * 2000}, {"Accept-Language": "ru;q=zzz,en;q=-1"}, {"If-None-Match": "*"}):
            answer = self.site.client().request("GET", "/account/sign-in", headers=headers)
            self.assertIn(answer.status, (200, 400), headers)

    def test_a_browser_that_goes_away_harms_nobody(self):
        for text in (b"POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=b",
                     b"GET /account/sign-in HTTP/1.1\r\nHost: x\r\n\r\n"):
            for _ in range(5):
                with socket.create_connection(("127.0.0.1", self.site.port)) as connection:
                    connection.sendall(text)
        self.assertEqual(self.site.client().get("/account/sign-in").status, 200)


class Life(unittest.TestCase):
    """Programs start without their database, mend themselves when it comes, and end when told."""

    def test_without_a_database_pages_say_so_and_recover_when_it_comes(self):
        site = kit.Site(migrate=False)
        self.addCleanup(site.close)
        page = site.client().get("/account/sign-in")
        self.assertEqual(page.status, 503)
        self.assertIn("monitor migrate", page.visible)
        self.assertIn("Retry-After", page.headers)
        site.monitor("migrate")
        self.assertEqual(site.client().get("/account/sign-in").status, 200)
        path = os.path.join(site.data, "reports.db")
        os.rename(path, path + ".away")
        self.assertEqual(site.client().get("/account/sign-in").status, 503)
        os.rename(path + ".away", path)
        self.assertEqual(site.client().get("/account/sign-in").status, 200)

    def test_a_database_of_another_schema_is_refused_with_the_remedy(self):
        import sqlite3
        site = kit.Site()
        self.addCleanup(site.close)
        self.assertEqual(site.client().get("/account/sign-in").status, 200)
        with sqlite3.connect(os.path.join(site.data, "reports.db")) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute("PRAGMA user_version = 999")
        page = site.client().get("/account/sign-in")
        self.assertEqual(page.status, 503)
        self.assertIn("999", page.visible)
        with sqlite3.connect(os.path.join(site.data, "reports.db")) as db:
            db.execute("PRAGMA user_version = %d" % version)
        self.assertEqual(site.client().get("/account/sign-in").status, 200)

    def test_what_is_no_database_is_refused(self):
        site = kit.Site(migrate=False)
        self.addCleanup(site.close)
        with open(os.path.join(site.data, "reports.db"), "w") as file:
            file.write("this is no database" * 1000)
        self.assertEqual(site.client().get("/account/sign-in").status, 503)

    def test_an_idle_program_ends_at_once_when_told(self):
        site = kit.Site()
        self.addCleanup(site.close)
        programs = site.programs()
        self.assertGreaterEqual(len(programs), 5)
        for process, name in programs.items():
            os.kill(process, signal.SIGTERM)
        kit.until(lambda: not any(self.alive(process) for process in programs))
        self.assertEqual([name for process, name in programs.items() if self.alive(process)], [])

    @staticmethod
    def alive(process):
        try:
            with open("/proc/%d/stat" % process) as stat:
                return stat.read().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def test_the_server_ends_with_all_its_programs(self):
        site = kit.Site()
        self.addCleanup(site.close)
        programs = site.programs()
        self.assertLess(site.end(), 15)  # it is killed after 20
        kit.until(lambda: not any(self.alive(process) for process in programs))
        self.assertEqual([name for process, name in programs.items() if self.alive(process)], [])
