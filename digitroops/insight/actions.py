"""What a PR manager does to rates and paid placements."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from digitroops.audit.actions import record
from digitroops.insight.models import Placement, Rate, RateCard
from digitroops.people.models import User
from digitroops.programme.models import Programme


class RateCardExists(Exception):
    """There is a card from that day already; cards are added, never edited."""


def add_rate_card(
    *,
    programme: Programme,
    valid_from: dt.date,
    source: str,
    rates: dict[str, tuple[int, int]],
    actor: User,
    hourly_rate: int = 0,
    minutes_per_share: int = 15,
) -> RateCard:
    """Add a card that holds from a day on; `rates` is quantity -> (low, high) in rupiah, for any platform.

    `hourly_rate` and `minutes_per_share` say what a share costs inside. Past figures keep the card of their
    own day. Raises RateCardExists for a second card from the same day.
    """
    try:
        with transaction.atomic():
            card = RateCard.objects.create(
                programme=programme,
                valid_from=valid_from,
                source=source,
                hourly_rate=hourly_rate,
                minutes_per_share=minutes_per_share,
                created_by=actor,
            )
            Rate.objects.bulk_create(
                Rate(card=card, quantity=quantity, low=low, high=high)
                for quantity, (low, high) in rates.items()
            )
            after = {"valid_from": valid_from.isoformat(), "source": source, "rates": rates}
            record(actor=actor, act="rate_card.added", subject=card, after=after)
    except IntegrityError as error:
        raise RateCardExists(valid_from.isoformat()) from error
    return card


@transaction.atomic
def add_placement(*, programme: Programme, actor: User, **fields: Any) -> Placement:
    """Note a paid post of an external influencer with what it cost and brought."""
    placement = Placement.objects.create(programme=programme, **fields)
    after = {"influencer": placement.influencer, "fee": placement.fee}
    record(actor=actor, act="placement.added", subject=placement, after=after)
    return placement


@transaction.atomic
def delete_placement(*, placement: Placement, actor: User) -> None:
    """Take a placement out of the comparison; the audit record keeps what it said."""
    before = {
        "influencer": placement.influencer,
        "fee": placement.fee,
        "posted": placement.posted.isoformat(),
    }
    record(actor=actor, act="placement.deleted", subject=placement, before=before)
    placement.delete()
