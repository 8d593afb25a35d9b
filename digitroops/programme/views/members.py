from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from digitroops.people.access import pr_required, role_required, viewer_of
from digitroops.people.models import Role
from digitroops.programme import actions, timeline
from digitroops.programme.access import programme_of
from digitroops.programme.faces import MOST_FACES, face_of
from digitroops.programme.forms import MoveForm
from digitroops.programme.models import Member
from digitroops.programme.panels import member_panels_of
from digitroops.programme.queries import counts_by_state, entries_about, members_for, search_members
from digitroops.ui.downloads import csv_download
from digitroops.ui.fragments import is_partial
from digitroops.ui.toasts import say

PAGE_SIZE = 50
MOVES = {Member.State.ACTIVE: ["paused", "left"], Member.State.PAUSED: ["active", "left"]}


@role_required(Role.PR, Role.EXECUTIVE)
def index(request: HttpRequest) -> HttpResponseBase:
    programme = programme_of(request)
    q, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    members = search_members(members_for(viewer_of(request)).filter(programme=programme), q=q, state=state)
    if "csv" in request.GET:
        return _csv(members.iterator())
    counts = counts_by_state(programme)
    active = members_for(viewer_of(request)).filter(programme=programme, state=Member.State.ACTIVE)
    linked = viewer_of(request).has_role(Role.PR)
    context = {
        "programme": programme,
        "page_obj": Paginator(members, PAGE_SIZE).get_page(request.GET.get("page")),
        "q": q,
        "state": state,
        "states": [("", _("All states")), *Member.State.choices],
        "total": sum(counts.values()),
        "faces": [face_of(member, linked=linked) for member in active[:MOST_FACES]],
        "active": counts.get(Member.State.ACTIVE, 0),
        "more": max(counts.get(Member.State.ACTIVE, 0) - MOST_FACES, 0),
        "linked": linked,
    }
    template = "programme/members.html#results" if is_partial(request) else "programme/members.html"
    return render(request, template, context)


def _csv(members: Iterable[Member]) -> HttpResponseBase:
    header = [_("Employee number"), _("Name"), _("Work unit"), _("State"), _("Since")]
    rows = (
        [
            member.employee.number,
            member.employee.name,
            member.employee.unit.path,
            member.get_state_display(),
            member.since.date().isoformat(),
        ]
        for member in members
    )
    return csv_download("members.csv", header, rows)


@pr_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(members_for(viewer_of(request)), pk=pk)
    form = MoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.move_member(member=member, actor=viewer_of(request), **data)
        except actions.MoveRefused:
            form.add_error(
                None,
                _("This is no longer possible: somebody has changed the state meanwhile. Nothing was lost."),
            )
            member.refresh_from_db()
        else:
            say(request, _("State changed."))
            return redirect("programme:member", pk)
    context = {
        "member": member,
        "items": timeline.items(list(entries_about(member)), viewer_of(request).roles),
        "panels": member_panels_of(member, viewer_of(request)),
        "moves": _moves(member),
        "form": form,
        "consents": member.consents.select_related("item__text").order_by("-given"),
        "acceptances": member.policy_acceptances.select_related("policy"),
    }
    return render(request, "programme/member.html", context, status=422 if form.is_bound else 200)


def _moves(member: Member) -> list[dict[str, str]]:
    words = {
        "paused": (_("Pause"), _("The person gets no stories and no reminders until they resume.")),
        "active": (_("Resume"), _("The person sees stories and briefs again.")),
        "left": (_("Leave the programme"), _("Their record stays; their place becomes free.")),
    }
    allowed = MOVES.get(Member.State(member.state), ["left"] if member.state != Member.State.LEFT else [])
    return [{"to": to, "verb": words[to][0], "text": words[to][1]} for to in allowed]
