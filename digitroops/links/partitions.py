"""The months of the click table on PostgreSQL: made ahead, dropped whole. SQLite has one table (decision 6)."""

import datetime as dt
from collections.abc import Iterable

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper

from digitroops.links.models import Click

TABLE = "links_click"
#: Where rows of a month without a partition lie, so that no arrival is ever refused.
REST = f"{TABLE}_rest"


def month_of(date: dt.date) -> dt.date:
    return date.replace(day=1)


def next_month(month: dt.date) -> dt.date:
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def name_of(month: dt.date) -> str:
    return f"{TABLE}_{month:%Y_%m}"


def make_months(months: Iterable[dt.date], database: BaseDatabaseWrapper | None = None) -> list[str]:
    """Make the partitions that are missing and return their names; nothing to do on SQLite.

    A month of which rows already lie in the rest stays there.
    """
    database = database or connections[router.db_for_write(Click)]
    if database.vendor != "postgresql":
        return []
    made = []
    have = set(months_kept(database))
    with database.cursor() as cursor:
        for month in sorted(set(months) - have):
            bounds = [month.isoformat(), next_month(month).isoformat()]
            cursor.execute(f"SELECT 1 FROM {REST} WHERE date >= %s AND date < %s LIMIT 1", bounds)  # noqa: S608 -- a constant name
            if cursor.fetchone():
                continue
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {name_of(month)} PARTITION OF {TABLE} "
                f"FOR VALUES FROM ('{bounds[0]}') TO ('{bounds[1]}')"
            )
            made.append(name_of(month))
    return made


def months_kept(database: BaseDatabaseWrapper | None = None) -> list[dt.date]:
    """The months that have a partition, the oldest first."""
    database = database or connections[router.db_for_write(Click)]
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [TABLE]
        )
        names = [name.strip('"') for (name,) in cursor.fetchall()]
    return sorted(dt.datetime.strptime(name[-7:], "%Y_%m").date() for name in names if name != REST)  # noqa: DTZ007 -- a month has no zone


def drop_months(before: dt.date) -> int:
    """Drop every month that ended before the date and return how many; the time does not depend on their size."""
    database = connections[router.db_for_write(Click)]
    old = [month for month in months_kept(database) if next_month(month) <= before]
    with database.cursor() as cursor:
        for month in old:
            cursor.execute(f"DROP TABLE {name_of(month)}")
    return len(old)
