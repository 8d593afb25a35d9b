"""What must hold for any input at all, and how inputs are made from bytes.

Used by the tests, and by the coverage-guided fuzzer in `benchmarks/fuzz_archives.py`.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from digitroops.engines.archives import Account, ArchiveError, Limits, open_archive

LIMITS = replace(
    Limits(), member_bytes=8 << 20, total_bytes=16 << 20, tar_bytes=16 << 20, rows=50_000, members=2_000
)
AREAS = {
    "x": [
        "data/tweets.js", "data/account.js", "data/profile.js", "data/follower.js", "data/following.js", "data/manifest.js",
        "data/note-tweet.js", "data/twitter-circle-tweet.js", "data/community-tweet.js", "data/deleted-tweets.js",
        "data/js/tweets/2016_05.js", "data/js/user_details.js", "data/js/payload_details.js",
    ],
    "meta": [
        "connections/followers_and_following/followers_1.json", "connections/followers_and_following/followers_1.html",
        "connections/followers_and_following/following.json", "personal_information/personal_information.json",
        "past_instagram_insights/posts.json", "media/posts_1.json", "comments/post_comments_1.json", "connections.json",
        "comments.json", "media.json", "profile.json", "threads/threads_and_replies.json", "threads/followers.json",
        "threads/personal_information.json", "profile_information/profile_information.json", "friends/friends.json",
        "posts/your_posts_1.json", "comments/comments.json", "groups/group_posts_and_comments.json",
    ],
    "tiktok": [
        "user_data_tiktok.json", "TikTok/Follower.txt", "TikTok/Comment/Comments.txt", "TikTok/Post/Posts.txt",
        "TikTok/Profile Info.txt",
    ],
    "tables": [
        "Connections.csv", "Shares.csv", "Comments.csv", "Profile.csv", "InstantReposts.csv",
        "YouTube/comments/comments.csv", "YouTube/my-comments/my-comments.html",
        "statistics.csv", "posts.csv",
    ],
    "fediverse": ["outbox.json", "actor.json", "repo.car"],
}  # fmt: skip
NAMES = [name for names in AREAS.values() for name in names]
BETWEEN = b"\n\xff\n"
FIXTURES = Path(__file__).parent / "fixtures"


def check(source: io.BytesIO, platform: str | None = None) -> Account | None:
    """Read anything: it either raises an `ArchiveError` or gives records whose text any database takes."""
    refused: ArchiveError | None = None
    try:
        with open_archive(source, limits=LIMITS, platform=platform, claimed="a", key="did:key:z") as archive:
            for record in archive:
                written = repr(record)
                written.encode()
                assert "\\x00" not in written, written
            return archive.account
    except ArchiveError as error:
        refused = error
    assert refused.reason
    assert str(refused).endswith(".")
    return None


def zip_of(members: dict[str, bytes]) -> io.BytesIO:
    """A zip of members as they are."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    file.seek(0)
    return file


def upload(raw: bytes, names: Sequence[str]) -> io.BytesIO:
    """An upload made of bytes: parts, each a byte that chooses the member's name, then its content."""
    if not names:
        return io.BytesIO(raw)
    parts = [part for part in raw.split(BETWEEN) if part]
    return zip_of({names[part[0] % len(names)]: part[1:] for part in parts})


def seeds(names: Sequence[str]) -> Iterator[bytes]:
    """First inputs: every small sample itself, or its members in the parts of `upload`."""
    for path in sorted(FIXTURES.rglob("*")):
        if not names and path.is_file() and path.stat().st_size < 30_000:
            yield path.read_bytes()
        elif path.suffix == ".zip" and path.parent.name in ("synthetic", "x") and (raw := seed(path, names)):
            yield raw


def seed(path: Path, names: Sequence[str]) -> bytes:
    """The members of a sample that are named as those asked for, the beginning of each."""
    last = {name.rsplit("/", 1)[-1].casefold(): at for at, name in enumerate(names)}
    with zipfile.ZipFile(path) as archive:
        found = {last.get(name.rsplit("/", 1)[-1].casefold()): name for name in archive.namelist()}
        return BETWEEN.join(
            bytes([at]) + archive.open(name).read(3_000) for at, name in found.items() if at is not None
        )
