"""`monitor notify` against a real mail server, and against servers that are away, refuse, fall silent and break off."""
import os
import signal
import socket
import sqlite3
import subprocess
import time
import unittest

import kit
from desk import Desk
from mailserver import Broken, Mailbox

BEGIN_FIRST = True
SITE = "https://monitor.example"
FROM = "monitor@monitor.example"


class Notify(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.site = self.desk.site

    def tearDown(self):
        self.desk.close()

    def notify(self, url, *more, now=None, status=0):
        if now:
            self.site.now = now if "T" in now else now + "T09:00:00Z"
        done = self.site.monitor("notify", "--smtp", url, "--from", FROM, "--site", SITE + "/", *more, check=False)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        if status:
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        return done

    def sql(self, statement, *values):
        with sqlite3.connect(os.path.join(self.site.data, "reports.db")) as db:
            rows = db.execute(statement, values).fetchall()
        db.close()
        return rows

    def at(self, now):
        """The clock of the pages too."""
        self.site.stop()
        self.site.now = now if "T" in now else now + "T09:00:00Z"
        self.site.start()
        self.desk.clients.clear()


class Digests(Notify):
    def test_each_gets_one_mail_of_what_waits_for_them(self):
        self.sql("UPDATE person SET lang = 'ru' WHERE email LIKE 'clearing@%'")
        for code in ("LAW1", "LAW2", "LAW3"):
            self.desk.save(code, value="1", narrative="Words of the answer.", do="submit")
        self.desk.save("LAW5", value="1", narrative="Draft.")
        self.desk.clear("LAW1")
        page = self.desk.clearing.get(self.desk.seat + "LAW2")
        self.desk.clearing.submit(page, self.desk.seat + "LAW2", do="return", why="Words of the reason.")
        with Mailbox() as box:
            done = self.notify(box.url)
            self.assertIn("Sent: 5. Waiting: 0.", done.stdout)
            self.assertEqual(sorted(mail.recipient for mail in box.mails),
                             ["clearing@x.example", "deputy@x.example", "focal@x.example", "other@x.example", "secretariat@x.example"])
            focal, = box.to("focal@x.example")
            self.assertEqual(str(focal["Subject"]), "Almaty Monitor: the answers are due in 10 days")
            self.assertIn("Dear Focal,", focal.words)
            self.assertIn("1 answer was returned. The reason stands beside it.\n  %s/reporting/%s/XAA/?state=returned\n"
                          % (SITE, self.desk.round), focal.words)
            self.assertIn("45 answers are missing, 1 is a draft. They are due on 20 March 2026, in 10 days.", focal.words)
            self.assertNotIn("Betaland", focal.words)
            clearing, = box.to("clearing@x.example")
            self.assertEqual(str(clearing["Subject"]), "Алматинский монитор: 1 ответ ожидает согласования")
            self.assertEqual(clearing["Content-Language"], "ru")
            self.assertIn("1 ответ ожидает вашего согласования.\n  %s/reporting/%s/XAA/clearing\n" % (SITE, self.desk.round), clearing.words)
            secretariat, = box.to("secretariat@x.example")
            self.assertIn("1 cleared answer waits for review.\n  %s/secretariat/rounds/%s/XAA/\n" % (SITE, self.desk.round), secretariat.words)
            for mail in box.mails:
                self.assertNotIn("Words of", mail.words)
                self.assertEqual(mail.sender, FROM)
                self.assertEqual(mail["From"].addresses[0].addr_spec, FROM)
                self.assertEqual(mail["Auto-Submitted"], "auto-generated")
                self.assertIn("Tue, 10 Mar 2026 09:00:00", mail["Date"])
                self.assertTrue(mail["Message-ID"].endswith("@monitor.example>"))
                self.assertTrue(all(len(line) <= 78 for line in mail.raw.split(b"\r\n")))
                mail.raw.decode("ascii")
            self.assertEqual(len({mail["Message-ID"] for mail in box.mails}), 5)

    def test_nothing_twice_and_one_mail_a_day(self):
        with Mailbox() as box:
            self.notify(box.url)
            self.assertEqual(len(box.mails), 3)
            # Something new on the same day waits for tomorrow.
            self.desk.save("LAW1", value="1", narrative="x", do="submit")
            page = self.desk.clearing.get(self.desk.seat + "LAW1")
            self.desk.clearing.submit(page, self.desk.seat + "LAW1", do="return", why="Not so.")
            self.notify(box.url, now="2026-03-10T23:59:00Z")
            self.assertEqual(len(box.mails), 3)
            self.notify(box.url, now="2026-03-11")
            self.assertEqual([mail.recipient for mail in box.mails[3:]], ["focal@x.example", "deputy@x.example"])
            self.assertEqual(str(box.mails[3]["Subject"]), "Almaty Monitor: 1 answer was returned")
            for day in ("12", "13", "14"):
                self.notify(box.url, now="2026-03-" + day)
            self.assertEqual(len(box.mails), 5)

    def test_nothing_to_do_no_mail(self):
        self.site.now = "2026-02-01T09:00:00Z"  # before the round opens
        with Mailbox() as box:
            self.assertIn("Sent: 0.", self.notify(box.url).stdout)
            self.assertEqual(box.mails, [])
            # Nor after it has closed.
            self.notify(box.url, now="2026-05-01")
            self.assertEqual(box.mails, [])

    def test_at_most_three_reminders_before_a_deadline_and_none_when_all_is_sent(self):
        self.sql("UPDATE role_grant SET starts_on = '2026-01-01'")
        self.sql("INSERT INTO answer (round, participant, indicator_version, state, revision)"
                 " SELECT round, 'XBB', indicator_version, 'submitted', 1 FROM round_indicator")
        with Mailbox() as box:
            for day in range(1, 32):
                self.notify(box.url, now="2026-03-%02d" % day)
            mine = box.to("focal@x.example")
            self.assertEqual([(mail["Date"].split(",")[1][1:7], str(mail["Subject"])) for mail in mine], [
                ("01 Mar", "Almaty Monitor: a round is open"),
                ("06 Mar", "Almaty Monitor: the answers are due in 14 days"),
                ("15 Mar", "Almaty Monitor: the answers are due in 5 days"),
                ("19 Mar", "Almaty Monitor: the answers are due in 1 day")])
            self.assertEqual([kind for kind, in self.sql("SELECT kind FROM mail m JOIN person p ON p.id = m.person"
                                                         " WHERE p.email = 'focal@x.example' ORDER BY m.id")],
                             ["digest", "reminder", "reminder", "reminder"])
            self.assertEqual(len(box.mails), 2 * 4)  # the other government has sent everything

    def test_an_extension_is_told_and_its_deadline_reminded_of(self):
        with Mailbox() as box:
            self.notify(box.url, now="2026-03-18")
            self.at("2026-03-19")
            page = self.desk.secretariat.get(self.desk.review)
            self.desk.secretariat.submit(page, self.desk.review + "extend", until="2026-04-20", reason="Elections.")
            self.notify(box.url, now="2026-03-19")
            mail = box.to("focal@x.example")[-1]
            self.assertIn("Your deadline was extended to 20 April 2026.", mail.words)
            self.assertIn("They are due on 20 April 2026, in 32 days.", mail.words)
            self.assertNotIn("Elections", mail.words)
            self.assertNotIn("extended", box.to("other@x.example")[-1].words)
            before = len(box.to("focal@x.example"))
            for day in range(1, 21):
                self.notify(box.url, now="2026-04-%02d" % day)
            self.assertEqual([str(mail["Subject"])[-7:] for mail in box.to("focal@x.example")[before:]], ["14 days", " 5 days", "n 1 day"])

    def test_questions_and_replies_are_told(self):
        self.desk.save("LAW1", value="1", narrative="x", do="submit")
        self.desk.clear("LAW1")
        answer, = self.sql("SELECT id FROM answer")[0]
        people = dict(self.sql("SELECT email, id FROM person"))

        def say(who, secretariat):
            self.sql("INSERT INTO answer_message (answer, text, author, from_secretariat, at) VALUES (?, 'Words of it', ?, ?, 't')",
                     answer, people[who + "@x.example"], secretariat)
        with Mailbox() as box:
            self.notify(box.url)
            say("secretariat", 1)
            self.notify(box.url, now="2026-03-11")
            mail = box.to("focal@x.example")[-1]
            self.assertIn("The secretariat asks you about 1 answer.\n  %s%sLAW1\n" % (SITE, self.desk.seat), mail.words)
            self.assertNotIn("Words of", mail.words)
            say("focal", 0)
            before = len(box.to("focal@x.example"))
            self.notify(box.url, now="2026-03-12")
            mail = box.to("secretariat@x.example")[-1]
            self.assertEqual(str(mail["Subject"]), "Almaty Monitor: 1 answer waits for review")
            self.assertIn("1 question was answered.\n  %s%sLAW1\n" % (SITE, self.desk.review), mail.words)
            self.assertEqual(len(box.to("focal@x.example")), before)

    def test_nobody_is_told_of_answers_that_they_may_not_review(self):
        self.desk.save("LAW1", value="1", narrative="x", do="submit")
        self.desk.clear("LAW1")
        with Mailbox() as box:
            self.notify(box.url)
            self.assertEqual(len(box.to("secretariat@x.example")), 1)
            self.assertEqual(box.to("seconded@x.example"), [])

    def test_people_without_a_password_or_deactivated_get_no_digest(self):
        self.site.person("new@x.example", ("focal_point", "XAA"), password=None)
        self.sql("UPDATE person SET deactivated_at = '2026-01-01T00:00:00Z' WHERE email = 'deputy@x.example'")
        with Mailbox() as box:
            self.notify(box.url)
            self.assertEqual(sorted(mail.recipient for mail in box.mails), ["focal@x.example", "other@x.example"])


class Servers(Notify):
    def test_a_server_that_is_down_for_an_hour_gets_each_mail_once(self):
        with Mailbox() as box:
            port = box.port
        url = "smtp://127.0.0.1:%d" % port
        self.assertIn("1 mail was not sent: The mail server %s cannot be reached" % url, self.notify(url, status=1).stderr)
        for minute in range(5, 60, 5):
            self.site.now = "2026-03-10T09:%02d:00Z" % minute
            done = self.site.monitor("notify", "--waiting", "--smtp", url, "--from", FROM, "--site", SITE, check=False)
            self.assertIn("Sent: 0. Waiting: 3.", done.stdout)
        self.assertEqual(self.sql("SELECT COUNT(*), COUNT(sent_at) FROM mail"), [(3, 0)])
        self.assertGreater(self.sql("SELECT SUM(attempts) FROM mail")[0][0], 3)
        with Mailbox(port=port) as box:
            for minute in range(0, 180, 5):
                self.notify(box.url, "--waiting", now="2026-03-10T%02d:%02d:00Z" % (10 + minute // 60, minute % 60))
            self.notify(box.url, now="2026-03-10T14:00:00Z")
            self.assertEqual(sorted(mail.recipient for mail in box.mails), ["deputy@x.example", "focal@x.example", "other@x.example"])
        self.assertEqual(self.sql("SELECT COUNT(*) FROM mail WHERE sent_at IS NULL"), [(0,)])

    def test_a_mail_that_waited_says_what_holds_when_it_goes_out(self):
        self.notify("smtp://127.0.0.1:1", status=1)
        self.desk.save("LAW1", value="1", narrative="x", do="submit")
        self.sql("UPDATE person SET lang = 'ru' WHERE email = 'deputy@x.example'")
        self.sql("UPDATE role_grant SET starts_on = '2026-01-01', ends_on = '2026-03-09' WHERE person = (SELECT id FROM person WHERE email = 'other@x.example')")
        with Mailbox() as box:
            self.notify(box.url, "--waiting", now="2026-03-10T09:30:00Z")
            self.assertIn("48 answers are missing.", box.to("focal@x.example")[0].words)
            self.assertIn("Не хватает 48 ответов.", box.to("deputy@x.example")[0].words)
            # The role has ended meanwhile: nothing waits for that person any more.
            self.assertEqual(box.to("other@x.example"), [])
        self.assertIn("Nothing waited for this person any more", self.sql("SELECT last_error FROM mail WHERE given_up_at IS NOT NULL")[0][0])

    def test_a_mailbox_that_is_refused_does_not_keep_the_others(self):
        with Mailbox(refuse="focal@x.example") as box:
            done = self.notify(box.url, status=1)
            self.assertIn("1 mail was not sent: The mail server %s refuses this mail: 550 no such mailbox" % box.url, done.stderr)
            self.assertIn("Sent: 2. Waiting: 0. Given up in this run: 1.", done.stdout)
            self.assertEqual(sorted(mail.recipient for mail in box.mails), ["deputy@x.example", "other@x.example"])
            self.notify(box.url, now="2026-03-10T12:00:00Z")
            self.assertEqual(len(box.mails), 2)

    def test_a_mailbox_that_is_busy_is_asked_again(self):
        with Mailbox(later="focal@x.example") as box:
            self.assertIn("451 come back later", self.notify(box.url, status=1).stderr)
            self.assertEqual(len(box.mails), 2)
            self.notify(box.url, "--waiting", now="2026-03-10T09:04:59Z")
            box.later = None
            self.notify(box.url, "--waiting", now="2026-03-10T09:05:00Z")
            self.assertEqual(len(box.to("focal@x.example")), 1)

    def test_pauses_grow_and_end(self):
        moments = []
        self.notify("smtp://127.0.0.1:1", status=1)
        self.sql("DELETE FROM mail WHERE id > 1")
        self.sql("UPDATE person SET deactivated_at = 't' WHERE email <> 'focal@x.example'")
        for _ in range(20):
            due, = self.sql("SELECT next_attempt_at FROM mail")[0]
            if due is None:
                break
            moments.append(due)
            self.notify("smtp://127.0.0.1:1", "--waiting", now=due, status=1)
        attempts, given_up = self.sql("SELECT attempts, given_up_at FROM mail")[0]
        self.assertEqual((attempts, len(moments)), (14, 13))
        self.assertEqual(moments[:4], ["2026-03-10T09:05:00Z", "2026-03-10T09:15:00Z", "2026-03-10T09:35:00Z", "2026-03-10T10:15:00Z"])
        self.assertEqual(given_up, moments[-1])
        self.assertEqual(given_up[:10], "2026-03-13")

    def test_a_sender_that_is_refused_stops_the_run(self):
        with Mailbox(refuse_sender=True) as box:
            done = self.notify(box.url, status=1)
            self.assertIn("does not take mail from us: 550 we do not know you", done.stderr)
            self.assertEqual(self.sql("SELECT SUM(attempts), COUNT(given_up_at) FROM mail"), [(1, 0)])

    def test_a_text_that_is_refused_is_given_up(self):
        with Mailbox(refuse_text="we take no such texts") as box:
            self.assertIn("554 we take no such texts", self.notify(box.url, status=1).stderr)
            self.assertEqual(self.sql("SELECT COUNT(given_up_at) FROM mail"), [(3,)])

    def test_a_server_elsewhere_that_offers_no_encryption_gets_nothing(self):
        # Whatever address this machine has besides the loopback one, "elsewhere" is the name that it was asked by.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(("192.0.2.1", 9))
            except OSError:
                self.skipTest("this machine has no address but the loopback one")
            address = probe.getsockname()[0]
        with Mailbox(host=address) as box:
            self.assertIn("offers no encryption", self.notify(box.url, status=1).stderr)
            self.assertEqual(box.mails, [])

    def test_a_server_that_falls_silent_costs_a_time_out(self):
        for stage in ("", "EHLO", "MAIL"):
            with Broken(stage, hang=True) as server:
                began = time.monotonic()
                done = self.notify(server.url, "--timeout", "2", status=1)
                self.assertLess(time.monotonic() - began, 20)
                self.assertIn("did not answer in time", done.stderr)
                self.assertEqual(server.seen, 1, stage)
        self.assertEqual(self.sql("SELECT COUNT(*), COUNT(sent_at), COUNT(given_up_at) FROM mail"), [(3, 0, 0)])

    def test_a_server_that_breaks_off_half_way_leaves_every_mail_waiting(self):
        for stage in ("", "EHLO", "MAIL", "RCPT", "DATA", "."):
            with Broken(stage) as server:
                done = self.notify(server.url, "--timeout", "5", status=1)
                self.assertRegex(done.stderr, "broke off|cannot be reached")
            self.sql("UPDATE mail SET next_attempt_at = made_at")
        self.assertEqual(self.sql("SELECT COUNT(*), COUNT(sent_at), COUNT(given_up_at) FROM mail"), [(3, 0, 0)])
        with Mailbox() as box:
            self.notify(box.url)
            self.assertEqual(len(box.mails), 3)

    def test_a_run_that_is_killed_loses_nothing(self):
        with Broken("DATA", hang=True) as server:
            command = subprocess.Popen([kit.MONITOR, "notify", "--smtp", server.url, "--from", FROM, "--site", SITE],
                                       env=self.site.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            deadline = time.monotonic() + 60
            while server.seen == 0 and time.monotonic() < deadline:
                time.sleep(0.02)
            # Another one meanwhile is told so.
            self.assertIn("Another notify is at work.", self.notify(server.url, status=1).stderr)
            command.send_signal(signal.SIGKILL)
            command.wait()
        with Mailbox() as box:
            self.notify(box.url, "--waiting", now="2026-03-10T09:30:00Z")
            self.assertEqual(sorted(mail.recipient for mail in box.mails), ["deputy@x.example", "focal@x.example", "other@x.example"])

    def test_a_mail_that_came_twice_has_the_same_id(self):
        with Mailbox() as box:
            self.notify(box.url)
            self.sql("UPDATE mail SET sent_at = NULL, next_attempt_at = made_at WHERE id = 1")  # as if killed before it was marked
            self.notify(box.url, "--waiting")
            first, second = box.to("focal@x.example")
            self.assertEqual(first["Message-ID"], second["Message-ID"])

    def test_an_address_with_line_breaks_never_reaches_a_header(self):
        done = self.site.monitor("user", "add", "a@x.example\r\nBcc: b@x.example", "--role", "donor", check=False)
        self.assertEqual(done.returncode, 1)
        page = self.desk.administrator.get("/secretariat/people")
        page = self.desk.administrator.submit(page, "/secretariat/people", name="New", email="a@x.example\r\nBcc: b@x.example", role="donor")
        self.assertIn(page.status, (400, 422))
        # Nor when the table was changed by hand.
        self.sql("UPDATE person SET email = 'focal@x.example' || char(13) || char(10) || 'bcc: b@x.example' WHERE email = 'focal@x.example'")
        self.sql("UPDATE person SET name = 'O' || char(10) || 'Bcc: b@x.example' WHERE email = 'other@x.example'")
        with Mailbox() as box:
            done = self.notify(box.url, status=1)
            self.assertIn("2 mails were not sent: This mail address cannot be written to", done.stderr)
            self.assertEqual([mail.recipient for mail in box.mails], ["deputy@x.example"])
            self.assertNotIn(b"Bcc", b"".join(mail.raw for mail in box.mails))
        self.assertEqual(self.sql("SELECT COUNT(given_up_at) FROM mail"), [(2,)])

    def test_what_is_missing_or_wrong_on_the_command_line_is_said(self):
        good = {"--smtp": "smtp://127.0.0.1:1", "--from": FROM, "--site": SITE}
        for option, value, words in (
                ("--smtp", None, "No mail server is named"), ("--smtp", "http://x.example", "address cannot be used"),
                ("--smtp", "smtp://me:secret@x.example", "MONITOR_SMTP_PASSWORD"), ("--from", None, "Mails need a sender"),
                ("--from", "a@x\r\nBcc: b@x", "Mails need a sender"), ("--site", None, "the site's address is needed"),
                ("--site", "ftp://x.example", "the site's address is needed"), ("--site", "https://", "the site's address is needed")):
            words_of = [part for name, old in {**good, option: value}.items() if old is not None for part in (name, old)] \
                if value is not None else [part for name, old in good.items() if name != option for part in (name, old)]
            done = self.site.monitor("notify", *words_of, check=False)
            self.assertEqual(done.returncode, 1, option)
            self.assertIn(words, done.stderr)
            self.assertNotIn("secret", done.stderr)
        self.assertEqual(self.site.monitor("notify", "--timeout", "never", check=False).returncode, 2)
        self.assertEqual(self.sql("SELECT COUNT(*) FROM mail"), [(0,)])


class Invitations(Notify):
    def link(self, mail):
        return [line for line in mail.words.splitlines() if "token=" in line][0][len(SITE):]

    def test_an_invitation_is_mailed_and_its_link_works_once(self):
        self.site.person("new@x.example", ("observer", "XAA"), password=None, name="Новая Коллега")
        self.sql("UPDATE person SET lang = 'ru' WHERE email = 'new@x.example'")
        done = self.site.monitor("user", "invite", "new@x.example", "--mail")
        self.assertNotIn("token", done.stdout)
        again = self.site.monitor("user", "invite", "new@x.example", "--mail", check=False)
        self.assertIn("waits to be sent already", again.stderr)
        with Mailbox() as box:
            self.notify(box.url, "--waiting")
            mail, = box.mails
            self.assertEqual(mail.recipient, "new@x.example")
            self.assertEqual(str(mail["Subject"]), "Алматинский монитор: приглашение для вас")
            self.assertEqual(mail["To"].addresses[0].display_name, "Новая Коллега")
            self.assertIn("Здравствуйте, Новая Коллега!", mail.words)
            link = self.link(mail)
            token = link.partition("token=")[2]
            with open(os.path.join(self.site.data, "reports.db"), "rb") as db:
                self.assertNotIn(token.encode(), db.read())
            client = self.site.client()
            page = client.submit(client.get(link), "/account/welcome", password=kit.PASSWORD, again=kit.PASSWORD)
            self.assertEqual(page.status, 200)
            self.assertEqual(self.site.client().get(link).status, 404)

    def test_a_link_that_was_not_delivered_is_replaced_and_lives_ten_days(self):
        self.site.person("new@x.example", ("observer", "XAA"), password=None)
        self.site.monitor("user", "invite", "new@x.example", "--mail")
        self.notify("smtp://127.0.0.1:1", "--waiting", status=1)
        with Mailbox() as box:
            self.notify(box.url, "--waiting", now="2026-03-11")
            mail, = box.to("new@x.example")
            self.at("2026-03-21T08:59:00Z")
            self.assertEqual(self.site.client().get(self.link(mail)).status, 200)
            self.at("2026-03-21T09:01:00Z")
            self.assertEqual(self.site.client().get(self.link(mail)).status, 404)

    def test_somebody_deactivated_meanwhile_is_not_invited(self):
        self.site.person("new@x.example", ("observer", "XAA"), password=None)
        self.site.monitor("user", "invite", "new@x.example", "--mail")
        self.sql("UPDATE person SET deactivated_at = 't' WHERE email = 'new@x.example'")
        with Mailbox() as box:
            self.assertIn("is deactivated and gets no mail", self.notify(box.url, "--waiting", status=1).stderr)
            self.assertEqual(box.mails, [])
        self.assertIn("is deactivated", self.site.monitor("user", "invite", "new@x.example", "--mail", check=False).stderr)


class Record(Notify):
    def test_the_page_shows_what_was_sent_waits_and_was_given_up(self):
        self.desk.save("LAW1", value="1", narrative="x", do="submit")
        with Mailbox(refuse="deputy@x.example", later="other@x.example") as box:
            self.notify(box.url, status=1)
            page = self.desk.secretariat.get("/secretariat/mail")
            self.assertIn("All (4)", page.visible)
            self.assertIn("Sent (2)", page.visible)
            self.assertIn("sent 10 March 2026, 09:00 UTC", page.visible)
            self.assertIn("next attempt: 10 March 2026, 09:05 UTC 1 attempt", page.visible)
            self.assertIn("given up 10 March 2026, 09:00 UTC", page.visible)
            self.assertIn("refuses this mail: 550 no such mailbox", page.visible)
            self.assertIn("48 answers are missing.", page.visible)
            self.assertIn("/secretariat/mail", self.desk.secretariat.get("/secretariat/").text)
            self.assertIn("/secretariat/mail", self.desk.administrator.get("/secretariat/people").text)
            page = self.desk.administrator.get("/secretariat/mail?state=given_up")
            self.assertIn("deputy@x.example", page.visible)
            self.assertNotIn("focal@x.example", page.visible)
            page = self.desk.administrator.submit(page, "/secretariat/mail")
            self.assertIn("The mail waits to be sent again.", page.visible)
            box.refuse = None
            self.notify(box.url, "--waiting")
            self.assertEqual(len(box.to("deputy@x.example")), 1)

    def test_only_the_desk_sees_it_and_only_what_was_given_up_is_tried_again(self):
        with Mailbox() as box:
            self.notify(box.url)
        for name in ("focal", "clearing", "observer", "donor"):
            client = getattr(self.desk, name)
            self.assertEqual(client.get("/secretariat/mail").status, 403)
            self.assertEqual(client.post("/secretariat/mail", {"csrf": self.desk.csrf(client), "mail": "1"}).status, 403)
        self.assertIn("/account/sign-in", self.site.client().get("/secretariat/mail", follow=False).location)
        page = self.desk.secretariat.post("/secretariat/mail", {"csrf": self.desk.csrf(self.desk.secretariat), "mail": "1"})
        self.assertEqual(page.status, 409)
        self.assertIn("This mail was not given up", page.visible)
        self.assertEqual(self.desk.secretariat.post("/secretariat/mail", {"csrf": "no", "mail": "1"}).status, 403)
        self.assertEqual(self.desk.secretariat.get("/secretariat/mail?state=nonsense").status, 200)
        self.assertEqual(self.desk.secretariat.get("/secretariat/mail?page=99").status, 200)

    def test_an_administrator_invites_by_mail(self):
        page = self.desk.administrator.get("/secretariat/people")
        page = self.desk.administrator.submit(page, "/secretariat/people", name="New Person", email="new@x.example", role="observer",
                                              participant="XAA", by="mail")
        self.assertIn("The invitation goes out by mail within minutes.", page.visible)
        self.assertNotIn("token=", page.text)
        action = page.path
        page = self.desk.administrator.submit(page, action, do="mail")
        self.assertEqual(page.status, 409)
        self.assertIn("waits to be sent already", page.visible)
        with Mailbox() as box:
            self.notify(box.url, "--waiting")
            self.assertIn("/account/welcome?token=", box.to("new@x.example")[0].words)
        page = self.desk.administrator.submit(self.desk.administrator.get(action), action, do="mail")
        self.assertIn("The invitation goes out by mail within minutes.", page.visible)
