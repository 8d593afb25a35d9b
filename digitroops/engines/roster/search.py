"""The search: first teams from greed and from the solver, exchanges, and seeded kicks out of local peaks."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from digitroops.engines.roster.climb import climbed
from digitroops.engines.roster.greedy import free_team, quota_team
from digitroops.engines.roster.pool import Pool
from digitroops.engines.roster.rules import Must
from digitroops.engines.roster.solver import template

MOST_BUNDLES = 3
KICK = 0.25


def best_team(pool: Pool, *, seed: int, kicks: int, start: Sequence[int] = ()) -> list[int] | None:
    """The best team found, as indices; None where no team keeps the rules.

    `start` is a team that may be in already; the result is never worth less, if it keeps the rules of this pool.
    """
    best: list[int] = list(start) if start and not pool.constraints.broken(start) else []
    for fixed, banned in () if best and pool.large else bundle_choices(pool):
        free = free_team(pool, fixed, banned)
        if not pool.constraints.broken(free):
            best = better(pool, best, climbed(pool, free, fixed))
    quota = template(pool.constraints, pool.worth_alone, pool.size[1]) if needs_solver(pool, best) else None
    if quota is not None:
        team = quota_team(pool, musts(pool), quota)
        if not pool.constraints.broken(team):
            best = better(pool, best, climbed(pool, team, musts(pool)))
    if not best:
        return None if pool.size[0] else []
    return kicked(pool, climbed(pool, best, musts(pool)), seed=seed, kicks=kicks)


def needs_solver(pool: Pool, best: Sequence[int]) -> bool:
    """Whether greed alone may have missed what the rules allow."""
    return not best or len(pool.bundles) > MOST_BUNDLES or len(best) < pool.size[1]


def kicked(pool: Pool, team: list[int], *, seed: int, kicks: int) -> list[int]:
    """The best team after putting some people out at random, filling up and climbing again."""
    random = np.random.default_rng(seed)
    sets = {index for bundle in pool.bundles for index in bundle}
    held = sorted(set(musts(pool)) | (sets & set(team)))
    banned = frozenset(sets - set(team)) | frozenset(np.flatnonzero(pool.closed()).tolist())
    for _ in range(kicks):
        free = [index for index in team if index not in held]
        if not free:
            break
        gone = set(random.choice(free, max(1, round(len(free) * KICK)), replace=False).tolist())
        rest = [index for index in team if index not in gone]
        other = free_team(pool, rest, banned | gone)
        if not pool.constraints.broken(other):
            team = better(pool, team, climbed(pool, other, held))
    return team


def better(pool: Pool, one: list[int], other: list[int]) -> list[int]:
    """The team of more worth; the first of two equal ones."""
    return other if not one or pool.value(other) > pool.value(one) else one


def musts(pool: Pool) -> list[int]:
    """Everybody whom a rule puts into the team, with those who come along."""
    named = {rule.key for rule in pool.constraints.rules if isinstance(rule, Must)}
    found = set(pool.numbers(named))
    for bundle in pool.bundles:
        if found & set(bundle):
            found |= set(bundle)
    return sorted(found)


def bundle_choices(pool: Pool) -> Iterator[tuple[list[int], frozenset[int]]]:
    """Who is fixed and who is banned, for every choice of the people who only come together.

    Beyond a few such groups only the choices with at most one of them in are tried.
    """
    closed = frozenset(np.flatnonzero(pool.closed()).tolist())
    must = musts(pool)
    bundles = [bundle for bundle in pool.bundles if not set(bundle) & set(must)]
    for chosen in product((False, True), repeat=min(len(bundles), MOST_BUNDLES)):
        taken = [bundle for bundle, yes in zip(bundles, chosen, strict=False) if yes]
        out = [bundle for bundle in bundles if bundle not in taken]
        fixed = sorted({*must, *(index for bundle in taken for index in bundle)})
        yield fixed, closed | frozenset(index for bundle in out for index in bundle)
