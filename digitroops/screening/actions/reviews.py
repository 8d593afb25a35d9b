"""What a reviewer can do: decide a case, take the decision back while it can be, answer an appeal."""

import datetime as dt
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.screening import tasks
from digitroops.screening.closing import settle, undo_time
from digitroops.screening.letters import tell_escalated
from digitroops.screening.models import Audit, Decision, Review, Vote
from digitroops.screening.queries import UNDO_FIRST, Obstacle, obstacle
from digitroops.screening.voting import outcome_of


class ReviewRefused(Exception):
    """The reviewer cannot decide the case; `obstacle` says why."""

    def __init__(self, why: Obstacle) -> None:
        super().__init__(why.value)
        self.obstacle = why


class TooLate(Exception):
    """The decision can no longer be taken back."""


def decide(
    *,
    audit: Audit,
    reviewer: User,
    decision: str,
    reason: str,
    opened: dt.datetime | None = None,
    lesson: str = "",
    next_months: int | None = None,
) -> Audit:
    """Keep one reviewer's decision; the case closes once two agree or a third has spoken.

    Closing waits until the last decision can no longer be taken back. The row of the audit is locked, so two
    reviewers at the same second take their seats one after the other; the constraints on seats and reviewers
    hold where a database does not lock. Deciding the same again does nothing. Raises ReviewRefused with the
    obstacle.
    """
    review = Review(
        audit=audit,
        reviewer=reviewer,
        decision=decision,
        reason=reason,
        opened=opened,
        lesson_key=lesson if decision == Decision.COACH else "",
        next_months=next_months if decision == Decision.NOT_NOW else None,
    )
    try:
        return _decide(review)
    except IntegrityError as error:
        raise ReviewRefused(Obstacle.MEANWHILE) from error


@transaction.atomic
def _decide(review: Review) -> Audit:
    locked = Audit.objects.select_for_update(of=("self",)).select_related(
        "member__employee__user", "member__programme"
    )
    audit = locked.get(pk=review.audit_id)
    own = audit.reviews.filter(reviewer=review.reviewer).first()
    if own and (own.decision, own.reason) == (review.decision, review.reason):
        return audit
    if why := obstacle(audit, review.reviewer):
        raise ReviewRefused(why)
    review.seat = max(audit.reviews.values_list("seat", flat=True), default=0) + 1
    review.save()
    record(
        actor=review.reviewer,
        act="audit.reviewed",
        subject=audit,
        person=audit.member.employee,
        after={"decision": review.decision, "seat": review.seat},
    )
    if review.decision == Vote.ESCALATE:
        tell_escalated(audit)
    elif outcome_of(audit.reviews.values_list("decision", flat=True)):
        _close_soon(audit)
    audit.refresh_from_db()
    return audit


def _close_soon(audit: Audit) -> None:
    if not settle(audit.pk):
        later = tasks.settle_audit.using(run_after=timezone.now() + undo_time())
        transaction.on_commit(partial(later.enqueue, audit.pk))


@transaction.atomic
def open_case(*, audit: Audit, reviewer: User) -> None:
    """Keep that a reviewer has read a case."""
    record(actor=reviewer, act="audit.opened", subject=audit, person=audit.member.employee)


@transaction.atomic
def take_back(*, audit: Audit, reviewer: User) -> None:
    """Take back one's own decision while the case is open. Raises TooLate."""
    locked = Audit.objects.select_for_update().get(pk=audit.pk)
    review = locked.reviews.filter(reviewer=reviewer, at__gt=timezone.now() - UNDO_FIRST).first()
    if review is None or locked.state != Audit.State.IN_REVIEW:
        raise TooLate
    review.delete()
    record(
        actor=reviewer,
        act="audit.review_taken_back",
        subject=locked,
        person=locked.member.employee,
        before={"seat": review.seat},
    )
