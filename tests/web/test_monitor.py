"""The monitor command as people and timers use it: exit status, the one line that says what to do, nothing half done."""
import os
import shutil
import subprocess
import tempfile
import unittest

import kit


class Monitor(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="monitor-command-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = os.path.join(self.folder, "data")

    def run_monitor(self, *words, status=0, given=None, env=None, data=True):
        command = [kit.MONITOR, *words] + (["--data", self.data] if data else [])
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "MONITOR_"))}
        done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=self.folder, timeout=120,
                              env={**environment, **(env or {})})
        self.assertEqual(done.returncode, status, f"{' '.join(words)}\n{done.stdout}{done.stderr}")
        return done

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def test_help_lists_every_command_and_explains_each(self):
        listed = self.run_monitor("help", data=False).stdout
        names = [line[2:20].strip() for line in listed.splitlines() if line.startswith("  ")]
        for name in ("migrate", "catalogue load", "catalogue check", "participant add", "user add", "user passwd", "import",
                     "export", "fetch", "summarise", "backup", "restore", "tidy", "audit verify"):
            self.assertIn(name, names)
        for name in names:
            if name.startswith("help"):
                continue
            explained = self.run_monitor("help", *name.split(), data=False).stdout
            self.assertTrue(explained.startswith("monitor " + name), name)
            self.assertEqual(explained, self.run_monitor(*name.split(), "--help", data=False).stdout)
        self.assertIn("catalogue check", self.run_monitor("help", "catalogue", data=False).stdout)

    def test_a_senseless_command_line_ends_with_status_2_and_touches_nothing(self):
        for words in ([], ["nonsense"], ["catalogue"], ["catalogue", "load"], ["catalogue", "load", "a", "b"], ["migrate", "now"],
                      ["migrate", "--fast"], ["summarise", "--full=yes"], ["import", "file.csv"], ["import", "--framework"],
                      ["import", "--framework", "a", "--framework", "b", "x.csv"], ["user", "add", "a@x.example"],
                      ["backup", "shelf", "--keep", "none"], ["fetch", "--vintage", "2023-12"], ["participant", "add", "XAA", "--m49", "x"],
                      ["help", "nonsense"], ["--data"], ["migrate", "--data"]):
            done = self.run_monitor(*words, status=2, data=False)
            self.assertNotEqual(done.stderr, "", words)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_refusal_is_one_line_that_names_the_command(self):
        for words in (["catalogue", "load", "nowhere"], ["participant", "load", "nowhere.yaml"], ["summarise"], ["audit", "verify"],
                      ["backup", "shelf"], ["restore", "nowhere.db"], ["import", "--framework", "ihr", "nowhere.csv"]):
            done = self.run_monitor(*words, status=1)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertTrue(done.stderr.startswith("monitor " + words[0]), done.stderr)

    def test_the_data_directory_is_the_option_then_the_environment_then_var(self):
        self.run_monitor("migrate", env={"MONITOR_DATA": os.path.join(self.folder, "other")})
        self.assertTrue(os.path.exists(os.path.join(self.data, "reports.db")))
        self.assertFalse(os.path.exists(os.path.join(self.folder, "other")))
        self.run_monitor("migrate", data=False, env={"MONITOR_DATA": os.path.join(self.folder, "other")})
        self.assertTrue(os.path.exists(os.path.join(self.folder, "other", "reports.db")))
        self.run_monitor("--data", os.path.join(self.folder, "before"), "migrate", data=False)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "before", "reports.db")))
        self.run_monitor("migrate", data=False)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "var", "reports.db")))

    def test_the_database_is_not_for_other_users_of_the_machine(self):
        self.run_monitor("migrate")
        self.assertEqual(os.stat(os.path.join(self.data, "reports.db")).st_mode & 0o007, 0)
        self.assertEqual(os.stat(self.data).st_mode & 0o007, 0)

    def test_an_unknown_schema_names_the_command_that_mends_it(self):
        self.run_monitor("migrate")
        subprocess.run(["sqlite3", os.path.join(self.data, "reports.db"), "PRAGMA user_version = 2"], check=True)
        done = self.run_monitor("participant", "list", status=1)
        self.assertIn("monitor migrate", done.stderr)

    def test_catalogue_check_prints_every_mistake_with_file_and_line_and_needs_no_database(self):
        shutil.copytree(os.path.join(kit.CATALOGUE, "sdg"), os.path.join(self.folder, "sdg"))
        bad = os.path.join(self.folder, "trafficking")
        shutil.copytree(os.path.join(kit.CATALOGUE, "trafficking"), bad)
        good = self.run_monitor("catalogue", "check", bad)
        self.assertIn("49", good.stdout)
        for name, old, new in (("IDR2", "domain: IDR", "domain: ID"), ("LAW1", "direction: increase", "direction: more"),
                               ("PRO2", "type: count", "type: sum"), ("JUS4", "other: JUS3", "other: JUS9"),
                               ("JUS3", "[sex, age,", "[sex, height,")):
            path = os.path.join(bad, name + ".yaml")
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.assertIn(old, text)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new))
        done = self.run_monitor("catalogue", "check", bad, status=1)
        self.assertRegex(done.stderr, r"IDR2\.yaml:3: .*ID")
        self.assertRegex(done.stderr, r"LAW1\.yaml:7: .*more")
        self.assertRegex(done.stderr, r"PRO2\.yaml:5: .*sum")
        self.assertNotRegex(done.stderr, r"PRO2\.yaml:\d+: .*rules")
        self.assertRegex(done.stderr, r"JUS4\.yaml:55: .*JUS9")
        self.assertRegex(done.stderr, r"JUS3\.yaml:13: .*height")
        self.assertFalse(os.path.exists(self.data))
        self.run_monitor("migrate")
        self.run_monitor("catalogue", "load", bad, status=1)
        self.assertEqual(self.run_monitor("audit", "verify").stdout.split(":")[1].split()[0], "0")

    def test_loading_again_says_that_nothing_was_changed(self):
        self.run_monitor("migrate")
        for folder in ("sdg", "trafficking", "ihr"):
            self.run_monitor("catalogue", "load", os.path.join(kit.CATALOGUE, folder))
        for folder in ("sdg", "trafficking", "ihr"):
            self.assertIn("nothing was changed", self.run_monitor("catalogue", "load", os.path.join(kit.CATALOGUE, folder)).stdout)

    def test_the_first_administrator_comes_from_the_shell(self):
        self.run_monitor("migrate")
        done = self.run_monitor("user", "add", "Admin@x.example", "--role", "administrator")
        self.assertIn("/account/welcome?token=", done.stdout)
        self.run_monitor("user", "passwd", "admin@x.example", given="short\n", status=1)
        self.run_monitor("user", "passwd", "admin@x.example", given=kit.PASSWORD + "\n")
        self.run_monitor("user", "passwd", "nobody@x.example", given=kit.PASSWORD + "\n", status=1)
        self.run_monitor("user", "add", "focal@x.example", "--role", "focal_point", status=1)
        self.run_monitor("user", "add", "focal@x.example", "--role", "king", status=1)
        listed = self.run_monitor("user", "list").stdout
        self.assertIn("admin@x.example", listed)
        self.assertNotIn("focal@x.example", listed)

    def test_output_that_cannot_be_written_is_a_failure(self):
        self.run_monitor("migrate")
        self.run_monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([kit.MONITOR, "participant", "list", "--data", self.data], stdout=full, stderr=subprocess.PIPE,
                                  text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertNotEqual(done.stderr, "")

    def test_progress_is_for_terminals_only(self):
        self.run_monitor("migrate")
        self.run_monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))
        self.run_monitor("catalogue", "load", os.path.join(kit.CATALOGUE, "ihr"))
        done = self.run_monitor("import", "--framework", "ihr", os.path.join(kit.CATALOGUE, "ihr", "answers.csv"))
        self.assertEqual(done.stderr, "")

    def test_a_backup_brings_everything_back(self):
        self.run_monitor("migrate")
        self.run_monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))
        shelf = os.path.join(self.folder, "shelf")
        before = self.run_monitor("participant", "list").stdout
        self.run_monitor("backup", shelf)
        os.remove(os.path.join(self.data, "reports.db"))
        self.run_monitor("restore", os.path.join(shelf, os.listdir(shelf)[0]))
        self.assertEqual(self.run_monitor("participant", "list").stdout, before)
        self.run_monitor("audit", "verify")

    def test_the_audit_log_names_the_row_that_was_changed(self):
        self.run_monitor("migrate")
        self.run_monitor("participant", "load", os.path.join(kit.CATALOGUE, "participants.yaml"))
        self.assertIn("5 rows", self.run_monitor("audit", "verify").stdout)
        subprocess.run(["sqlite3", os.path.join(self.data, "reports.db"),
                        "DROP TRIGGER audit_log_is_append_only_u; UPDATE audit_log SET detail = '' WHERE id = 3"], check=True)
        self.assertIn("row 3", self.run_monitor("audit", "verify", status=1).stderr)


if __name__ == "__main__":
    unittest.main()
