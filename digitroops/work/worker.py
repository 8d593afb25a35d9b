"""The worker process: `django-tasks-db`'s worker with leases, retries and the timetable."""

import datetime as dt
import logging
import socket
import threading
from typing import Any

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from digitroops.work import leases, timetable
from digitroops.work.models import Heartbeat

RENEW_SECONDS = 15
KEEP_TIME_SECONDS = 5
logger = logging.getLogger("digitroops.work")


class LeaseWorker(Worker):
    """Runs tasks under leases; a second thread keeps the timetable and takes back what dead workers held."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.stopping = threading.Event()

    def run(self) -> None:
        keeper = threading.Thread(target=self._keep_time, name="timekeeper", daemon=True)
        if not self.batch:
            keeper.start()
        try:
            super().run()
        finally:
            self.stopping.set()

    def run_task(self, db_task_result: "DBTaskResult[Any, Any]") -> None:
        task_id = db_task_result.pk
        leases.take(task_id=task_id, worker=self.worker_id, now=timezone.now())
        done = threading.Event()
        renewer = threading.Thread(target=self._renew, args=(task_id, done), daemon=True)
        renewer.start()
        try:
            super().run_task(db_task_result)
        finally:
            done.set()
            renewer.join()
            leases.settle(task_id=task_id, now=timezone.now())

    def _renew(self, task_id: Any, done: threading.Event) -> None:
        while not done.wait(RENEW_SECONDS):
            try:
                leases.renew(task_id=task_id, worker=self.worker_id, now=timezone.now())
            except DatabaseError:
                logger.exception("The lease of task %s could not be renewed; trying again.", task_id)
                connection.close()
        connection.close()

    def _keep_time(self) -> None:
        while not self.stopping.wait(KEEP_TIME_SECONDS):
            try:
                close_old_connections()
                self._beat(timezone.now())
            except DatabaseError:
                logger.exception("The timetable could not be kept; trying again.")
                connection.close()

    def _beat(self, now: dt.datetime) -> None:
        Heartbeat.objects.update_or_create(
            worker=self.worker_id, defaults={"host": socket.gethostname(), "seen": now}
        )
        returned = leases.reap(now=now)
        if returned:
            logger.warning("%s tasks of silent workers go back into the queue.", returned)
        timetable.tick(now=now)


def make_worker(*, worker_id: str, batch: bool = False, interval: float = 0.5) -> LeaseWorker:
    """A worker for all queues; with `batch` it ends when the queue is empty."""
    return LeaseWorker(
        queue_names=["*"],
        interval=interval,
        batch=batch,
        backend_name="default",
        startup_delay=not batch,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
