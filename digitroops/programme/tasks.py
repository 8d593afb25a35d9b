import datetime as dt

from django.utils import timezone
from django_tasks import task

from digitroops.programme import jobs


@task()
def snapshot_members(date: str = "") -> None:
    jobs.snapshot_members(dt.date.fromisoformat(date) if date else timezone.localdate())
