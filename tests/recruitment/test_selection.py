import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.engines.audience import keys_of
from digitroops.notify.models import Message
from digitroops.presence.models import Audience, SocialAccount
from digitroops.programme.models import Criterion, Member
from digitroops.recruitment.actions import selection as actions
from digitroops.recruitment.models import Application, Call, CriterionResult, Proposal, Seat
from digitroops.recruitment.queries import pool, selection
from digitroops.screening.models import Audit
from tests.world import make_member, make_pr, make_programme, make_unit

pytestmark = pytest.mark.django_db


def make_candidate(programme, number, followers, *, unit="Produksi", outcome="clear", **changes):
    """A screened person whose X account is followed by the numbers in `followers`."""
    member = make_member(programme, number, name=f"Calon {number}", state=Member.State.SCREENED, **changes)
    member.employee.unit = make_unit(unit)
    member.employee.save()
    expires = timezone.localdate() + dt.timedelta(days=365)
    Audit.objects.create(
        member=member, state=Audit.State.DECIDED, outcome=outcome, decided=timezone.now(), expires=expires
    )
    account = SocialAccount.objects.create(employee=member.employee, platform="x", handle=f"calon{number}")
    keys = keys_of("x", [str(one) for one in followers])
    Audience.objects.create(account=account, keys=keys.to_bytes(), count=len(followers))
    return member


@pytest.fixture
def programme():
    return make_programme(team_size=2)


@pytest.fixture
def three(programme):
    """Ayu and Bagas share most followers; Citra has fewer, all her own."""
    return (
        make_candidate(programme, "1", range(2000)),
        make_candidate(programme, "2", range(100, 2000)),
        make_candidate(programme, "3", range(5000, 6000), unit="Riset"),
    )


@pytest.fixture
def ratna():
    return make_pr()


def team_of(proposal):
    return set(proposal.seats.filter(chosen=True).values_list("member_id", flat=True))


def test_propose_team_takes_those_who_reach_different_people(programme, three, ratna):
    ayu, _bagas, citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    assert team_of(proposal) == {ayu.pk, citra.pk}
    assert proposal.figures["unique_reach"] == 3000


def test_propose_team_gives_everybody_a_reason_in_both_languages(programme, three, ratna):
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    texts = [seat.reasons[0] for seat in proposal.seats.all()]
    assert [sorted(text) for text in texts] == [["en", "id"]] * 3
    waiting = proposal.seats.get(chosen=False)
    assert "Calon" in waiting.reasons[0]["id"]


def test_propose_team_leaves_out_whom_reviewers_did_not_clear(programme, three, ratna):
    make_candidate(programme, "9", range(90_000, 99_000), outcome="not_now")
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    assert proposal.seats.count() == 3


def test_propose_team_without_candidates_says_what_to_do(programme, ratna):
    with pytest.raises(actions.SelectionError) as refused:
        actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    assert len(refused.value.sentences) == 1
    assert Proposal.objects.count() == 0


def test_propose_team_names_rules_that_contradict(programme, three, ratna):
    unit = make_unit("Riset")
    kind = Criterion.Kind.UNIT_MIN
    Criterion.objects.create(programme=programme, kind=kind, parameters={"count": 2, "unit": unit.pk})
    with pytest.raises(actions.SelectionError, match="Riset"):
        actions.propose_team(programme=programme, name="Usulan", actor=ratna)


def test_an_unmet_criterion_keeps_somebody_out_until_it_is_overridden(programme, three):
    ayu = three[0]
    call = Call.objects.create(
        programme=programme, title="c", message="m", closes=timezone.localdate(), token="t"
    )
    application = Application.objects.create(member=ayu, call=call)
    criterion = programme.criteria.get(kind=Criterion.Kind.FOLLOWERS)
    result = CriterionResult.objects.create(
        application=application, criterion=criterion, verdict="unverified"
    )
    unmet = {one.key: one.unmet for one in pool.candidates_of(programme)}
    assert unmet[str(ayu.pk)] == ("followers",)
    CriterionResult.objects.filter(pk=result.pk).update(override="met")
    assert all(not one.unmet for one in pool.candidates_of(programme))


def test_swap_members_changes_the_figures_and_is_recorded(programme, three, ratna):
    ayu, bagas, citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.swap_members(proposal=proposal, out=ayu, come=bagas, version=1, actor=ratna)
    assert team_of(proposal) == {bagas.pk, citra.pk}
    assert proposal.figures["unique_reach"] == 2900
    assert Entry.objects.filter(act="proposal.swapped").count() == 1


def test_change_of_shows_what_a_swap_would_do(programme, three, ratna):
    ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    change = selection.change_of(proposal, ayu.pk, bagas.pk)
    assert (change.before.unique_reach, change.after.unique_reach) == (3000, 2900)
    assert proposal.version == Proposal.objects.get().version


def test_a_swap_on_an_old_version_is_refused_and_changes_nothing(programme, three, ratna):
    ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    before = team_of(proposal)
    with pytest.raises(actions.SelectionError):
        actions.swap_members(proposal=proposal, out=ayu, come=bagas, version=7, actor=ratna)
    assert team_of(proposal) == before


def test_propose_again_keeps_whom_pr_has_locked_in(programme, three, ratna):
    _ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.fix_seat(proposal=proposal, member=bagas, fixed=Seat.Fixed.LOCKED, version=1, actor=ratna)
    actions.propose_again(proposal=proposal, version=2, actor=ratna)
    assert bagas.pk in team_of(proposal)


def test_publish_moves_the_chosen_and_tells_everybody(programme, three, ratna):
    ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.publish_proposal(proposal=proposal, version=1, actor=ratna)
    states = dict(Member.objects.values_list("pk", "state"))
    assert (states[ayu.pk], states[bagas.pk]) == (Member.State.ONBOARDING, Member.State.SCREENED)
    assert Message.objects.filter(kind="selection").count() == 3


def test_publish_twice_tells_nobody_twice(programme, three, ratna):
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    for _click in range(2):
        actions.publish_proposal(proposal=Proposal.objects.get(), version=1, actor=ratna)
    assert Message.objects.filter(kind="selection").count() == 3
    assert proposal.seats.count() == 3


def test_publish_refuses_somebody_who_has_left_the_pool(programme, three, ratna):
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    Member.objects.filter(pk=three[0].pk).update(state=Member.State.LEFT)
    with pytest.raises(actions.SelectionError, match="Calon 1"):
        actions.publish_proposal(proposal=proposal, version=1, actor=ratna)
    assert Message.objects.count() == 0


def test_publish_asks_before_a_rule_is_broken(programme, three, ratna):
    ayu, bagas, citra = three
    unit = make_unit("Riset")
    kind = Criterion.Kind.UNIT_MIN
    Criterion.objects.create(programme=programme, kind=kind, parameters={"count": 1, "unit": unit.pk})
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.swap_members(proposal=proposal, out=citra, come=bagas, version=1, actor=ratna)
    with pytest.raises(actions.SelectionError):
        actions.publish_proposal(proposal=proposal, version=2, actor=ratna)
    actions.publish_proposal(proposal=proposal, version=2, actor=ratna, accept_broken=True)
    assert Member.objects.get(pk=ayu.pk).state == Member.State.ONBOARDING
