"""TikTok: one JSON document whose sections moved in 2024, 2025 and 2026, or a folder of text files.

Lists are found by the names of the list and of the section above it, wherever the section stands. Chats,
searches and watched videos are in the same document and are passed over undecoded. An empty list is `null` or
missing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from digitroops.engines.archives.jsonstream import Path, Want
from digitroops.engines.archives.meta import stable_id
from digitroops.engines.archives.platform import Era, Excerpt, Platform, Route, matches
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import (
    Check,
    Engagement,
    Follower,
    Following,
    Kind,
    Post,
    Profile,
    Record,
    State,
    Visibility,
)
from digitroops.engines.archives.text import clean, from_iso, number

SECTIONS = frozenset(
    {"activity", "your activity", "profile and settings", "profile", "video", "post", "comment"}
)
LISTS: Mapping[tuple[str, str], str] = {
    ("follower list", "fanslist"): "followers",
    ("follower", "fanslist"): "followers",
    ("following list", "following"): "following",
    ("following", "following"): "following",
    ("videos", "videolist"): "posts",
    ("posts", "videolist"): "posts",
    ("comments", "commentslist"): "comments",
    ("profile information", "profilemap"): "profile",
    ("profile info", "profilemap"): "profile",
}
ERAS = {"activity": "2024", "your activity": "2025", "profile and settings": "2026"}
FIELDS = {
    "profile": "username|displayname|biodescription|followercount|followingcount",
    "followers": "username|date",
    "following": "username|date",
    "posts": "date|link|likes|title|whocanview",
    "comments": "date|comment",
}
PARENTS = frozenset(parent for parent, _ in LISTS)
VIDEO = re.compile(r"/(video|photo)/(\d{1,20})")
FIELD = re.compile(r"([^:\n]{1,40}):(?: (.*))?$")
PUBLIC = ("public", "everyone", "publik", "semua orang", "iedereen", "openbaar")
CLOSE_ENOUGH = 0.05


class Follow(msgspec.Struct, gc=False, rename={"name": "UserName", "date": "Date"}):
    """Somebody in a list."""

    name: str = ""
    date: str | None = None


class Video(msgspec.Struct, gc=False, rename="pascal"):
    """A video or series of photographs."""

    date: str | None = None
    link: str | None = None
    likes: str | int | None = None
    title: str | None = None
    who_can_view: str | None = None


class Comment(msgspec.Struct, gc=False):
    """A comment; which video it is on is not in the export."""

    comment: str | None = None
    date: str | None = None
    older_date: str | None = msgspec.field(default=None, name="Date")
    older_comment: str | None = msgspec.field(default=None, name="Comment")


class ProfileMap(msgspec.Struct, rename="camel"):
    """What is read of the profile: nothing of e-mail, telephone and birthday."""

    user_name: str | None = None
    display_name: str | None = None
    bio_description: str | None = None
    follower_count: str | int | None = None
    following_count: str | int | None = None


def read_document(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Everything of the JSON export, in the order in which it stands."""
    seen: set[str] = reading.memory.setdefault("seen", set())

    def plan(path: Path, array: bool) -> Want:
        keys = [key.lower() for key in path]
        if len(keys) < 3:
            return Want.ENTER if not keys or keys[-1] in (SECTIONS, PARENTS)[len(keys) - 1] else Want.SKIP
        role = LISTS.get((keys[1], keys[2])) if len(keys) == 3 else None
        if role is None:
            return Want.SKIP
        seen.add(role)
        if role == "followers":
            reading.era = ERAS.get(keys[0], "unknown")
        return Want.WHOLE if role == "profile" else Want.ITEMS if array else Want.SKIP

    for name in names:
        for path, raw in reading.found(name, plan):
            yield from section(reading, name, LISTS[path[1].lower(), path[2].lower()], raw)


def section(reading: Reading, name: str, role: str, raw: bytes) -> Iterator[Record]:
    """The records of a piece of one list."""
    if role == "profile":
        if (row := reading.one(name, raw, ProfileMap)) is not None:
            yield profile(row)
    elif role in ("followers", "following"):
        for follow in reading.batch(name, raw, Follow):
            yield from followed(reading, name, role, follow)
    elif role == "posts":
        for video in reading.batch(name, raw, Video):
            yield post(video)
    else:
        for said in reading.batch(name, raw, Comment):
            yield comment(said.comment or said.older_comment or "", said.date or said.older_date)


def profile(row: ProfileMap) -> Profile:
    """The profile."""
    username = clean(row.user_name) if row.user_name else None
    link = (
        f"https://www.tiktok.com/@{username}" if username and re.fullmatch(r"[\w.]{1,30}", username) else None
    )
    counts = number(row.follower_count), number(row.following_count)
    return Profile(None, username, row.display_name, row.bio_description, None, link, *counts)


def followed(reading: Reading, name: str, role: str, row: Follow) -> Iterator[Record]:
    """One entry of the lists of followers and of followed accounts."""
    key, since = clean(row.name).lower(), from_iso(row.date)
    if not key or key in ("n/a", "none"):
        reading.problem(name, "An entry of the list has no user name.", "bad_record")
    else:
        yield Follower(key, since) if role == "followers" else Following(key, since)


def post(row: Video) -> Post:
    """One video; who can view it is written down only in newer exports."""
    match = VIDEO.search(row.link or "")
    text = "" if row.title in (None, "N/A", "None") else clean(row.title or "")
    kind = Kind.POST if match and match[1] == "photo" else Kind.VIDEO
    created, likes = from_iso(row.date), number(row.likes)
    return Post(
        id=match[2] if match else stable_id(kind, created, text or row.link or ""),
        kind=kind,
        text=text,
        created=created,
        url=row.link if match else None,
        audience=visible(row.who_can_view),
        engagement=None if likes is None else Engagement(likes=likes),
    )


def visible(words: str | None) -> Visibility:
    """Who can view a video. Words that are not known to mean everybody mean fewer."""
    if not words:
        return Visibility.UNKNOWN
    return Visibility.PUBLIC if words.strip().lower().startswith(PUBLIC) else Visibility.LIMITED


def comment(text: str, date: str | None) -> Post:
    """One comment."""
    text, created = clean(text), from_iso(date)
    return Post(
        stable_id(Kind.COMMENT, created, text), Kind.COMMENT, text, created, audience=Visibility.UNKNOWN
    )


def blocks(reading: Reading, name: str) -> Iterator[dict[str, str]]:
    """The records of a text file: lines of `Key: value`. A record begins where the first key comes again."""
    first: str | None = None
    key, record = "", dict[str, str]()
    for line in reading.lines(name):
        label, words = field_of(line)
        first = first or label
        if record and label == first and from_iso(words) is not None:
            reading.count(name, 1)
            yield stripped(record)
            record = {}
        if label is not None and label not in record and (record or label == first):
            key, record[label] = label, words
        elif key in record and len(record[key]) < reading.limits.record_bytes:
            record[key] += "\n" + line
    if len(record) > 1:
        reading.count(name, 1)
        yield stripped(record)


def field_of(line: str) -> tuple[str | None, str]:
    """The key and the value of a line; no key where it goes on with the value before."""
    match = FIELD.match(line)
    return (match[1].strip().lower(), match[2] or "") if match else (None, "")


def stripped(record: Mapping[str, str]) -> dict[str, str]:
    """A record without the blank lines that part it from the next."""
    return {label: words.strip() for label, words in record.items()}


def value(record: Mapping[str, str], *labels: str) -> str | None:
    """The value under the first known label, else the first value that is neither a time nor an address."""
    for label in labels:
        if label in record:
            return record[label]
    rest = (item for item in record.values() if from_iso(item) is None)
    return next((item for item in rest if item and not item.startswith("http") and item != "N/A"), None)


def moment(record: Mapping[str, str]) -> str | None:
    """The first value that is a time."""
    return next((item for item in record.values() if from_iso(item) is not None), None)


def read_text_follows(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Followers and followed accounts out of text files."""
    for name in names:
        role = "followers" if matches(FOLLOWER_TXT, name) else "following"
        for record in blocks(reading, name):
            yield from followed(
                reading, name, role, Follow(value(record, "user name", "username") or "", moment(record))
            )


def read_text_posts(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Videos out of text files."""
    for name in names:
        for record in blocks(reading, name):
            likes = record.get("like(s)") or record.get("likes")
            link = next((item for item in record.values() if item.startswith("http")), None)
            yield post(Video(moment(record), link, likes, record.get("title"), record.get("who can view")))


def read_text_comments(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Comments out of text files."""
    for name in names:
        for record in blocks(reading, name):
            yield comment(value(record, "comment", "komentar", "reactie") or "", moment(record))


def read_text_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile out of a text file."""
    for name in names:
        for record in blocks(reading, name):
            row = ProfileMap(
                record.get("username") or record.get("user name"),
                record.get("display name"),
                record.get("bio description") or record.get("bio"),
                record.get("follower count"),
                record.get("following count"),
            )
            yield profile(row)
            break


def finish(reading: Reading) -> None:
    """See whether all lists were there, and compare followers with the number that the profile states."""
    seen = reading.memory.get("seen")
    for role in ("profile", "followers"):
        if seen is not None and role not in seen:
            reading.partial(f"no_{role}", f"The archive holds no {role}.")
    if any(name.lower().endswith(".txt") for name in reading.opened):
        reading.partial(
            "text_export", "The export was made as text files, which hold less than the JSON format does."
        )
    stated = reading.profile.followers if reading.profile else None
    rows = reading.counts["followers"]
    if stated is None:
        check = Check("manifest", State.NOT_POSSIBLE, "The archive states no number of followers.")
    else:
        near = abs(stated - rows) <= max(2, CLOSE_ENOUGH * stated)
        evidence = f"The profile states {stated:,} followers; the list holds {rows:,}."
        check = Check("manifest", State.OK if near else State.FAILED, evidence)
    reading.checks.append(check)


DOCUMENT = r"user_data(?:_tiktok)?\.json"
FOLLOWER_TXT = r"(?:followers?|follower list|volgers?|pengikut|seguidores|abonnés)\.txt"
FOLLOWING_TXT = r"(?:following|following list|volgend|mengikuti|diikuti|seguidos|abonnements)\.txt"
POST_TXT = r"(?:posts?|videos?)/(?:posts?|videos?|postingan|unggahan|publicaties|berichten)\.txt"
COMMENT_TXT = r"(?:comments?|komentar|reacties|comentarios|commentaires)\.txt"
PROFILE_TXT = r"(?:profile info|profile information|info profil|informasi profil|profielinformatie)\.txt"

PLATFORM = Platform(
    name="tiktok",
    title="TikTok",
    signature=rf"{DOCUMENT}|{FOLLOWER_TXT}|{FOLLOWING_TXT}|{POST_TXT}|{COMMENT_TXT}",
    routes=(
        Route("document", DOCUMENT, read_document),
        Route("profile", PROFILE_TXT, read_text_profile),
        Route("followers", FOLLOWER_TXT, read_text_follows),
        Route("following", FOLLOWING_TXT, read_text_follows),
        Route("posts", POST_TXT, read_text_posts),
        Route("comments", COMMENT_TXT, read_text_comments),
    ),
    eras=(
        Era("json", r"user_data_tiktok\.json"),
        Era("json to 2023", r"user_data\.json"),
        Era("text", r".*\.txt"),
    ),
    stem=r"tiktok.*?(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    finish=finish,
    excerpts=(
        Excerpt(
            DOCUMENT,
            tuple(("|".join(sorted(SECTIONS)), *names, FIELDS[role]) for names, role in LISTS.items()),
        ),
    ),
)
