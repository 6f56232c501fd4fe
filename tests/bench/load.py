"""Load on one site, and its yardstick: an empty FastCGI response (empty.c) through the same lighttpd, as the host empty.example.

    site = kit.Site(extra=load.EMPTY)
    result = load.run(site, "/ihr/")       # .rate, .median, .high
"""
import collections
import os
import re
import subprocess

SECONDS = 1

EMPTY = """
server.max-keep-alive-requests = 1000000
var.empty = ( "bin-path" => "%s/bench/empty", "socket" => var.run + "/empty", "max-procs" => 2, "check-local" => "disable" )
$HTTP["host"] =~ "^empty\\.example" { fastcgi.server = ( "/" => ( var.empty ) ) }
accesslog.filename := "/dev/null"
""" % os.environ["BUILD"]
# wrk tells the 95th percentile only when asked from a script.
SCRIPT = """
done = function(summary, latency, requests)
	io.write(string.format("took %f %f %f %d\\n", summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(95),
		summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""

Result = collections.namedtuple("Result", "rate median high")


def run(site, path, host="localhost"):
    """Requests a second, median and 95th percentile in microseconds, of eight connections at a time."""
    script = site.path("percentiles.lua", SCRIPT.encode())
    done = subprocess.run(["wrk", "-t1", "-c8", "-d%ds" % SECONDS, "-s", script, "-H", "Host: " + host, "-H", "Accept-Encoding: gzip",
                           "http://127.0.0.1:%d%s" % (site.port, path)], capture_output=True, text=True, check=True)
    rate, median, high, errors = re.search(r"^took (\S+) (\S+) (\S+) (\d+)$", done.stdout, re.M).groups()
    if int(errors):
        raise SystemExit("%s: %s" % (path, done.stdout))
    return Result(float(rate), float(median), float(high))


def run_empty(site):
    return run(site, "/", "empty.example")
