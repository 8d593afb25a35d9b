"""Who was chosen against who applied, group by group, with the four-fifths rule as a warning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.pool import top_of

Dimension = Literal["unit", "generation", "gender", "location"]
FOUR_FIFTHS = 0.8
FEW = 5

GROUPS: dict[Dimension, Callable[[Candidate], str]] = {
    "unit": top_of,
    "generation": lambda candidate: candidate.generation,
    "gender": lambda candidate: candidate.gender,
    "location": lambda candidate: candidate.location,
}


@dataclass(frozen=True, slots=True)
class Share:
    """One group: how many applied, how many of them were chosen, and their rate against the best group's rate.

    `warning` is set where the ratio is under four fifths (the rule of thumb of the American Uniform Guidelines of
    1978). It is a question to ask, no proof; `few` says that under five applied, so that chance alone explains much.
    """

    dimension: Dimension
    group: str
    applied: int
    chosen: int
    rate: float
    ratio: float | None
    warning: bool
    few: bool


def fairness(candidates: Iterable[Candidate], team: Iterable[str]) -> tuple[Share, ...]:
    """A row for every group of every dimension that people gave; those who gave nothing are not a group."""
    applied, inside = list(candidates), set(team)
    return tuple(row for dimension in GROUPS for row in shares_of(dimension, applied, inside))


def shares_of(dimension: Dimension, applied: list[Candidate], inside: set[str]) -> list[Share]:
    """The rows of one dimension by name. The best rate is that of a group in which at least five applied, if any."""
    found: dict[str, list[bool]] = {}
    for candidate in applied:
        group = GROUPS[dimension](candidate)
        if group:
            found.setdefault(group, []).append(candidate.key in inside)
    rates = {group: sum(chosen) / len(chosen) for group, chosen in found.items()}
    large = [rates[group] for group, chosen in found.items() if len(chosen) >= FEW]
    best = max(large or rates.values(), default=0.0)
    return [share(dimension, group, found[group], best) for group in sorted(found)]


def share(dimension: Dimension, group: str, chosen: list[bool], best: float) -> Share:
    """One row."""
    rate = sum(chosen) / len(chosen)
    ratio = rate / best if best else None
    warning = ratio is not None and ratio < FOUR_FIFTHS
    return Share(dimension, group, len(chosen), sum(chosen), rate, ratio, warning, len(chosen) < FEW)
