"""Coverage: dense numbers against Python's own sets."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from digitroops.engines.roster import coverage as module
from digitroops.engines.roster.constraints import classes_of
from digitroops.engines.roster.cover import Cover
from digitroops.engines.roster.coverage import cover
from tests.engines.roster.people import audience

SETS = st.lists(st.sets(st.integers(1, 60), max_size=25), min_size=1, max_size=6)
MANY = 1 << 40


def keys_of(sets):
    return [audience(*some).keys for some in sets]


@settings(deadline=None)
@given(SETS)
def test_reach_is_the_size_of_the_union(sets):
    assert cover(keys_of(sets), limit=MANY).reach(range(len(sets))) == len(set().union(*sets))


@settings(deadline=None)
@given(SETS)
def test_gain_is_the_difference_of_reach(sets):
    coverage, team = cover(keys_of(sets), limit=MANY), list(range(len(sets) - 1))
    counts, last = coverage.counts(team), len(sets) - 1
    assert (
        coverage.gain(last, counts) == coverage.gains(counts)[last] == len(sets[-1] - set().union(*sets[:-1]))
    )


@settings(deadline=None)
@given(SETS)
def test_taken_over_is_what_two_share_alone(sets):
    coverage, team = cover(keys_of(sets), limit=MANY), list(range(len(sets) - 1))
    cover_of = Cover(coverage, team)
    expected = [len((sets[i] & sets[-1]) - set().union(*(sets[j] for j in team if j != i))) for i in team]
    assert coverage.taken_over(len(team), cover_of.owner)[:, -1].tolist() == expected
    assert cover_of.meet(len(sets) - 1)[1].tolist() == expected


@settings(deadline=None)
@given(SETS, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8), st.integers(0, 6))
def test_exchanges_count_as_a_new_team_does(sets, exchanges, size):
    coverage = cover(keys_of(sets), limit=MANY)
    team = list(range(min(size, len(sets))))
    kept = Cover(coverage, team)
    for at, index in exchanges:
        if index >= len(sets) or index in team:
            continue
        place = min(at, len(team))
        if place < len(team):
            kept.leave(place, team[place])
        kept.join(place, index)
        team[place : place + 1] = [index]
    fresh = Cover(coverage, team)
    assert kept.counts.tolist() == fresh.counts.tolist()
    assert kept.owner.tolist() == fresh.owner.tolist()
    assert kept.losses.tolist() == fresh.losses.tolist()
    assert kept.losses.tolist() == [
        len(sets[i] - set().union(*(sets[j] for j in team if j != i))) for i in team
    ]


@settings(deadline=None)
@given(SETS, st.integers(1, 9))
def test_buckets_change_nothing(sets, block):
    whole = cover(keys_of(sets), limit=MANY)
    before, module.BLOCK = module.BLOCK, block
    try:
        parts = cover(keys_of(sets), limit=MANY)
    finally:
        module.BLOCK = before
    assert (parts.ids.tolist(), parts.starts.tolist()) == (whole.ids.tolist(), whole.starts.tolist())


def test_cap_cuts_every_audience():
    assert cover(keys_of([set(range(1, 50)), {1}]), limit=MANY, cap=10).sizes.tolist() == [10, 1]


def test_sample_estimates_the_reach():
    random = np.random.default_rng(0)
    sets = [set(random.integers(1, 200_000, 40_000).tolist()) for _ in range(5)]
    sampled = cover(keys_of(sets), limit=50_000)
    assert sampled.scale > 3
    assert abs(sampled.reach(range(5)) / len(set().union(*sets)) - 1) < 0.02


@given(st.lists(st.lists(st.integers(-1, 1), min_size=4, max_size=4), min_size=1, max_size=5))
def test_classes_are_the_different_columns(rows):
    matrix = np.array(rows, dtype=np.int32)
    columns, which = classes_of(matrix)
    assert columns[:, which].tolist() == rows
    assert columns.shape[1] == len(set(zip(*rows, strict=True)))
