"""What the redirecting processes read from the database: single links, what changed, and the keys of the days."""

import datetime as dt
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import InterfaceError, OperationalError, connection
from django.db.models import Q
from django.utils import timezone

from digitroops.links.conversions import reference_key
from digitroops.links.models import DailyKey, LinkChange
from digitroops.links.redirect.cache import Target
from digitroops.links.redirect.sealed import Sealed, carries_one
from digitroops.links.targets import with_utm
from digitroops.newsroom.addresses import is_web_address
from digitroops.people.queries import company

#: The last column: whether the programme counts goals, so that its clicks carry references.
COLUMNS = (
    "code, alias, id, target, utm, expires, withdrawn, EXISTS (SELECT 1 FROM links_goal AS goal "
    "JOIN newsroom_campaign AS campaign ON campaign.programme_id = goal.programme_id "
    "JOIN newsroom_story AS story ON story.campaign_id = campaign.id "
    "WHERE story.id = links_link.story_id AND goal.ended IS NULL)"
)
#: Changes are looked for this far back each time: a long transaction shows its rows only when it ends.
LOOK_BACK = 60.0
AT_ONCE = 500

Row = tuple[str, str | None, int, str, object, dt.datetime | None, dt.datetime | None, bool]


@dataclass(frozen=True)
class Day:
    """A day of the company's zone, in seconds since 1970, and the key of its visitors."""

    date: dt.date
    start: float
    end: float
    key: bytes


def fetch(code: str) -> Target | None:
    """The target of a code, read now; None when no link has it. A connection that has died is opened again."""
    try:
        return next((target for _code, target in _targets([code])), None)
    except (InterfaceError, OperationalError):
        connection.close()
    return next((target for _code, target in _targets([code])), None)


def fetch_many(codes: Iterable[str]) -> dict[str, Target]:
    """The targets of those codes that exist, in a few statements."""
    wanted = list(codes)
    found: dict[str, Target] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found.update(_targets(wanted[start : start + AT_ONCE]))
    return found


def _targets(codes: list[str]) -> Iterator[tuple[str, Target]]:
    """By SQL: the ORM would take five times as long over a row, in the middle of a redirect."""
    marks = ", ".join(["%s"] * len(codes))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM links_link WHERE code IN ({marks}) OR alias IN ({marks})",  # noqa: S608 -- marks only
            [*codes, *codes],
        )
        rows: list[Row] = cursor.fetchall()
    wanted = set(codes)
    return ((name, _target(row)) for row in rows for name in row[:2] if name in wanted)


def _target(row: Row) -> Target:
    _code, _alias, number, url, utm, expires, withdrawn, has_goals = row
    if withdrawn or not is_web_address(url):
        return Target(number, [], ends=0.0)
    parameters = json.loads(utm) if isinstance(utm, str) else utm
    location = with_utm(url, parameters if isinstance(parameters, dict) else {})
    headers = headers_to(location)
    seal = None
    if has_goals and not carries_one(location):
        seal = Sealed(headers, link=number, key=reference_key()).headers
    return Target(number, headers, ends=_seconds(expires) if expires else float("inf"), seal=seal)


def headers_to(location: str) -> list[tuple[str, str]]:
    """The headers of a redirect; what stands in the location beside ASCII is escaped."""
    return [
        ("Location", "".join(sign if " " < sign < "\x7f" else _escaped(sign) for sign in location)),
        ("Cache-Control", "private, no-store"),
        ("Referrer-Policy", "strict-origin"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ]


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _seconds(moment: dt.datetime) -> float:
    """Raw SQL on SQLite gives naive times, which are UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()


class Changes:
    """Which codes have changed since the last look; each change is told once.

    Rows are known by their number and by the database's own clock, so that a clock that was set, here or
    there, hides nothing; what an older transaction shows late is found by looking back.
    """

    def __init__(self) -> None:
        self._seen: dict[int, float] = {}
        self._last, self._newest = -1, 0.0

    def new(self) -> list[str]:
        if self._last < 0:
            newest = LinkChange.objects.order_by("-pk").values_list("pk", "at").first()
            self._last, self._newest = newest or (0, 0.0)
        wanted = Q(pk__gt=self._last) | Q(at__gt=self._newest - LOOK_BACK)
        rows = LinkChange.objects.filter(wanted).order_by("pk").values_list("pk", "at", "code")
        fresh = [row for row in rows if row[0] not in self._seen]
        if fresh:
            self._seen |= {number: at for number, at, _code in fresh}
            self._last, self._newest = max(self._last, fresh[-1][0]), fresh[-1][1]
        if len(self._seen) > AT_ONCE:
            bound = self._newest - LOOK_BACK
            self._seen = {number: at for number, at in self._seen.items() if at > bound}
        return [code for _number, _at, code in fresh]


def zone() -> ZoneInfo:
    firm = company()
    return ZoneInfo(firm.time_zone if firm else "Asia/Jakarta")


def days(now: dt.datetime | None = None) -> list[Day]:
    """Today and tomorrow with their keys, which are made when they are missing: for all machines the same."""
    where = zone()
    today = (now or timezone.now()).astimezone(where).date()
    return [_day(today + dt.timedelta(days=ahead), where) for ahead in (0, 1)]


def _day(date: dt.date, where: ZoneInfo) -> Day:
    key = DailyKey.objects.filter(date=date).values_list("key", flat=True).first()
    if key is None:
        row, _new = DailyKey.objects.get_or_create(date=date, defaults={"key": secrets.token_hex(32)})
        key = row.key
    start = dt.datetime.combine(date, dt.time(), where)
    end = dt.datetime.combine(date + dt.timedelta(days=1), dt.time(), where)
    return Day(date, start.timestamp(), end.timestamp(), bytes.fromhex(key))
