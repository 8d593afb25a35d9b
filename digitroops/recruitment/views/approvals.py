"""Handing a team in, approving it, sending it back, publishing it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, viewer_of
from digitroops.recruitment.actions import approval
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.views.selection import board_allowed, number, proposal_of, refused
from digitroops.ui.toasts import say


@pr_required
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    found, accepts = proposal_of(request, pk), request.POST.get("accept_broken") == "on"
    try:
        approval.submit_proposal(
            proposal=found,
            version=number(request, "version"),
            actor=viewer_of(request),
            accept_broken=accepts,
        )
    except SelectionError as error:
        return refused(request, found, error)
    say(request, _("Handed in. Whoever may approve it has been told."))
    return redirect("recruitment:proposal", pk)


@board_allowed
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    try:
        approval.approve_proposal(
            proposal=found, version=number(request, "version"), actor=viewer_of(request)
        )
    except SelectionError as error:
        return refused(request, found, error)
    say(request, _("Approved. PR can publish the team now."))
    return redirect("recruitment:proposal", pk)


@board_allowed
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    found, reason = proposal_of(request, pk), request.POST.get("reason", "").strip()[:2000]
    try:
        approval.return_proposal(
            proposal=found, version=number(request, "version"), actor=viewer_of(request), reason=reason
        )
    except SelectionError as error:
        return refused(request, found, error)
    say(request, _("The proposal is a draft again."))
    return redirect("recruitment:proposals")


@pr_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    try:
        approval.publish_proposal(
            proposal=found, version=number(request, "version"), actor=viewer_of(request)
        )
    except SelectionError as error:
        return refused(request, found, error)
    chosen = found.seats.filter(chosen=True).count()
    text = ngettext(
        "The team is set: %(n)s person was told.", "The team is set: %(n)s people were told.", chosen
    )
    say(request, text % {"n": chosen})
    return redirect("recruitment:proposal", pk)
