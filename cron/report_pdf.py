"""An HTML file that stands alone, on standard input, becomes a tagged PDF on standard output; run by `monitor report`.

Nothing is ever fetched, from outside or from this machine: a text that smuggled in an address finds nothing behind it.
Exit status 3: WeasyPrint is not there.
"""
import logging
import sys

try:
    import pydyf
    import weasyprint
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)


def refuse(url, *_, **__):
    raise ValueError("nothing is fetched")


def scope_headers(_, pdf):
    """Tells for each header cell whether it is its column's or its row's, which version 57 leaves to the reader's guess."""
    elements = {each.reference: each for each in pdf.objects if isinstance(each, dict) and "S" in each and "P" in each}
    for header in [each for each in elements.values() if each["S"] == "/TH" and "A" not in each]:
        row = elements.get(header["P"], {})
        group = elements.get(row.get("P"), {})
        header["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column" if group.get("S") == "/THead" else "/Row"})


# Properties of browsers that it does not know are no news.
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
html = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=refuse)
# Debian 12 has version 57; the option has another name since 59.
variant = "pdf_variant" if int(weasyprint.__version__.split(".")[0]) >= 59 else "variant"
sys.stdout.buffer.write(html.write_pdf(finisher=scope_headers, **{variant: "pdf/ua-1"}))
