"""X (Twitter): `tweets.js` in parts (2022+), `tweet.js` (2019-22) and the month files of Grailbird (2016-18).

Every number is a string, every file a JavaScript assignment. Followers are numeric ids without names. The
time of a post stands in its id (a snowflake, since November 2010), which is exact where `created_at` is
sometimes wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from digitroops.engines.archives.jsonstream import Path, Want
from digitroops.engines.archives.platform import Era, Excerpt, Platform, Route, matches
from digitroops.engines.archives.platforms import x_shapes as shapes
from digitroops.engines.archives.platforms.x_time import moments, written
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
from digitroops.engines.archives.text import clean, from_iso, number, unescape

PART = r"(?:-part\d+)?\.js"
CIRCLE, NOTES = rf"twitter-circle-tweet{PART}", rf"note-tweet{PART}"
DELETED = rf"deleted-tweets?{PART}"
MONTH = r"data/js/tweets/\d{4}_\d\d\.js"
Counts = tuple[str | int | None, str | int | None]
USERNAME = re.compile(r"\w{1,30}", re.ASCII)
RETWEET = re.compile(r"RT @\w{1,20}: ")
WRAPPER = re.compile(rb"""=\s*\[\s*\{\s*"tweet"\s*:""")
POST, REPLY, REPOST = Kind.POST, Kind.REPLY, Kind.REPOST
TOP = (POST, None)
ENOUGH = 10_000
TAIL = re.compile(r"(?:…|\s*https://t\.co/\w+)+\s*$")


@dataclass(slots=True)
class Notes:
    """Long posts waiting for the cut-off tweet that each belongs to."""

    by_id: dict[str, shapes.NoteTweet] = field(default_factory=dict)
    by_second: dict[int, list[shapes.NoteTweet]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def add(self, note: shapes.NoteTweet) -> None:
        """Keep a note by its tweet's id, if it has one, and by its second."""
        if note.tweet_id:
            self.by_id[note.tweet_id] = note
        if (created := from_iso(note.created_at)) is not None:
            second = int(created.timestamp())
            for near in range(second - 2, second + 3):
                self.by_second.setdefault(near, []).append(note)

    def text_for(self, tweet_id: str, created: datetime, text: str) -> str | None:
        """The full words of a tweet, if one of the notes continues it."""
        note = self.by_id.get(tweet_id)
        if note is None:
            near = self.by_second.get(int(created.timestamp()), ())
            start = TAIL.sub("", text)[:100] if near else ""
            note = next((note for note in near if start and words(note).startswith(start)), None)
        if note is None:
            return None
        self.used.add(note.note_tweet_id)
        return words(note)


def words(note: shapes.NoteTweet) -> str:
    """The text of a note, wherever its shape keeps it."""
    return unescape(
        note.text or next((part.text for part in (note.core, note.note_tweet_results) if part), "")
    )


def whole(path: Path, array: bool) -> Want:
    """The document as one value."""
    return Want.WHOLE


def read_manifest(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Whose archive it is, when it was made, and how many rows each file should have."""
    for name in names:
        for _, raw in reading.found(name, whole):
            manifest = reading.one(name, raw, shapes.Manifest)
            if manifest is not None:
                remember(reading, manifest)
    yield from ()


def remember(reading: Reading, manifest: shapes.Manifest) -> None:
    """Keep the manifest's evidence for the end."""
    files = [entry for kind in manifest.data_types.values() for entry in kind.files]
    reading.memory["listed"] = {entry.file_name.rsplit("/", 1)[-1]: number(entry.count) for entry in files}
    if manifest.user_info is not None:
        reading.username = manifest.user_info.user_name or reading.username
        reading.id = manifest.user_info.account_id or reading.id
    if manifest.archive_info is not None:
        reading.exported = from_iso(manifest.archive_info.generation_date) or reading.exported
        if manifest.archive_info.is_partial_archive:
            reading.partial("partial_export", "The archive says of itself that it is only a part.")


def read_profile(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """One profile out of `account.js` and `profile.js`."""
    account, bio = shapes.AccountPart(), None
    for name in names:
        for row in reading.rows(name, shapes.ProfileRow):
            account = row.account or account
            if row.profile is not None and row.profile.description is not None:
                bio = row.profile.description.bio
    if names:
        yield Profile(
            id=reading.id if account.account_id is None else clean(account.account_id),
            username=reading.username if account.username is None else clean(account.username),
            name=clean(account.account_display_name) if account.account_display_name else None,
            bio=clean(bio) if bio else None,
            created=from_iso(account.created_at),
            url=page(account.username),
        )


def page(username: str | None) -> str | None:
    """The address of a profile, if the user name is one."""
    return f"https://x.com/{username}" if username and USERNAME.fullmatch(username) else None


def read_details(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """The profile of a Grailbird archive."""
    for name in names:
        for _, raw in reading.found(name, whole):
            user = reading.one(name, raw, shapes.UserDetails)
            if user is not None:
                created = written(user.created_at or "")
                address = page(user.screen_name)
                yield Profile(
                    str(user.id or "") or None, user.screen_name, user.full_name, user.bio, created, address
                )


def read_payload(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """How many tweets a Grailbird archive should hold, and when it was made."""
    for name in names:
        for _, raw in reading.found(name, whole):
            payload = reading.one(name, raw, shapes.Payload)
            if payload is not None:
                reading.memory["tweets"] = payload.tweets
                reading.exported = written(payload.created_at or "") or reading.exported
    yield from ()


def read_followers(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Followers by account number."""
    for name in names:
        for rows in reading.batches(name, shapes.FollowerRow):
            yield from map(Follower, numbers(reading, name, [row.follower.accountId for row in rows]))


def read_following(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Accounts followed, by account number."""
    for name in names:
        for rows in reading.batches(name, shapes.FollowingRow):
            yield from map(Following, numbers(reading, name, [row.following.accountId for row in rows]))


def numbers(reading: Reading, name: str, keys: list[str]) -> list[str]:
    """Those of the keys that are account numbers; the others are told."""
    good = [key for key in keys if key.isascii() and key.isdecimal()]
    for _ in range(len(keys) - len(good)):
        reading.problem(name, "An entry of the list has no account number.", "bad_record")
    return good


def read_posts(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Tweets, with long posts in full. Those of the circle come first and are marked."""
    return chain.from_iterable(post_batches(reading, names))


def post_batches(reading: Reading, names: Sequence[str]) -> Iterator[Sequence[Post]]:
    """The same some hundred at a time."""
    circle = [name for name in names if matches(CIRCLE, name)]
    notes = [name for name in names if matches(NOTES, name)]
    limited: set[str] = set()
    for batch in tweets(reading, circle, Notes(), set(), Visibility.LIMITED):
        limited.update(post.id for post in batch)
        yield batch
    kept = Notes()
    for name in notes:
        for row in reading.rows(name, shapes.NoteRow):
            if reading.rows_of[name] <= reading.limits.notes:
                kept.add(row.note_tweet)
    rest = [name for name in names if name not in {*circle, *notes}]
    yield from tweets(reading, rest, kept, limited, Visibility.PUBLIC)
    yield list(unmatched(kept))


def unmatched(notes: Notes) -> Iterator[Post]:
    """Long posts whose tweet is not in the archive."""
    for note in {note.note_tweet_id: note for near in notes.by_second.values() for note in near}.values():
        if note.note_tweet_id not in notes.used:
            yield Post(note.tweet_id or note.note_tweet_id, Kind.POST, words(note), from_iso(note.created_at))


def read_community(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Tweets to a community, which anybody can read."""
    return chain.from_iterable(tweets(reading, names, Notes(), set(), Visibility.PUBLIC))


def read_deleted(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Tweets deleted in the last days before the export."""
    return chain.from_iterable(tweets(reading, names, Notes(), set(), Visibility.DELETED))


def tweets(
    reading: Reading, names: Sequence[str], notes: Notes, skip: set[str], audience: Visibility
) -> Iterator[list[Post]]:
    """The tweets of some files in batches, without those to skip."""
    make = Maker(f"{page(reading.username) or 'https://x.com/i/web'}/status/", notes, skip, audience)
    for name in names:
        for batch in unwrapped(reading, name):
            times = moments(batch, reading.clock)
            posts = make.posts(batch, times)
            for _ in range(times.count(None)):
                reading.problem(name, "A post has no valid id or time.", "bad_record")
            yield posts


@dataclass(slots=True)
class Maker:
    """Makes posts of tweets. Written for speed: hundreds of thousands pass through it."""

    link: str
    notes: Notes
    skip: set[str]
    audience: Visibility
    seen: dict[Counts, Engagement | None] = field(default_factory=dict)

    def posts(self, batch: list[shapes.Tweet], times: list[datetime | None]) -> list[Post]:
        """The posts of a batch. Tweets without a time are left out."""
        link, skip, audience, seen = self.link, self.skip, self.audience, self.seen
        result = []
        for tweet, created in zip(batch, times, strict=True):
            identity, text = tweet.id_str, tweet.full_text
            if created is None or identity in skip:
                continue
            text = unescape(tweet.text if text is None else text)
            kind, parent = sort(tweet, text)
            if self.notes.by_second:
                text = self.notes.text_for(identity, created, text) or text
            counts = (tweet.favorite_count, tweet.retweet_count)
            engagement = seen[counts] if counts in seen else self.engaged(counts)
            if kind is REPOST:
                engagement = None
            result.append(Post(identity, kind, text, created, link + identity, audience, parent, engagement))
        return result

    def engaged(self, counts: Counts) -> Engagement | None:
        """The reactions as a value; equal ones are one object, because most tweets have few."""
        result = None
        if counts != (None, None):
            result = Engagement(likes=number(counts[0]), reposts=number(counts[1]))
        if len(self.seen) < ENOUGH:
            self.seen[counts] = result
        return result


def unwrapped(reading: Reading, name: str) -> Iterator[list[shapes.Tweet]]:
    """The tweets of a file in batches; in the oldest files nothing is wrapped around them."""
    if WRAPPER.search(reading.head(name)):
        return ([row.tweet for row in batch] for batch in reading.batches(name, shapes.TweetRow))
    return reading.batches(name, shapes.Tweet)


def sort(tweet: shapes.Tweet, text: str) -> tuple[Kind, str | None]:
    """What kind of post a tweet is, and what it answers."""
    if tweet.retweeted_status is not None or (text.startswith("RT @") and RETWEET.match(text)):
        return REPOST, None
    parent = tweet.in_reply_to_status_id_str or tweet.in_reply_to_screen_name or tweet.in_reply_to_user_id_str
    return (REPLY, clean(parent)) if parent else TOP


def finish(reading: Reading) -> None:
    """Compare the rows read with the numbers that the archive states."""
    listed = {
        name: count for name, count in reading.memory.get("listed", {}).items() if PLATFORM.wanted([name])
    }
    stated, months = reading.memory.get("tweets"), rows_of_months(reading)
    rows = {name.rsplit("/", 1)[-1]: count for name, count in reading.rows_of.items()}
    missing, wrong = differing(reading, listed, rows)
    if missing:
        reading.partial("missing_part", f"The archive lists {', '.join(missing)}, which is not there.")
    if not listed and stated is None:
        state, evidence = State.NOT_POSSIBLE, "The archive states no numbers to compare with."
    elif missing or wrong or stated not in (None, months):
        names = ", ".join([*missing, *wrong]) or "the month files"
        state, evidence = State.FAILED, f"The numbers stated differ from what is in {names}."
    else:
        total = sum(rows.get(name, 0) for name in listed) or months
        state, evidence = State.OK, f"All {total:,} rows are there that the archive states."
    reading.checks.append(Check("manifest", state, evidence))


def rows_of_months(reading: Reading) -> int:
    """The rows of the month files, whose sum the oldest archives state."""
    return sum(count for name, count in reading.rows_of.items() if matches(MONTH, name))


def differing(
    reading: Reading, listed: Mapping[str, int | None], rows: Mapping[str, int]
) -> tuple[list[str], list[str]]:
    """The listed files that are not there, and those with another number of rows than stated."""
    present = {name.rsplit("/", 1)[-1] for name in reading.opened}
    missing = [name for name in listed if name not in present]
    wrong = [
        name for name, count in listed.items() if name in present and count not in (None, rows.get(name, 0))
    ]
    return missing, wrong


PLATFORM = Platform(
    name="x",
    title="X",
    signature=rf"(?:tweets?|follower|following){PART}|{MONTH}|data/js/user_details\.js|data/account\.js",
    routes=(
        Route("manifest", r"manifest\.js", read_manifest),
        Route("profile", r"(?:account|profile)\.js", read_profile),
        Route("profile", r"data/js/user_details\.js", read_details),
        Route("counts", r"data/js/payload_details\.js", read_payload),
        Route("followers", rf"follower{PART}", read_followers),
        Route("following", rf"following{PART}", read_following),
        Route("posts", rf"tweets?{PART}|{CIRCLE}|{NOTES}|{MONTH}", read_posts),
        Route("community posts", rf"community-tweet{PART}", read_community),
        Route("deleted posts", DELETED, read_deleted),
    ),
    eras=(
        Era("grailbird", rf"{MONTH}|data/js/user_details\.js"),
        Era("tweets.js", rf"tweets{PART}"),
        Era("tweet.js", rf"tweet{PART}"),
        Era("unknown", r".*\.js"),
    ),
    expected=("profile", "followers", "posts"),
    html=None,
    excerpts=(
        Excerpt(rf"{CIRCLE}|{DELETED}", (("tweet", "id_str|created_at"), ("id_str|created_at",))),
        Excerpt(
            r"(?:account|profile)\.js",
            (
                ("account", "username|accountid|createdat|accountdisplayname"),
                ("profile", "description", "bio"),
            ),
        ),
    ),
    stem=r"twitter-(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)-",
    finish=finish,
)
