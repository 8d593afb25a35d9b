"""Goals that people reached after they had followed a link, by story, member, platform and day. From the daily sums."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Sum

from digitroops.insight.queries.period import Period
from digitroops.links.models import ConversionDay
from digitroops.programme.models import Programme
from digitroops.sharing.models import Share

#: dimension -> (path from a day's sum to its key, path to its name)
CONVERSION_DIMENSIONS: dict[str, tuple[str, str]] = {
    "goal": ("goal_id", "goal__name"),
    "story": ("link__story_id", "link__story__title"),
    "member": ("link__member_id", "link__member__employee__name"),
    "platform": ("link__share__channel", "link__share__channel"),
}


@dataclass(frozen=True)
class ConversionRow:
    """One line: how often goals were reached there, and what that is worth in rupiah."""

    key: Any
    name: str
    number: int
    value: int


@dataclass(frozen=True)
class ConversionTotal:
    """Goals reached in a period, with their value."""

    number: int
    value: int


def _days(programme: Programme, period: Period) -> Any:
    return ConversionDay.objects.filter(
        goal__programme=programme, date__range=(period.first, period.last)
    ).order_by()


def conversions_of(programme: Programme, period: Period) -> ConversionTotal:
    """All goals of a programme in a period."""
    sums = _days(programme, period).aggregate(n=Sum("number", default=0), v=Sum("value", default=0))
    return ConversionTotal(number=sums["n"], value=sums["v"])


def conversions_by(programme: Programme, period: Period, dimension: str) -> list[ConversionRow]:
    """Along a dimension, the most valuable first. Raises KeyError for unknown ones."""
    key_path, name_path = CONVERSION_DIMENSIONS[dimension]
    rows = _days(programme, period).values(key=F(key_path), label=F(name_path))
    sums = rows.annotate(all_number=Sum("number"), all_value=Sum("value"))
    found = [
        ConversionRow(row["key"], _name(dimension, row["label"]), row["all_number"], row["all_value"])
        for row in sums
    ]
    return sorted(found, key=lambda row: (-row.value, -row.number, row.name))


def _name(dimension: str, label: str | None) -> str:
    if dimension == "platform":
        return str(Share.Channel(label).label) if label in Share.Channel.values else "–"
    return label or "–"


def conversions_by_day(programme: Programme, period: Period) -> list[int]:
    """How often goals were reached on each day of the period."""
    found = dict(_days(programme, period).values_list("date").annotate(all_number=Sum("number")))
    return [found.get(day, 0) for day in period]
