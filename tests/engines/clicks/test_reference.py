import datetime as dt

import pytest

from digitroops.engines.clicks.reference import LENGTH, Reference, make_reference, read_reference
from digitroops.engines.clicks.touch import Touch, touched

KEY = b"k" * 32
AT = dt.datetime(2026, 11, 18, 5, 30, tzinfo=dt.UTC)


def reference(link=7, at=AT, chance=b"12345"):
    return make_reference(link=link, seconds=at.timestamp(), chance=chance, key=KEY)


def test_a_reference_comes_back_with_its_link_and_minute():
    text = reference(link=281_474_976_710_655)
    assert len(text) == LENGTH
    assert read_reference(text, KEY) == Reference(link=281_474_976_710_655, at=AT)


def test_references_of_one_link_and_minute_differ():
    assert reference(chance=b"abcde") != reference(chance=b"abcdf")


@pytest.mark.parametrize("place", range(LENGTH))
def test_a_changed_sign_breaks_the_seal(place):
    text = reference()
    other = "A" if text[place] != "A" else "B"
    assert read_reference(text[:place] + other + text[place + 1 :], KEY) is None


@pytest.mark.parametrize("text", ["", "x" * 31, "ä" * 31, "=" * 31, "x" * 5000, "\x00" * 31])
def test_what_is_no_reference_is_none(text):
    assert read_reference(text, KEY) is None


def test_another_key_believes_nothing():
    assert read_reference(reference(), b"q" * 32) is None


@pytest.mark.parametrize(
    ("days", "touch", "window", "expected"),
    [
        ([20, 5, 1], Touch.LAST, 30, 1),
        ([20, 5, 1], Touch.FIRST, 30, 20),
        ([20, 5, 1], Touch.FIRST, 7, 5),
        ([20], Touch.LAST, 7, None),
        ([], Touch.LAST, 7, None),
        ([-1], Touch.LAST, 7, None),
    ],
)
def test_touched_takes_first_or_last_within_the_days(days, touch, window, expected):
    clicks = [Reference(link=day, at=AT - dt.timedelta(days=day)) for day in days]
    found = touched(clicks, touch=touch, window=dt.timedelta(days=window), at=AT)
    assert (found.link if found else None) == expected
