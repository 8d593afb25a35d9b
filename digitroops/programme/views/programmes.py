from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people.access import pr_required, role_required, signed_in, viewer_of
from digitroops.programme import actions, criteria
from digitroops.programme.access import SESSION_KEY, programmes_of
from digitroops.programme.forms import EditProgrammeForm, NewProgrammeForm
from digitroops.programme.models import Member, Programme
from digitroops.programme.panels import panels_of
from digitroops.programme.queries import (
    LOOKERS,
    counts_by_state,
    funnel,
    programmes_for,
    published_consent_text,
    published_policy,
)
from digitroops.ui.toasts import say


@role_required(*LOOKERS)
def index(request: HttpRequest) -> HttpResponse:
    rows = [
        {"programme": programme, "active": counts_by_state(programme).get("active", 0)}
        for programme in programmes_for(viewer_of(request))
    ]
    return render(request, "programme/list.html", {"rows": rows})


@pr_required
def add(request: HttpRequest) -> HttpResponse:
    form = NewProgrammeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        programme = actions.add_programme(actor=viewer_of(request), **form.cleaned_data)
        request.session[SESSION_KEY] = programme.pk
        say(request, _("Programme created. Its texts are drafts until you publish them."))
        return redirect("programme:detail", programme.pk)
    return render(request, "programme/add.html", {"form": form}, status=422 if form.is_bound else 200)


@role_required(*LOOKERS)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_object_or_404(programmes_for(viewer_of(request)), pk=pk)
    steps = funnel(programme)
    context = {
        "programme": programme,
        "funnel": [{"label": step.label, "value": step.count, "text": str(step.count)} for step in steps],
        "active": counts_by_state(programme).get("active", 0),
        "criteria": [(row, criteria.sentence(row)) for row in programme.criteria.filter(enabled=True)],
        "consent_text": published_consent_text(programme),
        "policy": published_policy(programme),
        "next_step": _next_step(programme),
        "may_edit": viewer_of(request).has_role("pr"),
        "panels": panels_of(programme, viewer_of(request)),
    }
    return render(request, "programme/detail.html", context)


def _next_step(programme: Programme) -> dict[str, Any]:
    if programme.state == Programme.State.CLOSED:
        return {}
    if programme.state == Programme.State.DRAFT:
        return _before_start(programme)
    if not counts_by_state(programme):
        words = _("Invite employees to apply, by e-mail and with a link and QR code.")
        return _step(_("Open a call"), words, reverse("recruitment:call-add"))
    active = counts_by_state(programme).get(Member.State.ACTIVE, 0)
    if active >= programme.team_size:
        words = _("The team is complete. Write what members can tell next.")
        return _step(_("Prepare the next campaign"), words, reverse("newsroom:campaigns"))
    words = _("See who has applied and where everybody stands.")
    return _step(_("Look at the applicants"), words, reverse("recruitment:applicants"))


def _before_start(programme: Programme) -> dict[str, Any]:
    if not published_consent_text(programme):
        return _step(
            _("Read and publish the consent text"),
            _("Candidates agree to it item by item. Once published, a version never changes."),
            reverse("programme:consent", args=[programme.pk]),
        )
    if not published_policy(programme):
        return _step(
            _("Read and publish the social media policy"),
            _("Members accept it with their name before they become active."),
            reverse("programme:policy", args=[programme.pk]),
        )
    return {**_step(_("Start the programme"), _("From now on you can open a call.")), "start": True}


def _step(title: str, text: str, url: str = "") -> dict[str, Any]:
    return {"title": title, "text": text, "url": url}


@pr_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    programme = get_object_or_404(programmes_for(viewer_of(request)), pk=pk)
    initial = {name: getattr(programme, name) for name in EditProgrammeForm.base_fields}
    form = EditProgrammeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_programme(actor=viewer_of(request), programme=programme, **form.cleaned_data)
        except actions.EditedMeanwhile:
            form.add_error(
                None,
                _(
                    "Somebody else has saved this programme meanwhile. Nothing of yours is lost: it is still "
                    "in the fields. Open the programme in another tab, compare, then save again from there."
                ),
            )
        else:
            say(request, _("Programme saved."))
            return redirect("programme:detail", pk)
    context = {"form": form, "programme": programme}
    return render(request, "programme/edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@pr_required
def change_state(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    programme = get_object_or_404(programmes_for(viewer_of(request)), pk=pk)
    if step == "close":
        actions.close_programme(actor=viewer_of(request), programme=programme)
        say(request, _("Programme closed. All figures and records stay."))
    else:
        try:
            actions.start_programme(actor=viewer_of(request), programme=programme)
        except actions.NotReady:
            say(request, _("Not started: publish the consent text and the policy first."))
        else:
            say(request, _("Programme started."))
    return redirect("programme:detail", pk)


@require_POST
@signed_in
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    programme = next((found for found in programmes_of(request) if found.pk == pk), None)
    if programme:
        request.session[SESSION_KEY] = programme.pk
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return redirect(wanted if safe else "/")
