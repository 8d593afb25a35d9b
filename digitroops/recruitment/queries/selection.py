"""A proposal as its page shows it, and what a swap would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from digitroops.engines.audience import Audience, overlap_matrix
from digitroops.engines.roster import AtLeast, Candidate, Delta, Figures, RosterError, appraise, swap
from digitroops.engines.roster import Proposal as Found
from digitroops.people.models import Unit
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.pool import candidates_of, goal_of
from digitroops.recruitment.queries.reasons import reason_texts, rule_sentence


def proposals_of(programme: Programme) -> QuerySet[Proposal]:
    """The proposals of a programme, newest first, without those put away."""
    return programme.proposals.exclude(state=Proposal.State.DISCARDED).select_related(
        "created_by", "published_by"
    )


def seats_of(proposal: Proposal) -> list[Seat]:
    """The seats in the engine's order: team, waiting list, then those who cannot be chosen."""
    return list(proposal.seats.select_related("member__employee__unit").order_by("-chosen", "order"))


def figures_in_short(found: Found, names: Mapping[str, str]) -> dict[str, Any]:
    """The engine's figures as they are kept with the proposal."""
    figures = found.figures
    return {
        "unique_reach": figures.unique_reach,
        "reach_sum": figures.reach_sum,
        "declared_reach": figures.declared_reach,
        "overlap": figures.overlap,
        "gap": found.gap,
        "units": dict(figures.units),
        "generations": dict(figures.generations),
        "platforms": {
            name: {"people": one.people, "verified": one.verified, "declared": one.declared}
            for name, one in figures.platforms.items()
        },
        "broken": [rule_sentence(rule, names) for rule in figures.broken],
        "prices": [
            {"rule": rule_sentence(price.rule, names), "value": price.value, "reach": price.reach}
            for price in found.prices
        ],
        "notices": [
            reason_texts(problem.reason, names) for problem in found.problems if not problem.blocking
        ],
        "fairness": [
            {
                "dimension": share.dimension,
                "group": share.group,
                "applied": share.applied,
                "chosen": share.chosen,
                "ratio": share.ratio,
                "warning": share.warning and not share.few,
            }
            for share in found.fairness
            if share.dimension in {"unit", "generation"}
        ],
    }


def in_viewer_language(texts: list[dict[str, str]]) -> list[str]:
    language = "en" if (get_language() or "id").startswith("en") else "id"
    return [text[language] for text in texts]


@dataclass(frozen=True)
class UnitLine:
    """A top-level work unit in the team: how many, how many a rule asks for, and its colour."""

    name: str
    series: int
    people: int
    least: int

    @property
    def missing(self) -> int:
        return max(self.least - self.people, 0)


def unit_lines(proposal: Proposal) -> list[UnitLine]:
    """Every top-level unit of the company with its people in the team, in the units' own order."""
    candidates = candidates_of(proposal.programme)
    least = {
        rule.group.value: rule.number
        for rule in goal_of(proposal.programme, candidates).rules
        if isinstance(rule, AtLeast)
    }
    people = proposal.figures.get("units", {})
    return [
        UnitLine(unit.name, unit.series, people.get(unit.name, 0), least.get(unit.path, 0))
        for unit in Unit.objects.filter(parent=None)
    ]


def people_of(proposal: Proposal) -> QuerySet[Member]:
    """Everybody with a seat or a place on the waiting list, also after the team was published."""
    return proposal.programme.members.filter(pk__in=proposal.seats.values("member")).select_related(
        "employee__unit"
    )


def overlap_of(seats: list[Seat], candidates: list[Candidate]) -> list[list[float]]:
    """For each two of the team the share of the smaller audience that follows both, as a lower triangle."""
    by_key = {candidate.key: candidate for candidate in candidates}
    team = [by_key.get(str(seat.member_id)) for seat in seats if seat.chosen]
    counts = overlap_matrix([Audience(candidate.keys()) for candidate in team if candidate is not None])
    rows = []
    for i in range(len(counts)):
        sizes = [min(counts[i][i], counts[j][j]) for j in range(i)]
        rows.append([float(counts[i][j] / size) if size else 0.0 for j, size in enumerate(sizes)])
    return rows


@dataclass(frozen=True)
class Change:
    """What a swap would do, for the panel under the team."""

    leaving: Seat
    coming: Seat
    delta: Delta
    units: list[tuple[str, int, int]]
    broken: list[str]

    @property
    def before(self) -> Figures:
        return self.delta.before

    @property
    def after(self) -> Figures:
        return self.delta.after


def change_of(proposal: Proposal, out: int, come: int) -> Change | None:
    """The figures before and after a swap of two memberships; None where it is no swap in this team."""
    seats = {seat.member_id: seat for seat in seats_of(proposal)}
    if out not in seats or come not in seats:
        return None
    candidates = candidates_of(proposal.programme)
    goal = goal_of(proposal.programme, candidates, seats.values())
    team = [str(seat.member_id) for seat in seats.values() if seat.chosen]
    try:
        delta = swap(appraise(team, candidates, goal), str(out), str(come))
    except RosterError:
        return None
    before, after = delta.before.units, delta.after.units
    changed = [name for name in {**before, **after} if before.get(name, 0) != after.get(name, 0)]
    names = {str(seat.member_id): seat.member.employee.name for seat in seats.values()}
    return Change(
        leaving=seats[out],
        coming=seats[come],
        delta=delta,
        units=[(name, before.get(name, 0), after.get(name, 0)) for name in changed],
        broken=in_viewer_language([rule_sentence(rule, names) for rule in delta.after.broken]),
    )
