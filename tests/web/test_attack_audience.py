"""What an audience is not to see leaves no trace in its snapshot: two stores that differ only there give it the same figures."""
import os
import sqlite3
import unittest

import region

# Each changes everything that a government reported which this audience is not to see.
CHANGES = {
    "answers": """UPDATE answer_revision SET value = CASE WHEN value > 0 THEN 0 ELSE 1 END, numerator = denominator - numerator, narrative = 'uncleared',
        source = 'uncleared', note = 'uncleared' WHERE status = 'reported' AND answer IN (SELECT id FROM answer WHERE participant = 'XFF')""",
    "parts": "UPDATE answer_cell SET value = value + 7 WHERE answer IN (SELECT id FROM answer WHERE participant = 'XFF')",
    "evidence": "UPDATE evidence SET text = 'uncleared' WHERE answer IN (SELECT id FROM answer WHERE participant = 'XFF')",
    "what is private": "UPDATE evidence SET text = 'uncleared' WHERE shareable = 0",
}


class Audiences(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = region.open_site(start=False)
        cls.path = os.path.join(cls.site.data, "reports.db")
        with sqlite3.connect(cls.path) as db:
            for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                db.execute("DROP TRIGGER " + name)
        db.close()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def snapshot(self, audience):
        with sqlite3.connect(os.path.join(self.site.data, "snapshots", audience + ".db")) as db:
            tables = {name: sorted(map(repr, db.execute("SELECT * FROM " + name))) for name, in
                      db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
        db.close()
        # Which run it was.
        del tables["meta"]
        return tables

    def test_what_only_members_may_see_moves_no_figure_of_others(self):
        before = {audience: self.snapshot(audience) for audience in ("public", "donors", "members")}
        self.assertGreater(len(before["public"]["answer"]), 500)
        for what, sql in CHANGES.items():
            with self.subTest(what):
                with sqlite3.connect(self.path) as db:
                    self.assertGreater(db.execute(sql).rowcount, 20)
                db.close()
                self.site.monitor("summarise", "--full")
                for audience in ("public", "donors"):
                    now = self.snapshot(audience)
                    for table in before[audience]:
                        self.assertEqual(now[table], before[audience][table], (what, audience, table))
        # The same changes do reach those who may see them: the comparison can fail.
        now = self.snapshot("members")
        for table in ("answer", "answer_cell", "regional", "domain_score", "practice"):
            self.assertNotEqual(now[table], before["members"][table], table)

    def test_no_snapshot_holds_what_is_private_nor_who_people_are(self):
        self.site.person("someone@x.example", "donor")
        self.site.monitor("summarise", "--full")
        with sqlite3.connect(self.path) as db:
            secrets = [value for row in db.execute("SELECT * FROM secret") for value in row if isinstance(value, (bytes, str)) and len(value) > 15]
            hashes = [text for text, in db.execute("SELECT password_hash FROM person WHERE password_hash IS NOT NULL")]
        db.close()
        private = [b"(not to be shared)", b"someone@x.example", b"$argon2"] + [value if isinstance(value, bytes) else value.encode() for value in secrets + hashes]
        self.assertGreater(len(secrets) + len(hashes), 0)
        for name in ("public", "donors", "members"):
            with open(os.path.join(self.site.data, "snapshots", name + ".db"), "rb") as file:
                content = file.read()
            self.assertIn(b"Alphaland", content)
            for value in private:
                self.assertNotIn(value, content, name)
