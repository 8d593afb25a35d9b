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


EXITS = {
    0: [
        "synthetic/Complete_LinkedInDataExport_06-01-2026.zip", "synthetic/TikTok_Data_2024.zip", "synthetic/TikTok_Data_2025.zip",
        "synthetic/TikTok_Data_2026.zip", "synthetic/TikTok_Data_null_lists.zip", "synthetic/facebook-2021.zip",
        "synthetic/export_contoh_karyawan_20260601.zip", "synthetic/facebook-contoh-2026-06-01-Xyz.zip",
        "synthetic/instagram-2022-root.zip", "synthetic/instagram-contoh.karyawan-2026-06-01-AbC123.zip",
        "synthetic/instagram-id-labels-assumed.zip", "synthetic/takeout-20260601T000000Z-001.zip", "x/xs.zip", "x/xs2020.zip",
        "x/xs4.zip",
    ],
    3: [
        "synthetic/Basic_LinkedInDataExport_05-01-2022.zip", "synthetic/LinkedIn_2020_no_preamble.zip",
        "synthetic/TikTok_Data_TXT.zip", "synthetic/instagram-with-threads.zip", "hostile/car_huge_len.car",
        "hostile/deep_json.zip", "hostile/formula.zip", "hostile/html_only.zip", "hostile/lying_small.zip", "hostile/odd_json.zip",
        "hostile/symlink.zip", "hostile/tar_links.tar.gz", "hostile/traversal.zip", "found/bare-nul-in-a-file-name",
        "found/bare-nul-in-a-post", "found/bare-nul-in-an-address", "found/nul-in-an-address", "found/zip-name-not-utf8",
    ],
    2: [
        "hostile/encrypted_flag.zip", "hostile/nested.zip", "hostile/not_a_zip.zip", "hostile/prefixed.zip",
        "hostile/truncated.zip", "hostile/xxe_svg.zip", "found/zip-empty-name",
    ],
}  # fmt: skip
ALL = [(name, code) for code, names in EXITS.items() for name in names]


@pytest.mark.parametrize(("name", "code"), ALL)
def test_every_fixture_ends_as_it_should_and_says_so(name, code, capsys):
    assert main([str(FIXTURES / name)]) == code
    said = capsys.readouterr()
    assert (said.err == "", said.err.endswith(".\n")) == (code == 0, code != 0)
    assert main([str(FIXTURES / name), "--json"]) == code
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["type"] == ("error" if code == 2 else "account")


def test_no_fixture_is_forgotten():
    found = {str(path.relative_to(FIXTURES)) for path in FIXTURES.glob("*/*") if path.suffix != ".json"}
    assert found == {name for name, _ in ALL}
