"""What the reading of an archive leaves behind, written at once: a process for each of eighty archives takes minutes."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.conf import settings

from digitroops.audit.actions import record
from digitroops.demo.archives import Written, follower_name, post_number
from digitroops.demo.growth import OPENED, follow_days, left_on_the_device
from digitroops.engines.archives import Kind
from digitroops.engines.audience import keys_of
from digitroops.presence.models import Archive, Audience, FollowerCount, Post, SocialAccount

X, INSTAGRAM = "x", "instagram"
BYTES_PER_RECORD = 11
ERAS = {X: "tweets.js", INSTAGRAM: "2024"}
CHECKS = {
    X: {
        "manifest": "ok",
        "unique_followers": "ok",
        "unique_posts": "ok",
        "follower_order": "not_possible",
        "post_order": "ok",
        "clock": "ok",
        "owner": "ok",
    },
    INSTAGRAM: {
        "range": "ok",
        "unique_followers": "ok",
        "unique_posts": "ok",
        "follower_order": "ok",
        "post_order": "ok",
        "clock": "not_possible",
        "owner": "ok",
    },
}


def keep_reading(
    *,
    account: SocialAccount,
    posts: Sequence[Written],
    followers: Sequence[int],
    file_name: str,
    exported: dt.datetime,
    burst: int = 0,
) -> Archive:
    """Keep an archive of X or Instagram as read: its report, follower keys, follower count and posts."""
    records = len(followers) + len(posts) + 1
    files, left = left_on_the_device(len(posts))
    first = min([post.at for post in posts[:1]] + [exported - dt.timedelta(days=500)])
    archive = Archive.objects.create(
        account=account,
        file_name=file_name,
        size=records * BYTES_PER_RECORD,
        sha256=hashlib.sha256(file_name.encode()).hexdigest(),
        state=Archive.State.READ,
        progress=records,
        era=ERAS[account.platform],
        exported=exported,
        report=_report(account, posts, len(followers)),
        follow_days=follow_days(followers, first, exported, burst=burst)
        if account.platform == INSTAGRAM
        else {},
        left_files=files,
        left_bytes=left,
        uploaded=exported,
        uploaded_by=account.employee.user,
        read=exported,
        raw_deleted=exported,
    )
    _keep_followers(archive, followers)
    Post.objects.bulk_create(_post(archive, number, post) for number, post in enumerate(posts))
    _record(archive, records)
    return archive


def _report(account: SocialAccount, posts: Sequence[Written], followers: int) -> dict[str, Any]:
    """What a whole archive without a fault is said to hold."""
    kinds = Counter(_kind(account, post) for post in posts)
    return {
        "counts": {"followers": followers, "problems": 0, **kinds},
        "followers": followers,
        "first": posts[0].at.isoformat() if posts else None,
        "last": posts[-1].at.isoformat() if posts else None,
        "members_read": list(OPENED[account.platform]),
        "members_skipped": 0,
        "whole": True,
        "reasons": [],
        "checks": CHECKS[account.platform],
        "problems": [],
        "compared": {},
    }


def _keep_followers(archive: Archive, followers: Sequence[int]) -> None:
    account = archive.account
    secret = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    keys = keys_of(
        account.platform, [follower_name(account.platform, number) for number in followers], secret=secret
    )
    Audience.objects.create(account=account, archive=archive, keys=keys.to_bytes(), count=len(keys))
    exported = archive.exported or archive.uploaded
    FollowerCount.objects.create(
        account=account,
        date=exported.date(),
        count=len(followers),
        source=FollowerCount.Source.ARCHIVE,
        archive=archive,
    )


def _record(archive: Archive, records: int) -> None:
    account, person = archive.account, archive.account.employee
    record(
        actor=person.user,
        act="archive.added",
        subject=archive,
        person=person,
        after={"account": account.recorded_as, "size": archive.size},
    )
    record(
        actor=None,
        act="archive.read",
        subject=archive,
        person=person,
        after={"account": account.recorded_as, "records": records},
    )


def _kind(account: SocialAccount, post: Written) -> str:
    if not post.answer_to:
        return Kind.POST.value
    return Kind.REPLY.value if account.platform == X else Kind.COMMENT.value


def _post(archive: Archive, number: int, post: Written) -> Post:
    account = archive.account
    on_x = account.platform == X
    identity = post_number(post, number)
    return Post(
        account=account,
        archive=archive,
        external_id=identity if on_x else f"{number}",
        kind=_kind(account, post),
        text=f"@{post.answer_to} {post.text}" if on_x and post.answer_to else post.text,
        created=post.at,
        url=f"https://x.com/{account.handle}/status/{identity}" if on_x else "",
        in_reply_to=post.answer_to,
        engagement={"likes": post.likes, "reposts": 0} if on_x else {},
    )
