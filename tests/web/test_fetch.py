"""Tests of `monitor fetch` against a real HTTP server that speaks the shape of the UN SDG API, with its traps and faults."""
import csv
import gzip
import http.server
import io
import json
import os
import shutil
import sqlite3
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

import kit

EXTRACT = os.path.join(kit.CATALOGUE, "sdg", "unsdg_2023-12.csv")


def row(series, area, year, value, dimensions=None, attributes=None, **more):
    """One row as the service writes it."""
    return dict({
        "goal": ["16"], "target": ["16.2"], "indicator": ["16.2.2"], "series": series, "seriesDescription": "…",
        "geoAreaCode": str(area), "geoAreaName": "…", "timePeriodStart": year, "value": value, "source": "…", "footnotes": [""],
        "attributes": dict({"Nature": "C", "Units": "NUMBER"}, **(attributes or {})),
        "dimensions": dict({"Age": "ALLAGE", "Sex": "BOTHSEX", "Reporting Type": "G"}, **(dimensions or {}))}, **more)


class Source(http.server.ThreadingHTTPServer):
    """A local service. `rows` is what it has; `fault(handler, query)` may answer instead and then returns True."""

    daemon_threads = True

    def __init__(self, rows=(), fault=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.rows = list(rows)
        self.fault = fault
        self.requests = []
        self.page_size = None
        self.stop = threading.Event()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def base(self):
        return "http://127.0.0.1:%d/SDGAPI" % self.server_address[1]

    def handle_error(self, request, client_address):
        pass  # clients that hang up are part of the tests

    def close(self):
        self.stop.set()
        self.shutdown()
        self.server_close()

    def page(self, query):
        page = int(query["page"][0])
        size = self.page_size or int(query["pageSize"][0])
        rows = [r for r in self.rows if r["series"] in query["seriesCode"] and r["geoAreaCode"] in query["areaCode"]]
        pages = -(-len(rows) // size)
        return {"size": size, "totalElements": len(rows), "totalPages": pages, "pageNumber": page, "attributes": [], "dimensions": [],
                "data": rows[(page - 1) * size:page * size]}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(parts.query)
        self.server.requests.append(self.path)
        if self.server.fault and self.server.fault(self, query):
            return
        if parts.path != "/SDGAPI/v1/sdg/Series/Data":
            self.answer(b"{}", status=404)
            return
        self.answer(self.server.page(query))

    def answer(self, body, status=200, headers=()):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class FetchTest(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="monitor-fetch-")
        self.addCleanup(shutil.rmtree, self.data, ignore_errors=True)
        self.monitor("migrate")
        self.monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))

    def run_monitor(self, *words, now=None):
        environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        environment.update(MONITOR_DATA=self.data, LC_ALL="C")
        if now:
            environment["MONITOR_NOW"] = now
        return subprocess.run([kit.MONITOR, *words], env=environment, capture_output=True, text=True, timeout=120)

    def monitor(self, *words, **more):
        done = self.run_monitor(*words, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def source(self, *arguments, **more):
        source = Source(*arguments, **more)
        self.addCleanup(source.close)
        return source

    def fetch(self, source, *words, series="VC_HTF_DETV", **more):
        return self.run_monitor("fetch", "--base", source.base, "--series", series, *words, **more)

    def fetched(self, *arguments, **more):
        done = self.fetch(*arguments, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refused(self, *arguments, saying, status=1, **more):
        """The fetch fails with one line that says so, and the database is as it was."""
        before = self.rows("SELECT * FROM vintage"), self.rows("SELECT * FROM official_value")
        done = self.fetch(*arguments, **more)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertIn(saying, done.stderr)
        if status == 1:
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertEqual((self.rows("SELECT * FROM vintage"), self.rows("SELECT * FROM official_value")), before)
        return done

    def rows(self, sql, *values):
        db = sqlite3.connect(os.path.join(self.data, "reports.db"))
        try:
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    # --- what the service is known to send ---

    def test_a_fetch_is_one_vintage_of_this_month(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020.0, "92"), row("VC_HTF_DETV", 417, 2020, "7")])
        out = self.fetched(source, now="2026-11-23T12:00:00Z")
        self.assertIn("Vintage 2026-11 (1): 2 values.", out)
        self.assertEqual(self.rows("SELECT label, number, origin FROM vintage"), [("2026-11", 1, source.base)])
        self.assertEqual(self.rows("SELECT series, participant, dims, year, value, value_text, nature, units FROM official_value ORDER BY participant"), [
            ("VC_HTF_DETV", "KAZ", "age=allage;sex=bothsex", 2020, 92.0, "92", "c", "number"),
            ("VC_HTF_DETV", "KGZ", "age=allage;sex=bothsex", 2020, 7.0, "7", "c", "number")])

    def test_the_request_names_series_areas_and_page(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        self.fetched(source, "--area", "KAZ", "417")
        self.assertEqual(source.requests, ["/SDGAPI/v1/sdg/Series/Data?seriesCode=VC_HTF_DETV&areaCode=398&areaCode=417&page=1&pageSize=1000"])

    def test_without_series_the_catalogue_says_which(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        done = self.run_monitor("fetch", "--base", source.base)
        self.assertEqual(done.returncode, 1)
        self.assertIn("catalogue", done.stderr)
        self.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, "sdg"))
        self.monitor("fetch", "--base", source.base)
        asked = {urllib.parse.parse_qs(path.partition("?")[2])["seriesCode"][0] for path in source.requests}
        self.assertEqual(asked, {code for code, in self.rows("SELECT code FROM series")})

    def test_values_that_are_no_numbers_are_kept_as_texts(self):
        values = ["N", "NaN", "<5", "", None, "1,234", 12.5, "0"]
        source = self.source([row("VC_HTF_DETV", 398, 2000 + i, value) for i, value in enumerate(values)])
        self.fetched(source)
        self.assertEqual(self.rows("SELECT value_text, value FROM official_value ORDER BY year"), [
            ("N", None), ("NaN", None), ("<5", None), ("", None), ("", None), ("1,234", None), ("12.5", 12.5), ("0", 0.0)])

    def test_years_may_be_numbers_or_texts(self):
        source = self.source([row("VC_HTF_DETV", 398, year, "1") for year in (2018, 2019.0, "2020", "2021.0")])
        self.fetched(source)
        self.assertEqual([year for year, in self.rows("SELECT year FROM official_value ORDER BY year")], [2018, 2019, 2020, 2021])

    def test_area_codes_may_be_numbers(self):
        source = self.source()
        source.fault = lambda handler, query: handler.answer({"totalPages": 1, "data": [dict(row("VC_HTF_DETV", 0, 2020, "1"), geoAreaCode=398)]}) or True
        self.fetched(source)
        self.assertEqual(self.rows("SELECT participant FROM official_value"), [("KAZ",)])

    def test_all_pages_are_read(self):
        source = self.source([row("VC_HTF_DETV", 398, year, str(year)) for year in range(1990, 2021)])
        source.page_size = 10
        self.fetched(source)
        self.assertEqual(len(source.requests), 4)
        self.assertEqual(self.rows("SELECT COUNT(*) FROM official_value"), [(31,)])

    def test_a_row_that_repeats_for_another_goal_counts_once(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1"), row("VC_HTF_DETV", 398, 2020, "1", goal=["5"])])
        self.assertIn("1 value.", self.fetched(source))
        self.assertEqual(self.rows("SELECT COUNT(*) FROM official_conflict"), [(0,)])

    def test_a_point_with_two_values_is_named_as_a_conflict(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "5"), row("VC_HTF_DETV", 398, 2020, "6")])
        self.assertIn("contradicts", self.fetched(source))
        self.assertEqual(self.rows("SELECT participant, year, value_text FROM official_conflict"), [("KAZ", 2020, "6")])

    def test_other_reporting_types_and_unasked_rows_are_left_out(self):
        rows = [row("VC_HTF_DETV", 398, 2020, "1"), row("VC_HTF_DETV", 398, 2020, "2", {"Reporting Type": "N"}),
                row("VC_HTF_DETV", 643, 2020, "3"), row("VC_HTF_DETV", 143, 2020, "4"), row("OTHER", 398, 2020, "5"),
                row("VC_HTF_DETV", 417, 2020, "6")]
        source = self.source()
        source.fault = lambda handler, query: handler.answer({"totalPages": 1, "totalElements": len(rows), "data": rows}) or True
        self.fetched(source, "--area", "398")
        self.assertEqual(self.rows("SELECT series, participant, value_text FROM official_value"), [("VC_HTF_DETV", "KAZ", "1")])

    def test_the_observation_status_counts_wherever_it_stands(self):
        for place in ({"dimensions": {"Observation Status": "A"}}, {"attributes": {"Observation Status": "A"}}):
            source = self.source([row("SL_EMP_INJUR", 398, 2020, "1", **place)])
            self.fetched(source, series="SL_EMP_INJUR")
        self.assertEqual(self.rows("SELECT DISTINCT dims FROM official_value"), [("age=allage;observation_status=a;sex=bothsex",)])
        self.assertEqual(self.rows("SELECT COUNT(*) FROM vintage"), [(1,)])

    def test_the_shipped_extract_through_the_service_gives_the_same_values(self):
        names = {"sex": "Sex", "age": "Age", "migratory_status": "Migratory status", "policy_domains": "Policy Domains",
                 "ihr_capacity": "IHR Capacity", "observation_status": "Observation Status"}
        with open(EXTRACT, newline="", encoding="utf-8") as file:
            extract = list(csv.DictReader(file))
        rows = []
        for line in extract:
            dims = {"Reporting Type": "G"}
            for pair in filter(None, line["dims"].split(";")):
                name, _, code = pair.partition("=")
                dims[names[name]] = code.upper().replace("LT", "<").replace("15_24", "15-24")
            rows.append(dict(row(line["series"], line["m49"], float(line["year"]), line["value"]), dimensions=dims,
                             attributes={"Nature": line["nature"].upper(), "Units": line["units"].upper()}))
        source = self.source(rows)
        source.page_size = 100
        series = sorted({line["series"] for line in extract})
        self.monitor("fetch", "--base", source.base, "--series", *series)
        self.monitor("fetch", "--from-file", EXTRACT, "--vintage", "2023-12")
        columns = "series, participant, dims, year, value, value_text, nature, units"
        self.assertEqual(self.rows("SELECT %s FROM official_value WHERE vintage = 1" % columns),
                         self.rows("SELECT %s FROM official_value WHERE vintage = 2" % columns))
        self.assertEqual(self.rows("SELECT COUNT(*) FROM official_value WHERE vintage = 1"), [(len(extract),)])

    def test_a_compressed_answer_is_read(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        source.fault = lambda handler, query: handler.answer(
            gzip.compress(json.dumps(source.page(query)).encode()), headers=[("Content-Encoding", "gzip")]) or True
        self.assertIn("1 value.", self.fetched(source))

    def test_an_identical_repeat_adds_nothing_and_says_so(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1"), row("VC_HTF_DETV", 417, 2020, "2")])
        self.fetched(source, now="2026-10-01T00:00:00Z")
        source.rows.reverse()
        self.assertIn("nothing was added", self.fetched(source, now="2026-10-02T00:00:00Z"))
        self.assertIn("nothing was added", self.fetched(source, now="2026-11-01T00:00:00Z"))
        source.rows[0]["value"] = "3"
        self.assertIn("Vintage 2026-11 (1)", self.fetched(source, now="2026-11-02T00:00:00Z"))
        self.assertIn("The audit log is whole", self.monitor("audit", "verify"))

    # --- faults ---

    def test_an_error_that_passes_is_tried_again(self):
        failures = [500, 503]
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        source.fault = lambda handler, query: bool(failures) and (handler.answer(b"oops", status=failures.pop()) or True)
        self.fetched(source)
        self.assertEqual(len(source.requests), 3)

    def test_after_three_tries_it_gives_up_and_keeps_the_old_vintage(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        self.fetched(source)
        source.fault = lambda handler, query: handler.answer(b"oops", status=500) or True
        self.refused(source, saying="status 500")
        self.assertEqual(len(source.requests), 1 + 3)

    def test_a_refusal_is_not_tried_again(self):
        source = self.source(fault=lambda handler, query: handler.answer(b"{}", status=404) or True)
        self.refused(source, saying="status 404")
        self.assertEqual(len(source.requests), 1)

    def test_a_server_that_never_answers_is_left(self):
        def silent(handler, query):
            handler.server.stop.wait(30)
            return True
        began = time.monotonic()
        self.refused(self.source(fault=silent), "--timeout", "1", saying="in time")
        self.assertLess(time.monotonic() - began, 20)

    def test_a_body_that_trickles_is_left(self):
        def trickle(handler, query):
            handler.send_response(200)
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
            while not handler.server.stop.wait(0.05):
                handler.wfile.write(b" ")
            return True
        self.refused(self.source(fault=trickle), "--timeout", "1", saying="in time")

    def test_a_server_that_is_not_there_is_named(self):
        source = Source()
        source.close()
        self.refused(source, saying="cannot be fetched")

    def test_a_connection_cut_in_the_middle_is_refused(self):
        def cut(handler, query):
            handler.send_response(200)
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
            handler.wfile.write(b'{"totalPages": 1, "data": []}')
            handler.close_connection = True
            return True
        source = self.source(fault=cut)
        self.refused(source, saying="cannot be fetched")
        self.assertEqual(len(source.requests), 3)

    def test_truncated_json_is_refused(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        source.fault = lambda handler, query: handler.answer(json.dumps(source.page(query)).encode()[:-20]) or True
        self.refused(source, saying="not whole JSON")

    def test_a_failure_on_the_last_page_stores_nothing(self):
        source = self.source([row("VC_HTF_DETV", 398, year, "1") for year in range(2000, 2020)])
        source.page_size = 5
        source.fault = lambda handler, query: query["page"] == ["4"] and (handler.answer(b"<html>") or True)
        self.refused(source, saying="not whole JSON")

    def test_a_failure_of_the_second_series_stores_nothing(self):
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1"), row("VC_HTF_DETVR", 398, 2020, "1")])
        source.fault = lambda handler, query: query["seriesCode"] == ["VC_HTF_DETVR"] and (handler.answer(b"", status=500) or True)
        done = self.run_monitor("fetch", "--base", source.base, "--series", "VC_HTF_DETV", "VC_HTF_DETVR")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.rows("SELECT COUNT(*) FROM vintage"), [(0,)])

    def test_each_wrong_type_is_refused_with_its_row(self):
        good = row("VC_HTF_DETV", 398, 2020, "1")
        for name, value in [("value", {"x": 1}), ("value", [1]), ("value", True), ("timePeriodStart", None), ("timePeriodStart", "soon"),
                            ("timePeriodStart", 2015.5), ("timePeriodStart", 1e300), ("timePeriodStart", [2020]), ("geoAreaCode", {}),
                            ("series", []), ("dimensions", []), ("dimensions", {"Age": {}}), ("dimensions", {"Age": "++"}),
                            ("dimensions", {"Age": "A", "AGE": "B"}), ("attributes", "C"), ("attributes", {"Nature": ["C"]}), ("value", "1" * 100)]:
            with self.subTest(name=name, value=value):
                source = self.source()
                rows = [good, dict(good, **{name: value})]
                source.fault = lambda handler, query: handler.answer({"totalPages": 1, "data": rows}) or True
                self.refused(source, saying="row 2")
        for missing in ("value", "timePeriodStart", "geoAreaCode", "series"):
            with self.subTest(missing=missing):
                source = self.source()
                rows = [good, {k: v for k, v in good.items() if k != missing}]
                source.fault = lambda handler, query: handler.answer({"totalPages": 1, "data": rows}) or True
                self.refused(source, saying=missing)
        for rows in (["text"], [None], [[]]):
            with self.subTest(rows=rows):
                source = self.source()
                source.fault = lambda handler, query: handler.answer({"totalPages": 1, "data": rows}) or True
                self.refused(source, saying="row 1")

    def test_an_answer_of_another_shape_is_refused(self):
        for body in ([], "text", 5, None, {}, {"data": []}, {"totalPages": 1}, {"totalPages": "1", "data": []}, {"totalPages": 1, "data": {}},
                     {"totalPages": -1, "data": []}, {"totalPages": 1.5, "data": []}, {"totalPages": 1, "data": [], "totalElements": "x"},
                     {"totalPages": 1, "data": [], "pageNumber": "1"}):
            with self.subTest(body=body):
                source = self.source(fault=lambda handler, query: handler.answer(json.dumps(body).encode()) or True)
                self.refused(source, saying="VC_HTF_DETV")

    def test_no_values_at_all_is_refused(self):
        self.refused(self.source(), saying="no values")

    def test_a_feed_that_contradicts_itself_is_refused(self):
        point = row("VC_HTF_DETV", 398, 2020, "1")
        feeds = {
            "sent page 1": lambda page: {"totalPages": 3, "totalElements": 3, "pageNumber": 1, "data": [point]},
            "changed": lambda page: {"totalPages": page + 1, "pageNumber": page, "data": [dict(point, timePeriodStart=2000 + page)]},
            "announced": lambda page: {"totalPages": 2, "totalElements": 30, "pageNumber": page, "data": [dict(point, timePeriodStart=2000 + page)]},
            "pages": lambda page: {"totalPages": 10 ** 8, "pageNumber": page, "data": [point]},
        }
        for saying, feed in feeds.items():
            with self.subTest(saying=saying):
                source = self.source()
                source.fault = lambda handler, query: handler.answer(feed(int(query["page"][0]))) or True
                self.refused(source, saying=saying)
                self.assertLess(len(source.requests), 4)

    def test_a_huge_body_is_left_at_the_cap(self):
        def huge(handler, query):
            handler.send_response(200)
            if announced:
                handler.send_header("Content-Length", str(100 << 20))
            else:
                handler.send_header("Connection", "close")
                handler.close_connection = True
            handler.end_headers()
            block = b" " * (1 << 20)
            for _ in range(100):
                handler.wfile.write(block)
                sent[0] += len(block)
            return True
        for announced in (True, False):
            with self.subTest(announced=announced):
                sent = [0]
                source = self.source(fault=huge)
                self.refused(source, saying="larger than")
                self.assertEqual(len(source.requests), 1)
                self.assertLess(sent[0], 60 << 20)

    def test_a_compressed_bomb_is_left_at_the_cap(self):
        buffer = io.BytesIO()
        with gzip.GzipFile(fileobj=buffer, mode="wb") as file:
            for _ in range(100):
                file.write(b" " * (1 << 20))
        source = self.source(fault=lambda handler, query: handler.answer(buffer.getvalue(), headers=[("Content-Encoding", "gzip")]) or True)
        self.refused(source, saying="larger than")

    def test_deeply_nested_json_is_refused(self):
        source = self.source(fault=lambda handler, query: handler.answer(b'{"data":' + b"[" * 100000) or True)
        self.refused(source, saying="not whole JSON")

    # --- redirects and addresses ---

    def test_a_redirect_to_another_server_is_not_followed(self):
        other = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        for target in (other.base.replace("/SDGAPI", ""), "http://localhost:%d" % other.server_address[1], "ftp://127.0.0.1", "file:///etc/passwd#"):
            with self.subTest(target=target):
                source = self.source(fault=lambda handler, query: handler.answer(b"", status=302, headers=[("Location", target + handler.path)]) or True)
                done = self.refused(source, saying="Nothing was changed")
                self.assertRegex(done.stderr, "not followed|status 302")
        self.assertEqual(other.requests, [])

    def test_a_redirect_on_the_same_server_is_followed_a_few_times(self):
        def moved(handler, query):
            if handler.path.startswith("/SDGAPI/new/"):
                handler.answer(source.page(query))
            else:
                handler.answer(b"", status=301, headers=[("Location", handler.path.replace("/SDGAPI/", "/SDGAPI/new/"))])
            return True
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")], fault=moved)
        self.fetched(source)
        source.fault = lambda handler, query: handler.answer(b"", status=302, headers=[("Location", handler.path)]) or True
        source.requests.clear()
        self.refused(source, saying="redirected too often")
        self.assertEqual(len(source.requests), 4)

    def test_addresses_that_are_none_are_refused(self):
        for base in ("", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://user:word@127.0.0.1/", "http://127.0.0.1/?x=1",
                     "http://127.0.0.1/#x", "nonsense", "http://127.0.0.1:99999/", "gopher://127.0.0.1/"):
            with self.subTest(base=base):
                done = self.run_monitor("fetch", "--base=" + base, "--series", "VC_HTF_DETV")
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("no address", done.stderr)

    @unittest.skipUnless(shutil.which("openssl"), "openssl is not installed")
    def test_a_server_without_a_trusted_certificate_is_refused(self):
        certificate = os.path.join(self.data, "self-signed.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", certificate, "-out", certificate + ".crt", "-days", "2",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate + ".crt", certificate)
        source = self.source([row("VC_HTF_DETV", 398, 2020, "1")])
        source.socket = context.wrap_socket(source.socket, server_side=True, do_handshake_on_connect=False)
        done = self.run_monitor("fetch", "--base", source.base.replace("http:", "https:"), "--series", "VC_HTF_DETV")
        self.assertEqual(done.returncode, 1)
        self.assertIn("certificate", done.stderr)
        self.assertEqual(source.requests, [])

    # --- the command line ---

    def test_what_makes_no_sense_together_is_a_usage_error(self):
        for words in (["--from-file", EXTRACT], ["--vintage", "2023-12"], ["--from-file", EXTRACT, "--vintage", "2023"],
                      ["--from-file", EXTRACT, "--vintage", "2023-12", "--base", "http://127.0.0.1/"],
                      ["--from-file", EXTRACT, "--vintage", "2023-12", "--area", "398"],
                      ["--series", "VC&areaCode=1"], ["--timeout", "0"], ["--timeout", "x"]):
            with self.subTest(words=words):
                done = self.run_monitor("fetch", *words)
                self.assertEqual(done.returncode, 2, done.stderr)

    def test_an_area_that_is_no_participant_is_refused(self):
        source = self.source([row("VC_HTF_DETV", 643, 2020, "1")])
        self.refused(source, "--area", "643", saying="643 is no participant")
        self.assertEqual(source.requests, [])

    def test_a_bad_extract_stores_nothing_and_names_every_row(self):
        path = os.path.join(self.data, "extract.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("series,iso3,m49,year,nature,units,dims,value\nA,KAZ,398,2020,c,number,,1\nA,KAZ,398,x,c,number,,1\nA,KAZ,417,2020,c,number,,1\n")
        done = self.run_monitor("fetch", "--from-file", path, "--vintage", "2020-10")
        self.assertEqual(done.returncode, 1)
        self.assertIn("row 3", done.stderr)
        self.assertIn("row 4", done.stderr)
        self.assertEqual(self.rows("SELECT COUNT(*) FROM vintage"), [(0,)])


if __name__ == "__main__":
    unittest.main()
