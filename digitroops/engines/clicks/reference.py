"""References of single clicks: what a link adds to the page's address so that a goal reached there finds its click.

A reference names the link and the minute and carries eight signs of chance and a seal. It holds nothing about the
person; without the installation's key nobody can make one that is believed, and none needs to be stored.
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass

SEAL = 8
CHANCE = 5
_LINK, _MINUTE = 6, 4
_BODY = _LINK + _MINUTE + CHANCE
#: Signs of a reference: what stands behind `?dt=`.
LENGTH = 31
_ZONE = dt.UTC


@dataclass(frozen=True, slots=True)
class Reference:
    """The link that was followed and the minute (UTC) in which it was."""

    link: int
    at: dt.datetime


def make_reference(*, link: int, seconds: float, chance: bytes, key: bytes) -> str:
    """The reference of one click: `seconds` since 1970, `chance` five random bytes, `key` at most 64 bytes."""
    minute = int(seconds // 60)
    body = link.to_bytes(_LINK, "big") + minute.to_bytes(_MINUTE, "big") + chance
    return base64.urlsafe_b64encode(body + _seal(body, key)).rstrip(b"=").decode("ascii")


def read_reference(text: str, key: bytes) -> Reference | None:
    """What a reference says; None for one that this installation did not make."""
    try:
        raw = base64.b64decode(f"{text}=", altchars=b"-_", validate=True) if len(text) == LENGTH else b""
    except (binascii.Error, ValueError):
        return None
    body, seal = raw[:_BODY], raw[_BODY:]
    if not raw or not hmac.compare_digest(seal, _seal(body, key)):
        return None
    minute = int.from_bytes(body[_LINK : _LINK + _MINUTE], "big")
    at = dt.datetime.fromtimestamp(minute * 60, tz=_ZONE)
    return Reference(link=int.from_bytes(body[:_LINK], "big"), at=at)


def _seal(body: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(body, key=key, digest_size=SEAL, person=b"digitroops-click").digest()
