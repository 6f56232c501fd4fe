"""What the web tests share: a site of its own (data, lighttpd, all programs) and a browser that keeps cookies.

    site = kit.Site()                   # an empty, migrated data directory and a running server
    site.person("a@x.example", "donor") # with the password kit.PASSWORD
    client = site.signed_in("a@x.example")
    page = client.get("/account/")
    page = client.submit(page, "/account/language", language="ru")

kit.shared() is one site for all tests of a file, with the shipped catalogues and data; tests don't change it.
A data directory that many tests begin with is filled once a run and copied (Site.fill). Ports come from the kernel.
No test asserts how long something takes by the clock, but for limits that only what hangs exceeds. MONITOR_TEST_KEEP=1 leaves the folders for a look afterwards.
"""
import atexit
import csv
import fcntl
import http.client
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
from html.parser import HTMLParser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(os.path.join(ROOT, os.environ.get("BUILD", "build")))
BIN = os.environ.get("MONITOR_BIN", os.path.join(BUILD, "bin"))
MONITOR = os.path.join(BUILD, "bin", "monitor")
CATALOGUE = os.path.join(ROOT, "indicators", "catalogue")
PASSWORD = "correct horse battery staple"


class Forms(HTMLParser):
    """The forms of a page: action → fields as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.forms = []
        self.select = None
        self.textarea = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        name = attributes.get("name")
        if tag == "form":
            self.forms.append((attributes.get("action", ""), attributes.get("method", "get"), []))
        if not self.forms:
            return
        fields = self.forms[-1][2]
        if tag == "input" and name and attributes.get("type") not in ("submit", "button"):
            if attributes.get("type") in ("checkbox", "radio"):
                if "checked" in attributes:
                    fields.append((name, attributes.get("value", "on")))
            else:
                fields.append((name, attributes.get("value", "")))
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and "selected" in attributes:
            fields.append((self.select, attributes.get("value", "")))
        elif tag == "textarea" and name:
            self.textarea = [name, ""]

    def handle_data(self, data):
        if self.textarea:
            self.textarea[1] += data

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.textarea:
            self.forms[-1][2].append((self.textarea[0], self.textarea[1].lstrip("\n")))
            self.textarea = None


def rows_of(text):
    """The rows of a CSV file, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


class Response:
    def __init__(self, path, answer, body):
        self.path = path
        self.status = answer.status
        self.headers = answer.headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def location(self):
        return self.headers.get("Location", "")

    def json(self):
        return json.loads(self.body)

    @property
    def visible(self):
        """The text of the page without markup, blanks squeezed."""
        text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", self.text, flags=re.S)
        text = re.sub(r"<[^>]*>", " ", text)
        return re.sub(r"\s+", " ", __import__("html").unescape(text)).strip()

    def forms(self):
        parser = Forms()
        parser.feed(self.text)
        return parser.forms

    def form(self, action):
        for there, _, fields in self.forms():
            if there == action:
                return fields
        raise AssertionError("no form for %s on %s: %s" % (action, self.path, [f[0] for f in self.forms()]))


class Client:
    """A browser: keeps cookies (Secure ones too: browsers treat the local machine as secure)."""

    def __init__(self, site, language=None):
        self.site = site
        self.cookies = {}
        self.language = language
        self.set_cookies = []

    def request(self, method, path, body=None, headers=None):
        connection = self.site.connection()
        all_headers = {}
        if self.language:
            all_headers["Accept-Language"] = self.language
        if self.cookies:
            all_headers["Cookie"] = "; ".join("%s=%s" % pair for pair in self.cookies.items())
        all_headers.update(headers or {})
        connection.putrequest(method, path, skip_host="Host" in all_headers, skip_accept_encoding=True)
        if isinstance(body, str):
            body = body.encode()
        if body is not None and "Content-Length" not in all_headers:
            all_headers["Content-Length"] = str(len(body))
        for name, value in all_headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        response = Response(path, answer, answer.read())
        connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self.keep(cookie)
        return response

    def keep(self, cookie):
        self.set_cookies.append(cookie)
        pair, _, rest = cookie.partition(";")
        name, _, value = pair.partition("=")
        if "max-age=0" in rest.lower().replace(" ", ""):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path, headers=None, follow=True):
        response = self.request("GET", path, headers=headers)
        return self.follow(response) if follow else response

    def follow(self, response, most=10):
        while response.status in (301, 302, 303, 307, 308) and most > 0:
            response = self.request("GET", response.location.partition("#")[0])
            most -= 1
        return response

    def post(self, path, fields, follow=True, headers=None):
        """fields: a dict (lists repeat) or a list of pairs."""
        body = urllib.parse.urlencode(fields, doseq=True)
        response = self.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})
        return self.follow(response) if follow else response

    def send(self, path, fields, files=(), follow=True, headers=None):
        """As multipart/form-data; files: (field, name, content), names as browsers write them."""
        boundary = b"----test" + os.urandom(12).hex().encode()
        body = []
        pairs = fields.items() if isinstance(fields, dict) else fields
        for name, values in pairs:
            for value in values if isinstance(values, (list, tuple)) else [values]:
                body.append(b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
                            % (boundary, name.encode(), str(value).encode()))
        for field, name, content in files:
            raw = name if isinstance(name, bytes) else name.encode()
            raw = raw.replace(b'"', b"%22").replace(b"\r", b"%0D").replace(b"\n", b"%0A")
            body.append(b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n'
                        % (boundary, field.encode(), raw, content))
        body.append(b"--%s--\r\n" % boundary)
        response = self.request("POST", path, b"".join(body),
                                {"Content-Type": "multipart/form-data; boundary=" + boundary.decode(), **(headers or {})})
        return self.follow(response) if follow else response

    def submit(self, page, action, follow=True, **changes):
        """Sends a form of the page as it stands there, with changes; None leaves a field out."""
        fields = [(name, value) for name, value in page.form(action) if name not in changes]
        for name, value in changes.items():
            for one in value if isinstance(value, (list, tuple)) else [value]:
                if one is not None:
                    fields.append((name, one))
        return self.post(action, fields, follow)


class Site:
    def __init__(self, shipped=False, now=None, migrate=True, start=True, extra=""):
        self.folder = tempfile.mkdtemp(prefix="monitor-web-")
        self.data = os.path.join(self.folder, "data")
        self.now = now
        self.config = os.path.join(ROOT, "cgi", "servers", "lighttpd.conf")
        if extra:
            # More of lighttpd's configuration, after the shipped one.
            with open(os.path.join(self.folder, "lighttpd.conf"), "w") as config:
                config.write('include "%s"\n%s' % (self.config, extra))
            self.config = config.name
        self.server = None
        self.port = None
        atexit.register(self.close)
        for name in ("snapshots", "evidence", "run", "log"):
            os.makedirs(os.path.join(self.data, name))
        if shipped:
            self.fill("shipped", Site.load_shipped)
        elif migrate:
            self.monitor("migrate")
        if start:
            self.start()

    def fill(self, name, make):
        """Makes the data directory a copy of what make(site) leaves of a migrated one of the same day, once for all tests of this run.

        What make returns, something that JSON can hold, is returned each time."""
        stem = os.path.join(_prepared(), name + (self.now or "").replace(":", ""))
        with open(stem + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # other files of tests run at the same time
            if not os.path.exists(stem + ".json"):
                site = Site(now=self.now, start=False)
                try:
                    result = make(site)
                    site.stop()
                    shutil.copytree(site.data, stem, ignore=lambda folder, names: names if folder.endswith(("/run", "/log")) else [])
                    with open(stem + ".json", "w") as file:
                        json.dump(result, file)
                finally:
                    site.close()
        shutil.copytree(stem, self.data, dirs_exist_ok=True)
        with open(stem + ".json") as file:
            return json.load(file)

    def environment(self):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
        environment.update(
            PATH=os.environ.get("PATH", "") + ":/usr/sbin:/sbin",
            MONITOR_DATA=self.data, MONITOR_BIN=BIN, MONITOR_RUN=os.path.join(self.data, "run"),
            MONITOR_TEMPLATES=os.path.join(ROOT, "templates"), MONITOR_LOCALE=os.path.join(BUILD, "locale"),
            PORT=str(self.port), BIND="127.0.0.1")
        if self.now:
            environment["MONITOR_NOW"] = self.now
        return environment

    def monitor(self, *arguments, input=None, check=True):
        """Runs the command on this site's data; the result has returncode, stdout, stderr."""
        done = subprocess.run([MONITOR, *arguments], env=self.environment(), input=input, text=True, capture_output=True, timeout=600)
        if check and done.returncode != 0:
            raise AssertionError("monitor %s: %s%s" % (" ".join(arguments), done.stdout, done.stderr))
        return done

    def load_catalogues(self):
        self.monitor("participant", "load", os.path.join(CATALOGUE, "participants.yaml"))
        for framework in ("sdg", "trafficking", "ihr"):
            self.monitor("catalogue", "load", os.path.join(CATALOGUE, framework))

    def load_shipped(self):
        self.load_catalogues()
        self.monitor("import", "--framework", "ihr", "--audience", "public", "--source", "UN SDG Global Database, 2023-12, CC BY 4.0",
                     os.path.join(CATALOGUE, "ihr", "answers.csv"))
        for vintage in ("2020-10", "2023-12"):
            self.monitor("fetch", "--from-file", os.path.join(CATALOGUE, "sdg", "unsdg_%s.csv" % vintage), "--vintage", vintage)
        self.monitor("summarise")

    def path(self, name, content):
        """A file outside the data directory, to be sent."""
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    # --- the server ---

    def start(self, same_port=False):
        for attempt in range(5):
            if not same_port:
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", 0))
                    self.port = probe.getsockname()[1]
            # On stderr, so that a server that does not start says why in the test's own output.
            self.server = subprocess.Popen(["lighttpd", "-D", "-f", self.config],
                                           env=self.environment(), cwd=self.folder, stdout=subprocess.DEVNULL)
            if self.wait_until_up():
                return
            self.stop()
        raise AssertionError("lighttpd does not start: " + self.log())

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def wait_until_up(self):
        for _ in range(200):
            if self.server.poll() is not None:
                return False
            try:
                Client(self).request("GET", "/account/healthz")
                return self.server.poll() is None  # else it was another's server that answered
            except OSError:
                time.sleep(0.05)
        return False

    def strays(self):
        """Programs of this site that outlived their server: one that was told to end before it had begun keeps waiting."""
        found = []
        for entry in os.listdir("/proc"):
            try:
                with open("/proc/%s/environ" % entry, "rb") as environ:
                    if self.data.encode() in environ.read() and os.readlink("/proc/%s/exe" % entry).endswith(".fcgi"):
                        found.append(int(entry))
            except OSError:
                pass
        return found

    def end(self):
        """Asks the server to end, and waits; the seconds it took."""
        began = time.monotonic()
        if self.server and self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(20)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        self.server = None
        return time.monotonic() - began

    def stop(self):
        """Ends the server, and by force what it left behind."""
        self.end()
        for process in self.strays():
            os.kill(process, signal.SIGKILL)

    def programs(self):
        """Process id → program's file name, of those that the server started."""
        found = {}
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                with open("/proc/%s/stat" % entry) as stat:
                    parent = int(stat.read().rpartition(")")[2].split()[1])
                if self.server and parent == self.server.pid:
                    found[int(entry)] = os.path.basename(os.readlink("/proc/%s/exe" % entry))
            except OSError:
                pass
        return found

    def worked(self, program):
        """Seconds of processor that the running workers of a program have taken: the same on a busy machine, which seconds by the clock are not."""
        ticks = 0
        for process, name in self.programs().items():
            if name == program:
                with open("/proc/%d/stat" % process) as stat:
                    ticks += sum(int(field) for field in stat.read().rpartition(")")[2].split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def log(self):
        try:
            with open(os.path.join(self.data, "log", "lighttpd.log")) as log:
                return log.read()
        except OSError:
            return ""

    def close(self):
        self.stop()
        if not os.environ.get("MONITOR_TEST_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)

    # --- people ---

    def person(self, email, *roles, password=PASSWORD, name=None):
        """roles: "donor", or ("focal_point", "XAA")."""
        for role in roles:
            role, participant = role if isinstance(role, tuple) else (role, None)
            self.monitor("user", "add", email, "--role", role, "--name", name or email.split("@")[0],
                         *(("--participant", participant) if participant else ()))
        if password:
            self.monitor("user", "passwd", email, input=password + "\n")
        return email

    def client(self, language=None):
        return Client(self, language)

    def signed_in(self, email, password=PASSWORD):
        client = self.client()
        page = client.submit(client.get("/account/sign-in"), "/account/sign-in", follow=False, email=email, password=password)
        if page.status != 303:
            raise AssertionError("%s cannot sign in: %s" % (email, page.visible))
        return client


def until(true, seconds=20):
    """Whether it becomes true within so many seconds, which only a machine that is very busy needs."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


_folder = None


def _prepared():
    """Where filled data directories wait to be copied: the runner's folder, or this process's own."""
    global _folder
    if _folder is None:
        _folder = os.environ.get("MONITOR_TEST_PREPARED")
        if not _folder:
            _folder = tempfile.mkdtemp(prefix="monitor-prepared-")
            atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    return _folder


_shared = None


def shared():
    global _shared
    if _shared is None:
        _shared = Site(shipped=True)
    return _shared
