"""What one may see of links and their clicks."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from digitroops.links.codes import clean_code
from digitroops.links.models import Click, ClickDay, Link
from digitroops.newsroom.addresses import is_web_address
from digitroops.people.models import Role, User
from digitroops.ui.formats import day_short

MACHINES = (
    Click.Verdict.PREVIEW,
    Click.Verdict.BOT,
    Click.Verdict.PREFETCH,
    Click.Verdict.EMPTY,
    Click.Verdict.HEAD,
)


@dataclass(frozen=True)
class Total:
    people: int
    repeats: int
    machines: int
    own: int


@dataclass(frozen=True)
class Reason:
    verdict: str
    label: str
    reason: str
    number: int


def link_with_code(code: str) -> Link | None:
    """The link that the public follows; None for a code that is unknown or cannot be one."""
    cleaned = clean_code(code)
    links = Link.objects.select_related("member__employee", "story")
    return links.filter(code=cleaned).first() if cleaned else None


def has_ended(link: Link) -> bool:
    """Whether the link shows that it has ended: taken back, out of time, or leading to no web address."""
    over = link.expires is not None and link.expires <= timezone.now()
    return over or link.withdrawn is not None or not is_web_address(link.target)


def links_seen_by(viewer: User) -> QuerySet[Link]:
    """All links for PR; their own for everybody else."""
    links = Link.objects.select_related("member__employee__unit", "story__campaign", "share")
    return links if viewer.has_role(Role.PR) else links.filter(member__employee__user=viewer)


def total_of(link: Link) -> Total:
    """Clicks of a link since it was made, from its daily roll-up."""
    names = ("people", "repeats", "machines", "own")
    sums = link.days.aggregate(**{name: Sum(name) for name in names})
    return Total(**{name: sums[name] or 0 for name in names})


def days_of(link: Link, *, last: int = 14) -> list[ClickDay]:
    """One row for each of the last days, also for those without a click."""
    today = timezone.localdate()
    dates = [today - dt.timedelta(days=back) for back in reversed(range(last))]
    found = {row.date: row for row in link.days.filter(date__gte=dates[0])}
    return [found.get(date) or ClickDay(link=link, date=date) for date in dates]


def chart_of(link: Link) -> dict[str, object]:
    """People by day, as the chart component reads it."""
    days = days_of(link)
    people = {"label": _("People"), "values": [row.people for row in days], "series": 1, "ours": True}
    return {"labels": [day_short(row.date) for row in days], "series": [people], "format": "number"}


def reasons_of(link: Link) -> list[Reason]:
    """How many arrivals got which verdict and why, the most frequent first."""
    rows = link.clicks.values("verdict", "reason").annotate(number=Count("pk")).order_by("-number", "verdict")
    labels = dict(Click.Verdict.choices)
    return [Reason(r["verdict"], str(labels[r["verdict"]]), r["reason"], r["number"]) for r in rows]
