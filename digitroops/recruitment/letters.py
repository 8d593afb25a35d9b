"""What a candidate is told when a team is published, in their own language."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.recruitment.models import Seat


def tell_outcome(seat: Seat) -> None:
    """Tell one candidate that they are in the team, or kindly that they are not; never twice."""
    user = seat.member.employee.user
    if user is None:
        return
    with translation.override(language_for(user)):
        programme = {"programme": seat.proposal.programme.name}
        if seat.chosen:
            title = _("Welcome to the team of %(programme)s") % programme
            body = _(
                "You have been chosen. Two short steps remain before your first story: read and accept the social "
                "media policy, and finish one course of about a quarter of an hour."
            )
            path, label = reverse("academy:onboarding"), _("Begin")
        else:
            title = _("About your application for %(programme)s") % programme
            body = _(
                "Thank you for wanting to tell our stories. This time the team is complete without you: it needed a "
                "balance of work units and audiences, and that says nothing about your worth. You stay in the pool "
                "for the next round, and a place that becomes free is filled from there. You may read the "
                "reasons, and ask us about them."
            )
            path, label = reverse("recruitment:apply"), _("Read the reasons")
        key = f"selection-{seat.proposal_id}-{seat.member_id}"
        send_message(
            to=user, kind="selection", title=title, body=body, path=path, action_label=label, key=key
        )


def language_for(user: User) -> str:
    """The language to write to a user in."""
    firm = company()
    return user.language or (firm.language if firm else "id")


def write_to(
    user: User, *, kind: str, title: str, body: str, words: Mapping[str, str], path: str, label: str
) -> None:
    """Tell somebody who decides about a team something, in their own language; the texts are msgids."""
    with translation.override(language_for(user)):
        send_message(
            to=user,
            kind=kind,
            title=gettext(title) % words,
            body=gettext(body) % words,
            path=path,
            action_label=gettext(label),
        )
