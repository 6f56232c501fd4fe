"""A framework revised through the browser: the preview, loading it, hostile archives, retiring by hand; and `monitor catalogue load --dry-run`."""
import glob
import io
import os
import re
import shutil
import struct
import tempfile
import time
import unittest
import zipfile

import kit
from desk import Desk

PREVIEW = "/secretariat/catalogue/preview"
LOAD = "/secretariat/catalogue/load"
RETIRE = "/secretariat/catalogue/retire"
FOLDER = os.path.join(kit.CATALOGUE, "trafficking")


def files():
    found = {}
    for path in glob.glob(os.path.join(FOLDER, "*.yaml")):
        with open(path, encoding="utf-8") as file:
            found[os.path.basename(path)] = file.read()
    return found


def archive(entries, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed:
        for name, text in entries.items() if isinstance(entries, dict) else entries:
            packed.writestr(name, text)
    return out.getvalue()


def revised():
    """PRV1 with another definition, PRV4 reworded, PRV5 gone."""
    there = files()
    there["PRV1.yaml"] = re.sub(r"(?m)^(measures:\s*\n\s+en:) .*$", r"\1 Something else altogether is measured.", there["PRV1.yaml"])
    there["PRV4.yaml"] = re.sub(r"(?m)^(title:\s*\n\s+en:) .*$", r"\1 Licensed agencies that were inspected", there["PRV4.yaml"])
    del there["PRV5.yaml"]
    return there


class Catalogue(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.client = self.desk.secretariat
        self.csrf = self.desk.csrf(self.client)

    def tearDown(self):
        self.desk.close()

    def send(self, content, client=None, csrf=None):
        return (client or self.client).send(PREVIEW, {"csrf": csrf or self.csrf}, [("file", "trafficking.zip", content)])

    def left_behind(self):
        folder = os.path.join(self.desk.site.data, "evidence", "incoming")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def versions(self):
        return re.search(r"Protection of victims of trafficking (\d+) ", self.client.get("/secretariat/catalogue").visible).group(1)

    def test_a_revision_is_shown_first_and_then_loaded(self):
        page = self.send(archive({"trafficking/" + name: text for name, text in revised().items()}))
        self.assertEqual(page.status, 200, page.visible[:600])
        self.assertIn("0 new, 1 with a new definition, 1 reworded, 1 retired, 0 reinstated", page.visible)
        part = page.visible
        self.assertLess(part.index("New definition"), part.index("PRV1"))
        self.assertLess(part.index("Retired:"), part.index("PRV5"))
        self.assertIn("open rounds go on asking for it as it was: 2025", part)
        self.assertRegex(page.text, r"<ins>[^<]*Something else altogether")
        self.assertEqual(self.versions(), "1")
        self.assertEqual([name[:10] for name in self.left_behind()], ["catalogue-"])
        loaded = self.client.submit(page, LOAD)
        self.assertIn("The catalogue is loaded.", loaded.visible)
        self.assertEqual(self.versions(), "2")
        self.assertIn("PRV1", loaded.visible)
        self.assertEqual(self.left_behind(), [])
        # The open round still asks for both as they were.
        self.assertEqual(self.desk.focal.get(self.desk.seat + "PRV5").status, 200)
        self.assertNotIn("Something else altogether", self.desk.focal.get(self.desk.seat + "PRV1").text)
        self.assertNotIn('value="PRV5"', self.client.get("/secretariat/rounds/new?framework=trafficking&period=2027").text)
        log = self.client.get("/secretariat/audit?action=catalogue.load&who=secretariat")
        self.assertIn("with a new definition: 1", log.visible)
        # Its page tells what differs between the two, and every text in both languages.
        page2 = self.client.get("/secretariat/catalogue/trafficking/PRV1")
        self.assertIn("a break in the series", page2.visible)
        self.assertRegex(page2.text, r"<ins>[^<]*Something else altogether")
        self.assertIn("Every text is there in every language", page2.visible)
        self.assertIn('lang="ru"', page2.text.split("<main", 1)[1])
        self.assertNotIn("a break in the series", self.client.get("/secretariat/catalogue/trafficking/PRV4").visible)
        self.assertIn("its file is gone from the catalogue", self.client.get("/secretariat/catalogue/trafficking/").visible)
        # Sent once more, there is nothing left to confirm.
        again = self.client.submit(page, LOAD)
        self.assertEqual(again.status, 409)
        self.assertIn("no longer here", again.visible)

    def test_a_preview_that_no_longer_holds_is_not_loaded(self):
        page = self.send(archive(revised()))
        self.client.post(RETIRE, dict(csrf=self.csrf, framework="trafficking", indicator="LAW1", reason="Merged.", do="retire"))
        stale = self.client.submit(page, LOAD)
        self.assertEqual(stale.status, 409)
        self.assertIn("changed meanwhile", stale.visible)
        self.assertIn("1 reinstated", stale.visible)
        self.assertEqual(self.versions(), "1")
        self.assertIn("The catalogue is loaded.", self.client.submit(stale, LOAD).visible)

    def test_the_same_files_change_nothing(self):
        page = self.send(archive(dict(files(), **{"README.md": "Words.", "__MACOSX/._LAW1.yaml": "x", ".DS_Store": "x"})))
        self.assertIn("nothing to load", page.visible)
        self.assertEqual(self.left_behind(), [])

    def test_mistakes_are_named_by_file_and_line(self):
        there = files()
        there["LAW1.yaml"] = there["LAW1.yaml"].replace("direction: increase", "direction: upwards")
        there["LAW2.yaml"] += "colour: red\n"
        page = self.send(archive(there))
        self.assertEqual(page.status, 422)
        self.assertIn("Nothing was changed", page.visible)
        self.assertRegex(page.visible, r"LAW1\.yaml:\d+: .*upwards")
        self.assertRegex(page.visible, r"LAW2\.yaml:\d+: .*colour")
        self.assertNotIn(self.desk.site.data, page.text)
        self.assertEqual(self.left_behind(), [])

    def test_hostile_archives_are_refused_and_leave_nothing(self):
        good = files()
        link = zipfile.ZipInfo("LAW9.yaml")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        whole = archive(good)
        locked = bytearray(archive({"framework.yaml": "x"}))
        for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            locked[locked.index(mark) + offset] |= 1
        lying = bytearray(whole)
        struct.pack_into("<HH", lying, lying.rindex(b"PK\5\6") + 8, 65535, 65535)
        cases = [
            (archive(dict(good, **{"../evil.yaml": "x"})), "leads out of its folder"),
            (archive(dict(good, **{"/etc/evil.yaml": "x"})), "leads out of its folder"),
            (archive(dict(good, **{"a/../../evil.txt": "x"})), "leads out of its folder"),
            (archive(dict(good, **{"..\\evil.yaml": "x"})), "leads out of its folder"),
            (archive(dict(good, **{"C:evil.yaml": "x"})), "leads out of its folder"),
            (archive(list(good.items()) + [(link, "/etc/passwd")]), "is a link"),
            (archive(dict(good, **{"b/evil.yaml": "x"})), "several folders"),
            (archive({"n%d.yaml" % i: "" for i in range(10000)}, zipfile.ZIP_STORED), "more than 1000 files"),
            (archive(dict(good, **{"bomb.yaml": b"a" * 60000000})), "far more than a framework"),
            (archive({"b%d.yaml" % i: b"a" * 1000000 for i in range(20)}), "far more than a framework"),
            (archive(dict(good, **{"na me.yaml": "x"})), "no name of a catalogue file"),
            (archive({"README.md": "x"}), "no YAML file"),
            (bytes(locked), "password"),
            (bytes(lying), "more than 1000 files"),
            (whole[:len(whole) // 2], "no ZIP file"),
            (b"%PDF-1.4", "no ZIP file"),
            (b"", "no ZIP file"),
            (os.urandom(100000), "no ZIP file"),
        ]
        for content, words in cases:
            with self.subTest(words=words, size=len(content)):
                page = self.send(content)
                self.assertIn(page.status, (413, 422), page.visible[:400])
                self.assertIn(words, page.visible)
                self.assertEqual(self.left_behind(), [])
        self.assertEqual(self.versions(), "1")
        self.assertEqual(self.send(os.urandom(6000000)).status, 413)

    def test_it_is_for_the_secretariat_only(self):
        for client in (self.desk.administrator, self.desk.focal, self.desk.donor):
            csrf = self.desk.csrf(client)
            self.assertEqual(self.send(archive(revised()), client, csrf).status, 403)
            for path in ("trafficking/", "trafficking/LAW1"):
                self.assertEqual(client.get("/secretariat/catalogue/" + path).status, 403)
            self.assertEqual(client.post(LOAD, dict(csrf=csrf, archive="0" * 64, generation="1")).status, 403)
            self.assertEqual(client.post(RETIRE, dict(csrf=csrf, framework="trafficking", indicator="LAW1", reason="x", do="retire")).status, 403)
        self.assertEqual(self.client.post(RETIRE, dict(csrf="x", framework="trafficking", indicator="LAW1", reason="x", do="retire")).status, 403)
        self.assertEqual(self.client.post(LOAD, dict(csrf=self.csrf, archive="../../reports.db", generation="1")).status, 400)
        self.assertEqual(self.client.post(LOAD, dict(csrf=self.csrf, archive="0" * 64, generation="1")).status, 409)
        self.assertIn('value="LAW1"', self.client.get("/secretariat/rounds/new?framework=trafficking&period=2027").text)

    def test_an_indicator_is_retired_with_a_reason_and_brought_back(self):
        fields = dict(csrf=self.csrf, framework="trafficking", indicator="LAW1", do="retire")
        refused = self.client.post(RETIRE, dict(fields, reason=" "))
        self.assertEqual(refused.status, 422)
        self.assertIn("Say why", refused.visible)
        self.assertIn("is retired", self.client.post(RETIRE, dict(fields, reason="Merged with LAW2.")).visible)
        new = "/secretariat/rounds/new?framework=trafficking&period=2027"
        self.assertNotIn('value="LAW1"', self.client.get(new).text)
        self.assertEqual(self.desk.focal.get(self.desk.seat + "LAW1").status, 200)
        self.assertEqual(self.client.post(RETIRE, dict(fields, reason="Again.")).status, 409)
        self.assertIn("Merged with LAW2.", self.client.get("/secretariat/audit?action=catalogue.retire").visible)
        self.assertIn("Merged with LAW2.", self.client.get("/secretariat/catalogue/trafficking/LAW1").visible)
        self.assertIn("in use again", self.client.post(RETIRE, dict(fields, do="reinstate")).visible)
        self.assertIn('value="LAW1"', self.client.get(new).text)
        self.assertEqual(self.client.post(RETIRE, dict(fields, do="reinstate")).status, 409)
        self.assertEqual(self.client.post(RETIRE, dict(fields, indicator="NIX", reason="x")).status, 422)

    def test_what_a_killed_process_had_unpacked_is_swept_after_a_day(self):
        folder = os.path.join(self.desk.site.data, "evidence", "incoming")
        for name in ("catalogue-Old123", "catalogue-New123"):
            os.makedirs(os.path.join(folder, name))
            open(os.path.join(folder, name, "LAW1.yaml"), "w").close()
        two_days_ago = time.time() - 2 * 86400
        os.utime(os.path.join(folder, "catalogue-Old123"), (two_days_ago, two_days_ago))
        self.desk.site.monitor("tidy")
        self.assertEqual(self.left_behind(), ["catalogue-New123"])

    def test_what_is_not_there_is_not_found(self):
        for path in ("nix/", "trafficking/NIX1"):
            self.assertEqual(self.client.get("/secretariat/catalogue/" + path).status, 404)

    def test_the_command_prints_the_same_without_a_change(self):
        folder = tempfile.mkdtemp()
        try:
            for name, text in revised().items():
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
            said = self.desk.site.monitor("catalogue", "load", folder, "--dry-run").stdout
            self.assertIn("PRV1 has a new definition, version 2, a break in its series", said)
            self.assertIn("rounds that are open ask for it as it was: 2025", said)
            self.assertIn("PRV5 is retired", said)
            self.assertIn("PRV4 is reworded", said)
            self.assertIn("nothing was changed", said)
            self.assertEqual(self.versions(), "1")
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    unittest.main()
