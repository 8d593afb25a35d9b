"""The same figures by member, unit, platform, story and campaign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Sum

from digitroops.insight.queries.activity import (
    channel_days,
    click_days,
    confirmed_shares,
    counted_proofs,
    story_days,
)
from digitroops.insight.queries.link_sums import LinkSum, link_sums
from digitroops.insight.queries.period import Period
from digitroops.programme.models import Member, Programme
from digitroops.sharing.models import Share

#: dimension -> (path from a share to its key, path to its name)
DIMENSIONS: dict[str, tuple[str, str]] = {
    "member": ("member_id", "member__employee__name"),
    "unit": ("member__employee__unit_id", "member__employee__unit__name"),
    "platform": ("channel", "channel"),
    "story": ("story_id", "story__title"),
    "campaign": ("story__campaign_id", "story__campaign__name"),
}
#: Those that the sums of whole stories answer, which are far fewer rows than those of links.
OF_STORIES = {"story", "campaign"}


@dataclass
class Row:
    """One line of a breakdown; `views` is None where nobody has read any off a post."""

    key: Any
    name: str
    shares: int = 0
    members: int = 0
    people: int = 0
    machines: int = 0
    posts_counted: int = 0
    views: int | None = None
    engagements: int = 0

    @property
    def engagement_rate(self) -> float | None:
        return self.engagements / self.views if self.views else None


def rows_by(
    programme: Programme, period: Period, dimension: str, *, member: Member | None = None
) -> list[Row]:
    """Shares, clicks and engagement along a dimension, the most clicked first; of one member or of all.

    Raises KeyError for unknown dimensions.
    """
    key_path, name_path = DIMENSIONS[dimension]
    shares = confirmed_shares(programme, period)
    if member is not None:
        shares = shares.filter(member=member)
    sums = (
        shares.order_by()
        .values(key=F(key_path))
        .annotate(label=Min(name_path), all_shares=Count("pk"), all_members=Count("member_id", distinct=True))
    )
    rows = {
        row["key"]: Row(row["key"], str(row["label"]), shares=row["all_shares"], members=row["all_members"])
        for row in sums
    }
    _add_clicks(rows, _clicks(programme, period, dimension, member))
    _add_proofs(rows, programme, period, dimension, member)
    if dimension == "platform":
        for row in rows.values():
            row.name = str(Share.Channel(row.key).label)
    return sorted(rows.values(), key=lambda row: (-row.people, -row.shares, row.name))


def _clicks(programme: Programme, period: Period, dimension: str, member: Member | None) -> Iterable[LinkSum]:
    key_path, name_path = DIMENSIONS[dimension]
    if member is not None:
        days: QuerySet[Any] = click_days(programme, period).filter(link__member=member)
        prefix = "link__share__"
        days = days.filter(link__share__isnull=False)
    elif dimension in OF_STORIES:
        days, prefix = story_days(programme, period), ""
    elif dimension == "platform":
        days, prefix = channel_days(programme, period), ""
    else:
        return link_sums(programme, period, dimension)
    sums = days.order_by().values(found=F(f"{prefix}{key_path}"))
    rows = sums.annotate(label=Min(f"{prefix}{name_path}"), p=Sum("people"), m=Sum("machines"))
    return [LinkSum(*row) for row in rows.values_list("found", "label", "p", "m")]


def _add_clicks(rows: dict[Any, Row], clicks: Iterable[LinkSum]) -> None:
    for found in clicks:
        row = rows.setdefault(found.key, Row(key=found.key, name=found.name))
        row.people, row.machines = found.people, found.machines


def _add_proofs(
    rows: dict[Any, Row], programme: Programme, period: Period, dimension: str, member: Member | None
) -> None:
    key_path, _name_path = DIMENSIONS[dimension]
    proofs = counted_proofs(programme, period)
    if member is not None:
        proofs = proofs.filter(share__member=member)
    sums = (
        proofs.order_by()
        .values(key=F(f"share__{key_path}"))
        .annotate(
            posts=Count("pk"),
            all_views=Sum("views", default=0),
            all_likes=Sum("likes", default=0),
            all_comments=Sum("comments", default=0),
            all_reshares=Sum("reshares", default=0),
        )
    )
    for found in sums:
        row = rows[found["key"]]
        row.posts_counted, row.views = found["posts"], found["all_views"]
        row.engagements = found["all_likes"] + found["all_comments"] + found["all_reshares"]
