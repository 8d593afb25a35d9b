from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.people import actions
from digitroops.people.access import role_required, viewer_of
from digitroops.people.forms import MappingForm, UploadForm
from digitroops.people.hr.words import FIELD_NAMES, file_text, problem_text
from digitroops.people.models import HRImport, Role
from digitroops.people.queries import imports_for
from digitroops.ui.downloads import csv_download
from digitroops.ui.toasts import say

State = HRImport.State
BUSY = {State.WAITING, State.CHECKING, State.APPLYING}
PROBLEMS_SHOWN = 50
desk_required = role_required(Role.PR, Role.ADMINISTRATOR)


@desk_required
def index(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        found = actions.add_import(file=file, file_name=file.name, actor=viewer_of(request))
        return redirect("people:import-detail", found.pk)
    context = {"form": form, "imports": imports_for(viewer_of(request)).defer("problems", "sample")[:20]}
    return render(request, "people/imports.html", context, status=422 if form.is_bound else 200)


@desk_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(imports_for(viewer_of(request)), pk=pk)
    context = _context(found)
    if request.headers.get("HX-Request"):
        if found.state in BUSY:
            return render(request, "people/import.html#progress", context)
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "people/import.html", context)


def _context(found: HRImport, form: MappingForm | None = None) -> dict[str, Any]:
    return {
        "found": found,
        "busy": found.state in BUSY,
        "error": file_text(found.error),
        "form": form or MappingForm(found=found),
        "mappable": bool(found.headers) and found.state in {State.CHECKED, State.FAILED},
        "problems": [_shown(problem) for problem in found.problems[:PROBLEMS_SHOWN]],
        "sample": [row | {"differs": [_named(d) for d in row.get("differs", [])]} for row in found.sample],
        "todo": found.counts.get("new", 0) + found.counts.get("changed", 0),
    }


def _shown(problem: dict[str, Any]) -> dict[str, Any]:
    return problem | {"text": problem_text(problem), "field": str(FIELD_NAMES[problem["field"]])}


def _named(difference: dict[str, Any]) -> dict[str, Any]:
    return difference | {"field": str(FIELD_NAMES.get(difference["field"], _("Status")))}


@desk_required
@require_POST
def remap(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(imports_for(viewer_of(request)), pk=pk)
    form = MappingForm(request.POST, found=found)
    if not form.is_valid():
        return render(request, "people/import.html", _context(found, form), status=422)
    actions.remap_import(found=found, mapping=form.mapping(), actor=viewer_of(request))
    return redirect("people:import-detail", pk)


@desk_required
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(imports_for(viewer_of(request)), pk=pk)
    skip = "skip_problems" in request.POST
    if found.counts.get("problems") and not skip:
        text = _(
            "Some rows have problems. Correct the list and upload it again, or choose to leave these rows out."
        )
        return render(request, "people/import.html", _context(found) | {"refused": text}, status=422)
    missing = "deactivate_missing" in request.POST
    actions.apply_import(
        found=found, skip_problems=skip, deactivate_missing=missing, actor=viewer_of(request)
    )
    return redirect("people:import-detail", pk)


@desk_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(imports_for(viewer_of(request)), pk=pk)
    if actions.cancel_import(found=found, actor=viewer_of(request)):
        say(request, _("The list was put aside. Nothing was changed."))
    return redirect("people:import")


@desk_required
def problems(request: HttpRequest, pk: int) -> HttpResponseBase:
    found = get_object_or_404(imports_for(viewer_of(request)), pk=pk)
    header = [_("Line"), _("Employee number"), _("Column"), _("Cell"), _("Problem")]
    rows = (
        [one["line"], one["number"], FIELD_NAMES[one["field"]], one["value"], problem_text(one)]
        for one in found.problems
    )
    return csv_download("problems.csv", header, rows)
