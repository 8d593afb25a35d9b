"""Bad input gives sentences that say what to change."""

import pytest

from digitroops.engines.roster import (
    Account,
    Apart,
    AtLeast,
    AtMost,
    Goal,
    Group,
    Infeasible,
    Must,
    Wishes,
    check,
    propose,
    reason_text,
)
from tests.engines.roster.people import audience, person

AYU, BUDI = person("ayu", 1, 2), person("budi", 3)
TWIN = person("citra", 3, accounts=(Account("instagram", "@AYU", None, 5),))
CASES = {
    "no_candidates": ([], Goal(1, 1)),
    "nobody_eligible": ([person("a", 1, unmet=("age",))], Goal(1, 1)),
    "too_few": ([AYU], Goal(2, 2)),
    "bad_size": ([AYU], Goal(1, 0)),
    "bad_wish": ([AYU], Goal(1, 1, wishes=Wishes(reach=-1))),
    "bad_factor": ([AYU], Goal(1, 1, declared_factor=1.5)),
    "same_key": ([AYU, AYU], Goal(1, 1)),
    "same_account": ([AYU, TWIN], Goal(1, 1)),
    "unknown_person": ([AYU], Goal(1, 1, (Must("budi"),))),
    "empty_rule": ([AYU], Goal(1, 1, (Apart(("ayu",)),))),
    "bad_number": ([AYU], Goal(1, 1, (AtMost(-1, Group("newcomer")),))),
    "generation_ground": ([AYU], Goal(1, 1, (AtLeast(1, Group("generation", "Z")),))),
}


@pytest.mark.parametrize("key", CASES)
def test_bad_input_makes_no_proposal(key):
    people, goal = CASES[key]
    found = propose(people, goal)
    assert isinstance(found, Infeasible)
    assert [problem.reason.key for problem in found.problems] == [key]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", CASES)
def test_bad_input_is_a_sentence(key, language):
    (problem,) = check(*CASES[key])
    assert reason_text(problem.reason, language).endswith(".")


def test_archive_without_followers_is_named_beside_the_proposal():
    empty = person("citra", accounts=(Account("x", "c", audience()),))
    proposal = propose([AYU, empty], Goal(1, 1))
    assert [problem.reason.key for problem in proposal.problems] == ["zero_followers"]


def test_account_without_followers_is_named_beside_the_proposal():
    empty = person("citra", accounts=(Account("x", "c"),))
    proposal = propose([AYU, empty], Goal(1, 1))
    assert [problem.reason.key for problem in proposal.problems] == ["no_audience"]
    assert proposal.seats["citra"].reasons[0].key == "no_followers"


@pytest.mark.parametrize("number", [-5, 10**12])
def test_absurd_number_counts_nothing(number):
    boaster = person("citra", accounts=(Account("x", "c", None, number),))
    proposal = propose([AYU, boaster], Goal(1, 1))
    assert (proposal.team, [one.reason.key for one in proposal.problems]) == (("ayu",), ["absurd_number"])


def test_balance_without_headcount_is_said():
    proposal = propose([AYU, BUDI], Goal(1, 1, wishes=Wishes(balance=5)))
    assert [problem.reason.key for problem in proposal.problems] == ["no_headcount"]


def test_generation_with_a_ground_is_a_rule_like_others():
    young = person("citra", 9, generation="Z")
    rule = AtLeast(1, Group("generation", "Z"))
    assert propose([AYU, young], Goal(1, 1, (rule,), generation_ground="Art. 5")).team == ("citra",)
