"""The same figures by member, unit, platform, story and campaign."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Sum

from digitroops.insight.queries.activity import click_days, confirmed_shares
from digitroops.insight.queries.period import Period
from digitroops.programme.models import Programme
from digitroops.sharing.models import Proof, Share

#: dimension -> (path from a share to its key, path to its name)
DIMENSIONS: dict[str, tuple[str, str]] = {
    "member": ("member_id", "member__employee__name"),
    "unit": ("member__employee__unit_id", "member__employee__unit__name"),
    "platform": ("channel", "channel"),
    "story": ("story_id", "story__title"),
    "campaign": ("story__campaign_id", "story__campaign__name"),
}


@dataclass
class Row:
    """One line of a breakdown; `views` is None where nobody has read any off a post."""

    key: Any
    name: str
    shares: int = 0
    members: set[int] = field(default_factory=set)
    people: int = 0
    machines: int = 0
    posts_counted: int = 0
    views: int | None = None
    engagements: int = 0

    @property
    def engagement_rate(self) -> float | None:
        return self.engagements / self.views if self.views else None


def rows_by(programme: Programme, period: Period, dimension: str) -> list[Row]:
    """Shares, clicks and engagement along a dimension, the most clicked first. Raises KeyError for unknown ones."""
    key_path, name_path = DIMENSIONS[dimension]
    shares = confirmed_shares(programme, period)
    rows: dict[Any, Row] = {}
    for key, name, member in shares.values_list(key_path, name_path, "member_id"):
        row = rows.setdefault(key, Row(key=key, name=str(name)))
        row.shares += 1
        row.members.add(member)
    _add_clicks(rows, programme, period, dimension)
    _add_proofs(rows, shares, key_path)
    if dimension == "platform":
        for row in rows.values():
            row.name = str(Share.Channel(row.key).label)
    return sorted(rows.values(), key=lambda row: (-row.people, -row.shares, row.name))


def _add_clicks(rows: dict[Any, Row], programme: Programme, period: Period, dimension: str) -> None:
    key_path, name_path = DIMENSIONS[dimension]
    clicks = (
        click_days(programme, period)
        .filter(link__share__isnull=False)
        .values(key=F(f"link__share__{key_path}"), label=F(f"link__share__{name_path}"))
        .annotate(all_people=Sum("people"), all_machines=Sum("machines"))
    )
    for found in clicks:
        row = rows.setdefault(found["key"], Row(key=found["key"], name=str(found["label"])))
        row.people, row.machines = found["all_people"], found["all_machines"]


def _add_proofs(rows: dict[Any, Row], shares: Any, key_path: str) -> None:
    sums: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0])
    proofs = Proof.objects.filter(share__in=shares, counted__isnull=False, views__gt=0)
    for key, *counts in proofs.values_list(f"share__{key_path}", "views", "likes", "comments", "reshares"):
        views, *engagements = (count or 0 for count in counts)
        sums[key][0] += 1
        sums[key][1] += views
        sums[key][2] += sum(engagements)
    for key, (posts, all_views, all_engagements) in sums.items():
        row = rows[key]
        row.posts_counted, row.views, row.engagements = posts, all_views, all_engagements
