import pytest

from digitroops.engines.roster import Goal


@pytest.fixture
def make_goal():
    """A goal for a team of one size with some rules."""

    def make(size, *rules, **changes):
        return Goal(size, size, rules, **changes)

    return make
