import datetime as dt

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from digitroops.work.models import Heartbeat, Lease

KEEP = dt.timedelta(days=14)


def forget_old_results(now: dt.datetime | None = None) -> None:
    """Delete the results of tasks that ended two weeks ago, and workers not seen since."""
    before = (now or timezone.now()) - KEEP
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    Lease.objects.filter(expires__lt=before).delete()
    Heartbeat.objects.filter(seen__lt=before).delete()
