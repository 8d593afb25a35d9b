from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.programme.models import Member
from digitroops.recruitment.actions import selection as actions
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.proposal_forms import ProposalForm, SwapForm
from digitroops.recruitment.queries import selection as queries
from digitroops.recruitment.queries.pool import candidates_of, pool_of
from digitroops.ui.downloads import csv_download
from digitroops.ui.toasts import say


@pr_required
@require_http_methods(["GET", "POST"])
def proposals(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    form = ProposalForm(request.POST or None, initial={"name": f"{_('Team')} {programme.name}"})
    if request.method == "POST" and form.is_valid():
        try:
            found = actions.propose_team(
                programme=programme, name=form.cleaned_data["name"], actor=viewer_of(request)
            )
        except actions.SelectionError as error:
            for sentence in error.sentences:
                form.add_error(None, sentence)
        else:
            return redirect("recruitment:proposal", found.pk)
    context = {
        "programme": programme,
        "proposals": queries.proposals_of(programme),
        "form": form,
        "pool": pool_of(programme).count(),
    }
    return render(request, "recruitment/proposals.html", context, status=422 if form.errors else 200)


def proposal_of(request: HttpRequest, pk: int) -> Proposal:
    return get_object_or_404(queries.proposals_of(programme_of(request)), pk=pk)


@pr_required
@require_safe
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    return render(request, "recruitment/proposal.html", page_of(found))


def page_of(found: Proposal, errors: list[str] | None = None) -> dict[str, object]:
    """Everything the page of a proposal shows."""
    seats = queries.seats_of(found)
    team = [seat for seat in seats if seat.chosen]
    candidates = candidates_of(found.programme, queries.people_of(found))
    return {
        "proposal": found,
        "team": team,
        "others": [seat for seat in seats if not seat.chosen],
        "units": queries.unit_lines(found),
        "matrix": queries.overlap_of(team, candidates),
        "names": [seat.member.employee.name for seat in team],
        "series": [seat.member.employee.unit.series for seat in team],
        "broken": queries.in_viewer_language(found.figures.get("broken", [])),
        "notices": queries.in_viewer_language(found.figures.get("notices", [])),
        "swap_form": SwapForm(seats),
        "errors": errors or [],
        "candidates": len(seats),
    }


@pr_required
@require_safe
def swap_preview(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    out, come = request.GET.get("out", ""), request.GET.get("come", "")
    change = queries.change_of(found, int(out), int(come)) if out.isdecimal() and come.isdecimal() else None
    return render(request, "recruitment/proposal.html#change", {"proposal": found, "change": change})


@pr_required
@require_POST
def swap(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    members = Member.objects.filter(programme=found.programme)
    out = get_object_or_404(members, pk=_number(request, "out"))
    come = get_object_or_404(members, pk=_number(request, "come"))
    try:
        actions.swap_members(
            proposal=found, out=out, come=come, version=_number(request, "version"), actor=viewer_of(request)
        )
    except actions.SelectionError as error:
        return render(request, "recruitment/proposal.html", page_of(found, error.sentences), status=409)
    text = _("%(out)s is out, %(come)s is in.") % {"out": out.employee.name, "come": come.employee.name}
    say(request, text)
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def fix(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    seat = get_object_or_404(found.seats.select_related("member__employee"), member=member_pk)
    fixed = request.POST.get("fixed", "")
    if fixed not in Seat.Fixed.values:
        raise Http404
    try:
        actions.fix_seat(
            proposal=found,
            member=seat.member,
            fixed=fixed,
            version=_number(request, "version"),
            actor=viewer_of(request),
        )
    except actions.SelectionError as error:
        return render(request, "recruitment/proposal.html", page_of(found, error.sentences), status=409)
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def search_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    try:
        actions.propose_again(proposal=found, version=_number(request, "version"), actor=viewer_of(request))
    except actions.SelectionError as error:
        found.refresh_from_db()
        return render(request, "recruitment/proposal.html", page_of(found, error.sentences), status=409)
    say(request, _("The team was searched again around whom you locked in or left out."))
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    try:
        actions.publish_proposal(
            proposal=found,
            version=_number(request, "version"),
            actor=viewer_of(request),
            accept_broken=request.POST.get("accept_broken") == "on",
        )
    except actions.SelectionError as error:
        found.refresh_from_db()
        return render(request, "recruitment/proposal.html", page_of(found, error.sentences), status=409)
    chosen = found.seats.filter(chosen=True).count()
    text = ngettext(
        "The team is set: %(n)s person was told.", "The team is set: %(n)s people were told.", chosen
    )
    say(request, text % {"n": chosen})
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    actions.discard_proposal(proposal=proposal_of(request, pk), actor=viewer_of(request))
    say(request, _("The draft was put away."))
    return redirect("recruitment:proposals")


@pr_required
@require_safe
def proposal_export(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    found = proposal_of(request, pk)
    head = (
        _("In the team"),
        _("Employee number"),
        _("Name"),
        _("Work unit"),
        _("Followers"),
        _("Unique reach"),
        _("Reasons"),
    )
    return csv_download(
        f"digitroops-team-{found.pk}.csv", head, [export_row(seat) for seat in queries.seats_of(found)]
    )


def export_row(seat: Seat) -> tuple[object, ...]:
    employee = seat.member.employee
    reasons = " ".join(queries.in_viewer_language(seat.reasons))
    chosen = _("yes") if seat.chosen else _("no")
    return (
        chosen,
        employee.number,
        employee.name,
        employee.unit.path,
        seat.reach,
        seat.unique_reach,
        reasons,
    )


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not text.isdecimal():
        raise Http404
    return int(text)
