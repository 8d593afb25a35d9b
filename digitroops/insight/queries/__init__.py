"""What the PR side and a member may read of the programme's results."""

from digitroops.insight.queries.activity import (
    Activity,
    Totals,
    activity_of,
    clicks_by_day,
    confirmed_shares,
    own_shares,
    totals_of,
)
from digitroops.insight.queries.breakdown import DIMENSIONS, Row, rows_by
from digitroops.insight.queries.period import Period
from digitroops.insight.queries.reach import Reach, reach_of
from digitroops.insight.queries.value import comparison_of, media_value_of, rates_on

__all__ = [
    "DIMENSIONS",
    "Activity",
    "Period",
    "Reach",
    "Row",
    "Totals",
    "activity_of",
    "clicks_by_day",
    "comparison_of",
    "confirmed_shares",
    "media_value_of",
    "own_shares",
    "rates_on",
    "reach_of",
    "rows_by",
    "totals_of",
]
