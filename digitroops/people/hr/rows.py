"""Rows of cells -> checked rows and problems; duplicates within the file are problems too."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from digitroops.people.hr import cells
from digitroops.people.hr.mapping import Mapping
from digitroops.people.hr.reading import Table

VALUE_SHOWN = 80
OLDEST_BIRTH = 1920
YOUNGEST = 14
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """One employee of the list; fields without a column are None and stay as they are."""

    line: int
    number: str
    name: str
    unit: str
    email: str | None
    phone: str | None
    birth_date: dt.date | None
    gender: str | None
    hire_date: dt.date | None
    employment: str | None
    status: str | None
    position: str | None
    manager_number: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken: line in the file, kind (see words.py), field, the cell as it stands there."""

    line: int
    kind: str
    field: str
    value: str
    number: str = ""


def read_rows(table: Table, mapping: Mapping, *, today: dt.date) -> Iterator[Row | Problem]:
    """Each filled row as a Row, or as the first Problem that it has."""
    readers = _readers(today)
    columns = [(field, column, readers[field]) for field, column in mapping.items() if field in readers]
    numbers: dict[str, int] = {}
    emails: dict[str, int] = {}
    for line, row in table.rows:
        if _is_empty(row):
            continue
        found = _read(line, row, columns)
        if isinstance(found, Row):
            found = _duplicate(found, numbers, emails) or _unlikely(found, today) or found
        yield found


def _is_empty(row: list[Any]) -> bool:
    return not any(cell is not None and (cell if type(cell) is str else str(cell)).strip() for cell in row)


def _readers(today: dt.date) -> dict[str, Callable[[Any], Any]]:
    """The reader of each field; units, dates and the like come again and again, and are read once."""
    date = _remembering(partial(cells.date, today=today))
    return {
        "number": cells.number, "name": cells.name, "unit": _remembering(cells.unit), "email": cells.email,
        "phone": cells.phone, "birth_date": date, "hire_date": date,
        "gender": _remembering(cells.gender),
        "employment": _remembering(cells.plain_text(60)), "position": _remembering(cells.plain_text(120)),
        "manager_number": _remembering(cells.manager),
    }  # fmt: skip


def _remembering(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader that knows its last results; numbers and their kin are equal across types, so those are not kept."""
    known = lru_cache(REMEMBERED)(reader)

    def read(value: Any) -> Any:
        return known(value) if type(value) is str else reader(value)

    return read


def _read(line: int, row: list[Any], columns: list[tuple[str, int, Callable[[Any], Any]]]) -> Row | Problem:
    values: dict[str, Any] = {}
    problem: Problem | None = None
    for field, column, reader in columns:
        cell = row[column] if column < len(row) else ""
        try:
            values[field] = reader(cell)
        except (ValueError, OverflowError) as error:
            kind = str(error) if isinstance(error, ValueError) else "date_wrong"
            problem = problem or Problem(line, kind, field, str(cell)[:VALUE_SHOWN])
    if problem:
        return Problem(line, problem.kind, problem.field, problem.value, values.get("number", ""))
    employment = values.get("employment")
    return Row(
        line=line,
        number=values["number"],
        name=values["name"],
        unit=values["unit"],
        email=values.get("email"),
        phone=values.get("phone"),
        birth_date=values.get("birth_date"),
        gender=values.get("gender"),
        hire_date=values.get("hire_date"),
        employment=employment,
        status=None if employment is None else _status(employment),
        position=values.get("position"),
        manager_number=values.get("manager_number"),
    )


_status = lru_cache(1000)(cells.status)


def _duplicate(row: Row, numbers: dict[str, int], emails: dict[str, int]) -> Problem | None:
    first = numbers.setdefault(row.number, row.line)
    if first != row.line:
        return Problem(row.line, "number_twice", "number", f"{row.number} ({first})", row.number)
    if row.email:
        first = emails.setdefault(row.email, row.line)
        if first != row.line:
            return Problem(row.line, "email_twice", "email", f"{row.email} ({first})", row.number)
    return None


def _unlikely(row: Row, today: dt.date) -> Problem | None:
    born = row.birth_date
    if born and not OLDEST_BIRTH <= born.year <= today.year - YOUNGEST:
        return Problem(row.line, "birth_unlikely", "birth_date", born.isoformat(), row.number)
    return None
