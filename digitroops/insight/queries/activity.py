"""Shares, people and their clicks in a period. Clicks come from the daily roll-ups, never from raw events."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from digitroops.insight.queries.period import Period
from digitroops.links.models import ChannelDay, ClickDay, StoryDay
from digitroops.programme.models import Member, MemberDay, Programme
from digitroops.sharing.models import Proof, Share

TAKING_PART = (Member.State.ACTIVE, Member.State.PAUSED)


def moments_of(period: Period) -> tuple[dt.datetime, dt.datetime]:
    """The first moment of the period and the first one after it, in the viewer's zone: an index can find these."""
    first = dt.datetime.combine(period.first, dt.time())
    return timezone.make_aware(first), timezone.make_aware(first + dt.timedelta(days=period.days))


def _confirmed(programme: Programme, period: Period, prefix: str = "") -> Q:
    begin, end = moments_of(period)
    clicked = ClickDay.objects.filter(link=OuterRef(f"{prefix}link"), people__gt=0)
    wanted = {"story__campaign__programme": programme, "created__gte": begin, "created__lt": end}
    return (
        Q(**{prefix + name: value for name, value in wanted.items()})
        & (Q(**{f"{prefix}state": Share.State.POSTED}) | Q(Exists(clicked)))
        & ~Q(**{f"{prefix}state": Share.State.WITHDRAWN})
    )


def confirmed_shares(programme: Programme, period: Period) -> QuerySet[Share]:
    """Shares begun in the period that are known to be out: with a proof, or with a click by a person."""
    return Share.objects.filter(_confirmed(programme, period))


def counted_proofs(programme: Programme, period: Period) -> QuerySet[Proof]:
    """The proofs of confirmed shares whose views somebody has read off the post."""
    counted = Proof.objects.filter(counted__isnull=False, views__gt=0)
    return counted.filter(_confirmed(programme, period, "share__"))


def members_who_shared(programme: Programme, period: Period) -> set[int]:
    """The ids of the members with at least one confirmed share in the period."""
    shares = confirmed_shares(programme, period).order_by()
    return set(shares.values_list("member_id", flat=True).distinct())


def click_days(programme: Programme, period: Period) -> QuerySet[ClickDay]:
    return ClickDay.objects.filter(
        link__story__campaign__programme=programme, date__range=(period.first, period.last)
    )


def story_days(programme: Programme, period: Period) -> QuerySet[StoryDay]:
    """The sums over all links of each story: far fewer rows than those of single links."""
    return StoryDay.objects.filter(
        story__campaign__programme=programme, date__range=(period.first, period.last)
    )


def channel_days(programme: Programme, period: Period) -> QuerySet[ChannelDay]:
    """The same by platform, of links that were shared."""
    days = ChannelDay.objects.filter(
        story__campaign__programme=programme, date__range=(period.first, period.last)
    )
    return days.exclude(channel="")


def clicks_by_day(programme: Programme, period: Period) -> list[int]:
    """Clicks by people, one number a day of the period."""
    rows = story_days(programme, period).values_list("date").annotate(people=Sum("people"))
    found: dict[dt.date, int] = dict(rows)
    return [found.get(day, 0) for day in period]


@dataclass(frozen=True)
class Totals:
    """Measured counts of a period. Views and engagements are what members read off their own posts."""

    people: int
    machines: int
    shares: int
    posts_counted: int
    views: int
    engagements: int


def totals_of(programme: Programme, period: Period) -> Totals:
    clicks = story_days(programme, period).aggregate(
        people=Sum("people", default=0), machines=Sum("machines", default=0)
    )
    sums = counted_proofs(programme, period).aggregate(
        posts=Count("pk"),
        views=Sum("views", default=0),
        likes=Sum("likes", default=0),
        comments=Sum("comments", default=0),
        reshares=Sum("reshares", default=0),
    )
    return Totals(
        people=clicks["people"],
        machines=clicks["machines"],
        shares=confirmed_shares(programme, period).count(),
        posts_counted=sums["posts"],
        views=sums["views"],
        engagements=sums["likes"] + sums["comments"] + sums["reshares"],
    )


def members_on(programme: Programme, day: dt.date) -> int:
    """Members taking part on a day: from the daily snapshot, else as they are now."""
    kept = MemberDay.objects.filter(member__programme=programme, date=day)
    if kept.exists():
        return kept.filter(state__in=TAKING_PART).count()
    return programme.members.filter(state__in=TAKING_PART).count()


@dataclass(frozen=True)
class Activity:
    """Adoption in a period: who shared, out of how many."""

    shared: frozenset[int]
    members: int


def activity_of(programme: Programme, period: Period) -> Activity:
    return Activity(
        shared=frozenset(members_who_shared(programme, period)), members=members_on(programme, period.last)
    )


def own_shares(member: Member, period: Period) -> list[Share]:
    """The member's own shares begun in the period, each with its clicks by people as `people`."""
    begin, end = moments_of(period)
    shares = member.shares.filter(created__gte=begin, created__lt=end)
    counted = shares.annotate(people=Sum("link__days__people", default=0))
    return list(counted.select_related("story", "link", "proof"))
