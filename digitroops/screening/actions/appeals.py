"""The second look: the person asks for it, somebody who has not decided before answers."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.screening.actions.reviews import ReviewRefused
from digitroops.screening.closing import ask_for_talk, let_on, set_consequences
from digitroops.screening.letters import tell_appeal_answered, tell_appeal_made
from digitroops.screening.models import Appeal, Audit, Review
from digitroops.screening.queries import appeal_obstacle, may_appeal
from digitroops.screening.rules import rules_of


class NoAppeal(Exception):
    """There is nothing to appeal: not decided, too late, or asked for already."""


@transaction.atomic
def make_appeal(*, audit: Audit, text: str, actor: User) -> Appeal:
    """Ask for a second look by somebody who has not decided before. Raises NoAppeal."""
    fresh = Audit.objects.select_for_update(of=("self",)).select_related("member__programme").get(pk=audit.pk)
    if not may_appeal(fresh):
        raise NoAppeal
    rules, now = rules_of(fresh.member.programme), timezone.now()
    made = Appeal.objects.create(
        audit=fresh, text=text, due=now + dt.timedelta(days=rules.answer_days), before=fresh.outcome
    )
    record(
        actor=actor,
        act="appeal.made",
        subject=made,
        person=fresh.member.employee,
        after={"due": made.due.isoformat()},
    )
    tell_appeal_made(made)
    return made


@transaction.atomic
def answer_appeal(
    *,
    appeal: Appeal,
    reviewer: User,
    decision: str,
    reason: str,
    opened: dt.datetime | None = None,
    lesson: str = "",
    next_months: int | None = None,
) -> Audit:
    """Decide an appeal; the outcome becomes what is said here. Raises ReviewRefused with the obstacle."""
    audit = (
        Audit.objects.select_for_update(of=("self",))
        .select_related("member__employee__user", "member__programme")
        .get(pk=appeal.audit_id)
    )
    fresh = Appeal.objects.get(pk=appeal.pk)
    if why := appeal_obstacle(fresh, reviewer):
        raise ReviewRefused(why)
    fresh.decider, fresh.decision, fresh.reason = reviewer, decision, reason
    fresh.opened, fresh.decided = opened, timezone.now()
    fresh.save()
    said = Review(decision=decision, lesson_key=lesson, next_months=next_months)
    audit.outcome = decision
    set_consequences(audit, decision, [said], rules_of(audit.member.programme))
    audit.save()
    record(
        actor=reviewer,
        act="appeal.answered",
        subject=fresh,
        person=audit.member.employee,
        before={"outcome": fresh.before},
        after={"outcome": decision},
    )
    let_on(audit)
    ask_for_talk(audit)
    tell_appeal_answered(fresh, audit)
    return audit
