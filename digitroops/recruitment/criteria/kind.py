"""What a kind of criterion is to the rest of recruitment."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from digitroops.programme.models import Member

Evidence = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Met, not met or not verified, with a key and the values its sentence needs (plain JSON)."""

    verdict: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `check` is given member, parameters and today; without it the whole team is meant.

    `explain` turns the evidence into a sentence in the viewer's language.
    """

    name: str
    explain: Callable[[Evidence], str]
    check: Callable[[Member, dict[str, Any], dt.date], Outcome] | None = None


def day_of(text: str) -> dt.date:
    """A day out of evidence."""
    return dt.date.fromisoformat(text)
