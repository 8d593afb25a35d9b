"""What the clock does to stories and campaigns."""

import datetime as dt

from digitroops.audit.actions import record
from digitroops.newsroom.models import Campaign, Story


def advance_stories(now: dt.datetime) -> int:
    """Make scheduled stories live and end those past their time; returns how many moved. Safe to run twice."""
    state = Story.State
    due = Story.objects.filter(state=state.SCHEDULED, live_from__lte=now)
    moved = sum(_move(story, state.SCHEDULED, state.LIVE) for story in due)
    over = Story.objects.filter(state=state.LIVE, live_until__lte=now)
    moved += sum(_move(story, state.LIVE, state.ENDED) for story in over)
    for campaign in Campaign.objects.filter(state=Campaign.State.LIVE, ends__lt=now.date()):
        left = campaign.stories.filter(state__in=(state.LIVE, state.SCHEDULED))
        moved += sum(_move(story, story.state, state.ENDED) for story in left)
        if Campaign.objects.filter(pk=campaign.pk, state="live").update(state=Campaign.State.ENDED):
            record(actor=None, act="campaign.ended", subject=campaign)
    return moved


def _move(story: Story, before: str, after: str) -> bool:
    moved = Story.objects.filter(pk=story.pk, state=before).update(state=after)
    if moved:
        act = "story.went_live" if after == Story.State.LIVE else "story.ended"
        record(actor=None, act=act, subject=story, before={"state": before}, after={"state": after})
    return bool(moved)
