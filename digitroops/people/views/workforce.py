from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Employee, Generation, Role
from digitroops.people.queries import (
    Workforce,
    employees_for,
    search_employees,
    unit_options,
    workforce_of,
)
from digitroops.ui.downloads import csv_download
from digitroops.ui.formats import number, percent
from digitroops.ui.fragments import is_partial

PAGE_SIZE = 50
FILTERS = ("q", "unit", "generation", "status", "sort")


@role_required(Role.PR, Role.ADMINISTRATOR)
def index(request: HttpRequest) -> HttpResponseBase:
    chosen = {name: request.GET.get(name, "").strip() for name in FILTERS}
    found = search_employees(employees_for(viewer_of(request)), **chosen)
    if "csv" in request.GET:
        return _csv(found)
    context = chosen | {
        "page_obj": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "units": unit_options(),
        "generations": [*Generation.choices, ("unknown", _("Unknown"))],
        "statuses": Employee.Status.choices,
        "sorts": [
            ("-name", _("Name, Z to A")),
            ("number", _("Employee number")),
            ("-hired", _("Newest first")),
            ("hired", _("Longest here first")),
        ],
        "filtered": any(chosen[name] for name in FILTERS[:4]),
    }
    if is_partial(request):
        return render(request, "people/list.html#results", context)
    return render(request, "people/list.html", context | _glance(workforce_of(), chosen))


def _glance(workforce: Workforce, chosen: dict[str, str]) -> dict[str, Any]:
    """The three small charts; each row leads to the list filtered by it."""
    labels = {**dict(Generation.choices), "": _("Unknown")}
    return {
        "workforce": workforce,
        "unit_bars": [
            _bar("unit", row.unit.pk, row.unit.name, row.total, workforce.employed, chosen, row.unit.series)
            for row in workforce.units
            if row.unit.parent_id is None
        ],
        "generation_bars": [
            _bar(
                "generation", key or "unknown", label, workforce.generations[key], workforce.employed, chosen
            )
            for key, label in labels.items()
            if workforce.generations.get(key)
        ],
        "status_bars": [
            _bar(
                "status", key, label, workforce.statuses.get(key, 0), sum(workforce.statuses.values()), chosen
            )
            for key, label in Employee.Status.choices
        ],
    }


def _bar(
    name: str, key: Any, label: Any, count: int, total: int, chosen: dict[str, str], series: int = 0
) -> dict[str, Any]:
    active = chosen[name] == str(key)
    address = reverse("people:list")
    return {
        "label": label,
        "value": count,
        "text": number(count),
        "note": percent(count / total, 0) if total else "",
        "series": series,
        "strong": active,
        "url": address if active else f"{address}?{name}={key}",
    }


def _csv(found: QuerySet[Employee]) -> HttpResponseBase:
    header = [
        _("Employee number"), _("Name"), _("Work e-mail"), _("Phone"), _("Unit path"), _("Birth date"),
        _("Generation"), _("Gender"), _("Hire date"), _("Status"), _("Employment status"), _("Position"),
        _("Employee number of the manager"),
    ]  # fmt: skip
    return csv_download("employees.csv", header, _rows(found))


def _rows(found: QuerySet[Employee]) -> Iterator[list[Any]]:
    for one in found.iterator(chunk_size=2000):
        yield [
            one.number, one.name, one.email, one.phone, one.unit.path, one.birth_date,
            one.get_generation_display(), one.get_gender_display(), one.hire_date,
            one.get_status_display(), one.employment, one.position, one.manager_number,
        ]  # fmt: skip
