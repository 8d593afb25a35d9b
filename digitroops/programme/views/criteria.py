from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from digitroops.people.access import pr_required, viewer_of
from digitroops.programme import actions, criteria
from digitroops.programme.forms import CriterionForm
from digitroops.programme.models import Criterion, Programme
from digitroops.programme.queries import programmes_for
from digitroops.ui.toasts import say

SINGLE = {
    Criterion.Kind.ACTIVE_EMPLOYMENT,
    Criterion.Kind.FOLLOWERS,
    Criterion.Kind.RECENT_POST,
    Criterion.Kind.GENERATION,
}


def _programme(request: HttpRequest, pk: int) -> Programme:
    return get_object_or_404(programmes_for(viewer_of(request)), pk=pk)


@pr_required
def index(request: HttpRequest, pk: int) -> HttpResponse:
    programme = _programme(request, pk)
    if request.method == "POST":
        return _move_or_remove(request, programme)
    rows = list(programme.criteria.all())
    there = {row.kind for row in rows}
    context = {
        "programme": programme,
        "rows": [{"criterion": row, "sentence": criteria.sentence(row)} for row in rows],
        "addable": [kind for kind in Criterion.Kind if kind not in SINGLE or kind not in there],
    }
    return render(request, "programme/criteria.html", context)


def _move_or_remove(request: HttpRequest, programme: Programme) -> HttpResponse:
    row = get_object_or_404(programme.criteria.all(), pk=request.POST.get("criterion") or 0)
    what, actor = request.POST.get("do"), viewer_of(request)
    if what in {"up", "down"}:
        actions.move_criterion(actor=actor, criterion=row, up=what == "up")
    elif what == "remove":
        _change(actor=actor, programme=programme, row=row, remove=True)
        say(request, _("Criterion removed."))
    elif what == "switch":
        _change(actor=actor, programme=programme, row=row, enabled=not row.enabled)
        say(request, _("Criterion saved."))
    return redirect("programme:criteria", programme.pk)


def _change(*, row: Criterion, **changes: Any) -> None:
    values = {"kind": row.kind, "parameters": row.parameters, "enabled": row.enabled, **changes}
    actions.change_criterion(criterion=row, **values)


@pr_required
def edit(request: HttpRequest, pk: int, kind: str, criterion: int | None = None) -> HttpResponse:
    programme = _programme(request, pk)
    if kind not in Criterion.Kind.values:
        raise Http404
    row = get_object_or_404(programme.criteria.filter(kind=kind), pk=criterion) if criterion else None
    initial = {**row.parameters, "enabled": row.enabled} if row else {"enabled": True}
    form = CriterionForm(kind, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change_criterion(
            actor=viewer_of(request),
            programme=programme,
            criterion=row,
            kind=kind,
            parameters=form.parameters(),
            enabled=form.cleaned_data["enabled"],
        )
        say(request, _("Criterion saved."))
        return redirect("programme:criteria", pk)
    context = {"programme": programme, "form": form, "kind": Criterion.Kind(kind), "row": row}
    return render(request, "programme/criterion.html", context, status=422 if form.is_bound else 200)
