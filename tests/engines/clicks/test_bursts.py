import random

from digitroops.engines.clicks import Hit, bursts_in


def hits(pairs, visitor="v", start=0):
    return [Hit(start + key, visitor, at, link) for key, (at, link) in enumerate(pairs)]


def test_bursts_in_finds_one_visitor_at_many_links():
    found = bursts_in(hits([(n * 0.5, n) for n in range(9)]))
    assert found == dict.fromkeys(range(9), "links-8")


def test_bursts_in_finds_one_visitor_at_one_link_too_often():
    found = bursts_in(hits([(n * 0.2, 1) for n in range(41)]))
    assert set(found.values()) == {"hits-40"}
    assert len(found) == 41


def test_bursts_in_leaves_the_slow_and_the_many_alone():
    slow = hits([(n * 5.0, n) for n in range(30)])
    many = [Hit(100 + n, f"v{n}", 0.0, n) for n in range(30)]
    nameless = hits([(0.0, n) for n in range(30)], visitor="", start=200)
    assert bursts_in(slow + many + nameless) == {}


def test_bursts_in_takes_hits_in_any_order_and_ends_with_the_window():
    early = hits([(n * 0.5, n) for n in range(9)])
    late = hits([(60.0, 1)], start=50)
    shuffled = early + late
    random.Random(3).shuffle(shuffled)
    assert set(bursts_in(shuffled)) == set(range(9))
