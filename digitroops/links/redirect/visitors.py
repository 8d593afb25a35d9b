"""Telling visitors of one day apart without keeping who they are.

The visitor's address is used here for a moment, under the key of the day, which is thrown away; neither the
spool nor the database ever holds it.
"""

import ipaddress
import secrets
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from digitroops.links.redirect.source import Day

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MOST_NETWORKS = 65_536
MOST_PROXIES = 1024


class Proxies:
    """Which machines may say for whom they ask: only those the settings name."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._networks: list[Network] = [ipaddress.ip_network(text, strict=False) for text in trusted]
        self._known: dict[str, bool] = {}

    def client(self, environ: Mapping[str, str]) -> str:
        """The visitor's address: the last one in X-Forwarded-For that is no proxy of ours."""
        address = environ.get("REMOTE_ADDR", "")
        if not self._networks or not self._trusts(address):
            return address
        for hop in reversed(environ.get("HTTP_X_FORWARDED_FOR", "")[-1000:].split(",")):
            text = hop.strip()
            if not text:
                continue
            if not self._trusts(text):
                return text[:45]
            address = text
        return address

    def _trusts(self, text: str) -> bool:
        known = self._known.get(text)
        if known is None:
            known = self._is_trusted(text)
            if len(self._known) >= MOST_PROXIES:
                self._known.clear()
            self._known[text] = known
        return known

    def _is_trusted(self, text: str) -> bool:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        return any(address in network for network in self._networks)


class Hasher:
    """Hashes visitors and their networks under the key of one day."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self._networks: dict[str, str] = {}

    def visitor(self, address: str, agent: str) -> str:
        """The same for the same address and browser on one day, on all machines."""
        text = f"{home_of(address)}\n{agent}".encode("utf-8", "replace")
        return blake2b(text, key=self.day.key, digest_size=16).hexdigest()

    def network(self, address: str) -> str:
        """The same for neighbours: 256 addresses of version 4, a /48 of version 6."""
        prefix = prefix_of(address)
        found = self._networks.get(prefix)
        if found is None:
            found = blake2b(prefix.encode("utf-8", "replace"), key=self.day.key, digest_size=8).hexdigest()
            if len(self._networks) >= MOST_NETWORKS:
                self._networks.clear()
            self._networks[prefix] = found
        return found


def home_of(address: str) -> str:
    """An address of version 6 without its last half, which phones change by the hour."""
    return address if ":" not in address else ":".join(_groups(address)[:4])


def prefix_of(address: str) -> str:
    return address.rpartition(".")[0] if ":" not in address else ":".join(_groups(address)[:3])


def _groups(address: str) -> list[str]:
    try:
        parsed = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return [address]
    mapped = parsed.ipv4_mapped
    return [str(mapped)] if mapped else parsed.exploded.split(":")


def stray_day(day: Day, moment: float) -> Day:
    """A day for a process whose database has been away over midnight, with a key of its own.

    Visitors are told apart by this process alone then; better than yesterday's key, which should be gone.
    """
    length = 86_400.0
    start = day.start + (moment - day.start) // length * length
    return Day(day.date, start, start + length, secrets.token_bytes(32))
