"""Rules as rows of a matrix, and candidates as classes that the rules cannot tell apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.rules import (
    Apart,
    AtLeast,
    AtMost,
    Differs,
    EligibleOnly,
    Must,
    MustNot,
    Rule,
    Size,
    Together,
)

Matrix = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Constraints:
    """low <= rows @ team <= high. `rules[r]` is the rule that row r belongs to; a Together makes several rows."""

    rules: tuple[Rule, ...]
    rows: Matrix
    low: Matrix
    high: Matrix

    def broken(self, team: Sequence[int]) -> tuple[Rule, ...]:
        """The rules that a team does not keep."""
        counts = self.rows[:, list(team)].sum(axis=1)
        wrong = (counts < self.low) | (counts > self.high)
        return tuple(dict.fromkeys(rule for rule, bad in zip(self.rules, wrong, strict=True) if bad))

    def only(self, rules: Sequence[Rule]) -> "Constraints":
        """The rows of some of the rules."""
        chosen = [place for place, rule in enumerate(self.rules) if rule in rules]
        kept = tuple(self.rules[place] for place in chosen)
        return Constraints(kept, self.rows[chosen], self.low[chosen], self.high[chosen])

    @cached_property
    def classes(self) -> tuple[Matrix, NDArray[np.intp]]:
        """The different columns, and which of them each candidate has."""
        return classes_of(self.rows)


def classes_of(rows: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
    """The different columns of a matrix in order, and which of them each column is."""
    which = np.zeros(rows.shape[1], dtype=np.intp)
    first = which[:1]
    for row in rows:
        code = which * (int(row.max(initial=0)) - int(row.min(initial=0)) + 1) + row
        _, first, which = np.unique(code, return_index=True, return_inverse=True)
    return rows[:, first], which


def constraints_of(rules: Sequence[Rule], candidates: Sequence[Candidate]) -> Constraints:
    """The rows of some rules over some candidates."""
    place = {candidate.key: index for index, candidate in enumerate(candidates)}
    found = [(rule, *row) for rule in rules for row in rows_of(rule, candidates, place)]
    rows = np.array([row for _, row, _, _ in found], dtype=np.int32).reshape(len(found), len(candidates))
    low = np.array([low for _, _, low, _ in found], dtype=np.int32)
    high = np.array([high for _, _, _, high in found], dtype=np.int32)
    return Constraints(tuple(rule for rule, *_ in found), rows, low, high)


Row = tuple[Matrix, int, int]


def rows_of(rule: Rule, candidates: Sequence[Candidate], place: dict[str, int]) -> list[Row]:
    """A rule as rows with their lowest and highest sum."""
    every, found = len(candidates), list[Row]()
    match rule:
        case Size(low, high):
            found.append((np.ones(every, dtype=np.int32), low, high))
        case EligibleOnly():
            found.append((np.array([not one.eligible for one in candidates], dtype=np.int32), 0, 0))
        case AtLeast(number, group):
            found.append((np.array([group.holds(one) for one in candidates], dtype=np.int32), number, every))
        case AtMost(number, group):
            found.append((np.array([group.holds(one) for one in candidates], dtype=np.int32), 0, number))
        case Must(key):
            found.append((named((key,), place), 1, 1))
        case MustNot(key):
            found.append((named((key,), place), 0, 0))
        case Apart(keys):
            found.append((named(keys, place), 0, 1))
        case Differs(people, number):
            found.append((named(tuple(people), place), 0, number))
        case Together(keys):
            first = named(keys[:1], place)
            found += [(first - named((key,), place), 0, 0) for key in keys[1:] if key != keys[0]]
    return found


def named(keys: Sequence[str], place: dict[str, int]) -> Matrix:
    """A row with ones for the people named."""
    row = np.zeros(len(place), dtype=np.int32)
    row[[place[key] for key in keys]] = 1
    return row
