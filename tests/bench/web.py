#!/usr/bin/python3
"""Web benchmarks: each rate as a ratio to an empty FastCGI response through the same lighttpd on loopback, measured in the same run.

    tests/bench/web.py BUILD

Rounds are interleaved (empty, page, page, … and again), and the median of each pair's ratio is what counts: machines drift.
"""
import http.client
import os
import re
import statistics
import subprocess
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
os.environ["BUILD"] = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
sys.path.insert(0, os.path.join(os.path.dirname(here), "web"))
import kit  # noqa: E402

ROUNDS = 5
SECONDS = 2
DRAFTS = 300

EXTRA = """
server.max-keep-alive-requests = 1000000
var.empty = ( "bin-path" => "%(build)s/bench/empty", "socket" => var.run + "/empty", "max-procs" => 2, "check-local" => "disable" )
var.uncached = ( "bin-path" => var.bin + "/dashboard.fcgi", "socket" => var.run + "/uncached", "max-procs" => 2,
	"check-local" => "disable", "bin-environment" => var.public + ( "MONITOR_CACHE" => "off" ) )
$HTTP["host"] =~ "^empty\\.example" { fastcgi.server = ( "/" => ( var.empty ) ) }
$HTTP["host"] =~ "^uncached\\.example" { fastcgi.server = ( "/" => ( var.uncached ) ) }
accesslog.filename := "/dev/null"
"""


def rate(site, path, host="localhost"):
    """Requests a second, eight connections at a time."""
    done = subprocess.run(["wrk", "-t1", "-c8", "-d%ds" % SECONDS, "-H", "Host: " + host, "-H", "Accept-Encoding: gzip",
                           "http://127.0.0.1:%d%s" % (site.port, path)], capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise SystemExit("%s: %s" % (path, done.stdout))
    return float(re.search(r"Requests/sec:\s*([0-9.]+)", done.stdout).group(1))


class Line:
    """One connection that stays open."""

    def __init__(self, site, host="localhost", cookies=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", site.port)
        self.headers = {"Host": host, "Content-Type": "application/x-www-form-urlencoded"}
        if cookies:
            self.headers["Cookie"] = "; ".join("%s=%s" % pair for pair in cookies.items())

    def post(self, path, body, expected):
        self.connection.request("POST", path, body, self.headers)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != expected:
            raise SystemExit("POST %s answered %d" % (path, answer.status))


def open_round(site):
    """A round of an obviously invented participant, and a focal point who fills it."""
    site.monitor("participant", "add", "XAA", "--name", "Exampleland")
    site.person("secretariat@x.example", "secretariat")
    site.person("focal@x.example", ("focal_point", "XAA"))
    client = site.signed_in("secretariat@x.example")
    today = time.gmtime()
    page = client.get("/secretariat/rounds/new?framework=trafficking&period=%d" % today.tm_year)
    client.submit(page, "/secretariat/rounds/new", participant=["XAA"], opens_on="%d-01-01" % today.tm_year,
                  due_on="%d-12-30" % today.tm_year, closes_on="%d-12-31" % today.tm_year)
    client = site.signed_in("focal@x.example")
    link = re.search(r'href="(/reporting/\d+/XAA/)"', client.get("/reporting/").text).group(1)
    return client, link + "LAW1"


def drafts(site, client, path, base):
    """Seconds for DRAFTS saved drafts and as many empty responses, one after the other, in turn."""
    fields = dict(client.get(path).form(path))
    line, empty = Line(site, cookies=client.cookies), Line(site, "empty.example")
    spent = [0.0, 0.0]
    for i in range(DRAFTS):
        fields.update({"base": str(base + i), "do": "save", "status": "reported", "value": "1", "narrative": "Draft %d" % (base + i)})
        body = urllib.parse.urlencode(fields)
        began = time.perf_counter()
        line.post(path, body, 303)
        between = time.perf_counter()
        empty.post("/", body, 200)
        spent[0] += between - began
        spent[1] += time.perf_counter() - between
    return spent


def main():
    site = kit.Site(shipped=True, extra=EXTRA % {"build": os.environ["BUILD"]})
    pages = [
        ("overview of ihr, cached", "/ihr/", "localhost", 0.7),
        ("overview of ihr, uncached", "/ihr/", "uncached.example", 0.15),
        ("country page, cached", "/ihr/countries/KGZ", "localhost", 0.7),
        ("country page, uncached", "/ihr/countries/KGZ", "uncached.example", None),
    ]
    rates = {title: [] for title, *_ in pages}
    ratios = {title: [] for title, *_ in pages}
    empties = []
    for path in ("/ihr/", "/ihr/countries/KGZ"):
        for _ in range(4):
            site.client().get(path, headers={"Accept-Encoding": "gzip"})
    for _ in range(ROUNDS):
        for title, path, host, _wanted in pages:
            empty = rate(site, "/", "empty.example")
            empties.append(empty)
            now = rate(site, path, host)
            rates[title].append(now)
            ratios[title].append(now / empty)
    print("%-34s %8.0f requests/s  (the yardstick, 8 connections)" % ("empty FastCGI response", statistics.median(empties)))
    for title, _path, _host, wanted in pages:
        print("%-34s %8.0f requests/s  ratio %.2f%s" % (title, statistics.median(rates[title]), statistics.median(ratios[title]),
                                                        "  (at least %.2f wanted)" % wanted if wanted else ""))
    client, path = open_round(site)
    spent = drafts(site, client, path, 0)
    print("%-34s %8.2f ms  ratio %.1f times an empty response, one connection (%.2f ms)" % (
        "a saved draft", 1000 * spent[0] / DRAFTS, spent[0] / spent[1], 1000 * spent[1] / DRAFTS))


main()
