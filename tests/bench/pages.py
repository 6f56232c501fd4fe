#!/usr/bin/python3
"""Every public page from the cache: its rate as a ratio to an empty FastCGI response through the same lighttpd, and its 95th percentile under load
as a ratio to its median.

    tests/bench/pages.py BUILD

Rounds are interleaved (empty, page, empty, page …); the median of each pair's ratio is what counts: machines drift.
"""
import os
import statistics
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
os.environ["BUILD"] = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
sys.path.insert(0, os.path.join(os.path.dirname(here), "web"))
import load  # noqa: E402
import region  # noqa: E402

ROUNDS = 4


def main():
    site = region.open_site(extra=load.EMPTY)
    client = site.client()
    print("%-68s %8s %22s %26s" % ("page, cached", "1/s", "of an empty response", "95th percentile to median"))
    worst, empty_spreads = [9.0, 0.0], []
    for page in region.PAGES:
        if page.endswith("NOSUCH"):
            continue
        for _ in range(8):
            client.get(page, headers={"Accept-Encoding": "gzip"})  # until each worker has it
        pairs = [(load.run_empty(site), load.run(site, page)) for _ in range(ROUNDS)]
        ratio = statistics.median(now.rate / empty.rate for empty, now in pairs)
        spread = statistics.median(now.high / now.median for _, now in pairs)
        worst = [min(worst[0], ratio), max(worst[1], spread)]
        empty_spreads += [empty.high / empty.median for empty, _ in pairs]
        print("%-68s %8.0f %22.2f %26.1f" % (page[:68], statistics.median(now.rate for _, now in pairs), ratio, spread), flush=True)
    print("%-68s %8s %22.2f %26.1f  (at least 0.70 and at most 3.0 wanted)" % ("the worst", "", worst[0], worst[1]))
    print("%-68s %8s %22s %26.1f" % ("the empty response itself, for what the machine adds", "", "", statistics.median(empty_spreads)))
    site.close()


main()
