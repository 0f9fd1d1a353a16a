#!/usr/bin/env python3
"""Asks the service to preview and to poll every path on which a feed server misbehaves, and prints what came of each.

usage: special_paths.py --server http://127.0.0.1:8099 [--jar JAR] [--port 8197]

The server is one that misbehaves on request (see PATHS below) and counts, at /canary/*, who follows what it plants. The
service may reach 127.0.0.1 only; redirects and canaries point at its neighbours 127.0.0.2 and others as well. Prints for each path the
outcome, the time, the peak of resident memory and the message that a person sees. Fails when a canary was asked, when a poll
took longer than the deadline of 30 s and a little, or when another address was reached.
"""
import argparse, base64, json, os, re, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request
from urllib.parse import quote

PASSWORD = "bench-password"
PATHS = [
    "/synthetic/1", "/synthetic/2?format=atom", "/synthetic/3?format=json", "/slow/3/synthetic/1", "/slow/40/synthetic/1",
    "/drip/5/synthetic/1?items=50", "/drip/60/synthetic/1?items=50", "/status/200/synthetic/1", "/status/204/x",
    "/status/400/x", "/status/401/x", "/status/403/x", "/status/404/x", "/status/410/x", "/status/418/x",
    "/status/429/x?retry=172800", "/status/429/x?retry_date=1", "/status/429/x?retry=none", "/status/429/x?retry=999999999999",
    "/status/500/x", "/status/502/x", "/status/503/x?retry=7200", "/status/504/x",
    "/redirect/301/synthetic/1", "/redirect/302/synthetic/1", "/redirect/307/synthetic/1", "/redirect/308/synthetic/1",
    "/redirect-chain/3/synthetic/1", "/redirect-chain/20/synthetic/1", "/redirect-loop", "/redirect-loop/2",
    "/redirect-to/302?url=file:///etc/passwd", "/redirect-to/302?url=http://169.254.169.254/latest/meta-data/",
    "/redirect-to/302?url=http://127.0.0.2:{other}/canary/redirect", "/redirect-to/302?url=http://[::1]:{port}/canary/six",
    "/redirect-to/302?url=http://[::ffff:127.0.0.2]:{other}/canary/mapped", "/redirect-to/302?url=http://0x7f000002:{other}/canary/hex",
    "/redirect-to/302?url=http://2130706434:{other}/canary/number", "/redirect-to/302?url=http://127.2:{other}/canary/short",
    "/redirect-to/302?url=gopher://127.0.0.1:1/", "/redirect-to/302?url=javascript:alert(1)",
    "/redirect-to/302?url=http://user:word@127.0.0.2:{other}/canary/user", "/redirect-to/302?url=//127.0.0.2:{other}/canary/relative",
    "/truncated/synthetic/1?items=50", "/huge/5", "/huge/50", "/huge/0", "/gzip-bomb/5", "/gzip-bomb/2000",
    "/xxe", "/xxe/file", "/xxe/http", "/xxe/param", "/xxe/billion", "/xxe/quadratic", "/xxe/xinclude", "/xxe/entities",
    "/html-instead", "/html-instead/synthetic/1?type=application/rss%2Bxml", "/bad-encoding/cp1252/synthetic/1",
    "/bad-encoding/utf16/synthetic/1", "/bad-encoding/bom/synthetic/1", "/bad-encoding/header/synthetic/1",
    "/bad-encoding/invalid/synthetic/1", "/bad-encoding/control/synthetic/1", "/wrong-type/text-plain/synthetic/1",
    "/wrong-type/none/synthetic/1", "/wrong-type/image-png/synthetic/1", "/no-validators/synthetic/1", "/etag-flap/synthetic/1",
    "/weak/synthetic/1", "/reset", "/reset/500/synthetic/1?items=50", "/flaky/0.5/synthetic/1", "/auth/ann/word/synthetic/1",
    "/synthetic/9?items=2000", "/nothing-here", "/drip/20/huge/20", "/slow/1/redirect-chain/5/synthetic/1",
    "/drip/60/gzip-bomb/100", "/wrong-type/text-html/huge/20",
]


class Service:
    def __init__(self, args, directory):
        self.base = "http://127.0.0.1:%d" % args.port
        log = open(os.path.join(directory, "service.log"), "w")
        open(os.path.join(directory, "feeds.yaml"), "w").write("feeds: []\n")
        settings = {"quarkus.http.port": args.port, "labwire.feeds-file": os.path.join(directory, "feeds.yaml"),
                    "labwire.data-dir": os.path.join(directory, "data"), "labwire.admin.password": PASSWORD,
                    "labwire.net.allowed-networks": "127.0.0.1/32", "labwire.poll.host-spacing": "PT0S",
                    "labwire.poll.host-concurrency": 100, "labwire.limits.probes-per-minute": 100000}
        command = ["java", "-Xmx256m", "-XX:+UseSerialGC"] + ["-D%s=%s" % pair for pair in settings.items()]
        self.process = subprocess.Popen(command + ["-jar", args.jar], stdout=log, stderr=log, cwd=directory)
        for _ in range(600):
            try:
                urllib.request.urlopen(self.base + "/q/health/live", timeout=5)
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("the service is not up")

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        request.add_header("Authorization", "Basic " + base64.b64encode(("admin:" + PASSWORD).encode()).decode())
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.loads(refusal.read() or b"null")

    def peak(self):
        status = open("/proc/%d/status" % self.process.pid).read()
        peak = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024
        open("/proc/%d/clear_refs" % self.process.pid, "w").write("5")
        return peak


def listener(reached):
    """Counts connections to all of the neighbours of the address that may be reached."""
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.2", 0))
    server.listen()

    def accept():
        while True:
            connection, peer = server.accept()
            reached.append(peer)
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    return server.getsockname()[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--server", required=True)
    parser.add_argument("--jar", default="target/quarkus-app/quarkus-run.jar")
    parser.add_argument("--port", type=int, default=8197)
    args = parser.parse_args()
    args.jar = os.path.abspath(args.jar)
    reached = []
    other = listener(reached)
    urllib.request.urlopen(args.server + "/stats/reset").read()
    service = Service(args, tempfile.mkdtemp(prefix="labwire-special-"))
    faults = []
    try:
        for number, path in enumerate(PATHS):
            special = path.replace("{other}", str(other)).replace("{port}", args.server.rsplit(":", 1)[1])
            if "?url=" in special:
                start, target = special.split("?url=", 1)
                special = start + "?url=" + quote(target, safe="")
            feed = {"id": "special-%d" % number, "url": args.server + special}
            status, added = service.ask("POST", "/api/v1/admin/feeds", feed)
            if status >= 400:
                print("%-62s refused: %s" % (path, added))
                continue
            started = time.time()
            status, poll = service.ask("POST", "/api/v1/admin/feeds/%s/poll" % feed["id"])
            while status == 409:
                # the poller was quicker
                time.sleep(0.2)
                status, fetches = service.ask("GET", "/api/v1/admin/feeds/%s/fetches" % feed["id"])
                poll = fetches["items"][0] if fetches.get("items") else None
                status = 200 if poll else 409
            took = max(time.time() - started, poll.get("millis", 0) / 1000)
            state = service.ask("GET", "/api/v1/admin/feeds/%s" % feed["id"])[1]
            service.ask("POST", "/api/v1/admin/feeds/%s/pause" % feed["id"])
            print("%-62s %-9s %5s %6.2f s %5d MB  %s %s" % (
                path[:62], poll["outcome"], poll["status"] or "-", took, service.peak(),
                poll["error"] or "%d new" % poll["new"], ("| " + state["alarm"]) if state["alarm"] else ""), flush=True)
            if took > 33:
                faults.append("%s took %.1f s" % (path, took))
        canaries = json.loads(urllib.request.urlopen(args.server + "/stats").read())["canaries"]
        if canaries:
            faults.append("canaries asked: %s" % canaries)
        if reached:
            faults.append("127.0.0.2 was reached %d times" % len(reached))
        ready = service.ask("GET", "/q/health/ready")[0]
        if ready != 200:
            faults.append("not ready afterwards: %s" % ready)
        print("canaries asked: %s, neighbours reached: %d, ready: %s" % (canaries or 0, len(reached), ready))
    finally:
        service.process.send_signal(signal.SIGTERM)
        service.process.wait(60)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
