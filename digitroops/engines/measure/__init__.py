"""One definition for every number the product shows: formula, unit, basis, source, and the code that computes it.

`MEASURES` describes the numbers, the functions compute them as `Figure` values. A figure without a base (nobody in
the team, no views yet) has the value None and is shown as a dash, never as zero. Measured and estimated figures are
never added: `total` refuses it.
"""

from digitroops.engines.measure.agreement import agreement
from digitroops.engines.measure.errors import MeasureError, MixedBasis
from digitroops.engines.measure.figure import Figure, total
from digitroops.engines.measure.interval import Interval, growth_interval, rate_interval, wilson
from digitroops.engines.measure.money import (
    Line,
    MediaValue,
    Quantities,
    Rate,
    RateCard,
    media_value,
)
from digitroops.engines.measure.rates import (
    DEFAULT_VIEW_RATES,
    ViewRate,
    adoption,
    click_through,
    count,
    engagement_rate,
    engagement_rate_by_reach,
    expected_views,
    growth,
    reach_declared,
    reach_sum,
    reach_unique,
)
from digitroops.engines.measure.registry import MEASURES, UNITS, Basis, Measure, Text
from digitroops.engines.measure.spending import Comparison, Result, compare, external_cost, internal_cost

__all__ = [
    "DEFAULT_VIEW_RATES",
    "MEASURES",
    "UNITS",
    "Basis",
    "Comparison",
    "Figure",
    "Interval",
    "Line",
    "Measure",
    "MeasureError",
    "MediaValue",
    "MixedBasis",
    "Quantities",
    "Rate",
    "RateCard",
    "Result",
    "Text",
    "ViewRate",
    "adoption",
    "agreement",
    "click_through",
    "compare",
    "count",
    "engagement_rate",
    "engagement_rate_by_reach",
    "expected_views",
    "external_cost",
    "growth",
    "growth_interval",
    "internal_cost",
    "media_value",
    "rate_interval",
    "reach_declared",
    "reach_sum",
    "reach_unique",
    "total",
    "wilson",
]
