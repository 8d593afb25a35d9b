from random import Random

from digitroops.engines.measure.unusual import unusual_days

WEEK = [100, 110, 105, 108, 120, 40, 35]


def test_a_regular_rhythm_has_no_unusual_day():
    assert unusual_days(WEEK * 10) == []


def test_a_peak_and_a_gap_stand_out_beside_their_own_weekday():
    values = WEEK * 10
    values[60], values[62] = 300, 120
    found = unusual_days(values)
    assert [(one.place, one.value, one.usual > 0) for one in found] == [(60, 300, True), (62, 120, True)]
    assert found[0].score > 3.5


def test_a_busy_sunday_is_unusual_though_a_monday_of_the_same_height_is_not():
    values = WEEK * 6
    values[41] = 105
    assert [one.place for one in unusual_days(values)] == [41]


def test_days_without_enough_weeks_before_them_are_not_judged():
    values = WEEK * 4
    values[20] = 5000
    assert unusual_days(values) == []


def test_small_numbers_scatter_without_being_unusual():
    random = Random(4)
    values = [random.choice([0, 1, 2, 3, 5]) for _ in range(140)]
    assert unusual_days(values) == []


def test_one_earlier_peak_does_not_hide_the_next():
    values = WEEK * 10
    values[43], values[57] = 900, 900
    assert [one.place for one in unusual_days(values)] == [43, 57]
