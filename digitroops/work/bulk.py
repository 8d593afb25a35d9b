"""Writing many rows at once, without a model instance for each: for imports of thousands.

SQLite repeats one prepared statement, PostgreSQL copies. Nothing is filled in: no defaults, no `auto_now`, no
signals; the caller gives every column that may not be null, and holds the transaction.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from django.db import connections, models, router
from django.db.models.fields import Field

Rows = Iterable[Sequence[Any]]
Fields = list["Field[Any, Any]"]

#: Columns whose values the database wants in a form of its own; the others go in as they are.
ADAPTED = (models.DateField, models.DecimalField, models.JSONField, models.UUIDField)
MOVED = "digitroops_moved"


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Rows) -> None:
    """Insert rows of values, in the order of the field names; foreign keys are given as ids."""
    database = connections[router.db_for_write(model)]
    fields = [_field(model, name) for name in names]
    table, columns = _quoted(database, model, fields)
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            _copy(cursor, table, columns, _adapted(rows, fields, database))
            return
        values = ", ".join(["%s"] * len(columns))
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608 -- quoted names
        cursor.executemany(sql, list(_adapted(rows, fields, database)))


def update_rows(model: type[models.Model], names: Sequence[str], rows: Rows) -> None:
    """Update rows of values, in the order of the field names with the primary key last."""
    database = connections[router.db_for_write(model)]
    fields = [_field(model, name) for name in (*names, "pk")]
    table, columns = _quoted(database, model, fields)
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            _update_from(cursor, table, columns, _adapted(rows, fields, database))
            return
        changes = ", ".join(f"{column} = %s" for column in columns[:-1])
        cursor.executemany(
            f"UPDATE {table} SET {changes} WHERE {columns[-1]} = %s",  # noqa: S608 -- quoted names
            list(_adapted(rows, fields, database)),
        )


def _copy(cursor: Any, table: str, columns: list[str], rows: Rows) -> None:
    """Errors come as Django's own, which `cursor.copy` alone does not see to."""
    sql = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with cursor.db.wrap_database_errors, cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row(row)


def _update_from(cursor: Any, table: str, columns: list[str], rows: Rows) -> None:
    *changed, key = columns
    changes = ", ".join(f"{column} = {MOVED}.{column}" for column in changed)
    made = f"SELECT {', '.join(columns)} FROM {table} WITH NO DATA"  # noqa: S608 -- quoted names
    cursor.execute(f"CREATE TEMPORARY TABLE {MOVED} ON COMMIT DROP AS {made}")
    _copy(cursor, MOVED, columns, rows)
    same = f"{table}.{key} = {MOVED}.{key}"
    cursor.execute(f"UPDATE {table} SET {changes} FROM {MOVED} WHERE {same}")  # noqa: S608 -- quoted names
    cursor.execute(f"DROP TABLE {MOVED}")


def _field(model: type[models.Model], name: str) -> "Field[Any, Any]":
    about = model._meta
    field = about.pk if name == "pk" else about.get_field(name)
    assert isinstance(field, Field)
    return field


def _quoted(database: Any, model: type[models.Model], fields: Fields) -> tuple[str, list[str]]:
    quote = database.ops.quote_name
    table = model._meta.db_table
    return quote(table), [quote(field.column) for field in fields]


def _adapted(rows: Rows, fields: Fields, database: Any) -> Iterator[Sequence[Any]]:
    adapters = [(place, _adapter(fields[place], database)) for place in range(len(fields))]
    needed = [(place, adapter) for place, adapter in adapters if adapter]
    if not needed:
        yield from rows
        return
    for row in rows:
        values = list(row)
        for place, adapter in needed:
            values[place] = adapter(values[place])
        yield values


def _adapter(field: "Field[Any, Any]", database: Any) -> Callable[[Any], Any] | None:
    """How a value becomes what the database wants; the same few dates come in thousands of rows."""
    if not isinstance(field, ADAPTED):
        return None
    if isinstance(field, models.DateField) and database.vendor == "postgresql":
        return None  # its driver takes days and moments (with their zone) as they are

    def adapt(value: Any) -> Any:
        return field.get_db_prep_save(value, database)

    return lru_cache(1000)(adapt) if isinstance(field, models.DateField) else adapt
