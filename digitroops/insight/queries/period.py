"""A span of days and the span of the same length before it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    @classmethod
    def ending(cls, last: dt.date, days: int) -> "Period":
        return cls(last - dt.timedelta(days=days - 1), last)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def previous(self) -> "Period":
        return Period.ending(self.first - dt.timedelta(days=1), self.days)

    def __iter__(self) -> Iterator[dt.date]:
        return (self.first + dt.timedelta(days=offset) for offset in range(self.days))
