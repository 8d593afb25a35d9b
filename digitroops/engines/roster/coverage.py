"""Audiences as small numbers, so that the reach of a team changes in milliseconds when one person does.

Followers of one candidate only are just counted. Followers of two or more get a dense number each; a team is then an
array that says how many of its people reach each of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.candidate import Keys

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Ids = NDArray[np.int32]
Counts = NDArray[np.int16]
Owners = NDArray[np.int32]
WHOLE = 1 << 64
BLOCK = 1 << 18
MOST_PIECES = 400_000


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """Whom every candidate reaches. `scale` is 1 for exact counts, otherwise people for each sampled one.

    `alone[j]` counts followers that only candidate j has; `ids[starts[j]:starts[j + 1]]` are the shared ones.
    """

    alone: Ints
    ids: Ids
    starts: Ints
    people: int
    scale: float

    def of(self, index: int) -> Ids:
        """The numbers of a candidate's shared followers."""
        return self.ids[self.starts[index] : self.starts[index + 1]]

    def sizes_of(self, index: int) -> int:
        """Followers of one candidate, before scaling."""
        return int(self.alone[index] + self.starts[index + 1] - self.starts[index])

    @property
    def sizes(self) -> Ints:
        """Followers of every candidate, before scaling."""
        return self.alone + np.diff(self.starts)

    def counts(self, team: Iterable[int]) -> Counts:
        """How many of the team reach each shared follower."""
        counts = np.zeros(self.people, dtype=np.int16)
        for index in team:
            counts[self.of(index)] += 1
        return counts

    def reach(self, team: Sequence[int]) -> float:
        """Different followers of a team."""
        shared = np.count_nonzero(self.counts(team))
        return float(shared + self.alone[list(team)].sum()) * self.scale

    def gain(self, index: int, counts: Counts) -> float:
        """Followers that a candidate adds to a team."""
        own = self.of(index)
        return (int(self.alone[index]) + len(own) - int(np.count_nonzero(counts[own]))) * self.scale

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Ranges of candidates with some hundred thousand shared followers together, to stay in the cache."""
        start = 0
        while start < len(self.alone):
            end = int(np.searchsorted(self.starts, self.starts[start] + BLOCK, side="right")) - 1
            end = min(max(end, start + 1), len(self.alone))
            yield start, end
            start = end

    def gains(self, counts: Counts) -> Floats:
        """What every candidate would add; nothing but their own for those who are in."""
        result = self.alone.astype(float)
        for start, end in self.blocks():
            edges = self.starts[start : end + 1]
            fresh = np.concatenate(
                ([0], np.cumsum(counts[self.ids[edges[0] : edges[-1]]] == 0, dtype=np.int64))
            )
            result[start:end] += fresh[edges[1:] - edges[0]] - fresh[edges[:-1] - edges[0]]
        return result * self.scale

    def taken_over(self, places: int, owner: Owners) -> Floats:
        """Followers that only one place of the team reaches and candidate j has too: a matrix places × candidates."""
        result = np.zeros((len(self.alone), places))
        for start, end in self.blocks():
            edges = self.starts[start : end + 1]
            found = owner[self.ids[edges[0] : edges[-1]]]
            hit = found >= 0
            row = np.repeat(np.arange(end - start), np.diff(edges))[hit]
            flat = np.bincount(row * places + found[hit], minlength=(end - start) * places)
            result[start:end] = flat.reshape(end - start, places)
        return result.T * self.scale


def cover(audiences: Sequence[Keys], *, limit: int, cap: int | None = None) -> Coverage:
    """The coverage of sorted audiences, each cut to `cap` followers; of a sample where they are over `limit` together.

    Keys are hashes, so those under a threshold are a fair sample, and a prefix of each sorted array. The range of keys
    is worked through in buckets that fit the processor's cache.
    """
    parts = [keys[:cap] for keys in audiences]
    total = sum(len(part) for part in parts)
    scale = max(1.0, total / limit)
    if scale > 1:
        below = np.uint64(int(WHOLE / scale))
        parts = [part[: int(np.searchsorted(part, below))] for part in parts]
    people, rows, numbers = 0, [np.zeros(len(parts), dtype=np.int64)], [np.empty(0, dtype=np.int32)]
    for bucket in buckets(parts, scale):
        shared, counts, ids = numbered(bucket)
        numbers.append(ids + np.int32(people))
        rows.append(counts)
        people += shared
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    ids, starts = by_candidate(np.array(rows), numbers)
    return Coverage(sizes - np.diff(starts), ids, starts, people, scale)


def buckets(parts: Sequence[Keys], scale: float) -> Iterator[list[Keys]]:
    """The parts cut at the same numbers, into buckets of some hundred thousand keys; fewer where parts are many."""
    total = sum(len(part) for part in parts)
    count = max(1, min(total // BLOCK, MOST_PIECES // max(1, len(parts))))
    top = int(WHOLE / scale)
    edges = np.array([index * top // count for index in range(1, count)], dtype=np.uint64)
    cuts = [(0, *np.searchsorted(part, edges).tolist(), len(part)) for part in parts]
    for index in range(count):
        yield [part[cut[index] : cut[index + 1]] for part, cut in zip(parts, cuts, strict=True)]


def numbered(bucket: Sequence[Keys]) -> tuple[int, Ints, Ids]:
    """How many keys of a bucket occur more than once, how many of them each part has, and their numbers."""
    flat = np.concatenate(bucket) if bucket else np.empty(0, dtype=np.uint64)
    shared = repeated(flat)
    place = np.searchsorted(shared, flat)
    place[place == len(shared)] = 0
    known = shared[place] == flat if len(shared) else np.zeros(len(flat), dtype=bool)
    edges = np.concatenate(([0], np.cumsum([len(part) for part in bucket], dtype=np.int64)))
    counts = np.diff(np.concatenate(([0], np.cumsum(known, dtype=np.int64)))[edges])
    return len(shared), counts, place[known].astype(np.int32)


def by_candidate(rows: Ints, numbers: Sequence[Ids]) -> tuple[Ids, Ints]:
    """The numbers found bucket by bucket, put together candidate by candidate, and where each candidate's start."""
    starts = np.concatenate(([0], np.cumsum(rows.sum(axis=0))))
    target = starts[:-1] + np.cumsum(rows, axis=0) - rows
    result = np.empty(starts[-1], dtype=np.int32)
    for row, place, ids in zip(rows, target, numbers, strict=True):
        shift = place - np.concatenate(([0], np.cumsum(row)[:-1])) if len(row) else place
        result[np.repeat(shift, row) + np.arange(len(ids))] = ids
    return result, starts


def repeated(flat: Keys) -> Keys:
    """The numbers that occur more than once, sorted. The stable sort merges the sorted audiences."""
    ordered = np.sort(flat, kind="stable")
    again = np.zeros(len(ordered) + 1, dtype=bool)
    again[1:-1] = ordered[1:] == ordered[:-1]
    return ordered[again[1:] & ~again[:-1]]
