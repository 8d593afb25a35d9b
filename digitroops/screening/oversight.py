"""That the process was kept: states, times and numbers of participants, never a name, a text or a reason."""

import datetime as dt
from dataclasses import dataclass
from statistics import median

from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone

from digitroops.engines.measure import Figure, agreement
from digitroops.programme.models import Programme
from digitroops.screening.models import Audit, Review, Vote
from digitroops.screening.voting import outcome_of


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """One audit as PR and the auditor see it: by its number, so that PR who review too learn no name."""

    audit: Audit
    reviews: int
    third: bool
    needs_third: bool
    passed_on: bool
    overdue: bool
    appeal_state: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The audits of a programme in a few figures."""

    total: int
    open: int
    decided: int
    withdrawn: int
    overdue: int
    appeals: int
    median_minutes: float | None
    reviewers: int
    agreement: Figure
    pairs: int


def process_of(programme: Programme) -> QuerySet[Audit]:
    """The audits of a programme with what the process page shows, the newest first."""
    return (
        Audit.objects.filter(member__programme=programme)
        .select_related("member__employee__unit", "appeal")
        .prefetch_related(
            Prefetch("reviews", Review.objects.order_by("seat").defer("reason"), to_attr="said")
        )
        .annotate(review_count=Count("reviews", distinct=True))
        .order_by("-started", "-pk")
    )


def process_row(audit: Audit, now: dt.datetime | None = None) -> ProcessRow:
    """One line of the process page."""
    said = audit.said  # type: ignore[attr-defined]
    votes = [review.decision for review in said if review.decision != Vote.ESCALATE]
    appeal = getattr(audit, "appeal", None)
    return ProcessRow(
        audit=audit,
        reviews=len(said),
        third=len(votes) > 2,
        needs_third=audit.is_open and len(votes) == 2 and not outcome_of(votes),
        passed_on=len(votes) < len(said),
        overdue=is_overdue(audit, now or timezone.now()),
        appeal_state=("answered" if appeal.decided else "open") if appeal else "",
    )


def is_overdue(audit: Audit, now: dt.datetime) -> bool:
    """Whether the person's days to reply are over, or those of whoever reads by hand."""
    if audit.state == Audit.State.BY_HAND:
        return audit.hand_due is not None and audit.hand_due < now
    return audit.with_person and audit.due is not None and audit.due < now


def summary_of(programme: Programme) -> Summary:
    """The figures above the process page."""
    audits = list(Audit.objects.filter(member__programme=programme).only("state", "due", "hand_due"))
    now = timezone.now()
    reviews = list(
        Review.objects.filter(audit__member__programme=programme)
        .order_by("audit", "seat")
        .only("audit_id", "seat", "reviewer_id", "decision", "opened", "at")
    )
    pairs = first_pairs(reviews)
    seconds = [review.seconds for review in reviews if review.seconds is not None]
    return Summary(
        total=len(audits),
        open=sum(audit.is_open or audit.state == Audit.State.FAILED for audit in audits),
        decided=sum(audit.state == Audit.State.DECIDED for audit in audits),
        withdrawn=sum(audit.state == Audit.State.WITHDRAWN for audit in audits),
        overdue=sum(is_overdue(audit, now) for audit in audits),
        appeals=Audit.objects.filter(member__programme=programme, appeal__isnull=False).count(),
        median_minutes=round(median(seconds) / 60, 1) if seconds else None,
        reviewers=len({review.reviewer_id for review in reviews if review.seconds is not None}),
        agreement=agreement(pairs),
        pairs=len(pairs),
    )


def first_pairs(reviews: list[Review]) -> list[tuple[str, str]]:
    """The first two decisions of each case; who passed a case on has not decided."""
    found: dict[int, list[str]] = {}
    for review in reviews:
        if review.decision != Vote.ESCALATE:
            found.setdefault(review.audit_id, []).append(review.decision)
    return [(said[0], said[1]) for said in found.values() if len(said) > 1]
