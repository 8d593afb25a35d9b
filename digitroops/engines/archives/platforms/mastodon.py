"""Mastodon: `actor.json` and `outbox.json`, in a zip or, before, a tar.gz. There are no followers in the archive.

The outbox also holds direct messages and posts for followers; whatever is not addressed to the public is
limited.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from digitroops.engines.archives.jsonstream import Path, Want
from digitroops.engines.archives.platform import Era, Excerpt, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Engagement, Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import clean, from_iso, number, plain

PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})


class Collection(msgspec.Struct, gc=False, rename="camel"):
    """A number of reactions."""

    total_items: int | None = None


class Note(msgspec.Struct, gc=False, rename="camel"):
    """A post."""

    id: str = ""
    url: str | None = None
    content: str | None = None
    summary: str | None = None
    published: str | None = None
    in_reply_to: str | None = None
    to: list[str] | str = []
    cc: list[str] | str = []
    likes: Collection | str | None = None
    shares: Collection | str | None = None
    replies: Collection | str | None = None


class Activity(msgspec.Struct, gc=False):
    """Something that was done: a post made, or another's passed on."""

    type: str = ""
    id: str = ""
    published: str | None = None
    to: list[str] | str = []
    cc: list[str] | str = []
    object: Note | str | None = None


class Actor(msgspec.Struct, rename="camel"):
    """The profile."""

    id: str | None = None
    preferred_username: str | None = None
    name: str | None = None
    summary: str | None = None
    published: str | None = None
    url: str | None = None


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile, with the user name as others write it."""
    for name in names:
        for _, raw in reading.found(name, lambda _path, _array: Want.WHOLE):
            if (actor := reading.one(name, raw, Actor)) is not None:
                host = host_of(actor.id)
                user = actor.preferred_username
                yield Profile(
                    id=actor.id,
                    username=f"{user}@{host}" if user and host else user,
                    name=clean(actor.name) if actor.name else None,
                    bio=plain(actor.summary) if actor.summary else None,
                    created=from_iso(actor.published),
                    url=actor.url,
                )


def host_of(address: str | None) -> str | None:
    """The server in an address."""
    try:
        return urlsplit(address or "").hostname
    except ValueError:
        return None


def items(path: Path, array: bool) -> Want:
    """The activities of an outbox."""
    if not path:
        return Want.ITEMS if array else Want.ENTER
    return Want.ITEMS if array and path == ("orderedItems",) else Want.SKIP


def read_outbox(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Posts, replies and what was passed on."""
    for name in names:
        for activity in reading.rows(name, Activity, items):
            if (post := entry(activity)) is not None:
                yield post
            else:
                reading.counts["other"] += 1


def entry(activity: Activity) -> Post | None:
    """One activity as a post."""
    audience, created = audience_of(activity), from_iso(activity.published)
    note = activity.object
    if activity.type == "Announce":
        passed_on = note if isinstance(note, str) else note.id if note else None
        return Post(activity.id, Kind.REPOST, "", created, passed_on, audience)
    if activity.type != "Create" or not isinstance(note, Note):
        return None
    words = [plain(part) for part in (note.summary, note.content) if part]
    return Post(
        id=note.id or activity.id,
        kind=Kind.REPLY if note.in_reply_to else Kind.POST,
        text="\n\n".join(words),
        created=from_iso(note.published) or created,
        url=note.url or note.id or None,
        audience=audience,
        in_reply_to=note.in_reply_to,
        engagement=engagement(note),
    )


def audience_of(activity: Activity) -> Visibility:
    """Public if the activity is addressed to the public, and the post inside it too where it says."""
    note = activity.object if isinstance(activity.object, Note) else None
    layers: list[Activity | Note] = (
        [activity, note] if note is not None and (note.to or note.cc) else [activity]
    )
    for layer in layers:
        addressed = {*listed(layer.to), *listed(layer.cc)}
        if not addressed & PUBLIC:
            return Visibility.LIMITED
    return Visibility.PUBLIC


def listed(addresses: list[str] | str) -> list[str]:
    """Addresses as a list; one alone may stand without brackets."""
    return [addresses] if isinstance(addresses, str) else addresses


def engagement(note: Note) -> Engagement | None:
    """Reactions, which newer servers count."""
    counts = [
        number(part.total_items) if isinstance(part, Collection) else None
        for part in (note.likes, note.shares, note.replies)
    ]
    likes, reposts, comments = counts
    return None if likes is reposts is None else Engagement(likes=likes, reposts=reposts, comments=comments)


PLATFORM = Platform(
    name="mastodon",
    title="Mastodon",
    signature=r"outbox\.json",
    routes=(
        Route("profile", r"actor\.json", read_profile),
        Route("posts", r"outbox\.json", read_outbox),
    ),
    eras=(Era("outbox", r"outbox\.json"),),
    follower_keys="none",
    expected=("profile", "posts"),
    excerpts=(
        Excerpt(
            r"outbox\.json",
            (("ordereditems", "type|id|published|to|cc|object"),),
            addressed=("ordereditems",),
            everybody=tuple(sorted(PUBLIC)),
        ),
    ),
)
