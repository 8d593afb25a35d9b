"""Raw clicks judged anew: after the rules have changed, and when a burst is seen once its moment is over."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction

from digitroops.engines.clicks import RULE, Hit, Judgement, Kind, bursts_in
from digitroops.links import rollups
from digitroops.links.models import Click
from digitroops.links.outside import refuse_outside
from digitroops.links.verdicts import judge_click

CHUNK = 2000
FIELDS = ("verdict", "reason", "rule")
#: A desk behind one address opens few links at a time; behind one of a mobile network are many phones of one make.
DESK_LINKS, PHONE_LINKS = 8, 60
LOOK_BACK = dt.timedelta(minutes=20)
SETTLED = dt.timedelta(seconds=30)


@dataclass(frozen=True)
class Judged:
    """How many clicks were looked at, and how many of them have another verdict or reason now."""

    clicks: int
    changed: int


def judge_day(date: dt.date) -> Judged:
    """Give every raw click of a day the verdict of today's rules, and make the day's sums anew.

    Safe to run twice. Who came first on a day is the person, who came again the repeat, as at the first time.
    Raises RawClicksOutside.
    """
    refuse_outside()
    with transaction.atomic():
        clicks = Click.objects.filter(date=date).order_by("link_id", "at", "pk")
        looked = changed = 0
        for _link, of_link in groupby(clicks.iterator(chunk_size=CHUNK), key=lambda click: click.link_id):
            found = list(_judged(of_link))
            looked += len(found)
            changed += sum(is_new for _click, is_new, _is_stale in found)
            stale = [click for click, _is_new, is_stale in found if is_stale]
            Click.objects.bulk_update(stale, FIELDS, batch_size=300)
        if changed:
            rollups.rebuild([date])
    return Judged(looked, changed)


def _judged(clicks: Iterable[Click]) -> Iterator[tuple[Click, bool, bool]]:
    """The clicks of one link and day in order with their new verdicts: whether it is another one, or must be kept."""
    seen: set[str] = set()
    for click in clicks:
        found = judge_click(click)
        kind, reason = found.verdict, found.reason[:60]
        if kind is Kind.PERSON and click.visitor:
            kind = Kind.REPEAT if click.visitor in seen else Kind.PERSON
            seen.add(click.visitor)
        elif kind is Kind.PERSON and click.verdict == Kind.REPEAT:
            kind = Kind.REPEAT
        is_new = (click.verdict, click.reason) != (kind.value, reason)
        is_stale = is_new or click.rule != RULE
        click.verdict, click.reason, click.rule = kind.value, reason, RULE
        yield click, is_new, is_stale


def days_to_judge(first: dt.date | None, last: dt.date | None, *, again: bool) -> list[dt.date]:
    """The days with raw clicks; only those that older rules have judged unless `again`."""
    clicks = Click.objects.order_by()
    if first:
        clicks = clicks.filter(date__gte=first)
    if last:
        clicks = clicks.filter(date__lte=last)
    if not again:
        clicks = clicks.exclude(rule=RULE)
    return sorted(clicks.values_list("date", flat=True).distinct())


def find_bursts(now: dt.datetime) -> int:
    """Take bursts out of the people: one network with one agent at more links than hands open in ten seconds.

    Looks at the last twenty minutes each time, so that a spool that comes a little late is seen too. Returns how many
    clicks were judged anew; running twice changes nothing.
    """
    clicks = Click.objects.filter(
        at__gte=now - LOOK_BACK, at__lt=now - SETTLED, verdict__in=(Kind.PERSON, Kind.REPEAT)
    ).exclude(network="")
    rows = list(clicks.values_list("pk", "network", "agent", "at", "link_id", "device"))
    found: dict[int, str] = {}
    for most, is_desk in ((DESK_LINKS, True), (PHONE_LINKS, False)):
        hits = (
            Hit(pk, f"{network} {agent}", at.timestamp(), link)
            for pk, network, agent, at, link, device in rows
            if (device == "desktop") is is_desk
        )
        found |= bursts_in(hits, most_links=most, most_hits=len(rows) + 1)
    return _mark(found)


def _mark(found: dict[int, str]) -> int:
    """Give clicks the verdict of a burst and move them in the sums."""
    keys = sorted(found)
    marked = 0
    for start in range(0, len(keys), 500):
        with transaction.atomic():
            some = Click.objects.select_for_update().filter(pk__in=keys[start : start + 500])
            clicks = list(some.filter(verdict__in=(Kind.PERSON, Kind.REPEAT)))
            rollups.take_back(clicks)
            for click in clicks:
                judgement = Judgement(Kind.BURST, found[click.pk])
                click.verdict, click.reason, click.rule = Kind.BURST.value, judgement.reason, RULE
            Click.objects.bulk_update(clicks, FIELDS, batch_size=300)
            rollups.add(clicks)
            marked += len(clicks)
    return marked
