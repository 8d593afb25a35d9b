"""Facebook: layouts, counted friends, posts without words, several parts."""

from datetime import UTC, datetime

import pytest

from digitroops.engines.archives import HtmlExport, Kind, Visibility
from tests.engines.archives.build import FIXTURES, garbled, read, zipped

FRIENDS = {"friends/friends.json": {"friends": []}}


def test_layout_of_2024():
    result = read(FIXTURES / "synthetic/facebook-contoh-2026-06-01-Xyz.zip")
    assert result.account.counts == {
        "comment": 1, "followers": 25, "following": 1, "friends": 40, "post": 4, "problems": 0,
    }  # fmt: skip
    assert result.texts == ["Lagi di kantor 😀", "Tautan", "", "mantap 👍", "di grup"]
    assert (result.account.era, result.reasons) == ("2024", [])


def test_names_of_friends_and_followers_stay_inside():
    result = read(FIXTURES / "synthetic/facebook-contoh-2026-06-01-Xyz.zip")
    assert (result.followers, result.following, result.account.follower_keys) == ([], [], "names")


def test_profile_has_address_and_day_of_joining():
    profile = read(FIXTURES / "synthetic/facebook-contoh-2026-06-01-Xyz.zip").profile
    assert (profile.username, profile.name) == ("contoh.karyawan", "Contoh Karyawan é")
    assert profile.created == datetime(2009, 8, 11, 14, 13, 20, tzinfo=UTC)


def test_layout_to_2021():
    result = read(FIXTURES / "synthetic/facebook-2021.zip")
    assert result.account.counts == {"comment": 1, "followers": 0, "friends": 1, "post": 1, "problems": 0}
    assert (result.account.era, result.profile.username) == ("to 2021", "contoh")


@pytest.mark.parametrize(
    ("era", "names"),
    [
        ("2021", ("friends_and_followers/friends.json", "friends_and_followers/followers.json", "posts/your_posts_1.json",
                  "comments_and_reactions/comments.json", "friends_and_followers/who_you've_followed.json",
                  "profile_information/profile_information.json")),
        ("2023", ("friends_and_followers/your_friends.json", "friends_and_followers/people_who_followed_you.json",
                  "your_activity_across_facebook/posts/your_posts__check_ins__photos_and_videos_1.json",
                  "your_activity_across_facebook/comments_and_reactions/comments.json",
                  "friends_and_followers/who_you've_followed.json",
                  "personal_information/profile_information/profile_information.json")),
        ("2024", ("facebook-a/connections/friends/your_friends.json",
                  "facebook-a/connections/followers/people_who_followed_you.json",
                  "facebook-a/your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json",
                  "facebook-a/your_facebook_activity/comments_and_reactions/comments.json",
                  "facebook-a/connections/followers/who_you_ve_followed.json",
                  "facebook-a/personal_information/profile_information/profile_information.json")),
    ],
)  # fmt: skip
def test_layouts_between(era, names):
    somebody = [{"name": "A", "timestamp": 1_500_000_000}]
    said = {"timestamp": 1_500_000_000, "data": [{"comment": {"comment": "baik", "author": "A"}}]}
    contents = (
        {"friends_v2": somebody},
        {"followers_v2": somebody},
        [{"timestamp": 1_500_000_000, "data": [{"post": "halo"}]}],
        {"comments_v2": [said]},
        {"following_v2": somebody},
        {"profile_v2": {"name": {"full_name": "Contoh"}, "profile_uri": "https://www.facebook.com/contoh"}},
    )
    result = read(dict(zip(names, contents, strict=True)))
    assert (result.account.era, result.texts, result.profile.username) == (era, ["halo", "baik"], "contoh")
    assert {
        kind: result.account.counts.get(kind) for kind in ("friends", "followers", "following")
    } == dict.fromkeys(("friends", "followers", "following"), 1)


def test_audience_of_posts_is_unknown():
    result = read(FIXTURES / "synthetic/facebook-2021.zip")
    assert {post.audience for post in result.posts} == {Visibility.UNKNOWN}


def test_comment_in_a_group_file_is_a_comment():
    row = {"timestamp": 5, "data": [{"comment": {"timestamp": 5, "comment": "setuju", "author": "A"}}]}
    result = read({**FRIENDS, "groups/group_posts_and_comments.json": {"group_posts_v2": [row]}})
    assert (result.post.kind, result.post.text) == (Kind.COMMENT, "setuju")


def test_words_beside_a_photograph_and_under_a_label():
    photo = {
        "timestamp": 5,
        "attachments": [{"data": [{"media": {"uri": "a", "description": "Senja di Bandung"}}]}],
    }
    label = {
        "label_values": [
            {"label": "Teks", "value": "halo é"},
            {"label": "Waktu", "timestamp_value": 1_700_000_000},
        ]
    }
    result = read({**FRIENDS, "posts/your_posts_1.json": garbled([photo, label])})
    assert result.texts == ["Senja di Bandung", "halo é"]
    assert result.posts[1].created.year == 2023


def test_several_zips_make_one_tree():
    first = zipped({**FRIENDS, "posts/your_posts_1.json": [{"timestamp": 1, "data": [{"post": "a"}]}]})
    second = zipped({"posts/your_posts_2.json": [{"timestamp": 2, "data": [{"post": "b"}]}]})
    assert read([first, second]).texts == ["a", "b"]


def test_web_pages_are_refused_with_advice():
    with pytest.raises(HtmlExport, match="JSON"):
        read({"posts/your_posts_1.html": "<html></html>", "friends/your_friends.html": "<html></html>"})
