"""Lighthouse on one page. tests/npm-install fetches it.

    lighthouse.scores(site, "/ihr/", ("accessibility",))   # {"accessibility": (100, ["what is missing"])}
    lighthouse.missing()                                   # why it can't be used on this machine, or None
"""
import json
import os
import shutil
import subprocess
import tempfile

import npm


def missing():
    return npm.missing("lighthouse") or (None if shutil.which("node") else "there is no node for Lighthouse")


def scores(site, path, categories):
    with tempfile.TemporaryDirectory(prefix="monitor-lighthouse-") as folder:
        report = os.path.join(folder, "report.json")
        done = subprocess.run(["node", npm.path("lighthouse", "cli", "index.js"), "http://127.0.0.1:%d%s" % (site.port, path), "--quiet", "--output=json",
                               "--output-path=" + report, "--only-categories=" + ",".join(categories),
                               "--chrome-flags=--headless --no-sandbox --disable-gpu --user-data-dir=" + os.path.join(folder, "profile")],
                              capture_output=True, text=True, timeout=300, env=dict(os.environ, CHROME_PATH="/usr/bin/chromium"))
        if done.returncode:
            raise AssertionError("Lighthouse failed on %s: %s" % (path, done.stderr[-2000:]))
        with open(report, encoding="utf-8") as file:
            found = json.load(file)
    result = {}
    for name, category in found["categories"].items():
        if category["score"] is None:
            raise AssertionError("Lighthouse gave %s no score for %s: %s" % (path, name, found.get("runtimeError")))
        wanting = [found["audits"][one["id"]] for one in category["auditRefs"] if one["weight"] > 0]
        result[name] = (round(100 * category["score"]), ["%s (%s)" % (one["title"], one.get("displayValue") or one["score"])
                                                         for one in wanting if one["score"] is not None and one["score"] < 0.9])
    return result
