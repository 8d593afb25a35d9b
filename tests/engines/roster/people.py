"""Small made-up pools for the tests of the roster."""

import numpy as np
from hypothesis import strategies as st

from digitroops.engines.audience import Audience
from digitroops.engines.roster import (
    Account,
    Apart,
    AtLeast,
    AtMost,
    Candidate,
    Goal,
    Group,
    Together,
    Wishes,
)

UNITS = ("Produksi", "Riset", "Pemasaran")


def audience(*numbers):
    """An audience of followers by number, spread over the keys as hashes are."""
    keys = (np.unique(np.array(numbers, dtype=np.uint64)) * np.uint64(0x9E3779B97F4A7C15)) & np.uint64(
        2**64 - 64
    )
    return Audience(np.unique(keys))


def person(key, *numbers, unit="Produksi", **changes):
    """A candidate whose followers have these numbers."""
    account = Account("instagram", key, audience(*numbers))
    return Candidate(key, (unit,), changes.pop("accounts", (account,)), **changes)


def crowd(size, *, seed=0, followers=60, world=400):
    """Some candidates with overlapping audiences of different size."""
    random = np.random.default_rng(seed)
    return [
        person(
            f"k{index:03}",
            *random.choice(world, int(random.integers(1, followers)), replace=False).tolist(),
            unit=UNITS[index % len(UNITS)],
            readiness=float(random.random()),
            newcomer=bool(random.integers(2)),
            generation=("Y", "Z")[index % 2],
            location=("Bandung", "Jakarta")[index % 3 == 0],
        )
        for index in range(size)
    ]


@st.composite
def pools(draw, most=14):
    """A crowd and a goal with some rules; nothing promises that a team exists."""
    people = crowd(draw(st.integers(3, most)), seed=draw(st.integers(0, 10_000)), followers=40, world=120)
    keys = st.sampled_from([one.key for one in people])
    few = st.lists(keys, min_size=2, max_size=3, unique=True).map(tuple)
    groups = st.sampled_from([Group("unit", unit) for unit in UNITS] + [Group("newcomer")])
    rule = st.one_of(
        st.builds(AtLeast, st.integers(0, 3), groups),
        st.builds(AtMost, st.integers(0, 3), groups),
        st.builds(Together, few),
        st.builds(Apart, few),
    )
    size = draw(st.integers(1, 6))
    wishes = Wishes(balance=draw(st.sampled_from([0, 20])), readiness=draw(st.sampled_from([0, 10])))
    headcount = {"Produksi": 600, "Riset": 100, "Pemasaran": 300}
    return people, Goal(size, size, tuple(draw(st.lists(rule, max_size=4))), wishes, headcount=headcount)
