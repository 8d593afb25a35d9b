from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.actions.employees import LastAdministrator
from digitroops.people.models import Employee, Role, RoleGrant, User
from digitroops.people.queries import is_last_administrator


@transaction.atomic
def add_user(
    *,
    email: str,
    name: str,
    actor: User | None,
    roles: tuple[str, ...] = (),
    employee: Employee | None = None,
    password: str | None = None,
) -> User:
    """Add somebody who can sign in, with roles; returns the existing user when the address is known."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = User.objects.create_user(email, password, name=name)
        record(actor=actor, act="user.added", subject=user, person=employee, after={"email": user.email})
    if employee is not None and employee.user_id is None:
        Employee.objects.filter(pk=employee.pk).update(user=user)
        employee.user = user
    for role in roles:
        grant_role(user=user, role=role, actor=actor)
    return user


@transaction.atomic
def grant_role(*, user: User, role: str, actor: User | None) -> bool:
    """Give a role; False when the user holds it already."""
    _grant, created = RoleGrant.objects.get_or_create(
        user=user, role=Role(role), defaults={"granted_by": actor}
    )
    if created:
        user.__dict__.pop("roles", None)
        record(actor=actor, act="role.granted", subject=user, person=_employee(user), after={"role": role})
    return created


@transaction.atomic
def revoke_role(*, user: User, role: str, actor: User) -> bool:
    """Take a role away; LastAdministrator when nobody could give out roles afterwards."""
    list(RoleGrant.objects.select_for_update().filter(role=Role.ADMINISTRATOR))
    if role == Role.ADMINISTRATOR and is_last_administrator(user):
        raise LastAdministrator
    deleted, _rows = RoleGrant.objects.filter(user=user, role=role).delete()
    if deleted:
        user.__dict__.pop("roles", None)
        record(actor=actor, act="role.revoked", subject=user, person=_employee(user), before={"role": role})
    return bool(deleted)


def _employee(user: User) -> Employee | None:
    return Employee.objects.filter(user=user).first()
