"""Two proposals side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.selection import seats_of
from digitroops.recruitment.queries.terms import terms_of


@dataclass(frozen=True)
class Row:
    """One figure of both proposals. `better` names the side with more of what is good, if more is good."""

    label: str
    left: Any
    right: Any
    form: str = "number"
    more_is_better: bool | None = True

    @property
    def better(self) -> str:
        if self.more_is_better is None or self.left == self.right:
            return ""
        return "left" if (self.left > self.right) is self.more_is_better else "right"

    @property
    def difference(self) -> float:
        return float(self.right - self.left)


@dataclass(frozen=True)
class Side:
    """One of the two: its seats, and those only it has."""

    proposal: Proposal
    team: list[Seat]
    only: list[Seat]


@dataclass(frozen=True)
class Comparison:
    """Two proposals: figures in rows, who is in both and who in one only, work units, what differs in the terms."""

    left: Side
    right: Side
    both: list[Seat]
    rows: list[Row]
    units: list[Row]
    wishes: list[Row]


def compare(left: Proposal, right: Proposal) -> Comparison:
    """The two proposals with everything that can be held against each other."""
    teams = [[seat for seat in seats_of(one) if seat.chosen] for one in (left, right)]
    inside = [{seat.member_id for seat in team} for team in teams]
    return Comparison(
        left=Side(left, teams[0], [seat for seat in teams[0] if seat.member_id not in inside[1]]),
        right=Side(right, teams[1], [seat for seat in teams[1] if seat.member_id not in inside[0]]),
        both=[seat for seat in teams[0] if seat.member_id in inside[1]],
        rows=_rows(left.figures, right.figures),
        units=_counted(left.figures.get("units", {}), right.figures.get("units", {})),
        wishes=_wishes(left, right),
    )


def _rows(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[Row]:
    kinds: list[tuple[str, str, str, bool | None]] = [
        ("unique_reach", _("Unique reach"), "number", True),
        ("overlap", _("Overlap"), "percent", False),
        ("views", _("Expected views of a post"), "number", True),
        ("engaged", _("Followers who usually react"), "number", True),
        ("declared", _("Followers that were only typed"), "number", None),
        ("readiness", _("Readiness"), "percent", True),
        ("newcomers", _("Never in a team before"), "number", None),
        ("size", _("People"), "number", None),
    ]
    rows = [
        Row(label, left.get(key) or 0, right.get(key) or 0, form, good) for key, label, form, good in kinds
    ]
    broken = [len(one.get("broken", [])) for one in (left, right)]
    return [*rows, Row(_("Rules that are broken"), broken[0], broken[1], "number", False)]


def _counted(left: Mapping[str, int], right: Mapping[str, int]) -> list[Row]:
    return [
        Row(name, left.get(name, 0), right.get(name, 0), more_is_better=None)
        for name in sorted({**left, **right})
    ]


WISH_LABELS: dict[str, Any] = {
    "balance": lambda: _("A seat for a unit that has too few"),
    "story": lambda: _("A story that touches people"),
    "readiness": lambda: _("A person who is ready"),
    "newcomer": lambda: _("Somebody who was never in a team"),
    "engaged": lambda: _("A follower who usually reacts"),
    "generation": lambda: _("A person of the declared generation"),
}


def _wishes(left: Proposal, right: Proposal) -> list[Row]:
    """The wishes whose worth differs."""
    worths = [terms_of(one.programme, one.terms).wishes for one in (left, right)]
    return [
        Row(label(), worths[0][name], worths[1][name], more_is_better=None)
        for name, label in WISH_LABELS.items()
        if worths[0][name] != worths[1][name]
    ]
