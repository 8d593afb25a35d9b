import datetime as dt

import pytest

from digitroops.programme.jobs import snapshot_members
from digitroops.programme.models import Member, MemberDay
from tests.world import make_member, make_programme

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 3)


def test_snapshot_keeps_the_first_state_of_the_day():
    member = make_member()
    assert snapshot_members(DAY) == 1
    Member.objects.update(state=Member.State.PAUSED)
    assert snapshot_members(DAY) == 1
    assert list(MemberDay.objects.values_list("member", "date", "state")) == [(member.pk, DAY, "active")]


def test_snapshot_leaves_closed_programmes_alone():
    make_member(make_programme(state="closed"))
    assert snapshot_members(DAY) == 0
