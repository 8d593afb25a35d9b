"""A person reads instead of the scan: marking posts, taking marks back, and handing the audit to its person."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.presence.models import Post
from digitroops.privacy.queries import is_paused
from digitroops.screening.letters import tell_findings_ready
from digitroops.screening.models import Audit, Finding
from digitroops.screening.queries import posts_for, reading_obstacle
from digitroops.screening.rules import rules_of

HAND = "hand"


class NotToRead(Exception):
    """Not, or no longer, for this person to read."""


def _held(audit: Audit, reader: User) -> Audit:
    fresh = (
        Audit.objects.select_for_update(of=("self",))
        .select_related("member__employee__unit")
        .get(pk=audit.pk)
    )
    if fresh.state != Audit.State.BY_HAND or reading_obstacle(fresh, reader):
        raise NotToRead
    if is_paused(fresh.member.employee_id):
        raise NotToRead
    return fresh


@transaction.atomic
def mark_post(*, audit: Audit, post: Post, category: str, severity: int, why: str, reader: User) -> Finding:
    """Keep that the reader marks a post, with their reason; a mark of before is replaced. Raises NotToRead."""
    held = _held(audit, reader)
    if not posts_for(held).filter(pk=post.pk).exists():
        raise NotToRead
    Finding.objects.filter(audit=held, post=post).delete()
    finding = Finding.objects.create(
        audit=held,
        post=post,
        account=post.account,
        platform=post.account.platform,
        kind=post.kind,
        text=post.text,
        posted=post.created,
        url=post.url,
        category=category,
        severity=severity,
        span_start=0,
        span_end=len(post.text),
        confidence=1,
        evidence=[{"kind": "person", "name": why, "weight": 1.0}],
        reason={"key": HAND, "parameters": {"why": why}},
    )
    record(
        actor=reader,
        act="finding.marked",
        subject=held,
        person=held.member.employee,
        after={"category": category, "severity": severity},
    )
    return finding


@transaction.atomic
def unmark_post(*, finding: Finding, reader: User) -> None:
    """Take a mark back before the audit is handed over. Raises NotToRead."""
    held = _held(finding.audit, reader)
    finding.delete()
    record(actor=reader, act="finding.unmarked", subject=held, person=held.member.employee)


@transaction.atomic
def finish_reading(*, audit: Audit, reader: User) -> Audit:
    """Hand what was marked to the person, who reads it before anybody decides. Raises NotToRead."""
    held = _held(audit, reader)
    now = timezone.now()
    Audit.objects.filter(pk=held.pk).update(
        state=Audit.State.WITH_PERSON,
        hand_reader=reader,
        posts_scanned=held.posts_total,
        scanned=now,
        due=now + dt.timedelta(days=rules_of(held.member.programme).reply_days),
    )
    record(
        actor=reader,
        act="audit.read_by_hand",
        subject=held,
        person=held.member.employee,
        after={"posts": held.posts_total, "findings": held.findings.count()},
    )
    held.refresh_from_db()
    tell_findings_ready(held)
    return held
