"""Country and city of an arrival, and whether it came from a data centre, from files the company supplies.

The files are in MaxMind's format (GeoLite2-City, GeoLite2-ASN or another maker's); none is shipped. They are asked
where the address is known, in the redirecting process, and the address goes no further.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import maxminddb

Where = tuple[str, str, str]
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
    if not readers:
        return None

    def locate(address: str) -> Where:
        country = city = hosting = ""
        for reader in readers:
            found = _look_up(reader, address)
            country = country or _country(found)
            city = city or _city(found)
            hosting = hosting or ("1" if found.get("autonomous_system_number") in HOSTING else "")
        return country, city, hosting

    return locate


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


def _look_up(reader: maxminddb.Reader, address: str) -> dict[str, Any]:
    try:
        found = reader.get(address)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _country(found: dict[str, Any]) -> str:
    part = found.get("country") or found.get("registered_country") or {}
    return str(part.get("iso_code", ""))[:2] if isinstance(part, dict) else ""


def _city(found: dict[str, Any]) -> str:
    part = found.get("city") or {}
    names = part.get("names", {}) if isinstance(part, dict) else {}
    return str(names.get("en", ""))[:80]
