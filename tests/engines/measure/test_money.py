"""Money in whole rupiah: media value, costs and the comparison with the outside."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitroops.engines.measure import (
    Basis,
    MeasureError,
    Quantities,
    Rate,
    RateCard,
    Result,
    compare,
    external_cost,
    internal_cost,
    media_value,
)

CARD = RateCard(
    date(2026, 1, 1),
    "Media plan 2026",
    (
        Rate("instagram", "cpm", 20_000, 40_000),
        Rate("", "cpm", 10_000, 15_000),
        Rate("", "cpc", 1_000, 3_000),
    ),
)


def test_media_value_multiplies_quantities_by_the_card():
    value = media_value([Quantities("instagram", views=5_000, clicks=10)], CARD)
    assert (value.low, value.mid, value.high) == (110_000, 170_000, 230_000)


def test_media_value_falls_back_to_the_rate_for_every_platform():
    assert media_value([Quantities("x", views=1_000)], CARD).low == 10_000


def test_media_value_lists_what_has_no_rate():
    value = media_value([Quantities("x", views=1_000, engagements=7)], CARD)
    assert [(line.quantity, line.number) for line in value.lines if line.rate is None] == [("cpe", 7)]
    assert value.high == 15_000


def test_media_value_without_any_rate_is_unknown():
    assert media_value([Quantities("x", engagements=7)], CARD).figure.value is None


def test_media_value_of_nothing_is_nothing():
    assert media_value([], CARD).figure.value == 0


def test_media_value_rounds_halves_up():
    card = RateCard(date(2026, 1, 1), "", (Rate("", "cpm", 500, 500),))
    assert media_value([Quantities("x", views=1)], card).low == 1


@given(st.integers(0, 10**9), st.integers(0, 10**6), st.integers(0, 10**6))
def test_media_value_is_a_range_in_order(views, clicks, engagements):
    value = media_value([Quantities("x", views, clicks, engagements)], CARD)
    assert value.low is None or value.low <= value.mid <= value.high


def test_rate_refuses_a_range_upside_down():
    with pytest.raises(MeasureError):
        Rate("x", "cpm", 2, 1)


def test_quantities_refuse_negative_numbers():
    with pytest.raises(MeasureError):
        Quantities("x", views=-1)


def test_internal_cost_adds_time_rewards_and_training():
    figure = internal_cost(minutes=90, hourly_rate=100_000, rewards=50_000, training=25_000)
    assert figure.value == 225_000


def test_internal_cost_refuses_negative_time():
    with pytest.raises(MeasureError):
        internal_cost(minutes=-1, hourly_rate=1)


def test_external_cost_adds_fees():
    assert external_cost([2_000_000, 500_000]).value == 2_500_000


def test_compare_gives_costs_per_unit():
    both = compare(Result(100_000, views=10_000, engagements=500, clicks=50), Result(900_000, views=30_000))
    assert (both.internal.cpm.value, both.internal.cpe.value, both.internal.cpc.value) == (10_000, 200, 2_000)
    assert (both.external.cpm.value, both.external.cpe.value) == (30_000, None)


def test_compare_keeps_hours_marked_as_estimated():
    both = compare(Result(1, views=1), Result(1, views=1))
    assert (both.internal.cpm.basis, both.external.cpm.basis) == (Basis.ESTIMATED, Basis.MEASURED)


def test_compare_refuses_negative_quantities():
    with pytest.raises(MeasureError):
        compare(Result(1, views=-1), Result(1))
