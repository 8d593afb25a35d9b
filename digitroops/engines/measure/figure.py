"""A figure: a measure with its value, its range and its basis."""

from collections.abc import Iterable
from dataclasses import dataclass

from digitroops.engines.measure.errors import MeasureError, MixedBasis
from digitroops.engines.measure.registry import MEASURES, Basis, Measure

Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the product. `value` is None where the base is missing; `low` and `high` bound it if known.

    For a rate, `low` and `high` are its 95 % interval; for money and expected views the range of the rates used.
    """

    key: str
    value: Number | None
    low: Number | None = None
    high: Number | None = None

    @property
    def measure(self) -> Measure:
        return MEASURES[self.key]

    @property
    def basis(self) -> Basis:
        return self.measure.basis


def total(figures: Iterable[Figure]) -> Number:
    """The sum of some figures of one basis and one unit; figures without a value count nothing.

    Raises `MixedBasis` where measured and estimated figures meet, `MeasureError` for different units and for shares.
    """
    counted = list(figures)
    if len({figure.basis for figure in counted}) > 1:
        raise MixedBasis("Measured and estimated figures are shown side by side, never added.")
    units = {figure.measure.unit for figure in counted}
    if len(units) > 1 or "share" in units:
        raise MeasureError("Only figures in the same unit can be added, and shares cannot be added at all.")
    return sum(figure.value for figure in counted if figure.value is not None)
