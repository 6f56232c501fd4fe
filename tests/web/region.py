"""The site as it looks after years of use: the shipped frameworks and data, and a round of `trafficking` for each of three years of obviously
invented governments, with breakdowns, shared evidence and answers of every kind. For tests that look at whole pages.

    site = region.open_site()

Alphaland to Deltaland are cleared for the public, Epsilonia for donors, Zetaland for members. The same each time.
"""
import csv
import io
import os
import random
import re
import sqlite3

import kit

GOVERNMENTS = {"XAA": ("Alphaland", "public"), "XBB": ("Betaland", "public"), "XCC": ("Gammaland", "public"), "XDD": ("Deltaland", "public"),
               "XEE": ("Epsilonia", "donors"), "XFF": ("Zetaland", "members")}
YEARS = (2023, 2024, 2025)
LAST = "2025"


def _indicators(db):
    return db.execute("""SELECT i.code, v.type, v.levels, (SELECT COUNT(*) FROM indicator_item x WHERE x.indicator_version = v.id)
        FROM indicator i JOIN indicator_version v ON v.indicator = i.id AND v.current = 1
        WHERE i.framework = 'trafficking' ORDER BY i.code""").fetchall()


def _answer(dice, kind, levels, items, last):
    """value, numerator, denominator: a step or so from those of the year before."""
    if kind == "ladder":
        return min(levels - 1, max(0, (last if last is not None else dice.randrange(3)) + dice.choice((0, 0, 1, -1 if dice.random() < 0.2 else 1)))), "", ""
    if kind == "checklist":
        return min(items, (last if last is not None else items // 3) + dice.randrange(3)), "", ""
    if kind == "yes_no":
        return max(last or 0, dice.randrange(2)), "", ""
    if kind == "count":
        return (max(0, last + dice.randrange(-9, 12)) if last is not None else dice.choice((0, 4, 23, 68, 140))), "", ""
    denominator = dice.randrange(20, 90)
    if kind == "rate":
        return dice.randrange(5, 300) / 100, "", ""
    return "", dice.randrange(0, denominator + 1), denominator


def answers(indicators):
    """Rows of `monitor import`, by government."""
    dice = random.Random(2016)
    found = {}
    for code in GOVERNMENTS:
        rows = found[code] = []
        last = {}
        for year in YEARS:
            for indicator, kind, levels, items in indicators:
                row = {"participant": code, "period": year, "indicator": indicator}
                chance = dice.random()
                if chance < 0.05:
                    row.update(status="not_available", note="The register does not hold it yet.")
                elif chance < 0.08:
                    row.update(status="not_applicable", note="There is no such procedure in this legal system.")
                elif chance < 0.12:
                    continue
                else:
                    value, numerator, denominator = _answer(dice, kind, levels, items, last.get(indicator))
                    if value != "":
                        last[indicator] = value
                    row.update(value=value, numerator=numerator, denominator=denominator)
                rows.append(row)
    return found


def _break_down(db, dice):
    """Parts of each count, so that some are small and some zero; and evidence that is shared, and some that is not."""
    categories = {}
    for dimension, category in db.execute("SELECT dimension, category FROM framework_category WHERE framework = 'trafficking' ORDER BY position"):
        categories.setdefault(dimension, []).append(category)
    counted = db.execute("""SELECT a.id, a.revision, r.value, g.dimension FROM answer a
        JOIN answer_revision r ON r.answer = a.id AND r.number = a.revision AND r.status = 'reported'
        JOIN indicator_disaggregation g ON g.indicator_version = a.indicator_version
        JOIN indicator_version v ON v.id = a.indicator_version AND v.type = 'count' ORDER BY a.id, g.dimension""").fetchall()
    for answer, revision, value, dimension in counted:
        left = int(value)
        for category in categories[dimension][:-1]:
            part = dice.randrange(left + 1) if dice.random() < 0.8 else 0
            left -= part
            db.execute("INSERT INTO answer_cell VALUES (?, ?, ?, ?)", (answer, revision, "%s=%s" % (dimension, category), part))
        db.execute("INSERT INTO answer_cell VALUES (?, ?, ?, ?)", (answer, revision, "%s=%s" % (dimension, categories[dimension][-1]), left))
    for answer, participant, code in db.execute("""SELECT a.id, a.participant, i.code FROM answer a JOIN indicator_version v ON v.id = a.indicator_version
            JOIN indicator i ON i.id = v.indicator JOIN round o ON o.id = a.round AND o.period = ? AND o.framework = 'trafficking'
            WHERE v.type = 'ladder' ORDER BY a.id""", (LAST,)).fetchall():
        shared = dice.random() < 0.5
        db.execute("INSERT INTO evidence (answer, kind, text, shareable, added_at) VALUES (?, 'citation', ?, ?, '2026-03-01T00:00:00Z')",
                   (answer, "Order 17 of %s on %s, article 4%s" % (participant, code, "" if shared else " (not to be shared)"), int(shared)))
        if shared:
            db.execute("INSERT INTO evidence (answer, kind, text, shareable, added_at) VALUES (?, 'link', ?, 1, '2026-03-01T00:00:00Z')",
                       (answer, "https://ministry.%s.example/%s" % (participant.lower(), code)))


def _fill(site):
    site.load_shipped()
    for code, (name, _) in GOVERNMENTS.items():
        site.monitor("participant", "add", code, "--name", name)
    path = os.path.join(site.data, "reports.db")
    with sqlite3.connect(path) as db:
        found = answers(_indicators(db))
    db.close()
    for code, (_, audience) in GOVERNMENTS.items():
        text = io.StringIO()
        table = csv.DictWriter(text, ["participant", "period", "indicator", "value", "numerator", "denominator", "status", "note"])
        table.writeheader()
        table.writerows(found[code])
        site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented for a test", "-", input=text.getvalue())
    with sqlite3.connect(path) as db:
        # The imported rounds expect everybody; these are the invented governments' own.
        db.execute("DELETE FROM round_participant WHERE participant NOT LIKE 'X__' AND round IN (SELECT id FROM round WHERE framework = 'trafficking')")
        _break_down(db, random.Random(2016))
    db.close()
    site.monitor("summarise", "--full")


def open_site(start=True, now=None, extra=""):
    site = kit.Site(migrate=False, start=False, now=now, extra=extra)
    site.fill("region", _fill)
    if start:
        site.start()
    return site


# The public pages, each kind at its fullest. A new page is a row here: it is then looked at by axe-core, Lighthouse, the Nu HTML checker,
# on a telephone, and timed by `make bench`.
PAGES = [
    "/",
    "/methods",
    "/data",
    "/ihr/",
    "/trafficking/",
    "/trafficking/?period=2023",
    "/ihr/indicators/",
    "/trafficking/indicators/",
    "/trafficking/indicators/?q=victims",
    "/ihr/indicators/SPAR02",
    "/trafficking/indicators/LAW1",
    "/trafficking/indicators/IDR2",
    "/trafficking/indicators/IDR3",
    "/trafficking/indicators/PRV6",
    "/trafficking/countries/",
    "/ihr/countries/KGZ",
    "/trafficking/countries/XAA",
    "/trafficking/countries/XAA/profile",
    "/trafficking/countries/KGZ",
    "/trafficking/compare",
    "/trafficking/compare?domain=overall&indicator=IDR2&indicator=IDR3&indicator=PRV6&indicator=CHD5&official=1",
    "/ihr/compare?domain=overall&indicator=SPAR02&indicator=SPAR2_C01&participant=KGZ&participant=UZB&from=2015",
    "/trafficking/embed/indicator/IDR2?period=2025",
    "/ihr/embed/bands/all",
    "/trafficking/sdg/",
    "/trafficking/sdg/?goal=8",
    "/trafficking/sdg/16.2",
    "/trafficking/sdg/10.7",
    "/trafficking/sdg/16.2/VC_HTF_DETV",
    "/trafficking/sdg/8.8/SL_LBR_NTLCPL",
    "/trafficking/sdg/8.8/SL_EMP_INJUR",
    "/trafficking/releases/",
    "/trafficking/releases/2025/1",
    "/trafficking/report?period=2025",
    "/trafficking/report/annex?period=2025",
    "/trafficking/explain/IDR2/2025",
    "/trafficking/explain/domain/LAW/2025",
    "/trafficking/explain/domain/overall/2025/XAA",
    "/trafficking/explain/compliance/16.2/2025",
    "/trafficking/explain/breakdown/IDR3/2025",
    "/trafficking/explain/sdg/VC_HTF_DETVR/UZB?dims=age%3Dallage%3Bsex%3Dbothsex",
    "/trafficking/indicators/NOSUCH",
]


def kind(page):
    """Pages of one kind differ in the framework, the codes and the parameters."""
    path = re.sub(r"^/(ihr|trafficking)/", "/framework/", page.partition("?")[0])
    return re.sub(r"/([A-Z][A-Z0-9_]*|[0-9][0-9a-z.]*)(?=/|$)", "/*", path)
