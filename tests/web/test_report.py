"""The regional report: the page of each audience, the file, the PDF, the button of the secretariat."""
import csv
import decimal
import io
import os
import re
import socket
import subprocess
import tempfile
import unittest

import kit

BEGIN_FIRST = True
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
        _site.monitor("import", "--framework", "trafficking", "--audience", "public", "-",
                      input="participant,period,indicator,value,numerator,denominator,status,note\nXAA,2025,LAW1,4,,,,the law of March was overlooked\n")
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


REGION, ANNEX = "/trafficking/report?period=2025", "/trafficking/report/annex?period=2025"


def both(client=None, prefix=""):
    """The two pages that the report has on the screen."""
    return [(client or site().client()).get(prefix + path) for path in (REGION, ANNEX)]


def chapters(html):
    """What stands under each heading of a chapter, by its anchor."""
    parts = re.split(r'<section class="chapter">\s*<h2 id="(report-[a-z]+)">', re.split(r'<p class="next">|</article>', html)[0])
    return {anchor: text.strip() for anchor, text in zip(parts[1::2], parts[2::2])}


class Page(unittest.TestCase):
    def test_has_every_chapter_and_each_government_in_alphabetical_order(self):
        region, annex = both()
        for page, anchors in ((region, ("report-summary", "report-domains", "report-trends", "domain-LAW")),
                              (annex, ("report-sdg", "report-methods", "report-annex", "country-XAA"))):
            assert page.status == 200, page.visible
            for anchor in anchors:
                assert page.text.count('id="%s"' % anchor) == 1 and 'href="#%s"' % anchor in page.text, anchor
        assert list(chapters(region.text)) == ["report-summary", "report-domains", "report-trends"]
        assert list(chapters(annex.text)) == ["report-sdg", "report-methods", "report-annex"]
        places = [annex.text.index('id="country-%s"' % code) for code in ("XAA", "XBB", "XDD", "XCC")]
        assert places == sorted(places)

    def test_leads_from_each_page_to_every_chapter_of_the_other(self):
        region, annex = both()
        assert 'rel="next" href="%s"' % ANNEX in region.text
        for page, path, other in ((region, ANNEX, annex), (annex, REGION, region)):
            anchors = re.findall(r'href="%s#([^"]+)"' % re.escape(path), page.text)
            assert len(anchors) > 5 and all('id="%s"' % anchor in other.text for anchor in anchors), anchors

    def test_annex_of_an_unknown_period_lists_those_there_are(self):
        page = site().client().get("/trafficking/report/annex?period=1999")
        assert page.status == 404 and 'href="%s"' % ANNEX in page.text

    def test_is_linked_from_the_overview(self):
        assert 'href="/trafficking/report?period=2025"' in site().client().get("/trafficking/?period=2025").text

    def test_is_light_enough_for_a_first_visit(self):
        client = kit.shared().client()
        page = client.get("/ihr/report?period=2022", headers={"Accept-Encoding": "gzip"})
        assert page.headers["Content-Encoding"] == "gzip"
        styles = [client.get(path, headers={"Accept-Encoding": "gzip"}) for path in re.findall(r'href="(/assets/[^"]*css[^"]*)"', client.get("/ihr/report?period=2022").text)]
        assert len(styles) == 2
        assert sum(len(each.body) for each in [page] + styles) < 60 * 1024

    def test_of_an_unknown_period_lists_those_there_are(self):
        page = site().client().get("/trafficking/report?period=1999")
        assert page.status == 404 and "/trafficking/report?period=2025" in page.text

    def test_tells_kinds_of_missing_apart(self):
        for page in both():
            assert "not available" in page.visible and "not applicable" in page.visible and "no answer shown here" in page.visible
        assert "Reason: not kept by the <treasury>" in page.visible

    def test_escapes_hostile_names_and_notes(self):
        for page in both():
            assert "Gammaland &lt;i&gt;&amp;" in page.text and "<i>" not in page.text
        assert "counted &lt;b&gt;twice&lt;/b&gt;" in page.text

    def test_of_an_earlier_round_tells_of_no_later_one(self):
        page = site().client().get("/trafficking/report?period=2024")
        chapter = chapters(page.text)["report-trends"]
        assert "first round" in chapter and "2025" not in chapter

    def test_names_moves_of_the_same_questions_only(self):
        text = site().client().get("/trafficking/report?period=2025").visible
        moves = text[text.index("What moved most"):text.index("What cannot be said")]
        assert "since 2024" in moves and "IDR3" not in moves

    def test_says_that_governments_cleared_the_figures_only_where_they_did(self):
        here = "".join(page.visible for page in both())
        for sentence in ("Every figure of this report is one that its government cleared", "Annex: what each government cleared",
                         "Every answer as its government cleared it", "none was released or that it is not cleared"):
            assert sentence in here, sentence

    def test_of_answers_from_elsewhere_says_so_and_not_that_anybody_cleared_them(self):
        client = kit.shared().client()
        for language, cleared, said in (("en", r"clear(ed|s)\b|no answer shown|answer is shown here|released or", ("published by this source: UN SDG Global Database", "Annex: what each government reported",
                                                           "Every answer as this source published it", "not in the source")),
                                        ("ru", r"разрешил|разрешен|ответ не показан", ("Глобальная база данных ООН", "Приложение: что сообщило каждое правительство", "нет в источнике"))):
            for year in ("2014", "2022"):
                pages = [client.get("/ihr/report%s?period=%s&lang=%s" % (part, year, language)) for part in ("", "/annex")]
                text = "".join(re.sub(r'(?s)<h2 id="report-methods">.*?<h2 id="report-annex">', "", page.text) for page in pages)
                assert not re.search(cleared, re.sub(r"<[^>]*>", " ", text)), re.search(".{80}(%s).{80}" % cleared, text, re.S)
                for words in said:
                    assert words in text, words

    def test_does_not_judge_detected_victims_and_says_why(self):
        text = kit.shared().client().get("/ihr/report/annex?period=2022").text
        row = re.search(r'<th scope="row">[^<]*<small>VC_HTF_DETV[^<]*</small></th>(.*?)</tr>', text, re.S)
        assert row and "not judged" in row[0] and "verdict" not in row[1]
        assert "less detection" in text and 'class="verdict"' in text


class Correction(unittest.TestCase):
    def test_is_marked_with_what_stood_before_and_its_note(self):
        region, annex = (page.visible for page in both())
        assert "1 answer was corrected" in region
        annex = annex[annex.rindex("Annex: what each government cleared"):]
        assert re.search(r"LAW1 [^:]*level 4 Corrected in release 3, before: level 2", annex)
        assert annex.count("Corrected in release") == 1 and "the law of March was overlooked" in annex

    def test_every_release_is_listed(self):
        text = site().client().get(ANNEX).visible
        assert "Releases of this round" in text and "Release 1," in text and "Release 3," in text


class Audience(unittest.TestCase):
    def test_members_answers_are_not_in_the_public_report(self):
        for page in both():
            assert "7,013" not in page.text and "for members only" not in page.text

    def test_members_read_theirs_after_signing_in(self):
        for path in (REGION, ANNEX):
            assert site().client().get("/members" + path, follow=False).status == 303
        for page in both(site().signed_in("member@x.example"), "/members"):
            assert "7,013" in page.text and "Not to be passed on" in page.text
        assert "for members only" in page.text


class File(unittest.TestCase):
    def test_stands_alone(self):
        html = render("/trafficking/report?period=2025").stdout
        assert "<style>" in html and "<link" not in html and "<script" not in html
        assert not re.search(r'(href|src)="(?!#)', html)

    def test_has_the_chapters_of_the_pages(self):
        html = render("/trafficking/report?period=2025").stdout
        on_screen = {}
        for page in both():
            on_screen.update(chapters(page.text))
        # Who prints it knows no style sheet within a drawing: there, colours and faces stand beside each line.
        drawn = r' (?:fill|stroke|stroke-[a-z]+|font-[a-z]+)="[^"]*"'
        assert re.search(drawn, html) and not any(re.search(drawn, chapter) for chapter in on_screen.values())
        assert chapters(re.sub(drawn, "", html)) == on_screen and len(on_screen) == 6

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


# --- the PDF ---

def report(*arguments, check=True, environment=None, out=None):
    words = [kit.MONITOR, "report", *arguments] + (["--out", out] if out else [])
    done = subprocess.run(words, env=dict(site().environment(), **(environment or {})), capture_output=True, text=True, timeout=300)
    if check and done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)
    return done


_made = {}


def made(audience="public", language="en"):
    """Paths of the report of 2025 without ending, made once for each audience and language."""
    if (audience, language) not in _made:
        report("--framework", "trafficking", "--period", "2025", "--audience", audience, "--lang", language)
        _made[audience, language] = os.path.join(site().data, "reports", "trafficking-2025-%s-%s" % (audience, language))
    return _made[audience, language]


def tool(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout


def squeezed(text):
    """Text without blanks and soft breaks: where a line or page ends is the printer's matter."""
    return re.sub(r"\s+", "", text)


def pdf_text(audience="public", language="en"):
    return tool("pdftotext", "-raw", made(audience, language) + ".pdf", "-")


def half_even(text, decimals=0, rounded=True):
    """As it is published, in English; `rounded` leaves out zeros at the end. "–" for none."""
    if text == "":
        return "–"
    value = decimal.Decimal(text).quantize(decimal.Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_EVEN)
    shown = "{:,}".format(value)
    return shown.rstrip("0").rstrip(".") if "." in shown and rounded else shown


class Pdf(unittest.TestCase):
    def test_is_tagged_and_named_in_its_language(self):
        info = tool("pdfinfo", made(language="ru") + ".pdf")
        assert re.search(r"Tagged:\s+yes", info) and re.search(r"Title:.*региональный доклад, 2025", info), info
        with open(made(language="ru") + ".pdf", "rb") as file:
            content = file.read()
        assert b"/Lang (ru)" in content and b"pdfuaid" in content

    def test_tells_of_each_header_cell_what_it_heads(self):
        structure = tool("pdfinfo", "-struct", made() + ".pdf")
        headers = len(re.findall(r" TH\b(?!ead)", structure))
        assert headers > 100 and structure.count("/Scope /Column") + structure.count("/Scope /Row") == headers
        assert structure.count("/Scope /Row") > 100

    def test_is_read_in_the_order_of_the_page(self):
        text = tool("pdfinfo", "-struct-text", made() + ".pdf")
        at = 0
        for part in (r"H1 \(block\)", r'Lbl \(block\)\s+"Governments asked"', r'H2 \(block\)\s+"Contents"', r'H2 \(block\)\s+"1\. Summary"',
                     r'H3 \(block\)\s+"What moved most"', r'H2 \(block\)\s+"2\. Domain by domain"', r'H3 \(block\)\s+"Alphaland"'):
            found = re.compile(part).search(text, at)
            assert found, part
            at = found.end()

    def test_embeds_every_font(self):
        for language in ("en", "ru"):
            lines = tool("pdffonts", made(language=language) + ".pdf").splitlines()[2:]
            assert lines
            for line in lines:
                assert re.search(r"\byes yes yes\b", line), line  # embedded, a subset, with the way back to Unicode

    def test_has_right_cyrillic(self):
        text = squeezed(pdf_text(language="ru"))
        for sentence in ("Краткое изложение", "Что изменилось больше всего", "Ответы правительств", "Приложение: что разрешило каждое правительство",
                         "Чего сказать нельзя", "Betaландия"):
            assert squeezed(sentence) in text, sentence

    def test_has_contents_with_the_right_page_numbers(self):
        pages = tool("pdftotext", "-layout", made() + ".pdf", "-").split("\f")
        contents = next(page for page in pages if page.lstrip().startswith("Public figures") and "Contents" in page)
        for title in ("1. Summary", "3. Trends", "5. Methods and sources"):
            number = int(re.search(re.escape(title) + r"[ .]*?(\d+)\s*$", contents, re.M)[1])
            assert title in pages[number - 1], (title, number)

    def test_has_bookmarks_for_chapters_and_governments(self):
        with open(made() + ".pdf", "rb") as file:
            content = file.read()
        assert content.count(b"/Title") > 15 and b"/Outlines" in content

    def test_has_the_means_of_the_export(self):
        for audience in ("public", "members"):
            text = squeezed(pdf_text(audience))
            rows = table("regional", audience)
            assert len([row for row in rows if row["status"] == "ok"]) > 10
            for row in rows:
                if row["status"] != "ok":
                    continue
                scored = row["indicator"] not in ("IDR3", "PRO2")
                mean, median = (half_even(row[name], 0 if scored else 1) for name in ("mean", "median"))
                pattern = re.escape(row["indicator"]) + r"[^\d].{0,160}?" + re.escape("%sof%s" % (row["n_reporting"], row["n_expected"])) + \
                    re.escape(mean) + r"[a-z]*" + re.escape(median) + r".{0,3}" + re.escape(half_even(row["min"], 0 if scored else 1))
                assert re.search(pattern, text), (audience, row, pattern)

    def test_has_every_answer_of_the_export(self):
        for audience in ("public", "members"):
            text = pdf_text(audience)
            annex = text[text.rindex("Annex: what each government cleared"):]
            order = sorted(COUNTRIES, key=lambda code: COUNTRIES[code])
            parts = dict(zip(order, [squeezed(part) for part in re.split(r"[\n\f](?=(?:%s)\n)" % "|".join(re.escape(n) for n in COUNTRIES.values()), annex)[1:]]))
            found = 0
            for row in table("answers", audience):
                value = {"reported": half_even(row["value"], 1) if row["value"] else "", "not_available": "notavailable",
                         "not_applicable": "notapplicable"}[row["status"]]
                if row["indicator"] in LADDERS:
                    value = "level" + value
                elif row["indicator"] == "IDR6":
                    value = "%s%%%sof%s" % (half_even(row["value"], 1, rounded=False), half_even(row["numerator"]), half_even(row["denominator"]))
                assert re.search(re.escape(row["indicator"]) + r"[^\d].{0,160}?" + re.escape(value), parts[row["participant"]]), (audience, row, value)
                found += 1
            assert found >= 45

    def test_for_the_public_has_nothing_of_the_members(self):
        assert "7,013" not in pdf_text() and "for members only" not in pdf_text()
        assert "7,013" in pdf_text("members") and "Not to be passed on" in pdf_text("members")

    def test_shows_hostile_texts_as_text(self):
        text = squeezed(pdf_text())
        assert squeezed("Gammaland <i>&") in text and squeezed("counted <b>twice</b>") in text


class Command(unittest.TestCase):
    arguments = ("--framework", "trafficking", "--period", "2025", "--audience", "public")

    def refused(self, sentence, *arguments, code=1, python=None, folder=None):
        """Refused with that sentence in one line, and nothing is written."""
        with tempfile.TemporaryDirectory() as out:
            with open(os.path.join(out, "trafficking-2025-public-en.pdf"), "w") as old:
                old.write("an older report")
            environment = {"MONITOR_PYTHON": python} if python else {}
            done = report(*arguments, check=False, environment=environment, out=folder or out)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(sentence, done.stderr)
            if code == 1:
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertEqual(os.listdir(out), ["trafficking-2025-public-en.pdf"])
            with open(os.path.join(out, "trafficking-2025-public-en.pdf")) as old:
                self.assertEqual(old.read(), "an older report")

    def script(self, text):
        path = os.path.join(tempfile.mkdtemp(dir=site().folder), "python3")
        with open(path, "w") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    def test_without_weasyprint_says_how_to_get_it(self):
        self.refused("apt-get install weasyprint", *self.arguments, python="/nowhere/python3")
        self.refused("apt-get install weasyprint", *self.arguments, python=self.script("echo No module >&2; exit 3\n"))

    def test_where_weasyprint_fails_says_why(self):
        self.refused("out of ink", *self.arguments, python=self.script("echo all is lost >&2; echo out of ink >&2; exit 1\n"))
        self.refused("it said nothing", *self.arguments, python=self.script("exit 0\n"))
        self.refused("WeasyPrint could not", *self.arguments, python=self.script("cat > /dev/null; echo no PDF\n"))
        self.refused("WeasyPrint could not", *self.arguments, python=self.script("printf '%%PDF-1.7 half'; kill -9 $$\n"))

    def test_where_weasyprint_hangs_ends_it(self):
        self.refused("did not end within 1 seconds", *self.arguments, "--timeout", "1", python=self.script("exec sleep 600\n"))

    def test_refuses_what_it_does_not_know(self):
        self.refused("no released round", *self.arguments[:2], "--period", "1999", "--audience", "public")
        self.refused("no framework and period", "--framework", "../x", "--period", "2025", "--audience", "public")
        self.refused("no audience", *self.arguments[:4], "--audience", "everybody")
        self.refused("no language", *self.arguments, "--lang", "xx")
        self.refused("--framework F", "--framework", "trafficking", code=2)
        self.refused("--timeout takes", *self.arguments, "--timeout", "soon", code=2)

    def test_where_it_cannot_write_says_where(self):
        self.refused("/dev/null/reports", *self.arguments, folder="/dev/null/reports")

    def test_the_printer_fetches_nothing(self):
        """Neither from outside nor from this machine: an address in a page is asked for nothing."""
        secret = os.path.join(site().folder, "secret.css")
        with open(secret, "w") as file:
            file.write("p::after { content: 'SECRET' }")
        with open(os.path.join(kit.ROOT, "cron", "report_pdf.py")) as file:
            script = file.read()
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0.2)
            page = ('<html lang="en"><title>t</title><link rel="stylesheet" href="file://%s"><link rel="stylesheet" href="http://127.0.0.1:%d/a.css">'
                    '<p>text<img src="http://127.0.0.1:%d/a.png"><img src="file:///etc/passwd"></p></html>' % ((secret,) + 2 * server.getsockname()[1:]))
            done = subprocess.run(["/usr/bin/python3", "-I", "-c", script], input=page.encode(), capture_output=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stderr)
            with self.assertRaises(TimeoutError):
                server.accept()
        text = subprocess.run(["pdftotext", "-", "-"], input=done.stdout, capture_output=True, check=True, timeout=60).stdout
        self.assertIn(b"text", text)
        self.assertNotIn(b"SECRET", text)


class Button(unittest.TestCase):
    def setUp(self):
        self.secretariat = site().signed_in("secretariat@x.example")
        home = self.secretariat.get("/secretariat/")
        for path in re.findall(r'href="(/secretariat/rounds/\d+/)"', home.text):
            if "2025</h1>" in self.secretariat.get(path).text:
                self.round = path
                break
        else:
            self.fail("no round of 2025 on " + home.visible)

    def ask(self, audience, lang="en"):
        return self.secretariat.submit(self.secretariat.get(self.round), self.round + "report", audience=audience, lang=lang)

    def row(self):
        text = self.secretariat.get(self.round).text
        return text[text.index('id="report"'):]

    def test_asks_and_the_job_makes_and_the_page_hands_out(self):
        page = self.ask("donors", "ru")
        self.assertIn("The report is asked for.", page.text)
        self.assertIn("waiting to be made", page.text)
        self.ask("donors", "ru")
        path = self.round + "report/donors/ru/"
        self.assertEqual(self.secretariat.get(path + "pdf").status, 404)
        done = site().monitor("report", "--waiting")
        self.assertEqual(done.stdout.count(".pdf"), 1, done.stdout)
        self.assertIn("ready", self.row())
        for path_on_site in ("/trafficking/report?period=2025", "/members/trafficking/report?period=2025"):
            self.assertIn('href="%s"' % path_on_site, self.row())
            self.assertEqual(self.secretariat.get(path_on_site).status, 200)
        pdf, html = self.secretariat.get(path + "pdf"), self.secretariat.get(path + "html")
        self.assertEqual(pdf.headers["Content-Type"], "application/pdf")
        self.assertEqual(pdf.headers["Content-Disposition"], 'attachment; filename="trafficking-2025-donors-ru.pdf"')
        self.assertTrue(pdf.body.startswith(b"%PDF-"))
        self.assertIn("Для доноров", html.text)
        self.assertEqual(site().monitor("report", "--waiting").stdout, "")

    def test_is_for_the_secretariat_only(self):
        self.ask("members")
        site().monitor("report", "--waiting")
        path = self.round + "report/members/en/pdf"
        self.assertEqual(self.secretariat.get(path).status, 200)
        self.assertEqual(site().client().get(path, follow=False).status, 303)
        member = site().signed_in("member@x.example")
        self.assertEqual(member.get(path).status, 403)
        token = dict(member.get("/account/").form("/account/sign-out"))["csrf"]
        self.assertEqual(member.post(self.round + "report", {"csrf": token, "audience": "members", "lang": "en"}).status, 403)
        # No web server hands the folder out.
        for path in ("/reports/trafficking-2025-members-en.pdf", "/data/reports/trafficking-2025-members-en.pdf"):
            self.assertNotEqual(site().client().get(path).status, 200)

    def test_tells_that_it_failed_and_why_and_keeps_what_there_was(self):
        self.ask("public", "en")
        site().monitor("report", "--waiting")
        self.ask("public", "en")
        done = subprocess.run([kit.MONITOR, "report", "--waiting"], env=dict(site().environment(), MONITOR_PYTHON="/nowhere/python3"),
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        row = self.row()
        self.assertIn("failed", row)
        self.assertIn("apt-get install weasyprint", row)
        self.assertEqual(self.secretariat.get(self.round + "report/public/en/pdf").status, 200)

    def test_refuses_unknown_readers_languages_and_files(self):
        token = dict(self.secretariat.get("/account/").form("/account/sign-out"))["csrf"]
        for fields in ({"audience": "world", "lang": "en"}, {"audience": "public", "lang": "xx"}, {"audience": "public"}):
            page = self.secretariat.post(self.round + "report", dict(fields, csrf=token))
            self.assertIn(page.status, (400, 422), page.visible)
        for rest in ("public/en/db", "public/xx/pdf", "world/en/pdf"):
            self.assertEqual(self.secretariat.get(self.round + "report/" + rest).status, 404)
        self.assertEqual(self.secretariat.get("/secretariat/rounds/99999/report/public/en/pdf").status, 404)

    def test_of_an_unreleased_round_is_refused(self):
        page = self.secretariat.get("/secretariat/rounds/new?framework=trafficking&period=2031")
        fields = {}
        for name, value in page.form("/secretariat/rounds/new"):
            fields.setdefault(name, []).append(value)
        fields.update(opens_on="2031-03-01", due_on="2031-03-20", closes_on="2031-03-31", participant=["XAA", "XBB"])
        page = self.secretariat.post("/secretariat/rounds/new", fields)
        self.assertIn("after the first release", page.text)
        token = dict(self.secretariat.get("/account/").form("/account/sign-out"))["csrf"]
        refused = self.secretariat.post(page.path + "report", {"csrf": token, "audience": "public", "lang": "en"})
        self.assertEqual(refused.status, 409)
        self.assertIn("release the round first", refused.visible)
