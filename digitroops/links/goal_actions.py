"""What PR does to goals, and to the keys with which the company's server reports them."""

import hashlib
import secrets
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.links.models import Goal, ReportKey
from digitroops.people.models import User
from digitroops.programme.models import Programme

KEY_BYTES = 24
KEY_START = "dtk_"


class GoalExists(Exception):
    """The programme has a goal of this short name already."""


def _said(goal: Goal) -> dict[str, Any]:
    names = ("key", "name", "value", "open_value", "server_only", "touch", "days")
    return {name: getattr(goal, name) for name in names}


def add_goal(*, programme: Programme, actor: User, **fields: Any) -> Goal:
    """Name something that people may do on the company's site. Raises GoalExists for a short name in use."""
    try:
        with transaction.atomic():
            goal = Goal.objects.create(programme=programme, created_by=actor, **fields)
            record(actor=actor, act="goal.added", subject=goal, after=_said(goal))
    except IntegrityError as error:
        raise GoalExists(str(fields.get("key", ""))) from error
    return goal


def change_goal(*, goal: Goal, actor: User, **fields: Any) -> Goal:
    """Change what a goal is worth or how it is counted, from now on; what was counted stays as it was.

    Raises GoalExists for a short name in use.
    """
    before = _said(Goal.objects.get(pk=goal.pk))
    for name, value in fields.items():
        setattr(goal, name, value)
    try:
        with transaction.atomic():
            goal.save()
            record(actor=actor, act="goal.changed", subject=goal, before=before, after=_said(goal))
    except IntegrityError as error:
        raise GoalExists(str(fields.get("key", ""))) from error
    return goal


@transaction.atomic
def end_goal(*, goal: Goal, actor: User) -> None:
    """Count no more for this goal; its figures stay. Doing it twice changes nothing."""
    if Goal.objects.filter(pk=goal.pk, ended=None).update(ended=timezone.now()):
        record(actor=actor, act="goal.ended", subject=goal)


@transaction.atomic
def reopen_goal(*, goal: Goal, actor: User) -> None:
    """Count for an ended goal again."""
    if Goal.objects.filter(pk=goal.pk, ended__isnull=False).update(ended=None):
        record(actor=actor, act="goal.reopened", subject=goal)


def hash_of(secret: str) -> str:
    """What is kept of a key: it has 192 bits of chance, so one round says nothing about it."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def add_report_key(*, programme: Programme, name: str, actor: User) -> tuple[ReportKey, str]:
    """Make a key for the company's server; the second value is the key itself, which is never shown again."""
    secret = f"{KEY_START}{secrets.token_urlsafe(KEY_BYTES)}"
    key = ReportKey.objects.create(
        programme=programme, name=name, start=secret[:8], hash=hash_of(secret), created_by=actor
    )
    record(actor=actor, act="report_key.added", subject=key, after={"name": name})
    return key, secret


@transaction.atomic
def revoke_report_key(*, key: ReportKey, actor: User) -> None:
    """Believe a key no more, from this moment on."""
    if ReportKey.objects.filter(pk=key.pk, revoked=None).update(revoked=timezone.now()):
        record(actor=actor, act="report_key.revoked", subject=key)
