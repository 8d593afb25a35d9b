import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.presence.models import Audience, SocialAccount
from digitroops.programme.models import Criterion
from digitroops.recruitment.actions import selection as actions
from digitroops.recruitment.models import Application, Call, CriterionResult, Proposal, Seat
from digitroops.recruitment.queries import pool, selection
from digitroops.recruitment.queries.found import appraisal_of
from tests.recruitment.world import make_candidate, team_of
from tests.world import make_unit

pytestmark = pytest.mark.django_db


def test_propose_team_takes_those_who_reach_different_people(programme, three, ratna):
    ayu, _bagas, citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    assert team_of(proposal) == {ayu.pk, citra.pk}
    assert proposal.figures["unique_reach"] == 3000


def test_propose_team_gives_everybody_a_reason_in_both_languages(programme, three, ratna):
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    texts = [seat.reasons[0] for seat in proposal.seats.all()]
    assert [sorted(text) for text in texts] == [["en", "id", "key"]] * 3
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


def test_change_team_changes_the_figures_and_is_recorded(programme, three, ratna):
    ayu, bagas, citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.change_team(proposal=proposal, out=[ayu], come=[bagas], version=1, actor=ratna)
    assert team_of(proposal) == {bagas.pk, citra.pk}
    assert proposal.figures["unique_reach"] == 2900
    assert Entry.objects.filter(act="proposal.swapped").count() == 1


def test_change_of_shows_what_a_swap_would_do(programme, three, ratna):
    ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    change = selection.change_of(proposal, [ayu.pk], [bagas.pk])
    assert (change.before.unique_reach, change.after.unique_reach) == (3000, 2900)
    assert proposal.version == Proposal.objects.get().version


def test_a_swap_on_an_old_version_is_refused_and_changes_nothing(programme, three, ratna):
    ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    before = team_of(proposal)
    with pytest.raises(actions.SelectionError):
        actions.change_team(proposal=proposal, out=[ayu], come=[bagas], version=7, actor=ratna)
    assert team_of(proposal) == before


def test_propose_again_keeps_whom_pr_has_locked_in(programme, three, ratna):
    _ayu, bagas, _citra = three
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    actions.fix_seat(proposal=proposal, member=bagas, fixed=Seat.Fixed.LOCKED, version=1, actor=ratna)
    actions.propose_again(proposal=proposal, version=2, actor=ratna)
    assert bagas.pk in team_of(proposal)


def test_somebody_may_be_taken_out_alone_and_the_size_is_named(usulan, three, ratna):
    ayu, _bagas, citra = three
    actions.change_team(proposal=usulan, out=[ayu], come=[], version=1, actor=ratna)
    assert team_of(usulan) == {citra.pk}
    assert "2" in usulan.figures["broken"][0]["id"]


def test_undo_brings_back_team_and_locks(usulan, three, ratna):
    ayu, bagas, citra = three
    actions.change_team(proposal=usulan, out=[ayu], come=[bagas], version=1, actor=ratna)
    actions.fix_seat(proposal=usulan, member=bagas, fixed="locked", version=2, actor=ratna)
    actions.undo_step(proposal=usulan, version=3, actor=ratna)
    assert usulan.seats.get(member=bagas).fixed == ""
    actions.undo_step(proposal=usulan, version=4, actor=ratna)
    assert team_of(usulan) == {ayu.pk, citra.pk}
    with pytest.raises(actions.SelectionError):
        actions.undo_step(proposal=usulan, version=5, actor=ratna)


def test_two_people_change_at_once_and_only_the_first_counts(usulan, three, ratna):
    ayu, bagas, citra = three
    mine, other = Proposal.objects.get(), Proposal.objects.get()
    actions.change_team(proposal=mine, out=[ayu], come=[bagas], version=1, actor=ratna)
    with pytest.raises(actions.SelectionError):
        actions.change_team(proposal=other, out=[citra], come=[bagas], version=1, actor=ratna)
    assert team_of(usulan) == {bagas.pk, citra.pk}


def test_a_lock_that_no_team_can_keep_is_refused_with_the_smallest_set(usulan, three, ratna):
    version = 1
    for member in three[:2]:
        actions.fix_seat(proposal=usulan, member=member, fixed="locked", version=version, actor=ratna)
        version += 1
    with pytest.raises(actions.SelectionError) as refused:
        actions.fix_seat(proposal=usulan, member=three[2], fixed="locked", version=version, actor=ratna)
    assert len(refused.value.sentences) == 5
    assert usulan.seats.filter(fixed="locked").count() == 2


def test_an_archive_withdrawn_in_the_middle_is_named_and_counts_no_more(usulan, three):
    before = appraisal_of(usulan)
    Audience.objects.filter(account__employee=three[0].employee).delete()
    after = appraisal_of(usulan)
    assert (before.found.figures.unique_reach, after.found.figures.unique_reach) == (3000, 1000)
    assert [problem.reason.key for problem in after.found.problems] == ["no_audience"]


def test_a_stored_audience_that_cannot_be_read_counts_as_none(programme, three):
    Audience.objects.filter(account__employee=three[0].employee).update(keys=b"torn")
    ayu = next(one for one in pool.candidates_of(programme) if one.key == str(three[0].pk))
    assert ayu.accounts[0].audience is None


def test_two_people_with_the_same_account_are_named(programme, three, ratna):
    SocialAccount.objects.filter(employee=three[1].employee).update(handle="calon1")
    with pytest.raises(actions.SelectionError, match="Calon 1"):
        actions.propose_team(programme=programme, name="Usulan", actor=ratna)


def test_an_absurd_number_counts_nothing_and_is_named(programme, three, ratna):
    SocialAccount.objects.create(
        employee=three[0].employee, platform="instagram", handle="ayu", declared_followers=10**12
    )
    proposal = actions.propose_team(programme=programme, name="Usulan", actor=ratna)
    assert "1.000.000.000.000" in proposal.figures["notices"][0]["id"]
    assert proposal.figures["declared"] == 0


def test_fewer_than_the_team_size_says_what_to_change(programme, three, ratna):
    programme.team_size = 4
    programme.save()
    with pytest.raises(actions.SelectionError, match="4"):
        actions.propose_team(programme=programme, name="Usulan", actor=ratna)


def test_an_appraisal_is_kept_until_something_changes(usulan, django_assert_max_num_queries):
    first = appraisal_of(usulan)
    with django_assert_max_num_queries(8):
        assert appraisal_of(Proposal.objects.get()) is first


def test_story_hours_and_newcomers_reach_the_engine(programme, three):
    call = Call.objects.create(
        programme=programme, title="c", message="m", closes=timezone.localdate(), token="t"
    )
    given = {"languages": ["Sunda"], "hours": 4, "city": "Bandung", "sample": "ready"}
    Application.objects.create(member=three[0], call=call, **given)
    ayu, bagas, _citra = sorted(pool.candidates_of(programme), key=lambda one: int(one.key))
    assert (ayu.story, ayu.hours, ayu.location, ayu.tags) == (1.0, 4, "Bandung", frozenset())
    assert (ayu.readiness, bagas.readiness) == (1.0, 0.5)
    assert bagas.tags == {"needs_training"}
