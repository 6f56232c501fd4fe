"""The second factor through a real server: turning it on and off, the second step of a sign-in, and all that is refused."""
import os
import re
import sqlite3
import threading
import unittest

import kit
import phone
from desk import Desk

NOW = "2026-03-10T09:00:00Z"
PAGE = "/account/second-factor"
STEP = "/account/sign-in/code"
WRONG = "wrong wrong wrong"


class Person:
    """Somebody with a telephone."""

    def __init__(self, site, email, role="donor", begin=True):
        self.site = site
        self.email = site.person(email, role)
        self.key = None
        self.codes = []
        self.client = site.signed_in(email)
        if begin:
            self.turn_on()

    def turn_on(self):
        page = self.post("begin", password=kit.PASSWORD)
        self.key = phone.key(page.text)
        page = self.client.submit(page, PAGE, do="confirm", code=self.code(-1))
        self.codes = phone.recovery_codes(page.text)
        return page

    def code(self, steps=0):
        return phone.code(self.key, phone.moment(self.site.now) + steps * phone.STEP)

    def wrong(self):
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in [self.code(i) for i in range(-2, 3)])

    def post(self, do, client=None, **fields):
        client = client or self.client
        csrf = dict(client.get("/account/").form("/account/sign-out"))["csrf"]
        return client.post(PAGE, dict(fields, csrf=csrf, do=do))

    def half(self, client=None, **fields):
        """The page of the second step."""
        client = client or self.site.client()
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email=self.email, password=kit.PASSWORD, **fields)
        return client, page

    def signed_in(self, code=None):
        client, page = self.half()
        page = client.submit(page, STEP, code=code or self.code())
        return client, page


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(now=NOW)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def later(self, seconds):
        """The clock goes on; who is signed in stays so."""
        self.site.now = phone.text(phone.moment(self.site.now) + seconds)
        self.site.stop()
        self.site.start(same_port=True)

    def audit(self, email):
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            return [row for row in db.execute("SELECT action, detail, actor_name, object FROM audit_log WHERE object = "
                                              "(SELECT 'person:' || id FROM person WHERE email = ?) ORDER BY id", (email,))]

    def assertSignedIn(self, client, yes=True):
        self.assertEqual(client.get("/account/", follow=False).status, 200 if yes else 303)
        self.assertEqual("session" in client.cookies, yes)


class TurningOn(Base):
    def test_it_is_off_until_a_code_proves_the_key(self):
        one = Person(self.site, "one@x.example", begin=False)
        self.assertIn("Signing in asks for the password only.", one.client.get("/account/").visible)
        page = one.client.get(PAGE)
        self.assertIn("It is off.", page.visible)
        page = one.client.submit(page, PAGE, do="begin", password=kit.PASSWORD)
        self.assertEqual(page.status, 200)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        one.key = phone.key(page.text)
        self.assertEqual(len(one.key), 20)
        # Not on yet: the password is enough.
        self.assertSignedIn(self.site.signed_in("one@x.example"))
        for wrong in (one.wrong(), one.code(2), one.code(-2), "", "abc", "x" * 60):
            page = one.post("confirm", code=wrong)
            self.assertEqual(page.status, 422, wrong)
            self.assertNotIn("recovery codes</h2>", page.text)
        page = one.post("confirm", code=one.code())
        self.assertEqual(page.status, 200)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        codes = phone.recovery_codes(page.text)
        self.assertEqual((len(codes), len(set(codes))), (10, 10))
        self.assertIn("10 recovery codes are left", page.visible)
        self.assertIn("On since 10 March 2026", one.client.get("/account/").visible)
        self.assertEqual([row[0] for row in self.audit("one@x.example") if row[0].startswith("factor.")], ["factor.begin", "factor.on"])

    def test_key_and_codes_are_shown_once(self):
        one = Person(self.site, "once@x.example", begin=False)
        page = one.post("begin", password=kit.PASSWORD)
        key = phone.key_text(page.text)
        one.key = phone.key(page.text)
        pages = [one.client.get(PAGE), one.post("confirm", code=one.wrong())]
        for page in pages:
            self.assertNotIn('class="key"', page.text)
            self.assertNotIn("<svg class=\"qr\"", page.text)
            self.assertNotIn(key[:8], page.text)
            self.assertIn("It is not shown again", page.visible)
        page = one.post("confirm", code=one.code())
        self.assertNotIn('class="key"', page.text)
        codes = phone.recovery_codes(page.text)
        for page in (one.client.get(PAGE), one.client.get("/account/"), one.post("confirm", code=one.code(1)), one.post("begin", password=kit.PASSWORD)):
            self.assertFalse([code for code in codes if code in page.text])
            self.assertNotIn('class="key"', page.text)
        self.assertEqual(page.status, 409)

    def test_the_picture_and_the_text_are_the_same_key(self):
        one = Person(self.site, "picture@x.example", begin=False)
        page = one.post("begin", password=kit.PASSWORD)
        size = int(re.search(r'class="qr" viewBox="0 0 (\d+) \1"', page.text).group(1))
        path = re.search(r'<path fill="#000" d="([^"]+)"', page.text).group(1)
        runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)]
        self.assertEqual(sum(len("M%d %dh%dv1h-%dz" % (x, y, n, n)) for x, y, n in runs), len(path))
        self.assertLess(max(x + n for x, _, n in runs), size - 3)
        dark = {(x + i, y) for x, y, n in runs for i in range(n)}
        # The three corners that every reader looks for.
        for x0, y0 in ((4, 4), (size - 11, 4), (4, size - 11)):
            for x in range(7):
                for y in range(7):
                    ring = max(abs(x - 3), abs(y - 3))
                    self.assertEqual((x0 + x, y0 + y) in dark, ring != 2)

    def test_what_is_asked_again_must_be_right(self):
        one = Person(self.site, "asked@x.example", begin=False)
        for password, words in ((WRONG, "The present password is not right."), ("", "The password is needed."), (None, "The password is needed.")):
            fields = {} if password is None else {"password": password}
            page = one.post("begin", **fields)
            self.assertEqual(page.status, 422)
            self.assertIn(words, page.visible)
            self.assertNotIn('class="key"', page.text)
        for do in ("confirm", "codes", "off"):
            page = one.post(do, password=kit.PASSWORD, code="123456")
            self.assertEqual(page.status, 409, do)
        self.assertEqual(one.post("nothing", password=kit.PASSWORD).status, 422)
        self.assertEqual(one.client.post(PAGE, {"do": "begin", "password": kit.PASSWORD}).status, 403)
        one.turn_on()
        for fields, words in (({"password": WRONG, "code": one.code()}, "password is not right"), ({"password": kit.PASSWORD, "code": one.wrong()}, "code is not right"),
                              ({"password": kit.PASSWORD}, "Both the password and a code"), ({"code": one.code()}, "Both the password and a code")):
            for do in ("codes", "off"):
                page = one.post(do, **fields)
                self.assertIn(words, page.visible)
                self.assertEqual(page.status, 422)
            if "password" in fields and "code" in fields:
                self.later(15 * 60)
        self.assertIn("On since", one.client.get(PAGE).visible)
        self.assertSignedIn(one.half()[0], False)

    def test_guessing_the_password_here_is_slowed_down_too(self):
        one = Person(self.site, "slow@x.example", begin=False)
        for _ in range(5):
            self.assertEqual(one.post("begin", password=WRONG).status, 422)
        page = one.post("begin", password=kit.PASSWORD)
        self.assertEqual((page.status, page.headers["Retry-After"]), (429, "900"))
        self.assertNotIn('class="key"', page.text)

    def test_new_recovery_codes_and_turning_off(self):
        one = Person(self.site, "codes@x.example")
        page = one.post("codes", password=kit.PASSWORD, code=one.code())
        self.assertEqual(page.status, 200)
        codes = phone.recovery_codes(page.text)
        self.assertEqual(len(codes), 10)
        self.assertFalse(set(codes) & set(one.codes))
        client, page = one.signed_in(one.codes[0])
        self.assertEqual(page.status, 422)
        page = client.submit(page, STEP, code=codes[0])
        self.assertSignedIn(client)
        page = one.post("off", password=kit.PASSWORD, code=codes[1])
        self.assertIn("The second factor is off", page.visible)
        self.assertSignedIn(self.site.signed_in("codes@x.example"))
        self.assertEqual(one.post("off", password=kit.PASSWORD, code=codes[2]).status, 409)
        self.assertEqual([row[0] for row in self.audit("codes@x.example") if row[0].startswith("factor.")],
                         ["factor.begin", "factor.on", "factor.codes", "factor.recovery", "factor.recovery", "factor.off"])

    def test_a_changed_password_needs_no_code_and_leaves_it_on(self):
        one = Person(self.site, "change@x.example")
        page = one.client.submit(one.client.get("/account/password"), "/account/password", current=kit.PASSWORD, password="a brand new password",
                                 again="a brand new password")
        self.assertIn("The new password holds", page.visible)
        client = self.site.client()
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email="change@x.example", password="a brand new password")
        self.assertEqual(page.path, STEP)
        client.submit(page, STEP, code=one.code())
        self.assertSignedIn(client)


class SigningIn(Base):
    def test_after_the_password_a_code_is_asked_for(self):
        one = Person(self.site, "one@x.example")
        client, page = one.half()
        self.assertEqual((page.status, page.path), (200, STEP))
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.assertSignedIn(client, False)
        page = client.submit(page, STEP, code=one.code(), follow=False)
        self.assertEqual((page.status, page.location), (303, "/donors/"))
        self.assertSignedIn(client)
        self.assertNotIn("half", client.cookies)
        self.assertEqual([row[0] for row in self.audit("one@x.example")][-2:], ["session.half", "session.begin"])
        for cookie in client.set_cookies:
            for part in ("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"):
                self.assertIn(part, cookie)

    def test_it_leads_to_the_page_that_was_asked_for_and_only_to_this_site(self):
        one = Person(self.site, "next@x.example")
        client = self.site.client()
        page = client.get("/account/calendar?lang=ru")
        page = client.submit(page, "/account/sign-in", email=one.email, password=kit.PASSWORD)
        page = client.submit(page, STEP, code="000000" if one.code() != "000000" else "111111")
        page = client.submit(page, STEP, code=one.code(), follow=False)
        self.assertEqual((page.status, page.location), (303, "/account/calendar?lang=ru"))
        for number, evil in enumerate(("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)")):
            client, page = one.half(next=evil)
            self.assertEqual(page.path, STEP)
            page = client.submit(page, STEP, code=one.codes[number], next=evil, follow=False)
            self.assertEqual((page.status, page.location), (303, "/donors/"))

    def test_a_code_works_once(self):
        one = Person(self.site, "replay@x.example")
        used = one.code()
        self.assertSignedIn(one.signed_in(used)[0])
        client, page = one.signed_in(used)
        self.assertEqual(page.status, 422)
        self.assertIn("Each code works once", page.visible)
        self.assertSignedIn(client, False)
        self.assertSignedIn(one.signed_in(one.code(1))[0])

    def test_a_code_sent_many_times_at_once_opens_one_session(self):
        one = Person(self.site, "race@x.example")
        halves = [one.half() for _ in range(4)]
        used = one.code()
        threads = [threading.Thread(target=lambda pair=pair: pair[0].submit(pair[1], STEP, code=used, follow=False)) for pair in halves]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sum("session" in client.cookies for client, _ in halves), 1)

    def test_clocks_may_differ_by_one_step(self):
        one = Person(self.site, "clock@x.example")
        self.later(10 * phone.STEP)
        self.assertSignedIn(one.signed_in(one.code(-2))[0], False)
        self.assertSignedIn(one.signed_in(one.code(2))[0], False)
        self.assertSignedIn(one.signed_in(one.code(-1))[0])
        self.assertSignedIn(one.signed_in(one.code(1))[0])

    def test_recovery_codes_work_once_each_in_the_same_field(self):
        one = Person(self.site, "lost@x.example")
        self.assertSignedIn(one.signed_in(one.codes[0])[0])
        client, page = one.signed_in(one.codes[0])
        self.assertEqual(page.status, 422)
        self.assertSignedIn(client, False)
        client, page = one.signed_in(" " + one.codes[1].upper().replace("-", " "))
        self.assertSignedIn(client)
        self.assertIn("8 recovery codes are left", client.get("/account/").visible)
        rows = [row for row in self.audit(one.email) if row[0] == "factor.recovery"]
        self.assertEqual([row[1] for row in rows], ['{"left":9}', '{"left":8}'])
        for code in one.codes[2:8]:
            one.signed_in(code)
        self.assertIn("Make new recovery codes", client.get("/account/").visible)

    def test_what_is_no_code_is_refused_and_says_what_to_do(self):
        one = Person(self.site, "refused@x.example")
        client, page = one.half()
        for typed in ("", "abc", "12345", "<b>123456</b>", "٠١٢٣٤٥", "1" * 60):
            page = client.submit(page, STEP, code=typed)
            self.assertIn(page.status, (422, 429), typed)
            self.assertIn('role="alert"', page.text)
            self.assertNotIn("<b>", page.text)
            self.assertSignedIn(client, False)

    def test_wrong_codes_and_passwords_count_together_and_tell_nothing(self):
        one = Person(self.site, "guess@x.example")
        client = self.site.client()
        for _ in range(2):
            client.submit(client.get("/account/sign-in"), "/account/sign-in", email=one.email, password=WRONG)
        for _ in range(3):
            client, page = one.half()
            page = client.submit(page, STEP, code=one.wrong())
            self.assertEqual(page.status, 422)
        for code in (one.code(), one.codes[0]):
            page = client.submit(page, STEP, code=code)
            self.assertEqual((page.status, page.headers["Retry-After"]), (429, "900"))
            self.assertSignedIn(client, False)
        pages = []
        for password in (kit.PASSWORD, WRONG):
            client = self.site.client()
            page = client.submit(client.get("/account/sign-in"), "/account/sign-in", email=one.email, password=password)
            self.assertEqual(page.status, 429)
            self.assertNotIn("half", client.cookies)
            pages.append(re.sub(r'value="[^"]*"', "", page.text))
        self.assertEqual(pages[0], pages[1])
        refused = [row for row in self.audit(one.email) if row[0] == "session.refused"]
        self.assertEqual([row[1] for row in refused][:5], ['{"why":"password"}'] * 2 + ['{"why":"code"}'] * 3)
        self.later(15 * 60)
        self.assertSignedIn(one.signed_in()[0])

    def test_the_second_step_is_open_for_ten_minutes(self):
        one = Person(self.site, "late@x.example")
        client, page = one.half()
        self.later(10 * 60)
        page = client.submit(page, STEP, code=one.code())
        self.assertEqual(page.status, 422)
        self.assertIn("too long ago", page.visible)
        page = client.submit(page, "/account/sign-in", email=one.email, password=kit.PASSWORD)
        client.submit(page, STEP, code=one.code())
        self.assertSignedIn(client)

    def test_it_is_bound_to_the_browser(self):
        one = Person(self.site, "bound@x.example")
        client, page = one.half()
        fields = dict(page.form(STEP), code=one.code())
        self.assertNotIn(client.cookies["half"], page.text)
        stranger = self.site.client()
        self.assertEqual(stranger.post(STEP, fields).status, 403)
        there = dict(stranger.get("/account/sign-in").form("/account/sign-in"))
        page = stranger.post(STEP, dict(fields, csrf=there["csrf"]))
        self.assertEqual(page.status, 422)
        self.assertIn("too long ago", page.visible)
        self.assertSignedIn(stranger, False)
        self.assertEqual(client.post(STEP, dict(fields, csrf="0" * 64)).status, 403)
        self.assertSignedIn(client, False)
        client.post(STEP, fields)
        self.assertSignedIn(client)

    def test_who_has_not_given_the_password_is_sent_to_do_so(self):
        page = self.site.client().get(STEP + "?next=/account/")
        self.assertIn('action="/account/sign-in"', page.text)
        self.assertIn('value="/account/"', page.text)
        one = Person(self.site, "already@x.example")
        self.assertEqual(one.client.get(STEP, follow=False).location, "/donors/")

    def test_an_invitation_sets_the_password_and_no_more(self):
        one = Person(self.site, "invited@x.example")
        path = re.search(r"/account/welcome\?token=\w+", self.site.monitor("user", "invite", one.email).stdout).group()
        client = self.site.client()
        page = client.submit(client.get(path), "/account/welcome", password="a brand new password", again="a brand new password")
        self.assertEqual(page.path, STEP)
        self.assertSignedIn(client, False)
        client.submit(page, STEP, code=one.code())
        self.assertSignedIn(client)
        self.assertIn("On since", client.get("/account/").visible)

    def test_the_pages_are_in_the_language_of_the_browser(self):
        one = Person(self.site, "ru@x.example")
        client = self.site.client("ru")
        client, page = one.half(client)
        self.assertIn("Второй шаг входа", page.visible)
        page = client.submit(page, STEP, code=one.wrong())
        self.assertIn("Код неверен.", page.visible)


class Half(unittest.TestCase):
    """Who has given the password and owes the code is nobody, everywhere."""

    PUBLIC = {("GET", "/account/sign-in"), ("POST", "/account/sign-in"), ("GET", STEP), ("POST", STEP), ("GET", "/account/calendar.ics"),
              ("GET", "/account/welcome"), ("POST", "/account/welcome")}

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        # All roles that there are, so that every route would open.
        cls.one = Person(cls.site, "all@x.example", ("focal_point", "XAA"))
        cls.site.person("all@x.example", ("clearing_officer", "XAA"), "secretariat", "donor", "administrator", password=None)
        cls.site.monitor("summarise")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def routes(self):
        """(method, address, public) of every program with sessions, from their route tables."""
        found = []
        for program in ("account", "reporting", "secretariat"):
            with open(os.path.join(kit.ROOT, "cgi", program, "main.c")) as source:
                table = source.read().partition("struct route routes[] = {")[2].partition("\n};")[0]
            for entry in re.split(r"\{ \.pattern = ", table)[1:]:
                pattern = re.match(r'"([^"]+)"', entry).group(1)
                for name, value in (("round", self.desk.round), ("participant", "XAA"), ("person", "1"), ("indicator", "LAW1")):
                    pattern = pattern.replace("{%s}" % name, value)
                flags = re.search(r"\.flags = ([A-Z_| ]+)", entry)
                flags = flags.group(1) if flags else ""
                found.append(("POST" if "ROUTE_POST" in flags else "GET", re.sub(r"\{\w+\}", "1", pattern), "ROUTE_PUBLIC" in flags))
        return found

    def test_the_walk_below_meets_all_routes(self):
        routes = self.routes()
        self.assertGreater(len(routes), 60)
        self.assertEqual({(method, path) for method, path, public in routes if public}, self.PUBLIC)
        for method, path, public in routes:
            if method == "GET" and not public:
                self.assertNotIn("/account/sign-in", self.one.client.get(path, follow=False).location, path)

    def test_half_a_sign_in_opens_no_route(self):
        client, _ = self.one.half()
        half = client.cookies["half"]
        for name in ("half", "session"):
            for method, path, public in self.routes():
                if public:
                    continue
                client.cookies[name] = half
                if method == "GET":
                    answer = client.get(path, follow=False)
                    self.assertEqual(answer.status, 303, path)
                    self.assertTrue(answer.location.startswith("/account/sign-in?next="), path)
                else:
                    csrf = dict(client.get("/account/sign-in").form("/account/sign-in"))["csrf"]
                    answer = client.post(path, {"csrf": csrf}, follow=False)
                    self.assertEqual(answer.status, 401, path)
            for path in ("/donors/", "/members/", "/donors/data", "/members/trafficking/", "/donors/sdmx/v2/structure/dataflow"):
                answer = client.get(path, follow=False)
                self.assertEqual(answer.status, 303, path)
                self.assertTrue(answer.location.startswith("/account/sign-in?next="), path)
        # With the code it is another thing.
        client.cookies.pop("session", None)
        client.submit(client.get(STEP), STEP, code=self.one.code())
        self.assertEqual(client.get("/members/", follow=False).status, 200)
        # And what was half a sign-in before is nothing now.
        client.cookies = {"session": half, "half": half}
        self.assertEqual(client.get("/account/", follow=False).status, 303)


class HeldForm(unittest.TestCase):
    WORDS = "Принят закон № 12.\nСтатья 3: «защита» & <b>помощь</b> 🕊"

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.one = Person(cls.site, "careful@x.example", ("focal_point", "XAA"))

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def expired(self, code, session):
        """The page of sign-in after a form was sent without a session; the second step with the form."""
        client = self.site.client()
        client.cookies = dict(session.cookies)
        form = client.get(self.desk.seat + code)
        client.cookies.pop("session")
        page = client.submit(form, self.desk.seat + code, do="save", narrative=self.WORDS)
        self.assertEqual(page.status, 401)
        return client, client.submit(page, "/account/sign-in", email=self.one.email, password=kit.PASSWORD)

    def test_a_form_outlives_both_steps(self):
        client, page = self.expired("LAW4", self.one.client)
        self.assertIn("The second step", page.visible)
        self.assertIn("nothing is lost", page.visible)
        self.assertIn("Принят закон № 12.", page.visible)
        self.assertNotIn("<b>", page.text)
        self.assertNotIn("session", client.cookies)
        for typed in (self.one.wrong(), "", "x" * 50):
            page = client.submit(page, STEP, code=typed)
            self.assertEqual(page.status, 422)
            self.assertIn("Принят закон № 12.", page.visible)
        page = client.submit(page, STEP, code=self.one.codes[0])
        self.assertIn("You are signed in again", page.visible)
        fields = dict(page.form(self.desk.seat + "LAW4"))
        self.assertEqual(fields["narrative"], self.WORDS)
        page = client.submit(page, self.desk.seat + "LAW4")
        self.assertIn("The draft is saved.", page.visible)
        self.assertEqual(dict(page.form(self.desk.seat + "LAW4"))["narrative"], self.WORDS)

    def test_a_second_step_that_has_grown_old_keeps_the_form(self):
        client, page = self.expired("LAW5", self.one.client)
        client.cookies.pop("half")
        page = client.submit(page, STEP, code=self.one.codes[1])
        self.assertEqual(page.status, 422)
        self.assertIn("too long ago", page.visible)
        self.assertIn("Принят закон № 12.", page.visible)
        page = client.submit(page, "/account/sign-in", email=self.one.email, password=kit.PASSWORD)
        page = client.submit(page, STEP, code=self.one.codes[1])
        self.assertEqual(dict(page.form(self.desk.seat + "LAW5"))["narrative"], self.WORDS)

    def test_a_form_whose_token_does_not_fit_keeps_what_it_carries(self):
        client, page = self.expired("LAW6", self.one.client)
        page = client.submit(page, STEP, code=self.one.codes[2], csrf="0" * 64)
        self.assertEqual(page.status, 403)
        self.assertIn("Принят закон № 12.", page.visible)
        self.assertNotIn("session", client.cookies)

    def test_another_site_cannot_put_words_in(self):
        client, page = self.one.half()
        _, held = self.expired("GOV1", self.one.client)
        fields = dict(held.form(STEP), code=self.one.codes[3])
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            answer = client.post(STEP, fields, headers=headers)
            self.assertEqual(answer.status, 403)
            self.assertNotIn("Принят закон", answer.text)
            self.assertNotIn("session", client.cookies)


class Reset(Base):
    def test_reset_2fa_takes_it_away_and_ends_all_sessions(self):
        one = Person(self.site, "lost@x.example")
        client, half = one.half()
        said = self.site.monitor("user", "reset-2fa", "LOST@x.example").stdout
        self.assertIn("lost@x.example", said)
        self.assertIn("asks for the password only", said)
        self.assertEqual(one.client.get("/account/", follow=False).status, 303)
        page = client.submit(half, STEP, code=one.code())
        self.assertIn("too long ago", page.visible)
        self.assertSignedIn(self.site.signed_in("lost@x.example"))
        row = [row for row in self.audit("lost@x.example") if row[0] == "factor.reset"]
        self.assertEqual([(r[1], r[2]) for r in row], [("", "monitor")])
        self.site.monitor("audit", "verify")

    def test_what_cannot_be_reset_is_said(self):
        self.site.person("plain@x.example", "donor")
        for words, status in ((["plain@x.example"], 1), (["nobody@x.example"], 1), ([], 2), (["a", "b"], 2)):
            done = self.site.monitor("user", "reset-2fa", *words, check=False)
            self.assertEqual((done.returncode, done.stdout), (status, ""), words)
            self.assertTrue(done.stderr.strip())
        self.assertIn("no second factor", self.site.monitor("user", "reset-2fa", "plain@x.example", check=False).stderr)

    def test_help_tells_it(self):
        self.assertIn("user reset-2fa", self.site.monitor("help").stdout)
        self.assertIn("second factor", self.site.monitor("help", "user", "reset-2fa").stdout)

    def test_administrators_see_who_has_it(self):
        one = Person(self.site, "has@x.example")
        self.site.person("admin@x.example", "administrator")
        admin = self.site.signed_in("admin@x.example")
        page = admin.get("/secretariat/people?q=has@x.example")
        self.assertIn("second factor", page.visible)
        self.site.person("hasnt@x.example", "donor")
        page = admin.get("/secretariat/people?q=hasnt@x.example")
        self.assertNotIn("second factor", page.visible)
        path = re.search(r'href="(/secretariat/people/\d+)"', admin.get("/secretariat/people?q=has@x.example").text).group(1)
        page = admin.get(path)
        self.assertIn("On since 10 March 2026", page.visible)
        self.assertIn("monitor user reset-2fa has@x.example", page.visible)
        one.signed_in(one.codes[0])
        log = admin.get("/secretariat/audit?object=person:" + path.rpartition("/")[2]).visible
        for words in ("Second factor: key shown", "Second factor: turned on", "Second factor: recovery code used", "left: 9",
                      "Sign-in: right password, code awaited"):
            self.assertIn(words, log)


class Secrets(Base):
    def test_keys_and_codes_are_in_no_log(self):
        one = Person(self.site, "quiet@x.example", begin=False)
        page = one.post("begin", password=kit.PASSWORD)
        text = phone.key_text(page.text)
        one.key = phone.key(page.text)
        typed = [one.code(-1), one.code(), one.wrong()]
        one.codes = phone.recovery_codes(one.post("confirm", code=typed[0]).text)
        one.signed_in(typed[1])
        one.signed_in(typed[2])
        client, _ = one.signed_in(one.codes[0])
        half = one.half()[0].cookies["half"]
        one.post("codes", password=kit.PASSWORD, code=one.codes[1])
        self.site.monitor("user", "reset-2fa", one.email)
        secrets = [text, text.lower(), one.key.hex(), half, client.cookies["session"]] + one.codes + [c.replace("-", "") for c in one.codes]
        secrets += [text[:12], " ".join(text[i:i + 4] for i in range(0, len(text), 4))]
        self.site.stop()
        logs = ""
        for folder, _, names in os.walk(os.path.join(self.site.data, "log")):
            for name in names:
                with open(os.path.join(folder, name), errors="replace") as log:
                    logs += log.read()
        self.assertIn("/account/second-factor", logs)
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            logs += "".join(map(str, db.execute("SELECT action, object, detail, actor_name, address FROM audit_log")))
            self.assertEqual(db.execute("SELECT count(*) FROM audit_log WHERE action = 'factor.reset'").fetchone(), (1,))
        for secret in secrets:
            self.assertNotIn(secret, logs)
        # Six digits may be part of a time or a number of bytes by chance; as a word of their own they are not there.
        for code in typed:
            self.assertNotRegex(logs, r"(?<![\d.:])%s(?![\d.:])" % code)
        for name in os.listdir(os.path.join(self.site.data, "snapshots")):
            with open(os.path.join(self.site.data, "snapshots", name), "rb") as snapshot:
                self.assertNotIn(one.key, snapshot.read())


if __name__ == "__main__":
    unittest.main()
