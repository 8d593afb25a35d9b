"""Tables that leave the product: the columns of clicks, sums and conversions, as CSV or Parquet, a batch at a time."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import IO, Any, Protocol

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema
from arro3.io import write_parquet
from django.conf import settings
from django.db.models import QuerySet

from digitroops.engines.clicks import source_of
from digitroops.links.models import (
    ChannelDay,
    Click,
    ClickDay,
    ClickHour,
    Conversion,
    ConversionDay,
    StoryDay,
    StoryHour,
    StoryPart,
)
from digitroops.links.outside import OutsideClicks
from digitroops.programme.models import Programme
from digitroops.ui.downloads import safe_cell

BATCH = 5000
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
EPOCH_DAY = dt.date(1970, 1, 1)
TEXT, NUMBER, MOMENT, DAY = "text", "number", "moment", "day"


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, and how it is read off a row."""

    name: str
    kind: str
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class Table:
    """A kind of table: its rows in a programme between two days, and its columns."""

    rows: Callable[[Programme, dt.date, dt.date], QuerySet[Any]]
    columns: Sequence[Column]


def _columns(**kinds: str) -> list[Column]:
    return [Column(name, kind, attrgetter(name)) for name, kind in kinds.items()]


def _path(name: str, kind: str, path: str) -> Column:
    return Column(name, kind, attrgetter(path))


def _source(click: Click) -> str:
    return source_of(referrer=click.referrer, app=click.app, qr=click.via == "qr")


CODE = _path("link", TEXT, "link.code")
LINK_STORY = _path("story", TEXT, "link.story.title")
STORY = _path("story", TEXT, "story.title")
COUNTERS = _columns(people=NUMBER, repeats=NUMBER, machines=NUMBER, own=NUMBER)


def _of_links(model: Any, when: str) -> Callable[[Programme, dt.date, dt.date], QuerySet[Any]]:
    def rows(programme: Programme, first: dt.date, last: dt.date) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(link__story__campaign__programme=programme)
        return found.filter(**_span(when, first, last)).select_related("link__story").order_by(when, "pk")

    return rows


def _of_stories(model: Any, when: str) -> Callable[[Programme, dt.date, dt.date], QuerySet[Any]]:
    def rows(programme: Programme, first: dt.date, last: dt.date) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(story__campaign__programme=programme)
        return found.filter(**_span(when, first, last)).select_related("story").order_by(when, "pk")

    return rows


def _span(when: str, first: dt.date, last: dt.date) -> dict[str, Any]:
    if when == "date":
        return {"date__gte": first, "date__lte": last}
    start = dt.datetime.combine(first, dt.time(), dt.UTC)
    return {
        f"{when}__gte": start,
        f"{when}__lt": dt.datetime.combine(last, dt.time(), dt.UTC) + dt.timedelta(days=1),
    }


TABLES: dict[str, Table] = {
    "clicks": Table(
        _of_links(Click, "date"),
        [
            *_columns(at=MOMENT, date=DAY),
            CODE,
            LINK_STORY,
            *_columns(verdict=TEXT, reason=TEXT, rule=NUMBER),
            Column("source", TEXT, _source),
            *_columns(
                referrer=TEXT,
                device=TEXT,
                browser=TEXT,
                system=TEXT,
                app=TEXT,
                language=TEXT,
                country=TEXT,
                city=TEXT,
                agent=TEXT,
            ),
        ],
    ),
    "link-days": Table(_of_links(ClickDay, "date"), [*_columns(date=DAY), CODE, LINK_STORY, *COUNTERS]),
    "link-hours": Table(_of_links(ClickHour, "hour"), [*_columns(hour=MOMENT), CODE, LINK_STORY, *COUNTERS]),
    "story-days": Table(_of_stories(StoryDay, "date"), [*_columns(date=DAY), STORY, *COUNTERS]),
    "channel-days": Table(
        _of_stories(ChannelDay, "date"),
        [*_columns(date=DAY), STORY, Column("platform", TEXT, attrgetter("channel")), *COUNTERS],
    ),
    "story-hours": Table(_of_stories(StoryHour, "hour"), [*_columns(hour=MOMENT), STORY, *COUNTERS]),
    "parts": Table(
        _of_stories(StoryPart, "date"),
        [*_columns(date=DAY), STORY, *_columns(dimension=TEXT, value=TEXT, number=NUMBER)],
    ),
    "conversions": Table(
        _of_links(Conversion, "date"),
        [
            *_columns(at=MOMENT, date=DAY),
            _path("goal", TEXT, "goal.name"),
            CODE,
            LINK_STORY,
            *_columns(clicked=MOMENT, order=TEXT, value=NUMBER, via=TEXT),
        ],
    ),
    "conversion-days": Table(
        _of_links(ConversionDay, "date"),
        [
            *_columns(date=DAY),
            _path("goal", TEXT, "goal.name"),
            CODE,
            LINK_STORY,
            *_columns(number=NUMBER, value=NUMBER),
        ],
    ),
}


class Rows(Protocol):
    """Rows read some at a time: a query here, or clicks that lie outside."""

    def iterator(self, chunk_size: int) -> Iterator[Any]: ...


def rows_of(kind: str, programme: Programme, first: dt.date, last: dt.date) -> Rows:
    """The rows of a table, the raw clicks from where the company keeps them. Raises KeyError for unknown tables."""
    if kind == "clicks" and settings.CLICK_STORE:
        return OutsideClicks(programme, first, last)
    found = TABLES[kind].rows(programme, first, last)
    return found.select_related("goal", "link__story") if kind.startswith("conversion") else found


def csv_lines(kind: str, rows: Rows) -> Iterator[bytes]:
    """A table as CSV, some thousand rows at a time; begins with the mark by which Excel knows UTF-8."""
    columns = TABLES[kind].columns
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    for batch in _batches(rows.iterator(chunk_size=BATCH)):
        writer.writerows([_cell(column.read(row)) for column in columns] for row in batch)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    if text.tell():
        yield text.getvalue().encode()


def _cell(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else safe_cell(value)


def write_table(kind: str, rows: Rows, file: IO[bytes]) -> None:
    """Write a table as Parquet: a row group for each batch, times in UTC microseconds, zstd."""
    columns = TABLES[kind].columns
    schema = Schema([Field(column.name, _type(column.kind), nullable=True) for column in columns])
    batches = (_batch(columns, schema, batch) for batch in _batches(rows.iterator(chunk_size=BATCH)))
    reader = RecordBatchReader.from_batches(schema, batches)
    write_parquet(reader, file, compression="zstd(3)", max_row_group_size=100_000)


def _type(kind: str) -> DataType:
    if kind == MOMENT:
        return DataType.timestamp("us", tz="UTC")
    return {TEXT: DataType.string(), NUMBER: DataType.int64(), DAY: DataType.date32()}[kind]


def _batch(columns: Sequence[Column], schema: Schema, rows: list[Any]) -> RecordBatch:
    arrays = [_array(column.kind, [column.read(row) for row in rows]) for column in columns]
    return RecordBatch.from_arrays(arrays, schema=schema)


def _array(kind: str, values: list[Any]) -> Array:
    if kind == MOMENT:
        plain = [
            None if value is None else (value - EPOCH) // dt.timedelta(microseconds=1) for value in values
        ]
        return Array(plain, DataType.int64()).cast(_type(kind))
    if kind == DAY:
        plain = [None if value is None else (value - EPOCH_DAY).days for value in values]
        return Array(plain, DataType.int32()).cast(_type(kind))
    if kind == TEXT:
        return Array([str(value) for value in values], DataType.string())
    return Array(values, DataType.int64())


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
