#!/usr/bin/env python3
"""Measures polling: thousands of feeds, from empty, then unchanged, then with one new entry each.

usage: polling.py --server http://127.0.0.1:8099 [--feeds 4000] [--items 20] [--rounds 3] [--jar JAR]
                  [--port 8196] [--heap 400m] [--data DIR] [--content]

The server is one that generates feeds: GET /synthetic/N?items=K with validators, a state of its own that
GET /version/V sets (each state has one entry more), both at http://127.0.0.1. It runs beside the service on the same
machine, so its own processor time is a part of every figure. Prints, for each round, feeds/s from the first to the last
answer stored, entries stored/s, processor seconds of the service per 1,000 polls, and its peak of resident memory; at the
end, how fast the steps behind the poller are.
"""
import argparse, base64, json, os, re, shutil, signal, subprocess, sys, tempfile, time, urllib.request

PASSWORD = "bench-password"


def ask(url, method="GET", key=None):
    request = urllib.request.Request(url, method=method, data=b"" if method == "POST" else None)
    if key:
        request.add_header("Authorization", "Bearer " + key)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read().decode()


class Service:
    def __init__(self, args, directory):
        self.key = None
        self.base = "http://127.0.0.1:%d" % args.port
        try:
            ask(self.base + "/q/health/live")
            sys.exit("something listens on port %d already" % args.port)
        except OSError:
            pass
        log = open(os.path.join(directory, "service.log"), "w")
        settings = {
            "quarkus.http.port": args.port, "labwire.feeds-file": os.path.join(directory, "feeds.yaml"),
            "labwire.data-dir": os.path.join(directory, "data"), "labwire.admin.password": PASSWORD,
            "labwire.net.allowed-networks": "127.0.0.1/32", "labwire.poll.host-spacing": "PT0S",
            "labwire.poll.host-concurrency": 1000, "labwire.poll.workers": args.workers,
            "quarkus.log.category.\"dev.labwire.feed\".level": "WARN",
        }
        command = ["java", "-Xmx" + args.heap] + args.java + ["-D%s=%s" % pair for pair in settings.items()]
        self.process = subprocess.Popen(command + ["-jar", args.jar], stdout=log, stderr=log, cwd=directory)
        for _ in range(600):
            try:
                ask(self.base + "/q/health/live")
                return
            except OSError:
                if self.process.poll() is not None:
                    sys.exit("the service did not start; see " + log.name)
                time.sleep(0.1)
        sys.exit("the service is not up after a minute")

    def metrics(self):
        """With a key: checking the password takes a good part of a tenth of a second each time."""
        if not self.key:
            request = urllib.request.Request(self.base + "/api/v1/admin/keys", method="POST",
                data=b'{"name": "bench", "scope": "admin"}', headers={"Content-Type": "application/json",
                "Authorization": "Basic " + base64.b64encode(("admin:" + PASSWORD).encode()).decode()})
            self.key = json.loads(urllib.request.urlopen(request, timeout=60).read())["key"]
        request = urllib.request.Request(self.base + "/q/metrics", headers={"Authorization": "Bearer " + self.key})
        sums = {}
        for line in urllib.request.urlopen(request, timeout=60).read().decode().splitlines():
            match = re.match(r"(labwire_\w+)(\{[^}]*\})? (\S+)$", line)
            if match:
                sums[match[1] + (match[2] or "")] = float(match[3])
        return sums

    def counted(self, name):
        return sum(value for key, value in self.metrics().items() if key.startswith(name))

    def cpu(self):
        fields = open("/proc/%d/stat" % self.process.pid).read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self):
        return int(re.search(r"VmHWM:\s+(\d+)", open("/proc/%d/status" % self.process.pid).read())[1]) // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--server", required=True)
    parser.add_argument("--feeds", type=int, default=4000)
    parser.add_argument("--items", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    parser.add_argument("--port", type=int, default=8196)
    parser.add_argument("--heap", default="320m")
    parser.add_argument("--workers", type=int, default=32)
    parser.add_argument("--data")
    parser.add_argument("--content", action="store_true", help="entries with full text")
    parser.add_argument("--java", action="append", default=[], help="a further option for the JVM")
    parser.add_argument("--settle", action="store_true", help="let the steps behind the poller finish after the first round")
    parser.add_argument("--keep", action="store_true")
    args = parser.parse_args()
    args.jar = os.path.abspath(args.jar)
    directory = args.data or tempfile.mkdtemp(prefix="labwire-polling-")
    os.makedirs(directory, exist_ok=True)
    version = 1
    ask(args.server + "/version/%d" % version)
    query = "?items=%d%s" % (args.items, "&content=1" if args.content else "")
    with open(os.path.join(directory, "feeds.yaml"), "w") as out:
        out.write("feeds:\n")
        for number in range(args.feeds):
            out.write("  - {id: synthetic-%d, title: Synthetic %d, url: \"%s/synthetic/%d%s\", tags: [bench],"
                      " interval: P1D, fullText: false}\n" % (number, number, args.server, number, query))
    service = Service(args, directory)
    try:
        started = time.time()
        measure(service, "from empty", args.feeds, 0, started, service.cpu(), 0)
        behind = service.counted("labwire_feed_items_total")
        if args.settle:
            print("  the steps behind took %.0f s more, peak %d MB" % (settled(service), service.peak()), flush=True)
        for number in range(args.rounds):
            round_of(service, args, "unchanged %d" % (number + 1))
        for number in range(args.rounds):
            version += 1
            ask(args.server + "/version/%d" % version)
            round_of(service, args, "one new %d" % (number + 1))
        print("all polls done after %.0f s; entries %d, of them from empty %d" % (
            time.time() - started, service.counted("labwire_feed_items_total"), behind))
        behind_it(service)
    finally:
        service.process.send_signal(signal.SIGTERM)
        service.process.wait(60)
        if not args.keep and not args.data:
            shutil.rmtree(directory)


def round_of(service, args, name):
    before = service.counted("labwire_polls_seconds_count")
    entries = service.counted("labwire_feed_items_total")
    started = time.time()
    ask(service.base + "/api/v1/admin/tags/bench/poll", "POST", key=service.key)
    cpu = service.cpu()
    measure(service, name, args.feeds, before, started, cpu, entries)


def measure(service, name, feeds, before, started, cpu, entries):
    """Waits until so many more polls are stored; the clock runs from the first of them, for a round waits for a tick."""
    first = 0
    while True:
        done = service.counted("labwire_polls_seconds_count") - before
        if done and not first:
            first, started = done, time.time()
        if done >= feeds:
            break
        if time.time() - started > 900:
            sys.exit("%s: %d polls only after 15 minutes" % (name, done))
        time.sleep(0.05)
    took = max(time.time() - started, 0.001)
    stored = service.counted("labwire_feed_items_total") - entries
    print("%-12s %7.1f s %8.0f feeds/s %8.0f entries/s %6.2f CPU s per 1,000 polls, peak %d MB" % (
        name, took, (feeds - first) / took, stored / took, 1000 * (service.cpu() - cpu) / feeds, service.peak()), flush=True)


def progress(service):
    found = json.loads(ask(service.base + "/api/v1/admin/reextract", key=service.key))
    return found["articles"], found["read"]


def behind_it(service):
    """How fast the steps behind the poller are, once they have the machine to themselves."""
    articles, read = progress(service)
    time.sleep(60)
    later_articles, later_read = progress(service)
    print("behind: %d articles of these entries were made and %d read meanwhile; in the next minute %.0f a second were made and"
          " %.0f read, peak %d MB" % (articles, read, (later_articles - articles) / 60, (later_read - read) / 60, service.peak()))


def settled(service):
    """Waits until the steps behind the poller have nothing left to do; how long that took."""
    started, quiet = time.time(), 0
    while quiet < 2:
        cpu = service.cpu()
        time.sleep(3)
        quiet = quiet + 1 if service.cpu() - cpu < 0.3 else 0
    return time.time() - started - 6


if __name__ == "__main__":
    main()
