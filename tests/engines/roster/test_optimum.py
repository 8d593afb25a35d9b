"""The search against the exact judge, and the properties that every proposal has."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitroops.engines.roster import Goal, Infeasible, Size, evaluate, propose
from digitroops.engines.roster.judge import optimum
from tests.engines.roster.people import crowd, person, pools

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(pools())
def test_proposal_is_feasible_exactly_when_the_judge_finds_a_team(pool):
    people, goal = pool
    assert isinstance(propose(people, goal), Infeasible) == (optimum(people, goal) is None)


@SLOW
@given(pools())
def test_proposal_is_within_one_percent_of_the_optimum(pool):
    people, goal = pool
    proposal, best = propose(people, goal), optimum(people, goal)
    if best is not None:
        assert proposal.figures.value >= 0.99 * best.worth
        assert proposal.figures.value <= best.worth + 1e-6


@SLOW
@given(pools())
def test_bound_is_never_under_the_optimum(pool):
    people, goal = pool
    proposal, best = propose(people, goal, effort="quick"), optimum(people, goal)
    if best is not None:
        assert proposal.bound >= best.worth - 1e-6


@SLOW
@given(pools())
def test_rules_always_hold(pool):
    people, goal = pool
    proposal = propose(people, goal)
    if not isinstance(proposal, Infeasible):
        assert proposal.figures.broken == ()
        for other in proposal.alternatives:
            assert evaluate(other.team, people, goal).broken == ()


@SLOW
@given(pools(), st.randoms())
def test_order_of_input_does_not_matter(pool, random):
    people, goal = pool
    shuffled = random.sample(people, len(people))
    assert propose(shuffled, goal) == propose(people, goal)


@SLOW
@given(pools())
def test_evaluate_agrees_with_the_proposal(pool):
    people, goal = pool
    proposal = propose(people, goal)
    if not isinstance(proposal, Infeasible):
        figures = evaluate(proposal.team, people, goal)
        assert replace(figures, value=0) == replace(proposal.figures, value=0)
        assert figures.value == pytest.approx(proposal.figures.value)


@SLOW
@given(pools(), st.integers(0, 100))
def test_another_candidate_never_lowers_the_best_value(pool, seed):
    people, goal = pool
    before = propose(people, goal)
    after = propose([*people, person("new", *range(seed, seed + 20))], goal)
    if not isinstance(before, Infeasible):
        assert after.figures.value >= 0.99 * before.figures.value


@SLOW
@given(pools())
def test_contradiction_is_minimal(pool):
    people, goal = pool
    found = propose(people, goal)
    rules = set(found.rules) if isinstance(found, Infeasible) else set()
    for rule in rules:
        assert optimum(people, goal_of(rules - {rule}, people)) is not None
    if rules:
        assert optimum(people, goal_of(rules, people)) is None


def goal_of(rules, people):
    """A goal of some rules only; everybody in these pools is eligible."""
    (size,) = [rule for rule in rules if isinstance(rule, Size)] or [Size(0, len(people))]
    return Goal(size.low, size.high, tuple(rules - {size}))


@pytest.mark.parametrize("seed", range(4))
def test_larger_crowd_is_within_one_percent_of_the_optimum(seed, make_goal):
    people, goal = crowd(40, seed=seed), make_goal(8)
    assert propose(people, goal).figures.value >= 0.99 * optimum(people, goal).worth
