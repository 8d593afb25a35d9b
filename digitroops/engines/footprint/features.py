"""Features of a text for the linear models: words, pairs of words, and pieces of words, hashed.

Every stretch of the folded text gets its number from one running sum (a polynomial hash), so that all
words and all pieces of two to five letters of a whole batch are numbered without a loop. Counts are
dampened (1 + ln n), weighed by rarity and scaled to length one, as is usual for text: the pieces as one
half of the features, words and pairs as the other, so that neither drowns the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.footprint.folding import fold

_HALF_BITS = 18
_HALF = 1 << _HALF_BITS
SIZE = 2 * _HALF
_LONGEST = 2_000
_BATCH = 60_000
_BASE = np.uint64(0x9E3779B97F4A7C15 | 1)
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PIECES = (2, 3, 4, 5)
_SPACE = 32

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: `index[start[i]:start[i+1]]` are the features of text i, `value` their weights."""

    start: Places
    index: Places
    value: Floats

    def row(self, number: int) -> tuple[Places, Floats]:
        """Return the features and values of one text."""
        part = slice(int(self.start[number]), int(self.start[number + 1]))
        return self.index[part], self.value[part]

    def __len__(self) -> int:
        return len(self.start) - 1


def spell(text: str) -> str:
    """Return a text as the features see it: folded, one space between words, bounded."""
    return " ".join(fold(text[:_LONGEST]).split())


def counts(texts: Sequence[str]) -> Rows:
    """Count the hashed features of spelled texts, dampened."""
    parts: list[Rows] = []
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text) + 2
        if size > _BATCH:
            parts.append(_count_batch(batch))
            batch, size = [], 0
    if batch or not parts:
        parts.append(_count_batch(batch))
    starts = [parts[0].start]
    for part in parts[1:]:
        starts.append(part.start[1:] + starts[-1][-1])
    index = np.concatenate([part.index for part in parts])
    return Rows(np.concatenate(starts), index, np.concatenate([part.value for part in parts]))


def scaled(rows: Rows, rarity: Floats) -> Rows:
    """Weigh rows by rarity and scale each to length one, half of it pieces and half words."""
    value = rows.value * rarity[rows.index]
    owner = 2 * np.repeat(np.arange(len(rows)), np.diff(rows.start)) + (rows.index >= _HALF)
    length = np.sqrt(2 * np.bincount(owner, weights=value.astype(np.float64) ** 2, minlength=2 * len(rows)))
    length[length == 0] = 1
    return Rows(rows.start, rows.index, (value / length[owner]).astype(np.float32))


def rarity_of(rows: Rows) -> Floats:
    """Return the rarity of each feature: ln((1 + texts) / (1 + texts with it)) + 1."""
    seen = np.bincount(rows.index, minlength=SIZE)
    return (np.log((1 + len(rows)) / (1 + seen)) + 1).astype(np.float32)


def _count_batch(texts: Sequence[str]) -> Rows:
    joined = "".join(f" {text} " for text in texts)
    chars = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    sizes = np.array([len(text) + 2 for text in texts], dtype=np.int64)
    owner = np.repeat(np.arange(len(texts)), sizes)
    with np.errstate(over="ignore"):
        numbers, owners = _numbers(chars, owner)
    keys = owners * SIZE + numbers
    found, times = np.unique(keys, return_counts=True)
    start = np.searchsorted(found, np.arange(len(texts) + 1) * SIZE)
    return Rows(start.astype(np.int64), found % SIZE, (1 + np.log(times)).astype(np.float32))


def _numbers(chars: NDArray[np.uint64], owner: Places) -> tuple[Places, Places]:
    """Number all pieces of words, words and pairs of words; return them with the text they are of."""
    size = len(chars)
    if not size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    steps = np.full(size, _BASE, dtype=np.uint64)
    steps[0] = 1
    powers = np.cumprod(steps, dtype=np.uint64)
    steps[1:] = _INVERSE
    back = np.cumprod(steps, dtype=np.uint64)
    sums = np.concatenate(
        [np.zeros(1, np.uint64), np.cumsum((chars + np.uint64(1)) * powers, dtype=np.uint64)]
    )
    space = chars == _SPACE
    spaces = np.concatenate([[0], np.cumsum(space)])
    found: list[Places] = []
    owners: list[Places] = []

    def take(first: Places, last: Places, kind: int) -> None:
        mixed = (sums[last] - sums[first]) * back[first] + np.uint64(kind)
        mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX
        mixed = (mixed ^ (mixed >> np.uint64(32))) * _MIX
        found.append(
            (mixed >> np.uint64(64 - _HALF_BITS)).astype(np.int64) + (_HALF if kind > _PIECES[-1] else 0)
        )
        owners.append(owner[first])

    for length in _PIECES:
        first = np.arange(max(0, size - length + 1))
        inner = spaces[first + length - 1] - spaces[first + 1]
        whole = (inner == 0) & ~(space[first] & space[first + length - 1] & (length == 2))
        first = first[whole]
        take(first, first + length, length)
    begins = np.flatnonzero(space[:-1] & ~space[1:]) + 1
    ends = np.flatnonzero(~space[:-1] & space[1:]) + 1
    take(begins, ends, 11)
    pairs = owner[begins[:-1]] == owner[begins[1:]]
    take(begins[:-1][pairs], ends[1:][pairs], 12)
    return np.concatenate(found), np.concatenate(owners)
