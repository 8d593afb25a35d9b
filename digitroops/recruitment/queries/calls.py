from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from digitroops.people.models import Employee, Unit
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.models import Call

TAKING_PART = [state for state in Member.State.values if state not in {"invited", "left"}]


def calls_of(programme: Programme) -> QuerySet[Call]:
    return programme.calls.prefetch_related("units")


def call_by_token(token: str) -> Call | None:
    """The call behind a public address; drafts have none."""
    found = Call.objects.filter(token=token).exclude(state=Call.State.DRAFT)
    return found.select_related("programme").first()


def open_call_of(programme: Programme) -> Call | None:
    """The call of a programme that takes applications today and longest."""
    found = programme.calls.filter(state=Call.State.OPEN, closes__gte=timezone.localdate())
    return found.order_by("-closes", "pk").first()


def invitable(programme: Programme, units: Sequence[Unit]) -> QuerySet[Employee]:
    """The active employees of some units (all without units) that are not in the programme yet."""
    employees = Employee.objects.filter(status=Employee.Status.ACTIVE)
    employees = employees.exclude(
        pk__in=Member.objects.filter(programme=programme, state__in=TAKING_PART).values("employee")
    )
    if not units:
        return employees
    inside = Q()
    for unit in units:
        inside |= Q(unit=unit) | Q(unit__path__startswith=f"{unit.path}{Unit.SEPARATOR}")
    return employees.filter(inside)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a call goes: people it is for, written to, opened, begun, submitted."""

    expected: int
    sent: int
    opened: int
    started: int
    submitted: int


def numbers_of(call: Call) -> Numbers:
    invited = call.invitations.aggregate(
        sent=Count("pk", filter=Q(sent__isnull=False)), opened=Count("pk", filter=Q(opened__isnull=False))
    )
    applied = call.applications.aggregate(
        started=Count("pk"), submitted=Count("pk", filter=Q(submitted__isnull=False))
    )
    return Numbers(
        call.expected, invited["sent"], invited["opened"], applied["started"], applied["submitted"]
    )
