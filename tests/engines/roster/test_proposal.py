"""Single cases of the proposal: rules, reasons, prices, alternatives, bad input."""

import pytest

from digitroops.engines.roster import (
    Account,
    Apart,
    AtLeast,
    AtMost,
    EligibleOnly,
    Goal,
    Group,
    Infeasible,
    Must,
    MustNot,
    Reason,
    RosterError,
    Size,
    Together,
    Wishes,
    evaluate,
    fair_cap,
    propose,
    swap,
)
from tests.engines.roster.people import crowd, person

RISET = Group("unit", "Riset")


@pytest.fixture
def trio():
    """Ayu and Budi share most followers, Citra has few of her own."""
    return [
        person("ayu", *range(100)),
        person("budi", *range(5, 100)),
        person("citra", *range(200, 230), unit="Riset"),
    ]


def keys(*reasons):
    return [reason.key for reason in reasons]


def test_different_followers_beat_many_followers(trio, make_goal):
    proposal = propose(trio, make_goal(2))
    assert (proposal.team, proposal.figures.unique_reach) == (("ayu", "citra"), 130)


def test_overlap_is_the_share_counted_twice(trio, make_goal):
    assert evaluate(["ayu", "budi"], trio, make_goal(2)).overlap == pytest.approx(95 / 195)


def test_must_and_must_not_are_kept(trio, make_goal):
    assert set(propose(trio, make_goal(2, Must("budi"), MustNot("ayu"))).team) == {"budi", "citra"}


def test_together_brings_the_second_person(trio, make_goal):
    assert set(propose(trio, make_goal(2, Must("ayu"), Together(("ayu", "budi")))).team) == {"ayu", "budi"}


def test_apart_keeps_one_out(trio, make_goal):
    assert set(propose(trio, make_goal(2, Apart(("ayu", "citra")))).team) == {"budi", "citra"}


def test_minimum_of_a_subtree_counts_everything_below(make_goal):
    people = [person("a", *range(50)), person("b", 1)]
    deep = person("c", 2, accounts=(Account("x", "c", None, 1),))
    below = [*people, type(deep)("c", ("Riset", "Vaksin", "Uji"), deep.accounts)]
    proposal = propose(below, make_goal(1, AtLeast(1, Group("unit", "Riset / Vaksin"))))
    assert proposal.team == ("c",)


def test_trainers_seats_limit_who_needs_training(make_goal):
    people = [person("a", *range(50), tags=frozenset({"untrained"})), person("b", 1), person("c", 2)]
    assert "a" not in propose(people, make_goal(1, AtMost(0, Group("tag", "untrained")))).team


def test_team_takes_as_many_as_it_may(trio):
    assert len(propose(trio, Goal(1, 3)).team) == 3


def test_price_says_what_a_rule_costs(trio, make_goal):
    (price,) = propose(trio, make_goal(2, Apart(("ayu", "citra")))).prices
    assert price.reach == pytest.approx(130 / 125 - 1)


def test_reason_in_counts_own_followers(trio, make_goal):
    (reason,) = propose(trio, make_goal(2)).seats["citra"].reasons
    assert (reason.key, reason.parameters) == ("brings", {"people": 30})


def test_reason_in_names_the_rule_that_is_met(trio, make_goal):
    rule = AtLeast(1, RISET)
    assert propose(trio, make_goal(2, rule)).seats["citra"].reasons[0].rule == rule


def test_reason_out_names_who_brings_more(trio, make_goal):
    first, second = propose(trio, make_goal(2)).seats["budi"].reasons
    assert (first.key, first.parameters) == ("less_than", {"member": "ayu", "people": 5})
    assert (second.key, second.parameters) == ("already_reached", {"percent": 100})


def test_reason_out_names_the_rule(trio, make_goal):
    rule = Apart(("ayu", "citra"))
    assert propose(trio, make_goal(2, rule)).seats["ayu"].reasons[0] == Reason("ruled_out", rule=rule)


def test_reason_out_names_unmet_criteria(trio, make_goal):
    proposal = propose([*trio, person("dedi", 900, unmet=("followers",))], make_goal(2))
    assert keys(*proposal.seats["dedi"].reasons) == ["not_eligible"]
    assert "dedi" not in proposal.waiting


def test_waiting_list_is_ordered_by_what_each_would_add(make_goal):
    people = [person("a", *range(100)), person("b", 200), person("c", *range(300, 310))]
    assert propose(people, make_goal(1)).waiting == ("c", "b")


def test_alternatives_differ_in_five_people(make_goal):
    proposal = propose(crowd(60), make_goal(10))
    assert all(len(set(other.team) - set(proposal.team)) >= 5 for other in proposal.alternatives)
    assert proposal.alternatives


def test_declared_followers_count_half_and_apart(make_goal):
    people = [person("a", accounts=(Account("x", "a", None, 1000),))]
    figures = propose(people, make_goal(1)).figures
    assert (figures.unique_reach, figures.declared_reach, figures.value) == (0, 500, 500)


def test_star_cap_lets_two_small_ones_win(make_goal):
    star, clone = person("star", *range(1000)), person("x", *range(10))
    others = [person("b", *range(2000, 2060)), person("c", *range(3000, 3060))]
    capped = make_goal(2, star_cap=50)
    proposal = propose([star, clone, *others], capped)
    assert proposal.figures.value == 100
    assert proposal.figures == evaluate(proposal.team, [star, clone, *others], capped)


def test_fair_cap_holds_for_the_capped_sizes():
    people = [person(str(size), *range(size)) for size in (1000, 100, 100, 100, 100, 100)]
    assert fair_cap(people, 6) == 166


def test_fair_cap_is_not_needed_without_a_star():
    assert fair_cap([person(str(n), 1, 2) for n in range(10)], 10) is None


def test_balance_prefers_the_missing_unit(make_goal):
    people = [person("a", *range(50)), person("b", *range(60, 100)), person("c", 200, unit="Riset")]
    wishes, heads = Wishes(balance=1000), {"Produksi": 50, "Riset": 50}
    assert "c" in propose(people, make_goal(2, wishes=wishes, headcount=heads)).team


def test_contradiction_names_the_smallest_set(trio, make_goal):
    rules = (AtMost(3, Group("platform", "x")), AtLeast(2, RISET), Must("ayu"))
    assert propose(trio, make_goal(2, *rules)) == Infeasible((AtLeast(2, RISET),))


def test_contradiction_with_criteria_is_named(trio, make_goal):
    found = propose([*trio, person("dedi", 1, unmet=("age",))], make_goal(2, Must("dedi")))
    assert set(found.rules) == {EligibleOnly(), Must("dedi")}


def test_contradiction_with_the_size_is_named(trio, make_goal):
    found = propose(trio, make_goal(1, Must("ayu"), Must("budi")))
    assert set(found.rules) == {Size(1, 1), Must("ayu"), Must("budi")}


def test_swap_gives_the_figures_of_the_other_team(make_goal):
    people = crowd(40)
    proposal = propose(people, make_goal(6))
    delta = swap(proposal, proposal.team[0], proposal.waiting[3])
    assert delta.after == evaluate([*proposal.team[1:], proposal.waiting[3]], people, make_goal(6))


def test_swap_names_the_rule_it_breaks(trio, make_goal):
    rule = Must("ayu")
    assert swap(propose(trio, make_goal(2, rule)), "ayu", "budi").after.broken == (rule,)


@pytest.mark.parametrize(("out", "come"), [("budi", "ayu"), ("ayu", "citra"), ("ayu", "nobody")])
def test_swap_refuses_what_is_none(trio, make_goal, out, come):
    with pytest.raises(RosterError):
        swap(propose(trio, make_goal(2)), out, come)


def test_evaluate_refuses_strangers(trio, make_goal):
    with pytest.raises(RosterError):
        evaluate(["nobody"], trio, make_goal(2))


def test_quick_proposal_keeps_the_rules(make_goal):
    proposal = propose(crowd(60), make_goal(8, AtLeast(4, RISET)), effort="quick")
    assert (proposal.figures.broken, proposal.prices) == ((), ())


def test_same_seed_gives_the_same_proposal(make_goal):
    assert propose(crowd(60), make_goal(8), 7) == propose(crowd(60), make_goal(8), 7)
