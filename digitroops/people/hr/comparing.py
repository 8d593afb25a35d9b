"""What an HR list would change in the database: the plan that the preview counts and the import carries out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from digitroops.people.hr.mapping import Mapping
from digitroops.people.hr.reading import Table
from digitroops.people.hr.rows import Problem, Row, read_rows
from digitroops.people.models import Employee, Unit

CHUNK = 2000
COLUMNS = (
    "name", "email", "phone", "birth_date", "gender", "hire_date", "employment", "status", "position",
    "manager_number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A row about somebody we know, with what is different: field -> (before, after)."""

    row: Row
    pk: int
    differs: dict[str, tuple[Any, Any]]


@dataclass
class Plan:
    """Rows sorted by what they would do; `missing` are the ids of employed people who are not in the list."""

    new: list[Row] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: int = 0
    missing: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "missing": len(self.missing),
            "problems": len(self.problems),
        }


def chunks(items: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def make_plan(
    table: Table, mapping: Mapping, *, today: dt.date, on_progress: Callable[[int, int], None]
) -> Plan:
    """Read the list and compare it with what is stored. `on_progress(rows done, rows in all)`."""
    plan, rows = Plan(), []
    for count, found in enumerate(read_rows(table, mapping, today=today), start=1):
        if isinstance(found, Row):
            rows.append(found)
        else:
            plan.problems.append(found)
        if count % 10_000 == 0:
            on_progress(0, count)
    total = len(rows) + len(plan.problems)
    numbers = {row.number for row in rows}
    fields = [name for name in COLUMNS if name in mapping or (name == "status" and "employment" in mapping)]
    units = _known_units()
    done = 0
    for chunk in chunks(rows):
        _compare(chunk, plan, numbers, fields, units)
        done += len(chunk)
        on_progress(done, total)
    listed = numbers | {problem.number for problem in plan.problems}
    plan.missing = list(_missing(listed))
    plan.problems.sort(key=lambda problem: problem.line)
    on_progress(total, total)
    return plan


def _known_units() -> dict[int, str]:
    return dict(Unit.objects.values_list("pk", "path"))


def _compare(
    chunk: list[Row], plan: Plan, numbers: set[str], fields: list[str], units: dict[int, str]
) -> None:
    wanted = ("pk", "number", "unit_id", *COLUMNS)
    stored = Employee.objects.filter(number__in=[row.number for row in chunk]).values_list(*wanted)
    known = {values[1]: dict(zip(wanted, values, strict=True)) for values in stored.iterator()}
    taken = _taken_emails(chunk, numbers)
    for row in chunk:
        if row.email in taken and taken[row.email] != row.number:
            plan.problems.append(Problem(row.line, "email_taken", "email", row.email or "", row.number))
        elif row.number not in known:
            plan.new.append(row)
        elif differs := _differences(row, known[row.number], fields, units):
            plan.changed.append(Change(row, known[row.number]["pk"], differs))
        else:
            plan.unchanged += 1


def _taken_emails(chunk: list[Row], numbers: set[str]) -> dict[str | None, str]:
    """Addresses that belong to somebody whom the list does not speak of."""
    emails = [row.email for row in chunk if row.email]
    owners = Employee.objects.filter(email__in=emails).values_list("email", "number")
    return {email: number for email, number in owners if number not in numbers}


def _differences(
    row: Row, known: dict[str, Any], fields: list[str], units: dict[int, str]
) -> dict[str, tuple[Any, Any]]:
    differs = {
        name: (known[name], getattr(row, name)) for name in fields if known[name] != getattr(row, name)
    }
    path = units[known["unit_id"]]
    if path.casefold() != row.unit.casefold():
        differs["unit"] = (path, row.unit)
    return differs


def _missing(listed: set[str]) -> Iterator[int]:
    employed = Employee.objects.exclude(status=Employee.Status.INACTIVE)
    for pk, number in employed.values_list("pk", "number").iterator():
        if number not in listed:
            yield pk
