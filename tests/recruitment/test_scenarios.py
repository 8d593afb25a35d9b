import pytest

from digitroops.recruitment.actions import scenarios
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.actions.selection import change_team
from digitroops.recruitment.queries import desk
from digitroops.recruitment.queries.comparison import compare
from digitroops.recruitment.queries.found import appraisal_of
from digitroops.recruitment.queries.reasons import names_in
from digitroops.recruitment.queries.terms import rule_of
from tests.recruitment.world import team_of

pytestmark = pytest.mark.django_db

ONE_OF_RISET = {"kind": "at_least", "number": 1, "group": ["unit", "Riset"]}
TWO_OF_RISET = {"kind": "at_least", "number": 2, "group": ["unit", "Riset"]}


def test_a_copy_has_team_terms_and_locks_of_its_own(usulan, ratna):
    scenarios.change_terms(proposal=usulan, terms={"rules": [ONE_OF_RISET]}, version=1, actor=ratna)
    copy = scenarios.copy_proposal(proposal=usulan, name="Lain", actor=ratna)
    assert (team_of(copy), copy.terms, copy.state) == (team_of(usulan), usulan.terms, "draft")


def test_a_rule_of_the_scenario_is_kept_and_shown(usulan, ratna):
    scenarios.change_terms(proposal=usulan, terms={"rules": [ONE_OF_RISET]}, version=1, actor=ratna)
    lines = desk.rule_lines(usulan, appraisal_of(usulan), names_in(usulan.programme))
    assert [(line.origin, line.index, line.kept) for line in lines] == [("scenario", 0, True)]


def test_a_rule_that_contradicts_is_refused_with_the_smallest_set(usulan, ratna):
    with pytest.raises(SelectionError, match="Riset"):
        scenarios.change_terms(proposal=usulan, terms={"rules": [TWO_OF_RISET]}, version=1, actor=ratna)
    usulan.refresh_from_db()
    assert usulan.terms == {}


def test_a_rule_about_somebody_who_is_no_candidate_any_more_binds_nobody(usulan, three, ratna):
    rule = {"kind": "apart", "people": [three[0].pk, three[1].pk]}
    scenarios.change_terms(proposal=usulan, terms={"rules": [rule]}, version=1, actor=ratna)
    three[1].audits.all().delete()
    lines = desk.rule_lines(usulan, appraisal_of(usulan), names_in(usulan.programme))
    assert [line.holds for line in lines] == [False]


@pytest.mark.parametrize("kind", ["at_least", "at_most", "together", "apart"])
def test_every_kept_rule_becomes_one_of_the_engine(kind):
    kept = {"kind": kind, "number": 1, "group": ["unit", "Riset"], "people": [1, 2]}
    assert type(rule_of(kept)).__name__.lower() == kind.replace("_", "")


def test_compare_names_who_is_in_one_only(usulan, three, ratna):
    copy = scenarios.copy_proposal(proposal=usulan, name="Lain", actor=ratna)
    change_team(proposal=copy, out=[three[0]], come=[three[1]], version=1, actor=ratna)
    found = compare(usulan, copy)
    assert [seat.member for seat in found.left.only] == [three[0]]
    assert [seat.member for seat in found.right.only] == [three[1]]
    reach = found.rows[0]
    assert (reach.left, reach.right, reach.better) == (3000, 2900, "left")


def test_map_holds_the_team_against_the_company(usulan):
    units = desk.map_of(appraisal_of(usulan))[0]
    assert [(line.label, line.team, line.base) for line in units.lines] == [
        ("Produksi", 1, 2),
        ("Riset", 1, 1),
    ]


def test_pairs_name_who_shares_followers(usulan, three, ratna):
    change_team(proposal=usulan, out=[three[2]], come=[three[1]], version=1, actor=ratna)
    (pair,) = desk.pairs_of(appraisal_of(usulan), names_in(usulan.programme))
    assert (pair.shared, pair.share) == (1900, 1.0)


def test_comment_stays_with_the_proposal(usulan, ratna):
    scenarios.comment_on_proposal(proposal=usulan, text="Mengapa bukan Bagas?", actor=ratna)
    assert usulan.comments.get().author == ratna
