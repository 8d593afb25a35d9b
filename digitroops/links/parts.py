"""What arrivals had in common: sources, devices, languages and so on, by link and month and by story and day.

Everything counts people, and only their first arrival on a day; the verdicts count every arrival, with the
reason behind a colon (`preview:whatsapp`).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from digitroops.engines.clicks import source_of
from digitroops.links.arrivals import Arrived, Origin, origins_of
from digitroops.links.models import Click, ClickPart, Dimension, StoryPart
from digitroops.links.upserts import Level, add_to, take_from

LINK_PART = Level(ClickPart, ("link_id", "month", "dimension", "value"), ("number",))
STORY_PART = Level(StoryPart, ("story_id", "date", "dimension", "value"), ("number",))
MAX_VALUE = 100
#: How many clicks a rebuild reads at a time.
CHUNK = 2000


def parts_of(arrived: Arrived) -> Iterator[tuple[str, str]]:
    """The dimension and value of everything that one arrival adds to."""
    verdict = str(arrived.verdict)
    yield Dimension.VERDICT.value, f"{verdict}:{arrived.reason}"[:MAX_VALUE].rstrip(":")
    if verdict != Click.Verdict.PERSON:
        return
    source = source_of(referrer=arrived.referrer, app=arrived.app, qr=arrived.via == "qr")
    yield Dimension.SOURCE.value, source[:MAX_VALUE]
    for dimension in (
        Dimension.DEVICE,
        Dimension.BROWSER,
        Dimension.SYSTEM,
        Dimension.LANGUAGE,
        Dimension.COUNTRY,
    ):
        value = getattr(arrived, dimension.value)
        if value:
            yield dimension.value, value
    if arrived.city:
        yield Dimension.CITY.value, f"{arrived.country}:{arrived.city}"[:MAX_VALUE]


def _counts(
    arrivals: Iterable[Arrived], origins: Mapping[int, Origin]
) -> tuple[Counter[tuple[Any, ...]], Counter[tuple[Any, ...]]]:
    links: Counter[tuple[Any, ...]] = Counter()
    by_story: Counter[tuple[Any, ...]] = Counter()
    for arrived in arrivals:
        month = arrived.date.replace(day=1)
        origin = origins.get(arrived.link_id)
        for dimension, value in parts_of(arrived):
            links[arrived.link_id, month, dimension, value, "number"] += 1
            if origin:
                by_story[origin.story, arrived.date, dimension, value, "number"] += 1
    return links, by_story


def add(arrivals: list[Arrived], origins: Mapping[int, Origin]) -> None:
    """Add arrivals to the parts; the caller holds the transaction."""
    links, by_story = _counts(arrivals, origins)
    add_to(LINK_PART, links)
    add_to(STORY_PART, by_story)


def take_back(arrivals: list[Arrived], origins: Mapping[int, Origin]) -> None:
    """Take arrivals out of the parts again."""
    links, by_story = _counts(arrivals, origins)
    take_from(LINK_PART, links)
    take_from(STORY_PART, by_story)


def rebuild(dates: list[dt.date]) -> None:
    """Make the parts of the days' stories, and of the whole months of their links, anew from the raw clicks."""
    months = sorted({date.replace(day=1) for date in dates})
    StoryPart.objects.filter(date__in=dates).delete()
    ClickPart.objects.filter(month__in=months).delete()
    wanted = set(dates)
    for month in months:
        following = (month + dt.timedelta(days=32)).replace(day=1)
        clicks = Click.objects.filter(date__gte=month, date__lt=following).order_by()
        for chunk in _chunks(clicks.iterator(chunk_size=CHUNK)):
            origins = origins_of({click.link_id for click in chunk})
            links, _all = _counts(chunk, origins)
            _links, by_story = _counts((click for click in chunk if click.date in wanted), origins)
            add_to(LINK_PART, links)
            add_to(STORY_PART, by_story)


def _chunks(clicks: Iterator[Click]) -> Iterator[list[Click]]:
    chunk: list[Click] = []
    for click in clicks:
        chunk.append(click)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    yield chunk
