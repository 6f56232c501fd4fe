"""What the tests of SDMX share: a site with the shipped data and an invented round, the standard's own schemas, a reader of SDMX-CSV.

The schemas are not ours and not copied here: $SDMX_SCHEMAS names their folder, or they lie beside the checkout in shared/data/sdmx. Tests
that need them are skipped where they are absent. Nothing is fetched from the network.
"""
import csv
import io
import json
import os
import re
import sqlite3
import tempfile
import unittest

import kit

JSON = "application/vnd.sdmx.structure+json;version=2.0.0"
XML = "application/vnd.sdmx.structure+xml;version=3.0.0"
DATA_JSON = "application/vnd.sdmx.data+json;version=2.0.0"
DATA_XML = "application/vnd.sdmx.data+xml;version=3.0.0"
DATA_CSV = "application/vnd.sdmx.data+csv;version=2.0.0"
SCHEMA = "application/vnd.sdmx.schema+xml;version=3.0.0"
NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"

# Text that breaks what is not escaped: markup, quotes, a CDATA end, an entity, a comma and a line feed.
HOSTILE = "<b> & \"it's\" ]]> &amp; 1,2; =1+1 \u2028"

# Invented governments; the answers of each, and breakdowns of the count IDR3.
ANSWERS = {
    "XAA": ("public", ["LAW1,3,,,,", "IDR3,63,,,,", "GOV3,,1,3,,", "GOV6,1,,,,", "JUS1,0,,,,", "LAW4,5,,,,", "PRO4,,,,not_available,\"%s\""]),
    "XAB": ("public", ["LAW1,0,,,,", "IDR3,4,,,,", "GOV3,50,,,,", "GOV6,0,,,,", "JUS1,12,,,,", "LAW4,2,,,,", "PRO4,,,,not_applicable,None live here"]),
    "XAC": ("public", ["LAW1,4,,,,", "IDR3,200,,,,", "GOV3,,7,9,,", "LAW4,0,,,,", "PRO4,2,,,,"]),
    "XAD": ("members", ["LAW1,2,,,,", "IDR3,77,,,,", "GOV3,,1,9,,", "LAW4,7,,,,"]),
}
CELLS = {
    "XAA": {"sex=female": 60, "sex=male": 0, "sex=unknown": 3, "age=adult": 63},
    "XAB": {"sex=female": 4, "sex=male": 0, "sex=unknown": 0},
    "XAC": {"sex=female": 100, "sex=male": 100, "sex=unknown": 0},
    "XAD": {"sex=female": 40, "sex=male": 37, "sex=unknown": 0},
}
# Items of the checklist LAW4 that are met, in the order of the catalogue.
ITEMS = {"XAA": 5, "XAB": 2, "XAC": 0, "XAD": 7}
# One of each frequency besides years.
PERIODS = ("2024-S2", "2024-T1", "2024-Q3", "2024-07")


def bring(site, participant, audience, rows):
    path = os.path.join(site.folder, "%s.csv" % participant)
    with open(path, "w", encoding="utf-8") as file:
        file.write("participant,period,indicator,value,numerator,denominator,status,note\n" + "".join(rows))
    site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented", path)


def site():
    made = kit.Site(shipped=True)
    for code, (audience, answers) in ANSWERS.items():
        made.monitor("participant", "add", code, "--name", "Alphaland %s & <%s>" % (code, code.lower()))
        rows = ["%s,2025,%s\n" % (code, row.replace("%s", HOSTILE.replace('"', '""'))) for row in answers]
        rows += ["%s,%s,LAW1,1,,,,\n" % (code, period) for period in PERIODS]
        bring(made, code, audience, rows)
    with sqlite3.connect(os.path.join(made.data, "reports.db")) as db:
        for code, cells in CELLS.items():
            for cell, value in cells.items():
                db.execute("INSERT INTO answer_cell SELECT a.id, a.revision, ?, ? FROM answer a JOIN indicator_version v ON v.id = a.indicator_version "
                           "JOIN indicator i ON i.id = v.indicator WHERE a.participant = ? AND i.code = 'IDR3'", (cell, value, code))
        for code, met in ITEMS.items():
            db.execute("INSERT INTO answer_item SELECT a.id, a.revision, m.code FROM answer a JOIN indicator_version v ON v.id = a.indicator_version "
                       "JOIN indicator i ON i.id = v.indicator JOIN indicator_item m ON m.indicator_version = v.id "
                       "WHERE a.participant = ? AND i.code = 'LAW4' AND m.position <= ?", (code, met))
    db.close()
    made.monitor("summarise")
    return made


_shared = None


def shared():
    """One site for all tests that don't change its figures."""
    global _shared
    if _shared is None:
        _shared = site()
    return _shared


# --- the standard's schemas ---


def schemas():
    """The folder; skips the test where it is absent, or a package that reads it is."""
    folder = os.environ.get("SDMX_SCHEMAS", os.path.join(os.path.dirname(kit.ROOT), "shared", "data", "sdmx"))
    if not os.path.exists(os.path.join(folder, "ml-3.0", "SDMXMessage.xsd")):
        raise unittest.SkipTest("the schemas of SDMX are not at $SDMX_SCHEMAS nor in ../shared/data/sdmx")
    try:
        import jsonschema  # noqa: F401
        import lxml.etree  # noqa: F401
    except ImportError as missing:
        raise unittest.SkipTest("Debian's python3-lxml and python3-jsonschema are missing: %s" % missing)
    return folder


class Json:
    """One of the JSON schemas: "structure" or "data"."""

    def __init__(self, folder, kind):
        import jsonschema
        with open(os.path.join(folder, "json-2.0.0", "sdmx-json-%s-schema.json" % kind)) as file:
            # "http://json-schema.org/schema#" names no draft; `const` and the like came with the sixth.
            self.validator = jsonschema.Draft7Validator(json.load(file), format_checker=jsonschema.FormatChecker())

    def faults(self, message):
        return ["%s: %s" % ("/".join(map(str, fault.absolute_path)), fault.message[:300]) for fault in self.validator.iter_errors(message)]


class Xml:
    """SDMXMessage.xsd, and with it the schema of a dataflow for its data messages."""

    def __init__(self, folder, of_flow=None):
        from lxml import etree
        self.etree = etree
        self.parser = etree.XMLParser(no_network=True, resolve_entities=False)
        message = os.path.join(folder, "ml-3.0", "SDMXMessage.xsd")
        if of_flow is None:
            self.schema = etree.XMLSchema(etree.parse(message, self.parser))
            return
        with tempfile.TemporaryDirectory() as place:
            # Beside the standard's, since it names them so.
            for name in os.listdir(os.path.join(folder, "ml-3.0")):
                os.symlink(os.path.join(folder, "ml-3.0", name), os.path.join(place, name))
            with open(os.path.join(place, "flow.xsd"), "wb") as file:
                file.write(of_flow)
            with open(os.path.join(place, "wrapper.xsd"), "w") as file:
                file.write('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="%smessage" schemaLocation="SDMXMessage.xsd"/>'
                           '<xs:import namespace="%s" schemaLocation="flow.xsd"/></xs:schema>'
                           % (NAMESPACE, etree.fromstring(of_flow).get("targetNamespace")))
            self.schema = etree.XMLSchema(etree.parse(file.name, self.parser))

    def faults(self, body):
        document = self.etree.fromstring(body, self.parser)
        return [] if self.schema.validate(document) else [str(fault)[:400] for fault in self.schema.error_log]


# --- structures, as tests read them ---


class Flow:
    """A dataflow by its structure message: components in order, each with its codes (None: uncoded)."""

    def __init__(self, client, identifier):
        message = client.get("/sdmx/v2/structure/dataflow/ALMATY/%s/1.0?references=descendants" % identifier, headers={"Accept": JSON}).json()
        codelists = {"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ALMATY:%s(1.0)" % one["id"]: [code["id"] for code in one["codes"]]
                     for one in message["data"]["codelists"]}
        parts = message["data"]["dataStructures"][0]["dataStructureComponents"]
        self.id = identifier
        self.dimensions = [one["id"] for one in parts["dimensionList"]["dimensions"]] + [parts["dimensionList"]["timeDimension"]["id"]]
        self.measures = [one["id"] for one in parts["measureList"]["measures"]]
        self.attributes = [one["id"] for one in parts["attributeList"]["attributes"]]
        self.mandatory = {one["id"] for one in parts["attributeList"]["attributes"] if one["usage"] == "mandatory"}
        every = parts["dimensionList"]["dimensions"] + parts["measureList"]["measures"] + parts["attributeList"]["attributes"]
        self.codes = {one["id"]: codelists.get(one["localRepresentation"].get("enumeration")) for one in every}
        self.types = {one["id"]: one["localRepresentation"].get("format", {}).get("dataType") for one in every}


def flows(client):
    return [one["id"] for one in client.get("/sdmx/v2/structure/dataflow", headers={"Accept": JSON}).json()["data"]["dataflows"]]


# --- SDMX-CSV 2.0 ---

ID = re.compile(r"[A-Za-z0-9_@$-]+$")
PERIOD = re.compile(r"\d{4}(-(S[12]|T[123]|Q[1-4]|0[1-9]|1[0-2]))?$")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]\d+)?$")


def csv_rows(text):
    """Strict RFC 4180: CRLF, and every record as long as the header."""
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return lines[0], lines[1:]


def csv_faults(text, flow):
    """What the specification of SDMX-CSV 2.0 and the data structure have against a message; ids, no labels."""
    faults = []
    header, rows = csv_rows(text)
    if header[:3] != ["STRUCTURE", "STRUCTURE_ID", "ACTION"]:
        return ["the header begins with %s" % header[:3]]
    columns = header[3:]
    if columns[:len(flow.dimensions)] != flow.dimensions:
        faults.append("dimensions are not all there in order: %s" % columns)
    rest = columns[len(flow.dimensions):]
    if sorted(rest, key=(flow.measures + flow.attributes + rest).index) != rest or not set(rest) <= set(flow.measures + flow.attributes):
        faults.append("measures and attributes: %s" % rest)
    if len(set(columns)) != len(columns):
        faults.append("a column stands twice")
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            faults.append("row %d has %d fields" % (number, len(row)))
            continue
        if row[0] != "dataflow" or row[1] != "ALMATY:%s(1.0)" % flow.id or row[2] not in ("I", "A", "M", "R", "D"):
            faults.append("row %d is of %s" % (number, row[:3]))
        faults += ["row %d: %s" % (number, fault) for name, value in zip(columns, row[3:]) for fault in value_faults(flow, name, value)]
    keys = [tuple(row[3:3 + len(flow.dimensions)]) for row in rows]
    if len(set(keys)) != len(keys):
        faults.append("an observation stands twice")
    return faults


def value_faults(flow, name, value):
    if name not in flow.codes and name != "TIME_PERIOD":
        return ["%s is no component" % name]
    if value == "":
        return ["%s is missing" % name] if name in flow.dimensions or name in flow.mandatory else []
    if name == "TIME_PERIOD":
        return [] if PERIOD.match(value) else ["%s is no period" % value]
    if flow.codes[name] is not None:
        return [] if value in flow.codes[name] and ID.match(value) else ["%s is no code of %s" % (value, name)]
    good = {"Double": NUMBER.match, "Integer": re.compile(r"-?\d+$").match, "Boolean": re.compile(r"(true|false)$").match,
            "ObservationalTimePeriod": PERIOD.match, "String": lambda text: True}[flow.types[name]]
    return [] if good(value) else ["%s is no %s" % (value, flow.types[name])]
