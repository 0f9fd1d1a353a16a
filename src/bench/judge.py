#!/usr/bin/env python3
"""Draw what Labwire says for a reader to judge, and count the verdicts.

    judge.py headlines FILE [--url URL] [--seed N] [--size N] --out DIR
        FILE has one JSON object a line: {"title": …, "first_seen": "2026-02-21"}. Every title goes alone to
        POST /api/v1/extractions. Writes DIR/said.tsv (published primary mentions, drawn by the seed) and DIR/silent.tsv
        (headlines with a word of a move or release in them for which nothing came).
    judge.py events [--url URL] [--seed N] [--size N] --out DIR
        Draws events of a running timeline into DIR/said.tsv.
    judge.py count FILE
        FILE is a said.tsv whose first column, empty at first, a reader has filled with "right" or "wrong". Prints the
        precision by type with its 95 % Wilson interval, and the wrong ones.

The reader sees the headline (or the quoted sentence) and the statement, not the rules behind it. A statement is right when
a careful reader of that text alone would put it on a timeline of people moves, model announcements and deals: the
happening, who, from and to where, which model, and whether it is confirmed, reported or rumoured. A date is not judged.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re
import sys
import time
import urllib.error
import urllib.request

TRIGGERS = re.compile(
    r"\b(join\w*|leav(e|es|ing)|left|quits?|hires?|hired|poach\w*|depart\w*|steps? down|stepping down|resign\w*|appoint\w*|"
    r"names|named|taps|tapped|releas\w*|launch\w*|unveil\w*|introduc\w*|open-?sourc\w*|announc\w*|debut\w*)\b", re.I)


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code != 429:
                raise
            time.sleep(float(refused.headers.get("Retry-After") or 10))  # the service counts by the minute


def name(reference):
    return reference["name"] if reference else "?"


def statement(told):
    """A mention or an event in words."""
    words = [told["kind"], f"({told['status']})"]
    if told.get("move"):
        move = told["move"]
        words += [name(move["person"]), "| from", name(move.get("from")), "| to", name(move.get("to")), "| as", move.get("role") or "?"]
    elif told.get("release"):
        release = told["release"]
        words += [name(release.get("organization")), "|", release["model"]["name"]]
    else:
        deal = told["deal"]
        words += [", ".join(name(party) for party in deal["organizations"]), "| dollars", str(deal.get("amountUsd") or "?")]
    return " ".join(words)


def write(path, rows):
    clean = [[re.sub(r"\s+", " ", str(cell)) for cell in row] for row in rows]
    path.write_text("".join("\t".join(row) + "\n" for row in clean), encoding="utf-8")
    print(f"{path}: {len(rows)} lines")


def headlines(options):
    said, silent = [], []
    for line in pathlib.Path(options.file).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        mentions = post(options.url + "/api/v1/extractions", {"title": item["title"], "publishedAt": item["first_seen"]})["mentions"]
        news = [mention for mention in mentions if mention["salience"] == "primary" and not mention.get("held")]
        said += [["", mention["type"], statement(mention), item["title"]] for mention in news]
        if not news and TRIGGERS.search(item["title"]):
            silent.append(["", item["title"]])
    print(f"{len(said)} statements; {len(silent)} headlines with a trigger word and no statement")
    draw = random.Random(options.seed)
    write(options.out / "said.tsv", draw.sample(said, min(options.size, len(said))))
    write(options.out / "silent.tsv", draw.sample(silent, min(options.size, len(silent))))


def events(options):
    found, cursor = [], ""
    while cursor is not None:
        with urllib.request.urlopen(f"{options.url}/api/v1/events?limit=500{cursor}", timeout=60) as answer:
            page = json.load(answer)
        found += page["items"]
        cursor = "&cursor=" + page["next"] if page["next"] else None
    found.sort(key=lambda event: (event["headline"], event["id"]))
    drawn = random.Random(options.seed).sample(found, min(options.size, len(found)))
    rows = []
    for event in drawn:
        source = event["sources"][0]
        rows.append(["", event["type"], statement(event), f"{source['title']} || {source['quote']} || {source['url']}"])
    print(f"{len(found)} events")
    write(options.out / "said.tsv", rows)


def count(options):
    right, wrong = collections.Counter(), collections.defaultdict(list)
    for number, line in enumerate(pathlib.Path(options.file).read_text(encoding="utf-8").splitlines(), 1):
        verdict, kind, *rest = line.split("\t")
        if verdict not in ("right", "wrong"):
            sys.exit(f"{options.file}:{number}: the first column must be right or wrong, not {verdict!r}")
        if verdict == "right":
            right[kind] += 1
        else:
            wrong[kind].append(" <- ".join(rest))
    kinds = sorted(set(right) | set(wrong))
    rows = [(kind, right[kind], len(wrong[kind])) for kind in kinds]
    rows.append(("all", sum(right.values()), sum(len(some) for some in wrong.values())))
    for kind, good, bad in rows:
        total, z = good + bad, 1.96
        share = good / total
        middle = (share + z * z / (2 * total)) / (1 + z * z / total)
        half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
        print(f"{kind:15} {good:4} of {total:4} right  {share:.3f}  ({middle - half:.3f} to {middle + half:.3f})")
    for kind in kinds:
        for line in wrong[kind]:
            print("wrong:", line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for command, size in (("headlines", 150), ("events", 100)):
        drawing = commands.add_parser(command)
        if command == "headlines":
            drawing.add_argument("file")
        drawing.add_argument("--url", default="http://127.0.0.1:8080")
        drawing.add_argument("--seed", type=int, default=1)
        drawing.add_argument("--size", type=int, default=size)
        drawing.add_argument("--out", type=pathlib.Path, required=True)
    commands.add_parser("count").add_argument("file")
    options = parser.parse_args()
    if options.command != "count":
        options.out.mkdir(parents=True, exist_ok=True)
    {"headlines": headlines, "events": events, "count": count}[options.command](options)


if __name__ == "__main__":
    main()
