"""Sharing: a member takes a story to a platform, proves it, or leaves it; and sharing is paused and resumed."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.links.actions import create_link, withdraw_link
from digitroops.newsroom.models import Caption, Story
from digitroops.newsroom.queries import live_stories
from digitroops.people.models import User
from digitroops.programme.models import Member, Programme
from digitroops.sharing import queries
from digitroops.sharing.models import Proof, Share, SharingPause, Skip

State = Share.State


class SharingPaused(Exception):
    """Sharing is stopped for everybody at the moment."""

    def __init__(self, pause: SharingPause) -> None:
        super().__init__(pause.title)
        self.pause = pause


class StoryOver(Exception):
    """The story is not live any more (or not yet)."""


@dataclass(frozen=True)
class Words:
    """What goes out: a caption as PR wrote it, or the member's own words."""

    text: str
    caption: Caption | None = None

    @property
    def own(self) -> bool:
        return self.caption is None or self.caption.text.strip() != self.text.strip()


@transaction.atomic
def share_story(
    *,
    member: Member,
    story: Story,
    channel: str,
    words: Words,
    request_key: str,
    due: dt.datetime | None = None,
) -> Share:
    """Open a share with its own tracked link, or plan it for `due`; the same request twice is one share.

    Raises SharingPaused during an incident and StoryOver when the story has ended. The programme's row is
    locked for the moment, so that no share slips past an incident that is being declared.
    """
    programme = Programme.objects.select_for_update().get(pk=member.programme_id)
    known = member.shares.filter(request_key=request_key).first()
    if known:
        return known
    pause = queries.pause_of(programme)
    if pause:
        raise SharingPaused(pause)
    if not live_stories(programme).filter(pk=story.pk).exists():
        raise StoryOver
    share = Share.objects.create(
        member=member,
        story=story,
        channel=channel,
        text=words.text,
        caption=words.caption,
        own_words=words.own,
        link=create_link(member=member, story=story),
        state=State.SCHEDULED if due else State.OPENED,
        request_key=request_key,
        due=due,
    )
    Skip.objects.filter(member=member, story=story).delete()
    _record(share, "share.planned" if due else "share.opened", {"channel": channel, "own_words": words.own})
    return share


def _record(share: Share, act: str, after: dict[str, object] | None = None) -> None:
    employee = share.member.employee
    record(actor=employee.user, act=act, subject=share, person=employee, after=after)


@transaction.atomic
def record_post(*, share: Share, url: str) -> Share:
    """Note that the post is out, with its address as proof where the platform gives one; can be corrected."""
    before = Proof.objects.filter(share=share).values_list("url", flat=True).first() or ""
    if url and url != before:
        Proof.objects.update_or_create(share=share, defaults={"url": url, "at": timezone.now()})
    if share.state != State.POSTED or url != before:
        Share.objects.filter(pk=share.pk).update(state=State.POSTED)
        employee = share.member.employee
        record(
            actor=employee.user,
            act="share.posted",
            subject=share,
            person=employee,
            before={"url": before},
            after={"url": url},
        )
    share.refresh_from_db()
    return share


@transaction.atomic
def record_counts(*, proof: Proof, counts: dict[str, int | None]) -> Proof:
    """Keep what the member read off the post: views, likes, comments, reshares; None is not known."""
    before = {name: getattr(proof, name) for name in counts}
    for name, value in counts.items():
        setattr(proof, name, value)
    proof.counted = timezone.now()
    proof.save()
    employee = proof.share.member.employee
    record(
        actor=employee.user,
        act="proof.counted",
        subject=proof,
        person=employee,
        before=before,
        after=dict(counts),
    )
    return proof


@transaction.atomic
def withdraw_share(*, share: Share) -> None:
    """Take a share back before or after posting; its link then ends on a kind page."""
    if Share.objects.filter(pk=share.pk).exclude(state=State.WITHDRAWN).update(state=State.WITHDRAWN):
        withdraw_link(link=share.link, actor=share.member.employee.user)
        _record(share, "share.withdrawn")


@transaction.atomic
def stop_shares(*, member: Member) -> int:
    """Stop what a member who has left had planned or opened; what is known to be out stays, with its link.

    Returns how many stopped.
    """
    pending = member.shares.filter(state__in=(State.SCHEDULED, State.STOPPED, State.OPENED))
    waiting = list(queries.not_out(pending).select_related("link", "member__employee"))
    for share in waiting:
        Share.objects.filter(pk=share.pk).update(state=State.WITHDRAWN)
        withdraw_link(link=share.link, actor=None)
        record(actor=None, act="share.withdrawn", subject=share, person=share.member.employee)
    return len(waiting)


@transaction.atomic
def skip_story(*, member: Member, story: Story) -> None:
    """Leave a story aside, without a reason; nobody else learns of it, so the audit record does not either."""
    Skip.objects.get_or_create(member=member, story=story)


@transaction.atomic
def take_back_skip(*, member: Member, story: Story) -> None:
    """Show a story again that the member had left aside."""
    Skip.objects.filter(member=member, story=story).delete()


@transaction.atomic
def pause_sharing(
    *, programme: Programme, key: str, title: str, instruction: str, path: str, actor: User | None
) -> SharingPause:
    """Stop sharing in a programme at once: open and planned shares stop, new ones are refused.

    `key` names the owner, so that pausing twice is one pause; `path` is the page that says more.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    fields = {"programme": programme, "title": title, "instruction": instruction, "path": path}
    pause, created = SharingPause.objects.get_or_create(key=key, defaults=fields)
    if created:
        stopped = queries.stopped_by_a_pause(programme).update(state=State.STOPPED)
        record(actor=actor, act="sharing.paused", subject=pause, after={"shares_stopped": stopped})
    return pause


@transaction.atomic
def resume_sharing(*, key: str, actor: User | None) -> int:
    """End a pause, and let what it stopped go on. Returns how many go on.

    Planned shares are planned again (one whose time has passed is due at once), those of stories that have ended
    are withdrawn. Opened ones are open again. While another pause of the programme is open nothing goes on yet.
    """
    pause = SharingPause.objects.filter(key=key, ended=None).select_related("programme").first()
    if pause is None:
        return 0
    programme = Programme.objects.select_for_update().get(pk=pause.programme_id)
    SharingPause.objects.filter(pk=pause.pk).update(ended=timezone.now())
    going_on = 0 if queries.pause_of(programme) else _go_on(programme, pause)
    record(actor=actor, act="sharing.resumed", subject=pause, after={"shares_opened": going_on})
    return going_on


def _go_on(programme: Programme, pause: SharingPause) -> int:
    stopped = Share.objects.filter(member__programme=programme, state=State.STOPPED)
    overlapping = programme.sharing_pauses.filter(ended__gte=pause.started)
    planned = stopped.filter(due__gt=overlapping.aggregate(since=Min("started"))["since"])
    going_on = planned.filter(story__in=live_stories(programme).values("pk")).update(state=State.SCHEDULED)
    planned.update(state=State.WITHDRAWN)
    return going_on + stopped.update(state=State.OPENED)
