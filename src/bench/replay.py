#!/usr/bin/env python3
"""Replay the history of real feeds, day by day, through the packaged service.

    replay.py --feedserver FEEDSERVER.PY --history DIR [--jar target/quarkus-app/quarkus-run.jar]

DIR holds a folder of dated versions for each feed, and summary.json with the articles that are to be in the store at the end.
The clock of the feed server is set to each date on which some feed has another version; every feed is polled, and what it
brings is read and placed before the next date. Prints for each feed the articles stored and expected, and of the whole:

  announced   events that ever appeared among the changes
  gone        of these, events that no article tells of any more, or that went into another: announced once too often
  twice       pairs of living events of one kind, person or model, and organisations that share a source
  behind      articles whose state at the end is not the one that is read and placed
"""
import argparse, base64, collections, itertools, json, os, socket, subprocess, sys, tempfile, time, urllib.parse, urllib.request
from pathlib import Path

PASSWORD = "replay"


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Service:
    def __init__(self, base):
        self.base = base

    def ask(self, path, method="GET"):
        request = urllib.request.Request(self.base + path, method=method)
        request.add_header("Authorization", "Basic " + base64.b64encode(f"admin:{PASSWORD}".encode()).decode())
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)

    def await_ready(self):
        for _ in range(300):
            try:
                urllib.request.urlopen(self.base + "/q/health/ready", timeout=5)
                return
            except OSError:
                time.sleep(0.2)
        sys.exit("the service does not start")

    def await_placed(self):
        """Until everything that the polls brought is read and placed, twice in a row."""
        still = 0
        while still < 2:
            state = self.ask("/api/v1/admin/reextract")
            still = still + 1 if state["read"] == state["articles"] and state["waiting"] == 0 else 0
            time.sleep(0.6)
        return state


def subject(event):
    body = event.get("move") or event.get("release") or event.get("deal")
    who = (body.get("person") or body.get("model") or {}).get("id", "")
    parties = [(body.get(end) or {}).get("id", "") for end in ("from", "to")] + sorted(o["id"] for o in body.get("organizations") or [])
    return event["type"], event["kind"], who, tuple(parties)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--feedserver", required=True)
    arguments.add_argument("--history", required=True)
    arguments.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    given = arguments.parse_args()
    history = Path(given.history)
    expected = json.loads((history / "summary.json").read_text())
    days = sorted({f.stem for name in expected for f in (history / name).glob("????-??-??.xml")})
    feeds, http = port(), port()
    folder = Path(tempfile.mkdtemp(prefix="labwire-replay"))
    slug = lambda name: name.replace("_", "-")
    (folder / "feeds.yaml").write_text("feeds:\n" + "".join(
        f"  - id: {slug(name)}\n    title: {name}\n    url: http://127.0.0.1:{feeds}/replay/{name}\n    interval: P1D\n    fullText: false\n" for name in expected))
    server = subprocess.Popen([sys.executable, given.feedserver, "--port", str(feeds), "--history", str(history), "--quiet"],
                              stdout=subprocess.DEVNULL)
    clock = lambda day: urllib.request.urlopen(f"http://127.0.0.1:{feeds}/clock/{day}").read()
    environment = dict(os.environ, QUARKUS_HTTP_PORT=str(http), LABWIRE_DATA_DIR=str(folder / "data"), LABWIRE_FEEDS_FILE=str(folder / "feeds.yaml"),
                       LABWIRE_ADMIN_PASSWORD=PASSWORD, LABWIRE_NET_ALLOWED_NETWORKS="127.0.0.1/32", LABWIRE_POLL_HOST_SPACING="PT0S",
                       LABWIRE_POLL_HOST_CONCURRENCY="100")
    for _ in range(100):
        try:
            clock(days[0])
            break
        except OSError:
            time.sleep(0.1)
    log = open(folder / "service.log", "w")
    process = subprocess.Popen(["java", "-jar", given.jar], env=environment, stdout=log, stderr=log)
    service = Service(f"http://127.0.0.1:{http}")
    try:
        service.await_ready()
        cursor, announced, gone, errors = "0", set(), collections.Counter(), collections.Counter()
        for day in days:
            clock(day)
            for name in expected:
                fetched = service.ask(f"/api/v1/admin/feeds/{slug(name)}/poll", "POST")
                errors[name] += fetched["status"] not in (200, 304, 404)
            state = service.await_placed()
            while True:
                page = service.ask(f"/api/v1/events?salience=any&limit=500&changedSince={urllib.parse.quote(cursor)}")
                for event in page["items"]:
                    if event.get("gone"):
                        gone["merged" if event["mergedInto"] else "told no more"] += event["id"] in announced
                    else:
                        announced.add(event["id"])
                cursor = page["changes"]
                if not page["next"]:
                    break
        right = 0
        for feed in service.ask("/api/v1/admin/feeds")["items"]:
            want = expected[feed["title"]]["articles"]
            right += feed["articles"] == want
            print(f"{feed['title']:28} articles {feed['articles']:4}  expected {want:4}{'' if feed['articles'] == want else '  DIFFERS'}"
                  + (f"  {errors[feed['title']]} failed polls" if errors[feed["title"]] else ""))
        events, next_page = [], ""
        while next_page is not None:
            page = service.ask("/api/v1/events?salience=any&limit=500" + (f"&cursor={next_page}" if next_page else ""))
            events += page["items"]
            next_page = page["next"]
        twice = [(a["headline"], a["occurredOn"], b["occurredOn"]) for a, b in itertools.combinations(events, 2)
                 if subject(a) == subject(b) and {s["url"] for s in a["sources"]} & {s["url"] for s in b["sources"]}]
        print(f"{len(days)} days, {right} of {len(expected)} feeds as expected; events {len(events)}, announced {len(announced)}, "
              f"gone {dict(gone)}, twice {len(twice)}, behind {state['articles'] - state['read'] + state['waiting']}")
        for pair in twice:
            print("TWICE", *pair)
    finally:
        process.terminate()
        process.wait(30)
        server.terminate()
        errors_logged = [line for line in open(folder / "service.log") if " ERROR " in line]
        print(f"{len(errors_logged)} ERROR lines in the log", *errors_logged[:3])


if __name__ == "__main__":
    main()
