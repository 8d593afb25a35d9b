import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.programme.actions import give_consent, move_member, withdraw_consent
from digitroops.programme.models import Consent, Member
from digitroops.programme.queries import published_consent_text
from digitroops.recruitment.evaluation import evaluate
from digitroops.recruitment.models import Application, Call, Invitation
from digitroops.recruitment.queries.applications import LONGEST, missing_steps
from digitroops.screening.actions import start_audit
from digitroops.screening.queries import next_chance_of, standing_of


class CallClosed(Exception):
    """The call no longer takes applications."""


class TooEarly(Exception):
    """The audit said not now, and its next chance has not come; `day` is when it does."""

    def __init__(self, day: dt.date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class Incomplete(Exception):
    """The application still lacks something; `steps` names where."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__(", ".join(steps))
        self.steps = steps


class AlreadySubmitted(Exception):
    """A submitted application is no longer changed."""


def is_open(call: Call) -> bool:
    """Whether the call takes applications today."""
    return call.state == Call.State.OPEN and timezone.localdate() <= call.closes


@transaction.atomic
def open_invitation(*, actor: User, employee: Employee, call: Call) -> None:
    """Keep when the person first looked at the call."""
    invitation = Invitation.objects.filter(call=call, employee=employee, opened=None)
    if invitation.update(opened=timezone.now()):
        record(actor=actor, act="invitation.opened", subject=call, person=employee)


@transaction.atomic
def start_application(*, actor: User, employee: Employee, call: Call) -> Application:
    """Begin an application, or come back to the one begun before; one whose audit said not now begins anew.

    Raises CallClosed, and TooEarly before the day that the audit named.
    """
    if not is_open(call):
        raise CallClosed
    if day := next_chance_of(employee):
        raise TooEarly(day)
    member, _created = Member.objects.get_or_create(programme=call.programme, employee=employee)
    audit = standing_of(member)
    if member.state == Member.State.APPLIED and audit and audit.not_now:
        move_member(member=member, to=Member.State.LEFT, actor=actor, reason="next chance")
    application, created = Application.objects.get_or_create(member=member, defaults={"call": call})
    if application.withdrawn:
        application.call, application.withdrawn, application.submitted = call, None, None
        application.started, created = timezone.now(), True
        application.save()
    if member.state == Member.State.LEFT:
        move_member(member=member, to=Member.State.INVITED, actor=actor)
    if created:
        record(actor=actor, act="application.started", subject=application, person=employee)
    return application


def _require_draft(application: Application) -> None:
    fresh = Application.objects.select_for_update().get(pk=application.pk)
    if fresh.submitted or fresh.withdrawn:
        raise AlreadySubmitted


@transaction.atomic
def save_consents(*, actor: User, application: Application, keys: Collection[str]) -> None:
    """Keep which items of the present text the person agrees to; an item no longer ticked is withdrawn."""
    _require_draft(application)
    text = published_consent_text(application.member.programme)
    items = list(text.items.all()) if text else []
    member = application.member
    give_consent(actor=actor, member=member, items=[item for item in items if item.key in keys])
    for item in items:
        if item.key not in keys and not item.required:
            withdraw_consent(actor=actor, member=member, key=item.key)


@transaction.atomic
def save_motivation(*, actor: User, application: Application, text: str) -> Application:
    """Keep what the person has written so far, short or not."""
    _require_draft(application)
    before = len(application.motivation)
    application.motivation = text[:LONGEST]
    application.save(update_fields=["motivation"])
    record(
        actor=actor,
        act="application.written",
        subject=application,
        person=application.member.employee,
        before={"length": before},
        after={"length": len(application.motivation)},
    )
    return application


@transaction.atomic
def save_details(
    *, actor: User, application: Application, languages: Collection[str], hours: int | None, city: str
) -> Application:
    """Keep what helps to put a team together: languages, time and town, all of them free to give."""
    _require_draft(application)
    before = {"languages": application.languages, "hours": application.hours, "city": application.city}
    after = {"languages": sorted(languages), "hours": hours, "city": city.strip()}
    if after != before:
        for name, value in after.items():
            setattr(application, name, value)
        application.save(update_fields=list(after))
        person = application.member.employee
        record(
            actor=actor,
            act="application.detailed",
            subject=application,
            person=person,
            before=before,
            after=after,
        )
    return application


@transaction.atomic
def submit_application(*, actor: User, application: Application) -> Application:
    """Submit: check the criteria, move on, start the footprint audit. Submitting twice does nothing more.

    Raises CallClosed, TooEarly, or Incomplete with the steps that lack something.
    """
    application.refresh_from_db()
    if application.submitted:
        return application
    if not is_open(application.call):
        raise CallClosed
    if day := next_chance_of(application.member.employee):
        raise TooEarly(day)
    if steps := missing_steps(application):
        raise Incomplete(steps)
    waiting = Application.objects.filter(pk=application.pk, submitted=None, withdrawn=None)
    if waiting.update(submitted=timezone.now()):
        application.refresh_from_db()
        member = application.member
        evaluate(application)
        record(actor=actor, act="application.submitted", subject=application, person=member.employee)
        move_member(member=member, to=Member.State.APPLIED, actor=actor)
        start_audit(member=member, actor=actor)
    return application


@transaction.atomic
def withdraw_application(*, actor: User, application: Application) -> None:
    """Withdraw with every consent: processing stops and what rested on the consents is deleted."""
    end_application(actor=actor, application=application)
    keys = Consent.objects.filter(member=application.member, withdrawn=None).values_list(
        "item__key", flat=True
    )
    for key in list(keys.distinct()):
        withdraw_consent(actor=actor, member=application.member, key=key)


@transaction.atomic
def end_application(*, actor: User | None, application: Application) -> None:
    """Mark an application withdrawn and let the person leave; a second time nothing happens."""
    changed = Application.objects.filter(pk=application.pk, withdrawn=None).update(
        withdrawn=timezone.now(), motivation="", sample="", sample_note="", languages=[], hours=None, city=""
    )
    if not changed:
        return
    application.results.all().delete()
    member = application.member
    record(actor=actor, act="application.withdrawn", subject=application, person=member.employee)
    member.refresh_from_db()
    move_member(member=member, to=Member.State.LEFT, actor=actor)
