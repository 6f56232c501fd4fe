"""Mail servers for the tests: a real one (aiosmtpd) that keeps what it is given, and broken ones.

    with Mailbox() as box: …            # box.url, box.mails: email messages with .recipient
    with Mailbox(refuse="…@x") as box   # 550 for this recipient
    with Broken(b"220 hi\\r\\n") as box # says this and then nothing more; see there
"""
import email
import email.policy
import socket
import threading

from aiosmtpd.controller import Controller


class Mailbox:
    def __init__(self, refuse=None, later=None, refuse_text=None, refuse_sender=False, port=0, host="127.0.0.1"):
        self.refuse, self.later, self.refuse_text, self.refuse_sender = refuse, later, refuse_text, refuse_sender
        self.mails = []
        if port == 0:
            with socket.socket() as probe:
                probe.bind((host, 0))
                port = probe.getsockname()[1]
        self.port = port
        self.url = "smtp://%s:%d" % (host, port)
        self.controller = Controller(self, hostname=host, port=port)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *unused):
        self.controller.stop()

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.refuse_sender:
            return "550 we do not know you"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == self.refuse:
            return "550 no such mailbox"
        if address == self.later:
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refuse_text:
            return "554 " + self.refuse_text
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        mail.recipient = envelope.rcpt_tos[0]
        mail.sender = envelope.mail_from
        mail.raw = envelope.content
        mail.words = mail.get_content().replace("\r\n", "\n")
        self.mails.append(mail)
        return "250 taken"

    def to(self, address):
        return [mail for mail in self.mails if mail.recipient == address]


class Broken:
    """A server that plays its part up to a point: `after` is the command at which it hangs up, or with hang=True falls silent."""

    def __init__(self, after, hang=False):
        self.after, self.hang = after.encode(), hang
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(8)
        self.url = "smtp://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.seen = 0
        self.kept = []
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.listener.close()
        for connection in self.kept:
            connection.close()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.seen += 1
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            lines = connection.makefile("rb")
            if self.after != b"":
                connection.sendall(b"220 broken.test\r\n")
                text = False
                for line in lines:
                    if line.upper().startswith(self.after) and (not text or self.after == b"."):
                        break
                    if not text or line == b".\r\n":
                        text = line.upper().startswith(b"DATA")
                        connection.sendall(b"354 go on\r\n" if text else b"250 OK\r\n")
            if self.hang:
                self.kept.append(connection)
                return
            # Both sides closed: a file object would keep it open.
            connection.shutdown(socket.SHUT_RDWR)
            lines.close()
            connection.close()
        except OSError:
            pass
