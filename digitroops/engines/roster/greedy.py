"""The first team: again and again the person who adds most, as far as the rules can still be kept."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.constraints import Matrix, classes_of
from digitroops.engines.roster.pool import Pool

Quota = NDArray[np.intp]


class Builder:
    """A team in the making.

    A candidate's gain can only fall while the team grows, so an old gain is a bound: one heap for each class of
    candidates that rules and units cannot tell apart, and only the tops are computed again.
    """

    def __init__(self, pool: Pool, banned: frozenset[int]) -> None:
        self.pool = pool
        self.counts = pool.coverage.counts([])
        self.seats = pool.seats([])
        self.team: list[int] = []
        self.taken: set[int] = set()
        constraints = pool.constraints
        self.low, self.high = constraints.low, constraints.high
        together = np.concatenate([constraints.rows, pool.top[None, :].astype(np.int32)])
        columns, self.which = classes_of(together)
        self.columns: Matrix = columns[:-1]
        self.tops = columns[-1]
        self.sums = np.zeros(len(self.low), dtype=np.int32)
        self.heaps = self.fill_heaps(banned)

    def fill_heaps(self, banned: frozenset[int]) -> list[list[tuple[float, int, int]]]:
        """A heap a class of (minus the gain, candidate, size of the team when it was computed)."""
        heaps: list[list[tuple[float, int, int]]] = [[] for _ in range(self.columns.shape[1])]
        for index, gain in enumerate(self.pool.worth_alone):
            if index not in banned:
                heaps[self.which[index]].append((-float(gain), index, 0))
        for heap in heaps:
            heapify(heap)
        return heaps

    def add(self, index: int) -> None:
        """Take somebody into the team."""
        self.team.append(index)
        self.taken.add(index)
        self.counts[self.pool.coverage.of(index)] += 1
        self.seats[self.pool.top[index]] += 1
        self.sums += self.columns[:, self.which[index]]

    def best_of(self, one: int) -> tuple[float, int] | None:
        """The gain and the number of the best candidate left in a class."""
        heap = self.heaps[one]
        while heap:
            bound, index, stamp = heap[0]
            if index in self.taken:
                heappop(heap)
            elif stamp == len(self.team):
                return -bound, index
            else:
                heappop(heap)
                gain = self.pool.goal.wishes.reach * self.pool.coverage.gain(index, self.counts)
                heappush(heap, (-(gain + float(self.pool.extra[index])), index, len(self.team)))
        return None

    def allowed(self, most: int) -> list[int]:
        """The classes from which somebody can be taken while every minimum can still be reached."""
        after = self.sums[:, None] + self.columns
        short = np.maximum(self.low[:, None] - after, 0)
        left = most - len(self.team) - 1
        reach = (after <= self.high[:, None]).all(axis=0) & (short.max(axis=0, initial=0) <= left)
        return [int(one) for one in np.flatnonzero(reach)]

    def step(self, classes: Sequence[int]) -> int | None:
        """Take the best candidate of some classes; None where there is nobody left."""
        worth = self.pool.balance(self.seats + 1) - self.pool.balance(self.seats)
        bounds = sorted(
            (self.heaps[one][0][0] - worth[self.tops[one]], one) for one in classes if self.heaps[one]
        )
        best: tuple[float, int] | None = None
        for bound, one in bounds:
            if best and bound >= best[0]:
                break
            found = self.best_of(one)
            if found:
                key = (-(found[0] + float(worth[self.tops[one]])), found[1])
                best = min(best, key) if best else key
        if best:
            self.add(best[1])
        return best[1] if best else None


def free_team(pool: Pool, fixed: Sequence[int], banned: frozenset[int]) -> list[int]:
    """A team by gain alone, looking one step ahead at the rules. It may miss a minimum that needs more foresight."""
    builder = Builder(pool, banned)
    for index in fixed:
        builder.add(index)
    while len(builder.team) < pool.size[1] and builder.step(builder.allowed(pool.size[1])) is not None:
        pass
    return builder.team


def quota_team(pool: Pool, fixed: Sequence[int], quota: Quota) -> list[int]:
    """A team with as many people of each class of the rules as the solver found possible."""
    builder = Builder(pool, frozenset())
    left = quota.copy()
    _, rule_class = pool.constraints.classes
    kind = np.zeros(builder.columns.shape[1], dtype=np.intp)
    kind[builder.which] = rule_class
    for index in fixed:
        builder.add(index)
        left[rule_class[index]] -= 1
    while True:
        taken = builder.step([one for one in range(len(kind)) if left[kind[one]] > 0])
        if taken is None:
            return builder.team
        left[rule_class[taken]] -= 1
