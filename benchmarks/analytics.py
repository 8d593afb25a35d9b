"""How fast the pages about clicks answer when many million arrivals lie behind them.

python benchmarks/analytics.py [--clicks 20000000] [--members 3000] [--stories 10] [--raw 300000] [--rounds 60]
    [--make | --made]

Makes a company in a database of its own (SQLite in a temporary folder or in DIGITROOPS_DATA, or
DATABASE_URL) whose sums are those of
`--clicks` arrivals: by link and day, by story, minute, hour and day, and by source, device and so on. `--raw` of them
are written as raw clicks too (tens of millions take minutes and gigabytes); the pages never read those, so that their
number should change nothing. Then the pages are
asked in turn through Django's test client, signed in as PR, and the times of all rounds are shown.
"""

import argparse
import atexit
import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
SPAN = 60
LIFE = 14
PLATFORMS = ("whatsapp", "instagram", "x", "facebook", "linkedin")
VALUES = {
    "source": ("Instagram", "WhatsApp", "X", "Facebook", "LinkedIn", "direct", "QR"),
    "device": ("phone", "desktop", "tablet"),
    "browser": ("Chrome", "Safari", "Samsung Internet", "Firefox", "Edge"),
    "system": ("Android", "iOS", "Windows", "macOS"),
    "language": ("id", "en", "jv"),
    "country": ("ID", "MY", "SG"),
    "verdict": ("person", "repeat", "preview:whatsapp", "preview:facebook", "bot:google", "scanner:office"),
}


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


def make_company(members: int, stories: int, today: dt.date) -> list[tuple[int, int, dt.date]]:
    """The company, its stories and a share of every member for each; (link, story, first day) of all links."""
    from digitroops.links.models import Link
    from digitroops.newsroom.models import Campaign, Story
    from digitroops.people.models import Company, Employee, Unit
    from digitroops.programme.models import Member, Programme
    from digitroops.sharing.models import Share

    Company.objects.get_or_create(pk=1, defaults={"name": "Nusa Vaksin"})
    unit = Unit.objects.create(name="Produksi", path="Produksi")
    days = {"starts": today - dt.timedelta(days=365), "ends": today + dt.timedelta(days=365)}
    programme = Programme.objects.create(name="Ukuran", goal="g", platforms=["x"], state="running", **days)
    campaign = Campaign.objects.create(
        programme=programme, name="Ukuran", slug="ukuran", goal="g", state="live", **days
    )
    employees = Employee.objects.bulk_create(
        (
            Employee(number=str(n), name=f"Karyawan {n}", email=f"k{n}@n.example", unit=unit)
            for n in range(members)
        ),
        batch_size=400,
    )
    people = Member.objects.bulk_create(
        (Member(programme=programme, employee=one, state="active") for one in employees), batch_size=400
    )
    made = []
    for number in range(stories):
        begun = today - dt.timedelta(days=SPAN * number // stories)
        at = dt.datetime.combine(begun, dt.time(3), dt.UTC)
        story = Story.objects.create(
            campaign=campaign,
            title=f"Konten {number}",
            target_url="https://n.example/",
            state="live",
            live_from=at,
        )
        links = Link.objects.bulk_create(
            (
                Link(code=f"k{number:02}{n:05}", target=story.target_url, story=story, member=one, created=at)
                for n, one in enumerate(people)
            ),
            batch_size=400,
        )
        Share.objects.bulk_create(
            (
                Share(
                    member=link.member,
                    story=story,
                    channel=PLATFORMS[link.pk % 5],
                    text="t",
                    link=link,
                    request_key=link.code,
                    created=at,
                    state="posted",
                )
                for link in links
            ),
            batch_size=400,
        )
        made += [(link.pk, story.pk, begun) for link in links]
    return made


def split(total: int, weights: list[float]) -> list[int]:
    whole = sum(weights)
    return [round(total * weight / whole) for weight in weights]


def make_sums(links: list[tuple[int, int, dt.date]], clicks: int, today: dt.date) -> dict[str, int]:
    """Sums as the loader would have made them: most people on the first days, a fifth of all arrivals machines."""
    from digitroops.links.models import (
        ChannelDay,
        ClickDay,
        ClickPart,
        StoryDay,
        StoryHour,
        StoryMinute,
        StoryPart,
    )

    chance = random.Random(7)
    weights = split(clicks, [chance.lognormvariate(0, 1) for _link in links])
    story_days: Counter[tuple[int, dt.date]] = Counter()
    channel_days: Counter[tuple[int, str, dt.date]] = Counter()

    def days() -> Iterator[ClickDay]:
        for (link, story, begun), total in zip(links, weights, strict=True):
            for age, number in enumerate(split(total, [0.75**age for age in range(LIFE)])):
                date = begun + dt.timedelta(days=age)
                if number and date <= today:
                    story_days[story, date] += number
                    channel_days[story, PLATFORMS[link % 5], date] += number
                    yield ClickDay(
                        link_id=link,
                        date=date,
                        people=number * 7 // 10,
                        repeats=number // 10,
                        machines=number // 5,
                    )

    def parts() -> Iterator[ClickPart]:
        for (link, _story, begun), total in zip(links, weights, strict=True):
            for dimension, values in VALUES.items():
                for value, number in zip(
                    values, split(total, [0.5**n for n in range(len(values))]), strict=True
                ):
                    if number:
                        yield ClickPart(
                            link_id=link,
                            month=begun.replace(day=1),
                            dimension=dimension,
                            value=value,
                            number=number,
                        )

    found = {"link days": insert(ClickDay, days()), "link parts": insert(ClickPart, parts())}
    rows = list(story_days.items())
    found["story days"] = insert(
        StoryDay,
        (
            StoryDay(story_id=s, date=d, people=n * 7 // 10, repeats=n // 10, machines=n // 5)
            for (s, d), n in rows
        ),
    )
    found["platform days"] = insert(
        ChannelDay,
        (
            ChannelDay(story_id=s, channel=c, date=d, people=n * 7 // 10, repeats=n // 10, machines=n // 5)
            for (s, c, d), n in channel_days.items()
        ),
    )
    found["story parts"] = insert(
        StoryPart,
        (
            StoryPart(story_id=s, date=d, dimension=dimension, value=value, number=number)
            for (s, d), n in rows
            for dimension, values in VALUES.items()
            for value, number in zip(values, split(n, [0.5**k for k in range(len(values))]), strict=True)
        ),
    )
    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    found["story hours"] = insert(
        StoryHour,
        (
            StoryHour(
                story_id=s,
                hour=dt.datetime.combine(d, dt.time(hour), dt.UTC),
                people=n * 7 // 240,
                machines=n // 120,
            )
            for (s, d), n in rows
            for hour in range(24)
        ),
    )
    found["story minutes"] = insert(
        StoryMinute,
        (
            StoryMinute(
                story_id=story,
                minute=midnight + dt.timedelta(minutes=minute),
                people=minute % 50,
                machines=minute % 7,
            )
            for story in {story for _link, story, _day in links}
            for minute in range(1440)
        ),
    )
    return found


def insert(model: Any, rows: Iterator[Any]) -> int:
    return len(model.objects.bulk_create(rows, batch_size=150))


RAW_COLUMNS = (
    'id, link_id, at, date, verdict, reason, rule, method, agent, referrer, languages, purpose, "fetch", via, '
    "visitor, network, device, browser, system, app, language, country, city"
)
RAW_REST = """'person', '', 3, 'GET', 'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko)
 Chrome/128.0 Mobile Safari/537.36', 'l.instagram.com', 'id-ID,id;q=0.9', '', 'navigate,document,?1', '',
 {visitor}, '0123456789abcdef', 'phone', 'Chrome Mobile', 'Android', '', 'id', 'ID', ''"""
RAW = {
    "sqlite": """WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})
        INSERT INTO links_click ({columns}) SELECT i, source.link,
        datetime(source.begun, '+' || ((i * 7919) % 3600) || ' minutes'),
        date(source.begun, '+' || ((i * 7919) % 3600) || ' minutes'),
        {rest} FROM n JOIN raw_source source ON source.place = (i * 31) % {links}""",
    "postgresql": """INSERT INTO links_click ({columns}) SELECT i, source.link,
        source.begun + ((i * 7919) % 3600) * interval '1 minute',
        (source.begun + ((i * 7919) % 3600) * interval '1 minute')::date,
        {rest} FROM generate_series({first}::bigint, {last}) i
        JOIN raw_source source ON source.place = (i * 31) % {links}""",
}
VISITOR = {"sqlite": "printf('%032x', i * 2654435761)", "postgresql": "md5(i::text)"}
AT_ONCE = 1_000_000


def make_raw(links: list[tuple[int, int, dt.date]], number: int, today: dt.date) -> int:
    """Raw clicks over the first days of each link, made by the database itself: tens of millions are wanted."""
    from django.db import connection

    from digitroops.links import partitions

    span = [begun + dt.timedelta(days=age) for _link, _story, begun in links for age in (0, 3)]
    partitions.make_months({partitions.month_of(day) for day in span})
    kind = connection.vendor
    with connection.cursor() as cursor:
        moment = "timestamp" if kind == "postgresql" else "text"
        cursor.execute(f"CREATE TABLE raw_source (place bigint PRIMARY KEY, link bigint, begun {moment})")
        cursor.executemany(
            "INSERT INTO raw_source VALUES (%s, %s, %s)",
            [(place, link, f"{min(begun, today - dt.timedelta(days=3))} 00:00:00")
             for place, (link, _story, begun) in enumerate(links)],
        )  # fmt: skip
        for first in range(1, number + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, number)
            rest = RAW_REST.format(visitor=VISITOR[kind])
            sql = RAW[kind].format(columns=RAW_COLUMNS, rest=rest, first=first, last=last, links=len(links))
            cursor.execute(sql)
        cursor.execute("DROP TABLE raw_source")
    return number


def make(options: argparse.Namespace) -> None:
    from django.db import connection

    from digitroops.people.models import RoleGrant, User

    today = dt.datetime.now(dt.UTC).date()
    begun = time.perf_counter()
    links = make_company(options.members, options.stories, today)
    sums = make_sums(links, options.clicks, today)
    sums["raw clicks"] = make_raw(links, options.raw, today)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    shown = ", ".join(f"{number:,} {name}" for name, number in sums.items())
    print(f"{connection.vendor}: {len(links):,} links, sums of {options.clicks:,} arrivals: {shown}")
    print(f"made in {time.perf_counter() - begun:.0f} s", flush=True)
    user = User.objects.create_user("pr@n.example", password="x" * 12, name="PR")
    RoleGrant.objects.create(user=user, role="pr")


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
