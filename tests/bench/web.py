#!/usr/bin/python3
"""What is made anew for each request: each figure as a ratio to an empty FastCGI response through the same lighttpd, measured in the same run.
Pages from the cache are in pages.py.

    tests/bench/web.py BUILD

Rounds are interleaved (empty, page, page, … and again), and the median of each pair's ratio is what counts: machines drift.
"""
import http.client
import os
import re
import statistics
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
os.environ["BUILD"] = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
sys.path.insert(0, os.path.join(os.path.dirname(here), "web"))
import kit  # noqa: E402
import load  # noqa: E402

ROUNDS = 5
DRAFTS = 300

# The same pages by a program that renders each anew.
UNCACHED = """
var.uncached = ( "bin-path" => var.bin + "/dashboard.fcgi", "socket" => var.run + "/uncached", "max-procs" => 2,
	"check-local" => "disable", "bin-environment" => var.public + ( "MONITOR_CACHE" => "off" ) )
$HTTP["host"] =~ "^uncached\\.example" { fastcgi.server = ( "/" => ( var.uncached ) ) }
"""


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
    site = kit.Site(shipped=True, extra=load.EMPTY + UNCACHED)
    pages = [("overview of ihr, uncached", "/ihr/", 0.15), ("country page, uncached", "/ihr/countries/KGZ", None)]
    pairs = {title: [] for title, *_ in pages}
    for _ in range(ROUNDS):
        for title, path, _wanted in pages:
            pairs[title].append((load.run_empty(site), load.run(site, path, "uncached.example")))
    print("%-34s %8.0f requests/s  (the yardstick, 8 connections)" % (
        "empty FastCGI response", statistics.median(empty.rate for of_page in pairs.values() for empty, _ in of_page)))
    for title, _path, wanted in pages:
        print("%-34s %8.0f requests/s  ratio %.2f%s" % (
            title, statistics.median(now.rate for _, now in pairs[title]), statistics.median(now.rate / empty.rate for empty, now in pairs[title]),
            "  (at least %.2f wanted)" % wanted if wanted else ""))
    client, path = open_round(site)
    spent = drafts(site, client, path, 0)
    print("%-34s %8.2f ms  ratio %.1f times an empty response, one connection (%.2f ms)" % (
        "a saved draft", 1000 * spent[0] / DRAFTS, spent[0] / spent[1], 1000 * spent[1] / DRAFTS))


main()
