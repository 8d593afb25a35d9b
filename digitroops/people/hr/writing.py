"""Carrying out a plan in bulk; the caller holds the transaction."""

from typing import Any

from django.utils import timezone

from digitroops.audit.actions import record_many
from digitroops.people.hr.comparing import COLUMNS, Change, Plan, chunks
from digitroops.people.hr.rows import Row
from digitroops.people.models import Employee, Role, RoleGrant, Unit, User, generation_of
from digitroops.people.signals import employees_deactivated

SERIES = 8


def carry_out(plan: Plan, *, actor: User | None, deactivate_missing: bool) -> None:
    """Write new and changed employees, their units, the record, and who has left."""
    units = ensure_units({row.unit for row in plan.new} | {change.row.unit for change in plan.changed})
    _free_addresses(plan.changed)
    for chunk in chunks(plan.new):
        _add(chunk, units)
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


def _employee(row: Row, unit: Unit, pk: int | None = None) -> Employee:
    return Employee(
        pk=pk,
        number=row.number,
        name=row.name,
        email=row.email,
        phone=row.phone or "",
        unit=unit,
        birth_date=row.birth_date,
        generation=generation_of(row.birth_date) or "",
        hire_date=row.hire_date,
        status=row.status or Employee.Status.ACTIVE,
        employment=row.employment or "",
        position=row.position or "",
        updated=timezone.now(),
    )


def _add(rows: list[Row], units: dict[str, Unit]) -> None:
    """New people stand in the record through the entry of the import and their own `created`."""
    Employee.objects.bulk_create(_employee(row, units[row.unit.casefold()]) for row in rows)


def _change(chunk: list[Change], units: dict[str, Unit], actor: User | None) -> None:
    """Only the fields that differ somewhere in the chunk are written; the others keep their stored value."""
    fields = {name for change in chunk for name in change.differs}
    stored = Employee.objects.in_bulk([change.pk for change in chunk])
    people, items = [], []
    for change in chunk:
        one = stored[change.pk]
        for name, (_before, after) in change.differs.items():
            setattr(one, name, units[change.row.unit.casefold()] if name == "unit" else after)
        one.generation = generation_of(one.birth_date) or ""
        one.updated = timezone.now()
        people.append(one)
        before = {name: plain(pair[0]) for name, pair in change.differs.items()}
        after = {name: plain(pair[1]) for name, pair in change.differs.items()}
        items.append((one, one.pk, before, after))
    columns = [name for name in (*COLUMNS, "unit") if name in fields]
    Employee.objects.bulk_create(
        people, update_conflicts=True, unique_fields=["id"], update_fields=[*columns, "generation", "updated"]
    )
    record_many(actor=actor, act="employee.changed", items=items)


def plain(value: Any) -> Any:
    """A value as the record keeps it."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _follow_status(changed: list[Change], actor: User | None) -> None:
    left = [c.pk for c in changed if c.differs.get("status", ("", ""))[1] == Employee.Status.INACTIVE]
    back = [c.pk for c in changed if c.differs.get("status", ("", ""))[0] == Employee.Status.INACTIVE]
    _close_accounts(left)
    for chunk in chunks(back):
        User.objects.filter(employee__in=chunk).update(is_active=True)
    if left:
        employees_deactivated.send(sender=Employee, employee_ids=left, actor=actor)


def deactivate(pks: list[int], *, actor: User | None) -> None:
    """Mark these people as no longer employed, with an entry for each."""
    for chunk in chunks(pks):
        people = list(Employee.objects.filter(pk__in=chunk).exclude(status=Employee.Status.INACTIVE))
        items = [
            (one, one.pk, {"status": one.status}, {"status": Employee.Status.INACTIVE.value})
            for one in people
        ]
        Employee.objects.filter(pk__in=[one.pk for one in people]).update(
            status=Employee.Status.INACTIVE, updated=timezone.now()
        )
        record_many(actor=actor, act="employee.deactivated", items=items)
    _close_accounts(pks)
    if pks:
        employees_deactivated.send(sender=Employee, employee_ids=pks, actor=actor)


def _close_accounts(pks: list[int]) -> None:
    """People who left cannot sign in; administrators keep their account until a person takes it away."""
    administrators = RoleGrant.objects.filter(role=Role.ADMINISTRATOR).values("user")
    for chunk in chunks(pks):
        User.objects.filter(employee__in=chunk).exclude(pk__in=administrators).update(is_active=False)
