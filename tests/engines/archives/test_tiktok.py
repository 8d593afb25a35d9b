"""TikTok: the sections of three years, empty lists, text files."""

import json
from datetime import UTC, datetime

import pytest

from digitroops.engines.archives import Engagement, Follower, Kind, Post, Visibility
from tests.engines.archives.build import FIXTURES, read

DOCUMENT = "user_data_tiktok.json"


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_every_layout_gives_the_same(year):
    result = read(FIXTURES / f"synthetic/TikTok_Data_{year}.zip")
    assert result.account.counts == {"comment": 1, "followers": 30, "following": 1, "problems": 0, "video": 2}
    assert result.followers[29] == Follower("fans_29", datetime(2026, 1, 1, 0, 0, 1, tzinfo=UTC))
    assert (result.profile.username, result.profile.followers, result.profile.bio) == ("contoh", 30, "hai")
    assert (result.account.era, result.check("manifest"), result.reasons) == (year, "ok", [])


def test_video_carries_everything_known():
    assert read(FIXTURES / "synthetic/TikTok_Data_2025.zip").posts[-1] == Post(
        id="7400000000000000002",
        kind=Kind.VIDEO,
        text="tari 💃",
        created=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        url="https://www.tiktokv.com/share/video/7400000000000000002/",
        audience=Visibility.PUBLIC,
        engagement=Engagement(likes=20),
    )


def test_comment_is_read():
    comment = read(FIXTURES / "synthetic/TikTok_Data_2024.zip").posts[0]
    assert (comment.kind, comment.text) == (Kind.COMMENT, "bagus 👍")


def test_empty_lists_are_whole():
    result = read(FIXTURES / "synthetic/TikTok_Data_null_lists.zip")
    assert (result.account.counts, result.reasons) == ({"followers": 0, "problems": 0}, [])


def test_text_files_are_read_in_part():
    result = read(FIXTURES / "synthetic/TikTok_Data_TXT.zip")
    assert [len(result.followers), result.followers[7].key] == [30, "fans_7"]
    assert [(post.kind.value, post.text) for post in result.posts] == [
        ("video", ""),
        ("comment", "bagus: sekali"),
    ]
    assert result.posts[0].engagement == Engagement(likes=10)
    assert result.reasons == ["text_export"]


def test_text_with_blank_lines_stays_one_comment():
    text = "Date: 2026-01-02 00:00:01 UTC\nComment: satu\n\ndua\n\nDate: 2026-01-03 00:00:01 UTC\nComment: tiga\n\n"
    assert read({"TikTok/Comment/Comments.txt": text}).texts == ["satu\n\ndua", "tiga"]


def test_empty_text_file_holds_nothing():
    result = read({"TikTok/Profile And Settings/Follower.txt": "You have no data in this section"})
    assert result.followers == []


def test_dutch_text_files_are_known():
    text = "Datum: 2026-01-02 00:00:01 UTC\nGebruikersnaam: budi\n\n"
    assert [follower.key for follower in read({"TikTok/Volger.txt": text}).followers] == ["budi"]


def test_videos_for_friends_stay_inside():
    videos = [{"Date": "2026-01-01 00:00:00", "Link": "https://www.tiktok.com/@a/video/1", "WhoCanView": who, "Title": who}
              for who in ("Public to everyone", "Friends", "Only me")]  # fmt: skip
    result = read({DOCUMENT: {"Post": {"Posts": {"VideoList": videos}}}})
    assert (result.texts, result.account.counts["limited"]) == (["Public to everyone"], 2)


def test_photographs_are_posts():
    video = {
        "Date": "2026-01-01 00:00:00",
        "Link": "https://www.tiktok.com/@a/photo/77/",
        "Title": "N/A",
        "Likes": "None",
    }
    post = read({DOCUMENT: {"Post": {"Posts": {"VideoList": [video]}}}}).post
    assert (post.id, post.kind, post.text, post.engagement) == ("77", Kind.POST, "", None)


def test_watched_and_deleted_videos_and_chats_are_passed_over():
    video = {
        "Date": "2026-01-01 00:00:00",
        "Link": "https://www.tiktok.com/@a/video/1",
        "Title": "bukan milik saya",
    }
    result = read({DOCUMENT: {
        "Your Activity": {"Watch History": {"VideoList": [video]}, "Follower": {"FansList": []}},
        "Activity": {"Video Browsing History": {"VideoList": [video]}},
        "Post": {"Recently Deleted Posts": {"VideoList": [video]}},
        "Direct Message": {"Direct Messages": {"ChatHistory": {"Chat": [{"Content": "pribadi"}]}}},
        "Profile": {"Profile Info": {"ProfileMap": {"userName": "a"}}},
    }})  # fmt: skip
    assert (result.posts, result.problems) == ([], [])


def test_fewer_followers_than_stated_fail_the_check():
    document = {"Profile": {"Profile Info": {"ProfileMap": {"userName": "a", "followerCount": 1000}}},
                "Your Activity": {"Follower": {"FansList": [{"Date": "2026-01-01 00:00:00", "UserName": "b"}]}}}  # fmt: skip
    assert read({DOCUMENT: document}).check("manifest") == "failed"


def test_missing_sections_make_it_partial():
    assert read({DOCUMENT: json.dumps({"Comment": {}})}).reasons == ["no_profile", "no_followers"]


def test_layout_of_2022():
    result = read({"user_data.json": {
        "Activity": {"Follower List": {"FansList": [{"Date": "2022-03-04 05:06:07", "UserName": "Budi"}]},
                     "Following List": {"Following": [{"Date": "2022-03-04 05:06:08", "UserName": "siti"}]}},
        "Comment": {"Comments": {"CommentsList": [{"Date": "2022-05-01 00:00:00", "Comment": "keren"}]}},
        "Profile": {"Profile Information": {"ProfileMap": {"userName": "contoh", "birthDate": "1990-01-01"}}},
        "Video": {"Videos": {"VideoList": [{"Date": "2022-06-01 00:00:00", "Link": "https://www.tiktok.com/@contoh/video/7100000000000000001",
                                            "Likes": "10"}]}},
    }})  # fmt: skip
    assert (result.account.era, result.reasons) == ("2024", [])
    assert ([one.key for one in result.followers], [one.key for one in result.following]) == (
        ["budi"],
        ["siti"],
    )
    assert [(post.kind.value, post.id) for post in result.posts if post.kind.value == "video"] == [
        ("video", "7100000000000000001")
    ]
    assert (result.profile.username, "keren" in result.texts) == ("contoh", True)
