import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from digitroops.audit.models import Entry
from digitroops.audit.queries import actor_for, acts_for, differences, entries_for, search_entries
from digitroops.audit.titles import title_of
from digitroops.people.access import role_required, viewer_of
from digitroops.people.models import Role
from digitroops.ui.downloads import csv_download
from digitroops.ui.fragments import is_partial

PAGE_SIZE = 50


@role_required(Role.ADMINISTRATOR, Role.PR)
def index(request: HttpRequest) -> HttpResponseBase:
    roles = viewer_of(request).roles
    chosen = {name: request.GET.get(name, "").strip() for name in ("q", "act", "person")}
    since, until = _moment(request, "from"), _moment(request, "to", days=1)
    found = search_entries(entries_for(roles), roles=roles, **chosen, since=since, until=until)
    if "csv" in request.GET:
        return _csv(found, roles)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = chosen | {
        "page_obj": page,
        "rows": [_row(entry, roles) for entry in page.object_list],
        "acts": sorted(((act, title_of(act)) for act in acts_for(roles)), key=lambda pair: pair[1]),
        "from": request.GET.get("from", ""),
        "to": request.GET.get("to", ""),
    }
    template = "people/record.html#results" if is_partial(request) else "people/record.html"
    return render(request, template, context)


def _moment(request: HttpRequest, name: str, days: int = 0) -> dt.datetime | None:
    try:
        day = parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
    if day is None:
        return None
    return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=days), dt.time()))


def _row(entry: Entry, roles: Collection[str]) -> dict[str, Any]:
    return {
        "entry": entry,
        "who": actor_for(roles, entry),
        "title": title_of(entry.act),
        "differences": differences(entry),
    }


def _csv(found: QuerySet[Entry], roles: Collection[str]) -> HttpResponseBase:
    header = [_("Time"), _("Who"), _("Act"), _("What"), _("Before and after")]
    zone = timezone.get_current_timezone()

    def rows() -> Iterator[list[Any]]:
        for entry in found.iterator(chunk_size=2000):
            changes = "; ".join(f"{d['name']}: {d['before']} → {d['after']}" for d in differences(entry))
            moment, who = entry.at.astimezone(zone).isoformat(" ", "minutes"), actor_for(roles, entry)
            yield [moment, who, title_of(entry.act), entry.subject_name, changes]

    return csv_download("audit-record.csv", header, rows())
