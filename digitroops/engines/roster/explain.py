"""Why somebody is in the team, why somebody is not, and who would come next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from digitroops.engines.roster.climb import LEAST, Climb
from digitroops.engines.roster.constraints import Flags
from digitroops.engines.roster.coverage import Floats
from digitroops.engines.roster.pool import Pool, top_of
from digitroops.engines.roster.reasons import Reason
from digitroops.engines.roster.rules import AtLeast, EligibleOnly, Must, MustNot, Rule, Together, keys_in
from digitroops.engines.roster.search import musts

MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Seat:
    """One candidate in a proposal. `unique` counts verified followers whom no (other) member of the team reaches."""

    key: str
    chosen: bool
    reach: int
    unique: int
    reasons: tuple[Reason, ...]


def held_places(pool: Pool, team: Sequence[int]) -> Flags:
    """Which places of a team are held by a rule that names the person."""
    bundled = (index for bundle in pool.bundles for index in bundle)
    return np.isin(np.array(team, dtype=np.intp), [*musts(pool), *bundled])


class Explanation:
    """The reasons for one team of a pool."""

    def __init__(self, pool: Pool, team: Sequence[int]) -> None:
        self.pool = pool
        self.climb = Climb(pool, team, ())
        self.gains = pool.coverage.gains(self.climb.cover.counts)
        self.lost = self.climb.cover.losses
        self.come: Floats = pool.goal.wishes.reach * self.gains + pool.extra + self.climb.more[pool.top]
        held = held_places(pool, team)
        self.held = held if not held.all() else np.zeros(len(held), dtype=bool)
        self.small = not pool.large
        if self.small and team:
            self.any_swap = self.climb.changes(by_the_rules=False)

    def order(self) -> list[int]:
        """The team, whoever brings most first."""
        names = list(zip(-self.climb.losses, self.climb.team, strict=True))
        return [index for _, index in sorted(names)]

    def waiting(self) -> list[int]:
        """Everybody eligible and not chosen, whoever would add most first."""
        out = np.flatnonzero(~self.climb.inside & ~self.pool.closed())
        return [int(index) for index in out[np.argsort(-self.come[out], kind="stable")]]

    def seats(self) -> Mapping[str, Seat]:
        """A seat for every candidate: team, waiting list, then those who cannot be chosen."""
        closed = np.flatnonzero(self.pool.closed() & ~self.climb.inside)
        place = {index: at for at, index in enumerate(self.climb.team)}
        seats = [
            self.seat(index, place.get(index))
            for index in (*self.order(), *self.waiting(), *map(int, closed))
        ]
        return {seat.key: seat for seat in seats}

    def seat(self, index: int, place: int | None) -> Seat:
        """The seat of one candidate, with the place in the team if there is one."""
        unique = self.gains[index] if place is None else self.lost[place]
        reasons = self.why_out(index) if place is None else self.why_in(index, round(unique))
        candidate = self.pool.candidates[index]
        return Seat(candidate.key, place is not None, len(candidate.keys()), round(unique), tuple(reasons))

    def why_in(self, index: int, unique: int) -> Iterator[Reason]:
        """What a member does for the team."""
        candidate, constraints = self.pool.candidates[index], self.pool.constraints
        for row, rule in enumerate(constraints.rules):
            if isinstance(rule, Must | Together) and candidate.key in keys_in(rule):
                yield Reason("named", rule=rule)
            tight = self.climb.sums[row] == constraints.low[row] > 0
            if isinstance(rule, AtLeast) and tight and constraints.rows[row, index]:
                yield Reason("satisfies", rule=rule)
        if unique:
            yield Reason("brings", {"people": unique})
        if candidate.declared:
            percent = round(100 * self.pool.goal.declared_factor)
            yield Reason("brings_declared", {"people": candidate.declared, "percent": percent})
        if self.climb.less[self.pool.top[index]] > 0:
            yield Reason("unit_share", {"unit": top_of(candidate)})

    def why_out(self, index: int) -> Iterator[Reason]:
        """What kept a candidate out: criteria, rules, or somebody who brings more."""
        candidate, coverage = self.pool.candidates[index], self.pool.coverage
        if not candidate.eligible:
            yield Reason("not_eligible", {"criteria": ", ".join(candidate.unmet)})
            return
        banned = [rule for rule in self.pool.constraints.rules if isinstance(rule, MustNot)]
        named = [rule for rule in banned if rule.key == candidate.key]
        if named:
            yield Reason("ruled_out", rule=named[0])
            return
        size = coverage.sizes_of(index)
        if not size and not candidate.declared:
            yield Reason("no_followers")
        yield from self.against_members(index)
        reached = 1 - self.gains[index] / (size * coverage.scale) if size else 0
        if reached >= MOSTLY:
            yield Reason("already_reached", {"percent": round(100 * reached)})

    def against_members(self, index: int) -> Iterator[Reason]:
        """Who brings more than a candidate, or which rules forbid the exchange that would help."""
        climb = self.climb
        if not climb.team:
            return
        change = self.any_swap[:, index] if self.small else self.come[index] - climb.losses
        change = np.where(self.held, -np.inf, change)
        place = int(np.argmax(change))
        worth = float(change[place])
        if worth <= LEAST * max(1.0, float(climb.losses.max())):
            member = self.pool.candidates[climb.team[place]].key
            less = round(-worth)
            if less > 0:
                yield Reason("less_than", {"member": member, "people": less})
            else:
                yield Reason("as_much", {"member": member})
            return
        rules = self.forbidding(climb.team[place], index)
        yield from (Reason("ruled_out", rule=rule) for rule in rules)
        if not rules:
            yield Reason("team_full")

    def forbidding(self, out: int, come: int) -> list[Rule]:
        """The rules that an exchange would break."""
        constraints = self.pool.constraints
        after = self.climb.sums - constraints.rows[:, out] + constraints.rows[:, come]
        wrong = (after < constraints.low) | (after > constraints.high)
        rules = dict.fromkeys(rule for rule, bad in zip(constraints.rules, wrong, strict=True) if bad)
        return [rule for rule in rules if not isinstance(rule, EligibleOnly)]
