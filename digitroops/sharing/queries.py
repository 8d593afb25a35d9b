"""What one may see of shares."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from digitroops.links.models import ClickDay
from digitroops.newsroom.models import Story
from digitroops.newsroom.queries import live_stories
from digitroops.people.models import Role, User
from digitroops.programme.models import Member, Programme
from digitroops.sharing.models import Share, SharingPause, Skip


def pause_of(programme: Programme) -> SharingPause | None:
    """The open pause that stops sharing in a programme, if there is one."""
    return programme.sharing_pauses.filter(ended=None).first()


def stories_for(member: Member, *, skipped: bool = False) -> QuerySet[Story]:
    """Live stories a member may share, without those left aside (or only those)."""
    mine = Skip.objects.filter(member=member, story=OuterRef("pk"))
    shown = live_stories(member.programme).filter(Exists(mine) if skipped else ~Exists(mine))
    done = Q(shares__member=member, shares__state__in=(Share.State.OPENED, Share.State.POSTED))
    return shown.annotate(my_shares=Count("shares", filter=done, distinct=True))


def _with_clicks(shares: QuerySet[Share]) -> QuerySet[Share]:
    with_parts = shares.select_related(
        "story__campaign", "story__picture", "link", "proof", "member__employee__unit"
    )
    return with_parts.annotate(people=Coalesce(Sum("link__days__people"), 0))


def shares_seen_by(viewer: User, programme: Programme) -> QuerySet[Share]:
    """All shares of the programme for PR; their own for everybody else."""
    shares = _with_clicks(Share.objects.filter(member__programme=programme)).order_by("-created", "-pk")
    return shares if viewer.has_role(Role.PR) else shares.filter(member__employee__user=viewer)


def shares_of(member: Member) -> QuerySet[Share]:
    """A member's own shares, newest first."""
    return _with_clicks(member.shares.all()).order_by("-created", "-pk")


def words_of_others(member: Member, story: Story) -> list[str]:
    """What colleagues have shared of a story, the newest first; without their names."""
    others = Share.objects.filter(story=story).exclude(member=member).exclude(state=Share.State.WITHDRAWN)
    return list(others.order_by("-created").values_list("text", flat=True)[:50])


def not_out(shares: QuerySet[Share]) -> QuerySet[Share]:
    """The shares of which nobody knows that they are out: no person has come by their link."""
    return shares.filter(~Exists(ClickDay.objects.filter(link=OuterRef("link"), people__gt=0)))


def stopped_by_a_pause(programme: Programme) -> QuerySet[Share]:
    """Shares that a pause stops: planned ones, and opened ones that are not known to be out."""
    pending = Share.objects.filter(
        member__programme=programme, state__in=(Share.State.OPENED, Share.State.SCHEDULED)
    )
    return not_out(pending)


def open_phones(programme: Programme) -> int:
    """On how many phones sharing stops when it is paused now."""
    return programme.members.filter(state=Member.State.ACTIVE).count()
