"""The judge: the proven optimum of small pools, to measure how near the search comes. Used by tests and benchmarks."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.goal import Goal
from digitroops.engines.roster.pool import Pool, pool_of
from digitroops.engines.roster.solver import Numbers, Program, Solution, solve

EVERY_KEY = 1 << 62


def optimum(candidates: Iterable[Candidate], goal: Goal, *, seconds: float | None = None) -> Solution | None:
    """The best value of any team that keeps the rules; the first values of the solution say who is in.

    Followers with the same set of people are one variable, so memory grows with the number of such sets times the
    number of candidates: meant for tens of candidates. None where no team keeps the rules.
    """
    pool = pool_of(candidates, goal, limit=EVERY_KEY)
    people, weight = patterns(pool)
    size, sets, units = len(pool.candidates), len(weight), len(pool.share)
    wish = goal.wishes
    cost = np.concatenate(
        [wish.reach * pool.coverage.alone + pool.extra, wish.reach * weight, np.full(units, wish.balance)]
    )
    upper = np.concatenate([np.ones(size), np.ones(sets), pool.share])
    within = np.equal.outer(np.arange(units), pool.top).astype(float)
    rows = np.block(
        [
            [pool.constraints.rows.astype(float), np.zeros((len(pool.constraints.low), sets + units))],
            [people.T.astype(float), -np.eye(sets), np.zeros((sets, units))],
            [within, np.zeros((units, sets)), -np.eye(units)],
        ]
    )
    lows = np.concatenate([pool.constraints.low, np.zeros(sets + units)])
    highs = np.concatenate([pool.constraints.high, np.full(sets + units, np.inf)])
    whole = np.arange(len(cost)) < size
    return solve(Program(cost, upper, rows, lows, highs, whole), seconds=seconds)


def patterns(pool: Pool) -> tuple[NDArray[np.bool_], Numbers]:
    """The different sets of candidates that share a follower (candidates × sets), and how many followers each has."""
    coverage = pool.coverage
    reached = np.zeros((len(pool.candidates), coverage.people), dtype=bool)
    for index in range(len(pool.candidates)):
        reached[index, coverage.of(index)] = True
    packed = np.ascontiguousarray(np.packbits(reached, axis=0).T)
    _, first, count = np.unique(
        packed.view(f"V{packed.shape[1]}").reshape(-1), return_index=True, return_counts=True
    )
    return reached[:, first], count.astype(float)
