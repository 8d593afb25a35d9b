"""What arrivals had in common: sources, devices, languages and so on, by link and month and by story and day.

Everything counts people, and only their first arrival on a day; the verdicts count every arrival, with the
reason behind a colon (`preview:whatsapp`).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from digitroops.engines.clicks import source_of
from digitroops.links.arrivals import Arrived, Origin, origins_of
from digitroops.links.models import Click, ClickPart, Dimension, StoryPart
from digitroops.links.upserts import Level, add_to, take_from

LINK_PART = Level(ClickPart, ("link_id", "month", "dimension", "value"), ("number",))
STORY_PART = Level(StoryPart, ("story_id", "date", "dimension", "value"), ("number",))
MAX_VALUE = 100
#: Dimensions whose value stands in the arrival as it is.
PLAIN = tuple(
    dimension.value
    for dimension in (
        Dimension.DEVICE,
        Dimension.BROWSER,
        Dimension.SYSTEM,
        Dimension.LANGUAGE,
        Dimension.COUNTRY,
    )
)
#: How many clicks a rebuild reads at a time.
CHUNK = 2000


class Traits(NamedTuple):
    """What the parts of an arrival follow from; thousands of arrivals share theirs."""

    verdict: str
    reason: str
    referrer: str
    app: str
    via: str
    device: str
    browser: str
    system: str
    language: str
    country: str
    city: str


_TRAITS = attrgetter(*Traits._fields)


@lru_cache(maxsize=4096)
def parts_of(traits: Traits) -> tuple[tuple[str, str], ...]:
    """The dimension and value of everything that an arrival of these traits adds to."""
    verdict = str(traits.verdict)
    found = [(Dimension.VERDICT.value, f"{verdict}:{traits.reason}"[:MAX_VALUE].rstrip(":"))]
    if verdict != Click.Verdict.PERSON:
        return tuple(found)
    source = source_of(referrer=traits.referrer, app=traits.app, qr=traits.via == "qr")
    found.append((Dimension.SOURCE.value, source[:MAX_VALUE]))
    found += [(name, value) for name in PLAIN if (value := getattr(traits, name))]
    if traits.city:
        found.append((Dimension.CITY.value, f"{traits.country}:{traits.city}"[:MAX_VALUE]))
    return tuple(found)


def _counts(
    arrivals: Iterable[Arrived], origins: Mapping[int, Origin]
) -> tuple[Counter[tuple[Any, ...]], Counter[tuple[Any, ...]]]:
    alike = Counter((arrived.link_id, arrived.date, _TRAITS(arrived)) for arrived in arrivals)
    links: Counter[tuple[Any, ...]] = Counter()
    by_story: Counter[tuple[Any, ...]] = Counter()
    for (link, date, traits), number in alike.items():
        month = date.replace(day=1)
        origin = origins.get(link)
        for dimension, value in parts_of(Traits._make(traits)):
            links[link, month, dimension, value, "number"] += number
            if origin:
                by_story[origin.story, date, dimension, value, "number"] += number
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
