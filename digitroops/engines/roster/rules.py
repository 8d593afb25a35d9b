"""Hard rules: what every team must keep. Each is a value that can be stored, shown and priced."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from digitroops.engines.roster.candidate import Candidate

GroupKind = Literal["unit", "platform", "language", "location", "generation", "tag", "newcomer", "hours"]


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the candidates. A unit's `value` is its path joined with " / " and includes everything below it.

    The group "hours" holds those who have at least `value` hours in a month.
    """

    kind: GroupKind
    value: str = ""

    def holds(self, candidate: Candidate) -> bool:
        return HOLDS[self.kind](candidate, self.value)


def in_unit(candidate: Candidate, value: str) -> bool:
    """Whether the candidate works in the unit or below it."""
    path = tuple(value.split(" / "))
    return candidate.unit[: len(path)] == path


HOLDS: dict[GroupKind, Callable[[Candidate, str], bool]] = {
    "unit": in_unit,
    "platform": lambda candidate, value: value in candidate.platforms,
    "language": lambda candidate, value: value in candidate.languages,
    "location": lambda candidate, value: value == candidate.location,
    "generation": lambda candidate, value: value == candidate.generation,
    "tag": lambda candidate, value: value in candidate.tags,
    "newcomer": lambda candidate, _: candidate.newcomer,
    "hours": lambda candidate, value: candidate.hours is not None and candidate.hours >= float(value),
}


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `number` people of a group."""

    number: int
    group: Group


@dataclass(frozen=True, slots=True)
class AtMost:
    """At most `number` people of a group; trainers' seats are AtMost(seats, Group("tag", "needs_training"))."""

    number: int
    group: Group


@dataclass(frozen=True, slots=True)
class Must:
    """A person who is in the team."""

    key: str


@dataclass(frozen=True, slots=True)
class MustNot:
    """A person who is not in the team."""

    key: str


@dataclass(frozen=True, slots=True)
class Together:
    """All of these people or none."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """At most one of these people."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """The size of the team. Part of every goal; named where it contradicts other rules."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class EligibleOnly:
    """Only people who meet every criterion. Part of every goal; named where it contradicts other rules."""


@dataclass(frozen=True, slots=True)
class Differs:
    """At most `number` of these people: what makes an alternative another team. Not given by people."""

    keys: frozenset[str]
    number: int


GivenRule = AtLeast | AtMost | Must | MustNot | Together | Apart
Rule = GivenRule | Size | EligibleOnly | Differs


def keys_in(rule: Rule) -> tuple[str, ...]:
    """The people whom a rule names."""
    match rule:
        case Must(key) | MustNot(key):
            return (key,)
        case Together(keys) | Apart(keys):
            return keys
        case _:
            return ()
