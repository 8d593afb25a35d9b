"""What changes by hand do, and who could take a free place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitroops.engines.roster import (
    AtLeast,
    Goal,
    Group,
    RosterError,
    Wishes,
    appraise,
    change,
    evaluate,
    propose,
    successors,
)
from tests.engines.roster.people import crowd, person

QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RISET = Group("unit", "Riset")


@QUICK
@given(st.sets(st.integers(0, 5), max_size=3), st.sets(st.integers(0, 8), max_size=3), st.integers(0, 99))
def test_change_gives_the_figures_of_the_other_team(out, come, seed):
    people, goal = crowd(20, seed=seed), Goal(6, 6, wishes=Wishes(balance=10), headcount={"Riset": 5})
    proposal = propose(people, goal, effort="quick")
    leaving, coming = [proposal.team[one] for one in out], [proposal.waiting[one] for one in come]
    delta = change(proposal, out=leaving, come=coming)
    team = [*(key for key in proposal.team if key not in leaving), *coming]
    exact = evaluate(team, people, goal)
    assert (delta.after.unique_reach, delta.after.broken) == (exact.unique_reach, exact.broken)
    assert delta.after.value == pytest.approx(exact.value)


def test_change_refuses_whoever_is_where_they_cannot_be():
    proposal = propose(crowd(10), Goal(3, 3), effort="quick")
    with pytest.raises(RosterError):
        change(proposal, out=[proposal.waiting[0]])
    with pytest.raises(RosterError):
        change(proposal, come=[proposal.team[0]])


def test_successor_is_whoever_brings_most_and_keeps_the_rules():
    people = [person("a", *range(50)), person("b", *range(50, 90)), person("c", *range(90, 95), unit="Riset")]
    rest = appraise(["a"], people, Goal(2, 2, (AtLeast(1, RISET),)))
    first, second = successors(rest)
    assert (first.key, second.key) == ("c", "b")
    assert first.delta.after.broken == ()
    assert second.delta.after.broken == (AtLeast(1, RISET),)


def test_successor_has_reasons_and_figures_of_the_team_to_be():
    people = [person("a", *range(50)), person("b", *range(40, 60)), person("c", *range(90, 95), unit="Riset")]
    (first, *_rest) = successors(appraise(["a"], people, Goal(2, 2, (AtLeast(1, RISET),))))
    assert [reason.key for reason in first.seat.reasons] == ["satisfies", "brings"]
    assert first.delta.unique_reach == 5


def test_successors_leave_out_who_is_not_eligible():
    people = [person("a", 1), person("b", 2, unmet=("followers",)), person("c", 3)]
    assert [one.key for one in successors(appraise(["a"], people, Goal(2, 2)))] == ["c"]


def test_a_reviewed_story_is_worth_what_the_wish_says():
    people = [person("a", 1, story=1.0), person("b", 2), person("c", 3, story=0.0)]
    goal = Goal(2, 2, wishes=Wishes(story=100))
    proposal = propose(people, goal)
    assert set(proposal.team) == {"a", "b"}
    assert proposal.figures.value == 2 + 100 + 50


def test_hours_make_a_group():
    people = [person("a", 1, 2, hours=1.0), person("b", 3, hours=4.0), person("c", 4)]
    proposal = propose(people, Goal(1, 1, (AtLeast(1, Group("hours", "2")),)))
    assert proposal.team == ("b",)
