"""What a candidate is told when a team is published, in their own language."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import company
from digitroops.programme.models import Member
from digitroops.recruitment.models import Proposal, Seat
from digitroops.screening.queries import standing_of


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


def tell_without_seat(member: Member, proposal: Proposal) -> None:
    """Tell somebody who applied but could not be weighed this time how things stand for them; never twice.

    What an audit found or how it ended stands only in its own letter.
    """
    user = member.employee.user
    if user is None:
        return
    audit = standing_of(member)
    with translation.override(language_for(user)):
        title = _("About your application for %(programme)s") % {"programme": proposal.programme.name}
        path, label = reverse("recruitment:apply"), _("See my application")
        if audit and audit.not_now:
            body = _(
                "Thank you for wanting to tell our stories. The team for this time is complete, without you. The "
                "letter about your footprint audit says why, how to ask for another look, and when you may apply "
                "again. You are welcome then."
            )
        elif member.state == Member.State.APPLIED:
            body = _(
                "Thank you for wanting to tell our stories. The team for this time is complete. Your application "
                "is not finished yet and goes on: once your footprint audit has ended you are in the pool, from "
                "which free places are filled and the next team is chosen."
            )
        else:
            body = _(
                "Thank you for wanting to tell our stories. The team for this time is complete without you. Your "
                "application could not be weighed when it was put together, for example because your footprint "
                "audit was too old by then. Ask us what is missing: you stay welcome for the next round."
            )
        key = f"selection-{proposal.pk}-{member.pk}"
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
