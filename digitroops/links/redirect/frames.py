r"""The format of spool files: frames with version, length and checksum, found again after any damage.

    frame   = "\xd1CK" version(1) length(4, little endian) crc32(4) payload
    payload = fields in UTF-8, parted by the unit separator

The first frame of a file is its head (node, uid, time). Versions add fields at the end only: a reader fills
what an older writer did not know and leaves what a newer one adds.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MARK = b"\xd1CK"
HEAD, CLICK = 1, 2
KNOWN = (HEAD, CLICK)
FRAME = struct.Struct("<4sII")
SEPARATOR = "\x1f"
#: No frame is longer; a larger length is damage.
MAX_PAYLOAD = 16_384

_MARKS = {kind: MARK + bytes([kind]) for kind in KNOWN}
_CLICK = _MARKS[CLICK]


class Raw(NamedTuple):
    """One arrival as the redirecting process wrote it. The visitor's address is not among it."""

    sequence: int
    at: float
    link: int
    method: str = "GET"
    agent: str = ""
    referrer: str = ""
    languages: str = ""
    purpose: str = ""
    fetch: str = ""
    via: str = ""
    own: str = ""
    visitor: str = ""
    network: str = ""
    country: str = ""
    city: str = ""
    hosting: str = ""


NUMBER = len(Raw._fields)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sound frame: what it holds and where it ends in the bytes that were read."""

    kind: int
    fields: list[str]
    end: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of bytes that holds no sound frame."""

    start: int
    end: int


def click_frame(payload: str) -> bytes:
    """The frame of a click whose fields are joined already."""
    raw = payload.encode("utf-8", "replace")
    return FRAME.pack(_CLICK, len(raw), zlib.crc32(raw)) + raw


def head_frame(*, uid: str, node: str, opened: float) -> bytes:
    raw = SEPARATOR.join((uid, node, f"{opened:.3f}")).encode("utf-8", "replace")
    return FRAME.pack(_MARKS[HEAD], len(raw), zlib.crc32(raw)) + raw


def read_frames(data: bytes, *, final: bool) -> Iterator[Frame | Damage]:
    """Every sound frame and every damaged stretch of the bytes, in order.

    An unfinished frame at the end is left alone, for it may still be growing; with `final` it is damage.
    """
    place, end = 0, len(data)
    while place < end:
        frame = _frame_at(data, place)
        if frame is not None:
            yield frame
            place = frame.end
            continue
        following = _next_sound(data, place + 1)
        if following < 0:
            rest = _rest_from(data, place)
            if final:
                yield Damage(place, end)
            elif rest > place:
                yield Damage(place, rest)
            return
        yield Damage(place, following)
        place = following


def read_click(texts: list[str]) -> Raw | None:
    """The click of a frame's fields; None when they are not one, however sound the frame."""
    try:
        sequence, at, link = int(texts[0]), float(texts[1]), int(texts[2])
    except (ValueError, IndexError):
        return None
    if not (0 <= sequence < 1 << 22 and 0 < link < 1 << 62 and 0 < at < 1e11):
        return None
    return Raw(sequence, at, link, *(texts[3:NUMBER]))


def _frame_at(data: bytes, place: int) -> Frame | None:
    start = place + FRAME.size
    if data[place : place + 3] != MARK or len(data) < start:
        return None
    mark, length, crc = FRAME.unpack_from(data, place)
    end = start + length
    if length > MAX_PAYLOAD or end > len(data):
        return None
    payload = data[start:end]
    if mark[3] not in KNOWN or zlib.crc32(payload) != crc:
        return None
    return Frame(mark[3], payload.decode("utf-8", "replace").split(SEPARATOR), end)


def _next_sound(data: bytes, place: int) -> int:
    while (place := data.find(MARK, place)) >= 0:
        if _frame_at(data, place) is not None:
            return place
        place += 1
    return -1


def _rest_from(data: bytes, place: int) -> int:
    """Where the last stretch begins that may still become a frame; the end when there is none."""
    end = len(data)
    start = max(place, end - MAX_PAYLOAD - FRAME.size)
    while (start := data.find(MARK, start)) >= 0:
        if end - start < FRAME.size:
            return start
        mark, length, _crc = FRAME.unpack_from(data, start)
        if mark[3] in KNOWN and length <= MAX_PAYLOAD and start + FRAME.size + length > end:
            return start
        start += 1
    tail = data[max(place, end - 2) :]
    return end - next((size for size in (2, 1) if MARK[:size] == tail[-size:]), 0)
