"""Runs the tests of a folder, or those whose file, class or name contains `wanted`. Ends with "N passed, M failed"."""
import os
import sys
import time
import unittest


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


class Result(unittest.TextTestResult):
    def startTest(self, test):
        self.began = time.monotonic()
        super().startTest(test)

    def addSuccess(self, test):
        super().addSuccess(test)
        if os.environ.get("V"):
            self.stream.writeln("  ok %s (%.1f s)" % (test.id(), time.monotonic() - self.began))


def main(folder, wanted):
    tests = [test for test in flatten(unittest.defaultTestLoader.discover(folder, "test_*.py")) if wanted in test.id()]
    result = unittest.TextTestRunner(verbosity=0, stream=sys.stdout, resultclass=Result).run(unittest.TestSuite(tests))
    bad = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    # A class whose setUpClass failed counts once above, though none of its tests ran.
    passed = result.testsRun - len([f for f in result.failures + result.errors if hasattr(f[0], "_testMethodName")]) - len(result.skipped)
    if result.skipped:
        print("%d skipped: %s" % (len(result.skipped), sorted({why for _, why in result.skipped})))
    print("%d passed, %d failed" % (passed, bad))
    return 0 if bad == 0 and passed > 0 else 1
