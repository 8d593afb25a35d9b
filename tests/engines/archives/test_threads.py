"""Threads: the folder inside the Instagram export."""

from datetime import UTC, datetime

from digitroops.engines.archives import Follower, Kind, platforms_in
from tests.engines.archives.build import FIXTURES, read

BOTH = FIXTURES / "synthetic/instagram-with-threads.zip"


def test_both_platforms_are_found():
    assert platforms_in(BOTH) == ["instagram", "threads"]


def test_instagram_does_not_take_threads_followers():
    assert [follower.key for follower in read(BOTH).followers] == ["pengikut.0", "pengikut.1", "pengikut.2"]


def test_threads_followers_by_value_and_by_address():
    result = read(BOTH, platform="threads")
    assert result.followers == [
        Follower("teman.satu", datetime(2024, 10, 27, 3, 33, 20, tzinfo=UTC)),
        Follower("dua", datetime(2024, 10, 27, 3, 33, 21, tzinfo=UTC)),
    ]
    assert [followed.key for followed in result.following] == ["dua"]


def test_posts_and_replies():
    result = read(BOTH, platform="threads")
    assert [(post.kind, post.text) for post in result.posts] == [
        (Kind.POST, "halo Threads ☕ é"),
        (Kind.REPLY, "setuju @teman.satu"),
    ]
    assert result.profile.username == "contoh.karyawan"
