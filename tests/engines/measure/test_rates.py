"""Rates and intervals against hand-computed and published values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitroops.engines.measure import (
    Figure,
    Interval,
    MeasureError,
    ViewRate,
    adoption,
    click_through,
    count,
    engagement_rate,
    expected_views,
    growth,
    growth_interval,
    rate_interval,
    reach_declared,
    reach_sum,
    wilson,
)


def rounded(interval, digits=4):
    return round(interval.low, digits), round(interval.high, digits)


def test_wilson_equals_the_published_example():
    """Newcombe 1998, Statistics in Medicine 17:857: 81 of 263 gives 0.2553 to 0.3662."""
    assert rounded(wilson(81, 263)) == (0.2553, 0.3662)


def test_wilson_of_none_starts_at_zero():
    """Newcombe 1998: 0 of 20 gives 0 to 0.1611."""
    assert rounded(wilson(0, 20)) == (0, 0.1611)


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (3, 2), (-1, 2), (0, 0)])
def test_wilson_refuses_what_is_no_proportion(part, whole):
    with pytest.raises(MeasureError):
        wilson(part, whole)


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share_between_zero_and_one(part, more):
    interval = wilson(part, part + more)
    assert 0 <= interval.low <= part / (part + more) <= interval.high <= 1


def test_rate_interval_is_near_the_exact_poisson_limits():
    """Exact limits of ten events are 4.795 and 18.390."""
    assert rate_interval(10, 1).low == pytest.approx(4.795, rel=0.002)
    assert rate_interval(10, 1).high == pytest.approx(18.390, rel=0.002)


def test_rate_interval_of_nothing_starts_at_zero():
    assert rate_interval(0, 100).low == 0


def test_growth_interval_of_equal_counts_spans_zero():
    interval = growth_interval(50, 50)
    assert interval.low < 0 < interval.high


def test_growth_interval_of_nothing_before_has_no_upper_end():
    assert growth_interval(5, 0).high == float("inf")


def test_adoption_is_active_by_members():
    assert adoption(15, 20).value == 0.75


def test_adoption_without_members_has_no_value():
    assert adoption(0, 0) == Figure("adoption", None)


def test_adoption_refuses_more_active_than_members():
    with pytest.raises(MeasureError):
        adoption(3, 2)


def test_click_through_carries_its_interval():
    figure = click_through(10, 1000)
    assert Interval(figure.low, figure.high) == rate_interval(10, 1000)


def test_rate_without_base_has_no_value():
    assert engagement_rate(5, 0) == Figure("engagement_rate", None)


def test_growth_compares_with_the_period_before():
    assert growth(150, 100).value == 0.5


def test_growth_from_nothing_has_no_value():
    assert growth(10, 0) == Figure("growth", None)


def test_expected_views_follow_the_rate_of_each_platform():
    rates = {"x": ViewRate(0.1, 0.3, "ours"), "": ViewRate(0, 0.1, "guess")}
    assert expected_views({"x": 1000, "tiktok": 100}, rates) == Figure("expected_views", 205, 100, 310)


def test_expected_views_without_a_rate_have_no_value():
    assert expected_views({"x": 10}, {"tiktok": ViewRate(0, 1, "")}).value is None


def test_view_rate_refuses_a_range_upside_down():
    with pytest.raises(MeasureError):
        ViewRate(0.2, 0.1, "")


def test_reach_declared_is_discounted():
    assert reach_declared([1000, 500], 0.6) == Figure("reach_declared", 900)


def test_reach_sum_adds_accounts():
    assert reach_sum([1000, 500]) == Figure("reach_sum", 1500)


def test_count_refuses_negative_numbers():
    with pytest.raises(MeasureError):
        count("views", -1)


def test_count_refuses_an_unknown_measure():
    with pytest.raises(MeasureError):
        count("likes", 1)
