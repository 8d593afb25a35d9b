"""How fast links lead on and clicks are loaded: python -m benchmarks.redirect [WHAT ...]

redirect  ours and the bare server (granian's WSGI with a constant 302 of the same headers) in turn, in one run:
          requests/s, p50, p99, server CPU a redirect, and whether as many clicks are recorded as people were sent
steady    p50 and p99 at 70 % of what one process can do
links     the same with 10 links, with 3,000 and with a million (`--links`) of which 3,000 are followed
load      clicks loaded into SQLite and PostgreSQL, with all sums
sustained redirects at the promised rates while they are loaded: whether the backlog grows

Needs wrk. The load generator shares the machine, so compare ratios within one run, and CPU a request.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import psycopg

from benchmarks.redirect_site import CODE, Site, free_port, kill, make_postgres, postgres
from digitroops.links.redirect.cache import MISSES_OF_ONE

BARE = """
HEADERS = [("Location", "https://nusavaksin.example/perahu?utm_source=digitroops&utm_medium=employee"),
    ("Cache-Control", "private, no-store"), ("Referrer-Policy", "strict-origin"),
    ("X-Robots-Tag", "noindex, nofollow")]
def application(environ, start_response):
    start_response("302 Found", HEADERS)
    return []
"""
#: Clicks a second that must be recorded without a growing backlog, and how long (ms) a paced follower waits.
PROMISED = {"SQLite": 5000, "PostgreSQL": 15_000}
PACE = 10
LUA = """
wrk.headers["User-Agent"] = "Mozilla/5.0 (Linux; Android 14; 23053RN02A) AppleWebKit/537.36 (KHTML, like Gecko) "
  .. "Chrome/128.0 Mobile Safari/537.36 Instagram 340.0.0.22.109 Android"
wrk.headers["Accept-Language"] = "id-ID,id;q=0.9,en;q=0.8"
wrk.headers["Referer"] = "https://l.instagram.com/"
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", PATHS(n))
end
"""
ONE = f'PATHS = function(n) return "/l/{CODE}" end\n'
MANY = 'PATHS = function(n) return string.format("/l/b%07d", (n * 7919) % NUMBER) end\n'
FILL = """
import sys, django; django.setup()
from django.db import transaction
from digitroops.links.models import Link
from digitroops.work.bulk import insert_rows
from django.utils import timezone
one = Link.objects.get(code="hothothot")
names = ["code", "target", "story_id", "member_id", "utm", "created"]
with transaction.atomic():
    insert_rows(Link, names, ([f"b{n:07d}", one.target, one.story_id, one.member_id, one.utm, one.created]
        for n in range(int(sys.argv[1]))))
"""
SPOOL = """
import sys, random, time, django; django.setup()
from django.conf import settings
from digitroops.links.models import Link
from digitroops.links.redirect.spool import Spool
from tests.links.agents import CHROME
chance, spool, links = random.Random(1), Spool(settings.CLICK_SPOOL), list(Link.objects.values_list("pk", flat=True))
agents = [CHROME.replace("Chrome/1", f"Chrome/{n}1") for n in range(300)]
agents += ["WhatsApp/2.24.17 A", "facebookexternalhit/1.1"] * 40
now = time.time() - 7200
for n in range(int(sys.argv[1])):
    spool.append(now + n / 200, "\\x1f".join([str(chance.choice(links)), "GET", chance.choice(agents),
        "l.instagram.com",
        "id-ID,id;q=0.9", "", "navigate,document,?1", "", "", f"{chance.randrange(10**6):032x}", "0" * 16, "", "", ""]))
spool.close()
"""
COUNT = (
    "import django; django.setup()\nfrom digitroops.links.models import Click\nprint(Click.objects.count())"
)


@dataclass(frozen=True)
class Run:
    """One run of the load generator against one server."""

    per_second: float
    p50: str
    p99: str
    cpu_us: float
    sent: int

    def __str__(self) -> str:
        return f"{self.per_second:9,.0f}/s  p50 {self.p50:>8}  p99 {self.p99:>8}  {self.cpu_us:6.1f} us CPU"


def hammer(
    port: int, process: "subprocess.Popen[bytes]", lua: Path, seconds: float, connections: int = 16
) -> Run:
    before = cpu_of(process.pid)
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--latency", "-s", str(lua), f"http://127.0.0.1:{port}/"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    used = cpu_of(process.pid) - before
    words = [line.split() for line in said.splitlines() if line.strip()]
    sent = next(int(line[0]) for line in words if line[1:3] == ["requests", "in"])
    if "Non-2xx" in said:
        sys.stdout.write(f"  not answered with a redirect: {said[said.index('Non-2xx') :].splitlines()[0]}\n")
    by_name = {line[0]: line[1] for line in words if len(line) > 1}
    return Run(float(by_name["Requests/sec:"]), by_name["50%"], by_name["99%"], used / sent * 1e6, sent)


def cpu_of(group: int) -> float:
    """CPU seconds used by the processes of a group."""
    ticks = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == group:
                    after = (entry / "stat").read_text().rpartition(")")[2].split()
                    ticks += int(after[11]) + int(after[12])
            except OSError:
                continue
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def site_on(kind: str) -> Iterator[Site]:
    """A fresh installation on SQLite or PostgreSQL."""
    folder = Path(tempfile.mkdtemp(prefix="digitroops-redirect-"))
    folder.chmod(0o755)
    site = None
    try:
        site = Site(folder, make_postgres(folder) if kind == "PostgreSQL" else {}, free_port())
        yield site
    finally:
        if site:
            site.close()
            if kind == "PostgreSQL":
                postgres(site, "stop", "-m", "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def bare_server(site: Site, port: int) -> "subprocess.Popen[bytes]":
    (site.folder / "bare.py").write_text(BARE, encoding="utf-8")
    site.env["PYTHONPATH"] += f":{site.folder}"
    process = site.start(
        "-m", "granian", "--interface", "wsgi", "--port", str(port), "--blocking-threads", "1", "--no-ws",
        "--log-level", "critical", "bare:application",
    )  # fmt: skip
    time.sleep(4)
    return process


def redirect(seconds: float, rounds: int) -> None:
    with site_on("SQLite") as site:
        lua = site.folder / "one.lua"
        lua.write_text(ONE + LUA, encoding="utf-8")
        port = free_port()
        servers = {"bare": (port, bare_server(site, port)), "ours": (site.port, site.serve(threads=1))}
        runs: dict[str, list[Run]] = {name: [] for name in servers}
        for _round in range(rounds):
            for name, (at, process) in servers.items():
                runs[name].append(hammer(at, process, lua, seconds))
                sys.stdout.write(f"{name}  {runs[name][-1]}\n")
        pairs = list(zip(runs["ours"], runs["bare"], strict=True))
        speed = sorted(ours.per_second / bare.per_second for ours, bare in pairs)
        cpu = sorted(bare.cpu_us / ours.cpu_us for ours, bare in pairs)
        sys.stdout.write(
            f"against the bare server, run by run: throughput {_spread(speed)}, by CPU {_spread(cpu)}; "
            f"medians {median(run.cpu_us for run in runs['ours']):.1f} and "
            f"{median(run.cpu_us for run in runs['bare']):.1f} us of CPU\n"
        )
        kill(servers["ours"][1])
        site.load()
        sent = sum(run.sent for run in runs["ours"])
        sys.stdout.write(
            f"sent {sent}, recorded {site.run('-c', COUNT).strip()} (a few were under way at each end)\n"
        )


def _spread(values: list[float]) -> str:
    """The median of sorted values, with the middle half of them."""
    return f"{median(values):.2f} ({values[len(values) // 4]:.2f} to {values[-1 - len(values) // 4]:.2f})"


def steady(seconds: float, rounds: int, share: float = 0.7) -> None:
    """Latency at a part of what the server can do: each connection waits a millisecond before it asks again."""
    with site_on("SQLite") as site:
        lua, waiting = site.folder / "one.lua", site.folder / "waiting.lua"
        lua.write_text(ONE + LUA, encoding="utf-8")
        waiting.write_text(ONE + LUA + "delay = function() return 1 end\n", encoding="utf-8")
        server = site.serve(threads=1)
        hammer(site.port, server, lua, 2)
        for _round in range(rounds):
            most = hammer(site.port, server, lua, seconds).per_second
            connections = max(4, round(most * share * 0.0013))
            for _try in range(3):
                found = hammer(site.port, server, waiting, seconds / 2, connections=connections)
                connections = max(2, round(connections * most * share / found.per_second))
            found = hammer(site.port, server, waiting, seconds, connections=connections)
            p50, p99 = (_milliseconds(text) for text in (found.p50, found.p99))
            sys.stdout.write(
                f"most {most:,.0f}/s; at {found.per_second / most:.0%} of it, {connections} connections: "
                f"p50 {p50:.2f} ms, p99 {p99:.2f} ms, {p99 / p50:.1f} times p50\n"
            )


def _milliseconds(text: str) -> float:
    """What wrk prints: 412.00us, 1.31ms, 1.02s."""
    for unit, factor in (("us", 0.001), ("ms", 1.0), ("s", 1000.0)):
        if text.endswith(unit):
            return float(text.removesuffix(unit)) * factor
    raise ValueError(text)


def links(seconds: float, rounds: int, number: int) -> None:
    """What following costs by how many links there are, and by how many are followed."""
    with site_on("SQLite") as site:
        followed = {}
        for many in (10, 3000):
            followed[many] = site.folder / f"{many}.lua"
            followed[many].write_text(MANY.replace("NUMBER", str(many)) + LUA, encoding="utf-8")
        for count, many in ((10, 10), (3000, 3000), (number, 3000)):
            site.run("-c", "import django; django.setup()\nfrom digitroops.links.models import Link\n"
                     "Link.objects.filter(code__startswith='b').delete()")  # fmt: skip
            site.run("-c", FILL, str(count))
            server = site.serve(threads=1)
            if many > MISSES_OF_ONE:
                hammer(site.port, server, followed[many], 20)  # misses of one network are limited in a second
            found = [hammer(site.port, server, followed[many], seconds) for _round in range(rounds)]
            kill(server)
            sys.stdout.write(
                f"{count:,} links, {many:,} followed: {median(run.cpu_us for run in found):.1f} us CPU, {found[-1]}\n"
            )


def load(number: int, kinds: Sequence[str], loaders: int) -> None:
    for kind in kinds:
        with site_on(kind) as site:
            site.run("-c", FILL, "3000")
            folders = [site.folder / f"spool-{one}" for one in range(loaders)]
            for folder in folders:
                site.env["DIGITROOPS_SPOOL"] = str(folder)
                site.run("-c", SPOOL, str(number // loaders))
            started = time.perf_counter()
            before = os.times().children_user + os.times().children_system
            running = [
                site.start("-m", "digitroops", "clicks", "load", "--once", "--spool", str(folder))
                for folder in folders
            ]
            for loader in running:
                loader.wait()
            wall = time.perf_counter() - started
            cpu = os.times().children_user + os.times().children_system - before
            count = int(site.run("-c", COUNT))
            sys.stdout.write(
                f"{kind}, {loaders} loader(s): {count:,} clicks at {count / wall:,.0f}/s; "
                f"{cpu / count * 1e6:.0f} us CPU a click in a loader ({count / cpu:,.0f}/s on a core of its own)\n"
            )


def sustained(seconds: float, kinds: Sequence[str]) -> None:
    """Redirects at the promised rate while the loader keeps up: how much waits in the spool as time goes on."""
    for kind in kinds:
        rate = PROMISED[kind]
        with site_on(kind) as site:
            site.run("-c", FILL, "3000")
            lua = site.folder / "paced.lua"
            lua.write_text(
                MANY.replace("NUMBER", "200") + LUA + f"delay = function() return {PACE} end\n",
                encoding="utf-8",
            )
            server, loader = site.serve(threads=1), site.loader()
            hammer(site.port, server, lua, 4, connections=8)
            paced = partial(hammer, site.port, server, lua, seconds, round(rate * (PACE + 4) / 1000))
            with ThreadPoolExecutor(1) as crowd, place_in_spool(site) as place:
                run, waiting = crowd.submit(paced), []
                while not run.done():
                    time.sleep(seconds / 10)
                    waiting.append(sum(path.stat().st_size for path in site.spool.glob("*.clicks")) - place())
            kill(server)
            kill(loader)
            found = run.result()
            sys.stdout.write(
                f"{kind}: {found.per_second:,.0f} redirects/s for {seconds:.0f} s, p99 {found.p99}; waiting in the "
                f"spool each {seconds / 10:.0f} s: {', '.join(f'{size / 2**20:.1f}' for size in waiting)} MiB\n"
            )


@contextmanager
def place_in_spool(site: Site) -> Iterator[Callable[[], int]]:
    """Ask how many bytes of the files that are still there have been loaded."""
    address = site.env.get("DATABASE_URL")
    connect = partial(psycopg.connect, address, autocommit=True) if address else partial(
        sqlite3.connect, site.folder / "digitroops.sqlite3"
    )  # fmt: skip
    with closing(connect()) as connection:
        yield lambda: connection.execute(
            "SELECT coalesce(sum(place), 0) FROM links_spoolfile WHERE state = 'growing'"
        ).fetchone()[0]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", default=["redirect", "steady", "links", "load", "sustained"])
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--links", type=int, default=1_000_000)
    parser.add_argument("--clicks", type=int, default=200_000)
    parser.add_argument("--loaders", type=int, default=1, help="as many, each with a spool of its own")
    parser.add_argument("--on", nargs="*", choices=["SQLite", "PostgreSQL"], default=["SQLite", "PostgreSQL"])
    options = parser.parse_args()
    if "redirect" in options.what:
        redirect(options.seconds, options.rounds)
    if "steady" in options.what:
        steady(options.seconds, options.rounds)
    if "links" in options.what:
        links(options.seconds, options.rounds, options.links)
    if "sustained" in options.what:
        sustained(options.seconds * 5, options.on)
    if "load" in options.what:
        load(options.clicks, options.on, options.loaders)


if __name__ == "__main__":
    main()
