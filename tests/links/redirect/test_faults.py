"""Real servers and loaders, really killed: answers counted against recorded clicks, for a moment each.

The longer form is `python -m benchmarks.redirect_faults`.
"""

import os
import subprocess

import pytest

from benchmarks.redirect_faults import SCENARIOS, play
from benchmarks.redirect_site import Site, free_port
from tests.place import migrated_database, on_postgres


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path, migrated_database("faults", tmp_path), free_port(), migrated=True)
    yield site
    site.close()


def can_mount(folder):
    if os.getuid() != 0:
        return False
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        return False
    subprocess.run(["umount", str(folder)], check=True)
    return True


@pytest.mark.parametrize("name", ["server killed", "loader killed"])
def test_kill_9_loses_and_doubles_nothing(site, name):
    outcome = SCENARIOS[name](site, 2, 2)
    assert len(outcome.answered) > 20
    assert (outcome.lost, outcome.doubled) == (0, 0)
    assert outcome.sums_agree


def test_a_full_disk_stops_counting_and_says_so_but_never_redirecting(site, tmp_path):
    if not can_mount(tmp_path):
        pytest.skip("a small disk can only be mounted by root")
    outcome = SCENARIOS["disk full"](site, 3, 1)
    assert outcome.notes["not 302"] == 0
    assert 0 < outcome.lost <= outcome.reported_lost
    assert outcome.doubled == 0
    assert outcome.notes["health told"]


def test_a_change_reaches_every_machine_by_the_look_of_each_second(site):
    outcome = SCENARIOS["link changed"](site, 0, 1)
    assert outcome.notes["changes"] == 8
    # Two seconds on a machine that is not busy with tests; by the review of all links it would be minutes.
    assert outcome.notes["slowest change s"] < 20
    assert (outcome.lost, outcome.doubled) == (0, 0)


@pytest.mark.skipif(not on_postgres(), reason="only PostgreSQL is a server that can stop")
def test_a_stopped_database_only_delays():
    outcome = play("database stopped", 3, 1)
    assert outcome.notes["answered while stopped"] > 20
    assert outcome.notes["not 302"] == 0
    assert (outcome.lost, outcome.doubled) == (0, 0)
    assert outcome.sums_agree


def test_unknown_codes_and_abuse_leave_the_server_as_it_was(site):
    outcome = SCENARIOS["unknown codes"](site, 3, 1)
    assert outcome.notes["unknown answered 404"] > 500
    assert outcome.notes["MB at the end"] < outcome.notes["MB after a third"] + 8
    assert (outcome.lost, outcome.doubled) == (0, 0)
    outcome = SCENARIOS["abuse"](site, 1, 1)
    assert outcome.notes["alive"]
    assert outcome.notes.get("answered 500", 0) == 0
    assert outcome.notes["longest agent"] <= 300
    assert outcome.lost == 0
