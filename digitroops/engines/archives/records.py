"""What a reader gives back: one set of records for every platform, and the account of the reading.

Records of which an archive holds hundreds of thousands are `msgspec` structs, which are made ten times faster than
frozen dataclasses and used alike: they cannot be changed, compare by value, and have keywords and positions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What a post is. The values are the words used in JSON output."""

    POST = "post"
    REPLY = "reply"
    COMMENT = "comment"
    REPOST = "repost"
    STORY = "story"
    REEL = "reel"
    VIDEO = "video"
    LIVE_CHAT = "live_chat"


class Visibility(StrEnum):
    """Who could see a post when the archive was made.

    `UNKNOWN` is what platforms give that do not write it down (Instagram, Facebook): read as public.
    `LIMITED` and `DELETED` posts never leave the archive unless asked for with `keep_limited`.
    """

    PUBLIC = "public"
    UNKNOWN = "unknown"
    LIMITED = "limited"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Engagement:
    """Reactions received, as counted by the platform on the day of the export. `None` is not in the file."""

    likes: int | None = None
    reposts: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    views: int | None = None
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The person's own profile. `followers` and `following` are the counts that the platform states."""

    id: str | None
    username: str | None
    name: str | None = None
    bio: str | None = None
    created: datetime | None = None
    url: str | None = None
    followers: int | None = None
    following: int | None = None


class Follower(msgspec.Struct, frozen=True, gc=False):
    """Somebody who follows the account: the most stable key there is, and since when (UTC) if known."""

    key: str
    since: datetime | None = None


class Following(msgspec.Struct, frozen=True, gc=False):
    """Somebody whom the account follows."""

    key: str
    since: datetime | None = None


class Post(msgspec.Struct, frozen=True, gc=False):
    """Something the person published. `text` is plain text without NUL or surrogates; `created` is in UTC.

    `in_reply_to` is the id, address or account answered, or `None`; `engagement` is `None` where the archive
    holds no reactions.
    """

    id: str
    kind: Kind
    text: str
    created: datetime | None = None
    url: str | None = None
    audience: Visibility = Visibility.PUBLIC
    in_reply_to: str | None = None
    engagement: Engagement | None = None


class Problem(msgspec.Struct, frozen=True, gc=False):
    """Something that could not be read: `where` names it, `why` is a sentence, `code` is for machines."""

    where: str
    why: str
    code: str = "unreadable"


Record = Profile | Follower | Following | Post | Problem


class State(StrEnum):
    """The outcome of a check."""

    OK = "ok"
    FAILED = "failed"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class Check:
    """One check made on the archive, its outcome, and the evidence in a sentence."""

    name: str
    state: State
    evidence: str


class Completeness(StrEnum):
    """Whether everything that the platform puts in an export was there and could be read."""

    WHOLE = "whole"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an archive is only partly there: a code for machines and a sentence for people."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Account:
    """The account given of one reading: what was seen, what was not, and what was checked.

    `counts` holds `followers`, `following`, `problems`, one entry per kind of post met (`post`, `reply`,
    ...), and `limited` and `deleted` for posts that were dropped. `follower_keys` is `stable` (can be
    compared between people), `names` (counted only) or `none`. `first` and `last` are the times of the oldest
    and the newest post.
    """

    platform: str
    era: str
    exported: datetime | None
    id: str | None
    username: str | None
    follower_keys: str
    members_read: tuple[str, ...]
    members_skipped: int
    first: datetime | None
    last: datetime | None
    followers_first: datetime | None
    followers_last: datetime | None
    completeness: Completeness
    reasons: tuple[Reason, ...]
    checks: tuple[Check, ...]
    counts: Mapping[str, int]
