#!/usr/bin/env python3
"""Measures what one dripping, one endless and one hanging host cost the feeds of others.

usage: isolation.py --server-port 8098 [--feeds 500] [--rounds 5] [--jar JAR] [--port 8195]

A feed server that generates feeds (/synthetic/N, /version/V) must listen on all addresses of this machine (0.0.0.0), for
the good feeds stand on 50 addresses of the loopback network. The bad hosts are made here, with 20 feeds each. The service runs with
its ordinary politeness (a second between two requests to a host, two at once). All good feeds are made due at the same
time, round after round, first without the bad ones, then with them; printed is how late polls of the good ones began.
"""
import argparse, json, os, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request

PASSWORD = "bench-password"
BAD_FEEDS = 20


def bad_host(behave):
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", 0))
    server.listen(64)

    def serve(connection):
        try:
            connection.recv(65536)
            behave(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def accept():
        while True:
            threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return server.getsockname()[1]


def hang(connection):
    time.sleep(300)


def drip(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 1000000\r\n\r\n<rss>")
    for _ in range(300):
        connection.sendall(b" ")
        time.sleep(1)


def endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel>")
    while True:
        connection.sendall(b"<item><title>x</title></item>" * 100)
        time.sleep(0.02)


class Service:
    def __init__(self, args, bad):
        directory = tempfile.mkdtemp(prefix="labwire-isolation-")
        self.base = "http://127.0.0.1:%d" % args.port
        with open(os.path.join(directory, "feeds.yaml"), "w") as out:
            out.write("feeds:\n")
            for number in range(args.feeds):
                out.write('  - {id: good-%d, url: "http://127.0.1.%d:%d/synthetic/%d?items=5", tags: [good], interval: P1D,'
                          ' fullText: false}\n' % (number, 1 + number % 50, args.server_port, number))
            for name, port in bad.items():
                for number in range(BAD_FEEDS):
                    out.write('  - {id: %s-%d, url: "http://127.0.0.1:%d/%d", tags: [bad], interval: P1D}\n' % (
                        name, number, port, number))
        settings = {"quarkus.http.port": args.port, "labwire.feeds-file": os.path.join(directory, "feeds.yaml"),
                    "labwire.data-dir": os.path.join(directory, "data"), "labwire.admin.password": PASSWORD,
                    "labwire.net.allowed-networks": "127.0.0.0/8", "quarkus.log.category.\"dev.labwire.feed\".level": "WARN"}
        command = ["java", "-Xmx256m", "-XX:+UseSerialGC"] + ["-D%s=%s" % pair for pair in settings.items()]
        log = open(os.path.join(directory, "service.log"), "w")
        self.process = subprocess.Popen(command + ["-jar", args.jar], stdout=log, stderr=log, cwd=directory)
        self.key = None
        for _ in range(600):
            try:
                self.ask("GET", "/q/health/live")
                break
            except OSError:
                time.sleep(0.1)
        self.key = self.ask("POST", "/api/v1/admin/keys", {"name": "bench", "scope": "admin"})["key"]

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=json.dumps(body).encode() if body else b"" if method == "POST" else None)
        if body:
            request.add_header("Content-Type", "application/json")
        import base64
        request.add_header("Authorization", "Bearer " + self.key if self.key else
                           "Basic " + base64.b64encode(("admin:" + PASSWORD).encode()).decode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
            return json.loads(text) if text[:1] in b"{[" else None

    def polled(self, since):
        feeds = [feed for feed in self.ask("GET", "/api/v1/admin/feeds")["items"] if feed["id"].startswith("good")]
        return all(feed["lastPolledAt"] and feed["lastPolledAt"] >= since for feed in feeds)


def now():
    import datetime
    return datetime.datetime.now(datetime.timezone.utc).isoformat().replace("+00:00", "Z")


def run(args, bad):
    service = Service(args, bad)
    try:
        started = now()
        while not service.polled("2000"):
            time.sleep(1)
        for _ in range(args.rounds):
            if bad:
                service.ask("POST", "/api/v1/admin/tags/bad/poll")
            time.sleep(1)
            started = now()
            service.ask("POST", "/api/v1/admin/tags/good/poll")
            while not service.polled(started):
                time.sleep(0.5)
        late = []
        for number in range(args.feeds):
            fetches = service.ask("GET", "/api/v1/admin/feeds/good-%d/fetches" % number)["items"]
            late += [fetch["lateMillis"] for fetch in fetches[:args.rounds]]
        late.sort()
        return sum(late) / len(late), late[len(late) // 2], late[len(late) * 95 // 100], late[-1]
    finally:
        service.process.send_signal(signal.SIGTERM)
        service.process.wait(60)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--server-port", type=int, required=True)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    parser.add_argument("--port", type=int, default=8195)
    args = parser.parse_args()
    args.jar = os.path.abspath(args.jar)
    bad = {"hanging": bad_host(hang), "dripping": bad_host(drip), "endless": bad_host(endless)}
    without = run(args, {})
    print("without: mean %.0f ms late, median %d, 95 %% %d, latest %d" % without, flush=True)
    together = run(args, bad)
    print("with:    mean %.0f ms late, median %d, 95 %% %d, latest %d" % together, flush=True)
    print("mean %+.1f %%, median %+.1f %%, 95 %% %+.1f %%" % tuple(
        100 * (one / other - 1) for one, other in zip(together[:3], without[:3])))


if __name__ == "__main__":
    main()
