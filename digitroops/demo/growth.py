"""How followers of the demo company's accounts came: day by day on Instagram, by earlier archives on X."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence

from digitroops.presence.models import Archive, FollowerCount

SHAPE = 0.7
SPREAD = 9973
BURST_DAYS_AGO = 118
EARLIER = dt.timedelta(days=152)
OPENED = {
    "x": ("manifest.js", "account.js", "profile.js", "follower.js", "following.js", "tweets.js"),
    "instagram": ("personal_information.json", "followers_1.json", "following.json", "posts_1.json", "post_comments_1.json"),
}  # fmt: skip


def follow_moment(number: int, first: dt.datetime, last: dt.datetime) -> dt.datetime:
    """When a follower came: a little more of them lately, always the same moment for the same number."""
    part: float = (number * 7919 % SPREAD / SPREAD) ** SHAPE
    return first + (last - first) * part


def follow_days(
    numbers: Sequence[int], first: dt.datetime, last: dt.datetime, *, burst: int = 0
) -> dict[str, int]:
    """Follows by day; `burst` of them came on one evening of last summer."""
    evening = (last - dt.timedelta(BURST_DAYS_AGO)).date()
    days = Counter(follow_moment(number, first, last).date() for number in numbers[burst:])
    days[evening] += min(burst, len(numbers))
    return {day.isoformat(): count for day, count in sorted(days.items()) if count}


def left_on_the_device(posts: int) -> tuple[int, int]:
    """How many files and bytes the browser kept: pictures, films and messages."""
    return 180 + 9 * posts, 310_000_000 + 7_400_000 * posts


def keep_earlier(newest: Archive, share: float) -> Archive:
    """An archive of some months before with that share of today's followers, and how the newest differs from it."""
    exported = (newest.exported or newest.uploaded) - EARLIER
    after = newest.report["followers"]
    before = round(after * share)
    gone = round(before * 0.03)
    name = f"{newest.account.platform}-{newest.account.handle}-{exported:%Y-%m-%d}.zip"
    files, size = left_on_the_device(newest.report["counts"].get("post", 0))
    report = newest.report | {
        "followers": before,
        "counts": newest.report["counts"] | {"followers": before},
        "compared": {},
    }
    earlier = Archive.objects.create(
        account=newest.account,
        file_name=name,
        size=newest.size,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        state=Archive.State.READ,
        progress=newest.progress,
        era=newest.era,
        exported=exported,
        report=report,
        left_files=files,
        left_bytes=size,
        uploaded=exported,
        uploaded_by=newest.uploaded_by,
        read=exported,
        raw_deleted=exported,
    )
    FollowerCount.objects.create(
        account=newest.account,
        date=exported.date(),
        count=before,
        source=FollowerCount.Source.ARCHIVE,
        archive=earlier,
    )
    newest.report["compared"] = {
        "since": exported.isoformat(),
        "before": before,
        "after": after,
        "gained": after - before + gone,
        "gone": gone,
    }
    newest.save(update_fields=["report"])
    return earlier
