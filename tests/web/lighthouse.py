"""Lighthouse on pages, all in one Chromium. tests/npm-install fetches it.

    for page, found in lighthouse.scores(site, ["/ihr/"], ("accessibility",)):   # "/ihr/", {"accessibility": (100, ["what is wanting"])}
    lighthouse.missing()                                                         # why it can't be used on this machine, or None
"""
import json
import os
import shutil
import subprocess
import tempfile

import npm

MOST = 120  # seconds of one page


def missing():
    return npm.missing("lighthouse") or (None if shutil.which("node") else "there is no node for Lighthouse")


def scores(site, pages, categories):
    """Page by page, as they are done."""
    root = "http://127.0.0.1:%d" % site.port
    with tempfile.TemporaryDirectory(prefix="monitor-lighthouse-", ignore_cleanup_errors=True) as folder:
        asked = {"modules": os.path.dirname(npm.path("lighthouse")), "profile": folder, "urls": [root + page for page in pages],
                 "categories": list(categories)}
        with open(os.path.join(folder, "errors"), "w+") as errors:
            with subprocess.Popen(["timeout", str(MOST * len(pages)), "node", os.path.join(os.path.dirname(__file__), "lighthouse.mjs")],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True) as process:
                process.stdin.write(json.dumps(asked))
                process.stdin.close()
                done = 0
                for line in process.stdout:
                    found = json.loads(line)
                    if "failed" in found:
                        raise AssertionError("Lighthouse failed on %s: %s" % (found["url"], found["failed"]))
                    done += 1
                    yield found["url"][len(root):], {name: (score, wanting) for name, (score, wanting) in found["categories"].items()}
            if process.returncode or done != len(pages):
                errors.seek(0)
                raise AssertionError("Lighthouse ended after %d of %d pages: %s" % (done, len(pages), errors.read()[-2000:]))
