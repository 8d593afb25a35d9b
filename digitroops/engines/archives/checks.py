"""The checks behind the word "verified": each looks at evidence in the archive, none asks a platform."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import gt, lt

import numpy as np

from digitroops.engines.archives.records import Check, State

IN_ORDER = 0.95
ENOUGH = 20
SLACK = timedelta(seconds=2)


@dataclass(slots=True)
class Unique:
    """Whether keys occur once. Holds eight bytes a key."""

    seen: "array[int]" = field(default_factory=lambda: array("q"))

    def feed(self, keys: Iterable[str]) -> None:
        """Take in some keys."""
        self.seen.extend(map(hash, keys))

    def repeated(self) -> int:
        """How many keys are repetitions of another."""
        keys = np.frombuffer(self.seen, dtype=np.int64)
        keys.sort()  # in place: a copy would be the largest thing that reading needs
        return int(np.count_nonzero(keys[1:] == keys[:-1]))

    def check(self, name: str, what: str) -> Check:
        """The outcome over all keys seen."""
        count, again = len(self.seen), self.repeated()
        if not count:
            return Check(name, State.NOT_POSSIBLE, f"The archive holds no {what} that could be compared.")
        if count == 1:
            return Check(name, State.OK, f"There is only one among the {what}.")
        if again:
            return Check(name, State.FAILED, f"{again:,} of {count:,} {what} occur more than once.")
        return Check(name, State.OK, f"All {count:,} {what} are different.")


@dataclass(slots=True)
class Order:
    """Whether times run in one direction. Exports are sorted, lists made by hand seldom are."""

    up: int = 0
    down: int = 0
    last: dict[bool, datetime] = field(default_factory=dict)

    def feed(self, times: list[datetime], lane: bool = False) -> None:  # noqa: FBT002
        """Compare each time with the one before it in its lane."""
        if times:
            row = [self.last[lane], *times] if lane in self.last else times
            self.up += sum(map(gt, row[1:], row))
            self.down += sum(map(lt, row[1:], row))
            self.last[lane] = times[-1]

    def restart(self) -> None:
        """Begin another list, which is not compared with the one before."""
        self.last = {}

    def check(self, name: str, what: str) -> Check:
        """In order if at least 95 % of the steps go the same way: real exports have a few stray records."""
        steps, most = self.up + self.down, max(self.up, self.down)
        in_order = most >= IN_ORDER * steps
        if not steps or (steps < ENOUGH and not in_order):
            return Check(name, State.NOT_POSSIBLE, f"There are too few dated {what} to see an order.")
        state = State.OK if in_order else State.FAILED
        return Check(name, state, f"{most:,} of {steps:,} steps between {what} go the same way in time.")


@dataclass(slots=True)
class Span:
    """The oldest and the newest of some times."""

    first: datetime | None = None
    last: datetime | None = None

    def feed(self, times: list[datetime]) -> None:
        """Stretch to some times."""
        if times:
            self.first = min(times) if self.first is None else min(self.first, *times)
            self.last = max(times) if self.last is None else max(self.last, *times)


@dataclass(slots=True)
class Clock:
    """Whether the time inside an identifier is the time that is written beside it."""

    agree: int = 0
    differ: int = 0
    mended: int = 0

    def add(self, inside: datetime, written: datetime, slack: timedelta = SLACK) -> None:
        """Compare one pair."""
        if abs(inside - written) <= slack:
            self.agree += 1
        else:
            self.differ += 1

    def check(self) -> Check:
        """Failed if any pair differs; dates older than the platform are known faults of the exporter."""
        total = self.agree + self.differ
        if not total:
            return Check(
                "clock", State.NOT_POSSIBLE, "The posts' identifiers hold no time, or no time is written."
            )
        known = f" {self.mended:,} impossible dates were taken from the identifier." if self.mended else ""
        evidence = f"{self.agree:,} of {total:,} posts carry the same time in their identifier.{known}"
        return Check("clock", State.FAILED if self.differ else State.OK, evidence)
