"""Unusual days: a day beside the same weekdays before it, by a robust z-score.

Clicks have a weekly rhythm and now and then a day that goes round the world; so a day is compared with the median of
up to eight same weekdays before it, and the spread is their median absolute deviation times 1.4826 (which for a
normal distribution is the standard deviation; Iglewicz and Hoaglin, 1993, whose bound of 3.5 is used). Counts of few
clicks scatter by themselves, so the spread is never taken as less than the root of the median.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

WEEKS = 8
FEWEST = 4
BOUND = 3.5
SCALE = 1.4826
LEAST = 10


@dataclass(frozen=True, slots=True)
class Unusual:
    """A day that stands out: its place in the series, its value, what is usual, and the robust z-score."""

    place: int
    value: int
    usual: float
    score: float


def unusual_days(values: Sequence[int], *, bound: float = BOUND) -> list[Unusual]:
    """The days of a daily series that stand out from the same weekdays before them, in order.

    A day needs four earlier same weekdays to be compared with, and must differ from the usual by at least ten.
    """
    found = []
    for place, value in enumerate(values):
        before = [values[earlier] for earlier in range(place - 7, max(-1, place - 7 * WEEKS - 1), -7)]
        if len(before) < FEWEST:
            continue
        usual = median(before)
        spread = max(SCALE * median(abs(one - usual) for one in before), math.sqrt(usual), 1.0)
        score = (value - usual) / spread
        if abs(score) >= bound and abs(value - usual) >= LEAST:
            found.append(Unusual(place=place, value=value, usual=usual, score=score))
    return found
