"""How a case ends, and what follows from it."""

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.privacy.queries import is_paused
from digitroops.programme.actions import move_member
from digitroops.programme.models import Member
from digitroops.screening.lessons import lesson_of
from digitroops.screening.letters import tell_outcome, tell_pr_of_talk, tell_pr_of_watch
from digitroops.screening.models import Audit, AuditRules, Decision, Review
from digitroops.screening.rules import rules_of
from digitroops.screening.voting import outcome_of

MONTH = 30.44


def undo_time() -> dt.timedelta:
    """How long a decision that closes a case can still be taken back."""
    return dt.timedelta(seconds=settings.REVIEW_UNDO_SECONDS)


@transaction.atomic
def settle(audit_id: int, *, now: dt.datetime | None = None) -> bool:
    """Close a case whose decisions agree, once the last can no longer be taken back. Safe to run twice."""
    locked = Audit.objects.select_for_update(of=("self",)).select_related(
        "member__employee__user", "member__programme"
    )
    audit = locked.get(pk=audit_id)
    reviews = list(audit.reviews.all())
    outcome = outcome_of(review.decision for review in reviews)
    if audit.state != Audit.State.IN_REVIEW or not outcome or is_paused(audit.member.employee_id):
        return False
    if max(review.at for review in reviews) > (now or timezone.now()) - undo_time():
        return False
    _close(audit, outcome, reviews)
    return True


def _close(audit: Audit, outcome: str, reviews: Sequence[Review]) -> None:
    rules, now = rules_of(audit.member.programme), timezone.now()
    agreeing = [review for review in reviews if review.decision == outcome]
    audit.state, audit.outcome, audit.decided = Audit.State.DECIDED, outcome, now
    audit.expires = timezone.localdate() + months(audit.member.programme.keep_months)
    audit.appeal_until = now + dt.timedelta(days=rules.appeal_days)
    set_consequences(audit, outcome, agreeing, rules)
    audit.save()
    record(
        actor=None,
        act="audit.decided",
        subject=audit,
        person=audit.member.employee,
        before={"state": Audit.State.IN_REVIEW},
        after={"state": Audit.State.DECIDED, "outcome": outcome, "expires": audit.expires.isoformat()},
    )
    let_on(audit)
    tell_outcome(audit)
    ask_for_talk(audit)
    if audit.purpose == Audit.Purpose.WATCH and outcome == Decision.NOT_NOW:
        tell_pr_of_watch(audit)


def set_consequences(audit: Audit, outcome: str, reviews: Sequence[Review], rules: AuditRules) -> None:
    """The lesson that the first agreeing reviewer named, or the nearest next chance; nothing for clear.

    About a member no next chance is named: they stay in the team until a person decides otherwise.
    """
    audit.lesson_key = audit.lesson_title = ""
    audit.next_chance = None
    if outcome == Decision.COACH:
        key = next((review.lesson_key for review in reviews if review.lesson_key), "")
        lesson = lesson_of(audit.member.programme, key)
        audit.lesson_key, audit.lesson_title = (lesson.key, lesson.title) if lesson else ("", "")
    elif outcome == Decision.NOT_NOW:
        if audit.purpose == Audit.Purpose.WATCH:
            return
        named = [review.next_months for review in reviews if review.next_months]
        audit.next_chance = timezone.localdate() + months(min(named, default=rules.next_chance_months))


def ask_for_talk(audit: Audit) -> None:
    """Where coaching is no lesson, the PR team holds the talk and has to know of it."""
    if audit.outcome == Decision.COACH and not audit.lesson_title:
        tell_pr_of_talk(audit)


def let_on(audit: Audit) -> None:
    """A candidate whose audit ended well goes on to the selection; about a member only a person decides."""
    if audit.outcome != Decision.NOT_NOW and audit.member.state == Member.State.APPLIED:
        move_member(member=audit.member, to=Member.State.SCREENED, actor=None)


def let_go(audit: Audit) -> None:
    """Nothing was decided: an applicant's application ends with the audit, so that they may apply again."""
    if audit.purpose == Audit.Purpose.SELECTION and audit.member.state == Member.State.APPLIED:
        move_member(member=audit.member, to=Member.State.LEFT, actor=None, reason="audit ended")


def months(count: int) -> dt.timedelta:
    """So many months as days."""
    return dt.timedelta(days=round(count * MONTH))
