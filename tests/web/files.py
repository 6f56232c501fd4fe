"""Small real files of each kind that is taken as evidence, and ways to spoil them."""
import io
import struct
import zipfile
import zlib

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf(text="Law"):
    stream = b"BT /F1 18 Tf 20 100 Td (%s) Tj ET" % text.encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % start


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0\0\xff\0" * 2)) + chunk(b"IEND", b""))


def jpeg():
    return (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0C\0" + b"\1" * 64
            + b"\xff\xc0\0\x0b\x08\0\1\0\1\1\1\x11\0\xff\xda\0\x08\1\1\0\0?\0\x7f\xff\xd9")


def office(main, part, root, body, more=(), types=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        # The same bytes at any time.
        def write(name, content):
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        write("[Content_Types].xml", types or (
            '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/%s" ContentType="%s.main+xml"/></Types>' % (part, main)))
        write("_rels/.rels",
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
              'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>' % part)
        write(part, body)
        for name, content in more:
            write(name, content)
    return out.getvalue()


def docx(more=(), types=None):
    return office(DOCX, "word/document.xml", "w:document",
                  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>', more, types)


def xlsx(more=(), types=None):
    return office(XLSX, "xl/workbook.xml", "workbook",
                  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>', more, types)


def all_kinds():
    """(name, content, media type) of each."""
    return [("law.pdf", pdf(), "application/pdf"), ("order.docx", docx(), DOCX), ("figures.xlsx", xlsx(), XLSX),
            ("scan.jpg", jpeg(), "image/jpeg"), ("scan.JPEG", jpeg(), "image/jpeg"), ("poster.png", png(), "image/png")]


def bomb(megabytes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<Types><Override PartName="/xl/workbook.xml" ContentType="%s.main+xml"/></Types>' % XLSX)
        with archive.open("xl/workbook.xml", "w", force_zip64=False) as part:
            for _ in range(megabytes):
                part.write(b"\0" * 1024 * 1024)
    return out.getvalue()


def hostile():
    """A hundred and more uploads to be refused: (why, name, content)."""
    good = {"pdf": pdf(), "docx": docx(), "xlsx": xlsx(), "jpg": jpeg(), "png": png()}
    found = []
    for ending in good:
        for other, content in good.items():
            if other != ending:
                found.append(("%s called %s" % (other, ending), "a." + ending, content))
        found.append(("empty " + ending, "a." + ending, b""))
        for kind, content in (("program", b"MZ\x90\0" + b"\0" * 200), ("elf", b"\x7fELF\2\1\1" + b"\0" * 200),
                              ("page", b"<!DOCTYPE html><html><script>alert(1)</script></html>"), ("script", b"#!/bin/sh\nrm -rf /\n"),
                              ("text", b"only a text\n"), ("rubbish", bytes(range(256)) * 40),
                              ("old office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
                              ("half", content_half(good[ending]) if ending in ("docx", "xlsx") else good[ending][:3])):
            found.append(("%s called %s" % (kind, ending), "a." + ending, content))
    for name in ("../../etc/passwd.pdf", "/etc/a.pdf", "a/b.pdf", "C:\\a.pdf", "a\\b.pdf", "a\nb.pdf", "a\rb.pdf", "a\u202efdp.exe.pdf", "a\u202d.pdf",
                 "a\u2066b.pdf", "a\u2069.pdf", "a\u200f.pdf", "a\u200e.pdf", "a\u061c.pdf", "a\u2028.pdf", "a\u0085.pdf", "\ufeffa.pdf", "a.exe",
                 "a.pdf.exe", "a.pdf.", "a.docm", "a.svg", "a", ".pdf", "x" * 300 + ".pdf", "я" * 256 + ".pdf"):
        found.append(("name %r" % name, name, pdf()))
    for raw in (b"a\xff.pdf", b"a\xc0\xaf.pdf", b"a\xed\xa0\x80.pdf", b"\xf4\x90\x80\x80.pdf", b"a\xe2\x82.pdf"):
        found.append(("name %r" % raw, raw, pdf()))
    for make, name in ((docx, "a.docx"), (xlsx, "a.xlsx")):
        found.append(("macros in " + name, name, make([("xl/vbaProject.bin", b"x")])))
        found.append(("macros hidden in " + name, name, make([("word/VBAPROJECT.BIN", b"x")])))
        found.append(("kind with macros " + name, name, make(types='<Types><Override PartName="/x" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>')))
        found.append(("path in " + name, name, make([("../../../x", b"x")])))
        found.append(("absolute path in " + name, name, make([("/etc/x", b"x")])))
        found.append(("no list of types " + name, name, make(types="<Types/>")))
        found.append(("many parts " + name, name, make([("p%d" % i, b"") for i in range(5100)])))
        found.append(("long list of types " + name, name, make(types="<!--" + "x" * 300000 + "-->")))
        announced = bytearray(make())
        place = announced.rindex(b"PK\5\6")
        announced[place + 8:place + 12] = b"\xff\xfe\xff\xfe"
        found.append(("many parts announced " + name, name, bytes(announced)))
    found.append(("zip bomb", "a.xlsx", bomb(320)))
    return found


def content_half(content):
    return content[:len(content) // 2]
