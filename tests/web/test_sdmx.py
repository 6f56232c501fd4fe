"""SDMX by the REST interface: data in three formats, what may be asked, what is refused, and how answers are kept."""
import gzip
import html
import os
import re
import shutil
import socket
import sqlite3
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree

import kit
from kit import rows_of

CSV = "application/vnd.sdmx.data+csv;version=2.0.0"
JSON = "application/vnd.sdmx.data+json;version=2.0.0"
XML = "application/vnd.sdmx.data+xml;version=3.0.0"
DATA = "/sdmx/v2/data"
ANSWERS = DATA + "/dataflow/ALMATY/ANSWERS_IHR/1.0"
NAMESPACES = {"mes": "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"}
# What only tells of the message.
OF_THE_RUN = ("RUN", "AUDIENCE", "METHODS")


def dimensions_of(page):
    """Of a JSON message: the ids of all dimensions."""
    found = {"FLOW"}
    for structure in page.json()["data"]["structures"]:
        for level in structure["dimensions"].values():
            found.update(dimension["id"] for dimension in level)
    return found


class Observations(dict):
    """Key → values by component, without what is empty and what only tells of the message."""

    def __init__(self, dimensions):
        super().__init__()
        self.dimensions = dimensions

    def add(self, row):
        key = tuple(sorted((name, value) for name, value in row.items() if name in self.dimensions))
        assert key not in self, row
        self[key] = {name: value for name, value in row.items() if name not in self.dimensions and name not in OF_THE_RUN}


def from_csv(page, dimensions):
    found = Observations(dimensions)
    for row in rows_of(page.text):
        assert row.pop("STRUCTURE") == "dataflow" and row.pop("ACTION") == "I", row
        row["FLOW"] = row.pop("STRUCTURE_ID").partition(":")[2].partition("(")[0]
        found.add({name: value for name, value in row.items() if value != ""})
    return found


def plain(value):
    """As CSV and XML write it."""
    return ("true" if value else "false") if isinstance(value, bool) else repr(value) if isinstance(value, float) else str(value)


def from_json(page, dimensions):
    found = Observations(dimensions)
    message = page.json()
    for dataset in message["data"]["dataSets"]:
        structure = message["data"]["structures"][dataset["structure"]]
        flow = structure["links"][0]["urn"].rpartition(":")[2].partition("(")[0]
        of_series, of_observation = structure["dimensions"]["series"], structure["dimensions"]["observation"]
        values = structure["measures"]["observation"] + structure["attributes"]["observation"]

        def key(text, dimensions):
            chosen = [d["values"][int(i)] for d, i in zip(dimensions, text.split(":"))]
            return {d["id"]: v.get("id", v.get("value")) for d, v in zip(dimensions, chosen)}

        def one(where, series, observation):
            row = dict(FLOW=flow, **series, **key(where, of_observation))
            for component, value in zip(values, observation):
                if value is not None:
                    row[component["id"]] = component["values"][value]["id"] if "values" in component else plain(value)
            found.add(row)

        for where, observation in dataset.get("observations", {}).items():
            one(where, {}, observation)
        for text, series in dataset.get("series", {}).items():
            for where, observation in series["observations"].items():
                one(where, key(text, of_series), observation)
    return found


def from_xml(page, dimensions):
    found = Observations(dimensions)
    root = ElementTree.fromstring(page.body)
    for dataset in root.findall("mes:DataSet", NAMESPACES):
        flow = next(value for name, value in dataset.attrib.items() if name.endswith("structureRef"))
        for series in dataset.findall("Series"):
            for observation in series.findall("Obs"):
                found.add(dict(FLOW=flow, **series.attrib, **observation.attrib))
        for observation in dataset.findall("Obs"):
            found.add(dict(FLOW=flow, **observation.attrib))
    return found


def numbers(found):
    """Numbers as numbers: 80 and 80.0 are the same."""
    def number(text):
        try:
            return float(text)
        except ValueError:
            return text
    return {key: {name: number(value) for name, value in row.items()} for key, row in found.items()}


def all_three(pages):
    """The observations of the same answer in each format: CSV, JSON, XML."""
    dimensions = dimensions_of(pages[JSON])
    return numbers(from_csv(pages[CSV], dimensions)), numbers(from_json(pages[JSON], dimensions)), numbers(from_xml(pages[XML], dimensions))


class Sdmx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.client = cls.site.client("en")

    def get(self, path, accept=CSV, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(path, {**headers, "Accept": accept} if accept else headers)

    def rows(self, path):
        page = self.get(path)
        self.assertEqual(page.status, 200, page.text)
        return rows_of(page.text)


class Formats(Sdmx):
    def test_the_three_formats_hold_the_same_observations(self):
        for query in ("", "?dimensionAtObservation=AllDimensions", "?dimensionAtObservation=REF_AREA",
                      "?c[REF_AREA]=KGZ,_T&c[TIME_PERIOD]=ge:2019", "?lastNObservations=1", "?limit=100&offset=50"):
            pages = {accept: self.get(DATA + "/dataflow/ALMATY/*/*/*" + query, accept) for accept in (CSV, JSON, XML)}
            for accept, page in pages.items():
                self.assertEqual((page.status, page.headers["Content-Type"]), (200, accept), query)
            in_csv, in_json, in_xml = all_three(pages)
            self.assertGreater(len(in_csv), 20)
            self.assertEqual(in_json, in_csv, query)
            self.assertEqual(in_xml, in_csv, query)

    def test_the_figures_are_those_of_the_exports(self):
        there = {(r["participant"], r["indicator"], r["period"]): (r["value"], r["score"]) for r in rows_of(self.client.get("/ihr/answers.csv").text)}
        here = {(r["REF_AREA"], r["INDICATOR"], r["TIME_PERIOD"]): (r["OBS_VALUE"], r["SCORE"]) for r in self.rows(ANSWERS)}
        self.assertEqual({key: value for key, value in here.items() if key in there}, there)
        self.assertTrue(all(value == ("", "") for key, value in here.items() if key not in there))
        mean = {(r["indicator"], r["period"]): r["mean"] for r in rows_of(self.client.get("/ihr/regional.csv").text)}
        here = {(r["INDICATOR"], r["TIME_PERIOD"]): r["OBS_VALUE"] for r in self.rows(DATA + "/dataflow/ALMATY/REGIONAL_IHR?c[STATISTIC]=MEAN")}
        self.assertEqual(here, mean)

    def test_csv_has_the_columns_of_the_standard(self):
        text = self.get(ANSWERS + "/A.KGZ.SPAR02?attributes=OBS_STATUS").text
        self.assertEqual(text.splitlines()[:2], [
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,NUMERATOR,DENOMINATOR,SCORE,OBS_STATUS",
            "dataflow,ALMATY:ANSWERS_IHR(1.0),I,A,KGZ,SPAR02,2018,60,,,60,A"])
        self.assertTrue(text.endswith("\r\n"))
        self.assertIn("\ndatastructure,ALMATY:ANSWERS_IHR(1.0),I,", self.get(ANSWERS.replace("dataflow", "datastructure")).text)

    def test_csv_has_names_and_keys_where_they_are_asked_for(self):
        path = ANSWERS + "/A.KGZ.SPAR02?attributes=OBS_STATUS&measures=OBS_VALUE&firstNObservations=1"
        both = rows_of(self.get(path, CSV + ";labels=both;keys=both").text)[0]
        self.assertEqual(both["REF_AREA: Reference area"], "KGZ: Kyrgyzstan")
        self.assertEqual((both["SERIES_KEY"], both["OBS_KEY"]), ("A.KGZ.SPAR02", "A.KGZ.SPAR02.2018"))
        self.assertEqual(both["STRUCTURE_ID"], "ALMATY:ANSWERS_IHR(1.0): International Health Regulations capacities: answers of the governments")
        name = rows_of(self.get(path, CSV + ";labels=name").text)[0]
        self.assertEqual((name["REF_AREA"], name["Reference area"], name["OBS_VALUE"], name["Value"]), ("KGZ", "Kyrgyzstan", "60", ""))
        russian = self.get(path + "&format=csv&labels=both&keys=series", None, Accept_Language="ru")
        self.assertIn("KGZ: Кыргызстан", russian.text)
        self.assertEqual(russian.headers["Content-Language"], "ru")
        self.assertEqual(rows_of(russian.text)[0]["SERIES_KEY"], "A.KGZ.SPAR02")

    def test_series_alone_come_without_figures(self):
        query = "?attributes=none&measures=none"
        rows = self.rows(ANSWERS + "/A.KGZ.*" + query)
        self.assertEqual(set(rows[0]), {"STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR"})
        keys = [tuple(row.values()) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))
        series = self.get(ANSWERS + "/A.KGZ.*" + query, JSON).json()["data"]["dataSets"][0]["series"]
        self.assertEqual(len(series), len(rows))
        self.assertEqual(len(ElementTree.fromstring(self.get(ANSWERS + "/A.KGZ.*" + query, XML).body).findall(".//Series")), len(rows))

    def test_a_header_chooses_and_a_parameter_goes_before_it(self):
        for accept, sent in (("", JSON), ("*/*", JSON), ("text/csv", "text/csv; charset=utf-8"), ("application/xml", "application/xml"),
                             ("application/json;q=0.3, " + CSV + ";q=0.5", CSV), ("text/html, */*;q=0.1", JSON), (XML + ", " + JSON + ";q=0.9", XML)):
            page = self.get(ANSWERS + "/A.KGZ.SPAR02", accept)
            self.assertEqual((page.status, page.headers["Content-Type"]), (200, sent), accept)
            self.assertIn("Accept,", page.headers["Vary"])
        self.assertEqual(self.get(ANSWERS + "?format=csv").headers["Content-Disposition"], 'attachment; filename="ANSWERS_IHR.csv"')
        self.assertNotIn("Content-Disposition", self.get(ANSWERS).headers)
        for name, sent in (("csv", CSV), ("json", JSON), ("xml", XML), (urllib.parse.quote(CSV), CSV)):
            self.assertEqual(self.get(ANSWERS + "/A.KGZ.SPAR02?format=" + name, "text/csv").headers["Content-Type"], sent)


class Documented(Sdmx):
    def test_the_examples_of_the_readme_work(self):
        with open(os.path.join(kit.ROOT, "README.md"), encoding="utf-8") as file:
            section = file.read().partition("### SDMX")[2].partition("\n## ")[0]
        commands = re.findall(r"^    curl -g '(?:http://127.0.0.1:8080)([^']+)'(?: \\\n        -H 'Accept: ([^']+)')?", section, re.M)
        self.assertEqual(len(commands), section.count("curl "))
        for path, accept in commands:
            page = self.get(path, accept or "*/*")
            self.assertEqual(page.status, 200, page.text)
            self.assertGreater(len(page.body), 500)


    def test_the_page_about_the_data_leads_to_what_is_there(self):
        page = self.client.get("/data").text
        links = [html.unescape(link) for link in re.findall(r'href="(/sdmx/[^"]*)"', page)]
        self.assertEqual({link.split("/")[3] for link in links}, {"availability", "data", "structure"})
        for link in links:
            self.assertEqual(self.get(link, "text/html,*/*;q=0.8").status, 200, link)

    def test_what_openapi_documents_is_there(self):
        paths = {path: item["get"] for path, item in self.client.get("/api/v1/openapi.json").json()["paths"].items() if path.startswith("/sdmx/")}
        self.assertEqual(sorted(path.split("/")[3] for path in paths), ["availability", "data", "schema", "structure"])
        for path, operation in paths.items():
            for parameter in operation["parameters"]:
                if parameter.get("in") == "path":
                    path = path.replace("{%s}" % parameter["name"], parameter["example"])
            self.assertNotIn("{", path)
            for media in operation["responses"]["200"]["content"]:
                page = self.get(path, media)
                self.assertEqual((page.status, page.headers["Content-Type"]), (200, media), path)
            # Each parameter is known: what is refused is its value, or it is in order.
            for parameter in operation["parameters"]:
                if parameter.get("in") == "query" and parameter["name"] != "c":
                    page = self.get(path + "?%s=%s" % (parameter["name"], parameter["schema"].get("enum", ["!"])[0]), "*/*")
                    self.assertNotIn("There is no parameter", page.text, parameter["name"])


class Queries(Sdmx):
    def test_a_key_takes_codes_alternatives_and_all(self):
        def areas(key):
            return {row["REF_AREA"] for row in self.rows(ANSWERS + "/" + key)}
        self.assertEqual(areas("A.KGZ.SPAR02"), {"KGZ"})
        self.assertEqual(areas("A.KGZ+TJK.SPAR02"), {"KGZ", "TJK"})
        self.assertEqual(areas("A.KGZ.SPAR02,A.UZB.SPAR03"), {"KGZ", "UZB"})
        for everything in ("*", "A", "A.*.*", "all", "", "*.*.SPAR02"):
            self.assertEqual(areas(everything), {"KAZ", "KGZ", "TJK", "TKM", "UZB"})

    def test_conditions_choose(self):
        def periods(query):
            return sorted({row["TIME_PERIOD"] for row in self.rows(ANSWERS + "/A.KGZ.*?" + query)})
        self.assertEqual(periods("c[TIME_PERIOD]=ge:2018%2Ble:2019"), ["2018", "2019"])
        self.assertEqual(periods("c[TIME_PERIOD]=ge:2018+le:2019"), ["2018", "2019"])
        self.assertEqual(periods("c%5BTIME_PERIOD%5D=2012,2018"), ["2012", "2018"])
        self.assertEqual(periods("c[TIME_PERIOD]=lt:2012"), ["2011"])
        self.assertEqual(periods("startPeriod=2019&endPeriod=2020-12"), ["2019", "2020"])
        self.assertEqual(periods("startPeriod=2019-02&endPeriod=2021"), ["2020", "2021"])
        self.assertEqual(periods("c[INDICATOR]=sw:SPAR2&c[TIME_PERIOD]=ne:2022"), ["2021"])
        for row in self.rows(ANSWERS + "?c[OBS_VALUE]=ge:80+lt:90&c[UNIT_MEASURE]=PERCENT"):
            self.assertTrue(80 <= float(row["OBS_VALUE"]) < 90)
        self.assertEqual({row["OBS_STATUS"] for row in self.rows(ANSWERS + "?c[OBS_STATUS]=O")}, {"O"})

    def test_the_first_and_last_of_each_series_can_be_asked_for(self):
        whole, ends = {}, {}
        for found, query in ((whole, ""), (ends, "?firstNObservations=1&lastNObservations=1")):
            for row in self.rows(ANSWERS + query):
                found.setdefault((row["REF_AREA"], row["INDICATOR"]), []).append(row["TIME_PERIOD"])
        for key, periods in whole.items():
            self.assertEqual(periods, sorted(periods))
            self.assertEqual(ends[key], sorted({periods[0], periods[-1]}))

    def test_parts_make_the_whole(self):
        whole = self.get(ANSWERS).text.splitlines()
        parts = []
        for offset in range(0, len(whole), 200):
            page = self.get(ANSWERS + "?limit=200&offset=%d" % offset)
            if page.status == 200:
                parts += page.text.splitlines()[1:]
        self.assertEqual(parts, whole[1:])

    def test_parts_of_several_flows_make_the_whole(self):
        def filled(rows):
            return [{name: value for name, value in row.items() if value} for row in rows]
        for query in ("", "&dimensionAtObservation=REF_AREA", "&lastNObservations=1", "&attributes=none&measures=none"):
            whole = filled(self.rows(DATA + "?limit=999999" + query))
            parts = [row for offset in range(0, len(whole), 700) for row in filled(self.rows(DATA + "?limit=700&offset=%d%s" % (offset, query)))]
            self.assertEqual(parts, whole, query)

    def test_several_flows_come_in_one_message(self):
        rows = self.rows(DATA + "/dataflow/ALMATY/ANSWERS_IHR,DOMAINS_IHR/*/*?c[TIME_PERIOD]=2022")
        self.assertEqual({row["STRUCTURE_ID"] for row in rows}, {"ALMATY:ANSWERS_IHR(1.0)", "ALMATY:DOMAINS_IHR(1.0)"})
        self.assertEqual({bool(row["DOMAIN"]) for row in rows if "DOMAINS" in row["STRUCTURE_ID"]}, {True})
        # A flow that the condition cannot be about is left out.
        rows = self.rows(DATA + "?c[SERIES]=VC_HTF_DETV")
        self.assertEqual({row["STRUCTURE_ID"] for row in rows}, {"ALMATY:OFFICIAL(1.0)", "ALMATY:PROGRESS(1.0)"})

    def test_a_path_may_end_early(self):
        whole = self.get(ANSWERS).body
        for path in ("/dataflow/ALMATY/ANSWERS_IHR", "/dataflow/ALMATY/ANSWERS_IHR/", "/*/*/ANSWERS_IHR/~", "/dataflow/*/ANSWERS_IHR/+/",
                     "/dataflow/ALMATY/ANSWERS_IHR/1.0.0/*", "/dataflow/ALMATY/ANSWERS_IHR/*/*/"):
            self.assertEqual(self.get(DATA + path).body, whole, path)
        for path in ("", "/", "/dataflow", "/dataflow/", "/dataflow/ALMATY", "/dataflow/ALMATY/"):
            self.assertEqual(self.get(DATA + path).status, 200, path)


class Availability(Sdmx):
    """What there is data for; the message itself is validated with the other structures."""

    def available(self, path, constraint=0):
        """Dimension → codes, or the first and last period; series and observations."""
        page = self.get("/sdmx/v2/availability" + path, "application/vnd.sdmx.structure+json;version=2.0.0")
        self.assertEqual(page.status, 200, page.text)
        found = page.json()["data"]["dataConstraints"][constraint]
        values = {}
        for key in found["cubeRegions"][0]["keyValues"]:
            if "timeRange" in key:
                values[key["id"]] = [key["timeRange"]["startPeriod"]["period"], key["timeRange"]["endPeriod"]["period"]]
            else:
                values[key["id"]] = key["values"]
        return values, {a["id"]: int(a["title"]) for a in found["annotations"]}

    FLOW = "/dataflow/ALMATY/ANSWERS_IHR/1.0"

    def test_the_codes_are_those_of_the_data(self):
        for query in ("", "/A.KGZ.*", "/A.KGZ+TJK.SPAR02?c[TIME_PERIOD]=ge:2019", "?c[OBS_VALUE]=ge:90", "?startPeriod=2021&c[INDICATOR]=co:C1"):
            rows = self.rows(ANSWERS + query)
            values, counts = self.available(self.FLOW + query)
            for dimension in ("FREQ", "REF_AREA", "INDICATOR"):
                self.assertEqual(set(values[dimension]), {row[dimension] for row in rows}, query)
            periods = sorted(row["TIME_PERIOD"] for row in rows)
            self.assertEqual(values["TIME_PERIOD"], [periods[0], periods[-1]])
            self.assertEqual(counts["obs_count"], len(rows))
            self.assertEqual(counts["series_count"], len({(row["REF_AREA"], row["INDICATOR"]) for row in rows}))

    def test_what_could_be_chosen_besides_can_be_asked_for(self):
        exact, _ = self.available(self.FLOW + "/A.KGZ.SPAR02?c[TIME_PERIOD]=2018")
        self.assertEqual(exact, {"FREQ": ["A"], "REF_AREA": ["KGZ"], "INDICATOR": ["SPAR02"], "TIME_PERIOD": ["2018", "2018"]})
        wider, counts = self.available(self.FLOW + "/A.KGZ.SPAR02?c[TIME_PERIOD]=2018&mode=available")
        self.assertEqual(wider["REF_AREA"], ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
        self.assertIn("SPAR03", wider["INDICATOR"])
        self.assertNotIn("IHR01", wider["INDICATOR"])
        self.assertEqual(wider["TIME_PERIOD"], ["2018", "2020"])
        self.assertEqual(counts["obs_count"], 1)

    def test_one_dimension_can_be_asked_for(self):
        self.assertEqual(self.available(self.FLOW + "/A.*.SPAR02/REF_AREA")[0], {"REF_AREA": ["KAZ", "KGZ", "TJK", "TKM", "UZB"]})
        self.assertEqual(set(self.available(self.FLOW + "/*/FREQ,TIME_PERIOD")[0]), {"FREQ", "TIME_PERIOD"})

    def test_it_is_kept_and_dated_as_data_are(self):
        for accept in ("application/vnd.sdmx.structure+xml;version=3.0.0", "application/json"):
            page = self.get("/sdmx/v2/availability" + self.FLOW, accept)
            self.assertEqual(page.headers["Content-Type"], accept)
            self.assertEqual(self.get("/sdmx/v2/availability" + self.FLOW, accept, If_None_Match=page.headers["ETag"]).status, 304)
            self.assertIn("Last-Modified", page.headers)


class Refusals(Sdmx):
    def refused(self, path, status, *says, accept=CSV):
        page = self.get(path, accept)
        self.assertEqual(page.status, status, (path, page.text[:300]))
        self.assertEqual(page.headers["Content-Type"], "application/problem+json")
        problem = page.json()
        self.assertEqual(problem["status"], status)
        for text in says:
            self.assertIn(text, problem["detail"])
        return problem

    def test_what_is_wrong_is_named_with_what_there_is(self):
        for path, status, *says in (
                (DATA + "/codelist", 400, "codelist", "dataflow, datastructure"),
                (DATA + "/provisionagreement", 501, "dataflow"),
                (DATA + "/dataflow/ECB", 404, "ECB", "ALMATY"),
                (DATA + "/dataflow/ALMATY/NOPE", 404, "NOPE", "ANSWERS_IHR", "OFFICIAL"),
                (DATA + "/dataflow/ALMATY/ANSWERS_IHR,NOPE", 404, "NOPE", "ANSWERS_IHR"),
                (DATA + "/datastructure/ALMATY/NOPE", 404, "data structure"),
                (DATA + "/dataflow/ALMATY/ANSWERS_IHR/2.0", 404, "2.0", "1.0"),
                (DATA + "/dataflow/ALMATY/ANSWERS_IHR/newest", 400, "newest", "1.0"),
                (ANSWERS + "/A.KGZ.SPAR02.2018", 400, "4 parts", "FREQ.REF_AREA.INDICATOR"),
                (ANSWERS + "/A.KGZ.SPAR02/TIME_PERIOD", 404, "{key}"),
                (ANSWERS + "/A.KGZ.SPAR02/a/b", 404, "/sdmx/v2/data/"),
                (ANSWERS + "/A.DEU.*", 404, "DEU", "KAZ, KGZ, TJK, TKM, UZB"),
                (ANSWERS + "/A.KGZ.NOPE", 404, "NOPE", "SPAR02"),
                (ANSWERS + "/A.K%20GZ", 400, "K GZ", "A.KGZ.*"),
                (ANSWERS + "/,", 400, "comma"),
                (ANSWERS + "?c[SEX]=F", 400, "SEX", "REF_AREA", "OBS_VALUE", "OBS_STATUS"),
                (ANSWERS + "?c[REF_AREA]=DEU", 404, "DEU", "KGZ"),
                (ANSWERS + "?c[REF_AREA]=in:KGZ", 400, "in:", "eq, ne, lt"),
                (ANSWERS + "?c[REF_AREA]=", 400, "lacks a value"),
                (ANSWERS + "?c[REF_AREA]=KGZ&c[REF_AREA]=TJK", 400, "more than once"),
                (ANSWERS + "?c[TIME_PERIOD]=2018-Q9", 400, "2018-Q9"),
                (ANSWERS + "?c[OBS_VALUE]=gt:high", 400, "high"),
                (ANSWERS + "?startPeriod=2018-02-30", 400, "2018-02-30"),
                (ANSWERS + "?startPeriod=2020&endPeriod=2019", 400, "startPeriod"),
                (ANSWERS + "?endPeriod=soon", 400, "soon"),
                (ANSWERS + "?firstNObservations=0", 400, "firstNObservations"),
                (ANSWERS + "?limit=-1", 400, "limit"),
                (ANSWERS + "?attributes=NOPE", 400, "NOPE", "OBS_STATUS"),
                (ANSWERS + "?measures=OBS_STATUS", 400, "OBS_STATUS", "OBS_VALUE, NUMERATOR"),
                (ANSWERS + "?dimensionAtObservation=SEX", 400, "SEX", "TIME_PERIOD, AllDimensions, FREQ"),
                (ANSWERS + "?detail=full", 400, "detail", "startPeriod", "c[COMPONENT]"),
                (ANSWERS + "?updatedAfter=2020-01-01T00:00:00Z", 501, "updatedAfter", "If-Modified-Since"),
                (ANSWERS + "?includeHistory=true", 501, "includeHistory"),
                (ANSWERS + "?format=xlsx", 406, "xlsx", "json|csv|xml", "text/csv"),
                (ANSWERS + "?format=csv&labels=all", 400, "labels", "id, name, both"),
                (ANSWERS + "?format=json&labels=both", 400, "format=csv"),
                (ANSWERS + "?startPeriod=2050", 404, "availability"),
                ("/sdmx/v2/availability/dataflow/ALMATY/ANSWERS_IHR/1.0/A.KGZ.*/SEX", 404, "SEX", "FREQ, REF_AREA, INDICATOR, TIME_PERIOD"),
                ("/sdmx/v2/availability/dataflow/ALMATY/ANSWERS_IHR/1.0/*/*/x", 404, "{componentId}"),
                ("/sdmx/v2/availability/dataflow/ALMATY/ANSWERS_IHR/1.0/A.KGZ.SPAR02?c[TIME_PERIOD]=2011", 404, "No observation"),
                ("/sdmx/v2/availability?mode=all", 400, "exact, available"),
                ("/sdmx/v2/availability?references=parents", 400, "codelist"),
                ("/sdmx/v2/availability?format=csv", 406, "json|xml"),
                ("/sdmx/v2/metadata/metadataflow/ALMATY", 501, "/sdmx/v2/data/"),
                ("/sdmx/v2/dataa", 404, "/sdmx/v2/data/"),
                ("/sdmx/", 404, "/sdmx/v2/data/"),
                ("/sdmx/2.1/data/ANSWERS_IHR", 404, "/sdmx/v2/data/"),
                (ANSWERS + "?offset=100000", 404, "availability"),
                (ANSWERS + "?c[REASON]=co:" + "x" * 10240, 414, "4096"),
                (ANSWERS + "/" + "A.KGZ.SPAR02," * 400, 414, "1024")):
            with self.subTest(path[:120]):
                self.refused(path, status, *says, accept=CSV if path.startswith(DATA) else "*/*")

    def test_a_format_that_there_is_not_is_told_which_there_are(self):
        for accept in ("image/png", "text/html", "application/vnd.sdmx.data+csv;version=1.0.0", CSV + ";labels=all", JSON + ";q=0, image/*",
                       "application/vnd.sdmx.genericdata+xml;version=2.1", "application/vnd.sdmx.structure+json"):
            problem = self.refused(ANSWERS, 406, accept, JSON, CSV, XML, "text/csv", accept=accept)
            self.assertEqual(problem["field"], "Accept")
        self.assertIn("Accept,", self.get(ANSWERS, "image/png").headers["Vary"])

    def test_refusals_are_in_the_readers_language(self):
        self.assertIn("нет кода", self.client.get(ANSWERS + "/A.DEU.*?lang=ru").json()["detail"])
        self.client.cookies.clear()

    def test_only_reading_is_possible(self):
        for method in ("POST", "PUT", "DELETE"):
            answer = self.client.request(method, ANSWERS, b"")
            self.assertEqual((answer.status, answer.headers["Allow"]), (405, "GET, HEAD"))


class Keeping(Sdmx):
    def test_each_format_and_query_is_kept_by_itself(self):
        pages = {}
        for path in (ANSWERS, ANSWERS + "?c[REF_AREA]=KGZ", ANSWERS + "?c[REF_AREA]=TJK", ANSWERS + "?limit=3"):
            for accept in (CSV, JSON, XML, CSV + ";labels=both", "text/csv", "text/csv;labels=both"):
                pages[path, accept] = self.get(path, accept)
        for (path, accept), page in pages.items():
            again = self.get(path, accept)
            self.assertEqual((again.body, again.headers["ETag"], again.headers["Content-Type"]),
                             (page.body, page.headers["ETag"], page.headers["Content-Type"]), (path, accept))
        for path in {path for path, _ in pages}:
            for parameters in ("", ";labels=both"):
                self.assertEqual(pages[path, "text/csv" + parameters].body, pages[path, CSV + parameters].body)
        bodies = [page.body for (_, accept), page in pages.items() if not accept.startswith("text/csv")]
        self.assertEqual(len(set(bodies)), len(bodies))

    def test_what_is_known_already_is_only_confirmed(self):
        page = self.get(ANSWERS)
        for headers in ({"If_None_Match": page.headers["ETag"]}, {"If_Modified_Since": page.headers["Last-Modified"]}):
            again = self.get(ANSWERS, CSV, **headers)
            self.assertEqual((again.status, again.body), (304, b""))
            self.assertEqual((again.headers["ETag"], again.headers["Last-Modified"]), (page.headers["ETag"], page.headers["Last-Modified"]))
            self.assertIn("Accept,", again.headers["Vary"])
        self.assertEqual(self.get(ANSWERS, XML, If_None_Match=page.headers["ETag"]).status, 200)
        self.assertEqual(self.get(ANSWERS, CSV, If_Modified_Since="Sat, 01 Jan 2000 00:00:00 GMT").status, 200)

    def test_a_head_and_a_packed_answer_are_those_of_the_answer(self):
        page = self.get(ANSWERS)
        head = self.client.request("HEAD", ANSWERS, headers={"Accept": CSV})
        self.assertEqual((head.status, head.body), (200, b""))
        for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified", "Vary"):
            self.assertEqual(head.headers[name], page.headers[name])
        packed = self.get(ANSWERS, CSV, Accept_Encoding="gzip")
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed.body), page.body)
        self.assertLess(len(packed.body), len(page.body) / 5)


class Replaced(unittest.TestCase):
    """Needs a site of its own: its snapshot is replaced, and filled."""

    @classmethod
    def setUpClass(cls):
        # The web server takes from the program only what the reader has taken.
        cls.site = kit.Site(shipped=True, extra="server.stream-response-body = 2\n")
        cls.snapshot = os.path.join(cls.site.data, "snapshots", "public.db")
        cls.client = cls.site.client("en")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def replace(self, statements):
        aside = self.snapshot + ".new"
        shutil.copy(self.snapshot, aside)
        with sqlite3.connect(aside) as db:
            db.executescript(statements)
        db.close()
        os.replace(aside, self.snapshot)

    def test_a_download_ends_whole_from_the_snapshot_with_which_it_began(self):
        path = DATA + "?format=csv&labels=name"
        old = self.client.get(path).body
        self.assertGreater(len(old), 2000000)
        with socket.socket() as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            slow.connect(("127.0.0.1", self.site.port))
            slow.sendall(("GET %s HTTP/1.0\r\n\r\n" % path).encode())
            taken = slow.recv(100)
            time.sleep(0.2)
            self.replace("UPDATE answer SET value = 1, score = 1 WHERE value IS NOT NULL; UPDATE meta SET value = 'another' WHERE key = 'run'")
            slow.settimeout(60)
            while True:
                more = slow.recv(65536)
                if not more:
                    break
                taken += more
        self.assertEqual(taken.partition(b"\r\n\r\n")[2], old)
        new = self.client.get(path)
        self.assertIn(",another,", new.text)
        self.assertNotIn(b",another,", old)

    def test_an_answer_that_would_be_too_large_says_how_to_ask_for_less(self):
        self.replace("""
            INSERT OR IGNORE INTO official SELECT o.series, o.dims, o.participant, y.year, 1.5, '1.5', o.nature, o.units, o.vintage
            FROM (SELECT DISTINCT series, dims, participant, nature, units, vintage FROM official) o
            JOIN (WITH RECURSIVE n(year) AS (SELECT 1900 UNION ALL SELECT year + 1 FROM n WHERE year < 2199) SELECT year FROM n) y""")
        path = DATA + "/dataflow/ALMATY/OFFICIAL?format=csv&labels=name&lang=ru"
        page = self.client.get(path)
        self.assertEqual((page.status, page.headers["Content-Type"]), (413, "application/problem+json"))
        for part in ("c[TIME_PERIOD]", "limit="):
            self.assertIn(part, page.json()["detail"])
        self.assertEqual(self.client.get(path + "&limit=1000").status, 200)
        self.assertEqual(self.client.get(path + "&c[TIME_PERIOD]=2000").status, 200)


class Audiences(unittest.TestCase):
    """Invented governments: each audience has its own figures, and what is no plain figure says why."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        rows = {
            "XAA": ("public", ("IDR3,63,,", "LAW1,0,,", "GOV3,,not_available,=the register <not> kept", "GOV6,1,,")),
            "XAB": ("donors", ("IDR3,4,,", "LAW1,3,,", "GOV3,,not_applicable,no such budget")),
            "XAC": ("members", ("IDR3,77,,", "LAW1,4,,")),
        }
        for code, (audience, answers) in rows.items():
            cls.site.monitor("participant", "add", code, "--name", "Invented " + code)
            path = os.path.join(cls.site.folder, code + ".csv")
            with open(path, "w") as file:
                file.write("participant,period,indicator,value,status,note\n")
                for answer in answers:
                    file.write("%s,2025,%s\n" % (code, answer))
            cls.site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "@invented", path)
        with sqlite3.connect(os.path.join(cls.site.data, "reports.db")) as db:
            for cell, value in (("sex=female", 60), ("sex=male", 0), ("sex=unknown", 3)):
                db.execute("""
                    INSERT INTO answer_cell SELECT a.id, a.revision, ?, ? FROM answer a
                    JOIN indicator_version v ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator
                    WHERE a.participant = 'XAA' AND i.code = 'IDR3'""", (cell, value))
        db.close()
        cls.site.monitor("summarise")
        cls.site.person("donor@x.example", "donor")
        cls.site.person("point@x.example", ("focal_point", "XAA"))
        cls.clients = {"": cls.site.client("en"), "/donors": cls.site.signed_in("donor@x.example"), "/members": cls.site.signed_in("point@x.example")}

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def rows(self, prefix, flow, query=""):
        page = self.clients[prefix].get(prefix + DATA + "/dataflow/ALMATY/" + flow + "?format=csv" + query)
        self.assertEqual(page.status, 200, page.text)
        return rows_of(page.text)

    def test_each_audience_has_its_own(self):
        for prefix, audience, seen in (("", "public", {"XAA"}), ("/donors", "donors", {"XAA", "XAB"}), ("/members", "members", {"XAA", "XAB", "XAC"})):
            rows = self.rows(prefix, "ANSWERS_TRAFFICKING", "&c[INDICATOR]=IDR3")
            self.assertEqual({row["REF_AREA"] for row in rows if row["OBS_VALUE"]}, seen)
            self.assertEqual({row["AUDIENCE"] for row in rows}, {audience})
            self.assertEqual(self.clients[prefix].get(prefix + DATA).headers["Cache-Control"], "%s, max-age=60" % ("public" if not prefix else "private"))
        for prefix in ("/donors", "/members"):
            self.assertEqual(self.clients[""].get(prefix + DATA, follow=False).status, 303)
        self.assertEqual(self.clients["/donors"].get("/members" + DATA, follow=False).status, 403)

    def test_zero_suppressed_missing_not_available_and_not_applicable_are_told_apart(self):
        def status(prefix, area, indicator):
            row, = self.rows(prefix, "ANSWERS_TRAFFICKING", "&c[REF_AREA]=%s&c[INDICATOR]=%s" % (area, indicator))
            return row["OBS_VALUE"], row["OBS_STATUS"], row["CONF_STATUS"]
        self.assertEqual(status("", "XAA", "LAW1"), ("0", "A", "F"))
        self.assertEqual(status("", "XAA", "GOV3"), ("", "L", "F"))
        self.assertEqual(status("/donors", "XAB", "GOV3"), ("", "M", "F"))
        self.assertEqual(status("/members", "XAC", "GOV3"), ("", "O", "F"))
        self.assertEqual(status("", "XAC", "LAW1"), ("", "O", "F"), "cleared for members only: to others it is as if it were not there")
        cells = {row["SEX"]: (row["OBS_VALUE"], row["OBS_STATUS"], row["CONF_STATUS"])
                 for row in self.rows("", "BREAKDOWNS_TRAFFICKING", "&c[REF_AREA]=XAA&c[SEX]=ne:_T")}
        self.assertEqual(cells, {"FEMALE": ("", "Q", "C"), "MALE": ("0", "A", "F"), "UNKNOWN": ("", "Q", "C")})

    def test_every_format_says_so(self):
        for flow in ("ANSWERS_TRAFFICKING", "BREAKDOWNS_TRAFFICKING", "REGIONAL_TRAFFICKING", "DOMAINS_TRAFFICKING", "COMPLIANCE_TRAFFICKING"):
            pages = {accept: self.clients["/members"].get("/members%s/dataflow/ALMATY/%s" % (DATA, flow), {"Accept": accept}) for accept in (CSV, JSON, XML)}
            in_csv, in_json, in_xml = all_three(pages)
            self.assertEqual(in_json, in_csv, flow)
            self.assertEqual(in_xml, in_csv, flow)

    def test_machine_formats_leave_words_as_they_are(self):
        row, = self.rows("", "ANSWERS_TRAFFICKING", "&c[REF_AREA]=XAA&c[INDICATOR]=GOV3")
        self.assertEqual((row["SOURCE"], row["REASON"]), ("@invented", "=the register <not> kept"))

    def test_nothing_that_is_hidden_is_in_any_answer(self):
        for accept in (CSV, JSON, XML, CSV + ";labels=both"):
            text = self.clients[""].get(DATA, {"Accept": accept}).text
            self.assertNotRegex(text, r'(?<![0-9.])77(?![0-9.])|"77"')
            self.assertNotIn('OBS_VALUE="60"', text)
        # A 3 stands elsewhere too: XAA answered that many.
        text = self.clients[""].get(DATA + "/dataflow/ALMATY/BREAKDOWNS_TRAFFICKING", {"Accept": XML}).text
        self.assertIn('OBS_VALUE="63"', text)
        self.assertNotRegex(text, 'OBS_VALUE="(60|3)"')


if __name__ == "__main__":
    unittest.main()
