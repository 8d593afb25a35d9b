"""Cases that wait for a reviewer although too few are left who may decide them."""

from django.db.models import Q

from digitroops.people.models import Role, User
from digitroops.privacy.queries import pauses
from digitroops.programme.models import Programme
from digitroops.screening.models import Audit, Vote
from digitroops.screening.queries import managers_above, reading_obstacle
from digitroops.screening.voting import outcome_of


def stuck_in(programme: Programme) -> set[int]:
    """The audits of a programme that need another reviewer; a bounded number of queries, however many there are.

    Whoever has decided in a case, or is of the person's own unit or line, cannot decide it. Cases on hold wait
    for something else.
    """
    waits = Q(state__in=[Audit.State.BY_HAND, Audit.State.IN_REVIEW]) | Q(
        state=Audit.State.DECIDED, appeal__isnull=False, appeal__decided=None
    )
    found = Audit.objects.filter(waits, member__programme=programme)
    cases = list(
        found.exclude(member__employee__in=pauses().values("employee"))
        .select_related("member__employee__unit")
        .prefetch_related("reviews")
    )
    if not cases:
        return set()
    reviewers = _reviewers()
    own = [user.employee for user in reviewers if hasattr(user, "employee")]
    above = managers_above([*own, *(audit.member.employee for audit in cases)])
    return {
        audit.pk
        for audit in cases
        if sum(_may_decide(audit, user, above) for user in reviewers) < _needed(audit)
    }


def _reviewers() -> list[User]:
    found = User.objects.filter(grants__role=Role.REVIEWER, is_active=True).distinct()
    return list(found.select_related("employee__unit"))


def _may_decide(audit: Audit, user: User, above: dict[str, list[str]]) -> bool:
    decided = any(review.reviewer_id == user.pk for review in audit.reviews.all())
    return not decided and not reading_obstacle(audit, user, above)


def _needed(audit: Audit) -> int:
    """How many reviewers the case still needs."""
    if audit.state != Audit.State.IN_REVIEW:
        return 1
    said = [review.decision for review in audit.reviews.all() if review.decision != Vote.ESCALATE]
    return 0 if outcome_of(said) else max(1, 2 - len(said))
