"""What the team is for: its size, the hard rules and the wishes with their worth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from digitroops.engines.measure import DEFAULT_VIEW_RATES, ViewRate
from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.rules import EligibleOnly, GivenRule, Rule, Size

DECLARED_FACTOR = 0.5


@dataclass(frozen=True, slots=True)
class Wishes:
    """Soft wishes, each worth a number of reached people, so that they can be weighed against each other.

    `reach`: a different person reached. `engaged`: a follower who usually reacts. `balance`: a seat filled in a
    top-level unit that has fewer seats than its share of the workforce. `readiness`: a person who is fully ready.
    `story`: a person whose storytelling sample got the best review; one not reviewed yet counts half of that.
    `newcomer`: a person who was never in a team. `generation`: a person of a generation in `Goal.generations`.
    """

    reach: float = 1.0
    engaged: float = 0.0
    balance: float = 0.0
    readiness: float = 0.0
    newcomer: float = 0.0
    generation: float = 0.0
    story: float = 0.0

    def all(self) -> tuple[float, ...]:
        return (
            self.reach,
            self.engaged,
            self.balance,
            self.readiness,
            self.newcomer,
            self.generation,
            self.story,
        )


@dataclass(frozen=True, slots=True)
class Goal:
    """A team of `low` to `high` people that keeps the rules and is worth the most by the wishes.

    `declared_factor` is what a declared, unverified follower counts (0 to 1): half by default, because nothing is
    known of its overlap. `star_cap` is the number of followers one person may bring to the value of a team; the reach
    that is shown is never cut. `headcount` is the workforce by top-level unit. `generations` and every rule on a
    generation need `generation_ground`, the lawful ground that the programme has declared for it.
    """

    low: int
    high: int
    rules: tuple[GivenRule, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    declared_factor: float = DECLARED_FACTOR
    star_cap: int | None = None
    headcount: Mapping[str, int] = field(default_factory=dict)
    generations: frozenset[str] = frozenset()
    generation_ground: str = ""
    view_rates: Mapping[str, ViewRate] = field(default_factory=lambda: dict(DEFAULT_VIEW_RATES))

    @property
    def every_rule(self) -> tuple[Rule, ...]:
        """The given rules with the two that hold always; repeated rules once."""
        return (Size(self.low, self.high), EligibleOnly(), *dict.fromkeys(self.rules))

    def without(self, rule: GivenRule) -> Self:
        """The same goal without a rule."""
        return replace(self, rules=tuple(other for other in self.rules if other != rule))


def fair_cap(candidates: Iterable[Candidate], size: int, share: float = 0.25) -> int | None:
    """The cap at which no star brings more than a share of the followers of the `size` largest candidates.

    None where nobody is that large. The cap is lowered until it holds for the capped sizes themselves.
    """
    sizes = sorted((sum(account.followers for account in one.accounts) for one in candidates), reverse=True)[
        :size
    ]
    if not sizes or sizes[0] <= share * sum(sizes):
        return None
    for above in range(1, len(sizes)):
        rest = sum(sizes[above:])
        if above * share >= 1:
            break
        cap = share * rest / (1 - above * share)
        if cap >= sizes[above]:
            return int(cap)
    return sizes[-1]
