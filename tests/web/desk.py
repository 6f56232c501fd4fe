"""A round of 2025 with people of every kind, for the tests of reporting and secretariat. Today is 2026-03-10."""
import os

import kit

TODAY = "2026-03-10T09:00:00Z"
PEOPLE = {
    "focal": ("focal_point", "XAA"), "deputy": ("deputy", "XAA"), "clearing": ("clearing_officer", "XAA"),
    "observer": ("observer", "XAA"), "other": ("focal_point", "XBB"), "secretariat": "secretariat",
    "seconded": ("secretariat", "XAA"), "administrator": "administrator", "donor": "donor",
}


def post_fields(page, action, button=None):
    """The fields of the page's form that is posted to the action and, with a button's value, holds it; lists by name."""
    for there, method, fields in page.forms():
        if there == action and method == "post":
            found = {}
            for name, value in fields:
                found.setdefault(name, []).append(value)
            return found
    raise AssertionError("no posted form for %s on %s" % (action, page.path))


def _fill(site):
    """Everybody, and the round that the secretariat has opened: its number, and the cookies with which she is still signed in."""
    for code, m49, name in (("XAA", "901", "Alphaland"), ("XBB", "902", "Betaland")):
        site.monitor("participant", "add", code, "--m49", m49, "--name", name)
    for framework in ("sdg", "trafficking"):
        site.monitor("catalogue", "load", os.path.join(kit.CATALOGUE, framework))
    for name, role in PEOPLE.items():
        site.person(name + "@x.example", role, name=name.title())
    site.start()
    secretariat = site.signed_in("secretariat@x.example")
    page = secretariat.get("/secretariat/rounds/new?framework=trafficking&period=2025")
    fields = post_fields(page, "/secretariat/rounds/new")
    fields.update(opens_on="2026-03-01", due_on="2026-03-20", closes_on="2026-03-31", participant=["XAA", "XBB"])
    page = secretariat.post("/secretariat/rounds/new", fields)
    if page.status != 200 or "The round is open." not in page.text:
        raise AssertionError(page.visible)
    return {"round": page.path.split("/")[3], "cookies": secretariat.cookies}


class Desk:
    """The site with the round open; desk.secretariat, desk.focal … are signed-in clients."""

    def __init__(self, now=TODAY, extra=""):
        self.site = kit.Site(now=now, migrate=False, start=False, extra=extra)
        self.clients = {}
        found = self.site.fill("desk", _fill)
        self.site.start()
        self.clients["secretariat"] = self.site.client()
        self.clients["secretariat"].cookies = found["cookies"]
        self.round = found["round"]
        self.seat = "/reporting/%s/XAA/" % self.round
        self.review = "/secretariat/rounds/%s/XAA/" % self.round
        self.board = "/secretariat/rounds/%s/" % self.round

    def __getattr__(self, name):
        if name not in PEOPLE:
            raise AttributeError(name)
        if name not in self.clients:
            self.clients[name] = self.site.signed_in(name + "@x.example")
        return self.clients[name]

    def later(self, moment):
        """The same site at another time; everybody has to sign in again."""
        self.site.stop()
        self.site.now = moment
        self.site.start()
        self.clients.clear()

    def csrf(self, client):
        return dict(client.get("/account/").form("/account/sign-out"))["csrf"]

    def save(self, code, client=None, do="save", **fields):
        client = client or self.focal
        # A level of a ladder said by itself, without the criteria that were ticked before.
        if "value" in fields:
            fields.setdefault("item", None)
        return client.submit(client.get(self.seat + code), self.seat + code, do=do, **fields)

    def clear(self, code, audience="donors"):
        page = self.clearing.get(self.seat + code)
        return self.clearing.submit(page, self.seat + code, do="clear", audience=audience)

    def accept(self, code):
        return self.secretariat.submit(self.secretariat.get(self.review + code), self.review + code, do="accept")

    def release(self, **fields):
        """Looks at what would be released and confirms it; the page of the release that was made."""
        return self.secretariat.submit(self.secretariat.get(self.board + "release"), self.board + "release", **fields)

    def close(self):
        self.site.close()
