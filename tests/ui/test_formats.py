from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from digitroops.ui import formats

MORNING = datetime(2026, 11, 18, 2, 40, tzinfo=UTC)
GAP = "\u00a0"


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"), timezone.override("Asia/Jakarta"):
        yield


@pytest.mark.parametrize(
    ("value", "written"), [(61800, "61.800"), (None, "–"), ("", "–"), (0, "0"), ("1318", "1.318"), (-3, "-3")]
)
def test_number_groups_thousands_with_points(value, written):
    assert formats.number(value) == written


def test_number_follows_the_language():
    with translation.override("en"):
        assert formats.number(61800) == "61,800"


@pytest.mark.parametrize(("ratio", "written"), [(0.058, f"5,8{GAP}%"), (1, f"100{GAP}%"), (None, "–")])
def test_percent_takes_a_ratio(ratio, written):
    assert formats.percent(ratio) == written


def test_percent_has_no_space_in_english():
    with translation.override("en"):
        assert formats.percent(0.058) == "5.8%"


def test_rupiah_is_whole_and_does_not_break():
    assert formats.rupiah(14_250_000) == f"Rp{GAP}14.250.000"


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (500_000, 900_000, f"Rp{GAP}500.000–900.000"),
        (None, 900_000, "–"),
        (14_000_000, 21_000_000, f"Rp{GAP}14–21{GAP}juta"),
        (1_420_000_000, 2_100_000_000, f"Rp{GAP}1,4–2,1{GAP}miliar"),
    ],
)
def test_range_rupiah_shares_one_unit(low, high, written, monkeypatch):
    words = {"million": "juta", "billion": "miliar"}
    monkeypatch.setattr(formats, "pgettext", lambda _context, word: words[word])
    assert formats.range_rupiah(low, high) == written


@pytest.mark.parametrize(
    ("value", "written"), [(999, f"999{GAP}B"), (12_400_000, f"12,4{GAP}MB"), (512_000, f"512{GAP}kB")]
)
def test_size_counts_in_thousands(value, written):
    assert formats.size(value) == written


def test_days_and_times_are_shown_in_the_viewers_zone():
    assert formats.moment(MORNING) == f"18 November 2026, 09.40{GAP}WIB"
    with timezone.override("Asia/Jayapura"):
        assert formats.clock(MORNING) == f"11.40{GAP}WIT"


def test_weekday_is_the_name_alone():
    assert formats.weekday(MORNING) == "Rabu"


def test_clock_in_english_has_a_colon():
    with translation.override("en"):
        assert formats.clock(MORNING) == f"09:40{GAP}WIB"


@pytest.mark.parametrize(
    ("distance", "written"),
    [
        (timedelta(minutes=3), "3 menit yang lalu"),
        (timedelta(hours=-3), "dalam 3 jam"),
        (timedelta(days=9), "18 November 2026"),
    ],
)
def test_ago_becomes_a_day_after_a_week(distance, written):
    assert formats.ago(MORNING, MORNING + distance) == written


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ayu Prameswari", "AP"), ("Made", "MA"), ("dr. Siti Nur Laila", "DL"), ("", "?"), (None, "?")],
)
def test_initials_take_the_first_and_last_word(name, letters):
    assert formats.initials(name) == letters
