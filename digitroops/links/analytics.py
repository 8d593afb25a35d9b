"""What the pages say about arrivals: read from the sums, never from raw clicks."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from digitroops.engines.clicks.sources import DIRECT, QR
from digitroops.engines.measure.unusual import Unusual, unusual_days
from digitroops.links.models import (
    Click,
    ClickDay,
    ClickHour,
    ClickPart,
    ConversionDay,
    Dimension,
    Link,
    StoryDay,
    StoryHour,
    StoryMinute,
    StoryPart,
)
from digitroops.links.reason_names import reason_name
from digitroops.newsroom.models import Story
from digitroops.programme.models import Programme
from digitroops.ui.formats import day_short, locale, number

COLUMNS = ("people", "repeats", "machines", "own")
LIVE_MINUTES = 30
HISTORY = dt.timedelta(weeks=8)
MOST_PARTS = 8
HOURS = 24
WEEK = 7


@dataclass(frozen=True)
class Total:
    """Arrivals by what they were."""

    people: int = 0
    repeats: int = 0
    machines: int = 0
    own: int = 0

    @property
    def machine_share(self) -> float | None:
        """Machines out of everybody who was not the sharer; None where nobody came."""
        everybody = self.people + self.repeats + self.machines
        return self.machines / everybody if everybody else None


@dataclass(frozen=True)
class Part:
    """One source, device or the like: its name for readers, how many people, and their share."""

    value: str
    label: str
    number: int
    share: float


@dataclass(frozen=True)
class Reason:
    """Why so many arrivals were taken for what they were taken for."""

    verdict: str
    label: str
    reason: str
    number: int


@dataclass(frozen=True)
class Reached:
    """A goal with how often it was reached and what that is worth."""

    name: str
    number: int
    value: int


@dataclass(frozen=True)
class OddDay:
    """An unusual day for the page: when, how many, and how many are usual on that weekday."""

    date: dt.date
    value: int
    usual: int
    more: bool


def _sum(rows: QuerySet[Any]) -> Total:
    sums = rows.aggregate(**{f"all_{name}": Sum(name, default=0) for name in COLUMNS})
    return Total(**{name: sums[f"all_{name}"] for name in COLUMNS})


def total_of_link(link: Link) -> Total:
    """Everything since the link was made."""
    return _sum(ClickDay.objects.filter(link=link))


def total_of_story(story: Story, first: dt.date, last: dt.date) -> Total:
    """Arrivals at all links of a story from one day to another."""
    return _sum(StoryDay.objects.filter(story=story, date__range=(first, last)))


def begun(made: dt.datetime, first: dt.date, last: dt.date) -> dt.date:
    """Where a chart begins: with what it shows, though never with less than a week."""
    return max(first, min(timezone.localdate(made), last - dt.timedelta(days=WEEK - 1)))


def _days(rows: QuerySet[Any], first: dt.date, last: dt.date) -> dict[dt.date, tuple[int, int]]:
    sums = rows.filter(date__range=(first, last)).values_list("date")
    found = {
        date: (people, machines)
        for date, people, machines in sums.annotate(all_people=Sum("people"), all_machines=Sum("machines"))
    }
    return {
        first + dt.timedelta(days=step): found.get(first + dt.timedelta(days=step), (0, 0))
        for step in range((last - first).days + 1)
    }


def day_chart(rows: QuerySet[Any], first: dt.date, last: dt.date) -> dict[str, Any]:
    """People and machines by day, as the chart component reads it; `rows` are sums of a link or a story by day."""
    days = _days(rows, first, last)
    return _chart([day_short(day) for day in days], list(days.values()))


def _chart(labels: list[str], values: list[tuple[int, int]]) -> dict[str, Any]:
    return {
        "labels": labels,
        "series": [
            {"label": _("People"), "values": [people for people, _machines in values], "ours": True},
            {"label": _("Machines"), "values": [machines for _people, machines in values]},
        ],
        "format": "number",
    }


def hour_chart(rows: QuerySet[Any], now: dt.datetime, *, hours: int = HOURS) -> dict[str, Any]:
    """People and machines in each of the last hours, in the viewer's zone; `rows` are sums by hour."""
    end = now.replace(minute=0, second=0, microsecond=0)
    wanted = [end - dt.timedelta(hours=back) for back in reversed(range(hours))]
    sums = rows.filter(hour__gte=wanted[0], hour__lte=end).values_list("hour")
    found = {
        hour: (people, machines)
        for hour, people, machines in sums.annotate(all_people=Sum("people"), all_machines=Sum("machines"))
    }
    labels = [f"{timezone.localtime(hour):%H}.00" for hour in wanted]
    return _chart(labels, [found.get(hour, (0, 0)) for hour in wanted])


def odd_days(rows: QuerySet[Any], since: dt.date, first: dt.date, last: dt.date) -> list[OddDay]:
    """The unusual days of a span, each beside the same weekdays of eight weeks before it.

    Days before `since`, when there was nothing to follow yet, say nothing of what is usual. The last day is left
    out when it is today: it is not over.
    """
    end = min(last, timezone.localdate() - dt.timedelta(days=1))
    begin = max(first - HISTORY, since)
    days = _days(rows, begin, end)
    dates = list(days)
    found = unusual_days([people for people, _machines in days.values()])
    return [_odd(dates[one.place], one) for one in found if dates[one.place] >= first]


def _odd(date: dt.date, found: Unusual) -> OddDay:
    return OddDay(date=date, value=found.value, usual=round(found.usual), more=found.score > 0)


def parts_of_link(link: Link, dimension: Dimension) -> list[Part]:
    """Since the link was made, the largest first."""
    rows = ClickPart.objects.filter(link=link, dimension=dimension)
    return _parts(rows, dimension)


def parts_of_story(story: Story, dimension: Dimension, first: dt.date, last: dt.date) -> list[Part]:
    """Over all links of a story, the largest first."""
    rows = StoryPart.objects.filter(story=story, dimension=dimension, date__range=(first, last))
    return _parts(rows, dimension)


def _parts(rows: QuerySet[Any], dimension: Dimension) -> list[Part]:
    sums = list(rows.values_list("value").annotate(all_number=Sum("number")).order_by("-all_number", "value"))
    total = sum(count for _value, count in sums) or 1
    shown = sums[:MOST_PARTS]
    rest = sum(count for _value, count in sums[MOST_PARTS:])
    parts = [
        Part(value, label_of(dimension, value), count, count / total) for value, count in shown if count > 0
    ]
    return [*parts, Part("", _("Others"), rest, rest / total)] if rest else parts


def label_of(dimension: Dimension, value: str) -> str:
    """A value's name for readers, in their language."""
    if dimension == Dimension.SOURCE:
        return {DIRECT: _("Opened directly"), QR: _("QR code")}.get(value, value)
    if dimension == Dimension.DEVICE:
        names = {
            "phone": _("Mobile phone"),
            "tablet": _("Tablet"),
            "desktop": _("Computer"),
            "tv": _("Television"),
        }
        return names.get(value, value)
    if dimension == Dimension.LANGUAGE:
        return str(locale().languages.get(value, value))
    if dimension == Dimension.COUNTRY:
        return str(locale().territories.get(value, value))
    if dimension == Dimension.CITY:
        return value.partition(":")[2]
    return value


def reasons_of(rows: QuerySet[Any]) -> list[Reason]:
    """How many arrivals got which verdict and why, the most frequent first; `rows` are parts of a link or a story."""
    sums = rows.filter(dimension=Dimension.VERDICT).values_list("value").annotate(all_number=Sum("number"))
    labels = dict(Click.Verdict.choices)
    found = []
    for value, count in sums.order_by("-all_number", "value"):
        verdict, _colon, reason = value.partition(":")
        if count > 0:
            found.append(Reason(verdict, str(labels.get(verdict, verdict)), reason_name(reason), count))
    return found


def bars_of(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Parts as the bars component reads them, the first one strong."""
    return [
        {"label": part.label, "value": part.number, "text": number(part.number), "strong": place == 0}
        for place, part in enumerate(parts)
    ]


def reached(rows: QuerySet[ConversionDay]) -> list[Reached]:
    """Goals with their sums, the most valuable first."""
    sums = rows.values_list("goal__name").annotate(all_number=Sum("number"), all_value=Sum("value"))
    return [
        Reached(name, count, value)
        for name, count, value in sums.order_by("-all_value", "-all_number")
        if count
    ]


def members_of_story(story: Story, first: dt.date, last: dt.date, *, most: int = 10) -> list[dict[str, Any]]:
    """The links of a story that brought the most people, with whose they are. For PR only.

    Link by link, so that the database reads the days of this story's links alone, not those of all links.
    """
    days = ClickDay.objects.filter(date__range=(first, last)).order_by()
    own = days.filter(link=OuterRef("pk")).values("link").annotate(n=Sum("people")).values("n")
    links = Link.objects.filter(story=story).annotate(people=Subquery(own)).filter(people__gt=0)
    best = list(
        links.order_by("-people", "pk").values_list("pk", "code", "member__employee__name", "people")[:most]
    )
    rows = days.filter(link__in=[pk for pk, *_rest in best]).values_list("link")
    machines = dict(rows.annotate(n=Sum("machines")))
    return [
        {"code": code, "name": name, "people": people, "machines": machines.get(pk, 0)}
        for pk, code, name, people in best
    ]


@dataclass(frozen=True)
class Live:
    """The last half hour: a chart by minute, the sums, and the stories people came to."""

    chart: dict[str, Any]
    people: int
    machines: int
    stories: list[dict[str, Any]]
    until: dt.datetime


def live_of(programme: Programme, now: dt.datetime) -> Live:
    """The last thirty minutes of all stories of a programme, the running minute too."""
    end = now.replace(second=0, microsecond=0)
    minutes = [end - dt.timedelta(minutes=back) for back in reversed(range(LIVE_MINUTES))]
    rows = StoryMinute.objects.filter(
        story__campaign__programme=programme, minute__gte=minutes[0], minute__lte=end
    )
    found: dict[dt.datetime, list[int]] = {minute: [0, 0] for minute in minutes}
    stories: dict[int, dict[str, Any]] = {}
    for minute, story, title, people, machines in rows.values_list(
        "minute", "story_id", "story__title", "people", "machines"
    ):
        found[minute][0] += people
        found[minute][1] += machines
        row = stories.setdefault(story, {"pk": story, "title": title, "people": 0, "machines": 0})
        row["people"] += people
        row["machines"] += machines
    values = [(people, machines) for people, machines in found.values()]
    labels = [f"{timezone.localtime(minute):%H.%M}" for minute in minutes]
    return Live(
        chart=_chart(labels, values),
        people=sum(people for people, _machines in values),
        machines=sum(machines for _people, machines in values),
        stories=sorted(stories.values(), key=lambda row: (-row["people"], row["title"])),
        until=now,
    )


def conversions_of_link(link: Link) -> QuerySet[ConversionDay]:
    return ConversionDay.objects.filter(link=link)


def conversions_of_story(story: Story, first: dt.date, last: dt.date) -> QuerySet[ConversionDay]:
    return ConversionDay.objects.filter(link__story=story, date__range=(first, last))


def was_followed(link: Link) -> bool:
    """Whether anybody but the sharer has come by the link yet: from then on it leads where people expect it to."""
    return ClickDay.objects.filter(link=link).filter(Q(people__gt=0) | Q(repeats__gt=0)).exists()


def sums_of_link(link: Link) -> tuple[QuerySet[ClickDay], QuerySet[ClickHour]]:
    return ClickDay.objects.filter(link=link), ClickHour.objects.filter(link=link)


def sums_of_story(story: Story) -> tuple[QuerySet[StoryDay], QuerySet[StoryHour]]:
    return StoryDay.objects.filter(story=story), StoryHour.objects.filter(story=story)
