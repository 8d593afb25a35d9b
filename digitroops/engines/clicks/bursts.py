"""Bursts: one visitor at more links, or more often at one, than a hand can open in the time.

Visitors are told apart by the day's hash only, so behind one address of a mobile network many phones of one
make look like one visitor. The bounds are therefore wide: what they find was opened by no person.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

WINDOW = 10.0
MOST_LINKS = 8
MOST_HITS = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """One arrival that would count as a person: where it stands, who, when (in seconds) and at which link."""

    key: int
    visitor: str
    at: float
    link: int


def bursts_in(
    hits: Iterable[Hit],
    *,
    window: float = WINDOW,
    most_links: int = MOST_LINKS,
    most_hits: int = MOST_HITS,
) -> dict[int, str]:
    """The keys of the hits that belong to a burst, each with its reason: `links-N` or `hits-N`.

    Every hit inside a window of `window` seconds that holds more than `most_links` different links, or more
    than `most_hits` arrivals, of one visitor belongs to it, the first ones too. Hits may come in any order.
    """
    visitors: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.visitor:
            visitors[hit.visitor].append(hit)
    found: dict[int, str] = {}
    for own in visitors.values():
        if len(own) > min(most_links, most_hits):
            found |= _bursts_of(sorted(own, key=lambda hit: hit.at), window, most_links, most_hits)
    return found


def _bursts_of(hits: list[Hit], window: float, most_links: int, most_hits: int) -> dict[int, str]:
    found: dict[int, str] = {}
    open_: deque[Hit] = deque()
    links: dict[int, int] = defaultdict(int)
    for hit in hits:
        open_.append(hit)
        links[hit.link] += 1
        while hit.at - open_[0].at > window:
            gone = open_.popleft()
            links[gone.link] -= 1
            if not links[gone.link]:
                del links[gone.link]
        if len(links) > most_links:
            found |= {one.key: f"links-{most_links}" for one in open_}
        elif len(open_) > most_hits:
            found |= {one.key: found.get(one.key, f"hits-{most_hits}") for one in open_}
    return found
