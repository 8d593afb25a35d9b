"""What the person can do in their own audit: begin, reply, send on, withdraw; and what PR can do to it."""

import datetime as dt
from collections.abc import Collection
from functools import partial

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.actions import withdraw_consent
from digitroops.programme.models import ConsentItem, Member
from digitroops.screening import tasks
from digitroops.screening.models import OPEN_STATES, Appeal, Audit, Finding, Reply
from digitroops.screening.rules import counting_for
from digitroops.screening.signals import coaching_finished

CONSENT_KEYS = (ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW)


class NotWithPerson(Exception):
    """The audit is not, or no longer, in the hands of the person."""


@transaction.atomic
def start_audit(
    *,
    member: Member,
    actor: User | None = None,
    purpose: str = Audit.Purpose.SELECTION,
    since: dt.datetime | None = None,
) -> Audit:
    """Open the member's audit and have it scanned; with one open already, that one is returned.

    What counts is what counts at this moment, so that a later change of the programme does not change what
    this person agreed to. With `since` only newer posts are read.
    """
    counting = counting_for(member.employee, member.programme)
    audit, created = Audit.objects.get_or_create(
        member=member,
        state__in=OPEN_STATES,
        defaults={
            "state": Audit.State.WAITING,
            "purpose": purpose,
            "since": since,
            "categories": counting.categories,
            "levels": counting.levels,
            "role_name": counting.role,
        },
    )
    if created:
        record(
            actor=actor,
            act="audit.started",
            subject=audit,
            person=member.employee,
            after={"categories": audit.categories, "purpose": audit.purpose},
        )
        transaction.on_commit(partial(tasks.scan_audit.enqueue, audit.pk))
    return audit


@transaction.atomic
def scan_again(*, audit: Audit, actor: User) -> None:
    """Queue a failed scan once more."""
    if Audit.objects.filter(pk=audit.pk, state=Audit.State.FAILED).update(
        state=Audit.State.WAITING, error=""
    ):
        record(actor=actor, act="audit.restarted", subject=audit, person=audit.member.employee)
        transaction.on_commit(partial(tasks.scan_audit.enqueue, audit.pk))


@transaction.atomic
def reply_to_finding(
    *, finding: Finding, stance: str, text: str, actor: User, steps: Collection[str] = ()
) -> Reply:
    """Keep the person's reply; replying again replaces it, until the audit is sent to the reviewers.

    `steps` are what they have ticked in the list for deleting a post. What the next archive shows of it starts
    anew.
    """
    audit = Audit.objects.select_for_update().get(pk=finding.audit_id)
    if not audit.with_person:
        raise NotWithPerson
    reply, created = Reply.objects.update_or_create(
        finding=finding,
        defaults={
            "stance": stance,
            "text": text,
            "at": timezone.now(),
            "steps": sorted(steps),
            "check_result": Reply.Check.OPEN,
            "checked": None,
        },
    )
    record(
        actor=actor,
        act="finding.replied",
        subject=finding,
        person=audit.member.employee,
        after={"stance": stance, "changed": not created},
    )
    return reply


@transaction.atomic
def submit_audit(*, audit: Audit, actor: User) -> Audit:
    """Send the audit to the reviewers; sending twice does nothing more."""
    mine = Audit.objects.filter(pk=audit.pk, state=Audit.State.WITH_PERSON)
    if mine.update(state=Audit.State.IN_REVIEW, submitted=timezone.now()):
        record(actor=actor, act="audit.submitted", subject=audit, person=audit.member.employee)
    audit.refresh_from_db()
    return audit


@transaction.atomic
def withdraw_audit(*, member: Member, actor: User) -> None:
    """Take back the consent to the audit: it ends and its findings are deleted at once."""
    end_audits(member=member, actor=actor)
    for key in CONSENT_KEYS:
        withdraw_consent(actor=actor, member=member, key=key)


@transaction.atomic
def end_audits(*, member: Member, actor: User | None, purpose: str = "") -> None:
    """Withdraw the member's audits, or those of one purpose, and delete findings, replies and reviewers' reasons."""
    audits = member.audits.exclude(state=Audit.State.WITHDRAWN)
    if purpose:
        audits = audits.filter(purpose=purpose)
    for audit in audits.select_for_update():
        before = audit.state
        audit.findings.all().delete()
        audit.reviews.update(reason="")
        Appeal.objects.filter(audit=audit).update(text="", reason="")
        Audit.objects.filter(pk=audit.pk).update(state=Audit.State.WITHDRAWN)
        record(
            actor=actor,
            act="audit.withdrawn",
            subject=audit,
            person=member.employee,
            before={"state": before},
            after={"state": Audit.State.WITHDRAWN},
        )


@transaction.atomic
def give_more_time(*, audit: Audit, actor: User, days: int) -> Audit:
    """Move the day until which the person may reply; only while the audit is with them."""
    fresh = Audit.objects.select_for_update().get(pk=audit.pk)
    if not fresh.with_person:
        raise NotWithPerson
    before = fresh.due
    fresh.due = max(before or timezone.now(), timezone.now()) + dt.timedelta(days=days)
    fresh.reminded = None
    fresh.save(update_fields=["due", "reminded"])
    record(
        actor=actor,
        act="audit.extended",
        subject=fresh,
        person=fresh.member.employee,
        before={"due": before.isoformat() if before else ""},
        after={"due": fresh.due.isoformat()},
    )
    return fresh


@transaction.atomic
def finish_coaching(*, member: Member, actor: User | None, lesson_key: str = "") -> bool:
    """Keep that the coaching of the member's newest audit is done; with a key only when it is that lesson.

    Returns whether there was coaching open that this has finished.
    """
    audit = member.audits.filter(state=Audit.State.DECIDED, outcome="coach", coached=None).first()
    if audit is None or (lesson_key and audit.lesson_key != lesson_key):
        return False
    Audit.objects.filter(pk=audit.pk).update(coached=timezone.now())
    record(
        actor=actor,
        act="audit.coached",
        subject=audit,
        person=member.employee,
        after={"lesson": audit.lesson_title},
    )
    coaching_finished.send(Member, member=member, actor=actor)
    return True
