"""By which rules and wishes a team is sought: the programme's criteria and what the scenario adds."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from digitroops.engines.measure import DEFAULT_VIEW_RATES, ViewRate
from digitroops.engines.roster import AtLeast, AtMost, Candidate, Goal, Group, Must, MustNot, Wishes, fair_cap
from digitroops.engines.roster.rules import GivenRule
from digitroops.people.models import Employee, Unit
from digitroops.programme.models import Criterion, Programme
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.pool import standing_of
from digitroops.recruitment.queries.terms import rule_of, terms_of

HUNDRED = 100


def goal_of(proposal: Proposal, candidates: Iterable[Candidate]) -> Goal:
    """The goal of a proposal: criteria, the scenario's terms, and whom PR has locked in or left out."""
    programme, people = proposal.programme, list(candidates)
    terms = terms_of(programme, proposal.terms)
    generations = generations_of(programme)
    worth = dict(terms.wishes) | ({} if generations else {"generation": 0})
    known = {candidate.key for candidate in people}
    given = [kept for kept in terms.rules if still_holds(kept, known)]
    rules = [*criteria_rules(programme), *map(rule_of, given), *seat_rules(proposal, known)]
    return Goal(
        low=terms.low,
        high=terms.high,
        rules=tuple(dict.fromkeys(rules)),
        wishes=Wishes(**{name: float(value) for name, value in worth.items()}),
        declared_factor=terms.declared_percent / HUNDRED,
        star_cap=fair_cap(
            people, terms.high, share=max(terms.star_percent / HUNDRED, 2 / max(terms.high, 1))
        ),
        headcount=headcount(),
        generations=generations,
        generation_ground="declared preference" if generations else "",
        view_rates={
            **DEFAULT_VIEW_RATES,
            **{
                name: ViewRate(low / HUNDRED, high / HUNDRED, "the scenario")
                for name, (low, high) in terms.views.items()
            },
        },
    )


def still_holds(kept: Mapping[str, Any], known: Collection[str]) -> bool:
    """Whether everybody whom a rule of the scenario names is still a candidate."""
    return all(str(person) in known for person in kept.get("people", ()))


def criteria_rules(programme: Programme) -> list[GivenRule]:
    """The rules that the programme's criteria make."""
    rules: list[GivenRule] = []
    for criterion in programme.criteria.filter(enabled=True):
        given = criterion.parameters
        if criterion.kind == Criterion.Kind.UNIT_MIN:
            rules += [AtLeast(given["count"], group) for group in _groups(given.get("unit"))]
        elif criterion.kind == Criterion.Kind.UNIT_MAX:
            rules += [AtMost(given["count"], group) for group in _groups(given.get("unit"))]
    return rules


def generations_of(programme: Programme) -> frozenset[str]:
    """The generations that the programme has declared as its preference."""
    criteria = programme.criteria.filter(enabled=True, kind=Criterion.Kind.GENERATION)
    return frozenset(name for one in criteria for name in one.parameters.get("generations", []))


def seat_rules(proposal: Proposal, known: set[str]) -> list[GivenRule]:
    """Whom PR has locked in or left out, and in a succession the team that stands."""
    rules: list[GivenRule] = [Must(str(pk)) for pk in sorted(standing_of(proposal)) if str(pk) in known]
    for seat in proposal.seats.exclude(fixed=""):
        if str(seat.member_id) in known:
            rules.append((Must if seat.fixed == Seat.Fixed.LOCKED else MustNot)(str(seat.member_id)))
    return rules


def _groups(unit_id: int | None) -> list[Group]:
    """The unit that a criterion names, or every top-level unit."""
    units = Unit.objects.filter(pk=unit_id) if unit_id else Unit.objects.filter(parent=None)
    return [Group("unit", unit.path) for unit in units]


def headcount() -> dict[str, int]:
    """Active employees by top-level unit."""
    paths = Employee.objects.filter(status=Employee.Status.ACTIVE).values_list("unit__path", flat=True)
    return dict(Counter(path.split(Unit.SEPARATOR)[0] for path in paths))
