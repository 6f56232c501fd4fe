"""`make run` after building: sets a data directory up once, serves it, says what is in the way, ends at a signal."""
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request

import kit

SCRIPT = os.path.join(kit.ROOT, "cgi", "servers", "run.sh")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Run(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="monitor-run-test-")
        cls.data = os.path.join(cls.folder, "data")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def start(self, data=None, port=None):
        port = port or free_port()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
        environment.update(BUILD=kit.BUILD, DATA=data or self.data, PORT=str(port))
        log = open(os.path.join(self.folder, "out"), "w+")
        # Who starts tests in the background has Ctrl-C ignored, and a shell cannot trap what it finds ignored.
        run = subprocess.Popen([SCRIPT], env=environment, stdout=log, stderr=subprocess.STDOUT,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.addCleanup(log.close)
        self.addCleanup(self.end, run)
        for _ in range(600):
            log.seek(0)
            said = log.read()
            if "Ctrl-C" in said or run.poll() is not None:
                break
            time.sleep(0.1)
        return run, port, said

    @staticmethod
    def end(run):
        if run.poll() is None:
            run.send_signal(signal.SIGINT)
            run.wait(20)

    def get(self, port, path):
        with urllib.request.urlopen("http://127.0.0.1:%d%s" % (port, path)) as answer:
            return answer.read().decode()

    def test_a_new_folder_is_set_up_and_a_second_run_keeps_it(self):
        run, port, said = self.start()
        self.assertIn("http://127.0.0.1:%d/" % port, said)
        self.assertIn('"status":"ok"', self.get(port, "/healthz"))
        self.assertIn("International Health Regulations", self.get(port, "/"))
        details = os.path.join(self.data, "sign-in.txt")
        self.assertEqual(os.stat(details).st_mode & 0o777, 0o600)
        with open(details) as file:
            first = file.read()
        email, password = re.search(r"Administrator\s+(\S+)\s+(\S+)", first).groups()
        site = kit.Site.__new__(kit.Site)
        site.port = port
        client = kit.Client(site)
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", follow=False, email=email, password=password)
        self.assertEqual((page.status, page.location), (303, "/secretariat/people"))

        other, _, said = self.start()
        self.assertEqual(other.wait(20), 1)
        self.assertIn("Another run uses", said)
        other, _, said = self.start(data=os.path.join(self.folder, "other"), port=port)
        self.assertEqual(other.wait(20), 1)
        self.assertIn("make run PORT=", said)

        began = time.monotonic()
        self.end(run)
        self.assertLess(time.monotonic() - began, 15)
        run, port, said = self.start()
        self.assertNotIn("first people", said)
        with open(details) as file:
            self.assertEqual(file.read(), first)
        client = kit.Client(site)
        site.port = port
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", follow=False, email=email, password=password)
        self.assertEqual(page.status, 303)

    def test_a_folder_with_a_long_name_works(self):
        _, port, said = self.start(data=os.path.join(self.folder, "a" * 60, "b" * 60))
        self.assertIn("Ctrl-C", said)
        self.assertIn('"status":"ok"', self.get(port, "/healthz"))
