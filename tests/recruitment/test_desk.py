"""The pages of the desk, as PR and the executive see them."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from digitroops.engines.roster import Reason
from digitroops.recruitment.actions import approval, scenarios
from digitroops.recruitment.actions.selection import propose_team
from digitroops.recruitment.models import Proposal
from digitroops.recruitment.queries.reasons import reason_texts
from digitroops.recruitment.queries.selection import fairness_of
from tests.recruitment.world import make_candidate, team_of

pytestmark = pytest.mark.django_db

PAGES = [
    "",
    "map/",
    "rules/",
    "audiences/",
    "audiences/?all=1",
    "talk/",
    "export.csv",
    "export.xlsx",
    "export.pdf",
]


def address(proposal, page=""):
    return f"/recruitment/proposals/{proposal.pk}/{page}"


@pytest.fixture
def desk(usulan, ratna, as_user):
    return as_user(ratna)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_proposal_answers(desk, usulan, page):
    assert desk.get(address(usulan, page)).status_code == 200


def test_a_what_if_shows_every_figure_before_and_after(desk, usulan, three):
    ayu, bagas, _citra = three
    answer = desk.get(address(usulan, "change/"), {"out": ayu.pk, "come": bagas.pk})
    text = answer.content.decode()
    assert "3.000 → 2.900" in text
    assert 'hx-swap-oob="true"' in text


def test_a_swap_can_be_taken_back_from_the_toast(desk, usulan, three):
    ayu, bagas, citra = three
    desk.post(address(usulan, "change/keep/"), {"out": ayu.pk, "come": bagas.pk, "version": 1})
    assert team_of(usulan) == {bagas.pk, citra.pk}
    desk.post(address(usulan, "undo/?version=2"))
    assert team_of(usulan) == {ayu.pk, citra.pk}


def test_a_change_of_an_old_version_says_so(desk, usulan, three):
    answer = desk.post(
        address(usulan, "change/keep/"), {"out": three[0].pk, "come": three[1].pk, "version": 9}
    )
    assert answer.status_code == 409


def test_a_rule_is_added_and_removed(desk, usulan):
    rule = {"about": "group", "kind": "at_least", "number": 1, "group": "unit:Riset", "version": 1}
    assert desk.post(address(usulan, "rules/add/"), rule).status_code == 302
    usulan.refresh_from_db()
    assert usulan.terms["rules"] == [{"kind": "at_least", "number": 1, "group": ["unit", "Riset"]}]
    desk.post(address(usulan, "rules/0/remove/"), {"version": 2})
    usulan.refresh_from_db()
    assert usulan.terms["rules"] == []


def test_a_rule_that_cannot_be_kept_names_the_others(desk, usulan):
    rule = {"about": "group", "kind": "at_least", "number": 3, "group": "unit:Riset", "version": 1}
    answer = desk.post(address(usulan, "rules/add/"), rule)
    assert answer.status_code == 422
    assert "paling sedikit 3 dari Riset" in answer.content.decode()


def test_a_rule_about_one_person_alone_is_refused(desk, usulan, three):
    rule = {"about": "people", "kind": "apart", "people": [three[0].pk], "version": 1}
    assert desk.post(address(usulan, "rules/add/"), rule).status_code == 422


def test_wishes_and_size_are_kept(desk, usulan):
    wishes = {
        f"wish_{name}": 10 for name in ("balance", "story", "readiness", "newcomer", "engaged", "generation")
    }
    given = {"low": 1, "high": 2, "declared_percent": 30, "star_percent": 50, "version": 1, **wishes}
    given |= views_of(usulan, 5, 15)
    assert desk.post(address(usulan, "rules/terms/"), given).status_code == 302
    usulan.refresh_from_db()
    assert (usulan.terms["low"], usulan.terms["wishes"]["story"]) == (1, 10)


def views_of(proposal, low, high):
    platforms = proposal.programme.platforms
    return {
        f"views_{name}_{end}": share for name in platforms for end, share in (("low", low), ("high", high))
    }


def terms_given(proposal, low, high):
    names = ("balance", "story", "readiness", "newcomer", "engaged")
    given = {f"wish_{name}": 0 for name in names} | views_of(proposal, low, high)
    return given | {"low": 2, "high": 2, "declared_percent": 50, "star_percent": 50, "version": 1}


def test_view_rates_of_a_scenario_move_the_expected_views(desk, usulan):
    before = usulan.figures["views"]
    assert desk.post(address(usulan, "rules/terms/"), terms_given(usulan, 10, 30)).status_code == 302
    usulan.refresh_from_db()
    assert usulan.figures["views"] == 2 * before > 0


def test_view_rates_run_from_low_to_high(desk, usulan):
    answer = desk.post(address(usulan, "rules/terms/"), terms_given(usulan, 30, 10))
    assert answer.status_code == 422
    assert "tidak boleh kurang dari" in answer.content.decode()


def test_the_waiting_list_has_pages_and_is_searched(desk, programme, three, ratna):
    for number in range(10, 38):
        make_candidate(programme, str(number), range(number * 1000, number * 1000 + 3), unit="Gudang")
    found = propose_team(programme=programme, name="Banyak", actor=ratna)
    first = desk.get(address(found)).content.decode()
    assert (first.count('data-pick-side="come"'), "Cari di daftar tunggu" in first) == (25, True)
    second = desk.get(address(found), {"page": 2}, headers={"HX-Request": "true"}).content.decode()
    assert (second.count('data-pick-side="come"'), "<html" in second) == (4, False)
    one = desk.get(address(found), {"q": "calon 37"}, headers={"HX-Request": "true"}).content.decode()
    assert one.count('data-pick-side="come"') == 1
    none = desk.get(address(found), {"unit": "Gudang", "fixed": "banned"}).content.decode()
    assert "Tidak ada yang cocok" in none


def test_an_executive_sees_only_what_was_handed_in(usulan, ratna, eko, as_user):
    browser = as_user(eko)
    assert browser.get(address(usulan)).status_code == 404
    approval.submit_proposal(proposal=usulan, version=1, actor=ratna)
    assert browser.get(address(usulan)).status_code == 200
    browser.post(address(usulan, "approve/"), {"version": 2})
    assert Proposal.objects.get().approved_by == eko


def test_two_proposals_stand_side_by_side(desk, usulan, ratna):
    copy = scenarios.copy_proposal(proposal=usulan, name="Cara lain", actor=ratna)
    answer = desk.get("/recruitment/proposals/compare/", {"with": [usulan.pk, copy.pk]})
    assert "Cara lain" in answer.content.decode()


def test_a_formula_in_a_name_stays_a_text_in_the_workbook(desk, usulan, three):
    employee = three[0].employee
    employee.name = '=HYPERLINK("http://example.org";"x")'
    employee.save()
    made = desk.get(address(usulan, "export.xlsx")).content
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert employee.name in [row[2] for row in book.get_sheet_by_name(book.sheet_names[1]).to_python()]
    sheets = zipfile.ZipFile(io.BytesIO(made))
    assert all(b"<f>" not in sheets.read(name) for name in sheets.namelist())


def test_the_paper_for_the_board_is_a_tagged_pdf(desk, usulan):
    made = desk.get(address(usulan, "export.pdf")).content
    assert made.startswith(b"%PDF")
    assert b"PlusJakartaSans" in made


def test_list_of_proposals_needs_the_same_queries_for_three(
    desk, usulan, ratna, django_assert_max_num_queries
):
    for name in ("dua", "tiga"):
        scenarios.copy_proposal(proposal=usulan, name=name, actor=ratna)
    with django_assert_max_num_queries(25):
        desk.get("/recruitment/proposals/")


def test_a_reason_names_criteria_in_each_language():
    reason = Reason("not_eligible", {"criteria": "followers, recent_post"})
    texts = reason_texts(reason, {})
    assert texts["en"] == "Does not meet the criteria: Followers on an allowed platform, Posted recently."
    assert texts["id"].startswith("Belum memenuhi syarat: Pengikut")


def test_genders_are_reported_where_they_are_given(desk, usulan, three):
    for member, gender in zip(three, ("female", "male", ""), strict=True):
        member.employee.gender = gender
        member.employee.save()
    desk.post(address(usulan, "search/"), {"version": 1})
    usulan.refresh_from_db()
    parts = {part["dimension"]: part for part in fairness_of(usulan)}
    assert {row["group"] for row in parts["gender"]["rows"]} == {"female", "male"}
    page = desk.get(address(usulan, "map/")).content.decode()
    assert "Perempuan" in page
