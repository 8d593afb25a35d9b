"""The candidates made ready for the search: in one order, with their worth beyond reach and the rules as rows."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.candidate import Candidate, Keys
from digitroops.engines.roster.constraints import Constraints, Flags, constraints_of
from digitroops.engines.roster.coverage import Coverage, Floats, cover
from digitroops.engines.roster.goal import Goal
from digitroops.engines.roster.rules import EligibleOnly, MustNot, Rule, Size, Together

EVERY_PAIR = 4_000_000
UNREVIEWED = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Everything the search reads. Candidates stand in the order of their keys, so that input order cannot matter.

    `extra` is what a candidate is worth beyond reach. `top` is the number of each one's top-level unit, `share` the
    seats that its part of the workforce would give it.
    """

    candidates: tuple[Candidate, ...]
    goal: Goal
    constraints: Constraints
    coverage: Coverage
    extra: Floats
    top: NDArray[np.intp]
    share: Floats

    def without(self, rules: Iterable[Rule]) -> "Pool":
        """The same pool with some rules gone."""
        gone = set(rules)
        kept = [rule for rule in self.constraints.rules if rule not in gone]
        return replace(self, constraints=self.constraints.only(kept))

    def also(self, rule: Rule) -> "Pool":
        """The same pool with one rule more."""
        one, more = self.constraints, constraints_of([rule], self.candidates)
        return replace(
            self,
            constraints=Constraints(
                one.rules + more.rules,
                np.concatenate([one.rows, more.rows]),
                np.concatenate([one.low, more.low]),
                np.concatenate([one.high, more.high]),
            ),
        )

    def balance(self, seats: Floats) -> Floats:
        """What the seats of every top-level unit are worth: each up to the unit's share."""
        worth: Floats = self.goal.wishes.balance * np.minimum(seats, self.share)
        return worth

    def seats(self, team: Sequence[int]) -> Floats:
        """The team's seats in every top-level unit."""
        return np.bincount(self.top[list(team)], minlength=len(self.share)).astype(float)

    def value(self, team: Sequence[int]) -> float:
        """What a team is worth, in reached people."""
        reach = self.goal.wishes.reach * self.coverage.reach(team)
        return float(reach + self.extra[list(team)].sum() + self.balance(self.seats(team)).sum())

    def closed(self) -> Flags:
        """Who cannot be in any team."""
        rows = np.array(
            [isinstance(rule, EligibleOnly | MustNot) for rule in self.constraints.rules], dtype=bool
        )
        closed: Flags = self.constraints.rows[rows].any(axis=0)
        return closed

    @property
    def worth_alone(self) -> Floats:
        """What each candidate would bring alone, without the balance of units."""
        alone: Floats = self.goal.wishes.reach * self.coverage.scale * self.coverage.sizes + self.extra
        return alone

    @property
    def large(self) -> bool:
        """Whether there are too many pairs of member and candidate to weigh each."""
        return len(self.candidates) * self.size[1] > EVERY_PAIR

    @property
    def size(self) -> tuple[int, int]:
        """The smallest and the largest team."""
        found = [rule for rule in self.constraints.rules if isinstance(rule, Size)]
        every = len(self.candidates)
        return (found[0].low, min(found[0].high, every)) if found else (0, every)

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The places of some candidates in the pool."""
        return [bisect_left(self.candidates, key, key=attrgetter("key")) for key in keys]

    @property
    def bundles(self) -> list[list[int]]:
        """People who are in together or not at all, as indices; overlapping rules joined."""
        found: list[set[int]] = []
        for rule in dict.fromkeys(self.constraints.rules):
            if isinstance(rule, Together):
                bundle = set(self.numbers(rule.keys))
                joined = [other for other in found if other & bundle]
                found = [other for other in found if not other & bundle] + [bundle.union(*joined)]
        return sorted(sorted(bundle) for bundle in found)


def pool_of(candidates: Iterable[Candidate], goal: Goal, *, limit: int) -> Pool:
    """The pool, with the coverage of at most `limit` follower keys."""
    ordered = tuple(sorted(candidates, key=lambda candidate: candidate.key))
    keys = [candidate.keys() if candidate.eligible else nobody() for candidate in ordered]
    coverage = cover(keys, limit=limit, cap=goal.star_cap)
    names = sorted({top_of(candidate) for candidate in ordered} | set(goal.headcount))
    number = {name: place for place, name in enumerate(names)}
    return Pool(
        ordered,
        goal,
        constraints_of(goal.every_rule, ordered),
        coverage,
        np.array([extra_of(*pair, goal) for pair in zip(ordered, keys, strict=True)]),
        np.array([number[top_of(candidate)] for candidate in ordered], dtype=np.intp),
        shares(names, goal),
    )


def nobody() -> Keys:
    """An audience without followers."""
    return np.empty(0, dtype=np.uint64)


def top_of(candidate: Candidate) -> str:
    """The name of a candidate's top-level unit."""
    return candidate.unit[0] if candidate.unit else ""


def shares(names: Sequence[str], goal: Goal) -> Floats:
    """The seats of each top-level unit by its part of the workforce; none where no headcount is given."""
    heads = np.array([goal.headcount.get(name, 0) for name in names], dtype=float)
    result: Floats = goal.high * heads / max(heads.sum(), 1)
    return result


def extra_of(candidate: Candidate, keys: Keys, goal: Goal) -> float:
    """What a candidate is worth beyond verified reach: declared followers, engagement, readiness, wishes."""
    wishes = goal.wishes
    declared = candidate.declared * goal.declared_factor
    if goal.star_cap is not None:
        declared = min(declared, max(0, goal.star_cap - len(keys)))
    chosen = candidate.generation in goal.generations
    return (
        wishes.reach * declared
        + wishes.engaged * candidate.engaged
        + wishes.readiness * candidate.readiness
        + wishes.newcomer * candidate.newcomer
        + wishes.generation * chosen
        + wishes.story * (UNREVIEWED if candidate.story is None else candidate.story)
    )
