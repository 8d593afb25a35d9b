"""CAR files (content-addressed archives) as a stream of blocks, and the repository of AT Protocol inside.

A block is read whole, checked against its identifier, and forgotten. The tree (MST) that says which record is
which may stand anywhere in the file, so the file is read twice: first the tree, then the records.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import libipld
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from digitroops.engines.archives.containers import Damaged
from digitroops.engines.archives.tree import Tree

LONGEST = 2 << 20
CID_V1_SHA256 = (b"\x01\x71\x12\x20", b"\x01\x55\x12\x20")
CURVES: dict[bytes, ec.EllipticCurve] = {b"\x80\x24": ec.SECP256R1(), b"\xe7\x01": ec.SECP256K1()}
LONGEST_KEY = 1024


@dataclass(slots=True)
class Source:
    """Bytes taken one piece at a time from a stream of chunks."""

    chunks: Iterator[bytes]
    buffer: bytearray = field(default_factory=bytearray)
    at: int = 0

    def more(self) -> bool:
        """Fetch another chunk; whether there was one."""
        del self.buffer[: self.at]
        self.at = 0
        chunk = next(self.chunks, b"")
        self.buffer += chunk
        return bool(chunk)

    def take(self, count: int) -> bytes:
        """So many bytes; raises `Damaged` if there are fewer."""
        while len(self.buffer) - self.at < count:
            if not self.more():
                raise Damaged("it ends too early")
        self.at += count
        return bytes(memoryview(self.buffer)[self.at - count : self.at])

    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.at == len(self.buffer) and not self.more()

    def length(self) -> int:
        """A variable-length number, at most the longest block."""
        value = shift = 0
        while shift < 35:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if not 0 < value <= LONGEST:
            raise Damaged("it holds a block of impossible length")
        return value


def decoded(raw: bytes) -> Any:
    """A DAG-CBOR value, or `None`."""
    try:
        return libipld.decode_dag_cbor(raw)
    except (ValueError, TypeError, RecursionError, OverflowError):
        return None


def blocks(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Identifier and content of each block. The first identifier is empty: the content is that of the header."""
    source = Source(chunks)
    yield b"", source.take(source.length())
    while not source.ended():
        block = source.take(source.length())
        if block[:4] not in CID_V1_SHA256 or len(block) < 36:
            raise Damaged("it holds a block with an unknown kind of identifier")
        yield block[:36], block[36:]


@dataclass(slots=True)
class Repository:
    """What the tree says: commit, and which of the wanted records each block is."""

    wanted: Callable[[str], bool]
    tree: Tree
    root: bytes = b""
    commit: dict[str, Any] | None = None
    forged: int = 0
    whole: bool = False

    def learn(self, chunks: Iterator[bytes]) -> None:
        """Take the tree out of a file; of one that is damaged, what comes before the damage."""
        try:
            for cid, raw in blocks(chunks):
                if not cid:
                    self.root = root_of(decoded(raw))
                elif sha256(raw).digest() != cid[4:]:
                    self.forged += 1
                elif b"$type" not in raw[:512] or cid == self.root:
                    self.look(cid, decoded(raw))
        finally:
            top = self.commit.get("data") if self.commit else None
            self.whole = self.tree.settle(top if isinstance(top, bytes) else b"")

    def look(self, cid: bytes, value: Any) -> None:
        """Learn from one block, if it is the commit or a node of the tree."""
        if not isinstance(value, dict):
            return
        if cid == self.root:
            self.commit = value
        elif isinstance(value.get("e"), list) and "l" in value:
            self.tree.node(cid)
            self.below(value["l"])
            self.entries(value["e"])

    def below(self, cid: Any) -> None:
        if isinstance(cid, bytes):
            self.tree.child(cid)

    def entries(self, entries: list[Any]) -> None:
        """The records of a node; each key shares its beginning with the one before."""
        last = b""
        for entry in entries:
            if not isinstance(entry, dict):
                continue
            prefix, rest, value = entry.get("p"), entry.get("k"), entry.get("v")
            if (
                isinstance(prefix, int)
                and 0 <= prefix <= len(last)
                and isinstance(rest, bytes)
                and prefix + len(rest) <= LONGEST_KEY
            ):
                last = last[:prefix] + rest
                key = last.decode("utf-8", "replace").replace("\x00", "")
                if isinstance(value, bytes) and self.wanted(key):
                    self.tree.record(value, key)
            self.below(entry.get("t"))

    @property
    def left(self) -> int:
        """How many records the tree names that have not been found."""
        return self.tree.left

    def records(self, chunks: Iterator[bytes]) -> Iterator[tuple[str, Any]]:
        """The wanted records with their keys; the value is `None` if it cannot be decoded."""
        for cid, raw in blocks(chunks):
            if sha256(raw).digest() == cid[4:]:
                for key in self.tree.take(cid):
                    yield key, decoded(raw)


def root_of(header: Any) -> bytes:
    """The identifier of the commit, from the header."""
    roots = header.get("roots") if isinstance(header, dict) else None
    if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
        raise Damaged("it has no root")
    return roots[0]


def signed_by(commit: dict[str, Any], key: str) -> bool:
    """Whether a commit carries the signature of a `did:key:...` (P-256 or K-256, low-S, as AT Protocol asks)."""
    signature = commit.get("sig")
    public = public_key(key)
    if public is None or not isinstance(signature, bytes) or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    if s > public.curve.group_order // 2:
        return False
    unsigned = libipld.encode_dag_cbor({name: value for name, value in commit.items() if name != "sig"})
    try:
        public.verify(utils.encode_dss_signature(r, s), unsigned, ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def public_key(key: str) -> ec.EllipticCurvePublicKey | None:
    """The key in a `did:key`, or `None` if it is none that AT Protocol uses."""
    try:
        _, raw = libipld.decode_multibase(key.removeprefix("did:key:"))
        return ec.EllipticCurvePublicKey.from_encoded_point(CURVES[raw[:2]], raw[2:])
    except (ValueError, KeyError, TypeError):
        return None
