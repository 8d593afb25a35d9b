"""Answers that name the click: where a programme counts goals, each redirect carries a reference of its own."""

import os

from digitroops.engines.clicks import make_reference
from digitroops.links.redirect.cache import Headers

NAME = "dt"
CHANCE_BYTES = 5


class Sealed:
    """The headers of a redirect with a fresh reference in the location, before its fragment."""

    __slots__ = ("_head", "_key", "_link", "_rest", "_tail")

    def __init__(self, headers: Headers, *, link: int, key: bytes) -> None:
        (_name, location), *self._rest = headers
        front, mark, fragment = location.partition("#")
        joint = "" if front.endswith(("?", "&")) else "&" if "?" in front else "?"
        self._head = f"{front}{joint}{NAME}="
        self._tail = f"{mark}{fragment}"
        self._link, self._key = link, key

    def headers(self, now: float) -> Headers:
        """The headers for a click at `now`, in seconds since 1970."""
        reference = make_reference(
            link=self._link, seconds=now, chance=os.urandom(CHANCE_BYTES), key=self._key
        )
        return [("Location", f"{self._head}{reference}{self._tail}"), *self._rest]


def carries_one(location: str) -> bool:
    """Whether an address has a parameter of this name of its own, which is never overwritten."""
    query = location.partition("#")[0].partition("?")[2]
    return any(part.partition("=")[0] == NAME for part in query.split("&"))
