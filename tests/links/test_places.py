from pathlib import Path

import maxminddb
import pytest

from digitroops.links.places import Places, open_places, what_is_wrong
from tests.links.mmdb import Long, write_mmdb

BANDUNG = {"country": {"iso_code": "ID"}, "city": {"names": {"en": "Bandung"}}}


@pytest.fixture
def files(tmp_path):
    city = write_mmdb(tmp_path / "city.mmdb", "GeoLite2-City", {"203.0.113.0/24": BANDUNG})
    networks = {
        "198.51.100.0/24": {"autonomous_system_number": Long(14061)},
        "203.0.113.0/24": {"autonomous_system_number": Long(7713)},
    }
    asn = write_mmdb(tmp_path / "asn.mmdb", "GeoLite2-ASN", networks)
    return [str(city), str(asn)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("203.0.113.7", ("ID", "Bandung", "")),
        ("198.51.100.9", ("", "", "1")),
        ("192.0.2.1", ("", "", "")),
        ("2001:db8::1", ("", "", "")),
        ("no address", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_open_places_tells_country_city_and_data_centre(files, address, expected):
    assert open_places(files)(address) == expected


def test_without_files_nothing_is_looked_up(tmp_path):
    assert open_places([]) is None
    assert open_places([str(tmp_path / "absent.mmdb")]) is None


def test_what_is_wrong_says_why(tmp_path, files):
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"not a database")
    other = write_mmdb(tmp_path / "other.mmdb", "GeoIP2-Domain", {"203.0.113.0/24": {"domain": "n.example"}})
    said = [what_is_wrong(str(path)) for path in (files[0], tmp_path / "absent.mmdb", broken, other)]
    assert said[0] == ""
    assert [words[:15] for words in said[1:]] == ["the file is not", "it cannot be re", "it is of the ki"]


def test_what_holds_for_a_part_of_a_network_is_told_of_that_part_only(tmp_path):
    cities = {
        f"203.0.113.{start}/26": {"city": {"names": {"en": name}}}
        for start, name in ((0, "Bandung"), (64, "Garut"))
    }
    places = open_places([str(write_mmdb(tmp_path / "city.mmdb", "GeoLite2-City", cities))])
    asked = [f"203.0.113.{last}" for last in (1, 65, 2, 200, 66)]
    assert [places(address)[1] for address in asked] == ["Bandung", "Garut", "Bandung", "", "Garut"]


def test_a_network_is_read_once_and_memory_is_bounded(files):
    asked = []

    class Noting:
        def __init__(self, reader):
            self.reader = reader

        def get_with_prefix_len(self, address):
            asked.append(address)
            return self.reader.get_with_prefix_len(address)

    places = Places([Noting(maxminddb.open_database(files[0]))], most=10)
    assert {places.locate(f"203.0.113.{last}") for last in range(250)} == {("ID", "Bandung", "")}
    assert asked == ["203.0.113.0"]
    for third in range(100):
        places.locate(f"198.51.{third}.1")
    assert len(places._known) <= 10


def test_a_spoilt_file_stops_no_redirect(tmp_path, files):
    raw = bytearray(Path(files[0]).read_bytes())
    spot = raw.index(b"Bandung") - 1
    raw[spot : spot + 1] = b"\x00"
    spoilt = tmp_path / "spoilt.mmdb"
    spoilt.write_bytes(raw)
    assert open_places([str(spoilt), files[1]])("203.0.113.7") == ("", "", "")
