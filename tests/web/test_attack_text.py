"""Hostile text in every place that people, a catalogue, an import or a feed can put it, and hostile bytes on the wire."""
import csv
import html.parser
import io
import json
import os
import re
import shutil
import socket
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

import desk
import kit

BEGIN_FIRST = True
EVIL = '"\'><script>alert(1)</script><img src=x onerror=alert(1)> {{CSRF}} %s%n &lt; ]]> \u2028\ufffe =1+1'
# Of catalogues, and of what must stand on one line.
PLAIN = EVIL.replace("\u2028", "").replace("\ufffe", "")


class Page(html.parser.HTMLParser):
    """Finds what would run: scripts, handlers, styles, addresses of another scheme, and elements that no template has."""

    def __init__(self, text):
        super().__init__()
        self.bad = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        ours = tag == "script" and re.fullmatch(r"/assets/[a-z]+\.js\?[0-9a-f]+", dict(attributes).get("src") or "")
        if (tag in ("script", "iframe", "object", "embed", "style", "base") and not ours) or (tag == "img"):
            self.bad.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.bad.append((tag, name))
            if name in ("href", "src", "action", "formaction"):
                scheme = kit.urllib.parse.urlsplit((value or "").strip()).scheme
                if scheme not in ("", "http", "https"):
                    self.bad.append((tag, name, value))


def check_file(test, path, answer):
    """That a file is whole, whatever the texts in it, and runs nothing."""
    kind = answer.headers["Content-Type"].split(";")[0]
    test.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff", path)
    if "spreadsheetml" in kind or kind == "application/zip":
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            for name in archive.namelist():
                test.assertNotRegex(name, r"^/|\.\.", path)
                content = archive.read(name)
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(content)
                    test.assertNotRegex(content, b"<f[ >]|<hyperlink|TargetMode=", (path, name))
                elif name.endswith(".json"):
                    json.loads(content)
    elif kind == "image/png":
        test.assertEqual(answer.body[:8], b"\x89PNG\r\n\x1a\n", path)
    elif kind.endswith("json"):
        answer.json()
    elif kind.endswith("xml"):
        for element in ElementTree.fromstring(answer.body).iter():
            test.assertNotIn(element.tag.rpartition("}")[2], ("script", "foreignObject", "image", "a", "use") if "svg" in kind else ("script",), path)
            for name, value in element.items():
                test.assertFalse(name.startswith("on") or "javascript:" in value, (path, name))
    else:
        test.assertTrue(kind.endswith("csv"), (path, kind))
        rows = list(csv.reader(io.StringIO(answer.text, newline="")))
        test.assertEqual(len({len(row) for row in rows}), 1, path)


class HostileText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk.Desk()
        cls.site = cls.desk.site
        site = cls.site
        catalogue = os.path.join(site.folder, "evil")
        shutil.copytree(os.path.join(kit.CATALOGUE, "ihr"), catalogue)
        for folder, _, files in os.walk(catalogue):
            for name in files:
                if name.endswith(".yaml"):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as file:
                        text = file.read()
                    quoted = PLAIN.replace("'", "''")
                    # Titles and the like of one line; what goes on in the next one stays.
                    text = kit.re.sub(r"(?m)^(\s+)en: [^\s>|].*\n(?=\s*(?:ru:|kk:|$|\S+:))", lambda found: found.group(1) + "en: '" + quoted + "'\n", text)
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(text)
        cls.loaded = site.monitor("catalogue", "load", catalogue, check=False)
        with open(os.path.join(site.folder, "evil.csv"), "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow("participant,period,indicator,value,numerator,denominator,status,note".split(","))
            rows.writerow(["XAA", "2020", "SPAR01", "50", "", "", "", EVIL])
        cls.imported = site.monitor("import", "--framework", "ihr", "--audience", "public", "--source", EVIL, os.path.join(site.folder, "evil.csv"), check=False)
        with open(os.path.join(site.folder, "sdg.csv"), "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow("series,iso3,m49,year,nature,units,dims,value".split(","))
            rows.writerow(["VC_HTF_DETV", "XAA", "901", "2019", "C", "NUMBER", "age=ALLAGE;sex=BOTHSEX", "<5"])
            rows.writerow(["VC_HTF_DETV", "XAA", "901", "2020", "C", "NUMBER", "age=ALLAGE;sex=BOTHSEX", "<b>"])
        cls.fetched = site.monitor("fetch", "--from-file", os.path.join(site.folder, "sdg.csv"), "--vintage", "2021-01", check=False)
        cls.desk.save("IDR2", value="3", do="submit", narrative=EVIL, source=EVIL, note=EVIL, evidence_text1="https://x.example/" + "\u2028a", evidence_text2=EVIL)
        cls.saved = cls.desk.focal.get(cls.desk.seat + "IDR2")
        page = cls.desk.clearing.get(cls.desk.seat + "IDR2")
        cls.desk.clearing.submit(page, cls.desk.seat + "IDR2", do="return", why=EVIL)
        cls.desk.save("IDR2", value="3", do="submit", narrative=EVIL, source=EVIL, note=EVIL)
        cls.desk.clear("IDR2", "public")
        cls.desk.accept("IDR2")
        cls.desk.save("IDR3", status="not_available", reason=EVIL, do="submit")
        cls.desk.clear("IDR3", "public")
        cls.desk.accept("IDR3")
        page = cls.desk.secretariat.get(cls.desk.review)
        cls.desk.secretariat.submit(page, cls.desk.review + "extend", until="2026-04-30", reason=EVIL)
        cls.desk.release(name=EVIL.replace("\u2028", "")[:80], note=EVIL)
        page = cls.desk.administrator.get("/secretariat/people")
        cls.desk.administrator.submit(page, "/secretariat/people", name=PLAIN, email="evil@x.example", lang="en", role="donor", participant="")
        site.monitor("participant", "add", "XCC", "--m49", "903", "--name", EVIL, check=False)
        site.monitor("summarise")

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def crawl(self, client, *starts):
        """Every page that is linked from there within the site, once."""
        seen, todo = {}, list(starts)
        while todo and len(seen) < 600:
            path = todo.pop().split("#")[0]
            # Charts say their language; of pages one is enough.
            if path in seen or not path.startswith("/") or path.startswith("/assets/") or ("lang=" in path and not re.search("/(charts|embed)/", path)):
                continue
            seen[path] = answer = client.get(path)
            if "text/html" in answer.headers.get("Content-Type", ""):
                todo += [kit.urllib.parse.urljoin(path, __import__("html").unescape(link)) for link in kit.re.findall(r'href="([^"]*)"', answer.text)]
        return seen

    def check(self, pages, least):
        evil = 0
        for path, answer in pages.items():
            self.assertIn(answer.status, (200, 403, 404), (path, answer.body[:300]))
            kind = answer.headers["Content-Type"]
            if "text/html" in kind:
                self.assertEqual(Page(answer.text).bad, [], path)
                self.assertNotIn("<script>alert", answer.text, path)
                evil += "&lt;script&gt;alert" in answer.text
            else:
                check_file(self, path, answer)
        self.assertGreaterEqual(evil, least, "the hostile text is nowhere to be seen")

    def test_public_pages(self):
        for command in (self.loaded, self.imported, self.fetched):
            self.assertEqual(command.stderr, "")
        self.check(self.crawl(self.site.client(), "/"), 3)

    def test_pages_of_those_who_report(self):
        for name in ("focal", "clearing", "observer"):
            self.check(self.crawl(getattr(self.desk, name), "/reporting/"), 1)

    def test_pages_of_the_secretariat(self):
        self.check(self.crawl(self.desk.secretariat, "/secretariat/"), 2)
        self.check(self.crawl(self.desk.administrator, "/secretariat/people", "/secretariat/audit"), 1)

    def test_a_form_shown_again_escapes_what_was_typed(self):
        for fields in ({"value": EVIL}, {"status": EVIL}, {"do": EVIL}, {"evidence_text1": "javascript:alert(1)", "value": "abc"},
                       {"narrative": EVIL, "value": "abc"}, {"item": [EVIL, EVIL], "value": "abc"}):
            page = self.desk.focal.post(self.desk.seat + "IDR5", {"csrf": self.desk.csrf(self.desk.focal), "base": "0", "status": "reported", **fields}, follow=False)
            self.assertIn(page.status, (400, 409, 422), fields)
            self.assertEqual(Page(page.text).bad, [], fields)
        # Names of fields are cut to be told: between characters, so that the page stays UTF-8.
        for key in (EVIL, "a" + "\u0436" * 61, "aa" + "\U0001F600" * 30, "aaa" + "\U0001F600" * 30, "%n%s", ""):
            for number in ("1", "x", "1,000"):
                page = self.desk.focal.post(self.desk.seat + "JUS1", {"csrf": self.desk.csrf(self.desk.focal), "base": "0", "status": "reported",
                                                                      "cell:" + key: number}, follow=False)
                self.assertEqual(page.status, 422, (key, number))
                self.assertEqual(Page(page.text).bad, [], key)
        page = self.site.client().get("/account/sign-in?next=" + kit.urllib.parse.quote(PLAIN, safe=""))
        self.assertEqual(Page(page.text).bad, [])
        for path in ("/" + EVIL, "/ihr/" + EVIL, "/ihr/indicators/" + EVIL, "/ihr/?period=" + EVIL, "/ihr/explain/sdg/VC_HTF_DETV/XAA?dims=" + EVIL, "/account/" + EVIL):
            page = self.site.client().get(kit.urllib.parse.quote(path, safe="/?="))
            self.assertIn(page.status, (400, 404), path)
            self.assertEqual(Page(page.text).bad, [], path)

    def test_tables_for_machines_hold_no_formula(self):
        for path in ("/trafficking/indicators/IDR2.csv", "/trafficking/answers.csv", "/trafficking/sdg.csv", "/trafficking/sdg/16.2.csv", "/trafficking/countries/XAA.csv",
                     "/ihr/indicators/index.csv", "/trafficking/countries/index.csv", "/index.csv", "/methods.csv"):
            answer = self.site.client().get(path)
            self.assertEqual(answer.status, 200, path)
            for row in csv.reader(io.StringIO(answer.text)):
                for cell in row:
                    self.assertFalse(cell[:1] in "=+@\t\r" and cell, (path, cell))

    def test_what_was_entered_comes_back_as_it_was(self):
        page = self.desk.focal.get(self.desk.seat + "IDR2")
        self.assertIn("{{CSRF}} %s%n &lt;", kit.Response.visible.fget(page))


class Wire(unittest.TestCase):
    """Requests that no browser sends."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site(shipped=True)
        cls.site.person("donor@x.example", "donor")
        cls.donor = cls.site.signed_in("donor@x.example")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def raw(self, data, wait=5):
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=wait) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                answer = b""
                while True:
                    part = connection.recv(65536)
                    if not part:
                        return answer
                    answer += part
            except (TimeoutError, ConnectionResetError, BrokenPipeError):
                return b""

    def status(self, data):
        answer = self.raw(data)
        return int(answer.split()[1]) if answer else 0

    def alive(self):
        self.assertEqual(self.site.client().get("/account/sign-in").status, 200)
        self.assertEqual(self.site.client().get("/ihr/").status, 200)

    def test_broken_requests_are_refused(self):
        programs = self.site.programs()
        close = b"\r\nHost: x\r\nConnection: close\r\n"
        for line in (b"GET /ihr/%00 HTTP/1.1", b"GET /ihr/\x00 HTTP/1.1", b"GET /ihr/\xff HTTP/1.1", b"GET /ihr/%ff HTTP/1.1", b"GET /ihr/%c0%af HTTP/1.1", b"GET /ihr/%0d%0aX:y HTTP/1.1",
                     b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"GET /ihr/%zz HTTP/1.1", b"GET /ihr/%u0041 HTTP/1.1", b"GET /" + b"a" * 10240 + b" HTTP/1.1",
                     b"GET /ihr/?" + b"a" * 10240 + b" HTTP/1.1", b"GET /ihr/?" + b"a&" * 2040 + b" HTTP/1.1", b"GET * HTTP/1.1", b"FOO /ihr/ HTTP/1.1", b"TRACE /ihr/ HTTP/1.1",
                     b"CONNECT x:1 HTTP/1.1", b"PUT /ihr/ HTTP/1.1", b"OPTIONS * HTTP/1.1", b"GET http://evil.example/members/ HTTP/1.1", b"GET /members/ HTTP/0.9", b"GET /ihr/"):
            status = self.status(line + close + b"\r\n")
            self.assertIn(status, (0, 200, 303, 400, 403, 404, 405, 414, 431, 501, 505), line[:60])
            if b"ihr" not in line:
                self.assertNotEqual(status, 200, line[:60]) if b"OPTIONS" not in line else None
        self.alive()
        self.assertEqual(programs, self.site.programs())

    def test_broken_bodies_are_refused(self):
        programs = self.site.programs()
        for extra, body in ((b"Content-Length: -1", b"x"), (b"Content-Length: 99999999999999999999", b"x"), (b"Content-Length: 5\r\nContent-Length: 6", b"x=y=z"),
                            (b"Transfer-Encoding: chunked", b"5\r\nx=y=z\r\n0\r\n\r\n"), (b"Transfer-Encoding: chunked", b"FFFFFFFFFFFFFFFF\r\nx"), (b"Content-Length: 5", b"x"),
                            (b"Content-Length: 0x5", b"x=y=z"), (b"Transfer-Encoding: chunked\r\nContent-Length: 5", b"0\r\n\r\n"), (b"Content-Length: 9", b"x=\x00\xff%00zz")):
            status = self.status(b"POST /account/sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n" + extra + b"\r\n\r\n" + body)
            self.assertIn(status, (0, 400, 403, 408, 411, 413, 415, 501), extra)
        self.alive()
        self.assertEqual(programs, self.site.programs())

    def test_headers_of_proxies_and_hosts_change_nothing(self):
        plain = self.site.client().get("/ihr/")
        for headers in ({"X-Forwarded-For": "1.2.3.4"}, {"X-Forwarded-Host": "evil.example"}, {"X-Forwarded-Prefix": "/members"}, {"X-Forwarded-Proto": "javascript"},
                        {"Forwarded": "host=evil.example"}, {"X-Original-URL": "/members/"}, {"X-HTTP-Method-Override": "POST"}, {"Content-Type": "x" * 3000}, {"Cookie": "lang=xx; session=; form=" + "z" * 32},
                        {"Cookie": "notice=saved"}, {"Cookie": "session=" + self.donor.cookies["session"]}, {"Range": "bytes=0-10"}, {"Accept": "application/json"}):
            answer = self.site.client().request("GET", "/ihr/", headers=headers)
            self.assertIn(answer.status, (200, 206), headers)
            if answer.status == 200:
                self.assertEqual(answer.body, plain.body, headers)
            self.assertNotIn("evil.example", str(answer.headers))

    def test_failures_are_counted_by_the_real_address(self):
        for i in range(21):
            client = self.site.client()
            page = client.get("/account/sign-in")
            fields = dict(page.form("/account/sign-in"), email="n%d@x.example" % i, password="x")
            answer = client.post("/account/sign-in", fields, follow=False, headers={"X-Forwarded-For": "10.0.0.%d" % i, "Forwarded": "for=10.0.0.%d" % i, "X-Real-IP": "10.0.0.%d" % i})
        self.assertEqual(answer.status, 429)

    def test_what_is_kept_by_caches_is_nobodys_own(self):
        for path in ("/", "/ihr/", "/ihr/regional.csv", "/index.json", "/methods"):
            for cookie in ("", "session=" + self.donor.cookies["session"], "lang=ru"):
                for query in ("", "?lang=ru", "?lang=en"):
                    answer = self.site.client().request("GET", path + query, headers={"Cookie": cookie} if cookie else {})
                    self.assertEqual(answer.status, 200)
                    kept = "public" in answer.headers["Cache-Control"]
                    self.assertFalse(kept and "Set-Cookie" in answer.headers, (path, query))
                    self.assertNotIn("donor@x.example", answer.text)
                    for name in ("Cookie", "Accept-Language", "Accept-Encoding"):
                        self.assertIn(name, answer.headers["Vary"])
        for path in ("/donors/ihr/", "/donors/index.json"):
            answer = self.donor.get(path)
            self.assertNotIn("public", answer.headers["Cache-Control"])
        for path in ("/account/", "/account/sign-in", "/members/", "/donors/nothing", "/nothing"):
            self.assertEqual(self.donor.get(path, follow=False).headers["Cache-Control"], "no-store", path)

    def test_tags_name_the_bytes(self):
        tags = {}
        for path in ("/ihr/", "/ihr/?period=2018", "/ihr/?lang=ru", "/ihr/regional.csv", "/donors/ihr/"):
            for encoding in ("", "gzip"):
                client = self.donor if "donors" in path else self.site.client()
                answer = client.request("GET", path, headers={"Accept-Encoding": encoding, "Cookie": "session=" + self.donor.cookies["session"]} if encoding else
                                        {"Cookie": "session=" + self.donor.cookies["session"]})
                tag = answer.headers["ETag"]
                self.assertEqual(tags.setdefault(tag, answer.body), answer.body)
                head = client.request("HEAD", path, headers={"Accept-Encoding": encoding, "Cookie": "session=" + self.donor.cookies["session"]})
                self.assertEqual((head.status, head.body), (200, b""))
                for listed in (tag, "W/" + tag, '"x", ' + tag):
                    again = client.request("GET", path, headers={"Accept-Encoding": encoding, "If-None-Match": listed, "Cookie": "session=" + self.donor.cookies["session"]})
                    self.assertEqual((again.status, again.body), (304, b""), (path, encoding))
                other = client.request("GET", path, headers={"If-None-Match": tag.replace('"', ""), "Cookie": "session=" + self.donor.cookies["session"]})
                self.assertEqual(other.status, 200)

    def test_the_link_of_an_invitation_is_in_no_log(self):
        self.site.monitor("user", "add", "invited@x.example", "--role", "donor")
        link = kit.re.search(r"/account/welcome\?token=([0-9a-zA-Z_-]+)", self.site.monitor("user", "invite", "invited@x.example").stdout)
        client = self.site.client()
        page = client.get(link.group(0))
        self.assertEqual(page.status, 200)
        client.get("/assets/site.css", headers={"Referer": "http://127.0.0.1" + link.group(0)})
        client.submit(page, "/account/welcome", password="x", again="x")
        client.get("/account/?token=" + link.group(1))
        self.site.stop()
        try:
            for name in os.listdir(os.path.join(self.site.data, "log")):
                with open(os.path.join(self.site.data, "log", name)) as log:
                    text = log.read()
                self.assertNotIn(link.group(1), text, name)
                self.assertNotIn(kit.PASSWORD, text)
            self.assertIn("/account/welcome", text if name == "access.log" else open(os.path.join(self.site.data, "log", "access.log")).read())
        finally:
            self.site.start()

    def test_a_slow_client_holds_nobody_up(self):
        slow = [socket.create_connection(("127.0.0.1", self.site.port)) for _ in range(30)]
        for connection in slow:
            connection.sendall(b"POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=")
        began = kit.time.monotonic()
        self.alive()
        self.assertLess(kit.time.monotonic() - began, 15)  # one that is held up waits for a time-out
        for connection in slow:
            connection.close()

    def test_many_fields_and_repeated_ones_are_refused(self):
        client = self.site.client()
        token = dict(client.get("/account/sign-in").form("/account/sign-in"))["csrf"]
        for body in ("csrf=" + token + "&a=1" * 3000, "csrf=%s&email=a@b.c&email=d@e.f&password=x" % token, "csrf=%s&" % token + "email=x&" * 1500):
            answer = client.request("POST", "/account/sign-in", body, {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertIn(answer.status, (400, 422), body[-30:])
