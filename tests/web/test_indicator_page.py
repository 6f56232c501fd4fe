"""The page of an indicator: the answer first, what would lift it, who shares its practice, versions; and the list of all."""
import html
import os
import re
import shutil
import sqlite3
import unittest

import kit
from desk import Desk

# What a government may type; none of it may become markup, an address or an instruction.
HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert(document.cookie)", "https://x.example/\"onmouseover=\"alert(1)",
           "{{PREFIX}} [[Overview]] %s %n", "=HYPERLINK(\"https://x.example\")", "\u202egnp.exe", "a" * 3000]
FILE = "fe" * 32


def section(page, name):
    found = re.search(r'<section id="%s">(.*?)</section>' % name, page.text, re.S)
    return html.unescape(found.group(1)) if found else None


def words(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup)).strip()


class Indicators(unittest.TestCase):
    """Invented governments; XAE is for members only."""

    ANSWERS = {"IDR2": (1, 2, 2, 4, 3), "GOV6": (1, 0, 1, 1, 1), "IDR6": ("12/20", "30/40", "9/10", "0/7", "1/2"), "IDR3": (60, 70, 80, 90, 99),
               "LAW4": (2, 3, 1, 0, 7)}
    ITEMS = {"XAA": ("PP", "C29"), "XAB": ("PP", "C29", "C105"), "XAC": ("PP",), "XAD": (), "XAE": ("PP", "UNTOC", "C29", "P29", "C105", "C182", "OPSC")}

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for place, code in enumerate(cls.ITEMS):
            # Names that sort against the codes.
            cls.site.monitor("participant", "add", code, "--name", "Invented %s" % "EDCBA"[place])
            rows = "participant,period,indicator,value,numerator,denominator\n"
            for indicator, values in cls.ANSWERS.items():
                value, _, denominator = str(values[place]).partition("/")
                rows += "%s,2025,%s,%s\n" % (code, indicator, ",%s,%s" % (value, denominator) if denominator else value + ",,")
            cls.site.monitor("import", "--framework", "trafficking", "--audience", "members" if code == "XAE" else "public", "--source", "invented", "-",
                             input=rows)
        with sqlite3.connect(os.path.join(cls.site.data, "reports.db")) as db:
            cls.add_items(db)
            cls.add_evidence(db)
        db.close()
        cls.site.monitor("summarise")
        cls.client = cls.site.client("en")

    @classmethod
    def answer(cls, db, participant, indicator):
        return db.execute("SELECT a.id, a.revision FROM answer a JOIN indicator_version v ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator"
                          " WHERE a.participant = ? AND i.code = ?", (participant, indicator)).fetchone()

    @classmethod
    def add_items(cls, db):
        for code, items in cls.ITEMS.items():
            for item in items:
                db.execute("INSERT INTO answer_item VALUES (?, ?, ?)", (*cls.answer(db, code, "LAW4"), item))

    @classmethod
    def add_evidence(cls, db):
        db.execute("INSERT INTO evidence_file VALUES (?, 10, 'application/pdf', '2026-01-01T00:00:00Z')", (FILE,))

        def add(participant, kind, text, shareable=1, removed=None):
            db.execute("INSERT INTO evidence (answer, kind, text, file, shareable, added_at, removed_at) VALUES (?, ?, ?, ?, ?, '2026-01-01T00:00:00Z', ?)",
                       (cls.answer(db, participant, "IDR2")[0], kind, text, FILE if kind == "file" else None, shareable, removed))
        add("XAA", "citation", "Order 17 of 3 February, articles 4–9")
        add("XAA", "link", "https://law.example/rules?a=1&b=2#part")
        add("XAA", "file", "guide for the focal points.pdf")
        add("XAA", "citation", "private-letter-77121", shareable=0)
        add("XAA", "citation", "withdrawn-order-5512", removed="2026-02-01T00:00:00Z")
        add("XAE", "citation", "for-members-only-90134")
        for text in HOSTILE:
            add("XAB", "citation", text)
            add("XAB", "link", text)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def page(self, path, client=None):
        page = (client or self.client).get("/trafficking/indicators/" + path)
        self.assertEqual(page.status, 200, path)
        return page

    # --- the answer first ---

    def test_the_answer_comes_before_the_definition(self):
        text = self.page("IDR2").visible
        places = [text.index(part) for part in ("Whether a recognised victim passes", "In 2025, 4 of 5 governments show an answer here", "Governments, 2025",
                                                "What would lift this, 2025", "Governments that share their practice, 2025", "Definition in full")]
        self.assertEqual(places, sorted(places))

    def test_one_sentence_says_how_the_region_stands(self):
        self.assertIn("In 2025, 4 of 5 governments show an answer here: 1 at level 1, 2 at level 2, 1 at level 4.", self.page("IDR2").visible)
        self.assertIn("In 2025, 4 of 5 governments show an answer here; yes: 3.", self.page("GOV6").visible)
        self.assertIn("In 2025, 4 of 5 governments show an answer here: from 0 % to 90 %, half of them at or below 67.5 %.",
                      self.page("IDR6").visible.replace("\xa0", " "))
        self.assertIn("from 60 to 90, half of them at or below 75. The sum is 300.", self.page("IDR3").visible)

    def test_texts_of_the_framework_are_told_to_be_proposals(self):
        self.assertIn("are proposals for the secretariat to revise", words(section(self.page("IDR2"), "definition")))

    # --- what would lift it ---

    def test_each_level_where_governments_stand_has_the_next_ones_criteria(self):
        lift = section(self.page("IDR2"), "lift")
        cards = re.findall(r'<div class="card" id="level-(\d)">(.*?)</div>', lift, re.S)
        self.assertEqual([number for number, _ in cards], ["1", "2", "4"])
        self.assertIn("2 governments", words(cards[1][1]))
        self.assertIn("A coordinator has been appointed by order", words(cards[1][1]))
        self.assertNotIn("asks for", words(cards[2][1]))

    def test_governments_and_their_next_steps_are_alphabetical(self):
        lift = section(self.page("IDR2"), "lift")
        self.assertEqual(re.findall(r'<th scope="row"><a[^>]*>([^<]*)</a>', lift), ["Invented B", "Invented C", "Invented D", "Invented E"])
        self.assertIn("Invented B level 4 keep the highest level", words(lift))

    def test_a_checklist_shows_the_items_that_fewest_meet(self):
        items = re.findall(r"<li>([^<]*)<span><progress[^>]*></progress> met by (\d) of (\d)", section(self.page("LAW4"), "lift"))
        self.assertEqual(len(items), 7)
        counts = [int(met) for _, met, _ in items]
        self.assertEqual(counts, sorted(counts))
        self.assertEqual((counts[0], counts[-1], {known for _, _, known in items}), (0, 3, {"4"}))

    def test_a_percentage_has_its_lever_in_words(self):
        lift = words(section(self.page("IDR6"), "lift"))
        self.assertIn("It rises when more of what the denominator counts is counted in the numerator too", lift)
        self.assertIn("Numerator", lift)

    def test_what_is_not_judged_is_not_to_be_lifted(self):
        self.assertIn("Neither a higher nor a lower value is better in itself", words(section(self.page("IDR3"), "lift")))

    def test_what_nobody_answered_has_neither(self):
        page = self.page("LAW1")
        self.assertIn("In 2025 no government shows an answer here.", page.visible)
        self.assertIsNone(section(page, "lift"))
        self.assertIsNone(section(page, "practice"))

    # --- shared practice ---

    def test_shared_evidence_stands_with_its_government(self):
        practice = section(self.page("IDR2"), "practice")
        self.assertIn("Order 17 of 3 February, articles 4–9", practice)
        self.assertIn('<a href="https://law.example/rules?a=1&b=2#part" rel="nofollow noopener noreferrer">', practice)
        self.assertIn("guide for the focal points.pdf (a file: ask the government’s focal point for it)", words(practice))

    def test_private_and_withdrawn_evidence_is_on_no_page_and_in_no_file(self):
        for secret in ("private-letter-77121", "withdrawn-order-5512", FILE):
            for path in ("/trafficking/indicators/IDR2", "/trafficking/indicators/IDR2.json", "/trafficking/countries/XAA"):
                self.assertNotIn(secret, self.client.get(path).text)
            for name in os.listdir(os.path.join(self.site.data, "snapshots")):
                with open(os.path.join(self.site.data, "snapshots", name), "rb") as file:
                    self.assertNotIn(secret.encode(), file.read(), name)

    def test_evidence_of_an_answer_for_members_is_not_for_the_public(self):
        self.assertNotIn("for-members-only-90134", self.page("IDR2").text)
        for audience, there in (("public", False), ("donors", False), ("members", True)):
            with open(os.path.join(self.site.data, "snapshots", audience + ".db"), "rb") as file:
                self.assertEqual(b"for-members-only-90134" in file.read(), there, audience)

    def test_hostile_evidence_is_text(self):
        raw = re.search(r'<section id="practice">(.*?)</section>', self.page("IDR2").text, re.S).group(1)
        for markup in ("<script", "<img", "{{", "<section"):
            self.assertNotIn(markup, raw.replace("{{PREFIX}}", ""))
        links = re.findall(r'<a href="([^"]*)" rel="([^"]*)">', raw)
        self.assertGreaterEqual(len(links), 2)
        for href, rel in links:
            self.assertRegex(href, "^https?://")
            self.assertEqual(rel, "nofollow noopener noreferrer")
        self.assertNotRegex(raw, r"<[^>]*\son\w+=")

    def test_the_data_have_the_practice_too(self):
        rows = self.client.get("/trafficking/indicators/IDR2.json").json()["practice"]
        self.assertIn(("XAA", "link", "https://law.example/rules?a=1&b=2#part"), {(r["participant"], r["kind"], r["text"]) for r in rows})
        self.assertNotIn("XAE", {r["participant"] for r in rows})

    def test_without_shared_evidence_the_page_says_so(self):
        self.assertIn("No government shares evidence", words(section(self.page("GOV6"), "practice")))

    # --- the list ---

    def test_the_list_has_bands_figures_and_courses(self):
        page = self.page("")
        row = re.search(r"<tr><td[^>]*>IDR2</td>(.*?)</tr>", page.text, re.S).group(1)
        self.assertRegex(row, r'<a class="band band-2" href="/trafficking/explain/IDR2/2025"><b>56</b> medium</a>')
        self.assertIn("<svg", row)
        self.assertIn('<a href="/trafficking/compare?domain=IDR">Trends of the governments in this domain</a>', page.text)
        self.assertIn("no score 2025", words(re.search(r"<tr><td[^>]*>LAW1</td>(.*?)</tr>", page.text, re.S).group(1)))

    def test_the_list_is_filtered_by_words_without_regard_to_case(self):
        for asked, there, gone in (("referral", "IDR2", "LAW1"), ("REFERRAL mechanism", "IDR2", "XBR1"), ("law4", "LAW4", "LAW1")):
            page = self.client.get("/trafficking/indicators/?q=" + asked.replace(" ", "+"))
            self.assertIn('indicators/%s"' % there, page.text, asked)
            self.assertNotIn('indicators/%s"' % gone, page.text, asked)
            self.assertIn('value="%s"' % asked, page.text)
        page = self.site.client("ru").get("/trafficking/indicators/?q=%D0%9C%D0%95%D0%A5%D0%90%D0%9D%D0%98%D0%97%D0%9C")
        self.assertIn('indicators/IDR2"', page.text)

    def test_words_that_nothing_has_are_told_with_the_way_back(self):
        page = self.client.get("/trafficking/indicators/?q=zzz")
        self.assertEqual(page.status, 200)
        self.assertIn("None of the 49 indicators has all of these words.", page.visible)
        self.assertIn("Show all", page.visible)

    def test_hostile_words_come_back_as_text(self):
        page = self.client.get("/trafficking/indicators/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        self.assertEqual(page.status, 200)
        self.assertNotIn("<script>alert", page.text)

    def test_a_query_of_ten_kilobytes_is_refused_with_its_reason(self):
        page = self.client.get("/trafficking/indicators/?q=" + "a" * 10000)
        self.assertIn(page.status, (400, 414, 431))
        if page.status == 400:
            self.assertIn("400", page.visible)

    def test_the_pages_are_in_russian_too(self):
        for path in ("", "IDR2", "LAW4", "IDR6", "IDR3"):
            visible = self.page(path, self.site.client("ru")).visible
            for phrase in ("Governments", "What would", "Definition", "governments show", "met by"):
                self.assertNotIn(phrase, visible, path)


class Versions(unittest.TestCase):
    def test_what_a_new_version_changed_is_shown_old_and_new(self):
        site = kit.Site()
        self.addCleanup(site.close)
        folder = os.path.join(site.folder, "trafficking")
        shutil.copytree(os.path.join(kit.CATALOGUE, "trafficking"), folder)
        site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, "sdg"))
        site.monitor("catalogue", "load", folder)
        site.monitor("participant", "add", "XAA", "--name", "Alphaland")
        site.monitor("import", "--framework", "trafficking", "--audience", "public", "--source", "invented", "-",
                     input="participant,period,indicator,value\nXAA,2025,IDR2,2\n")
        path = os.path.join(folder, "IDR2.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("Whether a recognised victim", "Whether each recognised victim"))
        site.monitor("catalogue", "load", folder)
        site.monitor("summarise")
        page = site.client("en").get("/trafficking/indicators/IDR2")
        definition = words(section(page, "definition"))
        self.assertIn("Versions, and what each changed", definition)
        self.assertRegex(definition, "What it measures Whether a recognised victim .* Whether each recognised victim ")
        self.assertIn("The first version.", definition)


class FromTheDesk(unittest.TestCase):
    """The whole way: typed, cleared, accepted, released, shown; and taken away again."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def shown(self):
        self.desk.site.monitor("summarise")
        return self.desk.site.client("en").get("/trafficking/indicators/IDR2").text

    def test_evidence_is_shown_after_its_release_and_gone_when_it_is_taken_away(self):
        desk = self.desk
        desk.save("IDR2", item=["1.1"], narrative="By order.", evidence_text1="Order 17 of 3 February", evidence_share1="1", evidence_text2="Letter for review 551")
        desk.save("IDR2", do="submit")
        self.assertNotIn("Order 17", self.shown())
        desk.clear("IDR2", "public")
        desk.accept("IDR2")
        self.assertNotIn("Order 17", self.shown())
        desk.release()
        page = self.shown()
        self.assertIn("Order 17 of 3 February", page)
        self.assertNotIn("Letter for review 551", page)
        with sqlite3.connect(os.path.join(desk.site.data, "reports.db")) as db:
            db.execute("UPDATE evidence SET removed_at = '2026-03-11T00:00:00Z' WHERE text LIKE 'Order 17%'")
        db.close()
        self.assertNotIn("Order 17", self.shown())
        with open(os.path.join(desk.site.data, "snapshots", "public.db"), "rb") as file:
            self.assertNotIn(b"Order 17", file.read())


if __name__ == "__main__":
    unittest.main()
