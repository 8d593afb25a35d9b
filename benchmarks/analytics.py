"""How fast the pages about clicks answer when many million arrivals lie behind them.

python benchmarks/analytics.py [--clicks 20000000] [--members 3000] [--stories 10] [--raw 300000] [--rounds 60]
    [--make | --made]

Makes a company in a database of its own (SQLite in a temporary folder or in DIGITROOPS_DATA, or DATABASE_URL) whose
sums are those of `--clicks` arrivals: by link and day, by story, minute, hour and day, and by source, device and so on.
`--raw` of them are written as raw clicks too (tens of millions take minutes and gigabytes); the pages never read those,
so that their number should change nothing. Then the pages are asked in turn through Django's test client, signed in as
PR, and the times of all rounds are shown.
"""

import argparse
import atexit
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))


def prepare() -> None:
    if not {"DATABASE_URL", "DIGITROOPS_DATA"} & set(os.environ):
        folder = tempfile.TemporaryDirectory(prefix="digitroops-analytics-")
        atexit.register(folder.cleanup)
        os.environ["DIGITROOPS_DATA"] = folder.name
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digitroops.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def make(options: argparse.Namespace) -> None:
    from django.db import connection

    from benchmarks.analytics_company import make_company, make_raw, make_sums

    today = dt.datetime.now(dt.UTC).date()
    begun = time.perf_counter()
    links = make_company(options.members, options.stories, options.clicks, today)
    sums = make_sums(links, today) | {"raw clicks": make_raw(links, options.raw, today)}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    shown = ", ".join(f"{number:,} {name}" for name, number in sums.items())
    print(f"{connection.vendor}: {len(links):,} links, sums of {options.clicks:,} arrivals: {shown}")
    print(f"made in {time.perf_counter() - begun:.0f} s", flush=True)


def measure(pages: dict[str, Callable[[], Any]], rounds: int) -> None:
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
    for page in pages.values():
        page()
    for _round in range(rounds):
        for name, page in pages.items():
            wall, cpu = time.perf_counter(), time.process_time()
            answer = page()
            times[name].append((time.perf_counter() - wall, time.process_time() - cpu))
            assert answer.status_code == 200, (name, answer.status_code)
    print(f"| page | p50 ms | p95 ms | CPU p50 ms | CPU p95 ms | HTML kB | ({rounds} rounds)")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, found in times.items():
        walls = sorted(wall * 1000 for wall, _cpu in found)
        cpus = sorted(cpu * 1000 for _wall, cpu in found)
        figures = [
            one
            for times in (walls, cpus)
            for one in (statistics.median(times), times[int(len(times) * 0.95)])
        ]
        size = len(pages[name]().content) / 1000
        print(f"| {name} |", " | ".join(f"{figure:.0f}" for figure in (*figures, size)), "|")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=20_000_000)
    parser.add_argument("--members", type=int, default=3000)
    parser.add_argument("--stories", type=int, default=10)
    parser.add_argument("--raw", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--make", action="store_true", help="make the company and stop")
    parser.add_argument("--made", action="store_true", help="measure the company that an earlier run made")
    options = parser.parse_args()
    prepare()
    from django.test import Client
    from django.urls import reverse

    from digitroops.links.models import Link, Story
    from digitroops.people.models import User

    if not options.made:
        make(options)
    if options.make:
        return
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get())
    story = Story.objects.order_by("pk").first()
    link = Link.objects.filter(story=story).first()
    assert story
    assert link
    addresses = {
        "desk": "/",
        "programme, 30 days": reverse("insight:overview") + "?days=30",
        "programme, 90 days": reverse("insight:overview") + "?days=90",
        "story, 30 days": reverse("links:story", args=[story.pk]) + "?days=30",
        "story, 90 days": reverse("links:story", args=[story.pk]) + "?days=90",
        "link": reverse("links:link", args=[link.code]),
        "live": reverse("links:live"),
        "goals reached": reverse("insight:conversions"),
    }
    measure(
        {name: lambda where=where: client.get(where) for name, where in addresses.items()}, options.rounds
    )


if __name__ == "__main__":
    main()
