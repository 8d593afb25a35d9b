"""What the programme does when people, or its own actions, speak."""

from typing import Any

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.models import Employee, User
from digitroops.people.panels import register_data, register_panel, register_profile_link
from digitroops.people.queries import company, pr_team
from digitroops.people.signals import employees_deactivated
from digitroops.privacy.signals import erasure_granted
from digitroops.programme import personal
from digitroops.programme.actions import move_member, withdraw_consent
from digitroops.programme.models import Consent, ConsentItem, Member
from digitroops.programme.signals import consent_withdrawn

CHUNK = 500
TEAM = (Member.State.ONBOARDING, Member.State.ACTIVE, Member.State.PAUSED)


def connect() -> None:
    employees_deactivated.connect(on_employees_deactivated, dispatch_uid="programme")
    consent_withdrawn.connect(on_consent_withdrawn, dispatch_uid="programme")
    erasure_granted.connect(on_erasure_granted, dispatch_uid="programme")
    register_panel(personal.panel_for)
    register_profile_link(personal.profile_link)
    register_data("programmes", personal.data_of)


def on_employees_deactivated(sender: type[Employee], *, employee_ids: list[int], **rest: Any) -> None:
    """Whoever is no longer employed leaves every programme; the system does it and says why."""
    firm = company()
    with translation.override(firm.language if firm else "id"):
        reason = _("No longer employed")
    for start in range(0, len(employee_ids), CHUNK):
        present = Member.objects.filter(employee__in=employee_ids[start : start + CHUNK]).exclude(
            state=Member.State.LEFT
        )
        for member in present.select_related("employee__user", "programme"):
            move_member(member=member, to=Member.State.LEFT, actor=None, reason=reason)


def on_consent_withdrawn(sender: type[Member], *, member: Member, key: str, **rest: Any) -> None:
    """A candidate's way simply ends; about somebody in the team a person decides, so PR is told."""
    if member.state not in TEAM:
        return
    for user in pr_team():
        with translation.override(user.language or "id"):
            send_message(
                to=user,
                kind="consent-withdrawn",
                title=_("%(name)s has withdrawn a consent") % {"name": member.employee.name},
                body=_(
                    "It is about: %(item)s. What rested on it has been deleted. Talk to them, then decide "
                    "whether they stay in the team."
                )
                % {"item": ConsentItem.Key(key).label},
                path=reverse("programme:member", args=[member.pk]),
                action_label=_("See the member"),
                key=f"consent-{member.pk}-{key}-{timezone.now():%Y%m%d%H%M%S}-{user.pk}",
            )


def on_erasure_granted(sender: type[Employee], *, employee: Employee, actor: User, **rest: Any) -> None:
    """Every consent is withdrawn, which deletes what rested on it, and the person leaves every programme."""
    for member in Member.objects.filter(employee=employee).select_related("employee__user", "programme"):
        given = Consent.objects.filter(member=member, withdrawn=None).values_list("item__key", flat=True)
        for key in list(given.distinct()):
            withdraw_consent(actor=actor, member=member, key=key)
        member.refresh_from_db()
        if member.state != Member.State.LEFT:
            move_member(member=member, to=Member.State.LEFT, actor=actor, reason="erasure")
