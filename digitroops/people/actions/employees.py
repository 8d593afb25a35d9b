from typing import Any

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.people.queries import is_last_administrator
from digitroops.people.signals import employees_deactivated

FIELDS = (
    "number", "name", "email", "phone", "unit", "birth_date", "gender", "hire_date", "status",
    "employment", "position", "manager_number"
)  # fmt: skip


class LastAdministrator(Exception):
    """Without this person nobody could give out roles."""


class EmployeeChanged(Exception):
    """Somebody else has changed this employee since it was read."""


def facts_of(employee: Employee) -> dict[str, Any]:
    """The employee's fields as the audit record keeps them."""
    facts = {name: getattr(employee, name) for name in FIELDS}
    return {
        name: value if value is None or isinstance(value, str) else str(value)
        for name, value in (facts | {"unit": employee.unit.path}).items()
    }


@transaction.atomic
def add_employee(*, actor: User, **fields: Any) -> Employee:
    """Add somebody by hand."""
    employee = Employee.objects.create(**fields)
    record(actor=actor, act="employee.added", subject=employee, person=employee, after=facts_of(employee))
    return employee


@transaction.atomic
def change_employee(*, employee: Employee, actor: User, version: str = "", **fields: Any) -> Employee:
    """Change facts of an employee by hand; the record keeps what was different.

    `version` is when the employee was last changed as the writer saw it; EmployeeChanged when that has moved on.
    """
    stored = Employee.objects.select_for_update(of=("self",)).select_related("unit").get(pk=employee.pk)
    if version and version != stored.updated.isoformat():
        raise EmployeeChanged
    before = facts_of(stored)
    for name, value in fields.items():
        setattr(stored, name, value)
    _guard_administrator(stored)
    stored.save()
    after = facts_of(stored)
    changed = [name for name in FIELDS if before[name] != after[name]]
    if changed:
        record(
            actor=actor,
            act="employee.changed",
            subject=stored,
            person=stored,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    if "status" in changed:
        _follow_status(stored, before["status"], actor)
    return stored


@transaction.atomic
def deactivate_employee(*, employee: Employee, reason: str, actor: User) -> Employee:
    """Mark somebody as no longer employed: they cannot sign in any more, their history stays."""
    stored = Employee.objects.select_for_update(of=("self",)).get(pk=employee.pk)
    before = stored.status
    if before == Employee.Status.INACTIVE:
        return stored
    stored.status = Employee.Status.INACTIVE
    _guard_administrator(stored)
    stored.save()
    record(
        actor=actor,
        act="employee.deactivated",
        subject=stored,
        person=stored,
        before={"status": before},
        after={"status": stored.status, "reason": reason},
    )
    _follow_status(stored, before, actor)
    return stored


def _guard_administrator(employee: Employee) -> None:
    left = employee.status == Employee.Status.INACTIVE
    if left and employee.user is not None and is_last_administrator(employee.user):
        raise LastAdministrator


def _follow_status(employee: Employee, before: str, actor: User) -> None:
    """Whoever is no longer employed cannot sign in; whoever comes back can."""
    left = employee.status == Employee.Status.INACTIVE
    if employee.user_id:
        User.objects.filter(pk=employee.user_id).update(is_active=not left)
    if left and before != Employee.Status.INACTIVE:
        employees_deactivated.send(sender=Employee, employee_ids=[employee.pk], actor=actor)
