"""Reddit: tables by the names of their columns."""

from datetime import UTC, datetime

import pytest

from digitroops.engines.archives import Kind, Visibility, open_archive
from tests.engines.archives.build import FIXTURES, read

EXPORT = FIXTURES / "synthetic/export_contoh_karyawan_20260601.zip"
STATISTICS = "statistic,value\naccount name,contoh\n"
POSTS = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
COMMENTS = (
    "id,permalink,date,ip,subreddit,gildings,gildings_silver,gildings_supergold,link,parent,body,media\n"
)
EMPTY = {"statistics.csv": STATISTICS, "posts.csv": POSTS, "comments.csv": COMMENTS}


def test_posts_have_title_and_words():
    first, second = [post for post in read(EXPORT).posts if post.kind is Kind.POST]
    assert (first.id, first.text) == ("t3_1abcdf1", "Acara lari pagi di Gasibu\n\nSiapa ikut?")
    assert first.created == datetime(2024, 5, 20, 4, 35, 32, tzinfo=UTC)
    assert first.url == "https://www.reddit.com/r/bandung/comments/1abcdf1/acara_lari/"
    assert (second.text, second.audience) == ("Liputan panen raya", Visibility.UNKNOWN)


def test_comments_say_what_they_answer():
    first, second = [post for post in read(EXPORT).posts if post.kind is Kind.COMMENT]
    assert first.text == 'Setuju, "kopi tubruk" tetap juara.\nSelamat pagi semua!'
    assert first.in_reply_to == "https://www.reddit.com/r/indonesia/comments/1abcde1/kopi_pagi/"
    assert (second.id, second.in_reply_to) == ("t1_k3v9x2b", "k3v9x2a")


def test_what_was_removed_is_counted_and_dropped():
    result = read(EXPORT)
    assert (result.account.counts["deleted"], len(result.posts)) == (1, 4)


def test_profile_and_time_of_the_export():
    result = read(EXPORT, claimed="Contoh_Karyawan")
    assert (result.profile.username, result.profile.url) == (
        "contoh_karyawan",
        "https://www.reddit.com/user/contoh_karyawan/",
    )
    assert result.profile.created == datetime(2019, 3, 4, 22, 2, 20, tzinfo=UTC)
    assert result.account.exported == datetime(2026, 6, 1, 6, 57, 14, tzinfo=UTC)
    assert (result.check("owner"), result.reasons, result.followers) == ("ok", [], [])


def test_neither_address_nor_message_comes_out():
    written = repr(read(EXPORT))
    assert [word for word in ("rahasia", "203.0.113.7") if word in written] == []


def test_more_columns_are_no_matter():
    row = "abc,/r/x/comments/1/_/abc/,2020-01-02 03:04:05 UTC,,x,0,0,0,https://www.reddit.com/r/x/comments/1/,,halo,\n"
    post = read({**EMPTY, "comments.csv": "\ufeff" + COMMENTS + row}).post
    assert (post.id, post.text, post.url) == (
        "t1_abc",
        "halo",
        "https://www.reddit.com/r/x/comments/1/_/abc/",
    )


def test_an_empty_export_is_whole():
    result = read(EMPTY)
    assert (result.posts, result.problems, result.reasons) == ([], [], [])


def test_a_table_without_its_columns_is_told():
    result = read({**EMPTY, "comments.csv": "nomor,teks\n1,halo\n"})
    assert ([problem.code for problem in result.problems], result.reasons) == (["bad_table"], ["problems"])


def test_a_row_without_identifier_is_told():
    result = read({**EMPTY, "posts.csv": POSTS + ",,2020-01-02 03:04:05 UTC,,x,0,halo,,\n"})
    assert ([problem.code for problem in result.problems], result.posts) == (["bad_record"], [])


@pytest.mark.parametrize("missing", ["posts.csv", "comments.csv"])
def test_a_missing_table_makes_it_partial(missing):
    rest = {name: text for name, text in EMPTY.items() if name != missing}
    assert read(rest).reasons == [f"no_{missing[:-4]}"]


def test_what_the_browser_sends_is_still_reddit():
    with open_archive(EXPORT) as archive:
        assert archive.platform == "reddit"
    assert read(EMPTY).account.platform == "reddit"


def test_tables_of_others_are_not_reddit():
    names = {"Connections.csv": "First Name,Last Name\n", "Comments.csv": "Date,Link,Message\n"}
    assert read(names).account.platform == "linkedin"
