"""What PR sees of arrivals: a story's figures, the last half hour, and the tables to take away."""

import datetime as dt
import tempfile
from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitroops.links import analytics, tables
from digitroops.links.export_forms import ExportForm
from digitroops.links.models import Dimension, StoryPart
from digitroops.newsroom.models import Story
from digitroops.people.access import pr_required, role_required, viewer_of
from digitroops.people.models import Role
from digitroops.programme.access import programme_of
from digitroops.ui.formats import number
from digitroops.ui.fragments import is_partial

SPANS = (7, 30, 90)
DIMENSIONS = (
    Dimension.SOURCE,
    Dimension.DEVICE,
    Dimension.BROWSER,
    Dimension.SYSTEM,
    Dimension.LANGUAGE,
    Dimension.COUNTRY,
    Dimension.CITY,
)
PARQUET = "application/vnd.apache.parquet"
reads_figures = role_required(Role.PR, Role.EXECUTIVE)


def span_of(request: HttpRequest, *, usual: int = 30) -> tuple[dt.date, dt.date, int]:
    """The days asked for in `?days=`, up to today in the viewer's zone."""
    asked = request.GET.get("days", "")
    days = int(asked) if asked.isdecimal() and int(asked) in SPANS else usual
    today = timezone.localdate()
    return today - dt.timedelta(days=days - 1), today, days


def tabs_of(request: HttpRequest, days: int, *, hours: bool) -> list[dict[str, Any]]:
    """The spans to choose from: by hour, and by day over 7, 30 and 90 days."""
    by_hour = {"label": _("24 hours"), "url": f"{request.path}?by=hour", "active": hours}
    return [
        by_hour,
        *(
            {
                "label": _("%(days)s days") % {"days": span},
                "url": f"{request.path}?days={span}",
                "active": not hours and span == days,
            }
            for span in SPANS
        ),
    ]


def chart_of(request: HttpRequest, sums: tuple[Any, Any], first: dt.date, last: dt.date) -> dict[str, Any]:
    """By hour or by day, as asked; `sums` are the rows by day and by hour."""
    days, hours = sums
    if request.GET.get("by") == "hour":
        return analytics.hour_chart(hours, timezone.now())
    return analytics.day_chart(days, first, last)


@reads_figures
@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    stories = Story.objects.filter(campaign__programme=programme_of(request)).select_related("campaign")
    found = get_object_or_404(stories, pk=pk)
    first, last, days = span_of(request)
    by_hour = request.GET.get("by") == "hour"
    sums = analytics.sums_of_story(found)
    made = found.live_from or found.created
    is_pr = viewer_of(request).has_role(Role.PR)
    context = {
        "story": found,
        "first": first,
        "last": last,
        "tabs": tabs_of(request, days, hours=by_hour),
        "total": analytics.total_of_story(found, first, last),
        "chart": chart_of(request, sums, analytics.begun(made, first, last), last),
        "odd_days": [] if by_hour else analytics.odd_days(sums[0], timezone.localdate(made), first, last),
        "parts": _parts_of(found, first, last),
        "reasons": analytics.reasons_of(StoryPart.objects.filter(story=found, date__range=(first, last))),
        "reached": analytics.reached(analytics.conversions_of_story(found, first, last)),
        "links": analytics.members_of_story(found, first, last) if is_pr else [],
        "is_pr": is_pr,
    }
    return render(request, "links/story.html", context)


def _parts_of(story: Story, first: dt.date, last: dt.date) -> list[dict[str, Any]]:
    """Where people came from and by what, for every dimension that anything is known of."""
    found = [(one, analytics.parts_of_story(story, one, first, last)) for one in DIMENSIONS]
    return [{"title": one.label, "bars": analytics.bars_of(rows)} for one, rows in found if rows]


@reads_figures
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    found = analytics.live_of(programme, timezone.now())
    people = number(found.people)
    context = {"programme": programme, "live": found, "people": people}
    template = "links/live.html#now" if is_partial(request) else "links/live.html"
    return render(request, template, context)


@pr_required
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The form, or with a table chosen the table itself."""
    today = timezone.localdate()
    usual = {"first": today - dt.timedelta(days=29), "last": today, "table": "story-days", "form": "csv"}
    form = ExportForm(request.GET if "table" in request.GET else None, initial=usual)
    if not form.is_bound or not form.is_valid():
        return render(request, "links/export.html", {"form": form}, status=422 if form.is_bound else 200)
    table, first, last = (form.cleaned_data[name] for name in ("table", "first", "last"))
    if table not in tables.TABLES:
        raise Http404
    rows = tables.rows_of(table, programme_of(request), first, last)
    name = f"digitroops-{table}-{first}-{last}.{form.cleaned_data['form']}"
    if form.cleaned_data["form"] == "parquet":
        file = tempfile.TemporaryFile()  # noqa: SIM115 -- the answer closes it
        tables.write_table(table, rows, file)
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=name, content_type=PARQUET)
    response = StreamingHttpResponse(tables.csv_lines(table, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
