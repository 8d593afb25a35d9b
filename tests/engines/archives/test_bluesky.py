"""Bluesky: repositories of test accounts, and repositories built here with a key of our own."""

from datetime import UTC, datetime
from hashlib import sha256

import libipld
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

from digitroops.engines.archives import Following
from tests.engines.archives.build import read, reference

INDIGO = "bluesky/bluesky-social+indigo/testing/testdata/"
POST = "app.bsky.feed.post/3jzfcijpj2z2a"


def cid(raw):
    return b"\x01\x71\x12\x20" + sha256(raw).digest()


def varint(number):
    out = b""
    while number >= 0x80:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def encode(value):
    """DAG-CBOR in which 36 bytes that look like an identifier become a link."""
    if isinstance(value, dict):
        items = sorted(value.items(), key=lambda item: (len(item[0]), item[0]))
        return head(5, len(items)) + b"".join(encode(key) + encode(item) for key, item in items)
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    if isinstance(value, bytes) and value[:4] == b"\x01\x71\x12\x20":
        return b"\xd8\x2a" + head(2, 37) + b"\x00" + value
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return b"\xf6" if value is None else head(0, value)


def head(kind, number):
    if number < 24:
        return bytes([kind << 5 | number])
    return bytes([kind << 5 | 25]) + number.to_bytes(2) if number > 255 else bytes([kind << 5 | 24, number])


def node(raws, left=None):
    """A node of the tree that names some records."""
    entries = [{"p": 0, "k": name.encode(), "v": cid(raw), "t": None} for name, raw in raws.items()]
    return encode({"l": left, "e": entries})


def car(*raws, root):
    """A CAR file of some blocks."""
    top = encode({"roots": [cid(root)], "version": 1})
    return varint(len(top)) + top + b"".join(varint(36 + len(raw)) + cid(raw) + raw for raw in raws)


def repository(records, key=None, leave_out=(), more=(), left=None):
    """A CAR file of records in one node, its commit signed; `more` blocks stand at its end."""
    raws = {name: encode(value) for name, value in sorted(records.items())}
    tree = node(raws, left)
    commit = {"did": "did:plc:contoh", "version": 3, "data": cid(tree), "rev": "3jzf", "prev": None}
    signed = encode({**commit, "sig": sign(key, encode(commit)) if key else b"\x00" * 64})
    found = [raw for name, raw in raws.items() if name not in leave_out]
    return car(signed, tree, *found, *more, root=signed)


def sign(key, message):
    r, s = utils.decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    order = key.curve.group_order
    return r.to_bytes(32) + min(s, order - s).to_bytes(32)


def did_key(key, prefix):
    point = key.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint
    )
    return "did:key:" + libipld.encode_multibase("z", prefix + point)


def saved(tmp_path, raw):
    path = tmp_path / "repo.car"
    path.write_bytes(raw)
    return path


RECORDS = {
    POST: {"$type": "app.bsky.feed.post", "text": "halo", "createdAt": "2023-07-01T00:00:00.000Z"},
    "app.bsky.actor.profile/self": {
        "$type": "app.bsky.actor.profile",
        "displayName": "Contoh",
        "description": "hai",
    },
    "app.bsky.feed.like/3jzfcijpj2z2b": {
        "$type": "app.bsky.feed.like",
        "createdAt": "2023-07-01T00:00:00.000Z",
    },
}


def test_repository_gives_profile_and_posts(tmp_path):
    result = read(saved(tmp_path, repository(RECORDS)))
    assert (result.profile.id, result.profile.name, result.profile.bio) == ("did:plc:contoh", "Contoh", "hai")
    assert (result.post.id, result.post.text) == ("3jzfcijpj2z2a", "halo")
    assert result.post.url == "https://bsky.app/profile/did:plc:contoh/post/3jzfcijpj2z2a"
    assert result.reasons == []


CURVES = [(ec.SECP256R1(), b"\x80\x24"), (ec.SECP256K1(), b"\xe7\x01")]


@pytest.mark.parametrize(("curve", "prefix"), CURVES)
def test_signature_of_the_accounts_key_is_proof(tmp_path, curve, prefix):
    key = ec.generate_private_key(curve)
    path = saved(tmp_path, repository(RECORDS, key))
    assert read(path, key=did_key(key, prefix)).check("signature") == "ok"


@pytest.mark.parametrize(("curve", "prefix"), CURVES)
def test_signature_of_another_key_fails(tmp_path, curve, prefix):
    path = saved(tmp_path, repository(RECORDS, ec.generate_private_key(curve)))
    assert read(path, key=did_key(ec.generate_private_key(curve), prefix)).check("signature") == "failed"


@pytest.mark.parametrize("key", ["did:key:zzz", "", "did:key:z", "did:plc:abc", "\x00"])
def test_nonsense_as_key_fails(tmp_path, key):
    assert read(saved(tmp_path, repository(RECORDS)), key=key).check("signature") == "failed"


def test_signature_is_not_possible_without_key(tmp_path):
    assert read(saved(tmp_path, repository(RECORDS))).check("signature") == "not_possible"


def test_changed_record_is_not_given_out(tmp_path):
    result = read(saved(tmp_path, repository(RECORDS).replace(b"halo", b"hali")))
    assert (result.posts, result.check("signature")) == ([], "failed")


def test_missing_record_makes_it_partial(tmp_path):
    result = read(saved(tmp_path, repository(RECORDS, leave_out=[POST])))
    assert (result.posts, result.reasons) == ([], ["missing_records"])


def test_a_node_that_the_tree_does_not_lead_to_names_nothing(tmp_path):
    foreign = {POST[:-1] + "c": encode({"$type": "app.bsky.feed.post", "text": "bukan tulisannya"})}
    result = read(saved(tmp_path, repository(RECORDS, more=[node(foreign), *foreign.values()])))
    assert (result.texts, result.reasons) == (["halo"], [])


def test_a_node_may_stand_anywhere_and_twice(tmp_path):
    below = {POST[:-1] + "c": encode({"$type": "app.bsky.feed.post", "text": "lama"})}
    lower = node(below)
    raw = repository(RECORDS, left=cid(lower), more=[lower, *below.values(), lower, *below.values()])
    result = read(saved(tmp_path, raw))
    assert (sorted(result.texts), result.reasons) == (["halo", "lama"], [])


def test_a_missing_node_makes_it_partial(tmp_path):
    result = read(saved(tmp_path, repository(RECORDS, left=cid(b"nowhere"))))
    assert (result.texts, result.reasons) == (["halo"], ["slice"])


def test_a_tree_without_end_is_partial(tmp_path):
    chain = [node({})]
    for _ in range(200):
        chain.append(node({}, left=cid(chain[-1])))
    assert read(saved(tmp_path, repository(RECORDS, left=cid(chain[-1]), more=chain))).reasons == ["slice"]


def test_two_posts_of_the_same_content_are_two(tmp_path):
    result = read(saved(tmp_path, repository({**RECORDS, POST[:-1] + "c": RECORDS[POST]})))
    assert [post.id for post in result.posts] == ["3jzfcijpj2z2a", "3jzfcijpj2z2c"]


@pytest.mark.parametrize("key", ["self", "3jzfcijpj2z2A", "zzzzzzzzzzzzz", "a" * 300, "3jzfcijpj2z2aa", ""])
def test_keys_that_are_no_times_are_kept(tmp_path, key):
    result = read(saved(tmp_path, repository({"app.bsky.feed.post/" + key: RECORDS[POST]})))
    assert result.post.id == key


def test_keys_that_grow_beyond_all_bounds_are_left_out(tmp_path):
    raw = encode({"$type": "app.bsky.feed.post", "text": "halo"})
    rests = [POST.encode(), *[b"a" * 600] * 3]
    lengths = [0, *range(len(POST), len(POST) + 1800, 600)]
    entries = [{"p": p, "k": k, "v": cid(raw), "t": None} for p, k in zip(lengths, rests, strict=True)]
    tree = encode({"l": None, "e": entries})
    signed = encode({"did": "did:plc:contoh", "version": 3, "data": cid(tree), "sig": b"\x00" * 64})
    result = read(saved(tmp_path, car(signed, tree, raw, root=signed)))
    assert [len(post.id) for post in result.posts] == [13, 613]


def test_cut_off_repository_is_partial(tmp_path):
    result = read(saved(tmp_path, repository(RECORDS)[:-10]))
    assert "damaged" in result.reasons


def test_time_far_from_the_key_fails_the_check(tmp_path):
    late = {POST: {**RECORDS[POST], "createdAt": "2019-01-01T00:00:00Z"}}
    assert read(saved(tmp_path, repository(late))).check("clock") == "failed"


def test_account_of_a_test_network():
    result = read(reference(INDIGO + "fakermaker.repo.car"))
    assert result.account.counts == {"followers": 0, "following": 78, "post": 3, "problems": 0, "reply": 23}
    assert (result.account.id, result.check("clock")) == ("did:plc:dpg45vsnuir2vqqqadsn6afg", "ok")


def test_account_of_the_staging_network_without_what_older_trees_in_the_file_hold():
    result = read(reference(INDIGO + "paul_staging.repo.car"))
    assert result.account.counts == {"followers": 0, "following": 8, "post": 82, "problems": 0, "reply": 19}
    assert result.account.first == datetime(2022, 11, 11, 20, 57, 4, 320000, tzinfo=UTC)


def test_slice_is_partial():
    result = read(reference(INDIGO + "repo_slice.car"))
    assert (len(result.posts), result.reasons) == (1, ["slice", "missing_records"])


def test_small_repository_with_follows():
    result = read(reference("bluesky/snarfed+arroba/arroba/tests/snarfed2.car"))
    assert [type(followed) for followed in result.following] == [Following, Following]
    assert result.posts == []
