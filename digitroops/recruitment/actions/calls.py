import datetime as dt
import secrets
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import Unit, User
from digitroops.programme.models import Programme
from digitroops.recruitment import tasks
from digitroops.recruitment.models import Call
from digitroops.recruitment.queries.calls import invitable


class ProgrammeNotRunning(Exception):
    """A call can only be opened in a running programme."""


@transaction.atomic
def write_call(
    *,
    actor: User,
    programme: Programme,
    title: str,
    message: str,
    closes: dt.date,
    units: Sequence[Unit],
    call: Call | None = None,
) -> Call:
    """Write a call as a draft, or change one that is not open yet."""
    act, before = ("call.edited", _facts(call)) if call else ("call.added", {})
    call = call or Call(programme=programme, token=secrets.token_urlsafe(12))
    call.title, call.message, call.closes = title, message, closes
    call.save()
    call.units.set(units)
    record(actor=actor, act=act, subject=call, before=before, after=_facts(call))
    return call


def _facts(call: Call) -> dict[str, Any]:
    units = list(call.units.order_by("path").values_list("path", flat=True))
    return {"title": call.title, "message": call.message, "closes": call.closes.isoformat(), "units": units}


@transaction.atomic
def open_call(*, actor: User, call: Call) -> Call:
    """Open a draft and have everybody invited in the background; opening twice does nothing more."""
    if call.programme.state != Programme.State.RUNNING:
        raise ProgrammeNotRunning
    expected = invitable(call.programme, list(call.units.all())).exclude(email=None).count()
    opened = Call.objects.filter(pk=call.pk, state=Call.State.DRAFT).update(
        state=Call.State.OPEN, opened=timezone.now(), expected=expected
    )
    call.refresh_from_db()
    if opened:
        record(actor=actor, act="call.opened", subject=call, after={"expected": expected})
        transaction.on_commit(partial(tasks.send_invitations.enqueue, call.pk))
    return call


@transaction.atomic
def remind(*, actor: User, call: Call) -> bool:
    """Remind those who have not opened their invitation; only the first time on a day does anything."""
    today = timezone.localdate()
    if call.reminded and timezone.localdate(call.reminded) == today:
        return False
    fresh = Call.objects.filter(pk=call.pk, state=Call.State.OPEN, reminded=call.reminded)
    if not fresh.update(reminded=timezone.now()):
        return False
    record(actor=actor, act="call.reminded", subject=call)
    transaction.on_commit(partial(tasks.send_reminders.enqueue, call.pk, today.isoformat()))
    return True


@transaction.atomic
def close_call(*, actor: User, call: Call) -> Call:
    """Close an open call: nobody can begin or submit an application any more."""
    if Call.objects.filter(pk=call.pk, state=Call.State.OPEN).update(
        state=Call.State.CLOSED, closed=timezone.now()
    ):
        record(actor=actor, act="call.closed", subject=call)
    call.refresh_from_db()
    return call
