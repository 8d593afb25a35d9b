"""Geometry of the small server-drawn pictures: numbers in, shapes in percent or path strings out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RING = 251.327  # circumference of the donut's circle, radius 40
CELL = 10
GAP = 2


@dataclass(frozen=True)
class Donut:
    """`dash` is the drawn length of the ring, `rest` its circumference."""

    dash: float
    rest: float = RING


@dataclass(frozen=True)
class Column:
    """One bar, in percent of the drawing."""

    x: float
    y: float
    width: float
    height: float
    strong: bool


@dataclass(frozen=True)
class Range:
    """Positions in percent of the width."""

    start: float
    width: float
    mid: float
    end: float
    marker: float | None


@dataclass(frozen=True)
class Cell:
    """One square of the overlap triangle; on the diagonal `series` names the unit."""

    x: int
    y: int
    share: float
    row: int
    column: int
    series: int | None
    marked: bool
    shade: float


@dataclass(frozen=True)
class Matrix:
    side: int
    cells: tuple[Cell, ...]


def share(value: float, total: float) -> float:
    """The part of the whole in percent, between 0 and 100."""
    return round(min(max(value / total, 0.0), 1.0) * 100, 2) if total else 0.0


def donut(value: float, total: float) -> Donut:
    """A ring filled to value of total."""
    return Donut(dash=round(RING * share(value, total) / 100, 1))


def columns(values: Sequence[float]) -> list[Column]:
    """Zero-based bars; the highest is the strong one."""
    if not values:
        return []
    high = max(values)
    step = 100 / len(values)
    strong = values.index(high)
    return [
        Column(
            x=round(step * (i + 0.2), 2),
            y=round(100 - share(value, high), 2),
            width=round(step * 0.6, 2),
            height=share(value, high),
            strong=i == strong and high > 0,
        )
        for i, value in enumerate(values)
    ]


def interval(low: float, mid: float, high: float, marker: float | None = None) -> Range:
    """An interval on a line from zero to a tenth past the largest number shown."""
    end = max(high, marker or 0.0) * 1.1
    start = share(low, end)
    return Range(
        start=start,
        width=round(share(high, end) - start, 2),
        mid=share(mid, end),
        end=share(high, end),
        marker=share(marker, end) if marker is not None else None,
    )


def _cells(
    rows: Sequence[Sequence[float]], series: Sequence[int], mark: tuple[int, int] | None, top: float
) -> Iterator[Cell]:
    for i, row in enumerate(rows):
        for j, value in enumerate(row[: i + 1]):
            own = series[i] if i == j and i < len(series) else None
            marked = mark is not None and {i, j} == set(mark) and i != j
            shade = round(min(value / top, 1.0), 3) if top else 0.0
            yield Cell(j * (CELL + GAP), i * (CELL + GAP), round(value, 3), i, j, own, marked, shade)


def matrix(
    rows: Sequence[Sequence[float]],
    series: Sequence[int],
    mark: tuple[int, int] | None = None,
    top: float = 1.0,
) -> Matrix:
    """The lower triangle of pairwise shares (0 to 1), the diagonal in the unit's colour; `top` is fully dark."""
    return Matrix(max(len(rows) * (CELL + GAP) - GAP, 1), tuple(_cells(rows, series, mark, top)))
