"""Who of a team reaches whom, kept up while people leave and join one at a time."""

from collections.abc import Sequence

import numpy as np

from digitroops.engines.roster.coverage import Coverage, Floats, Ints, Owners


class Cover:
    """How many of a team reach each shared follower, and what every place of the team alone reaches.

    `places` is the sum of the numbers of the places that reach a follower: where only one does, it is that place. So
    an exchange costs as much as the two audiences are long, however large the team is.
    """

    def __init__(self, coverage: Coverage, team: Sequence[int]) -> None:
        self.coverage = coverage
        self.counts = coverage.counts(team)
        self.places = np.zeros(coverage.people, dtype=np.int32)
        for place, index in enumerate(team):
            self.places[coverage.of(index)] += place
        self.alone: Ints = coverage.alone[list(team)]
        for place, index in enumerate(team):
            self.alone[place] += np.count_nonzero(self.counts[coverage.of(index)] == 1)

    @property
    def losses(self) -> Floats:
        """Followers that only this place reaches, for every place of the team."""
        return self.alone.astype(np.float64) * np.float64(self.coverage.scale)

    @property
    def owner(self) -> Owners:
        """Which place alone reaches each shared follower; -1 where none or several do."""
        return np.where(self.counts == 1, self.places, np.int32(-1))

    def leave(self, place: int, index: int) -> None:
        """Take a candidate out of a place; the place stays, empty."""
        own = self.coverage.of(index)
        self.counts[own] -= 1
        self.places[own] -= place
        left = self.places[own[self.counts[own] == 1]]
        self.alone += np.bincount(left, minlength=len(self.alone))
        self.alone[place] = 0

    def join(self, place: int, index: int) -> None:
        """Put a candidate into an empty place, or into a new one at the end."""
        own = self.coverage.of(index)
        if place == len(self.alone):
            self.alone = np.append(self.alone, 0)
        before = self.counts[own]
        self.alone -= np.bincount(self.places[own[before == 1]], minlength=len(self.alone))
        self.alone[place] = self.coverage.alone[index] + np.count_nonzero(before == 0)
        self.counts[own] += 1
        self.places[own] += place

    def meet(self, index: int) -> tuple[float, Ints]:
        """What a candidate would add, and how many of each place's own followers the candidate reaches too."""
        own = self.coverage.of(index)
        now = self.counts[own]
        fresh = int(self.coverage.alone[index]) + int(np.count_nonzero(now == 0))
        shared = np.bincount(self.places[own[now == 1]], minlength=len(self.alone))
        return fresh * self.coverage.scale, shared
