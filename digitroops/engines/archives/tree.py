"""Which block of an AT Protocol repository is which record, kept in some thirty bytes a record.

Blocks stand in any order, so nothing can be decided before all of the tree has been seen, and repositories hold
millions of records. An identifier is kept as Python's hash of it, which is keyed anew in every process: nobody can make
two that agree. Record keys are nearly always times in base 32 and are kept as that number.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
PLAIN = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstuv")
KEY = re.compile(r"[2-7a-z]{13}")
LENGTH = 13
COUNTED = 1 << 62
"""Times in keys are below this until the year 2116; the bits above say what kind of name a number is."""
WRITTEN, GONE = 3 << 62, (1 << 64) - 1
SHELVES = 64
DEEPEST = 128
NOWHERE = -1


def number_of(key: str) -> int | None:
    """The number that a record's key is in base 32, if it is one of a time."""
    return int(key.translate(PLAIN), 32) if KEY.fullmatch(key) else None


def key_of(number: int) -> str:
    """The key that a number is written as."""
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * LENGTH - 5, -1, -5))


@dataclass(slots=True)
class Names:
    """Record names as numbers: a common collection and a time, or a place in a text of all others."""

    collections: tuple[str, ...]
    others: bytearray = field(default_factory=bytearray)

    def put(self, name: str) -> int:
        """The number that stands for a name."""
        for at, collection in enumerate(self.collections[:3]):
            if name.startswith(collection):
                number = number_of(name.removeprefix(collection))
                if number is not None and number < COUNTED:
                    return at << 62 | number
        written = name.encode()
        place = len(self.others)
        self.others += len(written).to_bytes(2) + written
        return WRITTEN | place

    def get(self, number: int) -> str:
        """The name that a number stands for."""
        if number >= WRITTEN:
            place = number - WRITTEN
            start = place + 2
            return self.others[start : start + int.from_bytes(self.others[place:start])].decode()
        return self.collections[number >> 62] + key_of(number & COUNTED - 1)


@dataclass(slots=True)
class Shelf:
    """Some of the records: hash of the block, number of the name, and the node that says so."""

    blocks: "array[int]" = field(default_factory=lambda: array("q"))
    names: "array[int]" = field(default_factory=lambda: array("Q"))
    nodes: "array[int]" = field(default_factory=lambda: array("I"))

    def settle(self, reached: NDArray[np.bool_]) -> None:
        """Keep what reached nodes say, in the order of the hashes."""
        keep = reached[np.frombuffer(self.nodes, dtype=np.uint32)]
        blocks = np.frombuffer(self.blocks, dtype=np.int64)[keep]
        names = np.frombuffer(self.names, dtype=np.uint64)[keep]
        order = np.argsort(blocks, kind="stable")
        self.blocks = array("q", blocks[order].tobytes())
        self.names, self.nodes = array("Q", names[order].tobytes()), array("I")


@dataclass(slots=True)
class Tree:
    """Nodes, what they lead to, and the records that they name. Feed it all nodes, `settle` it, then `take` records."""

    names: Names
    nodes: "array[int]" = field(default_factory=lambda: array("q"))
    parents: "array[int]" = field(default_factory=lambda: array("I"))
    children: "array[int]" = field(default_factory=lambda: array("q"))
    shelves: list[Shelf] = field(default_factory=lambda: [Shelf() for _ in range(SHELVES)])
    left: int = 0
    """How many records have not been taken."""

    def node(self, cid: bytes) -> None:
        """Begin a node; what is told next belongs to it."""
        self.nodes.append(hash(cid))

    def child(self, cid: bytes) -> None:
        """A further node below this one."""
        self.parents.append(len(self.nodes) - 1)
        self.children.append(hash(cid))

    def record(self, cid: bytes, name: str) -> None:
        """A record that this node names."""
        block = hash(cid)
        shelf = self.shelves[block % SHELVES]
        shelf.blocks.append(block)
        shelf.names.append(self.names.put(name))
        shelf.nodes.append(len(self.nodes) - 1)

    def settle(self, top: bytes) -> bool:
        """Forget what the topmost node does not lead to; whether nothing of what it leads to is missing.

        Files may hold nodes of older trees, and anybody can add a node to a file: neither is covered by the signature.
        """
        reached, whole = self.reached(hash(top))
        self.nodes = self.parents = self.children = array("q")
        for shelf in self.shelves:
            shelf.settle(reached)
            self.left += len(shelf.blocks)
        return whole

    def reached(self, top: int) -> tuple[NDArray[np.bool_], bool]:
        """Which nodes the topmost one leads to, and whether all that it leads to are here."""
        nodes = np.frombuffer(self.nodes, dtype=np.int64)
        reached = np.zeros(len(nodes), dtype=bool)
        start = places(nodes, np.array([top], dtype=np.int64))
        if not len(nodes) or start[0] == NOWHERE:
            return reached, False
        reached[start[0]] = True
        parents = np.frombuffer(self.parents, dtype=np.uint32)
        below = places(nodes, np.frombuffer(self.children, dtype=np.int64))
        count = 0
        for _ in range(DEEPEST):
            found = below[reached[parents]]
            reached[found[found != NOWHERE]] = True
            if (now := int(np.count_nonzero(reached))) == count:
                return reached, not (found == NOWHERE).any()
            count = now
        return reached, False

    def take(self, cid: bytes) -> Iterator[str]:
        """The names of a block, each only once: records of the same content are one block."""
        block = hash(cid)
        shelf = self.shelves[block % SHELVES]
        at = bisect_left(shelf.blocks, block)
        while at < len(shelf.blocks) and shelf.blocks[at] == block:
            if (number := shelf.names[at]) != GONE:
                shelf.names[at] = GONE
                self.left -= 1
                yield self.names.get(number)
            at += 1


def places(nodes: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int32]:
    """Where each of some hashes first stands among the nodes, or `NOWHERE`."""
    if not len(nodes):
        return np.full(len(wanted), NOWHERE, dtype=np.int32)
    order = np.argsort(nodes, kind="stable").astype(np.int32)
    at = np.searchsorted(nodes, wanted, sorter=order)
    at[at == len(nodes)] = 0
    found = order[at]
    found[nodes[found] != wanted] = NOWHERE
    return found
