"""What a reader brings: a person's public profile, and posts of their own."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Person:
    """A public profile: the identifier that stays when the name changes, the server that holds it, the bio."""

    id: str
    server: str
    name: str
    bio: str


@dataclass(frozen=True, slots=True)
class Found:
    """A public post or reply; `kind` is `post` or `reply`, `id` is as in the platform's archive."""

    id: str
    kind: str
    text: str
    created: dt.datetime | None
    url: str
    in_reply_to: str


class Reader(Protocol):
    """Reads one platform."""

    def person(self, handle: str) -> Person:
        """The profile of a handle. Raises NotRead."""

    def posts(self, person: Person) -> Iterator[list[Found]]:
        """The person's public posts, a page at a time, the newest first. Raises NotRead."""
