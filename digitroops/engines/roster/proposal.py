"""The proposal: the team with everything a person needs to understand it, and what a swap would change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from digitroops.engines.audience import Audience, union_size
from digitroops.engines.roster.bound import bound_of
from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.check import Problem, believable, check
from digitroops.engines.roster.climb import climbed
from digitroops.engines.roster.constraints import constraints_of
from digitroops.engines.roster.coverage import Counts, Coverage, cover
from digitroops.engines.roster.errors import RosterError
from digitroops.engines.roster.explain import Explanation, Seat
from digitroops.engines.roster.fairness import Share, fairness
from digitroops.engines.roster.figures import Figures, figures_of
from digitroops.engines.roster.goal import Goal
from digitroops.engines.roster.pool import EVERY_PAIR, Pool, pool_of
from digitroops.engines.roster.rules import Differs, GivenRule, Rule
from digitroops.engines.roster.search import best_team, musts
from digitroops.engines.roster.solver import contradiction, possible

SAMPLE_KEYS = 1_000_000
LARGE_SAMPLE_KEYS = 8_000_000
EXACT_KEYS = 32_000_000
KICKS = 8
ALTERNATIVES = 2
OTHERS = 5
NEAR = 0.95

Effort = Literal["quick", "full"]


@dataclass(frozen=True, slots=True)
class Infeasible:
    """There is no team. `rules` contradict each other, and no smaller part of them does; or `problems` block."""

    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What a rule costs: without it the team's value and its unique reach would be higher by these shares."""

    rule: GivenRule
    value: float
    reach: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another team, with at least five other people (all others, if the team is smaller).

    `worth` is its value ÷ that of the proposed team.
    """

    team: tuple[str, ...]
    worth: float


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What a swap starts from, counted once: the place of every candidate, and how many of the team reach whom."""

    place: Mapping[str, int]
    counts: Counts
    cut: Counts


def standing_of(pool: Pool, uncut: Coverage, team: Sequence[int]) -> Standing:
    """The standing of a team; the counts of what is weighed are those of what is shown where there is no cap."""
    counts = uncut.counts(team)
    cut = counts if pool.coverage is uncut else pool.coverage.counts(team)
    return Standing({candidate.key: index for index, candidate in enumerate(pool.candidates)}, counts, cut)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A team in the order of what its people bring, with reasons for everybody.

    `waiting` are all others who could be chosen, in order. `bound` is proven: no team is worth more. `exact` says
    whether `seats` and swaps are counted from every follower key or from a sample of them; `figures` always are exact.
    """

    team: tuple[str, ...]
    waiting: tuple[str, ...]
    seats: Mapping[str, Seat]
    figures: Figures
    bound: float
    prices: tuple[Price, ...]
    alternatives: tuple[Alternative, ...]
    fairness: tuple[Share, ...]
    problems: tuple[Problem, ...]
    seed: int
    pool: Pool = field(repr=False, compare=False)
    uncut: Coverage = field(repr=False, compare=False)
    standing: Standing = field(repr=False, compare=False)

    @property
    def exact(self) -> bool:
        return self.uncut.scale == 1

    @property
    def gap(self) -> float:
        """How far the value may at most lie under the best one, as a share of the bound."""
        return 1 - self.figures.value / self.bound if self.bound else 0.0


def propose(
    candidates: Iterable[Candidate], goal: Goal, seed: int = 0, *, effort: Effort = "full"
) -> Proposal | Infeasible:
    """The best team that keeps the rules, with reasons, prices and alternatives.

    The same people, goal and seed give the same proposal in whatever order they come. With `effort` "quick" a first
    answer comes in about a second, without prices, alternatives and the last improvements. A team of thousands is
    searched and priced on a sample of the keys, and has no alternatives.
    """
    people = tuple(candidates)
    problems = check(people, goal)
    if any(problem.blocking for problem in problems):
        return Infeasible((), problems)
    people = tuple(believable(candidate) for candidate in people)
    small = goal.high * len(people) <= EVERY_PAIR
    sample = pool_of(people, goal, limit=SAMPLE_KEYS if small else LARGE_SAMPLE_KEYS)
    team = best_team(sample, seed=seed, kicks=KICKS if small and effort == "full" else 0)
    if team is None:
        return Infeasible(contradiction(sample.constraints), problems)
    if effort == "quick":
        return assembled(sample, team, seed=seed, problems=problems)
    enough = sample.coverage.scale == 1 or not small
    pool = sample if enough else pool_of(people, goal, limit=EXACT_KEYS)
    team = climbed(pool, team, musts(pool))
    proposal = assembled(pool, team, seed=seed, problems=problems)
    others = alternatives_to(sample, team, seed) if small else ()
    return replace(proposal, prices=prices_of(sample, team, seed), alternatives=others)


def conflict(candidates: Iterable[Candidate], goal: Goal) -> Infeasible | None:
    """Why no team can keep the rules, or None where one can; reads no audience, so it answers at once."""
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    problems = check(ordered, goal)
    if any(problem.blocking for problem in problems):
        return Infeasible((), problems)
    constraints = constraints_of(goal.every_rule, ordered)
    return None if possible(constraints) else Infeasible(contradiction(constraints), problems)


def appraise(team: Iterable[str], candidates: Iterable[Candidate], goal: Goal) -> Proposal:
    """A team that somebody else has chosen, with the figures and reasons of a proposal.

    There are no prices and no alternatives; the rules it breaks stand in `figures.broken`. Raises `RosterError` for
    unknown people.
    """
    people = tuple(candidates)
    problems = check(people, goal)
    pool = pool_of(tuple(believable(candidate) for candidate in people), goal, limit=EXACT_KEYS)
    place = {candidate.key: index for index, candidate in enumerate(pool.candidates)}
    wanted = sorted(set(team))
    unknown = [key for key in wanted if key not in place]
    if unknown:
        raise RosterError(f"These people are not among the candidates: {', '.join(unknown)}.")
    return assembled(pool, [place[key] for key in wanted], seed=0, problems=problems)


def assembled(pool: Pool, team: list[int], *, seed: int, problems: tuple[Problem, ...]) -> Proposal:
    """The proposal of a team, without prices and alternatives."""
    explanation = Explanation(pool, team)
    chosen = [pool.candidates[index] for index in explanation.order()]
    uncut = uncut_of(pool)
    reach = (
        round(uncut.reach(team)) if uncut.scale == 1 else union_size([Audience(one.keys()) for one in chosen])
    )
    return Proposal(
        team=tuple(candidate.key for candidate in chosen),
        waiting=tuple(pool.candidates[index].key for index in explanation.waiting()),
        seats=explanation.seats(),
        figures=figures_of(chosen, pool.goal, reach, pool.value(team), pool.constraints.broken(team)),
        bound=bound_of(pool, team),
        prices=(),
        alternatives=(),
        fairness=fairness(pool.candidates, [candidate.key for candidate in chosen]),
        problems=problems,
        seed=seed,
        pool=pool,
        uncut=uncut,
        standing=standing_of(pool, uncut, team),
    )


def uncut_of(pool: Pool) -> Coverage:
    """The coverage without the cap for stars: what is shown, not what is weighed."""
    if pool.goal.star_cap is None:
        return pool.coverage
    return cover([candidate.keys() for candidate in pool.candidates], limit=EXACT_KEYS)


def prices_of(pool: Pool, team: Sequence[int], seed: int) -> tuple[Price, ...]:
    """What each given rule costs, dearest first. In a team of thousands a rule that does not bind costs nothing."""
    value, reach = pool.value(team), pool.coverage.reach(team)
    binding = binds(pool, team) if pool.large else frozenset(pool.goal.rules)
    prices = []
    for rule in dict.fromkeys(pool.goal.rules):
        if rule not in binding:
            prices.append(Price(rule, 0.0, 0.0))
            continue
        other = pool.without([rule])
        found = best_team(other, seed=seed, kicks=0, start=team) or list(team)
        more = other.value(found) - value
        wider = other.coverage.reach(found) - reach
        prices.append(Price(rule, more / value if value else 0.0, wider / reach if reach else 0.0))
    return tuple(sorted(prices, key=lambda price: -price.value))


def binds(pool: Pool, team: Sequence[int]) -> frozenset[Rule]:
    """The rules that a team keeps with nothing to spare: some exchange would break them."""
    constraints = pool.constraints
    sums = constraints.rows[:, list(team)].sum(axis=1)
    some, every = constraints.rows.any(axis=1), len(pool.candidates)
    tight = some & (
        ((sums <= constraints.low) & (constraints.low > 0))
        | ((sums >= constraints.high) & (constraints.high < every))
    )
    equal = constraints.low == constraints.high
    return frozenset(
        rule for rule, one, same in zip(constraints.rules, tight, equal, strict=True) if one or same
    )


def alternatives_to(pool: Pool, team: Sequence[int], seed: int) -> tuple[Alternative, ...]:
    """Other teams of nearly the same value, each different from all before it."""
    value, found, other = pool.value(team), [], pool
    last: Sequence[int] = team
    for _ in range(ALTERNATIVES):
        keys = frozenset(pool.candidates[index].key for index in last)
        other = other.also(Differs(keys, max(0, len(keys) - OTHERS)))
        last = best_team(other, seed=seed, kicks=0) or []
        worth = pool.value(last) / value if value else 1.0
        if not last or worth < NEAR:
            break
        found.append(Alternative(tuple(pool.candidates[index].key for index in last), worth))
    return tuple(found)
