"""An HTML file that stands alone, on standard input, becomes a tagged PDF on standard output; run by `monitor report`.

Nothing is ever fetched, from outside or from this machine: a text that smuggled in an address finds nothing behind it.
Exit status 3: WeasyPrint is not there.
"""
import logging
import sys

try:
    import weasyprint
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)


def refuse(url, *_, **__):
    raise ValueError("nothing is fetched")


# Properties of browsers that it does not know are no news.
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
html = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=refuse)
# Debian 12 has version 57; the option has another name since 59.
variant = "pdf_variant" if int(weasyprint.__version__.split(".")[0]) >= 59 else "variant"
sys.stdout.buffer.write(html.write_pdf(**{variant: "pdf/ua-1"}))
