"""The sums that pages read: arrivals at a link by hour (UTC) and by day (the company's zone).

`add` is called with every batch in the transaction that writes the clicks; `rebuild` makes the sums of some days anew
from the raw clicks, after a rule judged them again.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connections, models, router, transaction
from django.db.models import Count, Q
from django.db.models.functions import TruncHour

from digitroops.links.models import Click, ClickDay, ClickHour

COLUMNS = ("people", "repeats", "machines", "own")
OF_VERDICT: dict[str, str] = {
    Click.Verdict.PERSON: "people",
    Click.Verdict.REPEAT: "repeats",
    Click.Verdict.OWN: "own",
}
LOCK = 4_170_001
SUMS = {
    "people": Count("pk", filter=Q(verdict=Click.Verdict.PERSON)),
    "repeats": Count("pk", filter=Q(verdict=Click.Verdict.REPEAT)),
    "machines": Count("pk", filter=~Q(verdict__in=list(OF_VERDICT))),
    "own": Count("pk", filter=Q(verdict=Click.Verdict.OWN)),
}


def column_of(verdict: str) -> str:
    """The counter that an arrival adds to; whatever is neither a person nor the sharer is a machine."""
    return OF_VERDICT.get(verdict, "machines")


def hour_of(at: dt.datetime) -> dt.datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def add(arrivals: Iterable[tuple[int, dt.datetime, dt.date, str]]) -> None:
    """Add arrivals (link, time, day, verdict) to the sums; the caller holds the transaction."""
    _hold("pg_advisory_xact_lock_shared")
    hours: Counter[tuple[int, dt.datetime, str]] = Counter()
    days: Counter[tuple[int, dt.date, str]] = Counter()
    for link, at, date, verdict in arrivals:
        column = column_of(verdict)
        hours[link, hour_of(at), column] += 1
        days[link, date, column] += 1
    _add(ClickHour, "hour", hours)
    _add(ClickDay, "date", days)


def _add(model: type[models.Model], when: str, counts: Counter[Any]) -> None:
    """Upsert in the order of the key, so that two loaders wait for each other instead of embracing."""
    if not counts:
        return
    rows: dict[tuple[int, Any], list[int]] = {}
    for (link, at, column), number in counts.items():
        rows.setdefault((link, at), [0] * len(COLUMNS))[COLUMNS.index(column)] = number
    database = connections[router.db_for_write(model)]
    table = model._meta.db_table  # noqa: SLF001 -- Django's public model meta API
    field = model._meta.get_field(when)  # noqa: SLF001
    assert isinstance(field, models.Field)
    sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in COLUMNS)
    sql = (
        f"INSERT INTO {table} (link_id, {when}, {', '.join(COLUMNS)}) VALUES (%s, %s, %s, %s, %s, %s) "  # noqa: S608 -- our own names
        f"ON CONFLICT (link_id, {when}) DO UPDATE SET {sums}"
    )
    values = [
        (link, field.get_db_prep_save(at, database), *numbers) for (link, at), numbers in sorted(rows.items())
    ]
    with database.cursor() as cursor:
        cursor.executemany(sql, values)


def _hold(lock: str) -> None:
    """Any number of batches at a time, but none beside a rebuilding; SQLite has one writer anyway."""
    database = connections[router.db_for_write(ClickDay)]
    if database.vendor == "postgresql":
        with database.cursor() as cursor:
            cursor.execute(f"SELECT {lock}({LOCK})")


@transaction.atomic
def rebuild(dates: Iterable[dt.date]) -> None:
    """Make the sums of whole days anew from the raw clicks; running loaders wait for the end of it."""
    _hold("pg_advisory_xact_lock")
    clicks = Click.objects.order_by()
    for date in sorted(set(dates)):
        ClickDay.objects.filter(date=date).delete()
        rows = clicks.filter(date=date).values("link_id", "date").annotate(**SUMS)
        ClickDay.objects.bulk_create((ClickDay(**row) for row in rows.iterator()), batch_size=500)
        span = clicks.filter(date=date).aggregate(first=models.Min("at"), last=models.Max("at"))
        if span["first"]:
            _rebuild_hours(hour_of(span["first"]), hour_of(span["last"]) + dt.timedelta(hours=1))


def _rebuild_hours(first: dt.datetime, end: dt.datetime) -> None:
    ClickHour.objects.filter(hour__gte=first, hour__lt=end).delete()
    clicks = Click.objects.filter(at__gte=first, at__lt=end).order_by()
    rows = clicks.values("link_id", hour=TruncHour("at", tzinfo=dt.UTC)).annotate(**SUMS)
    ClickHour.objects.bulk_create((ClickHour(**row) for row in rows.iterator()), batch_size=500)
