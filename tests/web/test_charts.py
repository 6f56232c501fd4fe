"""Charts at addresses of their own: as SVG and PNG, and to be embedded; by every kind, audience and language, and what is refused."""
import base64
import hashlib
import os
import re
import sqlite3
import struct
import subprocess
import unittest
import urllib.parse
import xml.etree.ElementTree as xml
import zlib

import kit

SVG = "{http://www.w3.org/2000/svg}"
KINDS = {"indicator": "SPAR02", "trend": "SPAR02", "domain": "all", "bands": "all", "country": "TJK", "official": "VC_HTF_DETV"}


def texts(root):
    return [element.text or "" for element in root.iter(SVG + "text")]


def classes(root, name):
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def pixels(png):
    """Rows of (red, green, blue) of an 8-bit PNG without interlacing."""
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlace) == (8, 0) and colour in (2, 6)
    size = 3 if colour == 2 else 4
    packed, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        assert zlib.crc32(png[at + 4:at + 8 + length]) == struct.unpack(">I", png[at + 8 + length:at + 12 + length])[0], kind
        if kind == b"IDAT":
            packed += png[at + 8:at + 8 + length]
        at += 12 + length
    raw, rows, before = zlib.decompress(packed), [], bytes(width * size)
    for y in range(height):
        method, line = raw[y * (width * size + 1)], bytearray(raw[y * (width * size + 1) + 1:(y + 1) * (width * size + 1)])
        for i in range(len(line)):
            left = line[i - size] if i >= size else 0
            above, corner = before[i], before[i - size] if i >= size else 0
            if method == 4:
                guess = left + above - corner
                nearest = min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - corner), 2, corner))
                line[i] = (line[i] + nearest[2]) & 255
            else:
                line[i] = (line[i] + (0, left, above, (left + above) // 2)[method]) & 255
        before = bytes(line)
        rows.append([tuple(line[i:i + 3]) for i in range(0, len(line), size)])
    return rows


class Shipped(unittest.TestCase):
    """Every kind, of the figures that come with the program."""

    @classmethod
    def setUpClass(cls):
        cls.site = kit.shared()
        cls.client = cls.site.client("en")

    def svg(self, path):
        answer = self.client.get(path)
        self.assertEqual(answer.status, 200, path)
        self.assertEqual(answer.headers["Content-Type"], "image/svg+xml; charset=utf-8")
        return answer, xml.fromstring(answer.body)

    def test_every_kind_is_valid_xml_with_title_description_source_and_run(self):
        run = self.client.get("/healthz").json()["run"]
        for kind, code in KINDS.items():
            for lang, name, audience in (("en", "Almaty Monitor", "Public figures"), ("ru", "Алматинский монитор", "Открытые данные")):
                answer, root = self.svg("/ihr/charts/%s/%s.svg?lang=%s" % (kind, code, lang))
                self.assertEqual(root.tag, SVG + "svg")
                self.assertGreater(len(root.find(SVG + "title").text), 10)
                self.assertGreater(len(root.find(SVG + "desc").text), 20)
                foot = " ".join(texts(root))
                for part in (name, audience, run, "CC BY 4.0"):
                    self.assertIn(part, foot, (kind, lang))
                metadata = xml.tostring(root.find(SVG + "metadata"), encoding="unicode")
                self.assertIn(run, metadata)
                self.assertIn("CC BY 4.0", metadata)
                self.assertNotRegex(answer.text, r"\b-?(nan|inf)\b")
                self.assertEqual(answer.headers["Content-Language"], lang)
                self.assertRegex(answer.headers["Content-Disposition"], r'^inline; filename="ihr-%s-%s[\w.-]*-%s\.svg"$' % (kind, code, lang))

    def test_a_file_loads_nothing_and_runs_nothing(self):
        for kind, code in KINDS.items():
            answer, root = self.svg("/ihr/charts/%s/%s.svg" % (kind, code))
            for element in root.iter():
                self.assertNotIn(element.tag.split("}")[-1], ("script", "image", "use", "foreignObject", "a", "iframe", "animate", "set"))
                for name in element.attrib:
                    self.assertNotRegex(name, r"(?i)(^on|href$|^style$|\}base$)")
            self.assertNotRegex(answer.text, r"url\(|@import|@font-face|<!DOCTYPE|<!ENTITY|<\?")

    def test_its_policy_allows_its_own_style_and_nothing_else(self):
        for query in ("", "?theme=light", "?theme=dark"):
            answer, root = self.svg("/ihr/charts/bands/all.svg" + query)
            styles = list(root.iter(SVG + "style"))
            self.assertEqual(len(styles), 1)
            digest = base64.b64encode(hashlib.sha256(styles[0].text.encode()).digest()).decode()
            self.assertEqual(answer.headers["Content-Security-Policy"],
                             "default-src 'none'; style-src 'sha256-%s'; sandbox; frame-ancestors 'none'" % digest)

    def test_without_a_theme_a_file_follows_its_reader(self):
        style = {query: next(self.svg("/ihr/charts/trend/SPAR02.svg" + query)[1].iter(SVG + "style")).text
                 for query in ("", "?theme=light", "?theme=dark")}
        self.assertIn("@media screen and (prefers-color-scheme: dark)", style[""])
        self.assertNotIn("@media", style["?theme=light"] + style["?theme=dark"])
        self.assertIn(".paper { fill: #fff; }", style["?theme=light"])
        self.assertNotIn(".paper { fill: #fff; }", style["?theme=dark"])
        for text in style.values():
            self.assertNotIn("var(", text)

    def test_everything_lies_on_the_paper(self):
        for kind, code in KINDS.items():
            for width in (320, 720, 1200):
                _, root = self.svg("/ihr/charts/%s/%s.svg?width=%d&lang=ru" % (kind, code, width))
                self.assertEqual(float(root.get("width")), width)
                self.assertEqual(root.get("viewBox").split()[2:], [root.get("width"), root.get("height")])
                for text in root.findall(SVG + "text"):
                    self.assertLess(float(text.get("y")), float(root.get("height")))
                    self.assertLess(float(text.get("x")), width)

    def test_a_picture_is_twice_as_large_light_and_has_ink_on_it(self):
        for kind, code in KINDS.items():
            for width in (320, 720):
                path = "/ihr/charts/%s/%s" % (kind, code)
                _, root = self.svg("%s.svg?width=%d" % (path, width))
                answer = self.client.get("%s.png?width=%d" % (path, width))
                self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "image/png"))
                self.assertEqual(answer.body[:8], b"\x89PNG\r\n\x1a\n")
                size = struct.unpack(">II", answer.body[16:24])
                self.assertEqual(size, (2 * width, 2 * round(float(root.get("height")))), path)
                self.assertEqual(answer.headers["Content-Security-Policy"], "default-src 'none'; sandbox; frame-ancestors 'none'")
                self.assertRegex(answer.headers["Content-Disposition"], r'^inline; filename="ihr-%s-.*\.png"$' % kind)
        rows = pixels(self.client.get("/ihr/charts/indicator/SPAR02.png?width=320").body)
        for corner in (rows[0][0], rows[0][-1], rows[-1][0], rows[-1][-1]):
            self.assertEqual(corner, (255, 255, 255))
        colours = {pixel for row in rows for pixel in row}
        self.assertIn((0x0b, 0x53, 0x94), colours)   # a dot
        self.assertIn((0xbf, 0xe0, 0xcf), colours)   # the highest band
        dark = pixels(self.client.get("/ihr/charts/indicator/SPAR02.png?width=320&theme=dark").body)
        self.assertEqual(dark[0][0], (0x11, 0x18, 0x1f))

    def test_the_same_picture_comes_from_the_cache_and_is_confirmed_by_its_tag(self):
        for ending in ("svg", "png"):
            path = "/ihr/charts/country/KAZ.%s?period=2022" % ending
            first, again = self.client.get(path), self.client.get(path)
            self.assertEqual(first.body, again.body)
            tag = first.headers["ETag"]
            confirmed = self.client.get(path, headers={"If-None-Match": tag})
            self.assertEqual((confirmed.status, confirmed.body), (304, b""))
            self.assertEqual(confirmed.headers["Content-Security-Policy"], first.headers["Content-Security-Policy"])
            packed = self.client.get(path, headers={"Accept-Encoding": "gzip"})
            self.assertEqual(packed.headers["Content-Security-Policy"], first.headers["Content-Security-Policy"])
        self.assertLess(len(self.client.get("/ihr/charts/domain/all.svg", headers={"Accept-Encoding": "gzip"}).body), 12000)

    def test_a_page_to_be_embedded_may_be_framed_by_anybody_and_no_other_may(self):
        for kind, code in KINDS.items():
            page = self.client.get("/ihr/embed/%s/%s" % (kind, code))
            self.assertEqual(page.status, 200)
            policy = page.headers["Content-Security-Policy"]
            self.assertIn("frame-ancestors *", policy)
            self.assertNotIn("script-src", policy)
            self.assertNotIn("unsafe", policy)
            self.assertNotRegex(page.text, r"<(script|form|input|button)\b")
            self.assertRegex(page.text, r"<h1>[^<]+</h1>")
            self.assertRegex(page.text, r'<a href="/ihr/[^"]*" target="_blank" rel="noopener">Almaty Monitor</a>')
            self.assertIn("<summary>The figures</summary>", page.text)
            self.assertIn('<th scope="row">', page.text)
            self.assertLess(len(zlib.compress(page.body)), 12000)
        for path in ("/", "/ihr/", "/ihr/indicators/SPAR02", "/ihr/embed/indicator/NOTHING", "/ihr/embed/nothing/SPAR02", "/embed/indicator/SPAR02"):
            self.assertIn("frame-ancestors 'none'", self.client.get(path).headers["Content-Security-Policy"], path)

    def test_neither_files_nor_embedded_pages_set_a_cookie(self):
        for path in ("charts/bands/all.svg?lang=ru", "charts/bands/all.png?lang=ru", "embed/bands/all?lang=ru", "embed/bands/nothing?lang=ru"):
            answer = self.site.client().get("/ihr/" + path)
            self.assertIsNone(answer.headers.get("Set-Cookie"), path)
        self.assertIsNotNone(self.site.client().get("/ihr/?lang=ru").headers.get("Set-Cookie"))

    def test_a_chart_is_made_without_a_web_server_too(self):
        environment = dict(self.site.environment(), MONITOR_SNAPSHOT=os.path.join(self.site.data, "snapshots", "public.db"), MONITOR_PREFIX="")
        for ending in ("svg", "png"):
            path = "/ihr/charts/country/KAZ.%s?period=2022" % ending
            done = subprocess.run([os.path.join(kit.BIN, "dashboard.fcgi"), "--render", path, "--lang", "en"], env=environment, capture_output=True)
            self.assertEqual((done.returncode, done.stdout), (0, self.client.get(path).body), done.stderr)

    def test_the_table_and_the_drawing_have_the_figures_of_the_page(self):
        answers = {row["participant"]: row for row in self.client.get("/ihr/indicators/SPAR02.json?period=2019").json()["answers"]}
        embedded = self.client.get("/ihr/embed/indicator/SPAR02?period=2019")
        _, root = self.svg("/ihr/charts/indicator/SPAR02.svg?period=2019")
        scores = [str(round(row["score"])) for row in answers.values() if row["score"] is not None]
        self.assertGreater(len(scores), 3)
        for score in scores:
            self.assertIn(score, texts(root))
            self.assertRegex(embedded.text, r"<td[^>]*>%s</td>" % score)
        self.assertEqual(len(classes(root, "dot")), len(scores))

    def test_a_break_in_series_is_drawn_in_every_small_chart(self):
        _, root = self.svg("/ihr/charts/trend/SPAR02.svg")
        self.assertEqual(len(classes(root, "break")), 5)
        self.assertTrue(any("break in series" in text for text in texts(root)))
        _, one = self.svg("/ihr/charts/trend/SPAR02.svg?participant=TJK")
        self.assertEqual(len(classes(one, "break")), 1)
        self.assertTrue(any("Tajikistan" in text for text in texts(one)))

    def test_numbers_have_the_marks_of_the_reader(self):
        russian, english = (self.client.get("/ihr/embed/official/VC_HTF_DETVR?lang=" + lang) for lang in ("ru", "en"))
        number = re.search(r">(\d+\.\d+)<", english.text).group(1)
        self.assertIn(number.replace(".", ","), russian.text)

    def test_a_target_is_drawn_but_for_a_series_that_is_not_judged(self):
        _, neutral = self.svg("/ihr/charts/official/VC_HTF_DETV.svg")
        self.assertEqual(classes(neutral, "goal"), [])
        series = [link for link in re.findall(r'/ihr/embed/official/(\w+)\?', self.client.get("/ihr/embed/official/NOPE").text)]
        drawn = [code for code in series if b'class="goal"' in self.client.get("/ihr/charts/official/%s.svg" % code).body]
        self.assertTrue(drawn)
        self.assertFalse([code for code in drawn if code.startswith("VC_HTF_DETV")])
        _, root = self.svg("/ihr/charts/official/%s.svg" % drawn[0])
        self.assertTrue(any("the target and its year" in text for text in texts(root)))
        self.assertIn("Target: ", root.find(SVG + "desc").text)

    def test_a_breakdown_is_chosen_by_its_dimensions(self):
        refused = self.client.get("/ihr/charts/official/VC_HTF_DETV.svg?dims=age%3Dnobody")
        self.assertEqual(refused.status, 404)
        self.assertIn("has no breakdown “age=nobody”", refused.visible)
        links = re.findall(r'<li><a href="(/ihr/charts/official/[^"]*dims=[^"]*)"', refused.text)
        self.assertGreater(len(links), 1)
        for link in links[:3]:
            self.svg(link.replace("&amp;", "&"))


class Refused(unittest.TestCase):
    """Each names the mistake and what there is."""

    @classmethod
    def setUpClass(cls):
        cls.client = kit.shared().client("en")

    def refused(self, path, status, *words):
        for ending in (".svg", ".png", None):
            address = "/ihr/charts/%s" % path if ending else "/ihr/embed/%s" % path
            stem, _, query = address.partition("?")
            address = stem + (ending or "") + ("?" + query if query else "")
            answer = self.client.get(address)
            self.assertEqual(answer.status, status, address)
            self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8", address)
            self.assertIn("frame-ancestors 'none'", answer.headers["Content-Security-Policy"])
            for word in words:
                self.assertIn(word, answer.visible, address)
            # There are such pictures; it is something else that is wrong.
            self.assertNotIn("no files of the kind", answer.visible, address)
        return answer

    def test_an_unknown_kind_lists_the_kinds(self):
        page = self.refused("pie/SPAR02", 404, "There is no kind of chart “pie”.", *KINDS)
        for link in re.findall(r'<li><a href="([^"]+)"', page.text):
            self.assertEqual(self.client.get(link.replace("&amp;", "&")).status, 200, link)

    def test_an_unknown_code_lists_the_codes(self):
        for path, *words in (("indicator/NOPE", "no indicator “NOPE”", "SPAR02"), ("trend/NOPE", "no indicator “NOPE”", "SPAR02"),
                             ("domain/NOPE", "no domain “NOPE”", "All domains", "Surveillance"), ("bands/NOPE", "has the code “all”, not “NOPE”"),
                             ("country/QQQ", "There is no participant “QQQ”", "Kazakhstan"), ("official/NOPE", "no official series “NOPE”", "VC_HTF_DETV")):
            page = self.refused(path, 404, *words)
            links = re.findall(r'<li><a href="(/ihr/embed/[^"]+)"', page.text)
            self.assertTrue(links, path)
            for link in links[:2] + links[-1:]:
                self.assertIn(self.client.get(link.replace("&amp;", "&")).status, (200, 404), link)

    def test_an_unknown_period_or_participant_lists_them(self):
        for path in ("indicator/SPAR02?period=1999", "bands/all?period=1999", "country/KAZ?period=1999"):
            self.refused(path, 404, "for the period “1999”", "20")
        for path in ("trend/SPAR02?participant=QQQ", "domain/all?participant=QQQ"):
            self.refused(path, 404, "There is no participant “QQQ”", "Uzbekistan")

    def test_an_unknown_framework_lists_them(self):
        answer = self.client.get("/nothing/charts/bands/all.svg")
        self.assertEqual(answer.status, 404)
        self.assertIn("There is no framework “nothing”", answer.visible)

    def test_a_parameter_that_the_kind_does_not_take_is_named(self):
        for path, name in (("indicator/SPAR02?participant=KAZ", "participant"), ("trend/SPAR02?period=2019", "period"), ("bands/all?dims=sex%3Dmale", "dims"),
                           ("official/VC_HTF_DETV?period=2019", "period")):
            self.refused(path, 400, "does not take “%s”" % name)

    def test_impossible_values_are_400(self):
        for query in ("width=10", "width=99999", "width=wide", "width=-720", "theme=purple", "period=20%2F19", "period=" + "1" * 40, "dims=" + "x" * 600,
                      "participant=" + urllib.parse.quote("<b>"), "width=720&width=320"):
            answer = self.client.get("/ihr/charts/indicator/SPAR02.svg?" + query)
            self.assertEqual(answer.status, 400, query)
            self.assertIn(query.partition("=")[0] if "theme" not in query else "light and dark", answer.visible)
        self.assertEqual(self.client.get("/ihr/charts/indicator/%s.svg" % ("A" * 100)).status, 404)
        self.assertIn(self.client.get("/ihr/charts/indicator/SPAR02.svg?dims=" + "x" * 10240).status, (400, 414))

    def test_pictures_have_few_widths(self):
        for width in (321, 700, 1199):
            refused = self.client.get("/ihr/charts/indicator/SPAR02.png?width=%d" % width)
            self.assertEqual(refused.status, 400)
            self.assertIn("320, 480, 720, 960 or 1200", refused.visible)
            self.assertEqual(self.client.get("/ihr/charts/indicator/SPAR02.svg?width=%d" % width).status, 200)

    def test_a_framework_without_a_released_period_says_so(self):
        for kind, code in (("bands", "all"), ("domain", "all"), ("country", "KAZ"), ("indicator", "IDR1"), ("trend", "IDR1")):
            answer = self.client.get("/trafficking/charts/%s/%s.png" % (kind, code))
            self.assertEqual(answer.status, 404)
            self.assertIn("released yet", answer.visible)

    def test_other_formats_are_unknown_addresses(self):
        for ending in (".gif", ".jpg", ".svgz", ".pdf", ""):
            self.assertEqual(self.client.get("/ihr/charts/bands/all" + ending).status, 404, ending)


class Invented(unittest.TestCase):
    """Invented governments: signs of what is absent, hostile texts, audiences, a page that is to be embedded."""

    ANSWERS = {"public": ["XAA,2025,IDR2,3,reported", "XAB,2025,IDR2,0,reported", "XAC,2025,IDR2,,not_available", "XAD,2025,IDR2,,not_applicable",
                          "XAA,2025,LAW1,1,reported", "XAB,2025,LAW2,2,reported"],
               "members": ["XAE,2025,IDR2,4,reported"]}
    HOSTILE = 'Alpha</title></style><style></style><script>alert("1")</script>&amp; ]]> \x01\uffff\ufffe \'quoted\' <!-- &lt; '

    @classmethod
    def setUpClass(cls):
        class Site(kit.Site):
            def environment(self):
                return dict(super().environment(), MONITOR_SITE="https://monitor.example/")
        cls.site = Site()
        for framework in ("sdg", "trafficking"):
            cls.site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
        for code, name in (("XAA", "Alphaland"), ("XAB", "Betaland"), ("XAC", "Gammaland"), ("XAD", "Deltaland"), ("XAE", "Epsilonland"), ("XAF", "Zetaland")):
            cls.site.monitor("participant", "add", code, "--name", name)
        for audience, rows in cls.ANSWERS.items():
            path = cls.site.path(audience + ".csv", ("participant,period,indicator,value,status\n" + "\n".join(rows) + "\n").encode())
            cls.site.monitor("import", "--framework", "trafficking", "--audience", audience, "--source", "invented", path)
        cls.site.monitor("summarise")
        # One value that is suppressed, as disclosure control would have it; and texts that nobody would let pass.
        with sqlite3.connect(os.path.join(cls.site.data, "snapshots", "public.db")) as db:
            db.execute("UPDATE answer SET suppressed = 1, value = NULL, score = NULL WHERE participant = 'XAB' AND indicator = 'IDR2'")
            db.execute("UPDATE answer SET carried_from = '2023' WHERE indicator = 'LAW2'")
            db.execute("INSERT OR IGNORE INTO expected SELECT framework, period, 'XAF' FROM period")
            db.execute("UPDATE text SET text = ? WHERE kind = 'participant' AND code = 'XAA'", (cls.HOSTILE,))
            db.execute("UPDATE text SET text = ? WHERE kind = 'indicator' AND code LIKE 'trafficking/IDR2/%' AND part = 'title'", (cls.HOSTILE * 6,))
        db.close()
        cls.site.person("member@x.example", "secretariat")
        cls.site.person("donor@x.example", "donor")
        cls.client = cls.site.client("en")

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def test_suppressed_missing_and_not_applicable_have_signs_of_their_own_and_none_is_a_dot(self):
        root = xml.fromstring(self.client.get("/trafficking/charts/indicator/IDR2.svg").body)
        drawing = root.find(".//%sg" % SVG)
        self.assertEqual(len(classes(drawing, "dot")), 1)
        signs = [element.get("d") for element in classes(drawing, "absent")]
        self.assertEqual(len(signs), 5)
        shapes = {re.sub(r"-?[\d.]+,?-?[\d.]*", "", sign) for sign in signs}
        self.assertEqual(len(shapes), 4)
        # Epsilonland's is for members, Zetaland gave none; here nobody can tell which.
        for words, count in (("suppressed", 1), ("not available", 1), ("not applicable", 1), ("no figure shown", 2)):
            self.assertEqual(texts(drawing).count(words), count, words)
            self.assertIn(words, texts(root))
        dot = float(re.match(r"M([\d.]+)", classes(drawing, "dot")[0].get("d")).group(1))
        self.assertTrue(all(float(re.match(r"M([\d.]+)", sign).group(1)) > dot for sign in signs))
        page = self.client.get("/trafficking/embed/indicator/IDR2").text
        self.assertEqual(len(re.findall(r'<td class="text">–</td>', page)), 5)

    def test_signs_stand_below_the_scale_of_a_trend(self):
        root = xml.fromstring(self.client.get("/trafficking/charts/trend/IDR2.svg?participant=XAB").body)
        sign = next(element for element in classes(root, "absent") if element.find(SVG + "title") is not None)
        self.assertIn("suppressed", sign.find(SVG + "title").text)
        top, height = re.match(r"M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)", classes(root, "shade-0")[0].get("d")).groups()
        self.assertGreater(min(float(y) for y in re.findall(r"M[\d.]+,([\d.]+)", sign.get("d"))), float(top) + float(height))
        self.assertEqual(len(classes(root, "dot")), 0)

    def test_what_is_carried_forward_is_a_ring_and_says_so(self):
        plain = self.client.get("/trafficking/charts/indicator/LAW1.svg")
        self.assertEqual(plain.status, 200)
        self.assertNotIn("carried", xml.tostring(xml.fromstring(plain.body).find(".//%sg" % SVG), encoding="unicode"))
        for kind in ("indicator", "trend"):
            root = xml.fromstring(self.client.get("/trafficking/charts/%s/LAW2.svg" % kind).body)
            self.assertEqual([dot.find(SVG + "title").text for dot in classes(root, "carried")],
                             ["%s (carried forward from 2023)" % ("Betaland: level 2" if kind == "indicator" else "XAB 2025: 50")])
            self.assertIn("ring: carried forward from an earlier period", texts(root))
            self.assertIn("(carried forward from 2023)", self.client.get("/trafficking/embed/%s/LAW2" % kind).text)

    def test_hostile_texts_are_texts(self):
        for kind, code in (("indicator", "IDR2"), ("trend", "IDR2"), ("bands", "all"), ("country", "XAA"), ("domain", "all")):
            for width in (320, 1200):
                answer = self.client.get("/trafficking/charts/%s/%s.svg?width=%d" % (kind, code, width))
                self.assertEqual(answer.status, 200, kind)
                root = xml.fromstring(answer.body)
                self.assertEqual(len(list(root.iter(SVG + "style"))), 1)
                self.assertEqual(answer.text.count("<style>"), 1)
                self.assertEqual([e for e in root.iter() if e.tag.endswith("script")], [])
                self.assertEqual(self.client.get("/trafficking/charts/%s/%s.png?width=%d" % (kind, code, width)).body[:4], b"\x89PNG")
            page = self.client.get("/trafficking/embed/%s/%s" % (kind, code))
            self.assertNotIn("<script", page.text)
        # The whole title is there, though only two lines of it are drawn.
        root = xml.fromstring(self.client.get("/trafficking/charts/indicator/IDR2.svg").body)
        self.assertEqual(root.find(SVG + "title").text.count('<script>alert("1")</script>'), 6)
        self.assertEqual(len(classes(root, "title")), 2)
        self.assertTrue(classes(root, "title")[1].text.endswith("…"))

    def test_the_row_of_links_offers_files_data_and_the_code_to_copy(self):
        page = self.client.get("/trafficking/?lang=en")
        links = re.search(r'<div class="chart-links">.*?</div>', page.text, re.S).group(0)
        addresses = re.findall(r'href="([^"]+)"', links)
        for address in addresses:
            self.assertEqual(self.client.get(address.replace("&amp;", "&")).status, 200, address)
        self.assertEqual([re.search(r"\.(svg|png|csv)\b", address).group(1) for address in addresses[:3]], ["svg", "png", "csv"])
        code = __import__("html").unescape(re.search(r"<code>(.*?)</code>", links, re.S).group(1))
        self.assertRegex(code, r'^<iframe src="https://monitor\.example/trafficking/embed/bands/all\?lang=en&period=2025" title="[\w: ]+" [^<>]*></iframe>$')

    def test_other_audiences_have_their_own_charts_behind_their_own_door(self):
        for path in ("charts/indicator/IDR2.svg", "charts/indicator/IDR2.png", "embed/indicator/IDR2"):
            public = self.client.get("/trafficking/" + path)
            self.assertEqual(public.status, 200)
            self.assertNotIn(b"Epsilonland: level 4", public.body)
            for prefix, email in (("/members", "member@x.example"), ("/donors", "donor@x.example")):
                refused = self.client.get(prefix + "/trafficking/" + path, follow=False)
                self.assertIn(refused.status, (302, 303, 401, 403), path)
                answer = self.site.signed_in(email).get(prefix + "/trafficking/" + path)
                self.assertEqual(answer.status, 200, path)
                self.assertIn("frame-ancestors 'none'", answer.headers["Content-Security-Policy"])
                self.assertIn("private", answer.headers["Cache-Control"])
        member = self.site.signed_in("member@x.example")
        svg = member.get("/members/trafficking/charts/indicator/IDR2.svg?lang=en").text
        self.assertIn("Epsilonland: level 4", svg)
        self.assertIn("For members", svg)
        page = member.get("/members/trafficking/?lang=en").text
        links = re.search(r'<div class="chart-links">.*?</div>', page, re.S).group(0)
        self.assertNotIn("<details>", links)
        self.assertIn('href="/members/trafficking/charts/bands/all.svg', links)
        back = re.search(r'<a href="([^"]+)" target="_blank"', member.get("/members/trafficking/embed/indicator/IDR2?lang=en").text).group(1)
        self.assertTrue(back.startswith("/members/trafficking/indicators/IDR2"))


if __name__ == "__main__":
    unittest.main()
