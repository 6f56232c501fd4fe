"""Files as evidence: sent with the form or ahead in pieces, kept by content, given out only to who may see the answer."""
import glob
import hashlib
import os
import re
import resource
import socket
import time
import unittest
import urllib.parse

import desk as desks
import files
import kit

MB = 1024 * 1024


def reporting_processes(site):
    return [pid for pid, name in site.programs().items() if name == "reporting.fcgi"]


def peak(pid):
    """Most memory that a process has had, in bytes."""
    with open("/proc/%d/status" % pid) as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) * 1024


class Evidence(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desks.Desk()
        cls.site = cls.desk.site

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def save(self, code, sent=(), client=None, **changes):
        """The answer's form as the page has it, with files."""
        client = client or self.desk.focal
        page = client.get(self.desk.seat + code)
        fields = desks.post_fields(page, self.desk.seat + code)
        fields.pop("evidence_file", None)
        fields.update({"do": "save", **changes})
        return client.send(self.desk.seat + code, fields, sent)

    def stored(self):
        return sorted(path for path in glob.glob(os.path.join(self.site.data, "evidence", "??", "*")))

    def waiting(self):
        folder = os.path.join(self.site.data, "evidence", "incoming")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def links(self, page):
        return re.findall(r'href="([A-Z0-9]+/evidence/\d+)"', page.text)

    def uploads(self, client, fields, sent=(), **headers):
        return client.send(self.desk.seat + "uploads", {"csrf": self.desk.csrf(client), **fields}, sent)

    # --- good files ---

    def test_each_kind_comes_back_as_it_was(self):
        for name, content, kind in files.all_kinds():
            with self.subTest(name):
                page = self.save("LAW1", [("evidence_file", name, content)], status="reported")
                self.assertEqual(page.status, 200, page.visible)
                self.assertIn(name, page.text)
        page = self.desk.focal.get(self.desk.seat + "LAW1")
        hrefs = self.links(page)
        self.assertEqual(len(hrefs), 6)
        for href, (name, content, kind) in zip(hrefs, files.all_kinds()):
            got = self.desk.focal.get(self.desk.seat + href)
            self.assertEqual(got.status, 200)
            self.assertEqual(got.body, content)
            self.assertEqual(got.headers["Content-Type"], kind)
            self.assertEqual(got.headers["Content-Disposition"], "attachment; filename=\"%s\"; filename*=UTF-8''%s" % (name, name))
            self.assertEqual(got.headers["X-Content-Type-Options"], "nosniff")
            self.assertIn("sandbox", got.headers["Content-Security-Policy"])
            self.assertEqual(got.headers["Cache-Control"], "private, no-store")

    def test_names_in_any_script_are_kept_as_typed(self):
        names = ["Закон № 5 «О противодействии».pdf", "📄 法律 😀.pdf", 'a"b;c%20 (1).pdf', "Қазақстан.pdf"]
        for name in names:
            page = self.save("LAW2", [("evidence_file", name, files.pdf(str(len(name))))], status="reported")
            self.assertIn(name, page.visible)
        for name, href in zip(names, self.links(page)):
            disposition = self.desk.focal.get(self.desk.seat + href).headers["Content-Disposition"]
            self.assertEqual(urllib.parse.unquote(disposition.split("filename*=UTF-8''")[1]), name)
            self.assertNotIn("\n", disposition)

    def test_the_same_content_is_stored_once(self):
        content = files.pdf("only once")
        self.save("LAW3", [("evidence_file", "one.pdf", content)], status="reported")
        before = self.stored()
        page = self.save("LAW3", [("evidence_file", "two.pdf", content)])
        self.assertEqual(len(self.links(page)), 2)
        self.assertEqual(self.stored(), before)
        name = hashlib.blake2b(content, digest_size=32).hexdigest()
        path = os.path.join(self.site.data, "evidence", name[:2], name[2:])
        self.assertIn(path, before)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o640)

    def test_evidence_that_a_clearing_officer_has_not_seen_is_not_cleared(self):
        seat, clearing = self.desk.seat + "LAW6", self.desk.clearing
        self.save("LAW6", status="not_available", reason="x", do="submit")
        seen, several = clearing.get(seat), clearing.get(self.desk.seat + "clearing")
        self.desk.focal.submit(self.desk.focal.get(seat), seat, do="withdraw")
        page = self.save("LAW6", [("evidence_file", "other.pdf", files.pdf())], evidence_file_share="1", do="submit")
        self.assertEqual(page.status, 200)
        self.assertEqual(clearing.submit(seen, seat, do="clear", audience="public").status, 409)
        self.assertEqual(clearing.submit(several, self.desk.seat + "clearing", audience="public", answer=["LAW6:1"]).status, 409)
        self.assertEqual(clearing.submit(clearing.get(seat), seat, do="clear", audience="public").status, 200)

    def test_a_file_is_the_evidence_that_level_3_needs(self):
        page = self.desk.focal.get(self.desk.seat + "GOV1")
        items = re.findall(r'name="item" value="([0-3]\.\d+)"', page.text)
        page = self.save("GOV1", status="reported", item=items, narrative="There is a plan.", source="Ministry", do="submit")
        self.assertEqual(page.status, 422)
        page = self.save("GOV1", [("evidence_file", "plan.docx", files.docx())], status="reported", item=items, narrative="There is a plan.",
                         source="Ministry", do="submit")
        self.assertEqual(page.status, 200, page.visible)
        self.assertIn("waits for clearing", page.visible)

    # --- all or nothing, and nothing lost ---

    def test_a_refused_file_gives_the_text_back_and_changes_nothing(self):
        before = self.stored()
        page = self.save("PRV1", [("evidence_file", "law.pdf", b"<html>no pdf</html>")], status="reported", narrative="Typed with care 😀")
        self.assertEqual(page.status, 422)
        self.assertIn("Typed with care 😀", page.text)
        self.assertIn('id="evidence_file-error"', page.text)
        self.assertIn("law.pdf: By its name the file is PDF, but its content is something else", page.visible)
        self.assertEqual(self.stored(), before)
        self.assertEqual(self.waiting(), [])
        self.assertNotIn("Typed with care", self.desk.focal.get(self.desk.seat + "PRV1").text)

    def test_a_file_that_is_too_large_gives_the_text_back(self):
        page = self.save("PRV1", [("evidence_file", "law.pdf", files.pdf() + b"\0" * (21 * MB))], status="reported", narrative="Typed with care")
        self.assertEqual(page.status, 422)
        self.assertIn("larger than the 20 MB", page.visible)
        self.assertIn("Typed with care", page.text)
        self.assertEqual(self.waiting(), [])

    def test_a_form_beyond_all_measure_is_refused_with_what_to_do(self):
        page = self.save("PRV1", [("evidence_file", "law.pdf", b"\0" * (31 * MB + 1))], status="reported", narrative="Typed with care")
        self.assertEqual(page.status, 413)
        self.assertIn("Go back in your browser", page.visible)
        self.assertEqual(self.waiting(), [])

    def test_a_good_file_waits_while_the_rest_of_the_form_is_mended(self):
        page = self.save("PRV2", [("evidence_file", "Приказ.pdf", files.pdf("order"))], status="not_available", reason="", do="submit",
                         evidence_file_share="1")
        self.assertEqual(page.status, 422)
        self.assertIn("Приказ.pdf", page.visible)
        self.assertIn("has arrived", page.visible)
        fields = desks.post_fields(page, self.desk.seat + "PRV2")
        self.assertRegex(fields["evidence_upload"][0], "^[0-9a-f]{64}$")
        self.assertEqual(len(self.waiting()), 1)
        fields.pop("evidence_file", None)
        fields.update(do="save", reason="It is being collected.")
        page = self.desk.focal.send(self.desk.seat + "PRV2", fields)
        self.assertEqual(page.status, 200, page.visible)
        self.assertIn("may be shared", page.visible)
        got = self.desk.focal.get(self.desk.seat + self.links(page)[0])
        self.assertEqual(got.body, files.pdf("order"))
        self.assertEqual(self.waiting(), [])

    def test_a_name_that_looks_like_a_person_waits_for_confirmation(self):
        name = "жертва Иванова Мария Петровна.pdf"
        page = self.save("PRV3", [("evidence_file", name, files.pdf("person"))], status="reported")
        self.assertEqual(page.status, 422, page.visible)
        fields = desks.post_fields(page, self.desk.seat + "PRV3")
        self.assertIn("evidence_upload", fields)
        self.assertEqual(self.links(self.desk.focal.get(self.desk.seat + "PRV3")), [])
        fields.pop("evidence_file", None)
        fields.update(do="save", confirmed=re.search(r'name="confirmed" value="([^"]+)"', page.text).group(1))
        page = self.desk.focal.send(self.desk.seat + "PRV3", fields)
        self.assertEqual(page.status, 200, page.visible)
        self.assertIn(name, page.visible)

    def test_evidence_taken_away_is_no_longer_given_out(self):
        page = self.save("PRV4", [("evidence_file", "old.pdf", files.pdf("old"))], status="reported")
        href = self.links(page)[0]
        self.assertEqual(self.desk.focal.get(self.desk.seat + href).status, 200)
        page = self.save("PRV4", remove=href.split("/")[-1])
        self.assertEqual(self.links(page), [])
        self.assertEqual(self.desk.focal.get(self.desk.seat + href).status, 404)

    def test_an_upload_cut_off_half_way_leaves_nothing(self):
        page = self.desk.focal.get(self.desk.seat + "PRV5")
        fields = desks.post_fields(page, self.desk.seat + "PRV5")
        body = (b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + fields["csrf"][0].encode()
                + b'\r\n--b\r\nContent-Disposition: form-data; name="status"\r\n\r\nreported\r\n--b\r\n'
                b'Content-Disposition: form-data; name="evidence_file"; filename="a.pdf"\r\n\r\n' + files.pdf() + b"x" * 100000)
        cookies = "; ".join("%s=%s" % pair for pair in self.desk.focal.cookies.items())
        head = ("POST %sPRV5 HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: %s\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                "Content-Length: %%d\r\n\r\n" % (self.desk.seat, cookies))
        # The client goes away.
        with socket.create_connection(("127.0.0.1", self.site.port)) as line:
            line.sendall((head % (len(body) + 50000)).encode() + body)
        # The body ends before its last boundary.
        with socket.create_connection(("127.0.0.1", self.site.port)) as line:
            line.sendall((head % len(body)).encode() + body)
            answer = line.recv(65536)
        self.assertIn(b" 400 ", answer.split(b"\r\n")[0])
        self.assertTrue(kit.until(lambda: self.waiting() == []), self.waiting())
        self.assertEqual(self.links(self.desk.focal.get(self.desk.seat + "PRV5")), [])

    def test_without_the_forms_token_nothing_happens(self):
        before = self.stored()
        for fields in ({"status": "reported"}, {"csrf": "0" * 64, "status": "reported"}):
            page = self.desk.focal.send(self.desk.seat + "PRV6", fields, [("evidence_file", "a.pdf", files.pdf("csrf"))])
            self.assertEqual(page.status, 403)
        self.assertEqual(self.waiting(), [])
        self.assertEqual(self.stored(), before)

    # --- hostile files ---

    def test_hostile_uploads_are_refused_quickly_and_in_little_memory(self):
        hostile = files.hostile()
        self.assertGreaterEqual(len(hostile), 100)
        before = self.stored()
        for why, name, content in hostile:
            with self.subTest(why):
                began = self.site.worked("reporting.fcgi")
                page = self.save("IDR1", [("evidence_file", name, content)], status="reported", narrative="Typed with care")
                self.assertLess(self.site.worked("reporting.fcgi") - began, 2)
                self.assertEqual(page.status, 422, page.visible[:500])
                self.assertIn("Typed with care", page.text)
                self.assertIn('id="evidence_file-error"', page.text)
        self.assertEqual(self.stored(), before)
        self.assertEqual(self.waiting(), [])
        self.assertNotIn("Typed with care", self.desk.focal.get(self.desk.seat + "IDR1").text)
        for pid in reporting_processes(self.site):
            self.assertLess(peak(pid), 64 * MB)

    def test_20_megabytes_pass_through_little_memory_both_ways(self):
        content = files.pdf() + os.urandom(1024) * (20 * 1024 - 2)
        page = self.save("IDR2", [("evidence_file", "large.pdf", content)], status="reported")
        self.assertEqual(page.status, 200, page.visible)
        self.assertIn("21 MB" if len(content) >= 20.95e6 else "20.9 MB", page.visible.replace(" ", " "))
        got = self.desk.focal.get(self.desk.seat + self.links(page)[0])
        self.assertEqual(hashlib.sha256(got.body).digest(), hashlib.sha256(content).digest())
        for pid in reporting_processes(self.site):
            self.assertLess(peak(pid), 64 * MB)

    # --- in pieces ---

    def test_a_file_comes_in_pieces_and_goes_on_after_an_interruption(self):
        focal = self.desk.focal
        content = files.pdf("pieces") + os.urandom(300000)
        begun = self.uploads(focal, {"name": "Кусками.pdf", "size": len(content)}).json()
        self.assertEqual(begun["received"], 0)
        first = self.uploads(focal, {"upload": begun["id"], "offset": 0}, [("piece", "blob", content[:200000])])
        self.assertEqual(first.json()["received"], 200000)
        # Sent again, since the answer got lost.
        again = self.uploads(focal, {"upload": begun["id"], "offset": 0}, [("piece", "blob", content[:200000])])
        self.assertEqual((again.status, again.json()["received"]), (409, 200000))
        # Saved too early: nothing is lost.
        page = self.save("IDR3", status="reported", narrative="Typed", evidence_upload=begun["id"])
        self.assertEqual(page.status, 409)
        self.assertIn("Typed", page.text)
        # After a reload.
        known = focal.get(self.desk.seat + "uploads/" + begun["id"])
        self.assertEqual(known.json(), {"id": begun["id"], "name": "Кусками.pdf", "size": len(content), "received": 200000})
        self.uploads(focal, {"upload": begun["id"], "offset": 200000}, [("piece", "blob", content[200000:])])
        page = self.save("IDR3", status="reported", evidence_upload=begun["id"])
        self.assertEqual(page.status, 200, page.visible)
        self.assertEqual(focal.get(self.desk.seat + self.links(page)[0]).body, content)
        self.assertEqual(focal.get(self.desk.seat + "uploads/" + begun["id"]).status, 404)
        self.assertEqual(self.waiting(), [])

    def test_pieces_that_do_not_fit_are_refused(self):
        focal = self.desk.focal
        for fields, status in (({"name": "a.exe", "size": 10}, 422), ({"name": "a.pdf", "size": 0}, 422), ({"name": "a.pdf", "size": 20 * MB + 1}, 413),
                               ({"name": "a.pdf", "size": "x"}, 422), ({"name": "../a.pdf", "size": 10}, 422), ({"name": "a.pdf"}, 422),
                               ({"upload": "0" * 64, "offset": 0}, 404), ({"upload": "../../reports.db", "offset": 0}, 404)):
            answer = self.uploads(focal, fields)
            self.assertEqual(answer.status, status, fields)
            self.assertIn("problem", answer.json())
        begun = self.uploads(focal, {"name": "a.pdf", "size": 10}).json()
        for offset, piece, status in ((0, b"12345678901", 413), (5, b"1", 409), ("x", b"1", 422), (0, b"x" * (256 * 1024 + 1), 413)):
            answer = self.uploads(focal, {"upload": begun["id"], "offset": offset}, [("piece", "blob", piece)])
            self.assertEqual(answer.status, status, offset)
        self.assertEqual(self.uploads(focal, {"upload": begun["id"], "offset": 0}).status, 422)
        self.assertEqual(focal.get(self.desk.seat + "uploads/" + begun["id"]).json()["received"], 0)
        # In pieces, too, it has to be what its name says.
        self.uploads(focal, {"upload": begun["id"], "offset": 0}, [("piece", "blob", b"1234567890")])
        page = self.save("IDR4", status="reported", evidence_upload=begun["id"])
        self.assertEqual(page.status, 422)
        self.assertIn("its content is something else", page.visible)

    def test_only_who_began_an_upload_goes_on_with_it(self):
        begun = self.uploads(self.desk.focal, {"name": "a.pdf", "size": len(files.pdf())}).json()
        self.uploads(self.desk.focal, {"upload": begun["id"], "offset": 0}, [("piece", "blob", files.pdf())])
        self.assertEqual(self.desk.deputy.get(self.desk.seat + "uploads/" + begun["id"]).status, 404)
        self.assertEqual(self.uploads(self.desk.deputy, {"upload": begun["id"], "offset": len(files.pdf())}, [("piece", "blob", b"x")]).status, 404)
        page = self.save("IDR5", client=self.desk.deputy, status="reported", evidence_upload=begun["id"])
        self.assertEqual(page.status, 422)
        self.assertIn("no longer here", page.visible)
        self.assertEqual(self.desk.other.get(self.desk.seat + "uploads/" + begun["id"]).status, 403)
        for name in ("clearing", "observer", "secretariat", "donor"):
            self.assertEqual(getattr(self.desk, name).get(self.desk.seat + "uploads/" + begun["id"]).status, 403)
            answer = self.uploads(getattr(self.desk, name), {"name": "a.pdf", "size": 10})
            self.assertEqual(answer.status, 403, name)

    # --- rights ---

    def test_files_are_given_out_as_the_answer_is(self):
        page = self.save("XBR1", [("evidence_file", "pact.pdf", files.pdf("pact"))], status="not_available", reason="Not collected.")
        href = self.links(page)[0]
        review = self.desk.review + href
        for name in ("focal", "deputy", "clearing", "observer"):
            self.assertEqual(getattr(self.desk, name).get(self.desk.seat + href).body, files.pdf("pact"), name)
        for name in ("other", "secretariat", "administrator", "donor"):
            self.assertEqual(getattr(self.desk, name).get(self.desk.seat + href).status, 403, name)
        self.assertEqual(self.site.client().get(self.desk.seat + href, follow=False).status, 303)
        # Another government's address, another answer's, other numbers.
        number = href.split("/")[-1]
        for address in (self.desk.seat.replace("XAA", "XBB") + href,):
            self.assertIn(self.desk.other.get(address).status, (403, 404))
        for address in ("XBR2/evidence/" + number, "XBR1/evidence/999999", "XBR1/evidence/0", "XBR1/evidence/-1", "XBR1/evidence/x", "XBR1/evidence/"):
            self.assertEqual(self.desk.focal.get(self.desk.seat + address).status, 404, address)
        # The secretariat: not before it is cleared, as the answer's texts.
        self.assertEqual(self.desk.secretariat.get(review).status, 404)
        self.save("XBR1", do="submit")
        self.assertEqual(self.desk.secretariat.get(review).status, 404)
        self.desk.clear("XBR1")
        page = self.desk.secretariat.get(self.desk.review + "XBR1")
        self.assertEqual(self.links(page), [href])
        self.assertIn("pact.pdf", page.visible)
        self.assertEqual(self.desk.secretariat.get(review).body, files.pdf("pact"))
        for name in ("focal", "donor", "other", "administrator"):
            self.assertEqual(getattr(self.desk, name).get(review).status, 403, name)

    def test_no_web_server_gives_out_the_folder(self):
        self.save("XBR3", [("evidence_file", "a.pdf", files.pdf("folder"))], status="reported")
        for address in ("/evidence/", "/assets/../evidence/", "/data/evidence/", self.stored()[0].replace(self.site.data, "")):
            answer = self.site.client().get(address)
            self.assertGreaterEqual(answer.status, 400)
            self.assertNotIn(b"%PDF", answer.body)

    # --- ranges ---

    def test_a_download_goes_on_where_it_broke_off(self):
        content = files.pdf("ranges") + os.urandom(5000)
        page = self.save("XBR2", [("evidence_file", "a.pdf", content)], status="reported")
        address = self.desk.seat + self.links(page)[0]
        focal, n = self.desk.focal, len(content)
        whole = focal.get(address)
        tag = whole.headers["ETag"]
        self.assertEqual(whole.headers["Accept-Ranges"], "bytes")
        for asked, first, last in (("0-0", 0, 0), ("1000-", 1000, n - 1), ("1000-1999", 1000, 1999), ("-100", n - 100, n - 1), ("10-99999999", 10, n - 1),
                                   ("-99999999", 0, n - 1)):
            part = focal.get(address, headers={"Range": "bytes=" + asked, "If-Range": tag})
            self.assertEqual(part.status, 206, asked)
            self.assertEqual(part.body, content[first:last + 1])
            self.assertEqual(part.headers["Content-Range"], "bytes %d-%d/%d" % (first, last, n))
        for asked in ("%d-" % n, "99999999-", "-0"):
            part = focal.get(address, headers={"Range": "bytes=" + asked})
            self.assertEqual((part.status, part.headers["Content-Range"], part.body), (416, "bytes */%d" % n, b""), asked)
        for headers in ({"Range": "bytes=0-1", "If-Range": '"other"'}, {"Range": "lines=1-2"}):
            part = focal.get(address, headers=headers)
            self.assertEqual((part.status, part.body), (200, content), headers)
        # The whole, or a refusal by the web server, which reads ranges itself too.
        for asked in ("5-1", "a-b", "99999999999999999999-", ""):
            part = focal.get(address, headers={"Range": "bytes=" + asked})
            self.assertIn(part.status, (200, 416), asked)
            self.assertEqual(part.body == content, part.status == 200, asked)
        head = focal.request("HEAD", address)
        self.assertEqual((head.status, head.headers["Content-Length"], head.body), (200, str(n), b""))
        self.assertEqual(focal.get(address, headers={"If-None-Match": tag}).status, 304)

    def test_a_file_missing_on_the_disk_is_told(self):
        content = files.pdf("missing")
        page = self.save("XBR4", [("evidence_file", "gone.pdf", content)], status="reported")
        name = hashlib.blake2b(content, digest_size=32).hexdigest()
        os.remove(os.path.join(self.site.data, "evidence", name[:2], name[2:]))
        got = self.desk.focal.get(self.desk.seat + self.links(page)[0])
        self.assertEqual(got.status, 404)
        self.assertIn("“gone.pdf” is missing on the server", got.visible)
        self.assertNotIn(self.site.data, got.text)

    # --- a full disk, and tidying up ---

    def test_a_full_disk_is_told_and_the_text_comes_back(self):
        limit = 300000
        before = self.stored()
        for pid in reporting_processes(self.site):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            page = self.save("JUS1", [("evidence_file", "a.pdf", files.pdf() + os.urandom(limit))], status="reported", narrative="Typed with care")
            self.assertEqual(page.status, 507)
            self.assertIn("no room left on the server", page.visible)
            self.assertIn("Typed with care", page.text)
        finally:
            for pid in reporting_processes(self.site):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.assertEqual(self.stored(), before)
        self.assertEqual(self.waiting(), [])

    def test_tidy_removes_only_what_nobody_needs(self):
        page = self.save("JUS2", [("evidence_file", "kept.pdf", files.pdf("kept"))], status="reported")
        # A whole file in a form that another check refuses, and one that nobody finishes.
        self.save("JUS3", [("evidence_file", "dropped.pdf", files.pdf("dropped"))], status="not_available", reason="", do="submit")
        begun = self.uploads(self.desk.focal, {"name": "a.pdf", "size": 10}).json()
        self.assertIn("Removed: 0 files", self.site.monitor("tidy").stdout)
        dropped = hashlib.blake2b(files.pdf("dropped"), digest_size=32).hexdigest()
        old = time.time() - 25 * 3600
        for path in self.stored():
            os.utime(path, (old, old))
        done = self.site.monitor("tidy").stdout
        self.assertNotIn("Removed: 0 files", done)
        self.assertNotIn(os.path.join(self.site.data, "evidence", dropped[:2], dropped[2:]), self.stored())
        self.assertEqual(self.desk.focal.get(self.desk.seat + self.links(page)[0]).body, files.pdf("kept"))
        self.assertEqual(self.desk.focal.get(self.desk.seat + "uploads/" + begun["id"]).status, 200)
        for name in self.waiting():
            os.utime(os.path.join(self.site.data, "evidence", "incoming", name), (old, old))
        environment_now, self.site.now = self.site.now, "2026-03-12T09:00:00Z"
        try:
            self.assertRegex(self.site.monitor("tidy").stdout, r"[1-9]\d* unfinished uploads")
        finally:
            self.site.now = environment_now
        self.assertEqual(self.desk.focal.get(self.desk.seat + "uploads/" + begun["id"]).status, 404)
        self.site.monitor("audit", "verify")


if __name__ == "__main__":
    unittest.main()
