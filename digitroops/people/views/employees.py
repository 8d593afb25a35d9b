from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from digitroops.audit.queries import actor_for, entries_about
from digitroops.audit.titles import title_of
from digitroops.people import actions, panels
from digitroops.people.access import role_required, viewer_of
from digitroops.people.forms import EmployeeForm, ReasonForm
from digitroops.people.models import Role, User
from digitroops.people.queries import employees_for
from digitroops.ui.toasts import say

desk_required = role_required(Role.PR, Role.ADMINISTRATOR)


@desk_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    employee = get_object_or_404(employees_for(viewer_of(request)), pk=pk)
    roles = viewer_of(request).roles
    context = {
        "employee": employee,
        "panels": panels.panels_of(employee, viewer_of(request)),
        "items": [
            {"when": entry.at, "title": title_of(entry.act), "who": actor_for(roles, entry)}
            for entry in entries_about(roles, employee.pk)[:12]
        ],
        "reason_form": ReasonForm(),
    }
    return render(request, "people/detail.html", context)


@desk_required
def add(request: HttpRequest) -> HttpResponse:
    form = EmployeeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fields = {name: form.cleaned_data[name] for name in form.Meta.fields}
        employee = actions.add_employee(actor=viewer_of(request), **fields)
        say(request, _("Employee added."))
        return redirect("people:detail", employee.pk)
    return render(request, "people/employee_form.html", {"form": form}, status=422 if form.is_bound else 200)


@desk_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    employee = get_object_or_404(employees_for(viewer_of(request)), pk=pk)
    form = EmployeeForm(request.POST or None, instance=employee)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_employee(employee=employee, actor=viewer_of(request), **form.cleaned_data)
        except actions.LastAdministrator:
            form.add_error("status", _last_administrator(employee.user))
        except actions.EmployeeChanged:
            form.show_stored()
        else:
            say(request, _("Employee changed."))
            return redirect("people:detail", pk)
    context = {"form": form, "employee": employee}
    return render(request, "people/employee_form.html", context, status=422 if form.is_bound else 200)


@desk_required
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    employee = get_object_or_404(employees_for(viewer_of(request)), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.deactivate_employee(employee=employee, actor=viewer_of(request), **form.cleaned_data)
        except actions.LastAdministrator:
            form.add_error(None, _last_administrator(employee.user))
        else:
            say(request, _("Marked as no longer employed."))
            return redirect("people:detail", pk)
    context = {"form": form, "employee": employee}
    return render(request, "people/deactivate.html", context, status=422 if form.is_bound else 200)


def _last_administrator(user: User | None) -> str:
    return _(
        "%(name)s is the last administrator. Nothing was changed. Make somebody else administrator first."
    ) % {"name": user}
