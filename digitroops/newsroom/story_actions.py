"""What PR does with stories and their pictures."""

import datetime as dt
from dataclasses import dataclass
from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from digitroops.audit.actions import record
from digitroops.newsroom.actions import EditConflict
from digitroops.newsroom.models import Asset, Campaign, Caption, Story
from digitroops.newsroom.pictures import read_picture
from digitroops.people.models import User
from digitroops.programme.models import Programme


@dataclass(frozen=True)
class StoryDraft:
    """What the story form holds."""

    title: str
    kind: str
    target_url: str
    live_from: dt.datetime | None
    live_until: dt.datetime | None
    captions: list[tuple[str, str]]

    @property
    def fields(self) -> dict[str, Any]:
        names = ("title", "kind", "target_url", "live_from", "live_until")
        return {name: getattr(self, name) for name in names}


class NothingToShare(Exception):
    """A story without a caption cannot go live."""


@transaction.atomic
def add_picture(*, programme: Programme, file: IO[bytes], size: int, alt: str, actor: User) -> Asset:
    """Keep a picture, drawn anew without hidden data; raises PictureRefused with a sentence that says why."""
    picture = read_picture(file, size)
    asset = Asset(programme=programme, alt=alt, width=picture.width, height=picture.height)
    asset.file.save(f"{get_random_string(16)}.{picture.ending}", ContentFile(picture.data), save=False)
    asset.save()
    record(actor=actor, act="picture.added", subject=asset, after={"bytes": len(picture.data)})
    return asset


@transaction.atomic
def add_story(*, campaign: Campaign, draft: StoryDraft, picture: Asset | None, actor: User) -> Story:
    """Add a story as a draft."""
    story = Story.objects.create(campaign=campaign, picture=picture, created_by=actor, **draft.fields)
    _replace_captions(story, draft)
    record(actor=actor, act="story.added", subject=story, after={"target_url": story.target_url})
    return story


@transaction.atomic
def change_story(
    *, story: Story, draft: StoryDraft, picture: Asset | None, revision: int, actor: User
) -> Story:
    """Change a story; links already shared keep the page they lead to.

    Raises EditConflict when somebody else has saved since `revision`.
    """
    before = _facts(story)
    changed = {**draft.fields, "picture": picture or story.picture, "revision": revision + 1}
    if not Story.objects.filter(pk=story.pk, revision=revision).update(**changed):
        raise EditConflict
    story.refresh_from_db()
    _replace_captions(story, draft)
    record(actor=actor, act="story.changed", subject=story, before=before, after=_facts(story))
    return story


def _facts(story: Story) -> dict[str, Any]:
    names = ("title", "kind", "target_url", "live_from", "live_until")
    captions = [f"{caption.tone}: {caption.text}" for caption in story.captions.order_by("order", "pk")]
    return {name: str(getattr(story, name) or "") for name in names} | {"captions": captions}


def _replace_captions(story: Story, draft: StoryDraft) -> None:
    """Keep a caption's row where its words stay, so that shares go on naming it."""
    present = {(caption.tone, caption.text): caption for caption in story.captions.all()}
    for place, (tone, text) in enumerate(draft.captions):
        caption = present.pop((tone, text), None) or Caption(story=story, tone=tone, text=text)
        caption.order = place
        caption.save()
    Caption.objects.filter(pk__in=[caption.pk for caption in present.values()]).delete()


@transaction.atomic
def publish_story(*, story: Story, actor: User) -> str:
    """Make a story live now, or at its set time; returns the state it is in. A second click changes nothing.

    Raises NothingToShare for a story without a caption.
    """
    if not story.captions.exists():
        raise NothingToShare
    now = timezone.now()
    later = bool(story.live_from and story.live_from > now)
    state = Story.State.SCHEDULED if later else Story.State.LIVE
    before = story.state
    moved = Story.objects.filter(pk=story.pk, state__in=(Story.State.DRAFT, Story.State.ENDED)).update(
        state=state, live_from=story.live_from if later else now
    )
    if moved:
        Campaign.objects.filter(pk=story.campaign_id, state="draft").update(state=Campaign.State.LIVE)
        record(
            actor=actor,
            act="story.published",
            subject=story,
            before={"state": before},
            after={"state": state},
        )
    story.refresh_from_db()
    return story.state


@transaction.atomic
def end_story(*, story: Story, actor: User | None) -> bool:
    """Take a story out of what members can share; links already shared go on."""
    open_states = (Story.State.LIVE, Story.State.SCHEDULED)
    ended = Story.objects.filter(pk=story.pk, state__in=open_states).update(state=Story.State.ENDED)
    if ended:
        record(actor=actor, act="story.ended", subject=story)
    story.refresh_from_db()
    return bool(ended)
