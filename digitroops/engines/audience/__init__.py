"""Audiences as compact sets of follower keys, how far they overlap, and how they grew.

A follower becomes a number of 58 bits: a keyed hash of platform and key, so that no name is kept and people are
compared within one platform only. An audience is the sorted array of these numbers, eight bytes a follower.

Union and overlap are exact over the numbers. Two different followers share a number with a chance of n²/2⁵⁹ among n
followers in all: 0.0007 expected for twenty audiences of a million (see docs/decisions/0003-follower-keys.md).

Growth needs only how many follows a day brought (`days_of`), so that again no name is kept; `facts_of` sets it beside
the other things that can be known of an audience, as questions to ask and never as a verdict.
"""

from digitroops.engines.audience.authenticity import (
    BENCHMARKS,
    QUESTIONS,
    AuthenticityRules,
    Fact,
    Mark,
    Seen,
    Tier,
    facts_of,
)
from digitroops.engines.audience.growth import (
    Burst,
    Growth,
    GrowthError,
    GrowthRules,
    Month,
    Step,
    days_of,
    growth_of,
    steps_of,
)
from digitroops.engines.audience.keys import Audience, AudienceError, keys_of
from digitroops.engines.audience.overlap import overlap_matrix, union_size

__all__ = [
    "BENCHMARKS",
    "QUESTIONS",
    "Audience",
    "AudienceError",
    "AuthenticityRules",
    "Burst",
    "Fact",
    "Growth",
    "GrowthError",
    "GrowthRules",
    "Mark",
    "Month",
    "Seen",
    "Step",
    "Tier",
    "days_of",
    "facts_of",
    "growth_of",
    "keys_of",
    "overlap_matrix",
    "steps_of",
    "union_size",
]
