from django.db import models
from django.utils import timezone


class Lease(models.Model):
    """A worker's hold on a running task; one that is not renewed in time marks a dead worker."""

    task_id = models.UUIDField(unique=True)
    worker = models.CharField(max_length=64)
    attempts = models.PositiveSmallIntegerField(default=0)
    expires = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.task_id}, attempt {self.attempts}"


class Tick(models.Model):
    """When a line of the timetable is due next; moved by a conditional update, so that one machine takes it."""

    name = models.CharField(max_length=80, unique=True)
    due = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.due}"


class Heartbeat(models.Model):
    """A worker process that was alive at `seen`; health and `digitroops doctor` read it."""

    worker = models.CharField(max_length=64, unique=True)
    host = models.CharField(max_length=120)
    seen = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.worker} on {self.host}"
