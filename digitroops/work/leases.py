"""Leases on running tasks: taken, renewed, and taken back from workers that died.

`django-tasks-db` marks a task as running when a worker claims it and never looks again: after `kill -9` it stays
running for ever, and a task that failed is not tried again. A lease says until when a worker may be silent.
"""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from digitroops.work.models import Lease

LEASE = dt.timedelta(seconds=60)
MAX_ATTEMPTS = 4
FIRST_PAUSE = dt.timedelta(seconds=20)


def take(*, task_id: UUID, worker: str, now: dt.datetime) -> int:
    """Hold a task for one more attempt and return which attempt this is, from 1."""
    lease, created = Lease.objects.get_or_create(
        task_id=task_id, defaults={"worker": worker, "attempts": 1, "expires": now + LEASE}
    )
    if not created:
        Lease.objects.filter(pk=lease.pk).update(
            worker=worker, attempts=F("attempts") + 1, expires=now + LEASE
        )
        lease.refresh_from_db()
    return lease.attempts


def renew(*, task_id: UUID, worker: str, now: dt.datetime) -> bool:
    """Push the end of a lease further; False when the task has been given to somebody else."""
    return bool(Lease.objects.filter(task_id=task_id, worker=worker).update(expires=now + LEASE))


def pause_after(attempts: int) -> dt.timedelta:
    """How long to wait before the next attempt: 20 s, 80 s, 320 s."""
    return FIRST_PAUSE * int(4 ** (attempts - 1))


def settle(*, task_id: UUID, now: dt.datetime) -> None:
    """After an attempt: forget the lease of a finished task, put a failed one back until its attempts are used."""
    lease = Lease.objects.filter(task_id=task_id).first()
    if lease is None:
        return
    failed = DBTaskResult.objects.filter(pk=task_id, status=TaskResultStatus.FAILED)
    if lease.attempts < MAX_ATTEMPTS and failed.update(
        status=TaskResultStatus.READY, run_after=now + pause_after(lease.attempts), finished_at=None
    ):
        Lease.objects.filter(pk=lease.pk).update(worker="", expires=now + pause_after(lease.attempts) + LEASE)
        return
    lease.delete()


def reap(*, now: dt.datetime) -> int:
    """Put tasks of dead workers back into the queue and return how many; those out of attempts become failed."""
    held = Lease.objects.filter(expires__gte=now).values("task_id")
    silent = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LEASE).exclude(
        pk__in=held
    )
    returned = 0
    for task in silent:
        with transaction.atomic():
            used_up = Lease.objects.filter(task_id=task.pk, attempts__gte=MAX_ATTEMPTS).exists()
            changes = (
                {
                    "status": TaskResultStatus.FAILED,
                    "finished_at": now,
                    "traceback": "The worker died during the last attempt.",
                }
                if used_up
                else {"status": TaskResultStatus.READY, "run_after": now}
            )
            still = DBTaskResult.objects.filter(
                pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
            )
            returned += still.update(**changes)
    return returned
