from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from digitroops.people import actions
from digitroops.people.access import role_required, viewer_of
from digitroops.people.forms import UnitForm
from digitroops.people.models import Role, Unit
from digitroops.people.queries import unit_headcounts
from digitroops.ui.toasts import say

desk_required = role_required(Role.PR, Role.ADMINISTRATOR)


@desk_required
def index(request: HttpRequest) -> HttpResponse:
    rows = unit_headcounts()
    top = max((row.total for row in rows), default=0)
    return render(request, "people/units.html", {"rows": rows, "top": top})


@desk_required
def add(request: HttpRequest) -> HttpResponse:
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_unit(actor=viewer_of(request), **form.cleaned_data)
        except actions.UnitRefused as refused:
            form.add_error("name", _reason(refused))
        else:
            say(request, _("Work unit added."))
            return redirect("people:units")
    return render(request, "people/unit_form.html", {"form": form}, status=422 if form.is_bound else 200)


@desk_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    form = UnitForm(request.POST or None, instance=unit)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_unit(unit=unit, actor=viewer_of(request), **form.cleaned_data)
        except actions.UnitRefused as refused:
            form.add_error("name", _reason(refused))
        else:
            say(request, _("Work unit changed."))
            return redirect("people:units")
    context = {"form": form, "unit": unit}
    return render(request, "people/unit_form.html", context, status=422 if form.is_bound else 200)


def _reason(refused: actions.UnitRefused) -> str:
    sentences = {
        "cycle": _("A unit cannot be inside itself. Choose another place."),
        "taken": _("There is a unit of this name in that place already. Choose another name."),
        "long": _("The path would be too long. Choose a shorter name or a higher place."),
    }
    return sentences[str(refused)]
