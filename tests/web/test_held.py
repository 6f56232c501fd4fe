"""Held forms: an expired session or an old form loses nothing, without scripts; and nobody else's words slip in."""
import base64
import gzip
import re
import unittest

import files
import kit
from desk import Desk

RUSSIAN = "Принят закон № 12.\nСтатья 3: «защита» & <b>помощь</b> 🕊"


def pack(*pairs):
    raw = b"".join(part.encode() + b"\0" for pair in pairs for part in pair)
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Held(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.site = cls.desk.site
        cls.seat = cls.desk.seat

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def typed(self, client, code, headers=None, without_session=True, **fields):
        """What comes when a form is sent after the session has ended."""
        page = client.get(self.seat + code)
        sent = [(name, value) for name, value in page.form(self.seat + code) if name not in fields]
        for name, value in fields.items():
            sent += [(name, one) for one in (value if isinstance(value, list) else [value])]
        if without_session:
            client.cookies.pop("session", None)
        return client.post(self.seat + code, sent, headers=headers)

    def sign_in(self, client, page, email="focal@x.example", password=kit.PASSWORD, **changes):
        return client.submit(page, "/account/sign-in", email=email, password=password, **changes)

    def assertHeld(self, page, code, **fields):
        there = {}
        for name, value in page.form(self.seat + code):
            there.setdefault(name, []).append(value)
        for name, value in fields.items():
            self.assertEqual(there[name], value if isinstance(value, list) else [value])
        self.assertEqual(len(there["csrf"]), 1)

    def saved(self, code):
        return dict(self.desk.focal.get(self.seat + code).form(self.seat + code))

    # --- the session has ended ---

    def test_an_expired_session_loses_nothing_of_a_form(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "LAW4", do="save", narrative=RUSSIAN, item=["PP", "UNTOC"])
        self.assertEqual(page.status, 401)
        self.assertIn("nothing is lost", page.visible)
        self.assertIn("Принят закон № 12.", page.visible)
        self.assertNotIn("<b>", page.text)
        page = self.sign_in(client, page)
        self.assertEqual(page.status, 200)
        self.assertIn("You are signed in again", page.visible)
        self.assertIn("Your form is still here", page.visible)
        self.assertIn("Принят закон № 12.", page.visible)
        self.assertHeld(page, "LAW4", narrative=RUSSIAN, item=["PP", "UNTOC"], do="save", base="0")
        # Nothing is saved until the person sends it.
        self.assertEqual(self.saved("LAW4")["base"], "0")
        page = client.submit(page, self.seat + "LAW4")
        self.assertIn("The draft is saved.", page.visible)
        self.assertEqual(self.saved("LAW4")["narrative"], RUSSIAN)
        self.assertEqual(page.text.count("checked"), 3)

    def test_a_session_that_the_server_ended_is_no_different(self):
        client = self.site.signed_in("focal@x.example")
        form = client.get(self.seat + "LAW5")
        ended = self.site.client()
        ended.cookies = dict(client.cookies)
        ended.submit(ended.get("/account/"), "/account/sign-out")
        page = client.submit(form, self.seat + "LAW5", do="save", narrative=RUSSIAN)
        self.assertEqual(page.status, 401)
        page = client.submit(self.sign_in(client, page), self.seat + "LAW5")
        self.assertIn("The draft is saved.", page.visible)

    def test_a_wrong_password_keeps_the_form(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "LAW6", do="save", narrative=RUSSIAN)
        for _ in range(2):
            page = self.sign_in(client, page, password="wrong wrong wrong")
            self.assertEqual(page.status, 422)
            self.assertIn("Принят закон № 12.", page.visible)
        page = self.sign_in(client, page, password="")
        self.assertEqual(page.status, 422)
        page = self.sign_in(client, page)
        self.assertHeld(page, "LAW6", narrative=RUSSIAN)

    def test_who_must_wait_keeps_the_form(self):
        self.site.person("slow@x.example", ("focal_point", "XAA"))
        client = self.site.signed_in("slow@x.example")
        page = self.typed(client, "LAW6", do="save", narrative=RUSSIAN)
        for _ in range(6):
            page = self.sign_in(client, page, email="slow@x.example", password="wrong wrong wrong")
        self.assertEqual(page.status, 429)
        self.assertIn("Принят закон № 12.", page.visible)

    def test_the_held_page_can_be_loaded_again(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "GOV1", do="save", narrative=RUSSIAN)
        fields = dict(page.form("/account/sign-in"), email="focal@x.example", password=kit.PASSWORD)
        for _ in range(2):
            again = client.post("/account/sign-in", fields)
            self.assertEqual(again.status in (200, 403), True)
            self.assertHeld(again, "GOV1", narrative=RUSSIAN)
        self.assertIn("The draft is saved.", client.submit(again, self.seat + "GOV1").visible)

    def test_a_sign_in_form_that_has_grown_old_keeps_what_it_carries(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "GOV2", do="save", narrative=RUSSIAN)
        client.cookies.clear()
        page = self.sign_in(client, page)
        self.assertEqual(page.status, 403)
        self.assertIn("too old", page.visible)
        self.assertHeld(self.sign_in(client, page), "GOV2", narrative=RUSSIAN)

    def test_somebody_who_signed_in_elsewhere_meanwhile_gets_the_form_at_once(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "GOV3", do="save", value="12")
        client.cookies["session"] = self.site.signed_in("deputy@x.example").cookies["session"]
        page = self.sign_in(client, page)
        self.assertHeld(page, "GOV3", value="12")

    def test_another_person_sees_the_form_and_the_page_decides(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "GOV4", do="save", narrative=RUSSIAN)
        page = self.sign_in(client, page, email="other@x.example")
        self.assertHeld(page, "GOV4", narrative=RUSSIAN)
        self.assertEqual(client.submit(page, self.seat + "GOV4").status, 403)
        self.assertEqual(self.saved("GOV4")["base"], "0")

    def test_a_change_by_somebody_else_meanwhile_is_shown_not_overwritten(self):
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "GOV5", do="save", value="1", narrative=RUSSIAN)
        self.desk.save("GOV5", client=self.desk.deputy, value="2", narrative="From the deputy.")
        page = client.submit(self.sign_in(client, page), self.seat + "GOV5")
        self.assertEqual(page.status, 409)
        self.assertIn("From the deputy.", page.visible)
        self.assertIn("Принят закон № 12.", page.visible)

    def test_the_page_is_in_the_language_of_the_person(self):
        client = self.site.signed_in("focal@x.example")
        client.cookies["lang"] = "ru"
        page = self.typed(client, "GOV6", do="save", narrative="слово и дело")
        self.assertIn("ничего не потеряно", page.visible)
        page = self.sign_in(client, page)
        self.assertIn('<html lang="ru">', page.text)
        self.assertIn("Вы снова вошли", page.visible)

    def test_a_form_with_a_file_comes_back_and_says_to_choose_the_file_again(self):
        client = self.site.signed_in("focal@x.example")
        fields = dict(client.get(self.seat + "XBR2").form(self.seat + "XBR2"), do="save", narrative=RUSSIAN)
        del client.cookies["session"]
        for name, words in (("Приказ <b>.pdf", "«Приказ <b>.pdf»"), (b"x\xff.pdf", "«?»")):
            page = client.send(self.seat + "XBR2", fields, [("evidence_file", name, files.pdf())], headers={"Accept-Language": "ru"})
            self.assertEqual(page.status, 401)
            self.assertIn(words, page.visible)
            self.assertNotIn("<b>", page.text)
        # Nobody's file was written to the disk.
        self.assertEqual(kit.os.listdir(kit.os.path.join(self.site.data, "evidence")), [])
        page = self.sign_in(client, page)
        self.assertIn("could not be kept", page.visible)
        self.assertHeld(page, "XBR2", narrative=RUSSIAN)
        self.assertNotIn("held_file", dict(page.form(self.seat + "XBR2")))
        self.assertIn("The draft is saved.", client.submit(page, self.seat + "XBR2").visible)

    # --- the session is there, the form's token is an old one ---

    def test_a_form_of_an_earlier_session_is_shown_again(self):
        client = self.site.signed_in("focal@x.example")
        form = client.get(self.seat + "IDR1")
        client.cookies = self.site.signed_in("focal@x.example").cookies
        page = client.submit(form, self.seat + "IDR1", do="save", narrative=RUSSIAN)
        self.assertEqual(page.status, 403)
        self.assertIn("nothing was saved yet", page.visible)
        self.assertEqual(self.saved("IDR1")["base"], "0")
        self.assertIn("The draft is saved.", client.submit(page, self.seat + "IDR1").visible)

    # --- who may not use this ---

    def test_a_form_that_another_site_sent_is_not_shown(self):
        ways = ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
                {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:%d" % self.site.port})
        for headers in ways:
            for without_session in (True, False):
                client = self.site.signed_in("focal@x.example")
                page = self.typed(client, "IDR2", headers, without_session, csrf="0" * 64, do="save", narrative="Words of a stranger")
                self.assertEqual(page.status, 401 if without_session else 403, headers)
                self.assertNotIn("Words of a stranger", page.text)
                self.assertNotIn('name="held"', page.text)
        self.assertEqual(self.saved("IDR2")["base"], "0")

    def test_a_form_of_our_own_page_is_shown(self):
        for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://127.0.0.1:%d" % self.site.port}, {"Sec-Fetch-Site": "none"}):
            page = self.typed(self.site.signed_in("focal@x.example"), "IDR2", headers, do="save", narrative=RUSSIAN)
            self.assertIn('name="held"', page.text)

    def test_another_site_cannot_sign_anybody_in_with_a_form(self):
        client = self.site.client()
        fields = {"email": "focal@x.example", "password": kit.PASSWORD, "held": pack(("narrative", "Words of a stranger")), "held_to": self.seat + "IDR2"}
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            page = client.post("/account/sign-in", fields, headers=headers)
            self.assertEqual(page.status, 403)
            self.assertNotIn("session", client.cookies)
            self.assertNotIn("Words of a stranger", page.text)

    def test_a_form_leads_only_to_pages_of_this_site_that_are_no_account_pages(self):
        for target in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b", "", "x", "/account/password",
                       "/account/sign-in", "/a b", "/" + "a" * 6000):
            client = self.site.client()
            page = client.get("/account/sign-in")
            page = self.sign_in(client, page, held=pack(("narrative", RUSSIAN)), held_to=target, follow=False)
            self.assertEqual((page.status, page.location), (303, "/reporting/"), target)
            self.assertNotIn("a", client.cookies)

    def test_what_is_no_held_form_is_left_out(self):
        for held in ("", "x", "!", "<script>", "A" * 1001, pack(("a", "\x01")), pack(("a", "b")) + "=", "-" * 400):
            client = self.site.client()
            page = client.get("/account/sign-in")
            page = self.sign_in(client, page, held=held, held_to=self.seat + "IDR2", follow=False)
            self.assertEqual((page.status, page.location), (303, "/reporting/"), held)

    def test_markup_in_names_and_values_stays_text(self):
        evil = '"><script>alert(1)</script><input name="'
        client = self.site.client()
        page = client.get("/account/sign-in")
        page = self.sign_in(client, page, held=pack((evil, evil), ("csrf", "mine")), held_to=self.seat + 'IDR2"><script>')
        self.assertEqual(page.status, 303 if page.location else 200)
        self.assertNotIn("<script>alert", page.text)
        self.assertNotIn('IDR2"', page.text)
        self.assertNotIn('value="mine"', page.text)

    def test_passwords_are_never_held(self):
        client = self.site.signed_in("donor@x.example")
        for path, fields in (("/account/password", {"current": kit.PASSWORD, "password": "a brand new one", "again": "a brand new one"}),
                             ("/account/language", {"language": "ru"})):
            form = client.get("/account/password").form("/account/password")
            stranger = self.site.client()
            page = stranger.post(path, {**dict(form), **fields})
            self.assertEqual(page.status, 401)
            self.assertNotIn("brand new", page.text)
            self.assertNotIn('name="held"', page.text)
            page = client.post(path, {**fields, "csrf": "0" * 64})
            self.assertEqual(page.status, 403)
            self.assertNotIn("brand new", page.text)
        # Nor by the page of sign-in: its own form carries, it is not carried.
        page = self.typed(self.site.signed_in("focal@x.example"), "IDR3", do="save", value="7")
        page = self.sign_in(self.site.client(), page, password="wrong wrong wrong")
        self.assertNotIn("wrong wrong", page.text)

    def test_a_large_form_is_held_and_a_larger_one_is_refused(self):
        words = "щ" * 40000  # 240,000 bytes as sent
        client = self.site.signed_in("focal@x.example")
        page = self.typed(client, "IDR5", do="save", narrative=words, reason="x" * 200000)
        self.assertEqual(page.status, 401)
        page = self.sign_in(client, page)
        self.assertHeld(page, "IDR5", narrative=words)
        page = self.typed(client, "IDR5", do="save", narrative="x" * 600000)
        self.assertEqual(page.status, 401)
        self.assertNotIn('name="held"', page.text)
        self.assertIn("go back in your browser", page.visible)
        self.assertEqual(client.request("POST", "/account/sign-in", "a=" + "x" * 800000,
                                        {"Content-Type": "application/x-www-form-urlencoded"}).status, 413)

    # --- what compression could tell ---

    def test_pages_are_compressed_for_browsers_that_take_it(self):
        client = self.site.signed_in("focal@x.example")
        client.get("/account/")  # takes the notice away
        plain = client.get(self.seat)
        packed = client.get(self.seat, headers={"Accept-Encoding": "gzip, deflate, br"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertIn("Accept-Encoding", packed.headers["Vary"])
        self.assertLess(len(packed.body) * 3, len(plain.body))
        self.assertEqual(int(packed.headers["Content-Length"]), len(packed.body))
        token = r'name="csrf" value="\w+"'
        self.assertEqual(re.sub(token, "", gzip.decompress(packed.body).decode()), re.sub(token, "", plain.text))
        for refused in ("identity", "gzip;q=0", "br"):
            self.assertIsNone(client.get(self.seat, headers={"Accept-Encoding": refused}).headers["Content-Encoding"])

    def test_a_page_that_another_site_led_to_is_not_compressed(self):
        client = self.site.signed_in("focal@x.example")
        for site, packed in (("cross-site", None), ("same-site", None), ("same-origin", "gzip"), ("none", "gzip")):
            answer = client.get(self.seat, headers={"Accept-Encoding": "gzip", "Sec-Fetch-Site": site})
            self.assertEqual((answer.status, answer.headers["Content-Encoding"]), (200, packed), site)

    def test_the_token_of_a_form_looks_different_on_every_page(self):
        client = self.site.signed_in("focal@x.example")
        tokens = [self.desk.csrf(client) for _ in range(20)]
        self.assertEqual(len(set(tokens)), 20)
        for part in range(0, 64, 8):
            self.assertEqual(len({token[part:part + 8] for token in tokens}), 20)
        for token in tokens[:3]:
            self.assertEqual(client.post("/account/language", {"csrf": token, "language": "en"}).status, 200)


if __name__ == "__main__":
    unittest.main()
