"""The regional report: the page of each audience, the file, the PDF, the button of the secretariat."""
import csv
import io
import os
import re
import subprocess
import unittest

import kit

COUNTRIES = {"XAA": "Alphaland", "XBB": "Betaland", "XCC": "Gammaland <i>&", "XDD": "Deltaland"}
LADDERS = ("LAW1", "LAW2", "LAW3", "LAW5", "LAW6", "GOV1", "GOV2", "IDR1", "IDR2")
_site = None


def answers(period, level):
    """Levels of the ladders, a percentage with its fraction, a number, and one answer of each kind that is none."""
    rows = ["participant,period,indicator,value,numerator,denominator,status,note"]
    for place, code in enumerate(COUNTRIES):
        rows += ["%s,%s,%s,%d,,,," % (code, period, ladder, (level + place + n) % 5) for n, ladder in enumerate(LADDERS)]
        rows.append("%s,%s,IDR6,,%d,%d,," % (code, period, 11 + place, 40 + 7 * place))
        rows.append("%s,%s,IDR3,%d,,,,counted <b>twice</b>" % (code, period, 1201 + 13 * place))
    rows.append("XAA,%s,GOV3,,,,not_available,not kept by the <treasury>" % period)
    rows.append("XBB,%s,GOV3,,,,not_applicable,no such budget" % period)
    return "\n".join(rows) + "\n"


def site():
    """Two rounds of invented governments for the public, and answers that only members may see."""
    global _site
    if _site is None:
        _site = kit.Site()
        for place, (code, name) in enumerate(COUNTRIES.items()):
            _site.monitor("participant", "add", code, "--m49", str(901 + place), "--name", name, "--name-ru", name.replace("land", "ландия"))
        for framework in ("sdg", "trafficking"):
            _site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for period, level in (("2024", 1), ("2025", 2)):
            _site.monitor("import", "--framework", "trafficking", "--audience", "public", "-", input=answers(period, level))
        _site.monitor("import", "--framework", "trafficking", "--audience", "members", "-", input="".join(
            ["participant,period,indicator,value,numerator,denominator,status,note\n"] +
            ["%s,2025,PRO2,%d,,,,for members only\n" % (code, 7013 + 100 * place) for place, code in enumerate(COUNTRIES)]))
        _site.monitor("summarise")
        _site.person("member@x.example", ("focal_point", "XAA"))
        _site.person("secretariat@x.example", "secretariat")
    return _site


def render(path, language="en", snapshot="public", prefix=""):
    """The page as a file that stands alone."""
    environment = dict(site().environment(), MONITOR_SNAPSHOT=os.path.join(site().data, "snapshots", snapshot + ".db"), MONITOR_PREFIX=prefix)
    return subprocess.run([os.path.join(kit.BIN, "dashboard.fcgi"), "--render", path, "--lang", language], env=environment,
                          capture_output=True, text=True, timeout=60)


def table(kind, audience="public", period="2025"):
    done = site().monitor("export", kind, "--framework", "trafficking", "--audience", audience, "--period", period)
    return list(csv.DictReader(io.StringIO(done.stdout)))


class Page(unittest.TestCase):
    def test_has_every_chapter_and_each_government_in_alphabetical_order(self):
        page = site().client().get("/trafficking/report?period=2025")
        assert page.status == 200, page.visible
        for anchor in ("report-summary", "report-domains", "report-trends", "report-sdg", "report-methods", "report-annex", "country-XAA"):
            assert 'id="%s"' % anchor in page.text and 'href="#%s"' % anchor in page.text, anchor
        places = [page.text.index('id="country-%s"' % code) for code in ("XAA", "XBB", "XDD", "XCC")]
        assert places == sorted(places)

    def test_is_linked_from_the_overview(self):
        assert 'href="/trafficking/report?period=2025"' in site().client().get("/trafficking/?period=2025").text

    def test_of_an_unknown_period_lists_those_there_are(self):
        page = site().client().get("/trafficking/report?period=1999")
        assert page.status == 404 and "/trafficking/report?period=2025" in page.text

    def test_tells_kinds_of_missing_apart(self):
        text = site().client().get("/trafficking/report?period=2025").visible
        assert "not available" in text and "Reason: not kept by the <treasury>" in text
        assert "not applicable" in text and "no answer shown here" in text

    def test_escapes_hostile_names_and_notes(self):
        text = site().client().get("/trafficking/report?period=2025").text
        assert "Gammaland &lt;i&gt;&amp;" in text and "<i>" not in text
        assert "counted &lt;b&gt;twice&lt;/b&gt;" in text

    def test_of_an_earlier_round_tells_of_no_later_one(self):
        page = site().client().get("/trafficking/report?period=2024")
        chapter = page.text[page.text.index('id="report-trends"'):page.text.index('id="report-sdg"')]
        assert "first round" in chapter and "2025" not in chapter

    def test_names_moves_of_the_same_questions_only(self):
        text = site().client().get("/trafficking/report?period=2025").visible
        moves = text[text.index("What moved most"):text.index("What cannot be said")]
        assert "since 2024" in moves and "IDR3" not in moves

    def test_does_not_judge_detected_victims_and_says_why(self):
        text = kit.shared().client().get("/ihr/report?period=2022").text
        row = re.search(r'<th scope="row">[^<]*<small>VC_HTF_DETV[^<]*</small></th>(.*?)</tr>', text, re.S)
        assert row and "not judged" in row[0] and "verdict" not in row[1]
        assert "less detection" in text and 'class="verdict"' in text


class Audience(unittest.TestCase):
    def test_members_answers_are_not_in_the_public_report(self):
        text = site().client().get("/trafficking/report?period=2025").text
        assert "7,013" not in text and "for members only" not in text

    def test_members_read_theirs_after_signing_in(self):
        assert site().client().get("/members/trafficking/report?period=2025", follow=False).status == 303
        text = site().signed_in("member@x.example").get("/members/trafficking/report?period=2025").text
        assert "7,013" in text and "for members only" in text and "Not to be passed on" in text


class File(unittest.TestCase):
    def test_stands_alone(self):
        html = render("/trafficking/report?period=2025").stdout
        assert "<style>" in html and "<link" not in html and "<script" not in html
        assert not re.search(r'(href|src)="(?!#)', html)

    def test_has_the_figures_of_the_page(self):
        html = render("/trafficking/report?period=2025").stdout
        page = site().client().get("/trafficking/report?period=2025").text
        begin = '<article class="report'
        assert html[html.index(begin):html.index("</article>")] == page[page.index(begin):page.index("</article>")]

    def test_is_in_the_language_asked_for(self):
        html = render("/trafficking/report?period=2025", "ru").stdout
        assert '<html lang="ru">' in html and "Краткое изложение" in html and "Alphaландия" in html

    def test_of_nothing_is_refused_with_a_sentence(self):
        done = render("/trafficking/report?period=1999")
        assert done.returncode == 1 and done.stdout == "" and "404" in done.stderr

    def test_of_another_audience_than_the_prefix_is_refused(self):
        done = render("/trafficking/report?period=2025", snapshot="members", prefix="")
        assert done.returncode == 1 and done.stdout == "" and "another audience" in done.stderr

    def test_words_that_make_no_sense_are_refused(self):
        for words in (["--render"], ["--lang", "ru"], ["--render", "report"], ["--render", "/", "--lang", "xx"], ["x"]):
            done = subprocess.run([os.path.join(kit.BIN, "dashboard.fcgi"), *words], env=site().environment(), capture_output=True, text=True, timeout=60)
            assert done.returncode == 2 and "--render PATH" in done.stderr, words
