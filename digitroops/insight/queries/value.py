"""Estimated media value of what was measured, and internal against external influencers in the same money."""

import datetime as dt
from typing import cast

from digitroops.engines.measure import (
    Comparison,
    MediaValue,
    Quantities,
    Rate,
    RateCard,
    Result,
    compare,
    internal_cost,
    media_value,
)
from digitroops.engines.measure.money import Quantity
from digitroops.insight import models
from digitroops.insight.queries.activity import confirmed_shares
from digitroops.insight.queries.breakdown import Row, rows_by
from digitroops.insight.queries.period import Period
from digitroops.programme.models import Programme


def rates_on(programme: Programme, day: dt.date) -> RateCard | None:
    """The rate card that holds on a day: the newest one that is valid by then."""
    card = programme.rate_cards.filter(valid_from__lte=day).prefetch_related("rates").first()
    if card is None:
        return None
    rates = tuple(
        Rate(row.platform, cast("Quantity", row.quantity), row.low, row.high) for row in card.rates.all()
    )
    return RateCard(card.valid_from, card.source, rates)


def quantities_of(
    programme: Programme, period: Period, platforms: list[Row] | None = None
) -> list[Quantities]:
    """What was measured on each platform in the period; `platforms` are its rows where they are known already."""
    rows = rows_by(programme, period, "platform") if platforms is None else platforms
    return [
        Quantities(platform=row.key, views=row.views or 0, clicks=row.people, engagements=row.engagements)
        for row in rows
    ]


def media_value_of(
    programme: Programme, period: Period, platforms: list[Row] | None = None
) -> MediaValue | None:
    """The media value of the period by the card of its last day; None while there is no card."""
    card = rates_on(programme, period.last)
    return media_value(quantities_of(programme, period, platforms), card) if card else None


def cost_inside(programme: Programme, period: Period) -> int:
    """Rupiah for the time members spent: confirmed shares x minutes a share x the hour's rate of the card."""
    card = programme.rate_cards.filter(valid_from__lte=period.last).first()
    if card is None:
        return 0
    minutes = confirmed_shares(programme, period).count() * card.minutes_per_share
    return int(internal_cost(minutes=minutes, hourly_rate=card.hourly_rate).value or 0)


def comparison_of(
    programme: Programme, period: Period, platforms: list[Row] | None = None
) -> Comparison | None:
    """The team beside the paid placements of the period; None while there are no placements."""
    placements = programme.placements.filter(posted__range=(period.first, period.last))
    paid: list[models.Placement] = list(placements)
    if not paid:
        return None
    measured = quantities_of(programme, period, platforms)
    inside = Result(
        cost=cost_inside(programme, period),
        views=sum(one.views for one in measured),
        engagements=sum(one.engagements for one in measured),
        clicks=sum(one.clicks for one in measured),
    )
    outside = Result(
        cost=sum(one.fee for one in paid),
        views=sum(one.views for one in paid),
        engagements=sum(one.engagements for one in paid),
        clicks=sum(one.clicks for one in paid),
    )
    return compare(inside, outside)
