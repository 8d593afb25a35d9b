"""JSON of any size, read in constant memory: the wanted parts are cut out of the stream, undecoded.

The structure (strings, brackets, commas) is found for a whole chunk at a time with numpy; Python steps only
through the few tokens at the depth it walks. What is not asked for is passed over without being decoded.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.archives.containers import Damaged
from digitroops.engines.archives.text import clean

QUOTE, OPEN, CLOSE, COMMA, COLON, SLASH = 1, 2, 3, 4, 5, 6
CODES = {b'"': QUOTE, b"{[": OPEN, b"}]": CLOSE, b",": COMMA, b":": COLON, b"\\": SLASH}
TABLE = bytes(next((code for some, code in CODES.items() if byte in some), 0) for byte in range(256))
SPACE, END = b" \t\r\n", ord("]")
NAME = re.compile(rb'\s*"((?:[^"\\]|\\.)*)"\s*', re.DOTALL)
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
WALKED = 2_000_000
DEPTH = 32

SNIFFED = 4096
PRETTY = re.compile(rb"\s*\[(?:\r?\n([ \t]+)|( ))({)")
BETWEEN = (b"\n%(indent)b},\n%(indent)b{", b"\n}, {")

Path = tuple[str, ...]
Ints = NDArray[np.int64]


class Want(Enum):
    """What to do with the value at a path."""

    SKIP = "skip"
    ENTER = "enter"
    ITEMS = "items"
    WHOLE = "whole"


Plan = Callable[[Path, bool], Want]
"""Decides on the value at a path; the flag says whether it is an array, whose elements are called `[]`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A wanted part: a whole value, or a list of some items of an array. `raw` is `None` if too long."""

    path: Path
    raw: bytes | memoryview | None


@dataclass(slots=True)
class Structure:
    """The structural tokens of one chunk: place, code and the depth of the container they belong to."""

    place: Ints
    code: NDArray[np.uint8]
    level: Ints
    found: dict[tuple[int, int], Ints] = field(default_factory=dict)

    def of(self, code: int, level: int) -> Ints:
        """Indices of the tokens of one code at one level."""
        key = (code, level)
        if key not in self.found:
            self.found[key] = np.flatnonzero((self.code == code) & (self.level == level))
        return self.found[key]

    def next(self, code: int, level: int, start: int) -> int:
        """The first such token from `start` on, or the number of tokens."""
        indices = self.of(code, level)
        at = int(np.searchsorted(indices, start))
        return int(indices[at]) if at < len(indices) else len(self.place)


@dataclass(slots=True)
class Scanner:
    """Finds the structure of consecutive chunks; strings, escapes and depth carry over."""

    offset: int = 0
    inside: int = 0
    escaped: int = 0
    depth: int = 0

    def scan(self, chunk: bytes) -> Structure:
        """The structural tokens of the next chunk, at absolute places."""
        codes = np.frombuffer(chunk.translate(TABLE), dtype=np.uint8)
        place = np.flatnonzero(codes)
        code = codes[place]
        slash = code == SLASH
        if self.escaped or slash.any():
            quoted = self.quoted(place, code, slash, len(chunk))
            place, code = place[~(slash | quoted)], code[~(slash | quoted)]
        quote = code == QUOTE
        within = (np.cumsum(quote) + self.inside) & 1
        if len(within):
            self.inside = int(within[-1])
        token = ~quote & (within == 0)
        place, code = place[token] + self.offset, code[token]
        step = (code == OPEN).astype(np.int64) - (code == CLOSE)
        level = np.cumsum(step) + self.depth
        if len(level):
            self.depth = int(level[-1])
        level -= code == OPEN
        self.offset += len(chunk)
        return Structure(place, code, level)

    def quoted(
        self, place: Ints, code: NDArray[np.uint8], slash: NDArray[np.bool_], size: int
    ) -> NDArray[np.bool_]:
        """Which tokens are quotes behind an odd number of backslashes."""
        at = place[slash]
        first = np.ones(len(at), dtype=bool)
        first[1:] = at[1:] != at[:-1] + 1
        start = at[np.maximum.accumulate(np.where(first, np.arange(len(at)), 0))]
        odd = ((at - start + 1 + np.where(start == 0, self.escaped, 0)) & 1).astype(bool)
        active = at[odd]
        result: NDArray[np.bool_] = (code == QUOTE) & np.isin(place - 1, active, assume_unique=True)
        if self.escaped and len(place) and place[0] == 0 and code[0] == QUOTE:
            result[0] = True
        if len(at) and at[-1] == size - 1:
            self.escaped = int(odd[-1])
        elif size:
            self.escaped = 0
        return result


@dataclass(slots=True)
class Cutter:
    """Cuts wanted pieces out of a stream of chunks. `longest` bounds a single record."""

    plan: Plan
    longest: int
    scanner: Scanner = field(default_factory=Scanner)
    buffer: bytearray = field(default_factory=bytearray)
    base: int = 0
    start: int = 0
    mode: Want = Want.ENTER
    overlong: bool = False
    frames: list[str | None] = field(default_factory=list)
    key: str | None = None
    walked: int = 0
    done: bool = False

    def push(self, chunk: bytes) -> Iterator[Piece]:
        """Take the next chunk; give the pieces that it completes."""
        structure = self.scanner.scan(chunk)
        self.buffer += chunk
        index, count = 0, len(structure.place)
        while index < count and not self.done:
            if self.mode is Want.ENTER:
                index = yield from self.walk(structure, index)
            elif self.mode is Want.ITEMS:
                index = yield from self.items(structure, index)
            else:
                index = yield from self.whole(structure, index)
        self.trim()

    @property
    def level(self) -> int:
        """The depth of the container that is being walked."""
        return len(self.frames)

    def path(self) -> Path:
        """The keys that lead to the value at hand."""
        keys = [key for key in self.frames[1:] if key is not None]
        return (*keys, self.key or "[]") if self.frames else ()

    def text(self, start: int, end: int) -> bytes:
        return bytes(memoryview(self.buffer)[start - self.base : end - self.base])

    def walk(self, structure: Structure, index: int) -> Generator[Piece, None, int]:
        """Handle one token of the container that is being walked."""
        place, code = int(structure.place[index]), int(structure.code[index])
        self.walked += 1
        if self.walked > WALKED or self.level > DEPTH:
            raise Damaged("its structure is not that of an export")
        if code == COLON:
            self.key = decoded(self.text(self.start, place))
        elif code == OPEN:
            self.enter(place)
            return index + 1
        else:
            yield from self.scalar(self.start, place)
            self.key = None
            if code == CLOSE:
                self.leave()
        self.start = place + 1
        return index + 1

    def scalar(self, start: int, end: int) -> Iterator[Piece]:
        raw = self.text(start, end).strip(SPACE)
        if raw and self.level and self.plan(self.path(), False) is Want.WHOLE:
            yield Piece(self.path(), raw)

    def enter(self, place: int) -> None:
        array = self.buffer[place - self.base] == 0x5B
        self.mode = self.plan(self.path(), array)
        if self.mode is Want.ITEMS and not array:
            self.mode = Want.ENTER
        self.start = place + (self.mode is not Want.WHOLE)
        if self.mode is Want.ENTER:
            self.frames.append(self.key if self.key is not None else "[]")
            self.key = None

    def leave(self) -> None:
        if self.frames:
            self.frames.pop()
        self.done = not self.frames

    def resume(self, place: int) -> None:
        """Go on walking behind a value that ended at `place`."""
        self.mode, self.start, self.overlong, self.key = Want.ENTER, place + 1, False, None
        self.done = not self.frames

    def whole(self, structure: Structure, index: int) -> Generator[Piece, None, int]:
        """Pass over, or take whole, the value that has begun."""
        end = structure.next(CLOSE, self.level, index)
        if end == len(structure.place):
            return end
        place = int(structure.place[end])
        if self.mode is Want.WHOLE:
            yield Piece(self.path(), None if self.overlong else self.text(self.start, place + 1))
        self.resume(place)
        return end + 1

    def items(self, structure: Structure, index: int) -> Generator[Piece, None, int]:
        """Give the items of the array that has begun, as many as are complete."""
        end = structure.next(CLOSE, self.level, index)
        commas = structure.of(COMMA, self.level + 1)
        low, high = np.searchsorted(commas, (index, end))
        first = int(structure.place[commas[low]]) if low < high else None
        if self.overlong and first is not None:
            yield Piece(self.path(), None)
            self.start, self.overlong = first + 1, False
        if end < len(structure.place):
            place = int(structure.place[end])
            yield from self.batch(place)
            self.resume(place)
            return end + 1
        if low < high:
            place = int(structure.place[commas[high - 1]])
            yield from self.batch(place)
            self.start = place + 1
        return end

    def batch(self, end: int) -> Iterator[Piece]:
        if self.overlong:
            yield Piece(self.path(), None)
        elif self.start < end and (raw := self.text(self.start, end)).strip(SPACE):
            yield Piece(self.path(), b"[%b]" % raw)

    def trim(self) -> None:
        """Forget what has been read; give up on a record that grows beyond all bounds."""
        end = self.scanner.offset
        if self.mode is Want.SKIP or self.done or self.overlong:
            self.start = end
        elif end - self.start > self.longest:
            if self.mode is Want.ENTER:
                raise Damaged("its structure is not that of an export")
            self.overlong, self.start = True, end
        del self.buffer[: self.start - self.base]
        self.base = self.start


def decoded(raw: bytes) -> str:
    """The text of a key with its quotes; anything else becomes an empty key."""
    match = NAME.fullmatch(raw)
    if match is None:
        return ""
    text = match[1].decode("utf-8", "replace")
    if "\\" in text:
        text = ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else SHORT.get(m[2], m[2]), text)
    return clean(text)


def pieces(chunks: Iterator[bytes], plan: Plan, longest: int) -> Iterator[Piece]:
    """Cut the wanted pieces out of a JSON document; raises `Damaged` at the end if it was cut off."""
    cutter = Cutter(plan, longest)
    for chunk in chunks:
        yield from cutter.push(chunk)
        if cutter.done:
            return
    raise Damaged("it ends too early" if cutter.scanner.offset else "it is empty")


def batches(chunks: Iterator[bytes], plan: Plan, longest: int) -> Iterator[Piece]:
    """Like `pieces`, but fast where a document is one list of objects that is printed with each on lines of its own.

    No line ends inside a string, so the line between two objects cuts without looking at what is between.
    """
    head = bytearray()
    for chunk in chunks:
        head += chunk
        if len(head) >= SNIFFED:
            break
    match = PRETTY.match(head)
    if match is None or plan((), True) is not Want.ITEMS:
        yield from pieces(chain([bytes(head)], chunks), plan, longest)
        return
    between = BETWEEN[match[2] is not None] % {b"indent": match[1] or b""}
    yield from cut(chain([bytes(head[match.start(3) :])], chunks), between, plan, longest)


def cut(chunks: Iterator[bytes], between: bytes, plan: Plan, longest: int) -> Iterator[Piece]:
    """Batches of objects up to the last line between two of them; what is left is cut by its structure.

    All batches are in one buffer, and the comma behind each is written over by a bracket: nothing is copied twice, and
    a piece is only good until the next is asked for.
    """
    buffer, used = bytearray(b"["), 1
    for chunk in chunks:
        start, used = used, used + len(chunk)
        if used > len(buffer):
            buffer = buffer[:start] + bytes(2 * used)
        buffer[start:used] = chunk
        end = buffer.rfind(between, 0, used)
        if end >= 0:
            comma = buffer.index(b",", end)
            buffer[comma] = END
            yield Piece((), memoryview(buffer)[: comma + 1])
            rest = buffer[comma + 1 : used]
            used = 1 + len(rest)
            buffer[1:used] = rest
        elif used > longest:
            break
    yield from pieces(chain([bytes(buffer[:used])], chunks), plan, longest)


def split(batch: bytes | memoryview) -> list[bytes]:
    """The single items of a list."""
    items = bytes(batch)[1:-1]
    structure = Scanner().scan(items)
    cuts = [int(place) for place in structure.place[structure.of(COMMA, 0)]]
    return [
        items[start:end]
        for start, end in zip([0, *[cut + 1 for cut in cuts]], [*cuts, len(items)], strict=True)
    ]
