"""Follower keys as compact sets: storage, union and overlap against Python's own sets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitroops.engines.audience import Audience, AudienceError, keys_of, overlap_matrix, union_size

NAMES = st.sets(st.sampled_from([f"orang_{n}" for n in range(60)]))


def test_keys_of_counts_repetitions_once():
    assert len(keys_of("x", ["1", "2", "1"])) == 2


def test_keys_of_ignores_case_and_at_sign():
    assert keys_of("instagram", ["@Budi"]) == keys_of("instagram", ["budi"])


def test_keys_of_keeps_platforms_apart():
    assert union_size([keys_of("x", ["1"]), keys_of("tiktok", ["1"])]) == 2


def test_keys_of_differs_by_secret():
    assert keys_of("x", ["1"], secret=b"a") != keys_of("x", ["1"], secret=b"b")


def test_keys_of_is_the_same_in_every_process():
    assert keys_of("x", ["12"]).keys.tolist() == [2173508047443190016]


def test_bytes_give_the_same_audience_back():
    audience = keys_of("x", map(str, range(1000)))
    assert Audience.from_bytes(audience.to_bytes()) == audience


def test_bytes_need_eight_a_follower():
    assert len(keys_of("x", map(str, range(1000))).to_bytes()) == 16 + 8 * 1000


@pytest.mark.parametrize("harm", [b"", b"DTAU", b"x" * 24, keys_of("x", ["1", "2"]).to_bytes()[:-1]])
def test_from_bytes_refuses_what_is_no_audience(harm):
    with pytest.raises(AudienceError):
        Audience.from_bytes(harm)


def test_from_bytes_refuses_unsorted_numbers():
    stored = keys_of("x", ["1", "2"]).to_bytes()
    with pytest.raises(AudienceError):
        Audience.from_bytes(stored[:16] + stored[24:] + stored[16:24])


@settings(deadline=None)
@given(st.lists(NAMES, max_size=6))
def test_union_equals_that_of_sets(groups):
    assert union_size([keys_of("x", group) for group in groups]) == len(set().union(*groups))


@settings(deadline=None)
@given(st.lists(NAMES, max_size=6))
def test_overlap_equals_that_of_sets(groups):
    expected = [[len(one & other) for other in groups] for one in groups]
    assert overlap_matrix([keys_of("x", group) for group in groups]).tolist() == expected


def test_overlap_works_beyond_the_spare_bits():
    groups = [{f"k{n}" for n in range(40) if n % (at + 2) == 0} for at in range(150)]
    expected = [[len(one & other) for other in groups] for one in groups]
    assert overlap_matrix([keys_of("x", group) for group in groups]).tolist() == expected


def test_overlap_works_across_many_buckets():
    first, second = keys_of("x", map(str, range(200_000))), keys_of("x", map(str, range(150_000, 350_000)))
    assert overlap_matrix([first, second]).tolist() == [[200_000, 50_000], [50_000, 200_000]]
    assert union_size([first, second]) == 350_000


def test_empty_audiences_have_no_overlap():
    assert union_size([]) == 0
    assert overlap_matrix([keys_of("x", [])]).tolist() == [[0]]
    assert overlap_matrix([]).shape == np.zeros((0, 0)).shape
