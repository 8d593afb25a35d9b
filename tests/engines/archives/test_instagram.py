"""Instagram: four layouts, broken encoding, translated labels, insights, web pages."""

from datetime import UTC, datetime

import pytest

from digitroops.engines.archives import Engagement, Follower, Kind, Visibility
from tests.engines.archives.build import FIXTURES, garbled, read, zipped

FOLLOWERS = "connections/followers_and_following/followers_1.json"
SYNTHETIC = FIXTURES / "synthetic"


def follow(name, since=1_600_000_000, **more):
    return {
        "title": "",
        "string_list_data": [{"href": f"https://www.instagram.com/{name}", "timestamp": since, **more}],
    }


def test_layout_of_2024():
    result = read(SYNTHETIC / "instagram-contoh.karyawan-2026-06-01-AbC123.zip")
    assert result.account.counts == {
        "comment": 1,
        "followers": 12000,
        "following": 300,
        "post": 2,
        "problems": 0,
    }
    assert result.followers[0] == Follower("pengikut.0", datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC))
    assert result.followers[-1].key == "pengikut.11999"
    assert result.following[299].key == "diikuti_299"
    assert (result.account.era, result.account.exported) == ("2024", datetime(2026, 6, 1, tzinfo=UTC))


def test_profile_has_mended_name():
    profile = read(SYNTHETIC / "instagram-contoh.karyawan-2026-06-01-AbC123.zip").profile
    assert (profile.username, profile.name) == ("contoh.karyawan", "Contoh Karyawan é")


def test_captions_of_one_and_of_several_media():
    posts = read(SYNTHETIC / "instagram-contoh.karyawan-2026-06-01-AbC123.zip").posts
    assert [post.text for post in posts] == [
        "Selamat pagi 🇮🇩 kopi & kerja — é",
        "Carousel dua foto",
        "keren banget 🔥",
    ]
    assert [post.audience for post in posts] == [Visibility.UNKNOWN] * 3


@pytest.mark.parametrize(
    "name", ["instagram-contoh.karyawan-2026-06-01-AbC123", "instagram-id-labels-assumed"]
)
def test_comment_names_its_owner_in_any_language(name):
    comment = read(SYNTHETIC / f"{name}.zip").posts[-1]
    assert (comment.kind, comment.text, comment.in_reply_to) == (
        Kind.COMMENT,
        "keren banget 🔥",
        "teman_satu",
    )
    assert comment.created == datetime(2026, 5, 28, 20, 30, tzinfo=UTC)


def test_unknown_labels_are_read_by_place_and_shape():
    row = {
        "string_map_data": {
            "評論": {"value": "bagus"},
            "擁有者": {"value": "budi_1"},
            "時間": {"timestamp": 1700000000},
        }
    }
    post = read({FOLLOWERS: [], "your_instagram_activity/comments/post_comments_1.json": garbled([row])}).post
    assert (post.text, post.in_reply_to, post.created.year) == ("bagus", "budi_1", 2023)


def test_comment_of_the_newer_form():
    values = [{"label": "Comment", "value": "mantap"}, {"label": "Media Owner", "value": "budi"},
              {"label": "Time", "timestamp_value": 1700000000}]  # fmt: skip
    post = read(
        {FOLLOWERS: [], "comments/reels_comments.json": [{"label_values": values, "fbid": "17"}]}
    ).post
    assert (post.id, post.text, post.in_reply_to) == ("17", "mantap", "budi")


def test_unknown_user_name_label_is_found_by_the_file_name():
    entries = {"Gender": {"value": "female"}, "ユーザー": {"value": "contoh.k"}}
    members = {FOLLOWERS: [], "personal_information/personal_information.json": {
        "profile_user": [{"string_map_data": entries}]}}  # fmt: skip
    result = read(zipped(members, "instagram-contoh.k-2026-06-01-x.zip"))
    assert result.profile.username == "contoh.k"


def test_layout_of_2021():
    result = read(SYNTHETIC / "instagram-2022-root.zip")
    assert result.account.counts == {"comment": 1, "followers": 20, "following": 1, "post": 1, "problems": 0}
    assert result.account.era == "2021"


def test_layout_of_2018():
    result = read({
        "connections.json": {"blocked_users": {"x": "2018-01-01T00:00:00"}, "followers": {"Budi": "2018-03-04T05:06:07"},
                             "following": {"siti": "2018-03-04T05:06:08"}},
        "profile.json": {"username": "contoh", "email": "x@example.com", "biography": "hai", "name": "Contoh"},
        "media.json": {"photos": [{"caption": "foto", "taken_at": "2018-02-02T02:02:02", "path": "photos/201802/a1.jpg"}],
                       "videos": [{"caption": "video", "taken_at": "2018-02-02T02:02:02", "path": "videos/201802/b2.mp4"}],
                       "direct": [{"caption": "pribadi", "taken_at": "2018-02-02T02:02:02", "path": "direct/c3.jpg"}]},
        "comments.json": {"media_comments": [["2018-01-01T00:00:00", "keren", "budi"]], "live_comments": []},
    })  # fmt: skip
    assert result.followers == [Follower("budi", datetime(2018, 3, 4, 5, 6, 7, tzinfo=UTC))]
    assert [(post.id, post.kind.value) for post in result.posts[:2]] == [("a1", "post"), ("b2", "video")]
    assert result.texts == ["foto", "video", "keren"]
    assert (result.profile.username, result.account.era) == ("contoh", "2018")


@pytest.mark.parametrize(
    "row",
    [
        follow("budi", value="Budi"),
        follow("_u/budi") | {"title": ""},
        {"title": "budi", "string_list_data": [{"href": "", "timestamp": 1_600_000_000}]},
    ],
)
def test_user_name_is_found_wherever_it_stands(row):
    assert [follower.key for follower in read({FOLLOWERS: [row]}).followers] == ["budi"]


def test_follower_without_name_is_a_problem():
    result = read({FOLLOWERS: [{"title": "", "string_list_data": []}]})
    assert (result.followers, [problem.code for problem in result.problems]) == ([], ["bad_record"])


def test_reels_videos_and_stories_have_their_kinds():
    medium = {"media": [{"uri": "media/a.mp4", "title": "satu", "creation_timestamp": 1}]}
    result = read({
        FOLLOWERS: [],
        "your_instagram_activity/media/reels.json": {"ig_reels_media": [medium]},
        "your_instagram_activity/media/igtv_videos.json": {"ig_igtv_media": [medium]},
        "your_instagram_activity/media/stories.json": {"ig_stories": [medium["media"][0]]},
    })  # fmt: skip
    assert [post.kind.value for post in result.posts] == ["reel", "video", "story"]


def test_insights_become_engagement():
    medium = {"uri": "media/a.jpg", "creation_timestamp": 1_700_000_000, "title": ""}
    values = {"Likes": "1,204", "Komentar": "3", "Accounts reached": "900"}
    insight = {"media_map_data": {"Media Thumbnail": medium},
               "string_map_data": {label: {"value": value} for label, value in values.items()}}  # fmt: skip
    result = read({
        FOLLOWERS: [],
        "logged_information/past_instagram_insights/posts.json": {"organic_insights_posts": [insight]},
        "your_instagram_activity/media/posts_1.json": [{"media": [medium]}],
    })  # fmt: skip
    assert result.post.engagement == Engagement(likes=1204, comments=3, reach=900)


def test_web_pages_give_followers_only():
    page = (
        "<a href='https://www.instagram.com/budi'>x</a>" * 2
        + '<a target="_blank" href="https://www.instagram.com/_u/siti">s</a>'
    )
    result = read({"connections/followers_and_following/followers_1.html": page})
    assert [follower.key for follower in result.followers] == ["budi", "siti"]
    assert result.reasons == ["html_export", "no_profile"]


def test_short_range_of_dates_makes_it_partial():
    members = {FOLLOWERS: [follow("budi", 1_779_000_000), follow("siti", 1_780_000_000)],
               "content/posts_1.json": [{"media": [{"creation_timestamp": 1_500_000_000, "uri": "a"}]}]}  # fmt: skip
    result = read(members)
    assert result.check("range") == "failed"
    assert (
        result.account.reasons[0].sentence
        == "Followers only since May 2026: the export was limited to a date range."
    )


def test_young_account_is_not_called_limited():
    result = read({FOLLOWERS: [follow("budi", 1_779_000_000)]})
    assert (result.check("range"), result.reasons) == ("not_possible", ["no_profile"])


def test_encoding_that_is_not_broken_is_left_alone():
    rows = [{"title": "café ☕", "creation_timestamp": 1_700_000_000, "media": []}]
    assert read({FOLLOWERS: [], "content/posts_1.json": rows}).texts == ["café ☕"]


def test_messages_and_contacts_are_never_opened():
    trap = {"your_instagram_activity/messages/inbox/budi_1/message_1.json": "{broken",
            "connections/contacts/synced_contacts.json": "{broken", "login_activity.json": "{broken"}  # fmt: skip
    result = read({FOLLOWERS: [follow("budi")], **trap})
    assert (result.account.members_read, result.account.members_skipped) == ((FOLLOWERS,), 3)


def test_layout_of_2023_in_a_folder_of_its_own():
    top = "instagram-contoh-2023-05-01/"
    result = read({
        top + "followers_and_following/followers_1.json": [follow("budi", value="budi")],
        top + "followers_and_following/following.json": {"relationships_following": [follow("siti", value="siti")]},
        top + "personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": {"Username": {"value": "contoh"}}}]
        },
        top + "content/posts_1.json": [{"media": [{"title": "halo", "creation_timestamp": 1_682_900_000, "uri": "a.jpg"}]}],
    })  # fmt: skip
    assert (result.account.era, result.profile.username, result.texts) == ("2023", "contoh", ["halo"])
    assert [follower.key for follower in result.followers] == ["budi"]


def test_numbered_parts_are_all_read_in_order():
    folder = "connections/followers_and_following/followers_"
    parts = {f"{folder}{n}.json": [follow(f"nama{n}", value=f"nama{n}")] for n in (10, 2, 1)}
    assert [follower.key for follower in read(parts).followers] == ["nama1", "nama2", "nama10"]


def test_broken_encoding_in_a_label_is_mended():
    row = {
        "string_map_data": {
            "Nom d\u00e2\u0080\u0099utilisateur": {"value": "contoh", "href": "", "timestamp": 0}
        }
    }
    members = {FOLLOWERS: [], "personal_information/personal_information.json": {"profile_user": [row]}}
    assert read(members).profile.username == "contoh"
