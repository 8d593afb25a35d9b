"""The command: what it prints and how it ends."""

import json

import pytest

from digitroops.engines.archives.report import main
from tests.engines.archives.build import FIXTURES, script, zipped

XS4 = str(FIXTURES / "x/xs4.zip")
THREADS = str(FIXTURES / "synthetic/instagram-with-threads.zip")


def saved(path, members):
    path.write_bytes(zipped(members).getvalue())
    return str(path)


def test_whole_archive_ends_with_0(capsys):
    assert main([XS4]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "X, layout tweets.js"
    assert "  followers     500" in out
    assert out[-1] == "  completeness  whole"


def test_partial_archive_ends_with_3_and_says_why(capsys):
    assert main([THREADS]) == 3
    assert capsys.readouterr().err == "Read in part. The archive holds no profile.\n"


def test_unreadable_file_ends_with_2_and_says_why(capsys):
    assert main([str(FIXTURES / "hostile/not_a_zip.zip")]) == 2
    assert (
        capsys.readouterr().err
        == "The file is a web page, not an archive. Please download the export again.\n"
    )


def test_missing_file_ends_with_2(capsys, tmp_path):
    assert main([str(tmp_path / "none.zip")]) == 2
    assert capsys.readouterr().err == "The file none.zip cannot be opened.\n"


def test_json_prints_one_record_a_line_and_the_account_last(capsys):
    main([THREADS, "--platform", "threads", "--json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["type"] for row in rows] == [
        "profile",
        "follower",
        "follower",
        "following",
        "post",
        "post",
        "account",
    ]
    assert rows[1] == {"type": "follower", "key": "teman.satu", "since": "2024-10-27T03:33:20Z"}
    assert rows[-1]["counts"]["followers"] == 2


def test_json_prints_the_error(capsys):
    main([str(FIXTURES / "hostile/not_a_zip.zip"), "--json"])
    assert json.loads(capsys.readouterr().out)["reason"] == "not_an_archive"


def test_several_parts_are_read_as_one(capsys, tmp_path):
    first = saved(tmp_path / "1.zip", {"data/tweets.js": script("tweets", [])})
    second = saved(
        tmp_path / "2.zip", {"data/follower.js": script("follower", [{"follower": {"accountId": "1"}}])}
    )
    main([first, second])
    assert capsys.readouterr().out.count("layout") == 1


def test_archives_of_two_platforms_are_reported_apart(capsys):
    assert main([XS4, THREADS]) == 3
    assert capsys.readouterr().out.count("layout") == 2


@pytest.mark.parametrize("argv", [[], [XS4, "--platform", "friendster"]])
def test_wrong_usage_ends_with_2(argv, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2
    assert "usage: digitroops archive" in capsys.readouterr().err
