"""Invented repositories of Bluesky of any size, for the benchmark of the archives."""

import hashlib
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import libipld

from digitroops.engines.archives.tree import key_of

Entry = tuple[bytes, bytes]
WORDS = [
    "rapat",
    "pagi",
    "tim",
    "layanan",
    "kopi",
    "kerja",
    "belajar",
    "bandung",
    "laporan",
    "pelanggan",
    "selamat",
    "bangga",
    "acara",
    "kereta",
    "hujan",
]
FIRST, STEP = 1_690_000_000_000_000, 40_000_000


def cid_of(raw: bytes) -> bytes:
    """The identifier of a block."""
    return b"\x01\x71\x12\x20" + hashlib.sha256(raw).digest()


def sized(number: int) -> bytes:
    """A number of variable length."""
    out = b""
    while number >= 0x80:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def link(cid: bytes | None) -> bytes:
    """A link in DAG-CBOR, or nothing."""
    return b"\xd8\x2a\x58\x25\x00" + cid if cid else b"\xf6"


def header(root: bytes) -> bytes:
    """The beginning of the file."""
    raw = b"\xa2eroots\x81" + link(root) + b"gversion\x01"
    return sized(len(raw)) + raw


def put(file: IO[bytes], raw: bytes) -> bytes:
    """Write a block; its identifier."""
    cid = cid_of(raw)
    file.write(sized(36 + len(raw)) + cid + raw)
    return cid


def node(file: IO[bytes], children: Sequence[bytes | None], entries: Sequence[Entry]) -> bytes:
    """A node: a child, and behind each entry another."""
    out, last = [], b""
    for (key, value), child in zip(entries, children[1:], strict=True):
        shared = next((at for at, (one, two) in enumerate(zip(key, last, strict=False)) if one != two), 0)
        rest = key[shared:]
        size = bytes([0x58, len(rest)]) if len(rest) > 23 else bytes([0x40 | len(rest)])
        before = bytes([0x18, shared]) if shared > 23 else bytes([shared])
        out.append(b"\xa4ak" + size + rest + b"ap" + before + b"at" + link(child) + b"av" + link(value))
        last = key
    return put(file, b"\xa2ae" + bytes([0x80 | len(out)]) + b"".join(out) + b"al" + link(children[0]))


def tree(file: IO[bytes], entries: Sequence[Entry], start: int, end: int) -> bytes:
    """A tree of four entries a node."""
    if end - start <= 4:
        return node(file, [None] * (end - start + 1), entries[start:end])
    cuts = [start - 1, *(start + (end - start) * part // 5 for part in range(1, 5)), end]
    children = [tree(file, entries, cuts[at] + 1, cuts[at + 1]) for at in range(5)]
    return node(file, children, [entries[cut] for cut in cuts[1:-1]])


def make_repository(path: Path, posts: int) -> None:
    """A repository with that many posts; the tree stands behind the records, as servers write it."""
    luck, entries = random.Random(7), []
    with path.open("wb") as file:
        file.write(header(bytes(36)))
        for number in range(posts):
            moment = FIRST + number * STEP
            stamp = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(moment // 10**6))
            text = " ".join(luck.choices(WORDS, k=12))
            record = {"$type": "app.bsky.feed.post", "text": text, "langs": ["id"], "createdAt": stamp}
            key = b"app.bsky.feed.post/" + key_of(moment << 10).encode()
            entries.append((key, put(file, libipld.encode_dag_cbor(record))))
        top = tree(file, entries, 0, len(entries))
        commit = b"\xa6cdidldid:plc:satucrevd3jzfcsig\x58\x40" + bytes(64) + b"ddata" + link(top)
        root = put(file, commit + b"dprev\xf6gversion\x03")
        file.seek(0)
        file.write(header(root))
