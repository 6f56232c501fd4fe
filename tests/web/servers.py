"""nginx and Apache with the configurations that are shipped, before the real programs: each a kit.Site over data that are there.

    site = servers.Nginx(data)          # as an ordinary user, on ports of the kernel's
    site.raw(b"GET / HTTP/1.1\\r\\n…")    # what no browser would send

What is changed in a configuration is what an administrator changes: names, certificates, ports and folders. Around it stands what
Debian's own configuration has around a site, its compression of everything included.
"""
import atexit
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile

import kit

CONFIGURATIONS = os.path.join(kit.ROOT, "cgi", "servers")
AUDIENCES = ("public", "donors", "members")
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
APACHE_MODULES = "/usr/lib/apache2/modules"
# Started as root, the servers and programs would go on as other users; nobody is an ordinary one.
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


class Served(kit.Site):
    """One of the servers; what it needs stands in a folder of its own, so that several can serve the same data."""
    program = None

    @classmethod
    def missing(cls):
        """Why it can't be started here, or None."""
        for program in (cls.program, "multiwatch"):
            if shutil.which(program, path=PATH) is None:
                return "%s is not installed (make deps-test)" % program
        return None

    def __init__(self, data, now=None):
        self.folder = tempfile.mkdtemp(prefix="monitor-%s-" % self.program)
        self.data, self.now = data, now
        self.server, self.port, self.plain_port = None, None, None
        self.context = None
        self.listening = []
        self.started = []
        atexit.register(self.close)
        os.chmod(self.folder, 0o711)
        for name in ("run", "log", "tmp"):
            os.mkdir(os.path.join(self.folder, name))
            os.chmod(os.path.join(self.folder, name), 0o777)
        share = os.path.join(self.folder, "share")
        shutil.copytree(os.path.join(kit.ROOT, "templates"), os.path.join(share, "templates"), ignore=shutil.ignore_patterns("po", "map"))
        subprocess.run(["chmod", "-R", "a+rX", share], check=True)
        os.symlink(os.path.join(kit.BUILD, "locale"), os.path.join(share, "locale"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=monitor.example", "-keyout", self.at("key.pem"), "-out", self.at("certificate.pem")],
                       check=True, capture_output=True)
        os.chmod(self.at("key.pem"), 0o644)
        self.start_programs()
        self.start()

    def at(self, *names):
        return os.path.join(self.folder, *names)

    # --- the programs, as their units start them ---

    def unit(self, name, instance, listening):
        """Starts what the service unit starts, with its environment file and the socket as its standard input."""
        def filled(path):
            with open(os.path.join(CONFIGURATIONS, "systemd", path)) as file:
                text = file.read()
            for old, new in (("%i", instance), ("@LIBDIR@", kit.BIN), ("@SHAREDIR@", self.at("share")), ("/var/lib/almaty-monitor", self.data)):
                text = text.replace(old, new)
            return text
        service = filled(name + ".service")
        environment = re.search(r"^EnvironmentFile=/etc/almaty-monitor/(.*)$", service, re.M).group(1)
        pairs = re.findall(r"^([A-Z_]+)=(.*)$", filled(environment), re.M)
        command = re.search(r"^ExecStart=(.*)$", service, re.M).group(1)
        self.started.append(subprocess.Popen(command.split(), stdin=listening, cwd=self.folder,
                                             env={"PATH": PATH, **({"MONITOR_NOW": self.now} if self.now else {}), **dict(pairs)}))
        self.listening.append(listening)

    def unix_socket(self, unit, instance):
        with open(os.path.join(CONFIGURATIONS, "systemd", unit + ".socket")) as file:
            name = re.search(r"^ListenStream=/run/almaty-monitor/(.*)$", file.read(), re.M).group(1)
        path = self.at("run", name.replace("%i", instance))
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(path)
        os.chmod(path, 0o666)
        listening.listen(128)
        return listening

    def start_programs(self):
        for unit, instances in (("monitor-dashboard@", AUDIENCES), ("monitor-data@", AUDIENCES),
                                ("monitor-desk@", ("account", "reporting", "secretariat"))):
            for instance in instances:
                self.unit(unit, instance, self.unix_socket(unit, instance))

    def processes(self):
        """Of the programs, those that answer."""
        found = []
        for entry in os.listdir("/proc"):
            try:
                with open("/proc/%s/environ" % entry, "rb") as environ:
                    if self.folder.encode() in environ.read() and os.readlink("/proc/%s/exe" % entry).endswith(".fcgi"):
                        found.append(int(entry))
            except OSError:
                pass
        return found

    # --- the server ---

    def environment(self):
        return {**super().environment(), "PATH": PATH}

    def filled(self, name, changes):
        """A shipped configuration with what is the administrator's filled in; what was to be changed must have been there."""
        with open(os.path.join(CONFIGURATIONS, name)) as file:
            text = file.read()
        common = [(r"/run/almaty-monitor/", self.at("run") + "/"), (r"/usr/share/almaty-monitor/", self.at("share") + "/"),
                  (r"/etc/ssl/certs/monitor\.example\.pem", self.at("certificate.pem")),
                  (r"/etc/ssl/private/monitor\.example\.key", self.at("key.pem"))]
        for old, new in common + changes:
            text, count = re.subn(old, new, text)
            if count == 0:
                raise AssertionError("%s has no %s" % (name, old))
        path = self.at(name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def command(self):
        raise NotImplementedError

    def start(self, same_port=False):
        for _ in range(5):
            with socket.socket() as first, socket.socket() as second:
                first.bind(("127.0.0.1", 0))
                second.bind(("127.0.0.1", 0))
                self.port, self.plain_port = first.getsockname()[1], second.getsockname()[1]
            self.server = subprocess.Popen(self.command(), env=self.environment(), cwd=self.folder, stdout=subprocess.DEVNULL, **NOBODY)
            if self.wait_until_up():
                return
            self.stop()
        raise AssertionError("%s does not start: %s" % (self.program, self.log()))

    def log(self):
        return "".join(open(self.at("log", name), errors="replace").read() for name in sorted(os.listdir(self.at("log"))))

    def encryption(self):
        # One for all: making one reads the machine's certificates.
        if self.context is None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self.context.check_hostname, self.context.verify_mode = False, ssl.CERT_NONE
        return self.context

    def connection(self):
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self.encryption())

    def socket(self):
        return self.encryption().wrap_socket(socket.create_connection(("127.0.0.1", self.port), timeout=30), server_hostname="monitor.example")

    def strays(self):
        return []

    def close(self):
        self.stop()
        for listening in self.listening:
            listening.close()
        for process in self.started:
            if process.poll() is None:
                process.terminate()
        for process in self.started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.listening, self.started = [], []
        if not os.environ.get("MONITOR_TEST_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)


class Lighttpd(kit.Site):
    """The same for the server that `make run` starts: it starts its programs itself."""
    program = "lighttpd"

    def __init__(self, data, now=None):
        super().__init__(now=now, migrate=False, start=False)
        shutil.rmtree(self.data)
        os.symlink(data, self.data)
        self.start()

    @classmethod
    def missing(cls):
        return None

    def environment(self):
        return {**super().environment(), "MONITOR_RUN": self.run}

    @property
    def run(self):
        path = os.path.join(self.folder, "run")
        os.makedirs(path, exist_ok=True)
        return path

    def processes(self):
        return list(self.programs())

    def log(self):
        folder = os.path.join(self.data, "log")
        return "".join(open(os.path.join(folder, name), errors="replace").read() for name in sorted(os.listdir(folder)))

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)


class Nginx(Served):
    program = "nginx"

    def command(self):
        site = self.filled("nginx.conf", [
            (r"listen 443 ssl", "listen 127.0.0.1:%d ssl" % self.port), (r"\n\s*listen \[::\]:\d+[^;]*;", ""),
            (r"listen 80;", "listen 127.0.0.1:%d;" % self.plain_port), (r"/var/log/nginx/", self.at("log") + "/")])
        with open(self.at("frame.conf"), "w") as file:
            file.write("""
                daemon off; worker_processes 1; pid %(folder)s/tmp/nginx.pid; error_log %(folder)s/log/error.log;
                events { worker_connections 256; }
                http {
                    include /etc/nginx/mime.types; default_type application/octet-stream;
                    sendfile on; tcp_nopush on; gzip on; access_log %(folder)s/log/access.log;
                    client_body_temp_path %(folder)s/tmp/body; fastcgi_temp_path %(folder)s/tmp/fastcgi; proxy_temp_path %(folder)s/tmp/proxy;
                    uwsgi_temp_path %(folder)s/tmp/uwsgi; scgi_temp_path %(folder)s/tmp/scgi;
                    include %(site)s;
                }""" % {"folder": self.folder, "site": site})
        return ["nginx", "-p", self.folder, "-e", self.at("log", "error.log"), "-c", self.at("frame.conf")]


class Apache(Served):
    program = "apache2"
    # What Debian enables by itself.
    USUAL = "access_compat alias auth_basic authn_core authn_file authz_core authz_host authz_user autoindex deflate dir env filter mime " \
        "mpm_event negotiation reqtimeout setenvif status"

    @classmethod
    def missing(cls):
        return super().missing() or (None if os.path.isdir(APACHE_MODULES) else "Apache's modules are not in " + APACHE_MODULES)

    def start_programs(self):
        super().start_programs()
        # mod_authnz_fcgi speaks TCP only.
        self.guard = socket.socket()
        self.guard.bind(("127.0.0.1", 0))
        self.guard.listen(128)
        self.unit("monitor-guard", "", self.guard)

    def command(self):
        site = self.filled("apache.conf", [
            (r"\*:443", "127.0.0.1:%d" % self.port), (r"\*:80", "127.0.0.1:%d" % self.plain_port),
            (r"127\.0\.0\.1:9731", "127.0.0.1:%d" % self.guard.getsockname()[1])])
        with open(site) as file:
            named = re.search(r"^# Modules: ([a-z_ ]+)\.", file.read(), re.M).group(1).split()
        modules = "\n".join("LoadModule %s_module %s/mod_%s.so" % (module, APACHE_MODULES, module)
                            for module in sorted(set(named + self.USUAL.split() + ["socache_shmcb"]),
                                                 key=lambda module: (module.startswith("proxy_"), module)))
        with open(self.at("frame.conf"), "w") as file:
            file.write("""
                ServerRoot %(folder)s
                DefaultRuntimeDir %(folder)s/tmp
                PidFile %(folder)s/tmp/apache.pid
                Mutex file:%(folder)s/tmp default
                ErrorLog %(folder)s/log/error.log
                %(modules)s
                TypesConfig /dev/null
                StartServers 1
                RequestReadTimeout header=0 body=0
                Listen 127.0.0.1:%(port)d
                Listen 127.0.0.1:%(plain)d
                ServerName monitor.example
                AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/xml
                DirectoryIndex index.html index.cgi
                Include %(site)s
                """ % {"folder": self.folder, "modules": modules, "port": self.port, "plain": self.plain_port, "site": site})
        return ["apache2", "-D", "FOREGROUND", "-d", self.folder, "-f", self.at("frame.conf")]

    def environment(self):
        return {**super().environment(), "APACHE_LOG_DIR": self.at("log")}
