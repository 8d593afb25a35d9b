"""When tweets were written: the time inside their ids, compared with the time beside them.

Since November 2010 an id is a snowflake: milliseconds above 22 other bits. A batch of well-formed tweets is compared at
once with numpy; anything else is looked at one by one.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.archives.checks import Clock
from digitroops.engines.archives.platforms.x_shapes import Tweet
from digitroops.engines.archives.text import MONTHS, from_iso

EPOCH = 1_288_834_974_657
UNIX = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_SNOWFLAKE, LAST_SNOWFLAKE = 30_000_000_000, 1 << 63
FOUNDED = datetime(2006, 3, 1, tzinfo=UTC)
LENGTH = len("Sat Aug 12 16:10:37 +0000 2023")
DAY = 86_400
TIME_OF_DAY, DATE = slice(11, 19), [*range(4, 11), *range(19, LENGTH)]
WEIGHTS = np.array([36_000, 3_600, 0, 600, 60, 0, 10, 1])
ZERO, COLON = 48, 58


def moments(tweets: Sequence[Tweet], clock: Clock) -> list[datetime | None]:
    """When each tweet was written, or `None`; what ids and dates say is compared on the clock."""
    milliseconds = snowflakes([tweet.id_str for tweet in tweets])
    if milliseconds is None or not agree([tweet.created_at for tweet in tweets], milliseconds // 1000):
        return [moment(tweet, clock) for tweet in tweets]
    clock.agree += len(tweets)
    return [UNIX + since for since in milliseconds.astype("m8[ms]").tolist()]


def snowflakes(ids: list[str]) -> NDArray[np.int64] | None:
    """The Unix milliseconds in some ids; `None` unless every one is a snowflake."""
    joined, lengths = "".join(ids), set(map(len, ids))
    if not (joined.isascii() and joined.isdigit() and min(lengths) > 10 and max(lengths) < 20):
        return None
    values = np.fromiter(map(int, ids), dtype=np.uint64, count=len(ids))
    if values.min() < FIRST_SNOWFLAKE or values.max() >= LAST_SNOWFLAKE:
        return None
    return (values.astype(np.int64) >> 22) + EPOCH


def agree(stated: list[str], seconds: NDArray[np.int64]) -> bool:
    """Whether every stated time is the second given, all of them written as X does."""
    joined = "".join(stated)
    if not joined.isascii() or set(map(len, stated)) != {LENGTH}:
        return False
    letters = np.frombuffer(joined.encode(), dtype=np.uint8).reshape(-1, LENGTH)
    clock = letters[:, TIME_OF_DAY].astype(np.int64)
    if np.any(clock[:, (2, 5)] != COLON) or not np.array_equal((clock - ZERO) @ WEIGHTS, seconds % DAY):
        return False
    days, which = np.unique(seconds // DAY, return_inverse=True)
    written_days = b"".join(
        time.strftime("%b %d  +0000 %Y", time.gmtime(day * DAY)).encode() for day in days.tolist()
    )
    expected = np.frombuffer(written_days, dtype=np.uint8).reshape(len(days), -1)
    return np.array_equal(letters[:, DATE], expected[which])


def moment(tweet: Tweet, clock: Clock) -> datetime | None:
    """When one tweet was written: from its id where that holds the time, else as it is stated."""
    identity, stated = tweet.id_str, written(tweet.created_at)
    if not (identity.isascii() and identity.isdigit() and len(identity) < 20):
        return None
    if not FIRST_SNOWFLAKE <= int(identity) < LAST_SNOWFLAKE:
        return stated
    inside = datetime.fromtimestamp(((int(identity) >> 22) + EPOCH) / 1000, UTC)
    if stated is not None and stated < FOUNDED:
        clock.mended += 1
    elif stated is not None:
        clock.add(inside.replace(microsecond=0), stated)
    return inside


def written(stated: str) -> datetime | None:
    """The time as X writes it: in its own form, or with the year first."""
    if len(stated) != LENGTH or stated[4:7] not in MONTHS:
        return from_iso(stated)
    try:
        day, hour, minute, second = (int(stated[at : at + 2]) for at in (8, 11, 14, 17))
        zone = timedelta(hours=int(stated[20:23]), minutes=int(stated[20] + stated[23:25]))
        return datetime(int(stated[26:]), MONTHS[stated[4:7]], day, hour, minute, second, tzinfo=UTC) - zone
    except (ValueError, OverflowError):
        return None
