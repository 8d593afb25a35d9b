"""What the sums need to know of an arrival, however it is carried, and where its link comes from."""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple, Protocol

from digitroops.links.models import Link

AT_ONCE = 900


class Arrived(Protocol):
    """A judged arrival: a Click, or a row of a batch with the same names."""

    @property
    def link_id(self) -> int: ...
    @property
    def at(self) -> dt.datetime: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def verdict(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def referrer(self) -> str: ...
    @property
    def via(self) -> str: ...
    @property
    def device(self) -> str: ...
    @property
    def browser(self) -> str: ...
    @property
    def system(self) -> str: ...
    @property
    def app(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def city(self) -> str: ...


class Origin(NamedTuple):
    """Of which story a link is, and on which platform it was shared; the platform is empty where nobody shared it."""

    story: int
    channel: str


def origins_of(links: Collection[int]) -> dict[int, Origin]:
    """Link -> where it comes from; links that are gone are left out."""
    found: dict[int, Origin] = {}
    wanted = sorted(links)
    for start in range(0, len(wanted), AT_ONCE):
        some = Link.objects.filter(pk__in=wanted[start : start + AT_ONCE])
        rows = some.values_list("pk", "story_id", "share__channel")
        found.update((link, Origin(story, channel or "")) for link, story, channel in rows)
    return found
