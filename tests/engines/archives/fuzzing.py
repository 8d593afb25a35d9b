"""What must hold for any input at all, and how inputs are made from bytes. Used by the tests and by a fuzzer.

To run the coverage-guided fuzzer (atheris, not a dependency) for ten minutes from the project's folder:

    uv run --with atheris python -m tests.engines.archives.fuzzing found/ -max_total_time=600
"""

import io
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from digitroops.engines.archives import Account, ArchiveError, Limits, open_archive

LIMITS = replace(
    Limits(), member_bytes=8 << 20, total_bytes=16 << 20, tar_bytes=16 << 20, rows=50_000, members=2_000
)
NAMES = [
    "data/manifest.js", "data/account.js", "data/profile.js", "data/follower.js", "data/tweets.js", "data/note-tweet.js",
    "data/js/tweets/2016_05.js", "data/js/user_details.js", "data/js/payload_details.js",
    "connections/followers_and_following/followers_1.json", "connections/followers_and_following/followers_1.html",
    "personal_information/personal_information.json", "past_instagram_insights/posts.json", "media/posts_1.json",
    "comments/post_comments_1.json", "connections.json", "comments.json", "media.json", "profile.json",
    "threads/threads_and_replies.json", "threads/followers.json", "threads/personal_information.json",
    "profile_information/profile_information.json", "friends/friends.json", "posts/your_posts_1.json",
    "comments/comments.json", "user_data_tiktok.json", "TikTok/Follower.txt", "TikTok/Comment/Comments.txt",
    "TikTok/Post/Posts.txt", "TikTok/Profile Info.txt", "Connections.csv", "Shares.csv", "Comments.csv", "Profile.csv",
    "YouTube/comments/comments.csv", "YouTube/my-comments/my-comments.html", "actor.json", "outbox.json", "repo.car",
]  # fmt: skip


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
    return file


def from_bytes(raw: bytes) -> io.BytesIO:
    """An upload made of bytes: the first says whether the rest is the file itself or a member of an archive."""
    if not raw or raw[0] >= len(NAMES):
        return io.BytesIO(raw[1:])
    return zip_of({NAMES[raw[0]]: raw[1:]})


def seeds(folder: Path) -> None:
    """Write every member of every sample as a first input."""
    fixtures = Path(__file__).parent / "fixtures"
    for path in fixtures.rglob("*.zip"):
        (folder / path.name).write_bytes(b"\xff" + path.read_bytes())
        if zipfile.is_zipfile(path) and path.parent.name == "synthetic":
            with zipfile.ZipFile(path) as archive:
                for number, name in enumerate(archive.namelist()):
                    kind = next(
                        (at for at, known in enumerate(NAMES) if known.split("/")[-1] == name.split("/")[-1]),
                        0,
                    )
                    (folder / f"{path.name}-{number}").write_bytes(
                        bytes([kind]) + archive.read(name)[:20_000]
                    )


def main() -> None:
    """Run the coverage-guided fuzzer."""
    import atheris  # noqa: PLC0415 - only here

    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        atheris.Setup([*sys.argv, folder], lambda raw: check(from_bytes(raw)) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
