"""What one may see of links and their clicks."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from digitroops.links.codes import clean_code
from digitroops.links.models import Link
from digitroops.newsroom.addresses import is_web_address
from digitroops.people.models import Role, User


def link_with_code(code: str) -> Link | None:
    """The link that the public follows; None for a code that is unknown or cannot be one."""
    cleaned = clean_code(code)
    links = Link.objects.select_related("member__employee", "story")
    return links.filter(Q(code=cleaned) | Q(alias=cleaned)).first() if cleaned else None


def has_ended(link: Link) -> bool:
    """Whether the link shows that it has ended: taken back, out of time, or leading to no web address."""
    over = link.expires is not None and link.expires <= timezone.now()
    return over or link.withdrawn is not None or not is_web_address(link.target)


def links_seen_by(viewer: User) -> QuerySet[Link]:
    """All links for PR; their own for everybody else."""
    links = Link.objects.select_related("member__employee__unit", "story__campaign", "share")
    return links if viewer.has_role(Role.PR) else links.filter(member__employee__user=viewer)
