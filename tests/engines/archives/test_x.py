"""X: parts, eras, long posts, limited posts, and the checks on what the archive says of itself."""

import hashlib
import html
import json
from datetime import UTC, datetime

import numpy as np
import pytest

from digitroops.engines.archives import Engagement, Follower, Kind, Post, Profile, Visibility
from digitroops.engines.archives.checks import Clock
from digitroops.engines.archives.platforms import x_shapes as shapes
from digitroops.engines.archives.platforms import x_time
from tests.engines.archives.build import FIXTURES, read, reference, script

ME = {
    "account": {
        "username": "contoh",
        "accountId": "14",
        "accountDisplayName": "Contoh",
        "email": "x@example.com",
    }
}


def tweet(identity="1690389200000000000", text="halo", **more):
    return {
        "tweet": {
            "id_str": identity,
            "full_text": text,
            "created_at": "Sat Aug 12 15:46:05 +0000 2023",
            **more,
        }
    }


def archive(*tweets, **members):
    files = {f"data/{name.replace('_', '-')}.js": script(name, rows) for name, rows in members.items()}
    return {
        "data/account.js": script("account", [ME]),
        "data/tweets.js": script("tweets", list(tweets)),
        **files,
    }


@pytest.mark.parametrize("name", ["xs4", "xs2020"])
def test_every_generated_tweet_is_read(name):
    expected = json.loads((FIXTURES / f"x/{name}.expected.json").read_text())
    result = read(FIXTURES / f"x/{name}.zip")
    tweets = [post for post in result.posts if not post.text.startswith("Catatan panjang.")]
    ids = "".join(post.id + "\n" for post in tweets).encode()
    texts = "".join(post.text + "\0" for post in tweets).encode()
    assert hashlib.sha256(ids).hexdigest() == expected["sha256_tweet_ids_in_file_order"]
    assert hashlib.sha256(texts).hexdigest() == expected["sha256_unescaped_texts"]


@pytest.mark.parametrize("name", ["xs4", "xs2020"])
def test_every_generated_follower_is_read(name):
    expected = json.loads((FIXTURES / f"x/{name}.expected.json").read_text())
    keys = sorted((follower.key for follower in read(FIXTURES / f"x/{name}.zip").followers), key=int)
    assert hashlib.sha256("\n".join(keys).encode()).hexdigest() == expected["sha256_sorted_follower_ids"]


def test_counts_of_the_generated_archive():
    result = read(FIXTURES / "x/xs4.zip")
    assert result.account.counts == {
        "followers": 500,
        "following": 2000,
        "post": 1101 + 1,  # the long post has no tweet of its own
        "problems": 0,
        "reply": 614,
        "repost": 285,
    }
    own = [post.engagement for post in result.posts if post.engagement]
    assert sum(e.likes for e in own) <= 11213
    assert result.account.era == "tweets.js"
    assert result.account.exported == datetime(2026, 9, 1, tzinfo=UTC)


def test_checks_of_the_generated_archive():
    result = read(FIXTURES / "x/xs4.zip", claimed="@Contoh_Karyawan")
    states = {check.name: check.state.value for check in result.account.checks}
    assert states == {
        "manifest": "ok",
        "unique_followers": "ok",
        "unique_posts": "ok",
        "follower_order": "not_possible",
        "post_order": "ok",
        "clock": "ok",
        "owner": "ok",
    }


def test_impossible_dates_come_from_the_id():
    expected = json.loads((FIXTURES / "x/xs4.expected.json").read_text())
    posts = {post.id: post.created.year for post in read(FIXTURES / "x/xs4.zip").posts}
    assert [posts[identity] for identity in expected["bad_year_ids"]] == [2012, 2012]


def test_profile_joins_both_files():
    profile = [{"profile": {"description": {"bio": "Karyawan.", "website": "", "location": ""}}}]
    result = read(archive(profile=profile))
    assert result.profile == Profile("14", "contoh", "Contoh", "Karyawan.", url="https://x.com/contoh")


def test_post_carries_everything_known():
    result = read(archive(tweet(text="a &amp; b &lt;3", favorite_count="12", retweet_count="3")))
    assert result.post == Post(
        id="1690389200000000000",
        kind=Kind.POST,
        text="a & b <3",
        created=datetime(2023, 8, 12, 15, 46, 5, 849000, tzinfo=UTC),
        url="https://x.com/contoh/status/1690389200000000000",
        audience=Visibility.PUBLIC,
        engagement=Engagement(likes=12, reposts=3),
    )


def test_reply_names_what_it_answers():
    result = read(archive(tweet(in_reply_to_status_id_str="77", in_reply_to_screen_name="budi")))
    assert (result.post.kind, result.post.in_reply_to) == (Kind.REPLY, "77")


def test_retweet_is_a_repost_without_engagement():
    result = read(archive(tweet(text="RT @budi: halo semua…", retweet_count="900")))
    assert (result.post.kind, result.post.engagement) == (Kind.REPOST, None)


def test_unescaping_is_done_once():
    assert read(archive(tweet(text=html.escape("&lt; itu kurang dari")))).texts == ["&lt; itu kurang dari"]


def test_minified_file_is_read():
    rows = json.dumps([tweet(), tweet("1690389200000000001")], separators=(",", ":"))
    result = read({"data/tweets.js": "window.YTD.tweets.part0=" + rows})
    assert len(result.posts) == 2


def test_early_file_without_wrapper_and_folder_is_read():
    result = read({"tweet.js": "window.YTD.tweet.part0 = [ " + json.dumps(tweet()["tweet"]) + " ]"})
    assert (result.account.era, result.texts) == ("tweet.js", ["halo"])


def test_parts_are_read_in_number_order():
    parts = {
        f"data/tweets-part{n}.js": script("tweets", [tweet(str(1690389200000000000 + n))], n)
        for n in (10, 2, 1)
    }
    result = read({**parts, "data/tweets.js": script("tweets", [tweet()])})
    assert [post.id[-2:] for post in result.posts] == ["00", "01", "02", "10"]


def test_grailbird_is_read():
    rows = [{"id_str": "1690389200000000000", "text": "halo", "created_at": "2023-08-12 15:46:05 +0000"},
            {"id_str": "1690389200000000001", "text": "RT @a: b", "retweeted_status": {"id": 1},
             "created_at": "2023-08-12 15:46:05 +0000"}]  # fmt: skip
    result = read({
        "data/js/user_details.js": 'var user_details = {"screen_name": "contoh", "id": "14", "bio": "hai"}',
        "data/js/payload_details.js": 'var payload_details = {"tweets": 2, "created_at": "2023-09-01 00:00:00 +0000"}',
        "data/js/tweets/2023_08.js": "Grailbird.data.tweets_2023_08 =\n " + json.dumps(rows),
    })  # fmt: skip
    assert (result.account.era, result.check("manifest"), result.check("clock")) == ("grailbird", "ok", "ok")
    assert [post.kind for post in result.posts] == [Kind.POST, Kind.REPOST]
    assert result.reasons == ["no_followers"]


def test_long_post_replaces_its_cut_tweet():
    note = {
        "noteTweetId": "9",
        "createdAt": "2023-08-12T15:46:05.000Z",
        "core": {"text": "halo semua. " * 30},
    }
    result = read(
        archive(tweet(text="halo semua. halo semua… https://t.co/abc"), note_tweet=[{"noteTweet": note}])
    )
    assert result.texts == ["halo semua. " * 30]


def test_long_post_is_found_by_its_tweet_id():
    note = {"noteTweetId": "9", "tweetId": "1690389200000000000", "createdAt": "2024-01-01T00:00:00.000Z",
            "noteTweetResults": {"text": "panjang sekali"}}  # fmt: skip
    assert read(archive(tweet(), note_tweet=[{"noteTweet": note}])).texts == ["panjang sekali"]


def test_circle_posts_stay_inside():
    secret = tweet("1690389200000000001", "rahasia")
    members = archive(tweet(), secret, twitter_circle_tweet=[secret])
    result = read(members)
    assert result.texts == ["halo"]
    assert result.account.counts["limited"] == 1
    assert [post.audience for post in read(members, keep_limited=True).posts] == ["limited", "public"]


def test_deleted_posts_stay_inside():
    result = read(archive(tweet(), deleted_tweets=[tweet("1690389200000000001", "terhapus")]))
    assert (result.texts, result.account.counts["deleted"]) == (["halo"], 1)


def test_community_posts_are_read():
    result = read(archive(tweet(), community_tweet=[tweet("1690389200000000001", "komunitas")]))
    assert result.texts == ["halo", "komunitas"]


def manifest(**counts):
    types = {name: {"files": [{"fileName": f"data/{name}.js", "count": n}]} for name, n in counts.items()}
    return "window.__THAR_CONFIG = " + json.dumps({"dataTypes": types})


def test_manifest_with_other_counts_fails_the_check():
    result = read(archive(tweet()) | {"data/manifest.js": manifest(tweets="2")})
    assert result.check("manifest") == "failed"


def test_manifest_with_a_missing_file_makes_it_partial():
    result = read(archive(tweet()) | {"data/manifest.js": manifest(tweets="1", follower="3")})
    assert (result.check("manifest"), result.reasons) == ("failed", ["missing_part", "no_followers"])


def test_time_that_differs_from_the_id_fails_the_check():
    result = read(archive(tweet(created_at="Sun Aug 13 15:46:05 +0000 2023")))
    assert result.check("clock") == "failed"


def test_repeated_followers_fail_the_check():
    rows = [{"follower": {"accountId": "1"}}, {"follower": {"accountId": "1"}}]
    assert read(archive(follower=rows)).check("unique_followers") == "failed"


def test_another_persons_archive_fails_the_check():
    assert read(archive(tweet()), claimed="budi").check("owner") == "failed"


def test_follower_without_number_is_a_problem():
    result = read(
        archive(follower=[{"follower": {"accountId": "1 OR 1=1"}}, {"follower": {"accountId": "7"}}])
    )
    assert (result.followers, [p.code for p in result.problems]) == ([Follower("7")], ["bad_record"])


def test_layout_of_2019_is_read():
    folder = reference("x/dogsheep+twitter-to-sqlite/tests/zip_contents")
    result = read(folder)
    assert result.profile.username == "simonw"
    assert [follower.key for follower in result.followers] == ["73747798", "386025404"]
    assert [followed.key for followed in result.following] == ["547842573", "12158"]


def test_batches_and_single_tweets_give_the_same_times():
    rows = [tweet(str((1_700_000_000_000 + n * 86_400_999 - 1_288_834_974_657) << 22)) for n in range(50)]
    for row in rows:
        seconds = ((int(row["tweet"]["id_str"]) >> 22) + 1_288_834_974_657) // 1000
        row["tweet"]["created_at"] = datetime.fromtimestamp(seconds, UTC).strftime(
            "%a %b %d %H:%M:%S +0000 %Y"
        )
    clock, single = Clock(), Clock()
    parsed = [shapes.Tweet(**row["tweet"]) for row in rows]
    assert x_time.agree([t.created_at for t in parsed], x_time.snowflakes([t.id_str for t in parsed]) // 1000)
    assert x_time.moments(parsed, clock) == [x_time.moment(t, single) for t in parsed]
    assert (clock.agree, single.agree) == (50, 50)


@pytest.mark.parametrize("stated", ["Sat Aug 12 15:46:06 +0000 2023", "Sun Aug 13 15:46:05 +0000 2023", "Sat Aug 12 15-46-05 +0000 2023",
                                    "Sat Aug 12 15:46:05 +0700 2023", "Sat Aug 12 15:46:05 +0000 2022", "2023-08-12 15:46:05", ""])  # fmt: skip
def test_another_time_never_agrees(stated):
    assert not x_time.agree([stated], np.array([1_691_855_165]))


def test_the_same_time_agrees():
    assert x_time.agree(["Sat Aug 12 15:46:05 +0000 2023"], np.array([1_691_855_165]))
