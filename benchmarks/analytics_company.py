"""A company whose links many million arrivals followed, for the benchmark of the pages; Django is set up before."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from digitroops.links import partitions
from digitroops.links.models import (
    ChannelDay,
    ClickDay,
    ClickPart,
    Link,
    StoryDay,
    StoryHour,
    StoryMinute,
    StoryPart,
)
from digitroops.newsroom.models import Campaign, Story
from digitroops.people.models import Company, Employee, RoleGrant, Unit, User
from digitroops.programme.models import Member, Programme
from digitroops.sharing.models import Share

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


@dataclass(frozen=True, slots=True)
class Followed:
    """A link with its story, the first day it was followed, and how many arrived by it."""

    pk: int
    story: int
    begun: dt.date
    arrivals: int

    @property
    def platform(self) -> str:
        return PLATFORMS[self.pk % len(PLATFORMS)]


def make_company(members: int, stories: int, clicks: int, today: dt.date) -> list[Followed]:
    """A programme with its members and stories, every story shared by every member, and somebody of PR."""
    Company.objects.get_or_create(pk=1, defaults={"name": "Nusa Vaksin"})
    pr = User.objects.create_user("pr@n.example", password="x" * 12, name="PR")
    RoleGrant.objects.create(user=pr, role="pr")
    days = {"starts": today - dt.timedelta(days=365), "ends": today + dt.timedelta(days=365)}
    programme = Programme.objects.create(name="Ukuran", goal="g", platforms=["x"], state="running", **days)
    campaign = Campaign.objects.create(
        programme=programme, name="Ukuran", slug="ukuran", goal="g", state="live", **days
    )
    people = make_members(programme, members)
    links = [
        (link.pk, story.pk, story.live_from.date())
        for number in range(stories)
        for story in [make_story(campaign, number, today - dt.timedelta(days=SPAN * number // stories))]
        for link in make_shares(story, people)
    ]
    chance = random.Random(7)
    arrivals = split(clicks, [chance.lognormvariate(0, 1) for _link in links])
    return [Followed(*link, number) for link, number in zip(links, arrivals, strict=True)]


def make_members(programme: Programme, number: int) -> list[Member]:
    unit = Unit.objects.create(name="Produksi", path="Produksi")
    employees = [
        Employee(number=str(n), name=f"Karyawan {n}", email=f"k{n}@n.example", unit=unit)
        for n in range(number)
    ]
    made = Employee.objects.bulk_create(employees, batch_size=400)
    return Member.objects.bulk_create(
        (Member(programme=programme, employee=one, state="active") for one in made), batch_size=400
    )


def make_story(campaign: Campaign, number: int, begun: dt.date) -> Story:
    return Story.objects.create(
        campaign=campaign,
        title=f"Konten {number}",
        target_url="https://n.example/",
        state="live",
        live_from=dt.datetime.combine(begun, dt.time(3), dt.UTC),
    )


def make_shares(story: Story, people: Sequence[Member]) -> list[Link]:
    """A share of every member with its link."""
    links = Link.objects.bulk_create(
        (
            Link(
                code=f"k{story.pk:02}{n:05}",
                target=story.target_url,
                story=story,
                member=one,
                created=story.live_from,
            )
            for n, one in enumerate(people)
        ),
        batch_size=400,
    )
    Share.objects.bulk_create(
        (
            Share(
                member=link.member,
                story=story,
                channel=PLATFORMS[link.pk % len(PLATFORMS)],
                text="t",
                link=link,
                request_key=link.code,
                created=story.live_from,
                state="posted",
            )
            for link in links
        ),
        batch_size=400,
    )
    return links


def split(total: int, weights: Sequence[float]) -> list[int]:
    whole = sum(weights)
    return [round(total * weight / whole) for weight in weights]


def parts_of(number: int) -> Iterator[tuple[str, str, int]]:
    """Arrivals by dimension and value, each value half as often as the one before."""
    for dimension, values in VALUES.items():
        shares = split(number, [0.5**place for place in range(len(values))])
        for value, share in zip(values, shares, strict=True):
            if share:
                yield dimension, value, share


def days_of(link: Followed, today: dt.date) -> Iterator[tuple[dt.date, int]]:
    """Arrivals by day: most on the first days."""
    for age, number in enumerate(split(link.arrivals, [0.75**age for age in range(LIFE)])):
        date = link.begun + dt.timedelta(days=age)
        if number and date <= today:
            yield date, number


def judged(number: int) -> dict[str, int]:
    """Arrivals as they are told apart: a fifth of them machines."""
    return {"people": number * 7 // 10, "repeats": number // 10, "machines": number // 5}


def make_sums(links: Sequence[Followed], today: dt.date) -> dict[str, int]:
    """Sums as the loader would have made them; how many rows of each kind."""
    by_day = [(link, date, number) for link in links for date, number in days_of(link, today)]
    stories: Counter[tuple[int, dt.date]] = Counter()
    channels: Counter[tuple[int, str, dt.date]] = Counter()
    for link, date, number in by_day:
        stories[link.story, date] += number
        channels[link.story, link.platform, date] += number
    return {
        "link days": insert(
            ClickDay, (ClickDay(link_id=link.pk, date=date, **judged(n)) for link, date, n in by_day)
        ),
        "link parts": insert(ClickPart, link_parts(links)),
        "platform days": insert(
            ChannelDay,
            (
                ChannelDay(story_id=story, channel=channel, date=date, **judged(number))
                for (story, channel, date), number in channels.items()
            ),
        ),
        **make_story_sums(stories, today),
    }


def link_parts(links: Sequence[Followed]) -> Iterator[ClickPart]:
    for link in links:
        month = link.begun.replace(day=1)
        for dimension, value, number in parts_of(link.arrivals):
            yield ClickPart(link_id=link.pk, month=month, dimension=dimension, value=value, number=number)


def make_story_sums(days: Counter[tuple[int, dt.date]], today: dt.date) -> dict[str, int]:
    """The sums of stories by day, by part, by hour, and by each minute of today."""
    rows = list(days.items())
    return {
        "story days": insert(
            StoryDay, (StoryDay(story_id=story, date=date, **judged(n)) for (story, date), n in rows)
        ),
        "story parts": insert(
            StoryPart,
            (
                StoryPart(story_id=story, date=date, dimension=dimension, value=value, number=number)
                for (story, date), n in rows
                for dimension, value, number in parts_of(n)
            ),
        ),
        "story hours": insert(
            StoryHour,
            (
                StoryHour(
                    story_id=story,
                    hour=dt.datetime.combine(date, dt.time(hour), dt.UTC),
                    people=n * 7 // 240,
                    machines=n // 120,
                )
                for (story, date), n in rows
                for hour in range(24)
            ),
        ),
        "story minutes": insert(StoryMinute, story_minutes({story for story, _date in days}, today)),
    }


def story_minutes(stories: Iterable[int], today: dt.date) -> Iterator[StoryMinute]:
    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    for story in stories:
        for minute in range(1440):
            at = midnight + dt.timedelta(minutes=minute)
            yield StoryMinute(story_id=story, minute=at, people=minute % 50, machines=minute % 7)


def insert(model: Any, rows: Iterable[Any]) -> int:
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


def make_raw(links: Sequence[Followed], number: int, today: dt.date) -> int:
    """Raw clicks over the first days of each link, made by the database itself: tens of millions are wanted."""
    span = [link.begun + dt.timedelta(days=age) for link in links for age in (0, 3)]
    partitions.make_months({partitions.month_of(day) for day in span})
    kind = connection.vendor
    with connection.cursor() as cursor:
        moment = "timestamp" if kind == "postgresql" else "text"
        cursor.execute(f"CREATE TABLE raw_source (place bigint PRIMARY KEY, link bigint, begun {moment})")
        cursor.executemany(
            "INSERT INTO raw_source VALUES (%s, %s, %s)",
            [
                (place, link.pk, f"{min(link.begun, today - dt.timedelta(days=3))} 00:00:00")
                for place, link in enumerate(links)
            ],
        )
        for first in range(1, number + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, number)
            rest = RAW_REST.format(visitor=VISITOR[kind])
            sql = RAW[kind].format(columns=RAW_COLUMNS, rest=rest, first=first, last=last, links=len(links))
            cursor.execute(sql)
        cursor.execute("DROP TABLE raw_source")
    return number
