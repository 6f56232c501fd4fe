"""A telephone with an application for one-time codes (RFC 6238), written against the RFC: nothing of it is ours."""
import base64
import calendar
import hashlib
import hmac
import re
import struct
import time

STEP = 30


def moment(text):
    """2026-03-10T09:00:00Z as seconds."""
    return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


def text(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def code(key, seconds, digits=6):
    mac = hmac.new(key, struct.pack(">Q", int(seconds) // STEP), hashlib.sha1).digest()
    at = mac[-1] & 15
    return "%0*d" % (digits, (struct.unpack(">I", mac[at:at + 4])[0] & 0x7fffffff) % 10 ** digits)


def key_text(page):
    """The key as the page shows it to be typed."""
    return re.search(r'<p class="key"><code>([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")


def key(page):
    return base64.b32decode(key_text(page))


def recovery_codes(page):
    return re.findall(r"<li><code>([a-z2-9-]+)</code></li>", page)
