import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme import defaults
from digitroops.programme.models import ConsentItem, ConsentText, Criterion, Policy, Programme
from digitroops.programme.signals import programme_added

EDITABLE = ("name", "goal", "starts", "ends", "team_size", "platforms", "keep_months")


class EditedMeanwhile(Exception):
    """Somebody else has saved the same thing since this person opened it."""


class NotReady(Exception):
    """The programme cannot start: its consent text or its policy is not published."""


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in values.items()}


@transaction.atomic
def add_programme(*, actor: User, minimum_followers: int, recent_days: int, **fields: Any) -> Programme:
    """Add a programme with the default criteria, a consent text and a policy, the texts as drafts."""
    programme = Programme.objects.create(created_by=actor, **fields)
    for order, (kind, parameters, enabled) in enumerate(
        defaults.criteria(minimum_followers=minimum_followers, recent_days=recent_days)
    ):
        Criterion.objects.create(
            programme=programme, kind=kind, parameters=parameters, enabled=enabled, order=order
        )
    words = defaults.consent_text()
    text = ConsentText.objects.create(
        programme=programme, purpose_id=words["purpose_id"], purpose_en=words["purpose_en"]
    )
    ConsentItem.objects.bulk_create(
        ConsentItem(text=text, order=order, **item) for order, item in enumerate(words["items"])
    )
    Policy.objects.create(programme=programme, title=defaults.POLICY_TITLE, body=defaults.policy_body())
    record(actor=actor, act="programme.added", subject=programme, after=_plain(fields))
    programme_added.send(Programme, programme=programme, actor=actor)
    return programme


@transaction.atomic
def edit_programme(*, actor: User, programme: Programme, version: int, **fields: Any) -> Programme:
    """Change a programme. Raises EditedMeanwhile when `version` is no longer the stored one."""
    before = _plain({key: getattr(programme, key) for key in EDITABLE})
    changed = Programme.objects.filter(pk=programme.pk, version=version).update(
        version=F("version") + 1, **fields
    )
    if not changed:
        raise EditedMeanwhile
    programme.refresh_from_db()
    record(actor=actor, act="programme.edited", subject=programme, before=before, after=_plain(fields))
    return programme


@transaction.atomic
def start_programme(*, actor: User, programme: Programme) -> Programme:
    """Start a draft. Raises NotReady while the consent text or the policy is unpublished."""
    published = {
        "consent": programme.consent_texts.exclude(published=None).exists(),
        "policy": programme.policies.exclude(published=None).exists(),
    }
    if not all(published.values()):
        raise NotReady(", ".join(name for name, done in published.items() if not done))
    return _change_state(
        actor, programme, Programme.State.DRAFT, Programme.State.RUNNING, "programme.started"
    )


@transaction.atomic
def close_programme(*, actor: User, programme: Programme) -> Programme:
    """Close a running programme; its members keep their states, its figures stay."""
    return _change_state(
        actor, programme, Programme.State.RUNNING, Programme.State.CLOSED, "programme.closed"
    )


def _change_state(actor: User, programme: Programme, before: str, after: str, act: str) -> Programme:
    if Programme.objects.filter(pk=programme.pk, state=before).update(state=after):
        record(actor=actor, act=act, subject=programme, before={"state": before}, after={"state": after})
    programme.refresh_from_db()
    return programme
