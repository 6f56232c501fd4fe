"""Runs the tests of a folder, or those whose file, class or name contains `wanted`.

Each file of tests runs in a process of its own, as many at a time as there are processors (JOBS=n says otherwise): files share no data, no
ports and no browser. Files that say BEGIN_FIRST = True, which take long, are begun first. What a file prints is shown when it has
ended. A single file, or JOBS=1, runs in this process, as a debugger wants.

A test that takes longer than MOST is ended with its file, and says where it stood. V=1 shows each file and the seconds it took.
Ends with the tests that failed, how to run them again, and "N passed, M failed".
"""
import faulthandler
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import unittest

MOST = int(os.environ.get("MONITOR_TEST_MOST", 600))  # seconds of one test, or of what comes before its class


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


def name_of(test):
    """What the runner takes to run it again; of a class that could not begin, the class."""
    test = getattr(test, "test_case", test)
    name = test.id()
    if type(test).__name__ == "_FailedTest":  # a file that can't be imported
        return name.rpartition(".")[2]
    return name[name.index("(") + 1:-1] if "(" in name else name


class Result(unittest.TextTestResult):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.successes = 0
        self.slow = []
        self.watch()

    def watch(self):
        faulthandler.dump_traceback_later(MOST, exit=True)

    def startTest(self, test):
        self.watch()
        self.began = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.watch()
        self.slow.append((time.monotonic() - self.began, test.id()))

    def addSuccess(self, test):
        super().addSuccess(test)
        self.successes += 1


def run(tests):
    """The tests in this process: what became of them."""
    result = unittest.TextTestRunner(verbosity=0, stream=sys.stdout, resultclass=Result).run(unittest.TestSuite(tests))
    faulthandler.cancel_dump_traceback_later()
    bad = [one for one, _ in result.failures + result.errors] + result.unexpectedSuccesses
    if os.environ.get("V"):
        for seconds, name in sorted(result.slow, reverse=True)[:10]:
            print("  %6.1f s  %s" % (seconds, name))
    return {"passed": result.successes, "failed": sorted({name_of(one) for one in bad}), "skipped": [why for _, why in result.skipped]}


class File:
    """A file's tests in a process of their own; what they print and what became of them goes to the folder."""

    def __init__(self, name, tests, folder):
        self.name = name
        self.log, self.outcome = os.path.join(folder, name + ".log"), os.path.join(folder, name + ".json")
        self.began = time.monotonic()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.setpgid(0, 0)
            output = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(output, 1)
            os.dup2(output, 2)
            faulthandler.enable()
            found = run(tests)
            with open(self.outcome, "w") as file:
                json.dump(found, file)
            sys.exit(0)

    def ended(self, status, usage):
        """What became of the tests, said."""
        try:
            os.killpg(self.pid, signal.SIGKILL)  # what it left running
        except ProcessLookupError:
            pass
        with open(self.log, errors="replace") as log:
            text = log.read()
        try:
            with open(self.outcome) as file:
                found = json.load(file)
        except OSError:
            found = {"passed": 0, "failed": [self.name], "skipped": []}
            text += "%s did not finish (%s)\n" % (self.name, "signal %d" % status if os.WIFSIGNALED(status) else "exit %d" % os.waitstatus_to_exitcode(status))
        took = " in %.1f s, of processors %.1f" % (time.monotonic() - self.began, usage.ru_utime + usage.ru_stime) if os.environ.get("V") else ""
        if found["failed"]:
            print("--- %s%s\n%s" % (self.name, took, text), flush=True)
        else:
            # What the tests said, without what unittest says of itself.
            said = [line for line in text.splitlines(True) if not re.match(r"-{70}$|Ran \d+ tests? in|OK\b|$", line)]
            print("ok  %s (%d)%s\n%s" % (self.name, found["passed"], took, "".join(said)), end="", flush=True)
        return found


def end(*_):
    raise KeyboardInterrupt


def run_files(files, jobs):
    """The files' tests, `jobs` files at a time, in the order given."""
    signal.signal(signal.SIGTERM, end)
    folder = tempfile.mkdtemp(prefix="monitor-tests-")
    os.environ["MONITOR_TEST_PREPARED"] = os.path.join(folder, "prepared")
    os.mkdir(os.environ["MONITOR_TEST_PREPARED"])
    waiting, running, found = list(files.items()), {}, []
    while waiting or running:
        while waiting and len(running) < jobs:
            file = File(*waiting.pop(0), folder)
            running[file.pid] = file
        try:
            pid, status, usage = os.wait4(-1, 0)
        except KeyboardInterrupt:
            for file in running.values():
                os.killpg(file.pid, signal.SIGINT)
            raise
        if pid in running:
            found.append(running.pop(pid).ended(status, usage))
    shutil.rmtree(folder, ignore_errors=True)
    return found


def main(folder, wanted):
    part = "check-" + os.path.basename(folder)
    files = {}
    for test in flatten(unittest.defaultTestLoader.discover(folder, "test_*.py")):
        if wanted in test.id():
            files.setdefault(name_of(test).split(".")[0], []).append(test)
    files = dict(sorted(files.items(), key=lambda file: not getattr(sys.modules.get(file[0]), "BEGIN_FIRST", False)))
    jobs = int(os.environ.get("JOBS") or os.cpu_count())
    if jobs > 1 and len(files) > 1:
        found = run_files(files, jobs)
    else:
        found = [run([test for tests in files.values() for test in tests])]
    passed = sum(one["passed"] for one in found)
    skipped = [why for one in found for why in one["skipped"]]
    failed = sorted(name for one in found for name in one["failed"])
    if skipped:
        print("%d skipped: %s" % (len(skipped), sorted(set(skipped))))
    for name in failed:
        print("failed: %s    again: make %s T=%s" % (name, part, name))
    print("%d passed, %d failed" % (passed, len(failed)))
    return 0 if not failed and passed > 0 else 1
