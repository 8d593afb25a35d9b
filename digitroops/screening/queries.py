"""What one may read of footprint audits: the person their own, a reviewer what was sent to them."""

from django.db.models import Q, QuerySet

from digitroops.presence.models import Archive, Post
from digitroops.programme.models import Member
from digitroops.screening.models import Audit


def posts_of(member: Member) -> QuerySet[Post]:
    """The public posts that an audit of this member reads, oldest first."""
    return Post.objects.filter(account__employee_id=member.employee_id).order_by("created", "pk")


def waiting_for_archives(member: Member) -> bool:
    """Whether an archive of this person is still on its way through the reader."""
    pending = [Archive.State.WAITING, Archive.State.READING]
    return Archive.objects.filter(account__employee_id=member.employee_id, state__in=pending).exists()


def unscanned_audits() -> QuerySet[Audit]:
    """Audits that nobody has scanned and whose archives have all been read."""
    pending = Q(
        member__employee__accounts__archives__state__in=[Archive.State.WAITING, Archive.State.READING]
    )
    return Audit.objects.filter(state=Audit.State.WAITING).exclude(pending).order_by("pk")
