"""What one scenario asks of its team: rules, wishes and the size, as they are kept with a proposal and shown.

Kept as plain data: `{"low", "high", "declared_percent", "star_percent", "wishes": {...}, "views": {"x": [5, 15]},
"rules": [...]}`; what is missing is the programme's default. A rule is `{"kind": "at_least", "number": 2, "group":
["unit", "Produksi"]}` or `{"kind": "apart", "people": [3, 7]}`, people by the id of their membership.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from digitroops.engines.measure import DEFAULT_VIEW_RATES
from digitroops.engines.roster import Apart, AtLeast, AtMost, Group, Together
from digitroops.engines.roster.rules import GivenRule, GroupKind
from digitroops.programme.models import Programme

#: What wishes are worth at first, in reached people; each can be changed for a scenario.
WISHES: dict[str, int] = {
    "balance": 400,
    "story": 200,
    "readiness": 100,
    "newcomer": 0,
    "engaged": 0,
    "generation": 200,
}
#: A typed follower counts this much, in percent.
DECLARED_PERCENT = 50
#: No single person weighs more than this part of a team's followers; in a small team twice an even share.
STAR_PERCENT = 25


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a scenario with every default filled in; `wishes` are worths in reached people.

    `views` is the share of followers, from fewest to most in percent, who see one post on a platform.
    """

    low: int
    high: int
    declared_percent: int
    star_percent: int
    wishes: Mapping[str, int]
    views: Mapping[str, tuple[float, float]]
    rules: tuple[Mapping[str, Any], ...]


def terms_of(programme: Programme, kept: Mapping[str, Any]) -> Terms:
    """The terms as kept with a proposal, completed from the programme."""
    return Terms(
        low=int(kept.get("low", programme.team_size)),
        high=int(kept.get("high", programme.team_size)),
        declared_percent=int(kept.get("declared_percent", DECLARED_PERCENT)),
        star_percent=int(kept.get("star_percent", STAR_PERCENT)),
        wishes={name: int(kept.get("wishes", {}).get(name, worth)) for name, worth in WISHES.items()},
        views={name: _views(kept.get("views", {}).get(name)) for name in programme.platforms},
        rules=tuple(kept.get("rules", ())),
    )


def _views(kept: Sequence[float] | None) -> tuple[float, float]:
    """The kept share of followers who see a post, or what holds everywhere."""
    if kept:
        return float(kept[0]), float(kept[1])
    everywhere = DEFAULT_VIEW_RATES[""]
    return everywhere.low * 100, everywhere.high * 100


def rule_of(kept: Mapping[str, Any]) -> GivenRule:
    """A kept rule as the engine takes it."""
    if kept["kind"] in ("at_least", "at_most"):
        kind, value = kept["group"]
        group = Group(cast("GroupKind", kind), value)
        return (AtLeast if kept["kind"] == "at_least" else AtMost)(int(kept["number"]), group)
    keys = tuple(str(person) for person in kept["people"])
    return Together(keys) if kept["kind"] == "together" else Apart(keys)
