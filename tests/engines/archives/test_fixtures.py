"""Every sample has its expected results: those made for the project here, those of others where they lie beside it."""

import json
import re
from collections import Counter

import libipld
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from digitroops.engines.archives import ArchiveError, Kind, UnknownPlatform
from tests.engines.archives.build import FIXTURES, read, reference

SYNTHETIC = json.loads((FIXTURES / "synthetic/expected.json").read_text())
ROLES = {
    "followers": "followers", "following": "following", "friends": "friends", "comments": "comment",
    "connections": "connections", "hidden_rows": "hidden", "shares": "post",
}  # fmt: skip
POSTS = ("post", "video")
HOSTILE = {
    "traversal.zip": "nothing read", "symlink.zip": "unsafe_member", "bomb_json_objects.zip": "bomb",
    "nested.zip": "unknown_platform", "lying_small.zip": "damaged", "deep_json.zip": "bad_record",
    "odd_json.zip": "bad_record", "formula.zip": "read", "html_only.zip": "html_export", "xxe_svg.zip": "unknown_platform",
    "truncated.zip": "truncated", "not_a_zip.zip": "not_an_archive", "prefixed.zip": "unsafe",
    "encrypted_flag.zip": "encrypted", "tar_links.tar.gz": "unsafe_member", "bomb.tar.gz": "bomb",
    "car_huge_len.car": "damaged",
}  # fmt: skip
ANALYZER = "linkedin/Hermione-Granger-1176+linkedin-analyzer/tests/fixtures/"
MESSENGER = "facebook/kenn-io+msgvault/internal/fbmessenger/testdata/"
INDIGO = "bluesky/bluesky-social+indigo/testing/testdata/"


@pytest.mark.parametrize("name", SYNTHETIC)
def test_made_sample_holds_what_is_expected(name):
    expected, counts = SYNTHETIC[name], read(FIXTURES / "synthetic" / name).account.counts
    assert {role: counts.get(kind, 0) for role, kind in ROLES.items() if role in expected} == {
        role: expected[role] for role in ROLES if role in expected
    }


@pytest.mark.parametrize("name", [name for name in SYNTHETIC if "posts" in SYNTHETIC[name]])
def test_made_sample_holds_the_posts_expected(name):
    counts = read(FIXTURES / "synthetic" / name).account.counts
    wanted = SYNTHETIC[name]
    assert sum(counts.get(kind, 0) for kind in POSTS) == wanted["posts"] + wanted.get("group_posts", 0)


def test_made_threads_hold_what_is_expected():
    expected = SYNTHETIC["instagram-with-threads.zip"]
    result = read(FIXTURES / "synthetic/instagram-with-threads.zip", platform="threads")
    assert sorted(follower.key for follower in result.followers) == expected["threads_followers"]
    assert (
        result.account.counts["post"] + result.account.counts["reply"],
        result.account.counts["reply"],
    ) == (
        expected["threads_posts"],
        expected["threads_replies"],
    )


@pytest.mark.parametrize("name", ["xs", "xs4", "xs2020"])
def test_made_x_archive_holds_what_is_expected(name):
    expected = json.loads((FIXTURES / f"x/{name}.expected.json").read_text())
    counts = read(FIXTURES / f"x/{name}.zip").account.counts
    assert counts["followers"] == expected["followers"]
    assert (counts["reply"], counts["repost"]) == (expected["replies"], expected["retweets"])
    assert counts["problems"] == 0


def outcome(path):
    """What becomes of a hostile file, in a word."""
    try:
        result = read(path)
    except ArchiveError as error:
        return error.reason
    if result.problems:
        return result.problems[0].code
    seen = [*result.followers, *result.posts, *result.profiles]
    return "html_export" if "html_export" in result.reasons else "read" if seen else "nothing read"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_comes_to_its_end(name):
    path = FIXTURES / "hostile" / name
    assert outcome(path if path.exists() else reference(f"hostile/{name}")) == HOSTILE[name]


def test_no_hostile_file_is_forgotten():
    assert set(json.loads(reference("hostile/manifest.json").read_text())) == set(HOSTILE)


def unguarded(cell):
    """A cell as it was before somebody put an apostrophe in front of a formula."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


@pytest.mark.parametrize(
    ("kind", "file", "column", "member"),
    [
        (Kind.POST, "shares-corpus.csv", "ShareCommentary", "Shares.csv"),
        (Kind.COMMENT, "comments-corpus.csv", "Message", "Comments_1.csv"),
    ],
)
def test_linkedin_corpus_is_read_as_others_read_it(kind, file, column, member):
    rows = json.loads(reference(ANALYZER + "parity-corpus-expected.json").read_text())[file.split("-")[0]]
    # The other reader drops bells, and takes `\\\"` for a mere quote.
    odd = ("ctrl ", "literal slash")
    wanted = Counter(unguarded(row[column]).strip() for row in rows if not row[column].startswith(odd))
    heading = "First Name,Last Name,URL,Connected On\n"
    result = read(
        {"Connections.csv": heading, member: reference(ANALYZER + file).read_bytes()}, keep_limited=True
    )
    texts = Counter(post.text.strip() for post in result.posts if post.kind is kind)
    assert wanted - texts == Counter()
    assert (len(result.posts), result.problems) == (220, [])


def test_linkedin_corpus_of_connections_is_read():
    result = read({"Connections.csv": reference(ANALYZER + "connections-corpus.csv").read_bytes()})
    assert (result.account.counts["connections"], result.account.counts["followers"]) == (220, 69)


@pytest.mark.parametrize(
    "name", ["json_simple", "json_multifile", "json_with_media_alt", "e2ee_simple", "corrupt", "mixed"]
)
def test_messages_of_facebook_are_never_opened(name):
    result = read(reference(MESSENGER + name))
    assert (result.account.members_read, result.posts, result.problems) == ((), [], [])


@pytest.mark.parametrize(
    "path",
    [MESSENGER + "html_simple", "youtube-takeout/dogsheep+google-takeout-to-sqlite/tests/zip_contents"],
)
def test_exports_without_anything_wanted_are_of_no_platform(path):
    with pytest.raises(UnknownPlatform):
        read(reference(path))


CURVES = {"paul_staging": (ec.SECP256K1(), b"\xe7\x01"), "greenground": (ec.SECP256K1(), b"\xe7\x01")}


@pytest.mark.parametrize("name", CURVES)
def test_signature_of_a_real_repository_is_proved_by_its_document(name):
    curve, prefix = CURVES[name]
    document = json.loads(reference(INDIGO + f"{name}.didDoc.json").read_text())
    _, point = libipld.decode_multibase(document["verificationMethod"][0]["publicKeyMultibase"])
    odd = bytes([2 + point[-1] % 2]) + point[1:33]  # the point compressed, as `did:key` has it
    assert ec.EllipticCurvePublicKey.from_encoded_point(curve, odd)
    result = read(
        reference(INDIGO + f"{name}.repo.car"), key="did:key:" + libipld.encode_multibase("z", prefix + odd)
    )
    assert result.check("signature") == "ok"


@pytest.mark.parametrize(("name", "follows"), [("divy.repo", 5), ("greenground.repo.car", 2)])
def test_small_repositories_are_whole(name, follows):
    result = read(reference(INDIGO + name))
    assert (len(result.following), result.posts, result.reasons) == (follows, [], [])
