"""Making a team better by exchanging one person for another until no exchange helps."""

from collections.abc import Iterable, Sequence

import numpy as np

from digitroops.engines.roster.constraints import Flags
from digitroops.engines.roster.cover import Cover
from digitroops.engines.roster.coverage import Floats
from digitroops.engines.roster.pool import Pool

ROUNDS = 6
TRIED = 24
LEAST = 1e-6


class Climb:
    """A team with what every exchange of two people would change. It always keeps the rules."""

    def __init__(self, pool: Pool, team: Iterable[int], fixed: Iterable[int]) -> None:
        self.pool = pool
        self.team = list(team)
        self.open = ~pool.closed()
        self.fixed = np.zeros(len(pool.candidates), dtype=bool)
        self.fixed[[*fixed, *(index for bundle in pool.bundles for index in bundle)]] = True
        self.open &= ~self.fixed
        self.columns, self.which = pool.constraints.classes
        self.cover = Cover(pool.coverage, self.team)
        self.settle()

    def settle(self) -> None:
        """Work out again what follows from the team."""
        constraints, team = self.pool.constraints, self.team
        self.sums = constraints.rows[:, team].sum(axis=1)
        self.inside = np.zeros(len(self.open), dtype=bool)
        self.inside[team] = True
        seats = self.pool.seats(team)
        now = self.pool.balance(seats)
        self.more = self.pool.balance(seats + 1) - now
        self.less = now - self.pool.balance(seats - 1)
        self.losses = self.pool.goal.wishes.reach * self.cover.losses + self.pool.extra[team]

    def keeps(self) -> Flags:
        """Which class may take the place of which: a matrix class out × class in."""
        constraints = self.pool.constraints
        kinds = self.columns.shape[1]
        allowed = np.ones((kinds, kinds), dtype=bool)
        for row, total, low, high in zip(
            self.columns, self.sums, constraints.low, constraints.high, strict=True
        ):
            after = total + row[None, :] - row[:, None]
            allowed &= (after >= low) & (after <= high)
        return allowed

    def changes(self, *, by_the_rules: bool = True) -> Floats:
        """The change of value for every exchange: a matrix team × candidates, -inf where it is not possible."""
        pool, team = self.pool, self.team
        coverage, wish = pool.coverage, pool.goal.wishes.reach
        come = wish * coverage.gains(self.cover.counts) + pool.extra
        change = (
            come[None, :] + wish * coverage.taken_over(len(team), self.cover.owner) - self.losses[:, None]
        )
        tops = pool.top[team]
        other = tops[:, None] != pool.top[None, :]
        change += other * (self.more[pool.top][None, :] - self.less[tops][:, None])
        change[:, self.inside | pool.closed()] = -np.inf
        if by_the_rules:
            change[:, ~self.open] = -np.inf
            change[self.fixed[team], :] = -np.inf
            change[~self.keeps()[np.ix_(self.which[team], self.which)]] = -np.inf
        return change

    def exchange(self, place: int, index: int) -> None:
        """Give a place in the team to somebody else."""
        self.cover.leave(place, self.team[place])
        self.cover.join(place, index)
        self.team[place] = index
        self.settle()

    def grow(self) -> bool:
        """Add the person who brings most, if there is room and the rules allow it."""
        pool = self.pool
        if len(self.team) >= pool.size[1]:
            return False
        after = self.sums[:, None] + self.columns
        fits = ((after >= pool.constraints.low[:, None]) & (after <= pool.constraints.high[:, None])).all(
            axis=0
        )
        able = fits[self.which] & self.open & ~self.inside
        if not able.any():
            return False
        come = (
            pool.goal.wishes.reach * pool.coverage.gains(self.cover.counts) + pool.extra + self.more[pool.top]
        )
        index = int(np.argmax(np.where(able, come, -np.inf)))
        self.cover.join(len(self.team), index)
        self.team.append(index)
        self.settle()
        return True

    def by_every_pair(self) -> None:
        """Make the best exchange of all until none helps."""
        while True:
            change = self.changes()
            if not change.size:
                return
            place, index = divmod(int(np.argmax(change)), change.shape[1])
            if change[place, index] <= LEAST * max(1.0, float(self.losses.max())):
                return
            self.exchange(place, index)

    def by_promise(self) -> None:
        """For large teams: try the candidates who would add most, each against the places that fit best."""
        pool = self.pool
        for _ in range(ROUNDS):
            come = (
                pool.goal.wishes.reach * pool.coverage.gains(self.cover.counts)
                + pool.extra
                + self.more[pool.top]
            )
            come[self.inside | ~self.open] = -np.inf
            order = np.argsort(-come, kind="stable")[: max(TRIED, len(self.team) // 4)]
            if not sum(self.try_out(int(index)) for index in order if np.isfinite(come[index])):
                return

    def try_out(self, index: int) -> bool:
        """Exchange a candidate for the place where that helps most, if it helps anywhere."""
        pool, coverage, wish = self.pool, self.pool.coverage, self.pool.goal.wishes.reach
        gain, shared = self.cover.meet(index)
        kept = shared * coverage.scale * wish
        tops = pool.top[self.team]
        moved = (tops != pool.top[index]) * (self.more[pool.top[index]] - self.less[tops])
        change = wish * gain + pool.extra[index] + kept - self.losses + moved
        change[self.fixed[self.team]] = -np.inf
        helps = np.flatnonzero(change > LEAST * max(1.0, float(self.losses.max())))
        for place in helps[np.argsort(-change[helps], kind="stable")][:TRIED]:
            if self.fits(self.team[place], index):
                self.exchange(int(place), index)
                return True
        return False

    def fits(self, out: int, come: int) -> bool:
        """Whether the rules still hold when `come` takes the place of `out`."""
        rows = self.pool.constraints.rows
        after = self.sums - rows[:, out] + rows[:, come]
        return bool(((after >= self.pool.constraints.low) & (after <= self.pool.constraints.high)).all())


def climbed(pool: Pool, team: Sequence[int], fixed: Sequence[int]) -> list[int]:
    """The team after every exchange that helps."""
    climb = Climb(pool, team, fixed)
    while True:
        if pool.large:
            climb.by_promise()
        else:
            climb.by_every_pair()
        if not climb.grow():
            return sorted(climb.team)
