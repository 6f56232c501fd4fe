"""One table of what a site answers, walked over lighttpd, nginx and Apache with the configurations that are shipped.

All three serve the same data with the same programs, so a session of one holds in the others; what differs is only what stands
between a browser and the programs.
"""
import gzip
import os
import re
import signal
import socket
import time
import unittest

import desk as desks
import files
import kit
import servers
import test_guard

MB = 1024 * 1024
LIMIT = 20 * MB
SEEN_BY = {None: (None, "public"), "administrator": (None, "public"), "donor": (None, "public", "donors"),
           "secretariat": (None, "public", "donors", "members")}
HTML = "text/html; charset=utf-8"
PAGE = {"Content-Type": HTML, "Content-Security-Policy": "default-src 'none'.*frame-ancestors 'none'", "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin"}
SHARED = {**PAGE, "Cache-Control": "public, max-age=60", "ETag": '".*"', "Vary": "Accept-Language, ?Accept-Encoding, ?Cookie"}
OWN = {**PAGE, "Cache-Control": "no-store"}
PROBLEM = {"Content-Type": "application/problem\\+json", "Cache-Control": "no-store"}
NOT_FOR = {"ETag": None, "Last-Modified": None}
CSV = "application/vnd.sdmx.data+csv;version=2.0.0;labels=both"
FIGURES = "/sdmx/v2/data/dataflow/ALMATY/ANSWERS_IHR/1.0/A.KGZ+TJK.SPAR02?c[TIME_PERIOD]=ge:2018+le:2020"

# who, method, address, headers sent; status, headers answered (a pattern, or None for none), and what the body holds.
TABLE = [
    (None, "GET", "/", {}, 200, SHARED, "<h1"),
    (None, "GET", "/ihr/", {}, 200, SHARED, "KGZ"),
    (None, "HEAD", "/ihr/", {}, 200, {**SHARED, "Content-Length": "[0-9]{5}"}, "^$"),
    (None, "GET", "/ihr", {}, 308, {"Location": "/ihr/"}, ""),
    (None, "GET", "/nothing/", {}, 404, OWN, "/nothing/"),
    (None, "POST", "/ihr/", {}, 405, {"Allow": "GET, HEAD", **OWN}, "POST"),
    (None, "OPTIONS", "/ihr/", {}, 405, {"Allow": "GET, HEAD"}, ""),
    (None, "TRACE", "/ihr/", {"X-Secret": "echo"}, 405, {}, "^(?!.*echo)"),
    (None, "GET", "/ihr/?q=" + "x" * 10240, {}, 414, OWN, "too long"),
    (None, "GET", "/ihr/index.csv?q=" + "x" * 10240, {}, 414, PROBLEM, "too long"),
    (None, "GET", "/ihr/?lang=ru", {}, 200, {**SHARED, "Cache-Control": "private, max-age=60", "Set-Cookie": "lang=ru;.*Secure; HttpOnly"},
     '<html lang="ru">'),
    (None, "GET", "/ihr/", {"Accept-Language": "ru"}, 200, SHARED, '<html lang="ru">'),
    (None, "GET", "/healthz", {}, 200, {"Content-Type": "application/json"}, '"program":"dashboard".*"audience":"public"'),
    (None, "GET", "/data/healthz", {}, 200, {"Content-Type": "application/json"}, '"program":"data".*"audience":"public"'),
    (None, "GET", "/account/healthz", {}, 200, {}, '"program":"account"'),
    (None, "GET", "/reporting/healthz", {}, 200, {}, '"program":"reporting"'),
    (None, "GET", "/secretariat/healthz", {}, 200, {}, '"program":"secretariat"'),
    # Files, by their ending, and SDMX, by what is accepted.
    (None, "GET", "/ihr/index.csv", {}, 200, {"Content-Type": "text/csv; charset=utf-8.*", "Last-Modified": ".* GMT", "ETag": '".*"'}, "KGZ"),
    (None, "GET", "/ihr/index.json", {}, 200, {"Content-Type": "application/json"}, '"audience":"public"'),
    (None, "GET", "/ihr/index.csv-metadata.json", {}, 200, {"Content-Type": "application/csvm\\+json"}, "tableSchema"),
    (None, "GET", "/releases.atom", {}, 200, {"Content-Type": "application/atom\\+xml.*"}, "<feed"),
    (None, "GET", "/api/v1/openapi.json", {}, 200, {"Content-Type": "application/.*json.*"}, "3\\.1"),
    (None, "GET", "/ihr/index.csv?nothing=1", {}, 400, PROBLEM, "nothing"),
    (None, "GET", "/ihr/index.pdf", {}, (404, 308), {}, ""),
    (None, "GET", FIGURES, {"Accept": CSV}, 200, {"Content-Type": re.escape(CSV), "Vary": "Accept,.*"}, "KGZ: "),
    (None, "GET", FIGURES, {"Accept": "application/vnd.sdmx.data+json;version=2.0.0"}, 200,
     {"Content-Type": "application/vnd.sdmx.data\\+json;version=2.0.0"}, '"dataSets"'),
    (None, "GET", FIGURES, {"Accept": "application/vnd.sdmx.data+xml;version=3.0.0"}, 200,
     {"Content-Type": "application/vnd.sdmx.data\\+xml;version=3.0.0"}, "<[a-z]+:StructureSpecificData"),
    (None, "GET", FIGURES, {"Accept": "image/png"}, 406, PROBLEM, ""),
    (None, "GET", "/ihr/charts/indicator/SPAR02.svg", {}, 200, {"Content-Type": "image/svg\\+xml.*"}, "<svg"),
    # The desks' own addresses may end like a file's.
    (None, "GET", "/account/nothing.csv", {}, 404, OWN, "/account/nothing.csv"),
    ("secretariat", "GET", "/secretariat/nothing.json", {}, 404, OWN, "There is no"),
    ("focal", "GET", "/reporting/nothing.xlsx", {}, 404, OWN, "There is no"),
    # A slash at the end, and what browsers ask for by themselves.
    *((None, "GET", "/%s?x=1" % name, {}, 308, {"Location": "(https?://[^/]*)?/%s/\\?x=1" % name}, "")
      for name in ("donors", "members", "reporting", "secretariat", "account")),
    (None, "GET", "/favicon.ico", {}, 308, {"Location": "(https?://[^/]*)?/assets/icon.svg"}, ""),
    # Who has not signed in is led to the sign-in page and back; whose roles do not open a page reads that in their language.
    *((None, "GET", "/%s/%s" % (audience, path), {}, 303,
       {**OWN, "Content-Type": None, "Location": "/account/sign-in\\?next=%%2F%s%%2F%s" % (audience, kit.urllib.parse.quote(path, safe=""))}, "^((?!ihr/data).)*$")
      for audience in ("donors", "members") for path in ("", "ihr/", "ihr/index.csv", "sdmx/v2/structure/dataflow", "healthz", "data/healthz", "ihr/?a=1")),
    (None, "POST", "/members/", {}, 303, {"Location": "/account/sign-in\\?.*"}, ""),
    ("administrator", "GET", "/donors/ihr/", {}, 403, OWN, "Your roles do not open"),
    ("administrator", "GET", "/donors/ihr/index.csv?lang=ru", {}, 403, OWN, "Ваши роли"),
    ("donor", "GET", "/members/ihr/", {}, 403, {**OWN, **NOT_FOR}, "Your roles do not open"),
    ("donor", "HEAD", "/members/ihr/", {}, 403, {}, "^$"),
    ("donor", "GET", "/donors/ihr/", {}, 200, {**SHARED, "Cache-Control": "private, max-age=60"}, "For donors"),
    ("donor", "GET", "/donors/ihr/index.json", {}, 200, {"Content-Type": "application/json", "Cache-Control": "private.*"}, '"audience":"donors"'),
    ("donor", "GET", "/donors/ihr/nothing.json", {}, 404, PROBLEM, "no page"),
    ("donor", "POST", "/donors/ihr/", {}, 405, {"Allow": "GET, HEAD"}, ""),
    ("secretariat", "GET", "/members/ihr/", {}, 200, {**SHARED, "Cache-Control": "private, max-age=60"}, "For members"),
    ("secretariat", "GET", "/members" + FIGURES, {"Accept": CSV}, 200, {"Content-Type": re.escape(CSV)}, "KGZ: "),
    ("secretariat", "GET", "/members/data/healthz", {}, 200, {}, '"program":"data".*"audience":"members"'),
    # The style sheet and its like, and nothing beside them.
    *((None, "GET", "/assets/" + name, {}, 200,
       {"Content-Type": kind, "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=3600", "Set-Cookie": None}, "")
      for name, kind in (("site.css", "text/css; charset=utf-8"), ("answer.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg\\+xml"))),
    (None, "GET", "/assets/site.css?0123456789abcdef", {}, 200, {"Cache-Control": "public, max-age=31536000, immutable"}, ""),
    (None, "GET", "/assets/site.css?no", {}, 200, {"Cache-Control": "public, max-age=3600"}, ""),
    (None, "HEAD", "/assets/site.css", {}, 200, {"Content-Length": "[0-9]+"}, "^$"),
    *((None, "GET", path, {}, (308, 400, 403, 404), {}, "^((?!AUTOESCAPE|msgid|Index of).)*$")
      for path in ("/assets/", "/assets/nothing.css", "/assets/../page.tpl", "/assets/%2e%2e/page.tpl", "/assets/..%2fpage.tpl", "/page.tpl",
                   "/assets/.", "/templates/page.tpl", "/po/ru.po")),
]

SMUGGLED = b"GET /account/healthz HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
# Requests of which two readers could think differently; none may bring the second request before the programs.
DOUBTFUL = {
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "length that counts the second": POST + b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" % (5 + len(SMUGGLED)) + SMUGGLED,
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "lengths in a list": POST + b"Content-Length: 0, %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a length with a sign": POST + b"Content-Length: +%d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n" + SMUGGLED,
    "a coding that nobody knows": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a coding twice": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a blank before the colon": POST + b"Content-Length : %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a chunk with a wrong length": POST + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + SMUGGLED,
    "a NUL in a header": POST + b"X: a\0b\r\nContent-Length: 0\r\n\r\n" + SMUGGLED,
    "a header without a name": POST + b": x\r\nContent-Length: 0\r\n\r\n" + SMUGGLED,
}

FORGED = [{name: value} for name, value in (
    ("Monitor-Guards", "/donors"), ("MONITOR_GUARDS", "/donors"), ("monitor_guards", "/donors"), ("Monitor_Role", "authorizer"), ("Monitor-Role", "question"),
    ("MONITOR_ROLE", "question"), ("FCGI_ROLE", "RESPONDER"), ("Variable-REMOTE_USER", "reader"), ("REMOTE_USER", "reader"), ("Remote-User", "reader"),
    ("X-Original-URL", "/"), ("X-Original-URI", "/"), ("X-Rewrite-URL", "/"), ("X-Accel-Redirect", "/members/"), ("X-Sendfile", "/etc/passwd"),
    ("REQUEST_URI", "/"), ("Request-Uri", "/"), ("X-Forwarded-User", "reader"), ("Authorization", "Basic cmVhZGVyOg=="), ("Proxy", "http://x.example/"))]

desk = None


def setUpModule():
    global desk
    desk = desks.Desk()
    site = desk.site
    site.monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))
    site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, "ihr"))
    site.monitor("import", "--framework", "ihr", "--audience", "public", "--source", "UN SDG Global Database, 2023-12, CC BY 4.0",
                 os.path.join(kit.CATALOGUE, "ihr", "answers.csv"))
    site.monitor("summarise")


def tearDownModule():
    desk.close()


class Contract:
    """The tests; each class below walks them over its server."""
    SERVER = None

    @classmethod
    def setUpClass(cls):
        why = cls.SERVER.missing()
        if why:
            raise unittest.SkipTest(why)
        cls.site = cls.SERVER(desk.site.data, now=desks.TODAY)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def as_person(self, name):
        """A browser at this server with the session that the person has."""
        client = self.site.client()
        if name:
            client.cookies = dict(getattr(desk, name).cookies)
        return client

    def request(self, who, method, path, headers):
        body = "" if method == "POST" else None
        return self.as_person(who).request(method, path, body=body, headers=headers)

    def raw(self, text, patience=5):
        """All that comes back for these bytes, until the server is silent or has closed."""
        with self.site.socket() as connection:
            connection.settimeout(patience)
            answer = b""
            try:
                connection.sendall(text)
                while True:
                    part = connection.recv(65536)
                    if not part:
                        break
                    answer += part
                    connection.settimeout(0.3)
            except OSError:
                pass
        return answer

    # --- the table ---

    def test_the_same_requests_get_the_same_answers(self):
        for who, method, path, sent, status, headers, holds in TABLE:
            with self.subTest((who, method, path[:80])):
                answer = self.request(who, method, path, sent)
                self.assertIn(answer.status, status if isinstance(status, tuple) else (status,), answer.body[:300])
                for name, pattern in headers.items():
                    value = answer.headers.get(name)
                    if pattern is not None:
                        self.assertRegex(value or "", "^(%s)" % pattern if pattern != HTML else "^text/html; charset=utf-8$", name)
                    elif name != "Content-Type":
                        self.assertIsNone(value, name)
                text = answer.body.decode("utf-8", "replace")
                self.assertTrue(re.search(holds, text, re.S), "%s: %s" % (holds, answer.body[-400:]))

    # --- packing ---

    def test_a_page_is_packed_once_by_its_program(self):
        for who, path in ((None, "/ihr/"), ("donor", "/donors/ihr/"), (None, "/account/sign-in"), (None, "/ihr/index.json"), (None, "/ihr/answers.csv"),
                          (None, "/assets/site.css"), (None, "/assets/answer.js")):
            plain = self.request(who, "GET", path, {})
            packed = self.request(who, "GET", path, {"Accept-Encoding": "gzip, deflate, br"})
            self.assertIsNone(plain.headers["Content-Encoding"], path)
            self.assertEqual(packed.headers.get_all("Content-Encoding"), ["gzip"], path)
            self.assertIn("Accept-Encoding", packed.headers["Vary"], path)
            unpacked = gzip.decompress(packed.body)
            self.assertNotEqual(unpacked[:2], b"\x1f\x8b", path)
            if "sign-in" not in path:
                self.assertEqual(unpacked, plain.body, path)
            self.assertLess(len(packed.body), len(plain.body), path)
            # lighttpd does not weigh encodings of what it packs itself.
            if "assets" not in path:
                self.assertIsNone(self.request(who, "GET", path, {"Accept-Encoding": "gzip;q=0"}).headers["Content-Encoding"], path)

    def test_what_a_program_leaves_unpacked_stays_so(self):
        # Another site that led here could read secrets off the length of a packed page.
        answer = self.request("donor", "GET", "/account/", {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "cross-site"})
        self.assertEqual((answer.status, answer.headers["Content-Encoding"]), (200, None))
        for path in ("/account/nothing", "/healthz"):
            self.assertIsNone(self.request(None, "GET", path, {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "cross-site"}).headers["Content-Encoding"], path)

    def test_only_what_is_new_is_sent_again(self):
        for who, path in ((None, "/ihr/"), ("donor", "/donors/ihr/"), (None, "/ihr/index.csv"), (None, FIGURES)):
            for encoding in ({}, {"Accept-Encoding": "gzip"}):
                first = self.request(who, "GET", path, encoding)
                again = self.request(who, "GET", path, {**encoding, "If-None-Match": first.headers["ETag"]})
                self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", first.headers["ETag"]), path)
                self.assertEqual(self.request(who, "GET", path, {**encoding, "If-None-Match": '"other"'}).status, 200, path)
        dated = self.request(None, "GET", "/ihr/index.csv", {})
        self.assertEqual(self.request(None, "GET", "/ihr/index.csv", {"If-Modified-Since": dated.headers["Last-Modified"]}).status, 304)
        style = self.request(None, "GET", "/assets/site.css", {})
        self.assertEqual(self.request(None, "GET", "/assets/site.css", {"If-Modified-Since": style.headers["Last-Modified"]}).status, 304)
        # A session that has ended is not told that nothing is new.
        page = self.request("donor", "GET", "/donors/ihr/", {})
        self.assertEqual(self.request(None, "GET", "/donors/ihr/", {"If-None-Match": page.headers["ETag"]}).status, 303)

    def test_head_is_get_without_the_body(self):
        for who, path in ((None, "/ihr/"), ("secretariat", "/members/ihr/index.csv"), (None, "/account/sign-in"), (None, "/assets/site.css")):
            whole, head = self.request(who, "GET", path, {}), self.request(who, "HEAD", path, {})
            self.assertEqual((head.status, head.body), (200, b""), path)
            self.assertEqual(whole.headers["Content-Length"], str(len(whole.body)), path)
            for name in ("Content-Type", "Content-Length", "ETag", "Cache-Control"):
                self.assertEqual(head.headers[name], whole.headers[name], (path, name))

    def test_a_part_of_a_download_is_that_part_or_the_whole(self):
        for path in ("/ihr/releases/2022/1.zip", "/ihr/index.csv", "/ihr/index.xlsx"):
            whole = self.request(None, "GET", path, {})
            for asked, start, end in (("bytes=100-199", 100, 200), ("bytes=-50", len(whole.body) - 50, len(whole.body))):
                part = self.request(None, "GET", path, {"Range": asked, "If-Range": whole.headers["ETag"]})
                if part.status == 206:
                    self.assertEqual(part.body, whole.body[start:end], path)
                    self.assertEqual(part.headers["Content-Range"], "bytes %d-%d/%d" % (start, end - 1, len(whole.body)))
                else:
                    self.assertEqual((part.status, part.body), (200, whole.body), path)
            other = self.request(None, "GET", path, {"Range": "bytes=100-199", "If-Range": '"another"'})
            self.assertEqual((other.status, other.body), (200, whole.body), path)

    # --- people ---

    def browser(self, headers=None):
        """A client that says about itself what browsers say."""
        site, port = self.site, self.site.port
        scheme = "http" if self.site.program == "lighttpd" else "https"

        class Browser(kit.Client):
            def request(self, method, path, body=None, headers=None):
                usual = {"Host": "monitor.example:%d" % port, "Sec-Fetch-Site": "same-origin"}
                if method == "POST":
                    usual["Origin"] = "%s://monitor.example:%d" % (scheme, port)
                return super().request(method, path, body, {**usual, **(headers or {})})
        return Browser(site)

    def test_people_sign_in_and_their_forms_are_theirs(self):
        browser = self.browser()
        page = browser.submit(browser.get("/account/sign-in?next=/donors/ihr/"), "/account/sign-in", follow=False, email="donor@x.example", password=kit.PASSWORD)
        self.assertEqual((page.status, page.location), (303, "/donors/ihr/"))
        self.assertRegex(" ".join(browser.set_cookies), "session=[^;]+; Path=/; .*Secure; HttpOnly; SameSite=Lax")
        self.assertIn("For donors", browser.get("/donors/ihr/").text)
        page = browser.get("/account/")
        self.assertEqual(browser.submit(page, "/account/language", language="ru", csrf="0" * 64).status, 403)
        fields = dict(page.form("/account/language"), language="ru")
        self.assertEqual(browser.post("/account/language", fields, headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}).status, 200)
        self.assertEqual(browser.post("/account/language", {"language": "ru"}).status, 403)
        self.assertIn('<html lang="ru">', browser.submit(browser.get("/account/"), "/account/language", language="ru").text)
        self.assertIn('<html lang="en">', browser.submit(browser.get("/account/"), "/account/language", language="en").text)
        kept = dict(browser.cookies)
        browser.submit(browser.get("/account/"), "/account/sign-out")
        browser.cookies = kept
        # The guard asks anew each time.
        self.assertEqual(browser.get("/donors/ihr/", follow=False).status, 303)

    def test_the_language_that_was_chosen_is_remembered(self):
        client = self.site.client("en")
        self.assertIn('<html lang="en">', client.get("/ihr/").text)
        client.get("/ihr/?lang=ru")
        self.assertEqual(client.cookies, {"lang": "ru"})
        for path in ("/ihr/", "/account/sign-in", "/nothing/"):
            self.assertIn('<html lang="ru">', client.get(path).text, path)

    def answer(self, client):
        fields = desks.post_fields(client.get(desk.seat + self.CODE), desk.seat + self.CODE)
        fields.pop("evidence_file", None)
        fields.update(do="save", status="reported")
        return fields

    def padded(self, size):
        """A PDF file of so many bytes, other than that of the other servers."""
        head, rest = files.pdf(self.site.program).split(b"\n", 1)
        return head + b"\n%" + b"x" * (size - len(head) - len(rest) - 3) + b"\n" + rest

    def evidence(self, client):
        return re.findall(r'href="([A-Z0-9]+/evidence/\d+)"', client.get(desk.seat + self.CODE).text)

    def test_evidence_comes_and_goes_up_to_its_limit_and_no_further(self):
        client = self.as_person("focal")
        content = self.padded(LIMIT)
        page = client.send(desk.seat + self.CODE, self.answer(client), [("evidence_file", "law.pdf", content)])
        self.assertEqual(page.status, 200, page.visible[:500])
        there = self.evidence(client)
        self.assertEqual(len(there), 1)
        address = desk.seat + there[0]
        got = client.get(address)
        self.assertEqual((got.headers["Content-Type"], got.headers["Cache-Control"], got.body == content), ("application/pdf", "private, no-store", True))
        self.assertIn("sandbox", got.headers["Content-Security-Policy"])
        part = client.get(address, headers={"Range": "bytes=20971500-", "If-Range": got.headers["ETag"]})
        self.assertEqual((part.status, part.body, part.headers["Content-Range"]), (206, content[20971500:], "bytes 20971500-20971519/20971520"))
        self.assertEqual(client.get(address, headers={"Range": "bytes=%d-" % LIMIT}).status, 416)
        self.assertEqual(client.get(address, headers={"If-None-Match": got.headers["ETag"]}).status, 304)
        for size, status, said in ((LIMIT + 1, 422, "20 MB"), (31 * MB, 413, "Nothing was saved")):
            page = client.send(desk.seat + self.CODE, self.answer(client), [("evidence_file", "more.pdf", content + b"y" * (size - LIMIT))])
            self.assertEqual(page.status, status)
            self.assertIn(said, page.visible)
        try:
            status = client.send(desk.seat + self.CODE, self.answer(client), [("evidence_file", "more.pdf", content * 2)]).status
        except OSError:
            status = 413  # the server would not read on
        self.assertEqual(status, 413)
        self.assertEqual(self.evidence(client), there)
        self.assertEqual(self.as_person("other").get(address).status, 403)
        self.assertEqual(self.site.client().get(address, follow=False).status, 303)

    def test_a_form_in_chunks_is_read_whole_or_refused(self):
        client = self.browser()
        page = client.get("/account/sign-in")
        body = kit.urllib.parse.urlencode({**dict(page.form("/account/sign-in")), "email": "donor@x.example", "password": kit.PASSWORD}).encode()
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:7], body[7:])) + b"0\r\n\r\n"
        answer = self.raw(POST + b"Cookie: form=%s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" % client.cookies["form"].encode() + chunks)
        self.assertRegex(answer, re.compile(b"^HTTP/1.1 (303.*\r\nSet-Cookie: session=|411 )", re.S))

    # --- the guard ---

    def members_programs(self):
        """The processes that could answer with the members' snapshot."""
        found = []
        for process in self.site.processes():
            with open("/proc/%d/environ" % process, "rb") as environ:
                if b"MONITOR_PREFIX=/members" in environ.read().split(b"\0"):
                    found.append(process)
        return found

    def test_what_the_guard_refuses_does_not_reach_the_pages(self):
        programs = self.members_programs()
        self.assertGreaterEqual(len(programs), 2)
        for process in programs:
            os.kill(process, signal.SIGSTOP)
        try:
            for path in ("/members/ihr/", "/members/ihr/index.csv", "/members/healthz", "/members/sdmx/v2/structure/dataflow"):
                for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
                    for who, status in ((None, 303), ("donor", 403)):
                        answer = self.as_person(who).request(method, path, body="" if method in ("POST", "PUT") else None)
                        self.assertEqual(answer.status, status, (who, method, path))
        finally:
            for process in programs:
                os.kill(process, signal.SIGCONT)
        self.assertEqual(self.request("secretariat", "GET", "/members/ihr/", {}).status, 200)

    def test_what_a_browser_says_changes_nothing_of_who_may_pass(self):
        for headers in FORGED:
            for who, path, statuses in ((None, "/members/ihr/index.json", (303, 400)), ("donor", "/members/ihr/index.json", (403, 400)),
                                        ("administrator", "/donors/ihr/", (403, 400)), ("donor", "/donors/ihr/index.json", (200, 400)),
                                        (None, "/account/sign-in", (200, 400)), ("donor", "/account/", (200, 400)), (None, "/ihr/", (200, 400))):
                answer = self.as_person(who).request("GET", path, headers=headers)
                self.assertIn(answer.status, statuses, (headers, who, path))
                if answer.status == 200:
                    self.assertGreater(len(answer.body), 500, (headers, path))
                    self.assertIn(test_guard.Guard.audience(self, answer), SEEN_BY[who], (headers, path))

    def test_no_spelling_of_an_address_shows_another_audience(self):
        for path in test_guard.Guard.ODD:
            for who, audiences in SEEN_BY.items():
                answer = self.as_person(who).get(path, follow=False)
                self.assertIn(test_guard.Guard.audience(self, answer), audiences, (who, path))
                self.assertIn(answer.status, (200, 303, 308, 400, 403, 404), (who, path))

    def test_an_address_has_one_spelling(self):
        for path in ("//ihr/", "/ihr//", "/./ihr/", "/x/../ihr/", "/%2e/ihr/", "/ihr/%2e%2e/", "/ihr%2f", "/ihr/..%2f", "/ihr/%5c", "/ihr/%00", "/ihr/%ff"):
            answer = self.site.client().get(path, follow=False)
            self.assertIn(answer.status, (400, 404), path)
            self.assertIsNone(answer.headers["ETag"], path)

    def test_no_request_hides_in_another(self):
        for name, text in DOUBTFUL.items():
            answer = self.raw(text)
            self.assertNotIn(b'"program":"account"', answer, name)
        # As a request of its own it is answered.
        self.assertIn(b'"program":"account"', self.raw(SMUGGLED))

    # --- over time ---

    def slow(self, path, who=None):
        """A reader that takes next to nothing."""
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        connection.connect(("127.0.0.1", self.site.port))
        if self.site.program != "lighttpd":
            connection = self.site.encryption().wrap_socket(connection)
        self.addCleanup(connection.close)
        cookie = "Cookie: session=%s\r\n" % getattr(desk, who).cookies["session"] if who else ""
        connection.sendall(("GET %s HTTP/1.1\r\nHost: x\r\n%sConnection: close\r\n\r\n" % (path, cookie)).encode())
        return connection

    def test_slow_readers_keep_nobody_waiting(self):
        client = self.as_person("secretariat")
        content = self.padded(8 * MB)
        sender = self.as_person("focal")
        self.assertEqual(sender.send(desk.seat + "LAW4", {**self.slow_answer(sender)}, [("evidence_file", "slow.pdf", content)]).status, 200)
        address = desk.seat + re.findall(r'href="([A-Z0-9]+/evidence/\d+)"', sender.get(desk.seat + "LAW4").text)[-1]
        readers = [self.slow(address, "focal") for _ in range(4)]
        for reader in readers:
            self.assertTrue(reader.recv(100).startswith(b"HTTP/1.1 200"))
        self.assertEqual(client.get("/reporting/healthz").status, 200)
        self.assertEqual(sender.get(desk.seat).status, 200)

    def test_slow_senders_keep_nobody_waiting(self):
        session = b"Cookie: session=%s\r\n" % desk.focal.cookies["session"].encode()
        upload = b"POST %sLAW4 HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n%s" % (desk.seat.encode(), session)
        for head, path, length in ((POST, "/account/healthz", 60000), (upload, "/reporting/healthz", 8 * MB)):
            for sent in (100, length // 2, length - 1):
                connection = self.site.socket()
                self.addCleanup(connection.close)
                connection.sendall(head + b"Content-Length: %d\r\n\r\n" % length + b"a" * sent)
            self.assertEqual(self.site.client().get(path).status, 200)
        # Nor is the guard kept.
        self.assertEqual(self.site.client().get("/members/", follow=False).status, 303)

    def slow_answer(self, client):
        fields = desks.post_fields(client.get(desk.seat + "LAW4"), desk.seat + "LAW4")
        fields.pop("evidence_file", None)
        fields.update(do="save", status="reported")
        return fields

    def test_a_download_ends_whole_though_the_snapshot_is_replaced(self):
        path = "/sdmx/v2/data/*/*/*/*?format=xml"
        before = self.request(None, "GET", path, {})
        self.assertGreater(len(before.body), 500000)
        reader = self.slow(path)
        answer = reader.recv(100)
        desk.site.monitor("summarise", "--full")
        after = self.request(None, "GET", path, {})
        self.assertNotEqual(after.headers["ETag"], before.headers["ETag"])
        while True:
            part = reader.recv(65536)
            if not part:
                break
            answer += part
        head, _, body = answer.partition(b"\r\n\r\n")
        self.assertIn(before.headers["ETag"].encode(), head)
        self.assertEqual(body, before.body)

    def test_no_log_holds_what_opens_a_door(self):
        secret = "s3cr3t" + os.urandom(6).hex()
        for path in ("/account/welcome?token=", "/account/calendar.ics?key=", "/members/?x=", "/assets/site.css?", "/nothing?x=", "//x?y="):
            self.site.client().get(path + secret, headers={"Referer": "https://monitor.example/account/welcome?token=" + secret}, follow=False)
        self.site.client().request("POST", "/assets/site.css?" + secret, "x", {"Referer": "https://monitor.example/account/welcome?token=" + secret})
        self.raw(b"GET /account/welcome?token=%s HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n" % secret.encode())
        # What a server still holds back it writes at its end.
        self.site.stop()
        log = self.site.log()
        self.site.start()
        self.assertIn("/account/welcome", log)
        self.assertNotIn(secret, log)


class Lighttpd(Contract, unittest.TestCase):
    SERVER = servers.Lighttpd
    CODE = "LAW1"


class Encrypted(Contract):
    def test_without_encryption_there_is_only_the_way_to_it(self):
        for path in ("/", "/donors/ihr/", "/account/sign-in?next=/x"):
            connection = kit.http.client.HTTPConnection("127.0.0.1", self.site.plain_port, timeout=30)
            connection.request("GET", path, headers={"Host": "monitor.example"})
            answer = connection.getresponse()
            self.assertEqual((answer.status, answer.headers["Location"]), (308, "https://monitor.example" + path))
            connection.close()

    def test_browsers_are_told_to_come_encrypted(self):
        for path in ("/", "/nothing/", "/assets/site.css", "/assets/nothing.css", "/donors/", "/ihr/index.csv", "/account"):
            self.assertEqual(self.site.client().get(path, follow=False).headers.get_all("Strict-Transport-Security"), ["max-age=31536000"], path)


class Nginx(Encrypted, unittest.TestCase):
    SERVER = servers.Nginx
    CODE = "LAW2"


class Apache(Encrypted, unittest.TestCase):
    SERVER = servers.Apache
    CODE = "LAW3"
