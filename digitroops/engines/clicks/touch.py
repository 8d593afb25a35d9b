"""Which click a goal is owed to: the first or the last one within the goal's days."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from digitroops.engines.clicks.reference import Reference


class Touch(StrEnum):
    """Which of several clicks a goal counts for."""

    FIRST = "first"
    LAST = "last"


def touched(
    references: Iterable[Reference], *, touch: Touch, window: dt.timedelta, at: dt.datetime
) -> Reference | None:
    """The click that the goal reached at `at` counts for; None when every click is older than the window.

    A reference names the whole minute, so a click up to a minute after `at` is taken too.
    """
    soon = at + dt.timedelta(minutes=1)
    near = [reference for reference in references if at - window <= reference.at <= soon]
    if not near:
        return None
    choose = min if touch is Touch.FIRST else max
    return choose(near, key=lambda reference: reference.at)
