"""Adding to rows of sums in the database itself: an upsert a row, always in the order of the keys."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connections, models, router
from django.db.models import F


@dataclass(frozen=True, slots=True)
class Level:
    """A table of sums: the fields that name a row, and its counters."""

    model: type[models.Model]
    keys: tuple[str, ...]
    columns: tuple[str, ...]


def add_to(level: Level, counts: Counter[tuple[Any, ...]]) -> None:
    """Add counts, each by its row's keys and the name of the counter, making the rows that are not there yet.

    The order of the keys lets two loaders wait for each other instead of embracing.
    """
    if not counts:
        return
    rows: dict[tuple[Any, ...], list[int]] = {}
    for (*key, column), number in counts.items():
        row = rows.setdefault(tuple(key), [0] * len(level.columns))
        row[level.columns.index(column)] = number
    database = connections[router.db_for_write(level.model)]
    table = level.model._meta.db_table
    by_name = {field.attname: field for field in level.model._meta.concrete_fields}
    fields = [by_name[name] for name in level.keys]
    names = ", ".join([*level.keys, *level.columns])
    marks = ", ".join(["%s"] * (len(level.keys) + len(level.columns)))
    sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in level.columns)
    head = f"INSERT INTO {table} ({names})"
    tail = f"ON CONFLICT ({', '.join(level.keys)}) DO UPDATE SET {sums}"
    ordered = sorted(rows.items())
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            columns = [*fields, *(by_name[name] for name in level.columns)]
            arrays = ", ".join(f"%s::{field.db_type(database)}[]" for field in columns)
            cursor.execute(
                f"{head} SELECT * FROM unnest({arrays}) {tail}",  # noqa: S608 -- our own names
                [
                    list(column)
                    for column in zip(*((*key, *numbers) for key, numbers in ordered), strict=True)
                ],
            )
            return
        cursor.executemany(
            f"{head} VALUES ({marks}) {tail}",
            [
                (
                    *(
                        field.get_db_prep_save(part, database)
                        for field, part in zip(fields, key, strict=True)
                    ),
                    *numbers,
                )
                for key, numbers in ordered
            ],
        )


def take_from(level: Level, counts: Counter[tuple[Any, ...]]) -> None:
    """Take counts off rows that are there."""
    for (*key, column), number in sorted(counts.items()):
        row = level.model._default_manager.filter(**dict(zip(level.keys, key, strict=True)))
        row.update(**{column: F(column) - number})
