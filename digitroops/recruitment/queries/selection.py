"""A proposal as its page shows it, and what a change would do."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from digitroops.engines.roster import AtLeast, Delta, Figures, RosterError, change
from digitroops.engines.roster import Proposal as Found
from digitroops.people.models import Role, Unit, User
from digitroops.programme.models import Programme
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.found import Appraisal, appraisal_of
from digitroops.recruitment.queries.reasons import reason_texts, rule_sentence, viewer_language

FOR_THE_BOARD = (Proposal.State.WAITING, Proposal.State.APPROVED, Proposal.State.PUBLISHED)


def proposals_of(programme: Programme, viewer: User) -> QuerySet[Proposal]:
    """The proposals of a programme that somebody may see, newest first: for executives those handed in."""
    found = programme.proposals.exclude(state=Proposal.State.DISCARDED)
    if not viewer.has_role(Role.PR):
        found = found.filter(state__in=FOR_THE_BOARD) if viewer.has_role(Role.EXECUTIVE) else found.none()
    return found.select_related(
        "programme", "created_by", "submitted_by", "approved_by", "published_by", "succeeds"
    ).annotate(said=Count("comments", distinct=True))


def seats_of(proposal: Proposal) -> list[Seat]:
    """The seats in the engine's order: team, waiting list, then those who cannot be chosen."""
    return list(proposal.seats.select_related("member__employee__unit").order_by("-chosen", "order"))


def figures_in_short(found: Found, names: Mapping[str, str]) -> dict[str, Any]:
    """The engine's figures as they are kept with the proposal."""
    figures = found.figures
    return {
        **plain_figures(figures),
        "gap": found.gap,
        "broken": [rule_sentence(rule, names) for rule in figures.broken],
        "prices": [
            {"rule": rule_sentence(price.rule, names), "value": price.value, "reach": price.reach}
            for price in found.prices
        ],
        "alternatives": [
            {"team": [int(key) for key in other.team], "worth": other.worth} for other in found.alternatives
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
                "warning": share.warning,
                "few": share.few,
            }
            for share in found.fairness
        ],
    }


def plain_figures(figures: Figures) -> dict[str, Any]:
    """The figures of any team as plain data."""
    return {
        "size": figures.size,
        "value": figures.value,
        "unique_reach": figures.unique_reach,
        "reach_sum": figures.reach_sum,
        "declared": figures.declared,
        "declared_reach": figures.declared_reach,
        "overlap": figures.overlap,
        "engaged": figures.engaged,
        "views": figures.expected_views.value,
        "readiness": figures.readiness,
        "newcomers": figures.newcomers,
        "units": dict(figures.units),
        "generations": dict(figures.generations),
        "locations": dict(figures.locations),
        "languages": dict(figures.languages),
        "platforms": {
            name: {"people": one.people, "verified": one.verified, "declared": one.declared}
            for name, one in figures.platforms.items()
        },
    }


def in_viewer_language(texts: Sequence[Mapping[str, str]]) -> list[str]:
    return [text[viewer_language()] for text in texts]


@dataclass(frozen=True)
class UnitLine:
    """A top-level work unit in the team: how many, how many a rule asks for, and its colour."""

    name: str
    series: int
    people: int
    least: int
    before: int

    @property
    def missing(self) -> int:
        return max(self.least - self.people, 0)

    @property
    def value(self) -> int:
        return self.people


def unit_lines(appraisal: Appraisal, now: Figures, before: Figures | None = None) -> list[UnitLine]:
    """Every top-level unit of the company with its people in the team, in the units' own order."""
    least = {
        rule.group.value: rule.number
        for rule in appraisal.goal.rules
        if isinstance(rule, AtLeast) and rule.group.kind == "unit"
    }
    was = (before or now).units
    return [
        UnitLine(
            unit.name,
            unit.series,
            now.units.get(unit.name, 0),
            least.get(unit.path, 0),
            was.get(unit.name, 0),
        )
        for unit in Unit.objects.filter(parent=None)
    ]


@dataclass(frozen=True)
class Change:
    """What a change would do, for the panel under the team."""

    leaving: list[Seat]
    coming: list[Seat]
    delta: Delta
    units: list[tuple[str, int, int]]
    broken: list[str]
    mended: list[str]
    shared: tuple[str, str, float] | None

    @property
    def before(self) -> Figures:
        return self.delta.before

    @property
    def after(self) -> Figures:
        return self.delta.after


def change_of(proposal: Proposal, out: Collection[int], come: Collection[int]) -> Change | None:
    """The figures before and after some leave and others come; None where that is no change of this team."""
    seats = {seat.member_id: seat for seat in seats_of(proposal)}
    if not (out or come) or not set(out) | set(come) <= set(seats):
        return None
    appraisal = appraisal_of(proposal)
    leaving = [str(pk) for pk in out if pk not in appraisal.gone]
    try:
        delta = change(appraisal.found, out=leaving, come=[str(pk) for pk in come])
    except RosterError:
        return None
    names = {str(pk): seat.member.employee.name for pk, seat in seats.items()}
    return Change(
        leaving=[seats[pk] for pk in out],
        coming=[seats[pk] for pk in come],
        delta=delta,
        units=_changed_units(delta),
        broken=_newly_broken(delta.before, delta.after, names),
        mended=_newly_broken(delta.after, delta.before, names),
        shared=most_shared(appraisal, leaving[0], names) if leaving else None,
    )


def _changed_units(delta: Delta) -> list[tuple[str, int, int]]:
    """The units with more or fewer people than before, and both numbers."""
    before, after = delta.before.units, delta.after.units
    sizes = [(name, before.get(name, 0), after.get(name, 0)) for name in {**before, **after}]
    return [size for size in sizes if size[1] != size[2]]


def _newly_broken(before: Figures, after: Figures, names: Mapping[str, str]) -> list[str]:
    """The rules that only the later team breaks, as sentences."""
    fresh = [rule for rule in after.broken if rule not in before.broken]
    return in_viewer_language([rule_sentence(rule, names) for rule in fresh])


def most_shared(appraisal: Appraisal, key: str, names: Mapping[str, str]) -> tuple[str, str, float] | None:
    """With whom of the team somebody shares most followers: both names and the share of their audience."""
    place = appraisal.found.team.index(key)
    counts = appraisal.overlap[place].astype(float)
    size = counts[place]
    counts[place] = 0
    if not size or not counts.max():
        return None
    other = appraisal.found.team[int(counts.argmax())]
    return names.get(key, "–"), names.get(other, "–"), float(counts.max() / size)


def series_of(proposal: Proposal) -> Iterable[tuple[int, int]]:
    """The colour of each candidate's work unit, by membership."""
    return proposal.seats.values_list("member_id", "member__employee__unit__series")


def fairness_of(proposal: Proposal) -> list[dict[str, Any]]:
    """Who was chosen against who applied, group by group: a section for each dimension that people gave."""
    titles = {
        "unit": _("Work units"),
        "generation": _("Generations"),
        "gender": _("Gender"),
        "location": _("Towns"),
    }
    rows = proposal.figures.get("fairness", [])
    parts = [
        {"title": title, "dimension": key, "rows": [row for row in rows if row["dimension"] == key]}
        for key, title in titles.items()
    ]
    return [part for part in parts if part["rows"]]


@dataclass(frozen=True)
class Other:
    """Another team of the engine: how near its worth comes, who leaves and who comes."""

    index: int
    worth: float
    out: list[str]
    come: list[str]


def alternatives_of(proposal: Proposal, names: Mapping[str, str]) -> list[Other]:
    """Teams of nearly the same worth that differ in at least five people."""
    inside = set(proposal.seats.filter(chosen=True).values_list("member_id", flat=True))
    return [
        Other(
            index,
            other["worth"],
            sorted(names.get(str(pk), "–") for pk in inside - set(other["team"])),
            sorted(names.get(str(pk), "–") for pk in set(other["team"]) - inside),
        )
        for index, other in enumerate(proposal.figures.get("alternatives", []))
    ]
