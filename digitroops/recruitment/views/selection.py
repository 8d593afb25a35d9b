"""The selection desk: the team of one proposal, changed by hand."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.people.access import pr_required, role_required, viewer_of
from digitroops.people.models import Role, Unit
from digitroops.programme.access import programme_of
from digitroops.programme.models import Member
from digitroops.recruitment.actions import approval, selection
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.proposal_forms import SwapForm
from digitroops.recruitment.queries import desk
from digitroops.recruitment.queries import selection as queries
from digitroops.recruitment.queries.found import appraisal_of
from digitroops.recruitment.queries.reasons import names_in
from digitroops.ui.fragments import is_partial
from digitroops.ui.toasts import say

WAITING_PAGE = 25

board_allowed = role_required(Role.PR, Role.EXECUTIVE)


def proposal_of(request: HttpRequest, pk: int) -> Proposal:
    return get_object_or_404(queries.proposals_of(programme_of(request), viewer_of(request)), pk=pk)


@board_allowed
@require_safe
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    if is_partial(request):
        context = head_of(request, found, "proposal") | waiting_of(request, queries.seats_of(found))
        return render(request, "recruitment/desk/waiting.html", context)
    return render(request, "recruitment/proposal.html", page_of(request, found))


def refused(request: HttpRequest, found: Proposal, error: SelectionError) -> HttpResponse:
    """The team's page as it is now, with what could not be done and why."""
    found.refresh_from_db()
    context = page_of(request, found) | {"errors": error.sentences}
    return render(request, "recruitment/proposal.html", context, status=409)


def head_of(request: HttpRequest, found: Proposal, now: str) -> dict[str, Any]:
    """What stands above every page of a proposal: its state, and what may be done next."""
    viewer = viewer_of(request)
    pages = [
        ("proposal", _("Team"), 0),
        ("proposal-map", _("Map and overlap"), 0),
        ("proposal-rules", _("Rules and wishes"), len(found.figures.get("broken", []))),
        ("proposal-audiences", _("Followers"), 0),
        ("proposal-talk", _("Comments"), found.comments.count()),
    ]
    editing = viewer.has_role(Role.PR)
    return {
        "proposal": found,
        "draft": found.is_draft and editing,
        "pr": editing,
        "own": viewer.pk in approval.authors(found),
        "broken": queries.in_viewer_language(found.figures.get("broken", [])),
        "undoable": found.is_draft and editing and found.steps.exists(),
        "size": found.figures.get("size", 0),
        "tabs": [
            {
                "label": label,
                "url": reverse(f"recruitment:{name}", args=[found.pk]),
                "active": name == now,
                "count": count,
            }
            for name, label, count in pages
        ],
    }


def page_of(request: HttpRequest, found: Proposal) -> dict[str, Any]:
    """Everything the page of a team shows."""
    seats = queries.seats_of(found)
    appraisal = appraisal_of(found)
    team = [seat for seat in seats if seat.chosen]
    names = names_in(found.programme)
    free = appraisal.gone or found.state == Proposal.State.PUBLISHED
    return (
        head_of(request, found, "proposal")
        | aside_of(found)
        | waiting_of(request, seats)
        | {
            "team": team,
            "gone": [seat for seat in team if seat.member_id in appraisal.gone],
            "left": [seat for seat in team if seat.member.state == Member.State.LEFT],
            "followers": desk.followers_of(found, appraisal, names) if free and found.is_draft else [],
            "notices": queries.in_viewer_language(found.figures.get("notices", [])),
            "swap_form": SwapForm(seats),
            "candidates": len(seats),
        }
    )


def waiting_of(request: HttpRequest, seats: Sequence[Seat]) -> dict[str, Any]:
    """One page of the waiting list, narrowed as the address says."""
    others = [seat for seat in seats if not seat.chosen]
    chosen = {name: request.GET.get(name, "").strip() for name in ("q", "unit", "fixed")}
    page = Paginator(desk.narrowed(others, **chosen), WAITING_PAGE).get_page(request.GET.get("page"))
    tops = sorted({seat.member.employee.unit.path.split(Unit.SEPARATOR)[0] for seat in others})
    return {
        **chosen,
        "others": page.object_list,
        "page_obj": page,
        "waiting": len(others),
        "waiting_page": WAITING_PAGE,
        "unit_choices": [(name, name) for name in tops],
        "fixed_choices": [(value, label) for value, label in Seat.Fixed.choices if value],
    }


def aside_of(found: Proposal, change: queries.Change | None = None) -> dict[str, Any]:
    """The figures beside the team, with what a change would make of them."""
    appraisal = appraisal_of(found)
    figures = appraisal.found.figures
    now = change.after if change else figures
    names = names_in(found.programme)
    series = dict(queries.series_of(found))
    triangle = desk.triangle_of(appraisal)
    units = queries.unit_lines(appraisal, now, figures)
    return {
        "proposal": found,
        "change": change,
        "now": now,
        "was": figures,
        "gap": appraisal.found.gap,
        "rows": list(desk.figure_rows(now, figures)),
        "units": units,
        "unit_top": max((line.people for line in units), default=0),
        "matrix": triangle,
        "darkest": desk.darkest(triangle),
        "names": [names.get(key, "–") for key in appraisal.found.team],
        "series": [series.get(int(key), 1) for key in appraisal.found.team],
        "pairs": desk.pairs_of(appraisal, names)[: desk.PAIRS],
    }


@pr_required
@require_safe
def change_preview(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    out, come = numbers(request.GET, "out"), numbers(request.GET, "come")
    context = aside_of(found, queries.change_of(found, out, come))
    return render(request, "recruitment/desk/answer.html", context)


@pr_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    members = Member.objects.filter(programme=found.programme).select_related("employee")
    out = list(members.filter(pk__in=numbers(request.POST, "out")))
    come = list(members.filter(pk__in=numbers(request.POST, "come")))
    try:
        selection.change_team(
            proposal=found, out=out, come=come, version=number(request, "version"), actor=viewer_of(request)
        )
    except SelectionError as error:
        return refused(request, found, error)
    words = [_("%(name)s is out.") % {"name": one.employee.name} for one in out]
    words += [_("%(name)s is in.") % {"name": one.employee.name} for one in come]
    say(request, " ".join(words), undo=undo_address(found))
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def fix(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    seat = get_object_or_404(found.seats.select_related("member__employee"), member=member_pk)
    fixed, version = request.POST.get("fixed", ""), number(request, "version")
    if fixed not in Seat.Fixed.values:
        raise Http404
    try:
        selection.fix_seat(
            proposal=found, member=seat.member, fixed=fixed, version=version, actor=viewer_of(request)
        )
    except SelectionError as error:
        return refused(request, found, error)
    texts = {
        Seat.Fixed.LOCKED: _("%(name)s is locked in; the next search keeps to it."),
        Seat.Fixed.BANNED: _("%(name)s is left out; the next search keeps to it."),
        Seat.Fixed.FREE: _("%(name)s is free again."),
    }
    text = texts[Seat.Fixed(fixed)] % {"name": seat.member.employee.name}
    say(request, text, undo=undo_address(found))
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def search_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    try:
        selection.propose_again(proposal=found, version=number(request, "version"), actor=viewer_of(request))
    except SelectionError as error:
        return refused(request, found, error)
    text = _("The team was searched again by your rules, wishes and locks.")
    say(request, text, undo=undo_address(found))
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the newest change; the toast names the version it belongs to, the page posts it."""
    found = proposal_of(request, pk)
    given = request.POST.get("version") or request.GET.get("version", "")
    if not given.isdecimal():
        raise Http404
    try:
        selection.undo_step(proposal=found, version=int(given), actor=viewer_of(request))
    except SelectionError as error:
        return refused(request, found, error)
    say(request, _("The last change was taken back."))
    return redirect("recruitment:proposal", pk)


def undo_address(found: Proposal) -> str:
    found.refresh_from_db(fields=["version"])
    return f"{reverse('recruitment:proposal-undo', args=[found.pk])}?version={found.version}"


def numbers(given: Any, name: str) -> list[int]:
    return [int(one) for one in given.getlist(name) if one.isdecimal()]


def number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not text.isdecimal():
        raise Http404
    return int(text)
