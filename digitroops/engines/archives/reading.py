"""The state of one reading: what a platform's functions read with, and where the evidence is gathered."""

import codecs
import csv
import json
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from digitroops.engines.archives.checks import Clock, Order, Span, Unique
from digitroops.engines.archives.containers import Container, Damaged
from digitroops.engines.archives.errors import TooLarge
from digitroops.engines.archives.jsonstream import Path, Plan, Want, batches, split
from digitroops.engines.archives.limits import Limits
from digitroops.engines.archives.records import Check, Problem, Profile, Reason

T = TypeVar("T")
HEAD = 1_000
NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
UNDECODABLE = (msgspec.MsgspecError, ValueError, RecursionError)


def list_plan(path: Path, array: bool) -> Want:
    """The records of a document that is a list, or an object with lists in it."""
    if len(path) > 1:
        return Want.SKIP
    return Want.ITEMS if array else Want.SKIP if path else Want.ENTER


@dataclass(slots=True)
class Reading:
    """One archive being read. Platforms' functions take rows from it and tell it what they find."""

    container: Container
    limits: Limits
    username: str | None = None
    id: str | None = None
    exported: datetime | None = None
    profile: Profile | None = None
    rows_of: Counter[str] = field(default_factory=Counter)
    rows_read: int = 0
    opened: list[str] = field(default_factory=list)
    queue: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Reason] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    follower_keys: Unique = field(default_factory=Unique)
    post_ids: Unique = field(default_factory=Unique)
    follower_order: Order = field(default_factory=Order)
    post_order: Order = field(default_factory=Order)
    followers: Span = field(default_factory=Span)
    following: Span = field(default_factory=Span)
    posts: Span = field(default_factory=Span)
    era: str | None = None
    memory: dict[str, Any] = field(default_factory=dict)

    def problem(self, where: str, why: str, code: str = "unreadable") -> None:
        """Tell of something that could not be read. A member's problems beyond the limit are only counted."""
        member = where.split(", record ", 1)[0]
        self.problems[member] += 1
        self.counts["problems"] += 1
        if self.problems[member] <= self.limits.problems:
            self.queue.append(Problem(where, why, code))

    def partial(self, code: str, sentence: str) -> None:
        """Tell why the archive is only partly there or readable. The first sentence of a code stays."""
        self.reasons.setdefault(code, Reason(code, sentence))

    def damaged(self, name: str, why: str) -> None:
        """Tell that a member could not be read to its end."""
        self.problem(name, f"The file could not be read to its end: {why}.", "damaged")
        self.partial(
            "damaged", "At least one file in the archive is damaged and was read only up to the damage."
        )

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member's bytes without a byte order mark. Damage ends them, and is told."""
        self.opened.append(name)
        first = True
        try:
            for chunk in self.container.chunks(name):
                yield chunk.removeprefix(codecs.BOM_UTF8) if first else chunk
                first = False
        except Damaged as error:
            self.damaged(name, str(error))

    def head(self, name: str) -> bytes:
        """The first bytes of a member, to see what it is."""
        chunks = self.container.chunks(name)
        try:
            return next(chunks, b"")[:HEAD]
        except Damaged:
            return b""
        finally:
            chunks.close()

    def script(self, name: str) -> Iterator[bytes]:
        """The bytes behind the first `=` of a JavaScript assignment; all of them if there is none."""
        chunks = self.chunks(name)
        for chunk in chunks:
            yield chunk.split(b"=", 1)[-1] if b"=" in chunk[:200] else chunk
            break
        yield from chunks

    def text(self, name: str) -> Iterator[str]:
        """A member's text, decoded as UTF-8 (UTF-16 with its mark); what cannot be decoded becomes U+FFFD."""
        decoder = None
        for chunk in self.chunks(name):
            if decoder is None:
                wide = chunk[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
                decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8")("replace")
            yield decoder.decode(chunk).replace("\x00", "")
        if decoder is not None:
            yield decoder.decode(b"", final=True).replace("\x00", "")

    def lines(self, name: str) -> Iterator[str]:
        """A member's lines without their ends. A line beyond all bounds ends the reading, and is told."""
        rest = ""
        for part in self.text(name):
            *whole, rest = (rest + part).replace("\r\n", "\n").split("\n")
            yield from whole
            if len(rest) > self.limits.record_bytes:
                self.damaged(name, "it has a line without end")
                return
        if rest:
            yield rest

    def table(self, name: str, *, escaped: bool = False) -> Iterator[list[str]]:
        """The rows of a CSV member, those without any value left out; `escaped` if backslashes escape quotes."""
        source = (line + "\n" for line in self.lines(name))
        rows = csv.reader(source, escapechar="\\" if escaped else None)
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error:
                self.count(name, 1)
                self.problem(
                    f"{name}, record {self.rows_of[name]}", "The row is not one of a table.", "bad_record"
                )
                continue
            if any(row):
                self.count(name, 1)
                yield row

    def found(self, name: str, plan: Plan) -> Iterator[tuple[Path, bytes]]:
        """The pieces of a JSON member that a plan wants, undecoded. Damage and overlong records are told."""
        for path, raw in self.pieces(name, plan):
            yield path, without_nul(bytes(raw))

    def pieces(self, name: str, plan: Plan) -> Iterator[tuple[Path, bytes | memoryview]]:
        """The same with NUL still escaped in them."""
        source = self.script if name.lower().endswith(".js") else self.chunks
        try:
            for piece in batches(source(name), plan, self.limits.record_bytes):
                if piece.raw is None:
                    self.problem(name, "A record is too long to be one of an export.", "too_long")
                else:
                    yield piece.path, piece.raw
        except Damaged as error:
            if not self.problems[name]:
                self.damaged(name, str(error))

    def rows(self, name: str, shape: type[T], plan: Plan = list_plan) -> Iterator[T]:
        """The records of the lists that a plan wants, each of a shape. Bad records are told and left out."""
        for _, raw in self.found(name, plan):
            yield from self.batch(name, raw, shape)

    def batches(self, name: str, shape: type[T], plan: Plan = list_plan) -> Iterator[list[T]]:
        """The same some hundred at a time, for readers that work on many at once. No batch is empty.

        Texts may hold NUL: to search a file for it costs more than to look at the few texts that are kept.
        """
        for _, raw in self.pieces(name, plan):
            if batch := self.batch(name, raw, shape):
                yield batch

    def batch(self, name: str, raw: bytes | memoryview, shape: type[T]) -> list[T]:
        """The records in a piece of a list."""
        many, _ = decoders(cast("Hashable", shape))
        try:
            rows: list[T] = many.decode(raw)
        except UNDECODABLE:
            return self.one_by_one(name, raw, shape)
        self.count(name, len(rows))
        return rows

    def one_by_one(self, name: str, raw: bytes | memoryview, shape: type[T]) -> list[T]:
        """The records in a piece of which at least one is bad."""
        result = []
        for item in split(raw):
            self.count(name, 1)
            row = self.one(f"{name}, record {self.rows_of[name]}", item, shape)
            if row is not None:
                result.append(row)
        return result

    def one(self, where: str, raw: bytes, shape: type[T]) -> T | None:
        """One value of a shape, read strictly, then leniently; `None` if neither works, which is told."""
        _, single = decoders(cast("Hashable", shape))
        try:
            return single.decode(raw)  # type: ignore[no-any-return]
        except UNDECODABLE:
            pass
        try:
            return lenient(raw, shape)
        except UNDECODABLE:
            self.problem(where, "The record is not what the platform writes here.", "bad_record")
            return None

    def count(self, name: str, rows: int) -> None:
        """Count rows against the limit."""
        self.rows_of[name] += rows
        self.rows_read += rows
        if self.rows_read > self.limits.rows:
            raise TooLarge(f"The archive holds more than {self.limits.rows:,} records.")


@cache
def decoders(shape: Any) -> tuple[msgspec.json.Decoder[Any], msgspec.json.Decoder[Any]]:
    """Decoders for a list of a shape and for one."""
    return msgspec.json.Decoder(list[shape]), msgspec.json.Decoder(shape)


def without_nul(raw: bytes) -> bytes:
    """JSON without NUL, bare or escaped, which no database takes."""
    if b"\x00" in raw:
        raw = raw.replace(b"\x00", b"")
    return NUL.sub(rb"\1", raw) if rb"\u0000" in raw else raw


def nothing(_: str) -> None:
    """What `NaN` and `Infinity` are worth."""


def sane(digits: str) -> int | None:
    """A whole number, unless it is longer than any that a platform writes."""
    return int(digits) if len(digits) <= 24 else None


def lenient(raw: bytes, shape: type[T]) -> T:
    """A value that a strict decoder refuses: lone surrogates, bad UTF-8, NaN, numbers written as text."""
    tree = json.loads(raw.decode("utf-8", "replace"), strict=False, parse_constant=nothing, parse_int=sane)
    again = json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")
    return msgspec.json.decode(again, type=shape, strict=False)
