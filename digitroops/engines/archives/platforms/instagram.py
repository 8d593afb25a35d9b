"""Instagram: the flat files of 2018, the folders of 2021-23, and `your_instagram_activity` since then.

Followers are user names with the day of the follow. Posts carry no identifier and no reactions, except the
insights of professional accounts. The export as web pages yields followers only.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath

import msgspec

from digitroops.engines.archives import meta
from digitroops.engines.archives.jsonstream import Path, Plan, Want
from digitroops.engines.archives.platform import Era, Platform, Read, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import (
    Engagement,
    Follower,
    Following,
    Kind,
    Post,
    Profile,
    Record,
    Visibility,
)
from digitroops.engines.archives.text import from_iso, from_seconds, mend

ANCHOR = re.compile(r"""<a\s[^>]{0,400}?href\s*=\s*["'](https?://[^"']{1,200})["']""", re.IGNORECASE)
KEPT = 1_000
NAMES = "followers_and_following"


class Media(msgspec.Struct, gc=False):
    """A photograph or video."""

    uri: str = ""
    title: str = ""
    creation_timestamp: int | float | None = None


class PostRow(msgspec.Struct, gc=False):
    """A post: with one medium its words stand at the medium, with several at the post."""

    title: str | None = None
    creation_timestamp: int | float | None = None
    media: list[Media] = []
    uri: str = ""
    label_values: list[meta.LabelValue] = []
    timestamp: int | float | None = None
    fbid: str | None = None


class InsightRow(meta.MapRow, gc=False):
    """The insights of one post."""

    media_map_data: dict[str, Media] = {}


class FlatProfile(msgspec.Struct):
    """`profile.json` of 2018."""

    username: str | None = None
    name: str | None = None
    biography: str | None = None
    date_joined: str | None = None


class FlatMedia(msgspec.Struct, gc=False):
    """A row of `media.json` of 2018."""

    caption: str = ""
    taken_at: str = ""
    path: str = ""


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile; e-mail, telephone and birthday in the same file are passed over."""
    for name in names:
        for row in reading.rows(name, meta.MapRow):
            entries = row.entries()
            username = meta.username_of(entries, reading.username)
            yield Profile(
                id=None,
                username=username,
                name=meta.labelled(entries, "name"),
                bio=meta.labelled(entries, "bio"),
                url=f"https://www.instagram.com/{username}/" if username else None,
            )
            return


def read_pages(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Followers out of a web page: all that can be had from it without guessing."""
    reading.partial(
        "html_export", "The export was made as web pages (HTML), so only followers could be read."
    )
    seen: set[str] = set()
    for name in names:
        rest = ""
        for part in reading.text(name):
            text = rest + part
            for match in ANCHOR.finditer(text):
                found = meta.ADDRESS.match(match[1])
                if found and (key := found[1].lower()) not in seen:
                    seen.add(key)
                    reading.count(name, 1)
                    yield Follower(key)
            rest = text[max(text.rfind("<a"), len(text) - KEPT) :]


def read_insights(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Keep the insights of posts until the posts are read."""
    kept: dict[str, Engagement] = reading.memory.setdefault("insights", {})
    for name in names:
        for row in reading.rows(name, InsightRow):
            if len(kept) >= reading.limits.notes:
                break
            engagement = meta.engagement_of(row.entries())
            for medium in row.media_map_data.values():
                kept[medium.uri] = kept[f"at {medium.creation_timestamp}"] = engagement
    yield from ()


def reader(kind: Kind) -> Read:
    """A function that reads posts of one kind."""

    def read(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
        for name in names:
            for row in reading.rows(name, PostRow):
                yield post(reading, row, kind)

    return read


def post(reading: Reading, row: PostRow, kind: Kind) -> Post:
    """One post; the first medium's file name serves as its identifier."""
    first = row.media[0] if row.media else Media(row.uri, row.title or "", row.creation_timestamp)
    entries = meta.MapRow(label_values=row.label_values).entries()
    text = mend(row.title or first.title or "") or meta.labelled(entries, "caption") or ""
    created = from_seconds(row.creation_timestamp or first.creation_timestamp or row.timestamp)
    insights: dict[str, Engagement] = reading.memory.get("insights", {})
    return Post(
        id=row.fbid or PurePosixPath(first.uri).stem or meta.stable_id(kind, created, text),
        kind=kind,
        text=text,
        created=created,
        audience=Visibility.UNKNOWN,
        engagement=insights.get(first.uri) or insights.get(f"at {first.creation_timestamp}"),
    )


def read_comments(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Comments on other people's posts and reels."""
    for name in names:
        for row in reading.rows(name, meta.MapRow):
            yield meta.comment(row)


def lists(*keys: str) -> Plan:
    """A plan that takes the lists under some keys of an object."""

    def plan(path: Path, array: bool) -> Want:
        if not path:
            return Want.ENTER
        return Want.ITEMS if array and len(path) == 1 and path[0] in keys else Want.SKIP

    return plan


def read_flat_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile of 2018."""
    for name in names:
        for _, raw in reading.found(name, lambda _path, _array: Want.WHOLE):
            if (row := reading.one(name, raw, FlatProfile)) is not None:
                joined = from_iso(row.date_joined)
                link = f"https://www.instagram.com/{row.username}/" if row.username else None
                yield Profile(None, row.username, row.name, row.biography, joined, link)


def read_flat_follows(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Followers and followed accounts of 2018: an object of name and time each."""
    kinds = ("followers", "following")

    def plan(path: Path, array: bool) -> Want:
        if len(path) == 2 and path[0] in kinds:
            return Want.WHOLE
        return Want.ENTER if not path or (len(path) == 1 and path[0] in kinds) else Want.SKIP

    for name in names:
        for path, raw in reading.found(name, plan):
            reading.count(name, 1)
            key, since = path[1].lower(), from_iso(raw.decode("utf-8", "replace").strip('"'))
            yield Follower(key, since) if path[0] == "followers" else Following(key, since)


def read_flat_posts(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Posts, videos and stories of 2018."""
    kinds = {"photos": Kind.POST, "videos": Kind.VIDEO, "stories": Kind.STORY}
    for name in names:
        for path, raw in reading.found(name, lists(*kinds)):
            for row in reading.batch(name, raw, FlatMedia):
                text, created = mend(row.caption), from_iso(row.taken_at)
                identity = PurePosixPath(row.path).stem or meta.stable_id(kinds[path[0]], created, text)
                yield Post(identity, kinds[path[0]], text, created, audience=Visibility.UNKNOWN)


def read_flat_comments(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Comments of 2018: lists of time, words and owner."""
    for name in names:
        for _, raw in reading.found(name, lists("media_comments")):
            for row in reading.batch(name, raw, list[str]):
                when, text, owner = (*row, "", "", "")[:3]
                yield flat_comment(from_iso(when), mend(text), owner or None)


def flat_comment(created: datetime | None, text: str, owner: str | None) -> Post:
    """One comment of 2018."""
    identity = meta.stable_id(Kind.COMMENT, created, text)
    return Post(identity, Kind.COMMENT, text, created, audience=Visibility.UNKNOWN, in_reply_to=owner)


MEDIA = r"(?:content|media)"
PLATFORM = Platform(
    name="instagram",
    title="Instagram",
    signature=(
        rf"{NAMES}/(?:followers|following)(?:_\d+)?\.(?:json|html)|{MEDIA}/(?:posts_\d+|stories|reels)\.json"
        r"|your_instagram_activity/(?:content|media|comments)/.*\.json|connections\.json"
    ),
    routes=(
        Route("profile", r"(?:personal|account)_information/personal_information\.json", read_profile),
        Route("profile", r"profile\.json", read_flat_profile),
        Route("followers", rf"{NAMES}/followers(?:_\d+)?\.json", meta.read_followers),
        Route("followers", rf"{NAMES}/followers(?:_\d+)?\.html", read_pages),
        Route("following", rf"{NAMES}/following(?:_\d+)?\.json", meta.read_following),
        Route("followers", r"connections\.json", read_flat_follows),
        Route("insights", r"past_instagram_insights/(?:posts|reels|stories)\.json", read_insights),
        Route("posts", rf"{MEDIA}/posts(?:_\d+)?\.json", reader(Kind.POST)),
        Route("reels", rf"{MEDIA}/reels(?:_\d+)?\.json", reader(Kind.REEL)),
        Route("videos", rf"{MEDIA}/igtv_videos(?:_\d+)?\.json", reader(Kind.VIDEO)),
        Route("stories", rf"{MEDIA}/stories(?:_\d+)?\.json", reader(Kind.STORY)),
        Route("posts", r"media\.json", read_flat_posts),
        Route("comments", r"comments/(?:post|reels)_comments(?:_\d+)?\.json", read_comments),
        Route("comments", r"comments\.json", read_flat_comments),
    ),
    eras=(
        Era("2024", r"(?:connections/followers_and_following|your_instagram_activity)/.*\.json"),
        Era("2023", rf"{NAMES}/followers_\d+\.json"),
        Era("2021", rf"{NAMES}/followers\.json|{MEDIA}/posts_\d+\.json"),
        Era("2018", r"connections\.json"),
        Era("html", rf"{NAMES}/followers(?:_\d+)?\.html"),
    ),
    expected=("profile", "followers"),
    html=r"(?:content|media)/posts_\d+\.html|personal_information\.html|your_instagram_activity/.*\.html",
    stem=r"instagram-(?P<user>[a-z0-9._]{1,30})-(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    finish=meta.check_range,
)
