"""Who can be chosen and by which rules: what the roster engine is given."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone

from digitroops.engines.audience import Audience as AudienceKeys
from digitroops.engines.roster import (
    Account,
    AtLeast,
    AtMost,
    Candidate,
    Goal,
    Group,
    Must,
    MustNot,
    Wishes,
    fair_cap,
)
from digitroops.engines.roster.rules import GivenRule
from digitroops.people.models import Employee, Unit
from digitroops.presence.models import Audience, SocialAccount
from digitroops.programme.models import Criterion, Member, Programme
from digitroops.recruitment.models import CriterionResult, Seat, Verdict
from digitroops.screening.models import Audit, Decision

#: A seat in a work unit that has fewer seats than its share of the workforce is worth this many reached people.
BALANCE = 400.0
#: A person of a generation that the programme has declared as its preference.
GENERATION = 200.0
#: No single person brings more than this share of a team's followers, in a small team twice an even share.
STAR_SHARE = 0.25
CHOOSABLE = (Member.State.SCREENED, Member.State.SHORTLISTED)
PASSED = (Decision.CLEAR, Decision.COACH)


def pool_of(programme: Programme) -> QuerySet[Member]:
    """Members who may be chosen: screened, with a newest audit that ended clear and has not expired."""
    audits = Audit.objects.filter(member=OuterRef("pk"), state=Audit.State.DECIDED).order_by("-decided")
    members = programme.members.filter(state__in=CHOOSABLE).annotate(
        outcome=Subquery(audits.values("outcome")[:1]), audit_expires=Subquery(audits.values("expires")[:1])
    )
    return members.filter(outcome__in=PASSED, audit_expires__gte=timezone.localdate()).select_related(
        "employee__unit"
    )


def candidates_of(programme: Programme, people: QuerySet[Member] | None = None) -> list[Candidate]:
    """The pool, or other people, as the engine reads them; a person's key is the id of their membership."""
    accounts = SocialAccount.objects.filter(platform__in=programme.platforms).prefetch_related(
        Prefetch("audience", Audience.objects.only("account", "keys"))
    )
    chosen = pool_of(programme) if people is None else people
    members = chosen.prefetch_related(Prefetch("employee__accounts", accounts, to_attr="allowed"))
    unmet = _unmet(programme)
    earlier = Member.objects.filter(employee=OuterRef("employee"), days__state=Member.State.ACTIVE)
    return [
        Candidate(
            key=str(member.pk),
            unit=tuple(member.employee.unit.path.split(Unit.SEPARATOR)),
            accounts=tuple(_account(account) for account in member.employee.allowed),  # type: ignore[attr-defined]
            unmet=tuple(unmet.get(member.pk, ())),
            generation=member.employee.generation,
            newcomer=not member.returning,
        )
        for member in members.annotate(returning=Exists(earlier))
    ]


def _account(account: SocialAccount) -> Account:
    stored = getattr(account, "audience", None)
    audience = AudienceKeys.from_bytes(bytes(stored.keys)) if stored else None
    return Account(account.platform, account.handle, audience, account.declared_followers or 0)


def _unmet(programme: Programme) -> dict[int, list[str]]:
    """Criteria in use that a candidate does not meet, or that nobody has verified or overridden, by membership."""
    found: dict[int, list[str]] = {}
    results = CriterionResult.objects.filter(
        application__member__programme=programme, criterion__enabled=True
    ).exclude(criterion__kind=Criterion.Kind.GENERATION)
    for result in results.select_related("criterion", "application"):
        if result.final != Verdict.MET:
            found.setdefault(result.application.member_id, []).append(result.criterion.kind)
    return found


def goal_of(programme: Programme, candidates: Iterable[Candidate], seats: Iterable[Seat] = ()) -> Goal:
    """The programme's rules and wishes, with whom PR has locked in or left out."""
    rules: list[GivenRule] = []
    generations: frozenset[str] = frozenset()
    for criterion in programme.criteria.filter(enabled=True):
        given = criterion.parameters
        if criterion.kind == Criterion.Kind.UNIT_MIN:
            rules += [AtLeast(given["count"], group) for group in _groups(given.get("unit"))]
        elif criterion.kind == Criterion.Kind.UNIT_MAX:
            rules += [AtMost(given["count"], group) for group in _groups(given.get("unit"))]
        elif criterion.kind == Criterion.Kind.GENERATION:
            generations = frozenset(given.get("generations", []))
    for seat in seats:
        if seat.fixed == Seat.Fixed.LOCKED:
            rules.append(Must(str(seat.member_id)))
        elif seat.fixed == Seat.Fixed.BANNED:
            rules.append(MustNot(str(seat.member_id)))
    people = list(candidates)
    return Goal(
        low=programme.team_size,
        high=programme.team_size,
        rules=tuple(rules),
        wishes=Wishes(balance=BALANCE, generation=GENERATION if generations else 0.0),
        star_cap=fair_cap(people, programme.team_size, share=max(STAR_SHARE, 2 / programme.team_size)),
        headcount=headcount(),
        generations=generations,
        generation_ground="declared preference" if generations else "",
    )


def _groups(unit_id: int | None) -> list[Group]:
    """The unit that a criterion names, or every top-level unit."""
    units = Unit.objects.filter(pk=unit_id) if unit_id else Unit.objects.filter(parent=None)
    return [Group("unit", unit.path) for unit in units]


def headcount() -> dict[str, int]:
    """Active employees by top-level unit."""
    paths = Employee.objects.filter(status=Employee.Status.ACTIVE).values_list("unit__path", flat=True)
    return dict(Counter(path.split(Unit.SEPARATOR)[0] for path in paths))
