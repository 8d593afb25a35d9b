"""Carrying out a plan in bulk; the caller holds the transaction."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from digitroops.audit.actions import record_many
from digitroops.people.hr.comparing import Change, Plan, chunks
from digitroops.people.hr.rows import Row
from digitroops.people.models import Employee, Role, RoleGrant, Unit, User, generation_of
from digitroops.people.signals import employees_deactivated
from digitroops.work.bulk import insert_rows, update_rows

Entered = tuple[int, str, int | None, dict[str, Any], dict[str, Any]]

SERIES = 8
FACTS = (
    "number",
    "name",
    "email",
    "phone",
    "unit",
    "birth_date",
    "gender",
    "hire_date",
    "status",
    "employment",
    "position",
    "manager_number",
)
INSERTED = (
    "number", "name", "email", "phone", "unit", "birth_date", "generation", "gender", "hire_date",
    "status", "employment", "position", "manager_number", "created", "updated",
)  # fmt: skip


def carry_out(plan: Plan, *, actor: User | None, deactivate_missing: bool) -> None:
    """Write new and changed employees, their units, the record, and who has left."""
    units = ensure_units({row.unit for row in plan.new} | {change.row.unit for change in plan.changed})
    _free_addresses(plan.changed)
    for chunk in chunks(plan.new):
        _add(chunk, units, actor)
    for chunk in chunks(plan.changed):
        _change(chunk, units, actor)
    _follow_status(plan.changed, actor)
    if deactivate_missing:
        deactivate(plan.missing, actor=actor)


def ensure_units(paths: set[str]) -> dict[str, Unit]:
    """The unit of each path, in any case of letters; missing ones are made with those above them."""
    known = {unit.path.casefold(): unit for unit in Unit.objects.all()}
    tops = sum(1 for unit in known.values() if unit.parent_id is None)
    for path in sorted(paths, key=lambda path: (path.count(Unit.SEPARATOR), path)):
        parent: Unit | None = None
        names = path.split(Unit.SEPARATOR)
        for depth, name in enumerate(names):
            key = Unit.SEPARATOR.join(names[: depth + 1]).casefold()
            if key not in known:
                series = parent.series if parent else tops % SERIES + 1
                tops += parent is None
                full = f"{parent.path}{Unit.SEPARATOR}{name}" if parent else name
                known[key] = Unit.objects.create(name=name, parent=parent, path=full, series=series)
            parent = known[key]
    return known


def _free_addresses(changed: list[Change]) -> None:
    """Empty the addresses that change hands first, so that no two rows hold the same on the way."""
    moving = [change.pk for change in changed if "email" in change.differs]
    for chunk in chunks(moving):
        Employee.objects.filter(pk__in=chunk).update(email=None)


def _facts(row: Row) -> dict[str, Any]:
    """A new person's fields as the record keeps them; what the list leaves open stays out."""
    facts = {name: getattr(row, name) for name in FACTS}
    return {name: plain(value) for name, value in facts.items() if value not in (None, "")}


def _add(rows: list[Row], units: dict[str, Unit], actor: User | None) -> None:
    now = timezone.now()
    values = (
        (
            row.number, row.name, row.email, row.phone or "", units[row.unit.casefold()].pk, row.birth_date,
            str(generation_of(row.birth_date) or ""), row.gender or "", row.hire_date,
            row.status or "active", row.employment or "", row.position or "", row.manager_number or "", now, now,
        )
        for row in rows
    )  # fmt: skip
    insert_rows(Employee, INSERTED, values)
    stored = Employee.objects.filter(number__in=[row.number for row in rows])
    keys = dict(stored.order_by().values_list("number", "pk"))
    items: Iterator[Entered] = (
        (keys[row.number], row.name, keys[row.number], {}, _facts(row)) for row in rows
    )
    record_many(actor=actor, act="employee.added", kind=Employee, items=items)


def _change(chunk: list[Change], units: dict[str, Unit], actor: User | None) -> None:
    """Only what differs is written, so that nothing else can be lost; people with the same fields go together."""
    now = timezone.now()
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in chunk:
        groups.setdefault(tuple(change.differs), []).append(change)
    for names, group in groups.items():
        columns = [*names, *(["generation"] if "birth_date" in names else []), "updated"]
        update_rows(Employee, columns, [_changed(change, names, units, now) for change in group])
    record_many(
        actor=actor,
        act="employee.changed",
        kind=Employee,
        items=(
            (
                change.pk,
                change.row.name,
                change.pk,
                {name: plain(pair[0]) for name, pair in change.differs.items()},
                {name: plain(pair[1]) for name, pair in change.differs.items()},
            )
            for change in chunk
        ),
    )


def _changed(change: Change, names: tuple[str, ...], units: dict[str, Unit], now: dt.datetime) -> list[Any]:
    values = [change.differs[name][1] for name in names]
    if "unit" in names:
        values[names.index("unit")] = units[change.row.unit.casefold()].pk
    if "birth_date" in names:
        values.append(str(generation_of(change.row.birth_date) or ""))
    return [*values, now, change.pk]


def plain(value: Any) -> Any:
    """A value as the record keeps it."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _follow_status(changed: list[Change], actor: User | None) -> None:
    left = [change.pk for change in changed if _leaves(change)]
    back = [c.pk for c in changed if c.differs.get("status", ("", ""))[0] == Employee.Status.INACTIVE]
    _close_accounts(left)
    for chunk in chunks(back):
        User.objects.filter(employee__in=chunk).update(is_active=True)
    if left:
        employees_deactivated.send(sender=Employee, employee_ids=left, actor=actor)


def deactivate(pks: list[int], *, actor: User | None) -> None:
    """Mark these people as no longer employed, with an entry for each."""
    for chunk in chunks(pks):
        employed = Employee.objects.filter(pk__in=chunk).exclude(status=Employee.Status.INACTIVE)
        people = list(employed.order_by().values_list("pk", "name", "status"))
        left = {"status": Employee.Status.INACTIVE.value}
        employed.update(status=Employee.Status.INACTIVE, updated=timezone.now())
        items = [(pk, name, pk, {"status": status}, left) for pk, name, status in people]
        record_many(actor=actor, act="employee.deactivated", kind=Employee, items=items)
    _close_accounts(pks)
    if pks:
        employees_deactivated.send(sender=Employee, employee_ids=pks, actor=actor)


def _close_accounts(pks: list[int]) -> None:
    """People who left cannot sign in any more, neither by link nor by password, and their sessions end."""
    for chunk in chunks(pks):
        User.objects.filter(employee__in=chunk).update(is_active=False)


def leaves_no_administrator(plan: Plan, *, deactivate_missing: bool) -> bool:
    """Whether everybody who can give out roles would be gone; the roles stay locked until the import ends."""
    left: set[int | None] = {change.pk for change in plan.changed if _leaves(change)}
    if deactivate_missing:
        left.update(plan.missing)
    list(RoleGrant.objects.select_for_update().filter(role=Role.ADMINISTRATOR))
    able = User.objects.filter(grants__role=Role.ADMINISTRATOR, is_active=True)
    administrators: set[int | None] = set(able.values_list("employee", flat=True))
    return bool(administrators) and administrators <= left


def _leaves(change: Change) -> bool:
    return bool(change.differs.get("status", ("", ""))[1] == Employee.Status.INACTIVE)
