"""How fast and how good the roster is: python benchmarks/roster.py [judge] [team] [group]

judge  small pools beside the proven optimum of the exact solver
team   20 of 500 candidates, audiences of up to a million keys: first answer, final answer, swap
group  3,000 of 100,000 candidates

Every pool is made up from a seed: audiences of log-normal size, two thirds of each from one of the regional circles.
Memory is the peak of the process less what making the pool took.
"""

import argparse
import resource
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from digitroops.engines.audience import Audience
from digitroops.engines.roster import (
    Account,
    Apart,
    AtLeast,
    AtMost,
    Candidate,
    Goal,
    Group,
    Infeasible,
    Proposal,
    Together,
    Wishes,
    propose,
    swap,
)
from digitroops.engines.roster.judge import optimum

SPREAD = np.uint64(0x9E3779B97F4A7C15)
UNITS = ("Produksi", "Riset", "Mutu", "Pemasaran", "Keuangan", "SDM", "TI", "Logistik")
HEADS = dict(zip(UNITS, (900, 250, 200, 150, 100, 60, 80, 160), strict=True))


def pool(
    count: int, *, median: float, spread: float, world: int, stars: int, seed: int
) -> Iterator[Candidate]:
    """Made-up candidates; the first `stars` have a million followers."""
    random = np.random.default_rng(seed)
    for index in range(count):
        size = (
            1_000_000 if index < stars else int(min(1_000_000, random.lognormal(np.log(median), spread))) + 1
        )
        circle = int(random.integers(8)) * (world // 8)
        people = np.concatenate(
            [
                random.integers(circle, circle + world // 8, size * 2 // 3),
                random.integers(0, world, size - size * 2 // 3),
            ]
        )
        keys = np.unique((people.astype(np.uint64) * SPREAD) & np.uint64(2**64 - 64))
        yield Candidate(
            f"k{index:06}",
            (UNITS[int(random.choice(8, p=np.array(list(HEADS.values())) / sum(HEADS.values())))],),
            (
                Account(
                    "instagram",
                    f"akun{index}",
                    Audience(keys),
                    engagement_rate=float(random.uniform(0.01, 0.08)),
                ),
            ),
            readiness=float(random.random()),
            newcomer=bool(random.integers(2)),
            tags=frozenset({"needs_training"} if random.random() < 0.6 else ()),
        )


def goal_of(size: int, worth: float) -> Goal:
    """A goal with rules of every kind that bite, and wishes worth a part of a usual audience."""
    rules = (
        AtLeast(max(1, size // 5), Group("unit", "Riset")),
        AtLeast(max(1, size // 10), Group("unit", "Produksi")),
        AtMost(max(1, size // 4), Group("unit", "Pemasaran")),
        AtMost(size // 2, Group("tag", "needs_training")),
        Apart(("k000000", "k000001")),
        Together(("k000003", "k000004")),
    )
    wishes = Wishes(engaged=1, balance=worth, readiness=worth, newcomer=worth / 4)
    return Goal(size, size, rules, wishes, headcount=HEADS)


def peak() -> float:
    """Megabytes at the highest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def judge() -> None:
    """Gap to the proven optimum, for the quick and the full answer."""
    print("candidates  team  seed   optimum    quick gap  full gap   bound gap  judge s  full s")
    for count, size, seed in [
        (30, 6, 1),
        (30, 6, 2),
        (40, 8, 3),
        (40, 8, 4),
        (60, 10, 5),
        (60, 10, 6),
        (60, 20, 7),
    ]:
        people = list(pool(count, median=60, spread=1.0, world=2_000, stars=0, seed=seed))
        goal = goal_of(size, 20)
        start = perf_counter()
        best = optimum(people, goal, seconds=60)
        middle = perf_counter()
        full, quick = propose(people, goal), propose(people, goal, effort="quick")
        took = perf_counter() - middle
        if best is None or isinstance(full, Infeasible) or isinstance(quick, Infeasible):
            print(f"{count:10} {size:5} {seed:5}   no team keeps the rules")
            continue
        gaps = [1 - one.figures.value / best.bound for one in (quick, full)]
        print(
            f"{count:10} {size:5} {seed:5} {best.bound:9.1f} {gaps[0]:11.3%} {gaps[1]:9.3%}"
            f" {full.gap:11.2%} {middle - start:8.1f} {took:7.2f}"
        )


def timed(people: list[Candidate], goal: Goal) -> None:
    """Times, worth and memory of both efforts, then of a swap."""
    keys = sum(len(account.audience.keys) for one in people for account in one.accounts if account.audience)
    before = peak()
    print(f"{len(people):,} candidates, {keys:,} keys ({keys * 8 / 1e6:,.0f} MB), team of {goal.high:,}")
    for effort in ("quick", "full"):
        start = perf_counter()
        found = propose(people, goal, effort=effort)
        took = perf_counter() - start
        assert isinstance(found, Proposal)
        print(
            f"  {effort:5} {took:7.2f} s  value {found.figures.value:,.0f}  unique reach {found.figures.unique_reach:,}"
            f"  proven within {found.gap:.2%}  exact counts {found.exact}  {peak() - before:,.0f} MB more"
        )
    times = []
    for place in range(20):
        start = perf_counter()
        swap(found, found.team[place], found.waiting[place])
        times.append(perf_counter() - start)
    print(f"  swap  {np.median(times) * 1000:.1f} ms median, {max(times) * 1000:.1f} ms at most, of 20")


def team() -> None:
    timed(list(pool(500, median=9_000, spread=1.4, world=40_000_000, stars=3, seed=1)), goal_of(20, 5_000))


def group() -> None:
    timed(list(pool(100_000, median=900, spread=0.9, world=60_000_000, stars=0, seed=1)), goal_of(3_000, 500))


PARTS = {"judge": judge, "team": team, "group": group}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=list(PARTS), default=["judge", "team"])
    for name in parser.parse_args().parts:
        print(f"\n{name}")
        PARTS[name]()
