"""Reasons and rules as sentences in both languages."""

from string import Formatter

import pytest

from digitroops.engines.roster import (
    REASONS,
    Apart,
    AtLeast,
    Group,
    Reason,
    fairness,
    reason_text,
    rule_text,
)
from tests.engines.roster.people import person


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("text", REASONS.values(), ids=REASONS)
def test_sentence_names_the_same_things_in_both_languages(text):
    assert fields(text.id) == fields(text.en)
    assert text.id != text.en


def test_numbers_are_written_in_the_way_of_the_language():
    reason = Reason("brings", {"people": 1234})
    assert reason_text(reason, "id") == "Menjangkau 1.234 orang yang tidak dijangkau anggota lain."
    assert reason_text(reason, "en") == "Reaches 1,234 people whom nobody else in the team reaches."


def test_rule_is_put_into_words():
    assert rule_text(AtLeast(2, Group("unit", "Produksi")), "id") == "paling sedikit 2 dari Produksi"
    assert rule_text(Apart(("ayu", "budi")), "en") == "at most one of ayu, budi"


def rows(chosen):
    people = [person(f"p{n}", n, gender="p") for n in range(10)]
    people += [person(f"l{n}", n, gender="l") for n in range(10)]
    return {row.group: row for row in fairness(people, chosen) if row.dimension == "gender"}


def test_fairness_warns_under_four_fifths():
    found = rows(["p0", "p1", "p2", "p3", "p4", "l0", "l1", "l2"])
    assert (found["l"].ratio, found["l"].warning, found["p"].warning) == (0.6, True, False)


def test_fairness_is_silent_at_four_fifths():
    assert not rows(["p0", "p1", "p2", "p3", "p4", "l0", "l1", "l2", "l3"])["l"].warning


def test_fairness_leaves_out_who_gave_nothing():
    assert [row.dimension for row in fairness([person("a", 1)], ["a"])] == ["unit"]


def test_fairness_measures_small_groups_against_large_ones():
    people = [person(f"p{n}", n, gender="p") for n in range(10)] + [person("l", 1, gender="l")]
    found = {row.group: row for row in fairness(people, ["p0", "l"]) if row.dimension == "gender"}
    assert (found["p"].ratio, found["l"].few) == (1, True)
