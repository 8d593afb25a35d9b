import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.links.models import ClickDay, Link
from digitroops.newsroom.models import Story
from digitroops.notify.models import Message
from digitroops.sharing import actions, jobs, queries
from digitroops.sharing.actions import Words
from digitroops.sharing.models import Proof, Share, SharingPause
from tests.world import make_member, make_programme, make_share, make_story

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
POST = "https://x.com/nadia/status/1861234567890"


def share(member=None, story=None, key="k1", **changes):
    story = story or Story.objects.first() or make_story()
    options = {"channel": "x", "words": Words("Halo"), "request_key": key, **changes}
    return actions.share_story(member=member or make_member(), story=story, **options)


def pause(programme, key="incident-1"):
    return actions.pause_sharing(
        programme=programme, key=key, title="Isu", instruction="Diam dulu.", path="/crisis/", actor=None
    )


def test_share_story_gives_every_share_its_own_link():
    member = make_member()
    first, second = share(member, key="a"), share(member, key="b")
    assert first.link.code != second.link.code


def test_share_story_twice_with_one_request_is_one_share():
    member = make_member()
    assert share(member) == share(member)
    assert (Share.objects.count(), Link.objects.count()) == (1, 1)
    assert Entry.objects.filter(act="share.opened").count() == 1


def test_share_story_knows_own_words_from_a_caption():
    caption = make_story().captions.first()
    assert not share(words=Words(caption.text, caption)).own_words
    assert share(make_member(number="2002"), words=Words("Lain", caption)).own_words


def test_share_story_is_refused_once_the_story_has_ended():
    with pytest.raises(actions.StoryOver):
        share(story=make_story(state="ended"))
    assert Link.objects.count() == 0


def test_share_story_is_refused_while_sharing_is_paused():
    member = make_member()
    pause(member.programme)
    with pytest.raises(actions.SharingPaused) as refused:
        share(member)
    assert refused.value.pause.instruction == "Diam dulu."


def test_pause_sharing_stops_open_and_planned_shares_only():
    states = ["opened", "scheduled", "posted", "withdrawn"]
    programme = make_share(state=states[0]).member.programme
    for state in states[1:]:
        make_share(state=state)
    pause(programme)
    pause(programme)
    assert list(Share.objects.order_by("pk").values_list("state", flat=True)) == [
        "stopped",
        "stopped",
        "posted",
        "withdrawn",
    ]
    assert SharingPause.objects.count() == 1


def test_pause_sharing_leaves_other_programmes_alone():
    share = make_share()
    pause(make_programme(name="Lain"))
    share.refresh_from_db()
    assert share.state == "opened"


def test_resume_sharing_plans_again_what_was_planned_and_withdraws_it_where_the_story_is_over():
    later = timezone.now() + dt.timedelta(hours=2)
    live, opened = make_share(state="scheduled", due=later), make_share()
    over = make_share(story=make_story(title="Lama"), state="scheduled", due=later)
    pause(live.member.programme)
    Story.objects.filter(pk=over.story_id).update(state="ended")
    assert actions.resume_sharing(key="incident-1", actor=None) == 2
    assert actions.resume_sharing(key="incident-1", actor=None) == 0
    for share, state in ((live, "scheduled"), (opened, "opened"), (over, "withdrawn")):
        share.refresh_from_db()
        assert share.state == state
    assert live.due == later


def test_a_pause_leaves_alone_what_people_have_followed_already():
    share = make_share(story=make_story(title="Lama"))
    ClickDay.objects.create(link=share.link, date=timezone.localdate(), people=3)
    pause(share.member.programme)
    Story.objects.filter(pk=share.story_id).update(state="ended")
    actions.resume_sharing(key="incident-1", actor=None)
    share.refresh_from_db()
    assert share.state == "opened"


def test_resume_sharing_waits_for_the_last_pause():
    share = make_share()
    for key in ("incident-1", "incident-2"):
        pause(share.member.programme, key)
    actions.resume_sharing(key="incident-1", actor=None)
    share.refresh_from_db()
    assert share.state == "stopped"


def test_record_post_keeps_the_proof_and_corrects_it():
    share = make_share()
    for url in (POST, POST, f"{POST}1"):
        actions.record_post(share=share, url=url)
    assert (share.state, Proof.objects.get().url) == ("posted", f"{POST}1")
    assert Entry.objects.filter(act="share.posted").count() == 2


def test_record_post_works_without_an_address_where_there_is_none():
    share = actions.record_post(share=make_share(channel="whatsapp"), url="")
    assert (share.state, Proof.objects.count()) == ("posted", 0)


def test_withdraw_share_ends_its_link():
    share = make_share()
    for _ in range(2):
        actions.withdraw_share(share=share)
    assert Link.objects.get().withdrawn
    assert Entry.objects.filter(act="share.withdrawn").count() == 1


def test_skip_story_hides_it_and_leaves_no_trace_for_others():
    story, member = make_story(), make_member()
    actions.skip_story(member=member, story=story)
    assert list(queries.stories_for(member)) == []
    assert list(queries.stories_for(make_member(number="2002"))) == [story]
    assert not Entry.objects.filter(person_id=member.employee_id).exists()
    actions.take_back_skip(member=member, story=story)
    assert list(queries.stories_for(member)) == [story]


def test_remind_due_reminds_once():
    now = timezone.now()
    make_share(state="scheduled", due=now - HOUR)
    make_share(state="scheduled", due=now + HOUR)
    assert [jobs.remind_due(now), jobs.remind_due(now)] == [1, 0]
    assert Message.objects.filter(kind="share-due").count() == 1
    assert sorted(Share.objects.values_list("state", flat=True)) == ["opened", "scheduled"]
