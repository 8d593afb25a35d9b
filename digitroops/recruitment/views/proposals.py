"""All proposals: a new one, copies, two side by side, and the other pages of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.recruitment.actions import approval, scenarios, selection, succession
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.models import Proposal
from digitroops.recruitment.proposal_forms import CommentForm, ProposalForm
from digitroops.recruitment.queries import desk
from digitroops.recruitment.queries import selection as queries
from digitroops.recruitment.queries.authenticity import facts_for
from digitroops.recruitment.queries.comparison import compare
from digitroops.recruitment.queries.found import appraisal_of
from digitroops.recruitment.queries.pool import pool_of
from digitroops.recruitment.queries.reasons import names_in
from digitroops.recruitment.views.selection import (
    aside_of,
    board_allowed,
    head_of,
    numbers,
    proposal_of,
    refused,
)
from digitroops.ui.toasts import say


@board_allowed
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return _index(request, ProposalForm(initial={"name": f"{_('Team')} {programme_of(request).name}"}))


@pr_required
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    form = ProposalForm(request.POST)
    if form.is_valid():
        try:
            found = selection.propose_team(
                programme=programme_of(request), name=form.cleaned_data["name"], actor=viewer_of(request)
            )
        except SelectionError as error:
            for sentence in error.sentences:
                form.add_error(None, sentence)
        else:
            return redirect("recruitment:proposal", found.pk)
    return _index(request, form)


def _index(request: HttpRequest, form: ProposalForm) -> HttpResponse:
    programme = programme_of(request)
    context = {
        "programme": programme,
        "proposals": queries.proposals_of(programme, viewer_of(request)),
        "form": form,
        "pool": pool_of(programme).count(),
    }
    return render(request, "recruitment/proposals.html", context, status=422 if form.errors else 200)


@board_allowed
@require_safe
def compared(request: HttpRequest) -> HttpResponse:
    found = queries.proposals_of(programme_of(request), viewer_of(request))
    chosen = {one.pk: one for one in found.filter(pk__in=numbers(request.GET, "with"))}
    pair = [chosen[pk] for pk in dict.fromkeys(numbers(request.GET, "with")) if pk in chosen][:2]
    both = len(pair) == 2
    context = {"proposals": found, "pair": pair, "comparison": compare(*pair) if both else None}
    return render(request, "recruitment/compare.html", context)


@board_allowed
@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    appraisal = appraisal_of(found)
    context = head_of(request, found, "proposal-map") | aside_of(found)
    context |= {
        "parts": desk.map_of(appraisal),
        "all_pairs": desk.pairs_of(appraisal, names_in(found.programme)),
        "fairness": queries.fairness_of(found),
    }
    return render(request, "recruitment/map.html", context)


@board_allowed
@require_safe
def audiences(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    seats = [seat for seat in queries.seats_of(found) if seat.chosen or request.GET.get("all")]
    context = head_of(request, found, "proposal-audiences")
    accounts = facts_for(found.programme, seats)
    context |= {
        "accounts": accounts,
        "asking": [one for one in accounts if one.questions],
        "everybody": bool(request.GET.get("all")),
    }
    return render(request, "recruitment/audiences.html", context)


@board_allowed
@require_http_methods(["GET", "POST"])
def talk(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        scenarios.comment_on_proposal(proposal=found, text=text, actor=viewer_of(request))
        return redirect("recruitment:proposal-talk", pk)
    context = head_of(request, found, "proposal-talk")
    context |= {
        "form": form,
        "comments": found.comments.select_related("author"),
        "approvers": approval.approvers(found),
    }
    return render(request, "recruitment/talk.html", context, status=422 if form.errors else 200)


@pr_required
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = proposal_of(request, pk), ProposalForm(request.POST)
    if form.is_valid():
        scenarios.rename_proposal(proposal=found, name=form.cleaned_data["name"], actor=viewer_of(request))
        say(request, _("The proposal has its new name."))
    return redirect("recruitment:proposal", pk)


@pr_required
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = proposal_of(request, pk), ProposalForm(request.POST)
    name = form.cleaned_data["name"] if form.is_valid() else _("Copy of %(name)s") % {"name": found.name}
    other = request.POST.get("alternative", "")
    try:
        made = scenarios.copy_proposal(
            proposal=found,
            name=name[:120],
            actor=viewer_of(request),
            alternative=int(other) if other.isdecimal() else None,
        )
    except SelectionError as error:
        return refused(request, found, error)
    say(request, _("A new scenario. Both stay, and you can compare them."))
    return redirect("recruitment:proposal", made.pk)


@pr_required
@require_POST
def succeed(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    name = _("Replacement: %(name)s") % {"name": found.name}
    try:
        made = succession.propose_successor(proposal=found, name=name[:120], actor=viewer_of(request))
    except SelectionError as error:
        return refused(request, found, error)
    return redirect("recruitment:proposal", made.pk)


@pr_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    approval.discard_proposal(proposal=proposal_of(request, pk), actor=viewer_of(request))
    say(request, _("The draft was put away."), undo=reverse("recruitment:proposal-restore", args=[pk]))
    return redirect("recruitment:proposals")


@pr_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    away = Proposal.objects.filter(programme=programme_of(request), pk=pk).first()
    if away is not None:
        approval.restore_proposal(proposal=away, actor=viewer_of(request))
    return redirect("recruitment:proposals")
