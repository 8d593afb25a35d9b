"""What a process knows of links: a bounded cache with the hits and the misses, and how a miss is resolved.

Two generations each: a look-up that finds its link in the older one brings it into the younger one, and when
the younger one is full it becomes the older one. That keeps what is used, at the cost of one dictionary look-
up a hit, however many links there are. Codes that do not exist live one or two seconds in a cache of their
own, so a million invented ones push no link out.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping

LINKS = 200_000
UNKNOWN = 20_000
UNKNOWN_SECONDS = 1.0
MISSES = 2000
MISSES_OF_ONE = 200

Headers = list[tuple[str, str]]


class Target:
    """A link as the answer needs it: its number, the answer's headers, and until when it may be given.

    `seal` makes headers of its own for each click, where the programme counts goals.
    """

    __slots__ = ("ends", "headers", "id", "seal", "text")

    def __init__(
        self,
        number: int,
        headers: Headers,
        *,
        ends: float = float("inf"),
        seal: Callable[[float], Headers] | None = None,
    ) -> None:
        self.id = number
        self.text = str(number)
        self.headers = headers
        self.ends = ends
        self.seal = seal


class Busy(Exception):
    """More unknown codes were asked for in this second than the database should be bothered with."""


class LinkCache:
    """Codes in their one spelling to targets; `fetch` reads one from the database, None when there is none."""

    def __init__(
        self,
        fetch: Callable[[str], Target | None],
        *,
        links: int = LINKS,
        unknown: int = UNKNOWN,
        misses: int = MISSES,
        misses_of_one: int = MISSES_OF_ONE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.young: dict[str, Target] = {}
        self._old: dict[str, Target] = {}
        self._fetch, self._clock = fetch, clock
        self._half, self._unknown_half = links // 2, unknown // 2
        self._misses, self._misses_of_one = misses, misses_of_one
        self._unknown: set[str] = set()
        self._unknown_old: set[str] = set()
        self._turned = clock()
        self._second = 0
        self._spent = 0
        self._spent_by: dict[str, int] = {}
        self._lock = threading.Lock()
        self._changes = 0

    def codes(self) -> list[str]:
        """Every code whose link is known here."""
        with self._lock:
            return [*self.young, *self._old]

    def __len__(self) -> int:
        return len(self.young) + len(self._old)

    @property
    def unknown(self) -> int:
        """How many codes are known not to exist."""
        return len(self._unknown) + len(self._unknown_old)

    def find(self, code: str, network: str = "") -> Target | None:
        """The target of a code, from the cache or the database. Raises Busy; `network` shares the misses fairly."""
        before = self._changes
        target = self.young.get(code) or self._old.get(code)
        if target is None:
            return self._resolve(code, network)
        self._keep(code, target, before)
        return target

    def forget(self, codes: Iterable[str]) -> None:
        """Let the next look-up of these codes read the database."""
        with self._lock:
            self._changes += 1
            for code in codes:
                self.young.pop(code, None)
                self._old.pop(code, None)
                self._unknown.discard(code)
                self._unknown_old.discard(code)

    def replace(self, fresh: Mapping[str, Target]) -> None:
        """Put newer targets in the place of those that are known; others are not added."""
        with self._lock:
            self._changes += 1
            for code, target in fresh.items():
                for part in (self.young, self._old):
                    if code in part:
                        part[code] = target

    def clear(self) -> None:
        with self._lock:
            self._changes += 1
            for part in (self.young, self._old, self._unknown, self._unknown_old):
                part.clear()

    def _resolve(self, code: str, network: str) -> Target | None:
        self._turn()
        if code in self._unknown or code in self._unknown_old:
            return None
        self._spend(network)
        before = self._changes
        target = self._fetch(code)
        if target is None:
            with self._lock:
                self._unknown.add(code)
        else:
            self._keep(code, target, before)
        return target

    def _keep(self, code: str, target: Target, before: int) -> None:
        """Remember a target, unless something has changed since it was read: it may have been this."""
        with self._lock:
            if self._changes != before:
                return
            if len(self.young) >= self._half:
                self._old, self.young = self.young, {}
            self.young[code] = target

    def _turn(self) -> None:
        with self._lock:
            now = self._clock()
            if now - self._turned >= UNKNOWN_SECONDS or len(self._unknown) >= self._unknown_half:
                self._unknown_old, self._unknown = self._unknown, set()
                self._turned = now

    def _spend(self, network: str) -> None:
        """Take one look-up out of this second's, all told and of one network."""
        with self._lock:
            second = int(self._clock())
            if second != self._second:
                self._second, self._spent, self._spent_by = second, 0, {}
            own = self._spent_by.get(network, 0)
            if self._spent >= self._misses or own >= self._misses_of_one:
                raise Busy
            self._spent += 1
            self._spent_by[network] = own + 1
