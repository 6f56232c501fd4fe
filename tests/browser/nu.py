"""The Nu HTML checker of the W3C over pages and style sheets as files. tests/npm-install fetches it.

    nu.problems({"/ihr/": body, …})    # a list of sentences, empty where nothing is found
    nu.missing()                       # why it can't be used on this machine, or None
"""
import json
import os
import shutil
import subprocess
import tempfile

import npm


def missing():
    return npm.missing("vnu-jar") or (None if shutil.which("java") else "there is no java for the Nu HTML checker")


def problems(pages, suffix=".html"):
    """Errors and warnings alike; `pages` is a dictionary of bytes by name."""
    with tempfile.TemporaryDirectory(prefix="monitor-nu-") as folder:
        names = {}
        for i, (name, body) in enumerate(pages.items()):
            path = os.path.join(folder, "%d%s" % (i, suffix))
            names["file:" + path] = name
            with open(path, "wb") as file:
                file.write(body)
        done = subprocess.run(["java", "-jar", npm.path("vnu-jar", "build", "dist", "vnu.jar"), "--format", "json", "--exit-zero-always", "--stdout",
                               "--also-check-css", "--also-check-svg", folder], capture_output=True, text=True, timeout=300)
        if done.returncode:
            raise AssertionError("the Nu HTML checker failed: " + done.stderr[-2000:])
        return ["%s, line %s: %s: %s" % (names.get(one.get("url"), one.get("url")), one.get("lastLine"), one["message"], one.get("extract", "")[:200])
                for one in json.loads(done.stdout)["messages"]]
