"""Campaigns, briefs, questions and stories, published on their days."""

import datetime as dt
from pathlib import Path
from random import Random

from django.core.files import File

from digitroops.audit.actions import record
from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.demo.stories import COMING, DRAFT, STORIES, StoryText
from digitroops.demo.texts import CAMPAIGNS, BriefText, CampaignText
from digitroops.newsroom.models import (
    Asset,
    Brief,
    BriefReading,
    BriefVersion,
    Campaign,
    Caption,
    Fact,
    KeyMessage,
    Question,
    Story,
)
from digitroops.programme.models import Member, Programme

PICTURES = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1200, 675


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
            assets[text.picture] = _make_asset(programme, text)
        stories.append((_make_story(cast, campaigns[text.campaign], assets[text.picture], text, today), text))
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
    ends = today + dt.timedelta(text.ends)
    with happened(clock(day - dt.timedelta(3), 14), today=today) as moment:
        campaign = Campaign.objects.create(
            programme=programme,
            name=text.name,
            slug=text.slug,
            goal=text.goal,
            starts=day,
            ends=ends,
            state=Campaign.State.LIVE if ends >= today else Campaign.State.ENDED,
            created_by=cast.pr,
            created=moment,
        )
        record(actor=cast.pr, act="campaign.added", subject=campaign, after={"name": text.name})
    brief = _make_brief(cast, campaign, text.brief, clock(day, 8), today)
    readers = members if ends < today else members[:17]
    BriefReading.objects.bulk_create(
        BriefReading(
            brief=brief,
            member=member,
            version=1,
            at=clock(day, 8) + dt.timedelta(minutes=random.randint(20, 2600)),
        )
        for member in readers
    )
    _make_questions(cast, brief, members, text.brief, day)
    return campaign


def _make_brief(
    cast: Cast, campaign: Campaign, text: BriefText, moment: dt.datetime, today: dt.date
) -> Brief:
    brief = Brief.objects.create(
        campaign=campaign,
        title=text.title,
        summary=text.summary,
        dos="\n".join(text.dos),
        donts="\n".join(text.donts),
        version=1,
        published=moment,
        published_by=cast.pr,
        updated_by=cast.pr,
    )
    KeyMessage.objects.bulk_create(
        KeyMessage(brief=brief, text=line, order=order) for order, line in enumerate(text.messages)
    )
    Fact.objects.bulk_create(
        Fact(brief=brief, text=line, source=source, source_url=url, order=order)
        for order, (line, source, url) in enumerate(text.facts)
    )
    content = {
        "title": text.title,
        "summary": text.summary,
        "messages": list(text.messages),
        "facts": [{"text": line, "source": source, "source_url": url} for line, source, url in text.facts],
        "answers": [{"question": question, "answer": answer} for question, answer in text.answers],
        "dos": list(text.dos),
        "donts": list(text.donts),
    }
    BriefVersion.objects.create(
        brief=brief, version=1, content=content, published=moment, published_by=cast.pr
    )
    with happened(moment, today=today):
        record(actor=cast.pr, act="brief.published", subject=brief, after={"version": 1})
    return brief


def _make_questions(cast: Cast, brief: Brief, members: list[Member], text: BriefText, day: dt.date) -> None:
    by_name = {member.employee.name: member for member in members}
    for question, answer in text.answers:
        Question.objects.create(
            brief=brief,
            text=question,
            answer=answer,
            asked=clock(day, 8),
            answered=clock(day, 8),
            answered_by=cast.pr,
        )
    for order, (name, question, answer) in enumerate(text.asked, start=1):
        asked = clock(day + dt.timedelta(order), 10 + order, 12)
        answered = {"answered": asked + dt.timedelta(hours=2), "answered_by": cast.pr} if answer else {}
        Question.objects.create(
            brief=brief, asked_by=by_name[name], text=question, answer=answer, asked=asked, **answered
        )


def _make_asset(programme: Programme, text: StoryText) -> Asset:
    asset = Asset(programme=programme, alt=text.alt, width=WIDTH, height=HEIGHT)
    with (PICTURES / f"{text.picture}.png").open("rb") as file:
        asset.file.save(f"{text.picture}.png", File(file), save=True)
    return asset


def _make_story(cast: Cast, campaign: Campaign, asset: Asset, text: StoryText, today: dt.date) -> Story:
    live = clock(today + dt.timedelta(text.day), text.hour)
    if text is DRAFT:
        state = Story.State.DRAFT
    elif text is COMING:
        state = Story.State.SCHEDULED
    else:
        state = Story.State.LIVE if campaign.state == Campaign.State.LIVE else Story.State.ENDED
    written = min(live, clock(today)) - dt.timedelta(days=1)
    story = Story.objects.create(
        campaign=campaign,
        title=text.title,
        kind=text.kind,
        target_url=text.page,
        picture=asset,
        state=state,
        live_from=None if text is DRAFT else live,
        live_until=clock(campaign.ends, 23, 59),
        created_by=cast.pr,
        created=written,
    )
    Caption.objects.bulk_create(
        Caption(story=story, tone=tone, text=words, order=order)
        for order, (tone, words) in enumerate(text.captions)
    )
    with happened(written, today=today):
        record(actor=cast.pr, act="story.added", subject=story, after={"title": text.title})
    return story
