"""Confidence intervals in closed form, 95 % by default.

They say how far a figure might have come out otherwise by chance alone, so that nobody reads a trend into four clicks.
"""

from dataclasses import dataclass
from math import inf, sqrt

from digitroops.engines.measure.errors import MeasureError

Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included; `high` may be infinite."""

    low: float
    high: float


def wilson(part: int, whole: int, z: float = Z95) -> Interval:
    """The interval of the proportion `part` of `whole` (Wilson 1927). Raises `MeasureError` where it is none."""
    if not 0 <= part <= whole or whole == 0:
        raise MeasureError(f"{part} of {whole} is not a proportion.")
    share, square = part / whole, z * z
    centre = (share + square / (2 * whole)) / (1 + square / whole)
    margin = z / (1 + square / whole) * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low = 0.0 if part == 0 else max(0.0, centre - margin)
    return Interval(low, 1.0 if part == whole else min(1.0, centre + margin))


def rate_interval(events: int, base: float, z: float = Z95) -> Interval:
    """The interval of `events` counted on `base`, where events may exceed the base (Byar's Poisson limits)."""
    if events < 0 or base <= 0:
        raise MeasureError(f"{events} on {base} is not a rate.")
    above = events + 1
    low = events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3 if events else 0.0
    high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return Interval(max(0.0, low) / base, high / base)


def growth_interval(now: int, before: int, z: float = Z95) -> Interval:
    """The interval of now ÷ before − 1 for two counts: the Wilson limits of now's share of both, as a ratio."""
    share = wilson(now, now + before, z)
    return Interval(odds(share.low) - 1, odds(share.high) - 1)


def odds(share: float) -> float:
    """A share as a ratio to the rest; everything is infinitely more than nothing."""
    return inf if share >= 1 else share / (1 - share)
