"""Facebook: layouts up to 2021, of 2021-23, of 2023 and since 2024; several zips make one tree.

Friends and followers are display names, which are no key: they are counted and dated, never given out. The
export says nothing of a post's audience. The sentence above a post ("X updated his status") is translated and
not the person's own.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from digitroops.engines.archives import meta
from digitroops.engines.archives.jsonstream import Path, Want
from digitroops.engines.archives.platform import Era, Excerpt, Platform, Read, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Kind, Post, Profile, Record, Visibility
from digitroops.engines.archives.text import from_seconds, mend


class Name(msgspec.Struct):
    """A name in parts."""

    full_name: str | None = None


class Person(msgspec.Struct):
    """What is read of the profile: nothing of addresses, birthday and relations."""

    name: Name | str | None = None
    profile_uri: str | None = None
    username: str | None = None
    registration_timestamp: int | float | None = None


class Dated(msgspec.Struct, gc=False):
    """Somebody in a list, without the name."""

    timestamp: int | float | None = None


class Words(msgspec.Struct, gc=False):
    """The words of a comment."""

    comment: str = ""
    timestamp: int | float | None = None


class Datum(msgspec.Struct, gc=False):
    """A part of a post: words, or times that are not read."""

    post: str | None = None
    comment: Words | None = None


class Medium(msgspec.Struct, gc=False):
    """A photograph or video with its description."""

    description: str | None = None


class Attached(msgspec.Struct, gc=False):
    """Something attached."""

    media: Medium | None = None


class Attachment(msgspec.Struct, gc=False):
    """Things attached."""

    data: list[Attached] = []


class Row(msgspec.Struct, gc=False):
    """A post or comment."""

    timestamp: int | float | None = None
    data: list[Datum] = []
    attachments: list[Attachment] = []
    label_values: list[meta.LabelValue] = []
    fbid: str | None = None


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile, under a key that carries a version."""

    def plan(path: Path, array: bool) -> Want:
        if not path:
            return Want.ENTER
        return Want.WHOLE if len(path) == 1 and path[0].startswith("profile") else Want.SKIP

    for name in names:
        for _, raw in reading.found(name, plan):
            if (row := reading.one(name, raw, Person)) is not None:
                full = row.name.full_name if isinstance(row.name, Name) else row.name
                address = row.profile_uri or (
                    f"https://www.facebook.com/{row.username}" if row.username else None
                )
                yield Profile(
                    id=None,
                    username=row.username or address_name(address),
                    name=mend(full) if full else None,
                    created=from_seconds(row.registration_timestamp),
                    url=address,
                )


def address_name(address: str | None) -> str | None:
    """The user name in the address of a profile."""
    last = (address or "").rstrip("/").rsplit("/", 1)[-1]
    return last if last and "?" not in last else None


def counter(what: str) -> Read:
    """A function that counts a list and notes its dates."""

    def read(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
        span: Any = {"followers": reading.followers, "following": reading.following}.get(what)
        for name in names:
            for row in reading.rows(name, Dated):
                reading.counts[what] += 1
                if span is not None and (since := from_seconds(row.timestamp)) is not None:
                    span.feed([since])
        yield from ()

    return read


def reader(kind: Kind) -> Read:
    """A function that reads posts or comments."""

    def read(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
        for name in names:
            for row in reading.rows(name, Row):
                yield post(row, kind)

    return read


def post(row: Row, kind: Kind) -> Post:
    """One post or comment. A row of a group's file that holds a comment is one."""
    said = next((datum.comment for datum in row.data if datum.comment is not None), None)
    if said is not None:
        kind, text = Kind.COMMENT, mend(said.comment)
    else:
        text = mend(next((datum.post for datum in row.data if datum.post), "") or described(row))
    created = from_seconds(row.timestamp or (said.timestamp if said else None) or labelled_time(row))
    identity = row.fbid or meta.stable_id(kind, created, text)
    return Post(identity, kind, text, created, audience=Visibility.UNKNOWN)


def described(row: Row) -> str:
    """The words of a post that stand elsewhere: under a label, or at its photograph."""
    labelled = meta.labelled(meta.MapRow(label_values=row.label_values).entries(), "caption")
    media = (item.media for attachment in row.attachments for item in attachment.data)
    return labelled or next((medium.description for medium in media if medium and medium.description), "")


def labelled_time(row: Row) -> int | float | None:
    """The time of a row of the newer form."""
    return next((item.timestamp_value for item in row.label_values if item.timestamp_value), None)


FRIENDS = r"friends(?:_and_followers)?/(?:your_)?friends\.json"
FOLLOWERS = (
    r"(?:followers|friends_and_followers|following_and_followers)/(?:people_who_followed_you|followers)\.json"
)
FOLLOWING = r"(?:followers|friends_and_followers|following_and_followers)/who_you.{0,3}ve_followed\.json"
POSTS = r"posts/your_posts(?:__check_ins__photos_and_videos)?(?:_\d+)?\.json"
PROFILE = r"profile_information/profile_information\.json"
GROUP_POSTS = r"groups/(?:group_posts_and_comments|your_posts_in_groups|your_group_posts)(?:_\d+)?\.json"

PLATFORM = Platform(
    name="facebook",
    title="Facebook",
    signature=rf"{PROFILE}|{POSTS}|{FRIENDS}|{FOLLOWERS}|(?:your_facebook_activity|your_activity_across_facebook)/.*\.json",
    routes=(
        Route("profile", PROFILE, read_profile),
        Route("friends", FRIENDS, counter("friends")),
        Route("followers", FOLLOWERS, counter("followers")),
        Route("following", FOLLOWING, counter("following")),
        Route("posts", POSTS, reader(Kind.POST)),
        Route("reels", r"reels/your_reels\.json", reader(Kind.REEL)),
        Route("comments", r"comments(?:_and_reactions)?/comments\.json", reader(Kind.COMMENT)),
        Route("group posts", GROUP_POSTS, reader(Kind.POST)),
        Route("group comments", r"groups/your_comments_in_groups(?:_\d+)?\.json", reader(Kind.COMMENT)),
    ),
    eras=(
        Era("2024", r"your_facebook_activity/.*|connections/(?:friends|followers)/.*"),
        Era("2023", r"your_activity_across_facebook/.*"),
        Era("2021", r"friends_and_followers/.*"),
        Era("to 2021", r"friends/friends\.json|posts/your_posts_\d+\.json|profile_information/.*"),
    ),
    follower_keys="names",
    expected=("profile", "friends"),
    html=r"(?:posts/your_posts.*|friends/your_friends|followers/people_who_followed_you|profile_information)\.html",
    stem=r"facebook-(?P<user>[a-z0-9.]{1,50})-(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    finish=meta.check_range,
    excerpts=(
        Excerpt(PROFILE, (("profile.*", "name|profile_uri|username|registration_timestamp"),)),
        Excerpt(rf"{FRIENDS}|{FOLLOWERS}|{FOLLOWING}", ((".*", "timestamp"), ("timestamp",))),
    ),
)
