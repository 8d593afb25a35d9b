import datetime as dt
import uuid

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from digitroops.work import leases
from digitroops.work.models import Lease

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def make_task(**changes):
    return DBTaskResult.objects.create(
        **{
            "args_kwargs": {"args": [], "kwargs": {}},
            "task_path": "digitroops.work.tasks.forget_old_results",
            "backend_name": "default",
            "run_after": NOW,
            "exception_class_path": "",
            "traceback": "",
            "status": TaskResultStatus.RUNNING,
            "started_at": NOW - dt.timedelta(minutes=5),
            **changes,
        }
    )


def test_reap_returns_the_task_of_a_silent_worker():
    task = make_task()
    leases.take(task_id=task.pk, worker="a", now=NOW - dt.timedelta(minutes=5))
    assert leases.reap(now=NOW) == 1
    task.refresh_from_db()
    assert task.status == TaskResultStatus.READY


def test_reap_leaves_a_task_whose_lease_is_renewed():
    task = make_task()
    leases.take(task_id=task.pk, worker="a", now=NOW - dt.timedelta(minutes=5))
    assert leases.renew(task_id=task.pk, worker="a", now=NOW) is True
    assert leases.reap(now=NOW) == 0


def test_reap_returns_a_task_killed_before_its_lease_was_taken():
    make_task()
    assert leases.reap(now=NOW) == 1


def test_reap_gives_up_after_the_last_attempt():
    task = make_task()
    Lease.objects.create(
        task_id=task.pk, worker="a", attempts=leases.MAX_ATTEMPTS, expires=NOW - leases.LEASE
    )
    leases.reap(now=NOW)
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED


def test_settle_puts_a_failed_task_back_with_a_pause():
    task = make_task()
    leases.take(task_id=task.pk, worker="a", now=NOW)
    DBTaskResult.objects.filter(pk=task.pk).update(status=TaskResultStatus.FAILED)
    leases.settle(task_id=task.pk, now=NOW)
    task.refresh_from_db()
    assert (task.status, task.run_after) == (TaskResultStatus.READY, NOW + leases.FIRST_PAUSE)


def test_settle_forgets_the_lease_of_a_finished_task():
    task = make_task(status=TaskResultStatus.SUCCESSFUL)
    leases.take(task_id=task.pk, worker="a", now=NOW)
    leases.settle(task_id=task.pk, now=NOW)
    assert Lease.objects.count() == 0


def test_renew_refuses_a_worker_that_lost_its_task():
    task_id = uuid.uuid4()
    leases.take(task_id=task_id, worker="a", now=NOW)
    leases.take(task_id=task_id, worker="b", now=NOW)
    assert leases.renew(task_id=task_id, worker="a", now=NOW) is False
