"""What Instagram, Threads and Facebook share: Meta's shapes, broken encoding and translated labels.

Labels are translated into the language of the account, so a value is found by a table of the labels known
and, where that fails, by its place and shape. Each UTF-8 byte of a text stands as a character of its own, in
labels as well.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import msgspec

from digitroops.engines.archives.labels import LABELS
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import (
    Check,
    Engagement,
    Follower,
    Following,
    Kind,
    Post,
    State,
    Visibility,
)
from digitroops.engines.archives.text import from_seconds, mend, number

USERNAME = re.compile(r"[a-z0-9._]{1,30}")
ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:instagram|threads)\.(?:com|net)/(?:_u/)?@?([A-Za-z0-9._]{1,64})/?(?:[?#].*)?$"
)
LINK = re.compile(r"https?://\S+$")
YOUNG = timedelta(days=400)
OLDER = timedelta(days=30)


class Entry(msgspec.Struct, gc=False):
    """A value under a translated label."""

    href: str = ""
    value: str = ""
    timestamp: int | float = 0


class FollowRow(msgspec.Struct, gc=False):
    """Somebody in a list of followers or followed accounts."""

    title: str = ""
    string_list_data: list[Entry] = []


class LabelValue(msgspec.Struct, gc=False):
    """A value of the newer form, which carries its label."""

    label: str = ""
    value: str | None = None
    href: str | None = None
    timestamp_value: int | float | None = None


class MapRow(msgspec.Struct, gc=False):
    """A row of labelled values, in the older or the newer form."""

    string_map_data: dict[str, Entry] = {}
    label_values: list[LabelValue] = []
    timestamp: int | float | None = None
    fbid: str | None = None

    def entries(self) -> list[tuple[str, Entry]]:
        """The labelled values in their order, labels mended and in lower case."""
        if self.string_map_data:
            return [(mend(label).casefold().strip(), entry) for label, entry in self.string_map_data.items()]
        return [
            (mend(it.label).casefold().strip(), Entry(it.href or "", it.value or "", it.timestamp_value or 0))
            for it in self.label_values
        ]

    def moment(self) -> datetime | None:
        """The first time among the values: the only shape a time has in every language."""
        times = (entry.timestamp for _, entry in self.entries() if entry.timestamp)
        return from_seconds(next(times, self.timestamp))


def labelled(entries: Iterable[tuple[str, Entry]], field: str) -> str | None:
    """The value under any known label of a field."""
    known = LABELS[field]
    return next((mend(entry.value) for label, entry in entries if label in known and entry.value), None)


def follow_key(row: FollowRow) -> str | None:
    """The user name: the value, else the last part of the address, else the title; always in lower case."""
    entry = row.string_list_data[0] if row.string_list_data else None
    if entry is not None and entry.value:
        return mend(entry.value).lower()
    if entry is not None and (match := ADDRESS.match(entry.href)):
        return match[1].lower()
    title = mend(row.title).lower()
    return title if USERNAME.fullmatch(title) else None


def follows(reading: Reading, names: Sequence[str]) -> Iterator[tuple[str, datetime | None]]:
    """Names and dates out of the lists of followers or followed accounts."""
    for name in names:
        for row in reading.rows(name, FollowRow):
            key = follow_key(row)
            if key is None:
                reading.problem(name, "An entry of the list has no user name.", "bad_record")
            else:
                yield key, from_seconds(row.string_list_data[0].timestamp) if row.string_list_data else None


def read_followers(reading: Reading, names: Sequence[str]) -> Iterator[Follower]:
    """Followers by user name."""
    for key, since in follows(reading, names):
        yield Follower(key, since)


def read_following(reading: Reading, names: Sequence[str]) -> Iterator[Following]:
    """Followed accounts by user name."""
    for key, since in follows(reading, names):
        yield Following(key, since)


def comment(row: MapRow) -> Post:
    """A comment: by its labels, else the first text is the comment and the second the owner."""
    entries = row.entries()
    body, owner = labelled(entries, "comment"), labelled(entries, "owner")
    texts = [mend(entry.value) for _, entry in entries if entry.value and not entry.timestamp]
    if body is None:
        body = next((text for text in texts if text != owner), "")
        owner = owner or next((text for text in texts[1:] if USERNAME.fullmatch(text)), None)
    created = row.moment()
    return Post(
        row.fbid or stable_id(Kind.COMMENT, created, body),
        Kind.COMMENT,
        body,
        created,
        audience=Visibility.UNKNOWN,
        in_reply_to=owner,
    )


def username_of(entries: list[tuple[str, Entry]], expected: str | None) -> str | None:
    """The user name: by its label, else what the file is named after, else the first of its shape."""
    if (found := labelled(entries, "username")) is not None:
        return found.lower()
    shaped = [
        entry.value for _, entry in entries if USERNAME.fullmatch(entry.value) and not entry.value.isdecimal()
    ]
    return expected if expected in shaped else next(iter(shaped), expected)


def engagement_of(entries: list[tuple[str, Entry]]) -> Engagement:
    """The insights of a professional account."""
    fields = ("likes", "comments", "saves", "shares", "reach", "views")
    return Engagement(**{name: number(labelled(entries, name)) for name in fields})


def stable_id(kind: Kind, created: datetime | None, text: str) -> str:
    """An identifier for what Meta gives none: the same in every export of the same account."""
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return f"{kind.value}-{int(created.timestamp()) if created else 0}-{digest}"


def check_range(reading: Reading) -> None:
    """See whether the lists were cut to a range of dates, which the export does not say.

    The person picks the range when asking for the export, and "all time" is not the default.
    """
    first = reading.followers.first
    ends = (reading.exported, reading.followers.last, reading.following.last, reading.posts.last)
    end = max((moment for moment in ends if moment is not None), default=None)
    if first is None or end is None:
        check = Check("range", State.NOT_POSSIBLE, "No follower has a date.")
    elif end - first >= YOUNG:
        check = Check("range", State.OK, f"Followers go back to {first:%B %Y}.")
    elif any(it is not None and it < first - OLDER for it in (reading.posts.first, reading.following.first)):
        sentence = f"Followers only since {first:%B %Y}: the export was limited to a date range."
        reading.partial("date_range", sentence)
        check = Check("range", State.FAILED, sentence)
    else:
        evidence = (
            f"Nothing is older than {first:%B %Y}: a young account, or an export limited to a date range."
        )
        check = Check("range", State.NOT_POSSIBLE, evidence)
    reading.checks.append(check)
