"""Faults that the redirect path must survive, each judged by counting answers against recorded clicks.

    python -m benchmarks.redirect_faults [--seconds 20] [--rounds 5] [NAME ...]

Every click carries a number of its own in its user agent, so that a lost click and a doubled one are both seen. The
tests (tests/links/redirect/test_faults.py) run the same scenarios for a moment each.
"""

import argparse
import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from benchmarks.redirect_crowd import Crowd, ask, led_to, many, raw
from benchmarks.redirect_site import (
    AGENT,
    CODE,
    READ,
    Outcome,
    Site,
    free_port,
    kill,
    make_postgres,
    postgres,
)


def server_killed(site: Site, seconds: float, rounds: int) -> Outcome:
    """The server and all its processes die under load, again and again, while a loader runs."""
    loader = site.loader()
    answered: set[int] = set()
    base = 0
    for _round in range(rounds):
        server = site.serve()
        crowd = Crowd(site.port, first=base)
        time.sleep(seconds / rounds)
        kill(server)
        answered |= crowd.stop()
        base = max(answered, default=base) + 1000
    kill(loader)
    site.load()
    return site.outcome(answered)


def loader_killed(site: Site, seconds: float, rounds: int) -> Outcome:
    """The loader dies at moments of chance, in the middle of batches too; two run at once most of the time."""
    server = site.serve()
    crowd = Crowd(site.port)
    chance = random.Random(5)
    for _round in range(rounds):
        loaders = [site.loader(), site.loader()]
        time.sleep(seconds / rounds * chance.uniform(0.8, 1.2))
        for loader in loaders:
            kill(loader)
    answered = crowd.stop()
    kill(server)
    both = [site.start("-m", "digitroops", "clicks", "load", "--once") for _ in range(2)]
    for loader in both:
        loader.wait()
    site.load()
    return site.outcome(answered)


def disk_full(site: Site, seconds: float, rounds: int) -> Outcome:
    """The spool's disk (a tmpfs of 256 kB) fills up; redirects go on, are counted as lost, and counting resumes."""
    del rounds
    site.spool.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(site.spool)], check=True)
    try:
        server = site.serve()
        crowd = Crowd(site.port)
        deadline = time.monotonic() + max(seconds, 90)
        full = site.spool / "full"
        while time.monotonic() < deadline and len(crowd.answered) < 300:
            time.sleep(0.05)
        with suppress(OSError), full.open("wb", buffering=0) as file:
            while file.write(b"\0" * 4096):
                pass
        time.sleep(seconds / 2)
        health = ask(site.port, "/health/ready")
        full.unlink()
        time.sleep(seconds / 2 + 2)
        answered = crowd.stop()
        time.sleep(5)
        kill(server)
        site.load()
        outcome = site.outcome(answered)
        outcome.notes["not 302"] = sum(
            n for status, n in crowd.statuses.items() if status != http.client.FOUND
        )
        outcome.notes["health told"] = "not counted" in health
        return outcome
    finally:
        subprocess.run(["umount", "-l", str(site.spool)], check=False)


def database_stopped(site: Site, seconds: float, rounds: int) -> Outcome:
    """PostgreSQL (one of its own) is stopped under load; known links go on, and the clicks arrive later."""
    del rounds
    server, loader = site.serve(), site.loader()
    crowd = Crowd(site.port)
    time.sleep(2)
    postgres(site, "stop", "-m", "immediate")
    before = len(crowd.answered)
    time.sleep(seconds)
    during = len(crowd.answered) - before
    postgres(site, "start")
    time.sleep(3)
    answered = crowd.stop()
    kill(server)
    kill(loader)
    site.load()
    outcome = site.outcome(answered)
    outcome.notes |= {
        "answered while stopped": during,
        "not 302": sum(crowd.statuses.values()) - len(answered),
    }
    return outcome


def link_changed(site: Site, seconds: float, rounds: int) -> Outcome:
    """Two servers over one database, as on two machines; a third process changes the link, again and again.

    How long it takes until neither leads to the old page any more is noted: at most two seconds are promised.
    """
    del seconds
    ports = (site.port, free_port())
    for port in ports:
        site.serve(port=port)
    answered: set[int] = set()
    taken: list[float] = []
    pages = [None, *(f"https://n.example/{number}" for number in range(rounds)), None, "https://n.example/0"]
    with ThreadPoolExecutor(len(ports)) as machines:
        for number, page in enumerate(pages):
            changing = site.start(
                "-c", CHANGE, json.dumps({"target": page, "withdrawn": None} if page else {})
            )
            led = [
                machines.submit(led_to, port, page, 1_000_000 * (machine + 1) + 10_000 * number, answered)
                for machine, port in enumerate(ports)
            ]
            changing.wait()
            changed = float((site.folder / "changed").read_text())
            taken += [one.result() - changed for one in led]
    for process in site.processes:
        kill(process)
    site.load()
    outcome = site.outcome(answered)
    outcome.notes |= {"changes": len(taken), "slowest change s": round(max(taken), 2)}
    return outcome


CHANGE = """
import json, os, sys, time, django; django.setup()
from django.utils import timezone
from digitroops.links.models import Link
Link.objects.update(**(json.loads(sys.argv[1]) or {"withdrawn": timezone.now()}))
at = time.time()
open(os.path.join(os.environ["DIGITROOPS_DATA"], "changed"), "w").write(str(at))
"""


def unknown_codes(site: Site, seconds: float, rounds: int) -> Outcome:
    """Distinct codes that do not exist, as many as the time allows, from many networks; memory stays where it is."""
    del rounds
    site.env["DIGITROOPS_PROXIES"] = "127.0.0.1/32"
    server = site.serve()
    crowd = Crowd(site.port, 2)
    statuses: Counter[int] = Counter()
    sizes: list[float] = []
    deadline = time.monotonic() + seconds
    number = 0
    while time.monotonic() < deadline:
        statuses += many(site.port, [_unknown(number + step) for step in range(UNKNOWN_AT_ONCE)])
        number += UNKNOWN_AT_ONCE
        sizes.append(_memory(server.pid))
    answered = crowd.stop()
    kill(server)
    site.load()
    outcome = site.outcome(answered)
    outcome.notes |= {f"unknown answered {status}": count for status, count in statuses.items()}
    outcome.notes |= {"MB after a third": sizes[len(sizes) // 3], "MB at the end": sizes[-1]}
    return outcome


UNKNOWN_AT_ONCE = 500


def _unknown(number: int) -> bytes:
    network = f"{10 + number % 200}.{number // 200 % 250}.{number // 50_000 % 250}.1"
    return f"GET /l/x{number:07x} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {network}\r\n\r\n".encode()


def abuse(site: Site, seconds: float, rounds: int) -> Outcome:
    """Requests that no browser sends, beside people who keep following the link."""
    del rounds
    server = site.serve()
    crowd = Crowd(site.port, 2)
    statuses: Counter[int] = Counter()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for request in ABUSES:
            statuses[raw(site.port, request)] += 1
    answered = crowd.stop()
    alive = server.poll() is None
    kill(server)
    site.load()
    said = json.loads(site.run("-c", READ))
    agents = [agent for agent in said["agents"] if agent.startswith(AGENT)]
    outcome = Outcome(answered, Counter(int(a.rpartition("/")[2]) for a in agents), sums_agree=True)
    outcome.notes |= {f"answered {status}": count for status, count in statuses.items()}
    outcome.notes |= {"alive": alive, "longest agent": max(map(len, said["agents"]), default=0)}
    return outcome


_START = f"GET /l/{CODE}".encode()
_END = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
ABUSES = [
    _START + _END + b"User-Agent: " + b"a" * 8192 + b"\r\n\r\n",
    _START + _END + b"User-Agent: Mozilla/5.0 \xff\xfe\xc3\x28\r\n\r\n",
    _START + _END + b"User-Agent: Mozilla/5.0 \x1f\x1f\x1f\r\n\r\n",
    _START + _END + b"Referer: http://[::bad\r\nAccept-Language: " + b"i" * 4000 + b"\r\n\r\n",
    _START
    + _END
    + b"Cookie: digitroops-own="
    + b"9" * 4000
    + b"\r\nX-Forwarded-For: "
    + b"1," * 2000
    + b"\r\n\r\n",
    _START + b"?" + b"q=" * 20_000 + _END + b"\r\n",
    _START + b"?qr&%00%ff%0d%0aSet-Cookie:x" + _END + b"\r\n",
    b"GET /l/%0d%0aSet-Cookie:%20x" + _END + b"\r\n",
    b"GET /l/%ff%fe%00" + _END + b"\r\n",
    b"GET /l/" + b"a" * 9000 + _END + b"\r\n",
    b"DELETE /l/" + CODE.encode() + _END + b"\r\n",
    b"GET /l/../../etc/passwd" + _END + b"\r\n",
    b"\x00\x01\x02 nonsense\r\n\r\n",
]
SCENARIOS: dict[str, Callable[[Site, float, int], Outcome]] = {
    "server killed": server_killed,
    "loader killed": loader_killed,
    "disk full": disk_full,
    "database stopped": database_stopped,
    "link changed": link_changed,
    "unknown codes": unknown_codes,
    "abuse": abuse,
}


def _memory(group: int) -> float:
    """Megabytes held by the processes of a group."""
    pages = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, IndexError):
                if os.getpgid(int(entry.name)) == group:
                    pages += int((entry / "statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


def play(name: str, seconds: float, rounds: int) -> Outcome:
    """One scenario on a fresh installation."""
    folder = Path(tempfile.mkdtemp(prefix="digitroops-faults-"))
    folder.chmod(0o755)
    site = None
    env: dict[str, str] = {}
    try:
        env = make_postgres(folder) if name == "database stopped" else {}
        site = Site(folder, env, free_port())
        return SCENARIOS[name](site, seconds, rounds)
    finally:
        if site:
            site.close()
        if env:
            half = site or Site.__new__(Site)
            half.folder = folder
            with suppress(subprocess.CalledProcessError):
                postgres(half, "stop", "-m", "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", choices=[[], *SCENARIOS], default=[])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    bad = 0
    for name in options.names or SCENARIOS:
        found = play(name, options.seconds, options.rounds)
        expected = found.reported_lost if name == "disk full" else 0
        fine = found.lost <= expected and not found.doubled and found.sums_agree
        bad += not fine
        sys.stdout.write(
            f"{'ok ' if fine else 'BAD'} {name}: answered {len(found.answered)}, "
            f"recorded {sum(found.recorded.values())}, "
            f"lost {found.lost}, doubled {found.doubled}, reported lost {found.reported_lost}, {found.notes}\n"
        )
        sys.stdout.flush()
    return bad


if __name__ == "__main__":
    sys.exit(main())
