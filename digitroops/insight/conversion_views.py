"""Goals reached, as a page and as a table."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitroops.insight.queries import conversions
from digitroops.insight.views import period_of, reads_insight, spans_of
from digitroops.programme.access import programme_of
from digitroops.ui.downloads import csv_download
from digitroops.ui.formats import day_short
from digitroops.ui.notes import all_notes


def titles() -> dict[str, str]:
    return {"goal": _("Goal"), "story": _("Story"), "member": _("Member"), "platform": _("Platform")}


def _dimension(request: HttpRequest) -> str:
    found = request.GET.get("by", "goal")
    if found not in conversions.CONVERSION_DIMENSIONS:
        raise Http404
    return found


@reads_insight
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    programme, period, dimension = programme_of(request), period_of(request), _dimension(request)
    days = conversions.conversions_by_day(programme, period)
    context = {
        "period": period,
        "total": conversions.conversions_of(programme, period),
        "before": conversions.conversions_of(programme, period.previous()),
        "rows": conversions.conversions_by(programme, period, dimension),
        "dimension": dimension,
        "title": titles()[dimension],
        "chart": {
            "labels": [day_short(day) for day in period],
            "series": [{"label": _("Goals reached"), "values": days, "ours": True}],
            "format": "number",
        },
        "tabs": [
            {"label": label, "url": f"?by={key}&days={period.days}", "active": key == dimension}
            for key, label in titles().items()
        ],
        "spans": [{**span, "url": f"{span['url']}&by={dimension}"} for span in spans_of(request, period)],
        "notes": all_notes(),
    }
    return render(request, "insight/conversions.html", context)


@reads_insight
@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    programme, period, dimension = programme_of(request), period_of(request), _dimension(request)
    rows = conversions.conversions_by(programme, period, dimension)
    return csv_download(
        f"digitroops-goals-{dimension}-{period.first}-{period.last}.csv",
        (titles()[dimension], _("Times"), _("Value")),
        [(row.name, row.number, row.value) for row in rows],
    )
