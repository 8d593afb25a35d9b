"""LinkedIn: preamble, hidden people, broken quotes."""

from datetime import UTC, datetime

import pytest

from digitroops.engines.archives import Follower, Kind
from tests.engines.archives.build import FIXTURES, read, reference

COMPLETE = FIXTURES / "synthetic/Complete_LinkedInDataExport_06-01-2026.zip"
ANALYZER = "linkedin/Hermione-Granger-1176+linkedin-analyzer/tests/fixtures"
CONNECTIONS = {"Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"}


def test_complete_export():
    result = read(COMPLETE)
    assert result.account.counts == {
        "comment": 1, "connections": 200, "followers": 200, "hidden": 3, "post": 1, "problems": 0,
    }  # fmt: skip
    assert result.followers[0] == Follower("nama-0-é", datetime(2026, 2, 8, tzinfo=UTC))
    assert (result.account.era, result.account.exported) == ("2023", datetime(2026, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "era"), [("LinkedIn_2020_no_preamble", "2020"), ("Basic_LinkedInDataExport_05-01-2022", "2021")]
)
def test_older_exports_have_no_keys(name, era):
    result = read(FIXTURES / f"synthetic/{name}.zip")
    assert (result.followers, result.account.counts["connections"], result.account.counts["hidden"]) == (
        [],
        200,
        3,
    )
    assert (result.account.era, result.reasons) == (era, ["no_keys"])


def test_quotes_are_mended():
    result = read(COMPLETE)
    assert result.texts == ['Bangga, tim!\n\nBaris "kedua".', 'Dia bilang "setuju", ya']


def test_share_and_comment_are_told_apart():
    share, comment = read(COMPLETE).posts
    assert (share.id, share.kind, share.in_reply_to) == ("urn:li:share:1", Kind.POST, None)
    assert (comment.kind, comment.in_reply_to) == (Kind.COMMENT, "urn:li:activity:1")
    assert share.created == datetime(2026, 2, 9, 1, 21, 47, tzinfo=UTC)


def test_profile_is_name_and_headline():
    profile = read(COMPLETE).profile
    assert (profile.name, profile.bio) == ("Contoh Karyawan", "Staf")


def test_shares_for_connections_stay_inside():
    shares = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-01-01 00:00:00,,rahasia,,,CONNECTIONS\n"
    result = read({**CONNECTIONS, "Shares.csv": shares})
    assert (result.posts, result.account.counts["limited"]) == ([], 1)


def test_instant_reposts_have_no_words():
    result = read(
        {**CONNECTIONS, "InstantReposts.csv": "Date,Link\n2026-01-01 00:00:00,https://www.linkedin.com/x\n"}
    )
    assert (result.post.kind, result.post.text) == (Kind.REPOST, "")


def test_formula_cells_are_nothing_but_text():
    result = read(FIXTURES / "hostile/formula.zip")
    assert [follower.key for follower in result.followers] == ["a"]


def test_file_without_columns_is_a_problem():
    result = read({"Connections.csv": "<html>not found</html>\n"})
    assert [problem.code for problem in result.problems] == ["bad_table"]


def test_messages_are_never_opened():
    result = read({**CONNECTIONS, "messages.csv": "FROM,CONTENT\na,rahasia\n", "Invitations.csv": "x"})
    assert result.account.members_read == ("Connections.csv",)


def copied(folder, names):
    return {target: (folder / source).read_bytes() for source, target in names.items()}


def test_shares_with_breaks_and_odd_values():
    folder = reference(ANALYZER)
    names = {
        "shares-parity.csv": "Shares.csv",
        "comments-parity.csv": "Comments.csv",
        "connections-parity.csv": "Connections.csv",
    }
    result = read(copied(folder, names), keep_limited=True)
    assert result.texts[:2] == [
        'He said "hi".\n\nNext "line" here.',
        "Smart “quotes” and naïve emoji 📌 stay intact.",
    ]
    assert 'She wrote "great post" yesterday.\n📌 Naïve “smart quotes” line.' in result.texts
    assert [follower.key for follower in result.followers][:3] == ["ada", "bob", "bob2"]
