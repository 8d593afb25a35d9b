import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.actions import approval, selection, succession
from digitroops.recruitment.actions.drafting import SelectionError
from digitroops.recruitment.models import Application, Proposal
from tests.recruitment.world import make_call, make_candidate, team_of
from tests.world import make_pr, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_in(usulan, ratna, eko):
    return approval.submit_proposal(proposal=usulan, version=1, actor=ratna)


@pytest.fixture
def approved(handed_in, eko):
    return approval.approve_proposal(proposal=handed_in, version=2, actor=eko)


@pytest.fixture
def published(approved, ratna):
    return approval.publish_proposal(proposal=approved, version=3, actor=ratna)


def test_handing_in_tells_whoever_may_approve(handed_in, ratna, eko):
    assert handed_in.state == Proposal.State.WAITING
    assert [message.user for message in Message.objects.filter(kind="proposal")] == [eko]


def test_what_was_handed_in_can_no_longer_be_changed(handed_in, three, ratna):
    with pytest.raises(SelectionError):
        selection.change_team(proposal=handed_in, out=[three[0]], come=[three[1]], version=2, actor=ratna)


def test_nobody_approves_their_own_team(handed_in, ratna):
    with pytest.raises(SelectionError):
        approval.approve_proposal(proposal=handed_in, version=2, actor=ratna)
    assert Proposal.objects.get().state == Proposal.State.WAITING


def test_nobody_approves_a_team_they_changed(usulan, three, ratna):
    other = make_pr("tuti@nusavaksin.example")
    selection.change_team(proposal=usulan, out=[three[0]], come=[three[1]], version=1, actor=other)
    approval.submit_proposal(proposal=usulan, version=2, actor=ratna)
    with pytest.raises(SelectionError):
        approval.approve_proposal(proposal=usulan, version=3, actor=other)


def test_a_second_person_approves_and_the_author_is_told(approved, ratna, eko):
    assert (approved.state, approved.approved_by) == (Proposal.State.APPROVED, eko)
    assert Message.objects.filter(user=ratna, kind="proposal").count() == 1
    assert Entry.objects.filter(act="proposal.approved", actor=eko).count() == 1


def test_sending_back_makes_a_draft_with_the_reason_as_comment(handed_in, eko):
    approval.return_proposal(proposal=handed_in, version=2, actor=eko, reason="Produksi terlalu sedikit.")
    assert handed_in.state == Proposal.State.DRAFT
    assert handed_in.comments.get().text == "Produksi terlalu sedikit."


def test_only_an_approved_team_is_published(usulan, ratna):
    with pytest.raises(SelectionError):
        approval.publish_proposal(proposal=usulan, version=1, actor=ratna)
    assert Message.objects.count() == 0


def test_publish_moves_the_chosen_and_tells_everybody(published, three):
    ayu, bagas, _citra = three
    states = dict(Member.objects.values_list("pk", "state"))
    assert (states[ayu.pk], states[bagas.pk]) == (Member.State.ONBOARDING, Member.State.SCREENED)
    assert Message.objects.filter(kind="selection").count() == 3


def test_publish_twice_tells_nobody_twice(published, ratna):
    approval.publish_proposal(proposal=Proposal.objects.get(), version=3, actor=ratna)
    assert Message.objects.filter(kind="selection").count() == 3


def test_publish_refuses_somebody_who_has_left_the_pool(approved, three, ratna):
    Member.objects.filter(pk=three[0].pk).update(state=Member.State.LEFT)
    with pytest.raises(SelectionError, match="Calon 1"):
        approval.publish_proposal(proposal=approved, version=3, actor=ratna)
    assert Message.objects.filter(kind="selection").count() == 0


def test_handing_in_asks_before_a_rule_is_broken(usulan, programme, three, ratna, eko):
    _ayu, bagas, citra = three
    unit, kind = make_unit("Riset"), Criterion.Kind.UNIT_MIN
    Criterion.objects.create(programme=programme, kind=kind, parameters={"count": 1, "unit": unit.pk})
    selection.change_team(proposal=usulan, out=[citra], come=[bagas], version=1, actor=ratna)
    with pytest.raises(SelectionError):
        approval.submit_proposal(proposal=usulan, version=2, actor=ratna)
    approval.submit_proposal(proposal=usulan, version=2, actor=ratna, accept_broken=True)
    assert usulan.state == Proposal.State.WAITING


def test_a_draft_put_away_can_be_brought_back(usulan, ratna):
    approval.discard_proposal(proposal=usulan, actor=ratna)
    approval.restore_proposal(proposal=usulan, actor=ratna)
    assert Proposal.objects.get().state == Proposal.State.DRAFT


def test_the_best_replacement_is_proposed_around_the_team_that_stands(published, programme, three, ratna):
    ayu, bagas, citra = three
    dewi = make_candidate(programme, "4", range(9000, 12_000))
    Member.objects.filter(pk=ayu.pk).update(state=Member.State.LEFT)
    successor = succession.propose_successor(proposal=published, name="Pengganti", actor=ratna)
    assert team_of(successor) == {citra.pk, dewi.pk}
    assert bagas.pk in set(successor.seats.values_list("member_id", flat=True))


def test_publishing_a_replacement_tells_only_who_is_new(published, programme, three, ratna, eko):
    ayu, _bagas, _citra = three
    dewi = make_candidate(programme, "4", range(9000, 12_000))
    Member.objects.filter(pk=ayu.pk).update(state=Member.State.LEFT)
    successor = succession.propose_successor(proposal=published, name="Pengganti", actor=ratna)
    approval.submit_proposal(proposal=successor, version=1, actor=ratna)
    approval.approve_proposal(proposal=successor, version=2, actor=eko)
    Message.objects.filter(kind="selection").delete()
    approval.publish_proposal(proposal=successor, version=3, actor=ratna)
    assert [message.user for message in Message.objects.filter(kind="selection")] == [dewi.employee.user]


def test_whoever_was_not_chosen_reads_their_reasons_without_a_name(published, three, as_user):
    bagas = three[1]
    call = make_call(published.programme)
    Application.objects.create(member=bagas, call=call, submitted=timezone.now())
    page = as_user(bagas.employee.user).get("/recruitment/apply/").content.decode()
    assert "pengikutnya sudah dijangkau tim" in page
    assert "Calon 1" not in page
