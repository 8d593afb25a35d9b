"""How an audience grew: follows by day and month, bursts among them, and steps between counts of different days.

Exports list who follows *today* and since when. Whoever left again is not in them, so the past is never overstated and
often understated. Nothing here is a verdict: a burst may be a video that many liked, a mention on television, or bought
followers. Sources: Stringhini et al., "Follow the Green: Growth and Dynamics in Twitter Follower Markets" (IMC 2013),
saw that customers of follower markets gain followers in sudden steps and lose them slowly; growth anomalies are also
part of HypeAuditor's audience quality score. The thresholds are our own choice and can be changed (`GrowthRules`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

DAY = timedelta(days=1)
MONTH_DAYS = 30
LONGEST = 40 * 366

Days = Mapping[date, int]


class GrowthError(ValueError):
    """The follows or counts are none that an account can have."""


@dataclass(frozen=True, slots=True)
class GrowthRules:
    """What counts as a burst and as a step. Every number may be changed.

    A day is part of a burst if it brought at least `floor` follows and at least `factor` times the usual of the
    `around` days before and after it; the usual is their mean without the highest `trim` of them. Days at most `gap`
    apart are one burst, which counts if it brought at least `share` of all dated follows. The first `settling` days of
    an account are left out, because friends arrive together.

    A step between two counts is marked if it is at least `step_floor` followers and at least `step_share` of the count
    before in 30 days.
    """

    around: int = 90
    trim: float = 0.1
    factor: float = 10.0
    floor: int = 20
    share: float = 0.02
    gap: int = 3
    settling: int = 7
    step_floor: int = 100
    step_share: float = 0.25


@dataclass(frozen=True, slots=True)
class Month:
    """One month: follows gained, followers of today who were there at its end, gained ÷ those there before."""

    first: date
    gained: int
    total: int
    rate: float | None


@dataclass(frozen=True, slots=True)
class Burst:
    """Some days, both included, on which far more came than usual; `usual` is a day's, `share` of all dated."""

    first: date
    last: date
    gained: int
    usual: float
    share: float


@dataclass(frozen=True, slots=True)
class Growth:
    """How today's followers came. `burst_share` is `None` where no follow has a date."""

    dated: int
    undated: int
    first: date | None
    last: date | None
    months: tuple[Month, ...]
    bursts: tuple[Burst, ...]
    burst_share: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """From one count to the next. `rate` is the change in 30 days ÷ the count before, `None` if that was none."""

    first: date
    last: date
    before: int
    after: int
    rate: float | None
    marked: bool


def days_of(times: Iterable[datetime | None], zone: tzinfo = UTC) -> dict[date, int]:
    """Follows by day, in order, in a time zone; follows without a time are left out. Holds no follower's name."""
    counts = Counter(moment.astimezone(zone).date() for moment in times if moment is not None)
    return dict(sorted(counts.items()))


def growth_of(
    days: Days, *, undated: int = 0, until: date | None = None, rules: GrowthRules | None = None
) -> Growth:
    """Months and bursts of follows by day, as `days_of` gives them, up to and with the day of the export `until`.

    Raises `GrowthError` for a negative count, a day after `until`, or days over more than forty years.
    """
    counted = {day: count for day, count in days.items() if count}
    if not counted:
        return Growth(0, undated, None, None, (), (), None)
    first, last = min(counted), max(counted)
    end = until or last
    if min(counted.values()) < 0 or last > end or (end - first).days > LONGEST:
        raise GrowthError("Follows by day need counts above zero, on days up to the day of the export.")
    series = np.zeros((end - first).days + 1, dtype=np.int64)
    for day, count in counted.items():
        series[(day - first).days] = count
    bursts = tuple(bursts_in(series, first, rules or GrowthRules()))
    dated = int(series.sum())
    share = sum(burst.gained for burst in bursts) / dated
    return Growth(dated, undated, first, last, tuple(months_in(counted, first, end)), bursts, share)


def months_in(days: Days, first: date, last: date) -> Iterable[Month]:
    """Every calendar month from the first day to the last, those without a follow too."""
    gained = Counter[date]()
    for day, count in days.items():
        gained[day.replace(day=1)] += count
    month, total = first.replace(day=1), 0
    while month <= last:
        before, total = total, total + gained[month]
        yield Month(month, gained[month], total, gained[month] / before if before else None)
        month = (month.replace(day=28) + 4 * DAY).replace(day=1)


def bursts_in(series: NDArray[np.int64], first: date, rules: GrowthRules) -> Iterable[Burst]:
    """The bursts of a series with one count a day from `first` on."""
    marked: list[tuple[int, float]] = []
    for place in np.flatnonzero(series >= max(1, rules.floor)).tolist():
        usual = usual_at(series, place, rules)
        if place >= rules.settling and series[place] >= rules.factor * usual:
            marked.append((place, usual))
    total = int(series.sum())
    for group in grouped(marked, rules.gap):
        gained = int(sum(series[place] for place, _ in group))
        if gained >= rules.share * total:
            low, high = group[0][0], group[-1][0]
            usual = min(usual for _, usual in group)
            yield Burst(first + low * DAY, first + high * DAY, gained, usual, gained / total)


def usual_at(series: NDArray[np.int64], place: int, rules: GrowthRules) -> float:
    """What a day brings around a place: the mean of the days before and after it without their highest part."""
    before, after = series[max(0, place - rules.around) : place], series[place + 1 : place + 1 + rules.around]
    near = np.sort(np.concatenate((before, after)))
    kept = near[: len(near) - int(len(near) * rules.trim)]
    return float(kept.mean()) if len(kept) else 0.0


def grouped(marked: list[tuple[int, float]], gap: int) -> list[list[tuple[int, float]]]:
    """Marked days, those at most `gap` apart together."""
    groups: list[list[tuple[int, float]]] = []
    for day in marked:
        if groups and day[0] - groups[-1][-1][0] <= gap:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def steps_of(counts: Days, rules: GrowthRules | None = None) -> list[Step]:
    """The steps between follower counts known for some days: two archives, or daily snapshots.

    This is all there is for X, whose export has no follow dates. Raises `GrowthError` for a negative count.
    """
    bounds = rules or GrowthRules()
    if any(count < 0 for count in counts.values()):
        raise GrowthError("A follower count cannot be below zero.")
    return [step(first, last, bounds) for first, last in pairwise(sorted(counts.items()))]


def step(first: tuple[date, int], last: tuple[date, int], rules: GrowthRules) -> Step:
    """One step. Shorter than 30 days it counts as if it had taken 30, so that one good day marks nothing."""
    (start, before), (end, after) = first, last
    gained, days = after - before, max(MONTH_DAYS, (end - start).days)
    rate = gained / before * MONTH_DAYS / days if before else None
    marked = gained >= rules.step_floor and (rate is None or rate >= rules.step_share)
    return Step(start, end, before, after, rate, marked)
