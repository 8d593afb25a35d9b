"""Growth: follows by day and month, bursts, and steps between counts."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from digitroops.engines.audience import (
    Burst,
    GrowthError,
    GrowthRules,
    Month,
    Step,
    days_of,
    growth_of,
    steps_of,
)

START = date(2024, 1, 1)
WIB = timezone(timedelta(hours=7))


def steady(days=400, daily=2, **bursts):
    """Follows by day at one pace; `d120=300` puts 300 on day 120."""
    series = {START + timedelta(days=place): daily for place in range(days)}
    return series | {START + timedelta(days=int(name[1:])): count for name, count in bursts.items()}


def test_days_of_counts_by_day_in_order_without_the_undated():
    times = [datetime(2024, 3, 2, 1, tzinfo=UTC), None, datetime(2024, 3, 1, tzinfo=UTC)]
    assert days_of(times) == {date(2024, 3, 1): 1, date(2024, 3, 2): 1}


def test_days_of_are_those_of_the_zone():
    assert days_of([datetime(2024, 2, 29, 17, tzinfo=UTC)], WIB) == {date(2024, 3, 1): 1}


def test_months_run_on_through_empty_ones_to_the_export():
    growth = growth_of({date(2024, 1, 31): 4, date(2024, 3, 1): 2}, until=date(2024, 4, 2))
    assert growth.months == (
        Month(date(2024, 1, 1), 4, 4, None),
        Month(date(2024, 2, 1), 0, 4, 0.0),
        Month(date(2024, 3, 1), 2, 6, 0.5),
        Month(date(2024, 4, 1), 0, 6, 0.0),
    )


def test_months_cross_the_year():
    months = growth_of({date(2023, 12, 5): 1, date(2024, 1, 5): 1}).months
    assert [month.first for month in months] == [date(2023, 12, 1), date(2024, 1, 1)]


def test_a_burst_is_found_with_its_days_and_share():
    growth = growth_of(steady(d120=300, d121=100))
    assert growth.bursts == (Burst(date(2024, 4, 30), date(2024, 5, 1), 400, 2.0, 400 / 1196),)
    assert growth.burst_share == 400 / 1196


def test_bursts_far_apart_are_two():
    assert [burst.gained for burst in growth_of(steady(d120=300, d200=100)).bursts] == [300, 100]


def test_steady_growth_has_no_burst():
    growth = growth_of(steady(daily=50))
    assert (growth.bursts, growth.burst_share) == ((), 0)


def test_growth_that_speeds_up_slowly_has_no_burst():
    assert growth_of({START + timedelta(days=day): 1 + day for day in range(300)}).bursts == ()


def test_small_days_are_no_burst_however_quiet_the_rest():
    assert growth_of({START: 1, START + timedelta(days=300): 19}).bursts == ()


def test_friends_of_the_first_days_are_no_burst():
    assert growth_of(steady(d0=80, d3=40, d6=30)).bursts == ()


def test_a_burst_of_many_days_is_still_one():
    days = {f"d{place}": 60 for place in range(150, 165)}
    assert [burst.gained for burst in growth_of(steady(**days)).bursts] == [900]


def test_a_burst_that_is_little_of_the_whole_is_left_out():
    days = steady(d120=30) | {date(2010, 1, 1): 3_000}
    assert growth_of(days).bursts == ()


def test_thresholds_can_be_changed():
    days = steady(d120=15)
    assert growth_of(days).bursts == ()
    assert len(growth_of(days, rules=GrowthRules(floor=10, factor=5, share=0.01)).bursts) == 1


def test_growth_without_dates_says_so():
    growth = growth_of({}, undated=500)
    assert (growth.dated, growth.undated, growth.months, growth.burst_share) == (0, 500, (), None)


@pytest.mark.parametrize(
    ("days", "until"),
    [({START: -1}, None), ({START: 1}, date(2023, 1, 1)), ({date(1900, 1, 1): 1, START: 1}, None)],
)
def test_impossible_follows_are_refused(days, until):
    with pytest.raises(GrowthError):
        growth_of(days, until=until)


def test_a_large_step_between_counts_is_marked():
    counts = {date(2024, 1, 1): 1000, date(2024, 3, 1): 2000, date(2024, 5, 1): 2100}
    assert steps_of(counts) == [
        Step(date(2024, 1, 1), date(2024, 3, 1), 1000, 2000, 0.5, marked=True),
        Step(date(2024, 3, 1), date(2024, 5, 1), 2000, 2100, 100 / 2000 * 30 / 61, marked=False),
    ]


def test_a_step_of_one_day_counts_as_thirty():
    (step,) = steps_of({date(2024, 1, 1): 1000, date(2024, 1, 2): 1200})
    assert (step.rate, step.marked) == (0.2, False)


def test_falling_counts_are_never_marked():
    assert [step.marked for step in steps_of({date(2024, 1, 1): 5000, date(2024, 2, 1): 100})] == [False]


def test_from_nothing_is_marked_without_a_rate():
    (step,) = steps_of({date(2024, 1, 1): 0, date(2024, 2, 1): 100})
    assert (step.rate, step.marked) == (None, True)


def test_one_count_has_no_step():
    assert steps_of({START: 10}) == []


def test_negative_counts_are_refused():
    with pytest.raises(GrowthError):
        steps_of({START: -1})
