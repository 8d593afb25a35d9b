"""Follower keys as numbers, and the audience that they make."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Self

import numpy as np
from numpy.typing import NDArray

SPARE_BITS = 6
MASK = np.uint64((1 << 64) - (1 << SPARE_BITS))
HEADER = struct.Struct("<4sBxxxQ")
MAGIC, VERSION = b"DTAU", 1
BATCH = 1 << 16

Keys = NDArray[np.uint64]


class AudienceError(ValueError):
    """Stored bytes are not those of an audience."""


@dataclass(frozen=True, slots=True, eq=False)
class Audience:
    """The followers of one account: sorted, different numbers whose lowest six bits are zero."""

    keys: Keys

    def __len__(self) -> int:
        return len(self.keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Audience) and np.array_equal(self.keys, other.keys)

    def __hash__(self) -> int:
        return hash(self.keys.tobytes())

    def to_bytes(self) -> bytes:
        """The audience for storage: 16 bytes, then eight a follower, little-endian."""
        return HEADER.pack(MAGIC, VERSION, len(self.keys)) + self.keys.astype("<u8", copy=False).tobytes()

    @classmethod
    def from_bytes(cls, stored: bytes | memoryview) -> Self:
        """The audience that was stored. The numbers are not copied. Raises `AudienceError`."""
        if len(stored) < HEADER.size:
            raise AudienceError("The bytes are too few for an audience.")
        magic, version, count = HEADER.unpack_from(stored)
        if magic != MAGIC or version != VERSION or len(stored) != HEADER.size + 8 * count:
            raise AudienceError("The bytes are not those of an audience.")
        keys = np.frombuffer(stored, dtype="<u8", offset=HEADER.size)
        if np.any(keys[1:] <= keys[:-1]) or np.any(keys & ~MASK):
            raise AudienceError("The numbers of the audience are not sorted.")
        return cls(keys)


def keys_of(platform: str, follower_keys: Iterable[str], *, secret: bytes = b"") -> Audience:
    """The audience of some followers' keys, as an archive's `Follower.key` gives them; repetitions count once.

    Letter case and a leading `@` do not matter. With a `secret` (at most 64 bytes) nobody without it can test
    whether somebody is in an audience; only audiences made with the same secret can be compared.
    """
    person = blake2b(platform.encode(), digest_size=16).digest()
    batches = [numbers(batch, secret, person) for batch in batched(follower_keys)]
    every = np.concatenate(batches) if batches else np.empty(0, dtype=np.uint64)
    return Audience(np.unique(every & MASK))


def batched(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys some ten thousand at a time, so that an iterator of any length needs little memory."""
    rest = iter(keys)
    while batch := list(islice(rest, BATCH)):
        yield batch


def numbers(keys: list[str], secret: bytes, person: bytes) -> Keys:
    """The 64-bit hashes of some keys."""
    plain = (key.lstrip("@").casefold().encode("utf-8", "replace") for key in keys)
    digests = b"".join(blake2b(key, digest_size=8, key=secret, person=person).digest() for key in plain)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64, copy=False)
