#!/usr/bin/env python3
"""Measures a morning: many subscribers whose editions are due at one moment, composed, rendered and handed to a mail server
that takes everything.

    ./mvnw -q -DskipTests package && python3 src/bench/digest_load.py [--subscribers 10000]

Needs nothing but Python 3.9 and Java. Prints how long composing took, how much memory was in use meanwhile, and how many
mails had been taken by the time the last edition was composed.
"""
import argparse
import json
import pathlib
import random
import tempfile
import threading
import time
import urllib.request
from datetime import datetime, timedelta, timezone

import digest_year

LANGUAGES = ["en", "de", "es", "fr", "hi", "ja", "zh"]
LABS = ["OpenAI", "Anthropic", "Google", "Mistral AI", "xAI", "Meta", "Microsoft", "Cohere", "Apple", "Amazon"]
FILTERS = [{}, {"type": "people_move"}, {"type": "model_release"}, {"type": ["people_move", "deal"]}, {"minSources": 1},
           {"status": "confirmed"}] + [{"organization": lab} for lab in LABS]


def news(day):
    chance = random.Random(7)
    items = []
    for number in range(200):
        name = "Alex %s" % "".join(chance.choice("aeioulnrst") for _ in range(8)).capitalize()
        origin, goal = chance.sample(LABS, 2)
        text = "%s has left %s and joined %s as head of research, the company said on Tuesday. %s" % (
            name, origin, goal, "The move was expected. " * 10)
        items.append("<item><guid>%d</guid><title>%s joins %s</title><link>http://127.0.0.1/%d</link><pubDate>%s</pubDate>"
                     "<description>%s</description></item>" % (
                         number, name, goal, number, day.strftime("%a, %d %b %Y 06:00:00 +0000"), text))
    return ("<rss version='2.0'><channel><title>Daily</title>%s</channel></rss>" % "".join(items)).encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--subscribers", type=int, default=10000)
    parser.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="labwire-morning"))
    start = datetime(2026, 5, 19, 8, tzinfo=timezone.utc)
    mail = digest_year.MailServer(random.Random(1))
    mail.faulty = False
    feed = news(start)
    service = digest_year.Service(
        folder, pathlib.Path(options.jar).resolve(), mail.port, digest_year.feed_server(lambda: start, lambda: feed), start)
    service.start(flags=())
    service.ensure()
    while len(service.ask("GET", "/api/v1/events?limit=500")["items"]) < 150:
        time.sleep(0.5)
    time.sleep(3)
    for first in range(0, options.subscribers, 2000):
        lines = [{"email": "reader%d@example.org" % number, "timeZone": "UTC", "deliverAt": "07:30",
                  "language": LANGUAGES[number % len(LANGUAGES)], "filter": FILTERS[number % len(FILTERS)],
                  "whenQuiet": True}
                 for number in range(first, min(first + 2000, options.subscribers))]
        came = service.ask("POST", "/api/v1/admin/subscriptions", json.dumps(lines).encode())
        assert came["imported"] == len(lines), came

    memory, done = [], threading.Event()

    def watch():
        while not done.is_set():
            metrics = urllib.request.urlopen("http://127.0.0.1:%d/q/metrics" % service.port).read().decode()
            used = sum(float(line.rsplit(" ", 1)[1]) for line in metrics.splitlines()
                       if line.startswith("jvm_memory_used_bytes") and 'area="heap"' in line)
            resident = next(int(line.split()[1]) for line in open("/proc/%d/status" % service.process.pid)
                            if line.startswith("VmRSS"))
            memory.append((used / 1e6, resident / 1e3))
            time.sleep(1)

    watching = threading.Thread(target=watch)
    watching.start()
    service.set_clock(start + timedelta(days=1))
    began = time.time()
    composed = 0
    while composed < options.subscribers:
        service.ask("POST", "/api/v1/admin/digest/compose", patience=600)
        composed = count(service)
    took = time.time() - began
    taken = sum(mail.stored.values())
    while sum(mail.stored.values()) < options.subscribers and time.time() - began < 900:
        time.sleep(0.2)
    sent = time.time() - began
    done.set()
    watching.join()
    service.kill()
    print("editions composed and rendered: %d in %.1f s" % (options.subscribers, took))
    print("mails taken by then: %d; all %d after %.1f s" % (taken, sum(mail.stored.values()), sent))
    print("heap in use, MB (-Xmx512m): %s" % ", ".join("%.0f" % used for used, _ in memory[:: max(1, len(memory) // 20)]))
    print("resident, MB: %.0f at first, %.0f at most" % (memory[0][1], max(resident for _, resident in memory)))


def count(service):
    metrics = urllib.request.urlopen("http://127.0.0.1:%d/q/metrics" % service.port).read().decode()
    return int(sum(float(line.rsplit(" ", 1)[1]) for line in metrics.splitlines()
                   if line.startswith("labwire_editions_total")))


if __name__ == "__main__":
    main()
