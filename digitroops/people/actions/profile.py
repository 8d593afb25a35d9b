from typing import Any

from django.db import transaction
from django.db.models import F

from digitroops.audit.actions import record
from digitroops.people.models import User


@transaction.atomic
def change_profile(*, user: User, **fields: Any) -> User:
    """Change one's own language, time zone or theme."""
    before = {name: getattr(user, name) for name in fields}
    for name, value in fields.items():
        setattr(user, name, value)
    if before != fields:
        user.save(update_fields=list(fields))
        record(actor=user, act="user.changed", subject=user, before=before, after=fields)
    return user


@transaction.atomic
def change_password(*, user: User, password: str) -> User:
    """Set a new password; every other session ends by that."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(actor=user, act="user.password_changed", subject=user)
    return user


@transaction.atomic
def sign_out_everywhere(*, user: User) -> User:
    """End every session of the user on every device."""
    User.objects.filter(pk=user.pk).update(session_stamp=F("session_stamp") + 1)
    user.refresh_from_db(fields=["session_stamp"])
    record(actor=user, act="user.signed_out_everywhere", subject=user)
    return user
