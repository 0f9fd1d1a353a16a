#!/usr/bin/env python3
"""Rehearses a year of digests: the packaged service, a clock that jumps, a mail server that refuses, hangs and drops,
and kills (SIGKILL) at every step. Says whether every edition was sent exactly once or stands in the list of unknown ones.

    ./mvnw -q -DskipTests package && python3 src/bench/digest_year.py [--days 365] [--subscribers 100] [--seed 1]

Needs nothing but Python 3.9 and Java. What is expected is worked out here, from Python's own database of time zones.
"""
import argparse
import base64
import collections
import http.server
import json
import os
import pathlib
import random
import re
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from datetime import date, datetime, time as clock_time, timedelta, timezone
from zoneinfo import ZoneInfo

ZONES = """Europe/Berlin Europe/London Europe/Lisbon Europe/Moscow Europe/Istanbul Europe/Chisinau Africa/Cairo
Africa/Casablanca Africa/Lagos Africa/Johannesburg America/New_York America/Chicago America/Denver America/Phoenix
America/Los_Angeles America/Anchorage America/St_Johns America/Havana America/Sao_Paulo America/Santiago
America/Asuncion America/Mexico_City America/Caracas Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Kabul Asia/Yangon
Asia/Shanghai Asia/Tokyo Asia/Jerusalem Asia/Beirut Australia/Sydney Australia/Adelaide Australia/Lord_Howe
Australia/Eucla Pacific/Auckland Pacific/Chatham Pacific/Kiritimati Pacific/Marquesas""".split()

# what the mail server does to a session; the rest of the sessions go well
FAULTS = {
    "refuse": 8, "greet421": 8, "hang-greeting": 3, "hang-rcpt": 3, "mail451": 8, "rcpt451": 12, "data451": 8,
    "drop-body": 8, "dot451": 12, "drop-unseen": 6, "drop-stored": 6, "hang-dot": 3,
    "kill-connect": 1, "kill-mail": 1, "kill-rcpt": 1, "kill-data": 1, "kill-body": 1, "kill-dot-unseen": 1,
    "kill-dot-stored": 1, "kill-after": 2,
}


class Service:
    def __init__(self, folder, jar, smtp_port, feed_port, start):
        self.folder, self.jar, self.smtp_port, self.feed_port = folder, jar, smtp_port, feed_port
        self.clock = folder / "clock"
        self.set_clock(start)
        self.port = free_port()
        self.process = None
        self.starts = 0
        self.lock = threading.Lock()
        (folder / "feeds.yaml").write_text(
            "feeds:\n  - id: daily\n    title: Daily\n    url: http://127.0.0.1:%d/feed\n    interval: PT12H\n    fullText: false\n"
            % feed_port)

    def set_clock(self, instant):
        temporary = self.folder / "clock.new"
        temporary.write_text(instant.strftime("%Y-%m-%dT%H:%M:%SZ"))
        os.replace(temporary, self.clock)

    def start(self, flags=("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")):
        settings = {
            "labwire.clock-file": self.clock, "labwire.data-dir": self.folder / "data",
            "labwire.feeds-file": self.folder / "feeds.yaml", "labwire.admin.password": "rehearsal",
            "labwire.net.allowed-networks": "127.0.0.1/32", "labwire.poll.host-spacing": "PT0S",
            "labwire.mail.reply-timeout": "PT1S", "labwire.mail.connect-timeout": "PT1S",
            "labwire.mail.messages-per-minute": "1000000", "labwire.public-url": "https://labwire.example",
            "quarkus.http.host": "127.0.0.1", "quarkus.http.port": self.port, "quarkus.mailer.host": "127.0.0.1",
            "quarkus.mailer.port": self.smtp_port, "quarkus.mailer.from": "digest@labwire.example",
        }
        command = ["java", *flags, "-Xmx512m"]
        command += ["-D%s=%s" % setting for setting in settings.items()] + ["-jar", str(self.jar)]
        with open(self.folder / "log.txt", "ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=subprocess.STDOUT)
        self.starts += 1

    def kill(self):
        with self.lock:
            if self.process and self.process.poll() is None:
                self.process.kill()
                self.process.wait()

    def up(self):
        return self.process is not None and self.process.poll() is None

    def ask(self, method, path, body=None, content_type="application/json", patience=90):
        request = urllib.request.Request("http://127.0.0.1:%d%s" % (self.port, path), method=method, data=body)
        request.add_header("Authorization", "Basic " + base64.b64encode(b"admin:rehearsal").decode())
        request.add_header("Content-Type", content_type)
        with urllib.request.urlopen(request, timeout=patience) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def ensure(self):
        """Starts it anew where it was killed, and waits until it answers."""
        while True:
            if not self.up():
                self.start()
            try:
                urllib.request.urlopen("http://127.0.0.1:%d/q/health/live" % self.port, timeout=5).read()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)


class MailServer:
    """Keeps what it has taken responsibility for: by Message-ID, how often."""

    def __init__(self, chance):
        self.chance, self.service, self.faulty = chance, None, True
        self.stored = collections.Counter()
        self.done = collections.Counter()
        self.lock = threading.Lock()
        self.sick = set()
        outer = self

        class Session(socketserver.StreamRequestHandler):
            timeout = 30

            def handle(self):
                try:
                    outer.talk(self)
                except OSError:
                    pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 100

        self.server = Server(("127.0.0.1", 0), Session)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def fault(self):
        with self.lock:
            if not self.faulty or self.chance.random() > 0.12:
                return None
            return self.chance.choices(list(FAULTS), FAULTS.values())[0]

    def note(self, fault):
        with self.lock:
            self.done[fault] += 1

    def talk(self, session):
        fault = self.fault()

        def does(name):
            if fault == name:
                self.note(name)
                return True
            return False

        def dies(name):
            if does(name):
                self.service.kill()
                return True
            return False

        def say(text):
            session.wfile.write((text + "\r\n").encode())
            session.wfile.flush()

        if does("refuse") or dies("kill-connect"):
            return
        if does("greet421"):
            return say("421 busy")
        if does("hang-greeting"):
            return time.sleep(2)
        say("220 rehearsal")
        recipient = ""
        while True:
            line = session.rfile.readline().decode("ascii", "replace").strip()
            verb = line.split(" ")[0].split(":")[0].upper()
            if not line or verb == "QUIT":
                return
            if verb == "MAIL":
                if dies("kill-mail"):
                    return
                say("451 later" if does("mail451") else "250 ok")
                fault = None if fault == "mail451" else fault
            elif verb == "RCPT":
                recipient = line[line.index("<") + 1:line.index(">")]
                if dies("kill-rcpt"):
                    return
                if does("hang-rcpt"):
                    return time.sleep(2)
                say("550 no such mailbox" if recipient in self.sick else "451 later" if does("rcpt451") else "250 ok")
                fault = None if fault == "rcpt451" else fault
            elif verb == "DATA":
                if dies("kill-data"):
                    return
                if does("data451"):
                    say("451 later")
                    fault = None
                    continue
                say("354 go on")
                message = []
                while True:
                    part = session.rfile.readline()
                    if not part:
                        return
                    if part == b".\r\n":
                        break
                    message.append(part)
                    if len(message) == 5 and (does("drop-body") or dies("kill-body")):
                        return
                if does("dot451"):
                    say("451 later")
                    fault = None
                    continue
                if does("drop-unseen") or dies("kill-dot-unseen"):
                    return
                self.store(b"".join(message))
                if does("drop-stored") or dies("kill-dot-stored"):
                    return
                if does("hang-dot"):
                    return time.sleep(2)
                say("250 stored")
                if dies("kill-after"):
                    return
                fault = self.fault() if fault is None else fault
            else:
                say("250 ok")

    def store(self, message):
        head = message.split(b"\r\n\r\n", 1)[0].decode("ascii")
        identifier = re.search(r"^Message-ID:\s*<(.+?)>", head, re.M | re.I).group(1)
        with self.lock:
            self.stored[identifier] += 1


def feed_server(now, whole=None):
    """Serves one piece of news a day, or what it is given."""

    class Feed(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if whole:
                return self.answer(whole())
            today = now()
            items = []
            for back in range(5):
                day = today - timedelta(days=back)
                number = day.toordinal()
                name = "Alex %s" % "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()
                items.append(
                    "<item><guid>%d</guid><title>%s joins Mistral AI</title><link>http://127.0.0.1:%d/%d</link>"
                    "<pubDate>%s</pubDate><description>%s has joined Mistral AI as chief scientist, the company said."
                    "</description></item>"
                    % (number, name, self.server.server_address[1], number,
                       day.strftime("%a, %d %b %Y 06:00:00 +0000"), name))
            self.answer(("<rss version='2.0'><channel><title>Daily</title>%s</channel></rss>" % "".join(items)).encode())

        def answer(self, body):
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def due(day, at, zone):
    """When an edition is due: a time that is left out counts as the moment the clocks are put forward, a time that comes
    twice as its first."""
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    instant = local.astimezone(timezone.utc)
    if instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    low, high = instant - timedelta(hours=3), instant + timedelta(hours=3)
    before = low.astimezone(ZoneInfo(zone)).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(ZoneInfo(zone)).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--subscribers", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    parser.add_argument("--folder", help="kept; a temporary one unless given")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folder = pathlib.Path(options.folder or tempfile.mkdtemp(prefix="labwire-year"))
    folder.mkdir(parents=True, exist_ok=True)
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    end = start + timedelta(days=options.days)
    now = [start]

    mail = MailServer(random.Random(options.seed + 1))
    service = Service(folder, pathlib.Path(options.jar).resolve(), mail.port, feed_server(lambda: now[0]), start)
    mail.service = service
    mail.faulty = False
    service.ensure()

    subscribers = {}
    for number in range(options.subscribers):
        zone = ZONES[number % len(ZONES)]
        at = clock_time(chance.choice([0, 1, 2, 2, 6, 7, 7, 8, 12, 18, 23]), chance.choice([0, 15, 30, 45]))
        subscribers["reader%d@example.org" % number] = (zone, at)
    lines = [{"email": email, "timeZone": zone, "deliverAt": at.strftime("%H:%M"), "whenQuiet": True}
             for email, (zone, at) in subscribers.items()]
    came = service.ask("POST", "/api/v1/admin/subscriptions", json.dumps(lines).encode())
    assert came["imported"] == len(lines), came
    ids = {}
    cursor = ""
    while cursor is not None:
        page = service.ask("GET", "/api/v1/admin/subscriptions?limit=500" + (cursor and "&cursor=" + cursor))
        ids.update({item["email"]: item["id"] for item in page["items"]})
        cursor = page["next"]

    # the mailboxes of these do not exist
    mail.sick = set(list(subscribers)[:2])
    mail.faulty = True
    steps = timed_kills = outages = set_back = 0
    began = time.time()
    while now[0] < end:
        jump = timedelta(minutes=chance.choice([20, 60, 120, 180, 240, 300, 360, 420]))
        kind = chance.random()
        if kind < 0.01:
            service.kill()
            outages += 1
            jump = timedelta(hours=chance.randint(3, 10))
        now[0] = min(end, now[0] + jump)
        if kind > 0.98:
            back = now[0] - timedelta(minutes=chance.randint(20, 120))
            service.set_clock(back)
            set_back += 1
            turn(service)
        service.set_clock(now[0])
        timer = None
        if kind > 0.02 and chance.random() < 0.015:
            timer = threading.Timer(chance.random() * 0.4, service.kill)
            timed_kills += 1
            timer.start()
        turn(service)
        if timer:
            timer.join()
        steps += 1
        if steps % 200 == 0:
            print("%s: %d steps, %d starts, %d messages stored, %.0f s" % (
                now[0].date(), steps, service.starts, sum(mail.stored.values()), time.time() - began), flush=True)

    mail.faulty = False
    # what was postponed has its next attempt later; the editions of that later time are not looked at
    service.set_clock(end + timedelta(hours=6))
    turn(service)
    sys.exit(0 if judge(service, mail, subscribers, ids, start, end, steps, timed_kills, outages, set_back, began) else 1)


def turn(service):
    """Composes and sends all that is due, at once; where it is killed meanwhile, again."""
    while True:
        service.ensure()
        failures = []

        def post(path):
            try:
                service.ask("POST", path)
            except (urllib.error.URLError, OSError, ValueError) as failure:
                failures.append(failure)

        sending = threading.Thread(target=post, args=("/api/v1/admin/deliveries/send",))
        sending.start()
        post("/api/v1/admin/digest/compose")
        sending.join()
        post("/api/v1/admin/deliveries/send")
        if not failures:
            return


def judge(service, mail, subscribers, ids, start, end, steps, timed_kills, outages, set_back, began):
    states = {}
    cursor = ""
    while cursor is not None:
        page = service.ask("GET", "/api/v1/admin/deliveries?kind=edition&limit=500" + (cursor and "&cursor=" + cursor))
        for item in page["items"]:
            states[item["occasion"].split("/", 1)[1]] = item["state"]
        cursor = page["next"]
    service.kill()
    expected = set()
    for email, (zone, at) in subscribers.items():
        if email in mail.sick:
            continue
        day = date(start.year, 1, 1) - timedelta(days=2)
        while day <= end.date() + timedelta(days=2):
            if start < due(day, at, zone) <= end:
                expected.add("%s/%s" % (ids[email], day))
            day += timedelta(days=1)
    count = collections.Counter()
    wrong = []
    for occasion in sorted(expected):
        stored = mail.stored["edition.%s@labwire.example" % occasion.replace("/", ".")]
        state = states.get(occasion, "missing")
        count["%s, stored %d times" % (state, stored)] += 1
        if not (state == "sent" and stored == 1 or state == "unknown" and stored <= 1):
            wrong.append((occasion, state, stored))
    beyond = [identifier for identifier, number in mail.stored.items() if number > 1]
    refused = collections.Counter(
        state for occasion, state in states.items() if occasion.split("/")[0] in {ids[email] for email in mail.sick})
    print("\neditions to %d mailboxes that do not exist: %s" % (len(mail.sick), dict(refused)))
    if set(refused) != {"dead"} or refused["dead"] != 3 * len(mail.sick):
        wrong.append(("mailboxes that do not exist", dict(refused), 0))
    print("editions expected: %d, of %d subscribers in %d zones" % (
        len(expected), len(subscribers), len({zone for zone, _ in subscribers.values()})))
    for line, number in sorted(count.items()):
        print("  %s: %d" % (line, number))
    print("steps %d, starts %d, kills by the clock %d, outages %d, clock set back %d, %.0f s" % (
        steps, service.starts, timed_kills, outages, set_back, time.time() - began))
    print("faults of the mail server: %s" % dict(sorted(mail.done.items())))
    print("stored more than once: %d" % len(beyond))
    print("editions that nobody expected: %d" % len(
        [occasion for occasion in states
         if occasion not in expected and due_before(occasion, subscribers, ids, end, mail.sick)]))
    for occasion, state, stored in wrong[:20]:
        print("WRONG: %s is %s and was stored %d times" % (occasion, state, stored))
    print("wrong: %d" % len(wrong))
    return not wrong and not beyond


def due_before(occasion, subscribers, ids, end, sick):
    identifier, day = occasion.split("/")
    email = next(email for email, known in ids.items() if known == identifier)
    zone, at = subscribers[email]
    return email not in sick and due(date.fromisoformat(day), at, zone) <= end


if __name__ == "__main__":
    main()
