"""Using a right, answering it, and keeping the record of a breach."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.notify.actions import send_message
from digitroops.people.models import Employee, User
from digitroops.people.queries import company
from digitroops.privacy.models import HOURS, Breach, Request
from digitroops.privacy.queries import ANSWERERS
from digitroops.privacy.signals import erasure_granted, right_used

BREACH_ACTS = {
    "agency_told": "breach.agency_told",
    "people_told": "breach.people_told",
    "closed": "breach.closed",
}


class AlreadyAnswered(Exception):
    """The request is no longer open."""


@transaction.atomic
def ask(*, employee: Employee, kind: str, text: str, actor: User) -> Request:
    """Keep that somebody uses a right, and tell those who answer; asking twice is one request.

    What the right stops is stopped in the same transaction by the apps that listen.
    """
    request, created = Request.objects.get_or_create(
        employee=employee,
        kind=kind,
        state=Request.State.OPEN,
        defaults={"text": text, "due": timezone.now() + HOURS},
    )
    if created:
        record(
            actor=actor,
            act="privacy_request.made",
            subject=request,
            person=employee,
            after={"kind": kind, "due": request.due.isoformat()},
        )
        _tell_answerers(request)
        right_used.send(Request, request=request)
    return request


def _language(user: User) -> str:
    firm = company()
    return user.language or (firm.language if firm else "id")


def _tell_answerers(request: Request) -> None:
    users = User.objects.filter(grants__role__in=ANSWERERS, is_active=True).distinct()
    for user in users.exclude(employee=request.employee):
        with translation.override(_language(user)):
            send_message(
                to=user,
                kind="privacy-request",
                title=_("%(name)s uses a right over their data") % {"name": request.employee.name},
                body=_("%(kind)s. An answer is due within three times 24 hours.")
                % {"kind": request.get_kind_display()},
                path=reverse("privacy:request", args=[request.pk]),
                action_label=_("Answer"),
                key=f"privacy-{request.pk}-{user.pk}",
            )


@transaction.atomic
def take_back(*, request: Request, actor: User) -> None:
    """Take back one's own request; a pause ends with it."""
    changed = Request.objects.filter(
        pk=request.pk, state__in=[Request.State.OPEN, Request.State.GRANTED]
    ).update(state=Request.State.TAKEN_BACK)
    if changed:
        record(actor=actor, act="privacy_request.taken_back", subject=request, person=request.employee)


@transaction.atomic
def answer(*, request: Request, granted: bool, text: str, actor: User) -> Request:
    """Answer a request; granting a deletion deletes at once. Raises AlreadyAnswered."""
    state = Request.State.GRANTED if granted else Request.State.DECLINED
    mine = Request.objects.filter(pk=request.pk, state=Request.State.OPEN)
    if not mine.update(state=state, answer=text, answered=timezone.now(), answered_by=actor):
        raise AlreadyAnswered
    request.refresh_from_db()
    record(
        actor=actor,
        act="privacy_request.answered",
        subject=request,
        person=request.employee,
        after={"kind": request.kind, "state": state},
    )
    if granted and request.kind == Request.Kind.ERASE:
        erasure_granted.send(Employee, employee=request.employee, actor=actor)
    _tell_person(request)
    return request


def _tell_person(request: Request) -> None:
    user = request.employee.user
    if user is None:
        return
    with translation.override(_language(user)):
        send_message(
            to=user,
            kind="privacy-answer",
            title=_("Your request about your data is answered"),
            body=f"{request.get_kind_display()}: {request.get_state_display()}. {request.answer}",
            path=reverse("privacy:rights"),
            action_label=_("Read the answer"),
            key=f"privacy-answer-{request.pk}",
        )


@transaction.atomic
def report_breach(*, actor: User, **fields: Any) -> Breach:
    """Open the record of a breach; the clock runs from when it was found."""
    breach = Breach.objects.create(reported_by=actor, **fields)
    record(actor=actor, act="breach.reported", subject=breach, after={"found": breach.found.isoformat()})
    return breach


@transaction.atomic
def mark_breach(*, breach: Breach, step: str, actor: User) -> Breach:
    """Keep that the agency or the people were told, or that the breach is closed; the first time counts."""
    field = {"agency": "agency_told", "people": "people_told", "close": "closed"}[step]
    if Breach.objects.filter(pk=breach.pk, **{field: None}).update(**{field: timezone.now()}):
        record(actor=actor, act=BREACH_ACTS[field], subject=breach)
    breach.refresh_from_db()
    return breach
