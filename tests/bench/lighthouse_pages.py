#!/usr/bin/python3
"""Lighthouse over the public pages, simulated telephone on a slow line: performance, accessibility and best practices of 100.

    tests/bench/lighthouse_pages.py BUILD
"""
import os
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
os.environ["BUILD"] = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
sys.path.insert(0, os.path.join(os.path.dirname(here), "web"))
import lighthouse  # noqa: E402
import region  # noqa: E402

CATEGORIES = ("performance", "accessibility", "best-practices")


def main():
    if lighthouse.missing():
        print("skipped: %s" % lighthouse.missing())
        return
    site = region.open_site()
    print("%-60s %s  (at least 99 wanted)" % ("page", "  ".join(CATEGORIES)))
    pages = [page for page in region.PAGES if not page.endswith("NOSUCH")]  # Lighthouse refuses to look at a 404
    for page, found in lighthouse.scores(site, pages, CATEGORIES):
        print("%-60s %11d  %13d  %14d" % ((page[:60],) + tuple(found[name][0] for name in CATEGORIES)), flush=True)
        for name in CATEGORIES:
            for one in found[name][1]:
                if found[name][0] < 99:
                    print("    %s: %s" % (name, one))
    site.close()


main()
