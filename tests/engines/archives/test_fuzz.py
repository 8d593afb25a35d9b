"""Any input whatever: no exception but the engine's own, no text that a database refuses, no record lost by cutting."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitroops.engines.archives import PLATFORMS
from digitroops.engines.archives.jsonstream import Want, batches, pieces, split
from tests.engines.archives import fuzzing
from tests.engines.archives.build import FIXTURES

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SAMPLES = sorted(path for path in FIXTURES.rglob("*.zip") if path.stat().st_size < 20_000)
FOUND = sorted((FIXTURES / "found").glob("*"))
KEYS = st.sampled_from(
    ["tweet", "id_str", "full_text", "created_at", "follower", "accountId", "account", "string_list_data", "value", "href",
     "timestamp", "title", "media", "creation_timestamp", "string_map_data", "label_values", "label", "data", "post", "comment",
     "Activity", "Your Activity", "Follower", "FansList", "Comment", "Comments", "CommentsList", "Profile", "ProfileMap",
     "Post", "Posts", "VideoList", "UserName", "Date", "orderedItems", "object", "type", "to", "followers", "photos",
     "media_comments", "relationships_followers", "friends_v2", "name", "dataTypes", "files", "noteTweet", "core", "text"]
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(
    ["1690389200000000000", "Sat Aug 12 15:46:05 +0000 2023", "2026-01-01 00:00:00", "https://www.instagram.com/_u/a",
     "Create", "https://www.w3.org/ns/activitystreams#Public", 1_700_000_000, 1e300, "\ud800", "\x00", -1, 10**30]
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@SETTINGS
@given(
    st.sampled_from([name for name in fuzzing.NAMES if name.endswith((".js", ".json"))]),
    TREES,
    st.sampled_from([None, 2]),
)
def test_any_json_is_survived(name, tree, indent):
    body = json.dumps(tree, indent=indent).encode("utf-8", "replace")
    fuzzing.check(fuzzing.zip_of({name: b"window.x = " * name.endswith(".js") + body}))


@SETTINGS
@given(st.sampled_from(fuzzing.NAMES), st.binary(max_size=400))
def test_any_bytes_as_a_member_are_survived(name, raw):
    fuzzing.check(fuzzing.zip_of({name: raw}))


CELLS = st.sampled_from(
    ["UC" + "a" * 22, "AAAAAAAAAA1", "Ugx1", '{"text":"a"}', "2025-01-01T00:00:00Z", "Public", '"', "\\", ""]
)


@SETTINGS
@given(
    st.sampled_from([name for name in fuzzing.NAMES if name.endswith((".csv", ".txt", ".html"))]),
    st.lists(st.lists(CELLS | st.text(max_size=5), max_size=9), max_size=6),
    st.sampled_from([",", "\n", ": "]),
)
def test_any_table_is_survived(name, rows, between):
    heading = "First Name,Last Name,URL,Date,ShareCommentary,Message\n"
    text = heading + "\n".join(between.join(row) for row in rows)
    fuzzing.check(fuzzing.zip_of({name: text.encode("utf-8", "replace")}))


@SETTINGS
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_changed_bytes_are_survived(path, changes):
    raw = bytearray(path.read_bytes())
    for at, byte in changes:
        raw[at % len(raw)] = byte
    fuzzing.check(fuzzing.io.BytesIO(bytes(raw)))


@SETTINGS
@given(st.sampled_from(SAMPLES), st.floats(0, 1))
def test_cut_off_files_are_survived(path, share):
    raw = path.read_bytes()
    fuzzing.check(fuzzing.io.BytesIO(raw[: int(share * len(raw))]))


@SETTINGS
@given(
    st.sampled_from([kind.name for kind in PLATFORMS]),
    st.dictionaries(st.sampled_from(fuzzing.NAMES), st.just(b"[]"), max_size=4),
)
def test_any_platform_may_be_asked_for(platform, members):
    fuzzing.check(fuzzing.zip_of(members), platform)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_fuzzing_found_stays_survived(path):
    fuzzing.check(fuzzing.io.BytesIO(path.read_bytes()))


def values(document, size, reader):
    """The items of `want` in a document that is read in chunks of a size."""
    plan = {(): Want.ENTER, ("want",): Want.ITEMS}.get
    chunks = (document[at : at + size] for at in range(0, len(document), size))
    found = reader(chunks, lambda path, _: plan(path, Want.SKIP), 1 << 20)
    return [json.loads(item) for piece in found for item in split(piece.raw)]


@SETTINGS
@given(st.lists(TREES, max_size=6), TREES, st.integers(1, 60), st.sampled_from([None, 1, 4]))
def test_cutting_gives_what_json_gives(items, other, size, indent):
    whole = json.dumps({"before": other, "want": items, "after": other}, indent=indent).encode()
    expected = json.loads(whole)["want"]
    assert repr(values(whole, size, pieces)) == repr(expected)


@SETTINGS
@given(
    st.lists(st.dictionaries(KEYS, TREES, max_size=3), min_size=1, max_size=6),
    st.integers(1, 60),
    st.sampled_from([1, 2, "\t"]),
)
def test_cutting_at_lines_gives_what_json_gives(items, size, indent):
    whole = json.dumps(items, indent=indent).encode()
    chunks = (whole[at : at + size] for at in range(0, len(whole), size))
    found = batches(chunks, lambda path, _: Want.SKIP if path else Want.ITEMS, 1 << 20)
    read = [json.loads(item) for piece in found for item in split(piece.raw)]
    assert repr(read) == repr(json.loads(whole))
