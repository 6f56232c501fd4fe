"""A hundred hostile workbooks: each refused with a reason in under 2 seconds of processor and 64 MB, and nothing changed."""
import io
import os
import re
import sqlite3
import struct
import unittest
import zipfile
import zlib

from desk import Desk
from sheets import Book, plain_cell

SECONDS = 2
MEMORY = 64 * 1024  # kB
FIRST = "IDR1/value"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def raw_zip(entries):
    """A ZIP written by hand, so that it can lie: entries are (name, packed bytes, method, size that it tells)."""
    out, central = io.BytesIO(), io.BytesIO()
    for name, packed, method, size, crc in entries:
        offset = out.tell()
        head = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 0, crc, len(packed), size, len(name), 0)
        out.write(b"PK\x03\x04" + head + name.encode() + packed)
        central.write(b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name.encode())
    start = out.tell()
    out.write(central.getvalue())
    out.write(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(central.getvalue()), start, 0))
    return out.getvalue()


def deflated_zeros(size, before=b"", after=b"", fill=b" "):
    """(packed, size, crc) of before + fill * size + after, without ever holding it."""
    packer, crc, packed, total = zlib.compressobj(9, zlib.DEFLATED, -15), 0, [], 0
    piece = fill * ((1 << 20) // len(fill))
    for part in [before] + [piece] * (size >> 20) + [after]:
        packed.append(packer.compress(part))
        crc = zlib.crc32(part, crc)
        total += len(part)
    packed.append(packer.flush())
    return b"".join(packed), total, crc


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.save("IDR2", value="1", narrative="Mine")
        cls.desk.save("LAW1", value="1", do="submit")
        cls.book = Book(cls.desk.focal.get(cls.desk.seat + "workbook.xlsx").body)
        cls.sheet = cls.book.rows[FIRST].sheet
        cls.csv = cls.desk.focal.get(cls.desk.seat + "workbook.csv").body
        cls.other = cls.desk.other.get(cls.desk.seat.replace("XAA", "XBB") + "workbook.xlsx").body

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    # --- making them ---

    def part(self, path, xml):
        return self.book.replaced({path: xml if isinstance(xml, bytes) else xml.encode()})

    def in_sheet(self, xml):
        return self.part(self.sheet.path, '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN, xml))

    def changed(self, pattern, replacement, sheet=None, count=1):
        sheet = sheet or self.sheet
        xml, found = re.subn(pattern, replacement, sheet.xml, count=count, flags=re.S)
        assert found, pattern
        return self.part(sheet.path, xml)

    def cell(self, xml, identity=FIRST):
        return self.book.edited({identity: 0}, cell=lambda reference, style, value: xml % {"r": reference, "s": style})

    def meta(self, key, value):
        """The hidden sheet with another fact."""
        sheet = next(sheet for sheet in self.book.sheets if sheet.name == "monitor")
        row = sheet.text.split("\n").index(key) // 2
        xml = re.sub(r'<c r="B%d"[^>]*>.*?</c>' % (row + 1), plain_cell("B%d" % (row + 1), 0, value), sheet.xml, count=1, flags=re.S)
        assert xml != sheet.xml
        return self.part(sheet.path, xml)

    def rows(self):
        return re.findall(r"<row .*?</row>", self.sheet.xml, flags=re.S)

    def bombs(self):
        packed, size, crc = deflated_zeros(1 << 30)
        sheet = self.sheet.path
        rest = [(name, zlib.compress(self.book.zip.read(name))[2:-4], 8, len(self.book.zip.read(name)), zlib.crc32(self.book.zip.read(name)))
                for name in self.book.zip.namelist()]

        def with_part(path, packed, size, crc, told=None):
            return raw_zip([entry for entry in rest if entry[0] != path] + [(path, packed, 8, size if told is None else told, crc)])
        yield "a gigabyte of blanks as a sheet", with_part(sheet, packed, size, crc)
        yield "a gigabyte that tells of ten bytes", with_part(sheet, packed, size, crc, told=10)
        yield "a gigabyte of shared strings", with_part("xl/sharedStrings.xml", packed, size, crc)
        yield "a gigabyte of styles", with_part("xl/styles.xml", packed, size, crc)
        yield "a gigabyte of relations", with_part("xl/_rels/workbook.xml.rels", packed, size, crc)
        yield "a gigabyte of content types", with_part("[Content_Types].xml", packed, size, crc)
        rows = b'<worksheet xmlns="%s"><sheetData>' % MAIN.encode()
        packed, size, crc = deflated_zeros(320 << 20, before=rows, fill=b"<row><c><v>1</v></c></row>      ")
        yield "10 million rows for real", with_part(sheet, packed, size, crc)
        packed, size, crc = deflated_zeros(100 << 20, before=rows, fill=b"<row/><row>   ")
        yield "rows within rows without end", with_part(sheet, packed, size, crc)
        packed, size, crc = deflated_zeros(64 << 20, before=b'<worksheet xmlns="', after=b'"/>', fill=b"a")
        yield "an attribute of 64 MB", with_part(sheet, packed, size, crc)
        packed, size, crc = deflated_zeros(64 << 20, before=b"<worksheet><!--", after=b"--></worksheet>", fill=b"a")
        yield "a comment of 64 MB", with_part(sheet, packed, size, crc)
        packed, size, crc = deflated_zeros(64 << 20, before=b'<worksheet><sheetData><row r="2"><c r="C2" t="str"><v>', fill=b"a")
        yield "a text of 64 MB", with_part(sheet, packed, size, crc)
        inner = zlib.compress(packed)[2:-4]
        yield "a bomb within a bomb", with_part(sheet, inner, len(packed), zlib.crc32(packed))
        yield "100,000 entries", raw_zip([("x%d" % i, b"", 0, 0, 0) for i in range(60000)])
        yield "2000 entries beside the workbook", raw_zip(rest + [("xl/x%d" % i, b"", 0, 0, 0) for i in range(2000)])
        yield "overlapping entries", raw_zip(rest + rest)
        yield "an unknown compression", raw_zip(rest[:-1] + [rest[-1][:2] + (97,) + rest[-1][3:]])
        yield "a wrong checksum", raw_zip([entry[:4] + (1,) for entry in rest])

    def packages(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16le") + bytes(4096)
        yield "encrypted: an OLE container", ole
        yield "nothing at all", b""
        yield "one byte", b"P"
        yield "only the end of a ZIP", b"PK\x05\x06" + bytes(18)
        yield "a ZIP with nothing in it", raw_zip([])
        yield "a program", b"\x7fELF" + os.urandom(5000)
        yield "noise", os.urandom(100000)
        yield "a PDF", b"%PDF-1.7\n" + bytes(1000)
        yield "a page of HTML", b"<html><table><tr><td>IDR1/value</td></tr></table></html>"
        yield "an old XML spreadsheet", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        encrypted = bytearray(self.book.data)
        for match in re.finditer(b"PK\x01\x02", self.book.data):
            encrypted[match.start() + 8] |= 1
        yield "entries marked as encrypted", bytes(encrypted)
        for part in range(1, 12):
            yield "cut off after %d twelfths" % part, self.book.data[:len(self.book.data) * part // 12]
        yield "its last byte gone", self.book.data[:-1]
        yield "its first bytes gone", self.book.data[10:]
        yield "10 MB and one byte", self.book.data + bytes(10 * 1024 * 1024)
        types = self.book.zip.read("[Content_Types].xml").decode()
        yield "macros by type", self.part("[Content_Types].xml", types.replace("sheet.main+xml", "sheet.macroEnabled.main+xml"))
        yield "a text document by type", self.part("[Content_Types].xml", types.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main"))
        yield "no types", self.book.replaced({}, drop=("[Content_Types].xml",))
        yield "a macro", self.book.replaced({"xl/vbaProject.bin": b"x"})
        yield "an external link", self.book.replaced({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
        yield "a data connection", self.book.replaced({"xl/connections.xml": b"<connections/>"})
        yield "an embedded object", self.book.replaced({"xl/embeddings/oleObject1.bin": b"x"})
        yield "the same part in other letters", self.book.replaced({self.sheet.path.upper(): b"<worksheet/>"})
        workbook = self.book.zip.read("xl/workbook.xml").decode()
        yield "a reference to another file", self.part("xl/workbook.xml", workbook.replace("<sheets>", '<externalReferences><externalReference r:id="rId1"/></externalReferences><sheets>'))
        yield "no hidden sheet", self.part("xl/workbook.xml", re.sub(r'<sheet name="monitor"[^>]*/>', "", workbook))
        yield "no sheets", self.part("xl/workbook.xml", re.sub(r"<sheets>.*</sheets>", "<sheets/>", workbook))
        yield "a sheet twice", self.part("xl/workbook.xml", re.sub(r"(<sheet name=\"IDR[^>]*/>)", r"\1\1", workbook))
        yield "a thousand sheets", self.part("xl/workbook.xml", workbook.replace("</sheets>", "".join('<sheet name="x%d" sheetId="%d" r:id="x%d"/>' % (i, i, i) for i in range(1000)) + "</sheets>"))
        relations = self.book.zip.read("xl/_rels/workbook.xml.rels").decode()
        yield "a sheet from the network", self.part("xl/_rels/workbook.xml.rels", relations.replace("Target=\"worksheets/sheet3.xml\"", 'Target="http://127.0.0.1/x" TargetMode="External"'))
        yield "a sheet out of the package", self.part("xl/_rels/workbook.xml.rels", relations.replace("worksheets/sheet3.xml", "../../../../etc/passwd"))
        yield "no relations", self.book.replaced({}, drop=("xl/_rels/workbook.xml.rels",))

    def markup(self):
        xxe = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>%s]>" % "".join("<!ENTITY a%d '%s'>" % (i, "&a%d;" % (i - 1) * 10) for i in range(1, 12))
        for path in (self.sheet.path, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"):
            text = self.book.zip.read(path).decode().split("?>", 1)[1]
            yield "an external entity in " + path, self.part(path, xxe + text)
        yield "a billion laughs", self.part(self.sheet.path, laughs + "<worksheet>&a11;</worksheet>")
        yield "100,000 elements in each other", self.part(self.sheet.path, "<worksheet>" + "<a>" * 100000)
        yield "a million names", self.part(self.sheet.path, "<worksheet>" + "".join("<a%d/>" % i for i in range(600000)) + "</worksheet>")
        yield "a million attributes", self.part(self.sheet.path, "<worksheet " + " ".join('a%d=""' % i for i in range(300000)) + "/>")
        yield "invalid UTF-8", self.part(self.sheet.path, b"<worksheet><sheetData><row r='2'><c r='C2' t='str'><v>\xc3(</v></c></row></sheetData></worksheet>")
        yield "half a sheet", self.part(self.sheet.path, self.sheet.xml[:len(self.sheet.xml) // 2])
        yield "an unknown encoding", self.part(self.sheet.path, '<?xml version="1.0" encoding="UTF-7"?><worksheet/>')
        yield "NUL in a sheet", self.part(self.sheet.path, self.sheet.xml.encode() + b"\0")
        yield "10 million rows by its dimension", self.changed(r'<dimension ref="[^"]*"', '<dimension ref="A1:G10000000"')
        yield "a row of number 10 million", self.in_sheet('<row r="10000000"><c r="C10000000"><v>1</v></c></row>')
        yield "300,000 cells", self.in_sheet("".join('<row r="%d">%s</row>' % (i, "<c><v>1</v></c>" * 1000) for i in range(1, 301)))
        yield "a text too long for a cell", self.cell('<c r="%%(r)s" s="%%(s)d" t="inlineStr"><is><t>%s</t></is></c>' % ("x" * 140000))
        yield "200,000 shared strings", self.part("xl/sharedStrings.xml", '<sst xmlns="%s">%s</sst>' % (MAIN, "<si><t>x</t></si>" * 200000))

    def cells(self):
        yield "a formula", self.cell('<c r="%(r)s" s="%(s)d"><f>1+1</f><v>2</v></c>')
        yield "a formula with a text kept", self.cell('<c r="%(r)s" s="%(s)d" t="str"><f>HYPERLINK("http://x","y")</f><v>2. Adopted</v></c>')
        yield "a shared formula", self.cell('<c r="%(r)s" s="%(s)d"><f t="shared" si="0"/><v>2</v></c>')
        yield "a formula in a locked cell", self.changed(r'<c r="B3"[^>]*>.*?</c>', '<c r="B3" t="str"><f>A1</f><v>x</v></c>')
        for number in ("1e999", "-1e999", "NaN", "INF", "0x10", "1,5", "1 000", "--1", "9" * 400):
            yield "the number " + number[:20], self.cell('<c r="%%(r)s" s="%%(s)d"><v>%s</v></c>' % number, "IDR3/value")
        yield "a string that there is not", self.cell('<c r="%(r)s" s="%(s)d" t="s"><v>99999999</v></c>')
        yield "a string before the first", self.cell('<c r="%(r)s" s="%(s)d" t="s"><v>-1</v></c>')
        yield "the same cell twice", self.cell('<c r="%(r)s"><v>1</v></c><c r="%(r)s"><v>2</v></c>')
        yield "a cell of another row", self.cell('<c r="C99999"><v>1</v></c>')
        yield "a cell of no place", self.cell('<c r="!!"><v>1</v></c>')

    def questionnaires(self):
        yield "another country", self.other
        yield "another country in the hidden sheet", self.meta("participant", "XBB")
        yield "another round", self.meta("round", "999")
        yield "another period", self.meta("period", "2024")
        yield "another framework", self.meta("framework", "ihr")
        yield "an older template", self.meta("template", "0")
        yield "another questionnaire", self.meta("digest", "0" * 32)
        rows = self.rows()
        at = next(i for i, row in enumerate(rows) if "C%d\"" % self.book.rows[FIRST].number in row)
        yield "a row removed", self.part(self.sheet.path, self.sheet.xml.replace(rows[at], ""))
        last = next(row for row in reversed(rows))
        yield "the last row removed", self.part(self.sheet.path, self.sheet.xml.replace(last, ""))
        yield "two rows in another order", self.swapped(at, at - 1)
        number = self.book.rows[FIRST].number
        extra = '<row r="9000"><c r="C9000"><v>1</v></c></row>'
        yield "a row added without an id", self.changed("</sheetData>", extra + "</sheetData>")
        yield "a row added with an id", self.changed("</sheetData>", '<row r="9000"><c r="F9000" t="str"><v>NEW/value</v></c><c r="G9000"><v>0</v></c></row></sheetData>')
        yield "a row twice", self.changed("</sheetData>", '<row r="9000"><c r="F9000" t="str"><v>%s</v></c><c r="G9000"><v>0</v></c></row></sheetData>' % FIRST)
        yield "another id", self.changed(r'<c r="F%d"[^>]*>.*?</c>' % number, '<c r="F%d" t="str"><v>IDR9/value</v></c>' % number)
        yield "no id", self.changed(r'<c r="F%d"[^>]*>.*?</c>' % number, "")
        yield "a revision of the future", self.changed(r'<c r="G%d"[^>]*>.*?</c>' % number, '<c r="G%d"><v>7</v></c>' % number)
        yield "a revision below none", self.changed(r'<c r="G%d"[^>]*>.*?</c>' % number, '<c r="G%d"><v>-1</v></c>' % number)
        yield "something beside the columns", self.changed(r'(<c r="G%d"[^>]*>.*?</c>)' % number, r'\1<c r="J%d"><v>1</v></c>' % number)
        yield "a CSV of another country", self.csv.replace(b":XAA:", b":XBB:", 1)
        yield "a CSV without a row", re.sub(rb'"LAW2/status".*?\r\n', b"", self.csv, count=1)
        yield "a CSV cut off within quotes", self.csv[:self.csv.rindex(b'"') - 5]
        yield "a CSV in broken UTF-8", self.csv.replace(b"XAA", b"\xff\xfeXAA", 1)
        yield "a CSV of a million rows", self.csv + b'"LAW1/status","0","","","","x"\r\n' * 100000

    def swapped(self, a, b):
        rows = self.rows()
        numbers = [re.search(r'r="(\d+)"', rows[i]).group(1) for i in (a, b)]

        def moved(row, old, new):
            return re.sub(r'r="([A-Z]*)%s"' % old, r'r="\g<1>%s"' % new, row)
        xml = self.sheet.xml.replace(rows[a], "@A@").replace(rows[b], "@B@")
        return self.part(self.sheet.path, xml.replace("@A@", moved(rows[b], numbers[1], numbers[0])).replace("@B@", moved(rows[a], numbers[0], numbers[1])))

    def all(self):
        for kind in (self.bombs, self.packages, self.markup, self.cells, self.questionnaires):
            yield from kind()

    # --- sending them ---

    def workers(self):
        return [process for process, name in self.desk.site.programs().items() if name == "reporting.fcgi"]

    def reset_peaks(self):
        for process in self.workers():
            with open("/proc/%d/clear_refs" % process, "w") as file:
                file.write("5")

    def peak(self):
        """Of the worker that needed most, in kB."""
        peaks = [0]
        for process in self.workers():
            with open("/proc/%d/status" % process) as file:
                peaks += [int(line.split()[1]) for line in file if line.startswith("VmHWM:")]
        return max(peaks)

    def contents(self):
        """Everything that a refused file must leave as it is."""
        db = sqlite3.connect(self.desk.site.data + "/reports.db")
        found = [db.execute("SELECT * FROM %s ORDER BY 1, 2" % table).fetchall()
                 for table in ("answer", "answer_revision", "answer_event", "evidence", "upload", "audit_log")]
        db.close()
        return found

    def test_each_is_refused_with_a_reason_in_time_and_memory_and_nothing_is_changed(self):
        desk, action = self.desk, self.desk.seat + "workbook"
        csrf = dict(desk.focal.get(action).form(action))["csrf"]
        before, workers, count, slowest, largest = self.contents(), self.workers(), 0, 0, 0
        self.assertTrue(workers)
        for name, data in self.all():
            with self.subTest(name):
                self.reset_peaks()
                began = desk.site.worked("reporting.fcgi")
                page = desk.focal.send(action, [("csrf", csrf)], [("file", "workbook.xlsx", data)])
                took, peak = desk.site.worked("reporting.fcgi") - began, self.peak()
                count, slowest, largest = count + 1, max(slowest, took), max(largest, peak)
                self.assertIn(page.status, (409, 413, 422), page.visible[-400:])
                self.assertTrue("notice-bad" in page.text or "field-error" in page.text)
                self.assertLess(took, SECONDS)
                self.assertLess(peak, MEMORY)
        self.assertEqual(self.workers(), workers, "a worker has died")
        self.assertEqual(self.contents(), before)
        self.assertEqual(os.listdir(desk.site.data + "/evidence/incoming"), [])
        self.assertGreaterEqual(count, 100)
        print("%d hostile workbooks: slowest %.2f s, most memory %d MB" % (count, slowest, largest // 1024))

    def test_the_workbook_that_they_are_made_from_is_taken(self):
        action = self.desk.seat + "workbook"
        csrf = dict(self.desk.focal.get(action).form(action))["csrf"]
        data = self.book.edited({"IDR3/value": 5})
        page = self.desk.focal.send(action, [("csrf", csrf)], [("file", "workbook.xlsx", data)])
        self.assertEqual(page.status, 200)
        self.assertIn("1 answer would change", page.visible)


if __name__ == "__main__":
    unittest.main()
