"""The systemd units as `make install` lays them down: systemd understands them, and lets each program do no more than it needs."""
import glob
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import kit

SYSTEMD = "/usr/lib/systemd/system"
# What systemd-analyze gives from 0 (shut off) to 10. Those that reach out have a network.
EXPOSED_AT_MOST = 1.0
EXPOSED_WITH_NETWORK = 2.0
REACHES_OUT = ("monitor-fetch.service", "monitor-mail.service", "monitor-notify.service")
INSTANCES = {"monitor-dashboard@": ("public", "donors", "members"), "monitor-data@": ("public", "donors", "members"),
             "monitor-desk@": ("account", "reporting", "secretariat")}


@unittest.skipUnless(shutil.which("systemd-analyze") and os.path.isdir(SYSTEMD), "systemd is not installed")
class Units(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = tempfile.mkdtemp(prefix="monitor-units-")
        cls.install()
        cls.folder = cls.root + SYSTEMD
        cls.units = sorted(os.path.basename(path) for path in glob.glob(cls.folder + "/monitor-*"))
        # The rest of a machine, as far as systemd looks at it.
        for path in glob.glob(SYSTEMD + "/*"):
            if os.path.isfile(path) and not os.path.exists(os.path.join(cls.folder, os.path.basename(path))):
                shutil.copy(path, cls.folder, follow_symlinks=False)
        for program in ("usr/bin/multiwatch", "bin/chgrp"):
            os.makedirs(os.path.join(cls.root, os.path.dirname(program)), exist_ok=True)
            with open(os.path.join(cls.root, program), "w") as file:
                os.fchmod(file.fileno(), 0o755)

    @classmethod
    def install(cls, prefix="/usr"):
        done = subprocess.run(["make", "-s", "-o", "programs", "install", "DESTDIR=" + cls.root, "PREFIX=" + prefix, "BUILD=" + kit.BUILD],
                              cwd=kit.ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.root, ignore_errors=True)

    def analyze(self, *arguments):
        return subprocess.run(["systemd-analyze", "--root=" + self.root, *arguments], capture_output=True, text=True,
                              env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"})

    def instances(self):
        for unit in self.units:
            stem, _, kind = unit.rpartition(".")
            for instance in INSTANCES.get(stem, ("",)):
                yield "%s%s.%s" % (stem, instance, kind)

    def text(self, unit):
        with open(os.path.join(self.folder, unit)) as file:
            return file.read()

    def test_systemd_understands_every_unit(self):
        units = list(self.instances())
        self.assertGreater(len(units), 30)
        done = self.analyze("verify", *units)
        ours = [line for line in (done.stdout + done.stderr).splitlines() if "monitor-" in line]
        self.assertEqual((done.returncode, ours), (0, []))

    def test_verification_would_find_a_mistake(self):
        with open(os.path.join(self.folder, "monitor-wrong.service"), "w") as file:
            file.write("[Service]\nExecStart=/usr/bin/nothing\nProtectSytem=strict\n")
        self.addCleanup(os.remove, os.path.join(self.folder, "monitor-wrong.service"))
        done = self.analyze("verify", "monitor-wrong.service")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("ProtectSytem", done.stderr)

    def test_services_are_shut_off_from_what_they_do_not_need(self):
        for unit in self.units:
            if unit.endswith(".service"):
                done = self.analyze("security", "--offline=true", "--no-pager", "--json=short", unit)
                exposure = self.analyze("security", "--offline=true", "--no-pager", unit).stdout
                found = re.search(r"exposure level for .*: ([0-9.]+)", exposure)
                self.assertIsNotNone(found, (unit, done.stderr))
                most = EXPOSED_WITH_NETWORK if unit in REACHES_OUT else EXPOSED_AT_MOST
                self.assertLessEqual(float(found.group(1)), most,
                                     (unit, [row for row in json.loads(done.stdout or "[]") if not row.get("set")]))

    def test_only_what_reaches_out_has_a_network(self):
        for unit in self.units:
            if unit.endswith(".service"):
                self.assertEqual("PrivateNetwork=yes" not in self.text(unit), unit in REACHES_OUT, unit)

    def test_an_audience_has_its_own_user_who_sees_snapshots_and_nothing_else(self):
        for unit in ("monitor-dashboard@.service", "monitor-data@.service"):
            text = self.text(unit)
            self.assertIn("\nUser=monitor-%i\n", text)
            self.assertIn("\nTemporaryFileSystem=/var/lib/almaty-monitor:ro\nBindReadOnlyPaths=/var/lib/almaty-monitor/snapshots\n", text)
            self.assertNotIn("ReadWritePaths", text)
        with open(self.root + "/usr/lib/sysusers.d/almaty-monitor.conf") as file:
            users = re.findall(r"^u (\S+)", file.read(), re.M)
        self.assertEqual(sorted(users), ["monitor", "monitor-donors", "monitor-members", "monitor-public"])
        self.assertIn("ExecStartPost=/bin/chgrp monitor-public /var/lib/almaty-monitor/snapshots/public.db", self.text("monitor-summarise.service"))

    def test_every_timer_has_its_service_and_every_socket_too(self):
        for unit in self.units:
            if not unit.endswith(".service"):
                self.assertIn(unit.rpartition(".")[0] + ".service", self.units)

    def test_nothing_is_left_to_fill_in(self):
        for folder, _, names in os.walk(self.root):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith((".service", ".socket", ".timer", ".env", ".conf")) and name.startswith(("monitor-", "almaty", "nginx", "apache", "lighttpd", "public", "desk")):
                    with open(path) as file:
                        self.assertNotRegex(file.read(), "@[A-Z]+@", path)

    def test_what_an_administrator_has_set_outlives_an_upgrade(self):
        path = self.root + "/etc/almaty-monitor/public.env"
        with open(path, "a") as file:
            file.write("MONITOR_SITE=https://monitor.example\n")
        self.install()
        with open(path) as file:
            self.assertIn("\nMONITOR_SITE=https://monitor.example\n", file.read())

    def test_another_prefix_is_meant_everywhere(self):
        self.install("/opt/monitor")
        for path in ("lib/systemd/system/monitor-dashboard@.service", "share/almaty-monitor/servers/nginx.conf", "share/almaty-monitor/servers/apache.conf"):
            with open(self.root + "/opt/monitor/" + path) as file:
                self.assertNotRegex(file.read(), "/usr/(share|lib)/almaty-monitor", path)
