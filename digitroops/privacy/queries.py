"""What one may read of requests and breaches, and whose data may not be used now."""

from django.db.models import QuerySet

from digitroops.people.models import Employee, Role, User
from digitroops.privacy.models import Breach, Request

ANSWERERS = (Role.PR, Role.ADMINISTRATOR)
HOLDING = (Request.Kind.RESTRICT, Request.Kind.OBJECT)


def requests_of(employee: Employee) -> QuerySet[Request]:
    """The person's own requests, the newest first."""
    return Request.objects.filter(employee=employee)


def requests_for(viewer: User) -> QuerySet[Request]:
    """Every request for those who answer them, the most urgent first; never one's own."""
    if not viewer.has_role(*ANSWERERS):
        return Request.objects.none()
    others = Request.objects.exclude(employee__user=viewer).select_related("employee__unit", "answered_by")
    return others.order_by("answered", "due")


def breaches_for(viewer: User) -> QuerySet[Breach]:
    """Every breach for those who deal with it and for the auditor."""
    return Breach.objects.all() if viewer.has_role(*ANSWERERS, Role.AUDITOR) else Breach.objects.none()


def holds() -> QuerySet[Request]:
    """Requests that stop the use of somebody's data: from the moment they are made until declined or taken back."""
    return Request.objects.filter(kind__in=HOLDING, state__in=[Request.State.OPEN, Request.State.GRANTED])


def pauses() -> QuerySet[Request]:
    """Requests that stop every use of somebody's data, also by people."""
    return holds().filter(kind=Request.Kind.RESTRICT)


def objections() -> QuerySet[Request]:
    """Objections to automated reading that stand: made, and neither declined nor taken back."""
    return holds().filter(kind=Request.Kind.OBJECT)


def is_paused(employee_id: int) -> bool:
    """Whether nobody, not even a person, may use this person's data now."""
    return pauses().filter(employee_id=employee_id).exists()


def is_held(employee_id: int) -> bool:
    """Whether the person's data may not be used now."""
    return holds().filter(employee_id=employee_id).exists()
