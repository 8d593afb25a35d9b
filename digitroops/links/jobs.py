"""What the clock does to clicks."""

import datetime as dt

from django.conf import settings

from digitroops.links import partitions
from digitroops.links.models import Click, ClickHour, DailyKey, LinkChange, StoryMinute, Visitor
from digitroops.links.redirect.clickhouse import click_house

KEEP = dt.timedelta(days=2)
KEEP_VISITORS = dt.timedelta(days=9)
KEEP_CHANGES = 3600.0
STEP = 5000


def forget_keys(today: dt.date) -> int:
    """Throw away the keys of visitors older than two days; from then on nobody can recognise a visitor."""
    deleted, _by_model = DailyKey.objects.filter(date__lt=today - KEEP).delete()
    return deleted


def forget_visitors(today: dt.date) -> int:
    """Forget who was at which link; later than this no spool file is expected to arrive."""
    deleted, _by_model = Visitor.objects.filter(date__lt=today - KEEP_VISITORS).delete()
    return deleted


def forget_changes(now: dt.datetime) -> int:
    """Delete the notes of changed links that every process has read long ago."""
    deleted, _by_model = LinkChange.objects.filter(at__lt=now.timestamp() - KEEP_CHANGES).delete()
    return deleted


def forget_minutes(now: dt.datetime) -> int:
    """Delete the sums by minute of which the live view shows none any more."""
    deleted, _by_model = StoryMinute.objects.filter(minute__lt=now - dt.timedelta(days=1)).delete()
    return deleted


def first_day_kept(today: dt.date) -> dt.date:
    """The first day of which raw clicks are kept: that of a month, settings.CLICK_MONTHS ago."""
    months = today.year * 12 + today.month - 1 - settings.CLICK_MONTHS
    return dt.date(months // 12, months % 12 + 1, 1)


def forget_clicks(today: dt.date) -> int:
    """Drop the raw clicks of months past their time; sums by hour go with them, sums by day stay.

    PostgreSQL drops whole months at once; SQLite deletes in small steps, so that no redirect or page waits.
    """
    first = first_day_kept(today)
    dropped = partitions.drop_months(first)
    if settings.CLICK_STORE:
        click_house(settings.CLICK_STORE).drop_months(first)
    deleted = 0
    while keys := list(
        Click.objects.filter(date__lt=first).order_by("id").values_list("pk", flat=True)[:STEP]
    ):
        deleted += Click.objects.filter(pk__gte=keys[0], pk__lte=keys[-1], date__lt=first).delete()[0]
    ClickHour.objects.filter(hour__lt=dt.datetime.combine(first, dt.time(), dt.UTC)).delete()
    return dropped or deleted


def make_months_ahead(today: dt.date) -> list[str]:
    """Make this month's partition and the next two, so that a loader never has to in a busy moment."""
    months = [partitions.month_of(today)]
    for _step in range(2):
        months.append(partitions.next_month(months[-1]))
    return partitions.make_months(months)
