import datetime as dt

import pytest

from digitroops.audit.models import Entry
from digitroops.newsroom import actions, jobs, queries, story_actions
from digitroops.newsroom.content import Answered, Content, Source
from digitroops.newsroom.models import Brief, Campaign, Question, Story
from digitroops.notify.models import Message
from digitroops.programme.models import Member
from tests.world import make_campaign, make_member, make_pr, make_programme, make_story

pytestmark = pytest.mark.django_db
CONTENT = Content(
    title="Kenapa vaksin naik perahu",
    summary="Rantai dingin sampai ke pulau.",
    messages=["Suhunya tetap 2–8 °C."],
    facts=[Source("Suhu 3,6–5,1 °C.", "Catatan suhu", "https://nusavaksin.example/suhu")],
    answers=[Answered("Aman?", "Ya.")],
    dos=["Pakai kata sendiri."],
    donts=["Menyebut nama pasien."],
)


def save(content=CONTENT, revision=0, actor=None, campaign=None):
    campaign = campaign or Campaign.objects.first() or make_campaign()
    return actions.save_brief(campaign=campaign, content=content, revision=revision, actor=actor or make_pr())


def changed(title):
    return Content(**{**CONTENT.__dict__, "title": title})


def unread_by(member):
    seen = queries.briefs_seen_by(member.employee.user, member.programme)
    return [
        queries.latest_version(brief).content["title"]
        for brief in queries.with_read(seen, member)
        if not brief.is_read
    ]


def test_save_brief_keeps_every_part():
    assert queries.content_of(save()) == CONTENT


def test_save_brief_refuses_to_overwrite_somebody_else():
    pr = make_pr()
    save(actor=pr)
    save(changed("Dari Ratna"), 1, pr)
    with pytest.raises(actions.EditConflict):
        save(changed("Dari Budi"), 1, pr)
    assert Brief.objects.get().title == "Dari Ratna"


def test_save_brief_refuses_a_second_first_brief():
    pr = make_pr()
    save(actor=pr)
    with pytest.raises(actions.EditConflict):
        save(changed("Kedua"), 0, pr)


def test_publish_brief_tells_active_members_once():
    pr, member = make_pr(), make_member()
    make_member(number="2002", state=Member.State.APPLIED)
    brief = save(actor=pr)
    versions = [actions.publish_brief(brief=Brief.objects.get(), actor=pr) for _ in range(2)]
    assert [version and version.version for version in versions] == [1, None]
    assert list(Message.objects.values_list("user", flat=True)) == [member.employee.user.pk]
    assert queries.latest_version(brief).content == CONTENT.as_json()


def test_publish_brief_starts_the_campaign():
    make_campaign(state="draft")
    actions.publish_brief(brief=save(), actor=None)
    assert Campaign.objects.get().state == "live"


def test_publish_brief_again_asks_to_read_again():
    pr, member = make_pr(), make_member()
    brief = save(actor=pr)
    actions.publish_brief(brief=brief, actor=pr)
    actions.acknowledge_brief(brief=brief, member=member, version=1)
    assert unread_by(member) == []
    actions.publish_brief(brief=save(changed("Baru"), 1, pr), actor=pr)
    assert unread_by(member) == ["Baru"]
    assert [reader["done"] for reader in queries.readers_of(Brief.objects.get())] == [False]


def test_a_draft_change_is_not_seen_before_it_is_published():
    pr, member = make_pr(), make_member()
    actions.publish_brief(brief=save(actor=pr), actor=pr)
    save(changed("Belum jadi"), 1, pr)
    assert unread_by(member) == [CONTENT.title]
    assert queries.has_changes(Brief.objects.get())


def test_acknowledge_brief_twice_is_one_reading():
    brief, member = save(), make_member()
    assert [actions.acknowledge_brief(brief=brief, member=member, version=1) for _ in range(2)] == [
        True,
        False,
    ]
    assert Entry.objects.filter(act="brief.read").count() == 1


def test_ask_question_twice_is_one_question():
    brief, member = save(), make_member()
    for _ in range(2):
        actions.ask_question(brief=brief, member=member, text="Boleh sebut nama kapal?")
    assert Question.objects.filter(asked_by=member).count() == 1


@pytest.mark.parametrize(("to_all", "seen"), [(True, 1), (False, 0)])
def test_answer_question_is_shown_to_all_or_to_the_asker(to_all, seen):
    brief, asker, other = save(), make_member(), make_member(number="2002")
    question = actions.ask_question(brief=brief, member=asker, text="Boleh?")
    actions.answer_question(
        question=question, answer="Boleh.", shown_to_all=to_all, actor=make_pr("a@b.example")
    )
    assert queries.questions_for(other, brief).count() == seen
    assert queries.questions_for(asker, brief).count() == 1
    assert Message.objects.filter(kind="answer").get().user == asker.employee.user


def draft(**changes):
    fields = {
        "title": "Kisah",
        "kind": "field",
        "target_url": "https://nusavaksin.example/",
        "live_from": None,
        "live_until": None,
        "captions": [("Santai", "Dua hari di laut.")],
    }
    return story_actions.StoryDraft(**fields | changes)


def test_publish_story_twice_is_one_publication():
    story = story_actions.add_story(campaign=make_campaign(), draft=draft(), picture=None, actor=make_pr())
    states = [story_actions.publish_story(story=story, actor=None) for _ in range(2)]
    assert states == ["live", "live"]
    assert Entry.objects.filter(act="story.published").count() == 1


def test_publish_story_needs_a_caption():
    with pytest.raises(story_actions.NothingToShare):
        story_actions.publish_story(story=make_story(captions=0, state="draft"), actor=None)


def test_change_story_refuses_an_old_revision_and_keeps_captions():
    story, pr = make_story(), make_pr()
    same = [(caption.tone, caption.text) for caption in story.captions.all()]
    kept = set(story.captions.values_list("pk", flat=True))
    story_actions.change_story(story=story, draft=draft(captions=same), picture=None, revision=1, actor=pr)
    assert set(story.captions.values_list("pk", flat=True)) == kept
    with pytest.raises(actions.EditConflict):
        story_actions.change_story(story=story, draft=draft(), picture=None, revision=1, actor=pr)


NOW = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "live_from", "live_until", "after"),
    [
        ("scheduled", NOW - HOUR, None, "live"),
        ("scheduled", NOW + HOUR, None, "scheduled"),
        ("live", NOW - HOUR, NOW, "ended"),
        ("scheduled", NOW - HOUR, NOW, "ended"),
        ("draft", NOW - HOUR, None, "draft"),
    ],
)
def test_advance_stories_moves_what_is_due(state, live_from, live_until, after):
    make_story(state=state, live_from=live_from, live_until=live_until)
    for _ in range(2):
        jobs.advance_stories(NOW)
    assert Story.objects.get().state == after


def test_advance_stories_ends_campaigns_after_their_last_day():
    make_story(make_campaign(ends=dt.date(2026, 11, 17)))
    jobs.advance_stories(NOW)
    assert (Story.objects.get().state, Campaign.objects.get().state) == ("ended", "ended")


def test_save_campaign_finds_a_free_utm_name():
    programme, pr = make_programme(), make_pr()
    for _ in range(3):
        new = Campaign(name="Pekan Imunisasi", goal="x", starts=dt.date(2026, 1, 1), ends=dt.date(2026, 2, 1))
        actions.save_campaign(campaign=new, programme=programme, actor=pr)
    slugs = list(Campaign.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == ["pekan-imunisasi", "pekan-imunisasi-2", "pekan-imunisasi-3"]
