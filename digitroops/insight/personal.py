"""What insight adds to one's own profile."""

from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.models import User
from digitroops.people.panels import ProfileLink
from digitroops.programme.models import Member

TAKES_PART = (Member.State.ACTIVE, Member.State.PAUSED)


def profile_link(user: User) -> ProfileLink | None:
    """The way to one's own results, for those who take part."""
    if not Member.objects.filter(employee__user=user, state__in=TAKES_PART).exists():
        return None
    return ProfileLink(
        _("My results"),
        _("Clicks, shares and reach of what you told"),
        reverse("insight:mine"),
        "chart-histogram",
    )
