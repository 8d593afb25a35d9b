"""The timetable: tasks enqueued at set times (settings.TIMETABLE), once over all machines."""

import datetime as dt
from zoneinfo import ZoneInfo

from cronsim import CronSim
from django.conf import settings
from django.utils.module_loading import import_string

from digitroops.work.models import Tick

ZONE = ZoneInfo("Asia/Jakarta")


def next_due(expression: str, after: dt.datetime) -> dt.datetime:
    """The first time after `after` that the cron expression names, read in Jakarta's zone."""
    found: dt.datetime = next(CronSim(expression, after.astimezone(ZONE)))
    return found.astimezone(dt.UTC)


def tick(*, now: dt.datetime) -> list[str]:
    """Enqueue what is due and return the names; several machines may call this at the same time."""
    done: list[str] = []
    for name, (expression, path) in settings.TIMETABLE.items():
        row, created = Tick.objects.get_or_create(name=name, defaults={"due": next_due(expression, now)})
        if created or row.due > now:
            continue
        taken = Tick.objects.filter(pk=row.pk, due=row.due).update(due=next_due(expression, now))
        if taken:
            import_string(path).enqueue()
            done.append(name)
    return done
