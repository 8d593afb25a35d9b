"""Every hazard of an uploaded file: an error with a reason, or a problem beside what could be read."""

import io
import json
import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from digitroops.engines.archives import ArchiveError, Bomb, Limits, TooLarge, open_archive
from tests.engines.archives import hostile
from tests.engines.archives.build import FIXTURES, read, script, zipped

HOSTILE = FIXTURES / "hostile"


def tweet(text, identity="1690389200000000000"):
    return {"tweet": {"id_str": identity, "full_text": text}}


def raw_tweets(*items):
    return {"data/tweets.js": b"window.YTD.tweets.part0 = [" + b",".join(items) + b"]"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("not_a_zip.zip", "not_an_archive"),
        ("truncated.zip", "truncated"),
        ("prefixed.zip", "unsafe"),
        ("encrypted_flag.zip", "encrypted"),
        ("nested.zip", "unknown_platform"),
        ("xxe_svg.zip", "unknown_platform"),
    ],
)
def test_unreadable_file_has_a_reason(name, reason):
    with pytest.raises(ArchiveError) as caught:
        read(HOSTILE / name)
    assert caught.value.reason == reason
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-1.7", b"\x00" * 600])
def test_scraps_have_a_reason(raw):
    with pytest.raises(ArchiveError):
        read(io.BytesIO(raw))


@pytest.mark.parametrize("build", [hostile.bomb_in_zip, hostile.bomb_in_tar, hostile.overlapping])
def test_bombs_are_refused(build):
    with pytest.raises(Bomb):
        read(build())


def test_bomb_whose_directory_lies_ends_at_the_stated_size():
    file = hostile.bomb_in_zip(mebibytes=8)
    raw = bytearray(file.getvalue())
    at = raw.index(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    result = read(io.BytesIO(bytes(raw)))
    assert (result.followers, [problem.code for problem in result.problems]) == ([], ["damaged"])


def test_bomb_needs_little_memory():
    file = hostile.bomb_in_tar()
    tracemalloc.start()
    with pytest.raises(Bomb):
        read(file)
    assert tracemalloc.get_traced_memory()[1] < 32 << 20
    tracemalloc.stop()


def test_hundred_thousand_members_are_within_the_limit():
    with pytest.raises(ArchiveError) as caught:
        read(hostile.crowded(100_000))
    assert caught.value.reason == "unknown_platform"


def test_more_members_than_allowed_are_refused_by_the_directory():
    with pytest.raises(TooLarge, match="2000 files"):
        read(hostile.crowded(2000), limits=replace(Limits(), members=1000))


def test_size_that_lies_ends_the_member():
    result = read(HOSTILE / "lying_small.zip")
    assert (result.posts, [problem.code for problem in result.problems]) == ([], ["damaged"])


def test_names_that_leave_the_folder_are_not_read():
    result = read(HOSTILE / "traversal.zip")
    assert (result.account.members_read, result.problems) == (("data/tweets.js",), [])


@pytest.mark.parametrize(
    "name", ["../data/tweets.js", "/data/tweets.js", "C:\\data\\tweets.js", "a/../data/tweets.js"]
)
def test_wanted_name_that_leaves_the_folder_is_told(name):
    result = read({name: script("tweets", [tweet("halo")])})
    assert (result.posts, [problem.code for problem in result.problems]) == ([], ["unsafe_member"])


def test_links_are_not_followed():
    result = read(HOSTILE / "symlink.zip")
    assert (result.account.members_read, len(result.problems)) == ((), 2)


def test_links_in_a_tar_are_not_followed():
    result = read(HOSTILE / "tar_links.tar.gz")
    assert (result.account.members_read, len(result.problems)) == ((), 2)


def test_linked_files_of_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text(script("tweets", [tweet("rahasia")]))
    (tmp_path / "export/data").mkdir(parents=True)
    (tmp_path / "export/data/tweets.js").symlink_to(tmp_path / "secret")
    assert read(tmp_path / "export").posts == []


def test_name_that_occurs_twice_is_not_read():
    result = read(hostile.doubled())
    assert (result.account.members_read, [problem.code for problem in result.problems]) == (
        (),
        ["unsafe_member"],
    )


def test_deep_json_is_one_problem():
    result = read(HOSTILE / "deep_json.zip")
    assert [problem.code for problem in result.problems] == ["bad_record"]


def test_odd_json_leaves_the_other_files():
    result = read(HOSTILE / "odd_json.zip")
    assert [problem.where for problem in result.problems] == ["data/follower.js", "data/tweets.js"]
    assert (result.profile.username, result.profile.url) == ("<script>alert(1)</script>", None)


def test_huge_length_in_a_car_is_damage():
    result = read(HOSTILE / "car_huge_len.car")
    assert [problem.code for problem in result.problems] == ["damaged"]


@pytest.mark.parametrize(
    "bad",
    [
        b'{"tweet":{"id_str":',
        b'{"tweet":[]}',
        b"7",
        b'"text"',
        b'{"tweet":{"id_str":"1690389200000000001","full_text":{}}}',
        b'{"tweet":' + b"[" * 5000 + b"]" * 5000 + b"}",
    ],
)
def test_one_bad_record_never_loses_the_file(bad):
    good = json.dumps(tweet("halo")).encode()
    result = read(raw_tweets(good, bad, good))
    assert len(result.problems) >= 1
    assert result.texts[0] == "halo"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb'"a\ud800b"', "a?b"),
        (b'"a\xffb"', "a\ufffdb"),
        (rb'"a\u0000b"', "ab"),
        (rb'"a\\u0000b"', r"a\u0000b"),
        (rb'"a\\\u0000b"', "a\\b"),
        (rb'"\ud83d\ude00"', "😀"),
        (b'"a\x01b"', "a\x01b"),
        (rb'"x","z":NaN', "x"),
        (b'"x","z":' + b"9" * 5000, "x"),
        (b'"y","full_text":"x"', "x"),
    ],
)
def test_odd_values_keep_the_record(raw, text):
    item = b'{"tweet":{"id_str":"1690389200000000000","full_text":' + raw + b"}}"
    assert read(raw_tweets(item)).texts == [text]


def test_byte_order_mark_is_no_hindrance():
    members = {"data/tweets.js": b"\xef\xbb\xbf" + script("tweets", [tweet("halo")]).encode()}
    assert read(members).texts == ["halo"]


def test_cut_off_list_gives_what_is_whole():
    whole = script("tweets", [tweet("satu"), tweet("dua", "1690389200000000001")])
    result = read({"data/tweets.js": whole[:-60]})
    assert (result.texts, result.reasons[-1]) == (["satu"], "problems")


def test_one_bad_file_never_loses_the_archive():
    members = {"data/follower.js": script("follower", [{"follower": {"accountId": "1" * 18}}] * 3),
               "data/tweets.js": script("tweets", [tweet("halo")])}  # fmt: skip
    result = read(hostile.corrupted(members, "data/follower.js"))
    assert result.texts == ["halo"]
    assert "damaged" in result.reasons


def test_too_long_record_is_passed_over():
    long = tweet("x" * 3_000_000, "1690389200000000001")
    members = {"data/tweets.js": script("tweets", [tweet("satu"), long, tweet("dua", "1690389200000000002")])}
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("data/tweets.js", members["data/tweets.js"])
    result = read(stored, limits=replace(Limits(), record_bytes=1 << 20))
    assert (result.texts, [problem.code for problem in result.problems]) == (["satu", "dua"], ["too_long"])


@pytest.mark.parametrize("bound", [{"rows": 2}, {"member_bytes": 200}, {"total_bytes": 300}])
def test_limits_are_kept(bound):
    rows = [{"follower": {"accountId": str(number)}} for number in range(9)]
    with pytest.raises(TooLarge):
        read({"data/follower.js": script("follower", rows)}, limits=replace(Limits(), **bound))


def test_problems_beyond_the_limit_are_only_counted():
    rows = [{"follower": {"accountId": "x"}}] * 50
    result = read({"data/follower.js": script("follower", rows)}, limits=replace(Limits(), problems=7))
    assert (len(result.problems), result.account.counts["problems"]) == (7, 50)


def test_account_is_not_known_before_the_end():
    with (
        open_archive(zipped({"data/tweets.js": script("tweets", [])})) as archive,
        pytest.raises(RuntimeError),
    ):
        _ = archive.account


def test_file_given_by_the_caller_stays_open():
    file = zipped({"data/tweets.js": script("tweets", [])})
    read(file)
    assert not file.closed


def test_size_stated_too_large_is_not_believed():
    raw = zipped(
        {"data/tweets.js": script("tweets", [tweet("halo")]), "data/account.js": script("account", [])}
    ).getvalue()
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        info = file.getinfo("data/tweets.js")
    stated = (info.file_size + 900_000).to_bytes(4, "little")
    tracemalloc.start()
    result = read(io.BytesIO(raw.replace(info.file_size.to_bytes(4, "little"), stated)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (result.texts, most < 8 << 20) == (["halo"], True)


def test_archive_of_ten_gigabytes_is_read(tmp_path):
    with (tmp_path / "twitter.zip").open("wb") as file, zipfile.ZipFile(file, "w") as archive:
        archive.writestr("data/tweets.js", script("tweets", [tweet("halo")]))
        film = zipfile.ZipInfo("data/tweets_media/film.mp4")
        film.file_size = film.compress_size = 10 << 30
        film.CRC, film.header_offset = 0, file.tell()
        file.write(film.FileHeader(zip64=True))
        file.seek(10 << 30, 1)
        archive.filelist.append(film)
        archive.start_dir = file.tell()
    assert read(tmp_path / "twitter.zip").texts == ["halo"]
