"""A proven bound on the value of any team, to say how far a proposal can be from the best."""

from collections.abc import Sequence

import numpy as np

from digitroops.engines.roster.climb import Climb
from digitroops.engines.roster.pool import Pool
from digitroops.engines.roster.solver import Program, solve

PARTS = 4
MOST_COLUMNS = 5000


def bound_of(pool: Pool, team: Sequence[int]) -> float:
    """The lowest bound over the team and some of the smaller teams that it grew from."""
    order = sorted(team, key=lambda index: (-pool.worth_alone[index], index))
    steps = sorted({len(order) * part // PARTS for part in range(PARTS + 1)})
    return min(gains_bound(pool, order[:step]) for step in steps)


def gains_bound(pool: Pool, team: Sequence[int]) -> float:
    """A team's value and the most that any team which keeps the rules could add to it.

    Reach and balance have diminishing returns (Nemhauser, Wolsey and Fisher 1978): no team is worth more than this
    one together with the single gains of its people. The largest sum of gains under the rules is a linear program;
    for very many candidates only size and eligibility are used.
    """
    climb = Climb(pool, team, ())
    come = (
        pool.goal.wishes.reach * pool.coverage.gains(climb.cover.counts) + pool.extra + climb.more[pool.top]
    )
    come[climb.inside | pool.closed()] = 0
    if len(come) > MOST_COLUMNS:
        return pool.value(team) + float(np.sort(come)[-pool.size[1] :].sum())
    constraints = pool.constraints
    found = solve(
        Program(
            come,
            np.ones(len(come)),
            constraints.rows.astype(float),
            constraints.low.astype(float),
            constraints.high.astype(float),
            np.zeros(len(come), dtype=bool),
        )
    )
    return pool.value(team) + (found.worth if found else float(come.sum()))
