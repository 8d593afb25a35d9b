import datetime as dt

import pytest

from digitroops.links.redirect.source import Day
from digitroops.links.redirect.visitors import Hasher, Proxies, stray_day

DAY = Day(dt.date(2026, 11, 18), 1763398800.0, 1763485200.0, b"k" * 32)


def environ(remote, forwarded=None):
    return {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "client"),
    [
        ([], "203.0.113.7", "1.1.1.1", "203.0.113.7"),
        (["10.0.0.0/8"], "203.0.113.7", "1.1.1.1", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", "1.1.1.1, 203.0.113.7", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", "1.1.1.1,203.0.113.7,10.0.0.2", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", None, "10.0.0.1"),
        (["10.0.0.0/8"], "10.0.0.1", "10.9.9.9", "10.9.9.9"),
        (["10.0.0.0/8"], "10.0.0.1", " , ,", "10.0.0.1"),
        (["::1", "fd00::/8"], "::1", "2001:db8::7", "2001:db8::7"),
        (["10.0.0.1"], "10.0.0.1", "x" * 5000, "x" * 45),
    ],
)
def test_only_trusted_proxies_say_for_whom_they_ask(trusted, remote, forwarded, client):
    assert Proxies(trusted).client(environ(remote, forwarded)) == client


def test_visitors_are_told_apart_by_address_browser_and_day():
    today, tomorrow = Hasher(DAY), Hasher(Day(DAY.date, DAY.start, DAY.end, b"n" * 32))
    hashes = {
        today.visitor("203.0.113.7", "Chrome"),
        today.visitor("203.0.113.8", "Chrome"),
        today.visitor("203.0.113.7", "Safari"),
        tomorrow.visitor("203.0.113.7", "Chrome"),
    }
    assert len(hashes) == 4
    assert Hasher(DAY).visitor("203.0.113.7", "Chrome") in hashes


def test_a_phone_that_changes_the_last_half_of_its_address_stays_itself():
    hasher = Hasher(DAY)
    assert hasher.visitor("2001:db8:1:2:aaaa::1", "x") == hasher.visitor("2001:0db8:1:2:bbbb:1:2:3", "x")
    assert hasher.visitor("2001:db8:1:2::1", "x") != hasher.visitor("2001:db8:1:3::1", "x")
    assert hasher.visitor("::ffff:203.0.113.7", "x") == hasher.visitor("203.0.113.7", "x")


def test_neighbours_share_a_network():
    hasher = Hasher(DAY)
    assert hasher.network("203.0.113.7") == hasher.network("203.0.113.200") != hasher.network("203.0.114.7")
    assert hasher.network("2001:db8:1::1") == hasher.network("2001:db8:1:ffff::1")


@pytest.mark.parametrize("address", ["", "unknown", "[::1]", "fe80::1%eth0", "\udcff"])
def test_strange_addresses_are_hashed_too(address):
    assert len(Hasher(DAY).visitor(address, "x")) == 32
    assert len(Hasher(DAY).network(address)) == 16


def test_a_day_without_a_key_gets_one_of_its_own():
    later = stray_day(DAY, DAY.end + 100_000)
    assert later.start <= DAY.end + 100_000 < later.end
    assert later.key != DAY.key
