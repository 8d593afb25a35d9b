import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitroops.insight import actions, queries
from digitroops.insight.charts import clicks_chart, platform_bars
from digitroops.insight.forms import PlacementForm, RateCardForm
from digitroops.insight.queries import Period
from digitroops.people.access import pr_required, role_required, viewer_of
from digitroops.people.models import Role, User
from digitroops.programme.access import member_of, member_required, programme_of
from digitroops.ui.downloads import csv_download
from digitroops.ui.notes import all_notes
from digitroops.ui.toasts import say

SPANS = (7, 30, 90)
reads_insight = role_required(Role.PR, Role.EXECUTIVE)


def period_of(request: HttpRequest) -> Period:
    """The span asked for in `?days=`: 7, 30 or 90 days up to today; 30 where nothing sound is asked."""
    asked = request.GET.get("days", "")
    days = int(asked) if asked.isdecimal() and int(asked) in SPANS else 30
    return Period.ending(timezone.localdate(), days)


def spans_of(request: HttpRequest, period: Period) -> list[dict[str, Any]]:
    return [
        {
            "label": _("%(days)s days") % {"days": days},
            "url": f"{request.path}?days={days}",
            "active": days == period.days,
        }
        for days in SPANS
    ]


@reads_insight
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    programme, period = programme_of(request), period_of(request)
    activity = queries.activity_of(programme, period)
    platforms = queries.rows_by(programme, period, "platform")
    context = {
        "programme": programme,
        "period": period,
        "spans": spans_of(request, period),
        "activity": activity,
        "totals": queries.totals_of(programme, period),
        "before": queries.totals_of(programme, period.previous()),
        "reach": queries.reach_of(activity.shared),
        "value": queries.media_value_of(programme, period, platforms),
        "comparison": queries.comparison_of(programme, period, platforms),
        "chart": clicks_chart(programme, period),
        "bars": platform_bars(platforms),
        "notes": all_notes(),
    }
    return render(request, "insight/overview.html", context)


@reads_insight
@require_safe
def breakdown(request: HttpRequest) -> HttpResponse:
    programme, period = programme_of(request), period_of(request)
    titles = dimension_titles(viewer_of(request))
    dimension = request.GET.get("by", next(iter(titles)))
    if dimension not in titles:
        raise Http404
    context = {
        "dimension": dimension,
        "title": titles[dimension],
        "tabs": [
            {"label": label, "url": f"?by={key}&days={period.days}", "active": key == dimension}
            for key, label in titles.items()
        ],
        "spans": [
            {"label": span["label"], "url": f"{span['url']}&by={dimension}", "active": span["active"]}
            for span in spans_of(request, period)
        ],
        "period": period,
        "rows": queries.rows_by(programme, period, dimension),
        "notes": all_notes(),
    }
    return render(request, "insight/breakdown.html", context)


def dimension_titles(viewer: User) -> dict[str, str]:
    """What the figures can be split by; members are promised that only PR sees theirs."""
    by_member = {"member": _("Member")} if viewer.has_role(Role.PR) else {}
    return by_member | {
        "unit": _("Work unit"),
        "platform": _("Platform"),
        "story": _("Story"),
        "campaign": _("Campaign"),
    }


@reads_insight
@require_safe
def export(request: HttpRequest, dimension: str) -> StreamingHttpResponse:
    titles = dimension_titles(viewer_of(request))
    if dimension not in titles:
        raise Http404
    period = period_of(request)
    head = (
        titles[dimension],
        _("Shares"),
        _("Clicks by people"),
        _("Clicks by machines"),
        _("Posts counted"),
        _("Views"),
        _("Engagements"),
    )
    rows = queries.rows_by(programme_of(request), period, dimension)
    return csv_download(
        f"digitroops-{dimension}-{period.first}-{period.last}.csv",
        head,
        [
            (row.name, row.shares, row.people, row.machines, row.posts_counted, row.views, row.engagements)
            for row in rows
        ],
    )


@pr_required
@require_safe
def rates(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    context = {
        "cards": programme.rate_cards.prefetch_related("rates").select_related("created_by"),
        "placements": programme.placements.all(),
        "placement_form": PlacementForm(),
        "form": RateCardForm(initial={"valid_from": timezone.localdate()}),
        "notes": all_notes(),
    }
    return render(request, "insight/rates.html", context)


@pr_required
@require_http_methods(["GET", "POST"])
def rate_card_add(request: HttpRequest) -> HttpResponse:
    programme = programme_of(request)
    form = RateCardForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        valid_from: dt.date = form.cleaned_data["valid_from"]
        try:
            actions.add_rate_card(
                programme=programme,
                valid_from=valid_from,
                source=form.cleaned_data["source"],
                rates=form.rates(),
                hourly_rate=form.cleaned_data["hourly_rate"],
                minutes_per_share=form.cleaned_data["minutes_per_share"],
                actor=viewer_of(request),
            )
        except actions.RateCardExists:
            form.add_error("valid_from", _("There is a rate card from this day already. Choose another day."))
        else:
            say(request, _("The rate card is kept. Figures from that day on use it."))
            return redirect("insight:rates")
    return render(request, "insight/rate_card.html", {"form": form}, status=422 if form.is_bound else 200)


@pr_required
@require_http_methods(["GET", "POST"])
def placement_add(request: HttpRequest) -> HttpResponse:
    form = PlacementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_placement(programme=programme_of(request), actor=viewer_of(request), **form.cleaned_data)
        say(request, _("The placement is part of the comparison now."))
        return redirect("insight:rates")
    return render(request, "insight/placement.html", {"form": form}, status=422 if form.is_bound else 200)


@pr_required
@require_POST
def placement_delete(request: HttpRequest, pk: int) -> HttpResponse:
    placement = get_object_or_404(programme_of(request).placements, pk=pk)
    actions.delete_placement(placement=placement, actor=viewer_of(request))
    say(request, _("The placement was taken out."))
    return redirect("insight:rates")


@member_required()
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    member, period = member_of(request), period_of(request)
    row = next(iter(queries.rows_by(member.programme, period, "member", member=member)), None)
    context = {
        "member": member,
        "period": period,
        "spans": spans_of(request, period),
        "row": row,
        "reach": queries.reach_of([member.pk] if row and row.shares else []),
        "chart": clicks_chart(member.programme, period, member=member),
        "shares": queries.own_shares(member, period),
        "notes": all_notes(),
    }
    return render(request, "insight/mine.html", context)
