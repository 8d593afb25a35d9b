from typing import Any

from django.db import IntegrityError, transaction

from digitroops.audit.actions import record
from digitroops.people.models import Company, Role, RoleGrant, User


class SetUpDone(Exception):
    """Somebody has set this installation up already."""


@transaction.atomic
def set_up(
    *, name: str, time_zone: str, language: str, logo: Any, person: str, email: str, password: str
) -> User:
    """Create the company and its first administrator; possible once."""
    if User.objects.exists():
        raise SetUpDone
    try:
        with transaction.atomic():
            firm = Company.objects.create(
                pk=1, name=name, time_zone=time_zone, language=language, logo=logo or ""
            )
    except IntegrityError:
        raise SetUpDone from None
    user = User.objects.create_user(email, password, name=person)
    RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
    record(actor=user, act="company.set_up", subject=firm, after={"name": name, "administrator": user.email})
    return user


@transaction.atomic
def change_company(*, firm: Company, changes: dict[str, Any], actor: User) -> Company:
    """Change the company's settings."""
    stored = Company.objects.select_for_update().get(pk=firm.pk)
    before = {name: _plain(getattr(stored, name)) for name in changes}
    for name, value in changes.items():
        setattr(stored, name, value)
    stored.save()
    after = {name: _plain(getattr(stored, name)) for name in changes}
    different = [name for name in changes if before[name] != after[name]]
    if different:
        record(
            actor=actor,
            act="company.changed",
            subject=stored,
            before={name: before[name] for name in different},
            after={name: after[name] for name in different},
        )
    return stored


def _plain(value: Any) -> Any:
    return value if isinstance(value, list | str) else str(value or "")
