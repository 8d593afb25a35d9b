"""One JSON document from a public address, within bounds of size and time."""

import http.client
import json
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from digitroops.engines.pinned import Pinned, allowed

_MOST_BYTES = 4_000_000
_BUSY = {429, 503}


class NotRead(Exception):
    """Why nothing was read: `address`, `forbidden`, `unreachable`, `late`, `missing`, `busy`, `refused`, `unclear`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class Net:
    """How far a reader may go: seconds a call, and hosts (`host:port`) inside the company, also over http."""

    seconds: float = 10.0
    inside: frozenset[str] = field(default_factory=frozenset)

    def get(self, base: str, path: str, query: Mapping[str, str | int] | None = None) -> Any:
        """Fetch `base + path` and return the JSON. Redirects are not followed. Raises NotRead."""
        parts = urlsplit(base)
        secure = parts.scheme == "https"
        try:
            port = parts.port or (443 if secure else 80)
        except ValueError as error:
            raise NotRead("address") from error
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise NotRead("address")
        named = f"{parts.hostname}:{port}" in self.inside
        if not secure and not named:
            raise NotRead("address")
        link = Pinned(
            parts.hostname, port, _place(parts.hostname, port, named), secure=secure, seconds=self.seconds
        )
        asked = parts.path.rstrip("/") + path + (f"?{urlencode(query)}" if query else "")
        return _parsed(_read(link, asked, self.seconds))


def _place(host: str, port: int, named: bool) -> str:  # noqa: FBT001 - private, and read beside its name
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (ValueError, UnicodeError) as error:
        raise NotRead("address") from error
    except OSError as error:
        raise NotRead("unreachable", str(error)[:200]) from error
    addresses = [str(item[4][0]) for item in found]
    if not all(allowed(address, private=named) for address in addresses):
        raise NotRead("forbidden", addresses[0])
    return addresses[0]


def _read(link: Pinned, asked: str, seconds: float) -> bytes:
    over = threading.Event()
    timer = threading.Timer(seconds, _cut, (link, over))
    timer.start()
    try:
        link.request("GET", asked, headers={"Accept": "application/json", "User-Agent": "Digitroops"})
        with link.getresponse() as answer:
            status, read = answer.status, answer.read(_MOST_BYTES + 1)
    except TimeoutError as error:
        raise NotRead("late") from error
    except (OSError, http.client.HTTPException) as error:
        raise NotRead("late" if over.is_set() else "unreachable", str(error)[:200]) from error
    finally:
        timer.cancel()
        link.close()
    if over.is_set():
        raise NotRead("late")
    if status != http.client.OK or len(read) > _MOST_BYTES:
        raise NotRead(_reason(status), str(status))
    return read


def _reason(status: int) -> str:
    if status in _BUSY:
        return "busy"
    return "missing" if status in (400, 404, 410) else "refused"


def _cut(link: Pinned, over: threading.Event) -> None:
    over.set()
    try:
        link.cut()
    except OSError:
        return


def _parsed(read: bytes) -> Any:
    try:
        return json.loads(read)
    except (ValueError, RecursionError) as error:
        raise NotRead("unclear") from error


def text_of(record: Any, name: str) -> str:
    """A text of a JSON object, empty where it is none."""
    found = record.get(name) if isinstance(record, dict) else None
    return found if isinstance(found, str) else ""
