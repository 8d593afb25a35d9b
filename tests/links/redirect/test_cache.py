import tracemalloc

import pytest

from digitroops.links.redirect.cache import Busy, LinkCache, Target


class Links:
    """A database that notes what it is asked for."""

    def __init__(self, codes=()):
        self.codes, self.asked = set(codes), []

    def __call__(self, code):
        self.asked.append(code)
        return Target(len(self.asked), [("Location", code)]) if code in self.codes else None


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def make(codes, clock, **options):
    links = Links(codes)
    return links, LinkCache(links, clock=clock, **options)


def test_a_link_is_read_once(clock):
    links, cache = make(["abc"], clock)
    assert [cache.find("abc").id for _ in range(5)] == [1] * 5
    assert links.asked == ["abc"]


def test_the_cache_stays_within_its_bound_and_keeps_what_is_used(clock):
    links, cache = make([f"c{n}" for n in range(1000)], clock, links=100, misses=10**9, misses_of_one=10**9)
    for number in range(1000):
        cache.find(f"c{number}")
        cache.find("c0")
    assert len(cache) <= 100
    assert links.asked.count("c0") == 1


def test_unknown_codes_are_remembered_for_a_moment(clock):
    links, cache = make([], clock)
    for _ in range(3):
        assert cache.find("none") is None
    assert links.asked == ["none"]
    clock.now += 2.5
    cache.find("other")
    clock.now += 2.5
    links.codes.add("none")
    assert cache.find("none") is not None


def test_a_million_unknown_codes_push_no_link_out_and_take_no_memory(clock):
    links, cache = make(["abc"], clock, unknown=2000)
    cache.find("abc")
    tracemalloc.start()
    refused = 0
    for number in range(1_000_000):
        if number % 1000 == 0:
            clock.now += 0.01
        try:
            assert cache.find(f"x{number:x}", "203.0.113") is None
        except Busy:
            refused += 1
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert cache.unknown <= 2000
    assert held < 1_000_000
    assert cache.find("abc").id == 1
    assert links.asked.count("abc") == 1
    assert len(links.asked) + refused == 1_000_001
    assert len(links.asked) <= 11 * 200 + 1


def test_misses_are_shared_fairly(clock):
    _links, cache = make(["abc"], clock, misses_of_one=10)
    for number in range(10):
        cache.find(f"x{number}", "203.0.113")
    with pytest.raises(Busy):
        cache.find("x11", "203.0.113")
    assert cache.find("abc", "198.51.100").id == 11
    clock.now += 1
    assert cache.find("x11", "203.0.113") is None


def test_a_change_is_read_again(clock):
    links, cache = make(["abc"], clock)
    cache.find("abc")
    cache.forget(["abc", "never-seen"])
    assert cache.find("abc").id == 2
    assert links.asked == ["abc", "abc"]


def test_a_link_that_changes_while_it_is_read_is_not_kept(clock):
    cache = LinkCache(lambda code: cache.forget([code]) or Target(1, []), clock=clock)
    cache.find("abc")
    assert len(cache) == 0


def test_replace_touches_only_what_is_known(clock):
    _links, cache = make(["abc"], clock)
    cache.find("abc")
    cache.replace({"abc": Target(9, []), "other": Target(8, [])})
    assert cache.find("abc").id == 9
    assert cache.codes() == ["abc"]
