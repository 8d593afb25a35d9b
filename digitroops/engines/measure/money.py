"""Estimated media value: measured quantities times the company's own dated rate card, as a range in whole rupiah."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digitroops.engines.measure.errors import MeasureError
from digitroops.engines.measure.figure import Figure

Quantity = Literal["cpm", "cpc", "cpe"]
PER: dict[Quantity, int] = {"cpm": 1000, "cpc": 1, "cpe": 1}


@dataclass(frozen=True, slots=True)
class Rate:
    """Rupiah for 1,000 views (cpm), a click (cpc) or an engagement (cpe) on a platform; "" is every other platform."""

    platform: str
    quantity: Quantity
    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise MeasureError(f"A rate runs from low to high, not from {self.low} to {self.high}.")


@dataclass(frozen=True, slots=True)
class RateCard:
    """What media costs this company from a day on, and who says so."""

    valid_from: date
    source: str
    rates: tuple[Rate, ...]

    def find(self, platform: str, quantity: Quantity) -> Rate | None:
        """The platform's own rate, else the one for every platform, else None."""
        found = {rate.platform: rate for rate in self.rates if rate.quantity == quantity}
        return found.get(platform, found.get(""))


@dataclass(frozen=True, slots=True)
class Quantities:
    """What was measured on one platform. Engagements do not contain clicks."""

    platform: str
    views: int = 0
    clicks: int = 0
    engagements: int = 0

    def __post_init__(self) -> None:
        if min(self.views, self.clicks, self.engagements) < 0:
            raise MeasureError("Measured quantities cannot be negative.")


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity, the rate it was multiplied with and the rupiah; without a rate, the amounts are None."""

    platform: str
    quantity: Quantity
    number: int
    rate: Rate | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class MediaValue:
    """The range with every line it is made of. `low`, `mid` and `high` are None where no quantity has a rate."""

    low: int | None
    mid: int | None
    high: int | None
    lines: tuple[Line, ...]
    card: RateCard

    @property
    def figure(self) -> Figure:
        return Figure("media_value", self.mid, self.low, self.high)


def media_value(measured: Iterable[Quantities], card: RateCard) -> MediaValue:
    """The media value of what was measured, by the card. Every line is rounded to whole rupiah, halves up."""
    lines = tuple(line for quantities in measured for line in lines_of(quantities, card))
    priced = [(line.low, line.high) for line in lines if line.low is not None and line.high is not None]
    if lines and not priced:
        return MediaValue(None, None, None, lines, card)
    low, high = sum(one for one, _ in priced), sum(one for _, one in priced)
    return MediaValue(low, (low + high + 1) // 2, high, lines, card)


def lines_of(quantities: Quantities, card: RateCard) -> Iterable[Line]:
    """A line for each thing that was measured at all."""
    numbers: dict[Quantity, int] = {
        "cpm": quantities.views,
        "cpc": quantities.clicks,
        "cpe": quantities.engagements,
    }
    for quantity, number in numbers.items():
        if number:
            rate = card.find(quantities.platform, quantity)
            per = PER[quantity]
            low = divided(number * rate.low, per) if rate else None
            high = divided(number * rate.high, per) if rate else None
            yield Line(quantities.platform, quantity, number, rate, low, high)


def divided(number: int, by: int) -> int:
    """A quotient rounded to the nearest whole number, halves up."""
    return (2 * number + by) // (2 * by)
