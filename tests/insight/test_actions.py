import datetime as dt

import pytest

from digitroops.audit.models import Entry
from digitroops.insight import actions
from digitroops.insight.models import Placement, RateCard
from tests.world import make_pr, make_programme

pytestmark = pytest.mark.django_db
RATES = {"cpm": (10_000, 30_000), "cpc": (1000, 3000), "cpe": (500, 900)}
DAY = dt.date(2026, 11, 1)


def add(programme, actor):
    return actions.add_rate_card(
        programme=programme, valid_from=DAY, source="Agensi", rates=RATES, actor=actor
    )


def test_add_rate_card_keeps_a_range_for_each_quantity():
    card = add(make_programme(), make_pr())
    assert min(card.rates.values_list("quantity", "low", "high")) == ("cpc", 1000, 3000)
    assert Entry.objects.get().act == "rate_card.added"


def test_a_second_card_from_the_same_day_is_refused_and_nothing_changes():
    programme, ratna = make_programme(), make_pr()
    add(programme, ratna)
    with pytest.raises(actions.RateCardExists):
        add(programme, ratna)
    assert (RateCard.objects.count(), Entry.objects.count()) == (1, 1)


def test_delete_placement_leaves_a_record():
    programme, ratna = make_programme(), make_pr()
    fields = {"influencer": "A", "platform": "x", "posted": DAY, "fee": 5}
    placement = actions.add_placement(programme=programme, actor=ratna, **fields)
    actions.delete_placement(placement=placement, actor=ratna)
    assert Placement.objects.count() == 0
    assert Entry.objects.first().before == {"influencer": "A", "fee": 5, "posted": "2026-11-01"}
