"""Counts and rates: how many, how large a share, how much more than before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digitroops.engines.measure.errors import MeasureError
from digitroops.engines.measure.figure import Figure
from digitroops.engines.measure.interval import Interval, growth_interval, rate_interval, wilson
from digitroops.engines.measure.registry import MEASURES


@dataclass(frozen=True, slots=True)
class ViewRate:
    """Which share of the followers sees one post on a platform, from `low` to `high`, and where that is known from."""

    low: float
    high: float
    source: str

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise MeasureError(f"A view rate runs from low to high, not from {self.low} to {self.high}.")


DEFAULT_VIEW_RATES: Mapping[str, ViewRate] = {
    "": ViewRate(0.05, 0.15, "An assumption of Digitroops; replace it by the programme's own posts."),
}


def count(key: str, number: int) -> Figure:
    """A plain count of the register: shares, views, engagements, clicks."""
    if number < 0:
        raise MeasureError(f"A count cannot be {number}.")
    if key not in MEASURES:
        raise MeasureError(f"There is no measure {key!r}.")
    return Figure(key, number)


def reach_sum(followers: Iterable[int]) -> Figure:
    """Followers of every account whose archive has been read, added up."""
    return count("reach_sum", sum(followers))


def reach_unique(people: int) -> Figure:
    """Different followers of the accounts, as `engines.audience.union_size` counts them."""
    return count("reach_unique", people)


def reach_declared(followers: Iterable[int], factor: float) -> Figure:
    """Followers as declared by their owners, times a factor from 0 to 1."""
    if not 0 <= factor <= 1:
        raise MeasureError("The discount factor of declared followers lies between 0 and 1.")
    return Figure("reach_declared", round(sum(followers) * factor))


def expected_views(followers: Mapping[str, int], rates: Mapping[str, ViewRate] | None = None) -> Figure:
    """Views that one post by everybody may get: followers by platform times the platform's view rate.

    `rates` holds a rate by platform and under "" the one for all others; a platform without either gives None.
    """
    table = DEFAULT_VIEW_RATES if rates is None else rates
    found = {platform: table.get(platform, table.get("")) for platform, number in followers.items() if number}
    if any(rate is None for rate in found.values()):
        return Figure("expected_views", None)
    low = sum(followers[platform] * rate.low for platform, rate in found.items() if rate)
    high = sum(followers[platform] * rate.high for platform, rate in found.items() if rate)
    return Figure("expected_views", round((low + high) / 2), round(low), round(high))


def adoption(active: int, members: int) -> Figure:
    """Members who shared in the period ÷ members of the period, with its Wilson interval."""
    if members == 0 and active == 0:
        return Figure("adoption", None)
    return bounded("adoption", active / members if members else 0, wilson(active, members))


def engagement_rate(engagements: int, exposures: int) -> Figure:
    """Engagements ÷ exposures, where exposures are the followers of each post's account added over the posts."""
    return rate("engagement_rate", engagements, exposures)


def engagement_rate_by_reach(engagements: int, views: int) -> Figure:
    """Engagements ÷ views."""
    return rate("engagement_rate_by_reach", engagements, views)


def click_through(clicks: int, views: int) -> Figure:
    """Clicks ÷ views."""
    return rate("click_through", clicks, views)


def growth(now: int, before: int) -> Figure:
    """The change of a count from the period before, as a share; None where there was nothing before."""
    if before == 0:
        return Figure("growth", None)
    return bounded("growth", now / before - 1, growth_interval(now, before))


def rate(key: str, events: int, base: int) -> Figure:
    """Events on a base with their interval; None without a base."""
    if base == 0:
        return Figure(key, None)
    return bounded(key, events / base, rate_interval(events, base))


def bounded(key: str, value: float, interval: Interval) -> Figure:
    """A figure with the ends of its interval."""
    return Figure(key, value, interval.low, interval.high)
