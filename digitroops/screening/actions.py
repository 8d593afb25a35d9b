"""What people can do in a footprint audit: start, reply, send on, withdraw, decide."""

import datetime as dt
from collections import Counter
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.actions import move_member, withdraw_consent
from digitroops.programme.models import ConsentItem, Member
from digitroops.screening import tasks
from digitroops.screening.letters import tell_outcome
from digitroops.screening.models import OPEN_STATES, Audit, Decision, Finding, Reply, Review
from digitroops.screening.queries import Obstacle, obstacle

MONTH = 30.44
CONSENT_KEYS = (ConsentItem.Key.AUDIT, ConsentItem.Key.REVIEW)


class NotWithPerson(Exception):
    """The audit is not, or no longer, in the hands of the person."""


class ReviewRefused(Exception):
    """The reviewer cannot decide the case; `obstacle` says why."""

    def __init__(self, why: Obstacle) -> None:
        super().__init__(why.value)
        self.obstacle = why


@transaction.atomic
def start_audit(*, member: Member, actor: User | None = None) -> Audit:
    """Open the member's audit and have it scanned; with one open already, that one is returned.

    The categories are those of the programme at this moment, so that a later change of the programme does
    not change what this person agreed to.
    """
    audit, created = Audit.objects.get_or_create(
        member=member,
        state__in=OPEN_STATES,
        defaults={"state": Audit.State.WAITING, "categories": member.programme.audit_categories},
    )
    if created:
        record(
            actor=actor,
            act="audit.started",
            subject=audit,
            person=member.employee,
            after={"categories": audit.categories},
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
def reply_to_finding(*, finding: Finding, stance: str, text: str, actor: User) -> Reply:
    """Keep the person's reply; replying again replaces it, until the audit is sent to the reviewers."""
    audit = Audit.objects.select_for_update().get(pk=finding.audit_id)
    if not audit.with_person:
        raise NotWithPerson
    reply, created = Reply.objects.update_or_create(
        finding=finding, defaults={"stance": stance, "text": text, "at": timezone.now()}
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
def end_audits(*, member: Member, actor: User | None) -> None:
    """Withdraw the member's audits and delete findings, replies and the reasons that reviewers wrote."""
    for audit in member.audits.exclude(state=Audit.State.WITHDRAWN).select_for_update():
        before = audit.state
        audit.findings.all().delete()
        audit.reviews.update(reason="")
        Audit.objects.filter(pk=audit.pk).update(state=Audit.State.WITHDRAWN)
        record(
            actor=actor,
            act="audit.withdrawn",
            subject=audit,
            person=member.employee,
            before={"state": before},
            after={"state": Audit.State.WITHDRAWN},
        )


def decide(
    *, audit: Audit, reviewer: User, decision: str, reason: str, opened: dt.datetime | None = None
) -> Audit:
    """Keep one reviewer's decision, and close the case once two agree or a third has spoken.

    The row of the audit is locked, so two reviewers at the same second take their seats one after the other;
    the constraints on seats and reviewers hold where a database does not lock. Deciding the same again does
    nothing. Raises ReviewRefused with the obstacle.
    """
    try:
        return _decide(audit=audit, reviewer=reviewer, decision=decision, reason=reason, opened=opened)
    except IntegrityError as error:
        raise ReviewRefused(Obstacle.MEANWHILE) from error


@transaction.atomic
def _decide(*, audit: Audit, reviewer: User, decision: str, reason: str, opened: dt.datetime | None) -> Audit:
    locked = Audit.objects.select_for_update(of=("self",)).select_related(
        "member__employee__user", "member__programme"
    )
    audit = locked.get(pk=audit.pk)
    own = audit.reviews.filter(reviewer=reviewer).first()
    if own and (own.decision, own.reason) == (decision, reason):
        return audit
    why = obstacle(audit, reviewer)
    if why:
        raise ReviewRefused(why)
    review = Review.objects.create(
        audit=audit,
        reviewer=reviewer,
        seat=audit.reviews.count() + 1,
        decision=decision,
        reason=reason,
        opened=opened,
    )
    record(
        actor=reviewer,
        act="audit.reviewed",
        subject=audit,
        person=audit.member.employee,
        after={"decision": decision, "seat": review.seat},
    )
    outcome = outcome_of([item.decision for item in audit.reviews.all()])
    if outcome:
        _close(audit, outcome)
    return audit


def outcome_of(decisions: list[str]) -> str:
    """What the decisions say together, "" while they do not say it yet.

    Two that agree decide. When they differ a third decides by majority; three different ones meet in the
    middle, at coaching.
    """
    if len(decisions) < 2:
        return ""
    decision, votes = Counter(decisions).most_common(1)[0]
    if votes > 1:
        return decision
    return Decision.COACH if len(decisions) > 2 else ""


def _close(audit: Audit, outcome: str) -> None:
    today = timezone.localdate()
    keep = dt.timedelta(days=round(audit.member.programme.keep_months * MONTH))
    audit.state, audit.outcome = Audit.State.DECIDED, outcome
    audit.decided, audit.expires = timezone.now(), today + keep
    audit.save(update_fields=["state", "outcome", "decided", "expires"])
    record(
        actor=None,
        act="audit.decided",
        subject=audit,
        person=audit.member.employee,
        before={"state": Audit.State.IN_REVIEW},
        after={"state": Audit.State.DECIDED, "outcome": outcome, "expires": audit.expires.isoformat()},
    )
    if outcome != Decision.NOT_NOW and audit.member.state == Member.State.APPLIED:
        move_member(member=audit.member, to=Member.State.SCREENED, actor=None, reason="footprint audit")
    tell_outcome(audit)
