"""What the programme costs, side by side with external influencers in the same money and by the same formulas."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from digitroops.engines.measure.errors import MeasureError
from digitroops.engines.measure.figure import Figure
from digitroops.engines.measure.money import divided
from digitroops.engines.measure.rates import engagement_rate_by_reach

Side = Literal["internal", "external"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a cost in rupiah brought, as measured."""

    cost: int
    views: int = 0
    engagements: int = 0
    clicks: int = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """One side of the comparison. A unit cost is None where that unit was never measured."""

    cost: Figure
    cpm: Figure
    cpe: Figure
    cpc: Figure
    engagement_rate: Figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """Internal influencers beside external ones."""

    internal: Costs
    external: Costs


def internal_cost(*, minutes: int, hourly_rate: int, rewards: int = 0, training: int = 0) -> Figure:
    """Declared minutes at the loaded hourly rate, plus rewards and training, in whole rupiah."""
    if min(minutes, hourly_rate, rewards, training) < 0:
        raise MeasureError("Costs cannot be negative.")
    return Figure("internal_cost", divided(minutes * hourly_rate, 60) + rewards + training)


def external_cost(fees: Iterable[int]) -> Figure:
    """The fees of the placements added up."""
    return Figure("external_cost", sum(fees))


def compare(internal: Result, external: Result) -> Comparison:
    """Both sides by CPM, CPE, CPC and engagement rate."""
    return Comparison(costs_of("internal", internal), costs_of("external", external))


def costs_of(side: Side, result: Result) -> Costs:
    """One side's figures."""
    if min(result.cost, result.views, result.engagements, result.clicks) < 0:
        raise MeasureError("Costs and measured quantities cannot be negative.")
    return Costs(
        Figure(f"{side}_cost", result.cost),
        Figure(f"cpm_{side}", per_unit(result.cost * 1000, result.views)),
        Figure(f"cpe_{side}", per_unit(result.cost, result.engagements)),
        Figure(f"cpc_{side}", per_unit(result.cost, result.clicks)),
        engagement_rate_by_reach(result.engagements, result.views),
    )


def per_unit(cost: int, units: int) -> int | None:
    """What one unit costs; None when there is none."""
    return divided(cost, units) if units else None
