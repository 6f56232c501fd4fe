"""The figures as files: CSV with descriptions, workbooks, releases, and what a spreadsheet must not take for a formula."""
import contextlib
import csv
import datetime
import hashlib
import html
import io
import json
import os
import re
import signal
import socket
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile

import kit
from test_dashboard import FILED, data_of

CSVM = "application/csvm+json"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def table_of(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return rows[0], rows[1:]


class Sheets:
    """A workbook's sheets: name → rows of cells, each a (kind, value): ("s", text) or ("n", number)."""

    def __init__(self, data):
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.shared = []
        if "xl/sharedStrings.xml" in self.archive.namelist():
            for item in self.xml("xl/sharedStrings.xml").iter(SHEET + "si"):
                self.shared.append("".join(text.text or "" for text in item.iter(SHEET + "t")))
        targets = {r.get("Id"): r.get("Target") for r in self.xml("xl/_rels/workbook.xml.rels")}
        self.files = {sheet.get("name"): "xl/" + targets[sheet.get(RELATION)] for sheet in self.xml("xl/workbook.xml").iter(SHEET + "sheet")}

    def xml(self, name):
        return ElementTree.fromstring(self.archive.read(name))

    def rows(self, name):
        for row in self.xml(self.files[name]).iter(SHEET + "row"):
            cells = {}
            for cell in row.iter(SHEET + "c"):
                value = cell.find(SHEET + "v")
                assert cell.find(SHEET + "f") is None, "a formula"
                if value is not None:
                    column = re.match("[A-Z]+", cell.get("r")).group(0)
                    cells[column] = ("s", self.shared[int(value.text)]) if cell.get("t") == "s" else ("n", float(value.text))
            yield cells


class Described(unittest.TestCase):
    """CSV on the Web: each CSV is what its description says."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.client = cls.site.client("en")

    def get(self, path, status=200, **headers):
        answer = self.client.get(path, headers)
        self.assertEqual(answer.status, status, (path, answer.body[:300]))
        return answer

    def description(self, answer):
        link = re.fullmatch(r'<([^>]+)>; rel="describedby"; type="application/csvm\+json"', answer.headers["Link"]).group(1)
        described = self.get(link)
        self.assertEqual(described.headers["Content-Type"], CSVM)
        return link, described.json()

    def check_cell(self, column, text, where):
        datatype = column["datatype"]
        base = datatype if isinstance(datatype, str) else datatype["base"]
        if text == "" and column["null"] == "":
            self.assertFalse(column["required"], where)
            return
        if base == "integer":
            self.assertRegex(text, r"^-?\d+$", where)
        elif base == "double":
            float(text)
        elif base == "boolean":
            self.assertIn(text, datatype["format"].split("|"), where)
        elif base == "dateTime":
            datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
        else:
            self.assertEqual(base, "string", where)
            if not isinstance(datatype, str):
                self.assertRegex(text, "^(%s)$" % datatype["format"], where)

    def check(self, header, rows, table, where):
        columns = table["tableSchema"]["columns"]
        self.assertEqual(header, [column["name"] for column in columns], where)
        for column in columns:
            self.assertEqual(set(column["titles"]), {"en", "ru", "und"}, where)
            self.assertNotEqual(column["titles"]["en"], column["titles"]["ru"], (where, column["name"]))
            self.assertEqual(column["titles"]["und"], column["name"])
        for row in rows:
            for column, text in zip(columns, row):
                self.check_cell(column, text, (where, column["name"], text))
        key = table["tableSchema"].get("primaryKey")
        if key:
            places = [header.index(name) for name in key]
            self.assertEqual(len({tuple(row[place] for place in places) for row in rows}), len(rows), (where, key))

    def test_every_csv_is_what_its_description_says(self):
        seen = 0
        for page in FILED + ["/ihr/releases/", "/ihr/releases/2022/1", "/ihr/answers", "/ihr/regional", "/trafficking/cells", "/ihr/coverage",
                                  "/trafficking/items", "/ihr/sdg"]:
            path = data_of(page, "csv")
            answer = self.get(path)
            link, table = self.description(answer)
            self.assertEqual(table["@context"][0], "http://www.w3.org/ns/csvw")
            # The description names the very address it describes, relative to its own.
            self.assertEqual(urllib.parse.unquote(link.rpartition("/")[0] + "/" + table["url"]), path, page)
            self.assertEqual({t["@language"] for t in table["dc:title"]}, {"en", "ru"})
            self.assertTrue(table["dc:source"] and table["dc:rights"] and table["dc:modified"], page)
            header, rows = table_of(answer.text)
            self.check(header, rows, table, page)
            seen += len(rows)
        self.assertGreater(seen, 2000)

    def test_the_default_places_of_the_standard_and_beside_the_page_are_the_same(self):
        beside = self.get("/ihr/indicators/SPAR02-metadata.json").json()
        self.assertEqual(self.get("/ihr/indicators/SPAR02.csv-metadata.json").json(), beside)
        self.assertEqual(beside["url"], "SPAR02.csv")
        self.assertEqual(self.get("/ihr/.csv-metadata.json").json()["url"], ".csv")

    def test_official_series_name_their_licence(self):
        table = self.get("/trafficking/sdg/16.2-metadata.json").json()
        self.assertEqual(table["dc:license"]["@id"], "https://creativecommons.org/licenses/by/4.0/")
        self.assertNotIn("dc:license", self.get("/ihr/indicators/SPAR02-metadata.json").json())

    def test_a_file_has_a_name_that_says_what_it_is(self):
        for path, name in (("/ihr/index.csv?period=2022", "ihr-2022.csv"), ("/ihr/indicators/SPAR02.xlsx", "ihr-indicators-SPAR02.xlsx"),
                           ("/index.csv", "monitor.csv"), ("/ihr/releases/2022/1.csv", "ihr-releases-2022-1.csv"),
                           ("/ihr/releases/2022/1.zip", "ihr-2022-1.zip")):
            self.assertEqual(self.get(path).headers["Content-Disposition"], 'attachment; filename="%s"' % name)

    # --- workbooks ---

    def test_every_page_has_a_workbook_with_all_its_tables(self):
        for page in FILED + ["/ihr/releases/", "/ihr/releases/2022/1", "/ihr/answers"]:
            answer = self.get(data_of(page, "xlsx"))
            self.assertIn("spreadsheetml", answer.headers["Content-Type"])
            book = Sheets(answer.body)
            tables = {name: rows for name, rows in self.get(data_of(page, "json")).json().items() if name != "meta"}
            self.assertEqual(list(book.files)[0], "About", page)
            self.assertEqual(len(book.files), len(tables) + 1, page)
            for sheet, rows in zip(list(book.files)[1:], tables.values()):
                self.assertEqual(len(list(book.rows(sheet))), len(rows) + 1, (page, sheet))

    def test_a_workbook_is_for_people(self):
        answer = self.client.get("/ihr/indicators/SPAR02.xlsx", {"Accept-Language": "ru"})
        book = Sheets(answer.body)
        self.assertEqual(list(book.files)[:2], ["О файле", "Ответы"])
        head, first = list(book.rows("Ответы"))[:2]
        self.assertEqual([head[c][1] for c in "BCD"], ["Государство (код)", "Государство", "Период"])
        self.assertEqual([first[c] for c in "BCDEH"], [("s", "KAZ"), ("s", "Казахстан"), ("s", "2018"), ("s", "SPAR02"), ("s", "представлено")])
        self.assertEqual(first["I"], ("n", 40.0))
        about = " ".join(text for row in book.rows("О файле") for kind, text in row.values())
        for words in ("SPAR02 — ", "Открытые данные", "CC BY 4.0", "Пустая ячейка", "скрыто", "нет данных", "неприменимо", "participant"):
            self.assertIn(words, about)
        xml = book.archive.read(book.files["Ответы"]).decode()
        self.assertIn('state="frozen"', xml)
        self.assertIn("<autoFilter", xml)
        # What a heading means is a note on it.
        self.assertTrue([name for name in book.archive.namelist() if "comments" in name])

    def test_a_negative_number_stays_a_number(self):
        rows = list(csv.DictReader(io.StringIO(self.get("/ihr/index.csv?period=2022").text, newline="")))
        negative = sorted(float(row["change"]) for row in rows if row["change"].startswith("-"))
        self.assertTrue(negative)
        book = Sheets(self.get("/ihr/index.xlsx?period=2022").body)
        numbers = [value for row in book.rows("Scores by domain") for kind, value in row.values() if kind == "n"]
        self.assertEqual([round(number, 9) for number in sorted(numbers) if number < 0], [round(number, 9) for number in negative])

    def test_a_workbook_has_the_same_bytes_whoever_makes_it(self):
        site = kit.Site(shipped=True)
        self.addCleanup(site.close)
        paths = ("/ihr/countries/KGZ.xlsx", "/ihr/releases/2022/1.zip", "/ihr/index.xlsx?period=2013")
        before = [site.client("en").get(path) for path in paths]
        for process, name in site.programs().items():
            if name == "data.fcgi":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        for path, old in zip(paths, before):
            for _ in range(200):  # the web server starts the program again
                again = site.client("en").get(path)
                if again.status == 200:
                    break
                time.sleep(0.1)
            self.assertEqual(again.body, old.body, path)
            self.assertEqual(again.headers["ETag"], old.headers["ETag"], path)

    def test_json_leads_to_what_describes_it(self):
        self.assertEqual(self.get("/ihr/index.json").headers["Link"], '</api/v1/openapi.json>; rel="service-desc"; type="application/json"')

    # --- asking again ---

    def test_files_are_only_confirmed_while_the_figures_are_the_same(self):
        for path in ("/ihr/index.csv", "/ihr/index.xlsx", "/ihr/index.json", "/ihr/index.csv-metadata.json", "/ihr/releases/2022/1.zip",
                     "/api/v1/openapi.json", "/ihr/answers.csv"):
            answer = self.get(path)
            self.assertEqual(self.get(path, 304, **{"If-None-Match": answer.headers["ETag"]}).body, b"")
            self.assertEqual(self.get(path, 304, **{"If-Modified-Since": answer.headers["Last-Modified"]}).body, b"")
            self.get(path, **{"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"})
            self.get(path, **{"If-None-Match": '"other"', "If-Modified-Since": answer.headers["Last-Modified"]})

    # --- mistakes ---

    def problem(self, path, status):
        answer = self.get(path, status)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json", path)
        problem = answer.json()
        self.assertEqual((problem["status"], problem["type"]), (status, "about:blank"))
        return problem

    def test_a_mistake_is_named_with_what_there_is(self):
        for path, status, field, words in (
                ("/ihr/index.csv?perod=2022", 400, "perod", "It takes: period, lang."),
                ("/ihr/indicators/SPAR02.json?participant=KAZ", 400, "participant", "It takes: period, lang."),
                ("/methods.csv?period=2022", 400, "period", "It takes: lang."),
                ("/ihr/index.csv?period=2025-13", 400, "period", "There are figures for: 2011,"),
                ("/ihr/index.xlsx?period=20x5", 400, "period", "write a year (2025)"),
                ("/ihr/explain/SPAR02/2025-13.json", 400, "period", "There are figures for: 2011,"),
                ("/ihr/index.csv?period=1999", 404, "period", "2022"),
                ("/ihr/index.csv?period=2022&period=2021", 400, "period", "more than once"),
                ("/ihr/sdg/index.csv?participant=FRA", 404, "participant", "KAZ, KGZ"),
                ("/ihr/sdg/index.json?series=NOPE", 404, "series", "VC_HTF_DETV"),
                ("/ihr/releases/2022/7.zip", 404, "number", "There are: 1."),
                ("/ihr/releases/2025-13/1.zip", 400, "period", "There are figures for: 2011,"),
                ("/ihr/releases/2022/7.xlsx", 404, "number", "There are: 1."),
                ("/fishing/releases/index.csv", 404, "framework", "ihr, trafficking"),
                ("/ihr/indicators/NOPE.csv-metadata.json", 404, "indicator", "SPAR01")):
            problem = self.problem(path, status)
            self.assertEqual(problem["field"], field, path)
            self.assertIn(words, problem["detail"], path)

    def test_an_address_that_is_not_there_says_where_all_are(self):
        for path in ("/nothing.csv", "/ihr/nothing/at/all.json", "/api/v2/openapi.json", "/ihr/releases/2022/0.zip"):
            problem = self.problem(path, 404)
            if "releases" not in path:
                self.assertIn("/api/v1/openapi.json", problem["detail"], path)

    def test_a_query_of_10_kilobytes_is_refused_in_words(self):
        for path in ("/ihr/index.csv", "/ihr/index.xlsx", "/ihr/releases/2022/1.zip", "/api/v1/openapi.json"):
            self.assertIn("4096", self.problem(path + "?period=" + "9" * 10240, 414)["detail"])
        self.assertEqual(self.get("/ihr/?period=" + "9" * 10240, 414).headers["Content-Type"], "text/html; charset=utf-8")

    def test_a_browser_that_asks_for_another_format_is_shown_those_that_there_are(self):
        for ending in ("pdf", "xml", "xls", "ods", "PDF"):
            page = self.get("/ihr/indicators/SPAR02." + ending, 404)
            self.assertIn("There are no files of the kind .%s." % ending, page.visible)
            for good in (".csv", ".xlsx", ".json", ""):
                self.assertIn('href="/ihr/indicators/SPAR02%s"' % good, page.text)
        for path in ("/ihr/index.pdf", "/methods.xml", "/ihr/releases/2022/1.docx"):
            page = self.get(path, 404)
            self.assertRegex(page.visible, r"\.csv, \.xlsx or \.json|There are no files of the kind", path)
        # A number after a point is no format.
        self.assertNotIn("There are no files of the kind", self.get("/ihr/sdg/99.99", 404).visible)

    # --- the page that explains it ---

    def test_every_page_leads_to_how_the_figures_are_taken_away(self):
        for page in ("/", "/ihr/", "/ihr/releases/", "/nothing"):
            self.assertIn('href="/data"', self.client.get(page).text, page)
        page = self.get("/data")
        links = re.findall(r'href="(/[^"#]*)"', page.text)
        for link in ("/api/v1/openapi.json", "/ihr/releases/2022/1.zip", "/ihr/answers.xlsx", "/trafficking/indicators/index.csv"):
            self.assertIn(link, links)
        for link in set(links):
            self.assertEqual(self.client.get(html.unescape(link)).status, 200, link)
        self.assertIn("Показатели как данные", self.client.get("/data?lang=ru").visible)
        self.client.get("/data?lang=en")

    def test_answers_from_elsewhere_are_not_said_to_be_cleared_here(self):
        for language, ours, theirs, cleared in (
                ("en", "answers are published as each government cleared them", "answers are those that this source published: UN SDG Global Database", "as each government cleared"),
                ("ru", "ответы опубликованы так, как каждое правительство утвердило", "ответы — те, которые опубликовал источник: Глобальная база данных ООН", "утвердило")):
            terms = self.client.get("/data?lang=" + language).text
            terms = dict(re.findall(r"<li>([^<:]+): ([^<]+)</li>", terms[terms.index('id="terms"'):]))
            self.assertEqual([theirs in said for said in terms.values()], [cleared not in said for said in terms.values()])
            self.assertEqual(sum(theirs in said for said in terms.values()), 1)
            self.assertEqual(sum(ours in said for said in terms.values()), len(terms) - 1)
        self.client.get("/data?lang=en")
        readme = zipfile.ZipFile(io.BytesIO(self.client.get("/ihr/releases/2022/1.zip").body)).read("README.txt").decode()
        for words in ("Source of the answers: UN SDG Global Database", "Источник ответов: Глобальная база данных ООН", "as the source named above published them"):
            self.assertIn(words, readme)
        self.assertNotRegex(readme, "government cleared|правительство утвердило")


class Hostile(unittest.TestCase):
    """Names, reasons and sources that a spreadsheet would calculate with; two releases."""

    BAD = '=HYPERLINK("http://x.example","Click")'

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        cls.site.load_catalogues()
        for number, (code, name) in enumerate((("XAA", cls.BAD), ("XAB", "+7 Betaland"), ("XAC", "@SUM(1+1)"), ("XAD", "-Deltaland"))):
            cls.site.monitor("participant", "add", code, "--m49", str(901 + number), "--name", name)
        cls.bring("@source", "XAA,2024,LAW1,1,,", "XAB,2024,LAW1,2,,", "XAC,2024,LAW1,3,,", "XAD,2024,LAW1,2,,",
                  "XAA,2025,IDR3,,not_available,\"%s\"" % cls.BAD.replace('"', '""'), "XAB,2025,IDR3,,not_applicable,-2+3",
                  "XAC,2025,IDR3,0,,", "XAD,2025,LAW1,1,,", "XAA,2025,LAW1,1,,", "XAB,2025,LAW1,0,,", "XAC,2025,LAW1,0,,")
        cls.bring("@source", "XAD,2025,LAW1,2,,")
        cls.site.monitor("summarise")
        cls.client = cls.site.client("en")

    @classmethod
    def bring(cls, source, *lines):
        path = os.path.join(cls.site.folder, "hostile.csv")
        with open(path, "w") as file:
            file.write("participant,period,indicator,value,status,note\n" + "\n".join(lines) + "\n")
        cls.site.monitor("import", "--framework", "trafficking", "--audience", "public", "--source", source, path)

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def rows(self, path):
        return list(csv.DictReader(io.StringIO(self.client.get(path).text, newline="")))

    def test_names_are_neutralised_in_csv_and_whole_in_json(self):
        titles = {row["participant"]: row["title"] for row in self.rows("/trafficking/countries/index.csv")}
        self.assertEqual([titles[c] for c in ("XAA", "XAB", "XAC", "XAD")], ["'" + self.BAD, "'+7 Betaland", "'@SUM(1+1)", "'-Deltaland"])
        titles = {row["participant"]: row["title"] for row in self.client.get("/trafficking/countries/index.json").json()["participants"]}
        self.assertEqual([titles[c] for c in ("XAA", "XAB", "XAC", "XAD")], [self.BAD, "+7 Betaland", "@SUM(1+1)", "-Deltaland"])

    def test_reasons_and_sources_are_neutralised_for_people_and_whole_for_machines(self):
        bad = {row["participant"]: row for row in self.rows("/trafficking/releases/2025/1.csv") if row["indicator"] == "IDR3"}
        self.assertEqual((bad["XAA"]["reason"], bad["XAB"]["reason"]), ("'" + self.BAD, "'-2+3"))
        self.assertTrue(all(row["source"] in ("'@source", "") for row in bad.values()))
        whole = {row["participant"]: row for row in self.client.get("/trafficking/releases/2025/1.json").json()["answers"] if row["indicator"] == "IDR3"}
        self.assertEqual((whole["XAA"]["reason"], whole["XAB"]["reason"]), (self.BAD, "-2+3"))
        archive = zipfile.ZipFile(io.BytesIO(self.client.get("/trafficking/releases/2025/1.zip").body))
        inside = [row for row in csv.DictReader(io.StringIO(archive.read("answers.csv").decode(), newline="")) if row["indicator"] == "IDR3"]
        self.assertIn(self.BAD, [row["reason"] for row in inside])
        self.assertIn(self.BAD, [row["title"] for row in csv.DictReader(io.StringIO(archive.read("codes.csv").decode(), newline=""))])

    def test_workbooks_hold_no_formula_and_no_text_that_would_become_one(self):
        for path in ("/trafficking/countries/index.xlsx", "/trafficking/releases/2025/1.xlsx", "/trafficking/countries/XAA.xlsx", "/trafficking/index.xlsx"):
            book = Sheets(self.client.get(path).body)
            texts = [text for sheet in book.files for row in book.rows(sheet) for kind, text in row.values() if kind == "s"]
            self.assertIn("'" + self.BAD, texts, path)
            self.assertFalse([text for text in texts if text[:1] in "=+-@\t\r" and text], path)

    def test_zero_missing_unavailable_and_inapplicable_are_told_apart_in_every_format(self):
        rows = {row["participant"]: row for row in self.rows("/trafficking/indicators/IDR3.csv?period=2025")}
        self.assertEqual({code: (row["status"], row["value"]) for code, row in rows.items()},
                         {"XAA": ("not_available", ""), "XAB": ("not_applicable", ""), "XAC": ("reported", "0")})
        rows = {row["participant"]: row for row in self.client.get("/trafficking/indicators/IDR3.json?period=2025").json()["answers"]}
        self.assertEqual({code: (row["status"], row["value"]) for code, row in rows.items()},
                         {"XAA": ("not_available", None), "XAB": ("not_applicable", None), "XAC": ("reported", 0)})
        book = Sheets(self.client.get("/trafficking/indicators/IDR3.xlsx?period=2025").body)
        rows = {row["B"][1]: (row["H"][1], row.get("I")) for row in list(book.rows("Answers"))[1:]}
        self.assertEqual(rows, {"XAA": ("not available", None), "XAB": ("not applicable", None), "XAC": ("reported", ("n", 0.0))})

    # --- releases ---

    def test_a_release_gives_what_stood_after_it(self):
        def level(path):
            return {row["participant"]: row["value"] for row in self.rows(path) if row["indicator"] == "LAW1"}
        self.assertEqual(level("/trafficking/releases/2025/1.csv"), {"XAA": "1", "XAB": "0", "XAC": "0", "XAD": "1"})
        self.assertEqual(level("/trafficking/releases/2025/2.csv"), {"XAA": "1", "XAB": "0", "XAC": "0", "XAD": "2"})
        mean = {n: [row["mean"] for row in self.client.get("/trafficking/releases/2025/%d.json" % n).json()["regional"] if row["indicator"] == "LAW1"]
                for n in (1, 2)}
        self.assertEqual(mean, {1: [12.5], 2: [18.75]})
        exported = {}
        for n in (1, 2):
            text = self.site.monitor("export", "answers", "--framework", "trafficking", "--audience", "public", "--period", "2025", "--release", str(n)).stdout
            exported[n] = {row["participant"]: row["value"] for row in csv.DictReader(io.StringIO(text)) if row["indicator"] == "LAW1"}
        self.assertEqual([exported[n]["XAD"] for n in (1, 2)], ["1", "2"])
        refused = self.site.monitor("export", "answers", "--framework", "trafficking", "--audience", "public", "--period", "2025", "--release", "3", check=False)
        self.assertEqual((refused.returncode, "There are: 2, 1." in refused.stderr), (1, True), refused.stderr)
        refused = self.site.monitor("export", "answers", "--framework", "trafficking", "--audience", "public", "--release", "1", check=False)
        self.assertEqual(refused.returncode, 2)

    def test_a_releases_file_holds_what_its_manifest_says(self):
        for number, newest in ((1, False), (2, True)):
            answer = self.client.get("/trafficking/releases/2025/%d.zip" % number)
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/zip"))
            archive = zipfile.ZipFile(io.BytesIO(answer.body))
            self.assertIsNone(archive.testzip())
            manifest = json.loads(archive.read("manifest.json"))
            self.assertEqual((manifest["period"], manifest["release"], manifest["newest"], manifest["audience"]), ("2025", number, newest, "public"))
            self.assertEqual({file["name"] for file in manifest["files"]} | {"manifest.json", "SHA256SUMS"}, set(archive.namelist()))
            for file in manifest["files"]:
                data = archive.read(file["name"])
                self.assertEqual((len(data), hashlib.sha256(data).hexdigest()), (file["bytes"], file["sha256"]), file["name"])
            sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
            self.assertEqual(set(sums), set(archive.namelist()) - {"SHA256SUMS"})
            for name, digest in sums.items():
                self.assertEqual(hashlib.sha256(archive.read(name)).hexdigest(), digest, name)
            self.assertLessEqual({"breakdowns.csv", "domain_scores.csv", "domain_regional.csv", "coverage.csv"}, set(archive.namelist()))
            self.assertEqual("items.csv" in archive.namelist(), newest)
            readme = archive.read("README.txt").decode()
            self.assertEqual("has replaced this one" in readme, not newest)
            for words in ("answers.csv", "Алматинский монитор", "never 0", "никогда не 0"):
                self.assertIn(words, readme)
            self.assertIn("as each government cleared them for this audience; name", readme)
            self.assertNotIn("Source of the answers", readme)

    def test_the_files_of_a_release_are_what_their_description_says(self):
        for number in (1, 2):
            archive = zipfile.ZipFile(io.BytesIO(self.client.get("/trafficking/releases/2025/%d.zip" % number).body))
            described = json.loads(archive.read("csv-metadata.json"))
            tables = {table["url"]: table for table in described["tables"]}
            self.assertEqual(set(tables), {name for name in archive.namelist() if name.endswith(".csv")})
            for name, table in tables.items():
                header, rows = table_of(archive.read(name).decode())
                Described.check(self, header, rows, table, name)

    def test_an_older_release_has_the_scores_and_the_coverage_that_stood(self):
        def tables(number):
            archive = zipfile.ZipFile(io.BytesIO(self.client.get("/trafficking/releases/2025/%d.zip" % number).body))
            return {name: list(csv.DictReader(io.StringIO(archive.read(name + ".csv").decode(), newline="")))
                    for name in ("answers", "domain_scores", "coverage")}
        for number in (1, 2):
            held = tables(number)
            for row in held["coverage"]:
                self.assertEqual(int(row["n_reported"]), sum(answer["participant"] == row["participant"] and answer["status"] == "reported"
                                                             for answer in held["answers"]), (number, row))
            self.assertTrue(held["coverage"])
            self.assertTrue(held["domain_scores"])
        self.assertNotIn("change", tables(1)["domain_scores"][0])

    check_cell = Described.check_cell

    def test_pages_of_releases_lead_to_their_files(self):
        page = self.client.get("/trafficking/releases/2025/2")
        for ending in ("zip", "csv", "xlsx", "json"):
            self.assertIn('href="/trafficking/releases/2025/2.%s"' % ending, page.text)
        page = self.client.get("/trafficking/releases/")
        self.assertIn('href="/trafficking/releases/2025/1.zip"', page.text)
        self.assertIn('href="/trafficking/releases/index.csv"', page.text)
        self.assertEqual([(row["period"], row["release"]) for row in self.rows("/trafficking/releases/index.csv")],
                         [("2025", "2"), ("2025", "1"), ("2024", "1")])

    def test_each_audience_has_files_of_its_own(self):
        for path in ("/members/trafficking/releases/2025/1.zip", "/members/trafficking/index.xlsx", "/members/api/v1/openapi.json"):
            answer = self.client.get(path, follow=False)
            self.assertEqual(answer.status, 303, path)
            self.assertIn("/account/sign-in", answer.location)
        self.site.person("focal@x.example", ("focal_point", "XAA"))
        member = self.site.signed_in("focal@x.example")
        archive = zipfile.ZipFile(io.BytesIO(member.get("/members/trafficking/releases/2025/1.zip").body))
        self.assertEqual(json.loads(archive.read("manifest.json"))["audience"], "members")
        self.assertIn('</members/trafficking/index.csv-metadata.json>', member.get("/members/trafficking/index.csv").headers["Link"])


class Replaced(unittest.TestCase):
    """A snapshot is replaced while somebody downloads slowly."""

    def test_a_download_ends_whole_from_the_snapshot_it_began_with(self):
        site = kit.Site(shipped=True)
        self.addCleanup(site.close)
        path = "/api/v1/openapi.json"
        before = site.client("en").get(path)
        with socket.socket() as slow:
            # As little as possible waits in between: what is not read yet is still the server's.
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            slow.settimeout(60)
            slow.connect(("127.0.0.1", site.port))
            slow.sendall(("GET %s HTTP/1.1\r\nHost: x.example\r\nAccept-Language: en\r\nConnection: close\r\n\r\n" % path).encode())
            data = slow.recv(1000)
            site.monitor("summarise", "--full")
            after = site.client("en").get("/ihr/index.json")
            while part := slow.recv(65536):
                data += part
        self.assertNotEqual(after.json()["meta"]["run"], before.headers["ETag"].strip('"')[:len(after.json()["meta"]["run"])])
        head, _, body = data.partition(b"\r\n\r\n")
        self.assertIn(before.headers["ETag"].encode(), head)
        self.assertEqual(body, before.body)
        self.assertGreater(len(body), 200000)


if __name__ == "__main__":
    unittest.main()
