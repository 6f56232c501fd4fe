"""Workbooks as the tests see them: Book(bytes) reads one with nothing but the standard library, and writes a changed copy.

    book = Book(answer.body)
    book.rows["IDR2/value"].value            # what stands in the answer's cell, as text
    changed = book.edited({"IDR2/value": 3}) # bytes of a workbook with that number there
"""
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from xml.sax.saxutils import escape

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Row:
    def __init__(self, sheet, number, value, style, revision):
        self.sheet, self.number, self.value, self.style, self.revision = sheet, number, value, style, revision


class Sheet:
    def __init__(self, name, hidden, path, xml, text):
        self.name, self.hidden, self.path, self.xml, self.text = name, hidden, path, xml, text


class Book:
    def __init__(self, data):
        self.data = data
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.strings = []
        if "xl/sharedStrings.xml" in self.zip.namelist():
            for item in ElementTree.fromstring(self.zip.read("xl/sharedStrings.xml")):
                self.strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))
        styles = ElementTree.fromstring(self.zip.read("xl/styles.xml"))
        self.formats = list(styles.find(MAIN + "cellXfs"))
        targets = {item.get("Id"): item.get("Target").lstrip("/") for item in
                   ElementTree.fromstring(self.zip.read("xl/_rels/workbook.xml.rels"))}
        self.sheets = []
        self.rows = {}
        for item in ElementTree.fromstring(self.zip.read("xl/workbook.xml")).find(MAIN + "sheets"):
            path = targets[item.get(REL + "id")]
            path = path if path.startswith("xl/") else "xl/" + path
            self.read_sheet(item.get("name"), item.get("state", "visible") != "visible", path)

    def read_sheet(self, name, hidden, path):
        xml = self.zip.read(path).decode()
        cells, words = {}, []
        for cell in ElementTree.fromstring(xml).iter(MAIN + "c"):
            value = self.value(cell)
            words.append(value or "")
            column, row = re.fullmatch("([A-Z]+)([0-9]+)", cell.get("r")).groups()
            cells.setdefault(int(row), {})[column] = (value, int(cell.get("s", "0")))
        sheet = Sheet(name, hidden, path, xml, "\n".join(words))
        self.sheets.append(sheet)
        for number, row in cells.items():
            identity = row.get("F", (None, 0))[0]
            if not hidden and identity and "/" in identity:
                value, style = row.get("C", (None, 0))
                self.rows[identity] = Row(sheet, number, value, style, row["G"][0])

    def value(self, cell):
        if cell.get("t") == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(MAIN + "t"))
        value = cell.find(MAIN + "v")
        if value is None:
            return None
        return self.strings[int(value.text)] if cell.get("t") == "s" else value.text

    def unlocked(self, style):
        protection = self.formats[style].find(MAIN + "protection")
        return protection is not None and protection.get("locked") == "0"

    def edited(self, answers, cell=None):
        """`answers`: id → text, number, or None for empty. `cell` makes the element's XML from reference, style and value."""
        changed = {}
        for identity, value in answers.items():
            row = self.rows[identity]
            reference = "C%d" % row.number
            xml = changed.get(row.sheet.path, row.sheet.xml)
            made = (cell or plain_cell)(reference, row.style, value)
            xml, count = re.subn(r'<c r="%s"[^>]*?(/>|>.*?</c>)' % reference, lambda _: made, xml, count=1, flags=re.S)
            assert count == 1, identity
            changed[row.sheet.path] = xml
        return self.replaced({path: xml.encode() for path, xml in changed.items()})

    def replaced(self, parts, drop=()):
        """A copy in which these entries have another content; new names are added."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in self.zip.namelist():
                if name not in drop:
                    copy.writestr(name, parts.get(name, self.zip.read(name)))
            for name in parts:
                if name not in self.zip.namelist():
                    copy.writestr(name, parts[name])
        return out.getvalue()


def plain_cell(reference, style, value):
    if value is None:
        return '<c r="%s" s="%d"/>' % (reference, style)
    if isinstance(value, (int, float)):
        return '<c r="%s" s="%d"><v>%r</v></c>' % (reference, style, value)
    return '<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (reference, style, escape(value))
