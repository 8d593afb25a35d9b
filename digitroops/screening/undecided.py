"""Cases that nobody decides: they end once the programme's time of keeping is over, and PR is told before."""

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models.functions import Coalesce

from digitroops.audit.actions import record
from digitroops.screening.closing import let_go, months
from digitroops.screening.letters import tell_ended_undecided, tell_pr_of_end
from digitroops.screening.models import Audit

TELL_BEFORE = dt.timedelta(days=30)
WITH_REVIEWERS = (Audit.State.BY_HAND, Audit.State.IN_REVIEW)


def warn_undecided(now: dt.datetime) -> int:
    """Tell PR, once, which cases end in 30 days without a decision. Returns how many were told of."""
    count = 0
    for audit in _old(now + TELL_BEFORE, end_told=None):
        with transaction.atomic():
            mine = Audit.objects.filter(pk=audit.pk, end_told=None, state__in=WITH_REVIEWERS)
            if mine.update(end_told=now):
                tell_pr_of_end(audit, (now + TELL_BEFORE).date())
                count += 1
    return count


def end_undecided(now: dt.datetime) -> int:
    """End them, never sooner than PR was told: findings, replies and reasons go. Returns how many ended."""
    count = 0
    for audit in _old(now, end_told__lte=now - TELL_BEFORE):
        with transaction.atomic():
            mine = Audit.objects.filter(pk=audit.pk, state__in=WITH_REVIEWERS)
            if mine.update(state=Audit.State.WITHDRAWN):
                audit.findings.all().delete()
                audit.reviews.update(reason="")
                record(actor=None, act="audit.undecided", subject=audit, person=audit.member.employee)
                let_go(audit)
                tell_ended_undecided(audit)
                count += 1
    return count


def _old(now: dt.datetime, **told: dt.datetime | None) -> Iterator[Audit]:
    """Open with the reviewers, and read longer ago than their programme keeps what was found."""
    read = Audit.objects.filter(state__in=WITH_REVIEWERS, **told).annotate(
        read=Coalesce("scanned", "started")
    )
    found = read.select_related("member__programme", "member__employee__user")
    return (audit for audit in found if audit.read + months(audit.member.programme.keep_months) <= now)
