"""Threads: a folder inside the Instagram export, told apart by keys that begin with `text_post_app_`."""

from collections.abc import Iterator, Sequence

import msgspec

from digitroops.engines.archives import meta
from digitroops.engines.archives.platform import Era, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import from_seconds, mend


class ThreadState(msgspec.Struct, gc=False):
    """What Threads adds to a medium."""

    is_reply: bool = False


class ThreadMedia(msgspec.Struct, gc=False):
    """The words of a post stand at its medium, even where there is none."""

    uri: str = ""
    title: str = ""
    creation_timestamp: int | float | None = None
    text_app_post: ThreadState | None = None


class ThreadRow(msgspec.Struct, gc=False):
    """A post or reply."""

    media: list[ThreadMedia] = []


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile, which is little more than the user name."""
    for name in names:
        for row in reading.rows(name, meta.MapRow):
            entries = row.entries()
            username = meta.username_of(entries, reading.username)
            link = f"https://www.threads.com/@{username}" if username else None
            yield Profile(
                None, username, meta.labelled(entries, "name"), meta.labelled(entries, "bio"), url=link
            )
            return


def read_posts(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Posts and replies; what a reply answers is not in the export."""
    for name in names:
        for row in reading.rows(name, ThreadRow):
            if row.media:
                yield post(row.media[0])


def post(first: ThreadMedia) -> Post:
    """One post."""
    reply = first.text_app_post is not None and first.text_app_post.is_reply
    kind = Kind.REPLY if reply else Kind.POST
    text, created = mend(first.title), from_seconds(first.creation_timestamp)
    return Post(meta.stable_id(kind, created, text), kind, text, created, audience=Visibility.UNKNOWN)


PLATFORM = Platform(
    name="threads",
    title="Threads",
    signature=r"threads/(?:threads_and_replies|followers|following)(?:_\d+)?\.json",
    routes=(
        Route("profile", r"threads/personal_information\.json", read_profile),
        Route("followers", r"threads/followers(?:_\d+)?\.json", meta.read_followers),
        Route("following", r"threads/following(?:_\d+)?\.json", meta.read_following),
        Route("posts", r"threads/threads_and_replies(?:_\d+)?\.json", read_posts),
    ),
    eras=(Era("2023", r"threads/.*\.json"),),
    expected=("profile", "followers"),
    html=r"threads/.*\.html",
    stem=r"instagram-(?P<user>[a-z0-9._]{1,30})-(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    finish=meta.check_range,
)
