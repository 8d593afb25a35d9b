"""Country and city of an arrival, and whether it came from a data centre, from files the company supplies.

The files are in MaxMind's format (GeoLite2-City, GeoLite2-ASN or another maker's); none is shipped. They are asked
where the address is known, in the redirecting process, and the address goes no further.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import maxminddb

from digitroops.links.redirect.visitors import prefix_of

Where = tuple[str, str, str]
#: As many bits as an address has, or more: what is said holds for no other.
WHOLE = 128
#: Numbers of networks that only hold servers: nobody reads the news there. Networks of VPN makers and of mail and web
#: filters that people sit behind are left out on purpose.
HOSTING = frozenset(
    {
        16509, 14618, 8987,  # Amazon
        396982, 15169, 19527,  # Google
        8075, 8068, 8069,  # Microsoft
        31898, 36351,  # Oracle, IBM
        45102, 37963, 45090, 132203, 136907, 55990,  # Alibaba, Tencent, Huawei
        14061, 20473, 63949, 24940, 16276, 51167, 12876, 60781, 28753, 62567, 197540, 36352, 46606, 26496,
        135377, 9009, 212238, 53667, 40021, 202425,
        55688, 136052, 131775, 45287, 46042,  # Indonesian hosting companies
    }
)  # fmt: skip


def open_places(paths: Sequence[str]) -> Callable[[str], Where] | None:
    """Something that tells country, city and `1` for a data centre of an address; None without any file.

    A file that cannot be read is left out: the redirect must go on, and `digitroops doctor` tells of it.
    """
    readers = [reader for path in paths if (reader := _reader(path))]
    return Places(readers).locate if readers else None


class Places:
    """Asks the files and remembers what holds for a whole network of 256 addresses (version 6: a /48).

    Reading an entry of a city file takes as long as all the rest of a redirect, and phones share few networks.
    """

    def __init__(self, readers: Sequence[maxminddb.Reader], *, most: int = 50_000) -> None:
        self._readers, self._most = readers, most
        self._known: dict[str, Where] = {}

    def locate(self, address: str) -> Where:
        """Country, city and `1` for a data centre; empty where the files know nothing."""
        network = prefix_of(address)
        found = self._known.get(network)
        if found is None:
            found, is_shared = self._ask(address)
            if is_shared:
                if len(self._known) >= self._most:
                    self._known.clear()
                self._known[network] = found
        return found

    def _ask(self, address: str) -> tuple[Where, bool]:
        """What the files say, and whether they say it of the whole network."""
        country = city = hosting = ""
        bits = 48 if ":" in address else 24
        is_shared = True
        for reader in self._readers:
            found, length = _look_up(reader, address)
            is_shared = is_shared and length <= bits
            country = country or _country(found)
            city = city or _city(found)
            hosting = hosting or ("1" if found.get("autonomous_system_number") in HOSTING else "")
        return (country, city, hosting), is_shared


def what_is_wrong(path: str) -> str:
    """Why a file cannot be used; nothing when it can."""
    if not Path(path).is_file():
        return "the file is not there"
    try:
        with maxminddb.open_database(path) as reader:
            kind = reader.metadata().database_type
    except (OSError, ValueError, maxminddb.InvalidDatabaseError) as error:
        return f"it cannot be read ({error})"
    known = any(word in kind.lower() for word in ("city", "country", "asn", "isp"))
    return "" if known else f"it is of the kind {kind}, not City, Country or ASN"


def _reader(path: str) -> maxminddb.Reader | None:
    return None if what_is_wrong(path) else maxminddb.open_database(path)


def _look_up(reader: maxminddb.Reader, address: str) -> tuple[dict[str, Any], int]:
    """The entry of an address and how many bits of it the entry goes by; what is spoilt in a file is nothing."""
    try:
        found, length = reader.get_with_prefix_len(address)
    except (ValueError, maxminddb.InvalidDatabaseError):
        return {}, WHOLE
    return (found if isinstance(found, dict) else {}), length


def _country(found: dict[str, Any]) -> str:
    part = found.get("country") or found.get("registered_country") or {}
    return str(part.get("iso_code", ""))[:2] if isinstance(part, dict) else ""


def _city(found: dict[str, Any]) -> str:
    part = found.get("city") or {}
    names = part.get("names", {}) if isinstance(part, dict) else {}
    return str(names.get("en", ""))[:80]
