"""Series for the charts of the pages."""

from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from digitroops.insight.queries.activity import click_days, clicks_by_day
from digitroops.insight.queries.breakdown import Row
from digitroops.insight.queries.period import Period
from digitroops.programme.models import Member, Programme
from digitroops.ui.formats import day_short, number


def clicks_chart(programme: Programme, period: Period, *, member: Member | None = None) -> dict[str, Any]:
    """Clicks by people a day, with the span before as the dashed line; of one member or of all."""
    if member is None:
        now, before = clicks_by_day(programme, period), clicks_by_day(programme, period.previous())
    else:
        now, before = _own(member, period), _own(member, period.previous())
    return {
        "labels": [day_short(day) for day in period],
        "series": [
            {"label": _("Clicks by people"), "values": now, "ours": True},
            {"label": _("The days before"), "values": before, "past": True},
        ],
        "format": "number",
    }


def platform_bars(rows: list[Row]) -> list[dict[str, Any]]:
    """Clicks by people on each platform, the first one strong."""
    return [
        {"label": row.name, "value": row.people, "text": number(row.people), "strong": index == 0}
        for index, row in enumerate(rows)
    ]


def _own(member: Member, period: Period) -> list[int]:
    rows = click_days(member.programme, period).filter(link__member=member).values_list("date")
    found = dict(rows.annotate(all_people=Sum("people")))
    return [found.get(day, 0) for day in period]
