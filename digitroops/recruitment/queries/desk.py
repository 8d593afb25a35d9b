"""What the selection desk draws: the team against the company, pairs who share followers, rules and their prices."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from digitroops.engines.roster import Candidate, Figures, successors
from digitroops.engines.roster.rules import GivenRule
from digitroops.people.models import Employee, Generation, Unit
from digitroops.programme.models import Platform
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries.found import Appraisal
from digitroops.recruitment.queries.goals import criteria_rules, seat_rules, still_holds
from digitroops.recruitment.queries.reasons import reason_texts, rule_sentence, viewer_language
from digitroops.recruitment.queries.terms import rule_of, terms_of

PAIRS = 10


@dataclass(frozen=True)
class MapLine:
    """One group: how many in the team and in what it is held against, and the shares."""

    label: str
    series: int
    team: int
    base: int
    team_share: float
    base_share: float

    @property
    def points(self) -> float:
        return self.team_share - self.base_share


@dataclass(frozen=True)
class MapPart:
    """One view of the map, and in words what the team is held against."""

    title: str
    against: str
    lines: list[MapLine]


def map_of(appraisal: Appraisal) -> list[MapPart]:
    """The team against the company by unit and generation, against the candidates by platform, town and language."""
    figures, people = appraisal.found.figures, appraisal.candidates
    series = dict(Unit.objects.filter(parent=None).values_list("name", "series"))
    ages = Counter(
        Employee.objects.filter(status=Employee.Status.ACTIVE)
        .exclude(generation="")
        .values_list("generation", flat=True)
    )
    platforms = Counter(name for one in people for name in one.platforms)
    named = {value: str(label) for value, label in Platform.choices}
    generations = {value: str(label) for value, label in Generation.choices}
    company, candidates = _("all active employees"), _("everybody who can be chosen")
    on = {name: one.people for name, one in figures.platforms.items()}
    towns = Counter(one.location for one in people if one.location)
    spoken = Counter(language for one in people for language in one.languages)
    return [
        MapPart(_("Work units"), company, lines_of(figures.units, appraisal.goal.headcount, series=series)),
        MapPart(_("Generations"), company, lines_of(figures.generations, ages, names=generations)),
        MapPart(
            _("Platforms"),
            candidates,
            lines_of(on, platforms, names=named, of=(figures.size, len(people))),
        ),
        *[
            MapPart(title, candidates, lines_of(inside, base, of=(figures.size, len(people))))
            for title, inside, base in (
                (_("Towns"), figures.locations, towns),
                (_("Languages"), figures.languages, spoken),
            )
            if base
        ],
    ]


def lines_of(
    team: Mapping[str, int],
    base: Mapping[str, int],
    *,
    names: Mapping[str, str] | None = None,
    series: Mapping[str, int] | None = None,
    of: tuple[int, int] | None = None,
) -> list[MapLine]:
    """A line for every group of the base, the largest first; `of` gives the wholes where people count several times."""
    whole, every = of or (sum(team.values()), sum(base.values()))
    order = sorted(base, key=lambda name: (-base[name], name))
    return [
        MapLine(
            (names or {}).get(name, name),
            (series or {}).get(name, 1),
            team.get(name, 0),
            base[name],
            team.get(name, 0) / whole if whole else 0.0,
            base[name] / every if every else 0.0,
        )
        for name in order
    ]


@dataclass(frozen=True)
class Pair:
    """Two of the team who share followers: how many, and the share of the smaller audience."""

    one: str
    other: str
    shared: int
    share: float


def narrowed(seats: Iterable[Seat], *, q: str = "", unit: str = "", fixed: str = "") -> list[Seat]:
    """The seats whose name, number or unit has the words, in a unit with those below it, and locked or left out."""
    words = q.casefold()
    found = []
    for seat in seats:
        employee = seat.member.employee
        path = employee.unit.path
        text = f"{employee.name}\n{employee.number}\n{path}".casefold()
        inside = not unit or path == unit or path.startswith(unit + Unit.SEPARATOR)
        if words in text and inside and (not fixed or seat.fixed == fixed):
            found.append(seat)
    return found


def triangle_of(appraisal: Appraisal) -> list[list[float]]:
    """For each two of the team the share of the smaller audience that follows both: a lower triangle with diagonal."""
    counts = appraisal.overlap
    sizes = [int(counts[i][i]) for i in range(len(counts))]
    return [
        [
            float(counts[i][j] / min(sizes[i], sizes[j])) if min(sizes[i], sizes[j]) else 0.0
            for j in range(i + 1)
        ]
        for i in range(len(counts))
    ]


def darkest(triangle: list[list[float]]) -> float:
    """The share that is drawn fully dark: the largest of two different people, in steps of five percent."""
    largest = max((share for row in triangle for share in row[:-1]), default=0.0)
    return max(math.ceil(largest * 20) / 20, 0.05)


def pairs_of(appraisal: Appraisal, names: Mapping[str, str]) -> list[Pair]:
    """Every two of the team who share a follower, those who share most first."""
    counts, rows, team = appraisal.overlap, triangle_of(appraisal), appraisal.found.team
    found = [
        Pair(names.get(team[i], "–"), names.get(team[j], "–"), int(counts[i][j]), rows[i][j])
        for i in range(len(rows))
        for j in range(i)
        if counts[i][j]
    ]
    return sorted(found, key=lambda pair: (-pair.share, -pair.shared, pair.one, pair.other))


@dataclass(frozen=True)
class RuleLine:
    """A hard rule: in words, where it comes from, whether the team keeps it, what it costs in unique reach."""

    text: str
    origin: str
    index: int | None
    kept: bool
    holds: bool
    price: float | None


def rule_lines(proposal: Proposal, appraisal: Appraisal, names: Mapping[str, str]) -> list[RuleLine]:
    """Every rule of a proposal: those of the programme, of this scenario, and about single people."""
    known = {candidate.key for candidate in appraisal.candidates}
    kept = terms_of(proposal.programme, proposal.terms).rules
    given: list[tuple[GivenRule, str, int | None, bool]] = [
        *((rule, "programme", None, True) for rule in criteria_rules(proposal.programme)),
        *((rule_of(one), "scenario", at, still_holds(one, known)) for at, one in enumerate(kept)),
        *((rule, "person", None, True) for rule in seat_rules(proposal, known)),
    ]
    prices = {price["rule"]["id"]: price["reach"] for price in proposal.figures.get("prices", [])}
    broken = set(appraisal.found.figures.broken)
    lines = []
    for rule, origin, index, holds in given:
        sentence = rule_sentence(rule, names)
        lines.append(
            RuleLine(
                sentence[viewer_language()],
                origin,
                index,
                rule not in broken,
                holds,
                prices.get(sentence["id"]),
            )
        )
    return lines


@dataclass(frozen=True)
class Follower:
    """Somebody who could take a free place: the change of the figures, and why."""

    member: int
    name: str
    unit: str
    series: int
    reach: int
    views: int
    broken: list[str]
    reasons: list[str]


def followers_of(proposal: Proposal, appraisal: Appraisal, names: Mapping[str, str]) -> list[Follower]:
    """Who could best take a place in this team, with reasons; nobody where every place is taken."""
    found = appraisal.found
    if found.figures.size >= appraisal.goal.high:
        return []
    people = {
        str(member.pk): member
        for member in proposal.programme.members.filter(pk__in=list(found.waiting[:200])).select_related(
            "employee__unit"
        )
    }
    language = viewer_language()
    before = found.figures.expected_views.value or 0
    return [
        Follower(
            member=int(one.key),
            name=names.get(one.key, "–"),
            unit=people[one.key].employee.unit.name if one.key in people else "",
            series=people[one.key].employee.unit.series if one.key in people else 1,
            reach=one.delta.unique_reach,
            views=round((one.delta.after.expected_views.value or 0) - before),
            broken=[rule_sentence(rule, names)[language] for rule in one.delta.after.broken],
            reasons=[reason_texts(reason, names)[language] for reason in one.seat.reasons],
        )
        for one in successors(found)
    ]


def group_choices(
    candidates: Iterable[Candidate], generations: frozenset[str]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every group that a rule can speak of, for a select: the kind, then value and label."""
    people = list(candidates)
    units = Unit.objects.order_by("path").values_list("path", flat=True)
    groups = [
        (_("Work unit and everything below it"), _choices("unit", units)),
        (
            _("Platform"),
            _choices("platform", _all(one.platforms for one in people), dict(Platform.choices)),
        ),
        (_("Language"), _choices("language", _all(one.languages for one in people))),
        (_("Town"), _choices("location", sorted({one.location for one in people if one.location}))),
        (_("Time"), [("hours:2", _("2 hours a month or more")), ("hours:4", _("4 hours a month or more"))]),
        (
            _("Experience"),
            [
                ("newcomer:", _("Never in a team before")),
                ("tag:needs_training", _("Needs a trainer's seat")),
            ],
        ),
        (
            _("Generation, declared by the programme"),
            _choices("generation", sorted(generations), dict(Generation.choices)),
        ),
    ]
    return [(title, choices) for title, choices in groups if choices]


def _all(names: Iterable[Iterable[str]]) -> list[str]:
    return sorted(set(chain.from_iterable(names)))


def _choices(
    kind: str, names: Iterable[str], labels: Mapping[str, object] | None = None
) -> list[tuple[str, str]]:
    """The groups of one kind, each under its label or else its own name."""
    return [(f"{kind}:{name}", str((labels or {}).get(name, name))) for name in names]


def figure_rows(now: Figures, before: Figures | None = None) -> Iterator[dict[str, Any]]:
    """The figures of a team in the order of the desk, each with its value before a change."""
    was = before or now
    yield {"key": "unique_reach", "now": now.unique_reach, "was": was.unique_reach}
    yield {"key": "overlap", "now": now.overlap, "was": was.overlap}
    yield {"key": "views", "now": now.expected_views.value or 0, "was": was.expected_views.value or 0}
    yield {"key": "engaged", "now": now.engaged, "was": was.engaged}
    yield {"key": "declared", "now": now.declared, "was": was.declared}
    yield {"key": "newcomers", "now": now.newcomers, "was": was.newcomers}
