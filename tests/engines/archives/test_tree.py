"""The tree of a repository in few bytes a record."""

import tracemalloc

import pytest

from digitroops.engines.archives.tree import COUNTED, Names, Tree, key_of, number_of

POSTS = "app.bsky.feed.post/"


@pytest.mark.parametrize("key", ["2222222222222", "3jzfcijpj2z2a", "zzzzzzzzzzzzz"])
def test_keys_are_numbers(key):
    assert key_of(number_of(key)) == key


@pytest.mark.parametrize(
    "key", ["", "self", "3JZFCIJPJ2Z2A", "3jzfcijpj2z2a2", "3jzfcijpj2z2\n", "0123456789012"]
)
def test_other_keys_are_none(key):
    assert number_of(key) is None


@pytest.mark.parametrize(
    "name", [POSTS + "3jzfcijpj2z2a", POSTS + key_of(COUNTED), POSTS, "app/self", "é" * 500]
)
def test_names_come_back(name):
    names = Names((POSTS,))
    assert [names.get(names.put(one)) for one in ("before", name, "behind")] == ["before", name, "behind"]


def test_a_record_needs_few_bytes():
    tracemalloc.start()
    tree = Tree(Names((POSTS,)))
    tree.node(b"top")
    for number in range(100_000):
        tree.record(number.to_bytes(36), POSTS + key_of(number << 10))
    tree.settle(b"top")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most / 100_000 < 40
    assert list(tree.take((77).to_bytes(36))) == [POSTS + key_of(77 << 10)]
    assert (list(tree.take((77).to_bytes(36))), tree.left) == ([], 99_999)
