"""What a change by hand would do to a proposal, and who could take a place that has become free."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from digitroops.engines.roster.coverage import Counts, Coverage
from digitroops.engines.roster.errors import RosterError
from digitroops.engines.roster.explain import Explanation, Seat
from digitroops.engines.roster.figures import Figures, figures_of
from digitroops.engines.roster.pool import Pool
from digitroops.engines.roster.proposal import Proposal

SUCCESSORS = 3


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change does: every figure before and after; `after.broken` names the rules it would break."""

    out: tuple[str, ...]
    come: tuple[str, ...]
    before: Figures
    after: Figures

    @property
    def value(self) -> float:
        return self.after.value - self.before.value

    @property
    def unique_reach(self) -> int:
        return self.after.unique_reach - self.before.unique_reach

    @property
    def overlap(self) -> float:
        return self.after.overlap - self.before.overlap


@dataclass(frozen=True, slots=True)
class Successor:
    """Somebody who could join: what that changes, and the reasons that would stand beside the name."""

    key: str
    delta: Delta
    seat: Seat


def swap(proposal: Proposal, out: str, come: str) -> Delta:
    """What the team would be with `come` in the place of `out`. Raises `RosterError` where that is no swap."""
    return change(proposal, out=(out,), come=(come,))


def change(proposal: Proposal, *, out: Sequence[str] = (), come: Sequence[str] = ()) -> Delta:
    """What the team would be without some people and with others.

    Raises `RosterError` where somebody who leaves is not in the team, or somebody who comes is no candidate outside.
    """
    pool = proposal.pool
    standing, place = proposal.standing, proposal.standing.place
    inside, leaving, coming = set(proposal.team), dict.fromkeys(out), dict.fromkeys(come)
    for key in leaving:
        if key not in inside:
            raise RosterError(f"{key} is not in the team, so nobody can take that place.")
    for key in coming:
        if key not in place or key in inside:
            raise RosterError(f"{key} is not a candidate outside the team.")
    before = [place[key] for key in proposal.team]
    after = [place[key] for key in proposal.team if key not in leaving] + [place[key] for key in coming]
    moved = [place[key] for key in leaving], [place[key] for key in coming]
    gained = reach_change(proposal.uncut, standing.counts, *moved)
    cut = pool.coverage is not proposal.uncut
    worth = reach_change(pool.coverage, standing.cut, *moved) if cut else gained
    value = proposal.figures.value + pool.goal.wishes.reach * worth
    value += beyond_reach(pool, after) - beyond_reach(pool, before)
    people = [pool.candidates[index] for index in after]
    reach = proposal.figures.unique_reach + round(gained)
    figures = figures_of(people, pool.goal, reach, value, pool.constraints.broken(after))
    return Delta(tuple(leaving), tuple(coming), proposal.figures, figures)


def successors(proposal: Proposal, count: int = SUCCESSORS) -> tuple[Successor, ...]:
    """Who could best join a team in which a place has become free: who keeps the rules first, then by worth."""
    pool = proposal.pool
    place = proposal.standing.place
    team = [place[key] for key in proposal.team]
    come = Explanation(pool, team).come
    constraints = pool.constraints
    after = constraints.rows[:, team].sum(axis=1)[:, None] + constraints.rows
    wrong = ((after < constraints.low[:, None]) | (after > constraints.high[:, None])).sum(axis=0)
    able = np.flatnonzero(~pool.closed() & ~np.isin(np.arange(len(come)), team))
    order = able[np.lexsort((able, -come[able], wrong[able]))][:count]
    return tuple(successor(proposal, team, int(index)) for index in order)


def successor(proposal: Proposal, team: Sequence[int], index: int) -> Successor:
    """One who could join, with the reasons of the team as it would be."""
    pool = proposal.pool
    key = pool.candidates[index].key
    joined = Explanation(pool, [*team, index])
    return Successor(key, change(proposal, come=(key,)), joined.seat(index, len(team)))


def beyond_reach(pool: Pool, team: Sequence[int]) -> float:
    """What a team is worth beside its verified reach."""
    return float(pool.extra[list(team)].sum() + pool.balance(pool.seats(team)).sum())


def reach_change(coverage: Coverage, now: Counts, out: Sequence[int], come: Sequence[int]) -> float:
    """How a change moves the number of different followers, from how many of the team reach each `now`."""
    moved = np.zeros(coverage.people, dtype=np.int16)
    for index in out:
        moved[coverage.of(index)] -= 1
    for index in come:
        moved[coverage.of(index)] += 1
    shared = 0
    for index in (*out, *come):
        own = coverage.of(index)
        before, step = now[own], moved[own]
        shared += int(np.count_nonzero(before + step)) - int(np.count_nonzero(before))
        moved[own] = 0  # counted once, however many of those who move reach them
    alone = coverage.alone[list(come)].sum() - coverage.alone[list(out)].sum()
    return float(alone + shared) * coverage.scale
