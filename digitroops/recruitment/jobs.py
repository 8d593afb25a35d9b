"""Invitations in bulk, reminders, and looking at everybody again; each is safe to run twice."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.notify.actions import send_message
from digitroops.people.queries import language_of
from digitroops.programme.models import Member
from digitroops.recruitment.evaluation import evaluate
from digitroops.recruitment.models import Application, Call, Invitation
from digitroops.recruitment.queries.calls import invitable
from digitroops.ui.formats import day as day_text

BATCH = 500


def send_invitations(call_id: int) -> None:
    """Invite everybody the call is for. After a kill it goes on where it stopped; nobody is written to twice."""
    call = Call.objects.filter(pk=call_id, state=Call.State.OPEN).select_related("programme").first()
    if call is None:
        return
    batch: list[int] = []
    for pk in invitable(call.programme, list(call.units.all())).order_by("pk").values_list("pk", flat=True):
        batch.append(pk)
        if len(batch) == BATCH:
            _add(call, batch)
            batch = []
    _add(call, batch)
    waiting = Invitation.objects.filter(call=call, sent=None).exclude(employee__email=None)
    for invitation in waiting.select_related("employee__user").iterator(chunk_size=BATCH):
        if not Call.objects.filter(pk=call.pk, state=Call.State.OPEN).exists():
            return
        _write(call, invitation)


@transaction.atomic
def _add(call: Call, employees: list[int]) -> None:
    Member.objects.bulk_create(
        [Member(programme=call.programme, employee_id=pk) for pk in employees], ignore_conflicts=True
    )
    Invitation.objects.bulk_create(
        [Invitation(call=call, employee_id=pk) for pk in employees], ignore_conflicts=True
    )


@transaction.atomic
def _write(call: Call, invitation: Invitation) -> None:
    if not Invitation.objects.filter(pk=invitation.pk, sent=None).update(sent=timezone.now()):
        return
    employee = invitation.employee
    with translation.override(language_of(employee.user)):
        send_message(
            to=employee.user or str(employee.email),
            kind="call",
            title=call.title,
            body=_("%(message)s\n\nApplications are open until %(day)s. Taking part is voluntary.")
            % {"message": call.message, "day": day_text(call.closes)},
            path=reverse("recruitment:join", args=[call.token]),
            action_label=_("Read what is asked"),
            key=f"call-{call.pk}-{employee.pk}",
        )


def send_reminders(call_id: int, day: str) -> None:
    """Write once more to those who have not opened their invitation; once a day at most."""
    call = Call.objects.filter(pk=call_id, state=Call.State.OPEN).first()
    if call is None:
        return
    waiting = Invitation.objects.filter(call=call, opened=None).exclude(sent=None)
    for invitation in waiting.select_related("employee__user").iterator(chunk_size=BATCH):
        employee = invitation.employee
        with transaction.atomic(), translation.override(language_of(employee.user)):
            send_message(
                to=employee.user or str(employee.email),
                kind="call-reminder",
                title=_("Still open: %(title)s") % {"title": call.title},
                body=_("You can apply until %(day)s. If it is not for you, you need not do anything.")
                % {"day": day_text(call.closes)},
                path=reverse("recruitment:join", args=[call.token]),
                action_label=_("Read what is asked"),
                key=f"call-{call.pk}-{employee.pk}-reminder-{day}",
            )


def close_past_calls(today: dt.date | None = None) -> int:
    """Close the calls whose last day is over and return how many; a second run finds none."""
    over = Call.objects.filter(state=Call.State.OPEN, closes__lt=today or timezone.localdate())
    return sum(_close(call) for call in over)


@transaction.atomic
def _close(call: Call) -> bool:
    still_open = Call.objects.filter(pk=call.pk, state=Call.State.OPEN)
    if not still_open.update(state=Call.State.CLOSED, closed=timezone.now()):
        return False
    record(actor=None, act="call.closed", subject=call, after={"closes": call.closes.isoformat()})
    return True


def evaluate_programme(programme_id: int) -> None:
    """Look at every application of a programme again, after its criteria changed."""
    applications = Application.objects.filter(member__programme=programme_id, withdrawn=None)
    for application in applications.select_related("member__employee", "member__programme"):
        evaluate(application)
