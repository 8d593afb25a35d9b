"""Who can be chosen, with what is known of them."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]


class HasKeys(Protocol):
    """An audience: its followers' keys as sorted, different numbers, spread evenly as hashes are."""

    @property
    def keys(self) -> Keys: ...


@dataclass(frozen=True, slots=True)
class Account:
    """An account of a candidate.

    `audience` is None where no archive was read (or it was withdrawn); then `declared` followers count, discounted.
    `engagement_rate` is engagements ÷ (posts × followers), or None where it is unknown.
    """

    platform: str
    handle: str = ""
    audience: HasKeys | None = None
    declared: int = 0
    engagement_rate: float | None = None

    @property
    def followers(self) -> int:
        return self.declared if self.audience is None else len(self.audience.keys)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who applied. `key` is unique and decides ties, so choose one that does not name the person.

    `unit` is the path from the top: ("Operations", "Production"). `unmet` lists the criteria that were not met and
    makes the person not eligible. `readiness` and `story`, the review of the storytelling sample, lie between 0 and 1
    (None: not reviewed yet). `hours` is the time a person has a month. `tags` are free: "needs_training".
    `gender` and `generation` are only for the fairness report, unless the goal declares generation a lawful wish.
    """

    key: str
    unit: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    unmet: tuple[str, ...] = ()
    generation: str = ""
    gender: str = ""
    location: str = ""
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    readiness: float = 0.0
    newcomer: bool = False
    story: float | None = None
    hours: float | None = None

    @property
    def eligible(self) -> bool:
        return not self.unmet

    @property
    def platforms(self) -> frozenset[str]:
        return frozenset(account.platform for account in self.accounts)

    @property
    def declared(self) -> int:
        """Followers of the accounts that have no audience."""
        return sum(account.declared for account in self.accounts if account.audience is None)

    @property
    def engaged(self) -> float:
        """Followers who usually react, over the accounts where the rate is known."""
        return sum(
            account.followers * account.engagement_rate
            for account in self.accounts
            if account.engagement_rate
        )

    def keys(self) -> Keys:
        """The keys of all audiences together, sorted and each once."""
        parts = [account.audience.keys for account in self.accounts if account.audience is not None]
        if len(parts) == 1:
            return parts[0]
        return np.unique(np.concatenate(parts)) if parts else np.empty(0, dtype=np.uint64)
