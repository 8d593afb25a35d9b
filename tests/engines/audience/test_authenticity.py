"""Facts about an audience: each with a question, none a verdict."""

from datetime import date

import pytest

from digitroops.engines.audience import (
    QUESTIONS,
    AuthenticityRules,
    Burst,
    Growth,
    Mark,
    Seen,
    Step,
    Tier,
    facts_of,
)
from digitroops.engines.measure import MEASURES

DAY = date(2024, 1, 1)


def fact(key, rules=None, **seen):
    (found,) = [
        one
        for one in facts_of(Seen(**{"platform": "instagram", "followers": 2_000} | seen), rules)
        if one.key == key
    ]
    return found


def grown(share, bursts=1):
    return Growth(1000, 0, DAY, DAY, (), (Burst(DAY, DAY, 1, 0.0, share),) * bursts, share)


def test_every_fact_has_a_measure_and_a_question_in_two_languages():
    keys = [one.key for one in facts_of(Seen("x", 10))]
    assert keys == list(QUESTIONS)
    assert set(keys) <= set(MEASURES)
    assert all(one.question.id != one.question.en for one in facts_of(Seen("x", 10)))


def test_nothing_known_marks_nothing():
    assert {one.mark for one in facts_of(Seen("x", 0))} == {Mark.UNKNOWN}


def test_bursts_are_counted():
    found = fact("growth_steps", growth=grown(0.05, bursts=2))
    assert (found.value, found.mark) == (2, Mark.ASK)


def test_no_burst_needs_no_question():
    assert fact("growth_steps", growth=Growth(9, 0, DAY, DAY, (), (), 0.0)).mark is Mark.USUAL


@pytest.mark.parametrize(("share", "mark"), [(0.2, Mark.USUAL), (0.21, Mark.ASK)])
def test_burst_share_is_asked_above_its_bound(share, mark):
    assert fact("burst_share", growth=grown(share)).mark is mark


def test_marked_steps_are_counted():
    steps = [Step(DAY, DAY, 1, 2, 1.0, marked=True), Step(DAY, DAY, 2, 2, 0.0, marked=False)]
    found = fact("count_steps", steps=steps)
    assert (found.value, found.mark) == (1, Mark.ASK)


@pytest.mark.parametrize(
    ("following", "mark"), [(1_500, Mark.USUAL), (2_000, Mark.USUAL), (2_001, Mark.ASK), (None, Mark.UNKNOWN)]
)
def test_many_followings_are_asked_only_above_both_bounds(following, mark):
    assert fact("following_ratio", following=following).mark is mark


@pytest.mark.parametrize(
    ("reactions", "mark"),
    [(80, Mark.USUAL), (11, Mark.ASK), (12, Mark.USUAL), (500, Mark.USUAL), (501, Mark.ASK)],
)
def test_engagement_is_compared_with_its_tier(reactions, mark):
    found = fact("engagement_of_size", reactions=[reactions] * 10)
    assert (found.value, found.mark, found.tier) == (reactions / 2_000, mark, "nano")


def test_engagement_takes_the_largest_tier_that_fits():
    assert fact("engagement_of_size", followers=10_000, reactions=[100] * 10).tier == "micro"


def test_engagement_of_few_posts_is_not_judged():
    assert fact("engagement_of_size", reactions=[1] * 9).mark is Mark.UNKNOWN


def test_engagement_without_a_benchmark_is_shown_and_not_judged():
    found = fact("engagement_of_size", platform="x", reactions=[20] * 10)
    assert (found.value, found.mark) == (0.01, Mark.UNKNOWN)


def test_benchmarks_can_be_changed():
    rules = AuthenticityRules(benchmarks={"x": [Tier("all", 0, 0.001, 0.01)]})
    assert fact("engagement_of_size", rules, platform="x", reactions=[20] * 10).mark is Mark.USUAL
