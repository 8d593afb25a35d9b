"""Raw arrivals judged and made into rows: one batch at a time, without the database except to know the links."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.core.signing import BadSignature, Signer

from digitroops.engines.clicks import Facts, client_of, judge, language_of
from digitroops.engines.clicks.judging import clean
from digitroops.links.models import Link
from digitroops.links.redirect.frames import Raw
from digitroops.links.verdicts import OWN_MARK

OWN_SALT = "digitroops.links.own"


@dataclass(slots=True)
class Arrival:
    """A judged arrival on its way into the database: the columns of a click, cleaned and cut to their lengths.

    The verdict of a person may still become that of a repeat before it is written.
    """

    id: int
    link_id: int
    at: dt.datetime
    date: dt.date
    verdict: str
    reason: str
    rule: int
    method: str
    agent: str
    referrer: str
    languages: str
    purpose: str
    fetch: str
    via: str
    visitor: str
    network: str
    device: str
    browser: str
    system: str
    app: str
    language: str
    country: str
    city: str


NAMES = tuple(field.name for field in fields(Arrival))
row_of = attrgetter(*NAMES)


class Told(NamedTuple):
    """What follows from the headers of an arrival, which many arrivals share."""

    verdict: str
    reason: str
    rule: int
    agent: str
    device: str
    browser: str
    system: str
    app: str


@lru_cache(maxsize=16384)
def _told(agent: str, method: str, purpose: str, dest: str, own: bool, hosting: bool) -> Told:  # noqa: FBT001 -- a key of the cache
    found = judge(Facts(agent, method, purpose, dest, own=own, hosting=hosting))
    known = clean(agent)
    client = client_of(known)
    return Told(
        found.verdict.value,
        found.reason[:60],
        found.rule,
        known,
        client.device,
        client.browser[:30],
        client.system[:30],
        client.app[:30],
    )


@lru_cache(maxsize=4096)
def _languages(header: str) -> tuple[str, str]:
    """The header as it is kept, and the language asked for first."""
    return clean(header, 60), language_of(header)


class Judge:
    """Judges the arrivals of one spool file; `earliest` and `latest` bound what a set clock may have written."""

    def __init__(self, *, file: int, zone: ZoneInfo, earliest: float, latest: float) -> None:
        self.file, self.zone = file, zone
        self.earliest, self.latest = earliest, latest
        self._dates: dict[int, dt.date] = {}

    def judge(self, raws: Iterable[Raw], owners: dict[int, int | None]) -> list[Arrival]:
        """Arrivals at links that exist (`owners` has their sharers' user ids), judged, in order."""
        return [self._judge(raw, owners[raw.link]) for raw in raws if raw.link in owners]

    def _judge(self, raw: Raw, owner: int | None) -> Arrival:
        seconds = min(max(raw.at, self.earliest), self.latest)
        own = raw.via == OWN_MARK or (bool(raw.own) and owner is not None and user_of_mark(raw.own) == owner)
        dest = raw.fetch.split(",")[1] if raw.fetch.count(",") > 1 else ""
        told = _told(raw.agent, raw.method, raw.purpose, dest, own, bool(raw.hosting))
        languages, language = _languages(raw.languages)
        return Arrival(
            id=self.file << 22 | raw.sequence,
            link_id=raw.link,
            at=dt.datetime.fromtimestamp(seconds, tz=dt.UTC),
            date=self._date(seconds),
            verdict=told.verdict,
            reason=told.reason,
            rule=told.rule,
            method=raw.method[:8],
            agent=told.agent,
            referrer=clean(raw.referrer, 200),
            languages=languages,
            purpose=clean(raw.purpose, 60),
            fetch=clean(raw.fetch, 60),
            via=raw.via[:8],
            visitor=raw.visitor[:32],
            network=raw.network[:16],
            device=told.device,
            browser=told.browser,
            system=told.system,
            app=told.app,
            language=language,
            country=clean(raw.country, 2),
            city=clean(raw.city, 80),
        )

    def _date(self, seconds: float) -> dt.date:
        """The day in the company's zone; zones differ by whole quarters of an hour."""
        quarter = int(seconds // 900)
        date = self._dates.get(quarter)
        if date is None:
            date = self._dates[quarter] = dt.datetime.fromtimestamp(quarter * 900, tz=self.zone).date()
        return date


def owners_of(raws: Iterable[Raw]) -> dict[int, int | None]:
    """The links among these that exist, with the user of each sharer."""
    wanted = sorted({raw.link for raw in raws})
    found: dict[int, int | None] = {}
    for start in range(0, len(wanted), 500):
        links = Link.objects.filter(pk__in=wanted[start : start + 500])
        found.update(links.values_list("pk", "member__employee__user_id"))
    return found


def own_mark(user: int) -> str:
    """What the cookie of a signed-in employee holds, so that their own test of a link is known as one."""
    return Signer(salt=OWN_SALT).sign(str(user))


@lru_cache(maxsize=4096)
def user_of_mark(mark: str) -> int | None:
    """The user of a mark; None for one that was not made here."""
    try:
        return int(Signer(salt=OWN_SALT).unsign(mark))
    except (BadSignature, ValueError):
        return None
