"""A goal reached on the company's site: which click it counts for, once, and what it is worth."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from digitroops.engines.clicks import Reference, Touch, read_reference, touched
from digitroops.links.models import Conversion, ConversionDay, Goal, Link
from digitroops.links.upserts import Level, add_to
from digitroops.people.queries import company
from digitroops.programme.models import Programme

MOST_REFERENCES = 20
MOST_VALUE = 10**12
MAX_ORDER = 64
DAY = Level(ConversionDay, ("goal_id", "link_id", "date"), ("number", "value"))


class Outcome(StrEnum):
    """What became of a report."""

    COUNTED = "counted"
    KNOWN = "known"
    NO_CLICK = "no-click"
    TOO_LATE = "too-late"
    NO_GOAL = "no-goal"
    ONLY_SERVER = "only-server"


@dataclass(frozen=True)
class Report:
    """What a page or a server says: the goal, its own order number, a value, and the references of the clicks."""

    goal: str
    at: dt.datetime
    via: str
    references: Sequence[str] = field(default_factory=list)
    order: str = ""
    value: int | None = None


def reference_key() -> bytes:
    """The key that seals references, made from the installation's own."""
    return hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"links.reference").digest()


def take(report: Report, *, programme: Programme | None = None) -> Outcome:
    """Count a report once, for the click that the goal's rule names; the same order again changes nothing.

    `programme` is the one a server's key belongs to; a page's report belongs to that of its clicks.
    """
    clicks = _clicks_of(report.references)
    links = {
        link.pk: link
        for link in Link.objects.filter(pk__in=[click.link for click in clicks]).select_related(
            "story__campaign"
        )
    }
    known = [click for click in clicks if click.link in links]
    if programme is not None:
        known = [c for c in known if links[c.link].story.campaign.programme_id == programme.pk]
    if not known:
        return Outcome.NO_CLICK
    wanted = links[known[-1].link].story.campaign.programme_id
    goal = Goal.objects.filter(programme_id=wanted, key=report.goal, ended=None).first()
    if goal is None:
        return Outcome.NO_GOAL
    if goal.server_only and report.via != Conversion.Via.SERVER:
        return Outcome.ONLY_SERVER
    window = dt.timedelta(days=goal.days)
    click = touched(known, touch=Touch(goal.touch), window=window, at=report.at)
    if click is None:
        return Outcome.TOO_LATE
    return _count(goal, click, report)


def _clicks_of(texts: Sequence[str]) -> list[Reference]:
    key = reference_key()
    return [found for text in texts[:MOST_REFERENCES] if (found := read_reference(text, key))]


def _count(goal: Goal, click: Reference, report: Report) -> Outcome:
    firm = company()
    zone = ZoneInfo(firm.time_zone if firm else "Asia/Jakarta")
    date = report.at.astimezone(zone).date()
    value = report.value if goal.open_value and report.value is not None else goal.value
    fields = {
        "link_id": click.link,
        "at": report.at,
        "date": date,
        "clicked": click.at,
        "value": min(max(value, 0), MOST_VALUE),
        "via": report.via,
    }
    order = report.order[:MAX_ORDER] or _order_of(report.references)
    with transaction.atomic():
        made, created = Conversion.objects.get_or_create(goal=goal, order=order, defaults=fields)
        if created:
            row = (goal.pk, click.link, date)
            add_to(DAY, Counter({(*row, "number"): 1, (*row, "value"): made.value}))
    return Outcome.COUNTED if created else Outcome.KNOWN


def _order_of(references: Sequence[str]) -> str:
    """Where the site names no order, one goal a click: a page loaded again counts once."""
    last = references[-1] if references else ""
    return f"click-{hashlib.blake2b(last.encode(), digest_size=16).hexdigest()}"
