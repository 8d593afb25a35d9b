"""Campaigns, briefs, questions and stories, written and published by PR on their days."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.demo.stories import COMING, DRAFT, STORIES, StoryText
from digitroops.demo.texts import ADDED, CAMPAIGNS, COLD, BriefText, CampaignText
from digitroops.newsroom.actions import (
    acknowledge_brief,
    answer_question,
    ask_question,
    end_campaign,
    publish_brief,
    save_brief,
    save_campaign,
)
from digitroops.newsroom.content import Answered, Content, Source
from digitroops.newsroom.models import Asset, Brief, BriefReading, BriefVersion, Campaign, Question, Story
from digitroops.newsroom.story_actions import StoryDraft, add_picture, add_story, publish_story
from digitroops.notify.models import Message
from digitroops.programme.models import Member, Programme

NOT_READ = {"Nadia Rahmawati", "Rizky Hidayat", "Joko Prasetyo", "Hendra Gunadi"}
PICTURES = Path(__file__).parent / "pictures"


def make_news(
    random: Random, cast: Cast, programme: Programme, members: list[Member], today: dt.date
) -> list[tuple[Story, StoryText]]:
    """Both campaigns; returns the stories that members can have shared, with what was written of each."""
    campaigns = {
        text.slug: _make_campaign(random, cast, programme, members, text, today) for text in CAMPAIGNS
    }
    assets: dict[str, Asset] = {}
    stories = []
    for text in (*STORIES, COMING, DRAFT):
        if text.picture not in assets:
            assets[text.picture] = _make_asset(cast, programme, text, today)
        stories.append((_make_story(cast, campaigns[text.campaign], assets[text.picture], text, today), text))
    _change_brief(random, cast, campaigns[COLD.slug], members, today)
    _end_what_is_over(cast, list(campaigns.values()), today)
    return stories[: len(STORIES)]


def _make_campaign(
    random: Random,
    cast: Cast,
    programme: Programme,
    members: list[Member],
    text: CampaignText,
    today: dt.date,
) -> Campaign:
    day = today + dt.timedelta(text.starts)
    with happened(clock(day - dt.timedelta(3), 14), today=today) as written:
        campaign = save_campaign(
            campaign=Campaign(
                name=text.name,
                goal=text.goal,
                starts=day,
                ends=today + dt.timedelta(text.ends),
                created=written,
            ),
            programme=programme,
            actor=cast.pr,
        )
        brief = save_brief(campaign=campaign, content=_content(text.brief), revision=0, actor=cast.pr)
    with happened(clock(day, 8), today=today) as published:
        publish_brief(brief=brief, actor=cast.pr)
    brief.refresh_from_db()
    Brief.objects.filter(pk=brief.pk).update(published=published)
    BriefVersion.objects.filter(brief=brief).update(published=published)
    Question.objects.filter(brief=brief).update(asked=published, answered=published)
    _read(random, brief, members, published, 2600, today)
    _ask(cast, brief, members, text.brief, day, today)
    return campaign


def _change_brief(
    random: Random, cast: Cast, campaign: Campaign, members: list[Member], today: dt.date
) -> None:
    """Yesterday one answer was added, so the brief is to be read again; a few have not yet."""
    brief = Brief.objects.get(campaign=campaign)
    text = replace(COLD.brief, answers=(*COLD.brief.answers, ADDED))
    with happened(clock(today - dt.timedelta(1), 14, 5), today=today) as changed:
        save_brief(campaign=campaign, content=_content(text), revision=brief.revision, actor=cast.pr)
        brief.refresh_from_db()
        publish_brief(brief=brief, actor=cast.pr)
    brief.refresh_from_db()
    Brief.objects.filter(pk=brief.pk).update(published=changed)
    BriefVersion.objects.filter(brief=brief, version=brief.version).update(published=changed)
    Question.objects.filter(brief=brief, asked_by=None).update(asked=changed, answered=changed)
    readers = [member for member in members if member.employee.name not in NOT_READ]
    _read(random, brief, readers, changed, 540, today)


def _content(text: BriefText) -> Content:
    return Content(
        title=text.title,
        summary=text.summary,
        messages=list(text.messages),
        facts=[Source(*fact) for fact in text.facts],
        answers=[Answered(*answer) for answer in text.answers],
        dos=list(text.dos),
        donts=list(text.donts),
    )


def _read(
    random: Random, brief: Brief, members: list[Member], published: dt.datetime, minutes: int, today: dt.date
) -> None:
    """Everybody of these acknowledges the version within some minutes; what asked them to counts as read."""
    for member in members:
        at = published + dt.timedelta(minutes=random.randint(20, minutes))
        with happened(at, today=today):
            acknowledge_brief(brief=brief, member=member, version=brief.version)
        BriefReading.objects.filter(brief=brief, member=member, version=brief.version).update(at=at)
        Message.objects.filter(key=f"brief-{brief.pk}-{brief.version}-{member.pk}").update(read=at)


def _ask(
    cast: Cast, brief: Brief, members: list[Member], text: BriefText, day: dt.date, today: dt.date
) -> None:
    by_name = {member.employee.name: member for member in members}
    for order, (name, words, answer) in enumerate(text.asked, start=1):
        asked_on = day + dt.timedelta(order) if answer else today - dt.timedelta(1)
        with happened(clock(asked_on, 10 + order, 12), today=today) as asked:
            question = ask_question(brief=brief, member=by_name[name], text=words)
        Question.objects.filter(pk=question.pk).update(asked=asked)
        if answer:
            with happened(asked + dt.timedelta(hours=2), today=today) as answered:
                answer_question(question=question, answer=answer, shown_to_all=True, actor=cast.pr)
            Question.objects.filter(pk=question.pk).update(asked=asked, answered=answered)


def _make_asset(cast: Cast, programme: Programme, text: StoryText, today: dt.date) -> Asset:
    path = PICTURES / f"{text.picture}.png"
    written = _written(text, today)
    with happened(written, today=today), path.open("rb") as file:
        asset = add_picture(
            programme=programme, file=file, size=path.stat().st_size, alt=text.alt, actor=cast.pr
        )
    Asset.objects.filter(pk=asset.pk).update(created=written)
    return asset


def _written(text: StoryText, today: dt.date) -> dt.datetime:
    """When PR wrote it: the day before it went live, yesterday at the latest."""
    return clock(today + dt.timedelta(min(text.day, 0)), text.hour) - dt.timedelta(days=1)


def _make_story(cast: Cast, campaign: Campaign, asset: Asset, text: StoryText, today: dt.date) -> Story:
    live = clock(today + dt.timedelta(text.day), text.hour)
    draft = StoryDraft(
        title=text.title,
        kind=text.kind,
        target_url=text.page,
        live_from=None if text is DRAFT else live,
        live_until=clock(campaign.ends, 23, 59),
        captions=list(text.captions),
    )
    written = _written(text, today)
    with happened(written, today=today):
        story = add_story(campaign=campaign, draft=draft, picture=asset, actor=cast.pr)
    Story.objects.filter(pk=story.pk).update(created=written)
    if text is not DRAFT:
        with happened(min(live, clock(today, 7)), today=today):
            publish_story(story=story, actor=cast.pr)
        state = Story.State.LIVE if text.day <= 0 else Story.State.SCHEDULED
        Story.objects.filter(pk=story.pk).update(live_from=live, state=state)
    story.refresh_from_db()
    return story


def _end_what_is_over(cast: Cast, campaigns: list[Campaign], today: dt.date) -> None:
    for campaign in campaigns:
        if campaign.ends < today:
            with happened(clock(campaign.ends, 23, 59), today=today):
                end_campaign(campaign=campaign, actor=cast.pr)
