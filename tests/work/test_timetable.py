import datetime as dt

import pytest
from django_tasks import default_task_backend

from digitroops.work import timetable
from digitroops.work.models import Tick

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)
LINE = {"forget": ("0 5 * * *", "digitroops.work.tasks.forget_old_results")}


def test_next_due_reads_the_expression_in_jakarta():
    assert timetable.next_due("0 5 * * *", NOW) == dt.datetime(2026, 11, 23, 22, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_tick_waits_for_the_first_time(settings):
    settings.TIMETABLE = LINE
    assert timetable.tick(now=NOW) == []


@pytest.mark.django_db
def test_tick_enqueues_once_when_due(settings):
    settings.TIMETABLE = LINE
    default_task_backend.clear()
    Tick.objects.create(name="forget", due=NOW)
    assert [timetable.tick(now=NOW), timetable.tick(now=NOW)] == [["forget"], []]
    assert len(default_task_backend.results) == 1
