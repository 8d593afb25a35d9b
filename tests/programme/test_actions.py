import datetime as dt

import pytest

from digitroops.audit.models import Entry
from digitroops.programme import actions
from digitroops.programme.models import Consent, ConsentText, Criterion, Member, Policy
from digitroops.programme.queries import has_consent, missing_consents, open_consents
from digitroops.programme.signals import consent_withdrawn
from tests.world import make_member, make_pr, make_programme

pytestmark = pytest.mark.django_db


def add_programme(pr):
    return actions.add_programme(
        actor=pr,
        minimum_followers=500,
        recent_days=14,
        name="Digitroops 2027",
        goal="Vaksin yang dipahami.",
        starts=dt.date(2027, 1, 1),
        ends=dt.date(2027, 12, 31),
        platforms=["x"],
    )


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_add_programme_brings_the_default_criteria():
    programme = add_programme(make_pr())
    rows = programme.criteria.values_list("kind", "parameters", "enabled")
    assert list(rows) == [
        ("active_employment", {}, True),
        ("followers", {"minimum": 500}, True),
        ("recent_post", {"days": 14}, True),
        ("generation", {"generations": ["y"]}, False),
    ]


def test_add_programme_brings_draft_texts_in_both_languages():
    programme = add_programme(make_pr())
    text = programme.consent_texts.get()
    assert (text.published, programme.policies.get().published) == (None, None)
    assert [item.required for item in text.items.all()] == [True, True, True, True, False, False]
    assert all(item.body_id and item.body_en for item in text.items.all())


def test_start_programme_refuses_unpublished_texts():
    pr = make_pr()
    programme = add_programme(pr)
    with pytest.raises(actions.NotReady):
        actions.start_programme(actor=pr, programme=programme)
    programme.refresh_from_db()
    assert programme.state == "draft"


def test_start_programme_runs_once_published():
    pr = make_pr()
    programme = add_programme(pr)
    actions.publish_consent_text(actor=pr, text=programme.consent_texts.get())
    actions.publish_policy(actor=pr, policy=programme.policies.get())
    assert actions.start_programme(actor=pr, programme=programme).state == "running"


def test_edit_programme_refuses_a_stale_version():
    pr = make_pr()
    programme = add_programme(pr)
    actions.edit_programme(actor=pr, programme=programme, version=1, name="Pertama")
    with pytest.raises(actions.EditedMeanwhile):
        actions.edit_programme(actor=pr, programme=programme, version=1, name="Kedua")
    programme.refresh_from_db()
    assert (programme.name, programme.version) == ("Pertama", 2)


def test_published_consent_text_refuses_changes():
    pr = make_pr()
    text = add_programme(pr).consent_texts.get()
    actions.publish_consent_text(actor=pr, text=text)
    with pytest.raises(actions.AlreadyPublished):
        actions.edit_consent_text(actor=pr, text=text, purpose_id="lain", purpose_en="other", items={})
    assert ConsentText.objects.get().purpose_id != "lain"


def test_new_consent_version_asks_again():
    pr = make_pr()
    programme = add_programme(pr)
    text = actions.publish_consent_text(actor=pr, text=programme.consent_texts.get())
    member = make_member(programme, state=Member.State.INVITED)
    actions.give_consent(actor=pr, member=member, items=text.items.all())
    assert missing_consents(member) == []
    draft = actions.draft_consent_text(actor=pr, programme=programme)
    assert missing_consents(member) == []
    actions.publish_consent_text(actor=pr, text=draft)
    assert [item.key for item in missing_consents(member)] == ["contact", "archive", "audit", "review"]


def test_give_consent_twice_keeps_the_first():
    pr = make_pr()
    programme = add_programme(pr)
    text = actions.publish_consent_text(actor=pr, text=programme.consent_texts.get())
    member = make_member(programme)
    first = actions.give_consent(actor=pr, member=member, items=text.items.all()[:1])
    assert actions.give_consent(actor=pr, member=member, items=text.items.all()[:1]) == []
    assert list(Consent.objects.all()) == first


def test_withdraw_consent_tells_and_stays_in_the_record():
    pr = make_pr()
    programme = add_programme(pr)
    text = actions.publish_consent_text(actor=pr, text=programme.consent_texts.get())
    member, heard = make_member(programme), []
    actions.give_consent(actor=pr, member=member, items=text.items.all())

    def listen(sender, *, member, key, **rest):
        heard.append(key)

    consent_withdrawn.connect(listen)
    assert actions.withdraw_consent(actor=pr, member=member, key="archive")
    assert not actions.withdraw_consent(actor=pr, member=member, key="archive")
    consent_withdrawn.disconnect(listen)
    assert (heard, has_consent(member, "archive"), len(open_consents(member))) == (["archive"], False, 5)


def test_accept_policy_keeps_name_and_version():
    pr = make_pr()
    programme = add_programme(pr)
    policy = actions.publish_policy(actor=pr, policy=programme.policies.get())
    member = make_member(programme)
    for name in ("Nadia Rahmawati", "Orang Lain"):
        actions.accept_policy(actor=pr, member=member, policy=policy, name=name)
    entry = Entry.objects.get(act="policy.accepted")
    assert entry.after == {"name": "Nadia Rahmawati", "version": 1}


def test_published_policy_refuses_changes():
    pr = make_pr()
    policy = add_programme(pr).policies.get()
    actions.publish_policy(actor=pr, policy=policy)
    with pytest.raises(actions.AlreadyPublished):
        actions.edit_policy(actor=pr, policy=policy, title="x", body="y")
    assert Policy.objects.get().title != "x"


def test_move_member_refuses_a_leap():
    member = make_member(state=Member.State.INVITED)
    with pytest.raises(actions.MoveRefused):
        actions.move_member(member=member, to="active", actor=None)
    member.refresh_from_db()
    assert (member.state, acts()) == ("invited", [])


def test_move_member_refuses_when_moved_meanwhile():
    member = make_member()
    Member.objects.update(state=Member.State.LEFT)
    with pytest.raises(actions.MoveRefused):
        actions.move_member(member=member, to="paused", actor=None)
    assert acts() == []


def test_move_criterion_swaps_neighbours():
    programme = make_programme()
    last = programme.criteria.last()
    actions.move_criterion(actor=make_pr(), criterion=last, up=True)
    assert programme.criteria.first() == last


def test_change_criterion_removes():
    programme = make_programme()
    row = programme.criteria.first()
    actions.change_criterion(
        actor=make_pr(),
        programme=programme,
        criterion=row,
        kind=row.kind,
        parameters={},
        enabled=True,
        remove=True,
    )
    assert list(Criterion.objects.values_list("kind", flat=True)) == ["followers"]


def test_the_next_draft_of_an_older_text_asks_for_what_is_new():
    pr = make_pr()
    programme = add_programme(pr)
    text = programme.consent_texts.get()
    text.items.filter(key="connect").delete()
    actions.publish_consent_text(actor=pr, text=text)
    draft = actions.draft_consent_text(actor=pr, programme=programme)
    assert [item.key for item in draft.items.all()][-2:] == ["watch", "connect"]
    assert [item.required for item in draft.items.all()][-1:] == [False]
