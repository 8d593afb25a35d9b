"""The figures of a team, whoever chose it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digitroops.engines.audience import Audience, union_size
from digitroops.engines.measure import Figure, expected_views
from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.constraints import constraints_of
from digitroops.engines.roster.errors import RosterError
from digitroops.engines.roster.goal import Goal
from digitroops.engines.roster.pool import pool_of, top_of
from digitroops.engines.roster.rules import Rule

EVERY_KEY = 1 << 62


@dataclass(frozen=True, slots=True)
class OnPlatform:
    """The team on one platform: people with an account there and their followers, verified and as declared."""

    people: int
    verified: int
    declared: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a team brings. Verified and declared followers are never added.

    `unique_reach` and `reach_sum` are counted from follower keys (measured); `declared_reach` is discounted and
    `engaged` and `expected_views` are estimates. `value` is the team's worth by the wishes, in reached people.
    """

    size: int
    value: float
    unique_reach: int
    reach_sum: int
    declared: int
    declared_reach: int
    engaged: int
    expected_views: Figure
    readiness: float
    newcomers: int
    units: Mapping[str, int]
    platforms: Mapping[str, OnPlatform]
    generations: Mapping[str, int]
    locations: Mapping[str, int]
    languages: Mapping[str, int]
    broken: tuple[Rule, ...]

    @property
    def overlap(self) -> float:
        """The share of the team's followers who follow more than one of its people (or accounts)."""
        return 1 - self.unique_reach / self.reach_sum if self.reach_sum else 0.0


def evaluate(team: Iterable[str], candidates: Iterable[Candidate], goal: Goal) -> Figures:
    """The exact figures of any team, whether it keeps the rules or not. Raises `RosterError` for unknown people."""
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    place = {candidate.key: index for index, candidate in enumerate(ordered)}
    wanted = sorted(set(team))
    unknown = [key for key in wanted if key not in place]
    if unknown:
        raise RosterError(f"These people are not among the candidates: {', '.join(unknown)}.")
    chosen = [ordered[place[key]] for key in wanted]
    alone = pool_of(chosen, replace(goal, rules=()), limit=EVERY_KEY)
    broken = constraints_of(goal.every_rule, ordered).broken([place[key] for key in wanted])
    reach = union_size([Audience(one.keys()) for one in chosen])
    return figures_of(chosen, goal, reach, alone.value(range(len(chosen))), broken)


def figures_of(
    team: Sequence[Candidate], goal: Goal, reach: int, value: float, broken: tuple[Rule, ...]
) -> Figures:
    """The figures of a team whose reach and worth are known."""
    team = sorted(team, key=lambda candidate: candidate.key)
    platforms = on_platforms(team)
    declared = sum(candidate.declared for candidate in team)
    followers = {
        name: one.verified + round(one.declared * goal.declared_factor) for name, one in platforms.items()
    }
    return Figures(
        size=len(team),
        value=value,
        unique_reach=reach,
        reach_sum=sum(one.verified for one in platforms.values()),
        declared=declared,
        declared_reach=round(declared * goal.declared_factor),
        engaged=round(sum(candidate.engaged for candidate in team)),
        expected_views=expected_views(followers, goal.view_rates),
        readiness=sum(candidate.readiness for candidate in team) / len(team) if team else 0.0,
        newcomers=sum(candidate.newcomer for candidate in team),
        units=counted(top_of(candidate) for candidate in team),
        platforms=platforms,
        generations=counted(candidate.generation for candidate in team),
        locations=counted(candidate.location for candidate in team),
        languages=counted(language for candidate in team for language in candidate.languages),
        broken=broken,
    )


def counted(names: Iterable[str]) -> dict[str, int]:
    """How often each name occurs, by name."""
    return dict(sorted(Counter(names).items()))


def on_platforms(team: Iterable[Candidate]) -> dict[str, OnPlatform]:
    """The team on each platform, by name."""
    people: Counter[str] = Counter()
    verified: Counter[str] = Counter()
    declared: Counter[str] = Counter()
    for candidate in team:
        people.update(candidate.platforms)
        for account in candidate.accounts:
            counts = declared if account.audience is None else verified
            counts[account.platform] += account.followers
    return {name: OnPlatform(people[name], verified[name], declared[name]) for name in sorted(people)}
