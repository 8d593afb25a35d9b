"""What is kept of a person's own requests, for their own data; and the line on their profile."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.models import User
from digitroops.people.panels import ProfileLink
from digitroops.privacy.models import Request


def data_of(user: User) -> list[dict[str, Any]]:
    names = ("kind", "text", "state", "at", "due", "answer", "answered")
    return list(Request.objects.filter(employee__user=user).order_by("at").values(*names))


def profile_link(user: User) -> ProfileLink | None:
    if not hasattr(user, "employee"):
        return None
    return ProfileLink(
        _("My rights"),
        _("Read, correct, pause or delete what is kept about you"),
        reverse("privacy:rights"),
        "shield-lock",
    )
