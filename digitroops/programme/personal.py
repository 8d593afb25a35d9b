"""What the programme knows about one person: for their own data, and for the page of the employee."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.models import Employee, Role, User
from digitroops.people.panels import Panel, ProfileLink
from digitroops.programme.models import Member


def panel_for(employee: Employee, viewer: User) -> Panel | None:
    """The person's memberships, for PR."""
    if not viewer.has_role(Role.PR):
        return None
    members = list(employee.memberships.select_related("programme").order_by("-created"))
    if not members:
        return None
    return Panel(_("Programme"), "programme/employee_panel.html", {"members": members})


def profile_link(user: User) -> ProfileLink | None:
    """The way to one's own consents, for everybody in a programme."""
    if not Member.objects.filter(employee__user=user).exists():
        return None
    return ProfileLink(
        _("My consents"),
        _("What you agreed to, and how to withdraw it"),
        reverse("programme:consents"),
        "checkbox",
    )


def data_of(user: User) -> list[dict[str, Any]]:
    """Memberships with the consents given and withdrawn, the policies accepted, and the states day by day."""
    members = Member.objects.filter(employee__user=user).select_related("programme")
    return [
        {
            "programme": member.programme.name,
            "state": member.state,
            "since": member.since,
            "created": member.created,
            "consents": list(
                member.consents.order_by("given").values(
                    "item__key", "item__title_id", "item__text__version", "given", "withdrawn"
                )
            ),
            "policies_accepted": list(
                member.policy_acceptances.order_by("at").values(
                    "policy__title", "policy__version", "name", "at"
                )
            ),
            "days": list(member.days.order_by("date").values("date", "state")),
        }
        for member in members
    ]
