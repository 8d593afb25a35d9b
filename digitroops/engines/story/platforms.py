"""What fits where. Facts of the platforms as seen in 2026; they change, so they stand in one table."""

from collections.abc import Mapping
from dataclasses import dataclass

from digitroops.engines.story.words import LINK


@dataclass(frozen=True, slots=True)
class Room:
    """`most` characters are accepted, about `shown` are seen before "more"; `link` is what a link counts, if fixed."""

    most: int
    shown: int
    hashtags: int
    link: int | None = None

    def length(self, text: str) -> int:
        """The length of a text as the platform counts it."""
        if self.link is None:
            return len(text)
        links = LINK.findall(text)
        return len(text) - sum(map(len, links)) + self.link * len(links)


ROOMS: Mapping[str, Room] = {
    "x": Room(280, 280, 2, link=23),
    "instagram": Room(2200, 125, 5),
    "tiktok": Room(4000, 100, 5),
    "linkedin": Room(3000, 210, 5),
    "facebook": Room(63_206, 400, 3),
    "threads": Room(500, 500, 1),
    "youtube": Room(5000, 125, 3),
    "bluesky": Room(300, 300, 2),
    "mastodon": Room(500, 500, 3, link=23),
    "whatsapp": Room(700, 700, 1),
    "telegram": Room(4096, 1000, 2),
}
