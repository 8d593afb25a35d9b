"""The sums that pages read: arrivals at a link and at a story by hour (UTC) and by day (the company's zone), the
latter by platform too.

`add` is called with every batch in the transaction that writes the clicks, and `take_back` when a click is judged
anew; `rebuild` makes the sums of whole days from the raw clicks. What arrivals had in common (sources, devices) lies
beside them, see `parts`.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connections, models, router, transaction
from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce, TruncHour, TruncMinute

from digitroops.links import parts
from digitroops.links.arrivals import Arrived, Origin, origins_of
from digitroops.links.models import (
    ChannelDay,
    Click,
    ClickDay,
    ClickHour,
    StoryDay,
    StoryHour,
    StoryMinute,
)
from digitroops.links.outside import refuse_outside
from digitroops.links.upserts import Level, add_to, take_from

COLUMNS = ("people", "repeats", "machines", "own")
OF_VERDICT: Mapping[str, str] = {
    Click.Verdict.PERSON.value: "people",
    Click.Verdict.REPEAT.value: "repeats",
    Click.Verdict.OWN.value: "own",
}
SUMS = {
    "people": Count("pk", filter=Q(verdict=Click.Verdict.PERSON)),
    "repeats": Count("pk", filter=Q(verdict=Click.Verdict.REPEAT)),
    "machines": Count("pk", filter=~Q(verdict__in=list(OF_VERDICT))),
    "own": Count("pk", filter=Q(verdict=Click.Verdict.OWN)),
}
LINK_HOUR = Level(ClickHour, ("link_id", "hour"), COLUMNS)
LINK_DAY = Level(ClickDay, ("link_id", "date"), COLUMNS)
STORY_MINUTE = Level(StoryMinute, ("story_id", "minute"), COLUMNS)
STORY_HOUR = Level(StoryHour, ("story_id", "hour"), COLUMNS)
STORY_DAY = Level(StoryDay, ("story_id", "date"), COLUMNS)
CHANNEL_DAY = Level(ChannelDay, ("story_id", "channel", "date"), COLUMNS)
LEVELS = (LINK_HOUR, LINK_DAY, STORY_MINUTE, STORY_HOUR, STORY_DAY, CHANNEL_DAY)
LOCK = 4_170_001
Counts = dict[Level, Counter[tuple[Any, ...]]]


def _hold(lock: str) -> None:
    """Any number of batches at a time, but none beside a rebuilding; SQLite has one writer anyway."""
    database = connections[router.db_for_write(ClickDay)]
    if database.vendor == "postgresql":
        with database.cursor() as cursor:
            cursor.execute(f"SELECT {lock}({LOCK})")


def column_of(verdict: str) -> str:
    """The counter that an arrival adds to; whatever is neither a person nor the sharer is a machine."""
    return OF_VERDICT.get(verdict, "machines")


def hour_of(at: dt.datetime) -> dt.datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _counts(arrivals: list[Arrived], origins: Mapping[int, Origin]) -> Counts:
    """The sums of a batch: those of stories are made from those of their links, which are fewer than arrivals."""
    hours: Counter[tuple[Any, ...]] = Counter()
    days: Counter[tuple[Any, ...]] = Counter()
    minutes: Counter[tuple[Any, ...]] = Counter()
    stories = {link: origin.story for link, origin in origins.items()}
    for arrived in arrivals:
        link, at, column = arrived.link_id, arrived.at, column_of(arrived.verdict)
        hours[link, at.replace(minute=0, second=0, microsecond=0), column] += 1
        days[link, arrived.date, column] += 1
        if link in stories:
            minutes[stories[link], at.replace(second=0, microsecond=0), column] += 1
    found: Counts = {level: Counter() for level in LEVELS}
    found |= {LINK_HOUR: hours, LINK_DAY: days, STORY_MINUTE: minutes}
    for (link, hour, column), number in hours.items():
        if link in stories:
            found[STORY_HOUR][stories[link], hour, column] += number
    for (link, date, column), number in days.items():
        if link in stories:
            found[STORY_DAY][stories[link], date, column] += number
            found[CHANNEL_DAY][*origins[link], date, column] += number
    return found


def add(arrivals: Iterable[Arrived]) -> None:
    """Add arrivals to all sums; the caller holds the transaction."""
    _hold("pg_advisory_xact_lock_shared")
    batch = list(arrivals)
    origins = origins_of({arrived.link_id for arrived in batch})
    for level, counts in _counts(batch, origins).items():
        add_to(level, counts)
    parts.add(batch, origins)


def take_back(arrivals: Iterable[Arrived]) -> None:
    """Take arrivals out of all sums, as they were judged when they were added; the caller holds the transaction."""
    _hold("pg_advisory_xact_lock_shared")
    batch = list(arrivals)
    origins = origins_of({arrived.link_id for arrived in batch})
    for level, counts in _counts(batch, origins).items():
        take_from(level, counts)
    parts.take_back(batch, origins)


@transaction.atomic
def rebuild(dates: Iterable[dt.date]) -> None:
    """Make the sums of whole days anew from the raw clicks; running loaders wait for the end of it.

    Raises RawClicksOutside.
    """
    refuse_outside()
    _hold("pg_advisory_xact_lock")
    clicks = Click.objects.order_by()
    days = sorted(set(dates))
    for date in days:
        of_day = clicks.filter(date=date)
        _replace(ClickDay.objects.filter(date=date), of_day.values("link_id", "date").annotate(**SUMS))
        by_story = of_day.values("date", story_id=F("link__story_id")).annotate(**SUMS)
        _replace(StoryDay.objects.filter(date=date), by_story)
        channel = Coalesce("link__share__channel", Value(""))
        by_channel = of_day.values("date", story_id=F("link__story_id"), channel=channel).annotate(**SUMS)
        _replace(ChannelDay.objects.filter(date=date), by_channel)
        span = of_day.aggregate(first=models.Min("at"), last=models.Max("at"))
        if span["first"]:
            _rebuild_hours(hour_of(span["first"]), hour_of(span["last"]) + dt.timedelta(hours=1))
    parts.rebuild(days)


def _replace(old: models.QuerySet[Any], rows: models.QuerySet[Any, Any]) -> None:
    old.delete()
    model = old.model
    model.objects.bulk_create((model(**row) for row in rows.iterator()), batch_size=500)


def _rebuild_hours(first: dt.datetime, end: dt.datetime) -> None:
    clicks = Click.objects.filter(at__gte=first, at__lt=end).order_by()
    hour, minute = TruncHour("at", tzinfo=dt.UTC), TruncMinute("at", tzinfo=dt.UTC)
    span = {"hour__gte": first, "hour__lt": end}
    story = F("link__story_id")
    _replace(ClickHour.objects.filter(**span), clicks.values("link_id", hour=hour).annotate(**SUMS))
    _replace(StoryHour.objects.filter(**span), clicks.values(story_id=story, hour=hour).annotate(**SUMS))
    kept = StoryMinute.objects.filter(minute__gte=first, minute__lt=end)
    if kept.exists():
        _replace(kept, clicks.values(story_id=story, minute=minute).annotate(**SUMS))
