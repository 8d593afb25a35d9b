"""The crisis page on a member's phone, and the incident at PR's desk."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.crisis import actions, queries
from digitroops.crisis.forms import ClaimForm, CloseForm, IncidentForm, SightingForm, StatementForm
from digitroops.crisis.models import Incident
from digitroops.people.access import pr_required, signed_in, viewer_of
from digitroops.people.models import Role
from digitroops.programme.access import find_member, member_of, member_required, programme_of
from digitroops.sharing.queries import open_phones, pause_of, stopped_by_a_pause
from digitroops.ui.toasts import say

PAGE = 20


def _incident(request: HttpRequest, pk: int) -> Incident:
    return get_object_or_404(queries.incidents_seen_by(viewer_of(request), programme_of(request)), pk=pk)


@pr_required
@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    found = queries.incidents_seen_by(viewer_of(request), programme_of(request))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "open": queries.open_incident(programme_of(request))}
    return render(request, "crisis/list.html", context)


@pr_required
def add(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    form = IncidentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            incident = actions.declare_incident(
                incident=form.instance,
                programme=programme,
                statement=form.cleaned_data["statement"],
                actor=viewer_of(request),
            )
        except actions.AlreadyOpen as refused:
            say(request, _("This one is open already; nothing was declared twice."))
            return redirect("crisis:incident", refused.incident.pk)
        say(request, _("Members see the instruction now."))
        return redirect("crisis:incident", incident.pk)
    stopping = stopped_by_a_pause(programme).count()
    context = {"form": form, "phones": open_phones(programme), "stopping": stopping}
    return render(request, "crisis/add.html", context, status=422 if form.errors else 200)


@pr_required
@require_safe
def incident(request: HttpRequest, pk: int) -> HttpResponse:
    return _incident_page(request, _incident(request, pk))


def _incident_page(request: HttpRequest, found: Incident, status: int = 200, **forms: Any) -> HttpResponse:
    """PR's page of an incident; `forms` replaces the empty forms by those with errors."""
    faces, statement = queries.faces_of(found), queries.statement_of(found)
    seen = {"seen_version": statement.version if statement else 0}
    context = {
        "incident": found,
        "faces": faces,
        "done": sum(face["done"] for face in faces),
        "steps": queries.steps_of(found),
        "statement": statement,
        "claims": found.claims.all(),
        "sightings": found.sightings.select_related("member__employee__unit"),
        "timeline": queries.timeline_of(found),
        "statement_form": StatementForm(initial=seen),
        "claim_form": ClaimForm(),
        "close_form": CloseForm(),
        **forms,
    }
    return render(request, "crisis/incident.html", context, status=status)


def _too_late(request: HttpRequest, pk: int) -> HttpResponse:
    say(request, _("The incident was closed in the meantime. Nothing was added to it."))
    return redirect("crisis:incident", pk)


@pr_required
@require_POST
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _incident(request, pk), StatementForm(request.POST)
    if not form.is_valid():
        return _incident_page(request, found, 422, statement_form=form)
    try:
        actions.publish_statement(incident=found, actor=viewer_of(request), **form.cleaned_data)
    except actions.IncidentClosed:
        return _too_late(request, pk)
    except actions.NewerStatement:
        latest = queries.statement_of(found)
        form.data = {**dict(form.data.items()), "seen_version": str(latest.version if latest else 0)}
        form.add_error(
            "text",
            _("A newer version was published while you were writing. Read it above, then publish yours."),
        )
        return _incident_page(request, found, 409, statement_form=form)
    say(request, _("The new version is out and members are told."))
    return redirect("crisis:incident", pk)


@pr_required
def claim(request: HttpRequest, pk: int, claim_pk: int | None = None) -> HttpResponse:
    found = _incident(request, pk)
    present = get_object_or_404(found.claims, pk=claim_pk) if claim_pk else None
    form = ClaimForm(request.POST or None, instance=present)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_claim(claim=form.instance, incident=found, actor=viewer_of(request))
        except actions.IncidentClosed:
            return _too_late(request, pk)
        say(request, _("Members see it now."))
        return redirect("crisis:incident", pk)
    context = {"incident": found, "form": form, "claim": present}
    return render(request, "crisis/claim.html", context, status=422 if form.errors else 200)


@pr_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _incident(request, pk), CloseForm(request.POST)
    if not form.is_valid():
        return _incident_page(request, found, 422, close_form=form)
    actions.close_incident(incident=found, lessons=form.cleaned_data["lessons"], actor=viewer_of(request))
    say(request, _("Closed. Members are told and work goes on."))
    return redirect("crisis:incident", pk)


@signed_in
@require_safe
def current(request: HttpRequest) -> HttpResponse:
    found, member = queries.open_incident(programme_of(request)), find_member(request)
    is_follower = member is not None and member.state in queries.FOLLOWERS
    if viewer_of(request).has_role(Role.PR) and not is_follower:
        return redirect("crisis:incident", found.pk) if found else redirect("crisis:list")
    if found is None or not is_follower:
        return render(request, "crisis/calm.html")
    return _member_page(request, found)


def _member_page(request: HttpRequest, found: Incident, form: SightingForm | None = None) -> HttpResponse:
    """The crisis page on a member's phone."""
    member, faces = member_of(request), queries.faces_of(found)
    context = {
        "incident": found,
        "steps": queries.steps_of(found),
        "statement": queries.statement_of(found),
        "claims": found.claims.all(),
        "acknowledged": queries.has_acknowledged(found, member),
        "done": sum(face["done"] for face in faces),
        "total": len(faces),
        "paused": pause_of(found.programme),
        "form": form or SightingForm(),
    }
    return render(request, "crisis/current.html", context, status=422 if form else 200)


@member_required(*queries.FOLLOWERS)
@require_POST
def ack(request: HttpRequest) -> HttpResponse:
    found = queries.open_incident(programme_of(request))
    if found and str(found.pk) == request.POST.get("incident"):
        try:
            actions.acknowledge(incident=found, member=member_of(request))
        except actions.IncidentClosed:
            return redirect("crisis:current")
        say(request, _("Thank you. PR sees that the message has arrived."))
    return redirect("crisis:current")


@member_required(*queries.FOLLOWERS)
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    found, form = queries.open_incident(programme_of(request)), SightingForm(request.POST)
    if found is None:
        say(request, _("The incident is closed. If it matters, ask PR in the brief."))
        return redirect("crisis:current")
    if not form.is_valid():
        return _member_page(request, found, form)
    actions.report_sighting(incident=found, member=member_of(request), **form.cleaned_data)
    say(request, _("Thank you, PR has it."))
    return redirect("crisis:current")
